/* atlas-database.h: a SQLite connection with checked binds and errors a person can act on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ATLAS_DATABASE_ERROR:
 *
 * The error domain of the base floor's databases. Every message names the file, what is wrong with
 * it and what to do.
 */
#define ATLAS_DATABASE_ERROR (atlas_database_error_quark ())
GQuark atlas_database_error_quark (void);

/**
 * AtlasDatabaseError:
 * @ATLAS_DATABASE_ERROR_MISSING: there is no such file
 * @ATLAS_DATABASE_ERROR_UNREADABLE: the file is there and cannot be opened or read
 * @ATLAS_DATABASE_ERROR_FOREIGN: not a SQLite file, or another program's
 * @ATLAS_DATABASE_ERROR_CORRUPT: truncated or damaged
 * @ATLAS_DATABASE_ERROR_TOO_NEW: written by a newer release with a schema this one does not know
 * @ATLAS_DATABASE_ERROR_TOO_OLD: written by an older release whose schema is no longer read
 * @ATLAS_DATABASE_ERROR_BUSY: another program holds a lock
 * @ATLAS_DATABASE_ERROR_FULL: the disk is full
 * @ATLAS_DATABASE_ERROR_REFUSED: a foreign file would have us run what it brings along
 * @ATLAS_DATABASE_ERROR_SLOW: a query in a foreign file took too long
 * @ATLAS_DATABASE_ERROR_TOO_LARGE: a value is longer than allowed
 * @ATLAS_DATABASE_ERROR_FAILED: anything else SQLite reports
 */
typedef enum
{
  ATLAS_DATABASE_ERROR_MISSING,
  ATLAS_DATABASE_ERROR_UNREADABLE,
  ATLAS_DATABASE_ERROR_FOREIGN,
  ATLAS_DATABASE_ERROR_CORRUPT,
  ATLAS_DATABASE_ERROR_TOO_NEW,
  ATLAS_DATABASE_ERROR_TOO_OLD,
  ATLAS_DATABASE_ERROR_BUSY,
  ATLAS_DATABASE_ERROR_FULL,
  ATLAS_DATABASE_ERROR_REFUSED,
  ATLAS_DATABASE_ERROR_SLOW,
  ATLAS_DATABASE_ERROR_TOO_LARGE,
  ATLAS_DATABASE_ERROR_FAILED,
} AtlasDatabaseError;

#define ATLAS_TYPE_DATABASE (atlas_database_get_type ())
G_DECLARE_FINAL_TYPE (AtlasDatabase, atlas_database, ATLAS, DATABASE, GObject)

AtlasDatabase *atlas_database_open_readonly (const char *path,
                                             guint32 application_id,
                                             int version,
                                             GError **error);
AtlasDatabase *atlas_database_open_foreign (const char *path, gsize max_length, GError **error);
AtlasDatabase *atlas_database_open_writable (
    const char *path, guint32 application_id, int version, const char *schema, GError **error);
AtlasDatabase *
atlas_database_create (const char *path, guint32 application_id, int version, GError **error);
gboolean atlas_database_close (AtlasDatabase *self, GError **error);
const char *atlas_database_get_path (AtlasDatabase *self);
gboolean atlas_database_execute (AtlasDatabase *self, const char *sql, GError **error);
gint64 atlas_database_get_last_insert_id (AtlasDatabase *self);

/**
 * AtlasStatement:
 *
 * A prepared statement borrowed from its database. Freeing it resets it, clears its bindings and
 * hands it back to the database's cache; use `g_autoptr (AtlasStatement)`.
 */
typedef struct _AtlasStatement AtlasStatement;

AtlasStatement *atlas_database_prepare (AtlasDatabase *self, const char *sql, GError **error);
void atlas_statement_free (AtlasStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasStatement, atlas_statement_free)

void atlas_statement_bind_text (AtlasStatement *self, int index, const char *text);
void atlas_statement_bind_int (AtlasStatement *self, int index, gint64 value);
void atlas_statement_bind_double (AtlasStatement *self, int index, double value);
void atlas_statement_bind_blob (AtlasStatement *self, int index, GBytes *bytes);
gboolean atlas_statement_next (AtlasStatement *self, GError **error);
/**
 * AtlasRowFunc:
 * @row: the statement, on a row
 * @data: what was given to atlas_statement_foreach()
 * @error: return location for an error
 *
 * Returns: %FALSE, with @error set, to stop
 */
typedef gboolean (*AtlasRowFunc) (AtlasStatement *row, gpointer data, GError **error);

gboolean
atlas_statement_foreach (AtlasStatement *self, AtlasRowFunc func, gpointer data, GError **error);
gboolean atlas_statement_run (AtlasStatement *self, GError **error);

const char *atlas_statement_get_text (AtlasStatement *self, int column);
gint64 atlas_statement_get_int (AtlasStatement *self, int column);
double atlas_statement_get_double (AtlasStatement *self, int column);
GBytes *atlas_statement_get_blob (AtlasStatement *self, int column);
gboolean atlas_statement_is_null (AtlasStatement *self, int column);

G_END_DECLS
