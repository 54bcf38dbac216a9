/* test-map-scheme.c: whether the classes say what the data set says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "scheme-fixture.h"

#define N_PLACES 55

/* Every kind of theme. */
static const char *const THEMES[] = {
  "none",
  "city",
  "family",
  "family:equipment",
  "zone:独立工矿区",
  "family:food,family:energy,zone:沿海经济带",
  "projects",
  "projects,stage:done",
  "projects,category:能源",
  "period",
  "coverage",
};

static const AtlasMapClass *
get_class (AtlasMapScheme *scheme, int index)
{
  GPtrArray *classes = atlas_map_scheme_get_classes (scheme);

  g_assert_cmpint (index, >=, 0);
  g_assert_cmpint (index, <, (int) classes->len);
  return g_ptr_array_index (classes, index);
}

static const AtlasMapClass *
get_class_of (Fixture *fixture, AtlasMapScheme *scheme, const char *code)
{
  AtlasPlace *place = atlas_catalog_get_place (fixture->catalog, code);

  return get_class (scheme, atlas_map_scheme_get_class_of_place (scheme, place));
}

/* A place is in the class that lists it and in no other, by code, but for one in several topics,
 * which each of them counts beside the class of overlaps; districts are nowhere listed; an
 * area has the class of its place. */
static void
assert_consistent (Fixture *fixture, AtlasMapScheme *scheme)
{
  GPtrArray *classes = atlas_map_scheme_get_classes (scheme);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < classes->len; i++)
    {
      const AtlasMapClass *class = get_class (scheme, (int) i);

      for (guint j = 0; j < class->places->len; j++)
        {
          AtlasPlace *place = g_ptr_array_index (class->places, j);
          int index;

          g_assert_false (atlas_place_is_district (place));
          index = atlas_map_scheme_get_class_of_place (scheme, place);
          if (index == (int) i)
            g_assert_true (g_hash_table_add (seen, place));
          else
            g_assert_cmpuint (i, <, get_class (scheme, index)->n_striped);
          if (j > 0)
            g_assert_cmpstr (atlas_place_get_code (g_ptr_array_index (class->places, j - 1)), <,
                             atlas_place_get_code (place));
        }
    }

  for (guint i = 0; i < atlas_map_geometry_get_n_areas (fixture->geometry); i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (fixture->geometry, i);
      AtlasPlace *place = atlas_catalog_get_place (fixture->catalog, area->code);
      int index = atlas_map_scheme_get_class_of_area (scheme, i);

      if (area->is_unit)
        g_assert_cmpint (index, ==, atlas_map_scheme_get_class_of_place (scheme, place));
      else
        g_assert_cmpint (index, ==, -1);
    }
}

static void
test_consistent (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (THEMES); i++)
    {
      g_autoptr (AtlasMapScheme) scheme = make_scheme (fixture, THEMES[i]);

      assert_consistent (fixture, scheme);
    }
}

/* Themes that speak of every place put each of the 55 somewhere, its districts with the city, and
 * leave no class empty. */
static void
test_complete (Fixture *fixture, gconstpointer data)
{
  static const char *const complete[] = { "city",   "family",   "projects", "projects,stage:done",
                                          "period", "coverage", NULL };
  GListModel *places = atlas_catalog_get_places (fixture->catalog);

  for (guint i = 0; complete[i] != NULL; i++)
    {
      g_autoptr (AtlasMapScheme) scheme = make_scheme (fixture, complete[i]);
      GPtrArray *classes = atlas_map_scheme_get_classes (scheme);
      guint n_places = 0;

      for (guint j = 0; j < classes->len; j++)
        {
          const AtlasMapClass *class = g_ptr_array_index (classes, j);

          g_assert_cmpuint (class->places->len, >, 0);
          n_places += class->places->len;
        }
      g_assert_cmpuint (n_places, ==, N_PLACES);

      for (guint j = 0; j < g_list_model_get_n_items (places); j++)
        {
          g_autoptr (AtlasPlace) place = g_list_model_get_item (places, j);

          if (atlas_place_is_district (place))
            g_assert_cmpint (
                atlas_map_scheme_get_class_of_place (scheme, place), ==,
                atlas_map_scheme_get_class_of_place (scheme, atlas_place_get_parent (place)));
        }
    }
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (THEMES); i++)
    {
      g_autoptr (AtlasMapScheme) scheme = make_scheme (fixture, THEMES[i]);
      gboolean says_itself = g_str_equal (THEMES[i], "none") || g_str_equal (THEMES[i], "city");
      gboolean has_note = g_str_has_prefix (THEMES[i], "projects")
                          || g_str_equal (THEMES[i], "coverage")
                          || g_str_equal (THEMES[i], "family:equipment")
                          || strchr (THEMES[i], ',') != NULL;

      g_assert_true (atlas_map_scheme_has_legend (scheme) == !says_itself);
      g_assert_true ((atlas_map_scheme_get_title (scheme) == NULL) == says_itself);
      g_assert_true ((atlas_map_scheme_get_note (scheme) != NULL) == has_note);
    }
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasMapScheme) scheme = make_scheme (fixture, "none");

  g_assert_cmpuint (atlas_map_scheme_get_classes (scheme)->len, ==, 0);
}

