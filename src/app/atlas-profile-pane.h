/* atlas-profile-pane.h: what the documents say of the selected place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * AtlasProfilePane:
 *
 * Properties: "session" (#AtlasSession, nullable).
 */
#define ATLAS_TYPE_PROFILE_PANE (atlas_profile_pane_get_type ())
G_DECLARE_FINAL_TYPE (AtlasProfilePane, atlas_profile_pane, ATLAS, PROFILE_PANE, GtkWidget)

GtkWidget *atlas_profile_pane_new (void);
void atlas_profile_pane_set_session (AtlasProfilePane *self, AtlasSession *session);
gboolean atlas_profile_pane_is_complete (AtlasProfilePane *self);

G_END_DECLS
