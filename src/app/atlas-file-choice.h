/* atlas-file-choice.h: asking for a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void atlas_file_choice_open (GtkWindow *parent,
                             const char *title,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GFile *atlas_file_choice_open_finish (GAsyncResult *result, GError **error);

G_END_DECLS
