/* test-map-view.c: where the map looks, and that it holds no more than it needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-view-fixture.h"

static void
assert_inside (Fixture *fixture)
{
  AtlasBox box = atlas_map_camera_get_box (fixture->view->camera);
  AtlasPoint north_west = atlas_point_from_degrees (116.0, 45.6);
  AtlasPoint south_east = atlas_point_from_degrees (129.0, 37.2);
  double pixel = (box.x1 - box.x0) / gtk_widget_get_width (GTK_WIDGET (fixture->view));

  g_assert_cmpfloat (box.x0, >=, north_west.x - pixel);
  g_assert_cmpfloat (box.y0, >=, north_west.y - pixel);
  g_assert_cmpfloat (box.x1, <=, south_east.x + pixel);
  g_assert_cmpfloat (box.y1, <=, south_east.y + pixel);
}

static void
test_first_view (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasMapGeometry) geometry = load_geometry (fixture->catalog);
  const AtlasBox *province = atlas_map_geometry_get_province_box (geometry);
  AtlasBox box = atlas_map_camera_get_box (fixture->view->camera);

  g_assert_true (atlas_box_contains (&box, (AtlasPoint){ province->x0, province->y0 }));
  g_assert_true (atlas_box_contains (&box, (AtlasPoint){ province->x1, province->y1 }));
  g_assert_cmpfloat (province->x1 - province->x0, >, (box.x1 - box.x0) * 0.85);
  assert_inside (fixture);
  g_assert_null (atlas_map_view_get_selected (fixture->view));
}

static void
test_bounds (Fixture *fixture, gconstpointer data)
{
  ShumateViewport *viewport = shumate_map_get_viewport (fixture->view->map);

  for (guint i = 0; i < 8; i++)
    {
      double zoom = 4.0 + i;

      shumate_viewport_set_zoom_level (viewport, zoom);
      shumate_location_set_location (SHUMATE_LOCATION (viewport), 60.0 - 10.0 * i, 90.0 + 9.0 * i);
      assert_inside (fixture);
      atlas_map_camera_pan (fixture->view->camera, 4000.0, -3000.0);
      assert_inside (fixture);
      atlas_map_camera_zoom_at (fixture->view->camera, 0.0, 0.0, zoom - 3.0, FALSE);
      assert_inside (fixture);
    }
  atlas_map_camera_zoom_at (fixture->view->camera, 0.0, 0.0, 30.0, FALSE);
  g_assert_cmpfloat (atlas_map_camera_get_zoom (fixture->view->camera), <=, ATLAS_MAX_ZOOM);
  shumate_viewport_set_rotation (viewport, 1.0);
  g_assert_cmpfloat (shumate_viewport_get_rotation (viewport), ==, 0.0);
}

/* What is under the pointer stays there, and the view rests on whole device pixels. */
static void
test_zoom_anchor (Fixture *fixture, gconstpointer data)
{
  AtlasMapCamera *camera = fixture->view->camera;
  AtlasPoint anchor = atlas_map_camera_widget_to_world (camera, 400.0, 300.0);
  double x;
  double y;

  for (double zoom = 7.3; zoom < 11.0; zoom += 0.61)
    {
      double tile;
      double corner;

      atlas_map_camera_zoom_at (camera, 400.0, 300.0, zoom, FALSE);
      g_assert_cmpfloat_with_epsilon (atlas_map_camera_get_zoom (camera), zoom, 0.005);
      atlas_map_camera_world_to_widget (camera, anchor, &x, &y);
      g_assert_cmpfloat_with_epsilon (x, 400.0, 6.0);
      g_assert_cmpfloat_with_epsilon (y, 300.0, 6.0);

      tile = 128.0 * exp2 (atlas_map_camera_get_zoom (camera) - floor (zoom));
      corner = atlas_map_camera_get_box (camera).x0 * 256.0
               * exp2 (atlas_map_camera_get_zoom (camera));
      g_assert_cmpfloat_with_epsilon (tile, round (tile), 1e-6);
      g_assert_cmpfloat_with_epsilon (corner, round (corner), 1e-4);
    }
}

