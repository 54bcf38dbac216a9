/* atlas-tile-painter.h: from geometry and style to the pixels of one tile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-map-geometry.h"
#include "atlas-map-style.h"

G_BEGIN_DECLS

/**
 * AtlasTileRequest:
 * @zoom: level of the tile grid, 0 … 20
 * @x: column
 * @y: row, growing southward
 * @pixels: width and height of the picture
 * @density: picture pixels for one logical pixel of the screen it is shown on
 *
 * The picture is shown at @pixels / @density logical pixels; that decides the widths of lines and
 * the level of detail.
 */
typedef struct
{
  guint zoom;
  guint x;
  guint y;
  guint pixels;
  double density;
} AtlasTileRequest;

GBytes *atlas_tile_painter_paint (AtlasMapGeometry *geometry,
                                  AtlasMapStyle *style,
                                  const AtlasTileRequest *request,
                                  guint *side);

G_END_DECLS
