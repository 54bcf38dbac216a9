/* test-map-colouring.c: whether the colours say what the data set says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-colouring.h"
#include "../paint/map-fixture.h"

typedef struct
{
  AtlasCatalog *catalog;
  AtlasMapGeometry *geometry;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalog = open_catalog ();
  fixture->geometry = load_geometry (fixture->catalog);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  atlas_map_geometry_unref (fixture->geometry);
  g_assert_finalize_object (fixture->catalog);
}

static AtlasMapStyle *
make_style (Fixture *fixture, AtlasMapColouring colouring, const char *highlight)
{
  g_autoptr (GError) error = NULL;
  AtlasMapStyle *style = atlas_map_colouring_make_style (fixture->catalog, fixture->geometry,
                                                         colouring, highlight, FALSE, &error);

  g_assert_no_error (error);
  return style;
}

static void
assert_colour (const AtlasColour *actual, const AtlasColour *expected)
{
  g_assert_nonnull (actual);
  g_assert_cmpfloat_with_epsilon (actual->red, expected->red, 0.001);
  g_assert_cmpfloat_with_epsilon (actual->green, expected->green, 0.001);
  g_assert_cmpfloat_with_epsilon (actual->blue, expected->blue, 0.001);
}

static AtlasColour
fill_of_family (const char *family)
{
  return atlas_map_style_soften (atlas_map_style_get_family_colour (family, FALSE), FALSE);
}

static void
test_family (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasMapStyle) style = make_style (fixture, ATLAS_MAP_COLOURING_FAMILY, NULL);
  const AtlasMapPalette *palette = atlas_map_palette_get (FALSE);
  guint n_counties = 0;

  for (guint i = 0; i < atlas_map_geometry_get_n_areas (fixture->geometry); i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (fixture->geometry, i);
      AtlasPlace *place = atlas_catalog_get_place (fixture->catalog, area->code);
      const AtlasColour *fill = atlas_map_style_get_fill (style, i);
      AtlasColour expected;

      if (place == NULL)
        assert_colour (fill, &palette->surroundings);
      else if (atlas_place_is_city (place))
        g_assert_null (fill);
      else if (atlas_place_is_district (place))
        assert_colour (fill, &palette->district);
      else
        {
          n_counties++;
          expected = fill_of_family (atlas_place_get_family (place));
          assert_colour (fill, atlas_place_get_family (place) != NULL ? &expected : &palette->land);
        }
    }
  g_assert_cmpuint (n_counties, ==, 41);
}

static void
test_city (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasMapStyle) style = make_style (fixture, ATLAS_MAP_COLOURING_CITY, NULL);
  g_autoptr (AtlasMapStyle) again = make_style (fixture, ATLAS_MAP_COLOURING_CITY, NULL);
  g_autoptr (GHashTable) of_city = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_areas = atlas_map_geometry_get_n_areas (fixture->geometry);
  guint n_borders = 0;

  for (guint i = 0; i < n_areas; i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (fixture->geometry, i);
      const AtlasColour *fill = atlas_map_style_get_fill (style, i);
      const AtlasColour *first;

      if (!area->is_unit)
        continue;

      assert_colour (atlas_map_style_get_fill (again, i), fill);
      first = g_hash_table_lookup (of_city, area->city);
      if (first != NULL)
        assert_colour (fill, first);
      g_hash_table_insert (of_city, area->city, (gpointer) fill);
    }
  g_assert_cmpuint (g_hash_table_size (of_city), ==, 14);

  for (guint i = 0; i < n_areas; i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (fixture->geometry, i);
      const char *const *neighbours = atlas_map_geometry_get_neighbours (fixture->geometry,
                                                                         area->code);

      for (guint j = 0; neighbours != NULL && neighbours[j] != NULL; j++)
        {
          const AtlasArea *other = atlas_map_geometry_find_area (fixture->geometry, neighbours[j]);

          if (g_strcmp0 (area->city, other->city) == 0)
            continue;

          n_borders++;
          g_assert_false (atlas_colour_equal (g_hash_table_lookup (of_city, area->city),
                                          g_hash_table_lookup (of_city, other->city)));
        }
    }
  g_assert_cmpuint (n_borders, >, 14);
}

/* Those that belong to it have the colour of the topic, all others that of paper. */
static void
assert_highlight (Fixture *fixture, const char *topic, const AtlasColour *colour)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasMapStyle) style = make_style (fixture, ATLAS_MAP_COLOURING_FAMILY, topic);
  g_autoptr (GPtrArray) members = atlas_catalog_get_places_in_topic (fixture->catalog, topic,
                                                                     &error);
  AtlasColour strong = atlas_map_style_soften (colour, FALSE);
  guint n_coloured = 0;
  guint n_pale = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < atlas_map_geometry_get_n_areas (fixture->geometry); i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (fixture->geometry, i);
      AtlasPlace *place = atlas_catalog_get_place (fixture->catalog, area->code);
      AtlasPlace *city = area->is_district ? atlas_place_get_parent (place) : NULL;
      gboolean held = g_ptr_array_find (members, place, NULL)
                      || (city != NULL && g_ptr_array_find (members, city, NULL));

      if (!area->is_unit)
        continue;

      g_assert_true (held == atlas_colour_equal (atlas_map_style_get_fill (style, i), &strong));
      n_coloured += held;
      n_pale += !held;
    }
  g_assert_cmpuint (n_coloured, >, 0);
  g_assert_cmpuint (n_pale, >, 0);
}

