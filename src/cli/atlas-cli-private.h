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
  char *document;
  GStrv arguments; /* what is no option, without the command's own name */
} AtlasCliOptions;

typedef AtlasCliStatus (*AtlasCliCommandFunc) (AtlasCatalog *catalog,
                                               const AtlasCliOptions *options);

AtlasCliStatus _atlas_cli_show (AtlasCatalog *catalog, const AtlasCliOptions *options);
AtlasCliStatus _atlas_cli_list (AtlasCatalog *catalog, const AtlasCliOptions *options);
AtlasCliStatus _atlas_cli_search (AtlasCatalog *catalog, const AtlasCliOptions *options);
AtlasCliStatus _atlas_cli_check (AtlasCatalog *catalog, const AtlasCliOptions *options);

char *_atlas_cli_shorten (const char *text);
AtlasCliStatus _atlas_cli_fail (GError *error);
AtlasCliStatus _atlas_cli_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
