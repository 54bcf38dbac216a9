/* test-window.c: the main window: its panes, its views and what it remembers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-fixture.h"

static void
test_opens (Fixture *fixture, gconstpointer data)
{
  AtlasSession *session = atlas_window_get_session (fixture->window);

  g_assert_nonnull (session);
  g_assert_null (atlas_session_get_selected (session));
  g_assert_cmpstr (get_page (fixture), ==, "atlas");
  g_assert_cmpstr (gtk_label_get_text (get_part (fixture, "count")), ==, "41 counties");

  present (fixture, 1280, 800);
  wait_until (atlas_map_view_is_complete (atlas_window_get_map_view (fixture->window)));
}

static void
test_panes (Fixture *fixture, gconstpointer data)
{
  present (fixture, 1280, 800);

  g_assert_true (activate (fixture, "win.toggle-places"));
  g_assert_false (get_split_flag (fixture, "show-start"));
  g_assert_false (g_settings_get_boolean (fixture->settings, "show-places"));

  g_assert_true (activate (fixture, "win.toggle-profile"));
  g_assert_false (get_split_flag (fixture, "end-visible"));
  g_assert_false (g_settings_get_boolean (fixture->settings, "show-profile"));
  g_assert_true (activate (fixture, "win.toggle-profile"));
  g_assert_true (get_split_flag (fixture, "end-visible"));
}

/* Too narrow for the profile beside the map: it comes when there is something to read, and goes. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  AtlasSession *session = atlas_window_get_session (fixture->window);

  present (fixture, 800, 640);
  wait_until (get_split_flag (fixture, "collapsed"));
  g_assert_false (get_split_flag (fixture, "end-visible"));

  atlas_session_set_selected (session, get_place (fixture, "210281"));
  g_assert_true (get_split_flag (fixture, "end-visible"));

  g_assert_true (activate (fixture, "win.close-pane"));
  g_assert_false (get_split_flag (fixture, "end-visible"));
  g_assert_nonnull (atlas_session_get_selected (session));
  g_assert_true (g_settings_get_boolean (fixture->settings, "show-profile"));
}

static void
test_style (Fixture *fixture, gconstpointer data)
{
  GActionGroup *actions = G_ACTION_GROUP (application);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_action_group_activate_action (actions, "style", g_variant_new_string ("dark"));
  g_assert_true (adw_style_manager_get_dark (manager));
  g_action_group_activate_action (actions, "style", g_variant_new_string ("light"));
  g_assert_false (adw_style_manager_get_dark (manager));
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_action_group_activate_action (actions, "style", g_variant_new_string ("system"));
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_close_remembers (Fixture *fixture, gconstpointer data)
{
  present (fixture, 1100, 700);
  g_object_set (get_part (fixture, "split"), "start-width", 300, "end-width", 400, NULL);
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (fixture->window == NULL);

  g_assert_cmpint (g_settings_get_int (fixture->settings, "places-width"), ==, 300);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "profile-width"), ==, 400);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "window-width"), ==, 1100);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "window-height"), ==, 700);
}

static void
test_restores (Fixture *fixture, gconstpointer data)
{
  AtlasWindow *second;
  int width;
  int height;

  g_settings_set_int (fixture->settings, "window-width", 1111);
  g_settings_set_int (fixture->settings, "window-height", 666);
  second = atlas_application_open_window (application);

  gtk_window_get_default_size (GTK_WINDOW (second), &width, &height);
  g_assert_cmpint (width, ==, 1111);
  g_assert_cmpint (height, ==, 666);
  gtk_window_destroy (GTK_WINDOW (second));
}

static void
test_escape_from_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *text = get_search_text (fixture);

  present (fixture, 1280, 800);
  g_assert_true (activate (fixture, "win.search"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == text);

  g_assert_true (activate (fixture, "win.focus-view"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) != text);
}

static GtkWidget *
get_view_button (Fixture *fixture, guint n)
{
  return find_nth (get_part (fixture, "view_switcher"), "GtkToggleButton", n);
}

/* What was copied last is said at once; nobody waits until all that was copied before has been
 * said. */
static void
test_toast_is_replaced (Fixture *fixture, gconstpointer data)
{
  const char *const messages[] = { "First", "Second", "Third" };
  GtkWidget *toasts = get_part (fixture, "toasts");

  present (fixture, 1000, 640);
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_signal_emit_by_name (get_part (fixture, "profile"), "copied", messages[i]);
      wait_until (find_label (toasts, messages[i]) != NULL);
    }
  g_signal_emit_by_name (get_part (fixture, "profile"), "copied", "Fourth");
  g_signal_emit_by_name (get_part (fixture, "profile"), "copied", "Fifth");
  wait_until (find_label (toasts, "Fifth") != NULL);
  wait_until (find_label (toasts, "Third") == NULL);
  g_assert_null (find_label (toasts, "Fourth"));
}

