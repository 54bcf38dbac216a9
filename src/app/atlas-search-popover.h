/* atlas-search-popover.h: the list of hits below the search box
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-search.h"

G_BEGIN_DECLS

/**
 * AtlasSearchPopover:
 *
 * Signals: "chosen" (#AtlasPlace).
 */
#define ATLAS_TYPE_SEARCH_POPOVER (atlas_search_popover_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSearchPopover, atlas_search_popover, ATLAS, SEARCH_POPOVER, GtkPopover)

GtkWidget *atlas_search_popover_new (void);
void atlas_search_popover_show_hits (AtlasSearchPopover *self, GListModel *hits, const char *text);
GtkWidget *atlas_search_popover_get_selected_row (AtlasSearchPopover *self);
void atlas_search_popover_move (AtlasSearchPopover *self, int step);
void atlas_search_popover_choose (AtlasSearchPopover *self);

G_END_DECLS
