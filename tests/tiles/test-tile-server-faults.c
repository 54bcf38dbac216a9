/* test-tile-server-faults.c: a server that does not behave: each time one sentence, and no waiting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server-fixture.h"

typedef struct
{
  const char *behaviour;
  AtlasTileError code;
  const char *words; /* of the sentence */
  guint n_requests;  /* for one tile */
  gboolean at_once;  /* the first tile already fails the source */
  guint idle_ms;     /* 0: it answers, and is waited for */
  guint total_ms;
} Case;

/* What is asked for again is asked for three times; a time-out is not, where nobody was answered.
 */
static const Case CASES[] = {
  { "hang", ATLAS_TILE_ERROR_UNREACHABLE, "does not answer in time", 1, FALSE, IDLE_MS,
    PATIENT_MS },
  { "hang-after-head", ATLAS_TILE_ERROR_UNREACHABLE, "does not answer in time", 1, FALSE, IDLE_MS,
    PATIENT_MS },
  { "drip", ATLAS_TILE_ERROR_UNREACHABLE, "does not answer in time", 1, FALSE, PATIENT_MS,
    TOTAL_MS },
  { "circle", ATLAS_TILE_ERROR_SERVER, "elsewhere without end", 6, FALSE, 0, 0 },
  { "redirect/6", ATLAS_TILE_ERROR_SERVER, "elsewhere without end", 6, FALSE, 0, 0 },
  { "to-file", ATLAS_TILE_ERROR_SERVER, "not secure", 1, FALSE, 0, 0 },
  { "password", ATLAS_TILE_ERROR_UNREACHABLE, "cannot be reached", 3, FALSE, 0, 0 },
  { "html", ATLAS_TILE_ERROR_SERVER, "a web page", 1, FALSE, 0, 0 },
  { "text", ATLAS_TILE_ERROR_SERVER, "no picture", 1, FALSE, 0, 0 },
  { "vector", ATLAS_TILE_ERROR_VECTOR, "vector tiles", 1, FALSE, 0, 0 },
  { "broken", ATLAS_TILE_ERROR_SERVER, "damaged", 1, FALSE, 0, 0 },
  { "too-short", ATLAS_TILE_ERROR_SERVER, "damaged", 1, FALSE, 0, 0 },
  { "half-way", ATLAS_TILE_ERROR_UNREACHABLE, "broke off", 3, FALSE, 0, 0 },
  { "reset", ATLAS_TILE_ERROR_UNREACHABLE, "broke off", 3, FALSE, 0, 0 },
  { "long", ATLAS_TILE_ERROR_TOO_LARGE, "more than a map tile", 1, FALSE, 0, 0 },
  { "endless", ATLAS_TILE_ERROR_TOO_LARGE, "more than a map tile", 1, FALSE, 0, 0 },
  { "bomb", ATLAS_TILE_ERROR_TOO_LARGE, "more than a map tile", 1, FALSE, 0, 0 },
  { "uninvited-304", ATLAS_TILE_ERROR_SERVER, "HTTP 304", 1, FALSE, 0, 0 },
  { "400", ATLAS_TILE_ERROR_SERVER, "HTTP 400", 1, FALSE, 0, 0 },
  { "500", ATLAS_TILE_ERROR_SERVER, "HTTP 500", 3, FALSE, 0, 0 },
  { "401", ATLAS_TILE_ERROR_REFUSED, "HTTP 401", 1, TRUE, 0, 0 },
  { "403", ATLAS_TILE_ERROR_REFUSED, "HTTP 403", 1, TRUE, 0, 0 },
  { "418", ATLAS_TILE_ERROR_REFUSED, "HTTP 418", 1, TRUE, 0, 0 },
  /* The head has to arrive meanwhile. */
  { "drip-403", ATLAS_TILE_ERROR_REFUSED, "HTTP 403", 1, TRUE, PATIENT_MS, 2 * TOTAL_MS },
  { "429", ATLAS_TILE_ERROR_QUOTA, "in 2 seconds", 1, TRUE, 0, 0 },
  { "429-for-ever", ATLAS_TILE_ERROR_QUOTA, "in 300 seconds", 1, TRUE, 0, 0 },
};

