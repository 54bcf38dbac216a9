/* atlas-search.h: from what a person types to what the data set holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-catalog.h"

G_BEGIN_DECLS

/**
 * AtlasPlaceHit:
 *
 * @match is the text that matched (a name, an alias, a reading, a code), with the matched part
 * between `[[` and `]]`. @rank is smaller for better hits.
 */
#define ATLAS_TYPE_PLACE_HIT (atlas_place_hit_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPlaceHit, atlas_place_hit, ATLAS, PLACE_HIT, GObject)

AtlasPlace *atlas_place_hit_get_place (AtlasPlaceHit *self);
const char *atlas_place_hit_get_match (AtlasPlaceHit *self);
gboolean atlas_place_hit_is_exact (AtlasPlaceHit *self);

GListModel *atlas_search_places (AtlasCatalog *catalog, const char *text, guint limit);

/**
 * AtlasTextHit:
 * @term: (nullable): the industry found
 * @citation: (nullable): the passage found
 * @match: the text that matched, with the matched part between `[[` and `]]`
 *
 * Owned by the array it came in; one of @term and @citation is set.
 */
typedef struct
{
  AtlasIndustryTerm *term;
  AtlasCitation *citation;
  char *match;
} AtlasTextHit;

GPtrArray *
atlas_search_industries (AtlasCatalog *catalog, const char *text, guint limit, GError **error);

/**
 * AtlasProjectHits:
 * @list: the projects found
 * @matches: (element-type utf8): of each, the name that matched, with the matched part between `[[`
 *   and `]]`: its own, or what an older document calls it
 */
typedef struct
{
  AtlasProjectList *list;
  GPtrArray *matches;
} AtlasProjectHits;

AtlasProjectHits *
atlas_search_projects (AtlasCatalog *catalog, const char *text, guint limit, GError **error);
void atlas_project_hits_free (AtlasProjectHits *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasProjectHits, atlas_project_hits_free)

GPtrArray *
atlas_search_passages (AtlasCatalog *catalog, const char *text, guint limit, GError **error);

G_END_DECLS
