/* test-tile-control.c: the tiles a person chose come under the map, or words say why not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_SETTINGS_ENABLE_BACKEND

#include <adwaita.h>
#include <gio/gsettingsbackend.h>
#include <string.h>

#include "../tiles/mbtiles-fixture.h"
#include "atlas-tile-control.h"
#include "atlas-tile-key.h"
#include "bare-bus.h"
#include "config.h"
#include "widget-tree.h"

/* What the patience with a server that does not answer may take, and a slow machine. */
#define LIMIT_SECONDS 60

/* Nothing listens there; names are never looked up. */
#define KEYED_SERVER "http://127.0.0.1:9/{z}/{x}/{y}.png?tk={key}"
#define KEY_NAME "http://127.0.0.1:9"

typedef struct
{
  AtlasCatalog *catalog;
  GtkWindow *window;
  AtlasMapView *map;
  GSettings *settings;
  AtlasTileControl *control;
  guint n_problems;
  guint n_readers;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();
  g_autoptr (GError) error = NULL;

  fixture->settings = g_settings_new_with_backend (ATLAS_APP_ID, backend);
  fixture->catalog = atlas_catalog_open (g_getenv ("ATLAS_TEST_DATABASE"), &error);
  g_assert_no_error (error);
  fixture->map = ATLAS_MAP_VIEW (atlas_map_view_new ());
  atlas_map_view_set_catalog (fixture->map, fixture->catalog, &error);
  g_assert_no_error (error);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 500, 400);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->map));

  fixture->control = atlas_tile_control_new (fixture->settings, fixture->map);
  g_signal_connect_swapped (fixture->control, "notify::problem", G_CALLBACK (count_cb),
                            &fixture->n_problems);
  g_signal_connect_swapped (fixture->map, "notify::reader", G_CALLBACK (count_cb),
                            &fixture->n_readers);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->control);
  gtk_window_destroy (fixture->window);
  g_assert_finalize_object (fixture->settings);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_object_unref (fixture->catalog);
}

static void
choose (Fixture *fixture, const char *tiles, const char *key, const char *value)
{
  if (key != NULL)
    g_settings_set_string (fixture->settings, key, value);
  g_settings_set_string (fixture->settings, "tiles", tiles);
}

static void
choose_file (Fixture *fixture, const char *kind)
{
  g_autofree char *path = fixture_path (kind);

  choose (fixture, ATLAS_TILES_FILE, "tiles-file", path);
}

static void
settle (Fixture *fixture)
{
  wait_until (!atlas_tile_control_is_busy (fixture->control));
}

static void
assert_painted (Fixture *fixture)
{
  g_assert_false (atlas_map_view_get_look (fixture->map).over);
}

static void
assert_fine (Fixture *fixture)
{
  g_assert_cmpstr (atlas_tile_control_get_problem (fixture->control), ==, NULL);
}

/* @words: what the one sentence has to speak of */
static void
assert_problem (Fixture *fixture, const char *words)
{
  const char *problem = atlas_tile_control_get_problem (fixture->control);

  g_assert_nonnull (problem);
  g_assert_nonnull (strstr (problem, words));
}

static void
copy_over (const char *from, const char *to)
{
  g_autofree char *source = fixture_path (from);
  g_autofree char *target = fixture_path (to);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (source, &content, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (target, content, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
test_painted (Fixture *fixture, gconstpointer data)
{
  g_assert_false (atlas_tile_control_is_busy (fixture->control));
  assert_fine (fixture);
  g_assert_null (atlas_map_view_get_reader (fixture->map));
  g_assert_cmpuint (fixture->n_problems, ==, 0);
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  choose_file (fixture, "small");
  g_assert_true (atlas_tile_control_is_busy (fixture->control));
  settle (fixture);
  assert_fine (fixture);
  g_assert_cmpstr (atlas_tile_reader_get_info (atlas_map_view_get_reader (fixture->map))->name, ==,
                   "small");
  g_assert_true (atlas_map_view_get_look (fixture->map).over);

  /* The address of a server that is not chosen is no reason to open the file again. */
  g_settings_set_string (fixture->settings, "tiles-server", "https://example.org/{z}/{x}/{y}");
  g_assert_false (atlas_tile_control_is_busy (fixture->control));

  choose (fixture, ATLAS_TILES_PAINTED, NULL, NULL);
  g_assert_null (atlas_map_view_get_reader (fixture->map));
  assert_painted (fixture);
}

/* A file that cannot be used leaves the painted map; once it was mended it can. */
static void
test_bad_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path ("vector");

  choose_file (fixture, "vector");
  settle (fixture);
  assert_problem (fixture, path);
  assert_painted (fixture);
  g_assert_cmpuint (fixture->n_problems, ==, 1);

  /* Whoever tries again hears again that it was in vain. */
  atlas_tile_control_retry (fixture->control);
  settle (fixture);
  assert_problem (fixture, path);
  g_assert_cmpuint (fixture->n_problems, ==, 2);

  copy_over ("small", "vector");
  atlas_tile_control_retry (fixture->control);
  settle (fixture);
  assert_fine (fixture);
  g_assert_true (atlas_map_view_get_look (fixture->map).over);
}

static void
test_missing_file (Fixture *fixture, gconstpointer data)
{
  choose_file (fixture, "there-is-none");
  settle (fixture);
  assert_problem (fixture, "there-is-none");
  choose_file (fixture, "small");
  settle (fixture);
  assert_fine (fixture);
}

/* Who has not yet said which file is not told that something is wrong. */
static void
test_nothing_given_yet (Fixture *fixture, gconstpointer data)
{
  choose (fixture, ATLAS_TILES_FILE, NULL, NULL);
  settle (fixture);
  choose (fixture, ATLAS_TILES_SERVER, NULL, NULL);
  settle (fixture);
  assert_fine (fixture);
  assert_painted (fixture);
  g_assert_cmpuint (fixture->n_problems, ==, 0);
}

/* Only the last choice counts, however quickly it followed. */
static void
test_switching (Fixture *fixture, gconstpointer data)
{
  choose_file (fixture, "no_tiles");
  choose_file (fixture, "there-is-none");
  choose_file (fixture, "small");
  settle (fixture);
  assert_fine (fixture);
  g_assert_cmpuint (fixture->n_readers, ==, 1);
  g_assert_cmpuint (fixture->n_problems, ==, 0);

  choose_file (fixture, "no_tiles");
  choose (fixture, ATLAS_TILES_PAINTED, NULL, NULL);
  g_assert_false (atlas_tile_control_is_busy (fixture->control));
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  assert_fine (fixture);
  assert_painted (fixture);
  g_assert_cmpuint (fixture->n_problems, ==, 0);
}

/* Returns: the address of a server on this machine where nobody listens */
static char *
make_dead_address (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GError) error = NULL;
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, &error);

  g_assert_no_error (error);
  g_socket_listener_close (listener);
  return g_strdup_printf ("http://127.0.0.1:%u/{z}/{x}/{y}.png", port);
}

