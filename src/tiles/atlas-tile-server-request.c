/* atlas-tile-server-request.c: one request for one picture, within limits
 *
 * A server may hang, drip, send for ever or send elsewhere for ever: here is where that ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-server-request.h"

#include "atlas-tile-image.h"

#define MAX_REDIRECTS 5
#define CHUNK (32 * 1024)
/* What comes with an answer that is no picture is read to its end, so that the connection can be
 * used again, unless it is longer than this. */
#define MAX_ASIDE (64 * 1024)

/* After what has arrived: where this process itself was held up, the server is not to blame. */
#define LATE_PRIORITY (G_PRIORITY_DEFAULT + 10)

typedef struct
{
  SoupSession *session;
  GCancellable *stop;
  GUri *uri;
  char *referer;
  char *etag;
  char *last_modified;
  guint idle_ms;
  guint idle_id;
  guint total_id;
  gboolean late; /* it was us who stopped it */
  guint n_redirects;
  SoupMessage *message;
  GInputStream *stream;
  GByteArray *body;
} Request;

static void send_message (GTask *task);
static void read_more (GTask *task);

static void
request_free (gpointer data)
{
  Request *self = data;

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_handle_id (&self->total_id, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->stop);
  g_clear_pointer (&self->uri, g_uri_unref);
  g_clear_object (&self->message);
  g_clear_object (&self->stream);
  g_byte_array_unref (self->body);
  g_free (self->referer);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self);
}

/* The timers must not outlive the answer, though the task may. */
static void
stop_timers (Request *self)
{
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_handle_id (&self->total_id, g_source_remove);
}

static gboolean
late_cb (gpointer data)
{
  Request *self = data;

  stop_timers (self);
  self->late = TRUE;
  g_cancellable_cancel (self->stop);
  return G_SOURCE_REMOVE;
}

static guint
add_timer (Request *self, guint milliseconds)
{
  return g_timeout_add_full (LATE_PRIORITY, milliseconds, late_cb, self, NULL);
}

static void
wait_for (Request *self, guint milliseconds)
{
  g_clear_handle_id (&self->idle_id, g_source_remove);
  self->idle_id = add_timer (self, milliseconds);
}

/* Closing without this would wait for the network, in the main thread. */
static void
close_stream (Request *self)
{
  if (self->stream != NULL)
    g_input_stream_close_async (self->stream, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  g_clear_object (&self->stream);
}

static gboolean
is_picture (Request *self)
{
  return soup_message_get_status (self->message) == SOUP_STATUS_OK;
}

static gboolean
is_redirect (Request *self)
{
  guint status = soup_message_get_status (self->message);

  return status != SOUP_STATUS_NOT_MODIFIED && SOUP_STATUS_IS_REDIRECTION (status)
         && soup_message_headers_get_one (soup_message_get_response_headers (self->message),
                                          "Location")
                != NULL;
}

static void
fail (GTask *task, GError *error)
{
  Request *self = g_task_get_task_data (task);

  stop_timers (self);
  close_stream (self);
  if (self->late)
    {
      g_clear_error (&error);
      error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "The time is up");
    }
  g_task_return_error (task, error);
}

static void
succeed (GTask *task)
{
  Request *self = g_task_get_task_data (task);

  stop_timers (self);
  close_stream (self);
  g_task_return_pointer (task, g_bytes_new (self->body->data, self->body->len),
                         (GDestroyNotify) g_bytes_unref);
}

static GUri *
read_location (Request *self, GError **error)
{
  const char *location = soup_message_headers_get_one (
      soup_message_get_response_headers (self->message), "Location");
  g_autoptr (GUri) uri = g_uri_parse_relative (self->uri, location, SOUP_HTTP_URI_FLAGS, error);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;

  if (uri == NULL)
    return NULL;

  if (g_strcmp0 (scheme, "https") != 0
      && (g_strcmp0 (scheme, "http") != 0 || g_str_equal (g_uri_get_scheme (self->uri), "https")))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "Redirected to no https");
      return NULL;
    }
  /* SoupMessage wants a host; a user and a password are not for us to send. */
  if (g_uri_get_host (uri) == NULL || g_uri_get_host (uri)[0] == '\0'
      || g_uri_get_userinfo (uri) != NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "Redirected nowhere");
      return NULL;
    }
  return g_steal_pointer (&uri);
}

static void
follow (GTask *task)
{
  Request *self = g_task_get_task_data (task);
  GError *error = NULL;
  GUri *uri = NULL;

  if (++self->n_redirects > MAX_REDIRECTS)
    error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS, "Redirected in circles");
  else
    uri = read_location (self, &error);
  if (uri == NULL)
    {
      fail (task, error);
      return;
    }

  close_stream (self);
  g_uri_unref (self->uri);
  self->uri = uri;
  g_byte_array_set_size (self->body, 0);
  send_message (task);
}

static void
end_body (GTask *task)
{
  Request *self = g_task_get_task_data (task);

  if (is_redirect (self))
    follow (task);
  else
    succeed (task);
}

