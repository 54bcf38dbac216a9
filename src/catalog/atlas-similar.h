/* atlas-similar.h: places that have something in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-catalog.h"

G_BEGIN_DECLS

/**
 * AtlasSimilarPlace:
 * @place: borrowed from the catalog
 * @score: 0 … 1, for ordering and for other programs; never shown, since it ranks nothing
 * @shared: (element-type utf8): the reasons, the most telling first: names of families of leading
 *   industries, names of zones, “same city”, “neighbours”; at least one
 */
typedef struct
{
  AtlasPlace *place;
  double score;
  GPtrArray *shared;
} AtlasSimilarPlace;

GPtrArray *
atlas_similar_find (AtlasCatalog *catalog, AtlasProfile *profile, guint limit, GError **error);

G_END_DECLS
