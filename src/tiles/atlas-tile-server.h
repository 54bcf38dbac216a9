/* atlas-tile-server.h: raster tiles over HTTP, kept on disk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-tile-reader.h"
#include "atlas-tile-template.h"

G_BEGIN_DECLS

/**
 * AtlasTileServerSpec:
 * @template_: the address of the picture
 * @overlay: (nullable): the address of a second picture that lies over it (labels)
 * @key: (nullable): what {key} stands for
 * @name: (nullable): what people call it; %NULL for its host
 * @attribution: (nullable): whose it is
 * @referer: (nullable): the Referer header, for servers that ask for one
 * @min_zoom: the coarsest level it has
 * @max_zoom: the finest level it has
 * @cache: (nullable) (type filename): where to keep tiles; %NULL to keep none
 *
 * A server of tiles. Copied.
 */
typedef struct
{
  AtlasTileTemplate *template_;
  AtlasTileTemplate *overlay;
  const char *key;
  const char *name;
  const char *attribution;
  const char *referer;
  guint min_zoom;
  guint max_zoom;
  const char *cache;
} AtlasTileServerSpec;

/**
 * AtlasTileServer:
 *
 * An #AtlasTileReader. At most four connections, ten seconds without a byte, thirty for one tile,
 * five redirects, two repetitions of what failed for a passing reason, later each time.
 */
#define ATLAS_TYPE_TILE_SERVER (atlas_tile_server_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTileServer, atlas_tile_server, ATLAS, TILE_SERVER, GObject)

AtlasTileServer *atlas_tile_server_new (const AtlasTileServerSpec *spec, GError **error);
void atlas_tile_server_set_patience (AtlasTileServer *self,
                                     guint idle_ms,
                                     guint total_ms,
                                     guint pause_ms);

G_END_DECLS
