/* atlas-coverage-columns.c: the columns of the coverage table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-coverage-columns.h"

#include <glib/gi18n.h>

#include "atlas-coverage-row.h"
#include "atlas-tooltip.h"

/* What the factory of a column of numbers has to know. */
typedef struct
{
  guint index;
  char *title;
} Column;

static void
column_free (gpointer data)
{
  Column *column = data;

  g_free (column->title);
  g_free (column);
}

static void
setup_number_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1.0f);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

/* A table of GTK 4.8 does not tell a screen reader under which title a number stands. */
static void
bind_number_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const Column *column)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  guint number = atlas_coverage_row_get_number (gtk_list_item_get_item (item), column->index);
  g_autofree char *text = number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("—");
  /* Translators: title of a column of the coverage table, a number in it */
  g_autofree char *name = g_strdup_printf (C_ ("coverage", "%s: %u"), column->title, number);

  gtk_label_set_label (GTK_LABEL (label), text);
  if (number > 0)
    gtk_widget_remove_css_class (label, "zero");
  else
    gtk_widget_add_css_class (label, "zero");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
setup_place_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *city = gtk_label_new (NULL);

  gtk_widget_add_css_class (city, "dim-label");
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (box), city);
  gtk_list_item_set_child (item, box);
}

/* Districts of two cities have the same name, and a sorted table tears counties from their city. */
static void
bind_place_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *name = gtk_widget_get_first_child (box);
  GtkWidget *city = gtk_widget_get_next_sibling (name);
  AtlasPlace *place = atlas_coverage_row_get_place (gtk_list_item_get_item (item));
  AtlasPlace *parent = atlas_place_get_parent (place);

  gtk_label_set_label (GTK_LABEL (name), atlas_place_get_name (place));
  gtk_label_set_label (GTK_LABEL (city), parent != NULL ? atlas_place_get_short_name (parent) : "");
  if (parent == NULL)
    gtk_widget_add_css_class (name, "city");
  else
    gtk_widget_remove_css_class (name, "city");
}

static int
compare_numbers (gconstpointer a, gconstpointer b, gpointer data)
{
  guint column = GPOINTER_TO_UINT (data);
  guint number_a = atlas_coverage_row_get_number ((AtlasCoverageRow *) a, column);
  guint number_b = atlas_coverage_row_get_number ((AtlasCoverageRow *) b, column);

  return number_a < number_b ? -1 : number_a > number_b;
}

static int
compare_codes (gconstpointer a, gconstpointer b, gpointer data)
{
  return g_strcmp0 (atlas_place_get_code (atlas_coverage_row_get_place ((AtlasCoverageRow *) a)),
                    atlas_place_get_code (atlas_coverage_row_get_place ((AtlasCoverageRow *) b)));
}

static void
add_place_column (GtkColumnView *table)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_codes, NULL, NULL));
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_place_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_place_cb), NULL);
  column = gtk_column_view_column_new (C_ ("column of the coverage table", "Place"), factory);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_append_column (table, column);
}

static void
add_number_column (GtkColumnView *table, GPtrArray *documents, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = GTK_SORTER (
      gtk_custom_sorter_new (compare_numbers, GUINT_TO_POINTER (index), NULL));
  g_autoptr (GtkColumnViewColumn) view_column = NULL;
  Column *column = g_new (Column, 1);

  column->index = index;
  column->title = atlas_coverage_format_title (documents, index);
  g_object_set_data_full (G_OBJECT (factory), "atlas-column", column, column_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_number_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_number_cb), column);
  view_column = gtk_column_view_column_new (column->title, factory);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_expand (view_column, TRUE);
  gtk_column_view_append_column (table, view_column);
}

static void
remove_columns (GtkColumnView *table)
{
  GListModel *columns = gtk_column_view_get_columns (table);
  g_autoptr (GtkColumnViewColumn) column = NULL;

  while ((column = g_list_model_get_item (columns, 0)) != NULL)
    {
      gtk_column_view_remove_column (table, column);
      g_clear_object (&column);
    }
}

