/* test-preferences.c: what is chosen is remembered, what is remembered is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_SETTINGS_ENABLE_BACKEND

#include <gio/gsettingsbackend.h>
#include <glib/gstdio.h>
#include <string.h>

#include "atlas-preferences.h"
#include "atlas-tile-cache.h"
#include "atlas-tile-key.h"
#include "bare-bus.h"
#include "config.h"
#include "widget-tree.h"

#define KEYED_SERVER "http://127.0.0.1:9/{z}/{x}/{y}.png?tk={key}"

typedef struct
{
  GtkWindow *parent;
  GSettings *settings;
  AtlasTileControl *control;
  GtkWidget *preferences;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();
  AtlasMapView *map = ATLAS_MAP_VIEW (atlas_map_view_new ());

  fixture->settings = g_settings_new_with_backend (ATLAS_APP_ID, backend);
  fixture->parent = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (fixture->parent, GTK_WIDGET (map));
  fixture->control = atlas_tile_control_new (fixture->settings, map);
  fixture->preferences = atlas_preferences_new (fixture->parent, fixture->settings,
                                                fixture->control);
  g_object_add_weak_pointer (G_OBJECT (fixture->preferences), (gpointer *) &fixture->preferences);
  gtk_window_present (GTK_WINDOW (fixture->preferences));
}

/* Every test ends with all finalized; workers and frames may hold a window for a moment. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GSettings *settings = fixture->settings;

  gtk_window_destroy (GTK_WINDOW (fixture->preferences));
  wait_until (fixture->preferences == NULL);
  g_assert_finalize_object (fixture->control);
  gtk_window_destroy (fixture->parent);
  g_object_add_weak_pointer (G_OBJECT (settings), (gpointer *) &fixture->settings);
  g_object_unref (settings);
  wait_until (fixture->settings == NULL);
}

static gpointer
get_part (Fixture *fixture, const char *id)
{
  GObject *part = gtk_widget_get_template_child (fixture->preferences, ATLAS_TYPE_PREFERENCES, id);

  g_assert_nonnull (part);
  return part;
}

static void
assert_setting (Fixture *fixture, const char *key, const char *value)
{
  g_autofree char *found = g_settings_get_string (fixture->settings, key);

  g_assert_cmpstr (found, ==, value);
}

static void
apply (Fixture *fixture, const char *id, const char *text)
{
  gpointer row = get_part (fixture, id);

  gtk_editable_set_text (row, text);
  g_signal_emit_by_name (row, "apply");
}

static const char *
get_remark (Fixture *fixture)
{
  GtkWidget *remark = get_part (fixture, "remark");

  return gtk_widget_get_visible (remark) ? gtk_label_get_text (GTK_LABEL (remark)) : NULL;
}

static gboolean
is_shown (Fixture *fixture, const char *id)
{
  return gtk_widget_get_visible (get_part (fixture, id));
}

static void
test_tiles (Fixture *fixture, gconstpointer data)
{
  static const char *const choices[] = { "file",         "server",       "tianditu:vec",
                                         "tianditu:img", "tianditu:ter", "painted" };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      GtkWidget *button = find_button_for (fixture->preferences, choices[i]);

      g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)));
      gtk_widget_activate (button);
      assert_setting (fixture, "tiles", choices[i]);
      g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)));
    }

  g_settings_set_string (fixture->settings, "tiles", "server");
  g_assert_true (gtk_check_button_get_active (
      GTK_CHECK_BUTTON (find_button_for (fixture->preferences, "server"))));
}

static void
test_look (Fixture *fixture, gconstpointer data)
{
  static const char *const switches[] = { "badges", "hatched" };
  GtkRange *opacity = get_part (fixture, "opacity");

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      GtkSwitch *widget = get_part (fixture, switches[i]);

      g_assert_true (gtk_switch_get_active (widget));
      gtk_switch_set_active (widget, FALSE);
      g_assert_false (g_settings_get_boolean (fixture->settings, switches[i]));
      g_settings_set_boolean (fixture->settings, switches[i], TRUE);
      g_assert_true (gtk_switch_get_active (widget));
    }

  g_assert_cmpfloat (gtk_range_get_value (opacity), ==, 0.6);
  gtk_range_set_value (opacity, 0.25);
  g_assert_cmpfloat (g_settings_get_double (fixture->settings, "overlay-opacity"), ==, 0.25);
  g_settings_set_double (fixture->settings, "overlay-opacity", 1.0);
  g_assert_cmpfloat (gtk_range_get_value (opacity), ==, 1.0);
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  AdwActionRow *row = get_part (fixture, "file_row");

  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "No file has been chosen.");
  g_settings_set_string (fixture->settings, "tiles-file", "/there/is/no & 地图.mbtiles");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "no & 地图.mbtiles");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (row)), ==,
                   "/there/is/no & 地图.mbtiles");

  /* What is wrong with it is said here, too, and no longer once something else is chosen. */
  g_settings_set_string (fixture->settings, "tiles", "file");
  wait_until (get_remark (fixture) != NULL);
  g_assert_nonnull (strstr (get_remark (fixture), "地图.mbtiles"));
  g_assert_true (gtk_widget_has_css_class (get_part (fixture, "remark"), "error"));
  g_settings_set_string (fixture->settings, "tiles", "painted");
  g_assert_null (get_remark (fixture));
}

