/* atlas-mbtiles-file.c: the SQL of MBTiles, and what can be wrong with such a file
 *
 * This floor holds SQL for the two formats of its own, this one and the cache's.
 *
 * The specification lets `tiles` be a view. A view is a program of whoever made the file, and is
 * never run: the two ways in which programs use one are known, and their tables are read instead.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-mbtiles-private.h"

#include <glib/gi18n.h>

#include "atlas-database.h"
#include "atlas-tile-header.h"

/* How many tiles are looked at to learn what the tiles are. */
#define N_PROBES "16"

#define KEYS_OF(table) "SELECT zoom_level, tile_column, tile_row FROM " table " LIMIT " N_PROBES
/* Two queries, because SQLite answers each from an index, but not both at once. */
#define ZOOMS_OF(table)                                                                            \
  "SELECT (SELECT min(zoom_level) FROM " table "), (SELECT max(zoom_level) FROM " table ")"
#define TILE_OF(table, pictures, key)                                                              \
  "SELECT tile_data FROM " table " JOIN " pictures " USING (" key ")"                              \
  " WHERE zoom_level = ?1 AND tile_column = ?2 AND tile_row = ?3"

typedef struct
{
  const char *tables[2];
  const char *tile;
  const char *keys;
  const char *zooms;
} Layout;

static const Layout layouts[] = {
  { { "tiles", NULL },
    "SELECT tile_data FROM tiles WHERE zoom_level = ?1 AND tile_column = ?2 AND tile_row = ?3",
    KEYS_OF ("tiles"),
    ZOOMS_OF ("tiles") },
  /* mb-util, TileMill, MapTiler, tippecanoe */
  { { "map", "images" }, TILE_OF ("map", "images", "tile_id"), KEYS_OF ("map"), ZOOMS_OF ("map") },
  /* Planetiler */
  { { "tiles_shallow", "tiles_data" },
    TILE_OF ("tiles_shallow", "tiles_data", "tile_data_id"),
    KEYS_OF ("tiles_shallow"),
    ZOOMS_OF ("tiles_shallow") },
};

struct _AtlasMbtilesFile
{
  AtlasDatabase *database;
  const Layout *layout;
  gboolean has_metadata;
  gboolean southward; /* rows count as ours do, not as the specification's */
};

static gboolean
add_name_cb (AtlasStatement *row, gpointer data, GError **error)
{
  const char *name = atlas_statement_get_text (row, 0);

  if (name != NULL)
    g_hash_table_insert (data, g_ascii_strdown (name, -1),
                         GINT_TO_POINTER (atlas_statement_get_int (row, 1) ? 2 : 1));
  return TRUE;
}

/* Name in small letters → 2 for a plain table, 1 for what only looks like one: a view or a virtual
 * table, which have no page of their own. */
static GHashTable *
load_names (AtlasMbtilesFile *self, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (AtlasStatement) statement = atlas_database_prepare (
      self->database,
      "SELECT name, type = 'table' COLLATE NOCASE AND rootpage > 0 FROM sqlite_schema "
      "WHERE type COLLATE NOCASE IN ('table', 'view')",
      error);

  if (statement == NULL || !atlas_statement_foreach (statement, add_name_cb, names, error))
    return NULL;
  return g_steal_pointer (&names);
}

static gboolean
is_plain (GHashTable *names, const char *name)
{
  return name == NULL || GPOINTER_TO_INT (g_hash_table_lookup (names, name)) == 2;
}

static gboolean
choose_layout (AtlasMbtilesFile *self, GHashTable *names, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    if (is_plain (names, layouts[i].tables[0]) && is_plain (names, layouts[i].tables[1]))
      {
        self->layout = &layouts[i];
        self->has_metadata = is_plain (names, "metadata");
        return TRUE;
      }

  _atlas_mbtiles_set_error (error,
                            g_hash_table_contains (names, "tiles") ? ATLAS_TILE_ERROR_UNSAFE
                                                                   : ATLAS_TILE_ERROR_FOREIGN,
                            _atlas_mbtiles_file_get_path (self));
  return FALSE;
}

/*
 * _atlas_mbtiles_file_open:
 * @path: the file
 * @error: return location for an error of %ATLAS_TILE_ERROR
 *
 * Returns: (transfer full) (nullable): the file
 */
