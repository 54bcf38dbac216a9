/* atlas-coverage-table.c: how many facts the data set holds for each place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-coverage-table.h"

#include <glib/gi18n.h>

#include "atlas-coverage-columns.h"
#include "atlas-coverage-row.h"
#include "atlas-flow-box.h"
#include "atlas-flow-layout.h"
#include "atlas-search.h"

struct _AtlasCoverageTable
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkLabel *totals;
  GtkEditable *text;
  GtkCheckButton *without_project;
  GtkLabel *count;
  GtkStack *stack;
  GtkColumnView *table;
  GtkLabel *gaps;

  /* borrowed from the table's model */
  GtkFilterListModel *rows;
  GtkFilter *filter;

  /* owned */
  AtlasCatalog *catalog;
  GHashTable *empty_places;
  GHashTable *found_places;
};

G_DEFINE_FINAL_TYPE (AtlasCoverageTable, atlas_coverage_table, GTK_TYPE_WIDGET)

/* The place of our catalog that a worker's catalog calls @place. */
static AtlasPlace *
find_own (AtlasCoverageTable *self, AtlasPlace *place)
{
  return atlas_catalog_get_place (self->catalog, atlas_place_get_code (place));
}

static gboolean
matches (gpointer item, gpointer data)
{
  AtlasCoverageTable *self = ATLAS_COVERAGE_TABLE (data);
  AtlasPlace *place = atlas_coverage_row_get_place (ATLAS_COVERAGE_ROW (item));
  AtlasPlace *city = atlas_place_get_parent (place);

  if (gtk_check_button_get_active (self->without_project)
      && !g_hash_table_contains (self->empty_places, place))
    return FALSE;
  return self->found_places == NULL || g_hash_table_contains (self->found_places, place)
         || (city != NULL && g_hash_table_contains (self->found_places, city));
}

/* Every way to type a place that the search box knows works here, too. */
static void
find_places (AtlasCoverageTable *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->text)));
  g_autoptr (GListModel) hits = NULL;

  g_clear_pointer (&self->found_places, g_hash_table_unref);
  if (*text == '\0')
    return;
  self->found_places = g_hash_table_new (NULL, NULL);
  hits = atlas_search_places (self->catalog, text, G_MAXUINT);
  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr (AtlasPlaceHit) hit = g_list_model_get_item (hits, i);

      g_hash_table_add (self->found_places, atlas_place_hit_get_place (hit));
    }
}

static void
show_count (AtlasCoverageTable *self)
{
  guint n_all = g_list_model_get_n_items (gtk_filter_list_model_get_model (self->rows));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autofree char *text = NULL;

  if (n == n_all)
    text = g_strdup_printf (ngettext ("%u place", "%u places", n), n);
  else
    /* Translators: how many places are left with the filter, and how many there are */
    text = g_strdup_printf (ngettext ("%u of %u place", "%u of %u places", n_all), n, n_all);
  gtk_label_set_label (self->count, text);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "rows" : "nothing");
}

static void
filter_changed_cb (AtlasCoverageTable *self)
{
  g_assert (ATLAS_IS_COVERAGE_TABLE (self));

  if (self->filter == NULL)
    return;
  find_places (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_count (self);
}

static void
stop_search_cb (AtlasCoverageTable *self)
{
  g_assert (ATLAS_IS_COVERAGE_TABLE (self));

  gtk_editable_set_text (self->text, "");
}

static void
show_all_cb (AtlasCoverageTable *self)
{
  g_assert (ATLAS_IS_COVERAGE_TABLE (self));

  gtk_editable_set_text (self->text, "");
  gtk_check_button_set_active (self->without_project, FALSE);
  filter_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
activate_cb (AtlasCoverageTable *self, guint position)
{
  g_autoptr (AtlasCoverageRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  g_assert (ATLAS_IS_COVERAGE_TABLE (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "s",
                              atlas_place_get_code (atlas_coverage_row_get_place (row)));
}

static gboolean
activate_link_cb (AtlasCoverageTable *self, const char *code)
{
  g_assert (ATLAS_IS_COVERAGE_TABLE (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "s", code);
  return TRUE;
}

static GListModel *
list_rows (AtlasCoverageTable *self, const AtlasCoverageReport *report)
{
  GPtrArray *coverage = report->check->coverage;
  GListStore *rows = g_list_store_new (ATLAS_TYPE_COVERAGE_ROW);

  for (guint i = 0; i < coverage->len; i++)
    {
      const AtlasCoverage *numbers = g_ptr_array_index (coverage, i);
      g_autoptr (AtlasCoverageRow) row = NULL;

      row = atlas_coverage_row_new (find_own (self, numbers->place), numbers,
                                    report->documents->len);
      g_list_store_append (rows, row);
    }
  return G_LIST_MODEL (rows);
}

/*
 * GListStore of rows
 *   → GtkSortListModel, by the title that was clicked
 *   → GtkFilterListModel: places, only those without a project
 *   → GtkSingleSelection
 */
static void
build_model (AtlasCoverageTable *self, const AtlasCoverageReport *report)
{
  GtkSorter *sorter = g_object_ref (gtk_column_view_get_sorter (self->table));
  GListModel *sorted = G_LIST_MODEL (gtk_sort_list_model_new (list_rows (self, report), sorter));
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (NULL);

  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->rows = gtk_filter_list_model_new (sorted, self->filter);
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_model (selection, G_LIST_MODEL (self->rows));
  g_object_unref (self->rows);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (selection));
}

static void
show_totals (AtlasCoverageTable *self, const AtlasCheck *check)
{
  g_autofree char *text = g_strdup_printf (
      _ ("Projects: %u · Clusters: %u · Fields of future industry: %u · Zones: %u · Indicators: "
         "%u · Quotations: %u"),
      check->n_projects, check->n_clusters, check->n_future_fields, check->n_zones,
      check->n_indicators, check->n_passages);

  gtk_label_set_label (self->totals, text);
}

/* Links by name, so that each empty place is one step away. */
static char *
link_places (GPtrArray *places)
{
  GString *links = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      AtlasPlace *place = g_ptr_array_index (places, i);
      g_autofree char *link = g_markup_printf_escaped (
          "<a href=\"%s\">%s</a>", atlas_place_get_code (place), atlas_place_get_name (place));

      if (i > 0)
        /* Translators: between the items of a list */
        g_string_append (links, C_ ("list", ", "));
      g_string_append (links, link);
    }
  return g_string_free (links, FALSE);
}

static void
show_gaps (AtlasCoverageTable *self, const AtlasCheck *check)
{
  guint n = check->without_project->len;
  g_autofree char *links = link_places (check->without_project);
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (_ ("The documents tie a project to every city and county."));
  else
    /* Translators: how many places, their names */
    text = g_strdup_printf (ngettext ("No document ties a project to %u city or county: %s",
                                      "No document ties a project to %u cities and counties: %s",
                                      n),
                            n, links);
  gtk_label_set_markup (self->gaps, text);
  g_hash_table_remove_all (self->empty_places);
  for (guint i = 0; i < n; i++)
    g_hash_table_add (self->empty_places,
                      find_own (self, g_ptr_array_index (check->without_project, i)));
}

/* GTK would stay with the rows that were in view; whoever sorts wants to see which come first. */
static void
sorted_cb (AtlasCoverageTable *self)
{
  g_assert (ATLAS_IS_COVERAGE_TABLE (self));

  if (self->rows != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0)
    gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->table)),
                                "list.scroll-to-item", "u", 0);
}