/* One class a city; no two neighbours have one colour, and it is the same with every start. */
static void
test_city (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasMapScheme) scheme = make_scheme (fixture, "city");
  g_autoptr (AtlasMapScheme) again = make_scheme (fixture, "city");
  guint n_borders = 0;

  g_assert_cmpuint (atlas_map_scheme_get_classes (scheme)->len, ==, 14);
  for (guint i = 0; i < 14; i++)
    g_assert_true (atlas_colour_equal (&get_class (scheme, (int) i)->light,
                                       &get_class (again, (int) i)->light));
  for (guint i = 0; i < atlas_map_geometry_get_n_areas (fixture->geometry); i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (fixture->geometry, i);
      const char *const *neighbours = area->is_unit ? atlas_map_geometry_get_neighbours (
                                          fixture->geometry, area->code)
                                                    : NULL;
      const AtlasMapClass *class = area->is_unit ? get_class_of (fixture, scheme, area->code)
                                                 : NULL;

      for (guint j = 0; neighbours != NULL && neighbours[j] != NULL; j++)
        {
          const AtlasMapClass *other = get_class_of (fixture, scheme, neighbours[j]);

          if (other == class)
            continue;
          n_borders++;
          g_assert_false (atlas_colour_equal (&class->light, &other->light));
          g_assert_false (atlas_colour_equal (&class->dark, &other->dark));
        }
    }
  g_assert_cmpuint (n_borders, >, 14);
}

/* A place is in the class of its family, in the family's colour; without one in that of absence. */
static void
test_family (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasMapScheme) scheme = make_scheme (fixture, "family");
  GListModel *places = atlas_catalog_get_places (fixture->catalog);
  GPtrArray *classes = atlas_map_scheme_get_classes (scheme);

  g_assert_cmpuint (classes->len, <=, 10);
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);
      const AtlasMapClass *class = get_class_of (fixture, scheme, atlas_place_get_code (place));
      const char *id = atlas_place_get_family (place);

      if (atlas_place_is_district (place))
        continue;
      g_assert_true (class->absent == (id == NULL));
      if (class->absent)
        continue;
      g_assert_true (
          atlas_colour_equal (&class->light, atlas_map_style_get_family_colour (id, FALSE)));
      g_assert_true (
          atlas_colour_equal (&class->dark, atlas_map_style_get_family_colour (id, TRUE)));
      g_assert_cmpstr (class->name, ==,
                       atlas_map_style_is_strong_family (id)
                           ? atlas_catalog_get_family (fixture->catalog, id)->name
                           : "Other");
    }
  g_assert_true (((AtlasMapClass *) g_ptr_array_index (classes, classes->len - 1))->absent);
}

/* The plan lists no leading industries for two cities, and for these alone. */
static void
test_family_of_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasMapScheme) scheme = make_scheme (fixture, "family");
  GPtrArray *classes = atlas_map_scheme_get_classes (scheme);
  const AtlasMapClass *absent = g_ptr_array_index (classes, classes->len - 1);

  g_assert_cmpstr (absent->name, ==, "No leading industry listed");
  g_assert_cmpuint (absent->places->len, ==, 2);
  g_assert_cmpstr (atlas_place_get_name (g_ptr_array_index (absent->places, 0)), ==, "沈阳市");
  g_assert_cmpstr (atlas_place_get_name (g_ptr_array_index (absent->places, 1)), ==, "大连市");
}

/* A theme that was counted before is not counted again, and says the same. */
static void
test_repeated (Fixture *fixture, gconstpointer data)
{
  static const char *const counted[] = { "projects,stage:done", "coverage", "period",
                                         "family:food" };

  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      g_autoptr (AtlasMapScheme) scheme = make_scheme (fixture, counted[i]);
      g_autoptr (AtlasMapScheme) again = make_scheme (fixture, counted[i]);

      for (guint j = 0; j < atlas_map_geometry_get_n_areas (fixture->geometry); j++)
        g_assert_cmpint (atlas_map_scheme_get_class_of_area (scheme, j), ==,
                         atlas_map_scheme_get_class_of_area (again, j));
    }
}

