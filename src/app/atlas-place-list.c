/* atlas-place-list.c: cities, their counties and districts, in step with the session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-place-list.h"

#include "atlas-place-group.h"
#include "atlas-place-row.h"

struct _AtlasPlaceList
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkListView *list_view;

  /* borrowed from selection */
  GtkTreeListModel *tree;

  /* owned */
  AtlasSession *session;
  GSignalGroup *session_signals;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (AtlasPlaceList, atlas_place_list, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static GListModel *
list_cities (AtlasCatalog *catalog)
{
  GListModel *places = atlas_catalog_get_places (catalog);
  GListStore *cities = g_list_store_new (ATLAS_TYPE_PLACE);

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      if (atlas_place_is_city (place))
        g_list_store_append (cities, place);
    }
  return G_LIST_MODEL (cities);
}

/* The counties of @city and then, as one item, its districts. */
static GListModel *
list_members (AtlasCatalog *catalog, AtlasPlace *city)
{
  g_autoptr (GListModel) counties = atlas_catalog_get_children (catalog, city, FALSE);
  g_autoptr (GListModel) districts = atlas_catalog_get_children (catalog, city, TRUE);
  GListStore *members = g_list_store_new (G_TYPE_OBJECT);

  for (guint i = 0; i < g_list_model_get_n_items (counties); i++)
    {
      g_autoptr (AtlasPlace) county = g_list_model_get_item (counties, i);

      g_list_store_append (members, county);
    }
  if (g_list_model_get_n_items (districts) > 0)
    {
      g_autoptr (AtlasPlaceGroup) group = atlas_place_group_new (city, districts);

      g_list_store_append (members, group);
    }
  return G_LIST_MODEL (members);
}

static GListModel *
create_children_cb (gpointer item, gpointer data)
{
  AtlasCatalog *catalog = ATLAS_CATALOG (data);

  if (ATLAS_IS_PLACE_GROUP (item))
    return g_object_ref (atlas_place_group_get_districts (ATLAS_PLACE_GROUP (item)));
  if (atlas_place_is_city (ATLAS_PLACE (item)))
    return list_members (catalog, ATLAS_PLACE (item));
  return NULL;
}

static void
expand_cities (GtkTreeListModel *tree)
{
  g_autoptr (GtkTreeListRow) row = NULL;

  for (guint i = 0; (row = gtk_tree_list_model_get_child_row (tree, i)) != NULL; i++)
    {
      gtk_tree_list_row_set_expanded (row, TRUE);
      g_clear_object (&row);
    }
}

/* Returns: (transfer full) (nullable): the row below @parent that shows @place or leads to it. */
static GtkTreeListRow *
find_child_row (GtkTreeListRow *parent, AtlasPlace *place)
{
  GtkTreeListRow *row;

  for (guint i = 0; (row = gtk_tree_list_row_get_child_row (parent, i)) != NULL; i++)
    {
      g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);

      if (item == G_OBJECT (place)
          || (ATLAS_IS_PLACE_GROUP (item) && atlas_place_is_district (place)))
        return row;
      g_object_unref (row);
    }
  return NULL;
}

static GtkTreeListRow *
find_city_row (GtkTreeListModel *tree, AtlasPlace *city)
{
  GtkTreeListRow *row;

  for (guint i = 0; (row = gtk_tree_list_model_get_child_row (tree, i)) != NULL; i++)
    {
      g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);

      if (item == G_OBJECT (city))
        return row;
      g_object_unref (row);
    }
  return NULL;
}

/* The position of the row of @place, whose ancestors are expanded for it where @expand is set. */
static guint
find_position (AtlasPlaceList *self, AtlasPlace *place, gboolean expand)
{
  AtlasPlace *parent = atlas_place_get_parent (place);
  g_autoptr (GtkTreeListRow) row = find_city_row (self->tree, parent != NULL ? parent : place);

  while (row != NULL)
    {
      g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);
      g_autoptr (GtkTreeListRow) child = NULL;

      if (item == G_OBJECT (place))
        return gtk_tree_list_row_get_position (row);
      if (expand)
        gtk_tree_list_row_set_expanded (row, TRUE);
      child = find_child_row (row, place);
      g_set_object (&row, child);
    }
  return GTK_INVALID_LIST_POSITION;
}

/* Brings the selected row into view, which also makes it the one that is focused next. */
static void
scroll_to_selected (AtlasPlaceList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

static AtlasPlace *
get_selected_place (AtlasPlaceList *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (GObject) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  /* the model keeps it alive */
  return ATLAS_IS_PLACE (item) ? ATLAS_PLACE (item) : NULL;
}

/* Takes the session's place over; @expand tells whether to show it even in a collapsed city. */
static void
follow_session (AtlasPlaceList *self, gboolean expand)
{
  AtlasPlace *place = atlas_session_get_selected (self->session);
  guint position = place != NULL ? find_position (self, place, expand) : GTK_INVALID_LIST_POSITION;

  if (gtk_single_selection_get_selected (self->selection) != position)
    gtk_single_selection_set_selected (self->selection, position);
}

static void
session_selected_cb (AtlasPlaceList *self)
{
  g_assert (ATLAS_IS_PLACE_LIST (self));

  follow_session (self, TRUE);
  scroll_to_selected (self);
}

/* The user chose a row, or the chosen row went away because its city was collapsed, in which case
 * the session keeps its place. The group of districts is no place: the selection goes back. */
static void
selected_item_cb (AtlasPlaceList *self)
{
  AtlasPlace *place = get_selected_place (self);

  g_assert (ATLAS_IS_PLACE_LIST (self));

  if (place != NULL)
    atlas_session_set_selected (self->session, place);
  else if (gtk_single_selection_get_selected_item (self->selection) != NULL)
    follow_session (self, FALSE);
}

/* A city was expanded again: its row of the session's place is back. */
static void
rows_changed_cb (AtlasPlaceList *self, guint position, guint n_removed, guint n_added)
{
  g_assert (ATLAS_IS_PLACE_LIST (self));

  if (n_added > 0 && gtk_single_selection_get_selected_item (self->selection) == NULL)
    follow_session (self, FALSE);
}

static void
activate_cb (AtlasPlaceList *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), position);
  g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);

  g_assert (ATLAS_IS_PLACE_LIST (self));

  if (ATLAS_IS_PLACE (item))
    atlas_session_set_selected (self->session, ATLAS_PLACE (item));
  else
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, atlas_place_row_new ());
}

