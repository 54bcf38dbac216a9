/* atlas-geometry.c: shapes on the Web Mercator plane
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-geometry.h"

#include <math.h>
#include <string.h>

/* Where the Mercator square ends, in degrees of latitude. */
#define LATITUDE_LIMIT 85.051128779806604

/* A shape as bytes, everything little-endian:
 *
 *   4 bytes   magic "LnSh"
 *   guint32   version of the format
 *   guint32   number of paths
 *   guint32   number of points, which is the sum of the lengths
 *   guint32   length of each path, at least MIN_PATH_POINTS
 *   gint32    x and y of each point, in steps of 2^-30 world units (4 cm at the equator)
 */
#define SHAPE_MAGIC "LnSh"
#define SHAPE_VERSION 1
#define SHAPE_STEPS (1 << 30)
#define HEADER_WORDS 4
#define MIN_PATH_POINTS 2

struct _AtlasShape
{
  gatomicrefcount ref_count;

  guint n_paths;
  guint n_points;
  AtlasBox box;
  AtlasShapePath *paths;
  AtlasPoint *points;
};

/**
 * atlas_point_from_degrees:
 * @longitude: degrees east
 * @latitude: degrees north; clamped to the Mercator square
 *
 * Returns: the point in world units
 */
AtlasPoint
atlas_point_from_degrees (double longitude, double latitude)
{
  double clamped = CLAMP (latitude, -LATITUDE_LIMIT, LATITUDE_LIMIT);
  double sine = sin (clamped * G_PI / 180.0);
  AtlasPoint point = {
    .x = longitude / 360.0 + 0.5,
    .y = 0.5 - atanh (sine) / (2.0 * G_PI),
  };

  return point;
}

/**
 * atlas_point_to_degrees:
 * @point: a point in world units
 * @longitude: (out) (optional): degrees east
 * @latitude: (out) (optional): degrees north
 */
void
atlas_point_to_degrees (AtlasPoint point, double *longitude, double *latitude)
{
  if (longitude != NULL)
    *longitude = (point.x - 0.5) * 360.0;
  if (latitude != NULL)
    *latitude = atan (sinh ((0.5 - point.y) * 2.0 * G_PI)) * 180.0 / G_PI;
}

/**
 * atlas_box_empty:
 *
 * Returns: a box that holds nothing, to be grown
 */
AtlasBox
atlas_box_empty (void)
{
  AtlasBox box = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  return box;
}

/**
 * atlas_box_add_point:
 * @box: grown so that it holds @point
 * @point: in world units
 */
void
atlas_box_add_point (AtlasBox *box, AtlasPoint point)
{
  g_return_if_fail (box != NULL);

  box->x0 = MIN (box->x0, point.x);
  box->y0 = MIN (box->y0, point.y);
  box->x1 = MAX (box->x1, point.x);
  box->y1 = MAX (box->y1, point.y);
}

/**
 * atlas_box_add_box:
 * @box: grown so that it holds @other
 * @other: may be empty, which changes nothing
 */
void
atlas_box_add_box (AtlasBox *box, const AtlasBox *other)
{
  g_return_if_fail (box != NULL);
  g_return_if_fail (other != NULL);

  box->x0 = MIN (box->x0, other->x0);
  box->y0 = MIN (box->y0, other->y0);
  box->x1 = MAX (box->x1, other->x1);
  box->y1 = MAX (box->y1, other->y1);
}

/**
 * atlas_box_intersects:
 * @a: a box
 * @b: a box
 *
 * Returns: whether they have a point in common; an empty box has none
 */
gboolean
atlas_box_intersects (const AtlasBox *a, const AtlasBox *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->x0 <= b->x1 && b->x0 <= a->x1 && a->y0 <= b->y1 && b->y0 <= a->y1;
}

/**
 * atlas_box_contains:
 * @box: a box
 * @point: in world units
 *
 * Returns: whether @point lies in @box or on its edge
 */
gboolean
atlas_box_contains (const AtlasBox *box, AtlasPoint point)
{
  g_return_val_if_fail (box != NULL, FALSE);

  return box->x0 <= point.x && point.x <= box->x1 && box->y0 <= point.y && point.y <= box->y1;
}

