/* main.c: starts the command line, the picture or the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-application.h"
#include "atlas-cli.h"
#include "atlas-language.h"
#include "atlas-renderer.h"
#include "atlas-screenshot.h"
#include "atlas-trace.h"

int
main (int argc, char **argv)
{
  atlas_trace_mark ("main");
  atlas_language_init ();

  if (atlas_cli_handles (argc, argv))
    return atlas_cli_run (argc, argv);

  atlas_renderer_init ();
  if (atlas_cli_is_screenshot (argc, argv))
    return atlas_screenshot_run (argc, argv);

  return atlas_application_run (argc, argv);
}
