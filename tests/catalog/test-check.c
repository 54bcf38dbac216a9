/* test-check.c: what the data set covers, and that a wrong one is found out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "altered-fixture.h"
#include "atlas-check.h"
#include "catalog-fixture.h"

static AtlasCheck *
run_check (AtlasCatalog *catalog)
{
  g_autoptr (GError) error = NULL;
  AtlasCheck *check = atlas_check_run (catalog, &error);

  g_assert_no_error (error);
  return check;
}

static const AtlasCoverage *
find_row (const AtlasCheck *check, const char *code)
{
  for (guint i = 0; i < check->coverage->len; i++)
    {
      const AtlasCoverage *row = g_ptr_array_index (check->coverage, i);

      if (g_str_equal (atlas_place_get_code (row->place), code))
        return row;
    }
  return NULL;
}

static void
test_shipped (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasCheck) check = run_check (catalog);
  g_autofree char *empty = join_codes (check->without_project);

  for (guint i = 0; i < check->problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (check->problems, i));
  g_assert_cmpuint (check->problems->len, ==, 0);
  g_assert_cmpuint (check->n_clusters, ==, 22);
  g_assert_cmpuint (check->n_future_fields, ==, 6);
  g_assert_cmpuint (check->n_indicators, ==, 98);
  g_assert_cmpuint (check->n_zones, ==, atlas_catalog_get_zones (catalog)->len);
  g_assert_cmpuint (check->n_projects, >, 600);
  g_assert_cmpuint (check->n_passages, >, 1000);
  g_assert_cmpstr (empty, ==, "210421 210624 210726 210882 211221 211224 211281");
}

/* Cities and counties by code, whether or not anything is said of them; then districts. */
static void
test_order (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasCheck) check = run_check (catalog);

  g_assert_cmpuint (check->coverage->len, >, 55);
  for (guint i = 0; i < check->coverage->len; i++)
    {
      const AtlasCoverage *row = g_ptr_array_index (check->coverage, i);
      const AtlasCoverage *before = i > 0 ? g_ptr_array_index (check->coverage, i - 1) : NULL;

      g_assert_true (atlas_place_is_district (row->place) == (i >= 55));
      g_assert_true (
          before == NULL || i == 55
          || g_strcmp0 (atlas_place_get_code (before->place), atlas_place_get_code (row->place))
                 < 0);
    }
  g_assert_nonnull (find_row (check, "211005"));
  g_assert_null (find_row (check, "210105"));
}

static void
assert_row (const AtlasCheck *check,
            const char *code,
            const guint kinds[ATLAS_N_FACT_KINDS],
            const guint documents[4],
            guint n_inferred,
            guint n_repaired)
{
  const AtlasCoverage *row = find_row (check, code);

  for (guint i = 0; i < ATLAS_N_FACT_KINDS; i++)
    g_assert_cmpuint (row->n[i], ==, kinds[i]);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (row->n_by_document[i], ==, documents[i]);
  g_assert_cmpuint (row->n_inferred, ==, n_inferred);
  g_assert_cmpuint (row->n_repaired, ==, n_repaired);
}

/* Positioning, leading, cultivated, projects, clusters, zones, indicators; the plan of the
 * province, the report, the plan of 辽阳市, the older plan. */
static void
test_rows (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasCheck) check = run_check (catalog);

  assert_row (check, "210281", (const guint[]){ 2, 3, 0, 1, 0, 2, 0 },
              (const guint[]){ 7, 1, 0, 0 }, 1, 0);
  /* 本庄高速 counts for the plan and for the report. */
  assert_row (check, "210283", (const guint[]){ 2, 2, 0, 6, 0, 0, 0 },
              (const guint[]){ 9, 2, 0, 0 }, 1, 0);
  assert_row (check, "210922", (const guint[]){ 1, 2, 0, 1, 0, 1, 0 },
              (const guint[]){ 3, 0, 0, 2 }, 0, 0);
  assert_row (check, "211005", (const guint[]){ 0, 0, 0, 12, 0, 4, 0 },
              (const guint[]){ 0, 0, 16, 0 }, 6, 0);
}

