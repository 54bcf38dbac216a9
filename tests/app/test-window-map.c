/* test-window-map.c: the map of the main window: its theme, what is picked, what Escape ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-fixture.h"

static AtlasSession *
get_session (Fixture *fixture)
{
  return atlas_window_get_session (fixture->window);
}

static AtlasMapView *
get_map (Fixture *fixture)
{
  return atlas_window_get_map_view (fixture->window);
}

static void
assert_theme (Fixture *fixture, const char *theme)
{
  g_autofree char *remembered = g_settings_get_string (fixture->settings, "theme");

  g_assert_cmpstr (atlas_session_get_theme (get_session (fixture)), ==, theme);
  g_assert_cmpstr (atlas_map_view_get_theme (get_map (fixture)), ==, theme);
  g_assert_cmpstr (remembered, ==, theme);
}

static void
test_selection_is_shared (Fixture *fixture, gconstpointer data)
{
  AtlasSession *session = get_session (fixture);
  AtlasMapView *map = get_map (fixture);
  AtlasPlace *first = get_place (fixture, "210281");
  AtlasPlace *second = get_place (fixture, "210921");

  atlas_session_set_selected (session, first);
  g_assert_true (atlas_map_view_get_selected (map) == first);

  atlas_map_view_set_selected (map, second);
  g_assert_true (atlas_session_get_selected (session) == second);

  g_assert_true (activate (fixture, "win.back"));
  g_assert_true (atlas_map_view_get_selected (map) == first);
  g_assert_true (activate (fixture, "win.forward"));
  g_assert_true (atlas_map_view_get_selected (map) == second);
}

static void
test_theme (Fixture *fixture, gconstpointer data)
{
  assert_theme (fixture, "family");
  atlas_session_set_theme (get_session (fixture), "projects");
  assert_theme (fixture, "projects");
  g_settings_set_string (fixture->settings, "theme", "coverage");
  assert_theme (fixture, "coverage");
  g_assert_nonnull (find_label (get_part (fixture, "theme_chooser"), "Coverage"));
}

/* Another window begins with the theme that was chosen last; one that the data set does not have,
 * or no theme at all, is passed over. */
static void
test_theme_is_remembered (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *remembered;
    const char *theme;
  } cases[] = {
    { "zone:沿海经济带", "zone:沿海经济带" },
    { "沿海经济带", "zone:沿海经济带" },
    { "cluster:没有这个集群", "family" },
    { "", "family" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasWindow *second;

      g_settings_set_string (fixture->settings, "theme", cases[i].remembered);
      second = atlas_application_open_window (application);
      g_assert_cmpstr (atlas_session_get_theme (atlas_window_get_session (second)), ==,
                       cases[i].theme);
      g_assert_cmpstr (atlas_map_view_get_theme (atlas_window_get_map_view (second)), ==,
                       cases[i].theme);
      gtk_window_destroy (GTK_WINDOW (second));
    }
}

/* A highlight is shown instead of the theme for a while, and never remembered. */
static void
test_highlight (Fixture *fixture, gconstpointer data)
{
  AtlasSession *session = get_session (fixture);
  g_autofree char *remembered = NULL;

  atlas_session_set_highlight (session, "family:equipment");
  g_assert_cmpstr (atlas_map_view_get_theme (get_map (fixture)), ==, "family:equipment");
  remembered = g_settings_get_string (fixture->settings, "theme");
  g_assert_cmpstr (remembered, ==, "family");

  atlas_session_set_selected (session, get_place (fixture, "210281"));
  g_assert_cmpstr (atlas_map_view_get_theme (get_map (fixture)), ==, "family:equipment");
  g_assert_true (activate (fixture, "win.close-pane"));
  g_assert_null (atlas_session_get_highlight (session));
  g_assert_cmpstr (atlas_map_view_get_theme (get_map (fixture)), ==, "family");
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  AtlasMapView *map = get_map (fixture);

  g_assert_true (atlas_map_view_get_badges (map));
  g_assert_true (atlas_map_view_get_hatched (map));
  g_assert_true (activate (fixture, "win.badges"));
  g_assert_true (activate (fixture, "win.hatched"));
  g_assert_false (atlas_map_view_get_badges (map));
  g_assert_false (atlas_map_view_get_hatched (map));
  g_assert_false (g_settings_get_boolean (fixture->settings, "badges"));

  g_settings_set_double (fixture->settings, "overlay-opacity", 0.25);
  g_assert_cmpfloat (atlas_map_view_get_overlay_opacity (map), ==, 0.25);
  g_assert_null (atlas_map_view_get_approval (map));
  g_settings_set_string (fixture->settings, "approval", "GS（2026）1号");
  g_assert_cmpstr (atlas_map_view_get_approval (map), ==, "GS（2026）1号");
  g_settings_set_string (fixture->settings, "approval", "");
  g_assert_null (atlas_map_view_get_approval (map));
}