#define BEAT_MS 5

/* The main thread goes on meanwhile: how many beats of another thread did it miss, at most? The
 * clock would not tell waiting from a machine that has something else to do: that holds up both. */
typedef struct
{
  GThread *thread;
  int n_beats; /* atomic */
  int ended;   /* atomic */
  int last;
  int most_missed;
  guint source;
} Pulse;

static gpointer
beat (gpointer data)
{
  Pulse *pulse = data;

  while (g_atomic_int_get (&pulse->ended) == 0)
    {
      g_usleep (BEAT_MS * 1000);
      g_atomic_int_inc (&pulse->n_beats);
    }
  return NULL;
}

static gboolean
pulse_cb (gpointer data)
{
  Pulse *pulse = data;
  int n_beats = g_atomic_int_get (&pulse->n_beats);

  pulse->most_missed = MAX (pulse->most_missed, n_beats - pulse->last);
  pulse->last = n_beats;
  return G_SOURCE_CONTINUE;
}

static void
pulse_begin (Pulse *pulse)
{
  pulse->thread = g_thread_new ("beat", beat, pulse);
  pulse->source = g_timeout_add (BEAT_MS, pulse_cb, pulse);
}

/* The shortest thing to wait for would be the idle limit of one request. */
static void
pulse_end (Pulse *pulse)
{
  g_source_remove (pulse->source);
  g_atomic_int_set (&pulse->ended, 1);
  g_thread_join (pulse->thread);
  g_assert_cmpint (pulse->most_missed * BEAT_MS, <, IDLE_MS * 3 / 4);
}

/* Only what never ends by itself has a limit of its own. */
static AtlasTileReader *
open_case (Fixture *fixture, const Case *expected, const char *cache)
{
  AtlasTileReader *reader = open_with (fixture, expected->behaviour,
                                       (AtlasTileServerSpec){ .cache = cache });

  if (expected->idle_ms != 0)
    atlas_tile_server_set_patience (ATLAS_TILE_SERVER (reader), expected->idle_ms,
                                    expected->total_ms, PAUSE_MS);
  return reader;
}

static void
assert_sentence (const GError *error, const Case *expected)
{
  g_assert_error (error, ATLAS_TILE_ERROR, (int) expected->code);
  if (strstr (error->message, expected->words) == NULL
      || strstr (error->message, "127.0.0.1") == NULL || !g_str_has_suffix (error->message, "."))
    g_error ("%s: not the right sentence: %s", expected->behaviour, error->message);
}

/* One tile says nothing of the source; three in a row do, and from then on nothing is asked. */
static void
test_case (Fixture *fixture, gconstpointer data)
{
  const Case *expected = data;
  g_autofree char *name = g_strndup (expected->behaviour, strcspn (expected->behaviour, "/"));
  AtlasTileReader *reader = open_case (fixture, expected, fixture->cache);
  g_autoptr (GPtrArray) errors = watch_failures (reader);
  guint n_tiles = expected->at_once ? 1 : 3;
  Pulse pulse = { 0 };
  guint n_requests;

  pulse_begin (&pulse);
  for (guint i = 0; i < n_tiles; i++)
    {
      g_auto (Tile) tile = read_tile (reader, 7, i, 48);

      assert_sentence (tile.error, expected);
      if (i + 1 < n_tiles)
        g_assert_cmpuint (errors->len, ==, 0);
    }
  wait_until (errors->len == 1);
  assert_sentence (g_ptr_array_index (errors, 0), expected);
  pulse_end (&pulse);

  n_requests = n_tiles * expected->n_requests;
  wait_for_count (fixture, name, n_requests);
  assert_fails (reader, 7, 9, 48, expected->code);
  g_assert_cmpuint (count (fixture, name), ==, n_requests);
  g_assert_cmpuint (errors->len, ==, 1);
  g_assert_finalize_object (reader);
}

