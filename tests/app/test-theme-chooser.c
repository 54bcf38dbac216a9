/* test-theme-chooser.c: the button above the map and the list it opens
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "atlas-theme-chooser.h"
#include "atlas-theme-popover.h"
#include "atlas-theme-row.h"
#include "widget-tree.h"

typedef struct
{
  AtlasCatalog *catalog;
  AtlasSession *session;
  GtkWidget *window;
  GtkWidget *chooser;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalog = atlas_catalog_open (g_getenv ("ATLAS_TEST_DATABASE"), &error);
  g_assert_no_error (error);
  fixture->session = atlas_session_new (fixture->catalog);
  fixture->chooser = atlas_theme_chooser_new ();
  gtk_widget_set_valign (fixture->chooser, GTK_ALIGN_START);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->chooser);
  atlas_theme_chooser_set_session (ATLAS_THEME_CHOOSER (fixture->chooser), fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (gtk_widget_get_height (fixture->chooser) > 0);
}

static GtkMenuButton *
get_button (Fixture *fixture)
{
  return GTK_MENU_BUTTON (find_nth (fixture->chooser, "GtkMenuButton", 0));
}

static GtkWidget *
get_popover (Fixture *fixture)
{
  return GTK_WIDGET (gtk_menu_button_get_popover (get_button (fixture)));
}

static gboolean
is_open (Fixture *fixture)
{
  return get_popover (fixture) != NULL && gtk_widget_get_mapped (get_popover (fixture));
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer n_frames)
{
  (*(guint *) n_frames)++;
  return G_SOURCE_CONTINUE;
}

static void
pass_frames (GtkWidget *widget)
{
  guint n_frames = 0;
  guint tick = gtk_widget_add_tick_callback (widget, count_frame_cb, &n_frames, NULL);

  wait_until (n_frames > 2);
  gtk_widget_remove_tick_callback (widget, tick);
}

/* GTK 4.8 leaks a popover that goes before it was drawn, or before it was seen to go. */
static void
open_list (Fixture *fixture)
{
  atlas_theme_chooser_open (ATLAS_THEME_CHOOSER (fixture->chooser));
  wait_until (is_open (fixture));
  pass_frames (get_popover (fixture));
}

static void
close_list (Fixture *fixture)
{
  gtk_menu_button_popdown (get_button (fixture));
  wait_until (!is_open (fixture));
  pass_frames (fixture->chooser);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_list (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->catalog);
}

static gboolean
match_row (GtkWidget *widget, gconstpointer title)
{
  return ATLAS_IS_THEME_ROW (widget) && atlas_theme_row_get_item (ATLAS_THEME_ROW (widget)) != NULL
         && g_str_equal (
             atlas_theme_item_get_title (atlas_theme_row_get_item (ATLAS_THEME_ROW (widget))),
             title);
}

static GtkWidget *
find_row (Fixture *fixture, const char *title)
{
  guint skip = 0;

  return find_widget (get_popover (fixture), match_row, title, &skip);
}

static GListModel *
get_model (Fixture *fixture)
{
  GtkWidget *list = find_nth (get_popover (fixture), "GtkListView", 0);

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

/* Does what a click on the row of @title does. */
static void
activate (Fixture *fixture, const char *title)
{
  GtkWidget *list = find_nth (get_popover (fixture), "GtkListView", 0);
  GListModel *model = get_model (fixture);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (AtlasThemeItem) item = g_list_model_get_item (model, i);

      if (g_str_equal (atlas_theme_item_get_title (item), title))
        {
          g_signal_emit_by_name (list, "activate", i);
          return;
        }
    }
  g_assert_not_reached ();
}

static void
search (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_nth (get_popover (fixture), "GtkSearchEntry", 0)),
                         text);
}

static GtkCheckButton *
get_check (Fixture *fixture, const char *title)
{
  return GTK_CHECK_BUTTON (find_nth (find_row (fixture, title), "GtkCheckButton", 0));
}

static void
test_says_theme (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = GTK_WIDGET (get_button (fixture));

  atlas_session_set_theme (fixture->session, "projects,category:公路");
  g_assert_nonnull (find_label (button, "Projects · 公路"));
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Colour by: Projects · 公路");
  gtk_test_accessible_assert_property (gtk_widget_get_first_child (button),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Colour by: Projects · 公路");
}

/* While something is highlighted the button says what, and the one beside it ends that. */
static void
test_highlight (Fixture *fixture, gconstpointer data)
{
  GtkWidget *end = gtk_widget_get_last_child (fixture->chooser);

  g_assert_false (gtk_widget_get_visible (end));
  atlas_session_set_theme (fixture->session, "city");
  atlas_session_set_highlight (fixture->session, "zone:沿海经济带");
  g_assert_nonnull (find_label (fixture->chooser, "沿海经济带"));
  g_assert_true (gtk_widget_get_visible (end));

  gtk_widget_grab_focus (end);
  g_signal_emit_by_name (end, "clicked");
  g_assert_null (atlas_session_get_highlight (fixture->session));
  g_assert_false (gtk_widget_get_visible (end));
  g_assert_nonnull (find_label (fixture->chooser, "City"));
  g_assert_nonnull (gtk_root_get_focus (GTK_ROOT (fixture->window)));
}

/* Nothing of the list is made before somebody wants it. */
static void
test_made_when_opened (Fixture *fixture, gconstpointer data)
{
  g_assert_null (get_popover (fixture));
  open_list (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), ==, 9);
  g_assert_nonnull (find_row (fixture, "Coverage"));
}

