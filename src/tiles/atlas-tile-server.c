/* atlas-tile-server.c: raster tiles over HTTP, kept on disk
 *
 * Only what the map asks for is fetched, never more. The main thread sends and receives; the cache
 * and the decoding have a thread of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-server-private.h"

#include <glib/gi18n.h>

#include "config.h"

#define MAX_CONNECTIONS 4
#define IDLE_CONNECTION_SECONDS 30

#define IDLE_MS (10 * 1000)
#define TOTAL_MS (30 * 1000)
#define PAUSE_MS 500

/* So many tiles in a row that could not be had mean that none can. */
#define MAX_FAILED 3
/* And so many that do not exist, where not one does, that the address is wrong, or that the map
 * lies elsewhere. Fewer may be the sea, or the surroundings of a town. */
#define MAX_ABSENT 12
/* How long old tiles are shown at once, after the server could not be reached. */
#define LOST_SECONDS 30

#define MAX_ZOOM 30

static void atlas_tile_server_reader_init (AtlasTileReaderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasTileServer,
                               atlas_tile_server,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ATLAS_TYPE_TILE_READER,
                                                      atlas_tile_server_reader_init))

/* What comes first stays before what is as near. */
static int
compare_jobs (gconstpointer a, gconstpointer b, gpointer data)
{
  const AtlasTileJob *queued = a;
  const AtlasTileJob *job = b;

  return g_task_get_priority (queued->task) <= g_task_get_priority (job->task) ? -1 : 1;
}

static gboolean
report_cb (gpointer data)
{
  g_autoptr (AtlasTileServer) self = g_object_ref (data);

  self->report_id = 0;
  if (self->failure != NULL)
    {
      g_autoptr (GError) error = g_error_copy (self->failure);

      atlas_tile_reader_report (ATLAS_TILE_READER (self), error);
    }
  return G_SOURCE_REMOVE;
}

/* Later, because whoever listens may do anything with us, and we are in the middle of something. */
static void
report (AtlasTileServer *self)
{
  if (self->report_id == 0)
    self->report_id = g_idle_add_full (G_PRIORITY_DEFAULT, report_cb, self, NULL);
}

static const AtlasTileInfo *
atlas_tile_server_get_info (AtlasTileReader *reader)
{
  return &ATLAS_TILE_SERVER (reader)->info;
}

static void
atlas_tile_server_read_async (AtlasTileReader *reader,
                              guint zoom,
                              guint x,
                              guint y,
                              int priority,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  AtlasTileServer *self = ATLAS_TILE_SERVER (reader);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, atlas_tile_server_read_async);
  g_task_set_priority (task, priority);
  if (g_task_return_error_if_cancelled (task))
    return;

  if (self->failure != NULL)
    g_task_return_error (task, g_error_copy (self->failure));
  else if (zoom < self->info.min_zoom || zoom > self->info.max_zoom || x >> zoom != 0
           || y >> zoom != 0)
    g_task_return_error (
        task, _atlas_tile_answer_absent (atlas_tile_template_get_host (self->templates[0])));
  else
    _atlas_tile_job_start (g_steal_pointer (&task), zoom, x, y);
}

static AtlasTileImage *
atlas_tile_server_read_finish (AtlasTileReader *reader, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, reader), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A server that wants quiet gets it, whoever presses the button. */
static void
atlas_tile_server_retry (AtlasTileReader *reader)
{
  AtlasTileServer *self = ATLAS_TILE_SERVER (reader);

  if (self->failure != NULL && g_get_monotonic_time () < self->quiet_until)
    {
      report (self);
      return;
    }
  g_clear_error (&self->failure);
  self->n_failed = 0;
  self->lost_until = 0;
  g_hash_table_remove_all (self->absent);
}

static void
atlas_tile_server_reader_init (AtlasTileReaderInterface *iface)
{
  iface->get_info = atlas_tile_server_get_info;
  iface->read_async = atlas_tile_server_read_async;
  iface->read_finish = atlas_tile_server_read_finish;
  iface->retry = atlas_tile_server_retry;
}

