/* atlas-map-camera.h: where the map looks, how it gets there and where it must stop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

#include "atlas-map-pose.h"

G_BEGIN_DECLS

/**
 * AtlasMapCamera:
 *
 * Moves a viewport: keeps it inside the geometry, brings it to places, and lets it rest on whole
 * device pixels, where tiles are sharp.
 *
 * Properties: "moving" (boolean, read-only: an animation is under way), "max-zoom" (double: the
 * finest zoom level, %ATLAS_MAX_ZOOM unless set).
 *
 * Signals: "settled" (the view came to rest, perhaps at another zoom, size or scale factor).
 */
#define ATLAS_TYPE_MAP_CAMERA (atlas_map_camera_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapCamera, atlas_map_camera, ATLAS, MAP_CAMERA, GObject)

AtlasMapCamera *atlas_map_camera_new (GtkWidget *widget, ShumateViewport *viewport);
void atlas_map_camera_set_home (AtlasMapCamera *self, const AtlasBox *home);
void atlas_map_camera_set_size (AtlasMapCamera *self, int width, int height, int scale_factor);

double atlas_map_camera_get_zoom (AtlasMapCamera *self);
double atlas_map_camera_get_target_zoom (AtlasMapCamera *self);
double atlas_map_camera_get_min_zoom (AtlasMapCamera *self);
double atlas_map_camera_get_max_zoom (AtlasMapCamera *self);
void atlas_map_camera_set_max_zoom (AtlasMapCamera *self, double zoom);
gboolean atlas_map_camera_has_size (AtlasMapCamera *self);
AtlasMapPose atlas_map_camera_get_pose (AtlasMapCamera *self);
AtlasPoint atlas_map_camera_get_centre (AtlasMapCamera *self);
AtlasBox atlas_map_camera_get_box (AtlasMapCamera *self);
AtlasPoint atlas_map_camera_widget_to_world (AtlasMapCamera *self, double x, double y);
void
atlas_map_camera_world_to_widget (AtlasMapCamera *self, AtlasPoint point, double *x, double *y);
gboolean atlas_map_camera_is_moving (AtlasMapCamera *self);
gboolean atlas_map_camera_is_settled (AtlasMapCamera *self);

void atlas_map_camera_stop (AtlasMapCamera *self);
void atlas_map_camera_settle (AtlasMapCamera *self);
void atlas_map_camera_pan (AtlasMapCamera *self, double dx, double dy);
void atlas_map_camera_coast (AtlasMapCamera *self, double velocity_x, double velocity_y);
void
atlas_map_camera_zoom_at (AtlasMapCamera *self, double x, double y, double zoom, gboolean animate);
void atlas_map_camera_fit_home (AtlasMapCamera *self, gboolean animate);
void atlas_map_camera_fit_box (AtlasMapCamera *self, const AtlasBox *box, gboolean animate);
void atlas_map_camera_set_covered (AtlasMapCamera *self, double width);
void atlas_map_camera_set_corner (AtlasMapCamera *self, double width, double height);
void atlas_map_camera_reveal (AtlasMapCamera *self, const AtlasBox *box, AtlasPoint point);

G_END_DECLS
