/* atlas-tile-cache.c: tiles of servers kept on disk
 *
 * What is kept can be had again, so a damaged file is thrown away without asking. A file of a newer
 * version is not ours to throw away, nor is another program's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-cache-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

/* "LNtc" */
#define APPLICATION_ID 0x4c4e7463
#define VERSION 1

/* “used” is the time of the last use in µs since the epoch. */
#define SCHEMA                                                                                     \
  "CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);"                      \
  "CREATE TABLE tiles (id INTEGER PRIMARY KEY,"                                                    \
  " source INTEGER NOT NULL REFERENCES sources (id),"                                              \
  " zoom INTEGER NOT NULL, x INTEGER NOT NULL, y INTEGER NOT NULL,"                                \
  " used INTEGER NOT NULL, size INTEGER NOT NULL, fresh_until INTEGER NOT NULL,"                   \
  " etag TEXT, last_modified TEXT, data BLOB);"                                                    \
  "CREATE UNIQUE INDEX tiles_place ON tiles (source, zoom, x, y);"                                 \
  "CREATE INDEX tiles_used ON tiles (used, size);"

G_DEFINE_FINAL_TYPE (AtlasTileCache, atlas_tile_cache, G_TYPE_OBJECT)

/* The sentences of the base floor speak of data sets. */
static void
set_error (AtlasTileCache *self, const GError *reason, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  int code = reason != NULL ? reason->code : ATLAS_DATABASE_ERROR_FAILED;

  switch (code)
    {
    case ATLAS_DATABASE_ERROR_TOO_NEW:
      g_set_error (error, ATLAS_DATABASE_ERROR, code,
                   _ ("“%s” was written by a newer version of Liaoning Atlas, so this one keeps no "
                      "map tiles. Update the program, or remove the file."),
                   name);
      break;
    case ATLAS_DATABASE_ERROR_FULL:
      g_set_error (error, ATLAS_DATABASE_ERROR, code,
                   _ ("The disk is full, so map tiles are no longer kept in “%s”. Free some space "
                      "and start the program again."),
                   name);
      break;
    case ATLAS_DATABASE_ERROR_BUSY:
      g_set_error (error, ATLAS_DATABASE_ERROR, code,
                   _ ("Another program is using “%s”, in which map tiles are kept. Try again in a "
                      "moment."),
                   name);
      break;
    default:
      g_set_error (error, ATLAS_DATABASE_ERROR, code,
                   _ ("Map tiles cannot be kept in “%s”. Check its permissions and the disk it is "
                      "on, or remove the file."),
                   name);
      break;
    }
}

/* Whether the file begins as one of SQLite does, with the application id of another program. */
static gboolean
is_of_others (const char *path)
{
  static const char magic[16] = "SQLite format 3";
  guint8 head[72] = { 0 };
  FILE *file = g_fopen (path, "rbe");
  guint32 id;
  gsize n_read;

  if (file == NULL)
    return TRUE;
  n_read = fread (head, 1, sizeof head, file);
  fclose (file);
  memcpy (&id, head + 68, sizeof id);
  id = GUINT32_FROM_BE (id);
  return n_read == sizeof head && memcmp (head, magic, sizeof magic) == 0 && id != 0
         && id != APPLICATION_ID;
}

static gboolean
is_worthless (AtlasTileCache *self, const GError *error)
{
  return g_error_matches (error, ATLAS_DATABASE_ERROR, ATLAS_DATABASE_ERROR_CORRUPT)
         || g_error_matches (error, ATLAS_DATABASE_ERROR, ATLAS_DATABASE_ERROR_TOO_OLD)
         || (g_error_matches (error, ATLAS_DATABASE_ERROR, ATLAS_DATABASE_ERROR_FOREIGN)
             && g_file_test (self->path, G_FILE_TEST_IS_REGULAR) && !is_of_others (self->path));
}

