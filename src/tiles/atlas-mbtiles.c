/* atlas-mbtiles.c: raster tiles from an MBTiles file
 *
 *   main thread        read_async ──> queue                        done_cb ──> callback
 *                                       │                             ^
 *   two workers                         └─> SQL (one at a time) ─> decode
 *
 * The SQL of a tile takes some hundredths of its decoding, so one connection does for both workers.
 * The first final error of a generation of jobs fails the source: its other jobs are not begun,
 * since each might take the workers' time. A retry begins the next generation.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-mbtiles-private.h"

#define N_WORKERS 2

struct _AtlasMbtiles
{
  GObject parent_instance;

  char *path;
  AtlasTileInfo info;
  guint report_id; /* the main thread's */

  gboolean stale; /* atomic: whether the file must be opened anew */

  GMutex state_lock;
  guint generation; /* how often it was retried; only the main thread writes it */
  GError *failure;  /* why the whole file is of no use */

  GMutex lock;            /* held while the file is read, which may take long */
  AtlasMbtilesFile *file; /* guarded by the lock; NULL where it could not be opened anew */
};

static void atlas_mbtiles_reader_init (AtlasTileReaderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasMbtiles,
                               atlas_mbtiles,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ATLAS_TYPE_TILE_READER,
                                                      atlas_mbtiles_reader_init))

/* One tile on its way. The worker owns it until it attaches it to the main loop. */
typedef struct
{
  GTask *task;
  guint zoom;
  guint x;
  guint y;
  int priority;
  guint serial;
  guint generation;

  AtlasTileImage *image;
  GError *error;
  gboolean source_failed; /* and it is the first to say so */
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->image, atlas_tile_image_free);
  g_clear_error (&job->error);
  g_object_unref (job->task);
  g_free (job);
}

static int
compare_jobs (gconstpointer a, gconstpointer b, gpointer data)
{
  const Job *first = a;
  const Job *second = b;

  if (first->priority != second->priority)
    return first->priority < second->priority ? -1 : 1;
  return first->serial < second->serial ? -1 : 1;
}

/* Returns: (transfer full) (nullable): why the file is of no use now */
static GError *
dup_failure (AtlasMbtiles *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->state_lock);

  return self->failure != NULL ? g_error_copy (self->failure) : NULL;
}

static gboolean
report_cb (gpointer data)
{
  g_autoptr (AtlasMbtiles) self = g_object_ref (data);
  g_autoptr (GError) error = dup_failure (self);

  self->report_id = 0;
  if (error != NULL)
    atlas_tile_reader_report (ATLAS_TILE_READER (self), error);
  return G_SOURCE_REMOVE;
}

static gboolean
done_cb (gpointer data)
{
  Job *job = data;
  AtlasMbtiles *self = g_task_get_source_object (job->task);

  /* Later, because whoever listens may do anything with us. */
  if (job->source_failed && self->report_id == 0)
    self->report_id = g_idle_add_full (G_PRIORITY_DEFAULT, report_cb, self, NULL);
  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->image),
                           (GDestroyNotify) atlas_tile_image_free);
  return G_SOURCE_REMOVE;
}

/* Whether nobody has found the file of no use since the job was asked for; takes over why. */
static gboolean
may_begin (AtlasMbtiles *self, Job *job)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->state_lock);

  if (job->generation == self->generation && self->failure != NULL)
    job->error = g_error_copy (self->failure);
  return job->error == NULL;
}

/* What a job of the time before the retry found says nothing of the file as it is now. */
static void
note_failure (AtlasMbtiles *self, Job *job)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->state_lock);

  if (job->generation != self->generation || self->failure != NULL)
    return;
  self->failure = g_error_copy (job->error);
  job->source_failed = TRUE;
}

/* With the lock held. */
static GBytes *
read_locked (AtlasMbtiles *self, guint zoom, guint x, guint y, GError **error)
{
  if (g_atomic_int_compare_and_exchange (&self->stale, TRUE, FALSE))
    g_clear_pointer (&self->file, _atlas_mbtiles_file_free);
  if (self->file == NULL)
    self->file = _atlas_mbtiles_file_open (self->path, error);
  if (self->file == NULL)
    return NULL;
  return _atlas_mbtiles_file_read (self->file, zoom, x, y, error);
}

static GBytes *
read_job (AtlasMbtiles *self, Job *job)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  GBytes *blob;

  if (!may_begin (self, job))
    return NULL;
  blob = read_locked (self, job->zoom, job->x, job->y, &job->error);
  if (blob == NULL && _atlas_mbtiles_is_final (job->error))
    note_failure (self, job);
  return blob;
}

static void
work_cb (gpointer data, gpointer user_data)
{
  Job *job = data;
  AtlasMbtiles *self = g_task_get_source_object (job->task);
  GCancellable *cancellable = g_task_get_cancellable (job->task);
  g_autoptr (GSource) source = g_idle_source_new ();
  g_autoptr (GBytes) blob = NULL;

  if (!g_cancellable_set_error_if_cancelled (cancellable, &job->error))
    blob = read_job (self, job);
  if (blob != NULL && !g_cancellable_set_error_if_cancelled (cancellable, &job->error))
    job->image = atlas_tile_image_decode (blob, &job->error);

  /* The last reference to the reader must not be dropped here, so the task goes back as it came. */
  g_source_set_priority (source, job->priority);
  g_source_set_callback (source, done_cb, job, (GDestroyNotify) job_free);
  g_source_attach (source, g_task_get_context (job->task));
}

