/* test-cli.c: the commands as another program calls them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <sys/wait.h>

#include "cli-fixture.h"

static void
test_show_json (void)
{
  g_auto (Result) result = run ("show", "瓦房店", "--json", NULL);
  g_autoptr (JsonNode) node = parse (&result);
  JsonObject *root = json_node_get_object (node);
  JsonObject *place = json_object_get_object_member (root, "place");
  JsonArray *seat = json_object_get_array_member (place, "seat");
  JsonArray *industries = json_object_get_array_member (root, "industries");
  JsonObject *industry = json_array_get_object_element (industries, 0);
  JsonObject *citation = json_array_get_object_element (
      json_object_get_array_member (root, "citations"), 0);

  g_assert_cmpint (result.status, ==, 0);
  assert_members (root, "place", "positioning", "industries", "projects", "clusters", "zones",
                  "similar", "citations", NULL);
  assert_members (place, "code", "name", "short_name", "pinyin", "initials", "level", "parent",
                  "seat", NULL);
  assert_members (json_object_get_object_member (place, "parent"), "code", "name", NULL);
  assert_members (industry, "name", "family", "role", "period", "kind", "citations", NULL);
  assert_members (
      json_array_get_object_element (json_object_get_array_member (root, "positioning"), 0), "text",
      "period", "kind", "citations", NULL);
  assert_members (citation, "document", "title", "published", "chapter", "section", "box", "item",
                  "quote", NULL);

  g_assert_cmpstr (json_object_get_string_member (place, "code"), ==, "210281");
  g_assert_cmpstr (json_object_get_string_member (place, "level"), ==, "county-level-city");
  g_assert_cmpfloat (json_array_get_double_element (seat, 0), ==, 121.9795);
  g_assert_cmpfloat (json_array_get_double_element (seat, 1), ==, 39.6269);
  g_assert_cmpuint (json_array_get_length (industries), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (industry, "name"), ==, "轴承");
  g_assert_cmpstr (json_object_get_string_member (industry, "role"), ==, "leading");
  g_assert_cmpstr (json_object_get_string_member (industry, "period"), ==, "2026-2030");
  g_assert_cmpstr (json_object_get_string_member (citation, "chapter"), ==, "第十一章");
  g_assert_cmpstr (json_object_get_string_member (citation, "box"), ==, "专栏21");
  g_assert_cmpstr (json_object_get_string_member (citation, "item"), ==, "5");
  g_assert_cmpstr (json_object_get_string_member (citation, "published"), ==, "2026-05");
}

static void
test_show_text (void)
{
  g_auto (Result) result = run ("show", "wfd", NULL);

  g_assert_cmpint (result.status, ==, 0);
  g_assert_nonnull (strstr (result.output, "瓦房店市"));
  g_assert_nonnull (strstr (result.output, "轴承之都"));
  g_assert_nonnull (strstr (result.output, "第十一章第三节专栏21第5项"));
  g_assert_cmpstr (result.errors, ==, "");
}

static void
test_show_absence (void)
{
  g_auto (Result) city = run ("show", "沈阳", NULL);
  g_auto (Result) county = run ("show", "铁岭县", NULL);
  g_auto (Result) district = run ("show", "和平区", NULL);

  g_assert_cmpint (city.status, ==, 0);
  g_assert_nonnull (strstr (city.output, "lists no strong industries for 沈阳市"));
  g_assert_nonnull (strstr (county.output, "No document ties a project to 铁岭县."));
  g_assert_cmpint (district.status, ==, 0);
  g_assert_nonnull (strstr (district.output, "no industries for districts"));
}

static void
test_show_unknown (void)
{
  g_auto (Result) ambiguous = run ("show", "fx", NULL);
  g_auto (Result) unknown = run ("show", "瓦坊店", "--json", NULL);

  g_assert_cmpint (ambiguous.status, ==, 1);
  g_assert_cmpstr (ambiguous.output, ==, "");
  g_assert_nonnull (strstr (ambiguous.errors, "210900"));
  g_assert_nonnull (strstr (ambiguous.errors, "210921"));
  g_assert_cmpint (unknown.status, ==, 1);
  g_assert_nonnull (strstr (unknown.errors, "瓦房店市"));
}

static void
test_search (void)
{
  g_auto (Result) result = run ("search", "fx", "--json", NULL);
  g_auto (Result) nothing = run ("search", "xyzzy \" OR *", "--json", NULL);
  g_auto (Result) limited = run ("search", "市", "--json", "--limit", "2", NULL);
  g_autoptr (JsonNode) node = parse (&result);
  g_autoptr (JsonNode) empty = parse (&nothing);
  g_autoptr (JsonNode) few = parse (&limited);
  JsonObject *root = json_node_get_object (node);
  JsonArray *places = json_object_get_array_member (root, "places");
  JsonObject *first = json_array_get_object_element (places, 0);

  g_assert_cmpint (result.status, ==, 0);
  assert_members (root, "places", "industries", "projects", "passages", NULL);
  g_assert_cmpuint (json_array_get_length (places), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (first, "name"), ==, "阜新市");
  g_assert_cmpstr (json_object_get_string_member (first, "match"), ==, "[[fx]]");
  g_assert_cmpint (nothing.status, ==, 1);
  assert_members (json_node_get_object (empty), "places", "industries", "projects", "passages",
                  NULL);
  g_assert_cmpuint (
      json_array_get_length (json_object_get_array_member (json_node_get_object (few), "places")),
      ==, 2);
}

static void
test_usage (void)
{
  g_auto (Result) command = run ("dance", NULL);
  g_auto (Result) option = run ("show", "--colour", "red", NULL);
  g_auto (Result) missing = run ("show", NULL);
  g_auto (Result) limit = run ("search", "x", "--limit", "-1", NULL);
  g_auto (Result) useless = run ("show", "瓦房店", "--family", "food", NULL);
  g_auto (Result) control = run ("show", "\x1b[31m瓦", NULL);
  g_auto (Result) half = run ("list", "places", "--\xe7", NULL);
  g_auto (Result) first = run ("--place", "瓦房店", "screenshot", "-o", "/nowhere/x.png", NULL);
  g_auto (Result) tiles = run ("screenshot", "--tiles", "x.mbtiles", "-o", "x.png", NULL);
  g_auto (Result) view = run ("screenshot", "--view", "moon", "-o", "x.png", NULL);
  g_auto (Result) help = run ("--help", NULL);
  g_auto (Result) version = run ("--version", NULL);

  g_assert_cmpint (command.status, ==, 2);
  g_assert_nonnull (strstr (command.errors, "dance"));
  g_assert_cmpint (option.status, ==, 2);
  g_assert_cmpint (missing.status, ==, 2);
  g_assert_cmpint (limit.status, ==, 2);
  g_assert_cmpint (useless.status, ==, 2);
  g_assert_nonnull (strstr (useless.errors, "--family"));
  g_assert_null (strchr (control.errors, '\x1b'));
  g_assert_cmpint (view.status, ==, 2);
  g_assert_nonnull (strstr (view.errors, "coverage"));
  g_assert_cmpint (half.status, ==, 2);
  g_assert_true (g_utf8_validate (half.errors, -1, NULL));
  /* An option before the command does not make it another: there is no display to draw on. */
  g_assert_cmpint (first.status, ==, 3);
  g_assert_cmpint (tiles.status, ==, 3);
  g_assert_cmpint (help.status, ==, 0);
  g_assert_nonnull (strstr (help.output, "screenshot"));
  g_assert_cmpint (version.status, ==, 0);
  g_assert_true (g_str_has_prefix (version.output, "liaoning-atlas "));
}

