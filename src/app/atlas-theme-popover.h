/* atlas-theme-popover.h: what the map can be coloured by, to choose from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * AtlasThemePopover:
 *
 * A list that is searched by typing. Families, clusters, zones and the number of projects have a
 * page of their own each. Choosing sets the theme of the session and ends its highlight.
 */
#define ATLAS_TYPE_THEME_POPOVER (atlas_theme_popover_get_type ())
G_DECLARE_FINAL_TYPE (AtlasThemePopover, atlas_theme_popover, ATLAS, THEME_POPOVER, GtkPopover)

GtkWidget *atlas_theme_popover_new (AtlasSession *session);

G_END_DECLS
