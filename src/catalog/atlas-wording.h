/* atlas-wording.h: the words for levels, dates and facts that several views share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-catalog.h"

G_BEGIN_DECLS

const char *atlas_wording_get_level (AtlasPlaceLevel level);
char *atlas_wording_format_date (const char *published);
char *atlas_wording_format_place (AtlasPlace *place);
char *atlas_wording_format_period (const char *period);
char *atlas_wording_format_document (const AtlasDocument *document);
char *atlas_wording_format_document_of_period (const AtlasDocument *document);
char *atlas_wording_format_inferred (const char *why);
char *atlas_wording_list (GPtrArray *words);
char *atlas_wording_quote (const char *quote);
const char *atlas_wording_get_leading (AtlasPlace *place);
char *atlas_wording_format_no_industries (AtlasPlace *place, const AtlasDocument *document);
char *atlas_wording_format_industries (AtlasPlace *place);
char *atlas_wording_quote_claim (AtlasProfile *profile, const AtlasClaim *claim);
char *atlas_wording_quote_profile (AtlasProfile *profile);
const char *atlas_wording_get_stage (AtlasStage stage);
char *atlas_wording_format_projects (AtlasPlace *place);
char *atlas_wording_format_quantity (const AtlasQuantity *quantity);
char *atlas_wording_format_project_places (const AtlasProject *project);
const char *atlas_wording_get_zone_kind (const char *zone_kind);

G_END_DECLS
