/* atlas-export-dialog.h: how the map is to be written as a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-map-export.h"

G_BEGIN_DECLS

/**
 * AtlasExportDialog:
 *
 * Signals: "saved" (const char *path: the map was written there; the dialog closes).
 */
#define ATLAS_TYPE_EXPORT_DIALOG (atlas_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AtlasExportDialog, atlas_export_dialog, ATLAS, EXPORT_DIALOG, AdwWindow)

GtkWidget *atlas_export_dialog_new (GtkWindow *parent, AtlasMapView *map, AtlasSession *session);
void atlas_export_dialog_save (AtlasExportDialog *self, const char *path);

G_END_DECLS
