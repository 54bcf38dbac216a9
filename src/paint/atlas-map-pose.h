/* atlas-map-pose.h: where a map looks, and where it may
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-geometry.h"

G_BEGIN_DECLS

/* The tile grid everybody uses: level 0 is one tile of so many logical pixels. */
#define ATLAS_TILE_SIZE 256
#define ATLAS_MIN_ZOOM 4
#define ATLAS_MAX_ZOOM 12
/* Our own shapes are too coarse for more than ATLAS_MAX_ZOOM, but tiles from elsewhere need not be.
 */
#define ATLAS_DEEPEST_ZOOM 16

/* Tiles of the next finer level, shown between half and all of their size, are painted in a third
 * of the time each: what is in the middle of the view is there sooner. */
#define ATLAS_FINER_LEVELS 1

/**
 * AtlasMapPose:
 * @centre: the point in the middle of the view
 * @zoom: zoom level
 *
 * Where a map looks.
 */
typedef struct
{
  AtlasPoint centre;
  double zoom;
} AtlasMapPose;

/**
 * AtlasMapFrame:
 * @limits: what there is to see
 * @width: of the view, logical pixels
 * @height: of the view, logical pixels
 * @scale: device pixels for one logical pixel
 * @max_zoom: the finest zoom level, at most %ATLAS_DEEPEST_ZOOM
 *
 * What decides where a map may look.
 */
typedef struct
{
  AtlasBox limits;
  double width;
  double height;
  double scale;
  double max_zoom;
} AtlasMapFrame;

double atlas_map_pixels_at (double zoom);
double atlas_map_frame_get_min_zoom (const AtlasMapFrame *self);
double atlas_map_frame_get_fitting_zoom (const AtlasMapFrame *self,
                                         const AtlasBox *box,
                                         double margin_x,
                                         double margin_y);
AtlasMapPose atlas_map_frame_clamp (const AtlasMapFrame *self, AtlasMapPose pose);
double atlas_map_frame_snap_zoom (const AtlasMapFrame *self, double zoom);
AtlasMapPose atlas_map_frame_snap (const AtlasMapFrame *self, AtlasMapPose pose);
AtlasPoint
atlas_map_frame_to_world (const AtlasMapFrame *self, AtlasMapPose pose, double x, double y);
AtlasMapPose atlas_map_pose_between (AtlasMapPose from, AtlasMapPose to, double progress);

G_END_DECLS
