/* atlas-map-ground.h: somebody else's tiles under the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-map-camera.h"
#include "atlas-map-painter.h"
#include "atlas-tile-reader.h"

G_BEGIN_DECLS

/**
 * AtlasMapGround:
 *
 * The layers that show the tiles of an #AtlasTileReader, above the painted map and below what is
 * painted over them; none while there is no reader.
 *
 * Properties: "reader" (#AtlasTileReader, nullable, EXPLICIT_NOTIFY), "complete" (boolean,
 * read-only: every visible tile is there, or known not to exist; also without a reader).
 *
 * Signals: "failed" (const GError *error: the reader said so; the reader is kept).
 */
#define ATLAS_TYPE_MAP_GROUND (atlas_map_ground_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapGround, atlas_map_ground, ATLAS, MAP_GROUND, GObject)

AtlasMapGround *atlas_map_ground_new (ShumateMap *map, AtlasMapCamera *camera);
void atlas_map_ground_set_reader (AtlasMapGround *self, AtlasTileReader *reader);
AtlasTileReader *atlas_map_ground_get_reader (AtlasMapGround *self);
void atlas_map_ground_set_floor (AtlasMapGround *self, GtkWidget *below);
GtkWidget *atlas_map_ground_get_top (AtlasMapGround *self);
gboolean atlas_map_ground_is_complete (AtlasMapGround *self);
void atlas_map_ground_paint (AtlasMapGround *self, cairo_t *cr, const AtlasMapWindow *window);

G_END_DECLS
