/* atlas-map-colouring.h: what the colours of the map mean, area by area and in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-catalog.h"
#include "atlas-map-style.h"
#include "atlas-map-view.h"

G_BEGIN_DECLS

/**
 * AtlasMapLegendEntry:
 * @name: what the colour stands for
 * @colour: as on a chip
 * @count: how many places have it
 */
typedef struct
{
  char *name;
  AtlasColour colour;
  guint count;
} AtlasMapLegendEntry;

AtlasMapStyle *atlas_map_colouring_make_style (AtlasCatalog *catalog,
                                               AtlasMapGeometry *geometry,
                                               AtlasMapColouring colouring,
                                               const char *highlight,
                                               gboolean dark,
                                               GError **error);
GPtrArray *atlas_map_colouring_make_legend (AtlasCatalog *catalog,
                                            AtlasMapColouring colouring,
                                            const char *highlight,
                                            gboolean dark,
                                            GError **error);
const char *atlas_map_colouring_get_title (AtlasCatalog *catalog,
                                           AtlasMapColouring colouring,
                                           const char *highlight);

G_END_DECLS
