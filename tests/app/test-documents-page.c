/* test-documents-page.c: the documents, the coverage, what was repaired and what was inferred
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "../catalog/altered-fixture.h"
#include "atlas-check.h"
#include "atlas-document-facts.h"
#include "atlas-documents-page.h"
#include "atlas-note-list.h"
#include "widget-tree.h"

typedef struct
{
  AtlasCatalog *catalog;
  AtlasSession *session;
  AtlasCheck *check;
  GtkWidget *window;
  GtkWidget *page;
  char *shown_place;
} Fixture;

/* Stands in for the action of the main window. */
static void
show_place (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Fixture *fixture = data;

  g_free (fixture->shown_place);
  fixture->shown_place = g_variant_dup_string (parameter, NULL);
}

static void
open_page (Fixture *fixture, const char *path)
{
  const GActionEntry entries[] = {
    { .name = "show-place", .activate = show_place, .parameter_type = "s" }
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GError) error = NULL;

  fixture->catalog = atlas_catalog_open (path, &error);
  g_assert_no_error (error);
  fixture->session = atlas_session_new (fixture->catalog);
  fixture->page = atlas_documents_page_new ();
  fixture->window = gtk_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries),
                                   fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  atlas_documents_page_set_session (ATLAS_DOCUMENTS_PAGE (fixture->page), fixture->session);
}

static void
present (Fixture *fixture)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (atlas_documents_page_is_complete (ATLAS_DOCUMENTS_PAGE (fixture->page)));
}

static void
close_page (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->catalog);
  g_clear_pointer (&fixture->shown_place, g_free);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  open_page (fixture, g_getenv ("ATLAS_TEST_DATABASE"));
  fixture->check = atlas_check_run (fixture->catalog, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->check, atlas_check_free);
  close_page (fixture);
}

static gpointer
get_part (Fixture *fixture, const char *id)
{
  GObject *part = gtk_widget_get_template_child (fixture->page, ATLAS_TYPE_DOCUMENTS_PAGE, id);

  g_assert_nonnull (part);
  return part;
}

static void
show_part (Fixture *fixture, const char *part)
{
  present (fixture);
  atlas_documents_page_show_part (ATLAS_DOCUMENTS_PAGE (fixture->page), part);
}

static GtkColumnView *
get_table (Fixture *fixture)
{
  return GTK_COLUMN_VIEW (find_nth (fixture->page, "GtkColumnView", 0));
}

static GListModel *
get_rows (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_column_view_get_model (get_table (fixture)));
}

static const char *
get_state (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (get_part (fixture, "stack"));
}

/* Nobody pays for what nobody looks at. */
static void
test_counts_when_shown (Fixture *fixture, gconstpointer data)
{
  GListModel *columns = gtk_column_view_get_columns (get_table (fixture));

  g_assert_cmpstr (get_state (fixture), ==, "blank");
  present (fixture);
  g_assert_cmpstr (get_state (fixture), ==, "report");
  g_assert_cmpuint (g_list_model_get_n_items (columns), ==, 0);
  atlas_documents_page_show_part (ATLAS_DOCUMENTS_PAGE (fixture->page), "coverage");
  g_assert_cmpuint (g_list_model_get_n_items (columns), >, 0);
}

static GtkWidget *
find_card (Fixture *fixture, const char *title)
{
  GtkWidget *widget = find_label (fixture->page, title);

  while (widget != NULL && !gtk_widget_has_css_class (widget, "document-card"))
    widget = gtk_widget_get_parent (widget);
  return widget;
}

static void
test_documents (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = atlas_document_facts_count (fixture->catalog, &error);

  g_assert_no_error (error);
  present (fixture);
  for (guint i = 0; i < documents->len; i++)
    {
      const AtlasDocumentFacts *facts = g_ptr_array_index (documents, i);
      g_autofree char *title = g_strdup_printf ("《%s》", facts->document->title);
      GtkWidget *card = find_card (fixture, title);

      g_assert_nonnull (card);
      g_assert_nonnull (find_label (card, facts->document->full_title));
      g_assert_nonnull (find_label (card, i == 0 ? "Current" : "Earlier"));
      gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           facts->document->title);
      for (guint j = 0; j < ATLAS_N_FACT_KINDS; j++)
        {
          g_autofree char *number = facts->n[j] > 0 ? g_strdup_printf ("%u", facts->n[j])
                                                    : g_strdup ("—");

          g_assert_nonnull (find_label (card, number));
        }
    }
  g_assert_nonnull (find_label (fixture->page, "Plan for 2026–2030, published in May 2026"));
  g_assert_nonnull (find_label (fixture->page, "The check found nothing wrong."));
}

