/* test-catalog.c: the shipped data set, read back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-search.h"
#include "catalog-fixture.h"

static void
test_places (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  GListModel *places = atlas_catalog_get_places (catalog);
  guint n_cities = 0;
  guint n_districts = 0;

  g_assert_cmpuint (g_list_model_get_n_items (places), ==, 14 + 41 + 59);
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);
      AtlasPoint label = atlas_place_get_label_point (place);

      n_cities += atlas_place_is_city (place);
      n_districts += atlas_place_is_district (place);
      g_assert_true ((atlas_place_get_parent (place) == NULL) == atlas_place_is_city (place));
      g_assert_true (label.x > 0.8 && label.x < 0.9 && label.y > 0.3 && label.y < 0.42);
    }
  g_assert_cmpuint (n_cities, ==, 14);
  g_assert_cmpuint (n_districts, ==, 59);
}

static void
test_children (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  AtlasPlace *dalian = atlas_catalog_get_place (catalog, "210200");
  g_autoptr (GListModel) counties = atlas_catalog_get_children (catalog, dalian, FALSE);
  g_autoptr (GListModel) districts = atlas_catalog_get_children (catalog, dalian, TRUE);
  g_autoptr (AtlasPlace) first = g_list_model_get_item (counties, 0);

  g_assert_cmpuint (g_list_model_get_n_items (counties), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (districts), ==, 7);
  g_assert_cmpstr (atlas_place_get_name (first), ==, "长海县");
  g_assert_true (atlas_place_get_parent (first) == dalian);
}

static void
test_profile (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  AtlasPlace *place = atlas_catalog_get_place (catalog, "210281");
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasProfile) profile = atlas_catalog_load_profile (catalog, place, &error);
  GPtrArray *industries = atlas_profile_get_industries (profile);
  GPtrArray *citations = atlas_profile_get_citations (profile);
  const AtlasClaim *third;
  const AtlasCitation *citation;
  g_autofree char *locator = NULL;
  g_autofree char *source = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (atlas_profile_get_positioning (profile)->len, ==, 2);
  g_assert_cmpuint (industries->len, ==, 3);
  third = g_ptr_array_index (industries, 2);
  g_assert_cmpstr (third->text, ==, "船舶与海工装备");
  g_assert_cmpstr (third->family->id, ==, "equipment");
  g_assert_cmpstr (third->id, ==, "210281/leading/2026-船舶与海工装备");
  g_assert_cmpint (third->role, ==, ATLAS_INDUSTRY_ROLE_LEADING);
  g_assert_cmpuint (third->citations->len, ==, 1);
  g_assert_cmpuint (g_array_index (third->citations, guint, 0), ==, 0);

  citation = g_ptr_array_index (citations, 0);
  g_assert_nonnull (strstr (citation->quote, third->text));
  locator = atlas_citation_format_locator (citation);
  g_assert_cmpstr (locator, ==,
                   "第十一章 · 第三节 · 专栏21 41个县（市）县域经济特色化发展 · 第5项");
  source = atlas_citation_format_source (citation);
  g_assert_cmpstr (source, ==, "《辽宁省“十五五”规划纲要》（2026年5月）第十一章第三节专栏21第5项");
}

static void
test_every_profile (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  GListModel *places = atlas_catalog_get_places (catalog);

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasProfile) profile = atlas_catalog_load_profile (catalog, place, &error);

      g_assert_no_error (error);
      if (!atlas_place_is_district (place))
        g_assert_false (atlas_profile_is_empty (profile));
      else
        g_assert_cmpuint (atlas_profile_get_positioning (profile)->len, ==, 0);
      g_assert_cmpstr (atlas_place_get_first_positioning (place), ==,
                       atlas_place_is_district (place)
                           ? NULL
                           : ((const AtlasClaim *) g_ptr_array_index (
                                  atlas_profile_get_positioning (profile), 0))
                                 ->text);
    }
}

static void
test_repair (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  AtlasPlace *place = atlas_catalog_get_place (catalog, "211000");
  g_autoptr (AtlasProfile) profile = atlas_catalog_load_profile (catalog, place, NULL);
  const AtlasClaim *claim = g_ptr_array_index (atlas_profile_get_industries (profile), 0);

  g_assert_cmpstr (claim->text, ==, "芳烯烃及精细化工");
  g_assert_cmpstr (claim->printed, ==, "芳烃烃及精细化工");
  g_assert_nonnull (claim->repair);
}

static void
test_introduction (void)
{
  /* 支持大连“三个中心”建设 holds none of the four wordings and is cited with each. */
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  AtlasPlace *place = atlas_catalog_get_place (catalog, "210200");
  g_autoptr (AtlasProfile) profile = atlas_catalog_load_profile (catalog, place, NULL);
  GPtrArray *positioning = atlas_profile_get_positioning (profile);

  g_assert_cmpuint (positioning->len, >=, 4);
  for (guint i = 0; i < 4; i++)
    {
      const AtlasClaim *claim = g_ptr_array_index (positioning, i);
      const AtlasCitation *first = g_ptr_array_index (atlas_profile_get_citations (profile),
                                                      g_array_index (claim->citations, guint, 0));

      /* What says it comes first. */
      g_assert_cmpstr (claim->period, ==, "2026-2030");
      g_assert_cmpuint (claim->citations->len, ==, 2);
      g_assert_nonnull (strstr (first->quote, claim->text));
    }
}

