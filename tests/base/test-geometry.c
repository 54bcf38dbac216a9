/* test-geometry.c: points, boxes and shapes, and shapes as bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-geometry.h"

#include <string.h>

/* One step of the stored coordinates, in world units. */
#define STEP (1.0 / (1 << 30))

/* Where the words stand in the bytes of a shape. */
#define VERSION_OFFSET 4
#define N_PATHS_OFFSET 8
#define N_POINTS_OFFSET 12
#define LENGTHS_OFFSET 16

static void
add_rectangle (AtlasShapeBuilder *builder, AtlasBox box, gboolean backwards)
{
  const AtlasPoint corners[] = {
    { box.x0, box.y0 },
    { box.x1, box.y0 },
    { box.x1, box.y1 },
    { box.x0, box.y1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    atlas_shape_builder_add_point (builder, corners[backwards ? 3 - i : i]);
  atlas_shape_builder_end_path (builder);
}

/* A square of 0.4 with a hole of 0.2 in its middle, and a small square far away. */
static AtlasShape *
make_shape (void)
{
  AtlasShapeBuilder builder;

  atlas_shape_builder_init (&builder);
  add_rectangle (&builder, (AtlasBox){ 0.1, 0.1, 0.5, 0.5 }, FALSE);
  add_rectangle (&builder, (AtlasBox){ 0.2, 0.2, 0.4, 0.4 }, TRUE);
  add_rectangle (&builder, (AtlasBox){ 0.8, 0.8, 0.9, 0.9 }, FALSE);
  return atlas_shape_builder_end (&builder);
}

static void
test_projection (void)
{
  AtlasPoint point = atlas_point_from_degrees (0, 0);
  double longitude;
  double latitude;

  g_assert_cmpfloat_with_epsilon (point.x, 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (point.y, 0.5, 1e-12);

  /* EPSG:3857 puts 45° N at 5621521.486 m, of 40075016.686 m around. */
  point = atlas_point_from_degrees (90, 45);
  g_assert_cmpfloat_with_epsilon (point.x, 0.75, 1e-12);
  g_assert_cmpfloat_with_epsilon (point.y, 0.5 - 5621521.486 / 40075016.686, 1e-9);

  for (double degrees = -85; degrees <= 85; degrees += 0.5)
    {
      atlas_point_to_degrees (atlas_point_from_degrees (2 * degrees, degrees), &longitude,
                              &latitude);
      g_assert_cmpfloat_with_epsilon (longitude, 2 * degrees, 1e-9);
      g_assert_cmpfloat_with_epsilon (latitude, degrees, 1e-9);
    }

  g_assert_cmpfloat_with_epsilon (atlas_point_from_degrees (0, 90).y, 0.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_point_from_degrees (0, -90).y, 1.0, 1e-9);
}

static void
test_box (void)
{
  AtlasBox box = atlas_box_empty ();
  const AtlasBox empty = atlas_box_empty ();
  const AtlasBox beside = { 3, 0, 4, 1 };
  const AtlasBox touching = { 2, 2, 4, 4 };

  g_assert_false (atlas_box_contains (&box, (AtlasPoint){ 0, 0 }));
  g_assert_false (atlas_box_intersects (&box, &box));

  atlas_box_add_point (&box, (AtlasPoint){ 2, 0 });
  atlas_box_add_point (&box, (AtlasPoint){ 0, 2 });
  atlas_box_add_box (&box, &empty);
  g_assert_true (atlas_box_contains (&box, (AtlasPoint){ 0, 0 }));
  g_assert_true (atlas_box_contains (&box, (AtlasPoint){ 2, 2 }));
  g_assert_false (atlas_box_contains (&box, (AtlasPoint){ 2.1, 1 }));
  g_assert_false (atlas_box_intersects (&box, &empty));
  g_assert_false (atlas_box_intersects (&box, &beside));
  g_assert_true (atlas_box_intersects (&box, &touching));

  atlas_box_add_box (&box, &beside);
  g_assert_true (atlas_box_contains (&box, (AtlasPoint){ 4, 2 }));
}

static void
test_builder (void)
{
  AtlasShapeBuilder builder;
  g_autoptr (AtlasShape) shape = NULL;

  atlas_shape_builder_init (&builder);
  atlas_shape_builder_end_path (&builder);
  atlas_shape_builder_add_point (&builder, (AtlasPoint){ 0.9, 0.9 });
  atlas_shape_builder_end_path (&builder);
  atlas_shape_builder_add_point (&builder, (AtlasPoint){ 0.1, 0.2 });
  atlas_shape_builder_add_point (&builder, (AtlasPoint){ 0.3, 0.1 });
  shape = atlas_shape_builder_end (&builder);

  /* The lone point is no path; the last path needs no end of its own. */
  g_assert_cmpuint (atlas_shape_get_n_paths (shape), ==, 1);
  g_assert_cmpuint (atlas_shape_get_n_points (shape), ==, 2);
  g_assert_cmpuint (atlas_shape_get_path (shape, 0)->n_points, ==, 2);
  g_assert_cmpfloat (atlas_shape_get_path (shape, 0)->points[1].x, ==, 0.3);
  g_assert_cmpfloat (atlas_shape_get_box (shape)->x1, ==, 0.3);
  g_assert_cmpfloat (atlas_shape_get_path (shape, 0)->box.y0, ==, 0.1);
}

static void
test_contains (void)
{
  g_autoptr (AtlasShape) shape = make_shape ();

  g_assert_true (atlas_shape_contains (shape, (AtlasPoint){ 0.15, 0.3 }));
  g_assert_false (atlas_shape_contains (shape, (AtlasPoint){ 0.3, 0.3 }));
  g_assert_true (atlas_shape_contains (shape, (AtlasPoint){ 0.85, 0.85 }));
  g_assert_false (atlas_shape_contains (shape, (AtlasPoint){ 0.7, 0.7 }));
  g_assert_false (atlas_shape_contains (shape, (AtlasPoint){ 0.05, 0.3 }));
}

/* Two triangles share a slanting edge, walked in opposite directions: every point on it must lie in
 * exactly one. */
static void
test_contains_shared_edge (void)
{
  const AtlasPoint a = { 0.1, 0.1 };
  const AtlasPoint b = { 0.37, 0.73 };
  AtlasShapeBuilder builder;
  g_autoptr (AtlasShape) west = NULL;
  g_autoptr (AtlasShape) east = NULL;

  atlas_shape_builder_init (&builder);
  atlas_shape_builder_add_point (&builder, a);
  atlas_shape_builder_add_point (&builder, b);
  atlas_shape_builder_add_point (&builder, (AtlasPoint){ 0.0, 0.5 });
  west = atlas_shape_builder_end (&builder);
  atlas_shape_builder_init (&builder);
  atlas_shape_builder_add_point (&builder, b);
  atlas_shape_builder_add_point (&builder, a);
  atlas_shape_builder_add_point (&builder, (AtlasPoint){ 0.9, 0.5 });
  east = atlas_shape_builder_end (&builder);

  for (guint i = 1; i < 1000; i++)
    {
      double t = i / 1000.0;
      AtlasPoint point = { a.x + t * (b.x - a.x), a.y + t * (b.y - a.y) };

      g_assert_cmpint (atlas_shape_contains (west, point) + atlas_shape_contains (east, point), ==,
                       1);
    }
}

static void
test_area (void)
{
  g_autoptr (AtlasShape) shape = make_shape ();
  AtlasShapeBuilder builder;
  g_autoptr (AtlasShape) backwards = NULL;
  g_autoptr (AtlasShape) nothing = NULL;

  g_assert_cmpfloat_with_epsilon (atlas_shape_get_area (shape), 0.16 - 0.04 + 0.01, 1e-12);

  atlas_shape_builder_init (&builder);
  add_rectangle (&builder, (AtlasBox){ 0.1, 0.1, 0.5, 0.5 }, TRUE);
  backwards = atlas_shape_builder_end (&builder);
  g_assert_cmpfloat_with_epsilon (atlas_shape_get_area (backwards), 0.16, 1e-12);

  atlas_shape_builder_init (&builder);
  nothing = atlas_shape_builder_end (&builder);
  g_assert_cmpfloat (atlas_shape_get_area (nothing), ==, 0.0);
}

static void
assert_same_shape (AtlasShape *a, AtlasShape *b)
{
  g_assert_cmpuint (atlas_shape_get_n_paths (a), ==, atlas_shape_get_n_paths (b));
  for (guint i = 0; i < atlas_shape_get_n_paths (a); i++)
    {
      const AtlasShapePath *p = atlas_shape_get_path (a, i);
      const AtlasShapePath *q = atlas_shape_get_path (b, i);

      g_assert_cmpuint (p->n_points, ==, q->n_points);
      for (guint j = 0; j < p->n_points; j++)
        {
          g_assert_cmpfloat_with_epsilon (p->points[j].x, q->points[j].x, STEP);
          g_assert_cmpfloat_with_epsilon (p->points[j].y, q->points[j].y, STEP);
        }
    }
}

static void
test_round_trip (void)
{
  g_autoptr (AtlasShape) shape = make_shape ();
  g_autoptr (GBytes) bytes = atlas_shape_to_bytes (shape);
  g_autoptr (AtlasShape) read = atlas_shape_from_bytes (bytes);
  g_autoptr (GBytes) again = NULL;

  g_assert_nonnull (read);
  assert_same_shape (shape, read);

  /* What was read is on the grid already: writing it changes nothing. */
  again = atlas_shape_to_bytes (read);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
test_round_trip_empty (void)
{
  AtlasShapeBuilder builder;
  g_autoptr (AtlasShape) shape = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AtlasShape) read = NULL;

  atlas_shape_builder_init (&builder);
  shape = atlas_shape_builder_end (&builder);
  bytes = atlas_shape_to_bytes (shape);
  read = atlas_shape_from_bytes (bytes);
  g_assert_nonnull (read);
  g_assert_cmpuint (atlas_shape_get_n_paths (read), ==, 0);
  g_assert_false (atlas_shape_contains (read, (AtlasPoint){ 0.5, 0.5 }));
}

static gboolean
is_readable (const void *data, gsize size)
{
  g_autoptr (GBytes) bytes = NULL;
  AtlasShape *shape;

  /* A heap copy of exactly this size lets the sanitizer see a read beyond its end. */
  bytes = g_bytes_new (data, size);
  shape = atlas_shape_from_bytes (bytes);
  if (shape == NULL)
    return FALSE;
  atlas_shape_unref (shape);
  return TRUE;
}

static void
test_truncated (void)
{
  g_autoptr (AtlasShape) shape = make_shape ();
  g_autoptr (GBytes) bytes = atlas_shape_to_bytes (shape);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *longer = g_malloc0 (size + 4);

  for (gsize i = 0; i < size; i++)
    g_assert_false (is_readable (data, i));
  g_assert_true (is_readable (data, size));

  memcpy (longer, data, size);
  for (gsize i = 1; i <= 4; i++)
    g_assert_false (is_readable (longer, size + i));
}

/* Changes one word of a good shape and expects it to be refused. */
static void
assert_word_refused (gsize offset, guint32 word)
{
  g_autoptr (AtlasShape) shape = make_shape ();
  gsize size;
  g_autofree guint8 *data = g_bytes_unref_to_data (atlas_shape_to_bytes (shape), &size);
  guint32 little = GUINT32_TO_LE (word);

  g_assert_cmpuint (offset + sizeof little, <=, size);
  memcpy (data + offset, &little, sizeof little);
  g_assert_false (is_readable (data, size));
}

static void
test_malformed (void)
{
  const gsize points = LENGTHS_OFFSET + 3 * sizeof (guint32);

  assert_word_refused (0, 0);
  assert_word_refused (VERSION_OFFSET, 2);
  assert_word_refused (N_PATHS_OFFSET, 2);
  assert_word_refused (N_PATHS_OFFSET, G_MAXUINT32);
  assert_word_refused (N_POINTS_OFFSET, 13);
  assert_word_refused (N_POINTS_OFFSET, G_MAXUINT32);
  assert_word_refused (LENGTHS_OFFSET, 0);
  assert_word_refused (LENGTHS_OFFSET, 5);
  assert_word_refused (LENGTHS_OFFSET, G_MAXUINT32);
  assert_word_refused (points, (1u << 30) + 1);
  assert_word_refused (points, (guint32) -1);
  assert_word_refused (points + sizeof (guint32), 1u << 31);
}

/* The sum of the lengths is right, but one path is too short. */
static void
test_short_path (void)
{
  g_autoptr (AtlasShape) shape = make_shape ();
  gsize size;
  g_autofree guint8 *data = g_bytes_unref_to_data (atlas_shape_to_bytes (shape), &size);
  const guint32 lengths[] = { GUINT32_TO_LE (1), GUINT32_TO_LE (7), GUINT32_TO_LE (4) };

  memcpy (data + LENGTHS_OFFSET, lengths, sizeof lengths);
  g_assert_false (is_readable (data, size));
}

/* Whatever is read must be sound, whether it came from noise or from a shape with some bytes
 * changed. */
static void
test_random (void)
{
  g_autoptr (AtlasShape) good = make_shape ();
  g_autoptr (GBytes) good_bytes = atlas_shape_to_bytes (good);
  gsize good_size = g_bytes_get_size (good_bytes);

  for (guint i = 0; i < 20000; i++)
    {
      gboolean noise = i % 4 == 0;
      gsize size = noise ? (gsize) g_test_rand_int_range (0, 200) : good_size;
      guint n_changes = noise ? size : (guint) g_test_rand_int_range (1, 4);
      g_autofree guint8 *data = g_malloc0 (MAX (size, good_size));
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (AtlasShape) shape = NULL;

      memcpy (data, g_bytes_get_data (good_bytes, NULL), good_size);
      for (guint j = 0; j < n_changes && size > 0; j++)
        data[noise ? j : (gsize) g_test_rand_int_range (0, size)] = g_test_rand_int_range (0, 256);
      bytes = g_bytes_new (data, size);
      shape = atlas_shape_from_bytes (bytes);
      if (shape == NULL)
        continue;

      g_assert_cmpuint (atlas_shape_get_n_paths (shape), <=, atlas_shape_get_n_points (shape));
      g_assert_cmpfloat (atlas_shape_get_box (shape)->x1, <=, 1.0);
      atlas_shape_contains (shape, (AtlasPoint){ 0.3, 0.3 });
    }
}

static void
test_reference (void)
{
  g_autoptr (AtlasShape) shape = make_shape ();
  AtlasShape *other = atlas_shape_ref (shape);

  g_assert_true (other == shape);
  atlas_shape_unref (other);
  g_assert_cmpuint (atlas_shape_get_n_points (shape), ==, 12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geometry/projection", test_projection);
  g_test_add_func ("/geometry/box", test_box);
  g_test_add_func ("/geometry/builder", test_builder);
  g_test_add_func ("/geometry/contains", test_contains);
  g_test_add_func ("/geometry/contains-shared-edge", test_contains_shared_edge);
  g_test_add_func ("/geometry/area", test_area);
  g_test_add_func ("/geometry/reference", test_reference);
  g_test_add_func ("/geometry/bytes/round-trip", test_round_trip);
  g_test_add_func ("/geometry/bytes/round-trip-empty", test_round_trip_empty);
  g_test_add_func ("/geometry/bytes/truncated", test_truncated);
  g_test_add_func ("/geometry/bytes/malformed", test_malformed);
  g_test_add_func ("/geometry/bytes/short-path", test_short_path);
  g_test_add_func ("/geometry/bytes/random", test_random);

  return g_test_run ();
}
