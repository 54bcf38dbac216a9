/* atlas-tile-key.c: the key a person has for a server of tiles, kept by the keyring
 *
 * The key is written nowhere else: not into settings, not into the cache, not into messages. That a
 * keyring is missing, locked or in the way is no mistake of the person's: then the key is for this
 * session, and the only error is that nobody waits any longer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-key.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>

#include "config.h"

/* What the keyring did not take, or not yet: server → key. Main thread only. */
static GHashTable *remembered;

typedef struct
{
  char *server;
  char *key; /* NULL: to be removed */
  AtlasTileKeyPlace place;
} Request;

static const SecretSchema *
get_schema (void)
{
  static const SecretSchema schema = {
    ATLAS_APP_ID,
    SECRET_SCHEMA_NONE,
    { { "server", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } },
  };

  return &schema;
}

static void
remember (const char *server, const char *key)
{
  if (remembered == NULL)
    remembered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) secret_password_free);
  if (key != NULL)
    g_hash_table_replace (remembered, g_strdup (server), g_strdup (key));
  else
    g_hash_table_remove (remembered, server);
}

static const char *
recall (const char *server)
{
  return remembered != NULL ? g_hash_table_lookup (remembered, server) : NULL;
}

static Request *
request_new (const char *server, const char *key)
{
  Request *self = g_new0 (Request, 1);

  self->server = g_strdup (server);
  self->key = key != NULL && key[0] != '\0' ? g_strdup (key) : NULL;
  return self;
}

static void
request_free (gpointer data)
{
  Request *self = data;

  g_free (self->server);
  secret_password_free (self->key);
  g_free (self);
}

static void
return_key (GTask *task, char *key, AtlasTileKeyPlace place)
{
  ((Request *) g_task_get_task_data (task))->place = place;
  g_task_return_pointer (task, key, (GDestroyNotify) secret_password_free);
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  char *key = secret_password_lookup_finish (result, &error);
  Request *request = g_task_get_task_data (task);
  const char *newer = recall (request->server);

  if (error != NULL)
    g_debug ("The keyring gave no key: %s", error->message);

  /* The keyring refused a newer one meanwhile, and still has the old one. */
  if (newer != NULL)
    {
      secret_password_free (key);
      return_key (task, g_strdup (newer), ATLAS_TILE_KEY_MEMORY);
    }
  else
    return_key (task, key, key != NULL ? ATLAS_TILE_KEY_KEYRING : ATLAS_TILE_KEY_NOWHERE);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  Request *request = g_task_get_task_data (task);
  gboolean stored = secret_password_store_finish (result, &error);

  /* A newer one is on its way where it is not this one that is remembered. */
  if (stored && g_strcmp0 (recall (request->server), request->key) == 0)
    remember (request->server, NULL);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (error != NULL)
    g_debug ("The keyring took no key: %s", error->message);

  request->place = stored ? ATLAS_TILE_KEY_KEYRING : ATLAS_TILE_KEY_MEMORY;
  g_task_return_boolean (task, TRUE);
}

static void
cleared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  secret_password_clear_finish (result, &error);
  if (g_task_return_error_if_cancelled (task))
    return;

  /* A keyring that is there and does not open still has the key. */
  if (error != NULL && error->domain == SECRET_ERROR)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED,
                             _ ("The keyring stays locked, so the key in it could not be removed. "
                                "Unlock the keyring and try again."));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * atlas_tile_key_load_async:
 * @server: which server: atlas_tile_template_get_key_name()
 * @cancellable: (nullable): to stop waiting
 * @callback: called in the main thread
 * @user_data: for @callback
 *
 * Looks for the key of a server; this may ask the person to unlock the keyring.
 */
void
atlas_tile_key_load_async (const char *server,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  const char *key;

  g_return_if_fail (server != NULL);

  g_task_set_source_tag (task, atlas_tile_key_load_async);
  g_task_set_task_data (task, request_new (server, NULL), request_free);

  key = recall (server);
  if (key != NULL)
    {
      return_key (task, g_strdup (key), ATLAS_TILE_KEY_MEMORY);
      return;
    }
  secret_password_lookup (get_schema (), cancellable, looked_up_cb, g_steal_pointer (&task),
                          "server", server, NULL);
}

/**
 * atlas_tile_key_load_finish:
 * @result: of atlas_tile_key_load_async()
 * @place: (out) (optional): where the key is
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the key; %NULL without @error where there is none, or no
 *   keyring
 */
char *
atlas_tile_key_load_finish (GAsyncResult *result, AtlasTileKeyPlace *place, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  if (place != NULL)
    *place = ((Request *) g_task_get_task_data (G_TASK (result)))->place;
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * atlas_tile_key_store_async:
 * @server: which server: atlas_tile_template_get_key_name()
 * @key: (nullable): the key; %NULL or empty to forget the one there is
 * @cancellable: (nullable): to stop waiting
 * @callback: called in the main thread
 * @user_data: for @callback
 *
 * Gives a key to the keyring. Where there is none, or it does not open, the key is remembered until
 * the program ends, and goes before what the keyring may still have. To stop waiting does not take
 * it back.
 */
void
atlas_tile_key_store_async (const char *server,
                            const char *key,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *label = NULL;
  Request *request;

  g_return_if_fail (server != NULL);

  request = request_new (server, key);
  g_task_set_source_tag (task, atlas_tile_key_store_async);
  g_task_set_task_data (task, request, request_free);
  if (g_task_return_error_if_cancelled (task))
    return;

  /* Now: the keyring may be asking for its password, refuse or break down, and whoever typed this
   * key may not wait for that, but wants this one and no older one. */
  remember (server, request->key);
  if (request->key == NULL)
    {
      secret_password_clear (get_schema (), cancellable, cleared_cb, g_steal_pointer (&task),
                             "server", server, NULL);
      return;
    }
  label = g_strdup_printf (_ ("Key for the map tiles of %s"), server);
  secret_password_store (get_schema (), SECRET_COLLECTION_DEFAULT, label, request->key, cancellable,
                         stored_cb, g_steal_pointer (&task), "server", server, NULL);
}

/**
 * atlas_tile_key_store_finish:
 * @result: of atlas_tile_key_store_async()
 * @place: (out) (optional): where the key is now
 * @error: return location for %G_IO_ERROR_CANCELLED, and %G_IO_ERROR_FAILED where a key could not
 *   be removed
 *
 * Returns: whether the key is there, or gone, as asked
 */
gboolean
atlas_tile_key_store_finish (GAsyncResult *result, AtlasTileKeyPlace *place, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  if (place != NULL)
    *place = ((Request *) g_task_get_task_data (G_TASK (result)))->place;
  return g_task_propagate_boolean (G_TASK (result), error);
}
