/* atlas-section.h: a part of a profile under a heading of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkBox *atlas_section_new (const char *title, const char *note);
void atlas_section_add_sentence (GtkBox *section, const char *text);
void atlas_section_add_subheading (GtkBox *section, const char *title);

G_END_DECLS
