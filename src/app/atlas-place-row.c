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

  /* after @title, once somebody is about to use it: so many would take long to make at the start */
  GtkCheckButton *pick;

  /* owned */
  char *description;

  gboolean picked;
  /* whether the mark is being changed by us and not by a person */
  gboolean updating;
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
  guint n_projects = atlas_place_get_n_newest_projects (place);
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

/* GTK 4.8 has no accessible label for list items: the row's parent is what a screen reader meets,
 * and the expander what has the focus. */
static void
describe (AtlasPlaceRow *self)
{
  GtkWidget *spoken[] = { GTK_WIDGET (self->expander), gtk_widget_get_parent (GTK_WIDGET (self)) };
  g_autofree char *label
      = self->picked
            /* Translators: name and level of a place, how many projects; it was picked */
            ? g_strdup_printf (C_ ("place", "%s, picked"), self->description)
            : g_strdup (self->description);

  for (guint i = 0; i < G_N_ELEMENTS (spoken); i++)
    if (spoken[i] != NULL)
      gtk_accessible_update_property (GTK_ACCESSIBLE (spoken[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      label, -1);
}

static gboolean
toggle_pick (AtlasPlaceRow *self)
{
  AtlasPlace *place = atlas_place_row_get_place (self);

  return place != NULL
         && gtk_widget_activate_action (GTK_WIDGET (self), "places.toggle-pick", "s",
                                        atlas_place_get_code (place));
}

static void
show_picked (AtlasPlaceRow *self)
{
  self->updating = TRUE;
  gtk_check_button_set_active (self->pick, self->picked);
  self->updating = FALSE;
}

/* The list says what is picked, so the mark waits for it. */
static void
pick_toggled_cb (AtlasPlaceRow *self)
{
  g_assert (ATLAS_IS_PLACE_ROW (self));

  if (self->updating)
    return;
  show_picked (self);
  toggle_pick (self);
}

static void
add_pick (AtlasPlaceRow *self)
{
  GtkWidget *pick = gtk_check_button_new ();
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (self->title));

  gtk_widget_set_can_focus (pick, FALSE);
  gtk_widget_set_valign (pick, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (pick, "pick");
  atlas_tooltip_set (pick, _ ("Pick This Place (Ctrl+Click, Space)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (pick), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pick This Place"), -1);
  g_signal_connect_object (pick, "toggled", G_CALLBACK (pick_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (GTK_BOX (box), pick, GTK_WIDGET (self->title));
  self->pick = GTK_CHECK_BUTTON (pick);
}

static gboolean
space_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return toggle_pick (ATLAS_PLACE_ROW (widget));
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
atlas_place_row_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  GTK_WIDGET_CLASS (atlas_place_row_parent_class)->set_focus_child (widget, child);

  if (child != NULL)
    atlas_place_row_offer_pick (ATLAS_PLACE_ROW (widget));
}

static void
atlas_place_row_dispose (GObject *object)
{
  GtkWidget *child;

  ATLAS_PLACE_ROW (object)->pick = NULL;
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
bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, space_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Space, 0, space_key_cb, NULL);
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
  widget_class->set_focus_child = atlas_place_row_set_focus_child;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-place-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasPlaceRow, expander);
  gtk_widget_class_bind_template_child (widget_class, AtlasPlaceRow, title);
  gtk_widget_class_bind_template_child (widget_class, AtlasPlaceRow, count);
  bind_keys (widget_class);
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
  if (self->pick != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->pick), ATLAS_IS_PLACE (item));
  describe (self);
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
 * atlas_place_row_get_place:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the place it shows, %NULL for the districts of a city
 */
AtlasPlace *
atlas_place_row_get_place (AtlasPlaceRow *self)
{
  GtkTreeListRow *row;
  g_autoptr (GObject) item = NULL;

  g_return_val_if_fail (ATLAS_IS_PLACE_ROW (self), NULL);

  row = atlas_place_row_get_list_row (self);
  item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
  /* the model keeps it alive */
  return ATLAS_IS_PLACE (item) ? ATLAS_PLACE (item) : NULL;
}

/**
 * atlas_place_row_set_picked:
 * @self: a row
 * @picked: whether its place is picked
 */
void
atlas_place_row_set_picked (AtlasPlaceRow *self, gboolean picked)
{
  g_return_if_fail (ATLAS_IS_PLACE_ROW (self));

  if (self->picked == picked)
    return;
  self->picked = picked;
  if (picked)
    atlas_place_row_offer_pick (self);
  if (self->pick != NULL)
    show_picked (self);
  if (self->description != NULL)
    describe (self);
}

/**
 * atlas_place_row_offer_pick:
 * @self: a row
 *
 * Gives it the mark with which its place is picked, because somebody is about to use it.
 */
void
atlas_place_row_offer_pick (AtlasPlaceRow *self)
{
  g_return_if_fail (ATLAS_IS_PLACE_ROW (self));

  if (self->pick == NULL)
    add_pick (self);
  gtk_widget_set_visible (GTK_WIDGET (self->pick), atlas_place_row_get_place (self) != NULL);
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
