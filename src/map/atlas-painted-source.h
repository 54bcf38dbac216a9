/* atlas-painted-source.h: map tiles painted from our own geometry, without a network
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

#include "atlas-map-pose.h"
#include "atlas-tile-painter.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PAINTED_SOURCE (atlas_painted_source_get_type ())
G_DECLARE_FINAL_TYPE (
    AtlasPaintedSource, atlas_painted_source, ATLAS, PAINTED_SOURCE, ShumateMapSource)

AtlasPaintedSource *atlas_painted_source_new (AtlasMapGeometry *geometry,
                                              AtlasMapStyle *style,
                                              guint pixels,
                                              double density);
AtlasMapStyle *atlas_painted_source_get_style (AtlasPaintedSource *self);
guint atlas_painted_source_get_pixels (AtlasPaintedSource *self);
void atlas_painted_source_set_focus (AtlasPaintedSource *self, AtlasPoint focus);
void atlas_painted_source_set_still (gboolean still);

G_END_DECLS
