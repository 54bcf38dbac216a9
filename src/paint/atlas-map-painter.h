/* atlas-map-painter.h: from geometry and style to any part of the map, on any cairo surface
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "atlas-map-geometry.h"
#include "atlas-map-style.h"

G_BEGIN_DECLS

/**
 * AtlasMapWindow:
 * @origin: the point of the world at cairo's 0, 0
 * @scale: cairo's units for one world unit
 * @width: cairo's units
 * @height: cairo's units
 * @density: cairo's units for one logical pixel: decides the widths of lines, the size of hatches
 * and, with @scale, the level of detail
 * @vector: whether the surface keeps shapes as shapes (SVG, PDF): hatches are then shapes too
 *
 * Which part of the world is painted, and how large.
 */
typedef struct
{
  AtlasPoint origin;
  double scale;
  double width;
  double height;
  double density;
  gboolean vector;
} AtlasMapWindow;

void atlas_map_painter_paint (cairo_t *cr,
                              AtlasMapGeometry *geometry,
                              AtlasMapStyle *style,
                              const AtlasMapWindow *window);

G_END_DECLS
