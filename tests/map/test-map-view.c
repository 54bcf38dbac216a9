/* test-map-view.c: the map as a person uses it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <math.h>

#include "atlas-map-view-private.h"
#include "atlas-painted-source.h"
#include "atlas-tile-layer.h"
#include "atlas-wording.h"
#include "../paint/map-fixture.h"

#define PATIENCE_SECONDS 20
#define WAFANGDIAN "210281"

typedef struct
{
  AtlasCatalog *catalog;
  GtkWindow *window;
  AtlasMapView *view;
  guint n_selections;
  AtlasPlace *activated;
} Fixture;

static gboolean
out_of_patience (gpointer data)
{
  g_error ("The map did not get there in %d seconds.", PATIENCE_SECONDS);
  return G_SOURCE_REMOVE;
}

static void
wait_until (gboolean (*reached) (Fixture *), Fixture *fixture)
{
  guint id = g_timeout_add_seconds (PATIENCE_SECONDS, out_of_patience, NULL);

  while (!reached (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

static gboolean
is_complete (Fixture *fixture)
{
  return atlas_map_view_is_complete (fixture->view);
}

static gboolean
is_dark (Fixture *fixture)
{
  AtlasMapStyle *style = atlas_map_tiles_get_style (fixture->view->tiles);

  return style != NULL && atlas_map_style_is_dark (style);
}

static gboolean
is_small (Fixture *fixture)
{
  return gtk_widget_get_width (GTK_WIDGET (fixture->view)) <= 320;
}

static void
selected_cb (Fixture *fixture)
{
  fixture->n_selections++;
}

static void
activate_cb (Fixture *fixture, AtlasPlace *place)
{
  fixture->activated = place;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalog = open_catalog ();
  fixture->view = ATLAS_MAP_VIEW (atlas_map_view_new ());
  fixture->window = GTK_WINDOW (gtk_window_new ());
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  g_signal_connect_swapped (fixture->view, "notify::selected", G_CALLBACK (selected_cb), fixture);
  g_signal_connect_swapped (fixture->view, "activate-place", G_CALLBACK (activate_cb), fixture);
  gtk_window_set_default_size (fixture->window, 604, 704);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->view));
  g_assert_true (atlas_map_view_set_catalog (fixture->view, fixture->catalog, &error));
  g_assert_no_error (error);
  gtk_window_present (fixture->window);
  wait_until (is_complete, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  while (fixture->view != NULL || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_clear_object (&fixture->catalog);
}

static AtlasPlace *
place_of (Fixture *fixture, const char *code)
{
  AtlasPlace *place = atlas_catalog_get_place (fixture->catalog, code);

  g_assert_nonnull (place);
  return place;
}

/* Where the label of a place is on the map now. */
static void
locate (Fixture *fixture, const char *code, double *x, double *y)
{
  atlas_map_camera_world_to_widget (fixture->view->camera,
                                    atlas_place_get_label_point (place_of (fixture, code)), x, y);
}

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
  g_assert_true (gtk_widget_get_child_visible (fixture->view->legend));
}

static void
test_click (Fixture *fixture, gconstpointer data)
{
  double x;
  double y;

  locate (fixture, WAFANGDIAN, &x, &y);
  _atlas_map_view_press (fixture->view, x, y);
  _atlas_map_view_release (fixture->view, 1, x + 2.0, y - 1.0);
  g_assert_true (atlas_map_view_get_selected (fixture->view) == place_of (fixture, WAFANGDIAN));
  g_assert_cmpstr (atlas_outline_layer_get_selected (fixture->view->outlines), ==, WAFANGDIAN);
  g_assert_cmpuint (fixture->n_selections, ==, 1);

  /* The same again says nothing new; the open sea takes nothing away. */
  _atlas_map_view_press (fixture->view, x, y);
  _atlas_map_view_release (fixture->view, 1, x, y);
  _atlas_map_view_press (fixture->view, 180.0, 560.0);
  g_assert_null (_atlas_map_view_hit (fixture->view, 180.0, 560.0));
  _atlas_map_view_release (fixture->view, 1, 180.0, 560.0);
  g_assert_cmpuint (fixture->n_selections, ==, 1);
}

static void
test_click_on_district (Fixture *fixture, gconstpointer data)
{
  double x;
  double y;

  locate (fixture, "210112", &x, &y);
  _atlas_map_view_press (fixture->view, x, y);
  _atlas_map_view_release (fixture->view, 1, x, y);
  g_assert_true (atlas_map_view_get_selected (fixture->view) == place_of (fixture, "210112"));
}

