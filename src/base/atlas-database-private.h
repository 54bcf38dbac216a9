/* atlas-database-private.h: what the database and its statements share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <sqlite3.h>

#include "atlas-database.h"

G_BEGIN_DECLS

struct _AtlasDatabase
{
  GObject parent_instance;

  char *path;
  sqlite3 *handle;
  GHashTable *cache; /* SQL → idle sqlite3_stmt */
  gboolean foreign;
  gint64 prepared_at; /* of a foreign file: when the newest query began, in µs */
  gint64 cpu_at;      /* and what its thread had computed by then */
};

gboolean
_atlas_database_open_handle (AtlasDatabase *self, const char *uri, int flags, GError **error);
gboolean
_atlas_database_read_number (AtlasDatabase *self, const char *sql, gint64 *value, GError **error);
gboolean _atlas_database_check_identity (AtlasDatabase *self,
                                         guint32 application_id,
                                         int version,
                                         GError **error);
AtlasDatabase *_atlas_database_open_immutable (const char *path, GError **error);
gboolean _atlas_database_check_length (AtlasDatabase *self, GError **error);
void _atlas_database_start_clock (AtlasDatabase *self);
void _atlas_database_set_error (AtlasDatabase *self, int result, GError **error);

G_END_DECLS
