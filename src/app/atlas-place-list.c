/* atlas-place-list.c: cities, their counties and districts, in step with the session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-place-list.h"

#include "atlas-place-row.h"
#include "atlas-place-tree.h"

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
  GSignalGroup *picked_signals;
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
  guint position = place != NULL ? atlas_place_tree_find (self->tree, place, expand)
                                 : GTK_INVALID_LIST_POSITION;

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
setup_cb (AtlasPlaceList *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, atlas_place_row_new ());
}

static void
update_picked (AtlasPlaceList *self, AtlasPlaceRow *row)
{
  AtlasPlace *place = atlas_place_row_get_place (row);

  atlas_place_row_set_picked (row, place != NULL && atlas_session_is_picked (self->session, place));
}

static void
bind_cb (AtlasPlaceList *self, GtkListItem *list_item)
{
  AtlasPlaceRow *row = ATLAS_PLACE_ROW (gtk_list_item_get_child (list_item));

  atlas_place_row_set_list_row (row, gtk_list_item_get_item (list_item));
  update_picked (self, row);
}

static void
unbind_cb (AtlasPlaceList *self, GtkListItem *list_item)
{
  atlas_place_row_set_list_row (ATLAS_PLACE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
picked_changed_cb (AtlasPlaceList *self)
{
  g_assert (ATLAS_IS_PLACE_LIST (self));

  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (ATLAS_IS_PLACE_ROW (row))
        update_picked (self, ATLAS_PLACE_ROW (row));
    }
}

static void
toggle_pick (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasPlaceList *self = ATLAS_PLACE_LIST (widget);
  AtlasPlace *place = atlas_catalog_get_place (atlas_session_get_catalog (self->session),
                                               g_variant_get_string (parameter, NULL));

  if (place != NULL)
    atlas_session_toggle_picked (self->session, place);
}

/* The row at a point of the list, or NULL. */
static AtlasPlaceRow *
find_row_at (AtlasPlaceList *self, double x, double y)
{
  GtkWidget *list_view = GTK_WIDGET (self->list_view);
  GtkWidget *child = gtk_widget_pick (list_view, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row;

  while (child != NULL && gtk_widget_get_parent (child) != list_view)
    child = gtk_widget_get_parent (child);
  row = child != NULL ? gtk_widget_get_first_child (child) : NULL;
  return ATLAS_IS_PLACE_ROW (row) ? ATLAS_PLACE_ROW (row) : NULL;
}

static void
motion_cb (AtlasPlaceList *self, double x, double y, GtkEventControllerMotion *motion)
{
  AtlasPlaceRow *row = find_row_at (self, x, y);

  g_assert (ATLAS_IS_PLACE_LIST (self));

  if (row != NULL)
    atlas_place_row_offer_pick (row);
}

/* With Ctrl a click picks, before the list would take it for the end of the selection. */
static void
pressed_cb (AtlasPlaceList *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (gesture));
  AtlasPlaceRow *row = find_row_at (self, x, y);

  g_assert (ATLAS_IS_PLACE_LIST (self));

  if ((state & GDK_CONTROL_MASK) == 0 || row == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (atlas_place_row_get_place (row) != NULL)
    atlas_session_toggle_picked (self->session, atlas_place_row_get_place (row));
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
  self->tree = atlas_place_tree_new (atlas_session_get_catalog (self->session));
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
  g_clear_object (&self->picked_signals);
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
  gtk_widget_class_bind_template_callback (widget_class, motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_install_action (widget_class, "places.toggle-pick", "s", toggle_pick);
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
  self->picked_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_object (self->picked_signals, "items-changed",
                                 G_CALLBACK (picked_changed_cb), self, G_CONNECT_SWAPPED);
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
  g_signal_group_set_target (self->picked_signals,
                             session != NULL ? atlas_session_get_picked (session) : NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
