/* atlas-zone-section.h: the zones and designations of a place, as badges and in full
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-session.h"

G_BEGIN_DECLS

GtkWidget *atlas_zone_badges_new (AtlasSession *session, AtlasProfile *profile);
GtkWidget *atlas_zone_section_new (AtlasSession *session, AtlasProfile *profile);

G_END_DECLS
