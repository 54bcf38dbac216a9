/* atlas-swatch.h: a small square in the colour of a family
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-profile.h"

G_BEGIN_DECLS

/**
 * AtlasSwatch:
 *
 * Shows the same hue as the map and its legend, in the light or the dark set. It says nothing that
 * the text beside it does not say, so a screen reader passes it over.
 */
#define ATLAS_TYPE_SWATCH (atlas_swatch_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSwatch, atlas_swatch, ATLAS, SWATCH, GtkWidget)

GtkWidget *atlas_swatch_new (const AtlasFamily *family);

G_END_DECLS
