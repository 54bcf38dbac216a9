/* atlas-map-view-keys.c: what keys do on the map, as actions with names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-view-private.h"

#define KEY_ZOOM_STEP 0.5

static gboolean
arrow_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);
  AtlasDirection direction = (AtlasDirection) g_variant_get_int32 (parameter);
  AtlasPlace *place;

  if (self->geometry == NULL)
    return FALSE;

  _atlas_map_view_unhover (self);
  if (self->selected == NULL)
    place = atlas_map_navigate_nearest (self->catalog, self->geometry,
                                        atlas_map_camera_get_centre (self->camera));
  else
    place = atlas_map_navigate (self->catalog, self->geometry, self->selected, direction);
  if (place != NULL)
    _atlas_map_view_select (self, place, TRUE);
  else
    gtk_widget_error_bell (widget);

  return TRUE;
}

static void
zoom_in_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  atlas_map_view_zoom_in (ATLAS_MAP_VIEW (widget));
}

static void
zoom_out_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  atlas_map_view_zoom_out (ATLAS_MAP_VIEW (widget));
}

static void
fit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  atlas_map_view_fit_province (ATLAS_MAP_VIEW (widget), TRUE);
}

/* Shows who is picked; where nobody is, what is selected. */
static void
fit_places_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_picked = self->picked != NULL ? g_list_model_get_n_items (self->picked) : 0;

  for (guint i = 0; i < n_picked; i++)
    g_ptr_array_add (places, g_list_model_get_item (self->picked, i));
  if (places->len == 0 && self->selected != NULL)
    g_ptr_array_add (places, g_object_ref (self->selected));

  if (places->len > 0)
    atlas_map_view_fit_places (self, places, TRUE);
  else
    gtk_widget_error_bell (widget);
}

static void
pick_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);

  if (self->selected != NULL)
    g_signal_emit_by_name (self, "pick-place", self->selected);
  else
    gtk_widget_error_bell (widget);
}

static void
activate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);

  if (self->selected != NULL)
    g_signal_emit_by_name (self, "activate-place", self->selected);
}

static void
legend_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  _atlas_map_view_toggle_legend (ATLAS_MAP_VIEW (widget));
}

static void
add_arrow (GtkWidgetClass *klass, guint key, guint keypad_key, AtlasDirection direction)
{
  gtk_widget_class_add_binding (klass, key, 0, arrow_cb, "i", (gint32) direction);
  gtk_widget_class_add_binding (klass, keypad_key, 0, arrow_cb, "i", (gint32) direction);
}

static void
add_action (GtkWidgetClass *klass, const char *action, const guint *keys, GdkModifierType modifiers)
{
  for (guint i = 0; keys[i] != 0; i++)
    gtk_widget_class_add_binding_action (klass, keys[i], modifiers, action, NULL);
}

/* Names what the map can do and gives it keys, which count while the map has the focus. */
void
_atlas_map_view_class_init_keys (GtkWidgetClass *klass)
{
  static const guint in[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add, 0 };
  static const guint out[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract, 0 };
  static const guint zero[] = { GDK_KEY_0, GDK_KEY_KP_0, 0 };
  static const guint nine[] = { GDK_KEY_9, GDK_KEY_KP_9, 0 };
  static const guint enter[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, 0 };
  static const guint space[] = { GDK_KEY_space, GDK_KEY_KP_Space, 0 };

  gtk_widget_class_install_action (klass, "map.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (klass, "map.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (klass, "map.fit", NULL, fit_cb);
  gtk_widget_class_install_action (klass, "map.fit-places", NULL, fit_places_cb);
  gtk_widget_class_install_action (klass, "map.activate", NULL, activate_cb);
  gtk_widget_class_install_action (klass, "map.pick", NULL, pick_cb);
  gtk_widget_class_install_action (klass, "map.legend", NULL, legend_cb);
  add_action (klass, "map.zoom-in", in, 0);
  add_action (klass, "map.zoom-out", out, 0);
  add_action (klass, "map.fit", zero, 0);
  add_action (klass, "map.fit-places", nine, 0);
  add_action (klass, "map.activate", enter, 0);
  add_action (klass, "map.pick", enter, GDK_CONTROL_MASK);
  add_action (klass, "map.pick", space, 0);

  add_arrow (klass, GDK_KEY_Left, GDK_KEY_KP_Left, ATLAS_DIRECTION_WEST);
  add_arrow (klass, GDK_KEY_Right, GDK_KEY_KP_Right, ATLAS_DIRECTION_EAST);
  add_arrow (klass, GDK_KEY_Up, GDK_KEY_KP_Up, ATLAS_DIRECTION_NORTH);
  add_arrow (klass, GDK_KEY_Down, GDK_KEY_KP_Down, ATLAS_DIRECTION_SOUTH);
}

/* What one looks at stays where it is: the selected place if it is in view, else the middle. */
static void
zoom_by (AtlasMapView *self, double step)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - self->covered;
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double x = width / 2.0;
  double y = height / 2.0;

  if (self->selected != NULL)
    {
      double at_x;
      double at_y;

      atlas_map_camera_world_to_widget (self->camera, atlas_place_get_label_point (self->selected),
                                        &at_x, &at_y);
      if (at_x >= 0.0 && at_x < width && at_y >= 0.0 && at_y < height)
        {
          x = at_x;
          y = at_y;
        }
    }
  atlas_map_camera_zoom_at (self->camera, x, y,
                            atlas_map_camera_get_target_zoom (self->camera) + step, TRUE);
}

/**
 * atlas_map_view_zoom_in:
 * @self: a map
 *
 * Zooms in by half a level around the selected place if it is in view, else around the middle.
 */
void
atlas_map_view_zoom_in (AtlasMapView *self)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  zoom_by (self, KEY_ZOOM_STEP);
}

/**
 * atlas_map_view_zoom_out:
 * @self: a map
 *
 * Zooms out by half a level around the selected place if it is in view, else around the middle.
 */
void
atlas_map_view_zoom_out (AtlasMapView *self)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  zoom_by (self, -KEY_ZOOM_STEP);
}