static void
test_choose (Fixture *fixture, gconstpointer data)
{
  atlas_session_set_highlight (fixture->session, "family:energy");
  open_list (fixture);
  activate (fixture, "Coverage");
  g_assert_cmpstr (atlas_session_get_theme (fixture->session), ==, "coverage");
  g_assert_null (atlas_session_get_highlight (fixture->session));
  wait_until (!is_open (fixture));
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  GtkWidget *back;

  open_list (fixture);
  activate (fixture, "Clusters and Fields");
  g_assert_true (is_open (fixture));
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), ==, 28);
  g_assert_nonnull (find_label (find_row (fixture, "绿色石化及精细化工产业集群"), "世界级"));
  g_assert_null (find_label (find_row (fixture, "航空航天装备产业集群"), "世界级"));
  g_assert_nonnull (find_label (get_popover (fixture), "Clusters and Fields"));

  back = gtk_widget_get_ancestor (find_label (get_popover (fixture), "Clusters and Fields"),
                                  GTK_TYPE_BUTTON);
  g_signal_emit_by_name (back, "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), ==, 9);

  /* It begins anew when it is opened again. */
  activate (fixture, "Zones and Designations");
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), ==, 184);
  close_list (fixture);
  open_list (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), ==, 9);
}

/* Topics are ticked one after the other, up to four, with the map to be seen behind the list. */
static void
test_tick (Fixture *fixture, gconstpointer data)
{
  static const char *const titles[] = { "石化化工", "冶金金属", "能源" };
  GtkWidget *hint;

  open_list (fixture);
  activate (fixture, "Families of Industries");
  gtk_check_button_set_active (get_check (fixture, "装备制造"), TRUE);
  g_assert_cmpstr (atlas_session_get_theme (fixture->session), ==, "family:equipment");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    gtk_check_button_set_active (get_check (fixture, titles[i]), TRUE);
  g_assert_cmpstr (atlas_session_get_theme (fixture->session), ==,
                   "family:equipment,family:petrochemical,family:metallurgy,family:energy");
  g_assert_true (is_open (fixture));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (get_check (fixture, "食品农产品"))));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (get_check (fixture, "能源"))));

  /* A fifth changes nothing, and it is said why. */
  activate (fixture, "食品农产品");
  g_assert_cmpstr (atlas_session_get_theme (fixture->session), ==,
                   "family:equipment,family:petrochemical,family:metallurgy,family:energy");
  g_assert_true (is_open (fixture));
  hint = find_label (get_popover (fixture), "Four are ticked. Untick one to tick another.");
  g_assert_true (gtk_widget_has_css_class (hint, "warning"));

  gtk_check_button_set_active (get_check (fixture, "石化化工"), FALSE);
  g_assert_cmpstr (atlas_session_get_theme (fixture->session), ==,
                   "family:equipment,family:metallurgy,family:energy");
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (get_check (fixture, "食品农产品"))));

  g_assert_false (gtk_widget_has_css_class (hint, "warning"));

  /* A row toggles, too, while that would throw ticks away. */
  activate (fixture, "冶金金属");
  g_assert_cmpstr (atlas_session_get_theme (fixture->session), ==,
                   "family:equipment,family:energy");
  activate (fixture, "装备制造");
  g_assert_cmpstr (atlas_session_get_theme (fixture->session), ==, "family:energy");
  g_assert_true (is_open (fixture));
}

/* While at most one is ticked a row is chosen alone, and that is all. */
static void
test_choose_alone (Fixture *fixture, gconstpointer data)
{
  atlas_session_set_theme (fixture->session, "family:equipment");
  open_list (fixture);
  activate (fixture, "Families of Industries");
  activate (fixture, "能源");
  g_assert_cmpstr (atlas_session_get_theme (fixture->session), ==, "family:energy");
  wait_until (!is_open (fixture));
}

