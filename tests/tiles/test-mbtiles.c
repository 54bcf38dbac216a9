/* test-mbtiles.c: files of tiles as GDAL and others write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <sys/resource.h>

#include "mbtiles-fixture.h"

/* Nothing here takes longer, or it hangs. */
#define PATIENCE 20

typedef struct
{
  GMainLoop *loop;
  AtlasTileImage *image;
  GError *error;
  guint *n_done;
  guint place; /* which answer it was, from 1 */
} Reading;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;

  reading->image = atlas_tile_reader_read_finish (ATLAS_TILE_READER (source), result,
                                                  &reading->error);
  g_assert_true ((reading->image == NULL) == (reading->error != NULL));
  if (reading->n_done != NULL)
    reading->place = ++*reading->n_done;
  if (reading->loop != NULL)
    g_main_loop_quit (reading->loop);
}

static gboolean
too_late_cb (gpointer data)
{
  g_assert_not_reached ();
}

static AtlasTileImage *
read_tile (AtlasMbtiles *reader, guint zoom, guint x, guint y, GError **error)
{
  Reading reading = { .loop = g_main_loop_new (NULL, FALSE) };
  guint timeout = g_timeout_add_seconds (PATIENCE, too_late_cb, NULL);

  atlas_tile_reader_read_async (ATLAS_TILE_READER (reader), zoom, x, y, G_PRIORITY_DEFAULT, NULL,
                                read_cb, &reading);
  g_main_loop_run (reading.loop);
  g_main_loop_unref (reading.loop);
  g_source_remove (timeout);
  if (reading.error != NULL)
    g_propagate_error (error, reading.error);
  return reading.image;
}

static AtlasMbtiles *
open_kind (const char *kind)
{
  g_autofree char *path = fixture_path (kind);
  g_autoptr (GError) error = NULL;
  AtlasMbtiles *reader = atlas_mbtiles_open (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (reader);
  return reader;
}

static const AtlasTileInfo *
get_info (AtlasMbtiles *reader)
{
  return atlas_tile_reader_get_info (ATLAS_TILE_READER (reader));
}

static void
failed_cb (AtlasTileReader *reader, const GError *error, gpointer data)
{
  guint *n_failed = data;

  g_assert_cmpint (error->domain, ==, ATLAS_TILE_ERROR);
  *n_failed += 1;
}

static void
assert_absent (AtlasMbtiles *reader, guint zoom, guint x, guint y)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTileImage) image = read_tile (reader, zoom, x, y, &error);

  g_assert_null (image);
  g_assert_error (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_ABSENT);
}

static void
assert_channel (guint32 pixel, int shift, guint wanted)
{
  int difference = (int) (pixel >> shift & 0xff) - (int) wanted;

  g_assert_cmpint (ABS (difference), <=, 6);
}

/* Looks at the middle of one field of the chessboard, which has four fields a side. */
static void
assert_field (AtlasMbtiles *reader, guint zoom, guint column, guint row)
{
  guint fields = 4u >> zoom;
  guint step = 256 / fields;
  guint x = column % fields * step + step / 2;
  guint y = row % fields * step + step / 2;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTileImage) image = read_tile (reader, zoom, column / fields, row / fields,
                                                &error);
  guint32 pixel;

  g_assert_no_error (error);
  g_assert_cmpuint (image->width, ==, 256);
  g_assert_cmpuint (image->height, ==, 256);
  pixel = ((const guint32 *) g_bytes_get_data (image->pixels, NULL))[y * 256 + x];
  assert_channel (pixel, 24, 255);
  assert_channel (pixel, 16, 40 + 60 * column);
  assert_channel (pixel, 8, 40 + 60 * row);
  assert_channel (pixel, 0, 200);
}

static void
test_pattern (gconstpointer kind)
{
  g_autoptr (AtlasMbtiles) reader = open_kind (kind);
  guint n_failed = 0;

  g_signal_connect (reader, "failed", G_CALLBACK (failed_cb), &n_failed);
  for (guint zoom = 0; zoom <= 2; zoom++)
    for (guint column = 0; column < 4; column++)
      for (guint row = 0; row < 4; row++)
        assert_field (reader, zoom, column, row);

  assert_absent (reader, 3, 0, 0);
  assert_absent (reader, 2, 4, 0);
  assert_absent (reader, 2, 0, 4);
  assert_absent (reader, 31, 0, 0);
  assert_absent (reader, G_MAXUINT, G_MAXUINT, G_MAXUINT);
  g_assert_cmpuint (n_failed, ==, 0);
}

