/* server-fixture.h: a tile server in a process of its own, and reading from it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <string.h>

#include "atlas-tile-cache.h"
#include "atlas-tile-server.h"

/* Everything here ends by itself long before. */
#define LIMIT_SECONDS 60

/* However slow the machine, what answers at all is waited for. */
#define PATIENT_MS (LIMIT_SECONDS * 1000)
/* For servers that do not answer: a test waits for nothing else here. */
#define IDLE_MS 800
#define TOTAL_MS 2000
#define PAUSE_MS 20

typedef struct
{
  GSubprocess *process;
  char *address; /* http://127.0.0.1:PORT */
  SoupSession *session;
  char *folder;
  char *cache;
} Fixture;

typedef struct
{
  gboolean done;
  AtlasTileImage *image;
  GError *error;
} Tile;

static inline void
tile_clear (Tile *tile)
{
  g_clear_pointer (&tile->image, atlas_tile_image_free);
  g_clear_error (&tile->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tile, tile_clear)

static inline gboolean
give_up_cb (gpointer data)
{
  g_error ("what was waited for did not happen");
  return G_SOURCE_REMOVE;
}

/* Iterates until @condition, for as long as is bearable. */
#define wait_until(condition)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    guint limit_ = g_timeout_add_seconds (LIMIT_SECONDS, give_up_cb, NULL);                        \
                                                                                                   \
    while (!(condition))                                                                           \
      g_main_context_iteration (NULL, TRUE);                                                       \
    g_source_remove (limit_);                                                                      \
  }                                                                                                \
  G_STMT_END

static inline char *
read_line (GSubprocess *process)
{
  g_autoptr (GDataInputStream) output = g_data_input_stream_new (
      g_subprocess_get_stdout_pipe (process));
  g_autoptr (GError) error = NULL;
  char *line = g_data_input_stream_read_line (output, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (line);
  return line;
}

/* @certificate: (nullable): for https, with @private_key */
static inline void
start_server (Fixture *fixture, const char *certificate, const char *private_key)
{
  g_autofree char *script = g_build_filename (g_getenv ("ATLAS_TEST_TILES"), "tile-server.py",
                                              NULL);
  g_autofree char *port = NULL;
  g_autoptr (GError) error = NULL;

  fixture->process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/usr/bin/python3",
      script, certificate, private_key, NULL);
  g_assert_no_error (error);
  port = read_line (fixture->process);
  fixture->address = g_strdup_printf ("%s://127.0.0.1:%s", certificate != NULL ? "https" : "http",
                                      port);
}

static inline void
stop_server (Fixture *fixture)
{
  if (fixture->process != NULL)
    {
      g_subprocess_force_exit (fixture->process);
      g_subprocess_wait (fixture->process, NULL, NULL);
    }
  g_clear_object (&fixture->process);
}

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("atlas-tiles-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->cache = g_build_filename (fixture->folder, "cache", "tiles.db", NULL);
  fixture->session = soup_session_new ();
  start_server (fixture, NULL, NULL);
}

static inline gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* The server closes its cache in a thread of its own: its log goes last. */
static inline void
wait_for_closed_cache (const char *cache)
{
  g_autofree char *log = g_strconcat (cache, "-wal", NULL);
  guint tick = g_timeout_add (5, tick_cb, NULL);

  wait_until (!g_file_test (log, G_FILE_TEST_EXISTS));
  g_source_remove (tick);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->cache);

  stop_server (fixture);
  g_clear_object (&fixture->session);
  wait_for_closed_cache (fixture->cache);
  g_unlink (fixture->cache);
  g_rmdir (folder);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->address);
  g_free (fixture->cache);
  g_free (fixture->folder);
}

/* What the server says of itself. */
static inline char *
ask (Fixture *fixture, const char *question)
{
  g_autofree char *address = g_strdup_printf ("%s/-/%s", fixture->address, question);
  g_autoptr (SoupMessage) message = soup_message_new (SOUP_METHOD_GET, address);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = soup_session_send_and_read (fixture->session, message, NULL, &error);
  gsize size;
  const char *text;

  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, &size);
  return g_strndup (text != NULL ? text : "", size);
}

static inline guint
count (Fixture *fixture, const char *behaviour)
{
  g_autofree char *question = g_strconcat ("count/", behaviour, NULL);
  g_autofree char *answer = ask (fixture, question);

  return (guint) g_ascii_strtoull (answer, NULL, 10);
}

/* Until there were so many: a request may be on its way still when we no longer wait for it. */
static inline void
wait_for_count (Fixture *fixture, const char *behaviour, guint n)
{
  guint tick = g_timeout_add (5, tick_cb, NULL);

  wait_until (count (fixture, behaviour) >= n);
  g_source_remove (tick);
  g_assert_cmpuint (count (fixture, behaviour), ==, n);
}

