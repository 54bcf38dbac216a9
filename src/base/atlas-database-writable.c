/* atlas-database-writable.c: SQLite files that the program writes while it runs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-database-private.h"

/* How long to wait for another program that writes the same file. */
#define PATIENCE_MS 5000

/* What is free can be given back with `PRAGMA incremental_vacuum`; VACUUM would attach a file,
 * which our connections cannot. The log is cut to 4 MiB after it has been longer. */
#define SETTINGS                                                                                   \
  "PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; "     \
  "PRAGMA foreign_keys = ON;"                                                                      \
  "PRAGMA journal_size_limit = 4194304"

/* Whether the file is ours, or nobody's: also what is left where a program was killed before it had
 * made its tables. */
static gboolean
check (AtlasDatabase *self, guint32 application_id, int version, gboolean *empty, GError **error)
{
  gint64 n_tables;
  gint64 id;

  if (!_atlas_database_read_number (self, "SELECT count(*) FROM sqlite_schema", &n_tables, error)
      || !_atlas_database_read_number (self, "PRAGMA application_id", &id, error))
    return FALSE;

  *empty = n_tables == 0;
  return (*empty && id == 0)
         || _atlas_database_check_identity (self, application_id, version, error);
}

static gboolean
fill (AtlasDatabase *self, guint32 application_id, int version, const char *schema, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("%s; PRAGMA application_id = %u;"
                                          "PRAGMA user_version = %d",
                                          schema, application_id, version);
  gboolean empty;

  /* Somebody else may have made tables since we looked; the lock is ours now. */
  if (atlas_database_execute (self, "BEGIN IMMEDIATE", error)
      && check (self, application_id, version, &empty, error)
      && (!empty || atlas_database_execute (self, sql, error))
      && atlas_database_execute (self, "COMMIT", error))
    return TRUE;

  if (!sqlite3_get_autocommit (self->handle))
    atlas_database_execute (self, "ROLLBACK", NULL);
  return FALSE;
}

/**
 * atlas_database_open_writable:
 * @path: the file; it is made where there is none
 * @application_id: its `application_id`
 * @version: its `user_version`
 * @schema: SQL that makes the tables of a new file
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Opens a file that the program writes while it runs. It has a write-ahead log: a program that is
 * killed leaves it whole, and who reads does not wait for who writes. A file of another kind or
 * version is not touched.
 *
 * Returns: (transfer full) (nullable): the database, to be used from one thread at a time
 */
AtlasDatabase *
atlas_database_open_writable (
    const char *path, guint32 application_id, int version, const char *schema, GError **error)
{
  g_autoptr (AtlasDatabase) self = NULL;
  gboolean empty;

  g_return_val_if_fail (path != NULL && schema != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (ATLAS_TYPE_DATABASE, NULL);
  self->path = g_strdup (path);
  if (!_atlas_database_open_handle (self, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error))
    return NULL;

  sqlite3_busy_timeout (self->handle, PATIENCE_MS);
  if (!check (self, application_id, version, &empty, error)
      || !atlas_database_execute (self, SETTINGS, error)
      || (empty && !fill (self, application_id, version, schema, error)))
    return NULL;

  return g_steal_pointer (&self);
}
