/* atlas-map-view-private.h: what the parts of the map view share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

#include "atlas-label-layer.h"
#include "atlas-map-camera.h"
#include "atlas-map-card.h"
#include "atlas-map-legend.h"
#include "atlas-map-navigate.h"
#include "atlas-map-tiles.h"
#include "atlas-map-view.h"
#include "atlas-outline-layer.h"

G_BEGIN_DECLS

typedef enum
{
  LEGEND_AUTOMATIC,
  LEGEND_SHOWN,
  LEGEND_HIDDEN,
} LegendWish;

struct _AtlasMapView
{
  GtkWidget parent_instance;

  /* children, from the bottom up */
  ShumateMap *map;
  GtkWidget *scale;
  GtkWidget *legend;
  GtkWidget *legend_button;
  GtkWidget *card;
  GtkWidget *stamp;
  GtkWidget *zoom;

  /* borrowed from the map */
  AtlasOutlineLayer *outlines;
  AtlasLabelLayer *labels;

  /* owned */
  AtlasMapCamera *camera;
  AtlasMapTiles *tiles;
  AtlasCatalog *catalog;
  AtlasMapGeometry *geometry;
  int covered;
  AtlasPlace *selected;
  AtlasPlace *hovered;
  AtlasMapColouring colouring;
  char *highlight;
  LegendWish legend_wish;

  /* the pointer: atlas-map-view-input.c */
  double pointer_x;
  double pointer_y;
  double press_x;
  double press_y;
  double pan_x;
  double pan_y;
  double pinch_zoom;
  /* a drag is under way; the last press became one */
  gboolean panning;
  gboolean dragged;
  guint card_id;
};

/* atlas-map-view.c */
void _atlas_map_view_select (AtlasMapView *self, AtlasPlace *place, gboolean reveal);

/* atlas-map-view-input.c */
void _atlas_map_view_class_init_input (GtkWidgetClass *klass);
void _atlas_map_view_init_input (AtlasMapView *self);
void _atlas_map_view_press (AtlasMapView *self, double x, double y);
void _atlas_map_view_drag (AtlasMapView *self, double offset_x, double offset_y);
void _atlas_map_view_release (AtlasMapView *self, int n_press, double x, double y);
void _atlas_map_view_hover (AtlasMapView *self, double x, double y);
void _atlas_map_view_unhover (AtlasMapView *self);
AtlasPlace *_atlas_map_view_hit (AtlasMapView *self, double x, double y);

/* atlas-map-view-look.c */
void _atlas_map_view_init_look (AtlasMapView *self);
void _atlas_map_view_update_look (AtlasMapView *self);
void _atlas_map_view_snapshot_sea (AtlasMapView *self, GtkSnapshot *snapshot);

/* atlas-map-view-chrome.c */
void _atlas_map_view_init_chrome (AtlasMapView *self);
void _atlas_map_view_toggle_legend (AtlasMapView *self);
void _atlas_map_view_allocate_chrome (AtlasMapView *self, int width, int height);

G_END_DECLS
