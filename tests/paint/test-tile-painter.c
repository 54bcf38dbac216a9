/* test-tile-painter.c: what colour is where, and whether tiles fit together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "atlas-map-scheme.h"
#include "atlas-tile-painter.h"
#include "map-fixture.h"

#define WAFANGDIAN "210281"

typedef struct
{
  AtlasCatalog *catalog;
  AtlasMapGeometry *geometry;
  AtlasMapStyle *style;
} Fixture;

static const AtlasMapLook LIGHT = { .kept = ATLAS_MAP_KEEP_ALL };
static const AtlasMapLook DARK = { .dark = TRUE, .kept = ATLAS_MAP_KEEP_ALL };
static const AtlasMapLook HATCHED = { .hatched = TRUE, .kept = ATLAS_MAP_KEEP_ALL };
static const AtlasMapLook OVER = {
  .hatched = TRUE, .over = TRUE, .opacity = 0.5, .kept = ATLAS_MAP_KEEP_ALL
};

static AtlasMapStyle *
make_style (Fixture *fixture, const char *text, const AtlasMapLook *look)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasMapTheme) theme = atlas_map_theme_parse (fixture->catalog, text, &error);
  g_autoptr (AtlasMapScheme) scheme = NULL;

  g_assert_no_error (error);
  scheme = atlas_map_scheme_new (fixture->catalog, fixture->geometry, theme, &error);
  g_assert_no_error (error);
  return atlas_map_scheme_make_style (scheme, fixture->geometry, look);
}

static void
set_up (Fixture *fixture, gconstpointer look)
{
  fixture->catalog = open_catalog ();
  fixture->geometry = load_geometry (fixture->catalog);
  fixture->style = make_style (fixture, "family", look);
}

static void
tear_down (Fixture *fixture, gconstpointer look)
{
  atlas_map_style_unref (fixture->style);
  atlas_map_geometry_unref (fixture->geometry);
  g_assert_finalize_object (fixture->catalog);
}

static guint32
pixel_of (const AtlasColour *colour)
{
  return 0xff000000u | (guint32) lround (colour->red * 255.0f) << 16
         | (guint32) lround (colour->green * 255.0f) << 8
         | (guint32) lround (colour->blue * 255.0f);
}

static guint
channel_difference (guint32 a, guint32 b)
{
  guint most = 0;

  for (guint shift = 0; shift < 32; shift += 8)
    most = MAX (most, (guint) ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)));

  return most;
}

/* The pixel at @point, in a tile of @zoom. */
static guint32
paint_point (Fixture *fixture, AtlasPoint point, guint zoom)
{
  double n_tiles = ldexp (1.0, (int) zoom);
  AtlasTileRequest request = { zoom, (guint) (point.x * n_tiles), (guint) (point.y * n_tiles), 256,
                               1.0 };
  guint side = 0;
  g_autoptr (GBytes) bytes = atlas_tile_painter_paint (fixture->geometry, fixture->style, &request,
                                                       &side);
  const guint32 *pixels = g_bytes_get_data (bytes, NULL);
  guint column = (guint) ((point.x * n_tiles - request.x) * side);
  guint row = (guint) ((point.y * n_tiles - request.y) * side);

  g_assert_cmpuint (g_bytes_get_size (bytes), ==, side * side * sizeof (guint32));
  return pixels[row * side + column];
}

/* Cairo rounds a channel its own way, by one of 255 at most. */
static void
assert_painted (Fixture *fixture, AtlasPoint point, guint zoom, const AtlasColour *colour)
{
  g_assert_cmpuint (channel_difference (paint_point (fixture, point, zoom), pixel_of (colour)), <=,
                    1);
}

static void
test_colours (Fixture *fixture, gconstpointer data)
{
  const AtlasMapLook *look = data;
  const AtlasMapPalette *palette = atlas_map_palette_get (look->dark);
  AtlasPlace *place = atlas_catalog_get_place (fixture->catalog, WAFANGDIAN);
  AtlasPlace *shenhe = atlas_catalog_get_place (fixture->catalog, "210103");
  AtlasPoint inside = atlas_place_get_label_point (place);
  AtlasPoint sea = atlas_point_from_degrees (120.5, 39.3);
  AtlasPoint jilin = atlas_point_from_degrees (126.5, 43.6);
  AtlasColour fill = atlas_map_style_soften (
      atlas_map_style_get_family_colour (atlas_place_get_family (place), look->dark), look->dark);

  for (guint zoom = 7; zoom <= 14; zoom++)
    {
      assert_painted (fixture, inside, zoom, &fill);
      assert_painted (fixture, sea, zoom, &palette->sea);
      assert_painted (fixture, jilin, zoom, &palette->surroundings);
    }

  atlas_map_style_unref (fixture->style);
  fixture->style = make_style (fixture, "none", look);
  assert_painted (fixture, atlas_place_get_label_point (shenhe), 12, &palette->district);
}

