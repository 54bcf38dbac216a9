/* test-map-tiles.c: the painted layers of a map, replaced without a flash
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gtk/gtk.h>

#include "../paint/map-fixture.h"
#include "atlas-map-tiles.h"
#include "map-stage.h"

#define MIDDLE_X (STAGE_WIDTH / 2)
#define MIDDLE_Y (STAGE_HEIGHT / 2)

typedef struct
{
  Stage stage;
  AtlasMapTiles *tiles;
  AtlasCatalog *catalog;
  AtlasMapGeometry *geometry;
  guint n_shown;
} Fixture;

static void
shown_cb (Fixture *fixture)
{
  fixture->n_shown++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  stage_open (&fixture->stage);
  fixture->catalog = open_catalog ();
  fixture->geometry = load_geometry (fixture->catalog);
  fixture->tiles = atlas_map_tiles_new (fixture->stage.map, fixture->stage.camera);
  g_signal_connect_swapped (fixture->tiles, "style-shown", G_CALLBACK (shown_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_run_dispose (G_OBJECT (fixture->tiles));
  g_assert_finalize_object (fixture->tiles);
  stage_close (&fixture->stage);
  g_clear_pointer (&fixture->geometry, atlas_map_geometry_unref);
  g_clear_object (&fixture->catalog);
}

static gboolean
is_complete (gpointer data)
{
  return atlas_map_tiles_is_complete (((Fixture *) data)->tiles);
}

static gboolean
has_shown_two (gpointer data)
{
  return ((Fixture *) data)->n_shown == 2;
}

static AtlasMapStyle *
make_style (Fixture *fixture, AtlasColour colour, gboolean over)
{
  guint n = atlas_map_geometry_get_n_areas (fixture->geometry);
  g_autofree AtlasMapFill *fills = g_new0 (AtlasMapFill, n);

  for (guint i = 0; i < n; i++)
    fills[i].colour = colour;
  return atlas_map_style_new (FALSE, over, fills, n);
}

static void
show (Fixture *fixture, AtlasColour colour, gboolean over)
{
  g_autoptr (AtlasMapStyle) style = make_style (fixture, colour, over);

  atlas_map_tiles_show (fixture->tiles, fixture->geometry, style);
}

static guint32
pick (Fixture *fixture)
{
  return stage_pick (&fixture->stage, MIDDLE_X, MIDDLE_Y);
}

static const AtlasColour RED = { 1.0f, 0.0f, 0.0f, 1.0f };
static const AtlasColour BLUE = { 0.0f, 0.0f, 1.0f, 1.0f };
static const AtlasColour VEIL = { 1.0f, 0.0f, 0.0f, 0.4f };
static const AtlasColour OTHER_VEIL = { 0.0f, 0.0f, 1.0f, 0.4f };
#define RED_VEILED 0x66660000u
#define BLUE_VEILED 0x66000066u

/* Until the new tiles are there nothing is missing of the old ones. */
static gboolean
has_replaced_unseen (gpointer data)
{
  Fixture *fixture = data;

  g_assert_true (atlas_map_tiles_is_covering (fixture->tiles));
  return fixture->n_shown == 2;
}

static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  g_assert_false (is_complete (fixture));
  g_assert_null (atlas_map_tiles_get_style (fixture->tiles));
  show (fixture, RED, FALSE);
  wait_until (is_complete, fixture);
  g_assert_cmpuint (fixture->n_shown, ==, 1);
  g_assert_true (atlas_map_tiles_is_covering (fixture->tiles));
  g_assert_cmphex (pick (fixture), ==, 0xffff0000u);

  show (fixture, BLUE, FALSE);
  g_assert_false (is_complete (fixture));
  wait_until (has_replaced_unseen, fixture);
  wait_until (is_complete, fixture);
  g_assert_cmphex (pick (fixture), ==, 0xff0000ffu);

  atlas_map_tiles_show (fixture->tiles, NULL, NULL);
  g_assert_null (atlas_map_tiles_get_style (fixture->tiles));
  g_assert_false (is_complete (fixture));
}

static gboolean
has_replaced_veil (gpointer data)
{
  guint32 colour = pick (data);

  g_assert_true (colour == RED_VEILED || colour == BLUE_VEILED);
  return colour == BLUE_VEILED;
}

/* What can be seen through is never seen twice, nor with what it replaces. */
static void
test_over (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) layers = g_ptr_array_new ();

  show (fixture, VEIL, TRUE);
  wait_until (is_complete, fixture);
  g_assert_false (atlas_map_tiles_is_covering (fixture->tiles));
  g_assert_cmphex (pick (fixture), ==, RED_VEILED);
  collect_layers (GTK_WIDGET (fixture->stage.map), layers);
  g_assert_cmpuint (layers->len, ==, 1);

  show (fixture, OTHER_VEIL, TRUE);
  wait_until (has_replaced_veil, fixture);
  wait_until (is_complete, fixture);
  g_assert_cmphex (pick (fixture), ==, BLUE_VEILED);
}

/* Where only others have tiles our own colours are still painted. */
static void
test_deep (Fixture *fixture, gconstpointer data)
{
  atlas_map_camera_set_max_zoom (fixture->stage.camera, ATLAS_DEEPEST_ZOOM);
  stage_zoom (&fixture->stage, 20.0);
  show (fixture, RED, FALSE);
  wait_until (is_complete, fixture);
  g_assert_cmpfloat (atlas_map_camera_get_zoom (fixture->stage.camera), ==, 16.0);
  for (int x = 7; x < STAGE_WIDTH; x += 100)
    g_assert_cmphex (stage_pick (&fixture->stage, x, MIDDLE_Y), ==, 0xffff0000u);
}

/* The tiles follow the zoom, and the last wish counts. */
static void
test_hurry (Fixture *fixture, gconstpointer data)
{
  show (fixture, RED, FALSE);
  wait_until (is_complete, fixture);
  show (fixture, VEIL, FALSE);
  stage_zoom (&fixture->stage, 9.4);
  show (fixture, BLUE, FALSE);
  wait_until (has_shown_two, fixture);
  wait_until (is_complete, fixture);
  g_assert_cmphex (pick (fixture), ==, 0xff0000ffu);
  g_assert_cmpuint (fixture->n_shown, ==, 2);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "replaced", test_replaced },
    { "over", test_over },
    { "deep", test_deep },
    { "hurry", test_hurry },
  };

  gtk_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/map-tiles/%s", tests[i].name);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }

  return g_test_run ();
}
