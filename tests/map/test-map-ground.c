/* test-map-ground.c: somebody else's tiles under the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gtk/gtk.h>

#include "ground-fixture.h"

static gboolean
has_layers (Fixture *fixture, guint n)
{
  g_autoptr (GPtrArray) layers = g_ptr_array_new ();

  collect_layers (atlas_map_ground_get_top (fixture->ground), layers);
  return layers->len == n;
}

static gboolean
has_asked (gpointer data)
{
  return ((Fixture *) data)->reader->held.length > 0;
}

static void
test_shows (Fixture *fixture, gconstpointer data)
{
  gboolean complete;

  g_assert_true (is_complete (fixture));
  show_all (fixture);
  g_object_get (fixture->ground, "complete", &complete, NULL);
  g_assert_true (complete);
  g_assert_true (atlas_map_ground_get_reader (fixture->ground)
                 == ATLAS_TILE_READER (fixture->reader));
  assert_shows (fixture, 8);

  atlas_map_camera_pan (fixture->stage.camera, 333.0, -217.0);
  g_assert_false (is_complete (fixture));
  wait_until (is_complete, fixture);
  atlas_map_camera_settle (fixture->stage.camera);
  wait_until (is_complete, fixture);
  assert_shows (fixture, 8);
}

/* The level with a pixel for each of the screen's, or the nearest to that. */
static void
test_levels (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    double zoom;
    guint side;
    guint level;
  } cases[] = {
    { 7.4, 256, 7 }, { 7.6, 256, 8 }, { 9.0, 256, 9 }, { 9.0, 512, 8 }, { 9.6, 512, 9 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      atlas_map_ground_set_reader (fixture->ground, NULL);
      stage_zoom (&fixture->stage, cases[i].zoom);
      wait_until (stage_is_settled, &fixture->stage);
      g_hash_table_remove_all (fixture->reader->asked);
      fixture->reader->info.side = cases[i].side;
      show_all (fixture);
      g_assert_cmpuint (fake_reader_count_level (fixture->reader, cases[i].level), ==,
                        g_hash_table_size (fixture->reader->asked));
    }
}

