/* atlas-tooltip.h: short tooltips on one line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void atlas_tooltip_set (GtkWidget *widget, const char *text);
void atlas_tooltip_mend_all (GtkWidget *root);

G_END_DECLS
