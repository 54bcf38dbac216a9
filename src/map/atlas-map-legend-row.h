/* atlas-map-legend-row.h: one class of a theme in the legend
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-map-scheme.h"

G_BEGIN_DECLS

/**
 * AtlasMapLegendRow:
 *
 * Signals: "clicked" (somebody wants the class kept, or not any more), "pick" (somebody wants its
 * places picked: the button, Shift+Enter, or a click with the secondary button).
 */
#define ATLAS_TYPE_MAP_LEGEND_ROW (atlas_map_legend_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapLegendRow, atlas_map_legend_row, ATLAS, MAP_LEGEND_ROW, GtkWidget)

GtkWidget *atlas_map_legend_row_new (AtlasMapScheme *scheme, guint index, const AtlasMapLook *look);
guint atlas_map_legend_row_get_index (AtlasMapLegendRow *self);
GPtrArray *atlas_map_legend_row_get_places (AtlasMapLegendRow *self);
GtkWidget *atlas_map_legend_row_get_toggle (AtlasMapLegendRow *self);
void atlas_map_legend_row_set_kept (AtlasMapLegendRow *self, gboolean pressed, gboolean pale);

G_END_DECLS
