/* atlas-map-scheme-style.c: how the classes of a scheme look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-scheme-private.h"

#include <math.h>

/* How much of a colour is left in a class that is not kept. */
#define PALED 0.16

/* How far the lines of a hatch are from the fill, towards black or white. */
#define INK_LIGHT 0.12
#define INK_DARK 0.12
#define ABSENT_INK 0.5

static const AtlasColour BLACK = ATLAS_RGB (0x000000);
static const AtlasColour WHITE = ATLAS_RGB (0xffffff);

/* A place in several topics is kept with any of them. */
static gboolean
is_kept (const AtlasMapLook *look, int class, guint topics)
{
  return class >= 64 || (look->kept & (G_GUINT64_CONSTANT (1) << class | topics)) != 0;
}

/* What a class looks like on @paper, kept. */
static AtlasMapFill
get_class_fill (const AtlasMapClass *class, const AtlasMapLook *look, const AtlasColour *paper)
{
  const AtlasMapPalette *palette = atlas_map_palette_get (look->dark);
  const AtlasColour *colour = look->dark ? &class->dark : &class->light;
  AtlasMapFill fill = { .colour = *paper, .ink = *paper, .hatch = ATLAS_HATCH_NONE };

  if (class->absent)
    {
      fill.ink = atlas_colour_mix (paper, &palette->lines[ATLAS_BOUNDARY_CITY], ABSENT_INK);
      fill.hatch = class->hatch;
      return fill;
    }

  fill.colour = class->soft ? *colour : atlas_map_style_soften (colour, look->dark);
  fill.ink = look->dark ? atlas_colour_mix (&fill.colour, &WHITE, INK_DARK)
                        : atlas_colour_mix (&fill.colour, &BLACK, INK_LIGHT);
  if (look->hatched)
    fill.hatch = class->hatch;
  return fill;
}

/* Paler, and plain. */
static void
pale (AtlasMapFill *fill, const AtlasColour *paper)
{
  fill->colour = atlas_colour_mix (paper, &fill->colour, PALED);
  fill->ink = *paper;
  fill->hatch = ATLAS_HATCH_NONE;
}

/* Somebody else's map shows through, most where there is nothing to say. */
static void
make_translucent (AtlasMapFill *fill, const AtlasMapLook *look, gboolean says_something)
{
  fill->colour.alpha = says_something ? (float) look->opacity : 0.0f;
  fill->ink.alpha = fill->hatch != ATLAS_HATCH_NONE ? (float) look->opacity : 0.0f;
  for (guint i = 0; i < fill->n_stripes; i++)
    fill->stripes[i].alpha = (float) look->opacity;
}

/* The colours of the classes in @topics take turns. */
static void
add_stripes (AtlasMapScheme *self, AtlasMapFill *fill, guint topics, const AtlasMapLook *look)
{
  const AtlasColour *paper = &atlas_map_palette_get (look->dark)->land;

  for (guint i = 0; i < self->classes->len && fill->n_stripes < ATLAS_MAX_STRIPES; i++)
    if ((topics & 1u << i) != 0)
      fill->stripes[fill->n_stripes++]
          = get_class_fill (g_ptr_array_index (self->classes, i), look, paper).colour;
  fill->hatch = ATLAS_HATCH_NONE;
}

static AtlasMapFill
get_unit_fill (AtlasMapScheme *self,
               const AtlasArea *area,
               int class_index,
               guint topics,
               const AtlasMapLook *look)
{
  const AtlasMapPalette *palette = atlas_map_palette_get (look->dark);
  const AtlasColour *paper = area->is_district ? &palette->district : &palette->land;
  const AtlasMapClass *class = class_index >= 0 ? g_ptr_array_index (self->classes, class_index)
                                                : NULL;
  AtlasMapFill fill = { .colour = *paper, .ink = *paper, .hatch = ATLAS_HATCH_NONE };

  gboolean kept = class != NULL && is_kept (look, class_index, topics);

  if (class != NULL)
    fill = get_class_fill (class, look, paper);
  if (kept && class->n_striped > 0)
    add_stripes (self, &fill, topics, look);
  else if (class != NULL && !kept)
    pale (&fill, paper);
  if (look->over)
    make_translucent (&fill, look, kept && !class->absent);
  return fill;
}

