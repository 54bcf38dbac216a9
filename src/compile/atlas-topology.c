/* atlas-topology.c: the borders that areas share, each stored and simplified once
 *
 * Areas come in as rings. Where two rings walk the same two vertices they share an edge; edges with
 * the same owners on both sides are chained into arcs, which meet at junctions. Whatever is built
 * from arcs afterwards - areas at any level of detail, areas of groups of owners, border lines -
 * fits together without a gap or an overlap, because there is only one of each arc.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-topology-private.h"

#include <math.h>
#include <string.h>

#define EQUATOR_METRES 40075016.686

/* One step of a ring: from vertex `a` to `b`, a < b, with `left` owning the left side when walked
 * that way and `right` the other. */
typedef struct
{
  guint a;
  guint b;
  guint left;
  guint right;
} Edge;

/**
 * atlas_topology_new:
 *
 * Returns: (transfer full): a topology without rings
 */
AtlasTopology *
atlas_topology_new (void)
{
  AtlasTopology *self = g_new0 (AtlasTopology, 1);

  self->points = g_array_new (FALSE, FALSE, sizeof (AtlasGridPoint));
  self->edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  self->arcs = g_array_new (FALSE, FALSE, sizeof (AtlasArc));
  self->chain = g_array_new (FALSE, FALSE, sizeof (guint));
  self->detail = g_byte_array_new ();
  return self;
}

/**
 * atlas_topology_free:
 * @self: (transfer full): a topology
 */
void
atlas_topology_free (AtlasTopology *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->points);
  g_array_unref (self->edges);
  g_array_unref (self->arcs);
  g_array_unref (self->chain);
  g_byte_array_unref (self->detail);
  g_free (self);
}

/**
 * atlas_topology_measure_ring:
 * @points: (array length=n_points): a ring, not repeating the first point
 * @n_points: at least 1
 *
 * Returns: its area in square world units, positive if it runs with its inside on the left where
 *   y grows upward, and negative if it runs the other way
 */
double
atlas_topology_measure_ring (const AtlasPoint *points, guint n_points)
{
  double twice = 0.0;

  g_return_val_if_fail (points != NULL && n_points > 0, 0.0);

  for (guint i = 0, j = n_points - 1; i < n_points; j = i++)
    twice += (points[j].x - points[0].x) * (points[i].y - points[0].y)
             - (points[i].x - points[0].x) * (points[j].y - points[0].y);
  return twice / 2.0;
}

/**
 * atlas_topology_add_ring:
 * @self: a topology that is not built yet
 * @owner: whose ring it is
 * @points: (array length=n_points): not repeating the first
 * @n_points: at least 3
 * @is_hole: whether @owner lies around it and not inside
 *
 * The ring may run either way; it is turned so that @owner lies on its left.
 */
void
atlas_topology_add_ring (
    AtlasTopology *self, guint owner, const AtlasPoint *points, guint n_points, gboolean is_hole)
{
  guint start;
  gboolean turn;

  g_return_if_fail (self != NULL && self->arcs->len == 0);
  g_return_if_fail (owner != ATLAS_TOPOLOGY_NONE);
  g_return_if_fail (points != NULL && n_points >= 3);

  start = self->points->len;
  turn = (atlas_topology_measure_ring (points, n_points) < 0) != (is_hole != FALSE);
  for (guint i = 0; i < n_points; i++)
    {
      const AtlasPoint *point = &points[turn ? n_points - 1 - i : i];
      AtlasGridPoint grid = { lrint (point->x * ATLAS_GRID_STEPS),
                              lrint (point->y * ATLAS_GRID_STEPS) };
      Edge edge = { start + i, start + (i + 1) % n_points, owner, ATLAS_TOPOLOGY_NONE };

      g_array_append_val (self->points, grid);
      g_array_append_val (self->edges, edge);
    }
}

static int
compare_points (gconstpointer a, gconstpointer b, gpointer points)
{
  const AtlasGridPoint *p = (const AtlasGridPoint *) points + *(const guint *) a;
  const AtlasGridPoint *q = (const AtlasGridPoint *) points + *(const guint *) b;

  if (p->x != q->x)
    return p->x < q->x ? -1 : 1;
  return (p->y > q->y) - (p->y < q->y);
}

