/* atlas-map-readiness.h: when everything that a part of the map is to show was drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasMapReadyFunc:
 * @owner: whose readiness it is
 *
 * Returns: whether everything is there and only has to be drawn
 */
typedef gboolean (*AtlasMapReadyFunc) (gpointer owner);

/**
 * AtlasMapReadiness:
 *
 * Properties: "complete" (boolean, read-only: everything was there, and a frame with it was drawn).
 */
#define ATLAS_TYPE_MAP_READINESS (atlas_map_readiness_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapReadiness, atlas_map_readiness, ATLAS, MAP_READINESS, GObject)

AtlasMapReadiness *
atlas_map_readiness_new (GtkWidget *widget, AtlasMapReadyFunc is_ready, gpointer owner);
void atlas_map_readiness_queue_check (AtlasMapReadiness *self);
void atlas_map_readiness_invalidate (AtlasMapReadiness *self);
gboolean atlas_map_readiness_is_complete (AtlasMapReadiness *self);

G_END_DECLS
