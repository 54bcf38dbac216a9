/* atlas-notice-bar.h: why the map is painted although other tiles were chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-tile-control.h"

G_BEGIN_DECLS

/**
 * AtlasNoticeBar:
 *
 * One sentence over the map, with what can be done about it; not to be seen while nothing is wrong,
 * nor once it was put away, until there is news.
 *
 * Properties: "control" (#AtlasTileControl, nullable, EXPLICIT_NOTIFY: whose problem it tells).
 */
#define ATLAS_TYPE_NOTICE_BAR (atlas_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (AtlasNoticeBar, atlas_notice_bar, ATLAS, NOTICE_BAR, GtkWidget)

GtkWidget *atlas_notice_bar_new (void);
void atlas_notice_bar_set_control (AtlasNoticeBar *self, AtlasTileControl *control);

G_END_DECLS
