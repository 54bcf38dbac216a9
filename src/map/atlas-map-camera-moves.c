/* atlas-map-camera-moves.c: how the map gets from one view to another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-camera-private.h"

#include <math.h>

#define ANIMATION_MS 200
/* Kinetic panning loses most of its speed within half a second. */
#define FRICTION_PER_SECOND 5.0
#define SLOWEST_COAST 20.0
/* Logical pixels left free around the province, below it for the stamp, and around a place that is
 * brought into view. */
#define HOME_MARGIN 20.0
#define HOME_BOTTOM 44.0
#define REVEAL_MARGIN 32.0
/* Around places that are to fill the view; above and below them stand the strip of what was picked,
 * scale and stamp. */
#define FIT_MARGIN 40.0
#define FIT_MARGIN_Y 60.0

static gboolean
animations_enabled (AtlasMapCamera *self)
{
  gboolean enabled = FALSE;

  g_object_get (gtk_widget_get_settings (self->widget), "gtk-enable-animations", &enabled, NULL);
  return enabled && gtk_widget_get_mapped (self->widget);
}

static double
ease_out (double progress)
{
  double rest = 1.0 - progress;

  return 1.0 - rest * rest * rest;
}

static gboolean
step_fly (AtlasMapCamera *self, gint64 now)
{
  double progress = (double) (now - self->start) / (ANIMATION_MS * 1000.0);
  AtlasMapPose pose;

  if (progress >= 1.0)
    {
      _atlas_map_camera_set_view (self, self->to);
      return FALSE;
    }

  pose = atlas_map_pose_between (self->from, self->to, ease_out (MAX (progress, 0.0)));
  _atlas_map_camera_set_view (self, atlas_map_frame_clamp (&self->frame, pose));
  return TRUE;
}

static gboolean
step_coast (AtlasMapCamera *self, gint64 now)
{
  double seconds = (double) (now - self->last_frame) / G_USEC_PER_SEC;
  double rest = exp (-FRICTION_PER_SECOND * seconds);
  AtlasMapPose view = atlas_map_camera_get_pose (self);
  double pixels = atlas_map_pixels_at (view.zoom);

  view.centre.x -= self->velocity_x * seconds / pixels;
  view.centre.y -= self->velocity_y * seconds / pixels;
  self->velocity_x *= rest;
  self->velocity_y *= rest;
  self->last_frame = now;

  if (hypot (self->velocity_x, self->velocity_y) < SLOWEST_COAST)
    {
      _atlas_map_camera_set_view (self, atlas_map_frame_snap (&self->frame, view));
      return FALSE;
    }

  _atlas_map_camera_set_view (self, atlas_map_frame_clamp (&self->frame, view));
  return TRUE;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AtlasMapCamera *self = ATLAS_MAP_CAMERA (user_data);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  gboolean more;

  /* The clock of the first frame, so that no time passes before anything is seen to move. */
  if (self->start == 0)
    {
      self->start = now;
      self->last_frame = now;
    }

  more = self->motion == MOTION_FLY ? step_fly (self, now) : step_coast (self, now);
  if (more)
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;
  self->motion = MOTION_NONE;
  _atlas_map_camera_notify_moving (self);
  return G_SOURCE_REMOVE;
}

static void
start_motion (AtlasMapCamera *self, Motion motion)
{
  self->motion = motion;
  self->start = 0;
  if (self->tick_id != 0)
    return;

  self->tick_id = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
  _atlas_map_camera_notify_moving (self);
}

/* Goes to the resting place nearest to @view. */
void
_atlas_map_camera_go_to (AtlasMapCamera *self, AtlasMapPose view, gboolean animate)
{
  view = atlas_map_frame_snap (&self->frame, view);
  if (!animate || !animations_enabled (self))
    {
      atlas_map_camera_stop (self);
      _atlas_map_camera_set_view (self, view);
      return;
    }

  self->from = atlas_map_camera_get_pose (self);
  self->to = view;
  start_motion (self, MOTION_FLY);
}

/**
 * atlas_map_camera_stop:
 * @self: a camera
 *
 * Ends an animation where it is.
 */
