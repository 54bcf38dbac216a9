/* atlas-map-sheet.h: a map to hand on: title, legend, scale, sources and stamp, as PNG, SVG or PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-map-geometry.h"
#include "atlas-map-painter.h"
#include "atlas-map-pose.h"
#include "atlas-map-scheme.h"

G_BEGIN_DECLS

/**
 * AtlasMapFormat:
 * @ATLAS_MAP_FORMAT_PNG: pixels
 * @ATLAS_MAP_FORMAT_SVG: shapes; letters too, so that it looks alike where the font is missing
 * @ATLAS_MAP_FORMAT_PDF: shapes, fonts embedded
 */
typedef enum
{
  ATLAS_MAP_FORMAT_PNG,
  ATLAS_MAP_FORMAT_SVG,
  ATLAS_MAP_FORMAT_PDF,
} AtlasMapFormat;

gboolean atlas_map_format_from_string (const char *text, AtlasMapFormat *format);

/**
 * AtlasGroundFunc:
 * @cr: what is painted on, clipped to the map; its units count from the top left of @window
 * @window: which part of the world it shows
 * @data: what was given with the function
 *
 * Paints what lies under the map, where somebody else's tiles do.
 */
typedef void (*AtlasGroundFunc) (cairo_t *cr, const AtlasMapWindow *window, gpointer data);

/**
 * AtlasMapSheetSpec:
 * @title: (nullable): above the map; %NULL for the place and the theme
 * @pose: (nullable): where the map looks; %NULL for what @box needs
 * @box: (nullable): without @pose, what is to be seen whole, in world units, and with @ground
 *   nothing beyond; %NULL for what @places or the whole province need
 * @places: (nullable) (element-type AtlasPlace): who is outlined, and without @pose and @box fitted
 * @width: of the sheet, logical pixels (1/96 inch)
 * @height: of the sheet, logical pixels
 * @scale: pixels of a PNG for one logical pixel: 1, 2, or 3.125 for 300 dpi; others take no heed
 * @look: colours
 * @ground: (nullable): paints what lies under the map; then @look says that the map lies over it
 * @ground_data: for @ground
 * @attribution: (nullable): whose the ground is, as its owner wants it said
 * @badges: whether the number of projects stands beside each name
 * @approval: (nullable): the map's review number; %NULL for that of the data set, and without
 *   either the stamp says that the map is unreviewed
 *
 * What a sheet shows.
 */
typedef struct
{
  const char *title;
  const AtlasMapPose *pose;
  const AtlasBox *box;
  GPtrArray *places;
  double width;
  double height;
  double scale;
  AtlasMapLook look;
  AtlasGroundFunc ground;
  gpointer ground_data;
  const char *attribution;
  gboolean badges;
  const char *approval;
} AtlasMapSheetSpec;

/* Beyond that a PNG is refused: it would not fit into memory or any program that opens it. */
#define ATLAS_MAP_SHEET_MAX_PIXELS 12000

/* Logical pixels: on less nothing could be read, and more is no sheet. */
#define ATLAS_MAP_SHEET_MIN_SIDE 320
#define ATLAS_MAP_SHEET_MAX_SIDE 8000

char *atlas_map_sheet_suggest_title (const AtlasMapTheme *theme, GPtrArray *places);
GBytes *atlas_map_sheet_render (AtlasCatalog *catalog,
                                AtlasMapGeometry *geometry,
                                const AtlasMapTheme *theme,
                                const AtlasMapSheetSpec *spec,
                                AtlasMapFormat format,
                                GError **error);

G_END_DECLS
