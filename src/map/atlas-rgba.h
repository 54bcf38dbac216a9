/* atlas-rgba.h: the painter's colours as the toolkit's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk/gdk.h>

#include "atlas-colour.h"

G_BEGIN_DECLS

/**
 * atlas_rgba:
 * @colour: a colour
 *
 * Returns: the same for GTK
 */
static inline GdkRGBA
atlas_rgba (const AtlasColour *colour)
{
  return (GdkRGBA){ colour->red, colour->green, colour->blue, colour->alpha };
}

G_END_DECLS