/* The whole screen at once is told of at once, once, and nothing keeps hanging. */
static void
test_screen (Fixture *fixture, gconstpointer data)
{
  enum
  {
    N_TILES = 40,
    /* One for each connection, and for each of the two that fail before the source does. */
    MAX_REQUESTS = 4 + 2
  };
  const Case *expected = data;
  AtlasTileReader *reader = open_case (fixture, expected, NULL);
  g_autoptr (GPtrArray) errors = watch_failures (reader);
  Tile tiles[N_TILES] = { 0 };

  for (guint i = 0; i < N_TILES; i++)
    atlas_tile_reader_read_async (reader, 7, i, 48, G_PRIORITY_DEFAULT, NULL, read_cb, &tiles[i]);
  for (guint i = 0; i < N_TILES; i++)
    {
      wait_until (tiles[i].done);
      g_assert_error (tiles[i].error, ATLAS_TILE_ERROR, (int) expected->code);
      tile_clear (&tiles[i]);
    }
  wait_until (errors->len == 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (errors->len, ==, 1);
  g_assert_cmpuint (count (fixture, expected->behaviour), <=, MAX_REQUESTS);
  g_assert_finalize_object (reader);
}

static gboolean
is_busy (Fixture *fixture)
{
  g_autofree char *answer = ask (fixture, "busy");

  return !g_str_equal (answer, "0");
}

/* It is us who were held up: what came meanwhile is read, though its time is over. */
static void
test_held_up (Fixture *fixture, gconstpointer data)
{
  enum
  {
    PATIENCE_MS = 3000
  };
  AtlasTileReader *reader = open_tiles (fixture, "hold");
  g_auto (Tile) tile = { 0 };
  gint64 begin = g_get_monotonic_time ();
  guint tick = g_timeout_add (5, tick_cb, NULL);

  atlas_tile_server_set_patience (ATLAS_TILE_SERVER (reader), PATIENCE_MS, PATIENCE_MS, PAUSE_MS);
  atlas_tile_reader_read_async (reader, 7, 107, 48, G_PRIORITY_DEFAULT, NULL, read_cb, &tile);
  wait_until (count (fixture, "hold") == 1);
  g_free (ask (fixture, "release/1"));
  while (is_busy (fixture) || g_get_monotonic_time () - begin < (PATIENCE_MS + 200) * 1000)
    g_usleep (1000);
  wait_until (tile.done);
  assert_picture (&tile, 107, 48);
  g_assert_cmpuint (count (fixture, "hold"), ==, 1);
  g_source_remove (tick);
  g_assert_finalize_object (reader);
}

static void
test_nobody_there (Fixture *fixture, gconstpointer data)
{
  AtlasTileReader *reader = open_cached (fixture, "ok");
  g_autoptr (GPtrArray) errors = watch_failures (reader);

  stop_server (fixture);
  for (guint i = 0; i < 3; i++)
    assert_fails (reader, 7, i, 48, ATLAS_TILE_ERROR_UNREACHABLE);
  wait_until (errors->len == 1);
  assert_fails (reader, 7, 9, 48, ATLAS_TILE_ERROR_UNREACHABLE);
  g_assert_finalize_object (reader);
}

static gboolean
over_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_CONTINUE;
}

/* A port that takes no connection and does not say so, as behind a fire wall: nobody queues for
 * longer than half the time that a server has for its answer. */
