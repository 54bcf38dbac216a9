/* atlas-map-view.h: the map: tiles, names, selection, legend, hover card, zoom, scale and stamp
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-map-painter.h"
#include "atlas-map-pose.h"
#include "atlas-map-scheme.h"
#include "atlas-tile-reader.h"

G_BEGIN_DECLS

/**
 * AtlasMapView:
 *
 * Properties, all EXPLICIT_NOTIFY: "catalog" (#AtlasCatalog, nullable), "selected" (#AtlasPlace,
 * nullable, two-way), "theme" (string: what the colours mean, as in atlas-map-theme.h), "kept"
 * (uint64, two-way: the classes of the theme that keep their colour; a new theme keeps all),
 * "picked" (#GListModel of #AtlasPlace, nullable: who is outlined), "badges" (boolean: whether the
 * number of projects stands beside each name), "hatched" (boolean: whether classes have a pattern
 * beside their colour), "reader" (#AtlasTileReader, nullable: the tiles under the theme; without
 * one the map is painted), "overlay-opacity" (double, 0 … 1: of the fills over such tiles),
 * "approval" (string, nullable: the map's review number; %NULL for that of the data set),
 * "complete" (boolean, read-only: every visible tile is done and a frame with it was drawn).
 *
 * Signals: "activate-place", "pick-place", "pick-places", "reader-failed".
 */
#define ATLAS_TYPE_MAP_VIEW (atlas_map_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapView, atlas_map_view, ATLAS, MAP_VIEW, GtkWidget)

GtkWidget *atlas_map_view_new (void);
gboolean atlas_map_view_set_catalog (AtlasMapView *self, AtlasCatalog *catalog, GError **error);
AtlasMapGeometry *atlas_map_view_get_geometry (AtlasMapView *self);

/* places */
AtlasPlace *atlas_map_view_get_selected (AtlasMapView *self);
void atlas_map_view_set_selected (AtlasMapView *self, AtlasPlace *place);
GListModel *atlas_map_view_get_picked (AtlasMapView *self);
void atlas_map_view_set_picked (AtlasMapView *self, GListModel *picked);
void atlas_map_view_reveal (AtlasMapView *self, AtlasPlace *place);
void atlas_map_view_fit_places (AtlasMapView *self, GPtrArray *places, gboolean animate);
void atlas_map_view_fit_province (AtlasMapView *self, gboolean animate);
void atlas_map_view_set_covered (AtlasMapView *self, int width);

/* colours and what is said about them */
const char *atlas_map_view_get_theme (AtlasMapView *self);
gboolean atlas_map_view_set_theme (AtlasMapView *self, const char *theme, GError **error);
AtlasMapScheme *atlas_map_view_get_scheme (AtlasMapView *self);
AtlasMapLook atlas_map_view_get_look (AtlasMapView *self);
guint64 atlas_map_view_get_kept (AtlasMapView *self);
void atlas_map_view_set_kept (AtlasMapView *self, guint64 kept);
gboolean atlas_map_view_get_badges (AtlasMapView *self);
void atlas_map_view_set_badges (AtlasMapView *self, gboolean badges);
gboolean atlas_map_view_get_hatched (AtlasMapView *self);
void atlas_map_view_set_hatched (AtlasMapView *self, gboolean hatched);
const char *atlas_map_view_get_approval (AtlasMapView *self);
void atlas_map_view_set_approval (AtlasMapView *self, const char *approval);

/* somebody else's tiles under them */
AtlasTileReader *atlas_map_view_get_reader (AtlasMapView *self);
void atlas_map_view_set_reader (AtlasMapView *self, AtlasTileReader *reader);
double atlas_map_view_get_overlay_opacity (AtlasMapView *self);
void atlas_map_view_set_overlay_opacity (AtlasMapView *self, double opacity);
void atlas_map_view_paint_ground (AtlasMapView *self, cairo_t *cr, const AtlasMapWindow *window);

AtlasMapPose atlas_map_view_get_pose (AtlasMapView *self);
void atlas_map_view_zoom_in (AtlasMapView *self);
void atlas_map_view_zoom_out (AtlasMapView *self);
gboolean atlas_map_view_is_complete (AtlasMapView *self);

G_END_DECLS