/* Allocates a shape whose lengths are known and whose points are still to be filled in. */
static AtlasShape *
allocate_shape (guint n_paths, guint n_points)
{
  AtlasShape *self = g_new0 (AtlasShape, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_paths = n_paths;
  self->n_points = n_points;
  self->paths = g_new0 (AtlasShapePath, n_paths);
  self->points = g_new (AtlasPoint, n_points);
  return self;
}

/* Hands each path its points and measures the boxes. */
static void
finish_shape (AtlasShape *self)
{
  guint start = 0;

  self->box = atlas_box_empty ();
  for (guint i = 0; i < self->n_paths; i++)
    {
      AtlasShapePath *path = &self->paths[i];

      path->points = self->points + start;
      path->box = atlas_box_empty ();
      for (guint j = 0; j < path->n_points; j++)
        atlas_box_add_point (&path->box, path->points[j]);
      atlas_box_add_box (&self->box, &path->box);
      start += path->n_points;
    }
  g_assert (start == self->n_points);
}

/**
 * atlas_shape_builder_init:
 * @builder: (out caller-allocates): made empty
 *
 * Every init must be followed by one atlas_shape_builder_end().
 */
void
atlas_shape_builder_init (AtlasShapeBuilder *builder)
{
  g_return_if_fail (builder != NULL);

  builder->points = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
  builder->ends = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * atlas_shape_builder_add_point:
 * @builder: a builder
 * @point: next point of the open path, in world units; a path may return to its first point only
 *   when it is a line
 */
void
atlas_shape_builder_add_point (AtlasShapeBuilder *builder, AtlasPoint point)
{
  g_return_if_fail (builder != NULL);

  g_array_append_val (builder->points, point);
}

/**
 * atlas_shape_builder_end_path:
 * @builder: a builder
 *
 * Ends the open path; the next point begins another. A path of fewer than two points draws nothing
 * and is dropped.
 */
void
atlas_shape_builder_end_path (AtlasShapeBuilder *builder)
{
  guint start = 0;
  guint end;

  g_return_if_fail (builder != NULL);

  if (builder->ends->len > 0)
    start = g_array_index (builder->ends, guint, builder->ends->len - 1);
  end = builder->points->len;

  if (end - start < MIN_PATH_POINTS)
    g_array_set_size (builder->points, start);
  else
    g_array_append_val (builder->ends, end);
}

/**
 * atlas_shape_builder_end:
 * @builder: a builder; cleared, and to be initialised before it is used again
 *
 * Ends the open path, if there is one, and the shape.
 *
 * Returns: (transfer full): the shape
 */
AtlasShape *
atlas_shape_builder_end (AtlasShapeBuilder *builder)
{
  AtlasShape *shape;
  guint start = 0;

  g_return_val_if_fail (builder != NULL, NULL);

  atlas_shape_builder_end_path (builder);
  shape = allocate_shape (builder->ends->len, builder->points->len);
  for (guint i = 0; i < shape->n_paths; i++)
    {
      guint end = g_array_index (builder->ends, guint, i);

      shape->paths[i].n_points = end - start;
      start = end;
    }
  if (shape->n_points > 0)
    memcpy (shape->points, builder->points->data, shape->n_points * sizeof (AtlasPoint));
  finish_shape (shape);

  g_clear_pointer (&builder->points, g_array_unref);
  g_clear_pointer (&builder->ends, g_array_unref);
  return shape;
}

/**
 * atlas_shape_ref:
 * @self: a shape
 *
 * Returns: (transfer full): @self
 */
AtlasShape *
atlas_shape_ref (AtlasShape *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atlas_shape_unref:
 * @self: (transfer full): a shape
 */
void
atlas_shape_unref (AtlasShape *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->paths);
  g_free (self->points);
  g_free (self);
}

/**
 * atlas_shape_get_n_paths:
 * @self: a shape
 *
 * Returns: how many paths it has
 */
guint
atlas_shape_get_n_paths (AtlasShape *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_paths;
}

/**
 * atlas_shape_get_n_points:
 * @self: a shape
 *
 * Returns: how many points its paths have together
 */
guint
atlas_shape_get_n_points (AtlasShape *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_points;
}

/**
 * atlas_shape_get_path:
 * @self: a shape
 * @index: smaller than atlas_shape_get_n_paths()
 *
 * Returns: (transfer none): the path, valid as long as @self
 */
const AtlasShapePath *
atlas_shape_get_path (AtlasShape *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->n_paths, NULL);

  return &self->paths[index];
}

/**
 * atlas_shape_get_box:
 * @self: a shape
 *
 * Returns: (transfer none): the bounding box of all its paths, empty if there are none
 */
const AtlasBox *
atlas_shape_get_box (AtlasShape *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->box;
}

/* Whether the ray from `point` eastward crosses the edge a–b. The ends are ordered first, so that
 * two neighbours who walk the edge in opposite directions agree about it to the last bit and a
 * point on it belongs to exactly one of them. */
static gboolean
ray_crosses_edge (AtlasPoint point, AtlasPoint a, AtlasPoint b)
{
  const AtlasPoint north = a.y <= b.y ? a : b;
  const AtlasPoint south = a.y <= b.y ? b : a;

  if (point.y < north.y || point.y >= south.y)
    return FALSE;

  return point.x < north.x + (point.y - north.y) / (south.y - north.y) * (south.x - north.x);
}

/**
 * atlas_shape_contains:
 * @self: an area
 * @point: in world units
 *
 * Tells whether @point lies inside by the even-odd rule. Of the areas that share an edge exactly
 * one contains a point on it.
 *
 * Returns: whether it does
 */
gboolean
atlas_shape_contains (AtlasShape *self, AtlasPoint point)
{
  gboolean inside = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!atlas_box_contains (&self->box, point))
    return FALSE;

  for (guint i = 0; i < self->n_paths; i++)
    {
      const AtlasShapePath *path = &self->paths[i];

      /* A ring is crossed an even number of times by a ray that starts outside its box. */
      if (!atlas_box_contains (&path->box, point))
        continue;
      for (guint j = 0, k = path->n_points - 1; j < path->n_points; k = j++)
        if (ray_crosses_edge (point, path->points[k], path->points[j]))
          inside = !inside;
    }

  return inside;
}