void
atlas_map_camera_stop (AtlasMapCamera *self)
{
  g_return_if_fail (ATLAS_IS_MAP_CAMERA (self));

  if (self->tick_id == 0)
    return;

  gtk_widget_remove_tick_callback (self->widget, self->tick_id);
  self->tick_id = 0;
  self->motion = MOTION_NONE;
  _atlas_map_camera_notify_moving (self);
}

/**
 * atlas_map_camera_settle:
 * @self: a camera
 *
 * Brings a view that others moved to the nearest one that is sharp.
 */
void
atlas_map_camera_settle (AtlasMapCamera *self)
{
  g_return_if_fail (ATLAS_IS_MAP_CAMERA (self));

  if (self->tick_id == 0 && self->frame.width > 0.0)
    _atlas_map_camera_set_view (
        self, atlas_map_frame_snap (&self->frame, atlas_map_camera_get_pose (self)));
}

/**
 * atlas_map_camera_pan:
 * @self: a camera
 * @dx: logical pixels the ground moves to the right
 * @dy: logical pixels it moves down
 */
void
atlas_map_camera_pan (AtlasMapCamera *self, double dx, double dy)
{
  AtlasMapPose view;
  double pixels;

  g_return_if_fail (ATLAS_IS_MAP_CAMERA (self));

  atlas_map_camera_stop (self);
  self->at_home = FALSE;
  view = atlas_map_camera_get_pose (self);
  pixels = atlas_map_pixels_at (view.zoom);
  view.centre.x -= dx / pixels;
  view.centre.y -= dy / pixels;
  _atlas_map_camera_set_view (self, atlas_map_frame_clamp (&self->frame, view));
}

/**
 * atlas_map_camera_coast:
 * @self: a camera
 * @velocity_x: logical pixels a second to the right
 * @velocity_y: logical pixels a second down
 *
 * Lets the ground run out after a drag that ended in motion.
 */
void
atlas_map_camera_coast (AtlasMapCamera *self, double velocity_x, double velocity_y)
{
  g_return_if_fail (ATLAS_IS_MAP_CAMERA (self));

  if (!animations_enabled (self) || hypot (velocity_x, velocity_y) < 5.0 * SLOWEST_COAST)
    {
      atlas_map_camera_settle (self);
      return;
    }

  self->velocity_x = velocity_x;
  self->velocity_y = velocity_y;
  start_motion (self, MOTION_COAST);
}

/**
 * atlas_map_camera_zoom_at:
 * @self: a camera
 * @x: logical pixels from the left of the widget
 * @y: logical pixels from its top
 * @zoom: the zoom level to reach
 * @animate: whether to get there in a fifth of a second, where the system allows
 *
 * What is at @x, @y stays there.
 */
void
atlas_map_camera_zoom_at (AtlasMapCamera *self, double x, double y, double zoom, gboolean animate)
{
  AtlasPoint anchor;
  AtlasMapPose view = { .zoom = zoom };
  double pixels;

  g_return_if_fail (ATLAS_IS_MAP_CAMERA (self));

  self->at_home = FALSE;
  anchor = atlas_map_camera_widget_to_world (self, x, y);
  view.zoom = atlas_map_frame_snap_zoom (&self->frame, zoom);
  pixels = atlas_map_pixels_at (view.zoom);
  view.centre.x = anchor.x - (x - self->frame.width / 2.0) / pixels;
  view.centre.y = anchor.y - (y - self->frame.height / 2.0) / pixels;
  _atlas_map_camera_go_to (self, view, animate);
}

/**
 * atlas_map_camera_fit_home:
 * @self: a camera
 * @animate: whether to get there in a fifth of a second, where the system allows
 *
 * Shows the whole province.
 */
void
atlas_map_camera_fit_home (AtlasMapCamera *self, gboolean animate)
{
  AtlasMapPose view;

  g_return_if_fail (ATLAS_IS_MAP_CAMERA (self));

  view.zoom = atlas_map_frame_get_fitting_zoom (&self->frame, &self->home, 2.0 * HOME_MARGIN,
                                                HOME_MARGIN + HOME_BOTTOM);
  view.centre.x = (self->home.x0 + self->home.x1) / 2.0;
  view.centre.y = (self->home.y0 + self->home.y1) / 2.0
                  + (HOME_BOTTOM - HOME_MARGIN) / 2.0 / atlas_map_pixels_at (view.zoom);
  _atlas_map_camera_go_to (self, atlas_map_frame_clamp (&self->frame, view), animate);
  self->at_home = TRUE;
}

