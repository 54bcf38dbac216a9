/* test-map-classes.c: whether classes can be told apart, with and without colour
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "colour-distance.h"
#include "scheme-fixture.h"

/* Of two fills on one map. */
#define LEAST_DISTANCE 8.0
/* Of two steps of one hue, in lightness alone. */
#define LEAST_STEP 8.0

static const char *const THEMES[] = {
  "family",
  "projects",
  "coverage",
  "period",
  "family:food,family:energy,zone:沿海经济带",
  "family:equipment,zone:沿海经济带,zone:独立工矿区",
  "zone:沿海经济带,zone:独立工矿区,zone:现代化港口群",
  "family:tourism,family:ocean,family:mining,family:services",
  "family:equipment,cluster:工业母机产业集群",
  "zone:沿海经济带,family:equipment,family:petrochemical,family:energy",
};

static const AtlasMapLook PLAIN = { .kept = ATLAS_MAP_KEEP_ALL };

static AtlasColour
get_fill_colour (const AtlasMapClass *class, gboolean dark)
{
  const AtlasColour *colour = dark ? &class->dark : &class->light;

  return class->soft ? *colour : atlas_map_style_soften (colour, dark);
}

/* Every two classes of a map, in both themes, for every eye. */
static void
test_colours (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 2 * G_N_ELEMENTS (THEMES); i++)
    {
      gboolean dark = i % 2 == 1;
      g_autoptr (AtlasMapScheme) scheme = make_scheme (fixture, THEMES[i / 2]);
      GPtrArray *classes = atlas_map_scheme_get_classes (scheme);

      for (guint j = 0; j < classes->len; j++)
        for (guint k = 0; k < j; k++)
          {
            const AtlasMapClass *a = g_ptr_array_index (classes, j);
            const AtlasMapClass *b = g_ptr_array_index (classes, k);
            AtlasColour p = get_fill_colour (a, dark);
            AtlasColour q = get_fill_colour (b, dark);

            if (get_colour_distance (&p, &q) < LEAST_DISTANCE)
              g_error ("%s: %s and %s are %.1f apart", THEMES[i / 2], a->name, b->name,
                       get_colour_distance (&p, &q));
          }
    }
}

/* The eight strong families and all others, whether or not some county has them. */
static void
test_families (Fixture *fixture, gconstpointer data)
{
  static const char *const families[] = { "equipment", "petrochemical", "metallurgy",
                                          "materials", "energy",        "food",
                                          "textile",   "medicine",      "tourism" };

  for (gboolean dark = FALSE; dark <= TRUE; dark++)
    for (guint i = 0; i < G_N_ELEMENTS (families); i++)
      {
        AtlasColour a = *atlas_map_style_get_family_colour (families[i], dark);

        g_assert_true (atlas_map_style_is_strong_family (families[i])
                       == (i + 1 < G_N_ELEMENTS (families)));
        a = atlas_map_style_soften (&a, dark);
        for (guint j = 0; j < i; j++)
          {
            AtlasColour b = *atlas_map_style_get_family_colour (families[j], dark);

            b = atlas_map_style_soften (&b, dark);
            g_assert_cmpfloat (get_colour_distance (&a, &b), >=, LEAST_DISTANCE);
          }
      }
  g_assert_true (atlas_colour_equal (atlas_map_style_get_family_colour ("tourism", FALSE),
                                     atlas_map_style_get_family_colour (NULL, FALSE)));
}

/* More is darker on light paper and lighter on dark paper, step by step; so it is on a grey print.
 */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasMapScheme) scheme = make_scheme (fixture, "projects");
  GPtrArray *classes = atlas_map_scheme_get_classes (scheme);

  g_assert_cmpuint (classes->len, ==, 6);
  for (guint i = 1; i < 5; i++)
    {
      const AtlasMapClass *less = g_ptr_array_index (classes, i - 1);
      const AtlasMapClass *more = g_ptr_array_index (classes, i);

      g_assert_cmpfloat (get_lightness (&less->light) - get_lightness (&more->light), >=,
                         LEAST_STEP);
      g_assert_cmpfloat (get_lightness (&more->dark) - get_lightness (&less->dark), >=, LEAST_STEP);
      g_assert_cmpint (more->hatch, ==, ATLAS_HATCH_NONE);
    }
}