static void
test_families (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) places = atlas_catalog_get_places_in_family (catalog, "textile", &error);
  g_autoptr (GPtrArray) terms = atlas_catalog_load_industry_terms (catalog, NULL, &error);
  guint n_terms = 0;

  g_assert_no_error (error);
  g_assert_true (g_ptr_array_find (places, atlas_catalog_get_place (catalog, "211481"), NULL));
  g_assert_false (g_ptr_array_find (places, atlas_catalog_get_place (catalog, "210281"), NULL));
  for (guint i = 0; i < atlas_catalog_get_families (catalog)->len; i++)
    n_terms += ((const AtlasFamily *) g_ptr_array_index (atlas_catalog_get_families (catalog), i))
                   ->n_terms;
  g_assert_cmpuint (terms->len, ==, n_terms);
}

static void
assert_resolves (AtlasCatalog *catalog, const char *text, const char *code)
{
  g_autoptr (GError) error = NULL;
  AtlasPlace *place = atlas_catalog_resolve_place (catalog, text, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (atlas_place_get_code (place), ==, code);
}

static void
test_resolve (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  static const char *const cases[][2] = {
    { "瓦房店市", "210281" },     { "瓦房店", "210281" },     { "210281", "210281" },
    { "wfd", "210281" },          { "wafangdian", "210281" }, { "Wǎfángdiàn", "210281" },
    { "喀左", "211324" },         { "阜蒙", "210921" },       { "阜新县", "210921" },
    { "遼陽", "211000" },         { "遼陽縣", "211021" },     { "朝阳", "211300" },
    { "朝阳县", "211321" },       { "ＷＦＤ", "210281" },     { "和平区", "210102" },
    { "lvshunkou", "210212" },    { "lushunkou", "210212" },  { "changhai", "210224" },
    { "taian", "210321" },        { "dd", "210600" },         { "大石", "210882" },
    { "沈阳市和平区", "210102" }, { "大连瓦房店", "210281" }, { "沈阳铁西区", "210106" },
    { "fushunxian", "210421" },   { "fsx", "210421" },        { "fuxinshi", "210900" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_resolves (catalog, cases[i][0], cases[i][1]);
}

static void
assert_unresolved (AtlasCatalog *catalog,
                   const char *text,
                   AtlasCatalogError code,
                   const char *hint)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_catalog_resolve_place (catalog, text, &error));
  g_assert_error (error, ATLAS_CATALOG_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, hint));
}

