/* atlas-place.c: a city, county or district
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-place.h"

struct _AtlasPlace
{
  GObject parent_instance;

  char *code;
  char *name;
  char *short_name;
  char *pinyin;
  char *initials;
  char *family;
  char *first_positioning;
  AtlasPlace *parent;
  AtlasPlaceLevel level;
  double longitude;
  double latitude;
  AtlasPoint label;
  guint n_industries;
  guint n_projects;
  guint n_newest_projects;
};

G_DEFINE_FINAL_TYPE (AtlasPlace, atlas_place, G_TYPE_OBJECT)

static const char *const level_names[] = {
  [ATLAS_PLACE_LEVEL_CITY] = "prefecture-level-city",
  [ATLAS_PLACE_LEVEL_COUNTY] = "county",
  [ATLAS_PLACE_LEVEL_COUNTY_CITY] = "county-level-city",
  [ATLAS_PLACE_LEVEL_AUTONOMOUS_COUNTY] = "autonomous-county",
  [ATLAS_PLACE_LEVEL_DISTRICT] = "district",
};

/**
 * atlas_place_level_to_string:
 * @level: a level
 *
 * Returns: its name in the data and in JSON
 */
const char *
atlas_place_level_to_string (AtlasPlaceLevel level)
{
  g_return_val_if_fail (level < G_N_ELEMENTS (level_names), NULL);

  return level_names[level];
}

/**
 * atlas_place_level_from_string:
 * @text: (nullable): a name as in the data
 * @level: (out): the level
 *
 * Returns: whether there is a level of that name
 */
gboolean
atlas_place_level_from_string (const char *text, AtlasPlaceLevel *level)
{
  g_return_val_if_fail (level != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (level_names); i++)
    if (g_strcmp0 (text, level_names[i]) == 0)
      {
        *level = (AtlasPlaceLevel) i;
        return TRUE;
      }
  return FALSE;
}

static void
atlas_place_finalize (GObject *object)
{
  AtlasPlace *self = ATLAS_PLACE (object);

  g_free (self->code);
  g_free (self->name);
  g_free (self->short_name);
  g_free (self->pinyin);
  g_free (self->initials);
  g_free (self->family);
  g_free (self->first_positioning);
  g_clear_object (&self->parent);

  G_OBJECT_CLASS (atlas_place_parent_class)->finalize (object);
}

static void
atlas_place_class_init (AtlasPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_place_finalize;
}

static void
atlas_place_init (AtlasPlace *self)
{
}

/**
 * atlas_place_new:
 * @fields: what it is made from
 * @parent: (nullable): the city it belongs to; %NULL for a city
 *
 * Returns: (transfer full): an immutable place
 */
AtlasPlace *
atlas_place_new (const AtlasPlaceFields *fields, AtlasPlace *parent)
{
  AtlasPlace *self;

  g_return_val_if_fail (fields != NULL && fields->code != NULL && fields->name != NULL, NULL);
  g_return_val_if_fail (parent == NULL || ATLAS_IS_PLACE (parent), NULL);

  self = g_object_new (ATLAS_TYPE_PLACE, NULL);
  self->code = g_strdup (fields->code);
  self->name = g_strdup (fields->name);
  self->short_name = g_strdup (fields->short_name);
  self->pinyin = g_strdup (fields->pinyin);
  self->initials = g_strdup (fields->initials);
  self->family = g_strdup (fields->family);
  self->first_positioning = g_strdup (fields->first_positioning);
  self->level = fields->level;
  self->longitude = fields->longitude;
  self->latitude = fields->latitude;
  self->label = fields->label;
  self->n_industries = fields->n_industries;
  self->n_projects = fields->n_projects;
  self->n_newest_projects = fields->n_newest_projects;
  g_set_object (&self->parent, parent);
  return self;
}

/**
 * atlas_place_get_code:
 * @self: a place
 *
 * Returns: its six-digit division code (GB/T 2260)
 */
const char *
atlas_place_get_code (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), NULL);

  return self->code;
}

