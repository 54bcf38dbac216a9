/* test-tile-layer.c: the tiles of one zoom level, shown at any zoom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gtk/gtk.h>

#include "atlas-layer-stack.h"
#include "atlas-raster-source.h"
#include "fake-reader.h"
#include "map-stage.h"

typedef struct
{
  Stage stage;
  FakeReader *reader;
  AtlasRasterSource *source;
  AtlasLayerStack *stack;
  AtlasTileLayer *layer;
  guint n_done;
} Fixture;

static void
done_cb (Fixture *fixture)
{
  fixture->n_done++;
}

static void
add_layer (Fixture *fixture, guint level, double least_zoom)
{
  fixture->layer = g_object_ref_sink (
      atlas_tile_layer_new (SHUMATE_MAP_SOURCE (fixture->source),
                            shumate_map_get_viewport (fixture->stage.map), level, least_zoom));
  g_signal_connect_swapped (fixture->layer, "tile-done", G_CALLBACK (done_cb), fixture);
  atlas_layer_stack_add (fixture->stack, fixture->layer, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  stage_open (&fixture->stage);
  fixture->reader = fake_reader_new ();
  fixture->reader->info.max_zoom = 18;
  fixture->source = atlas_raster_source_new (ATLAS_TILE_READER (fixture->reader));
  fixture->stack = atlas_layer_stack_new (fixture->stage.map);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  atlas_layer_stack_close (fixture->stack);
  g_assert_finalize_object (fixture->stack);
  if (fixture->layer != NULL)
    g_assert_finalize_object (fixture->layer);
  fake_reader_release (fixture->reader);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (fixture->source);
  g_assert_finalize_object (fixture->reader);
  stage_close (&fixture->stage);
}

static gboolean
is_full (gpointer data)
{
  return atlas_tile_layer_is_full (((Fixture *) data)->layer);
}

static gboolean
has_answers (gpointer data)
{
  return ((Fixture *) data)->n_done > 0;
}

static gboolean
has_asked (gpointer data)
{
  return ((Fixture *) data)->reader->n_read > 0;
}

static gboolean
is_at_rest (gpointer data)
{
  return fake_reader_is_at_rest (((Fixture *) data)->reader);
}

static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) tiles = NULL;

  add_layer (fixture, 8, 0.0);
  g_assert_false (is_full (fixture));
  g_assert_false (atlas_tile_layer_is_covering (fixture->layer));
  wait_until (is_full, fixture);
  g_assert_true (atlas_tile_layer_is_covering (fixture->layer));
  g_assert_true (atlas_layer_stack_is_covering (fixture->stack));
  g_assert_cmpuint (atlas_tile_layer_get_level (fixture->layer), ==, 8);
  g_assert_true (atlas_tile_layer_get_source (fixture->layer)
                 == SHUMATE_MAP_SOURCE (fixture->source));
  tiles = atlas_tile_layer_dup_tiles (fixture->layer);
  g_assert_cmpuint (tiles->len, >=, 3 * 2);
  g_assert_cmpuint (tiles->len, <=, atlas_tile_layer_get_n_tiles (fixture->layer));
}

/* At the finest level columns and rows are beyond 65,536: none may pass for another. */
static void
test_finest (Fixture *fixture, gconstpointer data)
{
  atlas_map_camera_set_max_zoom (fixture->stage.camera, 16.0);
  stage_zoom (&fixture->stage, 16.0);
  add_layer (fixture, ATLAS_TILE_LAYER_FINEST, 0.0);
  wait_until (is_full, fixture);
  /* Each tile covers 64 pixels. */
  g_assert_cmpuint (fake_reader_count_level (fixture->reader, 18), >=, 9 * 7);
  g_assert_cmpuint (fake_reader_most_often (fixture->reader), ==, 1);
  for (int y = 5; y < STAGE_HEIGHT; y += 61)
    for (int x = 5; x < STAGE_WIDTH; x += 67)
      {
        AtlasPoint point = atlas_map_camera_widget_to_world (fixture->stage.camera, x + 0.5,
                                                             y + 0.5);

        g_assert_cmpfloat (point.x * 262144.0, >, 65536.0);
        g_assert_cmphex (
            stage_pick (&fixture->stage, x, y), ==,
            fake_colour (18, (guint) (point.x * 262144.0), (guint) (point.y * 262144.0)));
      }
}

/* What is in view is asked for before what is around it. */
static void
test_view_first (Fixture *fixture, gconstpointer data)
{
  AtlasBox box = atlas_map_camera_get_box (fixture->stage.camera);
  guint n_view = ((guint) (box.x1 * 512.0) - (guint) (box.x0 * 512.0) + 1)
                 * ((guint) (box.y1 * 512.0) - (guint) (box.y0 * 512.0) + 1);

  fixture->reader->holds = TRUE;
  add_layer (fixture, 9, 0.0);
  wait_until (has_asked, fixture);
  g_assert_cmpuint (atlas_tile_layer_get_n_tiles (fixture->layer), ==, n_view);
  fake_reader_release (fixture->reader);
  wait_until (is_full, fixture);
  stage_pick (&fixture->stage, 0, 0);
  g_assert_cmpuint (atlas_tile_layer_get_n_tiles (fixture->layer), >, n_view);
}