static const AtlasColour *
get_fill (Fixture *fixture, AtlasMapStyle *style, const char *code)
{
  for (guint i = 0; i < atlas_map_geometry_get_n_areas (fixture->geometry); i++)
    if (g_str_equal (atlas_map_geometry_get_area (fixture->geometry, i)->code, code))
      return atlas_map_style_get_fill (style, i);
  g_assert_not_reached ();
}

static void
test_highlight (Fixture *fixture, gconstpointer data)
{
  assert_highlight (fixture, "family:equipment",
                    atlas_map_style_get_family_colour ("equipment", FALSE));
  assert_highlight (fixture, "cluster:绿色石化及精细化工产业集群",
                    atlas_map_style_get_family_colour ("petrochemical", FALSE));
  assert_highlight (fixture, "zone:沿海经济带", atlas_map_style_get_accent (FALSE));
}

/* Some zones are a matter of the city alone, in some it stands with all its counties; a district
 * can be in one by itself. */
static void
test_reach_of_zones (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasMapStyle) coast = make_style (fixture, ATLAS_MAP_COLOURING_NONE,
                                                "zone:沿海经济带");
  g_autoptr (AtlasMapStyle) harbours = make_style (fixture, ATLAS_MAP_COLOURING_NONE,
                                                   "zone:现代化港口群");
  g_autoptr (AtlasMapStyle) mines = make_style (fixture, ATLAS_MAP_COLOURING_NONE,
                                                "zone:独立工矿区");
  const AtlasMapPalette *palette = atlas_map_palette_get (FALSE);
  AtlasColour strong = atlas_map_style_soften (atlas_map_style_get_accent (FALSE), FALSE);

  assert_colour (get_fill (fixture, coast, "210281"), &strong);
  assert_colour (get_fill (fixture, coast, "210202"), &strong);
  assert_colour (get_fill (fixture, coast, "210921"), &palette->land);
  assert_colour (get_fill (fixture, harbours, "210281"), &palette->land);
  assert_colour (get_fill (fixture, harbours, "210202"), &strong);
  assert_colour (get_fill (fixture, mines, "211005"), &strong);
  assert_colour (get_fill (fixture, mines, "211002"), &palette->district);
}

/* A topic of another data set leaves the map as it is. */
static void
test_unknown_topic (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasMapStyle) plain = make_style (fixture, ATLAS_MAP_COLOURING_FAMILY, NULL);
  g_autoptr (AtlasMapStyle) style = make_style (fixture, ATLAS_MAP_COLOURING_FAMILY, "zone:月球");
  g_autoptr (GPtrArray) legend = atlas_map_colouring_make_legend (
      fixture->catalog, ATLAS_MAP_COLOURING_CITY, "zone:月球", FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (legend->len, ==, 0);
  g_assert_null (
      atlas_map_colouring_get_title (fixture->catalog, ATLAS_MAP_COLOURING_CITY, "zone:月球"));
  for (guint i = 0; i < atlas_map_style_get_n_fills (style); i++)
    {
      const AtlasColour *fill = atlas_map_style_get_fill (plain, i);

      g_assert_true ((fill == NULL) == (atlas_map_style_get_fill (style, i) == NULL));
      if (fill != NULL)
        assert_colour (atlas_map_style_get_fill (style, i), fill);
    }
}

