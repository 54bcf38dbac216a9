/* atlas-tile-mosaic.h: the tiles of one zoom level as one picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

#include "atlas-map-painter.h"

G_BEGIN_DECLS

void atlas_tile_mosaic_paint (GPtrArray *tiles, cairo_t *cr, const AtlasMapWindow *window);

G_END_DECLS
