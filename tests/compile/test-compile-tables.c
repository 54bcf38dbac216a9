/* test-compile-tables.c: what is right stands in the tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-catalog-schema.h"
#include "compile-fixture.h"

/* What a query finds, one line a row, its columns separated by | and NULL as -. */
static char *
query (Fixture *fixture, const char *sql, int n_columns)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDatabase) database = atlas_database_open_readonly (
      fixture->output, ATLAS_CATALOG_APPLICATION_ID, ATLAS_CATALOG_SCHEMA_VERSION, &error);
  g_autoptr (AtlasStatement) select = NULL;
  GString *rows = g_string_new (NULL);

  g_assert_no_error (error);
  select = atlas_database_prepare (database, sql, &error);
  g_assert_no_error (error);
  while (atlas_statement_next (select, &error))
    {
      for (int i = 0; i < n_columns; i++)
        {
          const char *text = atlas_statement_get_text (select, i);

          g_string_append_printf (rows, "%s%s", i > 0 ? "|" : "", text != NULL ? text : "-");
        }
      g_string_append_c (rows, '\n');
    }
  g_assert_no_error (error);
  return g_string_free (rows, FALSE);
}

#define assert_rows(fixture, n_columns, sql, expected)                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *rows = query (fixture, sql, n_columns);                                       \
    g_assert_cmpstr (rows, ==, expected);                                                          \
  }                                                                                                \
  G_STMT_END

static void
compile (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_compile (fixture->folder, fixture->output, &error));
  g_assert_no_error (error);
}

static void
test_claims (Fixture *fixture, gconstpointer data)
{
  compile (fixture);

  /* Two records of one place follow each other. */
  assert_rows (fixture, 3, "SELECT position, id, text FROM claim ORDER BY position",
               "0|211081/positioning/2026-皮都|皮都\n"
               "1|211081/positioning/2026-酒乡|酒乡\n"
               "2|211081/positioning/2026-袜城|袜城\n");
}

static void
test_projects (Fixture *fixture, gconstpointer data)
{
  compile (fixture);

  /* The newest document comes first and says what a project is called. */
  assert_rows (fixture, 5,
               "SELECT id, position, name, category, family FROM project ORDER BY position",
               "甲厂|0|灯塔·甲厂（一期）|产业|textile\n"
               "乙路|1|乙路|公路|-\n"
               "丙桥|2|丙大桥|公路|-\n");
  assert_rows (fixture, 6,
               "SELECT project, document, name, stage, period, printed FROM project_statement"
               " ORDER BY id",
               "甲厂|new|灯塔·甲厂（一期）|continuing|2026-2030|-\n"
               "甲厂|new|灯塔·甲厂（一期）|idea|2026-2030|-\n"
               "乙路|new|乙路|idea|2026-2030|-\n"
               "丙桥|old|丙大桥|under-way|2021-2025|丙大(dà)橋\n"
               "乙路|old|太子河区乙公路|done|2019|-\n");
  assert_rows (fixture, 5,
               "SELECT position, kind, number, unit, qualifier FROM project_quantity"
               " ORDER BY statement, position",
               "0|amount|3.0|亿元|投资\n"
               "1|capacity|1.5|万吨|-\n"
               "0|capacity|30.0|公里|-\n"
               "1|capacity|100.0|座|-\n");
}

static void
test_project_places (Fixture *fixture, gconstpointer data)
{
  compile (fixture);

  /* What one document names need not be inferred from another; no place means the territory. */
  assert_rows (fixture, 4,
               "SELECT project, place, kind, why FROM project_place ORDER BY project, position",
               "丙桥|211000|inferred|未写明\n"
               "乙路|211011|named|-\n"
               "乙路|211081|named|-\n"
               "甲厂|211081|named|-\n");
}

static void
test_passages (Fixture *fixture, gconstpointer data)
{
  compile (fixture);

  /* Two facts that one quotation supports share its row. */
  assert_rows (fixture, 2,
               "SELECT project, position FROM project_passage, project_statement s, passage p"
               " ON statement = s.id AND passage = p.id WHERE quote = '灯塔甲厂和乙路'"
               " AND passage = (SELECT min (id) FROM passage WHERE quote = '灯塔甲厂和乙路')"
               " ORDER BY s.id",
               "甲厂|0\n乙路|0\n");
  assert_rows (fixture, 1, "SELECT count (*) FROM passage WHERE quote = '都市圈'", "1\n");
  assert_rows (fixture, 4,
               "SELECT chapter, section, box, item FROM passage WHERE quote LIKE '续建%'",
               "一|-|专栏1|1\n");
  assert_rows (fixture, 3, "SELECT * FROM box", "new|专栏1|重大项目\n");
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  compile (fixture);

  assert_rows (fixture, 7,
               "SELECT id, kind, tier, family, target, target_number, described FROM cluster"
               " ORDER BY position",
               "袜|cluster|区域级|textile|1万亿元|10000.0|1\n"
               "能|future-field|-|future|-|-|0\n");
  assert_rows (
      fixture, 3,
      "SELECT role, kind, quote FROM cluster_place JOIN cluster_place_passage USING (cluster,"
      " place) JOIN passage ON passage = passage.id",
      "织袜；绣花|named|灯塔织袜、绣花\n");
  assert_rows (fixture, 3, "SELECT name, kind, extends FROM zone", "都市圈|region|1\n");
  assert_rows (fixture, 4,
               "SELECT p.place, p.kind, coalesce (p.why, p.role), quote FROM zone_place p JOIN "
               "zone_place_passage USING"
               " (zone, place) JOIN passage ON passage = passage.id ORDER BY p.position",
               "211000|inferred|按规划|都市圈\n211081|named|核心|灯塔为核心\n");
}

static void
test_indicators (Fixture *fixture, gconstpointer data)
{
  compile (fixture);

  assert_rows (fixture, 5, "SELECT id, document, territory, unit, nature FROM indicator",
               "new-1|new|210000|%|预期性\n");
  assert_rows (fixture, 3, "SELECT heading, text, number FROM indicator_value ORDER BY position",
               "2025年|-3.7|-3.7\n2030年|-|-\n");
}

/* The characters of names, each once, with all that people type for it. */
static void
test_readings (Fixture *fixture, gconstpointer data)
{
  compile (fixture);

  assert_rows (fixture, 2,
               "SELECT character, readings FROM han_reading"
               " WHERE character IN ('公', '袜', '纺', '都') ORDER BY readings",
               "都|du dou\n纺|fang\n公|gong\n袜|wa\n");
  assert_rows (fixture, 1, "SELECT count(*) FROM han_reading WHERE readings GLOB '*[^a-z ]*'",
               "0\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                            \
  g_test_add ("/compile-tables/" name, Fixture, NULL, set_up_tiny, func, fixture_clear)
  ADD ("claims", test_claims);
  ADD ("projects", test_projects);
  ADD ("project-places", test_project_places);
  ADD ("passages", test_passages);
  ADD ("groups", test_groups);
  ADD ("indicators", test_indicators);
  ADD ("readings", test_readings);
#undef ADD

  return g_test_run ();
}
