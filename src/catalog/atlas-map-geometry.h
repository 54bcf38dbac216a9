/* atlas-map-geometry.h: the areas and boundaries the map is painted from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-database.h"
#include "atlas-geometry.h"

G_BEGIN_DECLS

/**
 * AtlasBoundaryClass:
 *
 * From the strongest line to the faintest. A line between two units belongs to the strongest class
 * that applies, so each line is drawn once.
 */
typedef enum
{
  ATLAS_BOUNDARY_PROVINCE,
  ATLAS_BOUNDARY_CITY,
  ATLAS_BOUNDARY_COUNTY,
  ATLAS_BOUNDARY_DISTRICT,
  ATLAS_BOUNDARY_CONTEXT,
  ATLAS_N_BOUNDARY_CLASSES,
} AtlasBoundaryClass;

/* Levels of detail in the data set: 0 for the whole province, 2 for a county filling the window. */
#define ATLAS_N_DETAILS 3

/**
 * AtlasArea:
 * @code: GB/T 2260 code of the unit or city, or the code of a neighbouring region
 * @city: code of the city it belongs to, or %NULL for a city and for the surroundings
 * @shapes: (array fixed-size=3): by level of detail, never %NULL
 * @is_unit: whether it is one of the 100 county-level units (what a click can hit)
 * @is_district: whether it is a district
 */
typedef struct
{
  char *code;
  char *city;
  AtlasShape *shapes[ATLAS_N_DETAILS];
  gboolean is_unit;
  gboolean is_district;
} AtlasArea;

/**
 * AtlasMapGeometry:
 *
 * Immutable and atomically reference-counted: painted from worker threads without a lock.
 */
typedef struct _AtlasMapGeometry AtlasMapGeometry;

AtlasMapGeometry *atlas_map_geometry_load (AtlasDatabase *database, GError **error);
AtlasMapGeometry *atlas_map_geometry_ref (AtlasMapGeometry *self);
void atlas_map_geometry_unref (AtlasMapGeometry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMapGeometry, atlas_map_geometry_unref)

guint atlas_map_geometry_get_n_areas (AtlasMapGeometry *self);
const AtlasArea *atlas_map_geometry_get_area (AtlasMapGeometry *self, guint index);
const AtlasArea *atlas_map_geometry_find_area (AtlasMapGeometry *self, const char *code);
AtlasShape *
atlas_map_geometry_get_boundary (AtlasMapGeometry *self, AtlasBoundaryClass boundary, guint detail);
const AtlasBox *atlas_map_geometry_get_province_box (AtlasMapGeometry *self);
const AtlasArea *atlas_map_geometry_hit (AtlasMapGeometry *self, AtlasPoint point);
guint atlas_map_geometry_detail_for_zoom (double zoom);
const char *const *atlas_map_geometry_get_neighbours (AtlasMapGeometry *self, const char *code);

G_END_DECLS
