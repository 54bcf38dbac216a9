/* test-wording.c: facts in words, for the eye and for the clipboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-wording.h"
#include "catalog-fixture.h"

#define PLAN "《辽宁省“十五五”规划纲要》（2026年5月）"

static void
assert_quote (AtlasProfile *profile, const AtlasClaim *claim, const char *expected)
{
  g_autofree char *text = atlas_wording_quote_claim (profile, claim);

  g_assert_cmpstr (text, ==, expected);
}

static const AtlasClaim *
get_newest_claim (AtlasProfile *profile, const char *project)
{
  return &atlas_project_get_newest (find_project (atlas_profile_get_projects (profile), project))
              ->claim;
}

static const AtlasMembership *
find_membership (GPtrArray *memberships, const char *group)
{
  for (guint i = 0; i < memberships->len; i++)
    {
      const AtlasMembership *membership = g_ptr_array_index (memberships, i);

      if (g_str_equal (membership->group->name, group))
        return membership;
    }
  g_assert_not_reached ();
}

static void
test_quote_industry (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProfile) county = load_profile (catalog, "210281");
  g_autoptr (AtlasProfile) city = load_profile (catalog, "210300");

  assert_quote (county, g_ptr_array_index (atlas_profile_get_positioning (county), 1),
                "瓦房店市定位：轴承之都（来源：" PLAN "第十一章第三节专栏21第5项）");
  assert_quote (county, g_ptr_array_index (atlas_profile_get_industries (county), 0),
                "瓦房店市主导产业：轴承（来源：" PLAN "第十一章第三节专栏21第5项）");
  assert_quote (city, g_ptr_array_index (atlas_profile_get_industries (city), 0),
                "鞍山市优势产业：钢铁及深加工（来源：" PLAN "第十一章第一节专栏19（一））");
}

/* What the text does not say of a place is not passed off as said of it. */
static void
test_quote_inferred (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProfile) profile = load_profile (catalog, "211021");

  assert_quote (profile, atlas_profile_find_claim (profile, "211021/leading/2021-袜业"),
                "辽阳县主导产业：袜业（辽阳县为推断：小北河镇属辽阳县）"
                "（来源：《辽阳市“十四五”规划纲要》（2021年3月）第五章第三节）");
}

static void
test_quote_project (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProfile) profile = load_profile (catalog, "210283");
  g_autoptr (AtlasProfile) other = load_profile (catalog, "211081");

  assert_quote (profile, get_newest_claim (profile, "大连庄河抽水蓄能电站"),
                "大连市庄河市项目：大连庄河抽水蓄能电站（续建）"
                "（来源：" PLAN "第十四章第四节专栏27（一）5）");
  assert_quote (profile, get_newest_claim (profile, "庄河抽水蓄能电站500千伏送出工程"),
                "大连市庄河市项目：庄河抽水蓄能电站500千伏送出工程（新建），电压 500千伏"
                "（来源：" PLAN "第十四章第四节专栏27（二）2）");
  assert_quote (other, get_newest_claim (other, "佟二堡皮草专业市场"),
                "辽阳市灯塔市项目：佟二堡皮草专业市场（推动转型升级）"
                "（灯塔市为推断：佟二堡镇属灯塔市）（来源：" PLAN "第三章第二节）");
}

/* What is repaired is not passed off as printed. */
static void
test_quote_repaired (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProfile) liaoyang = load_profile (catalog, "211000");
  g_autoptr (AtlasProfile) dengta = load_profile (catalog, "211081");

  assert_quote (liaoyang, g_ptr_array_index (atlas_profile_get_industries (liaoyang), 0),
                "辽阳市优势产业：芳烯烃及精细化工（原文作“芳烃烃及精细化工”）"
                "（来源：" PLAN "第十一章第一节专栏19（八））");
  assert_quote (dengta, get_newest_claim (dengta, "灯塔采煤沉陷区综合治理"),
                "辽阳市灯塔市项目：灯塔采煤沉陷区综合治理（原文作“灯塔采煤深陷区综合治理”）（推动）"
                "（来源：《辽阳市“十四五”规划纲要》（2021年3月）第九章第三节）");
}

