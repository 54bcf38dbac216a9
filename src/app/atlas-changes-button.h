/* atlas-changes-button.h: one step to what has changed between the plans
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * AtlasChangesButton:
 *
 * A toggle button, and below it, while it is pressed, what atlas_changes_view_new() makes.
 */
#define ATLAS_TYPE_CHANGES_BUTTON (atlas_changes_button_get_type ())
G_DECLARE_FINAL_TYPE (AtlasChangesButton, atlas_changes_button, ATLAS, CHANGES_BUTTON, GtkBox)

GtkWidget *atlas_changes_button_new (AtlasSession *session, AtlasProfile *profile);

G_END_DECLS