/* What is highlighted is ticked, too, and stays when another is added. */
static void
test_tick_beside_highlight (Fixture *fixture, gconstpointer data)
{
  atlas_session_set_theme (fixture->session, "city");
  atlas_session_set_highlight (fixture->session, "family:energy");
  open_list (fixture);
  activate (fixture, "Families of Industries");
  g_assert_true (gtk_check_button_get_active (get_check (fixture, "能源")));
  gtk_check_button_set_active (get_check (fixture, "装备制造"), TRUE);
  g_assert_cmpstr (atlas_session_get_theme (fixture->session), ==,
                   "family:energy,family:equipment");
  g_assert_null (atlas_session_get_highlight (fixture->session));
}

static void
test_projects (Fixture *fixture, gconstpointer data)
{
  open_list (fixture);
  activate (fixture, "Number of Projects");
  activate (fixture, "Under way");
  activate (fixture, "产业");
  g_assert_cmpstr (atlas_session_get_theme (fixture->session), ==,
                   "projects,stage:under-way,category:产业");
  g_assert_true (is_open (fixture));
  activate (fixture, "Under way");
  g_assert_cmpstr (atlas_session_get_theme (fixture->session), ==, "projects,category:产业");
  activate (fixture, "Projects");
  g_assert_cmpstr (atlas_session_get_theme (fixture->session), ==, "projects");
  wait_until (!is_open (fixture));
}

/* All pages are searched at once, by characters and by pinyin. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  open_list (fixture);
  entry = find_nth (get_popover (fixture), "GtkSearchEntry", 0);
  search (fixture, "jqr");
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), ==, 1);
  g_assert_nonnull (find_label (find_row (fixture, "机器人及智能制造产业集群"), "Cluster"));

  search (fixture, "xyzzy");
  g_assert_null (find_nth (get_popover (fixture), "GtkListView", 0));
  g_assert_nonnull (
      find_label (get_popover (fixture),
                  "Nothing is called that. You can search by name, pinyin or initials."));

  search (fixture, "");
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), ==, 9);
  search (fixture, "沿海经济带");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (atlas_session_get_theme (fixture->session), ==, "zone:沿海经济带");
  wait_until (!is_open (fixture));
}

/* A screen reader hears what a row is and whether it is chosen. */
static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  atlas_session_set_theme (fixture->session, "coverage");
  open_list (fixture);
  gtk_test_accessible_assert_property (gtk_widget_get_parent (find_row (fixture, "Coverage")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Coverage");
  gtk_test_accessible_assert_state (gtk_widget_get_parent (find_row (fixture, "Coverage")),
                                    GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_test_accessible_assert_state (gtk_widget_get_parent (find_row (fixture, "City")),
                                    GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE);
  search (fixture, "沿海经济带");
  gtk_test_accessible_assert_property (gtk_widget_get_parent (find_row (fixture, "沿海经济带")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "沿海经济带, Region");
}

/* Another session, as with another data set, has another list. */
static void
test_another_session (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasSession) other = atlas_session_new (fixture->catalog);

  open_list (fixture);
  close_list (fixture);
  atlas_theme_chooser_set_session (ATLAS_THEME_CHOOSER (fixture->chooser), other);
  open_list (fixture);
  activate (fixture, "City");
  g_assert_cmpstr (atlas_session_get_theme (other), ==, "city");
  g_assert_cmpstr (atlas_session_get_theme (fixture->session), ==, "family");
  close_list (fixture);
  atlas_theme_chooser_set_session (ATLAS_THEME_CHOOSER (fixture->chooser), NULL);
  g_assert_null (get_popover (fixture));
}

static void
test_finalize (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chooser = g_object_ref_sink (atlas_theme_chooser_new ());
  GtkWidget *popover = g_object_ref_sink (atlas_theme_popover_new (fixture->session));

  atlas_theme_chooser_set_session (ATLAS_THEME_CHOOSER (chooser), fixture->session);
  g_object_run_dispose (G_OBJECT (chooser));
  g_assert_finalize_object (chooser);
  g_object_run_dispose (G_OBJECT (popover));
  g_assert_finalize_object (popover);
  atlas_session_set_theme (fixture->session, "city");
}

#define ADD(name, func) g_test_add ("/theme-chooser/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv);
  adw_init ();

  ADD ("says-theme", test_says_theme);
  ADD ("highlight", test_highlight);
  ADD ("made-when-opened", test_made_when_opened);
  ADD ("choose", test_choose);
  ADD ("pages", test_pages);
  ADD ("tick", test_tick);
  ADD ("choose-alone", test_choose_alone);
  ADD ("tick-beside-highlight", test_tick_beside_highlight);
  ADD ("projects", test_projects);
  ADD ("search", test_search);
  ADD ("accessible", test_accessible);
  ADD ("another-session", test_another_session);
  ADD ("finalize", test_finalize);

  return g_test_run ();
}
