/* atlas-check.h: whether a data set is right, and how much it covers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-catalog.h"

G_BEGIN_DECLS

/**
 * AtlasCoverage:
 *
 * How many facts the data set holds for one city or county.
 */
typedef struct
{
  AtlasPlace *place;
  guint n_positioning;
  guint n_leading;
  guint n_cultivated;
  guint n_repaired;
} AtlasCoverage;

/**
 * AtlasCheck:
 * @coverage: (element-type AtlasCoverage): the cities and counties, by code
 * @problems: (element-type utf8): what is wrong, one sentence each; empty where all is right
 */
typedef struct
{
  GPtrArray *coverage;
  GPtrArray *problems;
} AtlasCheck;

AtlasCheck *atlas_check_run (AtlasCatalog *catalog, GError **error);
void atlas_check_free (AtlasCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCheck, atlas_check_free)

G_END_DECLS
