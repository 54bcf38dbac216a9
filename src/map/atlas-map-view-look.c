/* atlas-map-view-look.c: the colours of the map and what is said about them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-view-private.h"

#include <adwaita.h>

#include "atlas-map-colouring.h"
#include "atlas-rgba.h"

static gboolean
is_dark (AtlasMapView *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));

  return adw_style_manager_get_dark (adw_style_manager_get_for_display (display));
}

static void
clear_look (AtlasMapView *self)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  atlas_map_tiles_show (self->tiles, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->labels), FALSE);
  atlas_map_legend_set_entries (ATLAS_MAP_LEGEND (self->legend), NULL, nothing);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Paints the map as the data set, the colouring and the theme now ask for. */
void
_atlas_map_view_update_look (AtlasMapView *self)
{
  g_autoptr (AtlasMapStyle) style = NULL;
  g_autoptr (GError) error = NULL;

  if (self->geometry == NULL)
    {
      clear_look (self);
      return;
    }

  style = atlas_map_colouring_make_style (self->catalog, self->geometry, self->colouring,
                                          self->highlight, is_dark (self), &error);
  if (style == NULL)
    {
      g_warning ("The map cannot be coloured: %s", error->message);
      return;
    }

  atlas_map_tiles_show (self->tiles, self->geometry, style);
}

static void
update_legend (AtlasMapView *self, gboolean dark)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = atlas_map_colouring_make_legend (self->catalog, self->colouring,
                                                                   self->highlight, dark, &error);

  if (entries == NULL)
    {
      g_warning ("The legend cannot be made: %s", error->message);
      return;
    }

  atlas_map_legend_set_entries (ATLAS_MAP_LEGEND (self->legend),
                                atlas_map_colouring_get_title (self->catalog, self->colouring,
                                                               self->highlight),
                                entries);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Names and legend change together with the tiles they belong to. */
static void
style_shown_cb (AtlasMapView *self)
{
  AtlasMapStyle *style = atlas_map_tiles_get_style (self->tiles);
  gboolean dark = atlas_map_style_is_dark (style);

  atlas_label_layer_set_dark (self->labels, dark);
  gtk_widget_set_visible (GTK_WIDGET (self->labels), TRUE);
  update_legend (self, dark);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Follows the theme. */
void
_atlas_map_view_init_look (AtlasMapView *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));

  g_signal_connect_object (self->tiles, "style-shown", G_CALLBACK (style_shown_cb), self,
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
