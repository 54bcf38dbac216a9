/* atlas-mbtiles-error.c: what can be wrong with an MBTiles file, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-mbtiles-private.h"

#include <glib/gi18n.h>

#include "atlas-database.h"

static const char *
sentence (AtlasTileError code)
{
  switch (code)
    {
    case ATLAS_TILE_ERROR_MISSING:
      return _ ("“%s” does not exist. Choose another file of map tiles.");
    case ATLAS_TILE_ERROR_UNREADABLE:
      return _ ("“%s” cannot be read. Check its permissions and the disk it is on.");
    case ATLAS_TILE_ERROR_VECTOR:
      return _ ("“%s” holds vector tiles, which this program does not draw. Choose a file with "
                "PNG, JPEG or WebP tiles.");
    case ATLAS_TILE_ERROR_CORRUPT:
      return _ ("“%s” is damaged or incomplete. Copy the file anew or choose another.");
    case ATLAS_TILE_ERROR_UNSAFE:
      return _ ("“%s” computes its tiles instead of holding them, which is not safe to open. "
                "Export it anew.");
    case ATLAS_TILE_ERROR_NOT_IMAGE:
      return _ ("The tiles of “%s” are no PNG, JPEG or WebP pictures that can be shown. Choose "
                "another file.");
    case ATLAS_TILE_ERROR_TOO_LARGE:
      return _ ("The tiles of “%s” are larger than tiles may be. Export it anew with tiles of 256 "
                "or 512 pixels.");
    case ATLAS_TILE_ERROR_ABSENT:
      return _ ("“%s” holds no tile here.");
    default:
      return _ ("“%s” is not an MBTiles file. Choose a file of map tiles that ends in .mbtiles.");
    }
}

/*
 * _atlas_mbtiles_set_error:
 * @error: return location
 * @code: what is wrong
 * @path: with which file
 */
void
_atlas_mbtiles_set_error (GError **error, AtlasTileError code, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, ATLAS_TILE_ERROR, (int) code, sentence (code), name);
#pragma GCC diagnostic pop
}

/*
 * _atlas_mbtiles_is_final:
 * @error: (nullable): of reading a tile
 *
 * Returns: whether @error says that no other tile of the file can be read either
 */
gboolean
_atlas_mbtiles_is_final (const GError *error)
{
  static const AtlasTileError finals[] = { ATLAS_TILE_ERROR_MISSING, ATLAS_TILE_ERROR_UNREADABLE,
                                           ATLAS_TILE_ERROR_FOREIGN, ATLAS_TILE_ERROR_CORRUPT,
                                           ATLAS_TILE_ERROR_UNSAFE };

  for (guint i = 0; i < G_N_ELEMENTS (finals); i++)
    if (g_error_matches (error, ATLAS_TILE_ERROR, (int) finals[i]))
      return TRUE;
  return FALSE;
}

static AtlasTileError
code_from_database (const GError *error)
{
  switch (error->code)
    {
    case ATLAS_DATABASE_ERROR_MISSING:
      return ATLAS_TILE_ERROR_MISSING;
    case ATLAS_DATABASE_ERROR_FOREIGN:
      return ATLAS_TILE_ERROR_FOREIGN;
    case ATLAS_DATABASE_ERROR_CORRUPT:
      return ATLAS_TILE_ERROR_CORRUPT;
    case ATLAS_DATABASE_ERROR_REFUSED:
      return ATLAS_TILE_ERROR_UNSAFE;
    case ATLAS_DATABASE_ERROR_TOO_LARGE:
      return ATLAS_TILE_ERROR_TOO_LARGE;
    default:
      return ATLAS_TILE_ERROR_UNREADABLE;
    }
}

/*
 * _atlas_mbtiles_translate:
 * @error: return location for an error of %ATLAS_TILE_ERROR
 * @local: (transfer full): of %ATLAS_DATABASE_ERROR
 * @path: the file
 *
 * Says in words for a file of tiles what the database says of data sets.
 */
void
_atlas_mbtiles_translate (GError **error, GError *local, const char *path)
{
  if (g_error_matches (local, ATLAS_DATABASE_ERROR, ATLAS_DATABASE_ERROR_SLOW))
    g_set_error_literal (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_UNREADABLE, local->message);
  else
    _atlas_mbtiles_set_error (error, code_from_database (local), path);
  g_error_free (local);
}
