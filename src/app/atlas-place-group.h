/* atlas-place-group.h: the districts of a city, as one row of the place list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-catalog.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PLACE_GROUP (atlas_place_group_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPlaceGroup, atlas_place_group, ATLAS, PLACE_GROUP, GObject)

AtlasPlaceGroup *atlas_place_group_new (AtlasPlace *city, GListModel *districts);
AtlasPlace *atlas_place_group_get_city (AtlasPlaceGroup *self);
GListModel *atlas_place_group_get_districts (AtlasPlaceGroup *self);

G_END_DECLS
