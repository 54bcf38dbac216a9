/* atlas-database-foreign.c: SQLite files that other programs wrote
 *
 * Such a file may be made to hurt. Nothing in it that computes is run: no view, no trigger, no
 * virtual table, no generated column. What is left can only be slow, and is stopped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-database-private.h"

#include <time.h>

/* How long one query may compute before it is stopped: an ordinary one takes less than a
 * millisecond, the search of a large file without index may take this long. */
#define MAX_QUERY_CPU (2 * G_USEC_PER_SEC)
/* How long it may take in all: a disk that wakes up or a busy machine is no fault of the file. */
#define MAX_QUERY_TIME (30 * G_USEC_PER_SEC)
/* How many instructions of SQLite pass between two looks at the clock. */
#define STEPS 1000

static int
authorize_cb (void *data,
              int action,
              const char *first,
              const char *function,
              const char *schema,
              const char *view)
{
  static const char *const functions[] = { "max", "min", NULL };

  switch (action)
    {
    case SQLITE_SELECT:
    case SQLITE_READ:
      return SQLITE_OK;
    case SQLITE_FUNCTION:
      return g_strv_contains (functions, function) ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
    }
}

/* What this thread has computed so far, in µs. */
static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static int
progress_cb (void *data)
{
  AtlasDatabase *self = data;

  return get_cpu_time () - self->cpu_at > MAX_QUERY_CPU
         || g_get_monotonic_time () - self->prepared_at > MAX_QUERY_TIME;
}

/*
 * _atlas_database_start_clock:
 * @self: the database
 *
 * Begins the time of a query, which must end in the same thread. Only a file of another program has
 * one.
 */
void
_atlas_database_start_clock (AtlasDatabase *self)
{
  if (!self->foreign)
    return;
  self->prepared_at = g_get_monotonic_time ();
  self->cpu_at = get_cpu_time ();
}

/* SQLite asks nobody about what a generated column calls, so there may be none. A type may be
 * written in any letters, as SQLite does not mind. */
static gboolean
check_columns (AtlasDatabase *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (AtlasStatement) statement = atlas_database_prepare (
      self,
      "SELECT 1 FROM sqlite_schema AS t, pragma_table_xinfo (t.name) AS c "
      "WHERE t.type = 'table' COLLATE NOCASE AND t.rootpage > 0 AND c.hidden = 2",
      &local);

  if (statement != NULL && atlas_statement_next (statement, &local))
    _atlas_database_set_error (self, SQLITE_AUTH, &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Before the schema is read, which is the first thing in the file that can be too much. */
static void
set_limits (AtlasDatabase *self, gsize max_length)
{
  sqlite3_limit (self->handle, SQLITE_LIMIT_LENGTH, (int) max_length);
  sqlite3_limit (self->handle, SQLITE_LIMIT_SQL_LENGTH, 64 * 1024);
  sqlite3_limit (self->handle, SQLITE_LIMIT_COLUMN, 100);
  sqlite3_limit (self->handle, SQLITE_LIMIT_EXPR_DEPTH, 20);
  sqlite3_limit (self->handle, SQLITE_LIMIT_COMPOUND_SELECT, 2);
  sqlite3_limit (self->handle, SQLITE_LIMIT_FUNCTION_ARG, 8);
  sqlite3_limit (self->handle, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
  sqlite3_limit (self->handle, SQLITE_LIMIT_WORKER_THREADS, 0);
  sqlite3_drop_modules (self->handle, NULL);
  sqlite3_progress_handler (self->handle, STEPS, progress_cb, self);
}

/**
 * atlas_database_open_foreign:
 * @path: the file
 * @max_length: of one value in bytes; a longer one is %ATLAS_DATABASE_ERROR_TOO_LARGE, and is not
 *   read
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Opens a file of another program for reading, without trust: only what stands in plain tables can
 * be read, and a query that computes for more than two seconds, or takes more than thirty, fails. A
 * query is run by the thread that prepares it. The file is taken as it is
 * (`immutable=1`), without locks and without journal, so a read-only medium works.
 *
 * Returns: (transfer full) (nullable): the database, to be used from one thread at a time
 */
AtlasDatabase *
atlas_database_open_foreign (const char *path, gsize max_length, GError **error)
{
  g_autoptr (AtlasDatabase) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (max_length > 0 && max_length <= G_MAXINT, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = _atlas_database_open_immutable (path, error);
  if (self == NULL)
    return NULL;

  self->foreign = TRUE;
  set_limits (self, max_length);
  if (!atlas_database_execute (self,
                               "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
                               "PRAGMA automatic_index = OFF",
                               error)
      || !_atlas_database_check_length (self, error) || !check_columns (self, error))
    return NULL;

  sqlite3_set_authorizer (self->handle, authorize_cb, NULL);
  return g_steal_pointer (&self);
}
