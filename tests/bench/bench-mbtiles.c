/* bench-mbtiles.c: 10,000 tiles through the reader, against reading and decoding them alone
 *
 * usage: bench-mbtiles make-mbtiles.py
 *
 * Both ways read the same tiles in the same order with two threads that decode. `ratio` is how many
 * tiles a second the reader brings for each that the plain way does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include "atlas-mbtiles.h"
#include "bench-samples.h"

#define N_TILES 10000
#define N_THREADS 2
#define ROWS 100
#define ZOOM 12
/* As many tiles as a map asks for at once. */
#define N_AT_ONCE 48
#define N_RUNS 2

/* What one way of reading took. */
typedef struct
{
  double rate; /* tiles a second */
  double cpu;  /* milliseconds of processor time a tile */
} Cost;

static double
get_cpu_milliseconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

static void
measure (void (*run) (const char *path), const char *path, Cost *best)
{
  double cpu = get_cpu_milliseconds ();
  gint64 start = g_get_monotonic_time ();
  double seconds;

  run (path);
  seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  cpu = (get_cpu_milliseconds () - cpu) / N_TILES;
  best->rate = MAX (best->rate, N_TILES / seconds);
  best->cpu = best->cpu == 0 ? cpu : MIN (best->cpu, cpu);
}

typedef struct
{
  AtlasTileReader *reader;
  guint n_asked;
  guint n_done;
} Reading;

static void ask (Reading *reading);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTileImage) image = atlas_tile_reader_read_finish (reading->reader, result,
                                                                    &error);

  g_assert_no_error (error);
  g_assert_cmpuint (image->width, ==, 256);
  reading->n_done++;
  ask (reading);
}

static void
ask (Reading *reading)
{
  guint number = reading->n_asked;

  if (number == N_TILES)
    return;
  reading->n_asked++;
  /* The file counts its rows from the south. */
  atlas_tile_reader_read_async (reading->reader, ZOOM, number % ROWS,
                                (1u << ZOOM) - 1 - number / ROWS, G_PRIORITY_DEFAULT, NULL, read_cb,
                                reading);
}

static void
run_reader (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasMbtiles) mbtiles = atlas_mbtiles_open (path, &error);
  Reading reading = { ATLAS_TILE_READER (mbtiles), 0, 0 };

  g_assert_no_error (error);
  for (guint i = 0; i < N_AT_ONCE; i++)
    ask (&reading);
  while (reading.n_done < N_TILES)
    g_main_context_iteration (NULL, TRUE);
}

typedef struct
{
  const char *path;
  guint first;
} Share;

static void
decode_alone (const void *data, int size)
{
  const char *type = *(const guint8 *) data == 0xff ? "jpeg" : "png";
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (type, NULL);

  g_assert_true (gdk_pixbuf_loader_write (loader, data, (gsize) size, NULL));
  g_assert_true (gdk_pixbuf_loader_close (loader, NULL));
  g_assert_cmpint (gdk_pixbuf_get_width (gdk_pixbuf_loader_get_pixbuf (loader)), ==, 256);
}

static gpointer
run_share (gpointer data)
{
  Share *share = data;
  sqlite3 *handle;
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_open_v2 (share->path, &handle, SQLITE_OPEN_READONLY, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle,
                                       "SELECT tile_data FROM tiles WHERE zoom_level = ?1 "
                                       "AND tile_column = ?2 AND tile_row = ?3",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);
  for (guint number = share->first; number < N_TILES; number += N_THREADS)
    {
      sqlite3_bind_int (statement, 1, ZOOM);
      sqlite3_bind_int (statement, 2, number % ROWS);
      sqlite3_bind_int (statement, 3, number / ROWS);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      decode_alone (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return NULL;
}

static void
run_alone (const char *path)
{
  Share shares[N_THREADS];
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    {
      shares[i] = (Share){ path, i };
      threads[i] = g_thread_new ("alone", run_share, &shares[i]);
    }
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
}

/* In turn, so that whatever else the machine does slows both; the best run of each counts. */
static void
bench (JsonBuilder *builder, const char *name, const char *path)
{
  Cost reader = { 0 };
  Cost alone = { 0 };

  for (guint i = 0; i < N_RUNS; i++)
    {
      measure (run_alone, path, &alone);
      measure (run_reader, path, &reader);
    }

  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  add_number (builder, "reader_tiles_per_second", reader.rate);
  add_number (builder, "alone_tiles_per_second", alone.rate);
  add_number (builder, "ratio", reader.rate / alone.rate);
  add_number (builder, "reader_cpu_ms_per_tile", reader.cpu);
  add_number (builder, "alone_cpu_ms_per_tile", alone.cpu);
  json_builder_end_object (builder);
}

static void
bench_kind (JsonBuilder *builder, const char *name, const char *script, const char *kind)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bench-mbtiles-XXXXXX", &error);
  g_autofree char *file = g_strconcat (kind, ".mbtiles", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  const char *command[] = { "/usr/bin/python3", script, folder, kind, NULL };

  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL,
                &error);
  g_assert_no_error (error);
  bench (builder, name, path);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (argc != 2)
    {
      g_printerr ("Usage: bench-mbtiles make-mbtiles.py\n");
      return 2;
    }
  json_builder_begin_object (builder);
  bench_kind (builder, "png", argv[1], "many");
  bench_kind (builder, "jpeg", argv[1], "many-jpeg");
  json_builder_end_object (builder);
  print_json (builder);
  return 0;
}