/* Keys zoom about the selected place while it is in view, else about the middle. */
static void
test_zoom_about_selected (Fixture *fixture, gconstpointer data)
{
  AtlasMapCamera *camera = fixture->view->camera;
  double x;
  double y;
  double now_x;
  double now_y;

  atlas_map_view_set_selected (fixture->view, place_of (fixture, WAFANGDIAN));
  locate (fixture, WAFANGDIAN, &x, &y);
  for (guint i = 0; i < 3; i++)
    {
      atlas_map_view_zoom_in (fixture->view);
      wait_until (is_complete, fixture);
    }
  locate (fixture, WAFANGDIAN, &now_x, &now_y);
  g_assert_cmpfloat_with_epsilon (now_x, x, 2.0);
  g_assert_cmpfloat_with_epsilon (now_y, y, 2.0);

  locate (fixture, "211224", &x, &y);
  atlas_map_camera_zoom_at (camera, x, y, 10.0, FALSE);
  wait_until (is_complete, fixture);
  locate (fixture, WAFANGDIAN, &now_x, &now_y);
  g_assert_cmpfloat (now_y, >, gtk_widget_get_height (GTK_WIDGET (fixture->view)));
  {
    AtlasPoint middle = atlas_map_camera_get_centre (camera);

    atlas_map_view_zoom_in (fixture->view);
    wait_until (is_complete, fixture);
    atlas_map_camera_world_to_widget (camera, middle, &x, &y);
  }
  g_assert_cmpfloat_with_epsilon (x, gtk_widget_get_width (GTK_WIDGET (fixture->view)) / 2.0, 2.0);
  g_assert_cmpfloat_with_epsilon (y, gtk_widget_get_height (GTK_WIDGET (fixture->view)) / 2.0, 2.0);
}

static void
test_reveal (Fixture *fixture, gconstpointer data)
{
  AtlasMapCamera *camera = fixture->view->camera;
  AtlasPoint before = atlas_map_camera_get_centre (camera);
  double x;
  double y;

  /* In view already: nothing moves. */
  atlas_map_view_set_selected (fixture->view, place_of (fixture, WAFANGDIAN));
  g_assert_false (atlas_map_camera_is_moving (camera));
  g_assert_cmpfloat (atlas_map_camera_get_centre (camera).x, ==, before.x);

  locate (fixture, "211224", &x, &y);
  atlas_map_camera_zoom_at (camera, x, y, 9.5, FALSE);
  locate (fixture, WAFANGDIAN, &x, &y);
  g_assert_true (y > gtk_widget_get_height (GTK_WIDGET (fixture->view)));
  atlas_map_view_set_selected (fixture->view, NULL);
  atlas_map_view_set_selected (fixture->view, place_of (fixture, WAFANGDIAN));
  wait_until (is_complete, fixture);
  locate (fixture, WAFANGDIAN, &x, &y);
  g_assert_true (x > 0.0 && x < gtk_widget_get_width (GTK_WIDGET (fixture->view)));
  g_assert_true (y > 0.0 && y < gtk_widget_get_height (GTK_WIDGET (fixture->view)));
  g_assert_cmpuint (fixture->n_selections, ==, 3);
}

static gboolean
has_legend (Fixture *fixture)
{
  return gtk_widget_get_child_visible (fixture->view->legend)
         && gtk_widget_get_width (fixture->view->legend) > 0;
}

/* Places are shown whole, beside what covers the map and clear of its edge. */
static void
assert_fitted (Fixture *fixture, const char *const *codes, double covered)
{
  AtlasMapCamera *camera = fixture->view->camera;
  double width = gtk_widget_get_width (GTK_WIDGET (fixture->view)) - covered;
  double height = gtk_widget_get_height (GTK_WIDGET (fixture->view));
  double widest = 0.0;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const AtlasArea *area = atlas_map_geometry_find_area (
          atlas_map_view_get_geometry (fixture->view), codes[i]);
      const AtlasBox *box = atlas_shape_get_box (area->shapes[0]);
      double x0;
      double y0;
      double x1;
      double y1;

      atlas_map_camera_world_to_widget (camera, (AtlasPoint){ box->x0, box->y0 }, &x0, &y0);
      atlas_map_camera_world_to_widget (camera, (AtlasPoint){ box->x1, box->y1 }, &x1, &y1);
      g_assert_cmpfloat (x0, >=, 0.0);
      g_assert_cmpfloat (y0, >=, 0.0);
      g_assert_cmpfloat (x1, <=, width);
      g_assert_cmpfloat (y1, <=, height);
      widest = MAX (widest, MAX ((x1 - x0) / width, (y1 - y0) / height));
    }
  g_assert_cmpfloat (widest, >, 0.2);
}

