/* atlas-map-legend.h: what the colours of the map stand for, and a filter by them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-map-scheme.h"

G_BEGIN_DECLS

/**
 * AtlasMapLegend:
 *
 * Properties: "kept" (uint64, two-way, EXPLICIT_NOTIFY: the classes that keep their colour, bit by
 * bit, or %ATLAS_MAP_KEEP_ALL).
 *
 * Signals: "pick" (#GPtrArray of #AtlasPlace: somebody wants the places of a class picked).
 */
#define ATLAS_TYPE_MAP_LEGEND (atlas_map_legend_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapLegend, atlas_map_legend, ATLAS, MAP_LEGEND, GtkWidget)

GtkWidget *atlas_map_legend_new (void);
void atlas_map_legend_set_scheme (AtlasMapLegend *self,
                                  AtlasMapScheme *scheme,
                                  const AtlasMapLook *look);
guint64 atlas_map_legend_get_kept (AtlasMapLegend *self);
void atlas_map_legend_set_kept (AtlasMapLegend *self, guint64 kept);
gboolean atlas_map_legend_is_empty (AtlasMapLegend *self);

G_END_DECLS
