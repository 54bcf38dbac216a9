/* atlas-cli-list-private.h: what the lists share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "atlas-cli-private.h"

G_BEGIN_DECLS

/**
 * AtlasCliList:
 * @catalog: the catalog
 * @filter: what the list is narrowed to
 * @builder: (nullable): inside the array that is printed; %NULL for text
 * @n_listed: how many objects or lines there are
 *
 * A list that is being printed.
 */
typedef struct
{
  AtlasCatalog *catalog;
  AtlasProjectFilter filter;
  JsonBuilder *builder;
  guint n_listed;
} AtlasCliList;

AtlasCliStatus _atlas_cli_read_filter (AtlasCatalog *catalog,
                                       const AtlasCliOptions *options,
                                       AtlasProjectFilter *filter);
AtlasCliStatus _atlas_cli_list_projects (AtlasCliList *list);
AtlasCliStatus _atlas_cli_list_clusters (AtlasCliList *list);
AtlasCliStatus _atlas_cli_list_zones (AtlasCliList *list);
gboolean _atlas_cli_is_within (AtlasPlace *place, AtlasPlace *whole);

G_END_DECLS
