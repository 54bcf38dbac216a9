/* test-database.c: files that are whole, and files that are not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "database-fixture.h"

#define APPLICATION_ID 0x12345678
#define VERSION 3

static void
create (const char *path, guint32 application_id, int version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDatabase) database = atlas_database_create (path, application_id, version,
                                                              &error);

  g_assert_no_error (error);
  atlas_database_execute (database, "CREATE TABLE t (a TEXT, b BLOB, c REAL, d INTEGER)", &error);
  g_assert_no_error (error);
  for (int i = 0; i < 200; i++)
    {
      g_autoptr (AtlasStatement) insert = atlas_database_prepare (
          database, "INSERT INTO t (a, b, c, d) VALUES (?1, ?2, ?3, ?4)", &error);
      g_autoptr (GBytes) bytes = g_bytes_new_static ("\0\1\2", 3);

      g_assert_no_error (error);
      atlas_statement_bind_text (insert, 1, "瓦房店");
      atlas_statement_bind_blob (insert, 2, bytes);
      atlas_statement_bind_double (insert, 3, 0.5);
      atlas_statement_bind_int (insert, 4, i);
      g_assert_true (atlas_statement_run (insert, &error));
      g_assert_no_error (error);
    }
  g_assert_true (atlas_database_close (database, &error));
  g_assert_no_error (error);
}

static void
assert_refused (const char *path, AtlasDatabaseError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDatabase) database = atlas_database_open_readonly (path, APPLICATION_ID, VERSION,
                                                                     &error);
  g_autofree char *name = g_filename_display_name (path);

  g_assert_null (database);
  g_assert_error (error, ATLAS_DATABASE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, name));
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDatabase) database = NULL;
  g_autoptr (AtlasStatement) rows = NULL;
  g_autoptr (GBytes) blob = NULL;

  create (fixture->path, APPLICATION_ID, VERSION);
  database = atlas_database_open_readonly (fixture->path, APPLICATION_ID, VERSION, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (atlas_database_get_path (database), ==, fixture->path);

  rows = atlas_database_prepare (database, "SELECT a, b, c, d, NULL FROM t WHERE d = ?1", &error);
  g_assert_no_error (error);
  atlas_statement_bind_int (rows, 1, 7);
  g_assert_true (atlas_statement_next (rows, &error));
  g_assert_cmpstr (atlas_statement_get_text (rows, 0), ==, "瓦房店");
  blob = atlas_statement_get_blob (rows, 1);
  g_assert_cmpmem (g_bytes_get_data (blob, NULL), g_bytes_get_size (blob), "\0\1\2", 3);
  g_assert_cmpfloat (atlas_statement_get_double (rows, 2), ==, 0.5);
  g_assert_cmpint (atlas_statement_get_int (rows, 3), ==, 7);
  g_assert_true (atlas_statement_is_null (rows, 4));
  g_assert_false (atlas_statement_next (rows, &error));
  g_assert_no_error (error);
}

static void
test_readonly (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDatabase) database = NULL;

  create (fixture->path, APPLICATION_ID, VERSION);
  database = atlas_database_open_readonly (fixture->path, APPLICATION_ID, VERSION, NULL);
  g_assert_false (atlas_database_execute (database, "DELETE FROM t", &error));
  g_assert_error (error, ATLAS_DATABASE_ERROR, ATLAS_DATABASE_ERROR_FAILED);
}

static void
test_statement_cache (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  create (fixture->path, APPLICATION_ID, VERSION);
  database = atlas_database_open_readonly (fixture->path, APPLICATION_ID, VERSION, NULL);

  /* A statement that was left on a row and with a value bound comes back fresh, and two of the same
   * SQL do not disturb each other. */
  for (int round = 0; round < 2; round++)
    {
      static const char sql[] = "SELECT count(*) FROM t WHERE d < ?1";
      g_autoptr (AtlasStatement) first = atlas_database_prepare (database, sql, &error);
      g_autoptr (AtlasStatement) second = atlas_database_prepare (database, sql, &error);

      g_assert_true (atlas_statement_next (first, &error));
      g_assert_cmpint (atlas_statement_get_int (first, 0), ==, 0);
      atlas_statement_bind_int (second, 1, 10);
      g_assert_true (atlas_statement_next (second, &error));
      g_assert_cmpint (atlas_statement_get_int (second, 0), ==, 10);
      g_assert_no_error (error);
    }
}

