/* atlas-geojson.h: the outlines in data/geo, checked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-geometry.h"

G_BEGIN_DECLS

/**
 * AtlasGeojsonRing:
 * @points: (element-type AtlasPoint): at least 3, not repeating the first
 * @is_hole: whether the area lies around it
 */
typedef struct
{
  GArray *points;
  gboolean is_hole;
} AtlasGeojsonRing;

/**
 * AtlasGeojsonFeature:
 * @code: GB/T 2260 code, or what stands for one abroad
 * @city: code of the city it belongs to, or %NULL
 * @rings: (element-type AtlasGeojsonRing): at least one
 */
typedef struct
{
  char *code;
  char *city;
  GPtrArray *rings;
} AtlasGeojsonFeature;

GPtrArray *atlas_geojson_load (const char *data_dir, const char *file, GError **error);

G_END_DECLS
