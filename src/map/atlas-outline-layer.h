/* atlas-outline-layer.h: the lines around the picked places, the selected one, and the one under
 * the pointer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

#include "atlas-map-geometry.h"

G_BEGIN_DECLS

/**
 * AtlasOutlineLayer:
 *
 * Signals: "painted" (the outlines of the picked places are there, or nobody wants them any more).
 */
#define ATLAS_TYPE_OUTLINE_LAYER (atlas_outline_layer_get_type ())
G_DECLARE_FINAL_TYPE (AtlasOutlineLayer, atlas_outline_layer, ATLAS, OUTLINE_LAYER, ShumateLayer)

AtlasOutlineLayer *atlas_outline_layer_new (ShumateViewport *viewport);
void atlas_outline_layer_set_geometry (AtlasOutlineLayer *self, AtlasMapGeometry *geometry);
void atlas_outline_layer_set_picked (AtlasOutlineLayer *self, const char *const *codes);
gboolean atlas_outline_layer_is_painting (AtlasOutlineLayer *self);
void atlas_outline_layer_set_selected (AtlasOutlineLayer *self, const char *code);
void atlas_outline_layer_set_hovered (AtlasOutlineLayer *self, const char *code);
const char *atlas_outline_layer_get_selected (AtlasOutlineLayer *self);

G_END_DECLS
