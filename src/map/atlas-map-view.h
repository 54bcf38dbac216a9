/* atlas-map-view.h: the map: painted tiles, labels, selection, hover card, zoom, scale and stamp
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-catalog.h"

G_BEGIN_DECLS

/**
 * AtlasMapColouring:
 * @ATLAS_MAP_COLOURING_NONE: paper only
 * @ATLAS_MAP_COLOURING_CITY: by the city a unit belongs to
 * @ATLAS_MAP_COLOURING_FAMILY: by the family of the first leading industry of each county
 *
 * What the fill of an area means.
 */
typedef enum
{
  ATLAS_MAP_COLOURING_NONE,
  ATLAS_MAP_COLOURING_CITY,
  ATLAS_MAP_COLOURING_FAMILY,
} AtlasMapColouring;

#define ATLAS_TYPE_MAP_COLOURING (atlas_map_colouring_get_type ())
GType atlas_map_colouring_get_type (void);

/**
 * AtlasMapView:
 *
 * Properties: "catalog" (#AtlasCatalog, nullable), "selected" (#AtlasPlace, nullable, two-way,
 * EXPLICIT_NOTIFY), "colouring" (#AtlasMapColouring), "highlight" (string, nullable: id of the one
 * #AtlasTopic whose places stay coloured while the others pale), "complete" (boolean, read-only:
 * every visible tile is done and a frame with it was drawn).
 */
#define ATLAS_TYPE_MAP_VIEW (atlas_map_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapView, atlas_map_view, ATLAS, MAP_VIEW, GtkWidget)

GtkWidget *atlas_map_view_new (void);
gboolean atlas_map_view_set_catalog (AtlasMapView *self, AtlasCatalog *catalog, GError **error);
AtlasPlace *atlas_map_view_get_selected (AtlasMapView *self);
void atlas_map_view_set_selected (AtlasMapView *self, AtlasPlace *place);
AtlasMapColouring atlas_map_view_get_colouring (AtlasMapView *self);
void atlas_map_view_set_colouring (AtlasMapView *self, AtlasMapColouring colouring);
void atlas_map_view_set_highlight (AtlasMapView *self, const char *topic);
void atlas_map_view_zoom_in (AtlasMapView *self);
void atlas_map_view_zoom_out (AtlasMapView *self);
void atlas_map_view_fit_province (AtlasMapView *self, gboolean animate);
void atlas_map_view_set_covered (AtlasMapView *self, int width);
void atlas_map_view_reveal (AtlasMapView *self, AtlasPlace *place);
gboolean atlas_map_view_is_complete (AtlasMapView *self);

G_END_DECLS
