/* test-changes.c: what continues, what is new, what is gone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "altered-fixture.h"
#include "atlas-changes.h"
#include "catalog-fixture.h"

#define NEWEST "2026-2030"

/* The newest plan calls 瓦房店市 新型工业化产业基地 and 轴承之都 and names 轴承, 绿色石化 and
 * 船舶与海工装备; here an older one speaks of it too. */
#define INSERT                                                                                     \
  "INSERT INTO claim (id, place, field, position, text, role, family, period, kind) VALUES "
#define CLAIM(slug, field, position, text, role)                                                   \
  INSERT "('210281/" slug "', '210281', '" field "', " position ", '" text "', " role              \
         ", iif (" role " IS NULL, NULL, 'food'), '2021-2025', 'stated');"
#define OLDER_PLAN                                                                                 \
  CLAIM ("a", "positioning", "0", "轴承之都", "NULL")                                              \
  CLAIM ("b", "positioning", "1", "现代农业基地", "NULL")                                          \
  CLAIM ("c", "industry", "0", "石化产业", "'leading'")                                            \
  CLAIM ("d", "industry", "1", "轴承产业", "'leading'")                                            \
  CLAIM ("e", "industry", "2", "水产品加工", "'leading'")                                          \
  CLAIM ("f", "industry", "0", "船舶与海工装备", "'cultivated'")
#define CITE                                                                                       \
  "INSERT INTO claim_passage SELECT id, (SELECT min (id) FROM passage"                             \
  " WHERE document = 'ln-14fyp') FROM claim WHERE place = '210281' AND period <> '" NEWEST "'"