/* Where a topic is the only one, its members are its class, or that of those inferred for it. */
static void
assert_topic (
    Fixture *fixture, const char *id, const char *name, const AtlasColour *colour, guint n_inferred)
{
  g_autoptr (AtlasMapScheme) scheme = make_scheme (fixture, id);
  g_autoptr (GPtrArray) members = atlas_catalog_get_places_in_topic (fixture->catalog, id, NULL);
  const AtlasMapClass *class = get_class (scheme, 0);

  g_assert_cmpuint (atlas_map_scheme_get_classes (scheme)->len, ==, n_inferred > 0 ? 2 : 1);
  g_assert_cmpstr (class->name, ==, name);
  g_assert_cmpuint (class->places->len, ==, members->len - n_inferred);
  g_assert_true (atlas_colour_equal (&class->light, colour));
  for (guint i = 0; i < members->len; i++)
    g_assert_cmpint (
        atlas_map_scheme_get_class_of_place (scheme, g_ptr_array_index (members, i)), >=, 0);
  if (n_inferred == 0)
    return;
  g_assert_cmpstr (get_class (scheme, 1)->name, ==, "Inferred");
  g_assert_cmpuint (get_class (scheme, 1)->places->len, ==, n_inferred);
  g_assert_false (atlas_colour_equal (&get_class (scheme, 1)->light, colour));
}

static void
test_topic (Fixture *fixture, gconstpointer data)
{
  assert_topic (fixture, "family:food", "食品农产品",
                atlas_map_style_get_family_colour ("food", FALSE), 0);
  assert_topic (fixture, "cluster:工业母机产业集群", "工业母机产业集群",
                atlas_map_style_get_family_colour ("equipment", FALSE), 0);
  /* The document names 大连 alone, which has three counties; 22 places belong to it. */
  assert_topic (fixture, "zone:沿海经济带", "沿海经济带", atlas_map_style_get_accent (FALSE), 18);
}

static void
assert_title (Fixture *fixture, const char *theme, const char *title)
{
  g_autoptr (AtlasMapScheme) scheme = make_scheme (fixture, theme);

  g_assert_cmpstr (atlas_map_scheme_get_title (scheme), ==, title);
}

static void
test_titles (Fixture *fixture, gconstpointer data)
{
  assert_title (
      fixture, "family:food",
      "Places for which a document names this industry; a city is shown by its districts");
  assert_title (fixture, "cluster:工业母机产业集群",
                "Places named for this cluster; a city is shown by its districts");
  assert_title (fixture, "zone:沿海经济带",
                "Places that belong to it; a city does with all its counties");
  assert_title (fixture, "zone:现代化港口群",
                "Places that belong to it; a city is shown by its districts");
  assert_title (fixture, "projects", "Projects that the newest plan names");
  assert_title (fixture, "projects,stage:done,category:能源",
                "Projects that the newest plan names: 能源, Done");
  assert_title (fixture, "projects,stage:done,period:all",
                "Projects that the documents name: Done");
}

/* Some zones are a matter of the city alone, in some it stands with all its counties; a district
 * can be in one by itself, and its city is counted then. */
static void
test_reach_of_zones (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *zone;
    const char *code;
    gboolean is_member;
  } cases[] = {
    { "zone:沿海经济带", "210281", TRUE },   { "zone:沿海经济带", "210202", TRUE },
    { "zone:沿海经济带", "210921", FALSE },  { "zone:现代化港口群", "210281", FALSE },
    { "zone:现代化港口群", "210202", TRUE }, { "zone:独立工矿区", "211005", TRUE },
    { "zone:独立工矿区", "211002", FALSE },  { "zone:独立工矿区", "211000", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasMapScheme) scheme = make_scheme (fixture, cases[i].zone);
      AtlasPlace *place = atlas_catalog_get_place (fixture->catalog, cases[i].code);

      g_assert_true ((atlas_map_scheme_get_class_of_place (scheme, place) >= 0)
                     == cases[i].is_member);
    }
}

/* In how many of @topics a city with its districts, or a county, is. */
static guint
count_topics (Fixture *fixture, const char *const *topics, AtlasPlace *place, int *last)
{
  guint n = 0;

  for (guint i = 0; topics[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) members = atlas_catalog_get_places_in_topic (fixture->catalog,
                                                                         topics[i], NULL);
      gboolean is_member = FALSE;

      for (guint j = 0; j < members->len; j++)
        {
          AtlasPlace *member = g_ptr_array_index (members, j);

          is_member |= member == place
                       || (atlas_place_is_district (member)
                           && atlas_place_get_parent (member) == place);
        }
      if (is_member)
        *last = (int) i;
      n += is_member;
    }
  return n;
}

