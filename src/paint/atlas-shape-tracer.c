/* atlas-shape-tracer.c: hands shapes to cairo, cut down to what can be seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-shape-tracer.h"

static guint
side_of (const AtlasBox *box, AtlasPoint point)
{
  return (point.x < box->x0 ? 1u : 0u) | (point.x > box->x1 ? 2u : 0u)
         | (point.y < box->y0 ? 4u : 0u) | (point.y > box->y1 ? 8u : 0u);
}

static void
line_to (const AtlasShapeTracer *self, AtlasPoint point)
{
  cairo_line_to (self->cr, (point.x - self->origin.x) * self->scale,
                 (point.y - self->origin.y) * self->scale);
}

/* A run of points on one side of the box is cut short: neither what is filled nor what is stroked
 * inside the box depends on its course. At high zoom that leaves a few points of thousands. */
static void
add_path (const AtlasShapeTracer *self, const AtlasShapePath *path, gboolean closed)
{
  AtlasPoint held = path->points[0];
  guint last_side = 0;
  guint held_side = side_of (&self->box, held);

  cairo_new_sub_path (self->cr);
  for (guint i = 1; i < path->n_points; i++)
    {
      AtlasPoint point = path->points[i];
      guint side = side_of (&self->box, point);

      if (i == 1 || (last_side & held_side & side) == 0)
        {
          line_to (self, held);
          last_side = held_side;
        }
      held = point;
      held_side = side;
    }
  line_to (self, held);
  if (closed)
    cairo_close_path (self->cr);
}

/**
 * atlas_shape_tracer_add:
 * @self: a tracer
 * @shape: an area or lines
 * @closed: whether @shape is an area
 *
 * Adds the parts of @shape that matter inside the box to cairo's current path.
 */
void
atlas_shape_tracer_add (const AtlasShapeTracer *self, AtlasShape *shape, gboolean closed)
{
  guint n_paths;

  g_return_if_fail (self != NULL && shape != NULL);

  if (!atlas_box_intersects (atlas_shape_get_box (shape), &self->box))
    return;

  n_paths = atlas_shape_get_n_paths (shape);
  for (guint i = 0; i < n_paths; i++)
    {
      const AtlasShapePath *path = atlas_shape_get_path (shape, i);

      if (path->n_points > 1 && atlas_box_intersects (&path->box, &self->box))
        add_path (self, path, closed);
    }
}
