/* atlas-file-choice.h: asking for a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasFileKind:
 * @name: what files of the kind are called, for people
 * @pattern: what their names look like: *.mbtiles
 *
 * What is offered at first; other files can be chosen too.
 */
typedef struct
{
  const char *name;
  const char *pattern;
} AtlasFileKind;

void atlas_file_choice_open (GtkWindow *parent,
                             const char *title,
                             const AtlasFileKind *kind,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
void atlas_file_choice_save (GtkWindow *parent,
                             const char *title,
                             const char *name,
                             const AtlasFileKind *kind,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GFile *atlas_file_choice_finish (GAsyncResult *result, GError **error);

G_END_DECLS
