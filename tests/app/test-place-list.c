/* test-place-list.c: the rows of the place list and their bond with the session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "atlas-place-group.h"
#include "atlas-place-list.h"
#include "atlas-place-row.h"
#include "atlas-wording.h"
#include "widget-tree.h"

typedef struct
{
  AtlasCatalog *catalog;
  AtlasSession *session;
  GtkWidget *window;
  GtkWidget *list;
  GtkSingleSelection *selection;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *list_view;

  fixture->catalog = atlas_catalog_open (g_getenv ("ATLAS_TEST_DATABASE"), &error);
  g_assert_no_error (error);
  fixture->session = atlas_session_new (fixture->catalog);
  fixture->list = atlas_place_list_new ();
  atlas_place_list_set_session (ATLAS_PLACE_LIST (fixture->list), fixture->session);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 260, 400);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->list);
  gtk_window_present (GTK_WINDOW (fixture->window));
  list_view = find_nth (fixture->list, "GtkListView", 0);
  fixture->selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list_view)));
  wait_until (gtk_widget_get_height (fixture->list) > 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->catalog);
}

static AtlasPlace *
get_place (Fixture *fixture, const char *code)
{
  AtlasPlace *place = atlas_catalog_get_place (fixture->catalog, code);

  g_assert_nonnull (place);
  return place;
}

static GObject *
get_item (Fixture *fixture, guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->selection),
                                                          position);

  return row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
}

static guint
find_position (Fixture *fixture, const char *code)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (fixture->selection));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GObject) item = get_item (fixture, i);

      if (ATLAS_IS_PLACE (item) && g_str_equal (atlas_place_get_code (ATLAS_PLACE (item)), code))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
set_expanded (Fixture *fixture, const char *code, gboolean expanded)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->selection),
                                                          find_position (fixture, code));

  gtk_tree_list_row_set_expanded (row, expanded);
}

static gboolean
match_row (GtkWidget *widget, gconstpointer title)
{
  return ATLAS_IS_PLACE_ROW (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (atlas_place_row_get_title (ATLAS_PLACE_ROW (widget)), title) == 0;
}

static GtkWidget *
find_row (Fixture *fixture, const char *title)
{
  guint skip = 0;

  return find_widget (fixture->list, match_row, title, &skip);
}

/* Whether the row of @title lies wholly within what is on show. */
static gboolean
is_in_view (Fixture *fixture, const char *title)
{
  GtkWidget *row = find_row (fixture, title);
  graphene_rect_t bounds;

  return row != NULL && gtk_widget_compute_bounds (row, fixture->list, &bounds)
         && bounds.size.height > 0 && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (fixture->list);
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  guint n_cities = 0, n_counties = 0, n_groups = 0, n_districts = 0;
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (fixture->selection));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GObject) item = get_item (fixture, i);

      if (ATLAS_IS_PLACE_GROUP (item))
        {
          AtlasPlaceGroup *group = ATLAS_PLACE_GROUP (item);

          n_groups++;
          n_districts += g_list_model_get_n_items (atlas_place_group_get_districts (group));
        }
      else if (atlas_place_is_city (ATLAS_PLACE (item)))
        n_cities++;
      else
        n_counties++;
    }
  g_assert_cmpuint (n_cities, ==, 14);
  g_assert_cmpuint (n_counties, ==, 41);
  g_assert_cmpuint (n_groups, ==, 14);
  g_assert_cmpuint (n_districts, ==, 59);
  g_assert_cmpuint (gtk_single_selection_get_selected (fixture->selection), ==,
                    GTK_INVALID_LIST_POSITION);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  const char *const titles[] = { "沈阳市", "康平县", "法库县", "新民市", "Districts · 10" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_nonnull (find_row (fixture, titles[i]));
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GObject) item = get_item (fixture, i);

      g_assert_cmpstr (atlas_place_get_name (ATLAS_PLACE (item)), ==, titles[i]);
    }
}

static void
test_session_selects_row (Fixture *fixture, gconstpointer data)
{
  atlas_session_set_selected (fixture->session, get_place (fixture, "210281"));
  g_assert_cmpuint (gtk_single_selection_get_selected (fixture->selection), ==,
                    find_position (fixture, "210281"));
  atlas_session_set_selected (fixture->session, NULL);
  g_assert_cmpuint (gtk_single_selection_get_selected (fixture->selection), ==,
                    GTK_INVALID_LIST_POSITION);
}

static void
test_row_selects_in_session (Fixture *fixture, gconstpointer data)
{
  gtk_single_selection_set_selected (fixture->selection, find_position (fixture, "210281"));
  g_assert_true (atlas_session_get_selected (fixture->session) == get_place (fixture, "210281"));
}