/* A reason that ties several places to a project is given once. */
static void
test_quote_reasons (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProfile) several = load_profile (catalog, "210323");
  g_autoptr (AtlasProfile) part = load_profile (catalog, "210521");
  g_autofree char *text = atlas_wording_quote_claim (
      several, get_newest_claim (several, "辽东半岛水资源配置工程"));
  g_autofree char *other = atlas_wording_quote_claim (
      part, get_newest_claim (part, "本溪太子河抽水蓄能电站"));

  g_assert_nonnull (strstr (text, "（岫岩满族自治县、东港市、大连市为推断：一期工程"));
  g_assert_true (strstr (text, "为推断") == g_strrstr (text, "为推断"));
  g_assert_nonnull (strstr (other, "（本溪满族自治县、明山区为推断：太子河"));
}

static void
test_quote_membership (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProfile) profile = load_profile (catalog, "210281");
  GPtrArray *clusters = atlas_profile_get_clusters (profile);
  GPtrArray *zones = atlas_profile_get_zones (profile);

  /* A cluster of the city is said to be the city's. */
  assert_quote (profile, &find_membership (clusters, "船舶与海工装备产业集群")->claim,
                "大连市产业集群：船舶与海工装备产业集群（世界级）——核心"
                "（来源：" PLAN "第二章第三节专栏4（二））");
  assert_quote (profile, &find_membership (clusters, "未来信息")->claim,
                "大连市未来产业：未来信息——核心：第六代移动通信、量子科技等未来信息技术"
                "（来源：" PLAN "第二章第四节专栏5（五））");
  assert_quote (profile, &find_membership (zones, "沈大经济走廊支点城市")->claim,
                "瓦房店市区域和称号：沈大经济走廊支点城市（来源：" PLAN "第十章第二节）");
  assert_quote (profile, &find_membership (zones, "太平湾合作创新区")->claim,
                "瓦房店市区域和称号：太平湾合作创新区（瓦房店市为推断：太平湾合作创新区在瓦房店市）"
                "（来源：《2024年省政府工作报告》（2024年）（一））");
}

static void
test_quote_indicator (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProfile) profile = load_profile (catalog, "211000");
  const AtlasClaim *people = atlas_profile_find_claim (
      profile, "indicator/ly-14fyp-专栏2-常住（含瞬时）人口数");
  const AtlasClaim *forest = atlas_profile_find_claim (profile,
                                                       "indicator/ly-14fyp-专栏2-森林覆盖率");

  assert_quote (
      profile, people,
      "辽阳市指标：常住（含瞬时）人口数（万人）：2020年 179.45（2019年数据）；2025年 179.45"
      "（来源：《辽阳市“十四五”规划纲要》（2021年3月）第一章第五节专栏2）");
  assert_quote (profile, forest,
                "辽阳市指标：森林覆盖率（%）：2020年 36.92；2025年 37.02"
                "（来源：《辽阳市“十四五”规划纲要》（2021年3月）第一章第五节专栏2）");
}

/* A line for every fact of every kind. */
static void
test_quote_profile (void)
{
  static const char *const codes[] = { "210281", "211000", "211005", "210421" };
  g_autoptr (AtlasCatalog) catalog = open_catalog ();

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (AtlasProfile) profile = load_profile (catalog, codes[i]);
      GPtrArray *projects = atlas_profile_get_projects (profile);
      g_autofree char *text = atlas_wording_quote_profile (profile);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      guint n_facts = atlas_profile_get_positioning (profile)->len
                      + atlas_profile_get_industries (profile)->len
                      + atlas_profile_get_clusters (profile)->len
                      + atlas_profile_get_zones (profile)->len
                      + atlas_profile_get_indicators (profile)->len;

      for (guint j = 0; j < projects->len; j++)
        n_facts += ((AtlasProject *) g_ptr_array_index (projects, j))->statements->len;
      g_assert_cmpuint (g_strv_length (lines), ==, n_facts);
      for (guint j = 0; lines[j] != NULL; j++)
        g_assert_nonnull (strstr (lines[j], "（来源：《"));
    }
}