static void
test_drag (Fixture *fixture, gconstpointer data)
{
  AtlasPoint before = atlas_map_camera_get_centre (fixture->view->camera);
  AtlasPoint after;
  double x;
  double y;
  double moved_x;
  double moved_y;

  locate (fixture, WAFANGDIAN, &x, &y);
  _atlas_map_view_press (fixture->view, x, y);
  _atlas_map_view_drag (fixture->view, 3.0, 1.0);
  after = atlas_map_camera_get_centre (fixture->view->camera);
  g_assert_cmpfloat (after.x, ==, before.x);

  _atlas_map_view_drag (fixture->view, 40.0, -10.0);
  _atlas_map_view_drag (fixture->view, 60.0, -24.0);
  _atlas_map_view_release (fixture->view, 1, x + 60.0, y - 24.0);
  g_assert_null (atlas_map_view_get_selected (fixture->view));
  locate (fixture, WAFANGDIAN, &moved_x, &moved_y);
  g_assert_cmpfloat_with_epsilon (moved_x, x + 60.0, 0.01);
  g_assert_cmpfloat_with_epsilon (moved_y, y - 24.0, 0.01);

  /* A press that wandered off and came back was no click either. */
  _atlas_map_view_press (fixture->view, moved_x, moved_y);
  _atlas_map_view_drag (fixture->view, 30.0, 0.0);
  _atlas_map_view_drag (fixture->view, 0.0, 0.0);
  _atlas_map_view_release (fixture->view, 1, moved_x, moved_y);
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

static void
test_double_click (Fixture *fixture, gconstpointer data)
{
  double before = atlas_map_camera_get_zoom (fixture->view->camera);

  _atlas_map_view_press (fixture->view, 300.0, 300.0);
  _atlas_map_view_release (fixture->view, 2, 300.0, 300.0);
  wait_until (is_complete, fixture);
  g_assert_cmpfloat (atlas_map_camera_get_target_zoom (fixture->view->camera), >, before + 0.5);
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
test_hover (Fixture *fixture, gconstpointer data)
{
  double x;
  double y;

  locate (fixture, WAFANGDIAN, &x, &y);
  _atlas_map_view_hover (fixture->view, x, y);
  g_assert_true (fixture->view->hovered == place_of (fixture, WAFANGDIAN));
  g_assert_null (atlas_map_view_get_selected (fixture->view));
  _atlas_map_view_hover (fixture->view, 180.0, 560.0);
  g_assert_null (fixture->view->hovered);
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->view);
  double before = atlas_map_camera_get_target_zoom (fixture->view->camera);

  g_assert_true (gtk_widget_activate_action (widget, "map.zoom-in", NULL));
  g_assert_cmpfloat (atlas_map_camera_get_target_zoom (fixture->view->camera), >, before);
  g_assert_true (gtk_widget_activate_action (widget, "map.fit", NULL));
  g_assert_cmpfloat_with_epsilon (atlas_map_camera_get_target_zoom (fixture->view->camera), before,
                                  0.001);

  g_assert_true (gtk_widget_activate_action (widget, "map.activate", NULL));
  g_assert_null (fixture->activated);
  atlas_map_view_set_selected (fixture->view, place_of (fixture, WAFANGDIAN));
  g_assert_true (gtk_widget_activate_action (widget, "map.activate", NULL));
  g_assert_true (fixture->activated == place_of (fixture, WAFANGDIAN));

  g_assert_true (gtk_widget_activate_action (widget, "map.legend", NULL));
  gtk_widget_queue_allocate (widget);
  wait_until (is_complete, fixture);
  g_assert_false (gtk_widget_get_child_visible (fixture->view->legend));
  g_assert_true (gtk_widget_get_child_visible (fixture->view->legend_button));
}

static void
assert_stamp (Fixture *fixture)
{
  GtkWidget *stamp = fixture->view->stamp;
  graphene_rect_t bounds;
  graphene_rect_t scale;

  g_assert_true (gtk_widget_get_mapped (stamp));
  g_assert_nonnull (g_strstr_len (gtk_label_get_label (GTK_LABEL (stamp)), -1, "不得公开"));
  g_assert_nonnull (
      g_strstr_len (gtk_label_get_label (GTK_LABEL (stamp)), -1, "示意图，不作为划界依据"));
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (stamp))));
  g_assert_true (gtk_widget_compute_bounds (stamp, GTK_WIDGET (fixture->view), &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, 0.0f);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=,
                     gtk_widget_get_width (GTK_WIDGET (fixture->view)));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=,
                     gtk_widget_get_height (GTK_WIDGET (fixture->view)));
  g_assert_true (
      gtk_widget_compute_bounds (fixture->view->scale, GTK_WIDGET (fixture->view), &scale));
  g_assert_false (graphene_rect_intersection (&bounds, &scale, NULL));
}

