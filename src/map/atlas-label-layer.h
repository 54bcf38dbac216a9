/* atlas-label-layer.h: the names of cities, counties and districts over the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

#include "atlas-label-set.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_LABEL_LAYER (atlas_label_layer_get_type ())
G_DECLARE_FINAL_TYPE (AtlasLabelLayer, atlas_label_layer, ATLAS, LABEL_LAYER, ShumateLayer)

AtlasLabelLayer *atlas_label_layer_new (ShumateViewport *viewport);
void atlas_label_layer_set_places (AtlasLabelLayer *self,
                                   GListModel *places,
                                   AtlasMapGeometry *geometry);
void atlas_label_layer_set_badges (AtlasLabelLayer *self,
                                   AtlasBadgeFunc func,
                                   gpointer data,
                                   GDestroyNotify destroy);
void atlas_label_layer_set_dark (AtlasLabelLayer *self, gboolean dark);
guint atlas_label_layer_get_boxes (AtlasLabelLayer *self, GArray *boxes);

G_END_DECLS
