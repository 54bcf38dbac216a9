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

/* A county that lies around its city is further from it, middle to middle, than it looks: on the
 * way out of a city its own counties count as so much nearer. */
#define OWN_COUNTY 0.7

static const AtlasPoint DIRECTIONS[] = {
  [ATLAS_DIRECTION_WEST] = { -1.0, 0.0 },
  [ATLAS_DIRECTION_EAST] = { 1.0, 0.0 },
  [ATLAS_DIRECTION_NORTH] = { 0.0, -1.0 },
  [ATLAS_DIRECTION_SOUTH] = { 0.0, 1.0 },
};

typedef struct
{
  AtlasCatalog *catalog;
  AtlasMapGeometry *geometry;
  AtlasPlace *start;
  /* whether one walks among districts, which otherwise all are their city */
  gboolean by_district;
  AtlasPoint direction;
  double least_cosine;
  double best_cost;
  AtlasPlace *best;
} Search;

/* Where a place is: a city at its seat, as on the map. */
static AtlasPoint
point_of (AtlasPlace *place)
{
  return atlas_place_is_city (place) ? atlas_point_from_degrees (atlas_place_get_longitude (place),
                                                                 atlas_place_get_latitude (place))
                                     : atlas_place_get_label_point (place);
}

/* Returns: (transfer none) (nullable): the city of a district, else the place itself. */
static AtlasPlace *
gather (AtlasPlace *place)
{
  return place != NULL && atlas_place_is_district (place) ? atlas_place_get_parent (place) : place;
}

/* What lies straight ahead is preferred to what is merely near. */
static void
consider (Search *search, const char *code)
{
  AtlasPlace *place = atlas_catalog_get_place (search->catalog, code);
  AtlasPoint from = point_of (search->start);
  AtlasPoint to;
  double distance;
  double cosine;
  double cost;

  if (!search->by_district)
    place = gather (place);
  if (place == NULL || place == search->start)
    return;

  to = point_of (place);
  distance = hypot (to.x - from.x, to.y - from.y);
  cosine = ((to.x - from.x) * search->direction.x + (to.y - from.y) * search->direction.y)
           / distance;
  if (!(cosine >= search->least_cosine))
    return;

  cost = distance / (cosine * cosine);
  if (atlas_place_get_parent (place) == search->start)
    cost *= OWN_COUNTY;
  if (search->best == NULL || cost < search->best_cost)
    {
      search->best = place;
      search->best_cost = cost;
    }
}

static void
consider_all (Search *search)
{
  guint n_areas = atlas_map_geometry_get_n_areas (search->geometry);

  for (guint i = 0; i < n_areas; i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (search->geometry, i);

      if (area->is_unit)
        consider (search, area->code);
    }
}

static void
consider_neighbours (Search *search, const char *code)
{
  const char *const *neighbours = atlas_map_geometry_get_neighbours (search->geometry, code);

  for (guint i = 0; neighbours[i] != NULL; i++)
    consider (search, neighbours[i]);
}

/* What adjoins a city is what adjoins its districts. */
static void
consider_adjacent (Search *search)
{
  const char *code = atlas_place_get_code (search->start);
  guint n_areas = atlas_map_geometry_get_n_areas (search->geometry);

  if (!atlas_place_is_city (search->start))
    {
      consider_neighbours (search, code);
      return;
    }

  for (guint i = 0; i < n_areas; i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (search->geometry, i);

      if (area->is_district && g_strcmp0 (area->city, code) == 0)
        consider_neighbours (search, area->code);
    }
}

/* Whether an arrow on @island, which nothing adjoins, leads to where @search starts. */
static gboolean
leads_here (const Search *search, AtlasPlace *island)
{
  for (guint d = 0; d < G_N_ELEMENTS (DIRECTIONS); d++)
    {
      Search from_there = { .catalog = search->catalog,
                            .geometry = search->geometry,
                            .start = island,
                            .by_district = search->by_district,
                            .direction = DIRECTIONS[d],
                            .least_cosine = DISTANT_COSINE };

      consider_all (&from_there);
      if (from_there.best == search->start)
        return TRUE;
    }

  return FALSE;
}

/* The sea lets one go back to an island from wherever one comes to from there. */
static void
consider_islands (Search *search)
{
  guint n_areas = atlas_map_geometry_get_n_areas (search->geometry);

  for (guint i = 0; i < n_areas; i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (search->geometry, i);
      AtlasPlace *place;

      if (!area->is_unit || area->is_district
          || atlas_map_geometry_get_neighbours (search->geometry, area->code)[0] != NULL)
        continue;

      place = atlas_catalog_get_place (search->catalog, area->code);
      if (place != NULL && leads_here (search, place))
        consider (search, area->code);
    }
}

/**
 * atlas_map_navigate_nearest:
 * @catalog: the data set
 * @geometry: its areas
 * @point: somewhere
 *
 * Returns: (transfer none) (nullable): the county or city (for all its districts) at @point, or the
 *   nearest one
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
    return gather (atlas_catalog_get_place (catalog, area->code));

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

  return gather (nearest);
}

/**
 * atlas_map_navigate:
 * @catalog: the data set
 * @geometry: its areas
 * @from: where one is
 * @direction: where the arrow points
 *
 * From a city or county one walks among the cities and counties, where the districts of a city
 * together are the city; from a district among districts and counties.
 *
 * Returns: (transfer none) (nullable): the adjoining place in that direction, else the next one
 *   beyond a gap, or %NULL at the end of the province
 */
AtlasPlace *
atlas_map_navigate (AtlasCatalog *catalog,
                    AtlasMapGeometry *geometry,
                    AtlasPlace *from,
                    AtlasDirection direction)
{
  Search search = { .catalog = catalog,
                    .geometry = geometry,
                    .start = from,
                    .direction = DIRECTIONS[direction],
                    .least_cosine = ADJACENT_COSINE };

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog) && geometry != NULL, NULL);
  g_return_val_if_fail (ATLAS_IS_PLACE (from), NULL);

  search.by_district = atlas_place_is_district (from);
  consider_adjacent (&search);
  consider_islands (&search);
  if (search.best != NULL)
    return search.best;

  search.least_cosine = DISTANT_COSINE;
  consider_all (&search);
  return search.best;
}
