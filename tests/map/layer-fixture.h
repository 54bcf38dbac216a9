/* layer-fixture.h: a layer of the map in a window of its own, and what it draws
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

#include "atlas-map-pose.h"
#include "../paint/map-fixture.h"

#define LAYER_WIDTH 600
#define LAYER_HEIGHT 500
#define PATIENCE_SECONDS 20

typedef struct
{
  AtlasCatalog *catalog;
  AtlasMapGeometry *geometry;
  ShumateViewport *viewport;
  GtkWidget *window;
  GtkWidget *layer;
} LayerFixture;

static inline void
look_at (LayerFixture *fixture, double longitude, double latitude, double zoom)
{
  shumate_location_set_location (SHUMATE_LOCATION (fixture->viewport), latitude, longitude);
  shumate_viewport_set_zoom_level (fixture->viewport, zoom);
}

static inline void
layer_set_up (LayerFixture *fixture)
{
  fixture->catalog = open_catalog ();
  fixture->geometry = load_geometry (fixture->catalog);
  fixture->viewport = shumate_viewport_new ();
  look_at (fixture, 122.3, 40.9, 7.0);
}

static inline gboolean
out_of_patience (gpointer data)
{
  g_error ("The layer did not get there in %d seconds.", PATIENCE_SECONDS);
  return G_SOURCE_REMOVE;
}

static inline void
layer_wait (gboolean (*reached) (LayerFixture *), LayerFixture *fixture)
{
  guint id = g_timeout_add_seconds (PATIENCE_SECONDS, out_of_patience, NULL);

  while (!reached (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

static inline gboolean
has_size (LayerFixture *fixture)
{
  return gtk_widget_get_width (fixture->layer) > 0;
}

/* Takes @layer, and shows it. */
static inline void
layer_show (LayerFixture *fixture, GtkWidget *layer)
{
  fixture->layer = layer;
  fixture->window = gtk_window_new ();
  gtk_widget_set_size_request (layer, LAYER_WIDTH, LAYER_HEIGHT);
  gtk_window_set_child (GTK_WINDOW (fixture->window), layer);
  gtk_window_present (GTK_WINDOW (fixture->window));
  layer_wait (has_size, fixture);
}

static inline void
layer_tear_down (LayerFixture *fixture)
{
  GtkWidget *layer = g_object_ref (fixture->layer);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (layer);
  g_assert_finalize_object (fixture->viewport);
  atlas_map_geometry_unref (fixture->geometry);
  g_assert_finalize_object (fixture->catalog);
}

/* Returns: (transfer full) (nullable): what the layer draws now. */
static inline GskRenderNode *
layer_snapshot (LayerFixture *fixture)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (fixture->layer)->snapshot (fixture->layer, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

static inline void
collect_textures (GskRenderNode *node, GPtrArray *textures)
{
  if (node == NULL)
    return;

  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        collect_textures (gsk_container_node_get_child (node, i), textures);
      break;
    case GSK_TRANSFORM_NODE:
      collect_textures (gsk_transform_node_get_child (node), textures);
      break;
    case GSK_TEXTURE_NODE:
      g_ptr_array_add (textures, g_object_ref (gsk_texture_node_get_texture (node)));
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Returns: (transfer full) (element-type GdkTexture): what the layer draws now, from the bottom
 * up. */
static inline GPtrArray *
layer_textures (LayerFixture *fixture)
{
  GPtrArray *textures = g_ptr_array_new_with_free_func (g_object_unref);
  GskRenderNode *node = layer_snapshot (fixture);

  collect_textures (node, textures);
  g_clear_pointer (&node, gsk_render_node_unref);
  return textures;
}

/* Returns: (transfer full): the pixels of the layer, premultiplied, LAYER_WIDTH in a row. */
static inline guint32 *
layer_render (LayerFixture *fixture)
{
  guint32 *pixels = g_new0 (guint32, LAYER_WIDTH * LAYER_HEIGHT);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0.0f, 0.0f, LAYER_WIDTH, LAYER_HEIGHT);
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (fixture->layer));
  GskRenderNode *node = layer_snapshot (fixture);
  GdkTexture *texture;

  if (node == NULL)
    return pixels;

  texture = gsk_renderer_render_texture (renderer, node, &bounds);
  gdk_texture_download (texture, (guchar *) pixels, LAYER_WIDTH * sizeof (guint32));
  g_object_unref (texture);
  gsk_render_node_unref (node);
  return pixels;
}

/* Where @point of the world is in the layer. */
static inline void
layer_locate (LayerFixture *fixture, AtlasPoint point, int *x, int *y)
{
  ShumateLocation *location = SHUMATE_LOCATION (fixture->viewport);
  double pixels = atlas_map_pixels_at (shumate_viewport_get_zoom_level (fixture->viewport));
  AtlasPoint centre = atlas_point_from_degrees (shumate_location_get_longitude (location),
                                                shumate_location_get_latitude (location));

  *x = (int) ((point.x - centre.x) * pixels + gtk_widget_get_width (fixture->layer) / 2.0);
  *y = (int) ((point.y - centre.y) * pixels + gtk_widget_get_height (fixture->layer) / 2.0);
}
