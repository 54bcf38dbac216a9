/* test-cli-list.c: `list`, and the facts of `show` and `search` that a list holds too
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli-fixture.h"

static guint
count_list (const char *what, const char *option, const char *value)
{
  g_auto (Result) result = run ("list", what, "--json", option, value, NULL);
  g_autoptr (JsonNode) node = parse (&result);

  g_assert_cmpint (result.status, ==, 0);
  return json_array_get_length (json_node_get_array (node));
}

static void
test_list (void)
{
  g_assert_cmpuint (count_list ("places", NULL, NULL), ==, 114);
  g_assert_cmpuint (count_list ("places", "--place", "大连"), ==, 1 + 3 + 7);
  g_assert_cmpuint (count_list ("places", "--document", "ln-15fyp"), >=, 55);
  g_assert_cmpuint (count_list ("documents", NULL, NULL), ==, 4);
  g_assert_cmpuint (count_list ("documents", "--document", "ln-15fyp"), ==, 1);
  g_assert_cmpuint (count_list ("industries", "--place", "瓦房店"), ==, 3);
  g_assert_cmpuint (count_list ("industries", "--family", "纺织服装"), ==,
                    count_list ("industries", "--family", "textile"));
}

static void
test_list_wrong (void)
{
  g_auto (Result) list = run ("list", "rivers", NULL);
  g_auto (Result) family = run ("list", "industries", "--family", "shoes", NULL);
  g_auto (Result) document = run ("list", "documents", "--document", "x", NULL);
  g_auto (Result) filter = run ("list", "documents", "--place", "大连", NULL);
  g_auto (Result) nothing = run ("list", "places", "--document", "ly-14fyp", "--place", "铁岭县",
                                 "--json", NULL);
  g_autoptr (JsonNode) empty = parse (&nothing);

  g_assert_cmpint (list.status, ==, 2);
  g_assert_cmpint (family.status, ==, 1);
  g_assert_nonnull (strstr (family.errors, "equipment"));
  g_assert_cmpint (document.status, ==, 1);
  g_assert_cmpint (filter.status, ==, 2);
  g_assert_cmpint (nothing.status, ==, 1);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (empty)), ==, 0);
  g_assert_nonnull (strstr (nothing.errors, "Nothing"));
}

/* The element of @array whose member "name" is @name. */
static JsonObject *
find_named (JsonArray *array, const char *name)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      if (g_strcmp0 (json_object_get_string_member (object, "name"), name) == 0)
        return object;
    }
  g_error ("there is no “%s”", name);
}

static void
assert_project (JsonObject *project)
{
  assert_members (project, "id", "name", "category", "status", "stage", "period", "places",
                  "relation", "citations", NULL);
}

static void
test_show_facts (void)
{
  g_auto (Result) result = run ("show", "兴城市", "--json", NULL);
  g_autoptr (JsonNode) node = parse (&result);
  JsonObject *root = json_node_get_object (node);
  JsonArray *projects = json_object_get_array_member (root, "projects");
  JsonObject *project = find_named (projects, "徐大堡核电1—4号机组");
  JsonArray *numbers = json_object_get_array_member (project, "citations");
  JsonObject *cluster = json_array_get_object_element (
      json_object_get_array_member (root, "clusters"), 0);
  JsonObject *zone = json_array_get_object_element (json_object_get_array_member (root, "zones"),
                                                    0);
  JsonObject *similar = json_array_get_object_element (
      json_object_get_array_member (root, "similar"), 0);

  assert_project (project);
  g_assert_cmpstr (json_object_get_string_member (project, "category"), ==, "能源");
  g_assert_cmpstr (json_object_get_string_member (project, "status"), ==, "续建");
  g_assert_cmpstr (json_object_get_string_member (project, "stage"), ==, "continuing");
  g_assert_cmpstr (json_object_get_string_member (project, "period"), ==, "2026-2030");
  g_assert_cmpstr (json_object_get_string_member (project, "relation"), ==, "inferred");
  g_assert_cmpint (json_array_get_int_element (numbers, 0), <,
                   json_array_get_length (json_object_get_array_member (root, "citations")));
  assert_members (cluster, "name", "tier", "role", "via", "citations", NULL);
  g_assert_cmpstr (json_object_get_string_member (cluster, "via"), ==, "211400");
  assert_members (zone, "name", "citations", NULL);
  assert_members (similar, "code", "name", "score", "shared", NULL);
}

