/* mbtiles-fixture.h: files of tiles, made when the test starts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib/gstdio.h>
#include <sys/wait.h>

#include "atlas-mbtiles.h"

static char *fixture_folder;

/* Makes FOLDER/KIND.mbtiles for each of @kinds; the folder has a name that an address would take
 * for its own. Returns %FALSE where GDAL is not installed. */
static inline gboolean
fixture_make (const char *const *kinds)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  int status;

  fixture_folder = g_dir_make_tmp ("地图 100%?#-XXXXXX", &error);
  g_assert_no_error (error);
  g_ptr_array_add (arguments, (gpointer) "/usr/bin/python3");
  g_assert_nonnull (g_getenv ("ATLAS_TEST_MAKE_MBTILES"));
  g_ptr_array_add (arguments, (gpointer) g_getenv ("ATLAS_TEST_MAKE_MBTILES"));
  g_ptr_array_add (arguments, fixture_folder);
  for (guint i = 0; kinds[i] != NULL; i++)
    g_ptr_array_add (arguments, (gpointer) kinds[i]);
  g_ptr_array_add (arguments, NULL);

  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL,
                &status, &error);
  g_assert_no_error (error);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    return FALSE;
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  return TRUE;
}

static inline void
fixture_remove (void)
{
  g_autoptr (GDir) dir = g_dir_open (fixture_folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture_folder, name, NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (fixture_folder), ==, 0);
  g_free (fixture_folder);
}

static inline char *
fixture_path (const char *kind)
{
  g_autofree char *name = g_strconcat (kind, ".mbtiles", NULL);

  return g_build_filename (fixture_folder, name, NULL);
}

/* Runs the tests of @kinds' files, or skips them all. */
static inline int
fixture_run (const char *const *kinds)
{
  int result = 0;

  if (fixture_make (kinds))
    result = g_test_run ();
  else
    g_print ("1..0 # SKIP GDAL is not installed\n");
  fixture_remove ();
  return result;
}