/* An answer that is no picture has said all it has to say before its end. */
static void
break_off (GTask *task, GError *error)
{
  Request *self = g_task_get_task_data (task);
  gboolean stopped = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && !self->late;

  if (is_picture (self) || is_redirect (self) || stopped)
    {
      fail (task, error);
      return;
    }
  g_error_free (error);
  succeed (task);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Request *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result,
                                                               &error);
  gsize size = bytes != NULL ? g_bytes_get_size (bytes) : 0;

  if (bytes == NULL)
    {
      break_off (task, error);
      g_object_unref (task);
      return;
    }

  g_byte_array_append (self->body, g_bytes_get_data (bytes, NULL), (guint) size);
  if (size == 0 || (!is_picture (self) && self->body->len > MAX_ASIDE))
    end_body (task);
  else if (self->body->len > ATLAS_TILE_MAX_BYTES)
    fail (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "Too many bytes"));
  else
    read_more (task);
  g_object_unref (task);
}

static void
read_more (GTask *task)
{
  Request *self = g_task_get_task_data (task);

  wait_for (self, self->idle_ms);
  g_input_stream_read_bytes_async (self->stream, CHUNK, G_PRIORITY_DEFAULT, self->stop, read_cb,
                                   g_object_ref (task));
}

static gboolean
is_too_long (Request *self)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);

  return is_picture (self)
         && soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH
         && soup_message_headers_get_content_length (headers) > ATLAS_TILE_MAX_BYTES;
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Request *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (self->stream == NULL)
    fail (task, error);
  else if (is_too_long (self))
    fail (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "Too many bytes"));
  else
    read_more (task);
}

/* There is a connection: from now on it is the server that takes its time. */
static void
starting_cb (SoupMessage *message, gpointer data)
{
  Request *self = g_task_get_task_data (data);

  if (!self->late)
    wait_for (self, self->idle_ms);
}

static void
send_message (GTask *task)
{
  Request *self = g_task_get_task_data (task);
  SoupMessageHeaders *headers;

  g_clear_object (&self->message);
  self->message = soup_message_new_from_uri (SOUP_METHOD_GET, self->uri);
  soup_message_add_flags (self->message, SOUP_MESSAGE_NO_REDIRECT);
  headers = soup_message_get_request_headers (self->message);
  soup_message_headers_replace (headers, "Accept", "image/png, image/jpeg, image/webp");
  if (self->referer != NULL)
    soup_message_headers_replace (headers, "Referer", self->referer);
  if (self->etag != NULL)
    soup_message_headers_replace (headers, "If-None-Match", self->etag);
  if (self->last_modified != NULL)
    soup_message_headers_replace (headers, "If-Modified-Since", self->last_modified);

  g_signal_connect_object (self->message, "starting", G_CALLBACK (starting_cb), task, 0);
  wait_for (self, MAX (self->idle_ms / 2, 1));
  soup_session_send_async (self->session, self->message, G_PRIORITY_DEFAULT, self->stop, sent_cb,
                           g_object_ref (task));
}

/*
 * _atlas_tile_request_async:
 * @session: who sends it
 * @ask: what to ask for; copied
 * @stop: for this request alone: it is cancelled here, too, when the time is up
 * @callback: called in the main thread
 * @user_data: for @callback
 *
 * Asks for a picture, with at most five redirects, none of them from https to http.
 */
void
_atlas_tile_request_async (SoupSession *session,
                           const AtlasTileAsk *ask,
                           GCancellable *stop,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Request *self = g_new0 (Request, 1);
  GError *error = NULL;

  self->session = g_object_ref (session);
  self->stop = g_object_ref (stop);
  self->body = g_byte_array_new ();
  self->referer = g_strdup (ask->referer);
  if (ask->known != NULL && ask->known->data != NULL)
    {
      self->etag = g_strdup (ask->known->etag);
      self->last_modified = g_strdup (ask->known->last_modified);
    }
  self->idle_ms = ask->idle_ms;
  self->total_id = add_timer (self, ask->total_ms);
  g_task_set_source_tag (task, _atlas_tile_request_async);
  g_task_set_task_data (task, self, request_free);

  self->uri = g_uri_parse (ask->address, SOUP_HTTP_URI_FLAGS, &error);
  if (self->uri == NULL)
    fail (task, error);
  else
    send_message (task);
}

/*
 * _atlas_tile_request_finish:
 * @result: of _atlas_tile_request_async()
 * @message: (out) (transfer full) (nullable): the answer
 * @error: return location: %G_IO_ERROR_CANCELLED; %G_IO_ERROR_TIMED_OUT;
 *   %G_IO_ERROR_MESSAGE_TOO_LARGE; %G_IO_ERROR_TOO_MANY_LINKS; %G_IO_ERROR_NOT_SUPPORTED for a
 *   redirect to no https; or what libsoup and GIO report
 *
 * Returns: (transfer full) (nullable): what came with the answer, whatever its status
 */
GBytes *
_atlas_tile_request_finish (GAsyncResult *result, SoupMessage **message, GError **error)
{
  Request *self = g_task_get_task_data (G_TASK (result));

  *message = self->message != NULL ? g_object_ref (self->message) : NULL;
  return g_task_propagate_pointer (G_TASK (result), error);
}
