/* atlas-theme-row.h: one line of the theme chooser
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-theme-item.h"

G_BEGIN_DECLS

/**
 * AtlasThemeRow:
 *
 * Signals: "toggled" (somebody ticked or unticked its item).
 */
#define ATLAS_TYPE_THEME_ROW (atlas_theme_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasThemeRow, atlas_theme_row, ATLAS, THEME_ROW, GtkWidget)

GtkWidget *atlas_theme_row_new (void);
void atlas_theme_row_set_item (AtlasThemeRow *self, AtlasThemeItem *item);
AtlasThemeItem *atlas_theme_row_get_item (AtlasThemeRow *self);
void atlas_theme_row_update (AtlasThemeRow *self,
                             const AtlasMapTheme *theme,
                             const char *heading,
                             const char *detail);

G_END_DECLS