/* A city is told how the county stands to it that carries the project. */
static void
test_show_city (void)
{
  g_auto (Result) result = run ("show", "葫芦岛", "--json", NULL);
  g_autoptr (JsonNode) node = parse (&result);
  JsonObject *root = json_node_get_object (node);
  JsonArray *projects = json_object_get_array_member (root, "projects");
  JsonObject *inferred = find_named (projects, "徐大堡核电1—4号机组");
  JsonObject *named = find_named (projects, "葫芦岛兴城抽水蓄能电站");
  JsonObject *cluster = json_array_get_object_element (
      json_object_get_array_member (root, "clusters"), 0);

  g_assert_cmpstr (json_object_get_string_member (inferred, "relation"), ==, "inferred");
  g_assert_cmpstr (json_object_get_string_member (named, "relation"), ==, "named");
  g_assert_true (json_object_get_null_member (cluster, "via"));
}

static void
test_show_sections (void)
{
  g_auto (Result) county = run ("show", "兴城市", NULL);
  g_auto (Result) city = run ("show", "辽阳市", NULL);
  g_auto (Result) district = run ("show", "弓长岭区", NULL);
  static const char *const sections[] = { "\nProjects\n",   "\nClusters\n",
                                          "\nZones\n",      "\nPlaces like this one\n",
                                          "\nNeighbours\n", "\nSources\n" };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    g_assert_nonnull (strstr (county.output, sections[i]));
  g_assert_nonnull (strstr (county.output, "Inferred: 徐大堡"));
  g_assert_nonnull (strstr (county.output, "\n  能源\n"));
  /* What both documents say of one project */
  g_assert_nonnull (strstr (city.output, "研究论证（2026–2030）"));
  g_assert_nonnull (strstr (city.output, "\n      沈辽鞍城际铁路项目  建设（2021–2025）"));
  g_assert_nonnull (strstr (city.output, "\nIndicators\n"));
  /* The plan only strives for it. */
  g_assert_nonnull (strstr (district.output, "省产业特色小镇  汤河温泉小镇（力争）"));
}

static void
test_list_projects (void)
{
  g_auto (Result) result = run ("list", "projects", "--place", "兴城市", "--json", NULL);
  g_autoptr (JsonNode) node = parse (&result);
  JsonObject *project = find_named (json_node_get_array (node), "葫芦岛兴城抽水蓄能电站");
  JsonArray *citations = json_object_get_array_member (project, "citations");
  guint n_all = count_list ("projects", NULL, NULL);
  guint n_continuing = count_list ("projects", "--status", "continuing");

  assert_project (project);
  /* Of both documents, whole */
  g_assert_cmpuint (json_array_get_length (citations), >=, 2);
  assert_members (json_array_get_object_element (citations, 0), "document", "title", "published",
                  "chapter", "section", "box", "item", "quote", NULL);
  g_assert_cmpuint (n_all, >, 500);
  g_assert_cmpuint (n_continuing, >, 0);
  g_assert_cmpuint (n_continuing, >=, count_list ("projects", "--status", "续建"));
  g_assert_cmpuint (n_all, >, n_continuing);
  g_assert_cmpuint (count_list ("projects", "--document", "ly-14fyp"), >, 300);
  g_assert_cmpuint (count_list ("projects", "--category", "铁路"), >, 0);
  g_assert_cmpuint (count_list ("projects", "--category", "油气工程"), >, 0);
  g_assert_cmpuint (count_list ("projects", "--family", "energy"), ==,
                    count_list ("projects", "--family", "能源"));
}

