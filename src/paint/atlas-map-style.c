/* atlas-map-style.c: the colours and lines of the painted map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-style.h"

#include <string.h>

/* How much of a family's colour goes into the fill of an area; the rest is paper. */
#define FILL_STRENGTH 0.62

struct _AtlasMapStyle
{
  gatomicrefcount references;
  gboolean dark;
  gboolean over;
  AtlasMapPalette palette;
  guint n_fills;
  AtlasMapFill *fills;
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
  { "equipment", ATLAS_RGB (0x4580b8), ATLAS_RGB (0x4892d6) },
  { "petrochemical", ATLAS_RGB (0x97618e), ATLAS_RGB (0x9f6ea0) },
  { "metallurgy", ATLAS_RGB (0x787872), ATLAS_RGB (0x8c8b88) },
  { "materials", ATLAS_RGB (0xd0ab5a), ATLAS_RGB (0xc9b06a) },
  { "energy", ATLAS_RGB (0x3d8436), ATLAS_RGB (0x4a8e34) },
  { "food", ATLAS_RGB (0xf7d84f), ATLAS_RGB (0xffd251) },
  { "textile", ATLAS_RGB (0xfda39b), ATLAS_RGB (0xf09a94) },
  { "medicine", ATLAS_RGB (0x79a8a9), ATLAS_RGB (0x7fcdd0) },
};

static const AtlasColour OTHER_LIGHT = ATLAS_RGB (0xb8aedd);
static const AtlasColour OTHER_DARK = ATLAS_RGB (0xb0a8dc);

/* The accent of libadwaita, as the outline of the selection has it. */
static const AtlasColour ACCENT = ATLAS_RGB (0x3584e4);
static const AtlasColour ACCENT_DARK = ATLAS_RGB (0x62a0ea);

static const AtlasMapPalette LIGHT = {
  .sea = ATLAS_RGB (0xdce8f0),
  .surroundings = ATLAS_RGB (0xeceae4),
  .land = ATLAS_RGB (0xfaf8f3),
  .district = ATLAS_RGB (0xf1eee8),
  .label = ATLAS_RGB (0x2b2823),
  .label_muted = ATLAS_RGB (0x6b645b),
  .coast = ATLAS_RGB (0xa9b4b8),
  .lines = {
    [ATLAS_BOUNDARY_PROVINCE] = ATLAS_RGB (0x8a8175),
    [ATLAS_BOUNDARY_CITY] = ATLAS_RGB (0xa79f92),
    [ATLAS_BOUNDARY_COUNTY] = ATLAS_RGB (0xc9c2b6),
    [ATLAS_BOUNDARY_DISTRICT] = ATLAS_RGB (0xdcd7cd),
    [ATLAS_BOUNDARY_CONTEXT] = ATLAS_RGB (0xd6d3cb),
  },
};

static const AtlasMapPalette DARK = {
  .sea = ATLAS_RGB (0x1b2833),
  .surroundings = ATLAS_RGB (0x232326),
  .land = ATLAS_RGB (0x2b2b2e),
  .district = ATLAS_RGB (0x323236),
  .label = ATLAS_RGB (0xf4f2ee),
  .label_muted = ATLAS_RGB (0xaaa69f),
  .coast = ATLAS_RGB (0x5b6a74),
  .lines = {
    [ATLAS_BOUNDARY_PROVINCE] = ATLAS_RGB (0x98938b),
    [ATLAS_BOUNDARY_CITY] = ATLAS_RGB (0x77736d),
    [ATLAS_BOUNDARY_COUNTY] = ATLAS_RGB (0x5a5855),
    [ATLAS_BOUNDARY_DISTRICT] = ATLAS_RGB (0x48474a),
    [ATLAS_BOUNDARY_CONTEXT] = ATLAS_RGB (0x38383c),
  },
};

