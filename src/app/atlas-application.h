/* atlas-application.h: the program with a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-window.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_APPLICATION (atlas_application_get_type ())
G_DECLARE_FINAL_TYPE (AtlasApplication, atlas_application, ATLAS, APPLICATION, AdwApplication)

AtlasApplication *atlas_application_new (const char *database, GSettings *settings);
AtlasWindow *atlas_application_open_window (AtlasApplication *self);

int atlas_application_run (int argc, char **argv);

G_END_DECLS
