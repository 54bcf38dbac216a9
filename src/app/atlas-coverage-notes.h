/* atlas-coverage-notes.h: what was repaired and what was inferred, as notes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "atlas-check.h"

G_BEGIN_DECLS

GListModel *atlas_coverage_notes_list_repairs (const AtlasCheck *check);
GListModel *atlas_coverage_notes_list_inferences (const AtlasCheck *check, AtlasCatalog *catalog);

G_END_DECLS
