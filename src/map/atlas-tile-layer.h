/* atlas-tile-layer.h: the tiles of one zoom level, shown at any zoom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

/**
 * AtlasTileLayer:
 *
 * ShumateMapLayer changes to other tiles wherever the zoom passes a whole number, loads several
 * times what is seen, and keeps a hundred tiles. This one stays with one level, and holds what the
 * view shows and a little around it. Any #ShumateMapSource will do; a tile that it fills without a
 * picture does not exist.
 *
 * Signals: "tile-done" (a tile arrived, is known not to exist, or failed).
 */
#define ATLAS_TYPE_TILE_LAYER (atlas_tile_layer_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTileLayer, atlas_tile_layer, ATLAS, TILE_LAYER, ShumateLayer)

/* The finest level: what lies there is still told apart in pixels of a screen. */
#define ATLAS_TILE_LAYER_FINEST 18

/**
 * AtlasTileLayerMode:
 * @ATLAS_TILE_LAYER_LIVE: it asks for its tiles and is drawn
 * @ATLAS_TILE_LAYER_UNSEEN: it asks for its tiles and is not drawn
 * @ATLAS_TILE_LAYER_RETIRED: what it has is drawn; what it lacked is cancelled
 */
typedef enum
{
  ATLAS_TILE_LAYER_LIVE,
  ATLAS_TILE_LAYER_UNSEEN,
  ATLAS_TILE_LAYER_RETIRED,
} AtlasTileLayerMode;

AtlasTileLayer *atlas_tile_layer_new (ShumateMapSource *source,
                                      ShumateViewport *viewport,
                                      guint level,
                                      double least_zoom);
ShumateMapSource *atlas_tile_layer_get_source (AtlasTileLayer *self);
guint atlas_tile_layer_get_level (AtlasTileLayer *self);
void atlas_tile_layer_set_cover (AtlasTileLayer *self, AtlasTileLayer *cover);
void atlas_tile_layer_set_mode (AtlasTileLayer *self, AtlasTileLayerMode mode);
void atlas_tile_layer_retry (AtlasTileLayer *self);
gboolean atlas_tile_layer_is_full (AtlasTileLayer *self);
gboolean atlas_tile_layer_is_covering (AtlasTileLayer *self);
guint atlas_tile_layer_get_n_tiles (AtlasTileLayer *self);
GPtrArray *atlas_tile_layer_dup_tiles (AtlasTileLayer *self);

G_END_DECLS
