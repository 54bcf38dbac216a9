/* atlas-pane-handle.h: the line between two panes, dragged or moved with the arrow keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasPaneHandle:
 *
 * Signals: "moved" (int offset: pixels from where the handle now is, positive to the right).
 */
#define ATLAS_TYPE_PANE_HANDLE (atlas_pane_handle_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPaneHandle, atlas_pane_handle, ATLAS, PANE_HANDLE, GtkWidget)

GtkWidget *atlas_pane_handle_new (const char *label);
void atlas_pane_handle_set_pane_width (AtlasPaneHandle *self, int width);

G_END_DECLS
