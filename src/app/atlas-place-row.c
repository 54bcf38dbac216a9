/* atlas-place-row.c: one line of the place list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-place-row.h"

#include <glib/gi18n.h>

#include "atlas-place-group.h"
#include "atlas-wording.h"
#include "atlas-tooltip.h"

struct _AtlasPlaceRow
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkTreeExpander *expander;
  GtkLabel *title;
  GtkLabel *count;

  /* owned */
  char *description;
};

G_DEFINE_FINAL_TYPE (AtlasPlaceRow, atlas_place_row, GTK_TYPE_WIDGET)

static void
set_style (AtlasPlaceRow *self, gboolean city, gboolean district)
{
  const char *classes[] = { city ? "city" : district ? "district" : "county", NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
  /* Only what can be expanded has an icon; counties stand below the name of their city. */
  gtk_tree_expander_set_indent_for_icon (self->expander, city);
}

static void
show_place (AtlasPlaceRow *self, AtlasPlace *place)
{
  guint n_projects = atlas_place_get_n_projects (place);
  g_autofree char *count = n_projects > 0 ? g_strdup_printf ("%u", n_projects) : g_strdup ("—");
  g_autofree char *projects = atlas_wording_format_projects (place);

  set_style (self, atlas_place_is_city (place), atlas_place_is_district (place));
  gtk_label_set_label (self->title, atlas_place_get_name (place));
  gtk_label_set_label (self->count, count);
  gtk_widget_show (GTK_WIDGET (self->count));
  atlas_tooltip_set (GTK_WIDGET (self->count), projects);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  projects, -1);
  /* Translators: name and level of a place, how many projects the documents tie to it */
  self->description = g_strdup_printf (C_ ("place", "%s, %s, %s"), atlas_place_get_name (place),
                                       atlas_wording_get_level (atlas_place_get_level (place)),
                                       projects);
}

static void
show_group (AtlasPlaceRow *self, AtlasPlaceGroup *group)
{
  guint n = g_list_model_get_n_items (atlas_place_group_get_districts (group));
  /* Translators: how many districts a city has */
  g_autofree char *title = g_strdup_printf (ngettext ("District · %u", "Districts · %u", n), n);

  set_style (self, FALSE, TRUE);
  gtk_tree_expander_set_indent_for_icon (self->expander, TRUE);
  gtk_label_set_label (self->title, title);
  gtk_widget_hide (GTK_WIDGET (self->count));
  /* Translators: name of a city, how many districts it has */
  self->description = g_strdup_printf (ngettext ("%s, %u district", "%s, %u districts", n),
                                       atlas_place_get_name (atlas_place_group_get_city (group)),
                                       n);
}

/* The expander has the keys that expand and collapse, so it is what the list focuses. */
static gboolean
atlas_place_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ATLAS_PLACE_ROW (widget)->expander));
}

static void
go_to (AtlasPlaceRow *self, GtkTreeListRow *list_row)
{
  GtkWidget *list_view = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW);
  GtkWidget *row = list_view != NULL ? atlas_place_row_find (list_view, list_row) : NULL;

  if (row == NULL)
    return;
  gtk_widget_activate_action (row, "list.select-item", "(ubb)",
                              gtk_tree_list_row_get_position (list_row), FALSE, FALSE);
  gtk_widget_grab_focus (row);
}

/* The arrow that points inward expands; the other one collapses, or goes to the row that can be. */
static gboolean
arrow_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AtlasPlaceRow *self = ATLAS_PLACE_ROW (widget);
  GtkTreeListRow *row = atlas_place_row_get_list_row (self);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean expand = g_variant_get_boolean (arguments) != mirrored;
  g_autoptr (GtkTreeListRow) parent = NULL;

  if (row == NULL)
    return FALSE;
  parent = gtk_tree_list_row_get_parent (row);
  if (expand || gtk_tree_list_row_get_expanded (row))
    gtk_tree_list_row_set_expanded (row, expand);
  else if (parent != NULL)
    go_to (self, parent);
  return TRUE;
}

