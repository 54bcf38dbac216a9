/* atlas-tile-cells.h: the tiles of one zoom level, there or asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

#include "atlas-geometry.h"

G_BEGIN_DECLS

/**
 * AtlasTileCells:
 *
 * Where a part of the level is meant, it is a box in columns and rows of its tiles.
 *
 * Signals: "settled" (a tile arrived, is known not to exist, or failed).
 */
#define ATLAS_TYPE_TILE_CELLS (atlas_tile_cells_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTileCells, atlas_tile_cells, ATLAS, TILE_CELLS, GObject)

/**
 * AtlasTileFunc:
 * @tile: a tile with a texture
 * @user_data: whatever the caller wants to know
 */
typedef void (*AtlasTileFunc) (ShumateTile *tile, gpointer user_data);

AtlasTileCells *atlas_tile_cells_new (ShumateMapSource *source, guint level);
ShumateMapSource *atlas_tile_cells_get_source (AtlasTileCells *self);
guint atlas_tile_cells_get_level (AtlasTileCells *self);
guint atlas_tile_cells_get_n (AtlasTileCells *self);

void atlas_tile_cells_ask (AtlasTileCells *self, const AtlasBox *box);
void atlas_tile_cells_forget_around (AtlasTileCells *self, const AtlasBox *box);
void atlas_tile_cells_forget_failed (AtlasTileCells *self);
void atlas_tile_cells_forget_missing (AtlasTileCells *self);

gboolean atlas_tile_cells_are_settled (AtlasTileCells *self, const AtlasBox *box);
gboolean atlas_tile_cells_are_opaque (AtlasTileCells *self, const AtlasBox *box);
void atlas_tile_cells_foreach (AtlasTileCells *self,
                               const AtlasBox *box,
                               AtlasTileFunc func,
                               gpointer user_data);

G_END_DECLS