/* The table's numbers are those that the profile holds of the place itself. */
static void
test_profiles (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasCheck) check = run_check (catalog);

  for (guint i = 0; i < check->coverage->len; i++)
    {
      const AtlasCoverage *row = g_ptr_array_index (check->coverage, i);
      g_autoptr (AtlasProfile) profile = load_profile (catalog, atlas_place_get_code (row->place));
      GPtrArray *clusters = atlas_profile_get_clusters (profile);
      guint n_own_clusters = 0;

      for (guint j = 0; j < clusters->len; j++)
        n_own_clusters += ((AtlasMembership *) g_ptr_array_index (clusters, j))->place
                          == row->place;
      g_assert_cmpuint (row->n[ATLAS_FACT_POSITIONING], ==,
                        atlas_profile_get_positioning (profile)->len);
      g_assert_cmpuint (row->n[ATLAS_FACT_LEADING] + row->n[ATLAS_FACT_CULTIVATED], ==,
                        atlas_profile_get_industries (profile)->len);
      g_assert_cmpuint (row->n[ATLAS_FACT_CLUSTER], ==, n_own_clusters);
      g_assert_cmpuint (row->n[ATLAS_FACT_INDICATOR], ==,
                        atlas_profile_get_indicators (profile)->len);
      g_assert_cmpuint (row->n[ATLAS_FACT_PROJECT], <=, atlas_profile_get_projects (profile)->len);
      if (!atlas_place_is_city (row->place))
        g_assert_cmpuint (row->n[ATLAS_FACT_PROJECT], ==,
                          atlas_profile_get_projects (profile)->len);
    }
}

static void
test_repairs (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasCheck) check = run_check (catalog);
  const AtlasRepair *first = g_ptr_array_index (check->repairs, 0);
  guint n_found = 0;

  g_assert_cmpstr (first->fact, ==, "芳烯烃及精细化工");
  g_assert_cmpstr (first->printed, ==, "芳烃烃及精细化工");
  g_assert_cmpstr (first->repair, ==, "芳烃烃→芳烯烃，提取误字");
  /* A project and a zone have theirs too; what several statements share is there once. */
  for (guint i = 0; i < check->repairs->len; i++)
    {
      const AtlasRepair *repair = g_ptr_array_index (check->repairs, i);

      n_found += g_str_equal (repair->fact, "灯塔采煤沉陷区综合治理")
                 || g_str_equal (repair->fact, "采煤沉陷区");
    }
  g_assert_cmpuint (n_found, ==, 2);
}

static void
test_inferences (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasCheck) check = run_check (catalog);
  const AtlasInference *bay = NULL;
  const AtlasInference *socks = NULL;
  guint n_of_rows = 0;
  guint n_of_territory = 0;

  for (guint i = 0; i < check->coverage->len; i++)
    n_of_rows += ((AtlasCoverage *) g_ptr_array_index (check->coverage, i))->n_inferred;
  for (guint i = 0; i < check->inferences->len; i++)
    {
      const AtlasInference *inference = g_ptr_array_index (check->inferences, i);

      n_of_territory += g_str_has_prefix (inference->why, "辽阳市规划所列项目");
      if (g_str_equal (inference->fact, "太平湾合作创新区"))
        bay = inference;
      if (g_str_equal (inference->fact, "袜业"))
        socks = inference;
    }
  g_assert_cmpuint (check->inferences->len, ==, n_of_rows);
  g_assert_cmpuint (n_of_territory, >, 200);
  g_assert_cmpstr (atlas_place_get_name (bay->place), ==, "瓦房店市");
  g_assert_cmpstr (bay->why, ==, "太平湾合作创新区在瓦房店市");
  g_assert_cmpstr (atlas_place_get_name (socks->place), ==, "辽阳县");
}

