/* main.c: atlas-compile DATA-FOLDER OUTPUT
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <locale.h>

#include "atlas-compile.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_CTYPE, "C.UTF-8");
  if (argc != 3)
    {
      g_printerr ("Usage: atlas-compile DATA-FOLDER OUTPUT\n");
      return 2;
    }
  if (!atlas_compile (argv[1], argv[2], &error))
    {
      g_printerr ("atlas-compile: %s\n", error->message);
      return 1;
    }
  return 0;
}
