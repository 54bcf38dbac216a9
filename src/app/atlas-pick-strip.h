/* atlas-pick-strip.h: the picked places, and what can be done with them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * AtlasPickStrip:
 *
 * Lies over the map while something is picked: how many, which, and buttons for the window's
 * commands that work on them.
 *
 * Properties: "session" (#AtlasSession, nullable).
 */
#define ATLAS_TYPE_PICK_STRIP (atlas_pick_strip_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPickStrip, atlas_pick_strip, ATLAS, PICK_STRIP, GtkWidget)

GtkWidget *atlas_pick_strip_new (void);
void atlas_pick_strip_set_session (AtlasPickStrip *self, AtlasSession *session);

G_END_DECLS
