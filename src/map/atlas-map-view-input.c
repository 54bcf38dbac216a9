/* atlas-map-view-input.c: pointer, wheel and fingers on the map
 *
 * The gestures of ShumateMap know no bounds, turn the map and leave clicks and drags alike, so ours
 * run before them and keep the events.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-view-private.h"

#include <math.h>

#define WHEEL_ZOOM_STEP 0.25
/* Milliseconds the pointer rests before the card appears; once it is there it follows at once. */
#define CARD_DELAY_MS 180

static void
hide_card (AtlasMapView *self)
{
  g_clear_handle_id (&self->card_id, g_source_remove);
  gtk_widget_set_child_visible (self->card, FALSE);
}

static void
fill_card (AtlasMapView *self)
{
  AtlasMapLook look = atlas_map_view_get_look (self);

  atlas_map_card_set_place (ATLAS_MAP_CARD (self->card), self->hovered, self->scheme, &look);
}

static gboolean
show_card_cb (gpointer data)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (data);

  self->card_id = 0;
  if (self->hovered == NULL)
    return G_SOURCE_REMOVE;

  fill_card (self);
  gtk_widget_set_child_visible (self->card, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static void
set_hovered (AtlasMapView *self, AtlasPlace *place)
{
  if (!g_set_object (&self->hovered, place))
    return;

  atlas_outline_layer_set_hovered (self->outlines, place != NULL && place != self->selected
                                                       ? atlas_place_get_code (place)
                                                       : NULL);
  if (place == NULL)
    hide_card (self);
  else if (gtk_widget_get_child_visible (self->card))
    fill_card (self);
  else if (self->card_id == 0)
    self->card_id = g_timeout_add (CARD_DELAY_MS, show_card_cb, self);
}

/* Returns: (transfer none) (nullable): the county or district at @x, @y. */
AtlasPlace *
_atlas_map_view_hit (AtlasMapView *self, double x, double y)
{
  const AtlasArea *area;

  if (self->geometry == NULL)
    return NULL;

  area = atlas_map_geometry_hit (self->geometry,
                                 atlas_map_camera_widget_to_world (self->camera, x, y));

  return area != NULL ? atlas_catalog_get_place (self->catalog, area->code) : NULL;
}

/* The pointer came to @x, @y. */
void
_atlas_map_view_hover (AtlasMapView *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
  if (self->panning || atlas_map_camera_is_moving (self->camera))
    return;

  set_hovered (self, _atlas_map_view_hit (self, x, y));
  if (gtk_widget_get_child_visible (self->card))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The pointer left, or the ground moved away under it. */
void
_atlas_map_view_unhover (AtlasMapView *self)
{
  set_hovered (self, NULL);
}

/* A button or a finger went down at @x, @y. */
void
_atlas_map_view_press (AtlasMapView *self, double x, double y)
{
  atlas_map_camera_stop (self->camera);
  hide_card (self);
  self->press_x = x;
  self->press_y = y;
  self->pan_x = 0.0;
  self->pan_y = 0.0;
  self->panning = FALSE;
  self->dragged = FALSE;
}

/* It moved to so far from where it went down; a tremble is no drag. */
void
_atlas_map_view_drag (AtlasMapView *self, double offset_x, double offset_y)
{
  if (!self->panning)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) offset_x, (int) offset_y))
        return;

      self->panning = TRUE;
      self->dragged = TRUE;
      _atlas_map_view_unhover (self);
    }

  /* From where it went down, so that the ground sticks to the pointer. */
  atlas_map_camera_pan (self->camera, offset_x - self->pan_x, offset_y - self->pan_y);
  self->pan_x = offset_x;
  self->pan_y = offset_y;
}

