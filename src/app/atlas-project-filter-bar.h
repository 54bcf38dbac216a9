/* atlas-project-filter-bar.h: which projects of a place are listed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * AtlasProjectFilterBar:
 *
 * Shows and sets the session's "project-stage" and "project-period". Behind each choice stands how
 * many projects it would leave, and behind them what takes the filter away.
 */
#define ATLAS_TYPE_PROJECT_FILTER_BAR (atlas_project_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (
    AtlasProjectFilterBar, atlas_project_filter_bar, ATLAS, PROJECT_FILTER_BAR, GtkWidget)

gboolean atlas_project_filter_is_set (AtlasSession *session);
GtkWidget *atlas_project_filter_bar_new (AtlasSession *session, AtlasProfile *profile);

G_END_DECLS
