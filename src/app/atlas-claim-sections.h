/* atlas-claim-sections.h: positioning and industries, the newest plan first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-session.h"

G_BEGIN_DECLS

void atlas_claim_sections_add (GtkBox *box, AtlasSession *session, AtlasProfile *profile);

G_END_DECLS
