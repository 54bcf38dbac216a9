/* atlas-tile-key.h: the key a person has for a server of tiles, kept by the keyring
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasTileKeyPlace:
 * @ATLAS_TILE_KEY_NOWHERE: there is no key
 * @ATLAS_TILE_KEY_KEYRING: the keyring of the session keeps it
 * @ATLAS_TILE_KEY_MEMORY: there is no keyring: it is forgotten when the program ends
 */
typedef enum
{
  ATLAS_TILE_KEY_NOWHERE,
  ATLAS_TILE_KEY_KEYRING,
  ATLAS_TILE_KEY_MEMORY,
} AtlasTileKeyPlace;

void atlas_tile_key_load_async (const char *server,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
char *atlas_tile_key_load_finish (GAsyncResult *result, AtlasTileKeyPlace *place, GError **error);
void atlas_tile_key_store_async (const char *server,
                                 const char *key,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean
atlas_tile_key_store_finish (GAsyncResult *result, AtlasTileKeyPlace *place, GError **error);

G_END_DECLS
