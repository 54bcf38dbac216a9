/* atlas-topology-shapes.c: areas and lines put together from shared borders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-topology-private.h"

#include <math.h>

/* A border and the way it is walked. */
typedef struct
{
  const AtlasArc *arc;
  gboolean forward;
  gboolean used;
} Step;

/* The entry of the chain that is `index` steps along. */
static guint
get_entry (const Step *step, guint index)
{
  return step->arc->first + (step->forward ? index : step->arc->n - 1 - index);
}

static guint
get_vertex (AtlasTopology *self, const Step *step, guint index)
{
  return g_array_index (self->chain, guint, get_entry (step, index));
}

static guint
get_start (AtlasTopology *self, const Step *step)
{
  return get_vertex (self, step, 0);
}

static guint
get_end (AtlasTopology *self, const Step *step)
{
  return get_vertex (self, step, step->arc->n - 1);
}

/* Adds the points drawn at `detail`, without the last, where the next step begins. */
static void
add_points (AtlasTopology *self, const Step *step, guint detail, AtlasShapeBuilder *builder)
{
  for (guint i = 0; i + 1 < step->arc->n; i++)
    if (self->detail->data[get_entry (step, i)] <= detail)
      atlas_shape_builder_add_point (builder,
                                     _atlas_topology_get_point (self, get_vertex (self, step, i)));
}

static guint
get_group (const guint *groups, guint n_owners, guint owner)
{
  return owner < n_owners ? groups[owner] : ATLAS_TOPOLOGY_NONE;
}

/* The borders of `group`, each walked with the group on its left. */
static GArray *
collect_steps (AtlasTopology *self, const guint *groups, guint n_owners, guint group)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));

  for (guint i = 0; i < self->arcs->len; i++)
    {
      const AtlasArc *arc = &g_array_index (self->arcs, AtlasArc, i);
      gboolean left = get_group (groups, n_owners, arc->public.left) == group;
      gboolean right = get_group (groups, n_owners, arc->public.right) == group;
      Step step = { .arc = arc, .forward = left };

      if (left != right)
        g_array_append_val (steps, step);
    }

  return steps;
}

/* The direction from one vertex to the next, in radians. */
static double
get_heading (AtlasTopology *self, guint from, guint to)
{
  AtlasPoint a = _atlas_topology_get_point (self, from);
  AtlasPoint b = _atlas_topology_get_point (self, to);

  return atan2 (b.y - a.y, b.x - a.x);
}

/* Finds what follows `step` on the outline of the area to its left. Where the area touches itself
 * several borders leave the junction: the sharpest turn to the left separates the pieces. */
static Step *
find_next_step (AtlasTopology *self, GArray *steps, const Step *step)
{
  guint junction = get_end (self, step);
  double back = get_heading (self, junction, get_vertex (self, step, step->arc->n - 2));
  double best_turn = G_MAXDOUBLE;
  Step *best = NULL;

  for (guint i = 0; i < steps->len; i++)
    {
      Step *candidate = &g_array_index (steps, Step, i);
      double turn;

      if (candidate->used || get_start (self, candidate) != junction)
        continue;
      turn = back - get_heading (self, junction, get_vertex (self, candidate, 1));
      if (turn <= 0)
        turn += 2 * G_PI;
      if (turn < best_turn)
        {
          best_turn = turn;
          best = candidate;
        }
    }

  return best;
}

/**
 * atlas_topology_build_area:
 * @self: a built topology
 * @groups: (array length=n_owners): the group of each owner, or %ATLAS_TOPOLOGY_NONE
 * @n_owners: how many owners there are; those beyond are in no group
 * @group: the group to build
 * @detail: level of detail
 *
 * Puts the rings together that enclose a group of owners: what lies between two owners of the group
 * is gone. Outer rings run one way and holes the other.
 *
 * Returns: (transfer full): the area, empty if nobody is in @group
 */
