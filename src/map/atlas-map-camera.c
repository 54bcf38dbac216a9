/* atlas-map-camera.c: where the map looks, how it gets there and where it must stop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-camera-private.h"

#include <math.h>

/* What the surroundings were clipped to: 116–129° E, 37.2–45.6° N. Beyond is nothing to show. */
#define WEST 116.0
#define EAST 129.0
#define SOUTH 37.2
#define NORTH 45.6

/* A zoom by wheel or fingers has settled when it did not change for so long. */
#define SETTLE_MS 120

G_DEFINE_FINAL_TYPE (AtlasMapCamera, atlas_map_camera, G_TYPE_OBJECT)

enum
{
  PROP_MOVING = 1,
  PROP_MAX_ZOOM,
  N_PROPERTIES,
};

enum
{
  SETTLED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* Looks there, unchecked. */
void
_atlas_map_camera_set_view (AtlasMapCamera *self, AtlasMapPose view)
{
  double longitude;
  double latitude;

  atlas_point_to_degrees (view.centre, &longitude, &latitude);
  self->clamping = TRUE;
  shumate_viewport_set_zoom_level (self->viewport, view.zoom);
  shumate_location_set_location (SHUMATE_LOCATION (self->viewport), latitude, longitude);
  self->clamping = FALSE;
}

static void
viewport_changed_cb (AtlasMapCamera *self)
{
  AtlasMapPose view;
  AtlasMapPose allowed;

  /* Only what others do to the viewport needs a check; a touchpad may even rotate it. */
  if (self->clamping || self->frame.width <= 0.0)
    return;

  shumate_viewport_set_rotation (self->viewport, 0.0);
  view = atlas_map_camera_get_pose (self);
  allowed = atlas_map_frame_clamp (&self->frame, view);
  if (fabs (allowed.centre.x - view.centre.x) + fabs (allowed.centre.y - view.centre.y) > 1e-12
      || allowed.zoom != view.zoom)
    _atlas_map_camera_set_view (self, allowed);
}

static gboolean
settled_cb (gpointer data)
{
  AtlasMapCamera *self = ATLAS_MAP_CAMERA (data);

  atlas_map_camera_settle (self);
  /* The nearest sharp zoom is no news: nobody is turning it. */
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_signal_emit (self, signals[SETTLED], 0);

  return G_SOURCE_REMOVE;
}

static void
zoom_changed_cb (AtlasMapCamera *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (!atlas_map_camera_is_moving (self))
    self->settle_id = g_timeout_add (SETTLE_MS, settled_cb, self);
}

/* Tells that an animation began or ended. */
void
_atlas_map_camera_notify_moving (AtlasMapCamera *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOVING]);
  if (!atlas_map_camera_is_moving (self))
    g_signal_emit (self, signals[SETTLED], 0);
}

static void
atlas_map_camera_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MOVING:
      g_value_set_boolean (value, atlas_map_camera_is_moving (ATLAS_MAP_CAMERA (object)));
      break;
    case PROP_MAX_ZOOM:
      g_value_set_double (value, ATLAS_MAP_CAMERA (object)->frame.max_zoom);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_map_camera_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MAX_ZOOM:
      atlas_map_camera_set_max_zoom (ATLAS_MAP_CAMERA (object), g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_map_camera_dispose (GObject *object)
{
  AtlasMapCamera *self = ATLAS_MAP_CAMERA (object);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick_id);
  self->tick_id = 0;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_object (&self->viewport);

  G_OBJECT_CLASS (atlas_map_camera_parent_class)->dispose (object);
}

