/* atlas-wording.h: the words for levels, dates and facts that several views share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-profile.h"

G_BEGIN_DECLS

const char *atlas_wording_get_level (AtlasPlaceLevel level);
char *atlas_wording_format_date (const char *published);
char *atlas_wording_format_place (AtlasPlace *place);
char *atlas_wording_format_period (const char *period);
char *atlas_wording_quote (const char *quote);
const char *atlas_wording_get_leading (AtlasPlace *place);
char *atlas_wording_format_no_industries (AtlasPlace *place, const AtlasDocument *document);
char *atlas_wording_format_industries (AtlasPlace *place);
char *atlas_wording_quote_claim (AtlasProfile *profile, const AtlasClaim *claim);
char *atlas_wording_quote_profile (AtlasProfile *profile);

G_END_DECLS
