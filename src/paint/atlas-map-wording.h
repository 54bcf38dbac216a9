/* atlas-map-wording.h: what the map says about a place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-place.h"

G_BEGIN_DECLS

char *atlas_map_wording_positioning (AtlasPlace *place);
char *atlas_map_wording_industries (AtlasPlace *place);
char *atlas_map_wording_describe (AtlasPlace *place);
char *atlas_map_wording_stamp (const char *approval);

G_END_DECLS