static void
fit (Fixture *fixture, const char *const *codes)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new ();

  for (guint i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (places, place_of (fixture, codes[i]));
  atlas_map_view_fit_places (fixture->view, places, TRUE);
  wait_until (is_complete, fixture);
}

/* Beside it or above it, while it is open. */
static void
assert_clear_of_legend (Fixture *fixture, const char *const *codes)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  graphene_rect_t legend;

  g_assert_true (gtk_widget_get_child_visible (fixture->view->legend));
  g_assert_true (gtk_widget_compute_bounds (fixture->view->legend, view, &legend));
  for (guint i = 0; codes[i] != NULL; i++)
    {
      const AtlasBox *box = atlas_shape_get_box (
          atlas_map_geometry_find_area (atlas_map_view_get_geometry (fixture->view), codes[i])
              ->shapes[0]);
      double x;
      double y;

      atlas_map_camera_world_to_widget (fixture->view->camera, (AtlasPoint){ box->x1, box->y1 }, &x,
                                        &y);
      g_assert_true (x <= legend.origin.x || y <= legend.origin.y);
      atlas_map_camera_world_to_widget (fixture->view->camera, (AtlasPoint){ box->x0, box->y0 }, &x,
                                        &y);
      g_assert_true (x >= 0.0 && y >= 0.0);
    }
}

static void
test_fit_beside_legend (Fixture *fixture, gconstpointer data)
{
  static const char *const wide[] = { "211382", "210600", NULL };
  static const char *const high[] = { "210281", "210123", NULL };

  if (!gtk_widget_get_child_visible (fixture->view->legend))
    gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.legend", NULL);
  wait_until (has_legend, fixture);
  fit (fixture, wide);
  assert_clear_of_legend (fixture, wide);
  fit (fixture, high);
  assert_clear_of_legend (fixture, high);
}

static void
test_fit_places (Fixture *fixture, gconstpointer data)
{
  static const char *const coast[] = { "210281", "210283", "210600", NULL };
  static const char *const south[] = { "210281", "210283", NULL };
  static const char *const one[] = { "211224", NULL };
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  AtlasMapPose before;
  AtlasMapPose after;

  fit (fixture, coast);
  assert_fitted (fixture, coast, 0.0);
  fit (fixture, one);
  assert_fitted (fixture, one, 0.0);

  atlas_map_view_set_covered (fixture->view, 250);
  fit (fixture, south);
  assert_fitted (fixture, south, 250.0);

  before = atlas_map_view_get_pose (fixture->view);
  atlas_map_view_fit_places (fixture->view, none, TRUE);
  after = atlas_map_view_get_pose (fixture->view);
  g_assert_cmpfloat (after.zoom, ==, before.zoom);
  g_assert_cmpfloat (after.centre.x, ==, before.centre.x);
}

/* What something lies over does not count as in view, and the stamp stands beside it. */
static void
test_covered (Fixture *fixture, gconstpointer data)
{
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->view));
  int covered = width / 2;
  graphene_rect_t stamp;
  double x;
  double y;

  atlas_map_view_set_selected (fixture->view, place_of (fixture, "210624"));
  locate (fixture, "210624", &x, &y);
  g_assert_cmpfloat (x, >, width - covered);

  atlas_map_view_set_covered (fixture->view, covered);
  wait_until (is_complete, fixture);
  locate (fixture, "210624", &x, &y);
  g_assert_cmpfloat (x, >, 0.0);
  g_assert_cmpfloat (x, <, width - covered);
  g_assert_true (
      gtk_widget_compute_bounds (fixture->view->stamp, GTK_WIDGET (fixture->view), &stamp));
  g_assert_cmpfloat (stamp.origin.x + stamp.size.width, <=, width - covered);
}