static void
assert_box (AtlasBox box, double west, double south, double east, double north)
{
  AtlasPoint north_west = atlas_point_from_degrees (west, north);
  AtlasPoint south_east = atlas_point_from_degrees (east, south);

  g_assert_cmpfloat_with_epsilon (box.x0, north_west.x, 1e-4);
  g_assert_cmpfloat_with_epsilon (box.y0, north_west.y, 1e-4);
  g_assert_cmpfloat_with_epsilon (box.x1, south_east.x, 1e-4);
  g_assert_cmpfloat_with_epsilon (box.y1, south_east.y, 1e-4);
}

static void
test_info (void)
{
  g_autoptr (AtlasMbtiles) reader = open_kind ("png");
  const AtlasTileInfo *info = get_info (reader);

  g_assert_cmpstr (info->name, ==, "棋盘");
  g_assert_null (info->attribution);
  g_assert_cmpuint (info->min_zoom, ==, 0);
  g_assert_cmpuint (info->max_zoom, ==, 2);
  g_assert_cmpuint (info->side, ==, 256);
  assert_box (info->box, -180, -85.0511, 180, 85.0511);
}

static void
test_region (void)
{
  g_autoptr (AtlasMbtiles) reader = open_kind ("region");
  const AtlasTileInfo *info = get_info (reader);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTileImage) image = NULL;

  g_assert_cmpuint (info->side, ==, 512);
  g_assert_cmpuint (info->min_zoom, ==, 6);
  g_assert_cmpuint (info->max_zoom, ==, 6);
  assert_box (info->box, 118.5, 38.4958, 125.751, 43.5);

  /* Shenyang */
  image = read_tile (reader, 6, 53, 23, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (image->width, ==, 512);
  g_assert_false (image->opaque);
}

static void
test_metadata (void)
{
  g_autoptr (AtlasMbtiles) reader = open_kind ("metadata");
  const AtlasTileInfo *info = get_info (reader);

  g_assert_cmpstr (info->name, ==, "地图 & 影像");
  g_assert_cmpstr (info->attribution, ==, "© OpenStreetMap contributors <测绘> ©");
  g_assert_cmpuint (info->min_zoom, ==, 1);
  g_assert_cmpuint (info->max_zoom, ==, 2);
  assert_box (info->box, 118.5, 38.5, 125.75, 43.5);
}

/* Where the metadata say nothing, or nothing that can be true, the tiles and the name tell. */
static void
test_fallback (gconstpointer kind)
{
  g_autoptr (AtlasMbtiles) reader = open_kind (kind);
  g_autofree char *name = g_strconcat (kind, ".mbtiles", NULL);
  const AtlasTileInfo *info = get_info (reader);

  g_assert_cmpstr (info->name, ==, name);
  g_assert_null (info->attribution);
  g_assert_cmpuint (info->min_zoom, ==, 0);
  g_assert_cmpuint (info->max_zoom, ==, 2);
  assert_box (info->box, -180, -85.0511, 180, 85.0511);
}

/* Bounds that leave nothing of the world are no bounds. */
static void
test_outside (gconstpointer kind)
{
  g_autoptr (AtlasMbtiles) reader = open_kind (kind);
  const AtlasTileInfo *info = get_info (reader);

  g_assert_cmpfloat (info->box.x0, ==, 0);
  g_assert_cmpfloat (info->box.y0, ==, 0);
  g_assert_cmpfloat (info->box.x1, ==, 1);
  g_assert_cmpfloat (info->box.y1, ==, 1);
}

static void
assert_damaged (AtlasMbtiles *reader, guint x, AtlasTileError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTileImage) image = read_tile (reader, 2, x, 0, &error);

  g_assert_null (image);
  g_assert_error (error, ATLAS_TILE_ERROR, (int) code);
}

/* One bad tile says nothing of its neighbours. */
static void
test_damaged_tiles (void)
{
  g_autoptr (AtlasMbtiles) reader = open_kind ("damaged");
  guint n_failed = 0;

  g_signal_connect (reader, "failed", G_CALLBACK (failed_cb), &n_failed);
  assert_damaged (reader, 0, ATLAS_TILE_ERROR_CORRUPT);
  assert_damaged (reader, 1, ATLAS_TILE_ERROR_NOT_IMAGE);
  assert_damaged (reader, 2, ATLAS_TILE_ERROR_TOO_LARGE);
  assert_field (reader, 2, 3, 0);
  g_assert_cmpuint (n_failed, ==, 0);
}