/* Each view has a button that says its name and whether it is on show. */
static void
test_views (Fixture *fixture, gconstpointer data)
{
  static const char *const titles[] = { "Map", "Documents" };

  present (fixture, 1280, 800);
  g_assert_cmpstr (get_view (fixture), ==, "map");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *button = get_view_button (fixture, i);

      g_assert_nonnull (find_label (button, titles[i]));
      gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_TAB);
      gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, titles[i]);
      gtk_test_accessible_assert_state (button, GTK_ACCESSIBLE_STATE_SELECTED, i == 0);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_view_button (fixture, 1)), TRUE);
  g_assert_cmpstr (get_view (fixture), ==, "documents");
  g_assert_false (atlas_window_is_complete (fixture->window));
  wait_until (atlas_window_is_complete (fixture->window));

  g_assert_true (activate (fixture, "win.close-pane"));
  g_assert_cmpstr (get_view (fixture), ==, "map");
  show_view (fixture, "documents");
  show_view (fixture, "map");
  g_assert_cmpstr (get_view (fixture), ==, "map");
}

static void
test_view_keys (void)
{
  static const char *const views[][2] = { { "win.show-view::map", "<Control>1" },
                                          { "win.show-view::documents", "<Control>6" } };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (GTK_APPLICATION (application),
                                                                   views[i][0]);

      g_assert_true (g_strv_contains ((const char *const *) keys, views[i][1]));
    }
}

/* Only the map has panes to close and a zoom; what is chosen elsewhere is shown on it. */
static void
test_views_and_commands (Fixture *fixture, gconstpointer data)
{
  AtlasSession *session = atlas_window_get_session (fixture->window);

  show_view (fixture, "documents");
  g_assert_false (activate (fixture, "win.toggle-places"));
  g_assert_false (activate (fixture, "win.toggle-profile"));
  activate (fixture, "win.zoom-in");

  atlas_session_set_selected (session, get_place (fixture, "210281"));
  g_assert_cmpstr (get_view (fixture), ==, "map");
  g_assert_true (activate (fixture, "win.toggle-places"));
  g_assert_true (activate (fixture, "win.toggle-places"));

  /* Also where it was selected before. */
  show_view (fixture, "documents");
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-place", "s", "210281"));
  g_assert_cmpstr (get_view (fixture), ==, "map");
  g_assert_true (atlas_session_get_selected (session) == get_place (fixture, "210281"));
}

/* The documents in the overview lead to their page. */
static void
test_overview_leads_to_documents (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  present (fixture, 1280, 800);
  button = find_button_for (get_part (fixture, "profile"), "documents");
  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "辽宁省“十五五”规划纲要");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (get_view (fixture), ==, "documents");
}

static void
test_shortcuts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) toplevels = NULL;
  GtkWindow *shortcuts = NULL;

  present (fixture, 1280, 800);
  g_assert_true (activate (fixture, "win.show-help-overlay"));

  toplevels = g_object_ref (gtk_window_get_toplevels ());
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (GTK_IS_SHORTCUTS_WINDOW (window))
        shortcuts = window;
    }
  g_assert_nonnull (shortcuts);
  g_assert_true (gtk_window_get_transient_for (shortcuts) == GTK_WINDOW (fixture->window));
  gtk_window_destroy (shortcuts);
}

static gboolean
needs_name (GtkWidget *widget, gconstpointer data)
{
  return (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_DROP_DOWN (widget)
          || GTK_IS_TEXT (widget))
         && gtk_widget_get_mapped (widget);
}

static gboolean
has_name (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    return TRUE;

  return gtk_widget_get_tooltip_text (widget) != NULL
         || gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                              GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* In the header and the toolbar, whose controls mostly show a picture only. */
static void
test_controls_are_named (Fixture *fixture, gconstpointer data)
{
  static const char *const icons[] = { "go-previous-symbolic", "go-next-symbolic",
                                       "sidebar-show-symbolic", "sidebar-show-right-symbolic" };
  guint n_found = 0;

  present (fixture, 1280, 800);
  for (guint i = 0;; i++)
    {
      guint skip = i;
      GtkWidget *widget = find_widget (GTK_WIDGET (fixture->window), needs_name, NULL, &skip);

      if (widget == NULL)
        break;
      if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL
          && g_strv_contains (icons, gtk_button_get_icon_name (GTK_BUTTON (widget))))
        {
          g_assert_true (has_name (widget));
          n_found++;
        }
    }
  g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (icons));
  g_assert_true (has_name (find_nth (get_part (fixture, "theme_chooser"), "GtkMenuButton", 0)));
  g_assert_true (has_name (get_search_text (fixture)));
}

int
main (int argc, char **argv)
{
  init_window_tests (&argc, &argv);

  ADD ("/window/opens", test_opens);
  ADD ("/window/panes", test_panes);
  ADD ("/window/narrow", test_narrow);
  ADD ("/window/style", test_style);
  ADD ("/window/close-remembers", test_close_remembers);
  ADD ("/window/restores", test_restores);
  ADD ("/window/escape-from-search", test_escape_from_search);
  ADD ("/window/toast-is-replaced", test_toast_is_replaced);
  ADD ("/window/views", test_views);
  ADD ("/window/views-and-commands", test_views_and_commands);
  ADD ("/window/overview-leads-to-documents", test_overview_leads_to_documents);
  ADD ("/window/shortcuts", test_shortcuts);
  ADD ("/window/controls-are-named", test_controls_are_named);
  g_test_add_func ("/window/view-keys", test_view_keys);

  return g_test_run ();
}
