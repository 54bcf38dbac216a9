/* atlas-map-view-ground.c: somebody else's tiles under the theme
 *
 * With a reader there are three: plain paper, painted, which is seen where the reader has nothing;
 * the reader's tiles; and over them the theme, painted without sea and paper. A reader that fails
 * gives way to the painted map, and is kept for another try.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-view-private.h"

/* The ground hides and shows its tiles by itself; the rest follows. */
static void
update_ground (AtlasMapView *self)
{
  gboolean shown = _atlas_map_view_has_ground (self);

  /* What stands on the map without a ground of its own needs one on pictures of any colour. */
  if (shown)
    gtk_widget_add_css_class (GTK_WIDGET (self), "over");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "over");
  _atlas_map_view_set_attribution (
      self, shown ? atlas_tile_reader_get_info (self->reader)->attribution : NULL);
  _atlas_map_view_update_look (self);
  _atlas_map_view_update_complete (self);
}

static void
ground_failed_cb (AtlasMapView *self, const GError *error)
{
  self->reader_failed = TRUE;
  update_ground (self);
  g_signal_emit_by_name (self, "reader-failed", error);
}

static void
reader_retried_cb (AtlasMapView *self)
{
  if (!self->reader_failed)
    return;

  self->reader_failed = FALSE;
  update_ground (self);
}

/* Makes room for it. */
void
_atlas_map_view_init_ground (AtlasMapView *self)
{
  self->overlay_opacity = 0.6;
  self->ground = atlas_map_ground_new (self->map, self->camera);
  self->overlay = atlas_map_tiles_new (self->map, self->camera);
  atlas_map_ground_set_floor (self->ground, atlas_map_tiles_get_top (self->tiles));
  atlas_map_tiles_set_floor (self->overlay, atlas_map_ground_get_top (self->ground));
  g_signal_connect_object (self->ground, "failed", G_CALLBACK (ground_failed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Returns: whether the theme lies over somebody else's tiles. */
gboolean
_atlas_map_view_has_ground (AtlasMapView *self)
{
  return self->reader != NULL && !self->reader_failed;
}

/**
 * atlas_map_view_get_reader:
 * @self: a map
 *
 * Returns: (transfer none) (nullable): where the tiles under the theme come from, even while they
 *   failed to
 */
AtlasTileReader *
atlas_map_view_get_reader (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), NULL);

  return self->reader;
}

/**
 * atlas_map_view_set_reader:
 * @self: a map
 * @reader: (nullable): where the tiles under the theme come from; %NULL for the painted map
 *
 * A reader that failed is tried again when it is set again.
 */
void
atlas_map_view_set_reader (AtlasMapView *self, AtlasTileReader *reader)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));
  g_return_if_fail (reader == NULL || ATLAS_IS_TILE_READER (reader));

  if (self->reader == reader)
    {
      if (self->reader_failed)
        atlas_tile_reader_retry (reader);
      return;
    }

  if (self->reader != NULL)
    g_signal_handlers_disconnect_by_func (self->reader, reader_retried_cb, self);
  g_set_object (&self->reader, reader);
  self->reader_failed = FALSE;
  if (reader != NULL)
    g_signal_connect_object (reader, "retried", G_CALLBACK (reader_retried_cb), self,
                             G_CONNECT_SWAPPED);
  atlas_map_ground_set_reader (self->ground, reader);
  update_ground (self);
  _atlas_map_view_notify (self, MAP_VIEW_READER);
}

/**
 * atlas_map_view_get_overlay_opacity:
 * @self: a map
 *
 * Returns: how opaque the fills are over somebody else's tiles, 0 … 1
 */
double
atlas_map_view_get_overlay_opacity (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), 0.0);

  return self->overlay_opacity;
}

/**
 * atlas_map_view_set_overlay_opacity:
 * @self: a map
 * @opacity: how opaque the fills are over somebody else's tiles, 0 … 1
 */
void
atlas_map_view_set_overlay_opacity (AtlasMapView *self, double opacity)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  opacity = CLAMP (opacity, 0.0, 1.0);
  if (self->overlay_opacity == opacity)
    return;

  self->overlay_opacity = opacity;
  /* A slider moves faster than tiles are painted: each is seen before the next one begins. */
  if (!_atlas_map_view_has_ground (self))
    self->stale = FALSE;
  else if (self->painting)
    self->stale = TRUE;
  else
    _atlas_map_view_update_look (self);
  _atlas_map_view_notify (self, MAP_VIEW_OVERLAY_OPACITY);
}

/**
 * atlas_map_view_paint_ground:
 * @self: a map
 * @cr: what is painted on; its units count from the top left of @window
 * @window: which part of the world, and how large
 *
 * Paints the tiles that lie under the theme, as far as they are at hand; nothing where the map is
 * painted.
 */
void
atlas_map_view_paint_ground (AtlasMapView *self, cairo_t *cr, const AtlasMapWindow *window)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self) && cr != NULL && window != NULL);

  if (_atlas_map_view_has_ground (self))
    atlas_map_ground_paint (self->ground, cr, window);
}
