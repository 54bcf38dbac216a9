/* atlas-shape-tracer.h: hands shapes to cairo, cut down to what can be seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "atlas-geometry.h"

G_BEGIN_DECLS

/**
 * AtlasShapeTracer:
 * @cr: where paths go
 * @origin: the point of the world at cairo's 0, 0
 * @scale: cairo's units for one world unit
 * @box: what can be seen, with room for the width of lines
 */
typedef struct
{
  cairo_t *cr;
  AtlasPoint origin;
  double scale;
  AtlasBox box;
} AtlasShapeTracer;

void atlas_shape_tracer_add (const AtlasShapeTracer *self, AtlasShape *shape, gboolean closed);

G_END_DECLS
