/* atlas-changes.h: what the newest plan says of a place that older documents did not, and the
 * reverse
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-profile.h"

G_BEGIN_DECLS

/**
 * AtlasChangeKind:
 * @ATLAS_CHANGE_CONTINUED: the newest plan and an older document both say it
 * @ATLAS_CHANGE_NEW: only the newest plan does
 * @ATLAS_CHANGE_GONE: only older documents do; which does not mean that it was given up
 */
typedef enum
{
  ATLAS_CHANGE_CONTINUED,
  ATLAS_CHANGE_NEW,
  ATLAS_CHANGE_GONE,
  ATLAS_N_CHANGE_KINDS,
} AtlasChangeKind;

/**
 * AtlasChange:
 * @kind: how the two compare
 * @field: positioning, industry or project
 * @role: of industries
 * @newer: (nullable): what the newest plan says
 * @older: (nullable): what the newest of the older documents says
 *
 * @newer and @older are borrowed from the profile; their texts may differ in wording (石化,
 * 绿色石化).
 */
typedef struct
{
  AtlasChangeKind kind;
  AtlasClaimField field;
  AtlasIndustryRole role;
  const AtlasClaim *newer;
  const AtlasClaim *older;
} AtlasChange;

gboolean atlas_changes_is_possible (AtlasProfile *profile, const char *newest_period);
GPtrArray *atlas_changes_compute (AtlasProfile *profile, const char *newest_period);

G_END_DECLS
