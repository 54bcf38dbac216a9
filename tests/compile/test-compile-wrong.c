/* test-compile-wrong.c: each wrong fact stops the build, with its file, record and field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compile-fixture.h"

#define TEN "一二三四五六七八九十"
#define LONG TEN TEN TEN TEN TEN TEN TEN TEN

/* A fact made wrong, in JSON with ' for ", and what the message has to hold. */
typedef struct
{
  const char *name;
  const char *file;
  const char *old;
  const char *new;
  const char *words[4];
} WrongFact;

static const WrongFact wrong_facts[] = {
  { "project/unknown-place",
    "projects/new.json",
    "'211081'",
    "'219999'",
    { "project 甲厂", "code", "219999" } },
  { "project/place-twice",
    "projects/new.json",
    "{ 'code': '211081' }]",
    "{ 'code': '211081' }, { 'code': '211081' }]",
    { "project 甲厂", "code", "twice" } },
  { "project/empty-reason",
    "projects/new.json",
    "'乙路在太子河区'",
    "''",
    { "project 乙路, place 211011", "inferred", "empty" } },
  { "project/no-territory",
    "projects/new.json",
    "[{ 'code': '211081' }]",
    "[]",
    { "project 甲厂", "places", "territory" } },
  { "project/other-category",
    "projects/old.json",
    "乙公路', 'category': '公路'",
    "乙公路', 'category': '铁路'",
    { "project 乙路", "category", "铁路" } },
  { "project/unknown-family",
    "projects/new.json",
    "'textile'",
    "'textiles'",
    { "project 甲厂", "family", "families.json" } },
  { "project/id-twice",
    "projects/new.json",
    "'id': '乙路'",
    "'id': '甲厂'",
    { "project 甲厂", "id", "twice" } },
  { "project/unknown-field",
    "projects/new.json",
    "'stage': 'idea' } ] },",
    "'stage': 'idea', 'state': 1 } ] },",
    { "project 甲厂, statement no. 2", "state", "unknown" } },
  { "project/unknown-stage",
    "projects/new.json",
    "'continuing'",
    "'going-on'",
    { "project 甲厂, statement no. 1", "stage", "going-on" } },
  { "project/no-statement",
    "projects/old.json",
    "[ { 'quotes': ['修丙大桥'], 'stage': 'under-way' } ]",
    "[]",
    { "project 丙桥", "statements", "empty" } },
  { "project/no-quotes",
    "projects/old.json",
    "['修丙大桥']",
    "[]",
    { "project 丙桥, statement no. 1", "quotes", "empty" } },
  { "project/long-quote",
    "projects/old.json",
    "修丙大桥",
    "修丙大桥" LONG,
    { "project 丙桥, statement no. 1", "quotes", "80" } },
  { "project/white-space",
    "projects/old.json",
    "修丙大桥",
    "修 丙大桥",
    { "project 丙桥, statement no. 1", "quotes", "white space" } },
  { "project/quote-twice",
    "projects/old.json",
    "['修丙大桥']",
    "['修丙大桥', '修丙大桥']",
    { "project 丙桥, statement no. 1", "quotes", "twice" } },
  { "project/name-not-quoted",
    "projects/new.json",
    "'name': '乙路'",
    "'name': '乙路东段'",
    { "project 乙路", "name", "“东”" } },
  { "project/printed-not-quoted",
    "projects/old.json",
    "丙大(dà)橋",
    "丁大(dà)橋",
    { "project 丙桥", "printed", "“丁”" } },
  { "project/printed-alone",
    "projects/old.json",
    "'repair': '繁体转为简体', ",
    "",
    { "project 丙桥", "repair", "missing" } },
  { "project/repair-alone",
    "projects/old.json",
    "'printed': '丙大(dà)橋', ",
    "",
    { "project 丙桥", "printed", "missing" } },
  { "project/empty-heading",
    "projects/new.json",
    "'工业'",
    "''",
    { "project 甲厂, statement no. 1", "heading", "empty" } },
  { "project/empty-item",
    "projects/new.json",
    "'item': '1'",
    "'item': ''",
    { "project 甲厂, statement no. 1", "item", "empty" } },
  { "project/own-period",
    "projects/old.json",
    "'2019'",
    "'2021-2025'",
    { "project 乙路, statement no. 1", "period", "leave it out" } },
  { "project/bad-period",
    "projects/old.json",
    "'2019'",
    "'2019年'",
    { "project 乙路, statement no. 1", "period", "2019年" } },
  { "project/amount-as-text",
    "projects/new.json",
    "'number': 3",
    "'number': '3'",
    { "statement no. 1, amount", "number", "not a number" } },
  { "project/capacity-without-unit",
    "projects/new.json",
    "1.5, 'unit': '万吨'",
    "1.5",
    { "statement no. 1, capacity no. 1", "unit", "missing" } },
  { "project/other-document",
    "projects/new.json",
    "'document': 'new'",
    "'document': 'old'",
    { "document", "old", "new" } },
  { "project/amount-not-quoted",
    "projects/new.json",
    "'number': 3",
    "'number': 30",
    { "statement no. 1, amount", "number", "30" } },
  { "project/other-figure-quoted",
    "projects/new.json",
    "'number': 1.5",
    "'number': 5",
    { "statement no. 1, capacity no. 1", "number", "is 5" } },
  { "cluster/no-family",
    "clusters.json",
    "'name': '袜业集群'",
    "'name': '织袜集群'",
    { "cluster 袜", "name", "families.json" } },
  { "cluster/two-families",
    "families.json",
    "'未来能源'",
    "'未来能源', '袜业集群'",
    { "family future", "clusters", "textile" } },
  { "cluster/of-a-family-alone",
    "families.json",
    "'未来能源'",
    "'未来能源', '未来空间'",
    { "family future", "clusters", "未来空间" } },
  { "cluster/twice", "clusters.json", "'id': '能'", "'id': '袜'", { "cluster 袜", "id", "twice" } },
  { "cluster/unknown-kind",
    "clusters.json",
    "'future-field'",
    "'future'",
    { "cluster 能", "kind", "future-field" } },
  { "cluster/unknown-tier",
    "clusters.json",
    "'区域级'",
    "'省级'",
    { "cluster 袜", "tier", "省级" } },
  { "cluster/no-tier",
    "clusters.json",
    "'tier': '区域级', ",
    "",
    { "cluster 袜", "tier", "each have one" } },
  { "cluster/paragraph",
    "clusters.json",
    "'paragraph': false",
    "'paragraph': 0",
    { "cluster 能", "paragraph", "true" } },
  { "cluster/target-without-unit",
    "clusters.json",
    ", 'unit': '亿元'",
    "",
    { "cluster 袜, target_2030", "unit", "missing" } },
  { "cluster/no-role",
    "clusters.json",
    "'role': '织袜；绣花',",
    "",
    { "cluster 袜, place 211081", "role", "missing" } },
  { "cluster/role-not-quoted",
    "clusters.json",
    "'role': '织袜；绣花'",
    "'role': '染袜'",
    { "cluster 袜, place 211081", "role", "“染”" } },
  { "cluster/target-not-quoted",
    "clusters.json",
    "'text': '1万亿元'",
    "'text': '2万亿元'",
    { "cluster 袜", "target_2030", "“2”" } },
  { "cluster/no-source",
    "clusters.json",
    "[{ 'document': 'new', 'chapter': '一', 'quotes': ['灯塔织袜、绣花'] }]",
    "[]",
    { "cluster 袜, place 211081", "sources", "quote it" } },
  { "cluster/unknown-document",
    "clusters.json",
    "'new'",
    "'newer'",
    { "cluster 袜, source no. 1", "document", "newer" } },
  { "cluster/name-not-quoted",
    "clusters.json",
    "['袜业集群，达到1万亿元']",
    "['集群，达到1万亿元']",
    { "cluster 袜", "name", "“袜”" } },
  { "zone/unknown-kind", "zones.json", "'region'", "'area'", { "zone 圈", "kind", "area" } },
  { "zone/extends", "zones.json", "true", "'yes'", { "zone 圈", "extends_to_counties", "true" } },
  { "zone/place-twice",
    "zones.json",
    "'211081'",
    "'211000'",
    { "zone 圈, place 211000", "code", "twice" } },
  { "zone/empty-reason",
    "zones.json",
    "'按规划'",
    "''",
    { "zone 圈, place 211000", "inferred", "empty" } },
  { "indicator/unknown-nature",
    "indicators.json",
    "'预期性'",
    "'预期'",
    { "indicator new-1", "nature", "预期" } },
  { "indicator/unknown-territory",
    "indicators.json",
    "'210000'",
    "'220000'",
    { "indicator new-1", "territory", "220000" } },
  { "indicator/number-alone",
    "indicators.json",
    "'text': '-3.7', ",
    "",
    { "indicator new-1, value 2025年", "text", "printed" } },
  { "indicator/other-number",
    "indicators.json",
    "'number': -3.7",
    "'number': 3.7",
    { "indicator new-1, value 2025年", "number", "is 3.7" } },
  { "indicator/heading-twice",
    "indicators.json",
    "'2030年'",
    "'2025年'",
    { "indicator new-1, value 2025年", "heading", "twice" } },
  { "indicator/two-documents",
    "indicators.json",
    "['增长-3.7'] }",
    "['增长-3.7'] }, { 'document': 'old', 'quotes': ['增长'] }",
    { "indicator new-1, source no. 2", "document", "two records" } },
  { "document/unknown-territory",
    "documents.json",
    "'211000'",
    "'211100'",
    { "document old, territory", "code", "211100" } },
  { "document/territory-without-reason",
    "documents.json",
    ", 'inferred': '未写明'",
    "",
    { "document old, territory", "inferred", "missing" } },
  { "document/box-without-title",
    "documents.json",
    "'重大项目'",
    "''",
    { "document new, boxes", "专栏1", "empty" } },
  { "claims/other-box-title",
    "claims/new.json",
    "'重大项目'",
    "'重大工程'",
    { "group 专栏1", "box_title", "重大工程" } },
};

