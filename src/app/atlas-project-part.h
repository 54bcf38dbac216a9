/* atlas-project-part.h: the projects of a place by document and category, as far as they fit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-catalog.h"

G_BEGIN_DECLS

/**
 * AtlasProjectEntry:
 * @project: a project
 * @shown: the one of its statements that its row shows
 *
 * Both are borrowed from a profile.
 */
typedef struct
{
  const AtlasProject *project;
  const AtlasProjectStatement *shown;
} AtlasProjectEntry;

/**
 * AtlasProjectPart:
 * @document: whose statements are shown
 * @reason: (nullable): why most of its projects are tied to the place, where that is inferred for
 *   them all alike; borrowed from the profile
 * @n_inferred: for how many of @entries
 * @entries: (element-type AtlasProjectEntry): by category, then as printed; at least one
 */
typedef struct
{
  const AtlasDocument *document;
  const char *reason;
  guint n_inferred;
  GArray *entries;
} AtlasProjectPart;

GPtrArray *atlas_project_parts_new (AtlasProfile *profile,
                                    GPtrArray *documents,
                                    const char *period,
                                    const char *stage);
guint atlas_project_parts_count (AtlasProfile *profile, const char *period, const char *stage);

G_END_DECLS
