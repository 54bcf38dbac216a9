/* map-stage.h: a map in a window, without the view around it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <math.h>
#include <shumate/shumate.h>

#include "atlas-map-camera.h"
#include "atlas-painted-source.h"
#include "atlas-tile-layer.h"

#define PATIENCE_SECONDS 20
#define STAGE_WIDTH 600
#define STAGE_HEIGHT 500

typedef struct
{
  GtkWindow *window;
  ShumateMap *map;
  AtlasMapCamera *camera;
} Stage;

static inline gboolean
out_of_patience (gpointer data)
{
  g_error ("It did not get there in %d seconds.", PATIENCE_SECONDS);
  return G_SOURCE_REMOVE;
}

static inline void
wait_until (gboolean (*reached) (gpointer), gpointer data)
{
  guint id = g_timeout_add_seconds (PATIENCE_SECONDS, out_of_patience, NULL);

  while (!reached (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

static inline gboolean
stage_has_size (gpointer data)
{
  Stage *stage = data;

  return gtk_widget_get_mapped (GTK_WIDGET (stage->map))
         && gtk_widget_get_width (GTK_WIDGET (stage->map)) > 0;
}

/* A map that is seen, at zoom level 8 of the middle of the province. */
static inline void
stage_open (Stage *stage)
{
  g_autoptr (ShumateMapSource) grid = g_object_new (
      ATLAS_TYPE_PAINTED_SOURCE, "id", "grid", "name", "grid", "min-zoom-level", ATLAS_MIN_ZOOM,
      "max-zoom-level", ATLAS_MAX_ZOOM, "tile-size", ATLAS_TILE_SIZE, NULL);
  AtlasBox home = { .x0 = 0.0 };
  GtkWidget *widget;

  stage->map = shumate_map_new ();
  widget = GTK_WIDGET (stage->map);
  shumate_viewport_set_reference_map_source (shumate_map_get_viewport (stage->map), grid);
  stage->camera = atlas_map_camera_new (widget, shumate_map_get_viewport (stage->map));
  stage->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_decorated (stage->window, FALSE);
  gtk_window_set_default_size (stage->window, STAGE_WIDTH, STAGE_HEIGHT);
  gtk_window_set_child (stage->window, widget);
  gtk_window_present (stage->window);
  wait_until (stage_has_size, stage);

  home = atlas_box_empty ();
  atlas_box_add_point (&home, atlas_point_from_degrees (122.0, 41.5));
  atlas_map_camera_set_home (stage->camera, &home);
  atlas_map_camera_set_size (stage->camera, gtk_widget_get_width (widget),
                             gtk_widget_get_height (widget), gtk_widget_get_scale_factor (widget));
  atlas_map_camera_zoom_at (stage->camera, STAGE_WIDTH / 2.0, STAGE_HEIGHT / 2.0, 8.0, FALSE);
}

static inline void
stage_zoom (Stage *stage, double zoom)
{
  atlas_map_camera_zoom_at (stage->camera, STAGE_WIDTH / 2.0, STAGE_HEIGHT / 2.0, zoom, FALSE);
}

static inline gboolean
stage_is_settled (gpointer data)
{
  return atlas_map_camera_is_settled (((Stage *) data)->camera);
}

static inline void
stage_close (Stage *stage)
{
  gpointer window = stage->window;

  g_object_run_dispose (G_OBJECT (stage->camera));
  g_assert_finalize_object (stage->camera);
  g_object_add_weak_pointer (window, &window);
  gtk_window_destroy (stage->window);
  while (window != NULL || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

/* Returns: (transfer full) (nullable): what is drawn of the map. */
static inline GskRenderNode *
stage_get_node (Stage *stage)
{
  GskRenderNode *node = NULL;

  /* Between being told to draw and doing so a widget has nothing to show. */
  for (guint i = 0; node == NULL && i < 10; i++)
    {
      g_autoptr (GdkPaintable) paintable = NULL;
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      gtk_test_widget_wait_for_draw (GTK_WIDGET (stage->map));
      paintable = gtk_widget_paintable_new (GTK_WIDGET (stage->map));
      gdk_paintable_snapshot (paintable, snapshot, STAGE_WIDTH, STAGE_HEIGHT);
      node = gtk_snapshot_free_to_node (snapshot);
    }
  return node;
}

/* What is seen of the map at a point, as 0xAARRGGBB. */
static inline guint32
stage_pick (Stage *stage, int x, int y)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (stage->window));
  GskRenderNode *node = stage_get_node (stage);
  g_autoptr (GdkTexture) texture = NULL;
  guint32 pixel;

  if (node == NULL)
    return 0;

  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT ((float) x, (float) y, 1.0f, 1.0f));
  gdk_texture_download (texture, (guchar *) &pixel, sizeof pixel);
  gsk_render_node_unref (node);
  return pixel;
}

/* The layers of tiles in @widget, from the bottom up. */
static inline void
collect_layers (GtkWidget *widget, GPtrArray *layers)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (ATLAS_IS_TILE_LAYER (child))
        g_ptr_array_add (layers, child);
      collect_layers (child, layers);
    }
}
