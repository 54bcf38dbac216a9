/* atlas-map-style.h: the colours and lines of the painted map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-colour.h"

#include "atlas-map-geometry.h"

G_BEGIN_DECLS

/**
 * AtlasMapPalette:
 * @sea: under everything
 * @surroundings: the land of the neighbours
 * @land: a county that no colour speaks of, and the halo of labels
 * @district: a district, for which the documents hold no profile
 * @label: the text of cities and counties
 * @label_muted: the text of districts
 * @coast: where the province ends at the sea
 * @lines: by #AtlasBoundaryClass
 *
 * The colours that carry no meaning, of one theme.
 */
typedef struct
{
  AtlasColour sea;
  AtlasColour surroundings;
  AtlasColour land;
  AtlasColour district;
  AtlasColour label;
  AtlasColour label_muted;
  AtlasColour coast;
  AtlasColour lines[ATLAS_N_BOUNDARY_CLASSES];
} AtlasMapPalette;

const AtlasMapPalette *atlas_map_palette_get (gboolean dark);

const AtlasColour *atlas_map_style_get_family_colour (const char *family, gboolean dark);
const AtlasColour *atlas_map_style_get_accent (gboolean dark);
gboolean atlas_map_style_is_strong_family (const char *family);
AtlasColour atlas_map_style_soften (const AtlasColour *colour, gboolean dark);
double atlas_map_style_get_line_width (AtlasBoundaryClass boundary, double zoom);

/**
 * AtlasMapStyle:
 *
 * One look of the painted map: a theme and the fill of every area. Immutable and atomically
 * reference-counted, as tiles are painted from it in worker threads.
 */
typedef struct _AtlasMapStyle AtlasMapStyle;

AtlasMapStyle *atlas_map_style_new (gboolean dark, const AtlasColour *fills, guint n_fills);
AtlasMapStyle *atlas_map_style_ref (AtlasMapStyle *self);
void atlas_map_style_unref (AtlasMapStyle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMapStyle, atlas_map_style_unref)

gboolean atlas_map_style_is_dark (AtlasMapStyle *self);
const AtlasMapPalette *atlas_map_style_get_palette (AtlasMapStyle *self);
guint atlas_map_style_get_n_fills (AtlasMapStyle *self);
const AtlasColour *atlas_map_style_get_fill (AtlasMapStyle *self, guint area);
const guint *atlas_map_style_get_order (AtlasMapStyle *self);

G_END_DECLS
