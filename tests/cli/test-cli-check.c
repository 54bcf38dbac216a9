/* test-cli-check.c: `check` as people and programs read it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../catalog/altered-fixture.h"
#include "cli-fixture.h"

static JsonObject *
find_row (JsonArray *rows, const char *code)
{
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      if (g_str_equal (json_object_get_string_member (row, "code"), code))
        return row;
    }
  return NULL;
}

static void
test_json (void)
{
  g_auto (Result) result = run ("check", "--json", NULL);
  g_autoptr (JsonNode) node = parse (&result);
  JsonObject *root = json_node_get_object (node);
  JsonObject *size = json_object_get_object_member (root, "size");
  JsonObject *row = find_row (json_object_get_array_member (root, "coverage"), "210281");
  JsonObject *documents = json_object_get_object_member (row, "documents");

  g_assert_cmpint (result.status, ==, 0);
  g_assert_cmpstr (result.errors, ==, "");
  assert_members (root, "version", "size", "coverage", "without_project", "repairs", "inferences",
                  "problems", NULL);
  assert_members (size, "projects", "clusters", "fields", "zones", "indicators", "positionings",
                  "industries", "quotations", NULL);
  assert_members (row, "code", "name", "positioning", "leading", "cultivated", "projects",
                  "clusters", "zones", "indicators", "documents", "inferred", "repaired", NULL);
  assert_members (documents, "ln-15fyp", "ln-gwr-2024", "ly-14fyp", "ln-14fyp", NULL);
  assert_members (
      json_array_get_object_element (json_object_get_array_member (root, "without_project"), 0),
      "code", "name", NULL);
  assert_members (json_array_get_object_element (json_object_get_array_member (root, "repairs"), 0),
                  "fact", "printed", "repair", NULL);
  assert_members (
      json_array_get_object_element (json_object_get_array_member (root, "inferences"), 0), "code",
      "name", "fact", "why", NULL);

  g_assert_cmpint (json_object_get_int_member (size, "clusters"), ==, 22);
  g_assert_cmpint (json_object_get_int_member (size, "fields"), ==, 6);
  g_assert_cmpstr (json_object_get_string_member (row, "name"), ==, "瓦房店市");
  g_assert_cmpint (json_object_get_int_member (row, "leading"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (row, "zones"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (documents, "ln-15fyp"), ==, 7);
  g_assert_cmpint (json_object_get_int_member (documents, "ln-gwr-2024"), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "problems")), ==, 0);
}

static const char *
find_line (GStrv lines, const char *part)
{
  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], part) != NULL)
      return lines[i];
  return "";
}

static void
test_text (void)
{
  g_auto (Result) result = run ("check", NULL);
  g_auto (GStrv) lines = g_strsplit (result.output, "\n", -1);
  const char *heading = find_line (lines, "ln-15fyp");
  const char *row = find_line (lines, "  瓦房店市");

  g_assert_cmpint (result.status, ==, 0);
  g_assert_cmpstr (result.errors, ==, "");
  g_assert_cmpstr (find_line (lines, " clusters of industry"), ==, "    22  clusters of industry");
  g_assert_true (g_str_has_prefix (heading, "Code    Positioning  Leading  Cultivated  Projects"));
  g_assert_true (g_str_has_prefix (row, "210281            2        3           0         1"));
  /* The place begins where its heading does. */
  g_assert_cmpuint (strlen (heading) - strlen ("Place"), ==, strlen (row) - strlen ("瓦房店市"));
  g_assert_cmpstr (find_line (lines, "抚顺县 宽甸满族自治县"), ==,
                   "  抚顺县 宽甸满族自治县 黑山县 大石桥市 铁岭县 昌图县 调兵山市");
  g_assert_cmpstr (find_line (lines, "芳烯烃及精细化工"), ==,
                   "  芳烯烃及精细化工; printed 芳烃烃及精细化工 (芳烃烃→芳烯烃，提取误字)");
  g_assert_cmpstr (find_line (lines, "太平湾合作创新区在瓦房店市"), ==,
                   "     1  太平湾合作创新区在瓦房店市 ← 瓦房店市 太平湾合作创新区");
  /* What some hundred projects share is a number. */
  g_assert_true (
      g_str_has_suffix (find_line (lines, "辽阳市规划所列项目"), "文中未写明县（市）区"));
}

static void
test_wrong (void)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-cli-XXXXXX", NULL);
  g_autofree char *path = make_altered (folder,
                                        "DELETE FROM zone_place WHERE zone = '太平湾合作创新区'");
  g_auto (Result) text = run ("check", "--database", path, NULL);
  g_auto (Result) json = run ("check", "--json", "--database", path, NULL);
  g_autoptr (JsonNode) node = parse (&json);
  JsonArray *problems = json_object_get_array_member (json_node_get_object (node), "problems");

  g_assert_cmpint (text.status, ==, 1);
  g_assert_nonnull (strstr (text.errors, "A zone has no member: 太平湾合作创新区."));
  g_assert_cmpint (json.status, ==, 1);
  g_assert_cmpuint (json_array_get_length (problems), >, 0);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_argument (void)
{
  g_auto (Result) result = run ("check", "瓦房店", NULL);

  g_assert_cmpint (result.status, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli-check/json", test_json);
  g_test_add_func ("/cli-check/text", test_text);
  g_test_add_func ("/cli-check/wrong", test_wrong);
  g_test_add_func ("/cli-check/argument", test_argument);

  return g_test_run ();
}
