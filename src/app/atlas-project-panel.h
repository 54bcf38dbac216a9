/* atlas-project-panel.h: the projects of a place that one document speaks of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-project-part.h"

G_BEGIN_DECLS

/**
 * AtlasProjectPanel:
 *
 * Few projects stand below each other, with their category. Many stand under the headings of their
 * categories, which are closed at first; the rows are built when a heading is opened.
 */
#define ATLAS_TYPE_PROJECT_PANEL (atlas_project_panel_get_type ())
G_DECLARE_FINAL_TYPE (AtlasProjectPanel, atlas_project_panel, ATLAS, PROJECT_PANEL, GtkBox)

GtkWidget *
atlas_project_panel_new (AtlasProfile *profile, const AtlasProjectPart *part, GHashTable *open);

G_END_DECLS