/* Classes that are kinds differ in their lines, overlaps have stripes, and absence its own lines.
 */
static void
test_hatches (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (THEMES); i++)
    {
      g_autoptr (AtlasMapScheme) scheme = make_scheme (fixture, THEMES[i]);
      GPtrArray *classes = atlas_map_scheme_get_classes (scheme);
      GHashTable *seen = g_hash_table_new (NULL, NULL);

      for (guint j = 0; j < classes->len; j++)
        {
          const AtlasMapClass *class = g_ptr_array_index (classes, j);

          g_assert_true (class->absent == (class->hatch == ATLAS_HATCH_ABSENT));
          if (class->n_striped == 0 && !g_str_equal (THEMES[i], "projects")
              && !g_str_equal (THEMES[i], "coverage"))
            g_assert_true (g_hash_table_add (seen, GINT_TO_POINTER (class->hatch)));
        }
      g_hash_table_unref (seen);
    }
}

/* The fill of each area under @look is what its class has; lines only where they are wanted. */
static void
test_style (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasMapScheme) scheme = make_scheme (fixture, "family");

  for (guint i = 0; i < 4; i++)
    {
      AtlasMapLook look = { .dark = i & 1, .hatched = i & 2, .kept = ATLAS_MAP_KEEP_ALL };
      const AtlasMapPalette *palette = atlas_map_palette_get (look.dark);
      g_autoptr (AtlasMapStyle) style = atlas_map_scheme_make_style (scheme, fixture->geometry,
                                                                     &look);

      g_assert_true (atlas_map_style_is_dark (style) == look.dark);
      for (guint area = 0; area < atlas_map_style_get_n_fills (style); area++)
        {
          const AtlasArea *shape = atlas_map_geometry_get_area (fixture->geometry, area);
          const AtlasMapFill *fill = atlas_map_style_get_fill (style, area);
          int index = atlas_map_scheme_get_class_of_area (scheme, area);
          const AtlasMapClass *class = index >= 0 ? g_ptr_array_index (
                                           atlas_map_scheme_get_classes (scheme), (guint) index)
                                                  : NULL;
          AtlasColour expected;

          if (class == NULL)
            {
              /* A city lies under its units; what is no place at all is a neighbour. */
              g_assert_true ((fill == NULL)
                             == (atlas_catalog_get_place (fixture->catalog, shape->code) != NULL));
              continue;
            }
          expected = get_fill_colour (class, look.dark);
          if (class->absent)
            expected = shape->is_district ? palette->district : palette->land;
          g_assert_true (atlas_colour_equal (&fill->colour, &expected));
          g_assert_cmpint (fill->hatch, ==,
                           look.hatched || class->absent ? class->hatch : ATLAS_HATCH_NONE);
        }
    }
}

