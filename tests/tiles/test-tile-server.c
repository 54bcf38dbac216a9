/* test-tile-server.c: a server that behaves: what is asked, kept, asked again, laid over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "server-fixture.h"

#include "config.h"

static void
test_picture (Fixture *fixture, gconstpointer data)
{
  AtlasTileReader *reader = open_tiles (fixture, "ok");
  const AtlasTileInfo *info = atlas_tile_reader_get_info (reader);
  g_auto (Tile) tile = read_tile (reader, 7, 107, 48);
  g_autofree char *agent = NULL;
  g_autofree char *cookie = NULL;
  g_autofree char *referer = NULL;

  assert_picture (&tile, 107, 48);
  g_assert_cmpuint (tile.image->width, ==, 256);
  g_assert_cmpuint (tile.image->height, ==, 256);
  g_assert_cmpstr (info->name, ==, "127.0.0.1");
  g_assert_null (info->attribution);
  g_assert_cmpuint (info->side, ==, 256);
  g_assert_cmpuint (info->max_zoom, ==, 19);

  agent = ask (fixture, "header/user-agent");
  cookie = ask (fixture, "header/cookie");
  referer = ask (fixture, "header/referer");
  g_assert_cmpstr (agent, ==, "LiaoningAtlas/" ATLAS_VERSION);
  g_assert_cmpstr (cookie, ==, "");
  g_assert_cmpstr (referer, ==, "");
  g_assert_finalize_object (reader);
}

static void
test_encodings (Fixture *fixture, gconstpointer data)
{
  const char *const behaviours[] = { "gzip", "chunked", "redirect/5" };

  for (guint i = 0; i < G_N_ELEMENTS (behaviours); i++)
    {
      AtlasTileReader *reader = open_tiles (fixture, behaviours[i]);

      assert_reads (reader, 7, 107, 48);
      g_assert_finalize_object (reader);
    }
}

/* What does not exist is not asked for. */
static void
test_range (Fixture *fixture, gconstpointer data)
{
  AtlasTileReader *reader = open_with (fixture, "ok", (AtlasTileServerSpec){ .min_zoom = 3 });

  assert_fails (reader, 2, 0, 0, ATLAS_TILE_ERROR_ABSENT);
  assert_fails (reader, 20, 0, 0, ATLAS_TILE_ERROR_ABSENT);
  assert_fails (reader, 3, 8, 0, ATLAS_TILE_ERROR_ABSENT);
  assert_fails (reader, 3, 0, 8, ATLAS_TILE_ERROR_ABSENT);
  g_assert_cmpuint (count (fixture, "ok"), ==, 0);
  assert_reads (reader, 3, 7, 7);
  g_assert_finalize_object (reader);
}

static void
test_referer (Fixture *fixture, gconstpointer data)
{
  AtlasTileReader *reader = open_with (fixture, "418",
                                       (AtlasTileServerSpec){ .referer = "https://example.org/" });
  g_autofree char *referer = NULL;

  assert_reads (reader, 7, 107, 48);
  referer = ask (fixture, "header/referer");
  g_assert_cmpstr (referer, ==, "https://example.org/");
  g_assert_finalize_object (reader);
}

static void
test_overlay (Fixture *fixture, gconstpointer data)
{
  const char *const overlays[] = { "half", "404", "500", "html", "403" };

  for (guint i = 0; i < G_N_ELEMENTS (overlays); i++)
    {
      g_autoptr (AtlasTileTemplate) overlay = make_template (fixture, overlays[i]);
      AtlasTileReader *reader = open_with (fixture, "ok",
                                           (AtlasTileServerSpec){ .overlay = overlay });

      g_autoptr (GPtrArray) errors = watch_failures (reader);

      /* Transparent, missing or refused, it lets the picture through. */
      for (guint j = 0; j < 5; j++)
        assert_reads (reader, 7, 103 + j, 48);
      g_assert_cmpuint (count (fixture, overlays[i]), >, 0);
      g_assert_cmpuint (errors->len, ==, 0);
      g_assert_finalize_object (reader);
    }
}

/* Who wants quiet is left alone, whatever it was asked for. */
static void
test_overlay_quota (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTileTemplate) overlay = make_template (fixture, "429");
  AtlasTileReader *reader = open_with (fixture, "ok", (AtlasTileServerSpec){ .overlay = overlay });

  assert_fails (reader, 7, 107, 48, ATLAS_TILE_ERROR_QUOTA);
  assert_fails (reader, 7, 108, 48, ATLAS_TILE_ERROR_QUOTA);
  g_assert_cmpuint (count (fixture, "429"), ==, 1);
  g_assert_finalize_object (reader);
}

