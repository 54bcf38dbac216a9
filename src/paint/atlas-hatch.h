/* atlas-hatch.h: patterns that say the same as colours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-colour.h"

G_BEGIN_DECLS

/**
 * AtlasHatch:
 * @ATLAS_HATCH_NONE: plain
 * @ATLAS_HATCH_RISING: lines from bottom left to top right
 * @ATLAS_HATCH_FALLING: lines from top left to bottom right
 * @ATLAS_HATCH_LEVEL: lines from left to right
 * @ATLAS_HATCH_UPRIGHT: lines from top to bottom
 * @ATLAS_HATCH_DOTS: dots
 * @ATLAS_HATCH_GRID: level and upright lines
 * @ATLAS_HATCH_CROSSED: rising and falling lines
 * @ATLAS_HATCH_DASHES: level dashes, every other row set off by half
 * @ATLAS_HATCH_ABSENT: fine wide rising lines: the documents say nothing. Never that of a class
 *
 * A plain one and eight that are told apart without colour, and one for absence.
 */
typedef enum
{
  ATLAS_HATCH_NONE,
  ATLAS_HATCH_RISING,
  ATLAS_HATCH_FALLING,
  ATLAS_HATCH_LEVEL,
  ATLAS_HATCH_UPRIGHT,
  ATLAS_HATCH_DOTS,
  ATLAS_HATCH_GRID,
  ATLAS_HATCH_CROSSED,
  ATLAS_HATCH_DASHES,
  ATLAS_HATCH_ABSENT,
  ATLAS_N_HATCHES,
} AtlasHatch;

/* As many classes get lines each; one more stays plain. */
#define ATLAS_MAX_HATCHED_CLASSES 8

/* As many colours can take turns. */
#define ATLAS_MAX_STRIPES 4

cairo_pattern_t *atlas_hatch_make_stripes (const AtlasColour *colours,
                                           guint n_colours,
                                           double density,
                                           gboolean vector,
                                           double origin_x,
                                           double origin_y);
cairo_pattern_t *atlas_hatch_make_pattern (AtlasHatch hatch,
                                           const AtlasColour *ink,
                                           double density,
                                           gboolean vector,
                                           double origin_x,
                                           double origin_y);

G_END_DECLS
