/* atlas-database.c: a SQLite connection with checked binds and errors a person can act on
 *
 * Files may come from anybody, so every connection is defensive: no trusted schema, no extension,
 * no write behind our back, limits on lengths.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-database-private.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

G_DEFINE_QUARK (atlas - database - error - quark, atlas_database_error)
G_DEFINE_FINAL_TYPE (AtlasDatabase, atlas_database, G_TYPE_OBJECT)

static void
set_error (GError **error, const char *path, AtlasDatabaseError code)
{
  g_autofree char *name = g_filename_display_name (path);
  const char *format = NULL;

  switch (code)
    {
    case ATLAS_DATABASE_ERROR_MISSING:
      format = _ ("“%s” does not exist. Install the program again or choose another data set.");
      break;
    case ATLAS_DATABASE_ERROR_UNREADABLE:
      format = _ ("“%s” cannot be read. Check its permissions and the disk it is on.");
      break;
    case ATLAS_DATABASE_ERROR_FOREIGN:
      format = _ ("“%s” is not a Liaoning Atlas data set. Choose the file atlas.db that came with "
                  "the program.");
      break;
    case ATLAS_DATABASE_ERROR_CORRUPT:
      format = _ (
          "“%s” is damaged or incomplete. Install the program again or copy the file anew.");
      break;
    case ATLAS_DATABASE_ERROR_TOO_NEW:
      format = _ ("“%s” was written for a newer version of Liaoning Atlas. Update the program.");
      break;
    case ATLAS_DATABASE_ERROR_TOO_OLD:
      format = _ ("“%s” was written for an older version of Liaoning Atlas. Install the data set "
                  "that came with this program.");
      break;
    case ATLAS_DATABASE_ERROR_BUSY:
      format = _ ("“%s” is in use by another program. Close that program and try again.");
      break;
    case ATLAS_DATABASE_ERROR_FULL:
      format = _ ("The disk is full, so “%s” cannot be written. Free some space and try again.");
      break;
    case ATLAS_DATABASE_ERROR_REFUSED:
      format = _ ("“%s” wants to compute what it holds, which only a harmful file would. Choose "
                  "another file.");
      break;
    case ATLAS_DATABASE_ERROR_SLOW:
      format = _ ("“%s” takes too long to read, as it would without an index. Make the file anew.");
      break;
    case ATLAS_DATABASE_ERROR_TOO_LARGE:
      format = _ ("“%s” holds a value that is too large. Choose another file.");
      break;
    case ATLAS_DATABASE_ERROR_FAILED:
    default:
      g_assert_not_reached ();
    }

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, ATLAS_DATABASE_ERROR, (int) code, format, name);
#pragma GCC diagnostic pop
}

static gboolean
code_from_sqlite (int result, AtlasDatabaseError *code)
{
  switch (result & 0xff)
    {
    case SQLITE_NOTADB:
      *code = ATLAS_DATABASE_ERROR_FOREIGN;
      return TRUE;
    case SQLITE_CORRUPT:
      *code = ATLAS_DATABASE_ERROR_CORRUPT;
      return TRUE;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      *code = ATLAS_DATABASE_ERROR_BUSY;
      return TRUE;
    case SQLITE_FULL:
      *code = ATLAS_DATABASE_ERROR_FULL;
      return TRUE;
    case SQLITE_AUTH:
      *code = ATLAS_DATABASE_ERROR_REFUSED;
      return TRUE;
    case SQLITE_INTERRUPT:
      *code = ATLAS_DATABASE_ERROR_SLOW;
      return TRUE;
    case SQLITE_TOOBIG:
      *code = ATLAS_DATABASE_ERROR_TOO_LARGE;
      return TRUE;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_IOERR:
      *code = ATLAS_DATABASE_ERROR_UNREADABLE;
      return TRUE;
    default:
      return FALSE;
    }
}

/*
 * _atlas_database_set_error:
 * @self: the database
 * @result: what SQLite answered
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Turns SQLite's answer into a sentence.
 */
