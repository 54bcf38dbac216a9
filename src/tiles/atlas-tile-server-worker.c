/* atlas-tile-server-worker.c: the thread in which a server's tiles are looked up, decoded and kept
 *
 * One thread at a time, so that the cache has one connection; what is looked at first comes first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-server-worker.h"

struct _AtlasTileWorker
{
  GThreadPool *pool;
  char *path; /* NULL: nothing is kept */

  /* The thread's */
  AtlasTileCache *cache;
  gboolean opened;
  gboolean full;
};

typedef struct
{
  GTask *task; /* NULL: the end */
  AtlasTileWorkFunc func;
} Work;

static int
compare_work (gconstpointer a, gconstpointer b, gpointer data)
{
  const Work *first = a;
  const Work *second = b;

  /* The end is pushed last and stays last. */
  if (first->task == NULL || second->task == NULL)
    return first->task == NULL ? 1 : -1;
  return g_task_get_priority (first->task) - g_task_get_priority (second->task);
}

/* Closing the cache may write: it is no work for the main thread. */
static void
end (AtlasTileWorker *self)
{
  g_clear_object (&self->cache);
  g_free (self->path);
  g_free (self);
}

static void
work_cb (gpointer data, gpointer user_data)
{
  Work *work = data;

  if (work->task == NULL)
    end (user_data);
  else
    work->func (user_data, work->task);
  g_clear_object (&work->task);
  g_free (work);
}

static AtlasTileCache *
get_cache (AtlasTileWorker *self)
{
  g_autoptr (GError) error = NULL;

  if (self->path == NULL || self->opened)
    return self->cache;

  self->opened = TRUE;
  self->cache = atlas_tile_cache_open (self->path, ATLAS_TILE_CACHE_SIZE, &error);
  if (error != NULL)
    g_message ("%s", error->message);
  return self->cache;
}

/*
 * _atlas_tile_worker_new:
 * @cache: (nullable) (type filename): where to keep tiles; opened when the first one is looked up
 *
 * Returns: (transfer full): the worker
 */
AtlasTileWorker *
_atlas_tile_worker_new (const char *cache)
{
  AtlasTileWorker *self = g_new0 (AtlasTileWorker, 1);

  self->path = g_strdup (cache);
  self->pool = g_thread_pool_new (work_cb, self, 1, FALSE, NULL);
  g_thread_pool_set_sort_function (self->pool, compare_work, NULL);
  return self;
}

/*
 * _atlas_tile_worker_free:
 * @self: (transfer full): a worker
 *
 * Lets it end what it has to do; does not wait for that.
 */
void
_atlas_tile_worker_free (AtlasTileWorker *self)
{
  GThreadPool *pool = self->pool;

  g_thread_pool_push (pool, g_new0 (Work, 1), NULL);
  g_thread_pool_free (pool, FALSE, FALSE);
}

/*
 * _atlas_tile_worker_push:
 * @self: a worker
 * @task: with its priority
 * @func: called in the thread
 */
void
_atlas_tile_worker_push (AtlasTileWorker *self, GTask *task, AtlasTileWorkFunc func)
{
  Work *work = g_new0 (Work, 1);

  work->task = g_object_ref (task);
  work->func = func;
  g_thread_pool_push (self->pool, work, NULL);
}

/*
 * _atlas_tile_worker_find:
 * @self: a worker, in its thread
 * @source: which server
 * @zoom: level
 * @x: column
 * @y: row
 *
 * A cache that cannot be read is as good as an empty one.
 *
 * Returns: (transfer full) (nullable): what is kept, fresh or not
 */
AtlasCachedTile *
_atlas_tile_worker_find (AtlasTileWorker *self, const char *source, guint zoom, guint x, guint y)
{
  AtlasTileCache *cache = get_cache (self);

  return cache != NULL ? atlas_tile_cache_get (cache, source, zoom, x, y, NULL) : NULL;
}

/*
 * _atlas_tile_worker_keep:
 * @self: a worker, in its thread
 * @source: which server
 * @zoom: level
 * @x: column
 * @y: row
 * @tile: what to keep
 *
 * The first time this fails is told; after that nothing more is kept.
 */
void
_atlas_tile_worker_keep (AtlasTileWorker *self,
                         const char *source,
                         guint zoom,
                         guint x,
                         guint y,
                         const AtlasCachedTile *tile)
{
  g_autoptr (GError) error = NULL;
  AtlasTileCache *cache = get_cache (self);

  if (cache == NULL || self->full)
    return;
  if (atlas_tile_cache_put (cache, source, zoom, x, y, tile, &error))
    return;

  self->full = TRUE;
  g_message ("%s", error->message);
}