/* Shared by all readers; lives as long as the program. */
static GThreadPool *
get_workers (void)
{
  static GThreadPool *workers;

  if (g_once_init_enter (&workers))
    {
      GThreadPool *pool = g_thread_pool_new (work_cb, NULL, N_WORKERS, FALSE, NULL);

      g_thread_pool_set_sort_function (pool, compare_jobs, NULL);
      g_once_init_leave (&workers, pool);
    }
  return workers;
}

static const AtlasTileInfo *
atlas_mbtiles_get_info (AtlasTileReader *reader)
{
  return &ATLAS_MBTILES (reader)->info;
}

static void
atlas_mbtiles_read_async (AtlasTileReader *reader,
                          guint zoom,
                          guint x,
                          guint y,
                          int priority,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  static guint serial;
  AtlasMbtiles *self = ATLAS_MBTILES (reader);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *failure = dup_failure (self);
  Job *job;

  g_task_set_source_tag (task, atlas_mbtiles_read_async);
  g_task_set_priority (task, priority);
  if (failure != NULL)
    {
      g_task_return_error (task, failure);
      return;
    }

  job = g_new0 (Job, 1);
  job->task = g_steal_pointer (&task);
  job->zoom = zoom;
  job->x = x;
  job->y = y;
  job->priority = priority;
  job->serial = serial++;
  job->generation = self->generation;
  g_thread_pool_push (get_workers (), job, NULL);
}

static AtlasTileImage *
atlas_mbtiles_read_finish (AtlasTileReader *reader, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, reader), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The file may have been copied anew. */
static void
atlas_mbtiles_retry (AtlasTileReader *reader)
{
  AtlasMbtiles *self = ATLAS_MBTILES (reader);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->state_lock);

  g_clear_handle_id (&self->report_id, g_source_remove);
  g_clear_error (&self->failure);
  self->generation++;
  g_atomic_int_set (&self->stale, TRUE);
}

static void
atlas_mbtiles_reader_init (AtlasTileReaderInterface *iface)
{
  iface->get_info = atlas_mbtiles_get_info;
  iface->read_async = atlas_mbtiles_read_async;
  iface->read_finish = atlas_mbtiles_read_finish;
  iface->retry = atlas_mbtiles_retry;
}

static void
atlas_mbtiles_finalize (GObject *object)
{
  AtlasMbtiles *self = ATLAS_MBTILES (object);

  g_clear_handle_id (&self->report_id, g_source_remove);
  g_clear_pointer (&self->file, _atlas_mbtiles_file_free);
  g_mutex_clear (&self->lock);
  g_mutex_clear (&self->state_lock);
  g_clear_error (&self->failure);
  g_free (self->info.name);
  g_free (self->info.attribution);
  g_free (self->path);

  G_OBJECT_CLASS (atlas_mbtiles_parent_class)->finalize (object);
}

static void
atlas_mbtiles_class_init (AtlasMbtilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_mbtiles_finalize;
}

static void
atlas_mbtiles_init (AtlasMbtiles *self)
{
  g_mutex_init (&self->lock);
  g_mutex_init (&self->state_lock);
}

/**
 * atlas_mbtiles_open:
 * @path: (type filename): the file
 * @error: return location: one sentence of %ATLAS_TILE_ERROR that names the file
 *
 * Opens a file of raster tiles, never to write, whatever made it, and looks at its metadata and
 * some tiles; how large it is does not matter. This reads from the disk: call it from a worker; the
 * reader is then the main thread's.
 *
 * Returns: (transfer full) (nullable): the reader
 */
AtlasMbtiles *
atlas_mbtiles_open (const char *path, GError **error)
{
  g_autoptr (AtlasMbtiles) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (ATLAS_TYPE_MBTILES, NULL);
  self->path = g_strdup (path);
  self->file = _atlas_mbtiles_file_open (path, error);
  if (self->file == NULL || !_atlas_mbtiles_load_info (self->file, &self->info, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * atlas_mbtiles_read_blob:
 * @self: a reader
 * @zoom: level of the tile
 * @x: column
 * @y: row, growing southward
 * @error: return location: %ATLAS_TILE_ERROR_ABSENT where there is no such tile,
 *   %ATLAS_TILE_ERROR_TOO_LARGE for more bytes than a tile may have, which are not read; any other
 *   is of the whole file
 *
 * Reads a tile as it stands in the file. This blocks; any thread may call it.
 *
 * Returns: (transfer full) (nullable): a picture, perhaps
 */
GBytes *
atlas_mbtiles_read_blob (AtlasMbtiles *self, guint zoom, guint x, guint y, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (ATLAS_IS_MBTILES (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  locker = g_mutex_locker_new (&self->lock);
  return read_locked (self, zoom, x, y, error);
}