AtlasMbtilesFile *
_atlas_mbtiles_file_open (const char *path, GError **error)
{
  g_autoptr (AtlasMbtilesFile) self = g_new0 (AtlasMbtilesFile, 1);
  g_autoptr (GHashTable) names = NULL;
  g_autofree char *scheme = NULL;
  GError *local = NULL;

  self->database = atlas_database_open_foreign (path, ATLAS_TILE_MAX_BYTES, &local);
  if (self->database != NULL)
    names = load_names (self, &local);
  if (names == NULL)
    {
      _atlas_mbtiles_translate (error, local, path);
      return NULL;
    }

  if (!choose_layout (self, names, error)
      || !_atlas_mbtiles_file_get (self, "scheme", &scheme, error))
    return NULL;

  self->southward = scheme != NULL && g_ascii_strcasecmp (scheme, "xyz") == 0;
  return g_steal_pointer (&self);
}

/*
 * _atlas_mbtiles_file_free:
 * @self: (transfer full): the file
 */
void
_atlas_mbtiles_file_free (AtlasMbtilesFile *self)
{
  g_clear_object (&self->database);
  g_free (self);
}

/*
 * _atlas_mbtiles_file_get_path:
 * @self: the file
 *
 * Returns: the path it was opened with
 */
const char *
_atlas_mbtiles_file_get_path (AtlasMbtilesFile *self)
{
  return atlas_database_get_path (self->database);
}

/* Runs the statement to its only row. Returns %FALSE without error where there is none. */
static gboolean
next_row (AtlasMbtilesFile *self, AtlasStatement *statement, GError **error)
{
  GError *local = NULL;

  if (atlas_statement_next (statement, &local))
    return TRUE;
  if (local != NULL)
    _atlas_mbtiles_translate (error, local, _atlas_mbtiles_file_get_path (self));
  return FALSE;
}

static AtlasStatement *
prepare (AtlasMbtilesFile *self, const char *sql, GError **error)
{
  GError *local = NULL;
  AtlasStatement *statement = atlas_database_prepare (self->database, sql, &local);

  if (statement == NULL)
    _atlas_mbtiles_translate (error, local, _atlas_mbtiles_file_get_path (self));
  return statement;
}

/* With the row as the file counts it. */
static GBytes *
fetch (AtlasMbtilesFile *self, gint64 zoom, gint64 column, gint64 row, GError **error)
{
  g_autoptr (AtlasStatement) statement = prepare (self, self->layout->tile, error);
  g_autoptr (GError) local = NULL;

  if (statement == NULL)
    return NULL;

  atlas_statement_bind_int (statement, 1, zoom);
  atlas_statement_bind_int (statement, 2, column);
  atlas_statement_bind_int (statement, 3, row);
  if (next_row (self, statement, &local) && !atlas_statement_is_null (statement, 0))
    return atlas_statement_get_blob (statement, 0);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    _atlas_mbtiles_set_error (error, ATLAS_TILE_ERROR_ABSENT, _atlas_mbtiles_file_get_path (self));
  return NULL;
}

/*
 * _atlas_mbtiles_file_read:
 * @self: the file
 * @zoom: level
 * @x: column
 * @y: row, growing southward
 * @error: return location: %ATLAS_TILE_ERROR_ABSENT where there is no such tile,
 *   %ATLAS_TILE_ERROR_TOO_LARGE for a tile that was not read; any other is of the whole file
 *
 * Returns: (transfer full) (nullable): what the file has for a picture
 */
GBytes *
_atlas_mbtiles_file_read (AtlasMbtilesFile *self, guint zoom, guint x, guint y, GError **error)
{
  if (zoom > ATLAS_MBTILES_MAX_ZOOM || x >> zoom != 0 || y >> zoom != 0)
    {
      _atlas_mbtiles_set_error (error, ATLAS_TILE_ERROR_ABSENT,
                                _atlas_mbtiles_file_get_path (self));
      return NULL;
    }
  return fetch (self, zoom, x, self->southward ? y : (1u << zoom) - 1 - y, error);
}

/*
 * _atlas_mbtiles_file_get:
 * @self: the file
 * @name: of a row of `metadata`
 * @value: (out) (transfer full) (nullable): its value, %NULL where there is none or it is no text
 * @error: return location for an error of %ATLAS_TILE_ERROR
 *
 * Returns: whether the file could be read
 */
