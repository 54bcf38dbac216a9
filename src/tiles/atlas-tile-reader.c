/* atlas-tile-reader.c: where map tiles come from, if not from our own painter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-reader.h"

G_DEFINE_INTERFACE (AtlasTileReader, atlas_tile_reader, G_TYPE_OBJECT)

enum
{
  FAILED,
  RETRIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
atlas_tile_reader_default_init (AtlasTileReaderInterface *iface)
{
  /**
   * AtlasTileReader::failed:
   * @self: a reader
   * @error: one sentence for people
   *
   * The whole source is of no use for now.
   */
  signals[FAILED] = g_signal_new ("failed", ATLAS_TYPE_TILE_READER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  /**
   * AtlasTileReader::retried:
   * @self: a reader
   *
   * Somebody asked to forget that the source failed: tiles may be asked for once more.
   */
  signals[RETRIED] = g_signal_new ("retried", ATLAS_TYPE_TILE_READER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * atlas_tile_reader_get_info:
 * @self: a reader
 *
 * Returns: (transfer none): what is known of the source
 */
const AtlasTileInfo *
atlas_tile_reader_get_info (AtlasTileReader *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_READER (self), NULL);

  return ATLAS_TILE_READER_GET_IFACE (self)->get_info (self);
}

/**
 * atlas_tile_reader_read_async:
 * @self: a reader
 * @zoom: level of the tile
 * @x: column
 * @y: row, growing southward
 * @priority: of the task; what is looked at first has the smaller number
 * @cancellable: (nullable): for a tile that is no longer wanted
 * @callback: called in the main thread
 * @user_data: for @callback
 *
 * Reads one tile without blocking.
 */
void
atlas_tile_reader_read_async (AtlasTileReader *self,
                              guint zoom,
                              guint x,
                              guint y,
                              int priority,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (ATLAS_IS_TILE_READER (self));

  ATLAS_TILE_READER_GET_IFACE (self)->read_async (self, zoom, x, y, priority, cancellable, callback,
                                                  user_data);
}

/**
 * atlas_tile_reader_read_finish:
 * @self: a reader
 * @result: of the reading
 * @error: return location: of %ATLAS_TILE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the picture
 */
AtlasTileImage *
atlas_tile_reader_read_finish (AtlasTileReader *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (ATLAS_IS_TILE_READER (self), NULL);

  return ATLAS_TILE_READER_GET_IFACE (self)->read_finish (self, result, error);
}

/**
 * atlas_tile_reader_retry:
 * @self: a reader
 *
 * Forgets that the source failed.
 */
void
atlas_tile_reader_retry (AtlasTileReader *self)
{
  g_return_if_fail (ATLAS_IS_TILE_READER (self));

  if (ATLAS_TILE_READER_GET_IFACE (self)->retry != NULL)
    ATLAS_TILE_READER_GET_IFACE (self)->retry (self);
  g_signal_emit (self, signals[RETRIED], 0);
}

/**
 * atlas_tile_reader_report:
 * @self: a reader
 * @error: one sentence for people
 *
 * For the readers themselves: tells that the whole source is of no use for now.
 */
void
atlas_tile_reader_report (AtlasTileReader *self, const GError *error)
{
  g_return_if_fail (ATLAS_IS_TILE_READER (self) && error != NULL);

  g_signal_emit (self, signals[FAILED], 0, error);
}