static gboolean
give_up_cb (gpointer data)
{
  g_error ("The server was waited for too long.");
  return G_SOURCE_REMOVE;
}

static void
wait_for_problem (Fixture *fixture)
{
  guint limit = g_timeout_add_seconds (LIMIT_SECONDS, give_up_cb, NULL);

  while (atlas_tile_control_get_problem (fixture->control) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

static void
test_dead_server (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = make_dead_address ();

  gtk_window_present (fixture->window);
  choose (fixture, ATLAS_TILES_SERVER, "tiles-server", address);
  g_assert_nonnull (atlas_map_view_get_reader (fixture->map));
  wait_for_problem (fixture);
  assert_problem (fixture, "127.0.0.1");
  assert_painted (fixture);

  atlas_tile_control_use_painted (fixture->control);
  assert_fine (fixture);
  g_assert_null (atlas_map_view_get_reader (fixture->map));
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  atlas_tile_key_store_finish (result, NULL, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
store_key (const char *key)
{
  gboolean stored = FALSE;

  atlas_tile_key_store_async (KEY_NAME, key, NULL, stored_cb, &stored);
  wait_until (stored);
}

static void
assert_key_name (Fixture *fixture, const char *name)
{
  g_autofree char *found = atlas_tile_control_get_key_name (fixture->settings);

  g_assert_cmpstr (found, ==, name);
}

/* A server that wants a key is not asked before there is one. */
static void
test_key (Fixture *fixture, gconstpointer data)
{
  assert_key_name (fixture, NULL);
  choose (fixture, ATLAS_TILES_SERVER, "tiles-server", KEYED_SERVER);
  assert_key_name (fixture, KEY_NAME);
  g_assert_true (atlas_tile_control_is_busy (fixture->control));
  settle (fixture);
  assert_problem (fixture, "key");
  assert_painted (fixture);

  store_key ("secret");
  atlas_tile_control_retry (fixture->control);
  settle (fixture);
  assert_fine (fixture);
  g_assert_nonnull (atlas_map_view_get_reader (fixture->map));
  store_key (NULL);

  choose (fixture, "tianditu:img", NULL, NULL);
  assert_key_name (fixture, "tianditu");
  settle (fixture);
  assert_problem (fixture, "key");
  g_assert_null (atlas_map_view_get_reader (fixture->map));
}

static void
test_nonsense (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "tianditu:no-such-layer", NULL, NULL);
  settle (fixture);
  assert_problem (fixture, "tianditu:no-such-layer");
  choose (fixture, ATLAS_TILES_SERVER, "tiles-server", "https://example.org/no-fields");
  settle (fixture);
  g_assert_nonnull (atlas_tile_control_get_problem (fixture->control));
  assert_painted (fixture);
}

/* Whatever is still being opened keeps nobody alive; a map that is gone does no harm. */
static void
test_end (Fixture *fixture, gconstpointer data)
{
  AtlasTileControl *second;

  choose_file (fixture, "small");
  second = atlas_tile_control_new (fixture->settings, fixture->map);
  g_assert_true (atlas_tile_control_is_busy (second));
  g_assert_finalize_object (second);

  choose (fixture, ATLAS_TILES_SERVER, "tiles-server", KEYED_SERVER);
  second = atlas_tile_control_new (fixture->settings, fixture->map);
  g_assert_true (atlas_tile_control_is_busy (second));
  g_assert_finalize_object (second);

  choose_file (fixture, "small");
  gtk_window_set_child (fixture->window, NULL);
  settle (fixture);
  assert_fine (fixture);
}

int
main (int argc, char **argv)
{
  static const char *const kinds[] = { "small", "vector", "no_tiles", NULL };
  int result;

  start_bare_bus ();
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, test) g_test_add ("/tile-control/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("painted", test_painted);
  ADD ("file", test_file);
  ADD ("bad-file", test_bad_file);
  ADD ("missing-file", test_missing_file);
  ADD ("nothing-given-yet", test_nothing_given_yet);
  ADD ("switching", test_switching);
  ADD ("dead-server", test_dead_server);
  ADD ("key", test_key);
  ADD ("nonsense", test_nonsense);
  ADD ("end", test_end);
#undef ADD

  result = fixture_run (kinds);
  stop_bare_bus ();
  return result;
}
