/* atlas-tile-reader.h: where map tiles come from, if not from our own painter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-geometry.h"
#include "atlas-tile-image.h"

G_BEGIN_DECLS

/**
 * AtlasTileReader:
 *
 * A file of tiles or a server of tiles. Used from the main thread; reads, waits and decodes
 * elsewhere. Rows count southward from the north (XYZ), whatever the source does.
 *
 * An error of a tile other than %ATLAS_TILE_ERROR_ABSENT is worth telling only where it says
 * something of the whole source: then "failed" is emitted, once, with a sentence for people, and
 * all further tiles fail at once with the same error until atlas_tile_reader_retry().
 *
 * Signals: "failed" (const GError *error), from the main loop by itself, perhaps after the tiles
 * that found it out have failed, and not once the source was retried; "retried"
 * (atlas_tile_reader_retry() was called).
 */
#define ATLAS_TYPE_TILE_READER (atlas_tile_reader_get_type ())
G_DECLARE_INTERFACE (AtlasTileReader, atlas_tile_reader, ATLAS, TILE_READER, GObject)

/**
 * AtlasTileInfo:
 * @name: what the source is called, for people
 * @attribution: (nullable): whose it is, as plain text
 * @min_zoom: the coarsest level it has
 * @max_zoom: the finest level it has
 * @side: width and height of a tile in logical pixels: 256 or 512
 * @box: what it covers, in world units
 *
 * What is known of a source. Owned by the reader, fixed while it lives.
 */
typedef struct
{
  char *name;
  char *attribution;
  guint min_zoom;
  guint max_zoom;
  guint side;
  AtlasBox box;
} AtlasTileInfo;

struct _AtlasTileReaderInterface
{
  GTypeInterface parent_interface;

  const AtlasTileInfo *(*get_info) (AtlasTileReader *self);
  void (*read_async) (AtlasTileReader *self,
                      guint zoom,
                      guint x,
                      guint y,
                      int priority,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
  AtlasTileImage *(*read_finish) (AtlasTileReader *self, GAsyncResult *result, GError **error);
  void (*retry) (AtlasTileReader *self);
};

const AtlasTileInfo *atlas_tile_reader_get_info (AtlasTileReader *self);
void atlas_tile_reader_read_async (AtlasTileReader *self,
                                   guint zoom,
                                   guint x,
                                   guint y,
                                   int priority,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
AtlasTileImage *
atlas_tile_reader_read_finish (AtlasTileReader *self, GAsyncResult *result, GError **error);
void atlas_tile_reader_retry (AtlasTileReader *self);
void atlas_tile_reader_report (AtlasTileReader *self, const GError *error);

G_END_DECLS
