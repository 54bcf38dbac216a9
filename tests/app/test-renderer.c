/* test-renderer.c: whether the window is drawn by OpenGL or by cairo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-renderer.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("atlas-renderer-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
test_device (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "card0", "renderD128" };
  static const gboolean expected[] = { FALSE, TRUE };

  g_assert_false (atlas_renderer_has_device (fixture->folder));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
      g_assert_true (atlas_renderer_has_device (fixture->folder) == expected[i]);
      g_unlink (path);
    }
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "dri", NULL);

  g_assert_false (atlas_renderer_has_device (path));
}

/* What the user asks for is left alone. Each case has a process of its own: the environment is
 * changed once, before there are threads. */
static void
test_asked (Fixture *fixture, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      g_setenv ("GSK_RENDERER", "gl", TRUE);
      atlas_renderer_init ();
      g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, "gl");
      g_assert_null (g_getenv ("GDK_DEBUG"));
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/renderer/device", Fixture, NULL, set_up, test_device, tear_down);
  g_test_add ("/renderer/no-folder", Fixture, NULL, set_up, test_no_folder, tear_down);
  g_test_add ("/renderer/asked", Fixture, NULL, set_up, test_asked, tear_down);

  return g_test_run ();
}
