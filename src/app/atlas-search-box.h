/* atlas-search-box.h: the entry in the header bar and its list of hits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * AtlasSearchBox:
 *
 * Properties: "session" (#AtlasSession, nullable).
 */
#define ATLAS_TYPE_SEARCH_BOX (atlas_search_box_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSearchBox, atlas_search_box, ATLAS, SEARCH_BOX, GtkWidget)

GtkWidget *atlas_search_box_new (void);
void atlas_search_box_set_session (AtlasSearchBox *self, AtlasSession *session);

G_END_DECLS