/* An overlay that takes all the time there is leaves the picture as it is, and the server one that
 * answers: what is stale is asked for again. */
static void
test_overlay_out_of_time (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTileTemplate) overlay = make_template (fixture, "hang");
  AtlasTileReader *reader = open_with (
      fixture, "etag", (AtlasTileServerSpec){ .overlay = overlay, .cache = fixture->cache });

  atlas_tile_server_set_patience (ATLAS_TILE_SERVER (reader), PATIENT_MS, TOTAL_MS, PAUSE_MS);
  assert_reads (reader, 7, 107, 48);
  assert_reads (reader, 7, 107, 48);
  g_assert_cmpuint (count (fixture, "etag"), ==, 2);
  g_assert_finalize_object (reader);
}

/* An overlay is laid over, not under: the same picture at another place hides the first. */
static void
test_overlay_hides (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strdup_printf ("%s/ok/{z}/9/{y}?{x}", fixture->address);
  g_autoptr (AtlasTileTemplate) overlay = atlas_tile_template_parse (text, NULL);
  AtlasTileReader *reader = open_with (fixture, "ok", (AtlasTileServerSpec){ .overlay = overlay });
  g_auto (Tile) tile = read_tile (reader, 7, 107, 48);

  assert_picture (&tile, 9, 48);
  g_assert_finalize_object (reader);
}

static void
test_cache (Fixture *fixture, gconstpointer data)
{
  AtlasTileReader *reader = open_cached (fixture, "ok");

  assert_reads (reader, 7, 107, 48);
  assert_reads (reader, 7, 107, 48);
  g_assert_cmpuint (count (fixture, "ok"), ==, 1);
  g_assert_finalize_object (reader);

  reader = open_cached (fixture, "ok");
  assert_reads (reader, 7, 107, 48);
  g_assert_cmpuint (count (fixture, "ok"), ==, 1);
  /* A neighbour is another tile, another address another source. */
  assert_reads (reader, 7, 108, 48);
  g_assert_cmpuint (count (fixture, "ok"), ==, 2);
  g_assert_finalize_object (reader);

  reader = open_cached (fixture, "gzip");
  assert_reads (reader, 7, 107, 48);
  g_assert_cmpuint (count (fixture, "gzip"), ==, 1);
  g_assert_finalize_object (reader);
}

static void
test_cached_overlay (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTileTemplate) overlay = make_template (fixture, "half");

  for (guint i = 0; i < 2; i++)
    {
      AtlasTileReader *reader = open_with (
          fixture, "ok", (AtlasTileServerSpec){ .overlay = overlay, .cache = fixture->cache });

      assert_reads (reader, 7, 107, 48);
      g_assert_cmpuint (count (fixture, "ok"), ==, 1);
      g_assert_cmpuint (count (fixture, "half"), ==, 1);
      g_assert_finalize_object (reader);
    }
}

/* Stale at once, it is asked for again with its validator, and then fresh for an hour. */
static void
test_validators (Fixture *fixture, gconstpointer data)
{
  const char *const behaviours[] = { "etag", "modified" };

  for (guint i = 0; i < G_N_ELEMENTS (behaviours); i++)
    {
      AtlasTileReader *reader = open_cached (fixture, behaviours[i]);

      assert_reads (reader, 7, 107, 48);
      assert_reads (reader, 7, 107, 48);
      g_assert_cmpuint (count (fixture, behaviours[i]), ==, 2);
      assert_reads (reader, 7, 107, 48);
      g_assert_cmpuint (count (fixture, behaviours[i]), ==, 2);
      g_assert_finalize_object (reader);
    }
}

/* What nobody needs to be so long is neither kept nor sent. */
static void
test_long_validators (Fixture *fixture, gconstpointer data)
{
  AtlasTileReader *reader = open_cached (fixture, "long-validators");
  g_autofree char *validator = NULL;

  assert_reads (reader, 7, 107, 48);
  assert_reads (reader, 7, 107, 48);
  g_assert_cmpuint (count (fixture, "long-validators"), ==, 2);
  validator = ask (fixture, "header/if-none-match");
  g_assert_cmpstr (validator, ==, "");
  g_assert_finalize_object (reader);
}

static void
test_no_store (Fixture *fixture, gconstpointer data)
{
  AtlasTileReader *reader = open_cached (fixture, "no-store");

  assert_reads (reader, 7, 107, 48);
  assert_reads (reader, 7, 107, 48);
  g_assert_cmpuint (count (fixture, "no-store"), ==, 2);
  g_assert_finalize_object (reader);
}