static void
test_no_connection (Fixture *fixture, gconstpointer data)
{
  enum
  {
    PATIENCE_MS = 4000
  };
  struct sockaddr_in address = { .sin_family = AF_INET,
                                 .sin_addr.s_addr = htonl (INADDR_LOOPBACK) };
  socklen_t length = sizeof address;
  int listener = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  int queued[3];
  g_autofree char *text = NULL;
  g_autoptr (AtlasTileTemplate) template = NULL;
  AtlasTileServerSpec spec = { .max_zoom = 19 };
  AtlasTileServer *server;
  g_auto (Tile) tile = { 0 };
  gboolean over = FALSE;
  guint limit;

  g_assert_cmpint (bind (listener, (struct sockaddr *) &address, length), ==, 0);
  g_assert_cmpint (listen (listener, 0), ==, 0);
  g_assert_cmpint (getsockname (listener, (struct sockaddr *) &address, &length), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (queued); i++)
    {
      queued[i] = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
      if (connect (queued[i], (struct sockaddr *) &address, length) != 0)
        g_assert_cmpint (errno, ==, EINPROGRESS);
    }

  text = g_strdup_printf ("http://127.0.0.1:%u/{z}/{x}/{y}", ntohs (address.sin_port));
  template = atlas_tile_template_parse (text, NULL);
  spec.template_ = template;
  server = atlas_tile_server_new (&spec, NULL);
  atlas_tile_server_set_patience (server, PATIENCE_MS, 10 * PATIENCE_MS, PAUSE_MS);
  /* After all else that is due: a machine that is slow is slow for both. */
  limit = g_timeout_add_full (G_PRIORITY_LOW, PATIENCE_MS, over_cb, &over, NULL);
  tile = read_tile (ATLAS_TILE_READER (server), 7, 1, 1);
  g_assert_error (tile.error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_UNREACHABLE);
  g_assert_false (over);
  g_source_remove (limit);
  g_assert_finalize_object (server);

  close (listener);
  for (guint i = 0; i < G_N_ELEMENTS (queued); i++)
    close (queued[i]);
}

static void
test_no_such_host (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTileTemplate) template = atlas_tile_template_parse (
      "http://no-such-host.invalid/{z}/{x}/{y}", NULL);
  AtlasTileServerSpec spec = { .template_ = template, .max_zoom = 19 };
  AtlasTileServer *server = atlas_tile_server_new (&spec, NULL);
  g_auto (Tile) tile = { 0 };

  atlas_tile_server_set_patience (server, PATIENT_MS, PATIENT_MS, PAUSE_MS);
  tile = read_tile (ATLAS_TILE_READER (server), 7, 1, 1);
  g_assert_error (tile.error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_UNREACHABLE);
  g_assert_nonnull (strstr (tile.error->message, "no-such-host.invalid"));
  g_assert_finalize_object (server);
}

/* What passes, passes; and a success in between means that the source is there. */
static void
test_passing (Fixture *fixture, gconstpointer data)
{
  AtlasTileReader *reader = open_tiles (fixture, "500-first");
  g_autoptr (GPtrArray) errors = watch_failures (reader);

  for (guint i = 0; i < 5; i++)
    assert_reads (reader, 7, i, 48);
  g_assert_cmpuint (count (fixture, "500-first"), ==, 10);
  g_assert_cmpuint (errors->len, ==, 0);
  g_assert_finalize_object (reader);
}

static void
test_retry (Fixture *fixture, gconstpointer data)
{
  AtlasTileReader *reader = open_tiles (fixture, "403");
  g_autoptr (GPtrArray) errors = watch_failures (reader);

  assert_fails (reader, 7, 0, 48, ATLAS_TILE_ERROR_REFUSED);
  wait_until (errors->len == 1);
  atlas_tile_reader_retry (reader);
  assert_fails (reader, 7, 0, 48, ATLAS_TILE_ERROR_REFUSED);
  wait_until (errors->len == 2);
  g_assert_cmpuint (count (fixture, "403"), ==, 2);
  g_assert_finalize_object (reader);
}

typedef struct
{
  AtlasTileReader *reader; /* the last callback lets go of it */
  guint n_left;
  guint n_quiet; /* so many fail before anybody tries again */
  AtlasTileError code;
} Again;

