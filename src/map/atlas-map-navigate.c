/* atlas-map-navigate.c: from place to place by arrow keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-navigate.h"

#include <math.h>

/* Cosine of the angle by which a neighbour may lie off the arrow: 60°, and 35° for islands and for
 * the far side of a gap, where nothing adjoins. */
#define ADJACENT_COSINE 0.5
#define DISTANT_COSINE 0.82

static const AtlasPoint DIRECTIONS[] = {
  [ATLAS_DIRECTION_WEST] = { -1.0, 0.0 },
  [ATLAS_DIRECTION_EAST] = { 1.0, 0.0 },
  [ATLAS_DIRECTION_NORTH] = { 0.0, -1.0 },
  [ATLAS_DIRECTION_SOUTH] = { 0.0, 1.0 },
};

typedef struct
{
  AtlasPoint from;
  AtlasPoint direction;
  double least_cosine;
  double best_cost;
  AtlasPlace *best;
} Search;

/* What lies straight ahead is preferred to what is merely near. */
static void
consider (Search *search, AtlasPlace *place)
{
  AtlasPoint to = atlas_place_get_label_point (place);
  double dx = to.x - search->from.x;
  double dy = to.y - search->from.y;
  double distance = hypot (dx, dy);
  double cosine;
  double cost;

  if (distance <= 0.0)
    return;

  cosine = (dx * search->direction.x + dy * search->direction.y) / distance;
  if (cosine < search->least_cosine)
    return;

  cost = distance / (cosine * cosine);
  if (search->best == NULL || cost < search->best_cost)
    {
      search->best = place;
      search->best_cost = cost;
    }
}

static void
consider_units (Search *search, AtlasCatalog *catalog, AtlasMapGeometry *geometry)
{
  guint n_areas = atlas_map_geometry_get_n_areas (geometry);

  for (guint i = 0; i < n_areas; i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (geometry, i);
      AtlasPlace *place = NULL;

      if (area->is_unit)
        place = atlas_catalog_get_place (catalog, area->code);
      if (place != NULL)
        consider (search, place);
    }
}

static void
consider_neighbours (Search *search,
                     AtlasCatalog *catalog,
                     AtlasMapGeometry *geometry,
                     const char *code)
{
  const char *const *neighbours = atlas_map_geometry_get_neighbours (geometry, code);

  for (guint i = 0; neighbours != NULL && neighbours[i] != NULL; i++)
    {
      AtlasPlace *place = atlas_catalog_get_place (catalog, neighbours[i]);

      if (place != NULL)
        consider (search, place);
    }
}

/**
 * atlas_map_navigate_nearest:
 * @catalog: the data set
 * @geometry: its areas
 * @point: somewhere
 *
 * Returns: (transfer none) (nullable): the county or district at @point, or the nearest one
 */
AtlasPlace *
atlas_map_navigate_nearest (AtlasCatalog *catalog, AtlasMapGeometry *geometry, AtlasPoint point)
{
  const AtlasArea *area;
  AtlasPlace *nearest = NULL;
  guint n_areas;
  double least = INFINITY;

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog) && geometry != NULL, NULL);

  area = atlas_map_geometry_hit (geometry, point);
  if (area != NULL)
    return atlas_catalog_get_place (catalog, area->code);

  n_areas = atlas_map_geometry_get_n_areas (geometry);
  for (guint i = 0; i < n_areas; i++)
    {
      AtlasPlace *place;
      AtlasPoint label;
      double distance;

      area = atlas_map_geometry_get_area (geometry, i);
      place = area->is_unit ? atlas_catalog_get_place (catalog, area->code) : NULL;
      if (place == NULL)
        continue;

      label = atlas_place_get_label_point (place);
      distance = hypot (label.x - point.x, label.y - point.y);
      if (distance < least)
        {
          least = distance;
          nearest = place;
        }
    }

  return nearest;
}

/**
 * atlas_map_navigate:
 * @catalog: the data set
 * @geometry: its areas
 * @from: where one is; a city stands for the unit at its seat
 * @direction: where the arrow points
 *
 * Returns: (transfer none) (nullable): the adjoining county or district in that direction, else the
 *   next one beyond a gap, or %NULL at the end of the province
 */
AtlasPlace *
atlas_map_navigate (AtlasCatalog *catalog,
                    AtlasMapGeometry *geometry,
                    AtlasPlace *from,
                    AtlasDirection direction)
{
  Search search = { .direction = DIRECTIONS[direction], .least_cosine = ADJACENT_COSINE };

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog) && geometry != NULL, NULL);
  g_return_val_if_fail (ATLAS_IS_PLACE (from), NULL);

  if (atlas_place_is_city (from))
    from = atlas_map_navigate_nearest (catalog, geometry,
                                       atlas_point_from_degrees (atlas_place_get_longitude (from),
                                                                 atlas_place_get_latitude (from)));
  if (from == NULL)
    return NULL;

  search.from = atlas_place_get_label_point (from);
  consider_neighbours (&search, catalog, geometry, atlas_place_get_code (from));
  if (search.best != NULL)
    return search.best;

  search.least_cosine = DISTANT_COSINE;
  consider_units (&search, catalog, geometry);
  return search.best;
}
