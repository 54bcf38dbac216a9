/* atlas-window.h: the main window: its views and what they share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-documents-page.h"
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
AtlasDocumentsPage *atlas_window_get_documents_page (AtlasWindow *self);
void atlas_window_show_view (AtlasWindow *self, const char *view);
gboolean atlas_window_is_complete (AtlasWindow *self);

G_END_DECLS