static char *
describe (GPtrArray *changes)
{
  static const char kinds[] = { '=', '+', '-' };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const AtlasChange *change = g_ptr_array_index (changes, i);

      g_assert_true ((change->newer != NULL) == (change->kind != ATLAS_CHANGE_GONE));
      g_assert_true ((change->older != NULL) == (change->kind != ATLAS_CHANGE_NEW));
      g_string_append_printf (text, "%c", kinds[change->kind]);
      if (change->newer != NULL)
        g_string_append_printf (text, " %s", change->newer->text);
      if (change->older != NULL)
        g_string_append_printf (text, " ← %s", change->older->text);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
assert_changes (AtlasCatalog *catalog, const char *code, const char *expected)
{
  g_autoptr (AtlasProfile) profile = load_profile (catalog, code);
  g_autoptr (GPtrArray) changes = atlas_changes_compute (profile, NEWEST);
  g_autofree char *text = describe (changes);

  g_assert_cmpstr (text, ==, expected);
  g_assert_true (atlas_changes_is_possible (profile, NEWEST) == (expected[0] != '\0'));
}

static void
test_pairs (void)
{
  g_autoptr (AtlasCatalog) catalog = open_altered (OLDER_PLAN CITE);

  assert_changes (catalog, "210281",
                  "= 轴承之都 ← 轴承之都\n"
                  "= 轴承 ← 轴承产业\n"
                  "= 绿色石化 ← 石化产业\n"
                  "= 船舶与海工装备 ← 船舶与海工装备\n"
                  "+ 新型工业化产业基地\n"
                  "+ 庄河至瓦房店高速\n"
                  "- ← 现代农业基地\n"
                  "- ← 水产品加工\n");
}

static void
test_fields (void)
{
  g_autoptr (AtlasCatalog) catalog = open_altered (OLDER_PLAN CITE);
  g_autoptr (AtlasProfile) profile = load_profile (catalog, "210281");
  g_autoptr (GPtrArray) changes = atlas_changes_compute (profile, NEWEST);
  const AtlasChange *ships = g_ptr_array_index (changes, 3);
  const AtlasChange *base = g_ptr_array_index (changes, 4);
  const AtlasChange *fish = g_ptr_array_index (changes, 7);

  /* It was to be nurtured and leads now: the role is the newest. */
  g_assert_cmpint (ships->field, ==, ATLAS_CLAIM_FIELD_INDUSTRY);
  g_assert_cmpint (ships->role, ==, ATLAS_INDUSTRY_ROLE_LEADING);
  g_assert_cmpint (ships->older->role, ==, ATLAS_INDUSTRY_ROLE_CULTIVATED);
  g_assert_cmpint (base->field, ==, ATLAS_CLAIM_FIELD_POSITIONING);
  g_assert_cmpint (base->role, ==, ATLAS_INDUSTRY_ROLE_NONE);
  g_assert_cmpint (fish->role, ==, ATLAS_INDUSTRY_ROLE_LEADING);
  g_assert_true (fish->older == atlas_profile_find_claim (profile, "210281/e"));
}

/* The same text is the surer pair, whatever stands first; and a claim is in one pair only. What is
 * left over but said within another claim's words is not gone. */
static void
test_exact_first (void)
{
  g_autoptr (AtlasCatalog) catalog = open_altered (
      CLAIM ("a", "industry", "0", "石化", "'leading'")
          CLAIM ("b", "industry", "1", "绿色石化", "'cultivated'")
              CLAIM ("c", "industry", "2", "海工装备", "'leading'")
                  CLAIM ("d", "industry", "3", "船舶", "'leading'") CITE);

  assert_changes (catalog, "210281",
                  "= 绿色石化 ← 绿色石化\n"
                  "= 船舶与海工装备 ← 海工装备\n"
                  "+ 新型工业化产业基地\n"
                  "+ 轴承之都\n"
                  "+ 轴承\n"
                  "+ 庄河至瓦房店高速\n");
}

/* 大连市: the newest plan lists the three centres one by one, after a sentence that names
 * “三个中心”, and says 现代海洋城市 in longer words. Neither is gone, and the centres are not new.
 */
static void
test_implied (void)
{
  g_autoptr (AtlasCatalog) catalog = open_altered (
      "DELETE FROM claim WHERE place = '210200' AND period <> '" NEWEST "';" INSERT
      "('210200/a', '210200', 'positioning', 0, '“三个中心”', NULL, NULL, '2021-2025', 'stated'),"
      " ('210200/b', '210200', 'positioning', 1, '现代海洋城市', NULL, NULL, '2021-2025', "
      "'stated'),"
      " ('210200/c', '210200', 'positioning', 2, '“两先区”', NULL, NULL, '2021-2025', 'stated');"
      "DELETE FROM project_place WHERE place IN (SELECT code FROM place WHERE '210200' IN (code,"
      " parent));"
      "INSERT INTO claim_passage SELECT id, (SELECT min (id) FROM passage WHERE document ="
      " 'ln-14fyp') FROM claim WHERE place = '210200' AND period = '2021-2025'");

  assert_changes (catalog, "210200",
                  "= 陆海统筹的现代海洋城市 ← 现代海洋城市\n"
                  "- ← “两先区”\n");
}

/* Other words for the same, in the same order, are no change; that a long text has the characters
 * of a short one somewhere is chance. */
static void
test_reworded (void)
{
  g_autoptr (AtlasCatalog) catalog = open_altered (
      "DELETE FROM project_place WHERE place = '210281';" CLAIM (
          "a", "positioning", "0", "新型现代工业化产业重要基地", "NULL")
          CLAIM ("b", "positioning", "1", "轴承和轨道交通与海上风电装备产业之都", "NULL") CITE);

  assert_changes (catalog, "210281",
                  "= 新型工业化产业基地 ← 新型现代工业化产业重要基地\n"
                  "+ 轴承之都\n"
                  "+ 轴承\n"
                  "+ 绿色石化\n"
                  "+ 船舶与海工装备\n"
                  "- ← 轴承和轨道交通与海上风电装备产业之都\n");
}

/* Of two older documents that say the same the newer one speaks. */
static void
test_older_documents (void)
{
  g_autoptr (AtlasCatalog) catalog = open_altered (
      CLAIM ("a", "industry", "0", "轴承", "'leading'")
          CLAIM ("b", "industry", "1", "水产品加工", "'leading'") INSERT
      "('210281/c', '210281', 'industry', 0, '轴承产业', 'leading', 'food', '2016-2020',"
      " 'stated'), ('210281/d', '210281', 'industry', 1, '水产品加工', 'leading', 'food',"
      " '2016-2020', 'stated');" CITE);
  g_autoptr (AtlasProfile) profile = load_profile (catalog, "210281");
  g_autoptr (GPtrArray) changes = atlas_changes_compute (profile, NEWEST);
  const AtlasChange *last = g_ptr_array_index (changes, changes->len - 1);

  assert_changes (catalog, "210281",
                  "= 轴承 ← 轴承\n"
                  "+ 新型工业化产业基地\n"
                  "+ 轴承之都\n"
                  "+ 绿色石化\n"
                  "+ 船舶与海工装备\n"
                  "+ 庄河至瓦房店高速\n"
                  "- ← 水产品加工\n");
  g_assert_cmpstr (last->older->period, ==, "2021-2025");
}

/* 抚顺县, of which only the newest plan speaks; and the same where only an older one does. */
static void
test_not_possible (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasCatalog) other = open_altered (
      "UPDATE claim SET period = '2021-2025' WHERE place = '210421'");

  assert_changes (catalog, "210421", "");
  assert_changes (other, "210421", "");
}

