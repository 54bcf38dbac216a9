/* test-tile-cache.c: tiles kept on disk, whatever happens to the disk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include "atlas-database.h"
#include "atlas-tile-cache.h"

#define SOURCE "https://example.org"
#define TILE_BYTES 10000
/* With its validators, and what a row takes beside them */
#define ETAG "\"one\""
#define LAST_MODIFIED "Wed, 21 Oct 2015 07:28:00 GMT"
#define ROW_BYTES ((gint64) (TILE_BYTES + strlen (ETAG) + strlen (LAST_MODIFIED) + ABSENT_BYTES))
#define ABSENT_BYTES 256

static const char *program;

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("atlas-cache-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "缓存 1", "tiles.db", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  const char *const endings[] = { "", "-wal", "-shm" };
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, endings[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static AtlasTileCache *
open_cache (const char *path, gint64 max_bytes)
{
  g_autoptr (GError) error = NULL;
  AtlasTileCache *cache = atlas_tile_cache_open (path, max_bytes, &error);

  g_assert_no_error (error);
  return cache;
}

/* Every tile can be told from every other, and half of one from a whole one. */
static GBytes *
make_data (guint x)
{
  guint32 *data = g_new (guint32, TILE_BYTES / sizeof (guint32));

  for (guint i = 0; i < TILE_BYTES / sizeof (guint32); i++)
    data[i] = x * 2654435761u + i;
  return g_bytes_new_take (data, TILE_BYTES);
}

static gboolean
put (AtlasTileCache *cache, guint x, GError **error)
{
  g_autoptr (GBytes) data = make_data (x);
  AtlasCachedTile tile = { data, (char *) ETAG, (char *) LAST_MODIFIED, 1000 };

  return atlas_tile_cache_put (cache, SOURCE, 7, x, 48, &tile, error);
}

static void
assert_put (AtlasTileCache *cache, guint x)
{
  g_autoptr (GError) error = NULL;
  gboolean kept = put (cache, x, &error);

  g_assert_no_error (error);
  g_assert_true (kept);
}

static gboolean
has (AtlasTileCache *cache, guint x)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasCachedTile) tile = atlas_tile_cache_get (cache, SOURCE, 7, x, 48, &error);
  g_autoptr (GBytes) data = make_data (x);

  g_assert_no_error (error);
  if (tile != NULL)
    g_assert_true (g_bytes_equal (tile->data, data));
  return tile != NULL;
}

static gint64
count_bytes (AtlasTileCache *cache)
{
  g_autoptr (GError) error = NULL;
  gint64 bytes = atlas_tile_cache_get_bytes (cache, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
assert_refused (const char *path, AtlasDatabaseError code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_tile_cache_open (path, ATLAS_TILE_CACHE_SIZE, &error));
  g_assert_error (error, ATLAS_DATABASE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_nonnull (strstr (error->message, path));
}

static void
execute (const char *path, const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static int
check_row (void *data, int n, char **values, char **names)
{
  g_assert_cmpstr (values[0], ==, "ok");
  return 0;
}

static void
assert_whole (const char *path)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA integrity_check", check_row, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (handle);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  AtlasTileCache *cache = open_cache (fixture->path, ATLAS_TILE_CACHE_SIZE);
  g_autoptr (AtlasCachedTile) tile = NULL;

  g_assert_false (has (cache, 1));
  assert_put (cache, 1);
  g_assert_true (has (cache, 1));
  g_assert_false (has (cache, 2));
  g_assert_null (atlas_tile_cache_get (cache, "https://example.com", 7, 1, 48, NULL));
  g_assert_null (atlas_tile_cache_get (cache, SOURCE, 8, 1, 48, NULL));
  g_assert_finalize_object (cache);

  cache = open_cache (fixture->path, ATLAS_TILE_CACHE_SIZE);
  tile = atlas_tile_cache_get (cache, SOURCE, 7, 1, 48, NULL);
  g_assert_cmpstr (tile->etag, ==, ETAG);
  g_assert_cmpstr (tile->last_modified, ==, LAST_MODIFIED);
  g_assert_cmpint (tile->fresh_until, ==, 1000);
  g_assert_cmpint (count_bytes (cache), ==, ROW_BYTES);

  /* In place of what there is */
  assert_put (cache, 1);
  g_assert_cmpint (count_bytes (cache), ==, ROW_BYTES);
  g_assert_finalize_object (cache);
}

static void
assert_file_bytes (const char *path, gint64 most)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_size, <, most);
}

