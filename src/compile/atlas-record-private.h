/* atlas-record-private.h: what the files of AtlasRecord share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-record.h"

G_BEGIN_DECLS

const char *_atlas_record_node_get_text (JsonNode *node);

G_END_DECLS
