/* atlas-topology-simplify.c: fewer points in a border, without ever moving one across another
 *
 * Visvalingam and Whyatt: again and again the vertex goes whose triangle with its two neighbours is
 * smallest. All arcs shrink together, and a vertex stays while another vertex lies in its triangle.
 * The border sweeps over nothing but that triangle when the vertex goes, so no two borders cross,
 * an island never ends up inland, and order around a junction is kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-topology-private.h"

#include <math.h>

/* A ring keeps this many distinct points at every detail, if it has them. */
#define MIN_RING_POINTS 6

/* Vertices are looked up by the square they lie in, in world units: about 3 km wide here. */
#define CELL_SIZE 1e-4

/* How much sooner a spike goes than a gentle bend of the same triangle. */
#define SPIKE_WEIGHT 0.7

/* A vertex that may go, and how much of the picture would change. */
typedef struct
{
  double weight;
  guint entry;
} Candidate;

typedef struct
{
  AtlasTopology *topology; /* borrowed */
  guint8 detail;           /* what is simplified */

  /* For each entry of the chain. */
  guint *previous;
  guint *next;
  guint *arc;
  double *weight; /* of its newest candidate; older ones are void */

  /* For each arc: how many entries are left between its ends, and how many must be. */
  guint *n_inner;
  guint *min_inner;

  /* The entries in square c are cell_entries[cell_start[c]] … cell_entries[cell_start[c + 1] - 1]
   */
  AtlasBox box;
  guint n_columns;
  guint n_rows;
  guint *cell_start;
  guint *cell_entries;

  GArray *heap; /* Candidate: a binary heap, the smallest first */
} Simplifier;

