/* atlas-tile-server-job.c: the reading of one tile
 *
 *   look up (worker) → wait for a connection → ask for each layer, again after a pause → show
 * (worker)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-server-private.h"

#include <string.h>

#include "atlas-tile-server-request.h"

#define MAX_ATTEMPTS 3
#define MAX_VALIDATOR 256
#define ABSENT_SECONDS (24 * 60 * 60)

static void ask (AtlasTileJob *self);
static void ask_for_next (AtlasTileJob *self);

static void
stop_waiting (AtlasTileJob *self)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->watch != NULL)
    g_source_destroy (self->watch);
  g_clear_pointer (&self->watch, g_source_unref);
}

typedef struct
{
  GTask *task;
  AtlasTileImage *image;
  GError *error;
} Ending;

static gboolean
return_cb (gpointer data)
{
  Ending *self = data;

  if (self->error != NULL)
    g_task_return_error (self->task, self->error);
  else
    g_task_return_pointer (self->task, self->image, (GDestroyNotify) atlas_tile_image_free);
  g_object_unref (self->task);
  g_free (self);
  return G_SOURCE_REMOVE;
}

/* Takes @image and @error, and ends the job. The reader is told later: it may do anything with the
 * server, which may be in the middle of ending others. */
static void
finish (AtlasTileJob *self, AtlasTileImage *image, GError *error)
{
  Ending *ending = g_new0 (Ending, 1);

  ending->task = self->task;
  ending->image = image;
  ending->error = error;
  g_idle_add_full (G_PRIORITY_DEFAULT, return_cb, ending, NULL);

  stop_waiting (self);
  _atlas_tile_server_remove (self->server, self);
  for (guint i = 0; i < G_N_ELEMENTS (self->layers); i++)
    g_clear_pointer (&self->layers[i].tile, atlas_cached_tile_free);
  g_clear_object (&self->stop);
  g_clear_error (&self->failure);
  g_free (self);
}

static void
finish_cancelled (AtlasTileJob *self)
{
  finish (self, NULL, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled"));
}

static gboolean
is_cancelled (AtlasTileJob *self)
{
  return g_cancellable_is_cancelled (g_task_get_cancellable (self->task));
}

/* Whoever has the job otherwise, the worker or the network, sees it when they hand it back. */
static gboolean
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  AtlasTileJob *self = data;

  if (self->stop != NULL)
    g_cancellable_cancel (self->stop);
  else if (self->pause_id != 0 || g_queue_find (&self->server->waiting, self) != NULL)
    finish_cancelled (self);
  return G_SOURCE_REMOVE;
}

static void
watch_cancellable (AtlasTileJob *self)
{
  GCancellable *cancellable = g_task_get_cancellable (self->task);

  if (cancellable == NULL)
    return;
  /* Not g_cancellable_connect(): its callback must not end what it is connected to. */
  self->watch = g_cancellable_source_new (cancellable);
  g_source_set_callback (self->watch, G_SOURCE_FUNC (cancelled_cb), self, NULL);
  g_source_attach (self->watch, NULL);
}

static void
push_work (AtlasTileJob *self, AtlasTileWorkFunc func, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, self);

  g_task_set_priority (task, g_task_get_priority (self->task));
  g_task_set_task_data (task, self, NULL);
  _atlas_tile_worker_push (self->server->worker, task, func);
}

/* @error: (nullable): why there is no picture */
static void
note (AtlasTileJob *self, const GError *error)
{
  gboolean absent = g_error_matches (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_ABSENT);

  if (error != NULL && !absent)
    {
      _atlas_tile_server_note_failed_tile (self->server, error);
      return;
    }
  if (self->answered)
    _atlas_tile_server_note_answer (self->server);
  if (error == NULL)
    _atlas_tile_server_note_picture (self->server);
  else if (self->answered)
    _atlas_tile_server_note_absence (self->server, self->zoom, self->x, self->y);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AtlasTileJob *self = data;
  GError *error = NULL;
  AtlasTileImage *image = g_task_propagate_pointer (G_TASK (result), &error);

  note (self, error);
  finish (self, image, error);
}

/* The connection is free for others while this is decoded. */
static void
show (AtlasTileJob *self)
{
  g_object_ref (self->server);
  push_work (self, _atlas_tile_layers_show, shown_cb);
  _atlas_tile_server_remove (self->server, self);
  g_object_unref (self->server);
}

static AtlasTileLayer *
get_layer (AtlasTileJob *self)
{
  return &self->layers[self->layer];
}

