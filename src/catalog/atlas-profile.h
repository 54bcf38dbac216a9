/* atlas-profile.h: what the documents say of one place, with their passages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-place.h"

G_BEGIN_DECLS

/**
 * AtlasDocument:
 *
 * One of the source documents; owned by the catalog. @published is ISO 8601 as exact as known
 * ("2026-05", "2021"), @period the years it speaks of ("2026-2030"), @period_name what people call
 * them (“十五五”). @is_extract says whether only a part of it was at hand.
 */
typedef struct
{
  char *id;
  char *title;
  char *full_title;
  char *published;
  char *period;
  char *period_name;
  char *kind;
  gboolean is_extract;
} AtlasDocument;

/**
 * AtlasFamily:
 *
 * A family of industries; owned by the catalog. @divisions are the GB/T 4754—2017 divisions,
 * separated by spaces. @n_terms counts the distinct industry terms in it.
 */
typedef struct
{
  char *id;
  char *name;
  char *divisions;
  guint n_terms;
} AtlasFamily;

/**
 * AtlasCitation:
 *
 * Where a document says it. @box, @item, @section and @chapter are %NULL where the passage stands
 * in none; @box_title is %NULL where the box has no title or there is no box; @quote is verbatim
 * and at most 80 characters long.
 */
typedef struct
{
  const AtlasDocument *document;
  char *chapter;
  char *section;
  char *box;
  char *box_title;
  char *item;
  char *quote;
  gint64 passage;
} AtlasCitation;

char *atlas_citation_format_locator (const AtlasCitation *self);
char *atlas_citation_format_source (const AtlasCitation *self);

typedef enum
{
  ATLAS_CLAIM_KIND_STATED,
  ATLAS_CLAIM_KIND_SUMMARISED,
  ATLAS_CLAIM_KIND_INFERRED,
} AtlasClaimKind;

const char *atlas_claim_kind_to_string (AtlasClaimKind kind);

typedef enum
{
  ATLAS_INDUSTRY_ROLE_NONE,
  ATLAS_INDUSTRY_ROLE_LEADING,
  ATLAS_INDUSTRY_ROLE_CULTIVATED,
} AtlasIndustryRole;

const char *atlas_industry_role_to_string (AtlasIndustryRole role);

/**
 * AtlasClaimField:
 * @ATLAS_CLAIM_FIELD_POSITIONING: 定位
 * @ATLAS_CLAIM_FIELD_INDUSTRY: 主导产业, 优势产业, 培育产业
 * @ATLAS_CLAIM_FIELD_PROJECT: what one document says of a project; part of an
 * #AtlasProjectStatement
 * @ATLAS_CLAIM_FIELD_MEMBERSHIP: of a cluster or zone; part of an #AtlasMembership
 * @ATLAS_CLAIM_FIELD_INDICATOR: part of an #AtlasIndicator
 */
typedef enum
{
  ATLAS_CLAIM_FIELD_POSITIONING,
  ATLAS_CLAIM_FIELD_INDUSTRY,
  ATLAS_CLAIM_FIELD_PROJECT,
  ATLAS_CLAIM_FIELD_MEMBERSHIP,
  ATLAS_CLAIM_FIELD_INDICATOR,
} AtlasClaimField;

/**
 * AtlasClaim:
 *
 * One fact, as it is shown and cited. @family and @role are set for industries only; @why only
 * where
 * @kind is %ATLAS_CLAIM_KIND_INFERRED; @printed and @repair only where extraction damage was
 * repaired. @citations are indices into the citations of the profile or list the fact came in, at
 * least one.
 *
 * @id is `<place>/<field>/<slug>` for positioning and industries, `project/<id>/<document>/<n>` for
 * the n-th statement of a document on a project, `<place>/cluster/<id>`, `<place>/zone/<id>` for
 * memberships and `indicator/<id>` for indicators; stable across releases.
 */
typedef struct
{
  char *id;
  AtlasClaimField field;
  char *text;
  const AtlasFamily *family;
  AtlasIndustryRole role;
  char *period;
  AtlasClaimKind kind;
  char *why;
  char *printed;
  char *repair;
  GArray *citations;
} AtlasClaim;

/**
 * AtlasProfile:
 *
 * Everything known of one place; immutable once loaded. The arrays hold `AtlasClaim *` in printed
 * order, `AtlasProject *`, `AtlasMembership *`, `AtlasIndicator *` and, in the order of their first
 * use, `AtlasCitation *`.
 *
 * The projects of a city include those of its counties and districts. Newest document first, then
 * as printed.
 */
#define ATLAS_TYPE_PROFILE (atlas_profile_get_type ())
G_DECLARE_FINAL_TYPE (AtlasProfile, atlas_profile, ATLAS, PROFILE, GObject)

AtlasPlace *atlas_profile_get_place (AtlasProfile *self);
GPtrArray *atlas_profile_get_positioning (AtlasProfile *self);
GPtrArray *atlas_profile_get_industries (AtlasProfile *self);
GPtrArray *atlas_profile_get_projects (AtlasProfile *self);
GPtrArray *atlas_profile_get_clusters (AtlasProfile *self);
GPtrArray *atlas_profile_get_zones (AtlasProfile *self);
GPtrArray *atlas_profile_get_indicators (AtlasProfile *self);
GPtrArray *atlas_profile_get_citations (AtlasProfile *self);
const AtlasClaim *atlas_profile_find_claim (AtlasProfile *self, const char *id);
gboolean atlas_profile_is_empty (AtlasProfile *self);

G_END_DECLS
