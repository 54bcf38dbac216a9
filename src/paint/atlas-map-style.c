/* atlas-map-style.c: the colours and lines of the painted map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-style.h"

#include <string.h>

/* A colour written as 0xRRGGBB, so that the tables below read like the design. */
#define RGB(hex)                                                                                   \
  {                                                                                                \
    (((hex) >> 16) & 0xff) / 255.0f, (((hex) >> 8) & 0xff) / 255.0f, ((hex) &0xff) / 255.0f, 1.0f  \
  }

/* How much of a family's colour goes into the fill of an area; the rest is paper. */
#define FILL_STRENGTH 0.62

struct _AtlasMapStyle
{
  gatomicrefcount references;
  gboolean dark;
  guint n_fills;
  AtlasColour *fills;
  guint *order;
};

typedef struct
{
  const char *id;
  AtlasColour light;
  AtlasColour dark;
} FamilyColour;

/* Eight hues and one neutral colour that differ in lightness too: as fills they stay at least eight
 * units of CIE 1976 apart for normal, red-, green- and blue-blind eyes. */
static const FamilyColour FAMILY_COLOURS[] = {
  { "equipment", RGB (0x4580b8), RGB (0x4892d6) },
  { "petrochemical", RGB (0x97618e), RGB (0x9f6ea0) },
  { "metallurgy", RGB (0x787872), RGB (0x8c8b88) },
  { "materials", RGB (0xd0ab5a), RGB (0xc9b06a) },
  { "energy", RGB (0x3d8436), RGB (0x4a8e34) },
  { "food", RGB (0xf7d84f), RGB (0xffd251) },
  { "textile", RGB (0xfda39b), RGB (0xf09a94) },
  { "medicine", RGB (0x79a8a9), RGB (0x7fcdd0) },
};

static const AtlasColour OTHER_LIGHT = RGB (0xb9b2d0);
static const AtlasColour OTHER_DARK = RGB (0x827a90);

/* The accent of libadwaita, as the outline of the selection has it. */
static const AtlasColour ACCENT = RGB (0x3584e4);
static const AtlasColour ACCENT_DARK = RGB (0x62a0ea);

static const AtlasMapPalette LIGHT = {
  .sea = RGB (0xdce8f0),
  .surroundings = RGB (0xeceae4),
  .land = RGB (0xfaf8f3),
  .district = RGB (0xf1eee8),
  .label = RGB (0x2b2823),
  .label_muted = RGB (0x6b645b),
  .coast = RGB (0xa9b4b8),
  .lines = {
    [ATLAS_BOUNDARY_PROVINCE] = RGB (0x8a8175),
    [ATLAS_BOUNDARY_CITY] = RGB (0xa79f92),
    [ATLAS_BOUNDARY_COUNTY] = RGB (0xc9c2b6),
    [ATLAS_BOUNDARY_DISTRICT] = RGB (0xdcd7cd),
    [ATLAS_BOUNDARY_CONTEXT] = RGB (0xd6d3cb),
  },
};

static const AtlasMapPalette DARK = {
  .sea = RGB (0x1b2833),
  .surroundings = RGB (0x232326),
  .land = RGB (0x2b2b2e),
  .district = RGB (0x323236),
  .label = RGB (0xf4f2ee),
  .label_muted = RGB (0xaaa69f),
  .coast = RGB (0x5b6a74),
  .lines = {
    [ATLAS_BOUNDARY_PROVINCE] = RGB (0x98938b),
    [ATLAS_BOUNDARY_CITY] = RGB (0x77736d),
    [ATLAS_BOUNDARY_COUNTY] = RGB (0x5a5855),
    [ATLAS_BOUNDARY_DISTRICT] = RGB (0x48474a),
    [ATLAS_BOUNDARY_CONTEXT] = RGB (0x38383c),
  },
};

/* Logical pixels at the zoom that shows the whole province, and at the one of a single county. */
static const struct
{
  double far;
  double near;
} LINE_WIDTHS[ATLAS_N_BOUNDARY_CLASSES] = {
  [ATLAS_BOUNDARY_PROVINCE] = { 1.6, 2.4 }, [ATLAS_BOUNDARY_CITY] = { 1.0, 1.6 },
  [ATLAS_BOUNDARY_COUNTY] = { 0.5, 1.1 },   [ATLAS_BOUNDARY_DISTRICT] = { 0.5, 0.9 },
  [ATLAS_BOUNDARY_CONTEXT] = { 0.5, 0.8 },
};

/**
 * atlas_map_palette_get:
 * @dark: whether for the dark theme
 *
 * Returns: (transfer none): the colours that carry no meaning
 */
const AtlasMapPalette *
atlas_map_palette_get (gboolean dark)
{
  return dark ? &DARK : &LIGHT;
}

static const FamilyColour *
find_family (const char *family)
{
  for (guint i = 0; i < G_N_ELEMENTS (FAMILY_COLOURS); i++)
    {
      if (g_strcmp0 (FAMILY_COLOURS[i].id, family) == 0)
        return &FAMILY_COLOURS[i];
    }

  return NULL;
}

/**
 * atlas_map_style_get_family_colour:
 * @family: (nullable): id of a family of industries
 * @dark: whether for the dark theme
 *
 * The hue that stands for @family everywhere: chip, legend, map, chart. All families beyond the
 * eight strong ones share one neutral colour.
 *
 * Returns: (transfer none): opaque, valid for ever
 */
