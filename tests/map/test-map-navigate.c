/* test-map-navigate.c: whether arrow keys lead where they point, and everywhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-card.h"
#include "atlas-map-navigate.h"
#include "atlas-map-wording.h"
#include "../paint/map-fixture.h"

#define N_DIRECTIONS 4
#define N_PLACES 55
#define DALIAN "210200"
#define CHANGHAI "210224"
#define ZHUANGHE "210283"

typedef struct
{
  AtlasCatalog *catalog;
  AtlasMapGeometry *geometry;
  /* the cities and counties, and where the arrows lead from each */
  AtlasPlace *places[N_PLACES];
  AtlasPlace *steps[N_PLACES][N_DIRECTIONS];
} Fixture;

static const AtlasDirection OPPOSITE[] = {
  [ATLAS_DIRECTION_WEST] = ATLAS_DIRECTION_EAST,
  [ATLAS_DIRECTION_EAST] = ATLAS_DIRECTION_WEST,
  [ATLAS_DIRECTION_NORTH] = ATLAS_DIRECTION_SOUTH,
  [ATLAS_DIRECTION_SOUTH] = ATLAS_DIRECTION_NORTH,
};

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GListModel *places;
  guint n_places = 0;

  fixture->catalog = open_catalog ();
  fixture->geometry = load_geometry (fixture->catalog);
  places = atlas_catalog_get_places (fixture->catalog);
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      if (!atlas_place_is_district (place))
        fixture->places[n_places++] = place;
    }
  g_assert_cmpuint (n_places, ==, N_PLACES);
  for (guint i = 0; i < N_PLACES; i++)
    for (guint d = 0; d < N_DIRECTIONS; d++)
      fixture->steps[i][d] = atlas_map_navigate (fixture->catalog, fixture->geometry,
                                                 fixture->places[i], (AtlasDirection) d);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  atlas_map_geometry_unref (fixture->geometry);
  g_assert_finalize_object (fixture->catalog);
}

static AtlasPlace *
place_of (Fixture *fixture, const char *code)
{
  return atlas_catalog_get_place (fixture->catalog, code);
}

static guint
index_of (Fixture *fixture, AtlasPlace *place)
{
  guint i = 0;

  while (i < N_PLACES && fixture->places[i] != place)
    i++;
  g_assert_cmpuint (i, <, N_PLACES);
  return i;
}

static AtlasPlace *
step (Fixture *fixture, const char *code, AtlasDirection direction)
{
  return atlas_map_navigate (fixture->catalog, fixture->geometry, place_of (fixture, code),
                             direction);
}

/* A city is where its dot is. */
static AtlasPoint
point_of (AtlasPlace *place)
{
  if (atlas_place_is_city (place))
    return atlas_point_from_degrees (atlas_place_get_longitude (place),
                                     atlas_place_get_latitude (place));
  return atlas_place_get_label_point (place);
}

static void
assert_points_there (AtlasPlace *from, AtlasPlace *to, AtlasDirection direction)
{
  AtlasPoint a = point_of (from);
  AtlasPoint b = point_of (to);

  g_assert_true (to != from);
  g_assert_true (direction != ATLAS_DIRECTION_WEST || b.x < a.x);
  g_assert_true (direction != ATLAS_DIRECTION_EAST || b.x > a.x);
  g_assert_true (direction != ATLAS_DIRECTION_NORTH || b.y < a.y);
  g_assert_true (direction != ATLAS_DIRECTION_SOUTH || b.y > a.y);
}

static void
test_points_there (Fixture *fixture, gconstpointer data)
{
  guint n_steps = 0;

  for (guint i = 0; i < N_PLACES; i++)
    {
      for (guint d = 0; d < N_DIRECTIONS; d++)
        {
          AtlasPlace *to = fixture->steps[i][d];

          if (to == NULL)
            continue;

          n_steps++;
          g_assert_false (atlas_place_is_district (to));
          assert_points_there (fixture->places[i], to, (AtlasDirection) d);
        }
    }
  g_assert_cmpuint (n_steps, >, 190);
}

/* All that can be reached from a place by arrows, itself included. */
static guint
count_reached (Fixture *fixture, guint start)
{
  gboolean reached[N_PLACES] = { FALSE };
  guint open[N_PLACES];
  guint n_open = 1;
  guint n_reached = 1;

  open[0] = start;
  reached[start] = TRUE;
  while (n_open > 0)
    {
      guint from = open[--n_open];

      for (guint d = 0; d < N_DIRECTIONS; d++)
        {
          AtlasPlace *to = fixture->steps[from][d];
          guint i = to != NULL ? index_of (fixture, to) : start;

          if (reached[i])
            continue;

          reached[i] = TRUE;
          open[n_open++] = i;
          n_reached++;
        }
    }
  return n_reached;
}

