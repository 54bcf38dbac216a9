/* atlas-project-row.h: a project of a place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-disclosure-row.h"
#include "atlas-project-part.h"

G_BEGIN_DECLS

/**
 * AtlasProjectRow:
 *
 * Name, status and evidence numbers of one project; opened, all that the documents say of it.
 */
#define ATLAS_TYPE_PROJECT_ROW (atlas_project_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasProjectRow, atlas_project_row, ATLAS, PROJECT_ROW, AtlasDisclosureRow)

GtkWidget *atlas_project_row_new (AtlasProfile *profile,
                                  const AtlasProjectEntry *entry,
                                  const char *common_reason);
void atlas_project_row_show_category (AtlasProjectRow *self, GtkSizeGroup *columns);
const AtlasClaim *atlas_project_row_get_claim (AtlasProjectRow *self);

G_END_DECLS