/* That there is no tile takes room, too: it goes when there is none left. */
static void
test_absence (Fixture *fixture, gconstpointer data)
{
  AtlasTileCache *cache = open_cache (fixture->path, 1000 * ABSENT_BYTES);
  AtlasCachedTile absent = { NULL, NULL, NULL, 1000 };
  g_autoptr (AtlasCachedTile) tile = NULL;

  g_assert_true (atlas_tile_cache_put (cache, SOURCE, 7, 1, 48, &absent, NULL));
  tile = atlas_tile_cache_get (cache, SOURCE, 7, 1, 48, NULL);
  g_assert_nonnull (tile);
  g_assert_null (tile->data);
  g_assert_null (tile->etag);
  g_assert_cmpint (count_bytes (cache), ==, ABSENT_BYTES);

  for (guint x = 0; x < 3000; x++)
    g_assert_true (atlas_tile_cache_put (cache, SOURCE, 7, x, 49, &absent, NULL));
  g_assert_cmpint (count_bytes (cache), <=, 1000 * ABSENT_BYTES);
  g_assert_finalize_object (cache);
  assert_file_bytes (fixture->path, 1000 * ABSENT_BYTES);
}

static int
count_row (void *data, int n, char **values, char **names)
{
  *(gint64 *) data = g_ascii_strtoll (values[0], NULL, 10);
  return 0;
}

/* A server of which nothing is left is forgotten. */
static void
test_sources (Fixture *fixture, gconstpointer data)
{
  AtlasTileCache *cache = open_cache (fixture->path, 20 * ROW_BYTES);
  AtlasCachedTile absent = { NULL, NULL, NULL, 1000 };
  sqlite3 *handle;
  gint64 n_sources = 0;

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *source = g_strdup_printf ("https://%u.example.org", i);

      g_assert_true (atlas_tile_cache_put (cache, source, 7, 1, 48, &absent, NULL));
    }
  for (guint x = 0; x < 50; x++)
    assert_put (cache, x);
  g_assert_finalize_object (cache);

  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (handle, "SELECT count(*) FROM sources", count_row, &n_sources, NULL), ==,
      SQLITE_OK);
  sqlite3_close (handle);
  g_assert_cmpint (n_sources, ==, 1);
}

/* What is looked at stays; what nobody has looked at for long goes. */
static void
test_eviction (Fixture *fixture, gconstpointer data)
{
  AtlasTileCache *cache = open_cache (fixture->path, 100 * ROW_BYTES);

  for (guint x = 0; x < 100; x++)
    assert_put (cache, x);
  g_assert_cmpint (count_bytes (cache), ==, 100 * ROW_BYTES);
  for (guint x = 0; x < 50; x++)
    g_assert_true (has (cache, x));
  g_assert_finalize_object (cache);

  cache = open_cache (fixture->path, 100 * ROW_BYTES);
  assert_put (cache, 100);
  g_assert_cmpint (count_bytes (cache), ==, 90 * ROW_BYTES);
  for (guint x = 0; x <= 100; x++)
    g_assert_cmpint (has (cache, x), ==, x < 50 || x >= 61);

  /* And the file does not grow without end. */
  for (guint x = 101; x < 1000; x++)
    assert_put (cache, x);
  g_assert_cmpint (count_bytes (cache), <=, 100 * ROW_BYTES);
  g_assert_finalize_object (cache);
  assert_file_bytes (fixture->path, 200 * ROW_BYTES);
}

static void
test_clear (Fixture *fixture, gconstpointer data)
{
  AtlasTileCache *cache = open_cache (fixture->path, ATLAS_TILE_CACHE_SIZE);
  AtlasTileCache *other = open_cache (fixture->path, ATLAS_TILE_CACHE_SIZE);

  for (guint x = 0; x < 100; x++)
    assert_put (cache, x);
  g_assert_true (has (other, 50));
  g_assert_true (atlas_tile_cache_clear (cache, NULL));
  g_assert_cmpint (count_bytes (cache), ==, 0);
  /* Whoever has it open, too, goes on. */
  g_assert_false (has (other, 50));
  assert_put (other, 51);
  g_assert_true (has (cache, 51));
  g_assert_finalize_object (other);
  g_assert_finalize_object (cache);
  assert_file_bytes (fixture->path, 10 * TILE_BYTES);
}