/* Wherever one has been, what is held is what is in view and a little around. */
static void
test_memory (Fixture *fixture, gconstpointer data)
{
  guint most = 0;

  atlas_map_camera_set_max_zoom (fixture->stage.camera, 16.0);
  stage_zoom (&fixture->stage, 12.0);
  add_layer (fixture, 12, 0.0);
  for (guint i = 0; i < 40; i++)
    {
      atlas_map_camera_pan (fixture->stage.camera, i < 20 ? 450.0 : 0.0, i < 20 ? 0.0 : 450.0);
      wait_until (is_full, fixture);
      most = MAX (most, atlas_tile_layer_get_n_tiles (fixture->layer));
    }
  g_assert_cmpuint (fixture->reader->n_read, >, 120);
  g_assert_cmpuint (most, <, 60);
}

/* Far out the tiles of a level would be too many. */
static void
test_least_zoom (Fixture *fixture, gconstpointer data)
{
  guint n_read;

  add_layer (fixture, 8, 7.5);
  wait_until (is_full, fixture);
  wait_until (is_at_rest, fixture);
  n_read = fixture->reader->n_read;
  stage_zoom (&fixture->stage, 7.2);
  stage_pick (&fixture->stage, 0, 0);
  g_assert_false (is_full (fixture));
  g_assert_cmpuint (fixture->reader->n_read, ==, n_read);
  stage_zoom (&fixture->stage, 7.6);
  wait_until (is_full, fixture);
  g_assert_cmpuint (fixture->reader->n_read, >, n_read);
}

static void
test_modes (Fixture *fixture, gconstpointer data)
{
  guint32 colour;
  guint n_read;

  add_layer (fixture, 8, 0.0);
  atlas_tile_layer_set_mode (fixture->layer, ATLAS_TILE_LAYER_UNSEEN);
  wait_until (is_full, fixture);
  g_assert_cmphex (stage_pick (&fixture->stage, 100, 100), ==, 0);
  g_assert_false (atlas_tile_layer_is_covering (fixture->layer));

  atlas_tile_layer_set_mode (fixture->layer, ATLAS_TILE_LAYER_LIVE);
  colour = stage_pick (&fixture->stage, 100, 100);
  g_assert_cmphex (colour, !=, 0);
  g_assert_true (atlas_tile_layer_is_covering (fixture->layer));

  atlas_tile_layer_set_mode (fixture->layer, ATLAS_TILE_LAYER_RETIRED);
  wait_until (is_at_rest, fixture);
  n_read = fixture->reader->n_read;
  atlas_map_camera_pan (fixture->stage.camera, 0.0, 900.0);
  stage_pick (&fixture->stage, 100, 100);
  g_assert_cmpuint (fixture->reader->n_read, ==, n_read);
  g_assert_false (is_full (fixture));
}

/* What was asked for is cancelled when the layer retires, and asked for again when it is back. */
static void
test_retired (Fixture *fixture, gconstpointer data)
{
  fixture->reader->holds = TRUE;
  add_layer (fixture, 8, 0.0);
  wait_until (has_asked, fixture);
  atlas_tile_layer_set_mode (fixture->layer, ATLAS_TILE_LAYER_RETIRED);
  g_assert_cmpuint (atlas_tile_layer_get_n_tiles (fixture->layer), ==, 0);
  for (GList *link = fixture->reader->held.head; link != NULL; link = link->next)
    g_assert_true (g_cancellable_is_cancelled (g_task_get_cancellable (link->data)));
  fake_reader_release (fixture->reader);
  wait_until (is_at_rest, fixture);
  g_assert_cmpuint (fixture->n_done, ==, 0);

  atlas_tile_layer_set_mode (fixture->layer, ATLAS_TILE_LAYER_LIVE);
  wait_until (is_full, fixture);
}

static void
test_failed (Fixture *fixture, gconstpointer data)
{
  fixture->reader->error = g_error_new (ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_UNREACHABLE, "Away.");
  add_layer (fixture, 8, 0.0);
  wait_until (is_full, fixture);
  wait_until (has_answers, fixture);
  g_assert_false (atlas_tile_layer_is_covering (fixture->layer));
  g_assert_cmphex (stage_pick (&fixture->stage, 100, 100), ==, 0);

  g_clear_error (&fixture->reader->error);
  atlas_tile_layer_retry (fixture->layer);
  g_assert_false (is_full (fixture));
  wait_until (is_full, fixture);
  g_assert_true (atlas_tile_layer_is_covering (fixture->layer));
}

/* A layer that is hidden by another asks for its tiles all the same. */
static void
test_cover (Fixture *fixture, gconstpointer data)
{
  AtlasTileLayer *upper;
  AtlasTileLayer *lower;

  add_layer (fixture, 8, 0.0);
  upper = fixture->layer;
  wait_until (is_full, fixture);
  add_layer (fixture, 9, 0.0);
  lower = fixture->layer;
  atlas_tile_layer_set_cover (lower, upper);
  wait_until (is_full, fixture);
  g_assert_cmphex (stage_pick (&fixture->stage, 100, 100) >> 16 & 0xff, ==, 8 * 12);

  atlas_layer_stack_remove (fixture->stack, upper);
  g_assert_finalize_object (upper);
  atlas_tile_layer_set_cover (lower, NULL);
  g_assert_cmphex (stage_pick (&fixture->stage, 100, 100) >> 16 & 0xff, ==, 9 * 12);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "full", test_full },       { "finest", test_finest },
    { "memory", test_memory },   { "view-first", test_view_first },
    { "modes", test_modes },     { "least-zoom", test_least_zoom },
    { "retired", test_retired }, { "failed", test_failed },
    { "cover", test_cover },
  };

  gtk_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/tile-layer/%s", tests[i].name);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }

  return g_test_run ();
}
