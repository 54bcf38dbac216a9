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
};

void _atlas_database_set_error (AtlasDatabase *self, int result, GError **error);

G_END_DECLS
