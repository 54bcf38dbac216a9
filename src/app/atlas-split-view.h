/* atlas-split-view.h: a centre that never disappears, between two panes that may
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasSplitView:
 *
 * Three children side by side; the handles between them are dragged, or moved with the arrow keys.
 * Where the view is too narrow for all three it is "collapsed": the end pane then slides over the
 * centre, and is closed until opened.
 *
 * Properties: "start", "centre", "end" (#GtkWidget); "show-start", "show-end" (boolean: whether a
 * pane has its place beside the centre); "end-open" (boolean: whether the end pane lies over the
 * centre while collapsed); "start-width", "end-width" (pixels, as wished; a narrow view gives
 * less; 0 lets the end pane take a share of the view); "collapsed" (boolean, read-only);
 * "end-visible" (boolean: "end-open" while collapsed, else "show-end"; what a toggle button is
 * about), "covered-width" (int, read-only: how much of the centre the end pane lies over).
 */
#define ATLAS_TYPE_SPLIT_VIEW (atlas_split_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSplitView, atlas_split_view, ATLAS, SPLIT_VIEW, GtkWidget)

GtkWidget *atlas_split_view_new (void);
gboolean atlas_split_view_get_collapsed (AtlasSplitView *self);
gboolean atlas_split_view_get_end_open (AtlasSplitView *self);
void atlas_split_view_set_end_open (AtlasSplitView *self, gboolean open);

G_END_DECLS