static void
again_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Again *again = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_tile_reader_read_finish (ATLAS_TILE_READER (source), result, &error));
  g_assert_error (error, ATLAS_TILE_ERROR, (int) again->code);
  if (again->n_quiet > 0)
    again->n_quiet--;
  else
    atlas_tile_reader_retry (again->reader);
  if (--again->n_left == 0)
    g_clear_object (&again->reader);
}

static void
assert_ends_all (Fixture *fixture, const char *behaviour, guint n_quiet, AtlasTileError code)
{
  enum
  {
    N_TILES = 40
  };
  Again again = { open_tiles (fixture, behaviour), N_TILES, n_quiet, code };
  gpointer watched = again.reader;

  g_object_add_weak_pointer (G_OBJECT (again.reader), &watched);
  for (guint i = 0; i < N_TILES; i++)
    atlas_tile_reader_read_async (again.reader, 7, i, 48, G_PRIORITY_DEFAULT, NULL, again_cb,
                                  &again);
  wait_until (watched == NULL);
  g_assert_cmpuint (again.n_left, ==, 0);
}

/* Whoever is told of a failure may try again at once, while others have not been told yet, and may
 * let go of the reader: whether one tile failed the source, or several in a row. */
static void
test_retry_at_once (Fixture *fixture, gconstpointer data)
{
  assert_ends_all (fixture, "403", 0, ATLAS_TILE_ERROR_REFUSED);
  assert_ends_all (fixture, "400", 2, ATLAS_TILE_ERROR_SERVER);
}

/* A server that wants two seconds of quiet gets them, however often one presses the button. */
static void
test_quiet (Fixture *fixture, gconstpointer data)
{
  AtlasTileReader *reader = open_tiles (fixture, "429");
  g_autoptr (GPtrArray) errors = watch_failures (reader);
  gint64 begin = g_get_monotonic_time ();
  guint n_errors = 1;

  assert_fails (reader, 7, 0, 48, ATLAS_TILE_ERROR_QUOTA);
  wait_until (errors->len == 1);
  while (count (fixture, "429") == 1)
    {
      g_assert_cmpint (g_get_monotonic_time () - begin, <, LIMIT_SECONDS * G_USEC_PER_SEC);
      atlas_tile_reader_retry (reader);
      assert_fails (reader, 7, 0, 48, ATLAS_TILE_ERROR_QUOTA);
      wait_until (errors->len > n_errors);
      n_errors = errors->len;
    }
  g_assert_cmpint (g_get_monotonic_time () - begin, >=, 2 * G_USEC_PER_SEC);
  g_assert_finalize_object (reader);
}

/* The key is in no sentence. */
static void
test_key_in_words (Fixture *fixture, gconstpointer data)
{
  const char *const behaviours[] = { "403", "html", "500", "half-way", "hang", "400", "circle" };

  for (guint i = 0; i < G_N_ELEMENTS (behaviours); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s/%s/{z}/{x}/{y}?tk={key}", fixture->address,
                                               behaviours[i]);
      g_autoptr (AtlasTileTemplate) template = atlas_tile_template_parse (text, NULL);
      AtlasTileServerSpec spec = { .template_ = template, .key = "s3cret", .max_zoom = 19 };
      AtlasTileServer *server = atlas_tile_server_new (&spec, NULL);
      g_auto (Tile) tile = { 0 };

      atlas_tile_server_set_patience (
          server, g_str_equal (behaviours[i], "hang") ? IDLE_MS : PATIENT_MS, PATIENT_MS, PAUSE_MS);
      tile = read_tile (ATLAS_TILE_READER (server), 7, 1, 1);
      g_assert_nonnull (tile.error);
      g_assert_null (strstr (tile.error->message, "s3cret"));
      if (i == 0)
        g_assert_nonnull (strstr (tile.error->message, "the key"));
      g_assert_finalize_object (server);
    }
  g_assert_cmpuint (count_logged ("s3cret"), ==, 0);
}

