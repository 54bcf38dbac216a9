/* atlas-mbtiles.h: raster tiles from an MBTiles file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-tile-reader.h"

G_BEGIN_DECLS

/**
 * AtlasMbtiles:
 *
 * An #AtlasTileReader of a file after the MBTiles specification 1.3, opened read-only.
 */
#define ATLAS_TYPE_MBTILES (atlas_mbtiles_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMbtiles, atlas_mbtiles, ATLAS, MBTILES, GObject)

AtlasMbtiles *atlas_mbtiles_open (const char *path, GError **error);
GBytes *atlas_mbtiles_read_blob (AtlasMbtiles *self, guint zoom, guint x, guint y, GError **error);

G_END_DECLS