static void
test_dense (void)
{
  Fixture fixture = { .n_failures = 0 };

  if (!g_test_subprocess ())
    {
      g_setenv ("GDK_SCALE", "2", TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_unsetenv ("GDK_SCALE");
      g_test_trap_assert_passed ();
      return;
    }

  set_up (&fixture, NULL);
  show_all (&fixture);
  g_assert_cmpuint (fake_reader_count_level (fixture.reader, 9), ==,
                    g_hash_table_size (fixture.reader->asked));
  tear_down (&fixture, NULL);
}

/* What does not exist is not waited for, and what lies below is seen there. */
static void
test_absent (Fixture *fixture, gconstpointer data)
{
  guint n_seen = 0;
  guint n_gaps = 0;

  fixture->reader->has_gaps = TRUE;
  show_all (fixture);
  for (int x = 5; x < STAGE_WIDTH; x += 50)
    {
      guint32 colour = expect (fixture, 8, x, MIDDLE_Y);
      gboolean gap = (colour >> 8 & 0x80) != 0;

      n_gaps += gap;
      n_seen += !gap;
      g_assert_true ((stage_pick (&fixture->stage, x, MIDDLE_Y) == colour) == !gap);
    }
  g_assert_cmpuint (n_seen, >, 0);
  g_assert_cmpuint (n_gaps, >, 0);
}

/* Outside what the reader covers nothing is asked for. */
static void
test_box (Fixture *fixture, gconstpointer data)
{
  AtlasPoint middle = atlas_map_camera_get_centre (fixture->stage.camera);

  fixture->reader->info.box = (AtlasBox){ middle.x, middle.y, 1.0, 1.0 };
  show_all (fixture);
  for (guint x = 0; x < 256; x++)
    {
      g_autofree char *name = g_strdup_printf ("8/%u/%u", x, (guint) (middle.y * 256.0) - 1);

      g_assert_false (g_hash_table_contains (fixture->reader->asked, name));
    }
  g_assert_cmpuint (fixture->reader->n_read, >, 0);
  g_assert_cmphex (stage_pick (&fixture->stage, STAGE_WIDTH - 5, STAGE_HEIGHT - 5), ==,
                   expect (fixture, 8, STAGE_WIDTH - 5, STAGE_HEIGHT - 5));
}

/* A drag over twice the view asks for each tile on its way once, and for few at a time. */
static void
test_pan (Fixture *fixture, gconstpointer data)
{
  show_all (fixture);
  for (guint i = 0; i < 60; i++)
    {
      atlas_map_camera_pan (fixture->stage.camera, i < 30 ? -20.0 : 20.0, 0.0);
      wait_until (is_complete, fixture);
    }
  /* 600 + 600 by 500 pixels, half a tile around: at most 7 by 4 tiles or one more each way */
  g_assert_cmpuint (fixture->reader->n_read, <=, 8 * 5);
  g_assert_cmpuint (fake_reader_most_often (fixture->reader), ==, 1);
  g_assert_cmpuint (fixture->reader->most_reading, <=, 8);
}

/* Who flies over the land while nothing answers asks for what is in view then, not for all that
 * was. */
static void
test_slow_pan (Fixture *fixture, gconstpointer data)
{
  guint n_waiting;

  fixture->reader->holds = TRUE;
  show (fixture);
  wait_until (has_asked, fixture);
  n_waiting = fixture->reader->n_reading;
  g_assert_cmpuint (n_waiting, <=, 8);

  atlas_map_camera_pan (fixture->stage.camera, -3000.0, 0.0);
  wait_until (stage_is_settled, &fixture->stage);
  atlas_map_camera_pan (fixture->stage.camera, 3000.0, 0.0);
  g_assert_cmpuint (fixture->reader->n_reading, ==, n_waiting);
  fake_reader_release (fixture->reader);
  wait_until (is_complete, fixture);
  assert_shows (fixture, 8);
}

static gboolean
holds_level_10 (gpointer data)
{
  return fake_reader_count_level (((Fixture *) data)->reader, 10) > 0;
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  guint n_coarse;

  show_all (fixture);
  n_coarse = fake_reader_count_level (fixture->reader, 8);
  fixture->reader->holds = TRUE;
  stage_zoom (&fixture->stage, 10.0);
  wait_until (holds_level_10, fixture);
  g_assert_false (is_complete (fixture));
  g_assert_true (has_layers (fixture, 2));
  assert_shows (fixture, 8);
  /* What stays for a while asks for nothing. */
  atlas_map_camera_pan (fixture->stage.camera, 500.0, 0.0);
  atlas_map_camera_pan (fixture->stage.camera, -500.0, 0.0);
  g_assert_cmpuint (fake_reader_count_level (fixture->reader, 8), ==, n_coarse);

  fake_reader_release (fixture->reader);
  wait_until (is_complete, fixture);
  g_assert_true (has_layers (fixture, 1));
  assert_shows (fixture, 10);
}

/* Back before the new level was there: the old one is still as good. */
static void
test_zoom_back (Fixture *fixture, gconstpointer data)
{
  guint n_read;

  show_all (fixture);
  fixture->reader->holds = TRUE;
  stage_zoom (&fixture->stage, 10.0);
  wait_until (holds_level_10, fixture);
  n_read = fixture->reader->n_read;
  stage_zoom (&fixture->stage, 8.0);
  wait_until (is_complete, fixture);
  assert_shows (fixture, 8);
  g_assert_cmpuint (fixture->reader->n_read, ==, n_read);
  for (GList *link = fixture->reader->held.head; link != NULL; link = link->next)
    g_assert_true (g_cancellable_is_cancelled (g_task_get_cancellable (link->data)));
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
test_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) layers = g_ptr_array_new ();
  g_autoptr (GPtrArray) tiles = NULL;
  gpointer picture;
  guint n_read;

  show_all (fixture);
  collect_layers (atlas_map_ground_get_top (fixture->ground), layers);
  tiles = atlas_tile_layer_dup_tiles (layers->pdata[0]);
  picture = shumate_tile_get_paintable (tiles->pdata[0]);
  g_object_add_weak_pointer (picture, &picture);
  g_clear_pointer (&tiles, g_ptr_array_unref);

  fixture->reader->holds = TRUE;
  stage_zoom (&fixture->stage, 10.0);
  wait_until (has_asked, fixture);
  n_read = fixture->reader->n_read;
  atlas_map_ground_set_reader (fixture->ground, NULL);
  g_assert_true (is_complete (fixture));
  g_assert_true (has_layers (fixture, 0));
  for (GList *link = fixture->reader->held.head; link != NULL; link = link->next)
    g_assert_true (g_cancellable_is_cancelled (g_task_get_cancellable (link->data)));

  fake_reader_release (fixture->reader);
  stage_zoom (&fixture->stage, 8.0);
  wait_until (stage_is_settled, &fixture->stage);
  wait_until (is_gone, &picture);
  g_assert_cmpuint (fixture->reader->n_read, ==, n_read);
}