static void
test_bad_bind (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasDatabase) database = NULL;
  g_autoptr (AtlasStatement) rows = NULL;
  g_autoptr (GError) error = NULL;

  create (fixture->path, APPLICATION_ID, VERSION);
  database = atlas_database_open_readonly (fixture->path, APPLICATION_ID, VERSION, NULL);
  rows = atlas_database_prepare (database, "SELECT d FROM t", NULL);
  atlas_statement_bind_int (rows, 5, 1);
  g_assert_false (atlas_statement_next (rows, &error));
  g_assert_error (error, ATLAS_DATABASE_ERROR, ATLAS_DATABASE_ERROR_FAILED);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  assert_refused (fixture->path, ATLAS_DATABASE_ERROR_MISSING);
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  assert_refused (fixture->folder, ATLAS_DATABASE_ERROR_FOREIGN);
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  g_file_set_contents (fixture->path, "", -1, NULL);
  assert_refused (fixture->path, ATLAS_DATABASE_ERROR_FOREIGN);
  g_file_set_contents (fixture->path, "这不是数据库，这是一封信。", -1, NULL);
  assert_refused (fixture->path, ATLAS_DATABASE_ERROR_FOREIGN);
  create (fixture->path, APPLICATION_ID + 1, VERSION);
  assert_refused (fixture->path, ATLAS_DATABASE_ERROR_FOREIGN);
}

static void
test_version (Fixture *fixture, gconstpointer data)
{
  create (fixture->path, APPLICATION_ID, VERSION + 1);
  assert_refused (fixture->path, ATLAS_DATABASE_ERROR_TOO_NEW);
  create (fixture->path, APPLICATION_ID, VERSION - 1);
  assert_refused (fixture->path, ATLAS_DATABASE_ERROR_TOO_OLD);
}

/* A file of the right kind that lacks what every one of them has. */
static void
test_no_tables (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  create (fixture->path, APPLICATION_ID, VERSION);
  database = atlas_database_open_readonly (fixture->path, APPLICATION_ID, VERSION, NULL);
  g_assert_null (atlas_database_prepare (database, "SELECT name FROM place", &error));
  g_assert_error (error, ATLAS_DATABASE_ERROR, ATLAS_DATABASE_ERROR_CORRUPT);
}

static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize length;

  create (fixture->path, APPLICATION_ID, VERSION);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length - 1, NULL));
  assert_refused (fixture->path, ATLAS_DATABASE_ERROR_CORRUPT);
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length / 2, NULL));
  assert_refused (fixture->path, ATLAS_DATABASE_ERROR_CORRUPT);
}

static AtlasDatabase *
open_writable (Fixture *fixture, GError **error)
{
  return atlas_database_open_writable (fixture->path, APPLICATION_ID, VERSION,
                                       "CREATE TABLE IF NOT EXISTS t (a)", error);
}

/* Made where there is none, and found again; also by whoever opens it at the same time. */
static void
test_writable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDatabase) first = open_writable (fixture, &error);
  g_autoptr (AtlasDatabase) second = NULL;

  g_assert_no_error (error);
  g_assert_true (atlas_database_execute (first, "INSERT INTO t VALUES (1)", &error));
  g_assert_no_error (error);
  second = open_writable (fixture, &error);
  g_assert_no_error (error);
  g_assert_true (atlas_database_execute (second, "INSERT INTO t VALUES (2)", &error));
  g_assert_no_error (error);
}

static void
assert_not_writable (Fixture *fixture, AtlasDatabaseError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDatabase) database = open_writable (fixture, &error);

  g_assert_null (database);
  g_assert_error (error, ATLAS_DATABASE_ERROR, (int) code);
}

/* Somebody else's file is left as it is, even if nothing is in it yet. */
static void
test_writable_foreign (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDatabase) empty = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length;
  gsize length_after;

  create (fixture->path, APPLICATION_ID + 1, VERSION);
  assert_not_writable (fixture, ATLAS_DATABASE_ERROR_FOREIGN);
  create (fixture->path, APPLICATION_ID, VERSION + 1);
  assert_not_writable (fixture, ATLAS_DATABASE_ERROR_TOO_NEW);

  empty = atlas_database_create (fixture->path, APPLICATION_ID + 1, VERSION, &error);
  g_assert_no_error (error);
  g_assert_true (atlas_database_close (empty, &error));
  g_assert_true (g_file_get_contents (fixture->path, &before, &length, NULL));
  assert_not_writable (fixture, ATLAS_DATABASE_ERROR_FOREIGN);
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length, after, length_after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/base/database/round-trip", test_round_trip);
  ADD ("/base/database/readonly", test_readonly);
  ADD ("/base/database/statement-cache", test_statement_cache);
  ADD ("/base/database/bad-bind", test_bad_bind);
  ADD ("/base/database/missing", test_missing);
  ADD ("/base/database/folder", test_folder);
  ADD ("/base/database/foreign", test_foreign);
  ADD ("/base/database/version", test_version);
  ADD ("/base/database/no-tables", test_no_tables);
  ADD ("/base/database/truncated", test_truncated);
  ADD ("/base/database/writable", test_writable);
  ADD ("/base/database/writable-foreign", test_writable_foreign);
#undef ADD

  return g_test_run ();
}
