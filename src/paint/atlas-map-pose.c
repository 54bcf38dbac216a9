/* atlas-map-pose.c: where a map looks, and where it may
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-pose.h"

#include <math.h>

/**
 * atlas_map_pixels_at:
 * @zoom: zoom level
 *
 * Returns: logical pixels for one world unit
 */
double
atlas_map_pixels_at (double zoom)
{
  return ATLAS_TILE_SIZE * exp2 (zoom);
}

/**
 * atlas_map_frame_get_min_zoom:
 * @self: a frame
 *
 * Returns: the zoom level below which the end of what there is to see would come into view
 */
double
atlas_map_frame_get_min_zoom (const AtlasMapFrame *self)
{
  double zoom;

  g_return_val_if_fail (self != NULL, ATLAS_MIN_ZOOM);

  zoom = log2 (MAX (MAX (self->width, 1.0) / (self->limits.x1 - self->limits.x0),
                    MAX (self->height, 1.0) / (self->limits.y1 - self->limits.y0))
               / ATLAS_TILE_SIZE);

  return CLAMP (zoom, ATLAS_MIN_ZOOM, self->max_zoom);
}

/**
 * atlas_map_frame_get_fitting_zoom:
 * @self: a frame
 * @box: what to show
 * @margin_x: logical pixels to leave free, left and right together
 * @margin_y: logical pixels to leave free, above and below together
 *
 * Returns: the zoom level at which @box just fits, allowed or not
 */
double
atlas_map_frame_get_fitting_zoom (const AtlasMapFrame *self,
                                  const AtlasBox *box,
                                  double margin_x,
                                  double margin_y)
{
  g_return_val_if_fail (self != NULL && box != NULL, ATLAS_MIN_ZOOM);

  return log2 (MIN (MAX (self->width - margin_x, 1.0) / (box->x1 - box->x0),
                    MAX (self->height - margin_y, 1.0) / (box->y1 - box->y0))
               / ATLAS_TILE_SIZE);
}

static double
clamp_axis (double centre, double extent, double low, double high)
{
  if (extent >= high - low)
    return (low + high) / 2.0;

  return CLAMP (centre, low + extent / 2.0, high - extent / 2.0);
}

/**
 * atlas_map_frame_clamp:
 * @self: a frame
 * @pose: where to look
 *
 * Returns: the nearest pose that shows nothing beyond the limits
 */
AtlasMapPose
atlas_map_frame_clamp (const AtlasMapFrame *self, AtlasMapPose pose)
{
  double pixels;

  g_return_val_if_fail (self != NULL, pose);

  pose.zoom = CLAMP (pose.zoom, atlas_map_frame_get_min_zoom (self), self->max_zoom);
  pixels = atlas_map_pixels_at (pose.zoom);
  pose.centre.x = clamp_axis (pose.centre.x, self->width / pixels, self->limits.x0,
                              self->limits.x1);
  pose.centre.y = clamp_axis (pose.centre.y, self->height / pixels, self->limits.y0,
                              self->limits.y1);

  return pose;
}

/**
 * atlas_map_frame_snap_zoom:
 * @self: a frame
 * @zoom: zoom level
 *
 * Returns: the nearest allowed zoom level whose tiles are a whole number of device pixels wide
 */
double
atlas_map_frame_snap_zoom (const AtlasMapFrame *self, double zoom)
{
  double whole;
  double tile;
  double snapped;

  g_return_val_if_fail (self != NULL, zoom);

  zoom = CLAMP (zoom, atlas_map_frame_get_min_zoom (self), self->max_zoom);
  whole = floor (zoom);
  tile = ldexp (ATLAS_TILE_SIZE * self->scale, -ATLAS_FINER_LEVELS);
  snapped = whole + log2 (round (tile * exp2 (zoom - whole)) / tile);
  if (snapped < atlas_map_frame_get_min_zoom (self))
    snapped = whole + log2 (ceil (tile * exp2 (zoom - whole)) / tile);

  return MIN (snapped, self->max_zoom);
}

static double
snap_axis (const AtlasMapFrame *self, double centre, double extent, double pixels)
{
  double corner = round ((centre * pixels - extent / 2.0) * self->scale) / self->scale;

  return (corner + extent / 2.0) / pixels;
}

/**
 * atlas_map_frame_snap:
 * @self: a frame
 * @pose: where to look
 *
 * Returns: the nearest pose to rest in: inside, and with every tile on whole device pixels
 */
AtlasMapPose
atlas_map_frame_snap (const AtlasMapFrame *self, AtlasMapPose pose)
{
  double pixels;

  g_return_val_if_fail (self != NULL, pose);

  pose.zoom = atlas_map_frame_snap_zoom (self, pose.zoom);
  pose = atlas_map_frame_clamp (self, pose);
  pixels = atlas_map_pixels_at (pose.zoom);
  pose.centre.x = snap_axis (self, pose.centre.x, self->width, pixels);
  pose.centre.y = snap_axis (self, pose.centre.y, self->height, pixels);

  return pose;
}

/**
 * atlas_map_frame_to_world:
 * @self: a frame
 * @pose: where it looks
 * @x: logical pixels from the left of the view
 * @y: logical pixels from its top
 *
 * Returns: the point of the world there
 */
AtlasPoint
atlas_map_frame_to_world (const AtlasMapFrame *self, AtlasMapPose pose, double x, double y)
{
  double pixels = atlas_map_pixels_at (pose.zoom);

  g_return_val_if_fail (self != NULL, pose.centre);

  return (AtlasPoint){ pose.centre.x + (x - self->width / 2.0) / pixels,
                       pose.centre.y + (y - self->height / 2.0) / pixels };
}

/**
 * atlas_map_pose_between:
 * @from: where one looks
 * @to: where one will look
 * @progress: 0 … 1
 *
 * On the way the middle moves such that a point which is at one place of the view in both poses
 * stays there.
 *
 * Returns: a pose on the way
 */
AtlasMapPose
atlas_map_pose_between (AtlasMapPose from, AtlasMapPose to, double progress)
{
  AtlasMapPose pose = { .zoom = from.zoom + (to.zoom - from.zoom) * progress };

  if (fabs (to.zoom - from.zoom) > 1e-6)
    progress = (exp2 (-from.zoom) - exp2 (-pose.zoom)) / (exp2 (-from.zoom) - exp2 (-to.zoom));
  pose.centre.x = from.centre.x + (to.centre.x - from.centre.x) * progress;
  pose.centre.y = from.centre.y + (to.centre.y - from.centre.y) * progress;

  return pose;
}