static void
test_project_places (void)
{
  static const char *const cases[][2] = {
    { "大连庄河抽水蓄能电站", "大连市庄河市" },
    { "庄河至瓦房店高速", "大连市庄河市、瓦房店市" },
    { "本庄高速", "本溪市、大连市庄河市" },
    { "农产品加工集聚区建设工程", "辽阳市辽阳县、灯塔市、文圣区、太子河区" },
    { "南外环路", "辽阳市、文圣区" },
  };
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProjectList) list = atlas_catalog_load_projects (catalog, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = atlas_wording_format_project_places (
          find_project (list->projects, cases[i][0]));

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

static void
test_projects (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autofree char *none = atlas_wording_format_projects (
      atlas_catalog_get_place (catalog, "210421"));
  g_autofree char *one = atlas_wording_format_projects (
      atlas_catalog_get_place (catalog, "210281"));
  g_autofree char *several = atlas_wording_format_projects (
      atlas_catalog_get_place (catalog, "210283"));
  g_autofree char *all = atlas_wording_format_projects (
      atlas_catalog_get_place (catalog, "210214"));
  g_autofree char *old = atlas_wording_format_projects (
      atlas_catalog_get_place (catalog, "211003"));
  g_autofree char *one_old = atlas_wording_format_projects (
      atlas_catalog_get_place (catalog, "210922"));

  g_assert_cmpstr (none, ==, "No document ties a project to 抚顺县.");
  g_assert_cmpstr (one, ==, "1 project, in the newest plan");
  g_assert_cmpstr (several, ==, "6 projects, 5 of them in the newest plan");
  g_assert_cmpstr (all, ==, "4 projects, all of them in the newest plan");
  g_assert_cmpstr (old, ==, "5 projects, none of them in the newest plan");
  g_assert_cmpstr (one_old, ==, "1 project, not in the newest plan");
}

static void
test_quantity (void)
{
  static const struct
  {
    AtlasQuantity quantity;
    const char *expected;
  } cases[] = {
    { { FALSE, 180.0, (char *) "万千瓦", (char *) "装机" }, "装机 180万千瓦" },
    { { TRUE, 240.0, (char *) "亿元", (char *) "估算总投资" }, "估算总投资 240亿元" },
    { { FALSE, 50.86, (char *) "公里", NULL }, "50.86公里" },
    { { FALSE, 1234567.5, (char *) "吨", NULL }, "1234567.5吨" },
    { { FALSE, 0.1, (char *) "公里", NULL }, "0.1公里" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = atlas_wording_format_quantity (&cases[i].quantity);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* Every stage and every kind of the data has a word of its own. */
static void
test_words (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  GPtrArray *zones = atlas_catalog_get_zones (catalog);
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ATLAS_N_STAGES; i++)
    g_assert_true (g_hash_table_add (words, (gpointer) atlas_wording_get_stage (i)));
  for (guint i = 0; i < zones->len; i++)
    {
      const char *kind = ((AtlasGroup *) g_ptr_array_index (zones, i))->zone_kind;

      g_assert_cmpstr (atlas_wording_get_zone_kind (kind), !=, kind);
    }
  g_assert_cmpstr (atlas_wording_get_zone_kind ("pivot-city"), ==, "Pivot city");
  g_assert_cmpstr (atlas_wording_get_zone_kind ("of a newer release"), ==, "of a newer release");
}

/* A year that is both period and date is said once. */
static void
test_documents (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  const struct
  {
    const char *id;
    const char *alone;
    const char *of_period;
  } documents[] = {
    { "ly-14fyp", "《辽阳市“十四五”规划纲要》, March 2021",
      "“十四五” · 《辽阳市“十四五”规划纲要》, March 2021" },
    { "ln-14fyp", "《辽宁省“十四五”规划纲要》, 2021",
      "“十四五” · 《辽宁省“十四五”规划纲要》, 2021" },
    { "ln-gwr-2024", "《2024年省政府工作报告》, 2024", "2024年 · 《2024年省政府工作报告》" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      const AtlasDocument *document = atlas_catalog_get_document (catalog, documents[i].id);
      g_autofree char *alone = atlas_wording_format_document (document);
      g_autofree char *of_period = atlas_wording_format_document_of_period (document);

      g_assert_cmpstr (alone, ==, documents[i].alone);
      g_assert_cmpstr (of_period, ==, documents[i].of_period);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wording/quote/industry", test_quote_industry);
  g_test_add_func ("/wording/quote/inferred", test_quote_inferred);
  g_test_add_func ("/wording/quote/project", test_quote_project);
  g_test_add_func ("/wording/quote/repaired", test_quote_repaired);
  g_test_add_func ("/wording/quote/reasons", test_quote_reasons);
  g_test_add_func ("/wording/quote/membership", test_quote_membership);
  g_test_add_func ("/wording/quote/indicator", test_quote_indicator);
  g_test_add_func ("/wording/quote/profile", test_quote_profile);
  g_test_add_func ("/wording/project-places", test_project_places);
  g_test_add_func ("/wording/projects", test_projects);
  g_test_add_func ("/wording/quantity", test_quantity);
  g_test_add_func ("/wording/words", test_words);
  g_test_add_func ("/wording/documents", test_documents);

  return g_test_run ();
}