AtlasShape *
atlas_topology_build_area (
    AtlasTopology *self, const guint *groups, guint n_owners, guint group, guint detail)
{
  g_autoptr (GArray) steps = NULL;
  AtlasShapeBuilder builder;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (groups != NULL || n_owners == 0, NULL);
  g_return_val_if_fail (group != ATLAS_TOPOLOGY_NONE, NULL);

  steps = collect_steps (self, groups, n_owners, group);
  atlas_shape_builder_init (&builder);
  for (guint i = 0; i < steps->len; i++)
    {
      Step *step = &g_array_index (steps, Step, i);
      guint start = get_start (self, step);

      if (step->used)
        continue;
      for (; step != NULL; step = find_next_step (self, steps, step))
        {
          step->used = TRUE;
          add_points (self, step, detail, &builder);
          if (get_end (self, step) == start)
            break;
        }
      atlas_shape_builder_end_path (&builder);
    }

  return atlas_shape_builder_end (&builder);
}

/* Finds a border that is not drawn yet and ends at `junction`, turned so that it starts there. */
static Step *
find_line_step (AtlasTopology *self, GArray *steps, guint junction)
{
  for (guint i = 0; i < steps->len; i++)
    {
      Step *step = &g_array_index (steps, Step, i);

      if (step->used)
        continue;
      if (get_end (self, step) == junction)
        step->forward = !step->forward;
      if (get_start (self, step) == junction)
        return step;
    }

  return NULL;
}

/* Draws one line from `junction` as far as borders lead that are not drawn yet. */
static void
add_line (
    AtlasTopology *self, GArray *steps, guint junction, guint detail, AtlasShapeBuilder *builder)
{
  Step *step;

  while ((step = find_line_step (self, steps, junction)) != NULL)
    {
      step->used = TRUE;
      add_points (self, step, detail, builder);
      junction = get_end (self, step);
    }

  atlas_shape_builder_add_point (builder, _atlas_topology_get_point (self, junction));
  atlas_shape_builder_end_path (builder);
}

/* Whether an odd number of the borders not yet drawn ends at `junction`: a line has to, then. */
static gboolean
is_odd (AtlasTopology *self, GArray *steps, guint junction)
{
  gboolean odd = FALSE;

  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);

      if (step->used)
        continue;
      odd ^= get_start (self, step) == junction;
      odd ^= get_end (self, step) == junction;
    }

  return odd;
}

/**
 * atlas_topology_build_lines:
 * @self: a built topology
 * @select: says which borders to take
 * @user_data: for @select
 * @detail: level of detail
 *
 * Joins borders end to end into as few lines as there can be: they begin where an odd number meets,
 * and what is left are closed lines, which repeat their first point.
 *
 * Returns: (transfer full): the lines
 */
AtlasShape *
atlas_topology_build_lines (AtlasTopology *self,
                            AtlasTopologySelectFunc select,
                            gpointer user_data,
                            guint detail)
{
  g_autoptr (GArray) steps = NULL;
  AtlasShapeBuilder builder;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (select != NULL, NULL);

  steps = g_array_new (FALSE, FALSE, sizeof (Step));
  for (guint i = 0; i < self->arcs->len; i++)
    {
      Step step = { .arc = &g_array_index (self->arcs, AtlasArc, i), .forward = TRUE };

      if (select (&step.arc->public, user_data))
        g_array_append_val (steps, step);
    }

  atlas_shape_builder_init (&builder);
  for (guint i = 0; i < 2 * steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i / 2);
      guint junction = i % 2 == 0 ? get_start (self, step) : get_end (self, step);

      if (!step->used && is_odd (self, steps, junction))
        add_line (self, steps, junction, detail, &builder);
    }
  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);

      if (!step->used)
        add_line (self, steps, get_start (self, step), detail, &builder);
    }

  return atlas_shape_builder_end (&builder);
}

/**
 * atlas_topology_find_largest_ring:
 * @area: an area
 *
 * Returns: (transfer none) (nullable): its largest ring, valid as long as @area; %NULL if it is
 *   empty
 */
const AtlasShapePath *
atlas_topology_find_largest_ring (AtlasShape *area)
{
  const AtlasShapePath *largest = NULL;
  double largest_size = -1.0;

  g_return_val_if_fail (area != NULL, NULL);

  for (guint i = 0; i < atlas_shape_get_n_paths (area); i++)
    {
      const AtlasShapePath *path = atlas_shape_get_path (area, i);
      double size = fabs (atlas_topology_measure_ring (path->points, path->n_points));

      if (size > largest_size)
        {
          largest_size = size;
          largest = path;
        }
    }

  return largest;
}
