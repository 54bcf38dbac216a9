/* atlas-family-panel.h: a family of industries and the other places that plan it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-catalog.h"

G_BEGIN_DECLS

/**
 * AtlasFamilyPanel:
 *
 * Its rows activate the action "profile.select-place" with the code of a place, which an ancestor
 * provides.
 */
#define ATLAS_TYPE_FAMILY_PANEL (atlas_family_panel_get_type ())
G_DECLARE_FINAL_TYPE (AtlasFamilyPanel, atlas_family_panel, ATLAS, FAMILY_PANEL, GtkBox)

GtkWidget *
atlas_family_panel_new (AtlasCatalog *catalog, const AtlasFamily *family, AtlasPlace *place);

G_END_DECLS
