/* atlas-indicator-section.h: the indicators of a place or of the province
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-indicator.h"

G_BEGIN_DECLS

GtkWidget *atlas_indicator_section_new (AtlasProfile *profile);
GtkWidget *atlas_indicator_section_new_for_list (const AtlasIndicatorList *list);

G_END_DECLS