static void
atlas_place_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (atlas_place_row_parent_class)->dispose (object);
}

static void
atlas_place_row_finalize (GObject *object)
{
  AtlasPlaceRow *self = ATLAS_PLACE_ROW (object);

  g_clear_pointer (&self->description, g_free);

  G_OBJECT_CLASS (atlas_place_row_parent_class)->finalize (object);
}

static void
bind_arrow_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, arrow_key_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, 0, arrow_key_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, arrow_key_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, 0, arrow_key_cb, "b", FALSE);
}

static void
atlas_place_row_class_init (AtlasPlaceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_place_row_dispose;
  object_class->finalize = atlas_place_row_finalize;
  widget_class->grab_focus = atlas_place_row_grab_focus;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-place-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasPlaceRow, expander);
  gtk_widget_class_bind_template_child (widget_class, AtlasPlaceRow, title);
  gtk_widget_class_bind_template_child (widget_class, AtlasPlaceRow, count);
  bind_arrow_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "placerow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_place_row_init (AtlasPlaceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atlas_place_row_new:
 *
 * Returns: a new, empty row
 */
GtkWidget *
atlas_place_row_new (void)
{
  return g_object_new (ATLAS_TYPE_PLACE_ROW, NULL);
}

/**
 * atlas_place_row_set_list_row:
 * @self: a row
 * @row: (nullable): what to show
 */
void
atlas_place_row_set_list_row (AtlasPlaceRow *self, GtkTreeListRow *row)
{
  g_autoptr (GObject) item = NULL;

  g_return_if_fail (ATLAS_IS_PLACE_ROW (self));
  g_return_if_fail (row == NULL || GTK_IS_TREE_LIST_ROW (row));

  gtk_tree_expander_set_list_row (self->expander, row);
  g_clear_pointer (&self->description, g_free);
  if (row == NULL)
    return;
  item = gtk_tree_list_row_get_item (row);
  if (ATLAS_IS_PLACE (item))
    show_place (self, ATLAS_PLACE (item));
  else
    show_group (self, ATLAS_PLACE_GROUP (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->description, -1);
}

/**
 * atlas_place_row_get_list_row:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
GtkTreeListRow *
atlas_place_row_get_list_row (AtlasPlaceRow *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE_ROW (self), NULL);

  return gtk_tree_expander_get_list_row (self->expander);
}

/**
 * atlas_place_row_get_title:
 * @self: a row
 *
 * Returns: what it shows at its start
 */
const char *
atlas_place_row_get_title (AtlasPlaceRow *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE_ROW (self), NULL);

  return gtk_label_get_label (self->title);
}

/**
 * atlas_place_row_get_description:
 * @self: a row
 *
 * Returns: (nullable): what a screen reader says: name, level and number of projects
 */
const char *
atlas_place_row_get_description (AtlasPlaceRow *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE_ROW (self), NULL);

  return self->description;
}

/**
 * atlas_place_row_find:
 * @list_view: a list view whose items are of this class
 * @list_row: what to look for
 *
 * Returns: (transfer none) (nullable): the row that shows @list_row; the list has one for each item
 *   that is in view or near
 */
GtkWidget *
atlas_place_row_find (GtkWidget *list_view, GtkTreeListRow *list_row)
{
  g_return_val_if_fail (GTK_IS_LIST_VIEW (list_view), NULL);
  g_return_val_if_fail (GTK_IS_TREE_LIST_ROW (list_row), NULL);

  for (GtkWidget *item = gtk_widget_get_first_child (list_view); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *child = gtk_widget_get_first_child (item);

      if (ATLAS_IS_PLACE_ROW (child)
          && atlas_place_row_get_list_row (ATLAS_PLACE_ROW (child)) == list_row)
        return child;
    }
  return NULL;
}
