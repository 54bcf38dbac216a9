/* atlas-line.h: a box whose children stand in one line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasLine:
 *
 * A container with an #AtlasLineLayout; for texts that may be wrapped, cheaper than a #GtkBox.
 */
#define ATLAS_TYPE_LINE (atlas_line_get_type ())
G_DECLARE_FINAL_TYPE (AtlasLine, atlas_line, ATLAS, LINE, GtkWidget)

GtkWidget *atlas_line_new (int spacing);
void atlas_line_append (AtlasLine *self, GtkWidget *child);

G_END_DECLS
