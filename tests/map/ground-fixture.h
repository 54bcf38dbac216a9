/* ground-fixture.h: tiles of a reader in a map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-map-ground.h"
#include "fake-reader.h"
#include "map-stage.h"

#define MIDDLE_X (STAGE_WIDTH / 2)
#define MIDDLE_Y (STAGE_HEIGHT / 2)

typedef struct
{
  Stage stage;
  AtlasMapGround *ground;
  FakeReader *reader;
  guint n_failures;
  char *failure;
} Fixture;

static inline void
failed_cb (Fixture *fixture, const GError *error)
{
  fixture->n_failures++;
  g_free (fixture->failure);
  fixture->failure = g_strdup (error->message);
}

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  stage_open (&fixture->stage);
  fixture->ground = atlas_map_ground_new (fixture->stage.map, fixture->stage.camera);
  fixture->reader = fake_reader_new ();
  g_signal_connect_swapped (fixture->ground, "failed", G_CALLBACK (failed_cb), fixture);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_run_dispose (G_OBJECT (fixture->ground));
  g_assert_finalize_object (fixture->ground);
  fake_reader_release (fixture->reader);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (fixture->reader);
  stage_close (&fixture->stage);
  g_free (fixture->failure);
}

static inline gboolean
is_complete (gpointer data)
{
  return atlas_map_ground_is_complete (((Fixture *) data)->ground);
}

static inline gboolean
is_at_rest (gpointer data)
{
  return fake_reader_is_at_rest (((Fixture *) data)->reader);
}

static inline void
show (Fixture *fixture)
{
  atlas_map_ground_set_reader (fixture->ground, ATLAS_TILE_READER (fixture->reader));
}

static inline void
show_all (Fixture *fixture)
{
  show (fixture);
  g_assert_false (is_complete (fixture));
  wait_until (is_complete, fixture);
  /* Then comes what lies around the view. */
  wait_until (is_at_rest, fixture);
}

/* The colour that belongs at a point of the map where tiles of @level are shown. */
static inline guint32
expect (Fixture *fixture, guint level, int x, int y)
{
  AtlasPoint point = atlas_map_camera_widget_to_world (fixture->stage.camera, x + 0.5, y + 0.5);
  double n_tiles = ldexp (1.0, (int) level);

  return fake_colour (level, (guint) (point.x * n_tiles), (guint) (point.y * n_tiles));
}

static inline void
assert_shows (Fixture *fixture, guint level)
{
  for (int y = 10; y < STAGE_HEIGHT; y += 120)
    for (int x = 10; x < STAGE_WIDTH; x += 97)
      g_assert_cmphex (stage_pick (&fixture->stage, x, y), ==, expect (fixture, level, x, y));
}

typedef struct
{
  const char *name;
  void (*test) (Fixture *, gconstpointer);
} FixtureTest;

static inline void
add_tests (const char *suite, const FixtureTest *tests, guint n_tests)
{
  for (guint i = 0; i < n_tests; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%s/%s", suite, tests[i].name);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
}
