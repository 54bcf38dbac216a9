/* atlas-map-card.h: a few words on the place under the pointer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-map-scheme.h"
#include "atlas-place.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_MAP_CARD (atlas_map_card_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapCard, atlas_map_card, ATLAS, MAP_CARD, GtkWidget)

GtkWidget *atlas_map_card_new (void);
void atlas_map_card_set_place (AtlasMapCard *self,
                               AtlasPlace *place,
                               AtlasMapScheme *scheme,
                               const AtlasMapLook *look);

gboolean atlas_map_card_find_position (double pointer_x,
                                       double pointer_y,
                                       int card_width,
                                       int card_height,
                                       int width,
                                       int height,
                                       graphene_point_t *position);

G_END_DECLS
