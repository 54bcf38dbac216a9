/* atlas-window.h: the main window: places, map and profile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-map-view.h"
#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * AtlasWindow:
 *
 * Properties: "settings" (#GSettings, construct-only: where sizes and choices are remembered).
 */
#define ATLAS_TYPE_WINDOW (atlas_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlasWindow, atlas_window, ATLAS, WINDOW, AdwApplicationWindow)

AtlasWindow *atlas_window_new (GtkApplication *application, GSettings *settings);
gboolean atlas_window_open (AtlasWindow *self, const char *path);
AtlasSession *atlas_window_get_session (AtlasWindow *self);
AtlasMapView *atlas_window_get_map_view (AtlasWindow *self);

G_END_DECLS
