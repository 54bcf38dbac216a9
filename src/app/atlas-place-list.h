/* atlas-place-list.h: cities, their counties and districts, in step with the session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * AtlasPlaceList:
 *
 * Properties: "session" (#AtlasSession, nullable).
 */
#define ATLAS_TYPE_PLACE_LIST (atlas_place_list_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPlaceList, atlas_place_list, ATLAS, PLACE_LIST, GtkWidget)

GtkWidget *atlas_place_list_new (void);
void atlas_place_list_set_session (AtlasPlaceList *self, AtlasSession *session);

G_END_DECLS
