/* atlas-tile-server-worker.h: the thread in which a server's tiles are looked up, decoded and kept
 * (private)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-tile-cache.h"

G_BEGIN_DECLS

typedef struct _AtlasTileWorker AtlasTileWorker;

/**
 * AtlasTileWorkFunc:
 * @worker: in its thread
 * @task: to be returned; its data is what to work on
 */
typedef void (*AtlasTileWorkFunc) (AtlasTileWorker *worker, GTask *task);

AtlasTileWorker *_atlas_tile_worker_new (const char *cache);
void _atlas_tile_worker_free (AtlasTileWorker *self);
void _atlas_tile_worker_push (AtlasTileWorker *self, GTask *task, AtlasTileWorkFunc func);
AtlasCachedTile *
_atlas_tile_worker_find (AtlasTileWorker *self, const char *source, guint zoom, guint x, guint y);
void _atlas_tile_worker_keep (AtlasTileWorker *self,
                              const char *source,
                              guint zoom,
                              guint x,
                              guint y,
                              const AtlasCachedTile *tile);

G_END_DECLS