/* What another program is writing is not thrown away under its hands. */
static void
test_clear_busy (Fixture *fixture, gconstpointer data)
{
  AtlasTileCache *cache = open_cache (fixture->path, ATLAS_TILE_CACHE_SIZE);
  g_autoptr (GError) error = NULL;
  sqlite3 *handle;

  assert_put (cache, 1);
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (atlas_tile_cache_clear (cache, &error));
  g_assert_error (error, ATLAS_DATABASE_ERROR, ATLAS_DATABASE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "Another program"));
  g_assert_cmpint (sqlite3_exec (handle, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);

  g_assert_true (has (cache, 1));
  assert_put (cache, 2);
  g_assert_true (atlas_tile_cache_clear (cache, NULL));
  g_assert_finalize_object (cache);
}

/* What fails in the middle is undone: the file stays, and can be written with the same connection.
 */
static void
test_clear_fails (Fixture *fixture, gconstpointer data)
{
  AtlasTileCache *cache = open_cache (fixture->path, ATLAS_TILE_CACHE_SIZE);

  assert_put (cache, 1);
  execute (fixture->path, "ALTER TABLE sources RENAME TO other");
  g_assert_false (atlas_tile_cache_clear (cache, NULL));
  execute (fixture->path, "ALTER TABLE other RENAME TO sources");
  g_assert_true (has (cache, 1));
  assert_put (cache, 2);
  g_assert_finalize_object (cache);
}

static void
test_too_new (Fixture *fixture, gconstpointer data)
{
  AtlasTileCache *cache = open_cache (fixture->path, ATLAS_TILE_CACHE_SIZE);

  assert_put (cache, 1);
  g_assert_finalize_object (cache);
  execute (fixture->path, "PRAGMA user_version = 2; ALTER TABLE tiles RENAME TO other");
  assert_refused (fixture->path, ATLAS_DATABASE_ERROR_TOO_NEW, "newer version");
  /* It is left alone. */
  execute (fixture->path, "SELECT data FROM other; ALTER TABLE other RENAME TO tiles;"
                          "PRAGMA user_version = 1");
  cache = open_cache (fixture->path, ATLAS_TILE_CACHE_SIZE);
  g_assert_true (has (cache, 1));
  g_assert_finalize_object (cache);
}

static void
test_of_others (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  execute (fixture->path, "PRAGMA application_id = 77; CREATE TABLE precious (a)");
  assert_refused (fixture->path, ATLAS_DATABASE_ERROR_FOREIGN, "cannot be kept");
  execute (fixture->path, "SELECT a FROM precious");

  g_unlink (fixture->path);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_refused (fixture->path, ATLAS_DATABASE_ERROR_UNREADABLE, "cannot be kept");
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
}

typedef void (*DamageFunc) (char *content, gsize *length);

static void
damage_all (char *content, gsize *length)
{
  memset (content, 'x', *length);
}

static void
damage_tail (char *content, gsize *length)
{
  *length /= 3;
}

static void
damage_pages (char *content, gsize *length)
{
  memset (content + 4096, 0xa5, *length - 4096);
}

static void
damage_header (char *content, gsize *length)
{
  memset (content + 16, 0xa5, 40);
}

static void
empty (char *content, gsize *length)
{
  *length = 0;
}

/* It is made anew, at the latest when the damage shows: no error, only an empty cache. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  AtlasTileCache *cache = open_cache (fixture->path, ATLAS_TILE_CACHE_SIZE);
  g_autofree char *content = NULL;
  gsize length;
  guint n_found = 0;

  for (guint x = 0; x < 50; x++)
    assert_put (cache, x);
  g_assert_finalize_object (cache);
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  ((DamageFunc) data) (content, &length);
  g_assert_true (g_file_set_contents (fixture->path, content, (gssize) length, NULL));

  cache = open_cache (fixture->path, ATLAS_TILE_CACHE_SIZE);
  for (guint x = 0; x < 50; x++)
    {
      g_autoptr (AtlasCachedTile) tile = atlas_tile_cache_get (cache, SOURCE, 7, x, 48, NULL);

      n_found += tile != NULL;
    }
  g_assert_cmpuint (n_found, <, 50);
  for (guint x = 100; x < 110; x++)
    assert_put (cache, x);
  for (guint x = 100; x < 110; x++)
    g_assert_true (has (cache, x));
  g_assert_finalize_object (cache);
  assert_whole (fixture->path);
}

/* As many as a process may be ahead of the one that kills it; nothing has to go for them. */
#define MAX_WRITTEN 10000
G_STATIC_ASSERT (MAX_WRITTEN *(TILE_BYTES + 1000) < ATLAS_TILE_CACHE_SIZE);