static gboolean
make_certificate (const char *certificate, const char *private_key)
{
  g_autofree char *openssl = g_find_program_in_path ("openssl");
  g_autoptr (GSubprocess) process = NULL;

  if (openssl == NULL)
    return FALSE;
  process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, openssl, "req",
      "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext",
      "subjectAltName=IP:127.0.0.1", "-keyout", private_key, "-out", certificate, NULL);
  return process != NULL && g_subprocess_wait_check (process, NULL, NULL);
}

/* Whoever cannot prove who they are gets no request; whoever can does not lead to where one could
 * be anybody. */
static void
test_tls (Fixture *fixture, gconstpointer data)
{
  g_autofree char *certificate = g_build_filename (fixture->folder, "certificate.pem", NULL);
  g_autofree char *private_key = g_build_filename (fixture->folder, "key.pem", NULL);
  g_autoptr (GTlsDatabase) trusted = NULL;
  g_autoptr (GError) error = NULL;
  AtlasTileReader *reader;

  if (!g_tls_backend_supports_tls (g_tls_backend_get_default ())
      || !make_certificate (certificate, private_key))
    {
      g_test_skip ("There is no TLS, or no openssl to make a certificate");
      return;
    }
  stop_server (fixture);
  g_free (fixture->address);
  start_server (fixture, certificate, private_key);

  reader = open_tiles (fixture, "ok");
  for (guint i = 0; i < 2; i++)
    {
      g_auto (Tile) tile = read_tile (reader, 7, 0, 48);

      g_assert_error (tile.error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_UNREACHABLE);
      g_assert_nonnull (strstr (tile.error->message, "cannot prove"));
    }
  g_assert_finalize_object (reader);

  trusted = g_tls_file_database_new (certificate, &error);
  g_assert_no_error (error);
  g_tls_backend_set_default_database (g_tls_backend_get_default (), trusted);
  g_clear_object (&fixture->session);
  fixture->session = soup_session_new ();

  reader = open_tiles (fixture, "ok");
  assert_reads (reader, 7, 107, 48);
  g_assert_cmpuint (count (fixture, "ok"), ==, 1);
  g_assert_finalize_object (reader);

  reader = open_tiles (fixture, "insecure");
  assert_fails (reader, 7, 107, 48, ATLAS_TILE_ERROR_SERVER);
  g_assert_cmpuint (count (fixture, "ok"), ==, 1);
  g_assert_finalize_object (reader);

  g_tls_backend_set_default_database (g_tls_backend_get_default (), NULL);
  g_unlink (certificate);
  g_unlink (private_key);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  leave_proxies ();
  watch_log ();

#define ADD(path, function)                                                                        \
  g_test_add ("/tiles/server/" path, Fixture, NULL, set_up, function, tear_down)

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (CASES[i].behaviour), "/", '-');
      g_autofree char *path = g_strconcat ("/tiles/server/fault/", name, NULL);
      g_autofree char *screen = g_strconcat ("/tiles/server/screen/", name, NULL);

      g_test_add (path, Fixture, &CASES[i], set_up, test_case, tear_down);
      if (CASES[i].idle_ms != 0 && !CASES[i].at_once)
        g_test_add (screen, Fixture, &CASES[i], set_up, test_screen, tear_down);
    }
  ADD ("held-up", test_held_up);
  ADD ("nobody-there", test_nobody_there);
  ADD ("no-connection", test_no_connection);
  ADD ("no-such-host", test_no_such_host);
  ADD ("passing", test_passing);
  ADD ("retry", test_retry);
  ADD ("retry-at-once", test_retry_at_once);
  ADD ("quiet", test_quiet);
  ADD ("key-in-words", test_key_in_words);
  ADD ("tls", test_tls);

  return g_test_run ();
}
