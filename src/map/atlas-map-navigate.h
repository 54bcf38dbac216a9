/* atlas-map-navigate.h: from place to place by arrow keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-catalog.h"
#include "atlas-map-geometry.h"

G_BEGIN_DECLS

/**
 * AtlasDirection:
 *
 * Where an arrow key points on the map; north is up.
 */
typedef enum
{
  ATLAS_DIRECTION_WEST,
  ATLAS_DIRECTION_EAST,
  ATLAS_DIRECTION_NORTH,
  ATLAS_DIRECTION_SOUTH,
} AtlasDirection;

AtlasPlace *
atlas_map_navigate_nearest (AtlasCatalog *catalog, AtlasMapGeometry *geometry, AtlasPoint point);
AtlasPlace *atlas_map_navigate (AtlasCatalog *catalog,
                                AtlasMapGeometry *geometry,
                                AtlasPlace *from,
                                AtlasDirection direction);

G_END_DECLS