static void
remove_files (AtlasTileCache *self)
{
  const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (self->path, endings[i], NULL);

      g_unlink (path);
    }
}

static gboolean
open_database (AtlasTileCache *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  /* Where this fails, so does the opening, with a better reason. */
  g_mkdir_with_parents (folder, 0700);
  self->database = atlas_database_open_writable (self->path, APPLICATION_ID, VERSION, SCHEMA,
                                                 error);
  if (self->database == NULL)
    return FALSE;
  if (!_atlas_tile_cache_count (self, error))
    {
      g_clear_object (&self->database);
      return FALSE;
    }
  return TRUE;
}

/* Throws everything away and begins anew. */
static gboolean
renew (AtlasTileCache *self, GError **error)
{
  g_clear_object (&self->database);
  g_hash_table_remove_all (self->touched);
  self->bytes = 0;
  remove_files (self);
  return open_database (self, error);
}

static void
atlas_tile_cache_finalize (GObject *object)
{
  AtlasTileCache *self = ATLAS_TILE_CACHE (object);

  /* Not worth a word if it fails: the next ones to go are chosen a little worse. */
  if (self->database != NULL)
    _atlas_tile_cache_note_use (self, NULL);
  g_clear_object (&self->database);
  g_hash_table_unref (self->touched);
  g_free (self->path);

  G_OBJECT_CLASS (atlas_tile_cache_parent_class)->finalize (object);
}

static void
atlas_tile_cache_class_init (AtlasTileCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_tile_cache_finalize;
}

static void
atlas_tile_cache_init (AtlasTileCache *self)
{
  self->touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * atlas_cached_tile_free:
 * @self: (transfer full): a tile
 */
void
atlas_cached_tile_free (AtlasCachedTile *self)
{
  g_clear_pointer (&self->data, g_bytes_unref);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self);
}

/**
 * atlas_tile_cache_default_path:
 *
 * Returns: (transfer full) (type filename): where the program keeps tiles of servers for this
 *   person
 */
char *
atlas_tile_cache_default_path (void)
{
  return g_build_filename (g_get_user_cache_dir (), "liaoning-atlas", "tiles.db", NULL);
}

/**
 * atlas_tile_cache_open:
 * @path: (type filename): the file; it and its folder are made where they lack
 * @max_bytes: how many bytes the tiles may take in the file; beyond that, the longest unused ones
 *   go
 * @error: return location for an error of %ATLAS_DATABASE_ERROR:
 *   %ATLAS_DATABASE_ERROR_TOO_NEW for a file of a newer version, which is left alone
 *
 * A damaged file is thrown away and made anew.
 *
 * Returns: (transfer full) (nullable): the cache
 */
