/* atlas-text.h: a text of as many lines as it needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *atlas_text_new (const char *text, const char *css_class);

G_END_DECLS