static void
settle (AtlasTileJob *self)
{
  get_layer (self)->settled = TRUE;
  ask_for_next (self);
}

/* Whether there is something to show, though it may be old. */
static gboolean
has_old (AtlasTileJob *self)
{
  return get_layer (self)->tile != NULL;
}

static gboolean
has_picture (AtlasTileJob *self)
{
  return has_old (self) && get_layer (self)->tile->data != NULL;
}

/* What is longer than any server needs would be kept and sent again each time. */
static char *
copy_validator (SoupMessageHeaders *headers, const char *name)
{
  const char *text = soup_message_headers_get_one (headers, name);

  return text != NULL && strlen (text) <= MAX_VALIDATOR ? g_strdup (text) : NULL;
}

static void
take_answer (AtlasTileJob *self, SoupMessage *message, GBytes *body)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  AtlasTileLayer *layer = get_layer (self);
  gint64 fresh_until = _atlas_tile_answer_get_fresh_until (message, now);

  if (soup_message_get_status (message) == SOUP_STATUS_OK)
    {
      g_clear_pointer (&layer->tile, atlas_cached_tile_free);
      layer->tile = g_new0 (AtlasCachedTile, 1);
      layer->tile->data = g_bytes_ref (body);
      layer->tile->etag = copy_validator (headers, "ETag");
      layer->tile->last_modified = copy_validator (headers, "Last-Modified");
    }
  layer->tile->fresh_until = fresh_until;
  layer->keep = fresh_until != 0;
  self->answered = TRUE;
}

/* It is kept where something else was found: else the address may be wrong, or the server, and once
 * that is mended nobody is to wait for a day. */
static void
take_absence (AtlasTileJob *self)
{
  AtlasTileLayer *layer = get_layer (self);

  g_clear_pointer (&layer->tile, atlas_cached_tile_free);
  layer->tile = g_new0 (AtlasCachedTile, 1);
  layer->tile->fresh_until = g_get_real_time () / G_USEC_PER_SEC + ABSENT_SECONDS;
  layer->keep = self->server->found || self->layer > 0;
  self->answered = TRUE;
}

