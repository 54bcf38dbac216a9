/* atlas-stitch.c: two outlines of one border, made one
 *
 * The surroundings come from other files than the province, simplified more. Between the two
 * outlines of one border the sea would shine through. So where a ring runs along the border it is
 * made to use the border's own points.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-stitch.h"

#include "atlas-topology.h"

#define NO_POINT G_MAXUINT

/* The nearest point of `border` that is closer to `point` than `tolerance`. */
static guint
find_nearest (const AtlasShapePath *border, AtlasPoint point, double tolerance)
{
  AtlasBox reach = border->box;
  double best = tolerance * tolerance;
  guint nearest = NO_POINT;

  reach.x0 -= tolerance;
  reach.y0 -= tolerance;
  reach.x1 += tolerance;
  reach.y1 += tolerance;
  if (!atlas_box_contains (&reach, point))
    return NO_POINT;

  for (guint i = 0; i < border->n_points; i++)
    {
      double dx = border->points[i].x - point.x;
      double dy = border->points[i].y - point.y;

      if (dx * dx + dy * dy < best)
        {
          best = dx * dx + dy * dy;
          nearest = i;
        }
    }

  return nearest;
}

/* Finds the longest stretch of the ring that keeps away from the border: `n_away` points from
 * `away` on. */
static void
find_stretch_away (const guint *nearest, guint n, guint *away, guint *n_away)
{
  guint run = 0;

  *away = 0;
  *n_away = 0;

  /* Twice around, for the stretch may pass the ring's first point. */
  for (guint i = 0; i < 2 * n; i++)
    {
      run = nearest[i % n] == NO_POINT ? MIN (run + 1, n) : 0;
      if (run > *n_away)
        {
          *n_away = run;
          *away = (i + 1 + n - run) % n;
        }
    }
}

/**
 * atlas_stitch_ring:
 * @ring: (element-type AtlasPoint): an area's ring, not repeating the first point; changed
 * @border: the outer ring of what lies on the other side
 * @tolerance: how far apart the outlines may be at the two ends of what they share, in world units
 *
 * Replaces the stretch along which @ring follows @border by the points of @border. They must follow
 * each other in one stretch; inside it they may be farther apart than @tolerance.
 *
 * Returns: whether they touch at all
 */
gboolean
atlas_stitch_ring (GArray *ring, const AtlasShapePath *border, double tolerance)
{
  g_autoptr (GArray) stitched = NULL;
  g_autofree guint *nearest = NULL;
  const AtlasPoint *points;
  guint n;
  guint away;
  guint n_away;
  guint from;
  guint to;
  gboolean same_way;

  g_return_val_if_fail (ring != NULL && ring->len > 0, FALSE);
  g_return_val_if_fail (border != NULL && border->n_points > 0, FALSE);

  n = ring->len;
  points = (const AtlasPoint *) ring->data;
  nearest = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    nearest[i] = find_nearest (border, points[i], tolerance);
  find_stretch_away (nearest, n, &away, &n_away);
  if (n_away == 0 || n_away + 2 > n)
    return FALSE;

  stitched = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
  for (guint i = 0; i < n_away; i++)
    g_array_append_val (stitched, points[(away + i) % n]);

  /* Two areas beside each other pass their border in opposite directions. */
  from = nearest[(away + n_away) % n];
  to = nearest[(away + n - 1) % n];
  same_way = (atlas_topology_measure_ring (points, n) > 0)
             != (atlas_topology_measure_ring (border->points, border->n_points) > 0);
  for (guint i = from; i != to;)
    {
      g_array_append_val (stitched, border->points[i]);
      i = same_way ? (i + 1) % border->n_points : (i + border->n_points - 1) % border->n_points;
    }
  g_array_append_val (stitched, border->points[to]);

  g_array_set_size (ring, 0);
  g_array_append_vals (ring, stitched->data, stitched->len);
  return TRUE;
}
