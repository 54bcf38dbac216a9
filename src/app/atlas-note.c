/* atlas-note.c: a remark on the data, or several under one title
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-note.h"

struct _AtlasNote
{
  GObject parent_instance;

  /* owned */
  char *title;
  char *detail;
  AtlasPlace *place;
  GListStore *children;
};

G_DEFINE_FINAL_TYPE (AtlasNote, atlas_note, G_TYPE_OBJECT)

static void
atlas_note_finalize (GObject *object)
{
  AtlasNote *self = ATLAS_NOTE (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->detail, g_free);
  g_clear_object (&self->place);
  g_clear_object (&self->children);

  G_OBJECT_CLASS (atlas_note_parent_class)->finalize (object);
}

static void
atlas_note_class_init (AtlasNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_note_finalize;
}

static void
atlas_note_init (AtlasNote *self)
{
}

/**
 * atlas_note_new:
 * @title: what it says
 * @detail: (nullable): more of it
 * @place: (nullable): the place it is about
 *
 * Returns: (transfer full): a new note
 */
AtlasNote *
atlas_note_new (const char *title, const char *detail, AtlasPlace *place)
{
  AtlasNote *self;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (place == NULL || ATLAS_IS_PLACE (place), NULL);

  self = g_object_new (ATLAS_TYPE_NOTE, NULL);
  self->title = g_strdup (title);
  self->detail = g_strdup (detail);
  g_set_object (&self->place, place);
  return self;
}

/**
 * atlas_note_add:
 * @self: a note
 * @child: a note that stands below it
 */
void
atlas_note_add (AtlasNote *self, AtlasNote *child)
{
  g_return_if_fail (ATLAS_IS_NOTE (self));
  g_return_if_fail (ATLAS_IS_NOTE (child));

  if (self->children == NULL)
    self->children = g_list_store_new (ATLAS_TYPE_NOTE);
  g_list_store_append (self->children, child);
}

/**
 * atlas_note_get_title:
 * @self: a note
 *
 * Returns: what it says
 */
const char *
atlas_note_get_title (AtlasNote *self)
{
  g_return_val_if_fail (ATLAS_IS_NOTE (self), NULL);

  return self->title;
}

/**
 * atlas_note_get_detail:
 * @self: a note
 *
 * Returns: (nullable): more of it
 */
const char *
atlas_note_get_detail (AtlasNote *self)
{
  g_return_val_if_fail (ATLAS_IS_NOTE (self), NULL);

  return self->detail;
}

/**
 * atlas_note_get_place:
 * @self: a note
 *
 * Returns: (transfer none) (nullable): the place it is about
 */
AtlasPlace *
atlas_note_get_place (AtlasNote *self)
{
  g_return_val_if_fail (ATLAS_IS_NOTE (self), NULL);

  return self->place;
}

/**
 * atlas_note_get_children:
 * @self: a note
 *
 * Returns: (transfer none) (nullable): the notes below it
 */
GListModel *
atlas_note_get_children (AtlasNote *self)
{
  g_return_val_if_fail (ATLAS_IS_NOTE (self), NULL);

  return self->children != NULL ? G_LIST_MODEL (self->children) : NULL;
}
