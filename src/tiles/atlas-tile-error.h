/* atlas-tile-error.h: what can be wrong with map tiles from outside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ATLAS_TILE_ERROR:
 *
 * The error domain of the floor of tiles. Every message is one sentence that names the file or the
 * server, says what is wrong with it and what to do.
 */
#define ATLAS_TILE_ERROR (atlas_tile_error_quark ())
GQuark atlas_tile_error_quark (void);

/**
 * AtlasTileError:
 * @ATLAS_TILE_ERROR_ABSENT: this tile does not exist; nothing is wrong with the source
 * @ATLAS_TILE_ERROR_MISSING: there is no such file
 * @ATLAS_TILE_ERROR_UNREADABLE: the file cannot be opened or read
 * @ATLAS_TILE_ERROR_FOREIGN: no MBTiles file
 * @ATLAS_TILE_ERROR_VECTOR: its tiles are vectors, which this program does not draw
 * @ATLAS_TILE_ERROR_CORRUPT: truncated or damaged
 * @ATLAS_TILE_ERROR_UNSAFE: it holds what a file of tiles has no business to hold
 * @ATLAS_TILE_ERROR_NOT_IMAGE: the bytes are no PNG, JPEG or WebP picture
 * @ATLAS_TILE_ERROR_TOO_LARGE: more bytes or pixels than a tile may have
 * @ATLAS_TILE_ERROR_TEMPLATE: the address is no template of tiles
 * @ATLAS_TILE_ERROR_UNREACHABLE: no connection, time is up, or it broke off
 * @ATLAS_TILE_ERROR_REFUSED: the server does not serve us: 401, 403, 418 …; a key is wrong
 * @ATLAS_TILE_ERROR_QUOTA: the server wants fewer requests: 429
 * @ATLAS_TILE_ERROR_SERVER: the server failed or answered what is no tile
 */
typedef enum
{
  ATLAS_TILE_ERROR_ABSENT,
  ATLAS_TILE_ERROR_MISSING,
  ATLAS_TILE_ERROR_UNREADABLE,
  ATLAS_TILE_ERROR_FOREIGN,
  ATLAS_TILE_ERROR_VECTOR,
  ATLAS_TILE_ERROR_CORRUPT,
  ATLAS_TILE_ERROR_UNSAFE,
  ATLAS_TILE_ERROR_NOT_IMAGE,
  ATLAS_TILE_ERROR_TOO_LARGE,
  ATLAS_TILE_ERROR_TEMPLATE,
  ATLAS_TILE_ERROR_UNREACHABLE,
  ATLAS_TILE_ERROR_REFUSED,
  ATLAS_TILE_ERROR_QUOTA,
  ATLAS_TILE_ERROR_SERVER,
} AtlasTileError;

G_END_DECLS