static void
copy (const char *from, const char *to)
{
  g_autofree char *source = fixture_path (from);
  g_autofree char *target = fixture_path (to);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (source, &data, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents (target, data, (gssize) size, &error);
  g_assert_no_error (error);
}

static void
assert_failing (AtlasMbtiles *reader, AtlasTileError code, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTileImage) image = read_tile (reader, 1, 0, 0, &error);

  g_assert_null (image);
  g_assert_error (error, ATLAS_TILE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, name));
}

static void
start (AtlasMbtiles *reader, Reading *reading, int priority, GCancellable *cancellable)
{
  atlas_tile_reader_read_async (ATLAS_TILE_READER (reader), 2, 1, 1, priority, cancellable, read_cb,
                                reading);
}

static void
wait_for (const guint *n_done, guint n)
{
  guint timeout = g_timeout_add_seconds (PATIENCE, too_late_cb, NULL);

  while (*n_done < n)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->image, atlas_tile_image_free);
  g_clear_error (&reading->error);
}

/* The file is told of once, whatever the number of tiles, and again after a retry. */
static void
test_retry (void)
{
  g_autofree char *path = fixture_path ("changing");
  g_autoptr (AtlasMbtiles) reader = NULL;
  guint n_failed = 0;

  copy ("png", "changing");
  reader = open_kind ("changing");
  g_signal_connect (reader, "failed", G_CALLBACK (failed_cb), &n_failed);

  copy ("corrupt", "changing");
  atlas_tile_reader_retry (ATLAS_TILE_READER (reader));
  assert_failing (reader, ATLAS_TILE_ERROR_CORRUPT, path);
  wait_for (&n_failed, 1);
  assert_failing (reader, ATLAS_TILE_ERROR_CORRUPT, path);

  g_assert_cmpint (g_unlink (path), ==, 0);
  assert_failing (reader, ATLAS_TILE_ERROR_CORRUPT, path);
  atlas_tile_reader_retry (ATLAS_TILE_READER (reader));
  assert_failing (reader, ATLAS_TILE_ERROR_MISSING, path);
  g_assert_cmpuint (n_failed, ==, 1);
  wait_for (&n_failed, 2);

  copy ("png", "changing");
  atlas_tile_reader_retry (ATLAS_TILE_READER (reader));
  assert_field (reader, 1, 2, 3);
  g_assert_cmpuint (n_failed, ==, 2);
}

/* Of all threads, in µs. */
static gint64
get_cpu_time (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC + usage.ru_utime.tv_usec
         + usage.ru_stime.tv_usec;
}

/* One tile that takes two seconds until it is given up is enough to know: those that wait are not
 * begun. */
static void
test_slow (void)
{
  AtlasMbtiles *reader = open_kind ("slow");
  Reading readings[10] = { 0 };
  guint n_done = 0;
  guint n_failed = 0;
  gint64 before = get_cpu_time ();

  g_signal_connect (reader, "failed", G_CALLBACK (failed_cb), &n_failed);
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      readings[i].n_done = &n_done;
      start (reader, &readings[i], G_PRIORITY_DEFAULT, NULL);
    }
  wait_for (&n_done, G_N_ELEMENTS (readings));
  wait_for (&n_failed, 1);
  g_assert_cmpint (get_cpu_time () - before, <, 5 * G_USEC_PER_SEC);

  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_assert_error (readings[i].error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_UNREADABLE);
      reading_clear (&readings[i]);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_finalize_object (reader);
}

/* What a tile of the old file ends with says nothing of the new one. */
static void
test_late_failure (void)
{
  AtlasMbtiles *reader;
  Reading reading = { 0 };
  guint n_done = 0;
  guint n_failed = 0;
  gint64 before;

  copy ("slow", "changing");
  reader = open_kind ("changing");
  g_signal_connect (reader, "failed", G_CALLBACK (failed_cb), &n_failed);
  before = get_cpu_time ();
  reading.n_done = &n_done;
  start (reader, &reading, G_PRIORITY_DEFAULT, NULL);
  /* It has begun when somebody computes; we do not. */
  for (guint i = 0; i < PATIENCE * 100 && get_cpu_time () - before < G_USEC_PER_SEC / 5; i++)
    g_usleep (G_USEC_PER_SEC / 100);

  copy ("png", "changing");
  atlas_tile_reader_retry (ATLAS_TILE_READER (reader));
  assert_field (reader, 1, 2, 3);
  wait_for (&n_done, 1);
  g_assert_error (reading.error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_UNREADABLE);
  assert_field (reader, 1, 2, 3);
  g_assert_cmpuint (n_failed, ==, 0);
  reading_clear (&reading);
  g_assert_finalize_object (reader);
}

