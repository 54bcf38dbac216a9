/* atlas-session-picked.c: the places that are collected, to be compared or shown together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-session-private.h"

/**
 * atlas_session_get_picked:
 * @self: a session
 *
 * Returns: (transfer none): the picked places, in the order they were picked, each once
 */
GListModel *
atlas_session_get_picked (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return G_LIST_MODEL (self->picked);
}

/**
 * atlas_session_get_n_picked:
 * @self: a session
 *
 * Returns: how many places are picked
 */
guint
atlas_session_get_n_picked (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->picked));
}

/**
 * atlas_session_is_picked:
 * @self: a session
 * @place: a place
 *
 * Returns: whether @place is picked
 */
gboolean
atlas_session_is_picked (AtlasSession *self, AtlasPlace *place)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);
  g_return_val_if_fail (ATLAS_IS_PLACE (place), FALSE);

  return g_list_store_find (self->picked, place, NULL);
}

/**
 * atlas_session_toggle_picked:
 * @self: a session
 * @place: a place
 *
 * Picks @place, or leaves it out again. The first one that is picked takes the selected place
 * along, as in a list of files: whoever has one before the eyes and adds another wants both.
 */
void
atlas_session_toggle_picked (AtlasSession *self, AtlasPlace *place)
{
  AtlasPlace *selected;
  gpointer added[2];
  guint n_added = 0;

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (ATLAS_IS_PLACE (place));

  if (g_list_store_find (self->picked, place, NULL))
    {
      atlas_session_unpick (self, place);
      return;
    }

  selected = atlas_session_get_selected (self);
  if (atlas_session_get_n_picked (self) == 0 && selected != NULL && selected != place)
    added[n_added++] = selected;
  added[n_added++] = place;
  g_list_store_splice (self->picked, atlas_session_get_n_picked (self), 0, added, n_added);
}

/**
 * atlas_session_pick_all:
 * @self: a session
 * @places: (element-type AtlasPlace): places
 *
 * Picks those of @places that are not picked yet.
 */
void
atlas_session_pick_all (AtlasSession *self, GPtrArray *places)
{
  g_autoptr (GPtrArray) added = NULL;

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (places != NULL);

  added = g_ptr_array_new ();
  for (guint i = 0; i < places->len; i++)
    {
      gpointer place = g_ptr_array_index (places, i);

      if (!g_list_store_find (self->picked, place, NULL) && !g_ptr_array_find (added, place, NULL))
        g_ptr_array_add (added, place);
    }
  if (added->len > 0)
    g_list_store_splice (self->picked, atlas_session_get_n_picked (self), 0, added->pdata,
                         added->len);
}

/**
 * atlas_session_unpick:
 * @self: a session
 * @place: a place, which need not be picked
 *
 * Leaves @place out of the picked ones.
 */
void
atlas_session_unpick (AtlasSession *self, AtlasPlace *place)
{
  guint position;

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (ATLAS_IS_PLACE (place));

  if (g_list_store_find (self->picked, place, &position))
    g_list_store_remove (self->picked, position);
}

/**
 * atlas_session_clear_picked:
 * @self: a session
 *
 * Leaves none picked.
 */
void
atlas_session_clear_picked (AtlasSession *self)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  if (atlas_session_get_n_picked (self) > 0)
    g_list_store_remove_all (self->picked);
}