static void
atlas_tile_server_finalize (GObject *object)
{
  AtlasTileServer *self = ATLAS_TILE_SERVER (object);

  g_clear_handle_id (&self->report_id, g_source_remove);
  for (guint i = 0; i < self->n_layers; i++)
    {
      atlas_tile_template_free (self->templates[i]);
      g_free (self->sources[i]);
    }
  g_clear_pointer (&self->worker, _atlas_tile_worker_free);
  g_clear_object (&self->session);
  g_clear_error (&self->failure);
  g_ptr_array_unref (self->active);
  g_hash_table_unref (self->absent);
  g_free (self->info.name);
  g_free (self->info.attribution);
  g_free (self->key);
  g_free (self->referer);

  G_OBJECT_CLASS (atlas_tile_server_parent_class)->finalize (object);
}

static void
atlas_tile_server_class_init (AtlasTileServerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_tile_server_finalize;
}

static void
atlas_tile_server_init (AtlasTileServer *self)
{
  self->active = g_ptr_array_new ();
  self->absent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_queue_init (&self->waiting);
  self->idle_ms = IDLE_MS;
  self->total_ms = TOTAL_MS;
  self->pause_ms = PAUSE_MS;
  /* No cookies unless a jar is added, no question for a password unless somebody listens. */
  self->session = soup_session_new_with_options (
      "user-agent", "LiaoningAtlas/" ATLAS_VERSION, "max-conns", MAX_CONNECTIONS,
      "max-conns-per-host", MAX_CONNECTIONS, "idle-timeout", IDLE_CONNECTION_SECONDS, NULL);
}

/* A person may have typed a key into the address itself: the cache gets to see neither. */
static void
add_layer (AtlasTileServer *self, AtlasTileTemplate *template)
{
  const char *text = atlas_tile_template_get_text (template);

  self->templates[self->n_layers] = atlas_tile_template_parse (text, NULL);
  self->sources[self->n_layers] = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  self->n_layers++;
}

static void
set_info (AtlasTileServer *self, const AtlasTileServerSpec *spec)
{
  self->info.name = g_strdup (spec->name != NULL ? spec->name
                                                 : atlas_tile_template_get_host (spec->template_));
  self->info.attribution = g_strdup (spec->attribution);
  self->info.min_zoom = spec->min_zoom;
  self->info.max_zoom = MIN (spec->max_zoom, MAX_ZOOM);
  self->info.side = 256;
  self->info.box = (AtlasBox){ 0, 0, 1, 1 };
}

static void
start_waiting (AtlasTileServer *self)
{
  while (self->failure == NULL && self->active->len < MAX_CONNECTIONS
         && !g_queue_is_empty (&self->waiting))
    {
      AtlasTileJob *job = g_queue_pop_head (&self->waiting);

      g_ptr_array_add (self->active, job);
      _atlas_tile_job_run (job);
    }
}

/*
 * _atlas_tile_server_enqueue:
 * @self: a server that has not failed
 * @job: to be run as soon as there is a connection for it
 */
void
_atlas_tile_server_enqueue (AtlasTileServer *self, AtlasTileJob *job)
{
  g_queue_insert_sorted (&self->waiting, job, compare_jobs, NULL);
  start_waiting (self);
}

/*
 * _atlas_tile_server_remove:
 * @self: a server
 * @job: waiting, running or neither
 *
 * Gives the connection of @job to the next one.
 */
void
_atlas_tile_server_remove (AtlasTileServer *self, AtlasTileJob *job)
{
  g_queue_remove (&self->waiting, job);
  if (g_ptr_array_remove (self->active, job))
    start_waiting (self);
}

/*
 * _atlas_tile_server_note_answer:
 * @self: a server that answered as it should
 */
void
_atlas_tile_server_note_answer (AtlasTileServer *self)
{
  self->n_answered++;
  self->n_failed = 0;
  self->lost_until = 0;
}

/*
 * _atlas_tile_server_note_lost:
 * @self: a server that could not be reached, or was out of order
 */
void
_atlas_tile_server_note_lost (AtlasTileServer *self)
{
  self->lost_until = g_get_monotonic_time () + LOST_SECONDS * G_USEC_PER_SEC;
}

/*
 * _atlas_tile_server_is_lost:
 * @self: a server
 *
 * Returns: whether it could not be reached a moment ago, and has not answered since
 */
gboolean
_atlas_tile_server_is_lost (AtlasTileServer *self)
{
  return g_get_monotonic_time () < self->lost_until;
}

/*
 * _atlas_tile_server_note_picture:
 * @self: a server that sent a picture, now or earlier
 */
void
_atlas_tile_server_note_picture (AtlasTileServer *self)
{
  self->found = TRUE;
  g_hash_table_remove_all (self->absent);
}