/* What the map says was picked is the session's, and what the session says is on the map. */
static void
test_picks (Fixture *fixture, gconstpointer data)
{
  AtlasSession *session = get_session (fixture);
  AtlasMapView *map = get_map (fixture);
  g_autoptr (GPtrArray) places = g_ptr_array_new ();

  g_assert_true (atlas_map_view_get_picked (map) == atlas_session_get_picked (session));
  g_signal_emit_by_name (map, "pick-place", get_place (fixture, "210281"));
  g_assert_true (atlas_session_is_picked (session, get_place (fixture, "210281")));
  g_signal_emit_by_name (map, "pick-place", get_place (fixture, "210281"));
  g_assert_cmpuint (atlas_session_get_n_picked (session), ==, 0);

  g_ptr_array_add (places, get_place (fixture, "210281"));
  g_ptr_array_add (places, get_place (fixture, "210921"));
  g_signal_emit_by_name (map, "pick-places", places);
  g_assert_cmpuint (atlas_session_get_n_picked (session), ==, 2);
  g_assert_nonnull (find_label (get_part (fixture, "pick_strip"), "2 places picked"));
}

static void
text_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, &error);
  g_assert_no_error (error);
}

static void
test_copy_picks (Fixture *fixture, gconstpointer data)
{
  AtlasSession *session = get_session (fixture);
  g_autofree char *text = NULL;

  present (fixture, 1280, 800);
  atlas_session_toggle_picked (session, get_place (fixture, "210281"));
  atlas_session_toggle_picked (session, get_place (fixture, "210921"));
  g_assert_true (activate (fixture, "win.copy-picks"));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), NULL,
                                 text_read_cb, &text);
  wait_until (text != NULL);
  g_assert_cmpstr (text, ==, "瓦房店市\t210281\n阜新蒙古族自治县\t210921\n");
  wait_until (find_label (get_part (fixture, "toasts"), "Copied 2 places with their codes")
              != NULL);

  g_assert_true (activate (fixture, "win.clear-picks"));
  g_assert_cmpuint (atlas_session_get_n_picked (session), ==, 0);
}

/* The picked places are shown as large as they fit, or else the selected one. */
static void
test_fit (Fixture *fixture, gconstpointer data)
{
  AtlasSession *session = get_session (fixture);
  AtlasMapView *map = get_map (fixture);
  double province;
  double both;

  present (fixture, 1280, 800);
  wait_until (atlas_map_view_is_complete (map));
  province = atlas_map_view_get_pose (map).zoom;
  atlas_session_toggle_picked (session, get_place (fixture, "210281"));
  atlas_session_toggle_picked (session, get_place (fixture, "210283"));
  g_assert_true (activate (fixture, "win.fit-selection"));
  wait_until (atlas_map_view_get_pose (map).zoom > province);
  both = atlas_map_view_get_pose (map).zoom;
  g_assert_true (activate (fixture, "win.zoom-fit"));
  wait_until (atlas_map_view_get_pose (map).zoom == province);

  atlas_session_clear_picked (session);
  atlas_session_set_selected (session, get_place (fixture, "210283"));
  g_assert_true (activate (fixture, "win.fit-selection"));
  wait_until (atlas_map_view_get_pose (map).zoom > both);
}

static guint
count_in_any (AtlasMapView *map, guint n_classes)
{
  GPtrArray *classes = atlas_map_scheme_get_classes (atlas_map_view_get_scheme (map));
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  guint n_mentioned = 0;

  for (guint i = 0; i < n_classes; i++)
    {
      const AtlasMapClass *class = g_ptr_array_index (classes, i);

      n_mentioned += class->places->len;
      for (guint j = 0; j < class->places->len; j++)
        g_hash_table_add (places, g_ptr_array_index (class->places, j));
    }
  g_assert_cmpuint (g_hash_table_size (places), <, n_mentioned);
  return g_hash_table_size (places);
}

/* The legend can be narrowed to some classes; how many places it counts then stands above the map.
 */
static void
test_count (Fixture *fixture, gconstpointer data)
{
  AtlasMapView *map = get_map (fixture);
  GtkLabel *count = get_part (fixture, "count");
  GPtrArray *classes;
  AtlasMapClass *first;
  AtlasMapClass *last;
  g_autofree char *text = NULL;
  g_autofree char *both = NULL;

  g_assert_cmpstr (gtk_label_get_text (count), ==, "41 counties");
  classes = atlas_map_scheme_get_classes (atlas_map_view_get_scheme (map));
  first = g_ptr_array_index (classes, 0);
  last = g_ptr_array_index (classes, classes->len - 1);
  g_assert_true (last->absent);
  text = g_strdup_printf ("%u of 55 places", first->places->len + last->places->len);
  atlas_map_view_set_kept (map, 1 | G_GUINT64_CONSTANT (1) << (classes->len - 1));
  g_assert_cmpstr (gtk_label_get_text (count), ==, text);
  atlas_session_set_theme (get_session (fixture), "city");
  g_assert_cmpstr (gtk_label_get_text (count), ==, "41 counties");

  /* A place in two of the classes counts once. */
  atlas_session_set_theme (get_session (fixture), "family:equipment,family:petrochemical");
  atlas_map_view_set_kept (map, 3);
  both = g_strdup_printf ("%u of 55 places", count_in_any (map, 2));
  g_assert_cmpstr (gtk_label_get_text (count), ==, both);
}

