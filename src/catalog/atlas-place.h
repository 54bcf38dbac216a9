/* atlas-place.h: a city, county or district
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-geometry.h"

G_BEGIN_DECLS

/**
 * AtlasPlaceLevel:
 * @ATLAS_PLACE_LEVEL_CITY: 地级市 (of which two are 副省级市)
 * @ATLAS_PLACE_LEVEL_COUNTY: 县
 * @ATLAS_PLACE_LEVEL_COUNTY_CITY: 县级市
 * @ATLAS_PLACE_LEVEL_AUTONOMOUS_COUNTY: 自治县
 * @ATLAS_PLACE_LEVEL_DISTRICT: 市辖区, for which the plans set out no positioning
 */
typedef enum
{
  ATLAS_PLACE_LEVEL_CITY,
  ATLAS_PLACE_LEVEL_COUNTY,
  ATLAS_PLACE_LEVEL_COUNTY_CITY,
  ATLAS_PLACE_LEVEL_AUTONOMOUS_COUNTY,
  ATLAS_PLACE_LEVEL_DISTRICT,
} AtlasPlaceLevel;

const char *atlas_place_level_to_string (AtlasPlaceLevel level);
gboolean atlas_place_level_from_string (const char *text, AtlasPlaceLevel *level);

#define ATLAS_TYPE_PLACE (atlas_place_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPlace, atlas_place, ATLAS, PLACE, GObject)

/**
 * AtlasPlaceFields:
 *
 * What a place is made from; the strings are copied. @family is the family of the first leading
 * industry that the newest plan names, or %NULL where it names none.
 */
typedef struct
{
  const char *code;
  const char *name;
  const char *short_name;
  const char *pinyin;
  const char *initials;
  const char *parent_code;
  const char *family;
  AtlasPlaceLevel level;
  double longitude;
  double latitude;
  AtlasPoint label;
  const char *first_positioning;
  guint n_industries;
  guint n_projects;
  guint n_newest_projects;
} AtlasPlaceFields;

AtlasPlace *atlas_place_new (const AtlasPlaceFields *fields, AtlasPlace *parent);

const char *atlas_place_get_code (AtlasPlace *self);
const char *atlas_place_get_name (AtlasPlace *self);
const char *atlas_place_get_short_name (AtlasPlace *self);
const char *atlas_place_get_pinyin (AtlasPlace *self);
const char *atlas_place_get_initials (AtlasPlace *self);
AtlasPlaceLevel atlas_place_get_level (AtlasPlace *self);
AtlasPlace *atlas_place_get_parent (AtlasPlace *self);
const char *atlas_place_get_family (AtlasPlace *self);
double atlas_place_get_longitude (AtlasPlace *self);
double atlas_place_get_latitude (AtlasPlace *self);
AtlasPoint atlas_place_get_label_point (AtlasPlace *self);
guint atlas_place_get_n_industries (AtlasPlace *self);
guint atlas_place_get_n_projects (AtlasPlace *self);
guint atlas_place_get_n_newest_projects (AtlasPlace *self);
const char *atlas_place_get_first_positioning (AtlasPlace *self);
gboolean atlas_place_is_city (AtlasPlace *self);
gboolean atlas_place_is_district (AtlasPlace *self);

G_END_DECLS