/* What is not kept has hardly a colour and no lines, on both papers. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasMapScheme) scheme = make_scheme (fixture, "family");
  AtlasMapLook look = { .hatched = TRUE, .kept = 1u << 5 };
  g_autoptr (AtlasMapStyle) all = atlas_map_scheme_make_style (scheme, fixture->geometry, &PLAIN);
  g_autoptr (AtlasMapStyle) some = atlas_map_scheme_make_style (scheme, fixture->geometry, &look);
  const AtlasMapPalette *palette = atlas_map_palette_get (FALSE);
  guint n_kept = 0;

  for (guint area = 0; area < atlas_map_style_get_n_fills (all); area++)
    {
      const AtlasMapFill *full = atlas_map_style_get_fill (all, area);
      const AtlasMapFill *fill = atlas_map_style_get_fill (some, area);
      int index = atlas_map_scheme_get_class_of_area (scheme, area);
      const AtlasColour *paper = &palette->land;

      if (index == 5)
        {
          g_assert_true (atlas_colour_equal (&fill->colour, &full->colour));
          g_assert_cmpint (fill->hatch, !=, ATLAS_HATCH_NONE);
          n_kept++;
        }
      else if (index >= 0)
        {
          if (atlas_map_geometry_get_area (fixture->geometry, area)->is_district)
            paper = &palette->district;
          g_assert_cmpfloat (get_colour_distance (&fill->colour, paper), <, LEAST_DISTANCE);
          g_assert_cmpint (fill->hatch, ==, ATLAS_HATCH_NONE);
        }
    }
  g_assert_cmpuint (n_kept, >, 0);
}

/* Over somebody else's map: what has a class lets it shine through, all else is not there. */
static void
test_over (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasMapScheme) scheme = make_scheme (fixture, "family");
  AtlasMapLook look = { .hatched = TRUE, .over = TRUE, .opacity = 0.5, .kept = ~(1u << 5) };
  g_autoptr (AtlasMapStyle) style = atlas_map_scheme_make_style (scheme, fixture->geometry, &look);

  g_assert_true (atlas_map_style_is_over (style));
  for (guint area = 0; area < atlas_map_style_get_n_fills (style); area++)
    {
      const AtlasMapFill *fill = atlas_map_style_get_fill (style, area);
      int index = atlas_map_scheme_get_class_of_area (scheme, area);
      const AtlasMapClass *class = index >= 0 ? g_ptr_array_index (
                                       atlas_map_scheme_get_classes (scheme), (guint) index)
                                              : NULL;

      if (class == NULL)
        continue;
      if (index == 5)
        g_assert_null (fill);
      else
        g_assert_cmpfloat_with_epsilon (fill->colour.alpha, class->absent ? 0.0f : 0.5f, 0.001f);
    }
}

static guint32
get_middle_of_swatch (AtlasMapScheme *scheme, const AtlasMapClass *class, const AtlasMapLook *look)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 16, 16);
  cairo_t *cr = cairo_create (surface);
  guint32 pixel;

  atlas_map_scheme_draw_swatch (scheme, class, cr, 0.0, 0.0, 16.0, look);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixel = ((guint32 *) (gpointer) cairo_image_surface_get_data (surface))[8 * 16 + 8];
  cairo_surface_destroy (surface);
  return pixel;
}

/* A swatch has the colour of the map, and is opaque whatever the map lies over. */
static void
test_swatch (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasMapScheme) scheme = make_scheme (fixture, "family");
  const AtlasMapClass *class = g_ptr_array_index (atlas_map_scheme_get_classes (scheme), 0);
  AtlasMapLook over = { .over = TRUE, .opacity = 0.1, .kept = ATLAS_MAP_KEEP_ALL };
  AtlasMapLook pale = { .kept = 0 };
  AtlasColour fill = get_fill_colour (class, FALSE);
  guint32 pixel = get_middle_of_swatch (scheme, class, &PLAIN);

  g_assert_cmpfloat_with_epsilon ((pixel >> 16 & 0xff) / 255.0, fill.red, 0.005);
  g_assert_cmpfloat_with_epsilon ((pixel & 0xff) / 255.0, fill.blue, 0.005);
  g_assert_cmphex (pixel, ==, get_middle_of_swatch (scheme, class, &over));
  g_assert_cmphex (pixel, !=, get_middle_of_swatch (scheme, class, &pale));
}

#define ADD(name, func) g_test_add ("/map-classes/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("colours", test_colours);
  ADD ("families", test_families);
  ADD ("steps", test_steps);
  ADD ("hatches", test_hatches);
  ADD ("style", test_style);
  ADD ("kept", test_kept);
  ADD ("over", test_over);
  ADD ("swatch", test_swatch);

  return g_test_run ();
}
