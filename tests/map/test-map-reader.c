/* test-map-reader.c: somebody else's tiles under the theme, from a reader of the test's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fake-reader.h"
#include "map-view-fixture.h"

#define ATTRIBUTION "© 某地图服务商 2026"
/* Nothing of ours has this colour. */
#define GREEN 0xff00ff00u
static const AtlasColour GROUND = { 0.0f, 1.0f, 0.0f, 1.0f };

/* A reader whose tiles are all of one colour */
static FakeReader *
make_reader (void)
{
  FakeReader *reader = fake_reader_new ();

  reader->info.attribution = (char *) ATTRIBUTION;
  reader->colour = GREEN;
  return reader;
}

static GError *
make_failure (void)
{
  return g_error_new_literal (ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_UNREACHABLE, "No connection.");
}

/* The colour of the open sea, where nothing of ours lies over the tiles */
static AtlasColour
colour_of_sea (Fixture *fixture)
{
  cairo_surface_t *picture = photograph (fixture);
  const guchar *data = cairo_image_surface_get_data (picture);
  int stride = cairo_image_surface_get_stride (picture);
  guint32 pixel = *(const guint32 *) (const void *) (data + (int) SEA_Y * stride + 4 * (int) SEA_X);

  cairo_surface_destroy (picture);
  return (AtlasColour){ (float) ((pixel >> 16) & 255u) / 255.0f,
                        (float) ((pixel >> 8) & 255u) / 255.0f, (float) (pixel & 255u) / 255.0f,
                        1.0f };
}

static void
assert_attribution (Fixture *fixture, const char *text)
{
  GtkWidget *label = fixture->view->attribution;

  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, text != NULL ? text : "");
  g_assert_true (gtk_widget_get_child_visible (label) == (text != NULL));
}

/* The tiles are seen, our sea is not, the theme lies over them, and it is said whose they are. */
static void
test_ground (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FakeReader) reader = make_reader ();
  AtlasColour painted = colour_of_ground (fixture, WAFANGDIAN);
  AtlasColour sea = colour_of_sea (fixture);
  AtlasColour over;
  graphene_rect_t attribution;
  graphene_rect_t stamp;

  g_assert_cmpfloat (distance (&sea, &GROUND), >, 0.5);
  assert_attribution (fixture, NULL);
  atlas_map_view_set_reader (fixture->view, ATLAS_TILE_READER (reader));
  g_assert_false (atlas_map_view_is_complete (fixture->view));
  g_assert_true (atlas_map_view_get_look (fixture->view).over);
  wait_until (is_complete, fixture);

  sea = colour_of_sea (fixture);
  g_assert_cmpfloat (distance (&sea, &GROUND), <, 0.02);
  over = colour_of_ground (fixture, WAFANGDIAN);
  g_assert_cmpfloat (distance (&over, &GROUND), >, 0.2);
  g_assert_cmpfloat (distance (&over, &painted), >, 0.1);

  assert_attribution (fixture, ATTRIBUTION);
  g_assert_true (gtk_widget_compute_bounds (fixture->view->attribution, GTK_WIDGET (fixture->view),
                                            &attribution));
  g_assert_true (
      gtk_widget_compute_bounds (fixture->view->stamp, GTK_WIDGET (fixture->view), &stamp));
  g_assert_false (graphene_rect_intersection (&attribution, &stamp, NULL));

  atlas_map_view_set_reader (fixture->view, NULL);
  wait_until (is_complete, fixture);
  sea = colour_of_sea (fixture);
  g_assert_cmpfloat (distance (&sea, &GROUND), >, 0.5);
  over = colour_of_ground (fixture, WAFANGDIAN);
  g_assert_cmpfloat (distance (&over, &painted), <, 0.01);
  assert_attribution (fixture, NULL);
  g_assert_finalize_object (g_steal_pointer (&reader));
}

/* The more opaque, the less is seen of the tiles; and nothing but the overlay is painted anew. */
static void
test_opacity (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FakeReader) reader = make_reader ();
  AtlasMapStyle *base;
  AtlasColour faint;
  AtlasColour strong;
  AtlasColour sea;

  atlas_map_view_set_overlay_opacity (fixture->view, 0.1);
  atlas_map_view_set_reader (fixture->view, ATLAS_TILE_READER (reader));
  wait_until (is_complete, fixture);
  faint = colour_of_ground (fixture, WAFANGDIAN);
  base = atlas_map_tiles_get_style (fixture->view->tiles);

  /* A slider runs through many values on its way; the last one counts. */
  for (guint i = 2; i < 10; i++)
    atlas_map_view_set_overlay_opacity (fixture->view, i / 10.0);
  g_assert_false (atlas_map_view_is_complete (fixture->view));
  wait_until (is_complete, fixture);
  strong = colour_of_ground (fixture, WAFANGDIAN);
  sea = colour_of_sea (fixture);
  g_assert_cmpfloat (distance (&strong, &GROUND), >, distance (&faint, &GROUND) + 0.3);
  g_assert_cmpfloat (distance (&sea, &GROUND), <, 0.02);
  g_assert_true (atlas_map_tiles_get_style (fixture->view->tiles) == base);
  /* What lies around the view may still have been asked for meanwhile, but nothing twice. */
  g_assert_cmpuint (fake_reader_most_often (reader), ==, 1);
}

