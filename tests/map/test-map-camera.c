/* test-map-camera.c: where the map looks, how it gets there and where it must stop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gtk/gtk.h>

#include "map-stage.h"

typedef struct
{
  Stage stage;
  guint n_settled;
} Fixture;

static void
settled_cb (Fixture *fixture)
{
  fixture->n_settled++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  stage_open (&fixture->stage);
  wait_until (stage_is_settled, &fixture->stage);
  g_signal_connect_swapped (fixture->stage.camera, "settled", G_CALLBACK (settled_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  stage_close (&fixture->stage);
}

static AtlasBox
make_box (double west, double north, double east, double south)
{
  AtlasBox box = atlas_box_empty ();

  atlas_box_add_point (&box, atlas_point_from_degrees (west, north));
  atlas_box_add_point (&box, atlas_point_from_degrees (east, south));
  return box;
}

/* Where the corners of @box are: west, north, east, south. */
static void
locate (Fixture *fixture, const AtlasBox *box, double *edges)
{
  atlas_map_camera_world_to_widget (fixture->stage.camera, (AtlasPoint){ box->x0, box->y0 },
                                    &edges[0], &edges[1]);
  atlas_map_camera_world_to_widget (fixture->stage.camera, (AtlasPoint){ box->x1, box->y1 },
                                    &edges[2], &edges[3]);
}

static void
test_pose (Fixture *fixture, gconstpointer data)
{
  AtlasMapCamera *camera = fixture->stage.camera;
  AtlasMapPose pose = atlas_map_camera_get_pose (camera);

  g_assert_cmpfloat (pose.zoom, ==, atlas_map_camera_get_zoom (camera));
  g_assert_cmpfloat (pose.centre.x, ==, atlas_map_camera_get_centre (camera).x);
  g_assert_cmpfloat (pose.centre.y, ==, atlas_map_camera_get_centre (camera).y);
  g_assert_true (atlas_map_camera_has_size (camera));
}

/* As large as it can be, in the middle, with a margin. */
static void
test_fit_box (Fixture *fixture, gconstpointer data)
{
  AtlasBox box = make_box (121.0, 41.4, 122.5, 40.9);
  double edges[4];

  atlas_map_camera_fit_box (fixture->stage.camera, &box, FALSE);
  locate (fixture, &box, edges);
  g_assert_cmpfloat (edges[0], >, 30.0);
  g_assert_cmpfloat (edges[0], <, 50.0);
  g_assert_cmpfloat_with_epsilon (edges[0], STAGE_WIDTH - edges[2], 2.0);
  g_assert_cmpfloat_with_epsilon (edges[1], STAGE_HEIGHT - edges[3], 2.0);
  g_assert_cmpfloat (edges[1], >, 30.0);
}

static void
test_fit_covered (Fixture *fixture, gconstpointer data)
{
  AtlasBox box = make_box (121.0, 41.4, 122.5, 40.9);
  double covered = 250.0;
  double edges[4];

  atlas_map_camera_set_covered (fixture->stage.camera, covered);
  atlas_map_camera_fit_box (fixture->stage.camera, &box, FALSE);
  locate (fixture, &box, edges);
  g_assert_cmpfloat (edges[0], >, 30.0);
  g_assert_cmpfloat (edges[0], <, 50.0);
  g_assert_cmpfloat_with_epsilon (edges[0], STAGE_WIDTH - covered - edges[2], 2.0);
}

/* A point or a box larger than the land is fitted as well as may be. */
static void
test_fit_extremes (Fixture *fixture, gconstpointer data)
{
  AtlasBox point = make_box (122.0, 41.0, 122.0, 41.0);
  AtlasBox world = { 0.0, 0.0, 1.0, 1.0 };

  atlas_map_camera_fit_box (fixture->stage.camera, &point, FALSE);
  g_assert_cmpfloat (atlas_map_camera_get_zoom (fixture->stage.camera), ==, ATLAS_MAX_ZOOM);
  g_assert_cmpfloat_with_epsilon (atlas_map_camera_get_centre (fixture->stage.camera).x, point.x0,
                                  1e-5);
  atlas_map_camera_fit_box (fixture->stage.camera, &world, FALSE);
  g_assert_cmpfloat_with_epsilon (atlas_map_camera_get_zoom (fixture->stage.camera),
                                  atlas_map_camera_get_min_zoom (fixture->stage.camera), 0.01);
}

static void
test_motion (Fixture *fixture, gconstpointer data)
{
  AtlasBox box = make_box (121.0, 41.4, 122.5, 40.9);

  atlas_map_camera_fit_box (fixture->stage.camera, &box, TRUE);
  g_assert_true (atlas_map_camera_is_moving (fixture->stage.camera));
  g_assert_false (atlas_map_camera_is_settled (fixture->stage.camera));
  g_assert_cmpuint (fixture->n_settled, ==, 0);
  wait_until (stage_is_settled, &fixture->stage);
  g_assert_cmpuint (fixture->n_settled, ==, 1);
}

