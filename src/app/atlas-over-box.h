/* atlas-over-box.h: a box over something else, which it does not take the pointer from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasOverBox:
 *
 * A #GtkBox for an overlay: only its children answer to the pointer; where it has none, what lies
 * below does.
 */
#define ATLAS_TYPE_OVER_BOX (atlas_over_box_get_type ())
G_DECLARE_FINAL_TYPE (AtlasOverBox, atlas_over_box, ATLAS, OVER_BOX, GtkBox)

G_END_DECLS