static gboolean
pause_cb (gpointer data)
{
  AtlasTileJob *self = data;

  self->pause_id = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

/* Twice as long each time, and not all at once. */
static gboolean
pause_and_repeat (AtlasTileJob *self, AtlasTileFault fault)
{
  double pause = self->server->pause_ms * (double) (1u << (self->n_attempts - 1))
                 * g_random_double_range (1, 1.5);

  /* A server that lets everybody wait is waited for once. */
  if (self->n_attempts >= MAX_ATTEMPTS || has_old (self)
      || (fault == ATLAS_TILE_FAULT_SLOW && self->n_answered == self->server->n_answered)
      || g_get_monotonic_time () + (gint64) (pause * 1000) >= self->deadline)
    return FALSE;

  self->pause_id = g_timeout_add ((guint) pause, pause_cb, self);
  return TRUE;
}

static void
give_up (AtlasTileJob *self, const GError *error)
{
  AtlasTileServer *server = self->server;

  /* Labels that cannot be had leave the map as it is. */
  if (has_old (self) || self->layer > 0)
    {
      settle (self);
      return;
    }
  /* Where this one is one too many, it has ended with all others. */
  _atlas_tile_server_note_failed_tile (server, error);
  if (server->failure == NULL)
    finish (self, NULL, g_error_copy (error));
}

/* Whether no time was left to ask for what comes after the first picture. */
static gboolean
is_out_of_time (AtlasTileJob *self)
{
  return self->layer > 0 && g_get_monotonic_time () >= self->deadline;
}

static guint
get_wait (SoupMessage *message, const GError *error)
{
  return g_error_matches (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_QUOTA)
             ? _atlas_tile_answer_get_wait (message, g_get_real_time () / G_USEC_PER_SEC)
             : 0;
}

static void
act (AtlasTileJob *self, AtlasTileFault fault, SoupMessage *message, GBytes *body, GError *error)
{
  switch (fault)
    {
    case ATLAS_TILE_FAULT_NONE:
      take_answer (self, message, body);
      settle (self);
      break;
    case ATLAS_TILE_FAULT_ABSENT:
      take_absence (self);
      settle (self);
      break;
    case ATLAS_TILE_FAULT_SOURCE:
      /* A map without labels is still one; who wants quiet wants it for all. */
      if (self->layer > 0 && !g_error_matches (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_QUOTA))
        give_up (self, error);
      else
        _atlas_tile_server_fail (self->server, error, get_wait (message, error));
      break;
    case ATLAS_TILE_FAULT_PASSING:
    case ATLAS_TILE_FAULT_SLOW:
      if (!is_out_of_time (self))
        _atlas_tile_server_note_lost (self->server);
      if (!pause_and_repeat (self, fault))
        give_up (self, error);
      break;
    case ATLAS_TILE_FAULT_TILE:
    default:
      give_up (self, error);
      break;
    }
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AtlasTileJob *self = data;
  AtlasTileServer *server = self->server;
  const char *host = atlas_tile_template_get_host (server->templates[0]);
  g_autoptr (SoupMessage) message = NULL;
  g_autoptr (GError) reason = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = _atlas_tile_request_finish (result, &message, &reason);
  AtlasTileFault fault;

  g_clear_object (&self->stop);
  if (self->failure != NULL)
    {
      finish (self, NULL, g_steal_pointer (&self->failure));
      return;
    }
  if (is_cancelled (self))
    {
      finish_cancelled (self);
      return;
    }

  if (body != NULL)
    fault = _atlas_tile_answer_judge (host, server->key != NULL, has_picture (self), message, body,
                                      &error);
  else
    fault = _atlas_tile_answer_explain (host, reason, &error);
  act (self, fault, message, body, error);
}

static void
ask (AtlasTileJob *self)
{
  AtlasTileServer *server = self->server;
  g_autofree char *address = atlas_tile_template_expand (server->templates[self->layer], self->zoom,
                                                         self->x, self->y, server->key);
  /* Rounded up: when it is over, the deadline is, too. */
  gint64 left = MAX (self->deadline - g_get_monotonic_time (), 0) / 1000 + 1;
  AtlasTileAsk request = { address, server->referer, get_layer (self)->tile, server->idle_ms,
                           (guint) left };

  self->n_attempts++;
  self->n_answered = server->n_answered;
  self->stop = g_cancellable_new ();
  _atlas_tile_request_async (server->session, &request, self->stop, answered_cb, self);
}

static gboolean
is_absent (AtlasTileJob *self)
{
  return self->layers[0].settled && self->layers[0].tile != NULL
         && self->layers[0].tile->data == NULL;
}

/* What is kept is shown, however old, while the server cannot be reached. */
static void
ask_for_next (AtlasTileJob *self)
{
  while (self->layer < self->server->n_layers && !is_absent (self))
    {
      if ((has_old (self) && _atlas_tile_server_is_lost (self->server)) || is_out_of_time (self))
        get_layer (self)->settled = TRUE;
      if (!get_layer (self)->settled)
        {
          self->n_attempts = 0;
          ask (self);
          return;
        }
      self->layer++;
    }
  show (self);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AtlasTileJob *self = data;
  GError *error = NULL;
  AtlasTileImage *image = g_task_propagate_pointer (G_TASK (result), &error);

  if (image != NULL)
    _atlas_tile_server_note_picture (self->server);
  if (image != NULL || error != NULL)
    finish (self, image, error);
  else if (is_cancelled (self))
    finish_cancelled (self);
  else if (self->server->failure != NULL)
    finish (self, NULL, g_error_copy (self->server->failure));
  else
    _atlas_tile_server_enqueue (self->server, self);
}

/*
 * _atlas_tile_job_start:
 * @task: (transfer full): the reading, of an #AtlasTileServer
 * @zoom: level
 * @x: column
 * @y: row
 *
 * Looks the tile up in the cache, and has the server asked if it is not there.
 */
void
_atlas_tile_job_start (GTask *task, guint zoom, guint x, guint y)
{
  AtlasTileJob *self = g_new0 (AtlasTileJob, 1);

  self->server = g_task_get_source_object (task);
  self->task = task;
  self->zoom = zoom;
  self->x = x;
  self->y = y;
  watch_cancellable (self);
  push_work (self, _atlas_tile_layers_find, found_cb);
}

/*
 * _atlas_tile_job_run:
 * @self: a job that has been given a connection
 */
void
_atlas_tile_job_run (AtlasTileJob *self)
{
  self->deadline = g_get_monotonic_time () + (gint64) self->server->total_ms * 1000;
  self->layer = 0;
  ask_for_next (self);
}

/*
 * _atlas_tile_job_fail:
 * @self: a job that waits or asks, of a server that has failed
 * @error: why
 */
void
_atlas_tile_job_fail (AtlasTileJob *self, const GError *error)
{
  if (self->stop == NULL)
    {
      finish (self, NULL, g_error_copy (error));
      return;
    }
  self->failure = g_error_copy (error);
  g_cancellable_cancel (self->stop);
}
