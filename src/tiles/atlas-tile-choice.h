/* atlas-tile-choice.h: which tiles a person chose, as one line of text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-tile-reader.h"

G_BEGIN_DECLS

/**
 * AtlasTileChoiceKind:
 * @ATLAS_TILE_CHOICE_PAINTED: our own map: "painted"
 * @ATLAS_TILE_CHOICE_FILE: an MBTiles file: its path
 * @ATLAS_TILE_CHOICE_SERVER: a template: "https://…{z}/{x}/{y}…"
 * @ATLAS_TILE_CHOICE_TIANDITU: the preset: "tianditu:vec", "tianditu:img", "tianditu:ter"
 */
typedef enum
{
  ATLAS_TILE_CHOICE_PAINTED,
  ATLAS_TILE_CHOICE_FILE,
  ATLAS_TILE_CHOICE_SERVER,
  ATLAS_TILE_CHOICE_TIANDITU,
} AtlasTileChoiceKind;

gboolean atlas_tile_choice_parse (const char *text, AtlasTileChoiceKind *kind, GError **error);
gboolean atlas_tile_choice_open (
    const char *text, const char *key, const char *cache, AtlasTileReader **reader, GError **error);

G_END_DECLS
