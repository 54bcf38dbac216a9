/* atlas-related-section.h: places that are like a place, next to it or in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-catalog.h"

G_BEGIN_DECLS

GtkWidget *atlas_related_section_new_similar (AtlasCatalog *catalog, AtlasProfile *profile);
GtkWidget *atlas_related_section_new_neighbours (AtlasCatalog *catalog, AtlasPlace *place);
GtkWidget *atlas_related_section_new_counties (AtlasCatalog *catalog, AtlasPlace *city);

G_END_DECLS
