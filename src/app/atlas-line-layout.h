/* atlas-line-layout.h: children side by side in one line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasLineLayout:
 *
 * Lays children out in reading direction at their natural width; where that is too much, those that
 * can be narrower are, and what is left goes to those that expand. It does what #GtkBoxLayout does,
 * which for that asks every text how wide it is at a given height: GTK 4.8 finds that out by
 * trying, a millisecond each.
 */
#define ATLAS_TYPE_LINE_LAYOUT (atlas_line_layout_get_type ())
G_DECLARE_FINAL_TYPE (AtlasLineLayout, atlas_line_layout, ATLAS, LINE_LAYOUT, GtkLayoutManager)

GtkLayoutManager *atlas_line_layout_new (int spacing);

G_END_DECLS