/* No city or county can be reached with the mouse only, wherever one starts. */
static void
test_reaches_all (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < N_PLACES; i++)
    g_assert_cmpuint (count_reached (fixture, i), ==, N_PLACES);
}

static gboolean
is_one_step (Fixture *fixture, AtlasPlace *from, AtlasPlace *to)
{
  guint i = index_of (fixture, from);

  for (guint d = 0; d < N_DIRECTIONS; d++)
    if (fixture->steps[i][d] == to)
      return TRUE;
  return FALSE;
}

/* Two places can each be the other's nearest in only so many cases, as areas are no grid; but the
 * opposite arrow always leads somewhere, mostly back, and else seldom away from where one was. */
static void
test_there_and_back (Fixture *fixture, gconstpointer data)
{
  guint n_steps = 0;
  guint n_back = 0;
  guint n_near = 0;

  for (guint i = 0; i < N_PLACES; i++)
    {
      for (guint d = 0; d < N_DIRECTIONS; d++)
        {
          AtlasPlace *from = fixture->places[i];
          AtlasPlace *to = fixture->steps[i][d];
          AtlasPlace *back;

          if (to == NULL)
            continue;

          back = fixture->steps[index_of (fixture, to)][OPPOSITE[d]];
          g_assert_nonnull (back);
          n_steps++;
          n_back += back == from;
          n_near += back == from || is_one_step (fixture, back, from)
                    || is_one_step (fixture, from, back);
        }
    }
  g_test_message ("%u steps, %u lead back, %u at least beside", n_steps, n_back, n_near);
  g_assert_cmpuint (n_back, >=, n_steps * 6 / 10);
  g_assert_cmpuint (n_near, >=, n_steps * 85 / 100);
}

static gboolean
adjoins (Fixture *fixture, const char *code, AtlasPlace *place)
{
  return g_strv_contains (atlas_map_geometry_get_neighbours (fixture->geometry, code),
                          atlas_place_get_code (place));
}

/* Between counties that adjoin; a city adjoins what its districts do. */
static void
test_adjacent (Fixture *fixture, gconstpointer data)
{
  AtlasPlace *wafangdian = step (fixture, DALIAN, ATLAS_DIRECTION_NORTH);

  g_assert_true (adjoins (fixture, ZHUANGHE, step (fixture, ZHUANGHE, ATLAS_DIRECTION_NORTH)));
  g_assert_cmpstr (atlas_place_get_code (wafangdian), ==, "210281");
  g_assert_true (step (fixture, "210281", ATLAS_DIRECTION_SOUTH) == place_of (fixture, DALIAN));
  g_assert_true (step (fixture, "210100", ATLAS_DIRECTION_EAST) == place_of (fixture, "210400"));
  g_assert_true (step (fixture, "210400", ATLAS_DIRECTION_WEST) == place_of (fixture, "210100"));
}

/* A county that lies all around its city is the next one in some direction. */
static void
test_around (Fixture *fixture, gconstpointer data)
{
  g_assert_true (step (fixture, "210900", ATLAS_DIRECTION_NORTH) == place_of (fixture, "210921"));
  g_assert_true (step (fixture, "211000", ATLAS_DIRECTION_SOUTH) == place_of (fixture, "211021"));
}

/* Across the sea, and back to where one came from. */
static void
test_island (Fixture *fixture, gconstpointer data)
{
  AtlasPlace *changhai = place_of (fixture, CHANGHAI);
  guint n_ways = 0;

  g_assert_null (atlas_map_geometry_get_neighbours (fixture->geometry, CHANGHAI)[0]);
  g_assert_true (step (fixture, DALIAN, ATLAS_DIRECTION_EAST) == changhai);
  g_assert_true (step (fixture, CHANGHAI, ATLAS_DIRECTION_WEST) == place_of (fixture, DALIAN));
  g_assert_true (step (fixture, ZHUANGHE, ATLAS_DIRECTION_SOUTH) == changhai);
  g_assert_true (step (fixture, CHANGHAI, ATLAS_DIRECTION_NORTH) == place_of (fixture, ZHUANGHE));

  for (guint i = 0; i < N_PLACES; i++)
    n_ways += is_one_step (fixture, fixture->places[i], changhai);
  g_assert_cmpuint (n_ways, <=, 4);
}

/* From a district one walks among districts and counties. */
static void
test_districts (Fixture *fixture, gconstpointer data)
{
  guint n_areas = atlas_map_geometry_get_n_areas (fixture->geometry);
  guint n_to_districts = 0;
  guint n_to_counties = 0;

  for (guint i = 0; i < n_areas; i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (fixture->geometry, i);
      AtlasPlace *from = area->is_district ? place_of (fixture, area->code) : NULL;
      guint n_ways = 0;

      for (int d = 0; from != NULL && d < N_DIRECTIONS; d++)
        {
          AtlasPlace *to = atlas_map_navigate (fixture->catalog, fixture->geometry, from,
                                               (AtlasDirection) d);

          if (to == NULL)
            continue;

          n_ways++;
          g_assert_false (atlas_place_is_city (to));
          assert_points_there (from, to, (AtlasDirection) d);
          if (atlas_place_is_district (to))
            n_to_districts++;
          else
            n_to_counties++;
        }
      g_assert_true (from == NULL || n_ways >= 2);
    }
  g_assert_cmpuint (n_to_districts, >, 100);
  g_assert_cmpuint (n_to_counties, >, 20);
}

