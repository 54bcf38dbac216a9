/* atlas-tile-cache-rows.c: the rows of the cache: read, written, and removed to make room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-cache-private.h"

#include <string.h>

/* How many tiles one question for the longest unused ones may name. */
#define EVICTED_AT_ONCE 256
/* What is left after making room, of 100: room is made for more than one tile. */
#define LEFT_OF_100 90
/* What a row takes in the file beside its texts and its picture, indexes and all. */
#define ROW_BYTES 256

/*
 * _atlas_tile_cache_count:
 * @self: a cache whose file is open
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Counts the bytes of all tiles.
 *
 * Returns: whether it could
 */
gboolean
_atlas_tile_cache_count (AtlasTileCache *self, GError **error)
{
  g_autoptr (AtlasStatement) sum = atlas_database_prepare (
      self->database, "SELECT coalesce(sum(size), 0) FROM tiles", error);

  if (sum == NULL || !atlas_statement_next (sum, error))
    return FALSE;
  self->bytes = atlas_statement_get_int (sum, 0);
  return TRUE;
}

/*
 * _atlas_tile_cache_note_use:
 * @self: a cache whose file is open
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Writes down which tiles were read. Done with the next writing, so that reading never writes.
 *
 * Returns: whether it could
 */
gboolean
_atlas_tile_cache_note_use (AtlasTileCache *self, GError **error)
{
  g_autoptr (AtlasStatement) update = NULL;
  GHashTableIter iter;
  gpointer id;

  if (g_hash_table_size (self->touched) == 0)
    return TRUE;

  update = atlas_database_prepare (self->database, "UPDATE tiles SET used = ?2 WHERE id = ?1",
                                   error);
  if (update == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      atlas_statement_bind_int (update, 1, *(gint64 *) id);
      atlas_statement_bind_int (update, 2, g_get_real_time ());
      if (!atlas_statement_run (update, error))
        return FALSE;
    }
  g_hash_table_remove_all (self->touched);
  return TRUE;
}

typedef struct
{
  gint64 id;
  gint64 size;
} Victim;

static gboolean
add_victim (AtlasStatement *row, gpointer data, GError **error)
{
  Victim victim = { atlas_statement_get_int (row, 0), atlas_statement_get_int (row, 1) };

  g_array_append_val (data, victim);
  return TRUE;
}

static gboolean
remove_victims (AtlasTileCache *self, GArray *victims, gint64 left, GError **error)
{
  g_autoptr (AtlasStatement) remove = atlas_database_prepare (
      self->database, "DELETE FROM tiles WHERE id = ?1", error);

  if (remove == NULL)
    return FALSE;

  for (guint i = 0; i < victims->len && self->bytes > left; i++)
    {
      const Victim *victim = &g_array_index (victims, Victim, i);

      atlas_statement_bind_int (remove, 1, victim->id);
      if (!atlas_statement_run (remove, error))
        return FALSE;
      self->bytes -= victim->size;
    }
  return TRUE;
}

static gboolean
remove_sources (AtlasTileCache *self, GError **error)
{
  return atlas_database_execute (
      self->database,
      "DELETE FROM sources WHERE NOT EXISTS (SELECT 1 FROM tiles WHERE source = sources.id)",
      error);
}

/* Removes the longest unused tiles. What is counted in memory may be less than what is there, where
 * several programs share the file, so it is counted again before anything goes. */
static gboolean
make_room (AtlasTileCache *self, GError **error)
{
  gint64 left = self->max_bytes / 100 * LEFT_OF_100;

  if (self->bytes <= self->max_bytes)
    return TRUE;
  if (!_atlas_tile_cache_count (self, error))
    return FALSE;

  while (self->bytes > left)
    {
      g_autoptr (GArray) victims = g_array_new (FALSE, FALSE, sizeof (Victim));
      g_autoptr (AtlasStatement) oldest = atlas_database_prepare (
          self->database, "SELECT id, size FROM tiles ORDER BY used LIMIT ?1", error);

      if (oldest == NULL)
        return FALSE;
      atlas_statement_bind_int (oldest, 1, EVICTED_AT_ONCE);
      if (!atlas_statement_foreach (oldest, add_victim, victims, error)
          || !remove_victims (self, victims, left, error))
        return FALSE;
      if (victims->len == 0)
        break;
    }
  return remove_sources (self, error);
}

static gboolean
add_source (AtlasTileCache *self, const char *source, GError **error)
{
  g_autoptr (AtlasStatement) insert = atlas_database_prepare (
      self->database, "INSERT OR IGNORE INTO sources (name) VALUES (?1)", error);

  if (insert == NULL)
    return FALSE;
  atlas_statement_bind_text (insert, 1, source);
  return atlas_statement_run (insert, error);
}