static void
test_legend (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) legend = atlas_map_colouring_make_legend (
      fixture->catalog, ATLAS_MAP_COLOURING_FAMILY, NULL, FALSE, &error);
  GListModel *places = atlas_catalog_get_places (fixture->catalog);
  guint n_entries = 0;
  guint n_named = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      n_named += !atlas_place_is_city (place) && atlas_place_get_family (place) != NULL;
    }
  for (guint i = 0; i < legend->len; i++)
    {
      const AtlasMapLegendEntry *entry = g_ptr_array_index (legend, i);

      g_assert_cmpuint (entry->count, >, 0);
      n_entries += entry->count;
      for (guint j = 0; j < i; j++)
        {
          const AtlasMapLegendEntry *other = g_ptr_array_index (legend, j);

          g_assert_false (atlas_colour_equal (&entry->colour, &other->colour));
        }
    }
  g_assert_cmpuint (legend->len, <=, 9);
  g_assert_cmpuint (n_entries, ==, n_named);
  g_assert_nonnull (
      atlas_map_colouring_get_title (fixture->catalog, ATLAS_MAP_COLOURING_FAMILY, NULL));
}

static void
assert_legend (
    Fixture *fixture, const char *topic, const char *name, const AtlasColour *colour, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) members = atlas_catalog_get_places_in_topic (fixture->catalog, topic,
                                                                     &error);
  g_autoptr (GPtrArray) legend = atlas_map_colouring_make_legend (
      fixture->catalog, ATLAS_MAP_COLOURING_CITY, topic, TRUE, &error);
  const AtlasMapLegendEntry *entry;

  g_assert_no_error (error);
  g_assert_cmpuint (legend->len, ==, 1);
  entry = g_ptr_array_index (legend, 0);
  g_assert_cmpstr (entry->name, ==, name);
  g_assert_cmpuint (entry->count, ==, members->len);
  assert_colour (&entry->colour, colour);
  g_assert_cmpstr (
      atlas_map_colouring_get_title (fixture->catalog, ATLAS_MAP_COLOURING_CITY, topic), ==, title);
}

static void
test_legend_of_highlight (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) none = atlas_map_colouring_make_legend (
      fixture->catalog, ATLAS_MAP_COLOURING_CITY, NULL, TRUE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  assert_legend (fixture, "family:food", "食品农产品",
                 atlas_map_style_get_family_colour ("food", TRUE),
                 "Places that name this industry; a city is shown by its districts");
  assert_legend (fixture, "cluster:工业母机产业集群", "工业母机产业集群",
                 atlas_map_style_get_family_colour ("equipment", TRUE),
                 "Places named for this cluster; a city is shown by its districts");
  assert_legend (fixture, "zone:沿海经济带", "沿海经济带", atlas_map_style_get_accent (TRUE),
                 "Places that belong to it; a city does with all its counties");
  assert_legend (fixture, "zone:现代化港口群", "现代化港口群", atlas_map_style_get_accent (TRUE),
                 "Places that belong to it; a city is shown by its districts");
}

/* Eight hues of their own, one for all others, in both themes. */
static void
test_hues (void)
{
  static const char *const strong[] = { "equipment", "petrochemical", "metallurgy",
                                        "materials", "energy",        "food",
                                        "textile",   "medicine",      NULL };

  for (int dark = FALSE; dark <= TRUE; dark++)
    {
      const AtlasColour *other = atlas_map_style_get_family_colour ("tourism", dark);

      g_assert_true (atlas_colour_equal (other, atlas_map_style_get_family_colour (NULL, dark)));
      g_assert_false (atlas_map_style_is_strong_family ("tourism"));
      for (guint i = 0; strong[i] != NULL; i++)
        {
          const AtlasColour *colour = atlas_map_style_get_family_colour (strong[i], dark);

          g_assert_true (atlas_map_style_is_strong_family (strong[i]));
          g_assert_false (atlas_colour_equal (colour, other));
          for (guint j = 0; j < i; j++)
            g_assert_false (
                atlas_colour_equal (colour, atlas_map_style_get_family_colour (strong[j], dark)));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/map-colouring/family", Fixture, NULL, set_up, test_family, tear_down);
  g_test_add ("/map-colouring/city", Fixture, NULL, set_up, test_city, tear_down);
  g_test_add ("/map-colouring/highlight", Fixture, NULL, set_up, test_highlight, tear_down);
  g_test_add ("/map-colouring/reach-of-zones", Fixture, NULL, set_up, test_reach_of_zones,
              tear_down);
  g_test_add ("/map-colouring/unknown-topic", Fixture, NULL, set_up, test_unknown_topic, tear_down);
  g_test_add ("/map-colouring/legend", Fixture, NULL, set_up, test_legend, tear_down);
  g_test_add ("/map-colouring/legend-of-highlight", Fixture, NULL, set_up, test_legend_of_highlight,
              tear_down);
  g_test_add_func ("/map-colouring/hues", test_hues);

  return g_test_run ();
}
