/* atlas-map-legend.h: what the colours of the map stand for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_MAP_LEGEND (atlas_map_legend_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapLegend, atlas_map_legend, ATLAS, MAP_LEGEND, GtkWidget)

GtkWidget *atlas_map_legend_new (void);
void atlas_map_legend_set_entries (AtlasMapLegend *self, const char *title, GPtrArray *entries);
gboolean atlas_map_legend_is_empty (AtlasMapLegend *self);

G_END_DECLS