static void
test_scroll (Fixture *fixture, gconstpointer data)
{
  g_assert_false (is_in_view (fixture, "绥中县"));
  atlas_session_set_selected (fixture->session, get_place (fixture, "211421"));
  wait_until (is_in_view (fixture, "绥中县"));
  atlas_session_set_selected (fixture->session, get_place (fixture, "210100"));
  wait_until (is_in_view (fixture, "沈阳市"));
}

static void
test_district_expands (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (find_position (fixture, "211403"), ==, GTK_INVALID_LIST_POSITION);
  atlas_session_set_selected (fixture->session, get_place (fixture, "211403"));
  g_assert_cmpuint (find_position (fixture, "211403"), !=, GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (gtk_single_selection_get_selected (fixture->selection), ==,
                    find_position (fixture, "211403"));
  wait_until (is_in_view (fixture, "龙港区"));
}

static void
test_collapsed_city_expands (Fixture *fixture, gconstpointer data)
{
  set_expanded (fixture, "210200", FALSE);
  g_assert_cmpuint (find_position (fixture, "210281"), ==, GTK_INVALID_LIST_POSITION);
  atlas_session_set_selected (fixture->session, get_place (fixture, "210281"));
  g_assert_cmpuint (gtk_single_selection_get_selected (fixture->selection), ==,
                    find_position (fixture, "210281"));
  g_assert_cmpuint (find_position (fixture, "210281"), !=, GTK_INVALID_LIST_POSITION);
}

/* Collapsing the city of the selected county hides its row; the session keeps the county, and its
 * row is selected again as soon as it is back. */
static void
test_collapse_keeps_place (Fixture *fixture, gconstpointer data)
{
  AtlasPlace *county = get_place (fixture, "210281");

  atlas_session_set_selected (fixture->session, county);
  set_expanded (fixture, "210200", FALSE);
  g_assert_true (atlas_session_get_selected (fixture->session) == county);
  g_assert_cmpuint (gtk_single_selection_get_selected (fixture->selection), ==,
                    GTK_INVALID_LIST_POSITION);
  set_expanded (fixture, "210200", TRUE);
  g_assert_true (atlas_session_get_selected (fixture->session) == county);
  g_assert_cmpuint (gtk_single_selection_get_selected (fixture->selection), ==,
                    find_position (fixture, "210281"));
}

/* The row of the districts is no place: it is never the selected one. */
static void
test_group_is_no_selection (Fixture *fixture, gconstpointer data)
{
  AtlasPlace *county = get_place (fixture, "210181");
  guint position = find_position (fixture, "210181");

  atlas_session_set_selected (fixture->session, county);
  gtk_single_selection_set_selected (fixture->selection, position + 1);
  g_assert_true (atlas_session_get_selected (fixture->session) == county);
  g_assert_cmpuint (gtk_single_selection_get_selected (fixture->selection), ==, position);
}

static void
test_activate (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list_view = find_nth (fixture->list, "GtkListView", 0);
  guint group = find_position (fixture, "210181") + 1;

  g_signal_emit_by_name (list_view, "activate", find_position (fixture, "210123"));
  g_assert_true (atlas_session_get_selected (fixture->session) == get_place (fixture, "210123"));
  g_signal_emit_by_name (list_view, "activate", group);
  g_assert_cmpuint (find_position (fixture, "210102"), ==, group + 1);
  g_signal_emit_by_name (list_view, "activate", group);
  g_assert_cmpuint (find_position (fixture, "210102"), ==, GTK_INVALID_LIST_POSITION);
}

static GtkWidget *
get_focused_row (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL ? gtk_widget_get_ancestor (focus, ATLAS_TYPE_PLACE_ROW) : NULL;
}

/* What has the focus is within the row, where the keys that expand and collapse are bound; Tab goes
 * on to whatever follows the list and not to its next row. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_row (fixture, "康平县");

  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (get_focused_row (fixture) == row);
  g_assert_false (gtk_widget_child_focus (fixture->list, GTK_DIR_TAB_FORWARD));
  g_assert_true (get_focused_row (fixture) == row);
  g_assert_true (gtk_widget_child_focus (fixture->list, GTK_DIR_DOWN));
  g_assert_true (get_focused_row (fixture) == find_row (fixture, "法库县"));
}

/* Whoever enters the list with the keyboard starts at the selected row. */
static void
test_focus_starts_at_selected (Fixture *fixture, gconstpointer data)
{
  atlas_session_set_selected (fixture->session, get_place (fixture, "211421"));
  wait_until (is_in_view (fixture, "绥中县"));
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_true (gtk_widget_child_focus (fixture->list, GTK_DIR_TAB_FORWARD));
  g_assert_true (get_focused_row (fixture) == find_row (fixture, "绥中县"));
}

static void
test_accessible_names (Fixture *fixture, gconstpointer data)
{
  const char *const names[][2] = {
    { "沈阳市", "沈阳市, Prefecture-level city, 89 projects, 67 of them in the newest plan" },
    { "康平县", "康平县, County, 1 project, in the newest plan" },
    { "新民市", "新民市, County-level city, 1 project, in the newest plan" },
    { "Districts · 10", "沈阳市, 10 districts" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *row = find_row (fixture, names[i][0]);

      g_assert_cmpstr (atlas_place_row_get_description (ATLAS_PLACE_ROW (row)), ==, names[i][1]);
      gtk_test_accessible_assert_property (find_nth (row, "GtkTreeExpander", 0),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL, names[i][1]);
      gtk_test_accessible_assert_property (gtk_widget_get_parent (row),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL, names[i][1]);
    }
}

/* Whatever number stands at the end of a row is that of the projects of its place. */
static void
test_counts (Fixture *fixture, gconstpointer data)
{
  static const char *const codes[] = { "210100", "210123", "210281", "210421", "210102" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      AtlasPlace *place = get_place (fixture, codes[i]);
      const char *name = atlas_place_get_name (place);
      guint n = atlas_place_get_n_newest_projects (place);
      g_autofree char *number = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("—");
      g_autofree char *words = atlas_wording_format_projects (place);
      GtkWidget *count;

      atlas_session_set_selected (fixture->session, place);
      wait_until (is_in_view (fixture, name));
      count = find_label (find_row (fixture, name), number);
      g_assert_nonnull (count);
      g_assert_cmpstr (gtk_widget_get_tooltip_text (count), ==, words);
      gtk_test_accessible_assert_property (count, GTK_ACCESSIBLE_PROPERTY_LABEL, words);
    }
}

/* The district without a project says so; the group of districts has no number. */
static void
test_counts_of_districts (Fixture *fixture, gconstpointer data)
{
  atlas_session_set_selected (fixture->session, get_place (fixture, "210102"));
  wait_until (is_in_view (fixture, "和平区"));
  g_assert_cmpuint (count_type (find_row (fixture, "和平区"), "GtkLabel"), ==, 2);
  g_assert_cmpuint (count_type (find_row (fixture, "Districts · 10"), "GtkLabel"), ==, 1);
}

static void
check_picked (Fixture *fixture, const char *title, gboolean picked)
{
  GtkWidget *row = find_row (fixture, title);
  GtkWidget *mark = find_nth (row, "GtkCheckButton", 0);
  gboolean marked = mark != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (mark));
  const char *description = atlas_place_row_get_description (ATLAS_PLACE_ROW (row));
  g_autofree char *label = picked ? g_strconcat (description, ", picked", NULL)
                                  : g_strdup (description);

  g_assert_cmpint (marked, ==, picked);
  gtk_test_accessible_assert_property (gtk_widget_get_parent (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       label);
  gtk_test_accessible_assert_property (find_nth (row, "GtkTreeExpander", 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

/* What is picked is marked, also after it was scrolled out of sight. */
static void
test_picked_rows (Fixture *fixture, gconstpointer data)
{
  AtlasPlace *county = get_place (fixture, "210123");

  check_picked (fixture, "康平县", FALSE);
  atlas_session_toggle_picked (fixture->session, county);
  check_picked (fixture, "康平县", TRUE);
  check_picked (fixture, "法库县", FALSE);

  atlas_session_set_selected (fixture->session, get_place (fixture, "211421"));
  wait_until (is_in_view (fixture, "绥中县"));
  check_picked (fixture, "绥中县", FALSE);
  atlas_session_set_selected (fixture->session, get_place (fixture, "210100"));
  wait_until (is_in_view (fixture, "康平县"));
  check_picked (fixture, "康平县", TRUE);
  atlas_session_clear_picked (fixture->session);
  check_picked (fixture, "康平县", FALSE);
}

/* There is a mark where somebody is about to use one; it picks, and leaves alone what is selected.
 */
static void
test_mark_picks (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_row (fixture, "康平县");
  GtkCheckButton *mark;

  g_assert_null (find_nth (row, "GtkCheckButton", 0));
  gtk_widget_grab_focus (row);
  mark = GTK_CHECK_BUTTON (find_nth (row, "GtkCheckButton", 0));
  gtk_check_button_set_active (mark, TRUE);
  g_assert_true (atlas_session_is_picked (fixture->session, get_place (fixture, "210123")));
  check_picked (fixture, "康平县", TRUE);
  g_assert_null (atlas_session_get_selected (fixture->session));
  gtk_check_button_set_active (mark, FALSE);
  g_assert_cmpuint (atlas_session_get_n_picked (fixture->session), ==, 0);
  check_picked (fixture, "康平县", FALSE);
}

/* The first place that is picked takes the selected one along: both rows are marked. */
static void
test_pick_beside_selected (Fixture *fixture, gconstpointer data)
{
  atlas_session_set_selected (fixture->session, get_place (fixture, "210124"));
  g_assert_true (gtk_widget_activate_action (find_row (fixture, "康平县"), "places.toggle-pick",
                                             "s", "210123"));
  check_picked (fixture, "康平县", TRUE);
  check_picked (fixture, "法库县", TRUE);
  g_assert_true (atlas_session_get_selected (fixture->session) == get_place (fixture, "210124"));
}

/* The districts of a city together are no place. */
static void
test_group_has_no_mark (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_row (fixture, "Districts · 10");

  gtk_widget_grab_focus (row);
  g_assert_null (find_nth (row, "GtkCheckButton", 0));
  g_assert_null (atlas_place_row_get_place (ATLAS_PLACE_ROW (row)));
}

static void
test_head (Fixture *fixture, gconstpointer data)
{
  GtkWidget *head = find_label (fixture->list, "Projects");

  g_assert_nonnull (head);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (head), ==,
                   "How many projects the documents tie to a place; those of its counties and "
                   "districts count for a city");
}

static void
test_session_property (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasCatalog) catalog = atlas_catalog_open (g_getenv ("ATLAS_TEST_DATABASE"), &error);
  g_autoptr (AtlasSession) session = NULL;
  g_autoptr (AtlasSession) found = NULL;
  g_autoptr (GtkWidget) list = g_object_ref_sink (atlas_place_list_new ());
  GtkWidget *list_view = find_nth (list, "GtkListView", 0);

  g_assert_no_error (error);
  session = atlas_session_new (catalog);
  atlas_session_set_selected (session, atlas_catalog_get_place (catalog, "211403"));
  g_object_set (list, "session", session, NULL);
  g_object_get (list, "session", &found, NULL);
  g_assert_true (found == session);
  g_assert_nonnull (gtk_list_view_get_model (GTK_LIST_VIEW (list_view)));
  g_object_set (list, "session", NULL, NULL);
  g_assert_null (gtk_list_view_get_model (GTK_LIST_VIEW (list_view)));
}

static void
test_finalize (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasCatalog) catalog = atlas_catalog_open (g_getenv ("ATLAS_TEST_DATABASE"), &error);
  g_autoptr (AtlasSession) session = NULL;
  GtkWidget *list = g_object_ref_sink (atlas_place_list_new ());
  GtkWidget *row = g_object_ref_sink (atlas_place_row_new ());

  g_assert_no_error (error);
  session = atlas_session_new (catalog);
  atlas_place_list_set_session (ATLAS_PLACE_LIST (list), session);
  g_object_run_dispose (G_OBJECT (list));
  g_assert_finalize_object (list);
  g_assert_finalize_object (row);
  atlas_session_set_selected (session, atlas_catalog_get_place (catalog, "210281"));
}

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv);
  adw_init ();

#define ADD(name, function)                                                                        \
  g_test_add ("/place-list/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("rows", test_rows);
  ADD ("order", test_order);
  ADD ("session-selects-row", test_session_selects_row);
  ADD ("row-selects-in-session", test_row_selects_in_session);
  ADD ("scroll", test_scroll);
  ADD ("district-expands", test_district_expands);
  ADD ("collapsed-city-expands", test_collapsed_city_expands);
  ADD ("collapse-keeps-place", test_collapse_keeps_place);
  ADD ("group-is-no-selection", test_group_is_no_selection);
  ADD ("activate", test_activate);
  ADD ("focus", test_focus);
  ADD ("focus-starts-at-selected", test_focus_starts_at_selected);
  ADD ("accessible-names", test_accessible_names);
  ADD ("counts", test_counts);
  ADD ("counts-of-districts", test_counts_of_districts);
  ADD ("picked-rows", test_picked_rows);
  ADD ("mark-picks", test_mark_picks);
  ADD ("pick-beside-selected", test_pick_beside_selected);
  ADD ("group-has-no-mark", test_group_has_no_mark);
  ADD ("head", test_head);
#undef ADD
  g_test_add_func ("/place-list/session-property", test_session_property);
  g_test_add_func ("/place-list/finalize", test_finalize);

  return g_test_run ();
}
