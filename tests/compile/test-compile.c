/* test-compile.c: a wrong fact stops the build, and says which
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compile-fixture.h"

static void
test_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_compile (fixture->folder, fixture->output, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (fixture->output, G_FILE_TEST_IS_REGULAR));
}

static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize first_length;
  gsize second_length;

  g_assert_true (atlas_compile (fixture->folder, fixture->output, NULL));
  g_assert_true (g_file_get_contents (fixture->output, &first, &first_length, NULL));
  g_assert_true (atlas_compile (fixture->folder, fixture->output, NULL));
  g_assert_true (g_file_get_contents (fixture->output, &second, &second_length, NULL));
  g_assert_cmpmem (first, first_length, second, second_length);
}

static void
test_old_output_survives (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_compile (fixture->folder, fixture->output, NULL));
  edit (fixture, "places.json", "\"210281\"", "\"21028\"");
  g_assert_false (atlas_compile (fixture->folder, fixture->output, &error));
  g_assert_true (g_file_test (fixture->output, G_FILE_TEST_IS_REGULAR));
}

static void
test_broken_json (Fixture *fixture, gconstpointer data)
{
  edit (fixture, "places.json", "{", "");
  assert_refused (fixture, "places.json", "JSON", NULL);
}

static void
test_missing_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "families.json", NULL);

  g_unlink (path);
  assert_refused (fixture, "families.json", NULL);
}

static void
test_missing_field (Fixture *fixture, gconstpointer data)
{
  edit (fixture, "places.json", "\"initials\": \"wfd\", ", "");
  assert_refused (fixture, "places.json", "210281", "initials", "missing", NULL);
}

static void
test_unknown_field (Fixture *fixture, gconstpointer data)
{
  edit (fixture, "places.json", "\"code\": \"210281\",", "\"code\": \"210281\", \"pinyn\": \"x\",");
  assert_refused (fixture, "places.json", "210281", "pinyn", "unknown", NULL);
}

static void
test_duplicate_code (Fixture *fixture, gconstpointer data)
{
  edit (fixture, "places.json", "\"210283\"", "\"210281\"");
  assert_refused (fixture, "places.json", "210281", "code", "twice", NULL);
}

static void
test_bad_level (Fixture *fixture, gconstpointer data)
{
  edit (fixture, "places.json", "\"county-level-city\"", "\"town\"");
  assert_refused (fixture, "places.json", "level", "town", NULL);
}

static void
test_unknown_place (Fixture *fixture, gconstpointer data)
{
  edit (fixture, "claims/ln-15fyp.json", "\"place\": \"210281\"", "\"place\": \"219999\"");
  assert_refused (fixture, "claims/ln-15fyp.json", "219999", "place", "places.json", NULL);
}

static void
test_no_source (Fixture *fixture, gconstpointer data)
{
  edit (
      fixture, "claims/ln-15fyp.json",
      "\"quotes\": [\"康平县。建设生物化工产业集聚区、农文体旅融合县，发展生物化工、新能源、新材料"
      "等产业\"]",
      "\"quotes\": []");
  assert_refused (fixture, "claims/ln-15fyp.json", "210123", "quotes", "source", NULL);
}

static void
test_unsupported_claim (Fixture *fixture, gconstpointer data)
{
  edit (fixture, "claims/ln-15fyp.json", "\"轴承之都\"", "\"轴承之城\"");
  assert_refused (fixture, "claims/ln-15fyp.json", "210281", "positioning", "轴承之城", NULL);
}

static void
test_long_quote (Fixture *fixture, gconstpointer data)
{
  edit (fixture, "claims/ln-15fyp.json", "康平县。建设",
        "康平县。建设建设建设建设建设建设建设建设建设建设建设建设建设建设建设建设建设建设建设建设建"
        "设建设建设"
        "建设建设建设建设建设建设建设建设");
  assert_refused (fixture, "claims/ln-15fyp.json", "210123", "quotes", "80", NULL);
}

static void
test_duplicate_claim (Fixture *fixture, gconstpointer data)
{
  edit (fixture, "claims/ln-15fyp.json", "\"轴承\", ", "\"轴承\", \"轴承\", ");
  assert_refused (fixture, "claims/ln-15fyp.json", "210281", "leading", "twice", NULL);
}

static void
test_term_without_family (Fixture *fixture, gconstpointer data)
{
  edit (fixture, "families.json", "\"轴承\"", "\"滚动轴承\"");
  assert_refused (fixture, "claims/ln-15fyp.json", "210281", "轴承", "families.json", NULL);
}

static void
test_two_families (Fixture *fixture, gconstpointer data)
{
  edit (fixture, "families.json", "\"绿色石化\"", "\"绿色石化\", \"轴承\"");
  assert_refused (fixture, "families.json", "petrochemical", "轴承", "equipment", NULL);
}

static void
test_unknown_document (Fixture *fixture, gconstpointer data)
{
  edit (fixture, "claims/ln-15fyp.json", "\"ln-15fyp\"", "\"ln-16fyp\"");
  assert_refused (fixture, "claims/ln-15fyp.json", "document", "ln-16fyp", NULL);
}

static void
test_other_period (Fixture *fixture, gconstpointer data)
{
  edit (fixture, "claims/ln-15fyp.json", "\"2026-2030\"", "\"2026–2030\"");
  assert_refused (fixture, "claims/ln-15fyp.json", "period", "2026–2030", NULL);
}

static void
test_bad_date (Fixture *fixture, gconstpointer data)
{
  edit (fixture, "documents.json", "\"2026-05\"", "\"2026年5月\"");
  assert_refused (fixture, "documents.json", "ln-15fyp", "published", "2026年5月", NULL);
}

static void
test_missing_unit (Fixture *fixture, gconstpointer data)
{
  edit (fixture, "geo/units.geojson", "\"210281\"", "\"219999\"");
  assert_refused (fixture, "units.geojson", "210281", NULL);
}

static void
test_no_such_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *output = g_build_filename (fixture->folder, "no", "such", "atlas.db", NULL);

  g_assert_false (atlas_compile (fixture->folder, output, &error));
  g_assert_nonnull (strstr (error->message, "atlas.db"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                            \
  g_test_add ("/compile/" name, Fixture, NULL, set_up_real, func, fixture_clear)
  ADD ("whole", test_whole);
  ADD ("same-bytes", test_same_bytes);
  ADD ("old-output-survives", test_old_output_survives);
  ADD ("broken-json", test_broken_json);
  ADD ("missing-file", test_missing_file);
  ADD ("missing-field", test_missing_field);
  ADD ("unknown-field", test_unknown_field);
  ADD ("duplicate-code", test_duplicate_code);
  ADD ("bad-level", test_bad_level);
  ADD ("unknown-place", test_unknown_place);
  ADD ("no-source", test_no_source);
  ADD ("unsupported-claim", test_unsupported_claim);
  ADD ("long-quote", test_long_quote);
  ADD ("duplicate-claim", test_duplicate_claim);
  ADD ("term-without-family", test_term_without_family);
  ADD ("two-families", test_two_families);
  ADD ("unknown-document", test_unknown_document);
  ADD ("other-period", test_other_period);
  ADD ("bad-date", test_bad_date);
  ADD ("missing-unit", test_missing_unit);
  ADD ("no-such-folder", test_no_such_folder);
#undef ADD

  return g_test_run ();
}