void
_atlas_database_set_error (AtlasDatabase *self, int result, GError **error)
{
  AtlasDatabaseError code;
  g_autofree char *name = NULL;

  /* Our queries are right, so in a file that is only read an error of theirs is the file's. */
  if ((result & 0xff) == SQLITE_ERROR && sqlite3_db_readonly (self->handle, "main") == 1)
    {
      set_error (error, self->path,
                 self->foreign ? ATLAS_DATABASE_ERROR_FOREIGN : ATLAS_DATABASE_ERROR_CORRUPT);
      return;
    }
  if (code_from_sqlite (result, &code))
    {
      set_error (error, self->path, code);
      return;
    }

  name = g_filename_display_name (self->path);
  g_set_error (error, ATLAS_DATABASE_ERROR, ATLAS_DATABASE_ERROR_FAILED,
               _ ("“%s” could not be used: %s."), name, sqlite3_errmsg (self->handle));
}

/*
 * _atlas_database_open_handle:
 * @self: a database that has its path and nothing else
 * @uri: where it is, as SQLite wants it
 * @flags: how to open it
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Returns: whether it is open, with the guards that all our connections have
 */
gboolean
_atlas_database_open_handle (AtlasDatabase *self, const char *uri, int flags, GError **error)
{
  int result = sqlite3_open_v2 (uri, &self->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);

  if (result != SQLITE_OK)
    {
      _atlas_database_set_error (self, result, error);
      return FALSE;
    }

  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_limit (self->handle, SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024);
  sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, 0);
  return TRUE;
}

/*
 * _atlas_database_read_number:
 * @self: the database
 * @sql: a pragma or query whose first row begins with a number
 * @value: (out): the number
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Returns: whether there is one
 */
gboolean
_atlas_database_read_number (AtlasDatabase *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (AtlasStatement) statement = atlas_database_prepare (self, sql, error);

  if (statement == NULL || !atlas_statement_next (statement, error))
    return FALSE;
  *value = atlas_statement_get_int (statement, 0);
  return TRUE;
}

/*
 * _atlas_database_check_identity:
 * @self: the database
 * @application_id: what its `application_id` must be
 * @version: what its `user_version` must be
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Returns: whether it is ours and of this version
 */
gboolean
_atlas_database_check_identity (AtlasDatabase *self,
                                guint32 application_id,
                                int version,
                                GError **error)
{
  gint64 id;
  gint64 user_version;

  if (!_atlas_database_read_number (self, "PRAGMA application_id", &id, error)
      || !_atlas_database_read_number (self, "PRAGMA user_version", &user_version, error))
    return FALSE;

  if ((guint32) id != application_id)
    set_error (error, self->path, ATLAS_DATABASE_ERROR_FOREIGN);
  else if (user_version > version)
    set_error (error, self->path, ATLAS_DATABASE_ERROR_TOO_NEW);
  else if (user_version < version)
    set_error (error, self->path, ATLAS_DATABASE_ERROR_TOO_OLD);
  else
    return TRUE;

  return FALSE;
}

/*
 * _atlas_database_check_length:
 * @self: the database
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * SQLite notices a missing tail only when a query happens to need it; an immutable file must have
 * the pages its header counts.
 *
 * Returns: whether it has
 */
