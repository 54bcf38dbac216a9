/* atlas-preferences.h: what a person can choose once for all maps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-tile-control.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PREFERENCES (atlas_preferences_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPreferences, atlas_preferences, ATLAS, PREFERENCES, AdwWindow)

GtkWidget *atlas_preferences_new (GtkWindow *parent, GSettings *settings, AtlasTileControl *tiles);

G_END_DECLS
