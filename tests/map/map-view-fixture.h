/* map-view-fixture.h: a map in a window, as every test of the map view uses it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>
#include <math.h>
#include <string.h>

#include "atlas-map-view-private.h"
#include "atlas-tile-layer.h"
#include "../paint/map-fixture.h"

#define PATIENCE_SECONDS 20
#define WAFANGDIAN "210281"
/* A point of the open sea in a map of the usual size */
#define SEA_X 180.0
#define SEA_Y 560.0

typedef struct
{
  AtlasCatalog *catalog;
  GtkWindow *window;
  AtlasMapView *view;
  guint n_selections;
  AtlasPlace *activated;
} Fixture;

#define ADD(suite, name, func)                                                                     \
  g_test_add ("/" suite "/" name, Fixture, NULL, set_up, func, tear_down)

static inline gboolean
out_of_patience (gpointer data)
{
  g_error ("The map did not get there in %d seconds.", PATIENCE_SECONDS);
  return G_SOURCE_REMOVE;
}

static inline void
wait_until (gboolean (*reached) (Fixture *), Fixture *fixture)
{
  guint id = g_timeout_add_seconds (PATIENCE_SECONDS, out_of_patience, NULL);

  while (!reached (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

static inline gboolean
is_complete (Fixture *fixture)
{
  return atlas_map_view_is_complete (fixture->view);
}

static inline void
count_selection_cb (Fixture *fixture)
{
  fixture->n_selections++;
}

static inline void
activated_cb (Fixture *fixture, AtlasPlace *place)
{
  fixture->activated = place;
}

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalog = open_catalog ();
  fixture->view = ATLAS_MAP_VIEW (atlas_map_view_new ());
  fixture->window = GTK_WINDOW (gtk_window_new ());
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  g_signal_connect_swapped (fixture->view, "notify::selected", G_CALLBACK (count_selection_cb),
                            fixture);
  g_signal_connect_swapped (fixture->view, "activate-place", G_CALLBACK (activated_cb), fixture);
  gtk_window_set_default_size (fixture->window, 604, 704);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->view));
  g_assert_true (atlas_map_view_set_catalog (fixture->view, fixture->catalog, &error));
  g_assert_no_error (error);
  gtk_window_present (fixture->window);
  wait_until (is_complete, fixture);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  while (fixture->view != NULL || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_clear_object (&fixture->catalog);
}

static inline AtlasPlace *
place_of (Fixture *fixture, const char *code)
{
  AtlasPlace *place = atlas_catalog_get_place (fixture->catalog, code);

  g_assert_nonnull (place);
  return place;
}

static inline void
collect_tile_layers (GtkWidget *widget, GPtrArray *layers)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (ATLAS_IS_TILE_LAYER (child))
        g_ptr_array_add (layers, child);
      else
        collect_tile_layers (child, layers);
    }
}

/* Where the label of a place is on the map now. */
static inline void
locate (Fixture *fixture, const char *code, double *x, double *y)
{
  atlas_map_camera_world_to_widget (fixture->view->camera,
                                    atlas_place_get_label_point (place_of (fixture, code)), x, y);
}

static inline void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

/* Returns: (transfer full) (nullable): what the next frame draws, unless something changes after it
 */
static inline GskRenderNode *
draw_frame (Fixture *fixture)
{
  GtkWidget *widget = GTK_WIDGET (fixture->view);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GdkPaintable) paintable = NULL;

  gtk_widget_queue_draw (widget);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);

  paintable = gtk_widget_paintable_new (widget);
  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  return gtk_snapshot_free_to_node (snapshot);
}

/* Returns: (transfer full): what the map looks like now, one pixel for one logical pixel */
static inline cairo_surface_t *
photograph (Fixture *fixture)
{
  GtkWidget *widget = GTK_WIDGET (fixture->view);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  guint id = g_timeout_add_seconds (PATIENCE_SECONDS, out_of_patience, NULL);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  while (node == NULL)
    node = draw_frame (fixture);
  g_source_remove (id);
  texture = gsk_renderer_render_texture (
      gtk_native_get_renderer (GTK_NATIVE (fixture->window)), node,
      &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) width, (float) height));
  gdk_texture_download (texture, cairo_image_surface_get_data (surface),
                        (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_mark_dirty (surface);

  return surface;
}

/* How many pixels of two pictures differ */
static inline guint
count_differences (cairo_surface_t *a, cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a);
  int height = cairo_image_surface_get_height (a);
  int stride = cairo_image_surface_get_stride (a);
  guint n_differences = 0;

  g_assert_cmpint (stride, ==, cairo_image_surface_get_stride (b));
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      n_differences += memcmp (cairo_image_surface_get_data (a) + y * stride + 4 * x,
                               cairo_image_surface_get_data (b) + y * stride + 4 * x, 4)
                       != 0;

  return n_differences;
}

/* The mean colour of the ground of a place, hatches, lines and names included. */
static inline AtlasColour
colour_of_ground (Fixture *fixture, const char *code)
{
  cairo_surface_t *picture = photograph (fixture);
  const guchar *data = cairo_image_surface_get_data (picture);
  int stride = cairo_image_surface_get_stride (picture);
  AtlasPlace *place = place_of (fixture, code);
  double sums[3] = { 0.0, 0.0, 0.0 };
  guint n_points = 0;
  double at_x;
  double at_y;

  locate (fixture, code, &at_x, &at_y);
  for (int y = (int) at_y - 20; y < (int) at_y + 20; y++)
    for (int x = (int) at_x - 20; x < (int) at_x + 20; x++)
      {
        guint32 pixel;

        if (_atlas_map_view_hit (fixture->view, x, y) != place)
          continue;

        pixel = *(const guint32 *) (const void *) (data + y * stride + 4 * x);
        sums[0] += (pixel >> 16) & 255u;
        sums[1] += (pixel >> 8) & 255u;
        sums[2] += pixel & 255u;
        n_points++;
      }
  cairo_surface_destroy (picture);
  g_assert_cmpuint (n_points, >, 100);

  return (AtlasColour){ (float) (sums[0] / n_points / 255.0), (float) (sums[1] / n_points / 255.0),
                        (float) (sums[2] / n_points / 255.0), 1.0f };
}

static inline double
distance (const AtlasColour *a, const AtlasColour *b)
{
  return fabs (a->red - b->red) + fabs (a->green - b->green) + fabs (a->blue - b->blue);
}

/* Presses a key on @widget as if it had the focus. */
static inline gboolean
activate_key (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }

  return FALSE;
}