static void
test_unresolved (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autofree char *longest = g_strnfill (10000, 'x');

  assert_unresolved (catalog, "fx", ATLAS_CATALOG_ERROR_AMBIGUOUS_PLACE, "阜新蒙古族自治县");
  assert_unresolved (catalog, "fx", ATLAS_CATALOG_ERROR_AMBIGUOUS_PLACE, "210900");
  assert_unresolved (catalog, "铁西区", ATLAS_CATALOG_ERROR_AMBIGUOUS_PLACE, "鞍山市");
  assert_unresolved (catalog, "瓦坊店", ATLAS_CATALOG_ERROR_UNKNOWN_PLACE, "瓦房店市");
  assert_unresolved (catalog, "巴黎", ATLAS_CATALOG_ERROR_UNKNOWN_PLACE, "巴黎");
  assert_unresolved (catalog, "", ATLAS_CATALOG_ERROR_UNKNOWN_PLACE, "“”");
  assert_unresolved (catalog, "' OR 1=1 --", ATLAS_CATALOG_ERROR_UNKNOWN_PLACE, "OR");
  assert_unresolved (catalog, "\xff\xfe", ATLAS_CATALOG_ERROR_UNKNOWN_PLACE, "\xef\xbf\xbd");
  assert_unresolved (catalog, longest, ATLAS_CATALOG_ERROR_UNKNOWN_PLACE, "xxx");
}

static char *
join_hits (AtlasCatalog *catalog, const char *text)
{
  g_autoptr (GListModel) hits = atlas_search_places (catalog, text, 0);
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr (AtlasPlaceHit) hit = g_list_model_get_item (hits, i);

      g_string_append_printf (codes, "%s%s", i > 0 ? " " : "",
                              atlas_place_get_code (atlas_place_hit_get_place (hit)));
    }
  return g_string_free (codes, FALSE);
}

static void
test_search_places (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autofree char *fx = join_hits (catalog, "fx");
  g_autofree char *fuxin = join_hits (catalog, "fuxin");
  g_autofree char *chinese = join_hits (catalog, "阜新");
  g_autofree char *ly = join_hits (catalog, "ly");
  g_autofree char *blank = join_hits (catalog, " 　");
  g_autofree char *code = join_hits (catalog, "2109");

  g_assert_cmpstr (fx, ==, "210900 210921");
  g_assert_cmpstr (fuxin, ==, "210900 210921");
  g_assert_cmpstr (chinese, ==, "210900 210921");
  g_assert_true (g_str_has_prefix (ly, "211000 211021 211382"));
  g_assert_cmpstr (blank, ==, "");
  g_assert_true (g_str_has_prefix (code, "210900 210921 210922"));
}

static void
test_search_match (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (GListModel) hits = atlas_search_places (catalog, "wafang", 1);
  g_autoptr (AtlasPlaceHit) hit = g_list_model_get_item (hits, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) industries = atlas_search_industries (catalog, "軸承", 0, &error);
  g_autoptr (GPtrArray) passages = atlas_search_passages (catalog, "轴承", 0, &error);
  g_autoptr (GPtrArray) repaired = atlas_search_passages (catalog, "芳烯烃精细化工产业基地", 0,
                                                          &error);
  const AtlasTextHit *industry = g_ptr_array_index (industries, 0);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (hits), ==, 1);
  g_assert_cmpstr (atlas_place_hit_get_match (hit), ==, "[[Wǎfáng]]diàn");
  g_assert_false (atlas_place_hit_is_exact (hit));
  g_assert_cmpuint (industries->len, ==, 1);
  g_assert_cmpstr (industry->match, ==, "[[轴承]]");
  g_assert_cmpuint (passages->len, >=, 1);
  for (guint i = 0; i < passages->len; i++)
    g_assert_nonnull (
        strstr (((const AtlasTextHit *) g_ptr_array_index (passages, i))->match, "[[轴承]]"));
  g_assert_cmpuint (repaired->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalog/places", test_places);
  g_test_add_func ("/catalog/children", test_children);
  g_test_add_func ("/catalog/profile", test_profile);
  g_test_add_func ("/catalog/every-profile", test_every_profile);
  g_test_add_func ("/catalog/repair", test_repair);
  g_test_add_func ("/catalog/introduction", test_introduction);
  g_test_add_func ("/catalog/families", test_families);
  g_test_add_func ("/catalog/resolve", test_resolve);
  g_test_add_func ("/catalog/unresolved", test_unresolved);
  g_test_add_func ("/catalog/search/places", test_search_places);
  g_test_add_func ("/catalog/search/match", test_search_match);

  return g_test_run ();
}
