/* atlas-map-view-look.c: the colours of the map and what is said about them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-view-private.h"

#include <adwaita.h>

#include "atlas-rgba.h"

static gboolean
is_dark (AtlasMapView *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));

  return adw_style_manager_get_dark (adw_style_manager_get_for_display (display));
}

static AtlasMapTiles *
get_themed_tiles (AtlasMapView *self)
{
  return _atlas_map_view_has_ground (self) ? self->overlay : self->tiles;
}

/* The same as long as it fits, so that nothing below the overlay is painted anew with it. */
static AtlasMapStyle *
get_paper_style (AtlasMapView *self, gboolean dark)
{
  AtlasMapLook look = { .dark = dark, .kept = ATLAS_MAP_KEEP_ALL };

  if (self->paper_style == NULL || atlas_map_style_is_dark (self->paper_style) != dark)
    {
      g_clear_pointer (&self->paper_style, atlas_map_style_unref);
      self->paper_style = atlas_map_scheme_make_style (self->paper, self->geometry, &look);
    }

  return self->paper_style;
}

static void
clear_look (AtlasMapView *self)
{
  self->painting = FALSE;
  atlas_map_tiles_show (self->tiles, NULL, NULL);
  atlas_map_tiles_show (self->overlay, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->labels), FALSE);
  atlas_map_legend_set_scheme (ATLAS_MAP_LEGEND (self->legend), NULL, NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Paints the map as the data set, the theme, what lies under it and the look of the desktop now
 * ask for. */
void
_atlas_map_view_update_look (AtlasMapView *self)
{
  g_autoptr (AtlasMapStyle) style = NULL;
  AtlasMapLook look;

  self->stale = FALSE;
  if (self->geometry == NULL)
    {
      clear_look (self);
      return;
    }

  look = atlas_map_view_get_look (self);
  style = atlas_map_scheme_make_style (self->scheme, self->geometry, &look);
  self->painting = TRUE;
  if (look.over)
    atlas_map_tiles_show (self->tiles, self->geometry, get_paper_style (self, look.dark));
  atlas_map_tiles_show (get_themed_tiles (self), self->geometry, style);
}

/* Names and legend change together with the tiles they belong to. */
static void
show_look (AtlasMapView *self)
{
  AtlasMapLook look = atlas_map_view_get_look (self);

  look.dark = atlas_map_style_is_dark (atlas_map_tiles_get_style (get_themed_tiles (self)));
  self->painting = FALSE;
  atlas_label_layer_set_dark (self->labels, look.dark);
  gtk_widget_set_visible (GTK_WIDGET (self->labels), TRUE);
  atlas_map_legend_set_scheme (ATLAS_MAP_LEGEND (self->legend), self->scheme, &look);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (self->stale)
    _atlas_map_view_update_look (self);
}

static void
base_shown_cb (AtlasMapView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (_atlas_map_view_has_ground (self))
    return;

  /* What lay over the tiles of a reader stayed until the painted map was there. */
  atlas_map_tiles_show (self->overlay, NULL, NULL);
  show_look (self);
}

static void
overlay_shown_cb (AtlasMapView *self)
{
  if (_atlas_map_view_has_ground (self))
    show_look (self);
}

/* Follows the desktop. */
void
_atlas_map_view_init_look (AtlasMapView *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));

  self->theme = g_strdup ("family");
  self->theme_known = TRUE;
  self->kept = ATLAS_MAP_KEEP_ALL;
  self->hatched = TRUE;
  atlas_map_view_set_badges (self, TRUE);
  g_object_bind_property (self, "kept", self->legend, "kept",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->tiles, "style-shown", G_CALLBACK (base_shown_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->overlay, "style-shown", G_CALLBACK (overlay_shown_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_for_display (display), "notify::dark",
                           G_CALLBACK (_atlas_map_view_update_look), self, G_CONNECT_SWAPPED);
}

/* What is seen where no tile is yet. */
void
_atlas_map_view_snapshot_sea (AtlasMapView *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AtlasMapStyle *style = atlas_map_tiles_get_style (self->tiles);
  const AtlasMapPalette *palette = style != NULL ? atlas_map_style_get_palette (style)
                                                 : atlas_map_palette_get (is_dark (self));
  GdkRGBA sea = atlas_rgba (&palette->sea);

  if (atlas_map_tiles_is_covering (self->tiles))
    return;

  gtk_snapshot_append_color (snapshot, &sea,
                             &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                  (float) gtk_widget_get_height (widget)));
}

