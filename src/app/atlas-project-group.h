/* atlas-project-group.h: the heading of the projects of one category
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-disclosure-row.h"

G_BEGIN_DECLS

/**
 * AtlasProjectGroup:
 *
 * Category and number of the projects that its list shows below it while it is open.
 */
#define ATLAS_TYPE_PROJECT_GROUP (atlas_project_group_get_type ())
G_DECLARE_FINAL_TYPE (
    AtlasProjectGroup, atlas_project_group, ATLAS, PROJECT_GROUP, AtlasDisclosureRow)

GtkWidget *atlas_project_group_new (const char *category, guint n_projects);
const char *atlas_project_group_get_category (AtlasProjectGroup *self);

G_END_DECLS