static char *
unquote (const char *json)
{
  return g_strdelimit (g_strdup (json), "'", '"');
}

static void
test_wrong_fact (Fixture *fixture, gconstpointer data)
{
  const WrongFact *fact = data;
  g_autofree char *old = unquote (fact->old);
  g_autofree char *new = unquote (fact->new);

  edit (fixture, fact->file, old, new);
  assert_refused (fixture, fact->file, NULL);
  assert_refused_with (fixture, fact->words);
}

static void
test_file_of_no_document (Fixture *fixture, gconstpointer data)
{
  fixture_write (fixture, "projects/newer.json", "{}");
  assert_refused (fixture, "projects/newer.json", "documents.json", NULL);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "projects", NULL);

  delete_folder (folder);
  assert_refused (fixture, "projects", "folder", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wrong_facts); i++)
    {
      g_autofree char *path = g_strconcat ("/compile-wrong/", wrong_facts[i].name, NULL);

      g_test_add (path, Fixture, &wrong_facts[i], set_up_tiny, test_wrong_fact, fixture_clear);
    }
  g_test_add ("/compile-wrong/file-of-no-document", Fixture, NULL, set_up_tiny,
              test_file_of_no_document, fixture_clear);
  g_test_add ("/compile-wrong/no-folder", Fixture, NULL, set_up_tiny, test_no_folder,
              fixture_clear);

  return g_test_run ();
}
