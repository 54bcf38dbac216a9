/* atlas-change-item.h: a statement of one time beside that of another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-changes.h"

G_BEGIN_DECLS

GtkWidget *atlas_change_item_new (AtlasProfile *profile, const AtlasChange *change);
const char *atlas_change_item_get_period_name (AtlasProfile *profile, const AtlasClaim *claim);

G_END_DECLS
