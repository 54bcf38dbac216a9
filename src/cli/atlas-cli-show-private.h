/* atlas-cli-show-private.h: how `show` prints facts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-catalog.h"

G_BEGIN_DECLS

void _atlas_cli_print_why (const char *why);
void _atlas_cli_print_standing (const AtlasProjectStatement *statement);
void _atlas_cli_print_claim_end (const AtlasClaim *claim);
void _atlas_cli_print_facts (AtlasProfile *profile);
void _atlas_cli_print_others (GPtrArray *similar, GPtrArray *neighbours);

G_END_DECLS
