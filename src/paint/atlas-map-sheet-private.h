/* atlas-map-sheet-private.h: a sheet while it is laid out and drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pangocairo.h>

#include "atlas-label-set.h"
#include "atlas-map-sheet.h"

G_BEGIN_DECLS

/* The smallest text on paper: 9 pt, in logical pixels. */
#define ATLAS_MAP_SHEET_SMALLEST_TEXT 12.0

/*
 * AtlasMapSheetBox:
 *
 * A rectangle on the sheet, logical pixels from its top left.
 */
typedef struct
{
  double x, y, width, height;
} AtlasMapSheetBox;

typedef struct _AtlasMapSheetLegend AtlasMapSheetLegend;

/*
 * AtlasMapSheetSpot:
 * @ATLAS_MAP_SHEET_OVER: in a corner of the map, on a plate of paper
 * @ATLAS_MAP_SHEET_BESIDE: at the right of the map
 * @ATLAS_MAP_SHEET_BELOW: under the map
 *
 * Where the legend is.
 */
typedef enum
{
  ATLAS_MAP_SHEET_OVER,
  ATLAS_MAP_SHEET_BESIDE,
  ATLAS_MAP_SHEET_BELOW,
  ATLAS_MAP_SHEET_N_SPOTS,
} AtlasMapSheetSpot;

/*
 * AtlasMapSheetPlan:
 * @spot: where the legend is, if there is one
 * @columns: of the legend
 * @legend: its box
 * @map: the box of the map
 * @stamp: the box of the stamp's plate, in the map
 * @bar: the box of the scale bar, in the map
 * @frame: the view that @map is
 * @pose: where it looks
 * @hidden: share of the map that the legend hides, what matters more counting more
 *
 * One way to lay the sheet out.
 */
typedef struct
{
  AtlasMapSheetSpot spot;
  guint columns;
  AtlasMapSheetBox legend;
  AtlasMapSheetBox map;
  AtlasMapSheetBox stamp;
  AtlasMapSheetBox bar;
  AtlasMapFrame frame;
  AtlasMapPose pose;
  double hidden;
} AtlasMapSheetPlan;

/*
 * AtlasMapSheet:
 * @fonts: of its own, so that what they take is given back with the sheet, whatever the thread
 * @text: size of plain text, logical pixels
 * @margin: around the sheet, logical pixels
 * @gap: between what stands on it, logical pixels
 * @plan: where everything is, once laid out
 */
typedef struct
{
  /* borrowed */
  AtlasCatalog *catalog;
  AtlasMapGeometry *geometry;
  const AtlasMapTheme *theme;
  const AtlasMapSheetSpec *spec;
  const AtlasMapPalette *palette;

  /* owned */
  AtlasMapScheme *scheme;
  PangoFontMap *fonts;
  PangoContext *context;
  PangoLayout *title;
  PangoLayout *stamp;
  PangoLayout *sources;
  AtlasMapSheetLegend *legend;
  AtlasLabelSet *labels;

  double text;
  double margin;
  double gap;
  AtlasMapSheetPlan plan;
} AtlasMapSheet;

/* atlas-map-sheet.c */
gboolean _atlas_map_sheet_prepare (AtlasMapSheet *self, GError **error);
void _atlas_map_sheet_clear (AtlasMapSheet *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasMapSheet, _atlas_map_sheet_clear)

/* atlas-map-sheet-layout.c */
gboolean _atlas_map_sheet_lay_out (AtlasMapSheet *self);
gboolean _atlas_map_sheet_boxes_overlap (const AtlasMapSheetBox *a, const AtlasMapSheetBox *b);
gboolean _atlas_map_sheet_get_label_box (const AtlasMapSheet *self,
                                         const AtlasMapSheetPlan *plan,
                                         guint index,
                                         AtlasMapSheetBox *box);

/* atlas-map-sheet-pose.c */
gboolean _atlas_map_sheet_ends_at_box (const AtlasMapSheet *self);
void _atlas_map_sheet_aim (const AtlasMapSheet *self, AtlasMapSheetPlan *plan);

/* atlas-map-sheet-legend.c */
AtlasMapSheetLegend *_atlas_map_sheet_legend_new (const AtlasMapSheet *sheet);
void _atlas_map_sheet_legend_free (AtlasMapSheetLegend *self);
void _atlas_map_sheet_legend_measure (AtlasMapSheetLegend *self,
                                      guint columns,
                                      double *width,
                                      double *height);
void _atlas_map_sheet_legend_draw (AtlasMapSheetLegend *self,
                                   cairo_t *cr,
                                   const AtlasMapSheetPlan *plan);

/* atlas-map-sheet-text.c */
PangoContext *_atlas_map_sheet_create_context (const AtlasMapSheet *self, double size);
PangoLayout *_atlas_map_sheet_create_layout (
    const AtlasMapSheet *self, const char *text, double size, PangoWeight weight, double width);
void _atlas_map_sheet_measure_layout (PangoLayout *layout, double *width, double *height);
void _atlas_map_sheet_draw_layout (
    PangoLayout *layout, cairo_t *cr, double x, double y, const AtlasColour *colour);
char *_atlas_map_sheet_make_title (const AtlasMapSheet *self);
char *_atlas_map_sheet_make_stamp (const AtlasMapSheet *self);
char *_atlas_map_sheet_make_sources (const AtlasMapSheet *self);

/* atlas-map-sheet-scale.c */
double _atlas_map_sheet_get_metres (AtlasPoint point);
double _atlas_map_sheet_choose_bar (AtlasMapPose pose, double room, guint *kilometres);
AtlasMapSheetBox _atlas_map_sheet_measure_bar (const AtlasMapSheet *self,
                                               const AtlasMapSheetPlan *plan);
void _atlas_map_sheet_draw_bar (const AtlasMapSheet *self, cairo_t *cr);

/* atlas-map-sheet-draw.c */
void _atlas_map_sheet_draw (const AtlasMapSheet *self, cairo_t *cr, gboolean vector);

/* atlas-map-sheet-output.c */
GBytes *_atlas_map_sheet_write (const AtlasMapSheet *self, AtlasMapFormat format, GError **error);

/* atlas-map-sheet-svg.c */
GBytes *_atlas_map_sheet_finish_svg (const AtlasMapSheet *self, GByteArray *file);

/* atlas-map-sheet-png.c */
/*
 * AtlasPngText:
 * @key: what it is, as the PNG specification calls it
 * @text: UTF-8
 *
 * Says something of a picture in the picture's file.
 */
typedef struct
{
  const char *key;
  const char *text;
} AtlasPngText;

GBytes *_atlas_map_sheet_encode_png (cairo_surface_t *surface,
                                     double density,
                                     const AtlasPngText *texts,
                                     guint n_texts,
                                     GError **error);

G_END_DECLS