/* Escape ends one thing after the other: first what covers the map, last what was collected. */
static void
test_escape (Fixture *fixture, gconstpointer data)
{
  AtlasSession *session = get_session (fixture);
  AtlasMapView *map = get_map (fixture);

  present (fixture, 800, 640);
  wait_until (get_split_flag (fixture, "collapsed"));
  atlas_session_set_selected (session, get_place (fixture, "210281"));
  atlas_session_toggle_picked (session, get_place (fixture, "210281"));
  atlas_session_set_highlight (session, "family:equipment");
  atlas_map_view_set_kept (map, 1);
  g_assert_true (get_split_flag (fixture, "end-visible"));

  activate (fixture, "win.close-pane");
  g_assert_false (get_split_flag (fixture, "end-visible"));
  g_assert_cmpuint (atlas_map_view_get_kept (map), ==, 1);
  activate (fixture, "win.close-pane");
  g_assert_true (atlas_map_view_get_kept (map) == ATLAS_MAP_KEEP_ALL);
  g_assert_cmpstr (atlas_session_get_highlight (session), ==, "family:equipment");
  activate (fixture, "win.close-pane");
  g_assert_null (atlas_session_get_highlight (session));
  g_assert_cmpuint (atlas_session_get_n_picked (session), ==, 1);
  activate (fixture, "win.close-pane");
  g_assert_cmpuint (atlas_session_get_n_picked (session), ==, 0);
  wait_until (find_label (get_part (fixture, "toasts"), "Left out 1 place") != NULL);
  activate (fixture, "win.close-pane");
  g_assert_true (atlas_session_get_selected (session) == get_place (fixture, "210281"));
}

/* What took many clicks is not lost to one key. */
static void
test_undo_clear (Fixture *fixture, gconstpointer data)
{
  static const char *const codes[] = { "211224", "210281", "210921", "210600" };
  AtlasSession *session = get_session (fixture);
  GListModel *picked = atlas_session_get_picked (session);
  GtkWidget *undo;

  present (fixture, 1280, 800);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    atlas_session_toggle_picked (session, get_place (fixture, codes[i]));
  activate (fixture, "win.close-pane");
  g_assert_cmpuint (atlas_session_get_n_picked (session), ==, 0);
  wait_until (find_label (get_part (fixture, "toasts"), "Left out 4 places") != NULL);
  undo = gtk_widget_get_ancestor (find_label (get_part (fixture, "toasts"), "Undo"),
                                  GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_get_sensitive (undo));
  g_signal_emit_by_name (undo, "clicked");

  g_assert_cmpuint (g_list_model_get_n_items (picked), ==, G_N_ELEMENTS (codes));
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (picked, i);

      g_assert_cmpstr (atlas_place_get_code (place), ==, codes[i]);
    }

  /* Only once; and nothing of a data set that is gone. */
  atlas_session_clear_picked (session);
  activate (fixture, "win.undo-clear-picks");
  g_assert_cmpuint (g_list_model_get_n_items (picked), ==, 0);
  atlas_session_toggle_picked (session, get_place (fixture, "210281"));
  activate (fixture, "win.clear-picks");
  atlas_window_open (fixture->window, g_getenv ("ATLAS_TEST_DATABASE"));
  activate (fixture, "win.undo-clear-picks");
  g_assert_cmpuint (atlas_session_get_n_picked (get_session (fixture)), ==, 0);
}

/* No command stands ready that has nothing to work on. */
static void
test_commands (Fixture *fixture, gconstpointer data)
{
  AtlasSession *session = get_session (fixture);
  GtkWidget *strip = get_part (fixture, "pick_strip");

  atlas_session_toggle_picked (session, get_place (fixture, "210281"));
  for (guint i = 0; i < 2; i++)
    g_assert_true (gtk_widget_get_sensitive (find_nth (strip, "GtkButton", i)));
  show_view (fixture, "documents");
  activate (fixture, "win.clear-picks");
  g_assert_cmpuint (atlas_session_get_n_picked (session), ==, 1);
  show_view (fixture, "map");
  activate (fixture, "win.clear-picks");
  g_assert_cmpuint (atlas_session_get_n_picked (session), ==, 0);
}

int
main (int argc, char **argv)
{
  init_window_tests (&argc, &argv);

  ADD ("/window-map/selection-is-shared", test_selection_is_shared);
  ADD ("/window-map/theme", test_theme);
  ADD ("/window-map/theme-is-remembered", test_theme_is_remembered);
  ADD ("/window-map/highlight", test_highlight);
  ADD ("/window-map/settings", test_settings);
  ADD ("/window-map/picks", test_picks);
  ADD ("/window-map/copy-picks", test_copy_picks);
  ADD ("/window-map/fit", test_fit);
  ADD ("/window-map/count", test_count);
  ADD ("/window-map/escape", test_escape);
  ADD ("/window-map/undo-clear", test_undo_clear);
  ADD ("/window-map/commands", test_commands);

  return g_test_run ();
}