static void
test_several_topics (Fixture *fixture, gconstpointer data)
{
  static const char *const topics[] = { "family:food", "family:energy", "zone:独立工矿区", NULL };
  g_autofree char *text = g_strjoinv (",", (char **) topics);
  g_autoptr (AtlasMapScheme) scheme = make_scheme (fixture, text);
  GListModel *places = atlas_catalog_get_places (fixture->catalog);
  guint n_overlaps = 0;
  guint n_members = 0;
  guint n_counted = 0;

  g_assert_cmpuint (atlas_map_scheme_get_classes (scheme)->len, ==, 4);
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);
      int expected = -1;
      guint n;

      if (atlas_place_is_district (place))
        continue;
      n = count_topics (fixture, topics, place, &expected);
      n_overlaps += n > 1;
      n_members += n;
      g_assert_cmpint (atlas_map_scheme_get_class_of_place (scheme, place), ==,
                       n > 1 ? 3 : expected);
    }
  g_assert_cmpuint (n_overlaps, >, 0);
  g_assert_cmpuint (get_class (scheme, 3)->places->len, ==, n_overlaps);
  /* Each topic counts all of its places, also those it shares. */
  for (int i = 0; i < 3; i++)
    n_counted += get_class (scheme, i)->places->len;
  g_assert_cmpuint (n_counted, ==, n_members);
}

/* The least and most that the name of a class allows: "4–9 projects", "20 projects or more". */
static void
read_bounds (const char *name, guint *least, guint *most)
{
  const char *dash = strstr (name, "–");

  *least = (guint) g_ascii_strtoull (name, NULL, 10);
  *most = *least;
  if (dash != NULL)
    *most = (guint) g_ascii_strtoull (dash + strlen ("–"), NULL, 10);
  else if (strstr (name, "or more") != NULL)
    *most = G_MAXUINT;
}

/* The number behind a place lies within what its class says; the catalog's tests say that it is the
 * right one. */
static void
assert_numbers (Fixture *fixture, const char *theme, GHashTable *numbers)
{
  g_autoptr (AtlasMapScheme) scheme = make_scheme (fixture, theme);
  GListModel *places = atlas_catalog_get_places (fixture->catalog);

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);
      const AtlasMapClass *class = get_class_of (fixture, scheme, atlas_place_get_code (place));
      guint value = 0;
      guint least;
      guint most;

      g_assert_true (atlas_map_scheme_get_value (scheme, place, &value)
                     == !atlas_place_is_district (place));
      if (atlas_place_is_district (place))
        continue;
      g_assert_cmpuint (value, ==, GPOINTER_TO_UINT (g_hash_table_lookup (numbers, place)));
      g_assert_true (class->absent == (value == 0));
      if (class->absent)
        continue;
      read_bounds (class->name, &least, &most);
      g_assert_cmpuint (value, >=, least);
      g_assert_cmpuint (value, <=, most);
    }
}

static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  const AtlasDocument *plan = atlas_catalog_get_document (fixture->catalog, "ln-15fyp");
  AtlasProjectFilter newest = { .document = plan };
  AtlasProjectFilter filter = { .category = "能源", .status = "under-way", .document = plan };
  g_autoptr (GHashTable) of_plan = atlas_catalog_count_projects_by_place (fixture->catalog, &newest,
                                                                          NULL);
  g_autoptr (GHashTable) all = atlas_catalog_count_projects_by_place (fixture->catalog, NULL, NULL);
  g_autoptr (GHashTable) some = atlas_catalog_count_projects_by_place (fixture->catalog, &filter,
                                                                       NULL);
  g_autoptr (GHashTable) facts = atlas_catalog_count_facts_by_place (fixture->catalog, NULL);

  assert_numbers (fixture, "projects", of_plan);
  assert_numbers (fixture, "projects,period:all", all);
  assert_numbers (fixture, "projects,stage:under-way,category:能源", some);
  assert_numbers (fixture, "coverage", facts);
}

static void
test_periods (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasMapScheme) scheme = make_scheme (fixture, "period");

  g_assert_cmpstr (get_class_of (fixture, scheme, "211000")->name, ==, "“十五五” and earlier");
  g_assert_cmpstr (get_class_of (fixture, scheme, "211281")->name, ==, "“十五五” only");
}

#define ADD(name, func) g_test_add ("/map-scheme/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("consistent", test_consistent);
  ADD ("complete", test_complete);
  ADD ("words", test_words);
  ADD ("none", test_none);
  ADD ("city", test_city);
  ADD ("family", test_family);
  ADD ("family-of-none", test_family_of_none);
  ADD ("repeated", test_repeated);
  ADD ("topic", test_topic);
  ADD ("titles", test_titles);
  ADD ("reach-of-zones", test_reach_of_zones);
  ADD ("several-topics", test_several_topics);
  ADD ("numbers", test_numbers);
  ADD ("periods", test_periods);

  return g_test_run ();
}
