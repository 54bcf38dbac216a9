/* atlas-tile-cache.h: tiles of servers kept on disk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-tile-error.h"

G_BEGIN_DECLS

/**
 * AtlasTileCache:
 *
 * One SQLite file (WAL) of bounded size. Every call may block; call it from one worker thread at a
 * time. A cache is a convenience: whoever uses it goes on without it when it fails.
 */
#define ATLAS_TYPE_TILE_CACHE (atlas_tile_cache_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTileCache, atlas_tile_cache, ATLAS, TILE_CACHE, GObject)

/**
 * AtlasCachedTile:
 * @data: (nullable): the picture as the server sent it; %NULL where the server said there is none
 * @etag: (nullable): validator
 * @last_modified: (nullable): validator, as the server printed it
 * @fresh_until: seconds since the epoch: until then it need not be asked for again
 */
typedef struct
{
  GBytes *data;
  char *etag;
  char *last_modified;
  gint64 fresh_until;
} AtlasCachedTile;

void atlas_cached_tile_free (AtlasCachedTile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCachedTile, atlas_cached_tile_free)

/* Bytes of tiles kept unless told otherwise. */
#define ATLAS_TILE_CACHE_SIZE (256 * 1024 * 1024)

char *atlas_tile_cache_default_path (void);
AtlasTileCache *atlas_tile_cache_open (const char *path, gint64 max_bytes, GError **error);
AtlasCachedTile *atlas_tile_cache_get (
    AtlasTileCache *self, const char *source, guint zoom, guint x, guint y, GError **error);
gboolean atlas_tile_cache_put (AtlasTileCache *self,
                               const char *source,
                               guint zoom,
                               guint x,
                               guint y,
                               const AtlasCachedTile *tile,
                               GError **error);
gboolean atlas_tile_cache_clear (AtlasTileCache *self, GError **error);
gint64 atlas_tile_cache_get_bytes (AtlasTileCache *self, GError **error);

G_END_DECLS
