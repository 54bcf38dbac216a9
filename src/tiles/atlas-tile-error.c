/* atlas-tile-error.c: what can be wrong with map tiles from outside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-error.h"

G_DEFINE_QUARK (atlas - tile - error - quark, atlas_tile_error)