static void
test_bad_database (void)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-cli-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "letter.db", NULL);
  g_auto (Result) missing = run ("show", "瓦房店", "--database", path, NULL);
  g_auto (Result) foreign = { 0 };

  g_assert_cmpint (missing.status, ==, 3);
  g_assert_nonnull (strstr (missing.errors, path));
  g_file_set_contents (path, "Dear Sir or Madam", -1, NULL);
  foreign = run ("--database", path, "check", NULL);
  g_assert_cmpint (foreign.status, ==, 3);
  g_assert_nonnull (strstr (foreign.errors, path));
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_full_disk (void)
{
  g_autofree char *command = g_strdup_printf ("%s list places > /dev/full",
                                              g_getenv ("ATLAS_TEST_PROGRAM"));
  const char *const argv[] = { "/bin/sh", "-c", command, NULL };
  g_autofree char *errors = NULL;
  int status;

  g_setenv ("ATLAS_DATABASE", g_getenv ("ATLAS_TEST_DATABASE"), TRUE);
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL,
                               &errors, &status, NULL));
  g_assert_cmpint (g_spawn_check_wait_status (status, NULL), ==, FALSE);
  g_assert_cmpint (WEXITSTATUS (status), ==, 3);
  g_assert_cmpstr (errors, !=, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/show/json", test_show_json);
  g_test_add_func ("/cli/show/text", test_show_text);
  g_test_add_func ("/cli/show/absence", test_show_absence);
  g_test_add_func ("/cli/show/unknown", test_show_unknown);
  g_test_add_func ("/cli/search", test_search);
  g_test_add_func ("/cli/usage", test_usage);
  g_test_add_func ("/cli/bad-database", test_bad_database);
  g_test_add_func ("/cli/full-disk", test_full_disk);

  return g_test_run ();
}
