/* atlas-label-set-draw.c: how the names of places, their badges and the dots of cities look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-label-set-private.h"

#include <math.h>

#include "atlas-map-style.h"

#define HALO_OPACITY 0.85

static void
draw_name (AtlasLabelSet *self, cairo_t *cr, guint index, const AtlasMapPalette *palette)
{
  const AtlasLabel *label = &g_array_index (self->labels, AtlasLabel, index);
  const AtlasLabelItem *item = atlas_label_set_get_item (self, index);
  g_autoptr (PangoLayout) layout = _atlas_label_set_make_name (self, index);
  double x = ATLAS_LABEL_HALO - label->ink.x;
  double y = floor ((item->height - label->ink.height) / 2.0) - label->ink.y;

  cairo_move_to (cr, x, y);
  pango_cairo_layout_path (cr, layout);
  atlas_colour_set_source (&palette->land, cr, HALO_OPACITY);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2.0 * ATLAS_LABEL_HALO);
  cairo_stroke (cr);

  cairo_move_to (cr, x, y);
  atlas_colour_set_source (
      item->kind == ATLAS_LABEL_DISTRICT ? &palette->label_muted : &palette->label, cr, 1.0);
  pango_cairo_show_layout (cr, layout);
}

static void
trace_pill (cairo_t *cr, double x, double y, double width, double height)
{
  double radius = height / 2.0;

  cairo_new_path (cr);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI / 2.0, 1.5 * G_PI);
  cairo_arc (cr, x + width - radius, y + radius, radius, 1.5 * G_PI, 2.5 * G_PI);
  cairo_close_path (cr);
}

static void
draw_badge (AtlasLabelSet *self, cairo_t *cr, guint index, const AtlasMapPalette *palette)
{
  const AtlasLabel *label = &g_array_index (self->labels, AtlasLabel, index);
  double y = floor ((atlas_label_set_get_item (self, index)->height - label->pill_height) / 2.0);
  g_autoptr (PangoLayout) layout = _atlas_label_set_make_badge (self, index);
  PangoRectangle ink;
  PangoRectangle logical;

  /* Half a pixel in, so that the line is sharp. */
  trace_pill (cr, label->pill_x + 0.5, y + 0.5, label->pill_width - 1.0, label->pill_height - 1.0);
  atlas_colour_set_source (&palette->land, cr, 1.0);
  cairo_fill_preserve (cr);
  atlas_colour_set_source (&palette->label_muted, cr, 0.35);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);

  pango_layout_get_pixel_extents (layout, &ink, &logical);
  cairo_move_to (cr, label->pill_x + (label->pill_width - logical.width) / 2.0 - logical.x,
                 y + (label->pill_height - ink.height) / 2.0 - ink.y);
  atlas_colour_set_source (&palette->label, cr, 1.0);
  pango_cairo_show_layout (cr, layout);
}

/**
 * atlas_label_set_draw_label:
 * @self: labels that were solved
 * @cr: its 0, 0 is the top left of the label's slot; its units are logical pixels
 * @index: which
 * @dark: whether for the dark theme
 *
 * Draws a name with its halo and, where the slot has room for one, its badge.
 */
void
atlas_label_set_draw_label (AtlasLabelSet *self, cairo_t *cr, guint index, gboolean dark)
{
  const AtlasMapPalette *palette = atlas_map_palette_get (dark);

  g_return_if_fail (self != NULL && index < self->items->len);
  g_return_if_fail (self->context != NULL && cr != NULL);

  cairo_save (cr);
  draw_name (self, cr, index, palette);
  if (g_array_index (self->slots, AtlasLabelSlot, index).badge)
    draw_badge (self, cr, index, palette);
  cairo_restore (cr);
}

/**
 * atlas_label_set_draw_dot:
 * @self: labels
 * @cr: its units are logical pixels
 * @x: the anchor of a city there
 * @y: the anchor of a city there
 * @dark: whether for the dark theme
 *
 * Draws the dot of a city, which with its halo reaches %ATLAS_LABEL_DOT_RADIUS and a pixel.
 */
void
atlas_label_set_draw_dot (AtlasLabelSet *self, cairo_t *cr, double x, double y, gboolean dark)
{
  const AtlasMapPalette *palette = atlas_map_palette_get (dark);

  g_return_if_fail (self != NULL && cr != NULL);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, ATLAS_LABEL_DOT_RADIUS + 1.0, 0.0, 2.0 * G_PI);
  atlas_colour_set_source (&palette->land, cr, HALO_OPACITY);
  cairo_fill (cr);
  cairo_arc (cr, x, y, ATLAS_LABEL_DOT_RADIUS - 0.25, 0.0, 2.0 * G_PI);
  atlas_colour_set_source (&palette->label, cr, 1.0);
  cairo_fill (cr);
  cairo_restore (cr);
}