/* What is done to the data set, and a sentence that has to be among the problems then */
static const struct
{
  const char *sql;
  const char *problem;
} damages[] = {
  { "PRAGMA writable_schema = ON; UPDATE sqlite_schema"
    " SET sql = replace (sql, 'qualifier TEXT,', 'qualifier TEXT NOT NULL,')"
    " WHERE name = 'project_quantity'",
    "The file is damaged: NULL value in project_quantity.qualifier." },
  { "UPDATE claim SET role = NULL WHERE id = '210281/leading/2026-轴承'",
    "A fact contradicts itself: 210281/leading/2026-轴承." },
  { "UPDATE claim SET printed = '軸承' WHERE id = '210281/leading/2026-轴承'",
    "A fact contradicts itself: 210281/leading/2026-轴承." },
  { "UPDATE project_statement SET stage = 'never' WHERE project = '大连庄河抽水蓄能电站'",
    "A fact contradicts itself: 大连庄河抽水蓄能电站 ln-15fyp." },
  { "UPDATE cluster SET tier = NULL WHERE id = '仪器仪表产业集群'",
    "A fact contradicts itself: 仪器仪表产业集群." },
  { "UPDATE project_place SET kind = 'inferred' WHERE project = '大连庄河抽水蓄能电站'",
    "A fact contradicts itself: 大连庄河抽水蓄能电站 210283." },
  { "UPDATE cluster_place SET why = '因为' WHERE place = '210200' AND cluster = '仪器仪表产业集群'",
    "A fact contradicts itself: 仪器仪表产业集群 210200." },
  { "UPDATE zone_place SET kind = 'named' WHERE zone = '太平湾合作创新区'",
    "A fact contradicts itself: 太平湾合作创新区 210281." },
  { "UPDATE claim SET place = '999999' WHERE id = '210281/leading/2026-轴承'",
    "A row names something that is not there: claim * → place." },
  { "UPDATE zone_place SET place = '999999' WHERE zone = '太平湾合作创新区'",
    "A row names something that is not there: zone_place → place." },
  { "UPDATE project_statement SET document = 'lost' WHERE id = 1",
    "A row names something that is not there: project_statement 1 → document." },
  { "UPDATE indicator SET territory = '999999' WHERE id = 'ly-14fyp-专栏2-森林覆盖率'",
    "An indicator is of a territory that is not there: ly-14fyp-专栏2-森林覆盖率." },
  { "DELETE FROM claim_passage WHERE claim = '210281/leading/2026-轴承'",
    "A fact has no source: 210281/leading/2026-轴承." },
  { "DELETE FROM project_passage WHERE statement ="
    " (SELECT id FROM project_statement WHERE project = '大连庄河抽水蓄能电站')",
    "A fact has no source: 大连庄河抽水蓄能电站 ln-15fyp." },
  { "DELETE FROM project_statement WHERE project = '大连庄河抽水蓄能电站'",
    "A fact has no source: 大连庄河抽水蓄能电站." },
  { "DELETE FROM cluster_place_passage WHERE place = '210200' AND cluster = '仪器仪表产业集群'",
    "A fact has no source: 仪器仪表产业集群 210200." },
  { "DELETE FROM cluster_passage WHERE cluster = '仪器仪表产业集群'",
    "A fact has no source: 仪器仪表产业集群." },
  { "DELETE FROM zone_place_passage WHERE zone = '太平湾合作创新区'",
    "A fact has no source: 太平湾合作创新区 210281." },
  { "DELETE FROM zone_passage WHERE zone = '太平湾合作创新区'",
    "A fact has no source: 太平湾合作创新区." },
  { "DELETE FROM indicator_passage WHERE indicator = 'ly-14fyp-专栏2-森林覆盖率'",
    "A fact has no source: ly-14fyp-专栏2-森林覆盖率." },
  { "INSERT INTO passage VALUES (99999, 'ln-15fyp', '第一章', NULL, NULL, '5', '无人引用的话')",
    "A passage supports no fact: ln-15fyp 第一章5 无人引用的话." },
  { "UPDATE passage SET quote = quote || "
    "'一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七"
    "八九十'"
    " WHERE quote LIKE '瓦房店市。%'",
    "A quotation is longer than 80 characters: 瓦房店市。建设新型工业化 …" },
  { "UPDATE passage SET document = 'ln-14fyp' WHERE id = (SELECT passage FROM project_passage"
    " JOIN project_statement ON id = statement WHERE project = '大连庄河抽水蓄能电站')",
    "A quotation is from another document than its fact: 大连庄河抽水蓄能电站 ln-15fyp." },
  { "UPDATE claim SET text = '豆腐' WHERE id = '210281/leading/2026-轴承'",
    "A quotation does not contain its fact: 210281/leading/2026-轴承." },
  { "UPDATE project_statement SET name = '某某豆腐厂' WHERE project = '大连庄河抽水蓄能电站'",
    "The quotations of a project do not name it: 某某豆腐厂." },
  { "DELETE FROM project_place WHERE project = '大连庄河抽水蓄能电站'",
    "A project has no place: 大连庄河抽水蓄能电站." },
  { "UPDATE project_statement SET name = '庄河至瓦房店高速'"
    " WHERE project = '大连庄河抽水蓄能电站'",
    "A project is there twice: 庄河至瓦房店高速 (*)." },
  { "UPDATE claim SET kind = 'inferred', why = '' WHERE id = '210281/leading/2026-轴承'",
    "A place is inferred without a reason: 210281/leading/2026-轴承." },
  { "UPDATE zone_place SET why = ' ' WHERE zone = '太平湾合作创新区'",
    "A place is inferred without a reason: 太平湾合作创新区 210281." },
  { "DELETE FROM zone_place WHERE zone = '太平湾合作创新区'",
    "A zone has no member: 太平湾合作创新区." },
  { "UPDATE claim SET family = 'food' WHERE text = '装备制造' AND place = '210283'",
    "An industry is in two families: 装备制造." },
  { "UPDATE cluster SET family = '' WHERE id = '仪器仪表产业集群'",
    "A cluster is in no family: 仪器仪表产业集群." },
  { "UPDATE claim SET family = 'food' WHERE role IS NOT NULL",
    "A family holds more than a quarter of all industries: food." },
  { "DELETE FROM area WHERE code = '210281'", "A place has no area on the map: 瓦房店市." },
  { "UPDATE place SET parent = '210100' WHERE code = '210281'",
    "A place belongs to a city that its code does not name: 瓦房店市." },
  { "UPDATE place SET pinyin = '' WHERE code = '210281'",
    "A place lacks a name or a reading: 210281." },
  { "DELETE FROM claim WHERE place = '210281'", "A city or county has no profile: 瓦房店市." },
};

