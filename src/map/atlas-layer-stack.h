/* atlas-layer-stack.h: layers of tiles that belong together, at one place in the map's pile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-tile-layer.h"

G_BEGIN_DECLS

/**
 * AtlasLayerStack:
 *
 * Layers come and go; the stack stays where it is, so that what belongs above it stays above. Where
 * the stack that stands on it hides all of it, its layers ask for their tiles but are not drawn.
 */
#define ATLAS_TYPE_LAYER_STACK (atlas_layer_stack_get_type ())
G_DECLARE_FINAL_TYPE (AtlasLayerStack, atlas_layer_stack, ATLAS, LAYER_STACK, GtkWidget)

AtlasLayerStack *atlas_layer_stack_new (ShumateMap *map);
void atlas_layer_stack_close (AtlasLayerStack *self);
void atlas_layer_stack_set_floor (AtlasLayerStack *self, GtkWidget *below);
void atlas_layer_stack_set_shown (AtlasLayerStack *self, gboolean shown);
void atlas_layer_stack_add (AtlasLayerStack *self, AtlasTileLayer *layer, AtlasTileLayer *below);
void atlas_layer_stack_remove (AtlasLayerStack *self, AtlasTileLayer *layer);
gboolean atlas_layer_stack_is_covered (AtlasLayerStack *self);
gboolean atlas_layer_stack_is_covering (AtlasLayerStack *self);

G_END_DECLS