static inline AtlasTileTemplate *
make_template (Fixture *fixture, const char *behaviour)
{
  g_autofree char *text = g_strdup_printf ("%s/%s/{z}/{x}/{y}", fixture->address, behaviour);
  g_autoptr (GError) error = NULL;
  AtlasTileTemplate *template = atlas_tile_template_parse (text, &error);

  g_assert_no_error (error);
  return template;
}

/* Adds to @spec the tiles of @behaviour; what else is in it stays. */
static inline AtlasTileReader *
open_with (Fixture *fixture, const char *behaviour, AtlasTileServerSpec spec)
{
  g_autoptr (AtlasTileTemplate) template = make_template (fixture, behaviour);
  g_autoptr (GError) error = NULL;
  AtlasTileServer *server;

  spec.template_ = template;
  spec.max_zoom = 19;
  server = atlas_tile_server_new (&spec, &error);
  g_assert_no_error (error);
  atlas_tile_server_set_patience (server, PATIENT_MS, PATIENT_MS, PAUSE_MS);
  return ATLAS_TILE_READER (server);
}

static inline AtlasTileReader *
open_tiles (Fixture *fixture, const char *behaviour)
{
  return open_with (fixture, behaviour, (AtlasTileServerSpec){ 0 });
}

static inline AtlasTileReader *
open_cached (Fixture *fixture, const char *behaviour)
{
  return open_with (fixture, behaviour, (AtlasTileServerSpec){ .cache = fixture->cache });
}

static inline void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Tile *tile = data;

  tile->image = atlas_tile_reader_read_finish (ATLAS_TILE_READER (source), result, &tile->error);
  g_assert_true ((tile->image == NULL) == (tile->error != NULL));
  tile->done = TRUE;
}

static inline Tile
read_tile (AtlasTileReader *reader, guint zoom, guint x, guint y)
{
  Tile tile = { 0 };

  atlas_tile_reader_read_async (reader, zoom, x, y, G_PRIORITY_DEFAULT, NULL, read_cb, &tile);
  wait_until (tile.done);
  return tile;
}

/* The servers' pictures have their column in red and their row in green. */
static inline void
assert_picture (const Tile *tile, guint x, guint y)
{
  const guint32 *pixels;

  g_assert_no_error (tile->error);
  g_assert_nonnull (tile->image);
  pixels = g_bytes_get_data (tile->image->pixels, NULL);
  g_assert_cmphex (pixels[0], ==, 0xff000080u | x << 16 | y << 8);
}

static inline void
assert_reads (AtlasTileReader *reader, guint zoom, guint x, guint y)
{
  g_auto (Tile) tile = read_tile (reader, zoom, x, y);

  assert_picture (&tile, x, y);
}

static inline void
assert_fails (AtlasTileReader *reader, guint zoom, guint x, guint y, AtlasTileError code)
{
  g_auto (Tile) tile = read_tile (reader, zoom, x, y);

  g_assert_error (tile.error, ATLAS_TILE_ERROR, (int) code);
}

static inline void
forget_failures (gpointer errors, GClosure *closure)
{
  g_ptr_array_unref (errors);
}

static inline void
failed_cb (AtlasTileReader *reader, GError *error, GPtrArray *errors)
{
  g_ptr_array_add (errors, g_error_copy (error));
}

/* Collects what the source reports of itself. */
static inline GPtrArray *
watch_failures (AtlasTileReader *reader)
{
  GPtrArray *errors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);

  g_signal_connect_data (reader, "failed", G_CALLBACK (failed_cb), g_ptr_array_ref (errors),
                         forget_failures, 0);
  return errors;
}

/* What was logged, by any thread. */
static GMutex log_mutex;
static GString *logged;

static inline GLogWriterOutput
note_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  g_autofree char *line = g_log_writer_format_fields (level, fields, n_fields, FALSE);

  g_mutex_lock (&log_mutex);
  g_string_append (logged, line);
  g_string_append_c (logged, '\n');
  g_mutex_unlock (&log_mutex);
  return level <= G_LOG_LEVEL_WARNING ? g_log_writer_default (level, fields, n_fields, data)
                                      : G_LOG_WRITER_HANDLED;
}

static inline void
watch_log (void)
{
  logged = g_string_new (NULL);
  g_log_set_writer_func (note_log, NULL, NULL);
}

static inline guint
count_logged (const char *text)
{
  guint n = 0;

  g_mutex_lock (&log_mutex);
  for (const char *c = strstr (logged->str, text); c != NULL; c = strstr (c + 1, text))
    n++;
  g_mutex_unlock (&log_mutex);
  return n;
}

/* The environment must not send requests for this machine elsewhere. */
static inline void
leave_proxies (void)
{
  const char *const names[] = { "http_proxy", "https_proxy", "all_proxy",
                                "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_unsetenv (names[i]);
}
