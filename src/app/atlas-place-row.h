/* atlas-place-row.h: one line of the place list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-place.h"

G_BEGIN_DECLS

/**
 * AtlasPlaceRow:
 *
 * Shows the item of a #GtkTreeListRow: an #AtlasPlace or an #AtlasPlaceGroup. Its mark and the
 * space bar activate "places.toggle-pick" of the list it is in, with the code of the place.
 */
#define ATLAS_TYPE_PLACE_ROW (atlas_place_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPlaceRow, atlas_place_row, ATLAS, PLACE_ROW, GtkWidget)

GtkWidget *atlas_place_row_new (void);
void atlas_place_row_set_list_row (AtlasPlaceRow *self, GtkTreeListRow *row);
GtkWidget *atlas_place_row_find (GtkWidget *list_view, GtkTreeListRow *list_row);
GtkTreeListRow *atlas_place_row_get_list_row (AtlasPlaceRow *self);
AtlasPlace *atlas_place_row_get_place (AtlasPlaceRow *self);
void atlas_place_row_set_picked (AtlasPlaceRow *self, gboolean picked);
void atlas_place_row_offer_pick (AtlasPlaceRow *self);
const char *atlas_place_row_get_title (AtlasPlaceRow *self);
const char *atlas_place_row_get_description (AtlasPlaceRow *self);

G_END_DECLS
