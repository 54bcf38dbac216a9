/* test-map-look.c: whether the map shows and says what it was told to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-painted-source.h"
#include "map-view-fixture.h"

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
  atlas_map_view_set_theme (fixture->view, "none", NULL);
  wait_until (is_complete, fixture);
  assert_stamp (fixture);
  atlas_map_view_set_theme (fixture->view, "family:food", NULL);
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
test_approval (Fixture *fixture, gconstpointer data)
{
  const char *own = "审图号：辽S（2026）001号";
  GtkLabel *stamp = GTK_LABEL (fixture->view->stamp);
  g_autofree char *before = g_strdup (gtk_label_get_label (stamp));

  atlas_map_view_set_approval (fixture->view, "辽S（2026）001号");
  g_assert_true (g_str_has_prefix (gtk_label_get_label (stamp), own));
  atlas_map_view_set_approval (fixture->view, "");
  g_assert_cmpstr (gtk_label_get_label (stamp), ==, before);
  g_assert_null (atlas_map_view_get_approval (fixture->view));
}

static void
assert_no_light_tiles (Fixture *fixture)
{
  g_autoptr (GPtrArray) layers = g_ptr_array_new ();

  collect_tile_layers (GTK_WIDGET (fixture->view->map), layers);
  g_assert_cmpuint (layers->len, >, 0);
  for (guint i = 0; i < layers->len; i++)
    g_assert_true (atlas_map_style_is_dark (atlas_painted_source_get_style (
        ATLAS_PAINTED_SOURCE (atlas_tile_layer_get_source (layers->pdata[i])))));
}

static void
test_dark (Fixture *fixture, gconstpointer data)
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

static AtlasMapStyle *
get_style (Fixture *fixture)
{
  return atlas_map_tiles_get_style (fixture->view->tiles);
}

/* The old tiles stay until the new ones are there, and the legend changes with them. */
static void
test_theme (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasMapStyle) before = atlas_map_style_ref (get_style (fixture));
  AtlasColour family = colour_of_ground (fixture, WAFANGDIAN);
  AtlasColour projects;

  g_assert_cmpstr (atlas_map_view_get_theme (fixture->view), ==, "family");
  g_assert_true (atlas_map_view_set_theme (fixture->view, "projects", &error));
  g_assert_no_error (error);
  g_assert_false (atlas_map_view_is_complete (fixture->view));
  g_assert_true (get_style (fixture) == before);
  wait_until (is_complete, fixture);
  g_assert_false (get_style (fixture) == before);
  projects = colour_of_ground (fixture, WAFANGDIAN);
  g_assert_cmpfloat (distance (&family, &projects), >, 0.05);
  g_assert_false (atlas_map_legend_is_empty (ATLAS_MAP_LEGEND (fixture->view->legend)));

  g_assert_true (atlas_map_view_set_theme (fixture->view, "none", &error));
  wait_until (is_complete, fixture);
  g_assert_true (atlas_map_legend_is_empty (ATLAS_MAP_LEGEND (fixture->view->legend)));
}

/* Nothing of the theme before is left while somebody reads the sentence that says what is wrong. */
static void
test_unknown_theme (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  g_assert_false (atlas_map_view_set_theme (fixture->view, "zone:月球", &error));
  g_assert_error (error, ATLAS_MAP_THEME_ERROR, ATLAS_MAP_THEME_ERROR_UNKNOWN);
  wait_until (is_complete, fixture);
  g_assert_true (atlas_map_legend_is_empty (ATLAS_MAP_LEGEND (fixture->view->legend)));
  g_assert_cmpstr (atlas_map_view_get_theme (fixture->view), ==, "zone:月球");
  g_assert_false (atlas_map_view_set_theme (fixture->view, "zone:月球", &again));
  g_assert_error (again, ATLAS_MAP_THEME_ERROR, ATLAS_MAP_THEME_ERROR_UNKNOWN);

  /* As settings from elsewhere may, without a word */
  g_object_set (fixture->view, "theme", "zone:火星", NULL);
  wait_until (is_complete, fixture);
  g_assert_true (atlas_map_view_set_theme (fixture->view, "family", NULL));
  wait_until (is_complete, fixture);
  g_assert_false (atlas_map_legend_is_empty (ATLAS_MAP_LEGEND (fixture->view->legend)));
}

