/* test-map-pile.c: painted tiles and somebody else's one above the other, on screen and on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gtk/gtk.h>

#include "../paint/map-fixture.h"
#include "atlas-map-tiles.h"
#include "ground-fixture.h"

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const guchar *data = cairo_image_surface_get_data (surface);

  return ((const guint32 *) (data + y * cairo_image_surface_get_stride (surface)))[x];
}

/* Half the view at another scale, and a strip beyond it */
static void
test_paint (Fixture *fixture, gconstpointer data)
{
  AtlasBox box;
  AtlasMapWindow window = { .width = 400.0, .height = 300.0, .density = 1.0 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 500, 300);
  cairo_t *cr = cairo_create (surface);

  fixture->reader->has_gaps = TRUE;
  show_all (fixture);
  box = atlas_map_camera_get_box (fixture->stage.camera);
  window.origin = (AtlasPoint){ box.x0, box.y0 };
  window.scale = atlas_map_pixels_at (8.0) * 1.37;
  atlas_map_ground_paint (fixture->ground, cr, &window);
  cairo_surface_flush (surface);

  for (int y = 3; y < 300; y += 37)
    for (int x = 3; x < 400; x += 41)
      {
        double at_x = (window.origin.x + (x + 0.5) / window.scale) * 256.0;
        double at_y = (window.origin.y + (y + 0.5) / window.scale) * 256.0;
        guint32 expected = (guint) at_x % 2 == 1 ? 0 : fake_colour (8, (guint) at_x, (guint) at_y);

        /* An edge may be a pixel wide. */
        if (fabs (at_x - round (at_x)) * window.scale / 256.0 > 2.0
            && fabs (at_y - round (at_y)) * window.scale / 256.0 > 2.0)
          g_assert_cmphex (pixel_at (surface, x, y), ==, expected);
      }
  g_assert_cmphex (pixel_at (surface, 450, 100), ==, 0);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Between two tiles nothing shines through, wherever their edge falls. */
static void
test_paint_seams (Fixture *fixture, gconstpointer data)
{
  AtlasBox box;
  AtlasMapWindow window = { .width = 300.0, .height = 300.0, .density = 1.0 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 300);
  cairo_t *cr = cairo_create (surface);

  show_all (fixture);
  box = atlas_map_camera_get_box (fixture->stage.camera);
  window.origin = (AtlasPoint){ box.x0, box.y0 };
  window.scale = atlas_map_pixels_at (8.0) * 0.613;
  atlas_map_ground_paint (fixture->ground, cr, &window);
  cairo_surface_flush (surface);
  for (int y = 0; y < 300; y++)
    for (int x = 0; x < 300; x++)
      g_assert_cmphex (pixel_at (surface, x, y) >> 24, ==, 0xff);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static guint
count_pictures (GskRenderNode *node)
{
  guint n = 0;

  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_TEXTURE_NODE:
      return 1;
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        n += count_pictures (gsk_container_node_get_child (node, i));
      return n;
    case GSK_CLIP_NODE:
      return count_pictures (gsk_clip_node_get_child (node));
    case GSK_TRANSFORM_NODE:
      return count_pictures (gsk_transform_node_get_child (node));
    default:
      return 0;
    }
}

typedef struct
{
  Fixture *fixture;
  AtlasMapTiles *base;
} Pile;

static gboolean
pile_is_complete (gpointer data)
{
  Pile *pile = data;

  return atlas_map_tiles_is_complete (pile->base) && is_complete (pile->fixture);
}

static guint
count_drawn (Fixture *fixture)
{
  GskRenderNode *node = stage_get_node (&fixture->stage);
  guint n = node != NULL ? count_pictures (node) : 0;

  g_clear_pointer (&node, gsk_render_node_unref);
  return n;
}

static AtlasMapStyle *
make_style (AtlasMapGeometry *geometry, gboolean over)
{
  guint n = atlas_map_geometry_get_n_areas (geometry);
  g_autofree AtlasMapFill *fills = g_new0 (AtlasMapFill, n);

  for (guint i = 0; i < n; i++)
    fills[i].colour = (AtlasColour){ 1.0f, 0.0f, 0.0f, over ? 0.5f : 1.0f };
  return atlas_map_style_new (FALSE, over, fills, n);
}

static GtkWidget *
next_of (AtlasMapTiles *tiles)
{
  return gtk_widget_get_next_sibling (atlas_map_tiles_get_top (tiles));
}

/* Painted map, ground, what is painted over it: the base is drawn only where it can be seen. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasMapGeometry) geometry = load_geometry (catalog);
  g_autoptr (AtlasMapStyle) paper = make_style (geometry, FALSE);
  AtlasMapTiles *overlay = atlas_map_tiles_new (fixture->stage.map, fixture->stage.camera);
  AtlasMapTiles *base = atlas_map_tiles_new (fixture->stage.map, fixture->stage.camera);
  GtkWidget *top = atlas_map_ground_get_top (fixture->ground);
  Pile pile = { fixture, base };
  guint n_both;
  guint32 red;

  atlas_map_ground_set_floor (fixture->ground, atlas_map_tiles_get_top (base));
  atlas_map_tiles_set_floor (overlay, top);
  g_assert_true (next_of (base) == top);
  g_assert_true (gtk_widget_get_next_sibling (top) == atlas_map_tiles_get_top (overlay));
  g_assert_null (next_of (overlay));

  atlas_map_tiles_show (base, geometry, paper);
  wait_until (pile_is_complete, &pile);
  red = stage_pick (&fixture->stage, MIDDLE_X, MIDDLE_Y);
  g_assert_cmphex (red, ==, 0xffff0000u);

  fixture->reader->has_gaps = TRUE;
  show (fixture);
  wait_until (pile_is_complete, &pile);
  n_both = count_drawn (fixture);

  atlas_map_ground_set_reader (fixture->ground, NULL);
  fixture->reader->has_gaps = FALSE;
  show (fixture);
  wait_until (pile_is_complete, &pile);
  /* Any move draws all anew. */
  atlas_map_camera_pan (fixture->stage.camera, 1.0, 0.0);
  wait_until (pile_is_complete, &pile);
  g_assert_cmpuint (count_drawn (fixture), <, n_both / 2);
  assert_shows (fixture, 8);

  atlas_map_ground_set_reader (fixture->ground, NULL);
  atlas_map_camera_pan (fixture->stage.camera, -1.0, 0.0);
  wait_until (pile_is_complete, &pile);
  g_assert_cmphex (stage_pick (&fixture->stage, MIDDLE_X, MIDDLE_Y), ==, red);

  g_object_run_dispose (G_OBJECT (overlay));
  g_assert_finalize_object (overlay);
  g_object_run_dispose (G_OBJECT (base));
  g_assert_finalize_object (base);
}