/* Whatever the data, the colours and the size. */
static void
test_stamp (Fixture *fixture, gconstpointer data)
{
  assert_stamp (fixture);
  atlas_map_view_set_colouring (fixture->view, ATLAS_MAP_COLOURING_NONE);
  wait_until (is_complete, fixture);
  assert_stamp (fixture);
  atlas_map_view_set_highlight (fixture->view, "family:food");
  wait_until (is_complete, fixture);
  assert_stamp (fixture);
  gtk_window_set_default_size (fixture->window, 320, 300);
  wait_until (is_small, fixture);
  wait_until (is_complete, fixture);
  assert_stamp (fixture);
  g_assert_true (atlas_map_view_set_catalog (fixture->view, NULL, NULL));
  assert_stamp (fixture);
  g_assert_false (atlas_map_view_is_complete (fixture->view));
  g_assert_null (atlas_map_tiles_get_style (fixture->view->tiles));
}

static void
assert_no_light_tiles (Fixture *fixture)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view->map));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (ATLAS_IS_TILE_LAYER (child))
      g_assert_true (atlas_map_style_is_dark (atlas_painted_source_get_style (
          ATLAS_PAINTED_SOURCE (atlas_tile_layer_get_source (ATLAS_TILE_LAYER (child))))));
}

static void
test_theme (Fixture *fixture, gconstpointer data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_assert_false (is_dark (fixture));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_false (atlas_map_view_is_complete (fixture->view));
  /* Until the new tiles are there the old ones stay. */
  g_assert_nonnull (atlas_map_tiles_get_style (fixture->view->tiles));
  g_assert_false (is_dark (fixture));
  wait_until (is_dark, fixture);
  /* From then on nothing of the old look is left to show through. */
  assert_no_light_tiles (fixture);
  wait_until (is_complete, fixture);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  wait_until (is_complete, fixture);
  g_assert_false (is_dark (fixture));
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

static void
test_labels (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (AtlasBox));

  for (double zoom = 6.6; zoom < 12.0; zoom += 0.45)
    {
      atlas_map_camera_zoom_at (fixture->view->camera, 300.0, 300.0, zoom, FALSE);
      g_assert_cmpuint (atlas_label_layer_get_boxes (fixture->view->labels, boxes), >=, 40);
      for (guint i = 0; i < boxes->len; i++)
        {
          const AtlasBox *a = &g_array_index (boxes, AtlasBox, i);

          /* Nine points, of which a Han character fills nearly all */
          g_assert_cmpfloat (a->y1 - a->y0, >, 9.0);
          for (guint j = 0; j < i; j++)
            {
              const AtlasBox *b = &g_array_index (boxes, AtlasBox, j);

              g_assert_true (a->x1 <= b->x0 || b->x1 <= a->x0 || a->y1 <= b->y0 || b->y1 <= a->y0);
            }
        }
    }
}

static void
test_text_scale (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (AtlasBox));
  double usual;
  double large;

  atlas_label_layer_get_boxes (fixture->view->labels, boxes);
  usual = g_array_index (boxes, AtlasBox, 0).x1 - g_array_index (boxes, AtlasBox, 0).x0;
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 192 * 1024, NULL);
  atlas_label_layer_get_boxes (fixture->view->labels, boxes);
  large = g_array_index (boxes, AtlasBox, 0).x1 - g_array_index (boxes, AtlasBox, 0).x0;
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
  g_assert_cmpfloat (large, >, usual * 1.6);
  g_assert_cmpfloat (large, <, usual * 2.4);
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  AtlasPlace *place = place_of (fixture, WAFANGDIAN);
  g_autofree char *expected = NULL;

  gtk_test_accessible_assert_role (fixture->view, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Map of Liaoning, no place selected");
  atlas_map_view_set_selected (fixture->view, place);
  expected = g_strdup_printf ("Map of Liaoning: 瓦房店市, 大连市, County-level city; positioning: "
                              "%s; %u leading industries",
                              atlas_place_get_first_positioning (place),
                              atlas_place_get_n_industries (place));
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL, expected);
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (fixture->view)));
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasCatalog) catalog = NULL;
  g_autofree char *highlight = NULL;
  AtlasMapColouring colouring;
  gboolean complete;

  g_object_set (fixture->view, "colouring", ATLAS_MAP_COLOURING_CITY, "highlight", "family:energy",
                NULL);
  g_object_get (fixture->view, "catalog", &catalog, "colouring", &colouring, "highlight",
                &highlight, "complete", &complete, NULL);
  g_assert_true (catalog == fixture->catalog);
  g_assert_cmpint (colouring, ==, ATLAS_MAP_COLOURING_CITY);
  g_assert_cmpint (atlas_map_view_get_colouring (fixture->view), ==, ATLAS_MAP_COLOURING_CITY);
  g_assert_cmpstr (highlight, ==, "family:energy");
  g_assert_false (complete);
}

