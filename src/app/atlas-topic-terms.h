/* atlas-topic-terms.h: the industries of one family, by place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-catalog.h"

G_BEGIN_DECLS

/**
 * AtlasTopicTerms:
 * @newest: (nullable): the industries that the newest plan names for a place
 * @older: (nullable): those that older documents name, each list behind the name of its period
 */
typedef struct
{
  char *newest;
  char *older;
} AtlasTopicTerms;

GHashTable *
atlas_topic_terms_load (AtlasCatalog *catalog, const AtlasFamily *family, GError **error);

G_END_DECLS