static void
test_table (Fixture *fixture, gconstpointer data)
{
  GListModel *columns;

  show_part (fixture, "coverage");
  columns = gtk_column_view_get_columns (get_table (fixture));
  g_assert_cmpuint (g_list_model_get_n_items (columns), ==, 1 + ATLAS_N_FACT_KINDS + 4 + 2);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==,
                    fixture->check->coverage->len);
  g_assert_nonnull (find_label (fixture->page, "沈阳市"));
}

static gboolean
match_accessible_label (GtkWidget *widget, gconstpointer data)
{
  g_autofree char *difference = NULL;

  if (!GTK_IS_LABEL (widget))
    return FALSE;
  difference = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, (const char *) data);
  return difference == NULL;
}

/* A table of GTK 4.8 does not say under which title a number stands, so the number does. */
static void
test_numbers_are_named (Fixture *fixture, gconstpointer data)
{
  const AtlasCoverage *first = g_ptr_array_index (fixture->check->coverage, 0);
  g_autofree char *projects = g_strdup_printf ("Projects: %u", first->n[ATLAS_FACT_PROJECT]);
  guint skip = 0;

  show_part (fixture, "coverage");
  g_assert_nonnull (find_widget (fixture->page, match_accessible_label, projects, &skip));
  skip = 0;
  {
    GtkWidget *none = find_widget (fixture->page, match_accessible_label, "Indicators: 0", &skip);

    g_assert_nonnull (none);
    g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (none)), ==, "—");
  }
}

static void
press_title (Fixture *fixture, guint column)
{
  GtkWidget *title = gtk_widget_get_first_child (
      gtk_widget_get_first_child (GTK_WIDGET (get_table (fixture))));
  g_autoptr (GListModel) controllers = NULL;

  while (column-- > 0)
    title = gtk_widget_get_next_sibling (title);
  g_assert_true (gtk_widget_get_focusable (title));
  controllers = gtk_widget_observe_controllers (title);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      g_autoptr (GtkShortcut) shortcut = NULL;

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      shortcut = g_list_model_get_item (G_LIST_MODEL (controller), 0);
      g_assert_true (
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, title, NULL));
      return;
    }
  g_assert_not_reached ();
}

/* The numbers of the column in the order of the rows, read from what activating a row shows. */
static guint
get_projects_of_row (Fixture *fixture, guint position)
{
  g_signal_emit_by_name (get_table (fixture), "activate", position);
  for (guint i = 0; i < fixture->check->coverage->len; i++)
    {
      const AtlasCoverage *row = g_ptr_array_index (fixture->check->coverage, i);

      if (g_strcmp0 (atlas_place_get_code (row->place), fixture->shown_place) == 0)
        return row->n[ATLAS_FACT_PROJECT];
    }
  g_assert_not_reached ();
}

/* A title is pressed with the keyboard, too: first the smallest number comes first. */
static void
test_sort (Fixture *fixture, gconstpointer data)
{
  guint n = fixture->check->coverage->len;

  show_part (fixture, "coverage");
  press_title (fixture, 1);
  for (guint i = 1; i < n; i++)
    g_assert_cmpuint (get_projects_of_row (fixture, i - 1), <=, get_projects_of_row (fixture, i));
  press_title (fixture, 1);
  for (guint i = 1; i < n; i++)
    g_assert_cmpuint (get_projects_of_row (fixture, i - 1), >=, get_projects_of_row (fixture, i));
  press_title (fixture, 0);
  get_projects_of_row (fixture, 0);
  g_assert_cmpstr (fixture->shown_place, ==, "210100");
}

/* Whoever sorts sees what comes first. */
static void
test_sort_shows_first (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment;

  show_part (fixture, "coverage");
  wait_until (gtk_widget_get_height (GTK_WIDGET (get_table (fixture))) > 0);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_table (fixture)));
  wait_until (gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  wait_until (gtk_adjustment_get_value (adjustment) > 0);
  press_title (fixture, 1);
  wait_until (gtk_adjustment_get_value (adjustment) <= 0);
}

static void
set_text (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_nth (fixture->page, "GtkSearchEntry", 0)), text);
  g_signal_emit_by_name (find_nth (fixture->page, "GtkSearchEntry", 0), "search-changed");
}

static const char *
tab (Fixture *fixture, GtkDirectionType direction)
{
  gtk_widget_child_focus (fixture->page, direction);
  return G_OBJECT_TYPE_NAME (gtk_root_get_focus (GTK_ROOT (fixture->window)));
}