static void
atlas_map_camera_class_init (AtlasMapCameraClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = atlas_map_camera_get_property;
  object_class->set_property = atlas_map_camera_set_property;
  object_class->dispose = atlas_map_camera_dispose;

  properties[PROP_MOVING] = g_param_spec_boolean ("moving", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                      | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_MAX_ZOOM] = g_param_spec_double (
      "max-zoom", NULL, NULL, ATLAS_MIN_ZOOM, ATLAS_DEEPEST_ZOOM, ATLAS_MAX_ZOOM,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SETTLED] = g_signal_new ("settled", ATLAS_TYPE_MAP_CAMERA, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_map_camera_init (AtlasMapCamera *self)
{
  self->frame.limits = atlas_box_empty ();
  atlas_box_add_point (&self->frame.limits, atlas_point_from_degrees (WEST, NORTH));
  atlas_box_add_point (&self->frame.limits, atlas_point_from_degrees (EAST, SOUTH));
  self->home = self->frame.limits;
  self->at_home = TRUE;
  self->frame.scale = 1.0;
  self->frame.max_zoom = ATLAS_MAX_ZOOM;
}

/**
 * atlas_map_camera_new:
 * @widget: the widget that owns the camera and outlives it
 * @viewport: the viewport to move
 *
 * Returns: (transfer full): a camera
 */
AtlasMapCamera *
atlas_map_camera_new (GtkWidget *widget, ShumateViewport *viewport)
{
  AtlasMapCamera *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget) && SHUMATE_IS_VIEWPORT (viewport), NULL);

  self = g_object_new (ATLAS_TYPE_MAP_CAMERA, NULL);
  self->widget = widget;
  self->viewport = g_object_ref (viewport);
  g_signal_connect_object (viewport, "notify", G_CALLBACK (viewport_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::zoom-level", G_CALLBACK (zoom_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * atlas_map_camera_set_home:
 * @self: a camera
 * @home: what the map shows at first
 */
void
atlas_map_camera_set_home (AtlasMapCamera *self, const AtlasBox *home)
{
  g_return_if_fail (ATLAS_IS_MAP_CAMERA (self) && home != NULL);

  self->home = *home;
  if (self->at_home && self->frame.width > 0.0)
    atlas_map_camera_fit_home (self, FALSE);
}

/**
 * atlas_map_camera_set_size:
 * @self: a camera
 * @width: logical pixels
 * @height: logical pixels
 * @scale_factor: device pixels for one logical pixel
 *
 * A view that still shows the whole province keeps doing so.
 */
void
atlas_map_camera_set_size (AtlasMapCamera *self, int width, int height, int scale_factor)
{
  g_return_if_fail (ATLAS_IS_MAP_CAMERA (self));

  if (width <= 0 || height <= 0
      || (self->frame.width == width && self->frame.height == height
          && self->frame.scale == scale_factor))
    return;

  self->frame.width = width;
  self->frame.height = height;
  self->frame.scale = scale_factor;
  if (self->at_home)
    atlas_map_camera_fit_home (self, FALSE);
  else
    _atlas_map_camera_go_to (self, atlas_map_camera_get_pose (self), FALSE);

  /* The zoom that fits the new size is not one that somebody is still turning. */
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_signal_emit (self, signals[SETTLED], 0);
}

/**
 * atlas_map_camera_get_zoom:
 * @self: a camera
 *
 * Returns: the zoom level now
 */
double
atlas_map_camera_get_zoom (AtlasMapCamera *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_CAMERA (self), 0.0);

  return shumate_viewport_get_zoom_level (self->viewport);
}

/**
 * atlas_map_camera_get_target_zoom:
 * @self: a camera
 *
 * Returns: the zoom level the animation leads to, or the one now
 */
double
atlas_map_camera_get_target_zoom (AtlasMapCamera *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_CAMERA (self), 0.0);

  return self->motion == MOTION_FLY ? self->to.zoom : atlas_map_camera_get_zoom (self);
}

/**
 * atlas_map_camera_get_min_zoom:
 * @self: a camera
 *
 * Returns: the zoom level below which the end of the geometry would come into view
 */
double
atlas_map_camera_get_min_zoom (AtlasMapCamera *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_CAMERA (self), 0.0);

  return atlas_map_frame_get_min_zoom (&self->frame);
}

/**
 * atlas_map_camera_get_max_zoom:
 * @self: a camera
 *
 * Returns: the finest zoom level
 */
double
atlas_map_camera_get_max_zoom (AtlasMapCamera *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_CAMERA (self), ATLAS_MAX_ZOOM);

  return self->frame.max_zoom;
}

/**
 * atlas_map_camera_set_max_zoom:
 * @self: a camera
 * @zoom: the finest zoom level, at most %ATLAS_DEEPEST_ZOOM
 *
 * A view that is nearer goes back to it.
 */
