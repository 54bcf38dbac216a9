/* atlas-raster-source.h: map tiles from a file or a server
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

#include "atlas-tile-reader.h"

G_BEGIN_DECLS

/**
 * AtlasRasterSource:
 *
 * The tiles of an #AtlasTileReader. A tile that does not exist is done, without a picture.
 */
#define ATLAS_TYPE_RASTER_SOURCE (atlas_raster_source_get_type ())
G_DECLARE_FINAL_TYPE (
    AtlasRasterSource, atlas_raster_source, ATLAS, RASTER_SOURCE, ShumateMapSource)

AtlasRasterSource *atlas_raster_source_new (AtlasTileReader *reader);
void atlas_raster_source_set_focus (AtlasRasterSource *self, AtlasPoint focus);

G_END_DECLS