/* The titles are one stop of Tab, the rows are one; seventy would be no way to the links. */
static void
test_tab (Fixture *fixture, gconstpointer data)
{
  show_part (fixture, "coverage");
  wait_until (gtk_widget_get_height (GTK_WIDGET (get_table (fixture))) > 0);
  gtk_widget_grab_focus (find_nth (fixture->page, "GtkCheckButton", 0));
  g_assert_cmpstr (tab (fixture, GTK_DIR_TAB_FORWARD), ==, "GtkColumnViewTitle");
  g_assert_cmpstr (tab (fixture, GTK_DIR_TAB_FORWARD), ==, "GtkListItemWidget");
  g_assert_cmpstr (tab (fixture, GTK_DIR_TAB_FORWARD), ==, "GtkLabel");
  g_assert_cmpstr (tab (fixture, GTK_DIR_TAB_BACKWARD), ==, "GtkListItemWidget");
  g_assert_cmpstr (tab (fixture, GTK_DIR_TAB_BACKWARD), ==, "GtkColumnViewTitle");
  g_assert_cmpstr (tab (fixture, GTK_DIR_TAB_BACKWARD), ==, "GtkCheckButton");
}

/* The city of that name and what belongs to it */
static guint
count_places_of (Fixture *fixture, const char *name)
{
  guint n = 0;

  for (guint i = 0; i < fixture->check->coverage->len; i++)
    {
      const AtlasCoverage *row = g_ptr_array_index (fixture->check->coverage, i);
      AtlasPlace *city = atlas_place_get_parent (row->place);

      n += g_str_equal (atlas_place_get_name (city != NULL ? city : row->place), name);
    }
  return n;
}

/* Pinyin works as in the search box; a city comes with its counties. */
static void
test_filter_text (Fixture *fixture, gconstpointer data)
{
  show_part (fixture, "coverage");
  set_text (fixture, "fx");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==,
                    count_places_of (fixture, "阜新市"));
  set_text (fixture, "瓦房店");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 1);
  g_signal_emit_by_name (get_table (fixture), "activate", 0);
  g_assert_cmpstr (fixture->shown_place, ==, "210281");
}

static void
test_filter_without_project (Fixture *fixture, gconstpointer data)
{
  GtkCheckButton *check;

  show_part (fixture, "coverage");
  check = GTK_CHECK_BUTTON (find_nth (fixture->page, "GtkCheckButton", 0));
  gtk_check_button_set_active (check, TRUE);
  g_assert_cmpuint (fixture->check->without_project->len, >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==,
                    fixture->check->without_project->len);
}

/* Where nothing is left there is a sentence, and a way out of it. */
static void
test_filter_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  show_part (fixture, "coverage");
  set_text (fixture, "没有这个地方");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 0);
  g_assert_true (
      gtk_widget_get_mapped (find_label (fixture->page, "No place is left with this filter.")));
  button = gtk_widget_get_parent (find_label (fixture->page, "Show All Places"));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==,
                    fixture->check->coverage->len);
}

static void
test_gaps_are_named (Fixture *fixture, gconstpointer data)
{
  AtlasPlace *empty = g_ptr_array_index (fixture->check->without_project, 0);
  GtkWidget *table;
  GtkLabel *gaps;
  gboolean handled = FALSE;

  show_part (fixture, "coverage");
  table = find_nth (fixture->page, "AtlasCoverageTable", 0);
  gaps = GTK_LABEL (gtk_widget_get_template_child (table, G_OBJECT_TYPE (table), "gaps"));
  for (guint i = 0; i < fixture->check->without_project->len; i++)
    g_assert_nonnull (strstr (gtk_label_get_text (gaps), atlas_place_get_name (g_ptr_array_index (
                                                             fixture->check->without_project, i))));
  g_signal_emit_by_name (gaps, "activate-link", atlas_place_get_code (empty), &handled);
  g_assert_true (handled);
  g_assert_cmpstr (fixture->shown_place, ==, atlas_place_get_code (empty));
}

static GtkListView *
get_list (Fixture *fixture, const char *id)
{
  return GTK_LIST_VIEW (find_nth (get_part (fixture, id), "GtkListView", 0));
}

static AtlasNote *
get_note (GtkListView *list, guint i)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (
      G_LIST_MODEL (gtk_list_view_get_model (list)), i);

  return gtk_tree_list_row_get_item (row);
}

static void
test_repairs (Fixture *fixture, gconstpointer data)
{
  GtkListView *list;

  show_part (fixture, "repairs");
  list = get_list (fixture, "repairs");
  g_assert_cmpuint (fixture->check->repairs->len, >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))), ==,
                    fixture->check->repairs->len);
  for (guint i = 0; i < fixture->check->repairs->len; i++)
    {
      const AtlasRepair *repair = g_ptr_array_index (fixture->check->repairs, i);
      g_autoptr (AtlasNote) note = get_note (list, i);

      g_assert_nonnull (strstr (atlas_note_get_title (note), repair->printed));
      g_assert_nonnull (strstr (atlas_note_get_title (note), repair->fact));
      g_assert_cmpstr (atlas_note_get_detail (note), ==, repair->repair);
    }
}

