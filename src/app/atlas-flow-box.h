/* atlas-flow-box.h: a box whose children are wrapped into lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasFlowBox:
 *
 * A container with an #AtlasFlowLayout; unlike #GtkFlowBox it has no grid, no selection and no
 * wrapper around each child.
 */
#define ATLAS_TYPE_FLOW_BOX (atlas_flow_box_get_type ())
G_DECLARE_FINAL_TYPE (AtlasFlowBox, atlas_flow_box, ATLAS, FLOW_BOX, GtkWidget)

GtkWidget *atlas_flow_box_new (int column_spacing, int row_spacing);
void atlas_flow_box_append (AtlasFlowBox *self, GtkWidget *child);

G_END_DECLS