/* Without any move: what the ground gives free is drawn again. */
static void
test_uncovered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasMapGeometry) geometry = load_geometry (catalog);
  g_autoptr (AtlasMapStyle) paper = make_style (geometry, FALSE);
  AtlasMapTiles *base = atlas_map_tiles_new (fixture->stage.map, fixture->stage.camera);
  Pile pile = { fixture, base };

  atlas_map_ground_set_floor (fixture->ground, atlas_map_tiles_get_top (base));
  show (fixture);
  wait_until (is_complete, fixture);
  atlas_map_tiles_show (base, geometry, paper);
  wait_until (pile_is_complete, &pile);
  assert_shows (fixture, 8);

  atlas_map_ground_set_reader (fixture->ground, NULL);
  g_assert_cmphex (stage_pick (&fixture->stage, MIDDLE_X, MIDDLE_Y), ==, 0xffff0000u);

  g_object_run_dispose (G_OBJECT (base));
  g_assert_finalize_object (base);
}

/* Tiles that can be seen through hide nothing. */
static void
test_translucent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasMapGeometry) geometry = load_geometry (catalog);
  g_autoptr (AtlasMapStyle) paper = make_style (geometry, FALSE);
  AtlasMapTiles *base = atlas_map_tiles_new (fixture->stage.map, fixture->stage.camera);
  Pile pile = { fixture, base };
  guint32 pixel;

  fixture->reader->alpha = 51;
  atlas_map_ground_set_floor (fixture->ground, atlas_map_tiles_get_top (base));
  atlas_map_tiles_show (base, geometry, paper);
  show (fixture);
  wait_until (pile_is_complete, &pile);
  pixel = stage_pick (&fixture->stage, MIDDLE_X, MIDDLE_Y);
  g_assert_cmpuint (pixel >> 24, ==, 0xff);
  g_assert_cmpuint (pixel >> 16 & 0xff, >=, 0xca);
  g_assert_cmpuint (pixel >> 16 & 0xff, <=, 0xce);

  g_object_run_dispose (G_OBJECT (base));
  g_assert_finalize_object (base);
}

int
main (int argc, char **argv)
{
  static const FixtureTest tests[] = {
    { "paint", test_paint },         { "paint-seams", test_paint_seams }, { "order", test_order },
    { "uncovered", test_uncovered }, { "translucent", test_translucent },
  };

  gtk_test_init (&argc, &argv, NULL);
  add_tests ("map-pile", tests, G_N_ELEMENTS (tests));

  return g_test_run ();
}