/* Every inferred relation stands under its reason, and leads to its place. */
static void
test_inferred (Fixture *fixture, gconstpointer data)
{
  GtkListView *list;
  GListModel *model;
  guint n_relations = 0;
  guint n_reasons;
  guint size;

  show_part (fixture, "inferred");
  list = get_list (fixture, "inferred");
  model = G_LIST_MODEL (gtk_list_view_get_model (list));
  n_reasons = g_list_model_get_n_items (model);
  for (guint i = 0; i < n_reasons; i++)
    {
      g_autoptr (AtlasNote) note = get_note (list, i);
      GListModel *children = atlas_note_get_children (note);

      n_relations += children != NULL ? g_list_model_get_n_items (children) : 1;
    }
  g_assert_cmpuint (n_relations, ==, fixture->check->inferences->len);
  g_assert_cmpuint (n_reasons, <, n_relations);

  {
    g_autoptr (AtlasNote) largest = get_note (list, 0);

    size = g_list_model_get_n_items (atlas_note_get_children (largest));
  }
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, n_reasons + size);
  g_signal_emit_by_name (list, "activate", 1);
  {
    g_autoptr (AtlasNote) relation = get_note (list, 1);

    g_assert_cmpstr (fixture->shown_place, ==,
                     atlas_place_get_code (atlas_note_get_place (relation)));
  }
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, n_reasons);
}

/* What is wrong stands above all parts. */
static void
test_problems (void)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-documents-XXXXXX", NULL);
  g_autofree char *path = make_altered (folder, "UPDATE project_place SET why = NULL"
                                                " WHERE kind = 'inferred'");
  Fixture fixture = { NULL };
  g_autoptr (AtlasCheck) check = NULL;

  open_page (&fixture, path);
  check = atlas_check_run (fixture.catalog, NULL);
  g_assert_cmpuint (check->problems->len, >, 0);
  present (&fixture);
  g_assert_true (gtk_widget_get_mapped (get_part (&fixture, "problems")));
  g_assert_null (find_label (fixture.page, "The check found nothing wrong."));
  for (guint i = 0; i < check->problems->len; i++)
    g_assert_nonnull (find_label (fixture.page, g_ptr_array_index (check->problems, i)));
  close_page (&fixture);
  g_unlink (path);
  g_rmdir (folder);
}

static void
copy_data_set (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (g_getenv ("ATLAS_TEST_DATABASE"), &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, contents, (gssize) length, &error);
  g_assert_no_error (error);
}

/* The file is gone while the program runs: a sentence, and a way to go on once it is back. */
static void
test_error (void)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-documents-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "atlas.db", NULL);
  Fixture fixture = { NULL };

  copy_data_set (path);
  open_page (&fixture, path);
  g_unlink (path);
  present (&fixture);
  g_assert_cmpstr (get_state (&fixture), ==, "error");
  g_assert_nonnull (
      adw_status_page_get_description (ADW_STATUS_PAGE (get_part (&fixture, "error_page"))));

  copy_data_set (path);
  g_assert_true (gtk_widget_activate_action (fixture.page, "documents.check-again", NULL));
  wait_until (g_str_equal (get_state (&fixture), "report"));
  close_page (&fixture);
  g_unlink (path);
  g_rmdir (folder);
}

/* The page goes away while the worker counts; whatever it then brings is dropped. */
static void
test_finalize (void)
{
  Fixture fixture = { NULL };
  GtkWidget *page;

  open_page (&fixture, g_getenv ("ATLAS_TEST_DATABASE"));
  page = fixture.page;
  gtk_window_present (GTK_WINDOW (fixture.window));
  wait_until (gtk_widget_get_mapped (page));
  g_assert_false (atlas_documents_page_is_complete (ATLAS_DOCUMENTS_PAGE (page)));
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  close_page (&fixture);
  g_assert_null (page);

  /* Another one is complete only after the first one's result came in. */
  open_page (&fixture, g_getenv ("ATLAS_TEST_DATABASE"));
  present (&fixture);
  close_page (&fixture);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/documents-page/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv);
  adw_init ();

  ADD ("counts-when-shown", test_counts_when_shown);
  ADD ("documents", test_documents);
  ADD ("table", test_table);
  ADD ("numbers-are-named", test_numbers_are_named);
  ADD ("sort", test_sort);
  ADD ("sort-shows-first", test_sort_shows_first);
  ADD ("tab", test_tab);
  ADD ("filter-text", test_filter_text);
  ADD ("filter-without-project", test_filter_without_project);
  ADD ("filter-leaves-nothing", test_filter_leaves_nothing);
  ADD ("gaps-are-named", test_gaps_are_named);
  ADD ("repairs", test_repairs);
  ADD ("inferred", test_inferred);
  g_test_add_func ("/documents-page/problems", test_problems);
  g_test_add_func ("/documents-page/error", test_error);
  g_test_add_func ("/documents-page/finalize", test_finalize);

  return g_test_run ();
}
