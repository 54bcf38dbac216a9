/* test-hatch.c: whether patterns are told apart without colour, and continue from tile to tile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-hatch.h"

#include <string.h>

#define SIDE 64
#define SHIFTS 16

static const AtlasColour INK = { 0.0f, 0.0f, 0.0f, 1.0f };

/* How much ink is on each pixel, 0 … 255. */
static guint8 *
paint (AtlasHatch hatch, guint side, double density, gboolean vector, double x, double y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) side,
                                                         (int) side);
  cairo_t *cr = cairo_create (surface);
  cairo_pattern_t *pattern = atlas_hatch_make_pattern (hatch, &INK, density, vector, x, y);
  guint8 *ink = g_malloc (side * side);

  cairo_set_source (cr, pattern);
  cairo_paint (cr);
  cairo_pattern_destroy (pattern);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (guint i = 0; i < side * side; i++)
    {
      const guchar *row = cairo_image_surface_get_data (surface)
                          + (gsize) cairo_image_surface_get_stride (surface) * (i / side);

      ink[i] = (guint8) (((const guint32 *) (gconstpointer) row)[i % side] >> 24);
    }
  cairo_surface_destroy (surface);
  return ink;
}

/* The share of ink, 0 … 1. */
static double
get_share (const guint8 *ink, guint side)
{
  double sum = 0.0;

  for (guint i = 0; i < side * side; i++)
    sum += ink[i];
  return sum / side / side / 255.0;
}

/* The mean difference where @b is shifted so that it fits @a best. */
static double
get_difference (const guint8 *a, const guint8 *b)
{
  double least = 1.0;

  for (guint shift = 0; shift < SHIFTS * SHIFTS; shift++)
    {
      double sum = 0.0;

      for (guint y = 0; y < SIDE - SHIFTS; y++)
        for (guint x = 0; x < SIDE - SHIFTS; x++)
          sum += ABS ((int) a[y * SIDE + x]
                      - (int) b[(y + shift / SHIFTS) * SIDE + x + shift % SHIFTS]);
      least = MIN (least, sum / (SIDE - SHIFTS) / (SIDE - SHIFTS) / 255.0);
    }
  return least;
}

/* However they lie against each other, no two are alike; and all leave most of the fill to be seen.
 */
static void
test_distinct (void)
{
  guint8 *inks[ATLAS_N_HATCHES] = { NULL };

  for (guint i = ATLAS_HATCH_NONE + 1; i < ATLAS_N_HATCHES; i++)
    {
      inks[i] = paint ((AtlasHatch) i, SIDE, 1.0, FALSE, 0.0, 0.0);
      g_assert_cmpfloat (get_share (inks[i], SIDE), >, 0.02);
      g_assert_cmpfloat (get_share (inks[i], SIDE), <, 0.35);
      for (guint j = ATLAS_HATCH_NONE + 1; j < i; j++)
        g_assert_cmpfloat (get_difference (inks[i], inks[j]), >, 0.04);
    }
  for (guint i = 0; i < ATLAS_N_HATCHES; i++)
    g_free (inks[i]);
}

/* There are enough of them, and absence is the faintest of the lines. */
static void
test_absent (void)
{
  g_autofree guint8 *absent = paint (ATLAS_HATCH_ABSENT, SIDE, 1.0, FALSE, 0.0, 0.0);

  g_assert_cmpint (ATLAS_N_HATCHES - 2, ==, ATLAS_MAX_HATCHED_CLASSES);
  for (guint i = ATLAS_HATCH_NONE + 1; i < ATLAS_HATCH_ABSENT; i++)
    {
      g_autofree guint8 *ink = paint ((AtlasHatch) i, SIDE, 1.0, FALSE, 0.0, 0.0);

      if (i != ATLAS_HATCH_DOTS)
        g_assert_cmpfloat (get_share (ink, SIDE), >, get_share (absent, SIDE));
    }
}

/* A part of the world, painted by itself, is the same part of a larger picture; also far from the
 * corner, where coordinates are large, and where a logical pixel is no whole number of pixels. */
static void
test_continuous (void)
{
  static const double densities[] = { 1.0, 1.25, 1.5, 2.0 };
  static const double corners[] = { 0.0, 256.0 * 1048576.0 - 3.0 };

  for (guint i = 0; i < G_N_ELEMENTS (densities) * G_N_ELEMENTS (corners); i++)
    for (guint hatch = ATLAS_HATCH_NONE + 1; hatch < ATLAS_N_HATCHES; hatch++)
      {
        double density = densities[i / G_N_ELEMENTS (corners)];
        double corner = corners[i % G_N_ELEMENTS (corners)];
        g_autofree guint8 *whole = paint ((AtlasHatch) hatch, 2 * SIDE, density, FALSE, corner,
                                          corner);
        g_autofree guint8 *part = paint ((AtlasHatch) hatch, SIDE, density, FALSE, corner + SIDE,
                                         corner + SIDE);

        for (guint y = 0; y < SIDE; y++)
          g_assert_cmpmem (part + y * SIDE, SIDE, whole + (y + SIDE) * 2 * SIDE + SIDE, SIDE);
      }
}

/* As shapes it is as dark as in pixels. */
static void
test_vector (void)
{
  for (guint hatch = ATLAS_HATCH_NONE + 1; hatch < ATLAS_N_HATCHES; hatch++)
    {
      g_autofree guint8 *pixels = paint ((AtlasHatch) hatch, 2 * SIDE, 1.0, FALSE, 5.0, 7.0);
      g_autofree guint8 *shapes = paint ((AtlasHatch) hatch, 2 * SIDE, 1.0, TRUE, 5.0, 7.0);

      g_assert_cmpfloat_with_epsilon (get_share (pixels, 2 * SIDE), get_share (shapes, 2 * SIDE),
                                      0.02);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hatch/distinct", test_distinct);
  g_test_add_func ("/hatch/absent", test_absent);
  g_test_add_func ("/hatch/continuous", test_continuous);
  g_test_add_func ("/hatch/vector", test_vector);

  return g_test_run ();
}