/* The other side of test_killed(): writes until it is killed. */
G_NORETURN static void
write_for_ever (const char *path)
{
  AtlasTileCache *cache = open_cache (path, ATLAS_TILE_CACHE_SIZE);

  for (guint x = 0; x < MAX_WRITTEN; x++)
    {
      assert_put (cache, x);
      g_print ("%u\n", x);
    }
  for (;;)
    pause ();
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 10; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                                          program, "--write", fixture->path, NULL);
      g_autoptr (GDataInputStream) output = NULL;
      guint64 last = 0;
      AtlasTileCache *cache;

      g_assert_no_error (error);
      output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
      /* Each time at another place, which nobody chose. */
      while (last < 20 + round * 13)
        {
          g_autofree char *line = g_data_input_stream_read_line (output, NULL, NULL, &error);

          g_assert_no_error (error);
          g_assert_true (g_ascii_string_to_unsigned (line, 10, 0, G_MAXUINT, &last, NULL));
        }
      g_subprocess_send_signal (process, SIGKILL);
      g_assert_true (g_subprocess_wait (process, NULL, NULL));

      /* What it had told of is there; what else is found is whole. */
      cache = open_cache (fixture->path, ATLAS_TILE_CACHE_SIZE);
      for (guint x = 0; x <= last; x++)
        g_assert_true (has (cache, x));
      for (guint x = last + 1; has (cache, x); x++)
        ;
      g_assert_finalize_object (cache);
      assert_whole (fixture->path);
    }
}

/* Writes until nothing more can be written; then what was written can still be read. */
static void
fill_up (const char *path)
{
  AtlasTileCache *cache = open_cache (path, ATLAS_TILE_CACHE_SIZE);
  g_autoptr (GError) error = NULL;
  guint n_put = 0;

  while (put (cache, n_put, &error))
    g_assert_cmpuint (++n_put, <, 10000);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_cmpuint (n_put, >, 10);
  g_clear_error (&error);
  g_assert_false (put (cache, n_put, &error));
  for (guint x = 0; x < n_put; x++)
    g_assert_true (has (cache, x));
  /* Making room works without any. */
  g_assert_true (atlas_tile_cache_clear (cache, NULL));
  assert_put (cache, 1);
  g_assert_finalize_object (cache);
  assert_whole (path);
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  if (mount ("tmpfs", folder, "tmpfs", 0, "size=1m") != 0)
    {
      g_test_skip ("No small disk can be mounted here");
      return;
    }
  fill_up (fixture->path);
  g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
}

/* The same where no disk can be mounted: no file may be longer than this. */
static void
test_short_files (Fixture *fixture, gconstpointer data)
{
  struct rlimit before;
  struct rlimit limit;
  void (*handler) (int) = signal (SIGXFSZ, SIG_IGN);

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 1024 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  fill_up (fixture->path);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, handler);
}

static void
test_default_path (void)
{
  g_autofree char *path = atlas_tile_cache_default_path ();

  g_assert_true (g_str_has_prefix (path, g_get_user_cache_dir ()));
  g_assert_true (g_str_has_suffix (path, "/liaoning-atlas/tiles.db"));
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    write_for_ever (argv[2]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, function)                                                                  \
  g_test_add ("/tiles/cache/" path, Fixture, data, set_up, function, tear_down)

  ADD ("round-trip", NULL, test_round_trip);
  ADD ("absence", NULL, test_absence);
  ADD ("eviction", NULL, test_eviction);
  ADD ("sources", NULL, test_sources);
  ADD ("clear", NULL, test_clear);
  ADD ("clear-busy", NULL, test_clear_busy);
  ADD ("clear-fails", NULL, test_clear_fails);
  ADD ("too-new", NULL, test_too_new);
  ADD ("of-others", NULL, test_of_others);
  ADD ("damaged/all", damage_all, test_damaged);
  ADD ("damaged/tail", damage_tail, test_damaged);
  ADD ("damaged/pages", damage_pages, test_damaged);
  ADD ("damaged/header", damage_header, test_damaged);
  ADD ("damaged/empty", empty, test_damaged);
  ADD ("killed", NULL, test_killed);
  ADD ("full-disk", NULL, test_full_disk);
  ADD ("short-files", NULL, test_short_files);
  g_test_add_func ("/tiles/cache/default-path", test_default_path);

  return g_test_run ();
}
