/* atlas-hatch.c: patterns that say the same as colours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-hatch.h"

#include <math.h>

/* Logical pixels. */
#define STRIPE_WIDTH 6.0

/* Logical pixels. */
typedef struct
{
  double period;
  double width;
  /* Lines that go through the cell's corner or middle; which of them a hatch has. */
  gboolean rising;
  gboolean falling;
  gboolean level;
  gboolean upright;
  gboolean dots;
  gboolean dashes;
} Strokes;

static const Strokes STROKES[ATLAS_N_HATCHES] = {
  [ATLAS_HATCH_RISING] = { .period = 8.0, .width = 1.0, .rising = TRUE },
  [ATLAS_HATCH_FALLING] = { .period = 8.0, .width = 1.0, .falling = TRUE },
  [ATLAS_HATCH_LEVEL] = { .period = 8.0, .width = 1.0, .level = TRUE },
  [ATLAS_HATCH_UPRIGHT] = { .period = 8.0, .width = 1.0, .upright = TRUE },
  [ATLAS_HATCH_DOTS] = { .period = 8.0, .width = 1.8, .dots = TRUE },
  [ATLAS_HATCH_GRID] = { .period = 10.0, .width = 1.0, .level = TRUE, .upright = TRUE },
  [ATLAS_HATCH_CROSSED] = { .period = 10.0, .width = 1.0, .rising = TRUE, .falling = TRUE },
  [ATLAS_HATCH_DASHES] = { .period = 10.0, .width = 1.0, .dashes = TRUE },
  [ATLAS_HATCH_ABSENT] = { .period = 12.0, .width = 0.8, .rising = TRUE },
};

static void
add_line (cairo_t *cr, double x0, double y0, double x1, double y1)
{
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
}

/* What leaves the cell on one side comes in on the other: a slanted line touches three cells. */
static void
add_slanted (cairo_t *cr, double period, gboolean rising)
{
  for (int i = -1; i <= 1; i++)
    {
      double x = i * period;

      if (rising)
        add_line (cr, x - period, 2.0 * period, x + 2.0 * period, -period);
      else
        add_line (cr, x - period, -period, x + 2.0 * period, 2.0 * period);
    }
}

static void
draw_cell (cairo_t *cr, const Strokes *strokes, const AtlasColour *ink, double period, double width)
{
  double middle = period / 2.0;

  /* A line of whole width lies on whole pixels. */
  double along = floor (middle) + fmod (width, 2.0) / 2.0;

  atlas_colour_set_source (ink, cr, 1.0);
  cairo_set_line_width (cr, width);
  if (strokes->rising)
    add_slanted (cr, period, TRUE);
  if (strokes->falling)
    add_slanted (cr, period, FALSE);
  if (strokes->level)
    add_line (cr, 0.0, along, period, along);
  if (strokes->upright)
    add_line (cr, along, 0.0, along, period);
  if (strokes->dashes)
    {
      add_line (cr, 0.0, along / 2.0, middle, along / 2.0);
      add_line (cr, middle, along / 2.0 + middle, period, along / 2.0 + middle);
    }
  if (strokes->dots)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      add_line (cr, middle, middle, middle, middle);
    }
  cairo_stroke (cr);
}

/* A cell of a pattern that goes on without end: pixels, or shapes where @vector. */
static cairo_surface_t *
create_cell (double period, gboolean vector)
{
  if (vector)
    return cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA,
                                           &(cairo_rectangle_t){ 0.0, 0.0, period, period });
  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) period, (int) period);
}

/* Takes @cell. */
static cairo_pattern_t *
repeat (cairo_surface_t *cell, double period, gboolean vector, double origin_x, double origin_y)
{
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (cell);
  cairo_matrix_t matrix;

  cairo_surface_destroy (cell);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, vector ? CAIRO_FILTER_GOOD : CAIRO_FILTER_NEAREST);
  cairo_matrix_init_translate (&matrix, fmod (vector ? origin_x : round (origin_x), period),
                               fmod (vector ? origin_y : round (origin_y), period));
  cairo_pattern_set_matrix (pattern, &matrix);
  return pattern;
}

static double
get_period (double length, double density, gboolean vector)
{
  return vector ? length * density : MAX (round (length * density), 3.0);
}

/**
 * atlas_hatch_make_pattern:
 * @hatch: which; not %ATLAS_HATCH_NONE
 * @ink: its colour
 * @density: cairo's units for one logical pixel
 * @vector: whether shapes stay shapes; else a cell of whole pixels is painted once and repeated,
 *   where one of cairo's units is one pixel
 * @origin_x: how far cairo's 0, 0 is from the western edge of the world, in cairo's units: pictures
 *   of neighbouring parts of the world continue each other's lines
 * @origin_y: how far it is from the northern edge
 *
 * Returns: (transfer full): a pattern that covers everything; transparent between its lines
 */
cairo_pattern_t *
atlas_hatch_make_pattern (AtlasHatch hatch,
                          const AtlasColour *ink,
                          double density,
                          gboolean vector,
                          double origin_x,
                          double origin_y)
{
  const Strokes *strokes;
  cairo_surface_t *cell;
  double period;
  cairo_t *cr;

  g_return_val_if_fail (hatch > ATLAS_HATCH_NONE && hatch < ATLAS_N_HATCHES, NULL);
  g_return_val_if_fail (ink != NULL && density > 0.0, NULL);

  strokes = &STROKES[hatch];
  period = get_period (strokes->period, density, vector);
  cell = create_cell (period, vector);
  cr = cairo_create (cell);
  draw_cell (cr, strokes, ink, period, strokes->width * density);
  cairo_destroy (cr);
  return repeat (cell, period, vector, origin_x, origin_y);
}

/* The band from @from to @to of the falling diagonals of a cell: x + y is between them. */
static void
fill_band (cairo_t *cr, const AtlasColour *colour, double from, double to, double period)
{
  cairo_move_to (cr, from, 0.0);
  cairo_line_to (cr, to, 0.0);
  cairo_line_to (cr, to - period, period);
  cairo_line_to (cr, from - period, period);
  cairo_close_path (cr);
  atlas_colour_set_source (colour, cr, 1.0);
  cairo_fill (cr);
}

/**
 * atlas_hatch_make_stripes:
 * @colours: (array length=n_colours): what takes turns
 * @n_colours: how many, up to %ATLAS_MAX_STRIPES
 * @density: cairo's units for one logical pixel
 * @vector: as for atlas_hatch_make_pattern()
 * @origin_x: as there
 * @origin_y: as there
 *
 * Returns: (transfer full): a pattern of slanted stripes that covers everything
 */
cairo_pattern_t *
atlas_hatch_make_stripes (const AtlasColour *colours,
                          guint n_colours,
                          double density,
                          gboolean vector,
                          double origin_x,
                          double origin_y)
{
  cairo_surface_t *cell;
  double period;
  double width;
  cairo_t *cr;

  g_return_val_if_fail (colours != NULL && n_colours > 0 && n_colours <= ATLAS_MAX_STRIPES, NULL);
  g_return_val_if_fail (density > 0.0, NULL);

  width = get_period (STRIPE_WIDTH, density, vector);
  period = width * n_colours;
  cell = create_cell (period, vector);
  cr = cairo_create (cell);
  /* Soft edges would let what is below shine through between the bands. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  for (guint i = 0; i < 2 * n_colours; i++)
    fill_band (cr, &colours[i % n_colours], i * width, (i + 1.0) * width, period);
  cairo_destroy (cr);
  return repeat (cell, period, vector, origin_x, origin_y);
}