const AtlasColour *
atlas_map_style_get_family_colour (const char *family, gboolean dark)
{
  const FamilyColour *found = find_family (family);

  if (found == NULL)
    return dark ? &OTHER_DARK : &OTHER_LIGHT;

  return dark ? &found->dark : &found->light;
}

/**
 * atlas_map_style_get_accent:
 * @dark: whether for the dark theme
 *
 * The hue of places that are picked out and belong to no family of industries.
 *
 * Returns: (transfer none): opaque, valid for ever
 */
const AtlasColour *
atlas_map_style_get_accent (gboolean dark)
{
  return dark ? &ACCENT_DARK : &ACCENT;
}

/**
 * atlas_map_style_is_strong_family:
 * @family: (nullable): id of a family of industries
 *
 * Returns: whether @family has a hue of its own
 */
gboolean
atlas_map_style_is_strong_family (const char *family)
{
  return find_family (family) != NULL;
}

/**
 * atlas_map_style_soften:
 * @colour: a full colour, as on a chip
 * @dark: whether for the dark theme
 *
 * Large areas want less of a colour than a dot does.
 *
 * Returns: @colour on the theme's paper, opaque
 */
AtlasColour
atlas_map_style_soften (const AtlasColour *colour, gboolean dark)
{
  const AtlasColour *paper = &atlas_map_palette_get (dark)->land;
  g_return_val_if_fail (colour != NULL, *paper);

  return atlas_colour_mix (paper, colour, FILL_STRENGTH);
}

/**
 * atlas_map_style_get_line_width:
 * @boundary: which line
 * @zoom: zoom level of the view, 256-pixel tiles
 *
 * Lines grow gently from the whole province to a single county.
 *
 * Returns: logical pixels
 */
double
atlas_map_style_get_line_width (AtlasBoundaryClass boundary, double zoom)
{
  double growth = CLAMP ((zoom - 7.0) / 4.0, 0.0, 1.0);

  g_return_val_if_fail (boundary < ATLAS_N_BOUNDARY_CLASSES, 0.0);

  return LINE_WIDTHS[boundary].far
         + (LINE_WIDTHS[boundary].near - LINE_WIDTHS[boundary].far) * growth;
}

static int
compare_fills (gconstpointer a, gconstpointer b, gpointer fills)
{
  const AtlasColour *colours = fills;
  guint i = *(const guint *) a;
  guint j = *(const guint *) b;
  int order = memcmp (&colours[i], &colours[j], sizeof (AtlasColour));

  return order != 0 ? order : (i > j) - (i < j);
}

/**
 * atlas_map_style_new:
 * @dark: whether for the dark theme
 * @fills: (array length=n_fills): the fill of each area of a geometry, in the geometry's order; an
 *   area whose fill is fully transparent is not painted
 * @n_fills: how many areas the geometry has
 *
 * Returns: (transfer full): a new style
 */
AtlasMapStyle *
atlas_map_style_new (gboolean dark, const AtlasColour *fills, guint n_fills)
{
  AtlasMapStyle *self;

  g_return_val_if_fail (fills != NULL || n_fills == 0, NULL);

  self = g_new0 (AtlasMapStyle, 1);
  g_atomic_ref_count_init (&self->references);
  self->dark = dark;
  self->n_fills = n_fills;
  self->fills = g_memdup2 (fills, n_fills * sizeof (AtlasColour));
  self->order = g_new (guint, n_fills);
  for (guint i = 0; i < n_fills; i++)
    self->order[i] = i;
  g_qsort_with_data (self->order, (int) n_fills, sizeof (guint), compare_fills, self->fills);

  return self;
}

/**
 * atlas_map_style_ref:
 * @self: a style
 *
 * Returns: (transfer full): @self
 */
AtlasMapStyle *
atlas_map_style_ref (AtlasMapStyle *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * atlas_map_style_unref:
 * @self: (transfer full): a style
 */
void
atlas_map_style_unref (AtlasMapStyle *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_free (self->fills);
  g_free (self->order);
  g_free (self);
}

/**
 * atlas_map_style_is_dark:
 * @self: a style
 *
 * Returns: whether it is for the dark theme
 */
gboolean
atlas_map_style_is_dark (AtlasMapStyle *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->dark;
}

/**
 * atlas_map_style_get_palette:
 * @self: a style
 *
 * Returns: (transfer none): the colours that carry no meaning
 */
const AtlasMapPalette *
atlas_map_style_get_palette (AtlasMapStyle *self)
{
  g_return_val_if_fail (self != NULL, &LIGHT);

  return atlas_map_palette_get (self->dark);
}

/**
 * atlas_map_style_get_n_fills:
 * @self: a style
 *
 * Returns: how many areas it knows
 */
guint
atlas_map_style_get_n_fills (AtlasMapStyle *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_fills;
}

/**
 * atlas_map_style_get_fill:
 * @self: a style
 * @area: index of an area in its geometry
 *
 * Returns: (transfer none) (nullable): its colour, or %NULL if it is not painted
 */
const AtlasColour *
atlas_map_style_get_fill (AtlasMapStyle *self, guint area)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (area < self->n_fills, NULL);

  return self->fills[area].alpha > 0.0f ? &self->fills[area] : NULL;
}

/**
 * atlas_map_style_get_order:
 * @self: a style
 *
 * Areas of one colour painted as one path show no seam between them, so the painter takes them
 * together.
 *
 * Returns: (transfer none): the indices of all areas, those of one colour in a row
 */
const guint *
atlas_map_style_get_order (AtlasMapStyle *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->order;
}