static void
test_list_groups (void)
{
  g_auto (Result) result = run ("list", "clusters", "--json", NULL);
  g_auto (Result) zones = run ("list", "zones", "--place", "弓长岭区", "--json", NULL);
  g_autoptr (JsonNode) node = parse (&result);
  g_autoptr (JsonNode) zone_node = parse (&zones);
  JsonArray *clusters = json_node_get_array (node);
  JsonObject *cluster = find_named (clusters, "绿色石化及精细化工产业集群");
  JsonObject *field = find_named (clusters, "未来空间");
  JsonObject *zone = find_named (json_node_get_array (zone_node), "省产业特色小镇");
  JsonObject *place = json_array_get_object_element (
      json_object_get_array_member (cluster, "places"), 0);

  g_assert_cmpuint (json_array_get_length (clusters), ==, 28);
  assert_members (cluster, "name", "kind", "tier", "family", "target_2030", "places", "citations",
                  NULL);
  g_assert_cmpstr (json_object_get_string_member (cluster, "kind"), ==, "cluster");
  g_assert_cmpstr (json_object_get_string_member (cluster, "tier"), ==, "世界级");
  g_assert_cmpstr (json_object_get_string_member (cluster, "family"), ==, "petrochemical");
  g_assert_nonnull (strstr (json_object_get_string_member (cluster, "target_2030"), "1.2万亿元"));
  assert_members (place, "code", "role", NULL);
  g_assert_cmpstr (json_object_get_string_member (field, "kind"), ==, "future-field");
  g_assert_true (json_object_get_null_member (field, "tier"));
  g_assert_true (json_object_get_null_member (field, "target_2030"));

  /* As in its profile, a county belongs where its city does. */
  g_assert_cmpuint (count_list ("clusters", "--place", "瓦房店"), ==,
                    count_list ("clusters", "--place", "大连"));
  g_assert_cmpuint (count_list ("zones", "--place", "瓦房店"), <,
                    count_list ("zones", "--place", "大连"));
  assert_members (zone, "name", "kind", "places", "citations", NULL);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (zone, "places")), ==, 1);
}

static void
test_list_unknown (void)
{
  g_auto (Result) category = run ("list", "projects", "--category", "魔法", NULL);
  g_auto (Result) status = run ("list", "projects", "--status", "魔法", "--json", NULL);
  g_auto (Result) clusters = run ("list", "clusters", "--status", "续建", NULL);
  g_auto (Result) zones = run ("list", "zones", "--family", "energy", NULL);
  g_auto (Result) places = run ("list", "places", "--category", "铁路", NULL);
  g_auto (Result) none = run ("list", "projects", "--place", "铁岭县", NULL);

  g_assert_cmpint (category.status, ==, 1);
  g_assert_nonnull (strstr (category.errors, "铁路"));
  g_assert_cmpint (status.status, ==, 1);
  g_assert_cmpstr (status.output, ==, "");
  g_assert_nonnull (strstr (status.errors, "续建"));
  g_assert_nonnull (strstr (status.errors, "under-way"));
  g_assert_cmpint (clusters.status, ==, 2);
  g_assert_nonnull (strstr (clusters.errors, "--status"));
  g_assert_cmpint (zones.status, ==, 2);
  g_assert_cmpint (places.status, ==, 2);
  g_assert_cmpint (none.status, ==, 1);
}

/* A stage is asked for by the name that people see, too, and named so where it is not known. */
static void
test_list_stages (void)
{
  g_auto (Result) by_id = run ("list", "projects", "--status", "preparation", NULL);
  g_auto (Result) by_name = run ("list", "projects", "--status", "Preparation", NULL);
  g_auto (Result) in_chinese = run_in_chinese ("list", "projects", "--status", "前期准备", "--json",
                                               NULL);
  g_auto (Result) unknown = run ("list", "projects", "--status", "魔法", NULL);
  g_auto (Result) unknown_in_chinese = run_in_chinese ("list", "projects", "--status", "魔法",
                                                       NULL);
  g_autoptr (JsonNode) node = parse (&in_chinese);

  g_assert_cmpint (by_id.status, ==, 0);
  g_assert_cmpstr (by_name.output, ==, by_id.output);
  g_assert_cmpint (in_chinese.status, ==, 0);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==,
                    count_list ("projects", "--status", "preparation"));
  g_assert_cmpint (unknown.status, ==, 1);
  g_assert_nonnull (
      strstr (unknown.errors, "Under way（under-way）, Continuing or ongoing（continuing）"));
  g_assert_nonnull (
      strstr (unknown_in_chinese.errors, "前期准备（preparation）、推进实施（under-way）"));
  /* A word of the documents means that word. */
  g_assert_cmpuint (count_list ("projects", "--status", "续建"), <,
                    count_list ("projects", "--status", "Continuing or ongoing"));
}