static gboolean
has_focus (GtkWidget *widget)
{
  return gtk_widget_get_focus_child (widget) != NULL;
}

/* In GTK 4.8 Tab would stop at every title and at every row. Here the titles are one stop and the
 * rows are one; the arrows move in them. */
static gboolean
atlas_coverage_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AtlasCoverageTable *self = ATLAS_COVERAGE_TABLE (widget);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->table));
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->table));

  if (direction == GTK_DIR_TAB_FORWARD && has_focus (header))
    return gtk_widget_child_focus (rows, direction)
           || gtk_widget_child_focus (GTK_WIDGET (self->gaps), direction);
  if (direction == GTK_DIR_TAB_FORWARD && has_focus (rows))
    return gtk_widget_child_focus (GTK_WIDGET (self->gaps), direction);
  if (direction == GTK_DIR_TAB_BACKWARD && has_focus (rows))
    return gtk_widget_grab_focus (gtk_widget_get_first_child (header));
  if (direction == GTK_DIR_TAB_BACKWARD && has_focus (header))
    return gtk_widget_grab_focus (GTK_WIDGET (self->without_project));
  return GTK_WIDGET_CLASS (atlas_coverage_table_parent_class)->focus (widget, direction);
}

static void
atlas_coverage_table_dispose (GObject *object)
{
  AtlasCoverageTable *self = ATLAS_COVERAGE_TABLE (object);
  GtkWidget *child;

  self->filter = NULL;
  self->rows = NULL;
  if (self->table != NULL)
    gtk_column_view_set_model (self->table, NULL);
  self->table = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->found_places, g_hash_table_unref);
  g_clear_pointer (&self->empty_places, g_hash_table_unref);
  g_clear_object (&self->catalog);

  G_OBJECT_CLASS (atlas_coverage_table_parent_class)->dispose (object);
}

static void
atlas_coverage_table_class_init (AtlasCoverageTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_coverage_table_dispose;
  widget_class->focus = atlas_coverage_table_focus;

  g_type_ensure (ATLAS_TYPE_FLOW_BOX);
  g_type_ensure (ATLAS_TYPE_FLOW_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-coverage-table.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasCoverageTable, totals);
  gtk_widget_class_bind_template_child (widget_class, AtlasCoverageTable, text);
  gtk_widget_class_bind_template_child (widget_class, AtlasCoverageTable, without_project);
  gtk_widget_class_bind_template_child (widget_class, AtlasCoverageTable, count);
  gtk_widget_class_bind_template_child (widget_class, AtlasCoverageTable, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasCoverageTable, table);
  gtk_widget_class_bind_template_child (widget_class, AtlasCoverageTable, gaps);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_link_cb);
  gtk_widget_class_set_css_name (widget_class, "coveragetable");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
atlas_coverage_table_init (AtlasCoverageTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->empty_places = g_hash_table_new (NULL, NULL);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed",
                           G_CALLBACK (sorted_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/**
 * atlas_coverage_table_new:
 *
 * Returns: (transfer floating): a table without rows
 */
GtkWidget *
atlas_coverage_table_new (void)
{
  return g_object_new (ATLAS_TYPE_COVERAGE_TABLE, NULL);
}

/**
 * atlas_coverage_table_set_report:
 * @self: a table
 * @catalog: the data set, whose places are shown
 * @report: what is in it; not needed afterwards
 */
void
atlas_coverage_table_set_report (AtlasCoverageTable *self,
                                 AtlasCatalog *catalog,
                                 const AtlasCoverageReport *report)
{
  g_return_if_fail (ATLAS_IS_COVERAGE_TABLE (self));
  g_return_if_fail (ATLAS_IS_CATALOG (catalog));
  g_return_if_fail (report != NULL);

  g_set_object (&self->catalog, catalog);
  atlas_coverage_columns_build (self->table, atlas_catalog_get_documents (report->catalog));
  show_gaps (self, report->check);
  build_model (self, report);
  show_totals (self, report->check);
  filter_changed_cb (self);
}