/* The whole source is of no use: one word of it, the tiles give way, and nothing is waited for. */
static void
test_failed (Fixture *fixture, gconstpointer data)
{
  show_all (fixture);
  fixture->reader->error = g_error_new (ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_QUOTA, "Too much.");
  atlas_map_camera_pan (fixture->stage.camera, 700.0, 0.0);
  wait_until (is_complete, fixture);
  g_assert_cmpuint (fixture->n_failures, ==, 1);
  g_assert_cmpstr (fixture->failure, ==, "Too much.");
  g_assert_true (atlas_map_ground_get_reader (fixture->ground) != NULL);
  g_assert_false (gtk_widget_get_mapped (atlas_map_ground_get_top (fixture->ground)));

  stage_zoom (&fixture->stage, 10.0);
  wait_until (is_complete, fixture);
  g_assert_cmpuint (fixture->n_failures, ==, 1);

  atlas_tile_reader_retry (ATLAS_TILE_READER (fixture->reader));
  g_assert_false (is_complete (fixture));
  wait_until (is_complete, fixture);
  assert_shows (fixture, 10);
}

/* A tile that fails for itself is not waited for nor asked for again and again, but on demand. */
static void
test_faults (Fixture *fixture, gconstpointer data)
{
  guint n_read;

  fixture->reader->has_faults = TRUE;
  show_all (fixture);
  n_read = fixture->reader->n_read;
  for (guint i = 0; i < 4; i++)
    {
      atlas_map_camera_pan (fixture->stage.camera, i % 2 == 0 ? 2.0 : -2.0, 0.0);
      wait_until (is_complete, fixture);
    }
  g_assert_cmpuint (fixture->reader->n_read, ==, n_read);
  g_assert_cmpuint (fixture->n_failures, ==, 0);

  fixture->reader->has_faults = FALSE;
  atlas_tile_reader_retry (ATLAS_TILE_READER (fixture->reader));
  wait_until (is_complete, fixture);
  assert_shows (fixture, 8);
  g_assert_cmpuint (fake_reader_most_often (fixture->reader), ==, 2);
}

static void
test_zoom_range (Fixture *fixture, gconstpointer data)
{
  fixture->reader->info.min_zoom = 8;
  fixture->reader->info.max_zoom = 9;
  stage_zoom (&fixture->stage, 11.0);
  show_all (fixture);
  assert_shows (fixture, 9);
  g_assert_cmpuint (fake_reader_count_level (fixture->reader, 9), ==,
                    g_hash_table_size (fixture->reader->asked));

  stage_zoom (&fixture->stage, 7.2);
  wait_until (is_complete, fixture);
  g_assert_true (has_layers (fixture, 0));
  g_assert_cmpuint (fake_reader_count_level (fixture->reader, 7), ==, 0);
}

/* One may go as near as there is something to see. */
static void
test_max_zoom (Fixture *fixture, gconstpointer data)
{
  AtlasMapCamera *camera = fixture->stage.camera;

  fixture->reader->info.max_zoom = 18;
  show (fixture);
  g_assert_cmpfloat (atlas_map_camera_get_max_zoom (camera), ==, 16.0);
  stage_zoom (&fixture->stage, 20.0);
  g_assert_cmpfloat (atlas_map_camera_get_zoom (camera), ==, 16.0);
  wait_until (is_complete, fixture);
  assert_shows (fixture, 16);

  atlas_map_ground_set_reader (fixture->ground, NULL);
  g_assert_cmpfloat (atlas_map_camera_get_zoom (camera), ==, 12.0);
  fixture->reader->info.max_zoom = 9;
  show (fixture);
  g_assert_cmpfloat (atlas_map_camera_get_max_zoom (camera), ==, 12.0);
}

int
main (int argc, char **argv)
{
  static const FixtureTest tests[] = {
    { "shows", test_shows },       { "levels", test_levels },
    { "absent", test_absent },     { "box", test_box },
    { "pan", test_pan },           { "slow-pan", test_slow_pan },
    { "zoom", test_zoom },         { "zoom-back", test_zoom_back },
    { "removed", test_removed },   { "failed", test_failed },
    { "faults", test_faults },     { "zoom-range", test_zoom_range },
    { "max-zoom", test_max_zoom },
  };

  gtk_test_init (&argc, &argv, NULL);
  add_tests ("map-ground", tests, G_N_ELEMENTS (tests));
  g_test_add_func ("/map-ground/dense", test_dense);

  return g_test_run ();
}
