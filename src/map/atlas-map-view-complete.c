/* atlas-map-view-complete.c: when everything that is to be seen of the map was drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-view-private.h"

static gboolean
is_outlined (gpointer owner)
{
  AtlasMapView *self = owner;

  return !atlas_outline_layer_is_painting (self->outlines);
}

static gboolean
are_picked_complete (AtlasMapView *self)
{
  if (self->picked == NULL || g_list_model_get_n_items (self->picked) == 0)
    return TRUE;

  return atlas_map_readiness_is_complete (self->outlined) && is_outlined (self);
}

/* Says it when it became true or false; what it depends on says that it may have. */
void
_atlas_map_view_update_complete (AtlasMapView *self)
{
  gboolean complete = atlas_map_view_is_complete (self);

  if (self->complete == complete)
    return;

  self->complete = complete;
  _atlas_map_view_notify (self, MAP_VIEW_COMPLETE);
}

/* What was picked before the map was on screen could not wait for a frame then. */
static void
tiles_complete_cb (AtlasMapView *self)
{
  if (!atlas_map_readiness_is_complete (self->outlined))
    atlas_map_readiness_queue_check (self->outlined);
  _atlas_map_view_update_complete (self);
}

/* Watches all parts. */
void
_atlas_map_view_init_complete (AtlasMapView *self)
{
  /* The outlines of picked places are begun while a frame is drawn, and drawn with a later one. */
  self->outlined = atlas_map_readiness_new (GTK_WIDGET (self->outlines), is_outlined, self);
  g_signal_connect_object (self->outlines, "painted", G_CALLBACK (atlas_map_readiness_invalidate),
                           self->outlined, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outlined, "notify::complete",
                           G_CALLBACK (_atlas_map_view_update_complete), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tiles, "notify::complete", G_CALLBACK (tiles_complete_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ground, "notify::complete",
                           G_CALLBACK (_atlas_map_view_update_complete), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->overlay, "notify::complete",
                           G_CALLBACK (_atlas_map_view_update_complete), self, G_CONNECT_SWAPPED);
}

/**
 * atlas_map_view_is_complete:
 * @self: a map
 *
 * Returns: whether every visible tile and outline is done and was drawn
 */
gboolean
atlas_map_view_is_complete (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), FALSE);

  if (self->tiles == NULL || !atlas_map_tiles_is_complete (self->tiles)
      || !are_picked_complete (self))
    return FALSE;

  return !_atlas_map_view_has_ground (self)
         || (atlas_map_ground_is_complete (self->ground)
             && atlas_map_tiles_is_complete (self->overlay));
}
