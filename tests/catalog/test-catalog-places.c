/* test-catalog-places.c: places by topic, by document and by their neighbours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "catalog-fixture.h"

static void
assert_neighbours (AtlasCatalog *catalog, const char *code, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) places = atlas_catalog_load_neighbours (
      catalog, atlas_catalog_get_place (catalog, code), &error);
  g_autofree char *codes = join_codes (places);

  g_assert_no_error (error);
  g_assert_cmpstr (codes, ==, expected);
}

static void
test_neighbours (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();

  /* 大连: 鞍山, 丹东, 营口 */
  assert_neighbours (catalog, "210200", "210300 210600 210800");
  /* 朝阳: 锦州, 阜新, 葫芦岛 */
  assert_neighbours (catalog, "211300", "210700 210900 211400");
  /* 瓦房店: 盖州市, then 金州区 and 普兰店区 of its own city */
  assert_neighbours (catalog, "210281", "210881 210213 210214");
  /* 旅顺口区: 甘井子区 */
  assert_neighbours (catalog, "210212", "210211");
  /* An island */
  assert_neighbours (catalog, "210224", "");
}

/* Whoever is a neighbour has the other for one. */
static void
test_neighbours_are_mutual (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  GListModel *places = atlas_catalog_get_places (catalog);

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);
      g_autoptr (GPtrArray) neighbours = atlas_catalog_load_neighbours (catalog, place, NULL);

      for (guint j = 0; j < neighbours->len; j++)
        {
          AtlasPlace *other = g_ptr_array_index (neighbours, j);
          g_autoptr (GPtrArray) back = atlas_catalog_load_neighbours (catalog, other, NULL);

          g_assert_true (other != place && other != atlas_place_get_parent (place));
          g_assert_true (atlas_place_is_city (place) == atlas_place_is_city (other));
          g_assert_true (g_ptr_array_find (back, place, NULL));
        }
    }
}

static GPtrArray *
load_topic (AtlasCatalog *catalog, const char *id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *places = atlas_catalog_get_places_in_topic (catalog, id, &error);

  g_assert_no_error (error);
  return places;
}

static void
test_topics (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  const AtlasTopic *family = atlas_catalog_get_topic (catalog, "family:textile");
  const AtlasTopic *cluster = atlas_catalog_get_topic (catalog, "cluster:汽车及零部件产业集群");
  const AtlasTopic *zone = atlas_catalog_get_topic (catalog, "zone:沿海经济带");

  g_assert_cmpstr (family->id, ==, "family:textile");
  g_assert_cmpstr (family->name, ==, "纺织服装");
  g_assert_true (family->family == atlas_catalog_get_family (catalog, "textile"));
  g_assert_null (family->group);
  g_assert_cmpstr (cluster->name, ==, "汽车及零部件产业集群");
  g_assert_true (cluster->family == atlas_catalog_get_family (catalog, "automotive"));
  g_assert_cmpint (cluster->group->kind, ==, ATLAS_GROUP_CLUSTER);
  g_assert_null (zone->family);
  g_assert_cmpint (zone->group->kind, ==, ATLAS_GROUP_ZONE);

  g_assert_null (atlas_catalog_get_topic (catalog, NULL));
  g_assert_null (atlas_catalog_get_topic (catalog, "textile"));
  g_assert_null (atlas_catalog_get_topic (catalog, "zone:汽车及零部件产业集群"));
}

static void
test_places_in_topic (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (GPtrArray) family = load_topic (catalog, "family:textile");
  g_autoptr (GPtrArray) same = atlas_catalog_get_places_in_family (catalog, "textile", NULL);
  g_autoptr (GPtrArray) cluster = load_topic (catalog, "cluster:绿色石化及精细化工产业集群");
  g_autoptr (GPtrArray) zone = load_topic (catalog, "zone:沿海经济带");
  g_autoptr (GPtrArray) nothing = load_topic (catalog, "zone:没有");
  g_autofree char *family_codes = join_codes (family);
  g_autofree char *same_codes = join_codes (same);

  g_assert_cmpstr (family_codes, ==, same_codes);
  g_assert_true (g_ptr_array_find (cluster, atlas_catalog_get_place (catalog, "210200"), NULL));
  g_assert_false (g_ptr_array_find (cluster, atlas_catalog_get_place (catalog, "210281"), NULL));
  /* A city that stands in it as a whole brings its counties; its districts are the city. */
  g_assert_true (g_ptr_array_find (zone, atlas_catalog_get_place (catalog, "210200"), NULL));
  g_assert_true (g_ptr_array_find (zone, atlas_catalog_get_place (catalog, "210281"), NULL));
  g_assert_false (g_ptr_array_find (zone, atlas_catalog_get_place (catalog, "210202"), NULL));
  g_assert_cmpuint (nothing->len, ==, 0);
}

static void
test_places_in_document (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (GPtrArray) newest = atlas_catalog_get_places_in_document (catalog, "ln-15fyp", NULL);
  g_autoptr (GPtrArray) liaoyang = atlas_catalog_get_places_in_document (catalog, "ly-14fyp", NULL);

  /* A district that a project of 辽阳 names, and nothing in 大连 */
  g_assert_true (g_ptr_array_find (liaoyang, atlas_catalog_get_place (catalog, "211005"), NULL));
  g_assert_false (g_ptr_array_find (liaoyang, atlas_catalog_get_place (catalog, "210281"), NULL));
  g_assert_cmpuint (newest->len, >=, 55);
}

static void
test_box_title (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProfile) profile = load_profile (catalog, "211481");
  const AtlasProject *project = find_project (atlas_profile_get_projects (profile),
                                              "葫芦岛兴城抽水蓄能电站");
  guint number = g_array_index (atlas_project_get_newest (project)->claim.citations, guint, 0);
  const AtlasCitation *citation = g_ptr_array_index (atlas_profile_get_citations (profile), number);
  g_autofree char *locator = atlas_citation_format_locator (citation);
  g_autofree char *source = atlas_citation_format_source (citation);

  g_assert_cmpstr (citation->box, ==, "专栏27");
  g_assert_cmpstr (citation->box_title, ==, "能源安全保障重大项目");
  g_assert_nonnull (strstr (locator, " · 专栏27 能源安全保障重大项目"));
  g_assert_null (strstr (source, citation->box_title));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalog-places/neighbours", test_neighbours);
  g_test_add_func ("/catalog-places/neighbours-are-mutual", test_neighbours_are_mutual);
  g_test_add_func ("/catalog-places/topics", test_topics);
  g_test_add_func ("/catalog-places/in-topic", test_places_in_topic);
  g_test_add_func ("/catalog-places/in-document", test_places_in_document);
  g_test_add_func ("/catalog-places/box-title", test_box_title);

  return g_test_run ();
}