/**
 * atlas_shape_get_area:
 * @self: an area whose holes run opposite to its outer rings, as the data set's do
 *
 * Measures by the shoelace formula, each ring with its sign, so that holes count against the rings
 * around them.
 *
 * Returns: the area in square world units, never negative
 */
double
atlas_shape_get_area (AtlasShape *self)
{
  double twice = 0.0;

  g_return_val_if_fail (self != NULL, 0.0);

  for (guint i = 0; i < self->n_paths; i++)
    {
      const AtlasShapePath *path = &self->paths[i];
      AtlasPoint origin = path->points[0];

      /* Measured from the ring's own first point: differences keep the digits that the products
       * of coordinates near one would lose. */
      for (guint j = 1; j + 1 < path->n_points; j++)
        {
          AtlasPoint a = path->points[j];
          AtlasPoint b = path->points[j + 1];

          twice += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y);
        }
    }

  return fabs (twice) / 2.0;
}

static void
append_word (GByteArray *bytes, guint32 word)
{
  guint32 little = GUINT32_TO_LE (word);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

static guint32
read_word (const guint8 *data, gsize index)
{
  guint32 little;

  memcpy (&little, data + index * sizeof little, sizeof little);
  return GUINT32_FROM_LE (little);
}

/**
 * atlas_shape_to_bytes:
 * @self: a shape within the world square
 *
 * Writes the shape for the data set, rounded to 2^-30 world units.
 *
 * Returns: (transfer full): the bytes
 */
GBytes *
atlas_shape_to_bytes (AtlasShape *self)
{
  GByteArray *bytes;
  gsize n_words;

  g_return_val_if_fail (self != NULL, NULL);

  n_words = HEADER_WORDS + (gsize) self->n_paths + 2 * (gsize) self->n_points;
  bytes = g_byte_array_sized_new (n_words * sizeof (guint32));
  g_byte_array_append (bytes, (const guint8 *) SHAPE_MAGIC, sizeof (guint32));
  append_word (bytes, SHAPE_VERSION);
  append_word (bytes, self->n_paths);
  append_word (bytes, self->n_points);
  for (guint i = 0; i < self->n_paths; i++)
    append_word (bytes, self->paths[i].n_points);
  for (guint i = 0; i < self->n_points; i++)
    {
      append_word (bytes, (guint32) lrint (CLAMP (self->points[i].x, 0.0, 1.0) * SHAPE_STEPS));
      append_word (bytes, (guint32) lrint (CLAMP (self->points[i].y, 0.0, 1.0) * SHAPE_STEPS));
    }

  return g_byte_array_free_to_bytes (bytes);
}

/* Reads and checks the lengths, so that what follows can trust them. */
static gboolean
read_lengths (AtlasShape *self, const guint8 *data)
{
  guint64 sum = 0;

  for (guint i = 0; i < self->n_paths; i++)
    {
      guint32 length = read_word (data, HEADER_WORDS + i);

      if (length < MIN_PATH_POINTS)
        return FALSE;
      self->paths[i].n_points = length;
      sum += length;
    }

  return sum == self->n_points;
}

static gboolean
read_points (AtlasShape *self, const guint8 *data)
{
  for (guint i = 0; i < self->n_points; i++)
    {
      gsize index = HEADER_WORDS + (gsize) self->n_paths + 2 * (gsize) i;
      guint32 x = read_word (data, index);
      guint32 y = read_word (data, index + 1);

      if (x > SHAPE_STEPS || y > SHAPE_STEPS)
        return FALSE;
      self->points[i].x = x / (double) SHAPE_STEPS;
      self->points[i].y = y / (double) SHAPE_STEPS;
    }

  return TRUE;
}

/**
 * atlas_shape_from_bytes:
 * @bytes: what atlas_shape_to_bytes() wrote, or anything else
 *
 * Reads a shape. Nothing about @bytes is trusted.
 *
 * Returns: (transfer full) (nullable): the shape, or %NULL if @bytes are not exactly one
 */
AtlasShape *
atlas_shape_from_bytes (GBytes *bytes)
{
  g_autoptr (AtlasShape) shape = NULL;
  const guint8 *data;
  gsize size;
  guint64 n_paths;
  guint64 n_points;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size < HEADER_WORDS * sizeof (guint32) || memcmp (data, SHAPE_MAGIC, sizeof (guint32)) != 0
      || read_word (data, 1) != SHAPE_VERSION)
    return NULL;

  /* The counts claim no more than the size confirms, so the size bounds what is allocated. */
  n_paths = read_word (data, 2);
  n_points = read_word (data, 3);
  if ((HEADER_WORDS + n_paths + 2 * n_points) * sizeof (guint32) != size)
    return NULL;

  shape = allocate_shape (n_paths, n_points);
  if (!read_lengths (shape, data) || !read_points (shape, data))
    return NULL;

  finish_shape (shape);
  return g_steal_pointer (&shape);
}