/**
 * atlas_place_get_name:
 * @self: a place
 *
 * Returns: its official name, such as 阜新蒙古族自治县
 */
const char *
atlas_place_get_name (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), NULL);

  return self->name;
}

/**
 * atlas_place_get_short_name:
 * @self: a place
 *
 * Returns: the name a map prints, such as 瓦房店; never the same for two cities or counties
 */
const char *
atlas_place_get_short_name (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), NULL);

  return self->short_name;
}

/**
 * atlas_place_get_pinyin:
 * @self: a place
 *
 * Returns: the reading of its name with tone marks, such as Wǎfángdiàn
 */
const char *
atlas_place_get_pinyin (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), NULL);

  return self->pinyin;
}

/**
 * atlas_place_get_initials:
 * @self: a place
 *
 * Returns: the first letter of each syllable, such as wfd
 */
const char *
atlas_place_get_initials (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), NULL);

  return self->initials;
}

/**
 * atlas_place_get_level:
 * @self: a place
 *
 * Returns: its level
 */
AtlasPlaceLevel
atlas_place_get_level (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), ATLAS_PLACE_LEVEL_COUNTY);

  return self->level;
}

/**
 * atlas_place_get_parent:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): the city it belongs to, %NULL for a city
 */
AtlasPlace *
atlas_place_get_parent (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), NULL);

  return self->parent;
}

/**
 * atlas_place_get_family:
 * @self: a place
 *
 * Returns: (nullable): the id of the family of the first leading industry that the newest plan
 *   names for it
 */
const char *
atlas_place_get_family (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), NULL);

  return self->family;
}

/**
 * atlas_place_get_longitude:
 * @self: a place
 *
 * Returns: the seat's longitude in degrees east
 */
double
atlas_place_get_longitude (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), 0.0);

  return self->longitude;
}

/**
 * atlas_place_get_latitude:
 * @self: a place
 *
 * Returns: the seat's latitude in degrees north
 */
double
atlas_place_get_latitude (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), 0.0);

  return self->latitude;
}

/**
 * atlas_place_get_label_point:
 * @self: a place
 *
 * Returns: where a label fits best, in world units
 */
AtlasPoint
atlas_place_get_label_point (AtlasPlace *self)
{
  AtlasPoint nowhere = { 0.0, 0.0 };

  g_return_val_if_fail (ATLAS_IS_PLACE (self), nowhere);

  return self->label;
}

/**
 * atlas_place_get_n_industries:
 * @self: a place
 *
 * Returns: how many leading industries the newest plan names for it
 */
guint
atlas_place_get_n_industries (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), 0);

  return self->n_industries;
}

/**
 * atlas_place_get_n_projects:
 * @self: a place
 *
 * Returns: how many projects the documents tie to it, or of a city also to what belongs to it; each
 *   counts once
 */
guint
atlas_place_get_n_projects (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), 0);

  return self->n_projects;
}

/**
 * atlas_place_get_n_newest_projects:
 * @self: a place
 *
 * Returns: how many of its projects, counted as atlas_place_get_n_projects() does, the newest
 *   document speaks of
 */
guint
atlas_place_get_n_newest_projects (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), 0);

  return self->n_newest_projects;
}

/**
 * atlas_place_get_first_positioning:
 * @self: a place
 *
 * Returns: (nullable): the first positioning that the newest plan gives it
 */
const char *
atlas_place_get_first_positioning (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), NULL);

  return self->first_positioning;
}

/**
 * atlas_place_is_city:
 * @self: a place
 *
 * Returns: whether it is one of the prefecture-level cities
 */
gboolean
atlas_place_is_city (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), FALSE);

  return self->level == ATLAS_PLACE_LEVEL_CITY;
}

/**
 * atlas_place_is_district:
 * @self: a place
 *
 * Returns: whether it is a district, for which the plans set out no positioning and no industries
 */
gboolean
atlas_place_is_district (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), FALSE);

  return self->level == ATLAS_PLACE_LEVEL_DISTRICT;
}
