/* atlas-label-set.h: the names of cities, counties and districts: measured, placed and drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pangocairo.h>

#include "atlas-label-layout.h"
#include "atlas-map-geometry.h"
#include "atlas-place.h"

G_BEGIN_DECLS

/**
 * AtlasLabelSet:
 *
 * What the label layer of a map and a map on paper share. The font comes from a #PangoContext whose
 * description has an absolute size in logical pixels (on screen that follows the text size).
 */
typedef struct _AtlasLabelSet AtlasLabelSet;

AtlasLabelSet *atlas_label_set_new (GListModel *places, AtlasMapGeometry *geometry);
void atlas_label_set_free (AtlasLabelSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLabelSet, atlas_label_set_free)

/**
 * AtlasBadgeFunc:
 * @place: a place
 * @data: what was given with the function
 * @number: (out): what its badge says
 *
 * Returns: whether it has one
 */
typedef gboolean (*AtlasBadgeFunc) (AtlasPlace *place, gpointer data, guint *number);

gboolean atlas_label_set_set_badges (AtlasLabelSet *self, AtlasBadgeFunc func, gpointer data);
void atlas_label_set_measure (AtlasLabelSet *self, PangoContext *context);
void atlas_label_set_solve (AtlasLabelSet *self, double zoom);

guint atlas_label_set_get_n_labels (AtlasLabelSet *self);
const AtlasLabelItem *atlas_label_set_get_item (AtlasLabelSet *self, guint index);
const AtlasLabelSlot *atlas_label_set_get_slot (AtlasLabelSet *self, guint index);
void atlas_label_set_draw_label (AtlasLabelSet *self, cairo_t *cr, guint index, gboolean dark);
void atlas_label_set_draw_dot (AtlasLabelSet *self, cairo_t *cr, double x, double y, gboolean dark);

G_END_DECLS
