/* atlas-cli.h: the commands that need no display
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasCliStatus:
 * @ATLAS_CLI_DONE: done
 * @ATLAS_CLI_NOT_FOUND: nothing found, or the check failed
 * @ATLAS_CLI_USAGE: called in the wrong way
 * @ATLAS_CLI_IO: something could not be read or written
 *
 * The exit status of every command.
 */
typedef enum
{
  ATLAS_CLI_DONE = 0,
  ATLAS_CLI_NOT_FOUND = 1,
  ATLAS_CLI_USAGE = 2,
  ATLAS_CLI_IO = 3,
} AtlasCliStatus;

gboolean atlas_cli_is_screenshot (int argc, char **argv);
gboolean atlas_cli_handles (int argc, char **argv);
int atlas_cli_run (int argc, char **argv);
void atlas_cli_print_error (const char *message);
AtlasCliStatus atlas_cli_status_for_error (const GError *error);

G_END_DECLS