/* Before there is a data set nobody knows what it knows. */
static void
test_theme_before_data (void)
{
  AtlasMapView *view = g_object_ref_sink (ATLAS_MAP_VIEW (atlas_map_view_new ()));
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_map_view_set_theme (view, "zone:月球", &error));
  g_assert_null (atlas_map_view_get_scheme (view));
  g_assert_true (atlas_map_view_set_catalog (view, catalog, &error));
  g_assert_no_error (error);
  g_assert_false (atlas_map_scheme_has_legend (atlas_map_view_get_scheme (view)));
  g_assert_true (atlas_map_view_set_theme (view, "zone:沿海经济带", &error));
  g_assert_true (atlas_map_scheme_has_legend (atlas_map_view_get_scheme (view)));
  g_assert_finalize_object (view);
}

static void
test_hatched (Fixture *fixture, gconstpointer data)
{
  AtlasColour hatched = colour_of_ground (fixture, WAFANGDIAN);
  AtlasColour plain;

  atlas_map_view_set_hatched (fixture->view, FALSE);
  wait_until (is_complete, fixture);
  plain = colour_of_ground (fixture, WAFANGDIAN);
  g_assert_cmpfloat (distance (&hatched, &plain), >, 0.002);
  g_assert_cmpfloat (distance (&hatched, &plain), <, 0.2);
}

static void
test_badges (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *with = photograph (fixture);
  cairo_surface_t *without;
  cairo_surface_t *again;

  atlas_map_view_set_badges (fixture->view, FALSE);
  without = photograph (fixture);
  atlas_map_view_set_badges (fixture->view, TRUE);
  again = photograph (fixture);
  g_assert_cmpuint (count_differences (with, without), >, 20 * 100);
  g_assert_cmpuint (count_differences (with, again), ==, 0);

  cairo_surface_destroy (with);
  cairo_surface_destroy (without);
  cairo_surface_destroy (again);
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

  atlas_map_view_set_badges (fixture->view, FALSE);
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
  g_autoptr (GListStore) picked = g_list_store_new (ATLAS_TYPE_PLACE);
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

  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Coloured by: Leading Industry Families, 0 places picked");
  g_list_store_append (picked, place);
  atlas_map_view_set_picked (fixture->view, G_LIST_MODEL (picked));
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Coloured by: Leading Industry Families, 1 place picked");
  g_list_store_remove_all (picked);
  atlas_map_view_set_theme (fixture->view, "none", NULL);
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "No colours, 0 places picked");
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasCatalog) catalog = NULL;
  g_autoptr (GListStore) picked = g_list_store_new (ATLAS_TYPE_PLACE);
  g_autoptr (GListModel) got_picked = NULL;
  g_autofree char *theme = NULL;
  g_autofree char *approval = NULL;
  gboolean badges;
  gboolean hatched;
  gboolean complete;
  double opacity;
  guint64 kept;

  g_object_set (fixture->view, "theme", "city", "kept", (guint64) 5, "picked", picked, "badges",
                FALSE, "hatched", FALSE, "overlay-opacity", 0.25, "approval", "1", NULL);
  g_object_get (fixture->view, "catalog", &catalog, "theme", &theme, "kept", &kept, "picked",
                &got_picked, "badges", &badges, "hatched", &hatched, "overlay-opacity", &opacity,
                "approval", &approval, "complete", &complete, NULL);
  g_assert_true (catalog == fixture->catalog);
  g_assert_cmpstr (theme, ==, "city");
  g_assert_cmpuint (kept, ==, 5);
  g_assert_true (got_picked == G_LIST_MODEL (picked));
  g_assert_false (badges);
  g_assert_false (hatched);
  g_assert_cmpfloat (opacity, ==, 0.25);
  g_assert_cmpstr (approval, ==, "1");
  g_assert_false (complete);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("map-look", "stamp", test_stamp);
  ADD ("map-look", "approval", test_approval);
  ADD ("map-look", "dark", test_dark);
  ADD ("map-look", "theme", test_theme);
  ADD ("map-look", "unknown-theme", test_unknown_theme);
  ADD ("map-look", "hatched", test_hatched);
  ADD ("map-look", "badges", test_badges);
  ADD ("map-look", "labels", test_labels);
  ADD ("map-look", "text-scale", test_text_scale);
  ADD ("map-look", "accessible", test_accessible);
  ADD ("map-look", "properties", test_properties);
  g_test_add_func ("/map-look/theme-before-data", test_theme_before_data);

  return g_test_run ();
}