static void
test_absence_is_kept (Fixture *fixture, gconstpointer data)
{
  const char *const behaviours[] = { "town/404", "town/204", "town/410" };
  guint n_requests = 0;

  for (guint i = 0; i < G_N_ELEMENTS (behaviours); i++)
    {
      AtlasTileReader *reader = open_cached (fixture, behaviours[i]);
      g_autoptr (GPtrArray) errors = watch_failures (reader);

      assert_reads (reader, 7, 107, 48);
      for (guint j = 0; j < 5; j++)
        assert_fails (reader, 7, 0, 48, ATLAS_TILE_ERROR_ABSENT);
      n_requests += 2;
      g_assert_cmpuint (count (fixture, "town"), ==, n_requests);
      /* However many there are: where there is one, it says nothing of the source. */
      for (guint j = 1; j < 20; j++)
        assert_fails (reader, 7, j, 48, ATLAS_TILE_ERROR_ABSENT);
      n_requests += 19;
      g_assert_cmpuint (count (fixture, "town"), ==, n_requests);
      g_assert_cmpuint (errors->len, ==, 0);
      g_assert_finalize_object (reader);

      /* Nor does it the next time, when nothing else is looked at. */
      reader = open_cached (fixture, behaviours[i]);
      for (guint j = 0; j < 20; j++)
        assert_fails (reader, 7, j, 48, ATLAS_TILE_ERROR_ABSENT);
      g_assert_cmpuint (count (fixture, "town"), ==, n_requests);
      assert_reads (reader, 7, 107, 48);
      g_assert_finalize_object (reader);
    }
}

/* A server that has not one of many tiles is reported; asked again where it has a map, it is fine.
 */
static void
test_absent_everywhere (Fixture *fixture, gconstpointer data)
{
  enum
  {
    N_ABSENT = 12
  };
  AtlasTileReader *reader = open_cached (fixture, "town/404");
  g_autoptr (GPtrArray) errors = watch_failures (reader);
  const GError *error;

  for (guint i = 0; i < N_ABSENT; i++)
    {
      g_assert_cmpuint (errors->len, ==, 0);
      /* A tile that is asked for twice is one. */
      assert_fails (reader, 7, i, 48, ATLAS_TILE_ERROR_ABSENT);
      if (i + 1 < N_ABSENT)
        assert_fails (reader, 7, i, 48, ATLAS_TILE_ERROR_ABSENT);
    }
  wait_until (errors->len == 1);
  error = g_ptr_array_index (errors, 0);
  g_assert_error (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_SERVER);
  g_assert_nonnull (strstr (error->message, "no map of this area"));
  g_assert_cmpuint (count (fixture, "town"), ==, 2 * N_ABSENT - 1);
  assert_fails (reader, 7, 107, 48, ATLAS_TILE_ERROR_SERVER);
  g_assert_cmpuint (count (fixture, "town"), ==, 2 * N_ABSENT - 1);

  /* None of it was kept: it might have been the server's mistake. */
  atlas_tile_reader_retry (reader);
  assert_fails (reader, 7, 0, 48, ATLAS_TILE_ERROR_ABSENT);
  g_assert_cmpuint (count (fixture, "town"), ==, 2 * N_ABSENT);
  assert_reads (reader, 7, 107, 48);
  for (guint i = 0; i < 2 * N_ABSENT; i++)
    assert_fails (reader, 8, i, 48, ATLAS_TILE_ERROR_ABSENT);
  g_assert_cmpuint (errors->len, ==, 1);
  g_assert_finalize_object (reader);
}

static void
test_stale_while_out_of_order (Fixture *fixture, gconstpointer data)
{
  AtlasTileReader *reader = open_cached (fixture, "stale-then-500");
  g_autoptr (GPtrArray) errors = watch_failures (reader);

  assert_reads (reader, 7, 107, 48);
  assert_reads (reader, 7, 107, 48);
  g_assert_cmpuint (count (fixture, "stale-then-500"), ==, 2);
  /* It has just been found out of order: the old tile is shown without another question. */
  for (guint i = 0; i < 5; i++)
    assert_reads (reader, 7, 107, 48);
  g_assert_cmpuint (count (fixture, "stale-then-500"), ==, 2);
  g_assert_cmpuint (errors->len, ==, 0);
  g_assert_finalize_object (reader);
}

static void
test_stale_while_away (Fixture *fixture, gconstpointer data)
{
  AtlasTileReader *reader = open_cached (fixture, "etag");

  assert_reads (reader, 7, 107, 48);
  stop_server (fixture);
  assert_reads (reader, 7, 107, 48);
  g_assert_finalize_object (reader);
}