/* Makes equal points one vertex and lets the edges name vertices. */
static void
merge_points (AtlasTopology *self)
{
  guint n = self->points->len;
  g_autofree guint *order = g_new (guint, n);
  g_autofree guint *vertex = g_new (guint, n);
  GArray *merged = g_array_sized_new (FALSE, FALSE, sizeof (AtlasGridPoint), n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, n, sizeof (guint), compare_points, self->points->data);

  for (guint i = 0; i < n; i++)
    {
      if (i == 0 || compare_points (&order[i - 1], &order[i], self->points->data) != 0)
        g_array_append_val (merged, g_array_index (self->points, AtlasGridPoint, order[i]));
      vertex[order[i]] = merged->len - 1;
    }

  for (guint i = 0; i < self->edges->len; i++)
    {
      Edge *edge = &g_array_index (self->edges, Edge, i);
      guint a = vertex[edge->a];
      guint b = vertex[edge->b];

      edge->a = MIN (a, b);
      edge->b = MAX (a, b);
      if (a > b)
        {
          edge->right = edge->left;
          edge->left = ATLAS_TOPOLOGY_NONE;
        }
    }

  g_array_unref (self->points);
  self->points = merged;
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const Edge *e = a;
  const Edge *f = b;

  if (e->a != f->a)
    return e->a < f->a ? -1 : 1;
  return (e->b > f->b) - (e->b < f->b);
}

/*
 * _atlas_topology_get_point:
 * @self: a built topology
 * @vertex: a vertex of the chain
 *
 * Returns: where it is, in world units
 */
AtlasPoint
_atlas_topology_get_point (AtlasTopology *self, guint vertex)
{
  const AtlasGridPoint *grid = &g_array_index (self->points, AtlasGridPoint, vertex);
  AtlasPoint point = { grid->x / (double) ATLAS_GRID_STEPS, grid->y / (double) ATLAS_GRID_STEPS };

  return point;
}

/* Gives `edge` the owner of `other`, which is the same edge. */
static gboolean
merge_edge (AtlasTopology *self, Edge *edge, const Edge *other, AtlasTopologyClash *clash)
{
  guint *side = other->left != ATLAS_TOPOLOGY_NONE ? &edge->left : &edge->right;
  guint claim = other->left != ATLAS_TOPOLOGY_NONE ? other->left : other->right;

  if (*side != ATLAS_TOPOLOGY_NONE)
    {
      clash->owner = *side;
      clash->other = claim;
      clash->point = _atlas_topology_get_point (self, edge->a);
      return FALSE;
    }

  *side = claim;
  return TRUE;
}

/* Makes the two sides of an edge one, and drops an edge that has one owner on both sides: two
 * pieces of one area that touch are one piece. */
static gboolean
merge_edges (AtlasTopology *self, AtlasTopologyClash *clash)
{
  GArray *edges = self->edges;
  guint n = 0;

  g_array_sort (edges, compare_edges);
  for (guint i = 0; i < edges->len;)
    {
      Edge edge = g_array_index (edges, Edge, i);

      for (i++; i < edges->len; i++)
        {
          const Edge *other = &g_array_index (edges, Edge, i);

          if (compare_edges (&edge, other) != 0)
            break;
          if (!merge_edge (self, &edge, other, clash))
            return FALSE;
        }

      if (edge.a == edge.b)
        continue;
      if (edge.left == edge.right)
        self->n_dissolved++;
      else
        g_array_index (edges, Edge, n++) = edge;
    }
  g_array_set_size (edges, n);

  return TRUE;
}

/* The edges at each vertex: those of vertex v are list[start[v]] … list[start[v + 1] - 1]. */
typedef struct
{
  guint *start;
  guint *list;
} Incidence;

static void
incidence_init (Incidence *incidence, AtlasTopology *self)
{
  guint n = self->points->len;
  g_autofree guint *fill = g_new (guint, n);

  incidence->start = g_new0 (guint, n + 1);
  incidence->list = g_new (guint, 2 * self->edges->len);
  for (guint i = 0; i < self->edges->len; i++)
    {
      incidence->start[g_array_index (self->edges, Edge, i).a + 1]++;
      incidence->start[g_array_index (self->edges, Edge, i).b + 1]++;
    }
  for (guint v = 0; v < n; v++)
    {
      incidence->start[v + 1] += incidence->start[v];
      fill[v] = incidence->start[v];
    }
  for (guint i = 0; i < self->edges->len; i++)
    {
      incidence->list[fill[g_array_index (self->edges, Edge, i).a]++] = i;
      incidence->list[fill[g_array_index (self->edges, Edge, i).b]++] = i;
    }
}

static void
incidence_clear (Incidence *incidence)
{
  g_free (incidence->start);
  g_free (incidence->list);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Incidence, incidence_clear)

/* The owner on the left of somebody who walks along `edge` away from `vertex`. */
static guint
owner_on_left (const Edge *edge, guint vertex)
{
  return edge->a == vertex ? edge->left : edge->right;
}

static guint
other_end (const Edge *edge, guint vertex)
{
  return edge->a == vertex ? edge->b : edge->a;
}

