/* atlas-tile-header.h: what the first bytes of a picture say of it (private)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasTileHeader:
 * @type: (nullable): what GdkPixbuf calls its format: "png", "jpeg", "webp"; %NULL where it is none
 * @width: in pixels; 0 where the header does not say
 * @height: in pixels; 0 where the header does not say
 * @whole: whether the bytes reach to its end
 */
typedef struct
{
  const char *type;
  guint width;
  guint height;
  gboolean whole;
} AtlasTileHeader;

const char *_atlas_tile_header_find_type (GBytes *data);
AtlasTileHeader _atlas_tile_header_read (GBytes *data);

G_END_DECLS
