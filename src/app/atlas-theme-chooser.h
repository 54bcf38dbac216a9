/* atlas-theme-chooser.h: what the map is coloured by, and the way to change it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * AtlasThemeChooser:
 *
 * A button that says what the map is coloured by and opens a list of all that it can be. While
 * something is highlighted it says that, and a button beside it ends the highlight.
 *
 * Properties: "session" (#AtlasSession, nullable).
 */
#define ATLAS_TYPE_THEME_CHOOSER (atlas_theme_chooser_get_type ())
G_DECLARE_FINAL_TYPE (AtlasThemeChooser, atlas_theme_chooser, ATLAS, THEME_CHOOSER, GtkWidget)

GtkWidget *atlas_theme_chooser_new (void);
void atlas_theme_chooser_set_session (AtlasThemeChooser *self, AtlasSession *session);
void atlas_theme_chooser_open (AtlasThemeChooser *self);

G_END_DECLS
