/* atlas-project-section.h: the projects of a place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * AtlasProjectSection:
 *
 * All projects of a profile that fit the session's "project-stage" and "project-period": those of
 * the newest document first, then those that only older ones speak of, by document.
 */
#define ATLAS_TYPE_PROJECT_SECTION (atlas_project_section_get_type ())
G_DECLARE_FINAL_TYPE (AtlasProjectSection, atlas_project_section, ATLAS, PROJECT_SECTION, GtkBox)

GtkWidget *atlas_project_section_new (AtlasSession *session, AtlasProfile *profile);

G_END_DECLS
