/* atlas-label-point.c: where a name fits best inside an area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-label-point.h"

#include "atlas-topology.h"

/* A name is about this many times as wide as it is high. */
#define LABEL_ASPECT 2.0

/* The first look is at the middles of a grid of GRID × GRID squares. */
#define GRID 16

/* Each round after it looks around the best point so far at half the distance. */
#define ROUNDS 8

static double
squared_distance_to_edge (AtlasPoint point, AtlasPoint a, AtlasPoint b)
{
  double dx = b.x - a.x;
  double dy = (b.y - a.y) * LABEL_ASPECT;
  double px = point.x - a.x;
  double py = (point.y - a.y) * LABEL_ASPECT;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? CLAMP ((px * dx + py * dy) / length, 0.0, 1.0) : 0.0;

  px -= t * dx;
  py -= t * dy;
  return px * px + py * py;
}

/* The room around `point`: how far it is to the nearest edge, squared, with heights counted more.
 * Less than nothing outside. */
static double
measure_room (AtlasShape *area, AtlasPoint point)
{
  double room = G_MAXDOUBLE;

  if (!atlas_shape_contains (area, point))
    return -1.0;

  for (guint i = 0; i < atlas_shape_get_n_paths (area); i++)
    {
      const AtlasShapePath *path = atlas_shape_get_path (area, i);

      for (guint j = 0, k = path->n_points - 1; j < path->n_points; k = j++)
        room = MIN (room, squared_distance_to_edge (point, path->points[k], path->points[j]));
    }

  return room;
}

/* Looks at the eight points around `best` and moves there if there is more room. */
static void
look_around (AtlasShape *area, double dx, double dy, AtlasPoint *best, double *best_room)
{
  AtlasPoint centre = *best;

  for (int i = -1; i <= 1; i++)
    for (int j = -1; j <= 1; j++)
      {
        AtlasPoint point = { centre.x + i * dx, centre.y + j * dy };
        double room = measure_room (area, point);

        if (room > *best_room)
          {
            *best_room = room;
            *best = point;
          }
      }
}

/**
 * atlas_label_point_find:
 * @area: an area with at least one ring
 *
 * Finds the point with the most room around it for a name, which is wider than high: about the
 * pole of inaccessibility, with heights counted double. An area of several pieces takes it in the
 * largest.
 *
 * Returns: the point, in world units; always inside @area unless that is thinner than its grid
 */
AtlasPoint
atlas_label_point_find (AtlasShape *area)
{
  const AtlasBox *box;
  AtlasPoint best;
  double best_room = -1.0;
  double dx;
  double dy;

  g_return_val_if_fail (area != NULL, ((AtlasPoint){ 0, 0 }));
  g_return_val_if_fail (atlas_shape_get_n_paths (area) > 0, ((AtlasPoint){ 0, 0 }));

  box = &atlas_topology_find_largest_ring (area)->box;
  dx = (box->x1 - box->x0) / GRID;
  dy = (box->y1 - box->y0) / GRID;
  best.x = (box->x0 + box->x1) / 2;
  best.y = (box->y0 + box->y1) / 2;

  for (guint i = 0; i < GRID; i++)
    for (guint j = 0; j < GRID; j++)
      {
        AtlasPoint point = { box->x0 + (i + 0.5) * dx, box->y0 + (j + 0.5) * dy };
        double room = measure_room (area, point);

        if (room > best_room)
          {
            best_room = room;
            best = point;
          }
      }
  for (guint i = 0; i < ROUNDS; i++)
    {
      dx /= 2;
      dy /= 2;
      look_around (area, dx, dy, &best, &best_room);
    }

  return best;
}
