/* atlas-map-view-private.h: what the parts of the map view share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

#include "atlas-label-layer.h"
#include "atlas-map-camera.h"
#include "atlas-map-card.h"
#include "atlas-map-ground.h"
#include "atlas-map-legend.h"
#include "atlas-map-navigate.h"
#include "atlas-map-readiness.h"
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

typedef enum
{
  MAP_VIEW_CATALOG = 1,
  MAP_VIEW_SELECTED,
  MAP_VIEW_THEME,
  MAP_VIEW_KEPT,
  MAP_VIEW_PICKED,
  MAP_VIEW_BADGES,
  MAP_VIEW_HATCHED,
  MAP_VIEW_READER,
  MAP_VIEW_OVERLAY_OPACITY,
  MAP_VIEW_APPROVAL,
  MAP_VIEW_COMPLETE,
  N_MAP_VIEW_PROPERTIES,
} MapViewProperty;

struct _AtlasMapView
{
  GtkWidget parent_instance;

  /* children, from the bottom up */
  ShumateMap *map;
  GtkWidget *scale;
  GtkWidget *attribution;
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
  AtlasMapGround *ground;
  AtlasMapTiles *overlay;
  AtlasMapReadiness *outlined;
  AtlasCatalog *catalog;
  AtlasMapGeometry *geometry;
  int covered;
  char *approval;
  LegendWish legend_wish;
  gboolean complete;

  /* atlas-map-view-places.c */
  AtlasPlace *selected;
  AtlasPlace *hovered;
  GListModel *picked;

  /* atlas-map-view-look.c; @scheme and @paper are there whenever @geometry is */
  char *theme;
  char *theme_name;
  gboolean theme_known;
  AtlasMapScheme *scheme;
  AtlasMapScheme *paper;
  AtlasMapStyle *paper_style;
  guint64 kept;
  gboolean badges;
  gboolean hatched;

  /* atlas-map-view-ground.c */
  AtlasTileReader *reader;
  gboolean reader_failed;
  double overlay_opacity;
  /* the opacity changed while tiles of the one before were still being painted */
  gboolean painting;
  gboolean stale;

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

/* atlas-map-view-properties.c */
void _atlas_map_view_class_init_properties (GObjectClass *klass);
void _atlas_map_view_notify (AtlasMapView *self, MapViewProperty property);

/* atlas-map-view-places.c */
void _atlas_map_view_select (AtlasMapView *self, AtlasPlace *place, gboolean reveal);
void _atlas_map_view_describe (AtlasMapView *self);
void _atlas_map_view_update_badges (AtlasMapView *self);

/* atlas-map-view-input.c */
void _atlas_map_view_init_input (AtlasMapView *self);
void _atlas_map_view_press (AtlasMapView *self, double x, double y);
void _atlas_map_view_drag (AtlasMapView *self, double offset_x, double offset_y);
void _atlas_map_view_release (
    AtlasMapView *self, int n_press, double x, double y, GdkModifierType modifiers);
void _atlas_map_view_hover (AtlasMapView *self, double x, double y);
void _atlas_map_view_unhover (AtlasMapView *self);
AtlasPlace *_atlas_map_view_hit (AtlasMapView *self, double x, double y);

/* atlas-map-view-keys.c */
void _atlas_map_view_class_init_keys (GtkWidgetClass *klass);

/* atlas-map-view-look.c */
void _atlas_map_view_init_look (AtlasMapView *self);
gboolean _atlas_map_view_update_scheme (AtlasMapView *self, GError **error);
void _atlas_map_view_update_look (AtlasMapView *self);
void _atlas_map_view_snapshot_sea (AtlasMapView *self, GtkSnapshot *snapshot);

/* atlas-map-view-ground.c */
void _atlas_map_view_init_ground (AtlasMapView *self);
gboolean _atlas_map_view_has_ground (AtlasMapView *self);

/* atlas-map-view-complete.c */
void _atlas_map_view_init_complete (AtlasMapView *self);
void _atlas_map_view_update_complete (AtlasMapView *self);

/* atlas-map-view-sources.c */
void _atlas_map_view_init_sources (AtlasMapView *self);
void _atlas_map_view_update_stamp (AtlasMapView *self);
void _atlas_map_view_set_attribution (AtlasMapView *self, const char *text);

/* atlas-map-view-chrome.c */
void _atlas_map_view_init_chrome (AtlasMapView *self);
void _atlas_map_view_toggle_legend (AtlasMapView *self);
void _atlas_map_view_allocate_chrome (AtlasMapView *self, int width, int height);

G_END_DECLS
