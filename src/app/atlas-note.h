/* atlas-note.h: a remark on the data, or several under one title
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "atlas-place.h"

G_BEGIN_DECLS

/**
 * AtlasNote:
 *
 * A title, a detail, perhaps the place it is about and perhaps the notes that stand below it.
 */
#define ATLAS_TYPE_NOTE (atlas_note_get_type ())
G_DECLARE_FINAL_TYPE (AtlasNote, atlas_note, ATLAS, NOTE, GObject)

AtlasNote *atlas_note_new (const char *title, const char *detail, AtlasPlace *place);
void atlas_note_add (AtlasNote *self, AtlasNote *child);
const char *atlas_note_get_title (AtlasNote *self);
const char *atlas_note_get_detail (AtlasNote *self);
AtlasPlace *atlas_note_get_place (AtlasNote *self);
GListModel *atlas_note_get_children (AtlasNote *self);

G_END_DECLS