gboolean
_atlas_database_check_length (AtlasDatabase *self, GError **error)
{
  gint64 page_size;
  gint64 page_count;
  GStatBuf info;

  if (!_atlas_database_read_number (self, "PRAGMA page_size", &page_size, error)
      || !_atlas_database_read_number (self, "PRAGMA page_count", &page_count, error))
    return FALSE;

  if (g_stat (self->path, &info) != 0 || (gint64) info.st_size < page_size * page_count)
    {
      set_error (error, self->path, ATLAS_DATABASE_ERROR_CORRUPT);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_file (const char *path, GError **error)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    set_error (error, path,
               errno == ENOENT || errno == ENOTDIR ? ATLAS_DATABASE_ERROR_MISSING
                                                   : ATLAS_DATABASE_ERROR_UNREADABLE);
  else if (!S_ISREG (info.st_mode) || info.st_size == 0)
    set_error (error, path, ATLAS_DATABASE_ERROR_FOREIGN);
  else if (g_access (path, R_OK) != 0)
    set_error (error, path, ATLAS_DATABASE_ERROR_UNREADABLE);
  else
    return TRUE;

  return FALSE;
}

static void
atlas_database_finalize (GObject *object)
{
  AtlasDatabase *self = ATLAS_DATABASE (object);

  g_clear_pointer (&self->cache, g_hash_table_unref);
  sqlite3_close_v2 (self->handle);
  g_free (self->path);

  G_OBJECT_CLASS (atlas_database_parent_class)->finalize (object);
}

static void
atlas_database_class_init (AtlasDatabaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_database_finalize;
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
atlas_database_init (AtlasDatabase *self)
{
  self->cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
}

/*
 * _atlas_database_open_immutable:
 * @path: the file
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Opens a file for reading that nobody changes meanwhile. Nothing of it has been read yet.
 *
 * Returns: (transfer full) (nullable): the database
 */
AtlasDatabase *
_atlas_database_open_immutable (const char *path, GError **error)
{
  g_autoptr (AtlasDatabase) self = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *uri = NULL;

  if (!check_file (path, error))
    return NULL;

  self = g_object_new (ATLAS_TYPE_DATABASE, NULL);
  self->path = g_strdup (path);
  escaped = g_uri_escape_string (path, "/", FALSE);
  uri = g_strconcat ("file:", escaped, "?immutable=1", NULL);

  if (!_atlas_database_open_handle (self, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * atlas_database_open_readonly:
 * @path: the file
 * @application_id: what its `application_id` must be
 * @version: what its `user_version` must be
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Opens a file that nobody changes while the program runs (`immutable=1`: no locks, no journal, so
 * a read-only medium works), and checks that it is whole and of the kind expected.
 *
 * Returns: (transfer full) (nullable): the database, to be used from one thread at a time
 */
AtlasDatabase *
atlas_database_open_readonly (const char *path, guint32 application_id, int version, GError **error)
{
  g_autoptr (AtlasDatabase) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = _atlas_database_open_immutable (path, error);
  if (self == NULL || !_atlas_database_check_identity (self, application_id, version, error)
      || !_atlas_database_check_length (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * atlas_database_create:
 * @path: the file to write; one that exists already is replaced
 * @application_id: its `application_id`
 * @version: its `user_version`
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Creates an empty database for writing in one go, without journal: whoever writes it renames it
 * into place once it is closed.
 *
 * Returns: (transfer full) (nullable): the database
 */
AtlasDatabase *
atlas_database_create (const char *path, guint32 application_id, int version, GError **error)
{
  g_autoptr (AtlasDatabase) self = NULL;
  g_autofree char *pragmas = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_unlink (path);
  self = g_object_new (ATLAS_TYPE_DATABASE, NULL);
  self->path = g_strdup (path);
  pragmas = g_strdup_printf ("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                             "PRAGMA foreign_keys = ON; PRAGMA application_id = %u;"
                             "PRAGMA user_version = %d",
                             application_id, version);

  if (!_atlas_database_open_handle (self, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error)
      || !atlas_database_execute (self, pragmas, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * atlas_database_close:
 * @self: the database, of which no statement is in use
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Closes the file now, for whoever has to rename it; without this it is closed with the last
 * reference.
 *
 * Returns: %FALSE where SQLite could not finish writing
 */
gboolean
atlas_database_close (AtlasDatabase *self, GError **error)
{
  int result;

  g_return_val_if_fail (ATLAS_IS_DATABASE (self), FALSE);

  g_hash_table_remove_all (self->cache);
  result = sqlite3_close (self->handle);
  if (result != SQLITE_OK)
    {
      _atlas_database_set_error (self, result, error);
      return FALSE;
    }
  self->handle = NULL;
  return TRUE;
}

/**
 * atlas_database_get_path:
 * @self: the database
 *
 * Returns: the path it was opened with
 */
const char *
atlas_database_get_path (AtlasDatabase *self)
{
  g_return_val_if_fail (ATLAS_IS_DATABASE (self), NULL);

  return self->path;
}

/**
 * atlas_database_execute:
 * @self: the database
 * @sql: one or more statements without parameters and without results
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Returns: whether all of them ran
 */
gboolean
atlas_database_execute (AtlasDatabase *self, const char *sql, GError **error)
{
  int result;

  g_return_val_if_fail (ATLAS_IS_DATABASE (self) && self->handle != NULL, FALSE);

  _atlas_database_start_clock (self);
  result = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  if (result != SQLITE_OK)
    {
      _atlas_database_set_error (self, result, error);
      return FALSE;
    }
  return TRUE;
}

/**
 * atlas_database_get_last_insert_id:
 * @self: the database
 *
 * Returns: the rowid of the newest row inserted through it
 */
gint64
atlas_database_get_last_insert_id (AtlasDatabase *self)
{
  g_return_val_if_fail (ATLAS_IS_DATABASE (self) && self->handle != NULL, 0);

  return sqlite3_last_insert_rowid (self->handle);
}
