/* test-tile-key.c: a key, with a keyring and without
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "atlas-tile-key.h"

#define SERVER "tile.example.org"
#define LIMIT_SECONDS 30

typedef struct
{
  gboolean done;
  char *key;
  AtlasTileKeyPlace place;
  gboolean stored;
  GError *error;
} Answer;

static void
answer_clear (Answer *answer)
{
  g_free (answer->key);
  g_clear_error (&answer->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

static gboolean
give_up_cb (gpointer data)
{
  g_error ("what was waited for did not happen");
  return G_SOURCE_REMOVE;
}

static void
wait_for (Answer *answer)
{
  guint limit = g_timeout_add_seconds (LIMIT_SECONDS, give_up_cb, NULL);

  while (!answer->done)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->key = atlas_tile_key_load_finish (result, &answer->place, &answer->error);
  answer->done = TRUE;
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->stored = atlas_tile_key_store_finish (result, &answer->place, &answer->error);
  answer->done = TRUE;
}

static void
assert_loads (const char *server, const char *key, AtlasTileKeyPlace place)
{
  g_auto (Answer) answer = { 0 };

  atlas_tile_key_load_async (server, NULL, loaded_cb, &answer);
  wait_for (&answer);
  g_assert_no_error (answer.error);
  g_assert_cmpstr (answer.key, ==, key);
  g_assert_cmpint (answer.place, ==, place);
}

static void
assert_stores (const char *server, const char *key, AtlasTileKeyPlace place)
{
  g_auto (Answer) answer = { 0 };

  atlas_tile_key_store_async (server, key, NULL, stored_cb, &answer);
  wait_for (&answer);
  g_assert_no_error (answer.error);
  g_assert_true (answer.stored);
  g_assert_cmpint (answer.place, ==, place);
}

/* The bus has no keyring: the key is for this session. */
static void
test_memory (void)
{
  assert_loads (SERVER, NULL, ATLAS_TILE_KEY_NOWHERE);
  assert_stores (SERVER, "one", ATLAS_TILE_KEY_MEMORY);
  assert_loads (SERVER, "one", ATLAS_TILE_KEY_MEMORY);
  assert_loads ("other.example.org", NULL, ATLAS_TILE_KEY_NOWHERE);
  assert_stores (SERVER, "two", ATLAS_TILE_KEY_MEMORY);
  assert_loads (SERVER, "two", ATLAS_TILE_KEY_MEMORY);
  assert_stores (SERVER, "", ATLAS_TILE_KEY_NOWHERE);
  assert_loads (SERVER, NULL, ATLAS_TILE_KEY_NOWHERE);
  assert_stores (SERVER, NULL, ATLAS_TILE_KEY_NOWHERE);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Answer) loaded = { 0 };
  g_auto (Answer) stored = { 0 };

  g_cancellable_cancel (cancellable);
  atlas_tile_key_load_async (SERVER, cancellable, loaded_cb, &loaded);
  wait_for (&loaded);
  g_assert_error (loaded.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  atlas_tile_key_store_async (SERVER, "one", cancellable, stored_cb, &stored);
  wait_for (&stored);
  g_assert_error (stored.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_loads (SERVER, NULL, ATLAS_TILE_KEY_NOWHERE);
}

/* Whoever closes the window right after typing the key has typed it. */
static void
test_stopped (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Answer) stored = { 0 };

  assert_stores (SERVER, "one", ATLAS_TILE_KEY_MEMORY);
  atlas_tile_key_store_async (SERVER, "two", cancellable, stored_cb, &stored);
  g_cancellable_cancel (cancellable);
  wait_for (&stored);
  g_assert_error (stored.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_loads (SERVER, "two", ATLAS_TILE_KEY_MEMORY);
  assert_stores (SERVER, NULL, ATLAS_TILE_KEY_NOWHERE);
}

static void
appeared_cb (GDBusConnection *bus, const char *name, const char *owner, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
vanished_cb (GDBusConnection *bus, const char *name, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
wait_for_keyring (GBusNameAppearedCallback appeared, GBusNameVanishedCallback vanished)
{
  Answer answer = { 0 };
  guint watch = g_bus_watch_name (G_BUS_TYPE_SESSION, "org.freedesktop.secrets",
                                  G_BUS_NAME_WATCHER_FLAGS_NONE, appeared, vanished, &answer.done,
                                  NULL);

  wait_for (&answer);
  g_bus_unwatch_name (watch);
}

/* Unlocks a new keyring with a password of its own. */
static GSubprocess *
start_keyring (const char *daemon, const char *folder)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE
      | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  /* It warns of what it lacks here, such as somebody to ask: no reason for it to end. */
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  g_subprocess_launcher_setenv (launcher, "HOME", folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", folder, TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, daemon, "--unlock",
                                         "--components=secrets", "--foreground", NULL);
  g_assert_no_error (error);
  g_output_stream_write_all (g_subprocess_get_stdin_pipe (process), "password", 8, NULL, NULL,
                             &error);
  g_assert_no_error (error);
  g_output_stream_close (g_subprocess_get_stdin_pipe (process), NULL, &error);
  g_assert_no_error (error);
  return process;
}

/* Nobody is there to unlock it again. */
static void
lock_keyring (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GVariant) answer = NULL;
  const char *const keyrings[] = { "/org/freedesktop/secrets/collection/login", NULL };

  g_assert_no_error (error);
  answer = g_dbus_connection_call_sync (bus, "org.freedesktop.secrets", "/org/freedesktop/secrets",
                                        "org.freedesktop.Secret.Service", "Lock",
                                        g_variant_new ("(^ao)", keyrings), NULL,
                                        G_DBUS_CALL_FLAGS_NONE, LIMIT_SECONDS * 1000, NULL, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);

  for (const char *name = folder != NULL ? g_dir_read_name (folder) : NULL; name != NULL;
       name = g_dir_read_name (folder))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
test_keyring (void)
{
  g_autofree char *daemon = g_find_program_in_path ("gnome-keyring-daemon");
  g_autofree char *folder = g_dir_make_tmp ("atlas-key-XXXXXX", NULL);
  g_autoptr (GSubprocess) process = NULL;

  if (daemon == NULL)
    {
      g_rmdir (folder);
      g_test_skip ("There is no gnome-keyring-daemon");
      return;
    }
  /* Without a keyring first: the key moves there once there is one. */
  assert_stores (SERVER, "one", ATLAS_TILE_KEY_MEMORY);
  process = start_keyring (daemon, folder);
  wait_for_keyring (appeared_cb, NULL);

  assert_stores (SERVER, "two", ATLAS_TILE_KEY_KEYRING);
  assert_loads (SERVER, "two", ATLAS_TILE_KEY_KEYRING);
  assert_loads ("other.example.org", NULL, ATLAS_TILE_KEY_NOWHERE);
  assert_stores (SERVER, "", ATLAS_TILE_KEY_NOWHERE);
  assert_loads (SERVER, NULL, ATLAS_TILE_KEY_NOWHERE);

  /* It has an old one and takes no new one: the new one counts. */
  assert_stores (SERVER, "old", ATLAS_TILE_KEY_KEYRING);
  lock_keyring ();
  assert_stores (SERVER, "new", ATLAS_TILE_KEY_MEMORY);
  assert_loads (SERVER, "new", ATLAS_TILE_KEY_MEMORY);

  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  /* After all it had to say: none of it is to be on its way when this ends. */
  wait_for_keyring (NULL, vanished_cb);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  remove_folder (folder);
}

/* LeakSanitizer asks it at the end. The bus has a thread of its own in GIO, and what is on its way
 * when a keyring goes is freed after the test or not at all. */
int __lsan_is_turned_off (void);

int
__lsan_is_turned_off (void)
{
  return 1;
}

int
main (int argc, char *argv[])
{
  static GTestDBus *bus;
  int result;

  g_test_init (&argc, &argv, NULL);
  /* The tests' own, on which nothing can be started. */
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);

  g_test_add_func ("/tiles/key/memory", test_memory);
  g_test_add_func ("/tiles/key/cancelled", test_cancelled);
  g_test_add_func ("/tiles/key/stopped", test_stopped);
  g_test_add_func ("/tiles/key/keyring", test_keyring);
  result = g_test_run ();

  /* Not g_test_dbus_down(): it would wait for libsecret to let go of the connection. */
  g_test_dbus_stop (bus);
  return result;
}
