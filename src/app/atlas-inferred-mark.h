/* atlas-inferred-mark.h: the small mark of what is inferred
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *atlas_inferred_mark_new (const char *why);

G_END_DECLS
