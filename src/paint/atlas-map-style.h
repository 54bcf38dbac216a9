/* atlas-map-style.h: the colours and lines of the painted map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-hatch.h"
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
 * @casing: on both sides of each line, or transparent
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
  AtlasColour casing;
  AtlasColour lines[ATLAS_N_BOUNDARY_CLASSES];
} AtlasMapPalette;

const AtlasMapPalette *atlas_map_palette_get (gboolean dark);

const AtlasColour *atlas_map_style_get_family_colour (const char *family, gboolean dark);
const AtlasColour *atlas_map_style_get_accent (gboolean dark);
gboolean atlas_map_style_is_strong_family (const char *family);
AtlasColour atlas_map_style_soften (const AtlasColour *colour, gboolean dark);
double atlas_map_style_get_line_width (AtlasBoundaryClass boundary, double zoom);

/**
 * AtlasMapFill:
 * @colour: of the area
 * @ink: of the hatch
 * @hatch: what is drawn over @colour
 * @stripes: (array length=n_stripes): colours that take turns instead of @colour
 * @n_stripes: how many, or 0
 *
 * How an area is filled. One with a transparent @colour and no @hatch is not painted.
 */
typedef struct
{
  AtlasColour colour;
  AtlasColour ink;
  AtlasHatch hatch;
  AtlasColour stripes[ATLAS_MAX_STRIPES];
  guint n_stripes;
} AtlasMapFill;

gboolean atlas_map_fill_equal (const AtlasMapFill *a, const AtlasMapFill *b);

/**
 * AtlasMapStyle:
 *
 * One look of the painted map: a theme and the fill of every area. Immutable and atomically
 * reference-counted, as tiles are painted from it in worker threads.
 */
typedef struct _AtlasMapStyle AtlasMapStyle;

AtlasMapStyle *
atlas_map_style_new (gboolean dark, gboolean over, const AtlasMapFill *fills, guint n_fills);
AtlasMapStyle *atlas_map_style_ref (AtlasMapStyle *self);
void atlas_map_style_unref (AtlasMapStyle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMapStyle, atlas_map_style_unref)

gboolean atlas_map_style_is_dark (AtlasMapStyle *self);
gboolean atlas_map_style_is_over (AtlasMapStyle *self);
const AtlasMapPalette *atlas_map_style_get_palette (AtlasMapStyle *self);
guint atlas_map_style_get_n_fills (AtlasMapStyle *self);
const AtlasMapFill *atlas_map_style_get_fill (AtlasMapStyle *self, guint area);
const guint *atlas_map_style_get_order (AtlasMapStyle *self);

G_END_DECLS
