/* fuzz-main.c: replays the seeds of a fuzz target, where there is no libFuzzer
 *
 * usage: fuzz-NAME FOLDER
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gio/gio.h>

#include "fuzz.h"

static guint
replay (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  guint n = 0;
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *data = NULL;
      gsize size;

      g_file_get_contents (path, &data, &size, &error);
      g_assert_no_error (error);
      g_print ("# %s\n", name);
      g_assert_cmpint (LLVMFuzzerTestOneInput ((const uint8_t *) data, size), ==, 0);
      n++;
    }
  return n;
}

int
main (int argc, char **argv)
{
  g_assert_cmpint (argc, ==, 2);
  g_assert_cmpuint (replay (argv[1]), >, 0);
  g_print ("1..1\nok 1 seeds\n");
  return 0;
}
