/* atlas-map-tiles.h: the painted layers of a map, replaced without a flash
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-map-camera.h"
#include "atlas-map-style.h"

G_BEGIN_DECLS

/**
 * AtlasMapTiles:
 *
 * Properties: "complete" (boolean, read-only: every visible tile is done, at the sharpness of the
 * zoom, and a frame with them was drawn).
 *
 * Signals: "style-shown" (what the map shows is painted in another style).
 */
#define ATLAS_TYPE_MAP_TILES (atlas_map_tiles_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapTiles, atlas_map_tiles, ATLAS, MAP_TILES, GObject)

AtlasMapTiles *atlas_map_tiles_new (ShumateMap *map, AtlasMapCamera *camera);
void atlas_map_tiles_show (AtlasMapTiles *self, AtlasMapGeometry *geometry, AtlasMapStyle *style);
void atlas_map_tiles_set_floor (AtlasMapTiles *self, GtkWidget *below);
GtkWidget *atlas_map_tiles_get_top (AtlasMapTiles *self);
AtlasMapStyle *atlas_map_tiles_get_style (AtlasMapTiles *self);
gboolean atlas_map_tiles_is_covering (AtlasMapTiles *self);
gboolean atlas_map_tiles_is_complete (AtlasMapTiles *self);

G_END_DECLS