/* A line is where two counties meet, and nowhere in the middle of one. */
static void
test_boundary (Fixture *fixture, gconstpointer look)
{
  const AtlasArea *area = atlas_map_geometry_find_area (fixture->geometry, WAFANGDIAN);
  const AtlasShapePath *ring = atlas_shape_get_path (area->shapes[2], 0);
  guint n_lines = 0;

  for (guint i = 0; i < ring->n_points; i += 10)
    {
      guint32 on = paint_point (fixture, ring->points[i], 12);
      guint32 fill = paint_point (
          fixture,
          atlas_place_get_label_point (atlas_catalog_get_place (fixture->catalog, WAFANGDIAN)), 12);

      n_lines += channel_difference (on, fill) > 16;
    }
  g_assert_cmpuint (n_lines, >, ring->n_points / 10 * 9 / 10);
}

/* A tile and the four below it, at the same pixels a degree, must be one picture: then the edges of
 * neighbours meet whatever crosses them. */
static void
assert_adjoining (Fixture *fixture, guint zoom, guint x, guint y)
{
  AtlasTileRequest whole = { zoom, x, y, 256, 1.0 };
  guint side = 0;
  g_autoptr (GBytes) bytes = atlas_tile_painter_paint (fixture->geometry, fixture->style, &whole,
                                                       &side);
  const guint32 *pixels = g_bytes_get_data (bytes, NULL);

  g_assert_cmpuint (side, ==, 256);
  for (guint quarter = 0; quarter < 4; quarter++)
    {
      guint column = quarter % 2;
      guint row = quarter / 2;
      AtlasTileRequest part = { zoom + 1, 2 * x + column, 2 * y + row, 128, 1.0 };
      guint part_side = 0;
      g_autoptr (GBytes) part_bytes = atlas_tile_painter_paint (fixture->geometry, fixture->style,
                                                                &part, &part_side);
      const guint32 *part_pixels = g_bytes_get_data (part_bytes, NULL);

      for (guint i = 0; i < 128 * 128; i++)
        {
          guint32 a = pixels[(row * 128 + i / 128) * 256 + column * 128 + i % 128];
          guint32 b = part_side == 1 ? part_pixels[0] : part_pixels[i];

          /* Only the rounding of coordinates to 1/256 pixel may differ. */
          g_assert_cmpuint (channel_difference (a, b), <=, 8);
        }
    }
}

static void
test_adjoining (Fixture *fixture, gconstpointer look)
{
  const AtlasArea *area = atlas_map_geometry_find_area (fixture->geometry, WAFANGDIAN);
  const AtlasShapePath *ring = atlas_shape_get_path (area->shapes[2], 0);

  for (guint zoom = 6; zoom <= 14; zoom++)
    {
      for (guint i = 0; i < ring->n_points; i += ring->n_points / 5)
        {
          double n_tiles = ldexp (1.0, (int) zoom);

          assert_adjoining (fixture, zoom, (guint) (ring->points[i].x * n_tiles),
                            (guint) (ring->points[i].y * n_tiles));
        }
    }
}

/* The lines of a hatch go on from a tile into the next, at any size. */
static void
assert_joined (Fixture *fixture, guint pixels, double density)
{
  AtlasPoint inside = atlas_place_get_label_point (
      atlas_catalog_get_place (fixture->catalog, WAFANGDIAN));
  guint x = (guint) (inside.x * 4096.0);
  guint y = (guint) (inside.y * 4096.0);
  AtlasTileRequest left_request = { 12, x, y, pixels, density };
  AtlasTileRequest right_request = { 12, x + 1, y, pixels, density };
  AtlasTileRequest large_request = { 11, x / 2, y / 2, 2 * pixels, density };
  guint side;
  g_autoptr (GBytes) left = atlas_tile_painter_paint (fixture->geometry, fixture->style,
                                                      &left_request, &side);
  g_autoptr (GBytes) right = atlas_tile_painter_paint (fixture->geometry, fixture->style,
                                                       &right_request, &side);
  g_autoptr (GBytes) large = atlas_tile_painter_paint (fixture->geometry, fixture->style,
                                                       &large_request, &side);
  const guint32 *pair[] = { g_bytes_get_data (left, NULL), g_bytes_get_data (right, NULL) };
  const guint32 *whole = g_bytes_get_data (large, NULL);
  guint n_inked = 0;

  g_assert_cmpuint (x % 2, ==, 0);
  g_assert_cmpuint (g_bytes_get_size (left), ==, pixels * pixels * 4);
  g_assert_cmpuint (g_bytes_get_size (right), ==, pixels * pixels * 4);
  for (guint row = 0; row < pixels; row++)
    for (guint column = 0; column < 2 * pixels; column++)
      {
        guint32 part = pair[column / pixels][row * pixels + column % pixels];
        guint32 same = whole[(row + y % 2 * pixels) * 2 * pixels + column];

        g_assert_cmpuint (channel_difference (part, same), <=, 8);
        n_inked += channel_difference (part, whole[y % 2 * pixels * 2 * pixels]) > 8;
      }
  g_assert_cmpuint (n_inked, >, pixels * pixels / 10);
}

static void
test_hatch (Fixture *fixture, gconstpointer look)
{
  /* Sides that no hatch divides. */
  assert_joined (fixture, 250, 1.0);
  assert_joined (fixture, 500, 2.0);
  assert_joined (fixture, 330, 1.5);
}

