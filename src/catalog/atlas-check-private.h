/* atlas-check-private.h: what the parts of the check share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-check.h"

G_BEGIN_DECLS

gboolean _atlas_check_apply_rules (AtlasCheck *self, AtlasDatabase *database, GError **error);
gboolean _atlas_check_count (AtlasCheck *self, AtlasCatalog *catalog, GError **error);

G_END_DECLS
