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
  gboolean version;
  int limit;
  GStrv places;
  char *family;
  char *category;
  char *status;
  char *document;
  char *format;
  char *output;
  char *colour_by;
  char *title;
  char *size;
  char *scale;
  char *approval;
  gboolean dark;
  gboolean no_badges;
  char *command;   /* NULL where none is given */
  GStrv arguments; /* what is no option, without the command */
} AtlasCliOptions;

/**
 * AtlasCliTakes:
 * @ATLAS_CLI_TAKES_FILTERS: all that narrow a list
 * @ATLAS_CLI_TAKES_MAP: all that say how a map is to look
 *
 * The options a command takes.
 */
typedef enum
{
  ATLAS_CLI_TAKES_PLACE = 1 << 0,
  ATLAS_CLI_TAKES_FAMILY = 1 << 1,
  ATLAS_CLI_TAKES_CATEGORY = 1 << 2,
  ATLAS_CLI_TAKES_STATUS = 1 << 3,
  ATLAS_CLI_TAKES_DOCUMENT = 1 << 4,
  ATLAS_CLI_TAKES_FILTERS = (1 << 5) - 1,
  ATLAS_CLI_TAKES_LIMIT = 1 << 5,
  ATLAS_CLI_TAKES_JSON = 1 << 6,
  ATLAS_CLI_TAKES_MAP = 1 << 7,
} AtlasCliTakes;

typedef AtlasCliStatus (*AtlasCliCommandFunc) (AtlasCatalog *catalog,
                                               const AtlasCliOptions *options);

AtlasCliStatus _atlas_cli_show (AtlasCatalog *catalog, const AtlasCliOptions *options);
AtlasCliStatus _atlas_cli_list (AtlasCatalog *catalog, const AtlasCliOptions *options);
AtlasCliStatus _atlas_cli_search (AtlasCatalog *catalog, const AtlasCliOptions *options);
AtlasCliStatus _atlas_cli_check (AtlasCatalog *catalog, const AtlasCliOptions *options);
AtlasCliStatus _atlas_cli_export (AtlasCatalog *catalog, const AtlasCliOptions *options);

void _atlas_cli_options_clear (AtlasCliOptions *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasCliOptions, _atlas_cli_options_clear)

gboolean _atlas_cli_options_parse (AtlasCliOptions *self, char **argv, GError **error);
const char *_atlas_cli_options_find_useless (const AtlasCliOptions *self, AtlasCliTakes takes);
int _atlas_cli_find_command (int argc, char **argv);
char *_atlas_cli_shorten (const char *text);
AtlasCliStatus _atlas_cli_fail (GError *error);
AtlasCliStatus _atlas_cli_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