/* Over somebody else's map there is nothing but the province: no sea, no neighbour, no paper. */
static void
test_over (Fixture *fixture, gconstpointer look)
{
  AtlasPoint inside = atlas_place_get_label_point (
      atlas_catalog_get_place (fixture->catalog, "210727"));
  AtlasPoint sea = atlas_point_from_degrees (120.5, 39.3);
  AtlasPoint jilin = atlas_point_from_degrees (126.5, 43.6);
  AtlasTileRequest request = { 11, (guint) (sea.x * 2048.0), (guint) (sea.y * 2048.0), 256, 1.0 };
  guint side = 0;
  g_autoptr (GBytes) plain = atlas_tile_painter_paint (fixture->geometry, fixture->style, &request,
                                                       &side);

  g_assert_cmpuint (side, ==, 1);
  for (guint zoom = 6; zoom <= 12; zoom++)
    {
      g_assert_cmphex (paint_point (fixture, sea, zoom), ==, 0);
      g_assert_cmphex (paint_point (fixture, jilin, zoom), ==, 0);
    }
  g_assert_cmpuint (paint_point (fixture, inside, 12) >> 24, >=, 127);
  g_assert_cmpuint (paint_point (fixture, inside, 12) >> 24, <, 255);
}

/* Lines are there over any ground, dark with a light edge. */
static void
test_lines_over (Fixture *fixture, gconstpointer look)
{
  const AtlasArea *area = atlas_map_geometry_find_area (fixture->geometry, WAFANGDIAN);
  const AtlasShapePath *ring = atlas_shape_get_path (area->shapes[2], 0);
  guint n_dark = 0;
  guint n_points = 0;

  atlas_map_style_unref (fixture->style);
  fixture->style = make_style (fixture, "none", look);
  for (guint i = 0; i < ring->n_points; i += 10)
    {
      guint32 on = paint_point (fixture, ring->points[i], 12);

      /* The coast is left to the other map. */
      if (on >> 24 == 0)
        continue;
      n_points++;
      n_dark += on >> 24 > 128 && (on >> 8 & 0xff) < 192;
    }
  g_assert_cmpuint (n_points, >, 10);
  g_assert_cmpuint (n_dark, >, n_points * 8 / 10);
}

/* Where all is of one colour one pixel stands for the tile, and only there. */
static void
test_plain (Fixture *fixture, gconstpointer look)
{
  AtlasPoint sea = atlas_point_from_degrees (120.5, 39.3);
  AtlasTileRequest request = { 11, (guint) (sea.x * 2048.0), (guint) (sea.y * 2048.0), 300, 1.0 };
  AtlasTileRequest all = { 4, 13, 5, 300, 1.0 };
  guint side = 0;
  g_autoptr (GBytes) plain = atlas_tile_painter_paint (fixture->geometry, fixture->style, &request,
                                                       &side);
  g_autoptr (GBytes) busy = NULL;

  g_assert_cmpuint (side, ==, 1);
  g_assert_cmpuint (g_bytes_get_size (plain), ==, 4);
  busy = atlas_tile_painter_paint (fixture->geometry, fixture->style, &all, &side);
  g_assert_cmpuint (side, ==, 300);
  g_assert_cmpuint (g_bytes_get_size (busy), ==, 300 * 300 * 4);
}

static gpointer
paint_many (gpointer data)
{
  Fixture *fixture = data;
  AtlasTileRequest request = { 6, 53, 24, 256, 1.0 };
  GBytes *bytes = NULL;

  for (guint i = 0; i < 5; i++)
    {
      guint side = 0;

      g_clear_pointer (&bytes, g_bytes_unref);
      bytes = atlas_tile_painter_paint (fixture->geometry, fixture->style, &request, &side);
    }

  return bytes;
}

static void
test_threads (Fixture *fixture, gconstpointer look)
{
  GThread *threads[4];
  g_autoptr (GBytes) alone = paint_many (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("painter", paint_many, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) bytes = g_thread_join (threads[i]);

      g_assert_true (g_bytes_equal (bytes, alone));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/tile-painter/colours/light", Fixture, &LIGHT, set_up, test_colours, tear_down);
  g_test_add ("/tile-painter/colours/dark", Fixture, &DARK, set_up, test_colours, tear_down);
  g_test_add ("/tile-painter/boundary", Fixture, &LIGHT, set_up, test_boundary, tear_down);
  g_test_add ("/tile-painter/adjoining", Fixture, &LIGHT, set_up, test_adjoining, tear_down);
  g_test_add ("/tile-painter/hatch", Fixture, &HATCHED, set_up, test_hatch, tear_down);
  g_test_add ("/tile-painter/over", Fixture, &OVER, set_up, test_over, tear_down);
  g_test_add ("/tile-painter/lines-over", Fixture, &OVER, set_up, test_lines_over, tear_down);
  g_test_add ("/tile-painter/plain", Fixture, &HATCHED, set_up, test_plain, tear_down);
  g_test_add ("/tile-painter/threads", Fixture, &HATCHED, set_up, test_threads, tear_down);

  return g_test_run ();
}
