/* atlas-overview.h: the province, shown while no place is selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-catalog.h"

G_BEGIN_DECLS

/**
 * AtlasOverview:
 *
 * How many places there are, where to begin, and which documents the data come from.
 */
#define ATLAS_TYPE_OVERVIEW (atlas_overview_get_type ())
G_DECLARE_FINAL_TYPE (AtlasOverview, atlas_overview, ATLAS, OVERVIEW, GtkBox)

GtkWidget *atlas_overview_new (void);
void atlas_overview_set_catalog (AtlasOverview *self, AtlasCatalog *catalog);

G_END_DECLS
