/* atlas-statement.c: prepared statements: bound, stepped, read, and kept for the next time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-database-private.h"

struct _AtlasStatement
{
  AtlasDatabase *database;
  sqlite3_stmt *handle;
  int bind_result;
};

/**
 * atlas_database_prepare:
 * @self: the database
 * @sql: one statement; parameters are numbered (?1, ?2 …)
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Compiles @sql, or takes it from the cache where it was compiled before.
 *
 * Returns: (transfer full) (nullable): the statement
 */
AtlasStatement *
atlas_database_prepare (AtlasDatabase *self, const char *sql, GError **error)
{
  g_autoptr (AtlasStatement) statement = NULL;
  g_autofree char *key = NULL;
  gpointer cached_key = NULL;
  gpointer cached = NULL;
  int result;

  g_return_val_if_fail (ATLAS_IS_DATABASE (self) && self->handle != NULL, NULL);
  g_return_val_if_fail (sql != NULL, NULL);

  statement = g_new0 (AtlasStatement, 1);
  statement->database = g_object_ref (self);
  _atlas_database_start_clock (self);

  if (g_hash_table_steal_extended (self->cache, sql, &cached_key, &cached))
    {
      key = cached_key;
      statement->handle = cached;
      return g_steal_pointer (&statement);
    }

  result = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement->handle,
                               NULL);
  if (result != SQLITE_OK)
    {
      _atlas_database_set_error (self, result, error);
      return NULL;
    }
  return g_steal_pointer (&statement);
}

/**
 * atlas_statement_free:
 * @self: (transfer full): the statement
 *
 * Hands the statement back to its database for the next atlas_database_prepare() of the same SQL.
 */
void
atlas_statement_free (AtlasStatement *self)
{
  if (self->handle != NULL)
    {
      sqlite3_reset (self->handle);
      sqlite3_clear_bindings (self->handle);
      g_hash_table_replace (self->database->cache, g_strdup (sqlite3_sql (self->handle)),
                            self->handle);
    }
  g_object_unref (self->database);
  g_free (self);
}

static void
note_bind (AtlasStatement *self, int result)
{
  if (self->bind_result == SQLITE_OK)
    self->bind_result = result;
}

/**
 * atlas_statement_bind_text:
 * @self: the statement
 * @index: the number of the parameter, from 1
 * @text: (nullable): UTF-8, copied; %NULL binds NULL
 *
 * A bind that fails is reported by the next atlas_statement_next() or atlas_statement_run().
 */
void
atlas_statement_bind_text (AtlasStatement *self, int index, const char *text)
{
  note_bind (self, sqlite3_bind_text (self->handle, index, text, -1, SQLITE_TRANSIENT));
}

/**
 * atlas_statement_bind_int:
 * @self: the statement
 * @index: the number of the parameter, from 1
 * @value: the value
 */
void
atlas_statement_bind_int (AtlasStatement *self, int index, gint64 value)
{
  note_bind (self, sqlite3_bind_int64 (self->handle, index, value));
}

/**
 * atlas_statement_bind_double:
 * @self: the statement
 * @index: the number of the parameter, from 1
 * @value: the value
 */
void
atlas_statement_bind_double (AtlasStatement *self, int index, double value)
{
  note_bind (self, sqlite3_bind_double (self->handle, index, value));
}

/**
 * atlas_statement_bind_blob:
 * @self: the statement
 * @index: the number of the parameter, from 1
 * @bytes: copied
 */
void
atlas_statement_bind_blob (AtlasStatement *self, int index, GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  note_bind (self, sqlite3_bind_blob64 (self->handle, index, data, size, SQLITE_TRANSIENT));
}

/**
 * atlas_statement_next:
 * @self: the statement
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Returns: %TRUE on a row; %FALSE after the last one and on error
 */
gboolean
atlas_statement_next (AtlasStatement *self, GError **error)
{
  int result;

  g_return_val_if_fail (self != NULL, FALSE);

  result = self->bind_result != SQLITE_OK ? self->bind_result : sqlite3_step (self->handle);
  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    _atlas_database_set_error (self->database, result, error);
  return FALSE;
}

/**
 * atlas_statement_run:
 * @self: the statement, which returns no row
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Runs the statement once and makes it ready to be bound again.
 *
 * Returns: whether it ran
 */
gboolean
atlas_statement_run (AtlasStatement *self, GError **error)
{
  int result;

  g_return_val_if_fail (self != NULL, FALSE);

  result = self->bind_result != SQLITE_OK ? self->bind_result : sqlite3_step (self->handle);
  if (result != SQLITE_DONE)
    _atlas_database_set_error (self->database, result, error);
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->bind_result = SQLITE_OK;
  return result == SQLITE_DONE;
}

/**
 * atlas_statement_foreach:
 * @self: the statement
 * @func: (scope call): called for each row; it may return %FALSE with an error set to stop
 * @data: for @func
 * @error: return location for an error of %ATLAS_DATABASE_ERROR or of @func
 *
 * Returns: whether every row was read
 */
gboolean
atlas_statement_foreach (AtlasStatement *self, AtlasRowFunc func, gpointer data, GError **error)
{
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (self != NULL && func != NULL, FALSE);

  while (atlas_statement_next (self, &local))
    if (!func (self, data, error))
      return FALSE;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

/**
 * atlas_statement_get_text:
 * @self: the statement, on a row
 * @column: from 0
 *
 * Returns: (nullable): the text until the next step, or %NULL for NULL and for what is not UTF-8
 */
const char *
atlas_statement_get_text (AtlasStatement *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self->handle, column);

  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : NULL;
}

/**
 * atlas_statement_get_int:
 * @self: the statement, on a row
 * @column: from 0
 *
 * Returns: the value, 0 for NULL
 */
gint64
atlas_statement_get_int (AtlasStatement *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/**
 * atlas_statement_get_double:
 * @self: the statement, on a row
 * @column: from 0
 *
 * Returns: the value, 0 for NULL
 */
double
atlas_statement_get_double (AtlasStatement *self, int column)
{
  return sqlite3_column_double (self->handle, column);
}

/**
 * atlas_statement_get_blob:
 * @self: the statement, on a row
 * @column: from 0
 *
 * Returns: (transfer full): a copy of the bytes, empty for NULL
 */
GBytes *
atlas_statement_get_blob (AtlasStatement *self, int column)
{
  const void *data = sqlite3_column_blob (self->handle, column);
  int size = sqlite3_column_bytes (self->handle, column);

  return g_bytes_new (data, data != NULL ? (gsize) size : 0);
}

/**
 * atlas_statement_is_null:
 * @self: the statement, on a row
 * @column: from 0
 *
 * Returns: whether the value is NULL
 */
gboolean
atlas_statement_is_null (AtlasStatement *self, int column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}