static const AtlasChange *
find_change (GPtrArray *changes, const char *name)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const AtlasChange *change = g_ptr_array_index (changes, i);

      if (g_strcmp0 ((change->newer != NULL ? change->newer : change->older)->text, name) == 0)
        return change;
    }
  return NULL;
}

static void
test_projects (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProfile) profile = load_profile (catalog, "210200");
  g_autoptr (GPtrArray) changes = atlas_changes_compute (profile, NEWEST);
  const AtlasChange *road = find_change (changes, "本庄高速");

  g_assert_cmpint (road->kind, ==, ATLAS_CHANGE_CONTINUED);
  g_assert_cmpint (road->field, ==, ATLAS_CLAIM_FIELD_PROJECT);
  g_assert_cmpstr (road->newer->period, ==, NEWEST);
  g_assert_cmpstr (road->older->period, ==, "2024");
  g_assert_cmpint (find_change (changes, "大连庄河抽水蓄能电站")->kind, ==, ATLAS_CHANGE_NEW);
  g_assert_cmpint (find_change (changes, "大连石化搬迁改造升级")->kind, ==, ATLAS_CHANGE_GONE);
  /* The newest plan builds 庄河核电一、二期工程: nobody gave the site up. */
  g_assert_null (find_change (changes, "庄河核电基地"));
}

/* A yearly report is no plan to compare with: 庄河市, of which the report of 2024 speaks. */
static void
test_report_only (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProfile) profile = load_profile (catalog, "210283");

  g_assert_false (atlas_changes_is_possible (profile, NEWEST));
  assert_changes (catalog, "210283", "");
}

/* What the newest plan says has been done by now, it says all the same. */
static void
test_looking_back (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProfile) profile = load_profile (catalog, "210100");
  g_autoptr (GPtrArray) changes = atlas_changes_compute (profile, NEWEST);
  const AtlasChange *city = find_change (changes, "沈阳浑南科技城");

  g_assert_cmpint (city->kind, ==, ATLAS_CHANGE_CONTINUED);
  g_assert_cmpstr (city->newer->period, ==, "2021-2025");
}

/* The places whose statements changed most. */
static void
test_shipped (void)
{
  static const struct
  {
    const char *code;
    const char *name;
    AtlasChangeKind kind;
  } cases[] = {
    { "211000", "芳烯烃及精细化工", ATLAS_CHANGE_CONTINUED },
    { "211000", "金属材料精深加工", ATLAS_CHANGE_NEW },
    { "211000", "重要战略资源生产和储备基地", ATLAS_CHANGE_NEW },
    { "211000", "钢铁产业", ATLAS_CHANGE_GONE },
    { "211000", "芳烯烃精细化工产业基地", ATLAS_CHANGE_CONTINUED },
    { "211000", "小北河袜业专业市场", ATLAS_CHANGE_CONTINUED },
    { "211000", "小北河袜艺小镇", ATLAS_CHANGE_GONE },
    { "211000", "营商环境最优市", ATLAS_CHANGE_GONE },
    { "211081", "矿产建材", ATLAS_CHANGE_NEW },
    { "211081", "灯辽高速", ATLAS_CHANGE_GONE },
    { "211081", "佟二堡皮草专业市场", ATLAS_CHANGE_CONTINUED },
    { "211021", "袜业", ATLAS_CHANGE_CONTINUED },
    { "211021", "金属材料", ATLAS_CHANGE_NEW },
    { "211021", "鞋业", ATLAS_CHANGE_GONE },
  };
  g_autoptr (AtlasCatalog) catalog = open_catalog ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasProfile) profile = load_profile (catalog, cases[i].code);
      g_autoptr (GPtrArray) changes = atlas_changes_compute (profile, NEWEST);

      g_test_message ("%s %s", cases[i].code, cases[i].name);
      g_assert_cmpint (find_change (changes, cases[i].name)->kind, ==, (int) cases[i].kind);
      /* It is within 芳烯烃及精细化工, so it is neither. */
      g_assert_null (find_change (changes, "精细化工"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/changes/pairs", test_pairs);
  g_test_add_func ("/changes/fields", test_fields);
  g_test_add_func ("/changes/exact-first", test_exact_first);
  g_test_add_func ("/changes/implied", test_implied);
  g_test_add_func ("/changes/reworded", test_reworded);
  g_test_add_func ("/changes/older-documents", test_older_documents);
  g_test_add_func ("/changes/not-possible", test_not_possible);
  g_test_add_func ("/changes/projects", test_projects);
  g_test_add_func ("/changes/report-only", test_report_only);
  g_test_add_func ("/changes/looking-back", test_looking_back);
  g_test_add_func ("/changes/shipped", test_shipped);

  return g_test_run ();
}
