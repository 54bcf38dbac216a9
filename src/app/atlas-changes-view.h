/* atlas-changes-view.h: what the newest plan says of a place that older documents did not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-session.h"

G_BEGIN_DECLS

GtkWidget *atlas_changes_view_new (AtlasSession *session, AtlasProfile *profile);

G_END_DECLS
