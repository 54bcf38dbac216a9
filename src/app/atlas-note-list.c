/* atlas-note-list.c: remarks on the data, under a sentence that says what they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-note-list.h"

#include "atlas-text.h"

struct _AtlasNoteList
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkLabel *summary;
  GtkListView *list_view;

  /* whether some notes stand below others, so that all leave room for an arrow */
  gboolean has_groups;
};

G_DEFINE_FINAL_TYPE (AtlasNoteList, atlas_note_list, GTK_TYPE_WIDGET)

static GListModel *
create_children_cb (gpointer item, gpointer data)
{
  GListModel *children = atlas_note_get_children (ATLAS_NOTE (item));

  return children != NULL ? g_object_ref (children) : NULL;
}

static void
activate_cb (AtlasNoteList *self, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list_view));
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (model, position);
  g_autoptr (AtlasNote) note = gtk_tree_list_row_get_item (row);
  AtlasPlace *place = atlas_note_get_place (note);

  g_assert (ATLAS_IS_NOTE_LIST (self));

  if (gtk_tree_list_row_is_expandable (row))
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
  else if (place != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "s",
                                atlas_place_get_code (place));
}

static void
setup_cb (AtlasNoteList *self, GtkListItem *item, GtkSignalListItemFactory *factory)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (texts), atlas_text_new (NULL, NULL));
  gtk_box_append (GTK_BOX (texts), atlas_text_new (NULL, "dim-label"));
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), texts);
  gtk_list_item_set_child (item, expander);
}

static void
bind_cb (AtlasNoteList *self, GtkListItem *item, GtkSignalListItemFactory *factory)
{
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkWidget *title = gtk_widget_get_first_child (gtk_tree_expander_get_child (expander));
  GtkWidget *detail = gtk_widget_get_next_sibling (title);
  g_autoptr (AtlasNote) note = gtk_tree_list_row_get_item (row);
  const char *text = atlas_note_get_detail (note);

  gtk_tree_expander_set_indent_for_icon (expander, self->has_groups);
  gtk_tree_expander_set_list_row (expander, row);
  gtk_label_set_label (GTK_LABEL (title), atlas_note_get_title (note));
  gtk_label_set_label (GTK_LABEL (detail), text != NULL ? text : "");
  gtk_widget_set_visible (detail, text != NULL);
  gtk_list_item_set_activatable (item, gtk_tree_list_row_is_expandable (row)
                                           || atlas_note_get_place (note) != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  atlas_note_get_title (note), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}

static void
unbind_cb (AtlasNoteList *self, GtkListItem *item, GtkSignalListItemFactory *factory)
{
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), NULL);
}

/* In GTK 4.8 Tab would stop at every row. */
static gboolean
atlas_note_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if ((direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
      && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return GTK_WIDGET_CLASS (atlas_note_list_parent_class)->focus (widget, direction);
}

static void
atlas_note_list_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (atlas_note_list_parent_class)->dispose (object);
}

static void
atlas_note_list_class_init (AtlasNoteListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_note_list_dispose;
  widget_class->focus = atlas_note_list_focus;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-note-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasNoteList, summary);
  gtk_widget_class_bind_template_child (widget_class, AtlasNoteList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_set_css_name (widget_class, "notelist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
atlas_note_list_init (AtlasNoteList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
has_groups (GListModel *notes)
{
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (AtlasNote) note = g_list_model_get_item (notes, i);

      if (atlas_note_get_children (note) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * atlas_note_list_new:
 *
 * Returns: (transfer floating): a list without notes
 */
GtkWidget *
atlas_note_list_new (void)
{
  return g_object_new (ATLAS_TYPE_NOTE_LIST, NULL);
}

/**
 * atlas_note_list_set_notes:
 * @self: a list
 * @summary: a sentence that says what the notes are, or that there are none
 * @notes: (transfer full): a list of #AtlasNote
 */
void
atlas_note_list_set_notes (AtlasNoteList *self, const char *summary, GListModel *notes)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (ATLAS_IS_NOTE_LIST (self));
  g_return_if_fail (G_IS_LIST_MODEL (notes));

  gtk_label_set_label (self->summary, summary);
  self->has_groups = has_groups (notes);
  selection = gtk_no_selection_new (
      G_LIST_MODEL (gtk_tree_list_model_new (notes, FALSE, FALSE, create_children_cb, NULL, NULL)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
}
