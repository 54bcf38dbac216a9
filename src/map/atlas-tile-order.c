/* atlas-tile-order.c: which tile is wanted first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-order.h"

#include <math.h>

/**
 * atlas_tile_order:
 * @tile: a tile
 * @focus: the middle of the view
 *
 * Returns: the priority of a task for @tile: the nearer to @focus, the smaller
 */
int
atlas_tile_order (ShumateTile *tile, AtlasPoint focus)
{
  double n_tiles = ldexp (1.0, (int) shumate_tile_get_zoom_level (tile));
  double distance = hypot (shumate_tile_get_x (tile) + 0.5 - focus.x * n_tiles,
                           shumate_tile_get_y (tile) + 0.5 - focus.y * n_tiles);

  /* A task's priority is also that of its return: keep it above that of a redraw. */
  return (int) MIN (distance * 8.0, GDK_PRIORITY_REDRAW - 1);
}
