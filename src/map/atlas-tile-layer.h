/* atlas-tile-layer.h: the tiles of one zoom level, shown at any zoom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

#include "atlas-geometry.h"

G_BEGIN_DECLS

/**
 * AtlasTileLayer:
 *
 * ShumateMapLayer changes to other tiles wherever the zoom passes a whole number, loads several
 * times what is seen, and keeps a hundred tiles. This one stays with one level, and holds what the
 * view shows and a little around it. Any #ShumateMapSource will do.
 *
 * Signals: "tile-done" (a tile arrived).
 */
#define ATLAS_TYPE_TILE_LAYER (atlas_tile_layer_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTileLayer, atlas_tile_layer, ATLAS, TILE_LAYER, ShumateLayer)

AtlasTileLayer *
atlas_tile_layer_new (ShumateMapSource *source, ShumateViewport *viewport, guint level);
ShumateMapSource *atlas_tile_layer_get_source (AtlasTileLayer *self);
guint atlas_tile_layer_get_level (AtlasTileLayer *self);
void atlas_tile_layer_set_cover (AtlasTileLayer *self, AtlasTileLayer *cover);
gboolean atlas_tile_layer_is_full (AtlasTileLayer *self);
guint atlas_tile_layer_get_n_tiles (AtlasTileLayer *self);

G_END_DECLS