/* Applies the theme to the data set. One that is not of this data set leaves paper, with @error. */
gboolean
_atlas_map_view_update_scheme (AtlasMapView *self, GError **error)
{
  g_autoptr (AtlasMapTheme) theme = NULL;

  g_clear_pointer (&self->scheme, atlas_map_scheme_unref);
  g_clear_pointer (&self->theme_name, g_free);
  self->theme_known = TRUE;
  if (self->geometry == NULL)
    return TRUE;

  theme = atlas_map_theme_parse (self->catalog, self->theme, error);
  if (theme != NULL)
    self->scheme = atlas_map_scheme_new (self->catalog, self->geometry, theme, error);
  self->theme_known = self->scheme != NULL;
  if (!self->theme_known)
    self->scheme = atlas_map_scheme_ref (self->paper);
  else if (theme->kind != ATLAS_MAP_THEME_NONE)
    self->theme_name = atlas_map_theme_get_name (theme);
  _atlas_map_view_update_badges (self);
  _atlas_map_view_describe (self);

  return self->theme_known;
}

/**
 * atlas_map_view_get_theme:
 * @self: a map
 *
 * Returns: what the colours mean, as it was set
 */
const char *
atlas_map_view_get_theme (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), NULL);

  return self->theme;
}

/**
 * atlas_map_view_set_theme:
 * @self: a map
 * @theme: (nullable): what the colours mean; %NULL for nothing
 * @error: return location
 *
 * Without a data set any theme will do. One that the data set does not know leaves the map without
 * colours.
 *
 * Returns: whether @theme is shown; otherwise @error is of %ATLAS_MAP_THEME_ERROR or of the data
 *   set's file
 */
gboolean
atlas_map_view_set_theme (AtlasMapView *self, const char *theme, GError **error)
{
  gboolean filtered;
  gboolean changed;
  gboolean known;

  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), FALSE);

  if (theme == NULL)
    theme = "none";
  changed = !g_str_equal (self->theme, theme);
  if (!changed && self->theme_known)
    return TRUE;

  g_free (self->theme);
  self->theme = g_strdup (theme);
  known = _atlas_map_view_update_scheme (self, error);
  if (!changed)
    return known;

  filtered = self->kept != ATLAS_MAP_KEEP_ALL;
  self->kept = ATLAS_MAP_KEEP_ALL;
  _atlas_map_view_update_look (self);
  _atlas_map_view_notify (self, MAP_VIEW_THEME);
  if (filtered)
    _atlas_map_view_notify (self, MAP_VIEW_KEPT);

  return known;
}

/**
 * atlas_map_view_get_scheme:
 * @self: a map
 *
 * Returns: (transfer none) (nullable): the theme applied to the data set, if there is one
 */
AtlasMapScheme *
atlas_map_view_get_scheme (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), NULL);

  return self->scheme;
}

/**
 * atlas_map_view_get_look:
 * @self: a map
 *
 * Returns: how the map is to look now
 */
AtlasMapLook
atlas_map_view_get_look (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), ((AtlasMapLook){ 0 }));

  return (AtlasMapLook){ .dark = is_dark (self),
                         .hatched = self->hatched,
                         .over = _atlas_map_view_has_ground (self),
                         .opacity = self->overlay_opacity,
                         .kept = self->kept };
}

/**
 * atlas_map_view_get_kept:
 * @self: a map
 *
 * Returns: the classes of the theme that keep their colour, bit by bit
 */
guint64
atlas_map_view_get_kept (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), ATLAS_MAP_KEEP_ALL);

  return self->kept;
}

/**
 * atlas_map_view_set_kept:
 * @self: a map
 * @kept: the classes of the theme that keep their colour while the others pale, bit by bit, or
 *   %ATLAS_MAP_KEEP_ALL
 */
void
atlas_map_view_set_kept (AtlasMapView *self, guint64 kept)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  if (self->kept == kept)
    return;

  self->kept = kept;
  _atlas_map_view_update_look (self);
  _atlas_map_view_notify (self, MAP_VIEW_KEPT);
}

/**
 * atlas_map_view_get_hatched:
 * @self: a map
 *
 * Returns: whether classes have a pattern beside their colour
 */
gboolean
atlas_map_view_get_hatched (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), FALSE);

  return self->hatched;
}

/**
 * atlas_map_view_set_hatched:
 * @self: a map
 * @hatched: whether classes have a pattern beside their colour
 */
void
atlas_map_view_set_hatched (AtlasMapView *self, gboolean hatched)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  if (self->hatched == !!hatched)
    return;

  self->hatched = !!hatched;
  _atlas_map_view_update_look (self);
  _atlas_map_view_notify (self, MAP_VIEW_HATCHED);
}