static void
test_address (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = get_part (fixture, "address");

  g_assert_false (gtk_widget_get_visible (row));
  g_settings_set_string (fixture->settings, "tiles", "server");
  g_assert_true (gtk_widget_get_visible (row));

  apply (fixture, "address", "https://example.org/map.png");
  assert_setting (fixture, "tiles-server", "");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_nonnull (get_remark (fixture));
  g_assert_nonnull (strstr (get_remark (fixture), "{z}"));

  gtk_editable_set_text (GTK_EDITABLE (row), "https://example.org/{z}");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_null (get_remark (fixture));

  apply (fixture, "address", "  https://example.org/{z}/{x}/{y}.png ");
  assert_setting (fixture, "tiles-server", "https://example.org/{z}/{x}/{y}.png");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==,
                   "https://example.org/{z}/{x}/{y}.png");
  apply (fixture, "address", " ");
  assert_setting (fixture, "tiles-server", "");
}

static void
test_approval (Fixture *fixture, gconstpointer data)
{
  apply (fixture, "approval", "  GS（2026）1234号 ");
  assert_setting (fixture, "approval", "GS（2026）1234号");
  g_settings_set_string (fixture->settings, "approval", "辽S（2026）5号");
  g_assert_cmpstr (gtk_editable_get_text (get_part (fixture, "approval")), ==, "辽S（2026）5号");
  apply (fixture, "approval", "");
  assert_setting (fixture, "approval", "");
}

/* A key is asked for where one is needed, and it is said where it is kept. */
static void
test_key (Fixture *fixture, gconstpointer data)
{
  GtkEditable *key = get_part (fixture, "key");

  g_settings_set_string (fixture->settings, "tiles", "server");
  g_assert_false (is_shown (fixture, "key"));
  g_settings_set_string (fixture->settings, "tiles-server", KEYED_SERVER);
  g_assert_true (is_shown (fixture, "key"));
  wait_until (atlas_tile_control_get_problem (fixture->control) != NULL);
  g_assert_cmpstr (get_remark (fixture), ==, atlas_tile_control_get_problem (fixture->control));

  apply (fixture, "key", " secret ");
  wait_until (atlas_tile_control_get_problem (fixture->control) == NULL);
  g_assert_nonnull (strstr (get_remark (fixture), "forgotten when the program ends"));
  g_assert_false (gtk_widget_has_css_class (get_part (fixture, "remark"), "error"));

  /* Another server has another key. */
  g_settings_set_string (fixture->settings, "tiles", "tianditu:vec");
  g_assert_cmpstr (gtk_editable_get_text (key), ==, "");
  wait_until (atlas_tile_control_get_problem (fixture->control) != NULL);
  g_assert_cmpstr (gtk_editable_get_text (key), ==, "");
  g_settings_set_string (fixture->settings, "tiles", "server");
  wait_until (g_str_equal (gtk_editable_get_text (key), "secret"));

  apply (fixture, "key", "");
  wait_until (atlas_tile_control_get_problem (fixture->control) != NULL);
}

/* Returns: how much is kept then */
static gint64
keep_a_tile (void)
{
  g_autofree char *path = atlas_tile_cache_default_path ();
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (5000), 5000);
  AtlasCachedTile tile = { .data = bytes, .fresh_until = G_MAXINT32 };
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTileCache) cache = atlas_tile_cache_open (path, ATLAS_TILE_CACHE_SIZE, &error);
  gint64 size;

  g_assert_no_error (error);
  atlas_tile_cache_put (cache, "https://example.org", 5, 1, 2, &tile, &error);
  g_assert_no_error (error);
  size = atlas_tile_cache_get_bytes (cache, &error);
  g_assert_no_error (error);
  g_assert_cmpint (size, >=, 5000);
  return size;
}

static void
assert_kept (GtkWidget *row, gint64 size)
{
  g_autofree char *text = g_format_size ((guint64) size);
  GtkWidget *button = find_nth (row, "GtkButton", 0);

  wait_until (g_strcmp0 (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), text) == 0);
  g_assert_true (gtk_widget_get_sensitive (button) == (size > 0));
}

static void
test_cache (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = atlas_tile_cache_default_path ();
  GtkWidget *second;
  gint64 size;

  assert_kept (find_nth (fixture->preferences, "AtlasCacheRow", 0), 0);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  size = keep_a_tile ();
  second = g_object_ref_sink (g_object_new (g_type_from_name ("AtlasCacheRow"), NULL));
  assert_kept (second, size);
  g_assert_true (gtk_widget_activate_action (second, "cache.empty", NULL));
  assert_kept (second, 0);
  g_assert_finalize_object (second);
}

static gboolean
is_operated (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_SCALE (widget);
}

/* A control says the title it stands beside. */
static void
test_labels (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  for (;; n++)
    {
      guint skip = n;
      GtkWidget *widget = find_widget (fixture->preferences, is_operated, NULL, &skip);

      if (widget == NULL)
        break;
      g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                                       GTK_ACCESSIBLE_RELATION_LABELLED_BY));
    }
  g_assert_cmpuint (n, ==, 9);
}

/* Others keep things there, too: fonts, shaders. */
static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_assert_no_errno (g_remove (path));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-preferences-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  g_setenv ("GTK_A11Y", "test", TRUE);
  start_bare_bus ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, test) g_test_add ("/preferences/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("tiles", test_tiles);
  ADD ("look", test_look);
  ADD ("file", test_file);
  ADD ("address", test_address);
  ADD ("approval", test_approval);
  ADD ("key", test_key);
  ADD ("cache", test_cache);
  ADD ("labels", test_labels);
#undef ADD

  result = g_test_run ();
  remove_folder (folder);
  stop_bare_bus ();
  return result;
}
