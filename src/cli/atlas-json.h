/* atlas-json.h: the stable JSON of the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "atlas-catalog.h"
#include "atlas-similar.h"

G_BEGIN_DECLS

void _atlas_json_begin_place (JsonBuilder *builder, AtlasPlace *place);
void _atlas_json_add_document (JsonBuilder *builder, const AtlasDocument *document);
void _atlas_json_begin_industry_term (JsonBuilder *builder, const AtlasIndustryTerm *term);
void _atlas_json_begin_project (JsonBuilder *builder,
                                const AtlasProject *project,
                                AtlasPlace *place,
                                GPtrArray *citations);
void _atlas_json_add_group (JsonBuilder *builder,
                            const AtlasGroup *group,
                            const AtlasGroupMembers *members,
                            GPtrArray *listed);
void _atlas_json_add_profile (JsonBuilder *builder, AtlasProfile *profile, GPtrArray *similar);
void _atlas_json_begin_citation (JsonBuilder *builder, const AtlasCitation *citation);
void _atlas_json_add_citations (JsonBuilder *builder, GArray *indices, GPtrArray *citations);
void _atlas_json_set_text (JsonBuilder *builder, const char *member, const char *text);
void _atlas_json_print (JsonBuilder *builder);

G_END_DECLS