void
atlas_map_camera_set_max_zoom (AtlasMapCamera *self, double zoom)
{
  g_return_if_fail (ATLAS_IS_MAP_CAMERA (self));
  g_return_if_fail (zoom >= ATLAS_MIN_ZOOM && zoom <= ATLAS_DEEPEST_ZOOM);

  if (self->frame.max_zoom == zoom)
    return;

  self->frame.max_zoom = zoom;
  shumate_viewport_set_max_zoom_level (self->viewport, (guint) ceil (zoom));
  if (self->frame.width > 0.0 && atlas_map_camera_get_target_zoom (self) > zoom)
    _atlas_map_camera_go_to (self, atlas_map_camera_get_pose (self), FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAX_ZOOM]);
}

/**
 * atlas_map_camera_has_size:
 * @self: a camera
 *
 * Returns: whether the size of the view is known, and with it where the view looks
 */
gboolean
atlas_map_camera_has_size (AtlasMapCamera *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_CAMERA (self), FALSE);

  return self->frame.width > 0.0;
}

/**
 * atlas_map_camera_get_pose:
 * @self: a camera
 *
 * Returns: where the viewport looks
 */
AtlasMapPose
atlas_map_camera_get_pose (AtlasMapCamera *self)
{
  ShumateLocation *location;

  g_return_val_if_fail (ATLAS_IS_MAP_CAMERA (self), ((AtlasMapPose){ { 0.0, 0.0 }, 0.0 }));

  location = SHUMATE_LOCATION (self->viewport);
  return (AtlasMapPose){ atlas_point_from_degrees (shumate_location_get_longitude (location),
                                                   shumate_location_get_latitude (location)),
                         shumate_viewport_get_zoom_level (self->viewport) };
}

/**
 * atlas_map_camera_get_centre:
 * @self: a camera
 *
 * Returns: the middle of the view
 */
AtlasPoint
atlas_map_camera_get_centre (AtlasMapCamera *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_CAMERA (self), ((AtlasPoint){ 0.0, 0.0 }));

  return atlas_map_camera_get_pose (self).centre;
}

/**
 * atlas_map_camera_get_box:
 * @self: a camera
 *
 * Returns: what the view shows
 */
AtlasBox
atlas_map_camera_get_box (AtlasMapCamera *self)
{
  AtlasBox box = atlas_box_empty ();

  g_return_val_if_fail (ATLAS_IS_MAP_CAMERA (self), box);

  atlas_box_add_point (&box, atlas_map_camera_widget_to_world (self, 0.0, 0.0));
  atlas_box_add_point (
      &box, atlas_map_camera_widget_to_world (self, self->frame.width, self->frame.height));
  return box;
}

/**
 * atlas_map_camera_widget_to_world:
 * @self: a camera
 * @x: logical pixels from the left of the widget
 * @y: logical pixels from its top
 *
 * Returns: the point of the world there
 */
AtlasPoint
atlas_map_camera_widget_to_world (AtlasMapCamera *self, double x, double y)
{
  g_return_val_if_fail (ATLAS_IS_MAP_CAMERA (self), ((AtlasPoint){ 0.0, 0.0 }));

  return atlas_map_frame_to_world (&self->frame, atlas_map_camera_get_pose (self), x, y);
}

/**
 * atlas_map_camera_world_to_widget:
 * @self: a camera
 * @point: a point of the world
 * @x: (out): logical pixels from the left of the widget
 * @y: (out): logical pixels from its top
 */
void
atlas_map_camera_world_to_widget (AtlasMapCamera *self, AtlasPoint point, double *x, double *y)
{
  AtlasMapPose view;
  double pixels;

  g_return_if_fail (ATLAS_IS_MAP_CAMERA (self) && x != NULL && y != NULL);

  view = atlas_map_camera_get_pose (self);
  pixels = atlas_map_pixels_at (view.zoom);
  *x = (point.x - view.centre.x) * pixels + self->frame.width / 2.0;
  *y = (point.y - view.centre.y) * pixels + self->frame.height / 2.0;
}

/**
 * atlas_map_camera_is_moving:
 * @self: a camera
 *
 * Returns: whether an animation is under way
 */
gboolean
atlas_map_camera_is_moving (AtlasMapCamera *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_CAMERA (self), FALSE);

  return self->tick_id != 0;
}

/**
 * atlas_map_camera_is_settled:
 * @self: a camera
 *
 * Returns: whether no animation is under way and nobody is turning the zoom
 */
gboolean
atlas_map_camera_is_settled (AtlasMapCamera *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_CAMERA (self), FALSE);

  return self->tick_id == 0 && self->settle_id == 0;
}