/* GTK 4.8 has no accessible label for list items: the row's parent is what a screen reader meets.
 */
static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  AtlasPlaceRow *row = ATLAS_PLACE_ROW (gtk_list_item_get_child (list_item));
  GtkTreeListRow *list_row = gtk_list_item_get_item (list_item);
  g_autoptr (GObject) item = gtk_tree_list_row_get_item (list_row);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (row));

  atlas_place_row_set_list_row (row, list_row);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    atlas_place_row_get_description (row), -1);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  atlas_place_row_set_list_row (ATLAS_PLACE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
clear_model (AtlasPlaceList *self)
{
  if (self->selection == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->tree, self);
  g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  self->tree = NULL;
  g_clear_object (&self->selection);
}

/*
 * GListStore of cities
 *   → GtkTreeListModel: city → counties and one AtlasPlaceGroup → districts
 *   → GtkSingleSelection, in step with the session
 */
static void
build_model (AtlasPlaceList *self)
{
  AtlasCatalog *catalog = atlas_session_get_catalog (self->session);

  self->tree = gtk_tree_list_model_new (list_cities (catalog), FALSE, FALSE, create_children_cb,
                                        g_object_ref (catalog), g_object_unref);
  expand_cities (self->tree);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->tree));
  g_object_unref (self->tree);
  follow_session (self, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_item_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tree, "items-changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

static void
atlas_place_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (atlas_place_list_parent_class)->map (widget);

  if (ATLAS_PLACE_LIST (widget)->selection != NULL)
    scroll_to_selected (ATLAS_PLACE_LIST (widget));
}

static gboolean
focus_selected (AtlasPlaceList *self)
{
  GtkTreeListRow *list_row = self->selection != NULL
                                 ? gtk_single_selection_get_selected_item (self->selection)
                                 : NULL;
  GtkWidget *row = list_row != NULL ? atlas_place_row_find (GTK_WIDGET (self->list_view), list_row)
                                    : NULL;

  return row != NULL && gtk_widget_grab_focus (row);
}

/* In GTK 4.8 Tab would enter at the first row and go through all of them. Here it enters at the
 * selected one and leaves the list; the arrows move in it. */
static gboolean
atlas_place_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    {
      if (gtk_widget_get_focus_child (widget) != NULL)
        return FALSE;
      if (focus_selected (ATLAS_PLACE_LIST (widget)))
        return TRUE;
    }
  return GTK_WIDGET_CLASS (atlas_place_list_parent_class)->focus (widget, direction);
}

static void
atlas_place_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasPlaceList *self = ATLAS_PLACE_LIST (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_place_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasPlaceList *self = ATLAS_PLACE_LIST (object);

  switch (id)
    {
    case PROP_SESSION:
      atlas_place_list_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_place_list_dispose (GObject *object)
{
  AtlasPlaceList *self = ATLAS_PLACE_LIST (object);
  GtkWidget *child;

  g_clear_object (&self->session_signals);
  clear_model (self);
  self->list_view = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_place_list_parent_class)->dispose (object);
}

static void
atlas_place_list_class_init (AtlasPlaceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_place_list_dispose;
  object_class->get_property = atlas_place_list_get_property;
  object_class->set_property = atlas_place_list_set_property;
  widget_class->focus = atlas_place_list_focus;
  widget_class->map = atlas_place_list_map;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ATLAS_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                      | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-place-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasPlaceList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_set_css_name (widget_class, "placelist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
atlas_place_list_init (AtlasPlaceList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::selected",
                                 G_CALLBACK (session_selected_cb), self, G_CONNECT_SWAPPED);
}

/**
 * atlas_place_list_new:
 *
 * Returns: a new list, empty until it is given a session
 */
GtkWidget *
atlas_place_list_new (void)
{
  return g_object_new (ATLAS_TYPE_PLACE_LIST, NULL);
}

/**
 * atlas_place_list_set_session:
 * @self: a list
 * @session: (nullable): the session whose places it lists and whose selection it shares
 */
void
atlas_place_list_set_session (AtlasPlaceList *self, AtlasSession *session)
{
  g_return_if_fail (ATLAS_IS_PLACE_LIST (self));
  g_return_if_fail (session == NULL || ATLAS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;
  clear_model (self);
  if (session != NULL)
    build_model (self);
  g_signal_group_set_target (self->session_signals, session);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