static gboolean
sort_cb (GtkWidget *title, GVariant *arguments, gpointer data)
{
  GtkColumnViewColumn *column = GTK_COLUMN_VIEW_COLUMN (data);
  gboolean ascending = !g_object_get_data (G_OBJECT (title), "atlas-ascending");

  g_object_set_data (G_OBJECT (title), "atlas-ascending", GINT_TO_POINTER (ascending));
  gtk_column_view_sort_by_column (gtk_column_view_column_get_column_view (column), column,
                                  ascending ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING);
  return TRUE;
}

static gboolean
move_cb (GtkWidget *title, GVariant *arguments, gpointer data)
{
  gboolean mirrored = gtk_widget_get_direction (title) == GTK_TEXT_DIR_RTL;
  GtkWidget *other = (GPOINTER_TO_INT (data) > 0) != mirrored ? gtk_widget_get_next_sibling (title)
                                                              : gtk_widget_get_prev_sibling (title);

  return other != NULL && gtk_widget_grab_focus (other);
}

static void
bind_keys (GtkEventController *controller,
           const char *keys,
           GtkShortcutFunc callback,
           gpointer data)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys),
                        gtk_callback_action_new (callback, data, NULL)));
}

/* In GTK 4.8 only a pointer can press a title. */
static void
let_press (GtkWidget *title, GtkColumnViewColumn *column)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  bind_keys (controller, "space|KP_Space|Return|ISO_Enter|KP_Enter", sort_cb, column);
  bind_keys (controller, "Left|KP_Left", move_cb, GINT_TO_POINTER (-1));
  bind_keys (controller, "Right|KP_Right", move_cb, GINT_TO_POINTER (1));
  gtk_widget_add_controller (title, controller);
  gtk_widget_set_focusable (title, TRUE);
}

/* A title stands over the end of its numbers, the arrow of the order before it. */
static void
align_end (GtkWidget *title)
{
  GtkWidget *box = gtk_widget_get_first_child (title);
  GtkWidget *arrow = GTK_IS_BOX (box) ? gtk_widget_get_last_child (box) : NULL;

  if (arrow == NULL)
    return;
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_reorder_child_after (GTK_BOX (box), arrow, NULL);
}

/* What no function of GTK 4.8 reaches: the titles are the children of the first child. */
static void
mend_titles (GtkColumnView *table, GPtrArray *documents)
{
  GListModel *columns = gtk_column_view_get_columns (table);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (table));
  GtkWidget *title = gtk_widget_get_first_child (header);

  gtk_widget_set_can_focus (header, TRUE);
  gtk_widget_set_focusable (header, FALSE);
  for (guint i = 0; title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      /* The first column is the place. */
      guint document = i - 1 - ATLAS_N_FACT_KINDS;

      let_press (title, column);
      gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_column_view_column_get_title (column), -1);
      if (i > 0)
        align_end (title);
      if (i > ATLAS_N_FACT_KINDS && document < documents->len)
        atlas_tooltip_set (title, ((const AtlasDocument *) documents->pdata[document])->title);
    }
}

/**
 * atlas_coverage_columns_build:
 * @table: a table whose items are #AtlasCoverageRow
 * @documents: (element-type AtlasDocument): the documents; not needed afterwards
 *
 * Gives @table its columns anew: the place, the kinds of facts, each document, what is inferred and
 * what is repaired.
 */
void
atlas_coverage_columns_build (GtkColumnView *table, GPtrArray *documents)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (table));
  g_return_if_fail (documents != NULL);

  remove_columns (table);
  add_place_column (table);
  for (guint i = 0; i < atlas_coverage_count_columns (documents); i++)
    add_number_column (table, documents, i);
  mend_titles (table, documents);
}