static void
test_reduced_motion (Fixture *fixture, gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  atlas_map_view_zoom_in (fixture->view);
  g_assert_false (atlas_map_camera_is_moving (fixture->view->camera));
  atlas_map_view_fit_province (fixture->view, TRUE);
  g_assert_false (atlas_map_camera_is_moving (fixture->view->camera));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  atlas_map_view_zoom_in (fixture->view);
  g_assert_true (atlas_map_camera_is_moving (fixture->view->camera));
}

static void
test_complete (Fixture *fixture, gconstpointer data)
{
  g_assert_true (atlas_map_view_is_complete (fixture->view));
  atlas_map_view_zoom_in (fixture->view);
  g_assert_false (atlas_map_view_is_complete (fixture->view));
  wait_until (is_complete, fixture);
  atlas_map_camera_pan (fixture->view->camera, 50.0, 0.0);
  g_assert_false (atlas_map_view_is_complete (fixture->view));
  wait_until (is_complete, fixture);
}

/* The tiles held are those in view and a few around, wherever one has been. */
static void
test_memory (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) layers = g_ptr_array_new ();

  for (guint i = 0; i < 12; i++)
    {
      atlas_map_camera_pan (fixture->view->camera, i % 2 == 0 ? 300.0 : -300.0, 0.0);
      atlas_map_camera_zoom_at (fixture->view->camera, 300.0, 300.0, 7.0 + (i * 5 % 7) * 0.6,
                                FALSE);
      wait_until (is_complete, fixture);
    }
  collect_tile_layers (GTK_WIDGET (fixture->view->map), layers);
  g_assert_cmpuint (layers->len, ==, 2);
  for (guint i = 0; i < layers->len; i++)
    g_assert_cmpuint (atlas_tile_layer_get_n_tiles (layers->pdata[i]), <=, 150);
}

static void
test_finalize (void)
{
  AtlasMapView *view = g_object_ref_sink (ATLAS_MAP_VIEW (atlas_map_view_new ()));
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasMapGeometry) geometry = load_geometry (catalog);
  g_autoptr (ShumateViewport) viewport = shumate_viewport_new ();
  AtlasLabelLayer *labels = g_object_ref_sink (atlas_label_layer_new (viewport));
  AtlasOutlineLayer *outlines = g_object_ref_sink (atlas_outline_layer_new (viewport));
  AtlasMapLegend *legend = g_object_ref_sink (ATLAS_MAP_LEGEND (atlas_map_legend_new ()));
  AtlasMapCard *card = g_object_ref_sink (ATLAS_MAP_CARD (atlas_map_card_new ()));

  g_assert_true (atlas_map_view_set_catalog (view, catalog, NULL));
  atlas_map_view_set_selected (view, atlas_catalog_get_place (catalog, WAFANGDIAN));
  atlas_label_layer_set_places (labels, atlas_catalog_get_places (catalog), geometry);
  atlas_outline_layer_set_geometry (outlines, geometry);
  atlas_outline_layer_set_selected (outlines, WAFANGDIAN);
  atlas_map_card_set_place (card, atlas_catalog_get_place (catalog, WAFANGDIAN), NULL, NULL);

  g_assert_finalize_object (view);
  g_assert_finalize_object (labels);
  g_assert_finalize_object (outlines);
  g_assert_finalize_object (legend);
  g_assert_finalize_object (card);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("map-view", "first-view", test_first_view);
  ADD ("map-view", "bounds", test_bounds);
  ADD ("map-view", "zoom-anchor", test_zoom_anchor);
  ADD ("map-view", "zoom-about-selected", test_zoom_about_selected);
  ADD ("map-view", "reveal", test_reveal);
  ADD ("map-view", "fit-places", test_fit_places);
  ADD ("map-view", "fit-beside-legend", test_fit_beside_legend);
  ADD ("map-view", "covered", test_covered);
  ADD ("map-view", "reduced-motion", test_reduced_motion);
  ADD ("map-view", "complete", test_complete);
  ADD ("map-view", "memory", test_memory);
  g_test_add_func ("/map-view/finalize", test_finalize);

  return g_test_run ();
}
