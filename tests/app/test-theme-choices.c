/* test-theme-choices.c: what the map can be coloured by, and how it is put together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-theme-choices.h"

typedef struct
{
  AtlasCatalog *catalog;
  AtlasReadings *readings;
  GListModel *choices;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalog = atlas_catalog_open (g_getenv ("ATLAS_TEST_DATABASE"), &error);
  g_assert_no_error (error);
  fixture->readings = atlas_catalog_load_readings (fixture->catalog, &error);
  g_assert_no_error (error);
  fixture->choices = atlas_theme_choices_new (fixture->catalog);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->choices);
  atlas_readings_free (fixture->readings);
  g_assert_finalize_object (fixture->catalog);
}

/* The list keeps it alive. */
static AtlasThemeItem *
find (Fixture *fixture, const char *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (fixture->choices); i++)
    {
      g_autoptr (AtlasThemeItem) item = g_list_model_get_item (fixture->choices, i);

      if (g_str_equal (atlas_theme_item_get_title (item), title))
        return item;
    }
  g_error ("nothing is called %s", title);
}

static AtlasMapTheme *
parse (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  AtlasMapTheme *theme = atlas_map_theme_parse (fixture->catalog, text, &error);

  g_assert_no_error (error);
  return theme;
}

/* Whatever can be chosen is a theme that the data set has, and is then the one that is chosen. */
static void
test_every_choice (Fixture *fixture, gconstpointer data)
{
  guint n_of_page[5] = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (fixture->choices); i++)
    {
      g_autoptr (AtlasThemeItem) item = g_list_model_get_item (fixture->choices, i);
      g_autoptr (AtlasMapTheme) theme = NULL;
      g_autofree char *text = NULL;
      g_autofree char *again = NULL;

      n_of_page[atlas_theme_item_get_page (item)]++;
      if (atlas_theme_item_get_kind (item) == ATLAS_THEME_ITEM_PAGE)
        continue;
      text = atlas_theme_item_choose (item);
      theme = parse (fixture, text);
      again = atlas_map_theme_to_string (theme);
      g_assert_cmpstr (again, ==, text);
      g_assert_true (atlas_theme_item_is_chosen (item, theme));
    }
  g_assert_cmpuint (n_of_page[ATLAS_THEME_PAGE_FIRST], ==, 9);
  g_assert_cmpuint (n_of_page[ATLAS_THEME_PAGE_FAMILIES], ==, 16);
  g_assert_cmpuint (n_of_page[ATLAS_THEME_PAGE_CLUSTERS], ==, 28);
  g_assert_cmpuint (n_of_page[ATLAS_THEME_PAGE_ZONES], ==, 184);
  g_assert_cmpuint (n_of_page[ATLAS_THEME_PAGE_PROJECTS], ==, 1 + 5 + 21);
}

/* Clusters stand by tier and zones by kind: what belongs together is not interrupted. */
static void
test_headings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (fixture->choices); i++)
    {
      g_autoptr (AtlasThemeItem) item = g_list_model_get_item (fixture->choices, i);
      const char *heading = atlas_theme_item_get_heading (item);

      if (heading != NULL && g_strcmp0 (heading, last) != 0)
        g_assert_true (g_hash_table_add (seen, (gpointer) heading));
      last = heading;
    }
  g_assert_true (g_hash_table_contains (seen, "世界级"));
  g_assert_true (g_hash_table_contains (seen, "Region"));
}

static void
test_toggle_topics (Fixture *fixture, gconstpointer data)
{
  AtlasThemeItem *food = find (fixture, "食品农产品");
  AtlasThemeItem *energy = find (fixture, "能源");
  g_autoptr (AtlasMapTheme) all = parse (fixture, "family");
  g_autoptr (AtlasMapTheme) one = NULL;
  g_autoptr (AtlasMapTheme) two = NULL;
  g_autofree char *text = atlas_theme_item_toggle (food, all);
  g_autofree char *both = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *none = NULL;

  g_assert_cmpstr (text, ==, "family:food");
  one = parse (fixture, text);
  both = atlas_theme_item_toggle (energy, one);
  g_assert_cmpstr (both, ==, "family:food,family:energy");
  two = parse (fixture, both);
  g_assert_true (atlas_theme_item_is_chosen (food, two));
  g_assert_true (atlas_theme_item_is_chosen (energy, two));
  rest = atlas_theme_item_toggle (food, two);
  g_assert_cmpstr (rest, ==, "family:energy");
  none = atlas_theme_item_toggle (food, one);
  g_assert_cmpstr (none, ==, "none");
}