/* What is in the file may be anything: it is asked for again. */
static void
test_damaged_in_cache (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strdup_printf ("%s/ok/{z}/{x}/{y}", fixture->address);
  g_autofree char *source = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  AtlasCachedTile damaged = { g_bytes_new_static ("\x89PNG\r\n\x1a\nnot", 11), NULL, NULL,
                              g_get_real_time () / G_USEC_PER_SEC + 1000 };
  g_autoptr (GError) error = NULL;
  AtlasTileCache *cache = atlas_tile_cache_open (fixture->cache, ATLAS_TILE_CACHE_SIZE, &error);
  AtlasTileReader *reader;

  g_assert_no_error (error);
  atlas_tile_cache_put (cache, source, 7, 107, 48, &damaged, &error);
  g_assert_no_error (error);
  g_bytes_unref (damaged.data);
  g_assert_finalize_object (cache);

  reader = open_cached (fixture, "ok");
  assert_reads (reader, 7, 107, 48);
  assert_reads (reader, 7, 107, 48);
  g_assert_cmpuint (count (fixture, "ok"), ==, 1);
  g_assert_finalize_object (reader);
}

static void
test_connections (Fixture *fixture, gconstpointer data)
{
  enum
  {
    N_TILES = 24
  };
  AtlasTileReader *reader = open_tiles (fixture, "hold");
  Tile tiles[N_TILES] = { 0 };
  g_autofree char *most = NULL;
  guint tick = g_timeout_add (5, tick_cb, NULL);

  for (guint i = 0; i < N_TILES; i++)
    atlas_tile_reader_read_async (reader, 7, i, 48, G_PRIORITY_DEFAULT, NULL, read_cb, &tiles[i]);
  wait_until (count (fixture, "hold") >= 4);
  g_assert_cmpuint (count (fixture, "hold"), ==, 4);
  g_free (ask (fixture, "release/100"));

  for (guint i = 0; i < N_TILES; i++)
    {
      wait_until (tiles[i].done);
      assert_picture (&tiles[i], i, 48);
      tile_clear (&tiles[i]);
    }
  most = ask (fixture, "most");
  g_assert_cmpstr (most, ==, "4");
  g_assert_cmpuint (count (fixture, "hold"), ==, N_TILES);
  g_source_remove (tick);
  g_assert_finalize_object (reader);
}

/* Four wait at the server; of the others, the nearest is asked for first, the cancelled ones never.
 */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  enum
  {
    N_TILES = 10
  };
  AtlasTileReader *reader = open_tiles (fixture, "hold");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Tile tiles[N_TILES] = { 0 };
  g_auto (Tile) last = { 0 };
  g_autofree char *log = NULL;
  g_auto (GStrv) lines = NULL;
  guint tick = g_timeout_add (5, tick_cb, NULL);

  for (guint i = 0; i < 4; i++)
    atlas_tile_reader_read_async (reader, 7, i, 0, G_PRIORITY_DEFAULT, NULL, read_cb, &tiles[i]);
  wait_until (count (fixture, "hold") == 4);

  /* Farther than the next one each, and the even ones not wanted for long. */
  for (guint i = 4; i < N_TILES; i++)
    atlas_tile_reader_read_async (reader, 7, i, 0, G_PRIORITY_DEFAULT + N_TILES - (int) i,
                                  i % 2 == 0 ? cancellable : NULL, read_cb, &tiles[i]);
  /* The farthest is the last to be looked up in the worker: after it, all are in the queue. */
  atlas_tile_reader_read_async (reader, 7, N_TILES, 0, G_PRIORITY_LOW, cancellable, read_cb, &last);
  g_cancellable_cancel (cancellable);
  wait_until (tiles[4].done && tiles[6].done && tiles[8].done && last.done);
  g_assert_error (tiles[8].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* One connection after the other becomes free. */
  for (guint i = 0; i < 3; i++)
    {
      g_free (ask (fixture, "release/1"));
      wait_until (count (fixture, "hold") == 5 + i);
    }
  g_free (ask (fixture, "release/100"));

  for (guint i = 0; i < N_TILES; i++)
    wait_until (tiles[i].done);
  log = ask (fixture, "log/hold");
  lines = g_strsplit (log, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 7);
  g_assert_cmpstr (lines[4], ==, "/hold/7/9/0");
  g_assert_cmpstr (lines[5], ==, "/hold/7/7/0");
  g_assert_cmpstr (lines[6], ==, "/hold/7/5/0");
  for (guint i = 0; i < N_TILES; i++)
    tile_clear (&tiles[i]);
  g_source_remove (tick);
  g_assert_finalize_object (reader);
}