static gsize
count_characters (const char *text)
{
  return text != NULL ? strlen (text) : 0;
}

/* What it takes in the file, absence too: otherwise nothing would bound the file. */
static gint64
measure (const AtlasCachedTile *tile)
{
  gsize size = tile->data != NULL ? g_bytes_get_size (tile->data) : 0;

  return (gint64) (size + count_characters (tile->etag) + count_characters (tile->last_modified)
                   + ROW_BYTES);
}

static gboolean
add_tile (AtlasTileCache *self,
          const char *source,
          guint zoom,
          guint x,
          guint y,
          const AtlasCachedTile *tile,
          GError **error)
{
  g_autoptr (AtlasStatement) insert = atlas_database_prepare (
      self->database,
      "INSERT OR REPLACE INTO tiles"
      " (source, zoom, x, y, used, size, fresh_until, etag, last_modified, data)"
      " VALUES ((SELECT id FROM sources WHERE name = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
      error);

  if (insert == NULL)
    return FALSE;
  atlas_statement_bind_text (insert, 1, source);
  atlas_statement_bind_int (insert, 2, zoom);
  atlas_statement_bind_int (insert, 3, x);
  atlas_statement_bind_int (insert, 4, y);
  atlas_statement_bind_int (insert, 5, g_get_real_time ());
  atlas_statement_bind_int (insert, 6, measure (tile));
  atlas_statement_bind_int (insert, 7, tile->fresh_until);
  atlas_statement_bind_text (insert, 8, tile->etag);
  atlas_statement_bind_text (insert, 9, tile->last_modified);
  if (tile->data != NULL)
    atlas_statement_bind_blob (insert, 10, tile->data);
  return atlas_statement_run (insert, error);
}

/*
 * _atlas_tile_cache_write:
 * @self: a cache whose file is open
 * @source: which server
 * @zoom: level
 * @x: column
 * @y: row
 * @tile: what to keep
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * One transaction: killed in its middle, the file is what it was. A tile that is replaced counts
 * twice until all are counted again, which comes before any has to go.
 *
 * Returns: whether it is kept
 */
gboolean
_atlas_tile_cache_write (AtlasTileCache *self,
                         const char *source,
                         guint zoom,
                         guint x,
                         guint y,
                         const AtlasCachedTile *tile,
                         GError **error)
{
  gint64 bytes = self->bytes;

  if (!atlas_database_execute (self->database, "BEGIN IMMEDIATE", error))
    return FALSE;

  self->bytes += measure (tile);
  if (_atlas_tile_cache_note_use (self, error) && add_source (self, source, error)
      && add_tile (self, source, zoom, x, y, tile, error) && make_room (self, error)
      && atlas_database_execute (self->database, "COMMIT", error))
    return TRUE;

  self->bytes = bytes;
  /* SQLite may have rolled back itself: then this fails, rightly. */
  atlas_database_execute (self->database, "ROLLBACK", NULL);
  return FALSE;
}

static AtlasCachedTile *
read_row (AtlasTileCache *self, AtlasStatement *row)
{
  AtlasCachedTile *tile = g_new0 (AtlasCachedTile, 1);
  gint64 id = atlas_statement_get_int (row, 0);

  g_hash_table_add (self->touched, g_memdup2 (&id, sizeof id));
  tile->fresh_until = atlas_statement_get_int (row, 1);
  tile->etag = g_strdup (atlas_statement_get_text (row, 2));
  tile->last_modified = g_strdup (atlas_statement_get_text (row, 3));
  if (!atlas_statement_is_null (row, 4))
    tile->data = atlas_statement_get_blob (row, 4);
  return tile;
}

/*
 * _atlas_tile_cache_read:
 * @self: a cache whose file is open
 * @source: which server
 * @zoom: level
 * @x: column
 * @y: row
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): what is kept; %NULL without @error where nothing is
 */
AtlasCachedTile *
_atlas_tile_cache_read (
    AtlasTileCache *self, const char *source, guint zoom, guint x, guint y, GError **error)
{
  g_autoptr (AtlasStatement) select = atlas_database_prepare (
      self->database,
      "SELECT id, fresh_until, etag, last_modified, data FROM tiles"
      " WHERE source = (SELECT id FROM sources WHERE name = ?1)"
      " AND zoom = ?2 AND x = ?3 AND y = ?4",
      error);

  if (select == NULL)
    return NULL;
  atlas_statement_bind_text (select, 1, source);
  atlas_statement_bind_int (select, 2, zoom);
  atlas_statement_bind_int (select, 3, x);
  atlas_statement_bind_int (select, 4, y);
  return atlas_statement_next (select, error) ? read_row (self, select) : NULL;
}