static void
simplifier_clear (Simplifier *self)
{
  g_clear_pointer (&self->previous, g_free);
  g_clear_pointer (&self->next, g_free);
  g_clear_pointer (&self->arc, g_free);
  g_clear_pointer (&self->weight, g_free);
  g_clear_pointer (&self->n_inner, g_free);
  g_clear_pointer (&self->min_inner, g_free);
  g_clear_pointer (&self->cell_start, g_free);
  g_clear_pointer (&self->cell_entries, g_free);
  g_clear_pointer (&self->heap, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Simplifier, simplifier_clear)

static guint
get_vertex (Simplifier *self, guint entry)
{
  return g_array_index (self->topology->chain, guint, entry);
}

static AtlasPoint
get_point (Simplifier *self, guint entry)
{
  return _atlas_topology_get_point (self->topology, get_vertex (self, entry));
}

static gboolean
is_alive (Simplifier *self, guint entry)
{
  return self->topology->detail->data[entry] <= self->detail;
}

static void
heap_push (GArray *heap, Candidate candidate)
{
  guint i = heap->len;

  g_array_append_val (heap, candidate);
  while (i > 0)
    {
      guint parent = (i - 1) / 2;

      if (g_array_index (heap, Candidate, parent).weight <= candidate.weight)
        break;
      g_array_index (heap, Candidate, i) = g_array_index (heap, Candidate, parent);
      i = parent;
    }
  g_array_index (heap, Candidate, i) = candidate;
}

static Candidate
heap_pop (GArray *heap)
{
  Candidate top = g_array_index (heap, Candidate, 0);
  Candidate last = g_array_index (heap, Candidate, heap->len - 1);
  guint i = 0;

  g_array_set_size (heap, heap->len - 1);
  while (2 * i + 1 < heap->len)
    {
      guint child = 2 * i + 1;

      if (child + 1 < heap->len
          && g_array_index (heap, Candidate, child + 1).weight
                 < g_array_index (heap, Candidate, child).weight)
        child++;
      if (last.weight <= g_array_index (heap, Candidate, child).weight)
        break;
      g_array_index (heap, Candidate, i) = g_array_index (heap, Candidate, child);
      i = child;
    }
  if (heap->len > 0)
    g_array_index (heap, Candidate, i) = last;

  return top;
}

/* Twice the signed area of the triangle. */
static double
cross (AtlasPoint a, AtlasPoint b, AtlasPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/* The area of the entry's triangle, less for a sharp spike, in square world units. */
static double
weigh (Simplifier *self, guint entry)
{
  AtlasPoint a = get_point (self, self->previous[entry]);
  AtlasPoint b = get_point (self, entry);
  AtlasPoint c = get_point (self, self->next[entry]);
  double lengths = hypot (a.x - b.x, a.y - b.y) * hypot (c.x - b.x, c.y - b.y);
  double dot = (a.x - b.x) * (c.x - b.x) + (a.y - b.y) * (c.y - b.y);

  if (lengths <= 0.0)
    return 0.0;
  return fabs (cross (a, b, c)) / 2.0 * (1.0 - SPIKE_WEIGHT * dot / lengths);
}

static void
add_candidate (Simplifier *self, guint entry)
{
  const AtlasArc *arc = &g_array_index (self->topology->arcs, AtlasArc, self->arc[entry]);
  Candidate candidate = { .entry = entry };

  if (entry == arc->first || entry == arc->first + arc->n - 1)
    return;

  candidate.weight = self->weight[entry] = weigh (self, entry);
  heap_push (self->heap, candidate);
}

static guint
get_column (Simplifier *self, double x)
{
  return CLAMP ((x - self->box.x0) / CELL_SIZE, 0, self->n_columns - 1);
}

static guint
get_row (Simplifier *self, double y)
{
  return CLAMP ((y - self->box.y0) / CELL_SIZE, 0, self->n_rows - 1);
}

static guint
get_cell (Simplifier *self, guint entry)
{
  AtlasPoint point = get_point (self, entry);

  return get_row (self, point.y) * self->n_columns + get_column (self, point.x);
}

static void
fill_cells (Simplifier *self)
{
  guint n = self->topology->chain->len;
  g_autofree guint *fill = NULL;
  guint n_cells;

  self->box = atlas_box_empty ();
  for (guint i = 0; i < n; i++)
    atlas_box_add_point (&self->box, get_point (self, i));
  self->n_columns = (self->box.x1 - self->box.x0) / CELL_SIZE + 1;
  self->n_rows = (self->box.y1 - self->box.y0) / CELL_SIZE + 1;

  n_cells = self->n_columns * self->n_rows;
  self->cell_start = g_new0 (guint, n_cells + 1);
  self->cell_entries = g_new (guint, n);
  fill = g_new (guint, n_cells);
  for (guint i = 0; i < n; i++)
    self->cell_start[get_cell (self, i) + 1]++;
  for (guint i = 0; i < n_cells; i++)
    {
      self->cell_start[i + 1] += self->cell_start[i];
      fill[i] = self->cell_start[i];
    }
  for (guint i = 0; i < n; i++)
    self->cell_entries[fill[get_cell (self, i)]++] = i;
}

/* Whether `point` lies in the triangle or on its edge. */
static gboolean
triangle_holds (const AtlasPoint triangle[3], AtlasPoint point)
{
  double d = cross (triangle[0], triangle[1], point);
  double e = cross (triangle[1], triangle[2], point);
  double f = cross (triangle[2], triangle[0], point);

  return (d >= 0 && e >= 0 && f >= 0) || (d <= 0 && e <= 0 && f <= 0);
}

/* Whether the triangle of the entry holds a vertex that is none of its corners. */
static gboolean
is_blocked (Simplifier *self, guint entry)
{
  guint corners[3] = { self->previous[entry], entry, self->next[entry] };
  AtlasPoint triangle[3];
  AtlasBox box = atlas_box_empty ();

  for (guint i = 0; i < 3; i++)
    {
      triangle[i] = get_point (self, corners[i]);
      atlas_box_add_point (&box, triangle[i]);
      corners[i] = get_vertex (self, corners[i]);
    }

  for (guint row = get_row (self, box.y0); row <= get_row (self, box.y1); row++)
    {
      guint first = row * self->n_columns + get_column (self, box.x0);
      guint last = row * self->n_columns + get_column (self, box.x1);

      for (guint i = self->cell_start[first]; i < self->cell_start[last + 1]; i++)
        {
          guint other = self->cell_entries[i];
          guint vertex = get_vertex (self, other);

          if (is_alive (self, other) && vertex != corners[0] && vertex != corners[1]
              && vertex != corners[2] && triangle_holds (triangle, get_point (self, other)))
            return TRUE;
        }
    }

  return FALSE;
}

/* Whether two arcs join the same two junctions, and so could fall onto each other. */
static gboolean
are_twins (Simplifier *self, const AtlasArc *a, const AtlasArc *b)
{
  guint a0 = get_vertex (self, a->first);
  guint a1 = get_vertex (self, a->first + a->n - 1);
  guint b0 = get_vertex (self, b->first);
  guint b1 = get_vertex (self, b->first + b->n - 1);

  return (a0 == b0 && a1 == b1) || (a0 == b1 && a1 == b0);
}

/* Says how many entries each arc must keep, so that no ring shrinks to a line. */
static void
set_minimums (Simplifier *self)
{
  GArray *arcs = self->topology->arcs;

  for (guint i = 0; i < arcs->len; i++)
    {
      const AtlasArc *arc = &g_array_index (arcs, AtlasArc, i);

      if (get_vertex (self, arc->first) == get_vertex (self, arc->first + arc->n - 1))
        self->min_inner[i] = MIN_RING_POINTS - 1;

      for (guint j = i + 1; j < arcs->len; j++)
        if (are_twins (self, arc, &g_array_index (arcs, AtlasArc, j)))
          {
            self->min_inner[i] = MAX (self->min_inner[i], MIN_RING_POINTS / 2 - 1);
            self->min_inner[j] = MAX (self->min_inner[j], MIN_RING_POINTS / 2 - 1);
          }
    }
}

/* Links each arc's living entries and makes those between its ends candidates. */
static void
link_arc (Simplifier *self, guint index)
{
  const AtlasArc *arc = &g_array_index (self->topology->arcs, AtlasArc, index);
  guint previous = arc->first;

  for (guint entry = arc->first; entry < arc->first + arc->n; entry++)
    {
      self->arc[entry] = index;
      if (!is_alive (self, entry))
        continue;
      self->previous[entry] = previous;
      self->next[previous] = entry;
      previous = entry;
    }
  for (guint entry = self->next[arc->first]; entry != previous; entry = self->next[entry])
    {
      self->n_inner[index]++;
      add_candidate (self, entry);
    }
}

static void
simplifier_init (Simplifier *self, AtlasTopology *topology, guint8 detail)
{
  guint n = topology->chain->len;

  self->topology = topology;
  self->detail = detail;
  self->previous = g_new0 (guint, n);
  self->next = g_new0 (guint, n);
  self->arc = g_new0 (guint, n);
  self->weight = g_new0 (double, n);
  self->n_inner = g_new0 (guint, topology->arcs->len);
  self->min_inner = g_new0 (guint, topology->arcs->len);
  self->heap = g_array_new (FALSE, FALSE, sizeof (Candidate));

  fill_cells (self);
  set_minimums (self);
  for (guint i = 0; i < topology->arcs->len; i++)
    link_arc (self, i);
}

static void
drop_entry (Simplifier *self, guint entry)
{
  guint previous = self->previous[entry];
  guint next = self->next[entry];

  self->topology->detail->data[entry] = self->detail + 1;
  self->n_inner[self->arc[entry]]--;
  self->next[previous] = next;
  self->previous[next] = previous;
  add_candidate (self, previous);
  add_candidate (self, next);
}

/**
 * atlas_topology_simplify:
 * @self: a built topology
 * @detail: the level of detail to simplify; done from the finest to the coarsest
 * @tolerance: length in world units; a bend goes if it changes less than a square of this size
 *
 * Decides which vertices of the borders are drawn at @detail and at the coarser levels. Junctions
 * always are, and no ring goes below four points.
 */
void
atlas_topology_simplify (AtlasTopology *self, guint detail, double tolerance)
{
  g_auto (Simplifier) simplifier = { 0 };

  g_return_if_fail (self != NULL);
  g_return_if_fail (detail < G_MAXUINT8);
  g_return_if_fail (tolerance >= 0.0);

  if (self->chain->len == 0)
    return;

  simplifier_init (&simplifier, self, detail);
  while (simplifier.heap->len > 0)
    {
      Candidate candidate = heap_pop (simplifier.heap);
      guint entry = candidate.entry;
      guint arc = simplifier.arc[entry];

      if (candidate.weight > tolerance * tolerance)
        break;
      if (!is_alive (&simplifier, entry) || candidate.weight != simplifier.weight[entry]
          || simplifier.n_inner[arc] <= simplifier.min_inner[arc]
          || is_blocked (&simplifier, entry))
        continue;
      drop_entry (&simplifier, entry);
    }
}
