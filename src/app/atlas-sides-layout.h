/* atlas-sides-layout.h: a text between two small widgets, or below them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasSidesLayout:
 *
 * For a widget with three children, the first and the last of which are small: where there is room,
 * they stand at the sides and the middle one gets what is left between them; where that would be
 * less than a few words, it stands below them and has the whole width. The first one may be hidden.
 */
#define ATLAS_TYPE_SIDES_LAYOUT (atlas_sides_layout_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSidesLayout, atlas_sides_layout, ATLAS, SIDES_LAYOUT, GtkLayoutManager)

G_END_DECLS