/**
 * atlas_map_scheme_make_style:
 * @self: a scheme
 * @geometry: the areas it was made for
 * @look: how it is to look
 *
 * Returns: (transfer full): a style for @geometry
 */
AtlasMapStyle *
atlas_map_scheme_make_style (AtlasMapScheme *self,
                             AtlasMapGeometry *geometry,
                             const AtlasMapLook *look)
{
  g_autofree AtlasMapFill *fills = NULL;

  g_return_val_if_fail (self != NULL && geometry != NULL && look != NULL, NULL);
  g_return_val_if_fail (atlas_map_geometry_get_n_areas (geometry) == self->n_areas, NULL);

  fills = g_new0 (AtlasMapFill, self->n_areas);
  for (guint i = 0; i < self->n_areas; i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (geometry, i);

      if (area->is_unit)
        fills[i] = get_unit_fill (self, area, self->of_area[i], self->topics_of_area[i], look);
      else if (atlas_catalog_get_place (self->catalog, area->code) == NULL)
        fills[i].colour = atlas_map_palette_get (look->dark)->surroundings;
      /* Else a city, which lies under its units and is painted with them. */
    }
  return atlas_map_style_new (look->dark, look->over, fills, self->n_areas);
}

static void
trace_rounded_square (cairo_t *cr, double x, double y, double size)
{
  double radius = size / 5.0;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + size - radius, y + radius, radius, -G_PI_2, 0.0);
  cairo_arc (cr, x + size - radius, y + size - radius, radius, 0.0, G_PI_2);
  cairo_arc (cr, x + radius, y + size - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/* Fills the path with what is repeated; as shapes, since nobody says how many pixels the units
 * have. */
static void
fill_with (cairo_t *cr, cairo_pattern_t *owned_pattern)
{
  cairo_set_source (cr, owned_pattern);
  cairo_fill_preserve (cr);
  cairo_pattern_destroy (owned_pattern);
}

/**
 * atlas_map_scheme_draw_swatch:
 * @self: a scheme
 * @class: one of its classes
 * @cr: what is drawn on, in logical pixels
 * @x: left
 * @y: top
 * @size: width and height
 * @look: how the map looks
 *
 * Draws a rounded square as the map has it: of a class that is kept, whichever are, but pale where
 * `kept` is 0. It is opaque, whatever the map lies over.
 */
void
atlas_map_scheme_draw_swatch (AtlasMapScheme *self,
                              const AtlasMapClass *class,
                              cairo_t *cr,
                              double x,
                              double y,
                              double size,
                              const AtlasMapLook *look)
{
  const AtlasMapPalette *palette;
  AtlasMapFill fill;

  g_return_if_fail (self != NULL && class != NULL && cr != NULL && look != NULL);

  palette = atlas_map_palette_get (look->dark);
  fill = get_class_fill (class, look, &palette->land);
  if (look->kept == 0)
    pale (&fill, &palette->land);
  else if (class->n_striped > 0)
    add_stripes (self, &fill, (1u << class->n_striped) - 1, look);
  cairo_save (cr);
  trace_rounded_square (cr, x, y, size);
  atlas_colour_set_source (&fill.colour, cr, 1.0);
  cairo_fill_preserve (cr);
  if (fill.n_stripes > 0)
    fill_with (cr, atlas_hatch_make_stripes (fill.stripes, fill.n_stripes, 0.5, TRUE, -x, -y));
  if (fill.hatch != ATLAS_HATCH_NONE)
    fill_with (cr, atlas_hatch_make_pattern (fill.hatch, &fill.ink, 1.0, TRUE, -x, -y));
  cairo_new_path (cr);
  trace_rounded_square (cr, x + 0.5, y + 0.5, size - 1.0);
  atlas_colour_set_source (&palette->lines[ATLAS_BOUNDARY_COUNTY], cr, 1.0);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
  cairo_restore (cr);
}
