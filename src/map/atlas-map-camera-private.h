/* atlas-map-camera-private.h: what the two halves of the camera share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-map-camera.h"

G_BEGIN_DECLS

typedef enum
{
  MOTION_NONE,
  MOTION_FLY,
  MOTION_COAST,
} Motion;

struct _AtlasMapCamera
{
  GObject parent_instance;

  /* borrowed: the widget owns the camera */
  GtkWidget *widget;

  /* owned */
  ShumateViewport *viewport;

  AtlasMapFrame frame;
  AtlasBox home;
  double covered;
  double corner_width;
  double corner_height;
  gboolean at_home;

  Motion motion;
  guint tick_id;
  guint settle_id;
  gint64 start;
  gint64 last_frame;
  AtlasMapPose from;
  AtlasMapPose to;
  double velocity_x;
  double velocity_y;
  gboolean clamping;
};

void _atlas_map_camera_set_view (AtlasMapCamera *self, AtlasMapPose view);
void _atlas_map_camera_go_to (AtlasMapCamera *self, AtlasMapPose view, gboolean animate);
void _atlas_map_camera_notify_moving (AtlasMapCamera *self);

G_END_DECLS
