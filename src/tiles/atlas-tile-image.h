/* atlas-tile-image.h: from the bytes of a tile to its pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-tile-error.h"

G_BEGIN_DECLS

/* What a tile may have: more is no tile, or an attack on our memory. */
#define ATLAS_TILE_MAX_BYTES (4 * 1024 * 1024)
#define ATLAS_TILE_MAX_SIDE 2048

/**
 * AtlasTileImage:
 * @pixels: premultiplied, as in %CAIRO_FORMAT_ARGB32, row by row without padding
 * @width: in pixels
 * @height: in pixels
 * @opaque: whether every pixel is opaque
 */
typedef struct
{
  GBytes *pixels;
  guint width;
  guint height;
  gboolean opaque;
} AtlasTileImage;

AtlasTileImage *atlas_tile_image_decode (GBytes *data, GError **error);
void atlas_tile_image_free (AtlasTileImage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTileImage, atlas_tile_image_free)

gboolean atlas_tile_image_is_supported (GBytes *data);

G_END_DECLS