/* Over somebody else's map, whatever its colours: dark lines with a light edge. */
static const AtlasColour OVER_CASING = { 1.0f, 1.0f, 1.0f, 0.6f };
static const AtlasColour OVER_LINES[ATLAS_N_BOUNDARY_CLASSES] = {
  [ATLAS_BOUNDARY_PROVINCE] = ATLAS_RGB (0x3d352c),
  [ATLAS_BOUNDARY_CITY] = ATLAS_RGB (0x4f463c),
  [ATLAS_BOUNDARY_COUNTY] = ATLAS_RGB (0x6e655a),
  [ATLAS_BOUNDARY_DISTRICT] = ATLAS_RGB (0x8d857b),
  [ATLAS_BOUNDARY_CONTEXT] = ATLAS_RGB (0x8d857b),
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

/**
 * atlas_map_fill_equal:
 * @a: a fill
 * @b: a fill
 *
 * Returns: whether they look the same
 */
gboolean
atlas_map_fill_equal (const AtlasMapFill *a, const AtlasMapFill *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->n_stripes == b->n_stripes
         && memcmp (a->stripes, b->stripes, a->n_stripes * sizeof (AtlasColour)) == 0
         && a->hatch == b->hatch && atlas_colour_equal (&a->colour, &b->colour)
         && (a->hatch == ATLAS_HATCH_NONE || atlas_colour_equal (&a->ink, &b->ink));
}

static int
compare_fills (gconstpointer a, gconstpointer b, gpointer fills)
{
  const AtlasMapFill *all = fills;
  guint i = *(const guint *) a;
  guint j = *(const guint *) b;
  int order = memcmp (&all[i], &all[j], sizeof (AtlasMapFill));

  return order != 0 ? order : (i > j) - (i < j);
}

/**
 * atlas_map_style_new:
 * @dark: whether for the dark theme
 * @over: whether the map lies over somebody else's: no sea, no neighbours, no paper
 * @fills: (array length=n_fills): of each area of a geometry, in the geometry's order
 * @n_fills: how many areas the geometry has
 *
 * Returns: (transfer full): a new style
 */
AtlasMapStyle *
atlas_map_style_new (gboolean dark, gboolean over, const AtlasMapFill *fills, guint n_fills)
{
  AtlasMapStyle *self;

  g_return_val_if_fail (fills != NULL || n_fills == 0, NULL);

  self = g_new0 (AtlasMapStyle, 1);
  g_atomic_ref_count_init (&self->references);
  self->dark = dark;
  self->over = over;
  self->palette = *atlas_map_palette_get (dark);
  if (over)
    {
      self->palette.casing = OVER_CASING;
      memcpy (self->palette.lines, OVER_LINES, sizeof (OVER_LINES));
    }
  self->n_fills = n_fills;
  self->fills = g_memdup2 (fills, n_fills * sizeof (AtlasMapFill));
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
 * atlas_map_style_is_over:
 * @self: a style
 *
 * Returns: whether the map lies over somebody else's
 */
gboolean
atlas_map_style_is_over (AtlasMapStyle *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->over;
}

/**
 * atlas_map_style_get_palette:
 * @self: a style
 *
 * Returns: (transfer none): the colours that carry no meaning; its lines are others over somebody
 *   else's map
 */
const AtlasMapPalette *
atlas_map_style_get_palette (AtlasMapStyle *self)
{
  g_return_val_if_fail (self != NULL, &LIGHT);

  return &self->palette;
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
 * Returns: (transfer none) (nullable): how it is filled, or %NULL if it is not painted
 */
const AtlasMapFill *
atlas_map_style_get_fill (AtlasMapStyle *self, guint area)
{
  const AtlasMapFill *fill;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (area < self->n_fills, NULL);

  fill = &self->fills[area];
  return fill->colour.alpha > 0.0f || fill->hatch != ATLAS_HATCH_NONE ? fill : NULL;
}

/**
 * atlas_map_style_get_order:
 * @self: a style
 *
 * Areas of one fill painted as one path show no seam between them, so the painter takes them
 * together.
 *
 * Returns: (transfer none): the indices of all areas, those of one fill in a row
 */
const guint *
atlas_map_style_get_order (AtlasMapStyle *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->order;
}
