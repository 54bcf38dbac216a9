/* atlas-tile-cache-private.h: what the cache and its rows share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-database.h"
#include "atlas-tile-cache.h"

G_BEGIN_DECLS

struct _AtlasTileCache
{
  GObject parent_instance;

  char *path;
  gint64 max_bytes;
  AtlasDatabase *database; /* NULL once it broke and could not be made anew */
  GHashTable *touched;     /* set of the rows used since the last writing (gint64) */
  gint64 bytes;            /* at most what others in the same file made of it since */
};

gboolean _atlas_tile_cache_count (AtlasTileCache *self, GError **error);
gboolean _atlas_tile_cache_note_use (AtlasTileCache *self, GError **error);
AtlasCachedTile *_atlas_tile_cache_read (
    AtlasTileCache *self, const char *source, guint zoom, guint x, guint y, GError **error);
gboolean _atlas_tile_cache_write (AtlasTileCache *self,
                                  const char *source,
                                  guint zoom,
                                  guint x,
                                  guint y,
                                  const AtlasCachedTile *tile,
                                  GError **error);

G_END_DECLS