AtlasTileCache *
atlas_tile_cache_open (const char *path, gint64 max_bytes, GError **error)
{
  g_autoptr (AtlasTileCache) self = NULL;
  g_autoptr (GError) local = NULL;
  gboolean opened;

  g_return_val_if_fail (path != NULL && max_bytes > 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (ATLAS_TYPE_TILE_CACHE, NULL);
  self->path = g_strdup (path);
  self->max_bytes = max_bytes;

  opened = open_database (self, &local);
  if (!opened && is_worthless (self, local))
    {
      g_clear_error (&local);
      opened = renew (self, &local);
    }
  if (!opened)
    {
      set_error (self, local, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * atlas_tile_cache_get:
 * @self: a cache
 * @source: which server: the same text as in atlas_tile_cache_put()
 * @zoom: level
 * @x: column
 * @y: row
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * A cache that turns out to be damaged is thrown away and made anew; then nothing is found.
 *
 * Returns: (transfer full) (nullable): what is kept, fresh or not; %NULL without @error where
 *   nothing is
 */
AtlasCachedTile *
atlas_tile_cache_get (
    AtlasTileCache *self, const char *source, guint zoom, guint x, guint y, GError **error)
{
  g_autoptr (GError) local = NULL;
  AtlasCachedTile *tile = NULL;

  g_return_val_if_fail (ATLAS_IS_TILE_CACHE (self) && source != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (self->database != NULL)
    tile = _atlas_tile_cache_read (self, source, zoom, x, y, &local);
  if (local == NULL)
    return tile;

  if (!is_worthless (self, local) || !renew (self, NULL))
    set_error (self, local, error);
  return NULL;
}

/**
 * atlas_tile_cache_put:
 * @self: a cache
 * @source: which server, as a short text without secrets: it is written down
 * @zoom: level
 * @x: column
 * @y: row
 * @tile: what to keep, in place of what is kept
 * @error: return location for an error of %ATLAS_DATABASE_ERROR: %ATLAS_DATABASE_ERROR_FULL where
 *   there is no space
 *
 * Keeps a tile, and makes room for it where there is none.
 *
 * Returns: whether it is kept
 */
gboolean
atlas_tile_cache_put (AtlasTileCache *self,
                      const char *source,
                      guint zoom,
                      guint x,
                      guint y,
                      const AtlasCachedTile *tile,
                      GError **error)
{
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (ATLAS_IS_TILE_CACHE (self) && source != NULL && tile != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (self->database != NULL && _atlas_tile_cache_write (self, source, zoom, x, y, tile, &local))
    return TRUE;

  if (is_worthless (self, local) && renew (self, NULL)
      && _atlas_tile_cache_write (self, source, zoom, x, y, tile, NULL))
    return TRUE;

  set_error (self, local, error);
  return FALSE;
}

/* On a full disk, and beyond what a person may use of it, even removing writes. */
static gboolean
is_out_of_space (const GError *error)
{
  return g_error_matches (error, ATLAS_DATABASE_ERROR, ATLAS_DATABASE_ERROR_FULL)
         || g_error_matches (error, ATLAS_DATABASE_ERROR, ATLAS_DATABASE_ERROR_UNREADABLE);
}

static gboolean
remove_all (AtlasTileCache *self, GError **error)
{
  if (!atlas_database_execute (
          self->database, "BEGIN IMMEDIATE; DELETE FROM tiles; DELETE FROM sources; COMMIT", error))
    {
      /* It fails, rightly, where nothing began or SQLite rolled back itself. */
      atlas_database_execute (self->database, "ROLLBACK", NULL);
      return FALSE;
    }

  g_hash_table_remove_all (self->touched);
  self->bytes = 0;
  /* Another program that reads just now hinders this; then the space is used again later. */
  atlas_database_execute (self->database,
                          "PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE)", NULL);
  return TRUE;
}

/**
 * atlas_tile_cache_clear:
 * @self: a cache
 * @error: return location for an error of %ATLAS_DATABASE_ERROR: %ATLAS_DATABASE_ERROR_BUSY where
 *   another program is writing, which keeps its tiles
 *
 * Removes all tiles and gives the space back to the disk.
 *
 * Returns: whether the cache is empty and works
 */
gboolean
atlas_tile_cache_clear (AtlasTileCache *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean cleared;

  g_return_val_if_fail (ATLAS_IS_TILE_CACHE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  cleared = (self->database != NULL || open_database (self, &local)) && remove_all (self, &local);
  if (!cleared && (is_out_of_space (local) || is_worthless (self, local)))
    {
      g_clear_error (&local);
      cleared = renew (self, &local);
    }
  if (!cleared)
    set_error (self, local, error);
  return cleared;
}

/**
 * atlas_tile_cache_get_bytes:
 * @self: a cache
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Returns: how many bytes the tiles take in the file, about; -1 on error
 */
gint64
atlas_tile_cache_get_bytes (AtlasTileCache *self, GError **error)
{
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (ATLAS_IS_TILE_CACHE (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  if (self->database == NULL)
    return 0;
  if (_atlas_tile_cache_count (self, &local))
    return self->bytes;

  set_error (self, local, error);
  return -1;
}