/* People who want no motion get none. */
static void
test_reduced_motion (Fixture *fixture, gconstpointer data)
{
  AtlasBox box = make_box (121.0, 41.4, 122.5, 40.9);
  double zoom = atlas_map_camera_get_zoom (fixture->stage.camera);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  atlas_map_camera_fit_box (fixture->stage.camera, &box, TRUE);
  g_assert_false (atlas_map_camera_is_moving (fixture->stage.camera));
  g_assert_cmpfloat (atlas_map_camera_get_zoom (fixture->stage.camera), >, zoom);
  atlas_map_camera_coast (fixture->stage.camera, 2000.0, 0.0);
  g_assert_false (atlas_map_camera_is_moving (fixture->stage.camera));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  atlas_map_camera_coast (fixture->stage.camera, 2000.0, 0.0);
  g_assert_true (atlas_map_camera_is_moving (fixture->stage.camera));
}

/* A zoom that somebody turns is one change, and ends at a sharp zoom. */
static void
test_settled (Fixture *fixture, gconstpointer data)
{
  ShumateViewport *viewport = shumate_map_get_viewport (fixture->stage.map);
  double tile;

  for (guint i = 1; i <= 5; i++)
    shumate_viewport_set_zoom_level (viewport, 8.0 + i * 0.1003);
  g_assert_false (atlas_map_camera_is_settled (fixture->stage.camera));
  wait_until (stage_is_settled, &fixture->stage);
  g_assert_cmpuint (fixture->n_settled, ==, 1);
  tile = 128.0 * exp2 (atlas_map_camera_get_zoom (fixture->stage.camera) - 8.0);
  g_assert_cmpfloat_with_epsilon (tile, round (tile), 1e-6);

  /* Another size settles at once. */
  atlas_map_camera_set_size (fixture->stage.camera, STAGE_WIDTH - 100, STAGE_HEIGHT, 1);
  g_assert_cmpuint (fixture->n_settled, ==, 2);
  g_assert_true (atlas_map_camera_is_settled (fixture->stage.camera));
}

static void
notify_cb (GObject *object, GParamSpec *pspec, guint *n)
{
  ++*n;
}

static void
test_max_zoom (Fixture *fixture, gconstpointer data)
{
  AtlasMapCamera *camera = fixture->stage.camera;
  guint n = 0;
  double most;

  g_signal_connect (camera, "notify::max-zoom", G_CALLBACK (notify_cb), &n);
  stage_zoom (&fixture->stage, 20.0);
  g_assert_cmpfloat (atlas_map_camera_get_zoom (camera), ==, ATLAS_MAX_ZOOM);
  atlas_map_camera_set_max_zoom (camera, 15.0);
  g_assert_cmpuint (n, ==, 1);
  stage_zoom (&fixture->stage, 20.0);
  g_assert_cmpfloat (atlas_map_camera_get_zoom (camera), ==, 15.0);
  atlas_map_camera_set_max_zoom (camera, 15.0);
  g_assert_cmpuint (n, ==, 1);

  g_object_set (camera, "max-zoom", 11.0, NULL);
  g_object_get (camera, "max-zoom", &most, NULL);
  g_assert_cmpfloat (most, ==, 11.0);
  g_assert_cmpfloat (atlas_map_camera_get_zoom (camera), ==, 11.0);
}

/* What is under the pointer stays there, also where only others have tiles. */
static void
test_zoom_anchor (Fixture *fixture, gconstpointer data)
{
  AtlasMapCamera *camera = fixture->stage.camera;

  atlas_map_camera_set_max_zoom (camera, ATLAS_DEEPEST_ZOOM);
  for (double zoom = 8.3; zoom < 16.0; zoom += 0.61)
    {
      AtlasPoint anchor = atlas_map_camera_widget_to_world (camera, 400.0, 300.0);
      double x;
      double y;

      atlas_map_camera_zoom_at (camera, 400.0, 300.0, zoom, FALSE);
      g_assert_cmpfloat_with_epsilon (atlas_map_camera_get_zoom (camera), zoom, 0.005);
      atlas_map_camera_world_to_widget (camera, anchor, &x, &y);
      g_assert_cmpfloat_with_epsilon (x, 400.0, 1.0);
      g_assert_cmpfloat_with_epsilon (y, 300.0, 1.0);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "pose", test_pose },
    { "fit-box", test_fit_box },
    { "fit-covered", test_fit_covered },
    { "fit-extremes", test_fit_extremes },
    { "motion", test_motion },
    { "reduced-motion", test_reduced_motion },
    { "settled", test_settled },
    { "max-zoom", test_max_zoom },
    { "zoom-anchor", test_zoom_anchor },
  };

  gtk_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/map-camera/%s", tests[i].name);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }

  return g_test_run ();
}