static void
test_cancel_request (Fixture *fixture, gconstpointer data)
{
  AtlasTileReader *reader = open_tiles (fixture, "hang");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) errors = watch_failures (reader);
  g_auto (Tile) early = { 0 };
  guint tick = g_timeout_add (5, tick_cb, NULL);

  for (guint i = 0; i < 6; i++)
    {
      g_auto (Tile) tile = { 0 };

      g_cancellable_reset (cancellable);
      atlas_tile_reader_read_async (reader, 7, i, 0, G_PRIORITY_DEFAULT, cancellable, read_cb,
                                    &tile);
      wait_until (count (fixture, "hang") == i + 1);
      g_cancellable_cancel (cancellable);
      wait_until (tile.done);
      g_assert_error (tile.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  /* Cancelled before it began */
  atlas_tile_reader_read_async (reader, 7, 0, 0, G_PRIORITY_DEFAULT, cancellable, read_cb, &early);
  wait_until (early.done);
  g_assert_error (early.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (errors->len, ==, 0);
  g_source_remove (tick);
  g_assert_finalize_object (reader);
}

/* The key goes to the server, encoded, and nowhere else. */
static void
test_key (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strdup_printf ("%s/key/{z}/{x}/{y}?tk={key}", fixture->address);
  g_autoptr (AtlasTileTemplate) template = atlas_tile_template_parse (text, NULL);
  AtlasTileServerSpec spec = { .template_ = template, .max_zoom = 18, .cache = fixture->cache };
  g_autoptr (GError) error = NULL;
  AtlasTileReader *reader;
  g_autofree char *log = NULL;
  g_autofree char *content = NULL;
  gsize length;

  g_assert_null (atlas_tile_server_new (&spec, &error));
  g_assert_error (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_REFUSED);
  g_clear_error (&error);

  spec.key = "se cret&x=1";
  reader = ATLAS_TILE_READER (atlas_tile_server_new (&spec, &error));
  g_assert_no_error (error);
  assert_reads (reader, 7, 107, 48);
  log = ask (fixture, "log/key");
  g_assert_cmpstr (log, ==, "/key/7/107/48?tk=se%20cret%26x%3D1");
  g_assert_finalize_object (reader);

  wait_for_closed_cache (fixture->cache);
  g_file_get_contents (fixture->cache, &content, &length, &error);
  g_assert_no_error (error);
  g_assert_null (memmem (content, length, "cret", 4));
  g_assert_null (memmem (content, length, "127.0.0.1", 9));
  g_assert_cmpuint (count_logged ("cret"), ==, 0);
}

/* A cache that cannot be used is told once, and the map goes on without. */
static void
test_no_cache (Fixture *fixture, gconstpointer data)
{
  AtlasTileReader *reader = open_with (
      fixture, "ok", (AtlasTileServerSpec){ .cache = "/proc/no/such/folder/tiles.db" });

  assert_reads (reader, 7, 107, 48);
  assert_reads (reader, 7, 107, 48);
  g_assert_cmpuint (count_logged ("cannot be kept"), ==, 1);
  g_assert_cmpuint (count (fixture, "ok"), ==, 2);
  g_assert_finalize_object (reader);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  leave_proxies ();
  watch_log ();

#define ADD(path, function)                                                                        \
  g_test_add ("/tiles/server/" path, Fixture, NULL, set_up, function, tear_down)

  ADD ("picture", test_picture);
  ADD ("encodings", test_encodings);
  ADD ("range", test_range);
  ADD ("referer", test_referer);
  ADD ("overlay", test_overlay);
  ADD ("overlay-quota", test_overlay_quota);
  ADD ("overlay-out-of-time", test_overlay_out_of_time);
  ADD ("overlay-hides", test_overlay_hides);
  ADD ("cache", test_cache);
  ADD ("cached-overlay", test_cached_overlay);
  ADD ("validators", test_validators);
  ADD ("long-validators", test_long_validators);
  ADD ("no-store", test_no_store);
  ADD ("absence-is-kept", test_absence_is_kept);
  ADD ("absent-everywhere", test_absent_everywhere);
  ADD ("stale-while-out-of-order", test_stale_while_out_of_order);
  ADD ("stale-while-away", test_stale_while_away);
  ADD ("damaged-in-cache", test_damaged_in_cache);
  ADD ("connections", test_connections);
  ADD ("order", test_order);
  ADD ("cancel-request", test_cancel_request);
  ADD ("key", test_key);
  ADD ("no-cache", test_no_cache);

  return g_test_run ();
}
