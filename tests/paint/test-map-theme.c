/* test-map-theme.c: whether a theme survives being written down, and what is said of one that is
 * none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-theme.h"

#include <string.h>

#include "map-fixture.h"

/* @text, parsed, is of @kind, is written as @written and called @name. */
static void
assert_theme (AtlasCatalog *catalog,
              const char *text,
              AtlasMapThemeKind kind,
              const char *written,
              const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasMapTheme) theme = atlas_map_theme_parse (catalog, text, &error);
  g_autofree char *actual_text = NULL;
  g_autofree char *actual_name = NULL;
  g_autoptr (AtlasMapTheme) again = NULL;
  g_autofree char *text_again = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (theme->kind, ==, kind);
  actual_text = atlas_map_theme_to_string (theme);
  actual_name = atlas_map_theme_get_name (theme);
  g_assert_cmpstr (actual_text, ==, written);
  g_assert_cmpstr (actual_name, ==, name);

  again = atlas_map_theme_parse (catalog, actual_text, &error);
  g_assert_no_error (error);
  text_again = atlas_map_theme_to_string (again);
  g_assert_cmpstr (text_again, ==, written);
}

static void
test_plain (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();

  assert_theme (catalog, "none", ATLAS_MAP_THEME_NONE, "none", "No Colours");
  assert_theme (catalog, "city", ATLAS_MAP_THEME_CITY, "city", "City");
  assert_theme (catalog, "family", ATLAS_MAP_THEME_FAMILY, "family", "Leading Industry Families");
  assert_theme (catalog, "period", ATLAS_MAP_THEME_PERIOD, "period", "Plan Periods");
  assert_theme (catalog, " coverage ", ATLAS_MAP_THEME_COVERAGE, "coverage", "Coverage");
}

static void
test_projects (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  AtlasMapThemeKind kind = ATLAS_MAP_THEME_PROJECTS;

  assert_theme (catalog, "projects", kind, "projects", "Projects");
  assert_theme (catalog, "projects,stage:under-way", kind, "projects,stage:under-way",
                "Projects · Under way");
  assert_theme (catalog, "projects,category:能源", kind, "projects,category:能源",
                "Projects · 能源");
  assert_theme (catalog, "projects, category:能源, stage:done", kind,
                "projects,stage:done,category:能源", "Projects · 能源 · Done");
}

/* By id as the program writes them, by name as people do, by a part that is in no other name. */
static void
test_topics (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  AtlasMapThemeKind kind = ATLAS_MAP_THEME_TOPICS;

  assert_theme (catalog, "family:energy", kind, "family:energy", "能源");
  assert_theme (catalog, "能源", kind, "family:energy", "能源");
  assert_theme (catalog, "family:能源", kind, "family:energy", "能源");
  assert_theme (catalog, "zone:沿海经济带", kind, "zone:沿海经济带", "沿海经济带");
  assert_theme (catalog, "工业母机", kind, "cluster:工业母机产业集群", "工业母机产业集群");
  assert_theme (catalog, "family:food,cluster:工业母机产业集群,沿海经济带", kind,
                "family:food,cluster:工业母机产业集群,zone:沿海经济带",
                "食品农产品, 工业母机产业集群, 沿海经济带");
  assert_theme (catalog, "能源,family:energy,食品农产品", kind, "family:energy,family:food",
                "能源, 食品农产品");
}

/* Every topic that the program itself writes can be read. */
static void
test_every_topic (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  GPtrArray *groups[] = { atlas_catalog_get_clusters (catalog), atlas_catalog_get_zones (catalog) };
  guint n_topics = 0;

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (guint j = 0; j < groups[i]->len; j++)
      {
        const AtlasGroup *group = g_ptr_array_index (groups[i], j);
        g_autofree char *id = g_strconcat (i == 0 ? "cluster:" : "zone:", group->id, NULL);

        assert_theme (catalog, id, ATLAS_MAP_THEME_TOPICS, id, group->name);
        n_topics++;
      }
  g_assert_cmpuint (n_topics, >, 50);
}

static void
assert_refused (AtlasCatalog *catalog, const char *text, const char *said)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_map_theme_parse (catalog, text, &error));
  g_assert_error (error, ATLAS_MAP_THEME_ERROR, ATLAS_MAP_THEME_ERROR_UNKNOWN);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (g_str_has_suffix (error->message, "."));
  if (strstr (error->message, said) == NULL)
    g_error ("“%s” should speak of “%s”", error->message, said);
}

/* Each sentence says what there is instead. */
static void
test_unknown (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autofree char *endless = g_strnfill (100000, 'x');

  assert_refused (catalog, "", "family");
  assert_refused (catalog, ",", "coverage");
  assert_refused (catalog, "colour", "食品农产品");
  assert_refused (catalog, "zone:月球", "list zones");
  assert_refused (catalog, "family:月球", "能源");
  assert_refused (catalog, "city,period", "“city”");
  assert_refused (catalog, "family:energy,月球", "“月球”");
  assert_refused (catalog, "projects,stage:someday", "under-way");
  assert_refused (catalog, "projects,category:月球", "公路");
  assert_refused (catalog, "projects,能源", "“category:”");
  assert_refused (catalog, "projects,stage:idea,stage:done", "“stage:done”");
  assert_refused (catalog, "projects,category:能源,stage:done,category:能源", "“category:能源”");
  assert_refused (catalog, "产业集群", "cluster:");
  assert_refused (catalog, "family:energy,family:food,family:textile,family:medicine,family:mining",
                  "at most 4");
  assert_refused (catalog, "\xff\xfe", "family");
  assert_refused (catalog, endless, "xxx");
}

static void
test_no_endless_message (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autofree char *endless = g_strnfill (100000, 'x');
  g_autofree char *stage = g_strconcat ("projects,stage:", endless, NULL);
  g_autoptr (GError) unknown = NULL;
  g_autoptr (GError) unknown_stage = NULL;

  g_assert_null (atlas_map_theme_parse (catalog, endless, &unknown));
  g_assert_cmpuint (strlen (unknown->message), <, 1000);
  g_assert_null (atlas_map_theme_parse (catalog, stage, &unknown_stage));
  g_assert_cmpuint (strlen (unknown_stage->message), <, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-theme/plain", test_plain);
  g_test_add_func ("/map-theme/projects", test_projects);
  g_test_add_func ("/map-theme/topics", test_topics);
  g_test_add_func ("/map-theme/every-topic", test_every_topic);
  g_test_add_func ("/map-theme/unknown", test_unknown);
  g_test_add_func ("/map-theme/no-endless-message", test_no_endless_message);

  return g_test_run ();
}
