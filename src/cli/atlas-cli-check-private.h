/* atlas-cli-check-private.h: what both forms of `check` share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-check.h"

G_BEGIN_DECLS

#define ATLAS_CLI_N_SIZES 8

/* How many of something the data set holds. */
typedef struct
{
  const char *member; /* in JSON */
  const char *label;  /* in the text */
  guint n;
} AtlasCliSize;

void _atlas_cli_check_list_sizes (const AtlasCheck *check, AtlasCliSize sizes[ATLAS_CLI_N_SIZES]);
void _atlas_cli_check_print (AtlasCatalog *catalog, const AtlasCheck *check);

G_END_DECLS
