/* test-database-foreign.c: SQLite files of other programs, which may be made to hurt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <sqlite3.h>
#include <time.h>

#include "database-fixture.h"

#define MAX_LENGTH 1000

static void
write_file (Fixture *fixture, const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static AtlasDatabase *
open_file (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  AtlasDatabase *database = atlas_database_open_foreign (fixture->path, MAX_LENGTH, &error);

  g_assert_no_error (error);
  return database;
}

static void
assert_query (AtlasDatabase *database, const char *sql, gint64 value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasStatement) statement = atlas_database_prepare (database, sql, &error);

  g_assert_no_error (error);
  g_assert_true (atlas_statement_next (statement, &error));
  g_assert_no_error (error);
  g_assert_cmpint (atlas_statement_get_int (statement, 0), ==, value);
}

static void
assert_fails (AtlasDatabase *database, const char *sql, AtlasDatabaseError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasStatement) statement = atlas_database_prepare (database, sql, &error);

  if (statement != NULL)
    g_assert_false (atlas_statement_next (statement, &error));
  g_assert_error (error, ATLAS_DATABASE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, atlas_database_get_path (database)));
}

static void
test_tables (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasDatabase) database = NULL;

  write_file (fixture, "CREATE TABLE t (a); INSERT INTO t VALUES (7), (9)");
  database = open_file (fixture);
  assert_query (database, "SELECT a FROM t WHERE a > 7", 9);
  assert_query (database, "SELECT min (a) FROM t", 7);
  /* What it lacks is the file's fault. */
  assert_fails (database, "SELECT b FROM t", ATLAS_DATABASE_ERROR_FOREIGN);
}

/* Neither what the file brings along is run, nor what could reach beyond it. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasDatabase) database = NULL;

  write_file (fixture, "CREATE TABLE t (a); CREATE VIEW v AS SELECT randomblob (a) FROM t;"
                       "CREATE VIRTUAL TABLE x USING fts5 (a);"
                       "CREATE TRIGGER r INSERT ON t BEGIN DELETE FROM t; END");
  database = open_file (fixture);
  assert_fails (database, "SELECT * FROM v", ATLAS_DATABASE_ERROR_FOREIGN);
  assert_fails (database, "SELECT * FROM x", ATLAS_DATABASE_ERROR_FOREIGN);
  assert_fails (database, "SELECT hex (a) FROM t", ATLAS_DATABASE_ERROR_FOREIGN);
  assert_fails (database, "ATTACH '/tmp/other' AS o", ATLAS_DATABASE_ERROR_REFUSED);
  assert_fails (database, "PRAGMA writable_schema = ON", ATLAS_DATABASE_ERROR_REFUSED);
  assert_fails (database, "INSERT INTO t VALUES (1)", ATLAS_DATABASE_ERROR_REFUSED);
  assert_fails (database,
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                "SELECT max (i) FROM n",
                ATLAS_DATABASE_ERROR_REFUSED);
}

static void
test_generated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDatabase) database = NULL;

  write_file (fixture, "CREATE TABLE t (a, b AS (hex (a)))");
  database = atlas_database_open_foreign (fixture->path, MAX_LENGTH, &error);
  g_assert_null (database);
  g_assert_error (error, ATLAS_DATABASE_ERROR, ATLAS_DATABASE_ERROR_REFUSED);
}

/* SQLite takes it for a table all the same. */
static void
test_disguised (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDatabase) database = NULL;

  write_file (fixture, "CREATE TABLE t (a, b AS (hex (a))); PRAGMA writable_schema = ON;"
                       "UPDATE sqlite_schema SET type = 'TABLE'");
  database = atlas_database_open_foreign (fixture->path, MAX_LENGTH, &error);
  g_assert_null (database);
  g_assert_error (error, ATLAS_DATABASE_ERROR, ATLAS_DATABASE_ERROR_REFUSED);
}

static void
test_length (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasDatabase) database = NULL;

  write_file (fixture, "CREATE TABLE t (a, b); INSERT INTO t VALUES (zeroblob (1000), 1);"
                       "INSERT INTO t VALUES (zeroblob (1001), 2);"
                       "INSERT INTO t VALUES (zeroblob (50000000), 3)");
  database = open_file (fixture);
  assert_query (database, "SELECT a IS NULL FROM t WHERE b = 1", 0);
  assert_fails (database, "SELECT a FROM t WHERE b = 2", ATLAS_DATABASE_ERROR_TOO_LARGE);
  assert_fails (database, "SELECT a FROM t WHERE b = 3", ATLAS_DATABASE_ERROR_TOO_LARGE);
  assert_query (database, "SELECT b FROM t WHERE b = 3", 3);
}

static double
get_cpu_seconds (void)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now), ==, 0);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* 2,000 to the fourth steps, but no more than two seconds of the processor's time: however many
 * programs share it, no query has less. */
static void
test_slow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasDatabase) database = NULL;
  double start;
  double seconds;

  write_file (fixture, "CREATE TABLE t (a);"
                       "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 2000)"
                       "INSERT INTO t SELECT i FROM n");
  database = open_file (fixture);
  start = get_cpu_seconds ();
  assert_fails (database, "SELECT max (p.a + q.a + r.a + s.a) FROM t AS p, t AS q, t AS r, t AS s",
                ATLAS_DATABASE_ERROR_SLOW);
  seconds = get_cpu_seconds () - start;
  g_assert_cmpfloat (seconds, >, 1.9);
  g_assert_cmpfloat (seconds, <, 4.0);
  /* The next query has its own time. */
  assert_query (database, "SELECT max (a) FROM t", 2000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/database-foreign/tables", Fixture, NULL, set_up, test_tables, tear_down);
  g_test_add ("/database-foreign/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/database-foreign/generated", Fixture, NULL, set_up, test_generated, tear_down);
  g_test_add ("/database-foreign/disguised", Fixture, NULL, set_up, test_disguised, tear_down);
  g_test_add ("/database-foreign/length", Fixture, NULL, set_up, test_length, tear_down);
  g_test_add ("/database-foreign/slow", Fixture, NULL, set_up, test_slow, tear_down);

  return g_test_run ();
}