/*
 * _atlas_tile_server_note_absence:
 * @self: a server that answered that a tile does not exist
 * @zoom: level
 * @x: column
 * @y: row
 *
 * Where not one exists of many, that is the failure of the source: an address with a mistake in it
 * looks like that, and would show an empty map without a word.
 */
void
_atlas_tile_server_note_absence (AtlasTileServer *self, guint zoom, guint x, guint y)
{
  g_autoptr (GError) error = NULL;

  if (self->found)
    return;

  g_hash_table_add (self->absent, g_strdup_printf ("%u/%u/%u", zoom, x, y));
  if (g_hash_table_size (self->absent) < MAX_ABSENT)
    return;

  error = _atlas_tile_answer_absent_everywhere (atlas_tile_template_get_host (self->templates[0]));
  _atlas_tile_server_fail (self, error, 0);
}

/*
 * _atlas_tile_server_note_failed_tile:
 * @self: a server
 * @error: why a tile could not be had
 *
 * Several in a row are the failure of the source.
 */
void
_atlas_tile_server_note_failed_tile (AtlasTileServer *self, const GError *error)
{
  if (++self->n_failed >= MAX_FAILED)
    _atlas_tile_server_fail (self, error, 0);
}

/*
 * _atlas_tile_server_fail:
 * @self: a server
 * @error: why it is of no use
 * @wait: for so many seconds, not even atlas_tile_reader_retry() asks it again
 *
 * Ends all that waits or runs.
 */
void
_atlas_tile_server_fail (AtlasTileServer *self, const GError *error, guint wait)
{
  g_autoptr (GError) copy = NULL;
  g_autoptr (GPtrArray) jobs = NULL;

  if (self->failure != NULL)
    return;

  self->failure = g_error_copy (error);
  self->quiet_until = g_get_monotonic_time () + wait * G_USEC_PER_SEC;
  report (self);

  copy = g_error_copy (error);
  jobs = g_ptr_array_copy (self->active, NULL, NULL);
  for (GList *link = self->waiting.head; link != NULL; link = link->next)
    g_ptr_array_add (jobs, link->data);
  for (guint i = 0; i < jobs->len; i++)
    _atlas_tile_job_fail (g_ptr_array_index (jobs, i), copy);
}

/**
 * atlas_tile_server_new:
 * @spec: the server; copied
 * @error: return location for %ATLAS_TILE_ERROR_REFUSED where the address wants a key and there is
 *   none
 *
 * Nothing is sent before the first tile is read.
 *
 * Returns: (transfer full) (nullable): the server
 */
AtlasTileServer *
atlas_tile_server_new (const AtlasTileServerSpec *spec, GError **error)
{
  g_autoptr (AtlasTileServer) self = NULL;

  g_return_val_if_fail (spec != NULL && spec->template_ != NULL, NULL);
  g_return_val_if_fail (spec->min_zoom <= spec->max_zoom, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (ATLAS_TYPE_TILE_SERVER, NULL);
  add_layer (self, spec->template_);
  if (spec->overlay != NULL)
    add_layer (self, spec->overlay);
  set_info (self, spec);

  if (atlas_tile_template_needs_key (spec->template_)
      && (spec->key == NULL || spec->key[0] == '\0'))
    {
      g_set_error (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_REFUSED,
                   _ ("The map tiles of “%s” need a key. Enter yours in the preferences, under the "
                      "tile server."),
                   self->info.name);
      return NULL;
    }

  self->key = g_strdup (spec->key);
  self->referer = g_strdup (spec->referer);
  self->worker = _atlas_tile_worker_new (spec->cache);
  return g_steal_pointer (&self);
}

/**
 * atlas_tile_server_set_patience:
 * @self: a server
 * @idle_ms: how long nothing may come, in milliseconds
 * @total_ms: how long one tile may take, in milliseconds
 * @pause_ms: how long to wait before a request is repeated the first time, in milliseconds
 *
 * For tests, which do not want to wait ten seconds.
 */
void
atlas_tile_server_set_patience (AtlasTileServer *self,
                                guint idle_ms,
                                guint total_ms,
                                guint pause_ms)
{
  g_return_if_fail (ATLAS_IS_TILE_SERVER (self));
  g_return_if_fail (idle_ms > 0 && total_ms > 0);

  self->idle_ms = idle_ms;
  self->total_ms = total_ms;
  self->pause_ms = pause_ms;
}
