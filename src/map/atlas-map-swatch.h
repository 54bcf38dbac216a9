/* atlas-map-swatch.h: the colour and the pattern of a class of a theme
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-map-scheme.h"

G_BEGIN_DECLS

GtkWidget *atlas_map_swatch_new (void);
void atlas_map_swatch_set (GtkWidget *self,
                           AtlasMapScheme *scheme,
                           const AtlasMapClass *klass,
                           const AtlasMapLook *look);

G_END_DECLS
