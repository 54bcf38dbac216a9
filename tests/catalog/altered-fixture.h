/* altered-fixture.h: a copy of the shipped data set with something changed in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "atlas-catalog.h"

static inline void
execute (const char *path, const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA ignore_check_constraints = ON", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (handle), >, 0);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

/* The last statement of @sql has to change something, so that no test passes for want of a row. */
static inline char *
make_altered (const char *folder, const char *sql)
{
  char *path = g_build_filename (folder, "altered.db", NULL);
  g_autofree char *contents = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (g_getenv ("ATLAS_TEST_DATABASE"), &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (path, contents, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600,
                            &error);
  g_assert_no_error (error);
  execute (path, sql);
  return path;
}

/* The file is unlinked at once; the catalog keeps what it has open. */
static inline AtlasCatalog *
open_altered (const char *sql)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-altered-XXXXXX", NULL);
  g_autofree char *path = make_altered (folder, sql);
  g_autoptr (GError) error = NULL;
  AtlasCatalog *catalog = atlas_catalog_open (path, &error);

  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  return catalog;
}