/* It went up for the @n_press-th time; where the press was a drag, nothing was clicked. */
void
_atlas_map_view_release (
    AtlasMapView *self, int n_press, double x, double y, GdkModifierType modifiers)
{
  gboolean picks = (modifiers & GDK_CONTROL_MASK) != 0;
  AtlasPlace *place;

  if (self->dragged
      || gtk_drag_check_threshold (GTK_WIDGET (self), (int) self->press_x, (int) self->press_y,
                                   (int) x, (int) y))
    return;

  if (n_press == 2 && !picks)
    {
      atlas_map_camera_zoom_at (
          self->camera, x, y,
          floor (atlas_map_camera_get_target_zoom (self->camera) * 2.0) / 2.0 + 1.0, TRUE);
      return;
    }

  place = _atlas_map_view_hit (self, x, y);
  if (place != NULL && picks)
    g_signal_emit_by_name (self, "pick-place", place);
  else if (place != NULL && n_press == 1)
    _atlas_map_view_select (self, place, FALSE);
}

static void
pressed_cb (AtlasMapView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  _atlas_map_view_press (self, x, y);
}

static void
released_cb (AtlasMapView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  _atlas_map_view_release (
      self, n_press, x, y,
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
}

static void
drag_update_cb (AtlasMapView *self, double offset_x, double offset_y)
{
  _atlas_map_view_drag (self, offset_x, offset_y);
}

static void
drag_end_cb (AtlasMapView *self)
{
  if (self->panning)
    atlas_map_camera_settle (self->camera);
  self->panning = FALSE;
}

static void
swipe_cb (AtlasMapView *self, double velocity_x, double velocity_y)
{
  if (self->dragged)
    atlas_map_camera_coast (self->camera, velocity_x, velocity_y);
}

static gboolean
scroll_cb (AtlasMapView *self, double dx, double dy, GtkEventController *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  gboolean fine = event != NULL && gdk_scroll_event_get_direction (event) == GDK_SCROLL_SMOOTH
                  && fabs (dy) < 1.0;

  _atlas_map_view_unhover (self);
  atlas_map_camera_zoom_at (self->camera, self->pointer_x, self->pointer_y,
                            atlas_map_camera_get_target_zoom (self->camera) - dy * WHEEL_ZOOM_STEP,
                            !fine);
  return TRUE;
}

static void
pinch_begin_cb (AtlasMapView *self, GdkEventSequence *sequence, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  atlas_map_camera_stop (self->camera);
  self->pinch_zoom = atlas_map_camera_get_zoom (self->camera);
}

static void
pinch_cb (AtlasMapView *self, double scale, GtkGesture *gesture)
{
  double x;
  double y;

  if (scale > 0.0 && gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    atlas_map_camera_zoom_at (self->camera, x, y, self->pinch_zoom + log2 (scale), FALSE);
}

/* A change of what lies under a resting pointer comes as a motion too, but the person did not move:
 * after a key the card would be in the way. */
static void
motion_cb (AtlasMapView *self, double x, double y)
{
  if (x != self->pointer_x || y != self->pointer_y)
    _atlas_map_view_hover (self, x, y);
}

static void
add_controller (AtlasMapView *self, GtkEventController *controller)
{
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->map), controller);
}

static void
add_gestures (AtlasMapView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *swipe = gtk_gesture_swipe_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (swipe, "swipe", G_CALLBACK (swipe_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinch_cb), self, G_CONNECT_SWAPPED);

  gtk_gesture_group (drag, click);
  gtk_gesture_group (swipe, click);
  gtk_gesture_group (pinch, click);
  add_controller (self, GTK_EVENT_CONTROLLER (click));
  add_controller (self, GTK_EVENT_CONTROLLER (drag));
  add_controller (self, GTK_EVENT_CONTROLLER (swipe));
  add_controller (self, GTK_EVENT_CONTROLLER (pinch));
}

/* Lets the pointer act on the map. */
void
_atlas_map_view_init_input (AtlasMapView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (_atlas_map_view_unhover), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  add_controller (self, motion);
  add_controller (self, scroll);
  add_gestures (self);

  /* ShumateMap shows a hand everywhere; places are clicked, so it is an arrow. */
  gtk_widget_set_cursor (GTK_WIDGET (self->map), NULL);
}