static void
test_list_text (void)
{
  g_auto (Result) projects = run ("list", "projects", "--place", "沈阳", "--category", "铁路",
                                  NULL);
  g_auto (Result) clusters = run ("list", "clusters", "--family", "petrochemical", NULL);
  g_auto (Result) zones = run ("list", "zones", "--place", "弓长岭区", NULL);
  g_auto (Result) all_zones = run ("list", "zones", NULL);

  g_assert_cmpint (projects.status, ==, 0);
  g_assert_nonnull (strstr (projects.output,
                            "铁路  沈阳至辽阳至鞍山城际铁路（沈阳市、辽阳市、鞍山市）"
                            "  研究论证（2026–2030）\n"));
  g_assert_nonnull (strstr (projects.output, "专栏25"));
  g_assert_cmpint (clusters.status, ==, 0);
  g_assert_nonnull (strstr (clusters.output, "Target for 2030: "));
  g_assert_nonnull (strstr (clusters.output, "大连市"));
  g_assert_nonnull (strstr (zones.output, "\n  弓长岭区  汤河温泉小镇（力争）  Inferred: "));
  g_assert_nonnull (strstr (all_zones.output, "民族地区 · Ethnic area（此处本溪、阜新为自治县）\n"));
  g_assert_nonnull (strstr (all_zones.output, "沈阳、大连“双核” · Region\n"));
}

static void
test_search_projects (void)
{
  g_auto (Result) result = run ("search", "城际", "--json", NULL);
  g_auto (Result) older = run ("search", "沈辽鞍城际铁路项目", "--json", NULL);
  g_auto (Result) text = run ("search", "城际", NULL);
  g_autoptr (JsonNode) node = parse (&result);
  g_autoptr (JsonNode) older_node = parse (&older);
  JsonArray *projects = json_object_get_array_member (json_node_get_object (node), "projects");
  JsonObject *project = find_named (projects, "沈阳至辽阳至鞍山城际铁路");

  assert_members (project, "id", "name", "category", "status", "stage", "period", "places",
                  "relation", "citations", "match", NULL);
  g_assert_cmpstr (json_object_get_string_member (project, "match"), ==,
                   "沈阳至辽阳至鞍山[[城际]]铁路");
  assert_members (
      json_array_get_object_element (json_object_get_array_member (project, "citations"), 0),
      "document", "title", "published", "chapter", "section", "box", "item", "quote", NULL);
  /* What an older document calls it finds it, too. */
  find_named (json_object_get_array_member (json_node_get_object (older_node), "projects"),
              "沈阳至辽阳至鞍山城际铁路");
  g_assert_nonnull (strstr (text.output, "Projects\n  沈阳至辽阳至鞍山[[城际]]铁路"
                                         "（沈阳市、辽阳市、鞍山市）  研究论证（2026–2030）\n"));
}

/* A name stands beside what the document says that has it; what says nothing has the years alone.
 */
static void
test_search_standing (void)
{
  g_auto (Result) older = run ("search", "沈辽鞍城际铁路项目", NULL);
  g_auto (Result) silent = run ("search", "盘锦重点产业合作项目", NULL);

  g_assert_nonnull (strstr (older.output, "[[沈辽鞍城际铁路项目]]（沈阳市、辽阳市、鞍山市）"
                                          "  建设（2021–2025）\n      《辽阳市"));
  g_assert_nonnull (strstr (silent.output, "[[盘锦重点产业合作项目]]（盘锦市）  （2021–2025）\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli-list/list", test_list);
  g_test_add_func ("/cli-list/wrong", test_list_wrong);
  g_test_add_func ("/cli-list/unknown", test_list_unknown);
  g_test_add_func ("/cli-list/show-facts", test_show_facts);
  g_test_add_func ("/cli-list/show-city", test_show_city);
  g_test_add_func ("/cli-list/show-sections", test_show_sections);
  g_test_add_func ("/cli-list/projects", test_list_projects);
  g_test_add_func ("/cli-list/groups", test_list_groups);
  g_test_add_func ("/cli-list/stages", test_list_stages);
  g_test_add_func ("/cli-list/text", test_list_text);
  g_test_add_func ("/cli-list/search-projects", test_search_projects);
  g_test_add_func ("/cli-list/search-standing", test_search_standing);

  return g_test_run ();
}
