/* atlas-profile-sections.h: the sections below the header of a profile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-session.h"

G_BEGIN_DECLS

void atlas_profile_sections_add_first (GtkBox *box, AtlasSession *session, AtlasProfile *profile);
void atlas_profile_sections_add_rest (GtkBox *box, AtlasSession *session, AtlasProfile *profile);
GtkWidget *atlas_profile_sections_find_zones (GtkBox *box);

G_END_DECLS