/**
 * atlas_map_camera_set_covered:
 * @self: a camera
 * @width: how much of the widget something lies over, in logical pixels from its right edge
 */
void
atlas_map_camera_set_covered (AtlasMapCamera *self, double width)
{
  g_return_if_fail (ATLAS_IS_MAP_CAMERA (self));

  self->covered = width;
}

/**
 * atlas_map_camera_set_corner:
 * @self: a camera
 * @width: how much of the widget something takes up that stands in its bottom right corner, in
 *   logical pixels from its right edge
 * @height: the same, from its bottom edge
 *
 * Boxes are fitted beside it or above it, whichever shows them larger.
 */
void
atlas_map_camera_set_corner (AtlasMapCamera *self, double width, double height)
{
  g_return_if_fail (ATLAS_IS_MAP_CAMERA (self));

  self->corner_width = width;
  self->corner_height = height;
}

/* Brings the middle of @box to the middle of what is left beside @right pixels and above @bottom.
 */
static void
look_at_box (AtlasMapCamera *self,
             const AtlasBox *box,
             double right,
             double bottom,
             double zoom,
             gboolean animate)
{
  AtlasMapPose view = { .zoom = atlas_map_frame_snap_zoom (&self->frame, zoom) };

  self->at_home = FALSE;
  view.centre.x = (box->x0 + box->x1) / 2.0 + right / 2.0 / atlas_map_pixels_at (view.zoom);
  view.centre.y = (box->y0 + box->y1) / 2.0 + bottom / 2.0 / atlas_map_pixels_at (view.zoom);
  _atlas_map_camera_go_to (self, view, animate);
}

/**
 * atlas_map_camera_reveal:
 * @self: a camera
 * @box: a place
 * @point: what should be seen of it at least
 *
 * Flies to the place if @point is out of view, at the zoom level now or at one that shows all of
 * it. Where it is in view already nothing moves.
 */
void
atlas_map_camera_reveal (AtlasMapCamera *self, const AtlasBox *box, AtlasPoint point)
{
  double seen = self->frame.width - self->covered;
  double fitting;
  double x;
  double y;

  g_return_if_fail (ATLAS_IS_MAP_CAMERA (self) && box != NULL);

  atlas_map_camera_world_to_widget (self, point, &x, &y);
  if (self->frame.width <= 0.0
      || (x >= REVEAL_MARGIN && x <= seen - REVEAL_MARGIN && y >= REVEAL_MARGIN
          && y <= self->frame.height - REVEAL_MARGIN))
    return;

  fitting = atlas_map_frame_get_fitting_zoom (
      &self->frame, box, 2.0 * REVEAL_MARGIN + self->covered, 2.0 * REVEAL_MARGIN);
  look_at_box (self, box, self->covered, 0.0,
               MIN (atlas_map_camera_get_target_zoom (self), fitting), TRUE);
}

/**
 * atlas_map_camera_fit_box:
 * @self: a camera
 * @box: places
 * @animate: whether to get there in a fifth of a second, where the system allows
 *
 * Shows @box as large as the view beside what covers the map and stands in its corner allows, with
 * a margin around it.
 */
void
atlas_map_camera_fit_box (AtlasMapCamera *self, const AtlasBox *box, gboolean animate)
{
  double right;
  double beside;
  double above;

  g_return_if_fail (ATLAS_IS_MAP_CAMERA (self) && box != NULL);
  g_return_if_fail (box->x0 <= box->x1 && box->y0 <= box->y1);

  if (self->frame.width <= 0.0)
    return;

  right = MAX (self->covered, self->corner_width);
  beside = atlas_map_frame_get_fitting_zoom (&self->frame, box, 2.0 * FIT_MARGIN + right,
                                             2.0 * FIT_MARGIN_Y);
  above = atlas_map_frame_get_fitting_zoom (&self->frame, box, 2.0 * FIT_MARGIN + self->covered,
                                            2.0 * FIT_MARGIN_Y + self->corner_height);
  if (beside >= above)
    look_at_box (self, box, right, 0.0, beside, animate);
  else
    look_at_box (self, box, self->covered, self->corner_height, above, animate);
}
