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
/* Characters; the longest number of a map has a third of them. */
#define ATLAS_MAP_MAX_APPROVAL 60

char *atlas_map_wording_normalise_approval (const char *text);
char *atlas_map_wording_stamp (const char *approval);

G_END_DECLS