/* The tiles held are those in view and a few around, wherever one has been. */
static void
test_memory (Fixture *fixture, gconstpointer data)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view->map));
  guint n_layers = 0;

  for (guint i = 0; i < 12; i++)
    {
      atlas_map_camera_pan (fixture->view->camera, i % 2 == 0 ? 300.0 : -300.0, 0.0);
      atlas_map_camera_zoom_at (fixture->view->camera, 300.0, 300.0, 7.0 + (i * 5 % 7) * 0.6,
                                FALSE);
      wait_until (is_complete, fixture);
    }
  for (child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view->map)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!ATLAS_IS_TILE_LAYER (child))
        continue;

      n_layers++;
      g_assert_cmpuint (atlas_tile_layer_get_n_tiles (ATLAS_TILE_LAYER (child)), <=, 150);
    }
  g_assert_cmpuint (n_layers, ==, 2);
}

static gboolean
says (AtlasMapCard *card, const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (card)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child)
        && g_str_equal (gtk_label_get_label (GTK_LABEL (child)), text))
      return TRUE;
  return FALSE;
}

/* Name, city, first positioning, number of projects; of a district there is no positioning. */
static void
test_card (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  AtlasMapCard *card = g_object_ref_sink (ATLAS_MAP_CARD (atlas_map_card_new ()));
  AtlasPlace *county = atlas_catalog_get_place (catalog, WAFANGDIAN);
  AtlasPlace *empty = atlas_catalog_get_place (catalog, "210421");
  g_autofree char *projects = atlas_wording_format_projects (county);

  atlas_map_card_set_place (card, county);
  g_assert_true (says (card, "瓦房店市"));
  g_assert_true (says (card, "大连市"));
  g_assert_true (says (card, atlas_place_get_first_positioning (county)));
  g_assert_true (says (card, projects));

  atlas_map_card_set_place (card, empty);
  g_assert_true (says (card, "No document ties a project to 抚顺县."));
  g_assert_finalize_object (card);
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
  atlas_map_card_set_place (card, atlas_catalog_get_place (catalog, WAFANGDIAN));

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

  g_test_add ("/map-view/first-view", Fixture, NULL, set_up, test_first_view, tear_down);
  g_test_add ("/map-view/click", Fixture, NULL, set_up, test_click, tear_down);
  g_test_add ("/map-view/click-on-district", Fixture, NULL, set_up, test_click_on_district,
              tear_down);
  g_test_add ("/map-view/drag", Fixture, NULL, set_up, test_drag, tear_down);
  g_test_add ("/map-view/bounds", Fixture, NULL, set_up, test_bounds, tear_down);
  g_test_add ("/map-view/zoom-anchor", Fixture, NULL, set_up, test_zoom_anchor, tear_down);
  g_test_add ("/map-view/double-click", Fixture, NULL, set_up, test_double_click, tear_down);
  g_test_add ("/map-view/reveal", Fixture, NULL, set_up, test_reveal, tear_down);
  g_test_add ("/map-view/covered", Fixture, NULL, set_up, test_covered, tear_down);
  g_test_add ("/map-view/reduced-motion", Fixture, NULL, set_up, test_reduced_motion, tear_down);
  g_test_add ("/map-view/hover", Fixture, NULL, set_up, test_hover, tear_down);
  g_test_add ("/map-view/actions", Fixture, NULL, set_up, test_actions, tear_down);
  g_test_add ("/map-view/stamp", Fixture, NULL, set_up, test_stamp, tear_down);
  g_test_add ("/map-view/theme", Fixture, NULL, set_up, test_theme, tear_down);
  g_test_add ("/map-view/complete", Fixture, NULL, set_up, test_complete, tear_down);
  g_test_add ("/map-view/labels", Fixture, NULL, set_up, test_labels, tear_down);
  g_test_add ("/map-view/text-scale", Fixture, NULL, set_up, test_text_scale, tear_down);
  g_test_add ("/map-view/accessible", Fixture, NULL, set_up, test_accessible, tear_down);
  g_test_add ("/map-view/properties", Fixture, NULL, set_up, test_properties, tear_down);
  g_test_add ("/map-view/memory", Fixture, NULL, set_up, test_memory, tear_down);
  g_test_add_func ("/map-view/card", test_card);
  g_test_add_func ("/map-view/finalize", test_finalize);

  return g_test_run ();
}
