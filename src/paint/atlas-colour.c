/* atlas-colour.c: a colour, where no toolkit is at hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-colour.h"

/**
 * atlas_colour_equal:
 * @a: a colour
 * @b: a colour
 *
 * Returns: whether they are the same
 */
gboolean
atlas_colour_equal (const AtlasColour *a, const AtlasColour *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->red == b->red && a->green == b->green && a->blue == b->blue && a->alpha == b->alpha;
}

/**
 * atlas_colour_mix:
 * @from: a colour
 * @to: a colour
 * @share: of @to, 0 … 1
 *
 * Returns: the colour between the two, channel by channel
 */
AtlasColour
atlas_colour_mix (const AtlasColour *from, const AtlasColour *to, double share)
{
  float part = (float) share;
  AtlasColour mixed = { 0 };

  g_return_val_if_fail (from != NULL && to != NULL, mixed);

  mixed.red = from->red + (to->red - from->red) * part;
  mixed.green = from->green + (to->green - from->green) * part;
  mixed.blue = from->blue + (to->blue - from->blue) * part;
  mixed.alpha = from->alpha + (to->alpha - from->alpha) * part;
  return mixed;
}

/**
 * atlas_colour_set_source:
 * @self: a colour
 * @cr: what is drawn on
 * @opacity: 0 … 1, by which the colour's own alpha is multiplied
 *
 * Draws with @self from now on.
 */
void
atlas_colour_set_source (const AtlasColour *self, cairo_t *cr, double opacity)
{
  g_return_if_fail (self != NULL && cr != NULL);

  cairo_set_source_rgba (cr, self->red, self->green, self->blue, self->alpha * opacity);
}
