/* atlas-colour.h: a colour, where no toolkit is at hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasColour:
 * @red: 0 … 1
 * @green: 0 … 1
 * @blue: 0 … 1
 * @alpha: 0 (not there) … 1 (opaque)
 *
 * An sRGB colour, not premultiplied.
 */
typedef struct
{
  float red;
  float green;
  float blue;
  float alpha;
} AtlasColour;

/* A colour written as 0xRRGGBB, so that tables of colours read like the design. */
#define ATLAS_RGB(hex)                                                                             \
  {                                                                                                \
    (((hex) >> 16) & 0xff) / 255.0f, (((hex) >> 8) & 0xff) / 255.0f, ((hex) &0xff) / 255.0f, 1.0f  \
  }

gboolean atlas_colour_equal (const AtlasColour *a, const AtlasColour *b);
AtlasColour atlas_colour_mix (const AtlasColour *from, const AtlasColour *to, double share);
void atlas_colour_set_source (const AtlasColour *self, cairo_t *cr, double opacity);

G_END_DECLS
