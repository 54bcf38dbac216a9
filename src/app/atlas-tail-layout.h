/* atlas-tail-layout.h: small widgets behind the last character of a wrapped text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasTailLayout:
 *
 * For a widget whose first child is a #GtkLabel and whose other children are small (the evidence
 * numbers): the text takes the whole width, and the others follow the end of its last line as if
 * they were part of the text. Where that line is full, the text is wrapped earlier, so that they do
 * not stand alone; only where there is no room for that, they stand below.
 */
#define ATLAS_TYPE_TAIL_LAYOUT (atlas_tail_layout_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTailLayout, atlas_tail_layout, ATLAS, TAIL_LAYOUT, GtkLayoutManager)

GtkLayoutManager *atlas_tail_layout_new (void);

G_END_DECLS