/* Where nothing is selected the first arrow takes what is in the middle; never a district. */
static void
test_nearest (Fixture *fixture, gconstpointer data)
{
  AtlasPlace *wafangdian = place_of (fixture, "210281");
  AtlasPoint at_sea = atlas_point_from_degrees (122.8, 38.9);
  AtlasPoint in_shenyang = atlas_place_get_label_point (place_of (fixture, "210102"));
  AtlasPlace *nearest = atlas_map_navigate_nearest (fixture->catalog, fixture->geometry, at_sea);

  g_assert_true (atlas_map_navigate_nearest (fixture->catalog, fixture->geometry,
                                             atlas_place_get_label_point (wafangdian))
                 == wafangdian);
  g_assert_true (atlas_map_navigate_nearest (fixture->catalog, fixture->geometry, in_shenyang)
                 == place_of (fixture, "210100"));
  g_assert_nonnull (nearest);
  g_assert_false (atlas_place_is_district (nearest));
}

/* Wherever the pointer is, the card is on the map and not under it. */
static void
test_card (void)
{
  for (double x = 0.0; x <= 600.0; x += 25.0)
    {
      for (double y = 0.0; y <= 650.0; y += 25.0)
        {
          graphene_point_t at;

          g_assert_true (atlas_map_card_find_position (x, y, 220, 110, 600, 650, &at));
          g_assert_cmpfloat (at.x, >=, 0.0);
          g_assert_cmpfloat (at.y, >=, 0.0);
          g_assert_cmpfloat (at.x + 220.0, <=, 600.0);
          g_assert_cmpfloat (at.y + 110.0, <=, 650.0);
          g_assert_false (x >= at.x && x <= at.x + 220.0 && y >= at.y && y <= at.y + 110.0);
        }
    }
}

static void
test_card_without_room (void)
{
  graphene_point_t at;

  g_assert_false (atlas_map_card_find_position (50.0, 50.0, 220, 110, 200, 300, &at));
  g_assert_false (atlas_map_card_find_position (150.0, 60.0, 220, 110, 300, 120, &at));
}

static void
test_stamp (void)
{
  g_autofree char *internal = atlas_map_wording_stamp (NULL);
  g_autofree char *empty = atlas_map_wording_stamp ("");
  g_autofree char *approved = atlas_map_wording_stamp ("  辽S(2026)\n1号\t");
  /* Blanks, full-width ones, what nobody sees, and words are no number. */
  static const char *const none[] = { "   ", "\n", "　", "\xe2\x80\x8b", "。", "待审", "\xff" };
  g_autofree char *endless = g_strnfill (1000, '9');
  g_autofree char *cut = atlas_map_wording_normalise_approval (endless);

  g_assert_cmpstr (internal, ==, "内部工作用图 未经审核 不得公开 · 示意图，不作为划界依据");
  g_assert_cmpstr (empty, ==, internal);
  g_assert_cmpstr (approved, ==, "审图号：辽S(2026) 1号 · 示意图，不作为划界依据");
  g_assert_cmpuint (strlen (cut), ==, ATLAS_MAP_MAX_APPROVAL);
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autofree char *stamp = atlas_map_wording_stamp (none[i]);

      g_assert_cmpstr (stamp, ==, internal);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/map-navigate/points-there", Fixture, NULL, set_up, test_points_there, tear_down);
  g_test_add ("/map-navigate/reaches-all", Fixture, NULL, set_up, test_reaches_all, tear_down);
  g_test_add ("/map-navigate/there-and-back", Fixture, NULL, set_up, test_there_and_back,
              tear_down);
  g_test_add ("/map-navigate/adjacent", Fixture, NULL, set_up, test_adjacent, tear_down);
  g_test_add ("/map-navigate/around", Fixture, NULL, set_up, test_around, tear_down);
  g_test_add ("/map-navigate/island", Fixture, NULL, set_up, test_island, tear_down);
  g_test_add ("/map-navigate/districts", Fixture, NULL, set_up, test_districts, tear_down);
  g_test_add ("/map-navigate/nearest", Fixture, NULL, set_up, test_nearest, tear_down);
  g_test_add_func ("/map-card/beside-the-pointer", test_card);
  g_test_add_func ("/map-card/without-room", test_card_without_room);
  g_test_add_func ("/map-wording/stamp", test_stamp);

  return g_test_run ();
}
