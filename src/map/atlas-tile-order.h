/* atlas-tile-order.h: which tile is wanted first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

#include "atlas-geometry.h"

G_BEGIN_DECLS

int atlas_tile_order (ShumateTile *tile, AtlasPoint focus);

G_END_DECLS