/* Whether arcs end at `vertex`: they do unless exactly one border passes through it. */
static gboolean
is_junction (AtlasTopology *self, const Incidence *incidence, guint vertex)
{
  const guint *list = incidence->list + incidence->start[vertex];
  const Edge *e;
  const Edge *f;

  if (incidence->start[vertex + 1] - incidence->start[vertex] != 2)
    return TRUE;

  e = &g_array_index (self->edges, Edge, list[0]);
  f = &g_array_index (self->edges, Edge, list[1]);
  return owner_on_left (e, vertex) != owner_on_left (f, other_end (f, vertex))
         || owner_on_left (f, vertex) != owner_on_left (e, other_end (e, vertex));
}

/* Metres on the ground between two points that are near each other. */
static double
ground_distance (AtlasPoint a, AtlasPoint b)
{
  double latitude;

  atlas_point_to_degrees (a, NULL, &latitude);
  return hypot (a.x - b.x, a.y - b.y) * EQUATOR_METRES * cos (latitude * G_PI / 180.0);
}

/* Walks from `vertex` along the edge `index` to the next junction, or around to where it began. */
static void
trace_arc (AtlasTopology *self, const Incidence *incidence, guint vertex, guint index, guint8 *used)
{
  const Edge *edge = &g_array_index (self->edges, Edge, index);
  AtlasArc arc = { .first = self->chain->len };
  guint start = vertex;

  arc.public.left = owner_on_left (edge, vertex);
  arc.public.right = owner_on_left (edge, other_end (edge, vertex));
  g_array_append_val (self->chain, vertex);
  while (TRUE)
    {
      AtlasPoint point = _atlas_topology_get_point (self, vertex);
      const guint *list;

      used[index] = TRUE;
      vertex = other_end (edge, vertex);
      g_array_append_val (self->chain, vertex);
      arc.public.length += ground_distance (point, _atlas_topology_get_point (self, vertex));
      if (vertex == start || is_junction (self, incidence, vertex))
        break;

      list = incidence->list + incidence->start[vertex];
      index = list[0] == index ? list[1] : list[0];
      edge = &g_array_index (self->edges, Edge, index);
    }

  arc.n = self->chain->len - arc.first;
  g_array_append_val (self->arcs, arc);
}

static void
trace_arcs (AtlasTopology *self)
{
  g_auto (Incidence) incidence = { 0 };
  g_autofree guint8 *used = g_new0 (guint8, self->edges->len);

  incidence_init (&incidence, self);
  for (guint vertex = 0; vertex < self->points->len; vertex++)
    for (guint i = incidence.start[vertex]; i < incidence.start[vertex + 1]; i++)
      if (!used[incidence.list[i]] && is_junction (self, &incidence, vertex))
        trace_arc (self, &incidence, vertex, incidence.list[i], used);

  /* What is left are rings that meet no other border. */
  for (guint i = 0; i < self->edges->len; i++)
    if (!used[i])
      trace_arc (self, &incidence, g_array_index (self->edges, Edge, i).a, i, used);
}

/**
 * atlas_topology_build:
 * @self: a topology with all its rings
 * @clash: (out caller-allocates): set on failure
 *
 * Finds the shared borders. Afterwards no ring can be added.
 *
 * Returns: whether it could; %FALSE if two rings claim the same side of one edge
 */
gboolean
atlas_topology_build (AtlasTopology *self, AtlasTopologyClash *clash)
{
  g_return_val_if_fail (self != NULL && self->arcs->len == 0, FALSE);
  g_return_val_if_fail (clash != NULL, FALSE);

  merge_points (self);
  if (!merge_edges (self, clash))
    return FALSE;

  trace_arcs (self);
  g_byte_array_set_size (self->detail, self->chain->len);
  if (self->detail->len > 0)
    memset (self->detail->data, 0, self->detail->len);
  return TRUE;
}

/**
 * atlas_topology_get_n_arcs:
 * @self: a built topology
 *
 * Returns: how many stretches of border there are
 */
guint
atlas_topology_get_n_arcs (AtlasTopology *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->arcs->len;
}

/**
 * atlas_topology_get_arc:
 * @self: a built topology
 * @index: smaller than atlas_topology_get_n_arcs()
 *
 * Returns: (transfer none): the stretch of border
 */
const AtlasTopologyArc *
atlas_topology_get_arc (AtlasTopology *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->arcs->len, NULL);

  return &g_array_index (self->arcs, AtlasArc, index).public;
}

/**
 * atlas_topology_get_n_dissolved:
 * @self: a built topology
 *
 * Pieces of one area that touch along an edge are made one piece. In a clean source that does not
 * happen; the number tells how often it did.
 *
 * Returns: how many edges had the same owner on both sides
 */
guint
atlas_topology_get_n_dissolved (AtlasTopology *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_dissolved;
}
