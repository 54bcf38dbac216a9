/* atlas-note-list.h: remarks on the data, under a sentence that says what they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-note.h"

G_BEGIN_DECLS

/**
 * AtlasNoteList:
 *
 * Notes that have others below them are expanded when they are activated; those about a place
 * activate the action "win.show-place".
 */
#define ATLAS_TYPE_NOTE_LIST (atlas_note_list_get_type ())
G_DECLARE_FINAL_TYPE (AtlasNoteList, atlas_note_list, ATLAS, NOTE_LIST, GtkWidget)

GtkWidget *atlas_note_list_new (void);
void atlas_note_list_set_notes (AtlasNoteList *self, const char *summary, GListModel *notes);

G_END_DECLS