static void
failed_cb (GError **error, const GError *failure)
{
  g_assert_null (*error);
  *error = g_error_copy (failure);
}

static gboolean
has_no_ground (Fixture *fixture)
{
  return !atlas_map_view_get_look (fixture->view).over && is_complete (fixture);
}

/* A reader that fails gives way to the painted map, said once; setting it again tries again. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FakeReader) reader = make_reader ();
  AtlasColour painted = colour_of_ground (fixture, WAFANGDIAN);
  AtlasColour now;
  g_autoptr (GError) error = NULL;

  g_signal_connect_swapped (fixture->view, "reader-failed", G_CALLBACK (failed_cb), &error);
  reader->error = make_failure ();
  atlas_map_view_set_reader (fixture->view, ATLAS_TILE_READER (reader));
  wait_until (has_no_ground, fixture);
  g_assert_error (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_UNREACHABLE);
  now = colour_of_ground (fixture, WAFANGDIAN);
  g_assert_cmpfloat (distance (&now, &painted), <, 0.01);
  assert_attribution (fixture, NULL);
  g_assert_true (atlas_map_view_get_reader (fixture->view) == ATLAS_TILE_READER (reader));

  g_clear_error (&error);
  atlas_map_view_set_reader (fixture->view, ATLAS_TILE_READER (reader));
  g_assert_true (atlas_map_view_get_look (fixture->view).over);
  wait_until (is_complete, fixture);
  now = colour_of_sea (fixture);
  g_assert_cmpfloat (distance (&now, &GROUND), <, 0.02);
  g_assert_no_error (error);

  /* It may fail after it has served for a while, too. */
  reader->error = make_failure ();
  atlas_tile_reader_report (ATLAS_TILE_READER (reader), reader->error);
  g_assert_error (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_UNREACHABLE);
  wait_until (has_no_ground, fixture);
  now = colour_of_ground (fixture, WAFANGDIAN);
  g_assert_cmpfloat (distance (&now, &painted), <, 0.01);
}

/* One sees as fine as the tiles are, and no finer with the painted map. */
static void
test_max_zoom (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FakeReader) reader = make_reader ();
  AtlasMapCamera *camera = fixture->view->camera;

  atlas_map_view_set_reader (fixture->view, ATLAS_TILE_READER (reader));
  atlas_map_camera_zoom_at (camera, 300.0, 300.0, 13.5, FALSE);
  g_assert_cmpfloat_with_epsilon (atlas_map_camera_get_zoom (camera), 13.5, 0.01);
  wait_until (is_complete, fixture);
  atlas_map_view_set_reader (fixture->view, NULL);
  g_assert_cmpfloat (atlas_map_camera_get_zoom (camera), <=, ATLAS_MAX_ZOOM);
  wait_until (is_complete, fixture);
}

/* As a map on paper asks for it */
static void
test_paint_ground (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FakeReader) reader = make_reader ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 64, 64);
  cairo_t *cr = cairo_create (surface);
  AtlasBox box = atlas_map_camera_get_box (fixture->view->camera);
  AtlasMapWindow window = {
    .origin = { box.x0, box.y0 },
    .scale = atlas_map_pixels_at (atlas_map_view_get_pose (fixture->view).zoom),
    .width = 64.0,
    .height = 64.0,
    .density = 1.0,
  };
  const guint32 *pixels = (const guint32 *) (const void *) cairo_image_surface_get_data (surface);

  atlas_map_view_paint_ground (fixture->view, cr, &window);
  cairo_surface_flush (surface);
  g_assert_cmphex (pixels[0], ==, 0);
  atlas_map_view_set_reader (fixture->view, ATLAS_TILE_READER (reader));
  wait_until (is_complete, fixture);
  atlas_map_view_paint_ground (fixture->view, cr, &window);
  cairo_surface_flush (surface);
  g_assert_cmphex (pixels[0], ==, GREEN);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_finalize (void)
{
  AtlasMapView *view = g_object_ref_sink (ATLAS_MAP_VIEW (atlas_map_view_new ()));
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  FakeReader *reader = make_reader ();

  g_assert_true (atlas_map_view_set_catalog (view, catalog, NULL));
  atlas_map_view_set_reader (view, ATLAS_TILE_READER (reader));
  g_assert_finalize_object (view);
  g_assert_finalize_object (reader);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("map-reader", "ground", test_ground);
  ADD ("map-reader", "opacity", test_opacity);
  ADD ("map-reader", "failure", test_failure);
  ADD ("map-reader", "max-zoom", test_max_zoom);
  ADD ("map-reader", "paint-ground", test_paint_ground);
  g_test_add_func ("/map-reader/finalize", test_finalize);

  return g_test_run ();
}
