/* atlas-cli-private.h: what the commands share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-catalog.h"
#include "atlas-cli.h"

G_BEGIN_DECLS

/**
 * AtlasCliOptions:
 *
 * The command line, taken apart. The texts are UTF-8.
 */
typedef struct
{
  char *database;
  gboolean json;
  int limit;
  char *place;
  char *family;
  char *category;
  char *status;
  char *document;
  GStrv arguments; /* what is no option, without the command's own name */
} AtlasCliOptions;

/**
 * AtlasCliFilters:
 *
 * The options that narrow a list.
 */
typedef enum
{
  ATLAS_CLI_FILTER_PLACE = 1 << 0,
  ATLAS_CLI_FILTER_FAMILY = 1 << 1,
  ATLAS_CLI_FILTER_CATEGORY = 1 << 2,
  ATLAS_CLI_FILTER_STATUS = 1 << 3,
  ATLAS_CLI_FILTER_DOCUMENT = 1 << 4,
  ATLAS_CLI_FILTER_ALL = (1 << 5) - 1,
} AtlasCliFilters;

typedef AtlasCliStatus (*AtlasCliCommandFunc) (AtlasCatalog *catalog,
                                               const AtlasCliOptions *options);

AtlasCliStatus _atlas_cli_show (AtlasCatalog *catalog, const AtlasCliOptions *options);
AtlasCliStatus _atlas_cli_list (AtlasCatalog *catalog, const AtlasCliOptions *options);
AtlasCliStatus _atlas_cli_search (AtlasCatalog *catalog, const AtlasCliOptions *options);
AtlasCliStatus _atlas_cli_check (AtlasCatalog *catalog, const AtlasCliOptions *options);

const char *_atlas_cli_find_useless_filter (const AtlasCliOptions *options,
                                            AtlasCliFilters filters);
char *_atlas_cli_shorten (const char *text);
AtlasCliStatus _atlas_cli_fail (GError *error);
AtlasCliStatus _atlas_cli_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