/* A fifth topic has to wait until one is taken out. */
static void
test_most_topics (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasMapTheme) four = parse (
      fixture, "family:food,family:energy,family:textile,zone:沿海经济带");

  g_assert_false (atlas_theme_item_can_toggle (find (fixture, "装备制造"), four));
  g_assert_true (atlas_theme_item_can_toggle (find (fixture, "食品农产品"), four));
  g_assert_true (atlas_theme_item_can_toggle (find (fixture, "沿海经济带"), four));
  g_assert_false (atlas_theme_item_can_toggle (find (fixture, "City"), four));
}

static void
test_narrow_projects (Fixture *fixture, gconstpointer data)
{
  AtlasThemeItem *stage = find (fixture, "Under way");
  AtlasThemeItem *category = find (fixture, "公路");
  g_autoptr (AtlasMapTheme) all = parse (fixture, "projects");
  g_autofree char *one = atlas_theme_item_toggle (stage, all);
  g_autoptr (AtlasMapTheme) narrowed = parse (fixture, one);
  g_autofree char *both = atlas_theme_item_toggle (category, narrowed);
  g_autoptr (AtlasMapTheme) narrow = parse (fixture, both);
  g_autofree char *other = atlas_theme_item_toggle (find (fixture, "Done"), narrow);
  g_autofree char *rest = atlas_theme_item_toggle (stage, narrow);

  g_assert_cmpstr (one, ==, "projects,stage:under-way");
  g_assert_cmpstr (both, ==, "projects,stage:under-way,category:公路");
  g_assert_cmpstr (other, ==, "projects,stage:done,category:公路");
  g_assert_cmpstr (rest, ==, "projects,category:公路");
  g_assert_true (atlas_theme_item_is_chosen (stage, narrow));
  g_assert_false (atlas_theme_item_is_chosen (find (fixture, "Done"), narrow));
}

/* A page tells whether what is shown is one of its choices. */
static void
test_pages (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *theme;
    const char *page;
  } cases[] = {
    { "family:energy", "Families of Industries" },
    { "cluster:机器人及智能制造产业集群", "Clusters and Fields" },
    { "zone:沿海经济带", "Zones and Designations" },
    { "projects,stage:done", "Number of Projects" },
    { "coverage", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasMapTheme) theme = parse (fixture, cases[i].theme);

      for (guint page = 0; page + 1 < G_N_ELEMENTS (cases); page++)
        g_assert_cmpint (atlas_theme_item_is_chosen (find (fixture, cases[page].page), theme), ==,
                         g_strcmp0 (cases[page].page, cases[i].page) == 0);
    }
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *title;
    gboolean matches;
  } cases[] = {
    { "沿海", "沿海经济带", TRUE },
    { "沿海經濟帶", "沿海经济带", TRUE },
    { "yhjjd", "沿海经济带", TRUE },
    { "YanHai", "沿海经济带", TRUE },
    { "jiqiren", "机器人及智能制造产业集群", TRUE },
    { "changshan", "沿海经济带", FALSE },
    { "lvse", "绿色石化及精细化工产业集群", TRUE },
    { "gonglu", "公路", TRUE },
    { "under", "Under way", TRUE },
    { "cover", "Coverage", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *query = atlas_catalog_fold (fixture->catalog, cases[i].typed);

      g_test_message ("%s, %s", cases[i].typed, cases[i].title);
      g_assert_cmpint (atlas_theme_item_matches (find (fixture, cases[i].title), fixture->catalog,
                                                 fixture->readings, query),
                       ==, cases[i].matches);
    }
}

/* Every name can be typed: each of its characters has a reading. */
static void
test_everything_is_read (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < g_list_model_get_n_items (fixture->choices); i++)
    {
      g_autoptr (AtlasThemeItem) item = g_list_model_get_item (fixture->choices, i);
      const char *title = atlas_theme_item_get_title (item);

      for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
        {
          g_autofree char *character = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
          gboolean read = FALSE;

          if (g_unichar_get_script (g_utf8_get_char (p)) != G_UNICODE_SCRIPT_HAN)
            continue;
          for (char letter = 'a'; letter <= 'z' && !read; letter++)
            read = atlas_readings_match (fixture->readings, character, (char[]){ letter, '\0' });
          g_assert_true (read);
        }
    }
}

#define ADD(name, func) g_test_add ("/theme-choices/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("every-choice", test_every_choice);
  ADD ("headings", test_headings);
  ADD ("toggle-topics", test_toggle_topics);
  ADD ("most-topics", test_most_topics);
  ADD ("narrow-projects", test_narrow_projects);
  ADD ("pages", test_pages);
  ADD ("search", test_search);
  ADD ("everything-is-read", test_everything_is_read);

  return g_test_run ();
}
