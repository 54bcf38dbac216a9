/* atlas-tile-control.h: the tiles a person chose, under the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-map-view.h"

G_BEGIN_DECLS

/**
 * AtlasTileControl:
 *
 * Follows the settings "tiles" (painted, file, server, tianditu:vec, tianditu:img, tianditu:ter),
 * "tiles-file" and "tiles-server": opens what they name without blocking, and gives it to the map.
 * What cannot be used leaves the map painted.
 *
 * Properties: "problem" (string, nullable, read-only: one sentence that says why the map is painted
 * although other tiles were chosen), "busy" (boolean, read-only: what was chosen is being opened).
 */
#define ATLAS_TYPE_TILE_CONTROL (atlas_tile_control_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTileControl, atlas_tile_control, ATLAS, TILE_CONTROL, GObject)

/* The keys of a settings' choice */
#define ATLAS_TILES_PAINTED "painted"
#define ATLAS_TILES_FILE "file"
#define ATLAS_TILES_SERVER "server"
#define ATLAS_TILES_TIANDITU "tianditu:"

AtlasTileControl *atlas_tile_control_new (GSettings *settings, AtlasMapView *map);
const char *atlas_tile_control_get_problem (AtlasTileControl *self);
gboolean atlas_tile_control_is_busy (AtlasTileControl *self);
void atlas_tile_control_retry (AtlasTileControl *self);
void atlas_tile_control_use_painted (AtlasTileControl *self);
char *atlas_tile_control_get_key_name (GSettings *settings);

G_END_DECLS