gboolean
_atlas_mbtiles_file_get (AtlasMbtilesFile *self, const char *name, char **value, GError **error)
{
  g_autoptr (AtlasStatement) statement = NULL;
  g_autoptr (GError) local = NULL;

  *value = NULL;
  if (!self->has_metadata)
    return TRUE;

  statement = prepare (self, "SELECT value FROM metadata WHERE name = ?1", error);
  if (statement == NULL)
    return FALSE;

  atlas_statement_bind_text (statement, 1, name);
  if (next_row (self, statement, &local))
    *value = g_strdup (atlas_statement_get_text (statement, 0));
  if (local == NULL || g_error_matches (local, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_TOO_LARGE))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/*
 * _atlas_mbtiles_file_get_zooms:
 * @self: the file
 * @min: (out): the coarsest level of its tiles
 * @max: (out): the finest
 *
 * Returns: whether that could be found out
 */
gboolean
_atlas_mbtiles_file_get_zooms (AtlasMbtilesFile *self, guint *min, guint *max)
{
  g_autoptr (AtlasStatement) statement = prepare (self, self->layout->zooms, NULL);

  if (statement == NULL || !next_row (self, statement, NULL))
    return FALSE;

  *min = (guint) CLAMP (atlas_statement_get_int (statement, 0), 0, ATLAS_MBTILES_MAX_ZOOM);
  *max = (guint) CLAMP (atlas_statement_get_int (statement, 1), 0, ATLAS_MBTILES_MAX_ZOOM);
  return *min <= *max;
}

/* Protocol buffers, packed by gzip or zlib as the specification wants it, or as they are. */
static gboolean
is_vector (GBytes *data)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (data, &size);

  return size >= 2
         && ((bytes[0] == 0x1f && bytes[1] == 0x8b) || (bytes[0] == 0x78 && bytes[1] == 0x9c)
             || bytes[0] == 0x1a);
}

/* Returns whether @data begins as a picture; tells in @error why not. */
static gboolean
judge (AtlasMbtilesFile *self, GBytes *data, guint *side, GError **error)
{
  AtlasTileHeader header = _atlas_tile_header_read (data);
  AtlasTileError code;

  if (is_vector (data))
    code = ATLAS_TILE_ERROR_VECTOR;
  else if (!atlas_tile_image_is_supported (data))
    code = ATLAS_TILE_ERROR_NOT_IMAGE;
  else if (header.width > ATLAS_TILE_MAX_SIDE || header.height > ATLAS_TILE_MAX_SIDE)
    code = ATLAS_TILE_ERROR_TOO_LARGE;
  else
    {
      *side = header.width;
      return TRUE;
    }
  _atlas_mbtiles_set_error (error, code, _atlas_mbtiles_file_get_path (self));
  return FALSE;
}

static gboolean
probe (AtlasMbtilesFile *self, AtlasStatement *key, guint *side, GError **error)
{
  g_autoptr (GBytes) data = fetch (self, atlas_statement_get_int (key, 0),
                                   atlas_statement_get_int (key, 1),
                                   atlas_statement_get_int (key, 2), error);

  return data != NULL && judge (self, data, side, error);
}

/*
 * _atlas_mbtiles_file_get_side:
 * @self: the file
 * @side: (out): width of a tile in pixels
 * @error: return location for an error of %ATLAS_TILE_ERROR
 *
 * Looks at some tiles until one is a picture; so it finds out what the file is, too, whatever its
 * metadata claim.
 *
 * Returns: whether one was
 */
gboolean
_atlas_mbtiles_file_get_side (AtlasMbtilesFile *self, guint *side, GError **error)
{
  g_autoptr (AtlasStatement) keys = prepare (self, self->layout->keys, error);
  g_autoptr (GError) first = NULL;
  g_autoptr (GError) last = NULL;
  g_autofree char *name = NULL;

  if (keys == NULL)
    return FALSE;

  while (!_atlas_mbtiles_is_final (first) && next_row (self, keys, &last))
    if (probe (self, keys, side, first == NULL ? &first : NULL))
      return TRUE;

  if (last != NULL)
    g_propagate_error (error, g_steal_pointer (&last));
  else if (first != NULL && !g_error_matches (first, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_ABSENT))
    g_propagate_error (error, g_steal_pointer (&first));
  else
    {
      name = g_filename_display_name (_atlas_mbtiles_file_get_path (self));
      g_set_error (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_FOREIGN,
                   _ ("“%s” holds no tiles. Choose another file of map tiles."), name);
    }
  return FALSE;
}
