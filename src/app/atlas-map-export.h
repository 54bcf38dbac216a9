/* atlas-map-export.h: the map of the window as a file for others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-map-sheet.h"
#include "atlas-map-view.h"
#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * AtlasMapPaper:
 * @ATLAS_MAP_PAPER_VIEW: of the shape that the map has on the screen
 * @ATLAS_MAP_PAPER_SLIDE: 4:3
 * @ATLAS_MAP_PAPER_WIDE_SLIDE: 16:9
 * @ATLAS_MAP_PAPER_A4_LANDSCAPE: A4, lying
 * @ATLAS_MAP_PAPER_A4_PORTRAIT: A4, standing
 * @ATLAS_MAP_PAPER_A3_LANDSCAPE: A3, lying
 */
typedef enum
{
  ATLAS_MAP_PAPER_VIEW,
  ATLAS_MAP_PAPER_SLIDE,
  ATLAS_MAP_PAPER_WIDE_SLIDE,
  ATLAS_MAP_PAPER_A4_LANDSCAPE,
  ATLAS_MAP_PAPER_A4_PORTRAIT,
  ATLAS_MAP_PAPER_A3_LANDSCAPE,
} AtlasMapPaper;

/**
 * AtlasMapRegion:
 * @ATLAS_MAP_REGION_VIEW: what is seen on the screen
 * @ATLAS_MAP_REGION_PLACES: the outlined places: atlas_map_export_list_places()
 * @ATLAS_MAP_REGION_PROVINCE: the whole province
 */
typedef enum
{
  ATLAS_MAP_REGION_VIEW,
  ATLAS_MAP_REGION_PLACES,
  ATLAS_MAP_REGION_PROVINCE,
} AtlasMapRegion;

/* 300 dots to the inch, where a logical pixel is 1/96 of one */
#define ATLAS_MAP_PRINT_SCALE 3.125

/**
 * AtlasMapExportOptions:
 * @title: (nullable): above the map; %NULL or empty for atlas_map_export_suggest_title()
 * @format: of the file
 * @paper: the size
 * @scale: pixels of a PNG for one logical pixel
 * @region: what is to be seen
 * @badges: whether the number of projects stands beside each name
 * @hatched: whether classes have a pattern beside their colour
 * @dark: whether in the colours of the dark theme
 *
 * What a person can choose. Theme, filter of the legend, outlined places, review number and the
 * tiles of others are those of the screen.
 */
typedef struct
{
  const char *title;
  AtlasMapFormat format;
  AtlasMapPaper paper;
  double scale;
  AtlasMapRegion region;
  gboolean badges;
  gboolean hatched;
  gboolean dark;
} AtlasMapExportOptions;

void
atlas_map_export_get_size (AtlasMapView *map, AtlasMapPaper paper, double *width, double *height);
GPtrArray *atlas_map_export_list_places (AtlasSession *session);
char *atlas_map_export_suggest_title (AtlasSession *session, AtlasMapRegion region);

void atlas_map_export_render_async (AtlasMapView *map,
                                    AtlasSession *session,
                                    const AtlasMapExportOptions *options,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GBytes *atlas_map_export_render_finish (GAsyncResult *result, GError **error);
void atlas_map_export_write_async (AtlasMapView *map,
                                   AtlasSession *session,
                                   const AtlasMapExportOptions *options,
                                   const char *path,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean atlas_map_export_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
