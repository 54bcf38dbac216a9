/* test-map-navigate.c: whether arrow keys lead where they point, and everywhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-card.h"
#include "atlas-map-navigate.h"
#include "atlas-map-wording.h"
#include "../paint/map-fixture.h"

static void
test_points_there (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasMapGeometry) geometry = load_geometry (catalog);
  guint n_steps = 0;

  for (guint i = 0; i < atlas_map_geometry_get_n_areas (geometry); i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (geometry, i);
      AtlasPlace *from = area->is_unit ? atlas_catalog_get_place (catalog, area->code) : NULL;

      for (int d = ATLAS_DIRECTION_WEST; from != NULL && d <= ATLAS_DIRECTION_SOUTH; d++)
        {
          AtlasPlace *to = atlas_map_navigate (catalog, geometry, from, (AtlasDirection) d);
          AtlasPoint a = atlas_place_get_label_point (from);
          AtlasPoint b;

          if (to == NULL)
            continue;

          n_steps++;
          b = atlas_place_get_label_point (to);
          g_assert_true (to != from);
          g_assert_false (atlas_place_is_city (to));
          g_assert_true (d != ATLAS_DIRECTION_WEST || b.x < a.x);
          g_assert_true (d != ATLAS_DIRECTION_EAST || b.x > a.x);
          g_assert_true (d != ATLAS_DIRECTION_NORTH || b.y < a.y);
          g_assert_true (d != ATLAS_DIRECTION_SOUTH || b.y > a.y);
        }
    }
  g_assert_cmpuint (n_steps, >, 300);
}

static void
test_adjacent (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasMapGeometry) geometry = load_geometry (catalog);
  AtlasPlace *zhuanghe = atlas_catalog_get_place (catalog, "210283");
  AtlasPlace *north = atlas_map_navigate (catalog, geometry, zhuanghe, ATLAS_DIRECTION_NORTH);
  AtlasPlace *dalian = atlas_catalog_get_place (catalog, "210200");

  g_assert_true (g_strv_contains (atlas_map_geometry_get_neighbours (geometry, "210283"),
                                  atlas_place_get_code (north)));
  g_assert_nonnull (atlas_map_navigate (catalog, geometry, dalian, ATLAS_DIRECTION_NORTH));
}

/* No county or district can be reached with the mouse only. */
static void
test_reaches_all (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasMapGeometry) geometry = load_geometry (catalog);
  g_autoptr (GHashTable) reached = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  g_ptr_array_add (open, atlas_catalog_get_place (catalog, "210181"));
  g_hash_table_add (reached, g_ptr_array_index (open, 0));
  while (open->len > 0)
    {
      AtlasPlace *from = g_ptr_array_steal_index_fast (open, open->len - 1);

      for (int d = ATLAS_DIRECTION_WEST; d <= ATLAS_DIRECTION_SOUTH; d++)
        {
          AtlasPlace *to = atlas_map_navigate (catalog, geometry, from, (AtlasDirection) d);

          if (to != NULL && g_hash_table_add (reached, to))
            g_ptr_array_add (open, to);
        }
    }
  for (guint i = 0; i < atlas_map_geometry_get_n_areas (geometry); i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (geometry, i);
      AtlasPlace *place = area->is_unit ? atlas_catalog_get_place (catalog, area->code) : NULL;

      if (place != NULL && !g_hash_table_contains (reached, place))
        g_test_message ("%s is out of reach", atlas_place_get_name (place));
    }
  g_assert_cmpuint (g_hash_table_size (reached), ==, 100);
}

static void
test_nearest (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasMapGeometry) geometry = load_geometry (catalog);
  AtlasPlace *wafangdian = atlas_catalog_get_place (catalog, "210281");
  AtlasPoint inside = atlas_place_get_label_point (wafangdian);
  AtlasPoint at_sea = atlas_point_from_degrees (122.8, 38.9);

  g_assert_true (atlas_map_navigate_nearest (catalog, geometry, inside) == wafangdian);
  g_assert_nonnull (atlas_map_navigate_nearest (catalog, geometry, at_sea));
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
  g_autofree char *approved = atlas_map_wording_stamp ("辽S(2026)1号");

  g_assert_cmpstr (internal, ==, "内部工作用图 未经审核 不得公开 · 示意图，不作为划界依据");
  g_assert_cmpstr (empty, ==, internal);
  g_assert_cmpstr (approved, ==, "审图号：辽S(2026)1号 · 示意图，不作为划界依据");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-navigate/points-there", test_points_there);
  g_test_add_func ("/map-navigate/adjacent", test_adjacent);
  g_test_add_func ("/map-navigate/reaches-all", test_reaches_all);
  g_test_add_func ("/map-navigate/nearest", test_nearest);
  g_test_add_func ("/map-card/beside-the-pointer", test_card);
  g_test_add_func ("/map-card/without-room", test_card_without_room);
  g_test_add_func ("/map-wording/stamp", test_stamp);

  return g_test_run ();
}
