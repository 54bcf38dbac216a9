/* atlas-flow-layout.h: children side by side, wrapped into lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasFlowLayout:
 *
 * Properties: "column-spacing", "row-spacing" (int, pixels, EXPLICIT_NOTIFY).
 *
 * Lays children out in reading direction at their natural width and starts a new line where the
 * next one does not fit. A child wider than the whole line gets the line to itself. Children whose
 * "valign" is %GTK_ALIGN_BASELINE share a baseline within their line; the others are centred in it.
 */
#define ATLAS_TYPE_FLOW_LAYOUT (atlas_flow_layout_get_type ())
G_DECLARE_FINAL_TYPE (AtlasFlowLayout, atlas_flow_layout, ATLAS, FLOW_LAYOUT, GtkLayoutManager)

GtkLayoutManager *atlas_flow_layout_new (int column_spacing, int row_spacing);
void atlas_flow_layout_set_column_spacing (AtlasFlowLayout *self, int spacing);
void atlas_flow_layout_set_row_spacing (AtlasFlowLayout *self, int spacing);

G_END_DECLS