static gboolean
has_problem (const AtlasCheck *check, const char *pattern)
{
  for (guint i = 0; i < check->problems->len; i++)
    if (g_pattern_match_simple (pattern, g_ptr_array_index (check->problems, i)))
      return TRUE;
  return FALSE;
}

static void
test_damages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (AtlasCatalog) catalog = open_altered (damages[i].sql);
      g_autoptr (AtlasCheck) check = run_check (catalog);

      g_test_message ("%s", damages[i].problem);
      g_assert_true (has_problem (check, damages[i].problem));
    }
}

/* A damaged set is still counted, as far as its places are there. */
static void
test_count_of_damaged (void)
{
  g_autoptr (AtlasCatalog) catalog = open_altered (
      "UPDATE zone_place SET place = '999999' WHERE place = '210281'");
  g_autoptr (AtlasCheck) check = run_check (catalog);

  g_assert_cmpuint (check->problems->len, >, 0);
  g_assert_cmpuint (find_row (check, "210281")->n[ATLAS_FACT_ZONE], ==, 0);
  g_assert_cmpuint (find_row (check, "210281")->n[ATLAS_FACT_LEADING], ==, 3);
  g_assert_null (find_row (check, "999999"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/check/shipped", test_shipped);
  g_test_add_func ("/check/order", test_order);
  g_test_add_func ("/check/rows", test_rows);
  g_test_add_func ("/check/profiles", test_profiles);
  g_test_add_func ("/check/repairs", test_repairs);
  g_test_add_func ("/check/inferences", test_inferences);
  g_test_add_func ("/check/damages", test_damages);
  g_test_add_func ("/check/count-of-damaged", test_count_of_damaged);

  return g_test_run ();
}