static void
test_cancel (void)
{
  AtlasMbtiles *reader = open_kind ("png");
  g_autoptr (GCancellable) before = g_cancellable_new ();
  g_autoptr (GCancellable) after = g_cancellable_new ();
  Reading readings[100] = { 0 };
  guint n_done = 0;

  g_cancellable_cancel (before);
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      readings[i].n_done = &n_done;
      start (reader, &readings[i], G_PRIORITY_DEFAULT, i % 2 == 0 ? before : after);
    }
  g_cancellable_cancel (after);
  g_assert_cmpuint (n_done, ==, 0);
  wait_for (&n_done, G_N_ELEMENTS (readings));

  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_assert_error (readings[i].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      reading_clear (&readings[i]);
    }
  g_assert_finalize_object (reader);
}

/* What comes last with the smaller number is not served last. */
static void
test_priority (void)
{
  AtlasMbtiles *reader = open_kind ("png");
  Reading readings[200] = { 0 };
  Reading *urgent = &readings[G_N_ELEMENTS (readings) - 1];
  guint n_done = 0;

  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      readings[i].n_done = &n_done;
      start (reader, &readings[i],
             &readings[i] == urgent ? G_PRIORITY_HIGH : G_PRIORITY_DEFAULT_IDLE, NULL);
    }
  wait_for (&n_done, G_N_ELEMENTS (readings));

  g_assert_cmpuint (urgent->place, <, G_N_ELEMENTS (readings) / 2);
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_assert_no_error (readings[i].error);
      reading_clear (&readings[i]);
    }
  g_assert_finalize_object (reader);
}

/* Whoever reads may let go of the reader; the answer comes all the same. */
static void
test_dropped (void)
{
  AtlasMbtiles *reader = open_kind ("png");
  gpointer left = reader;
  Reading reading = { 0 };
  guint n_done = 0;

  reading.n_done = &n_done;
  g_object_add_weak_pointer (G_OBJECT (reader), &left);
  start (reader, &reading, G_PRIORITY_DEFAULT, NULL);
  g_object_unref (reader);
  g_assert_nonnull (left);
  wait_for (&n_done, 1);
  g_assert_nonnull (reading.image);
  reading_clear (&reading);
  g_assert_null (left);
}

int
main (int argc, char **argv)
{
  static const char *const kinds[] = { "png",      "jpeg",    "webp",    "xyz",         "view",
                                       "silent",   "lying",   "trigger", "hidden-bomb", "region",
                                       "metadata", "damaged", "corrupt", "east",        "north",
                                       "slow",     NULL };
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *name = g_strconcat ("/mbtiles/pattern/", kinds[i], NULL);

      g_test_add_data_func (name, kinds[i], test_pattern);
    }
  g_test_add_func ("/mbtiles/info", test_info);
  g_test_add_func ("/mbtiles/region", test_region);
  g_test_add_func ("/mbtiles/metadata", test_metadata);
  g_test_add_data_func ("/mbtiles/fallback/silent", "silent", test_fallback);
  g_test_add_data_func ("/mbtiles/fallback/lying", "lying", test_fallback);
  g_test_add_func ("/mbtiles/damaged-tiles", test_damaged_tiles);
  g_test_add_func ("/mbtiles/retry", test_retry);
  g_test_add_data_func ("/mbtiles/outside/east", "east", test_outside);
  g_test_add_data_func ("/mbtiles/outside/north", "north", test_outside);
  g_test_add_func ("/mbtiles/slow", test_slow);
  g_test_add_func ("/mbtiles/late-failure", test_late_failure);
  g_test_add_func ("/mbtiles/cancel", test_cancel);
  g_test_add_func ("/mbtiles/priority", test_priority);
  g_test_add_func ("/mbtiles/dropped", test_dropped);

  return fixture_run (kinds);
}
