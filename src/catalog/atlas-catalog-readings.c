/* atlas-catalog-readings.c: how the characters of names are read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-catalog-private.h"

static gboolean
add_reading (AtlasStatement *row, gpointer data, GError **error)
{
  const char *character = atlas_statement_get_text (row, 0);
  const char *readings = atlas_statement_get_text (row, 1);

  if (character != NULL && readings != NULL)
    atlas_readings_add (data, g_utf8_get_char (character), readings);
  return TRUE;
}

/**
 * atlas_catalog_load_readings:
 * @self: a catalog
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Reads the pinyin of the characters that the names of families, clusters, zones and categories of
 * projects are written with.
 *
 * Returns: (transfer full) (nullable): the readings
 */
AtlasReadings *
atlas_catalog_load_readings (AtlasCatalog *self, GError **error)
{
  g_autoptr (AtlasReadings) readings = atlas_readings_new ();
  g_autoptr (AtlasStatement) statement = NULL;

  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);

  statement = atlas_database_prepare (self->database, "SELECT character, readings FROM han_reading",
                                      error);
  if (statement == NULL || !atlas_statement_foreach (statement, add_reading, readings, error))
    return NULL;
  return g_steal_pointer (&readings);
}
