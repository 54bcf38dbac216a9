/* clang-format off */
/* atlas-map-view.c: the map: tiles, names, selection, legend, hover card, zoom, scale and stamp
 *
 *   AtlasMapView
 *   ├── ShumateMap
 *   │   ├── AtlasTileLayer     a coarse one, and one or, while a look is replaced, two: AtlasMapTiles
 *   │   ├── AtlasMapGround     the layers of somebody else's tiles, if there is a reader
 *   │   ├── AtlasTileLayer     the theme over them: a second AtlasMapTiles
 *   │   ├── AtlasOutlineLayer
 *   │   └── AtlasLabelLayer
 *   └── scale, attribution, legend, hover card, stamp, zoom buttons
 *
 * The viewport is moved by AtlasMapCamera alone; the layers watch it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* clang-format on */
#include "atlas-map-view.h"

#include "atlas-map-resources.h"
#include "atlas-map-view-private.h"
#include "atlas-painted-source.h"

#define LEAST_SIZE 200
#define NATURAL_WIDTH 640
#define NATURAL_HEIGHT 600

G_DEFINE_FINAL_TYPE (AtlasMapView, atlas_map_view, GTK_TYPE_WIDGET)

enum
{
  ACTIVATE_PLACE,
  PICK_PLACE,
  PICK_PLACES,
  READER_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
update_zoom_actions (AtlasMapView *self)
{
  double zoom = atlas_map_camera_get_target_zoom (self->camera);
  double least = atlas_map_camera_get_min_zoom (self->camera);
  double most = atlas_map_camera_get_max_zoom (self->camera);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.zoom-in", zoom < most - 0.01);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.zoom-out", zoom > least + 0.01);
}

static void
viewport_changed_cb (AtlasMapView *self)
{
  _atlas_map_view_unhover (self);
}

static void
atlas_map_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = LEAST_SIZE;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
atlas_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);
  int least;

  /* Before the children are measured: the scale depends on the zoom. The tiles follow the camera,
   * so that the first frame asks for the right ones at once. */
  atlas_map_camera_set_size (self->camera, width, height, gtk_widget_get_scale_factor (widget));
  update_zoom_actions (self);

  gtk_widget_measure (GTK_WIDGET (self->map), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  gtk_widget_allocate (GTK_WIDGET (self->map), width, height, -1, NULL);
  /* The stamp is to be read whole whatever lies over the map. */
  _atlas_map_view_allocate_chrome (self, MAX (width - self->covered, width / 4), height);
}

static void
atlas_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  _atlas_map_view_snapshot_sea (ATLAS_MAP_VIEW (widget), snapshot);
  GTK_WIDGET_CLASS (atlas_map_view_parent_class)->snapshot (widget, snapshot);
}

/* They hold layers of the map and watch the camera, so they go first. */
static void
dispose_layers (AtlasMapView *self)
{
  if (self->outlined != NULL)
    g_object_run_dispose (G_OBJECT (self->outlined));
  g_clear_object (&self->outlined);
  if (self->overlay != NULL)
    g_object_run_dispose (G_OBJECT (self->overlay));
  g_clear_object (&self->overlay);
  if (self->ground != NULL)
    g_object_run_dispose (G_OBJECT (self->ground));
  g_clear_object (&self->ground);
  if (self->tiles != NULL)
    g_object_run_dispose (G_OBJECT (self->tiles));
  g_clear_object (&self->tiles);
  if (self->camera != NULL)
    g_object_run_dispose (G_OBJECT (self->camera));
  g_clear_object (&self->camera);
}

static void
atlas_map_view_dispose (GObject *object)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (object);

  g_clear_handle_id (&self->card_id, g_source_remove);
  dispose_layers (self);
  g_clear_pointer (&self->zoom, gtk_widget_unparent);
  g_clear_pointer (&self->stamp, gtk_widget_unparent);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_pointer (&self->legend_button, gtk_widget_unparent);
  g_clear_pointer (&self->legend, gtk_widget_unparent);
  g_clear_pointer (&self->attribution, gtk_widget_unparent);
  g_clear_pointer (&self->scale, gtk_widget_unparent);
  if (self->map != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->map));
  self->map = NULL;
  g_clear_object (&self->selected);
  g_clear_object (&self->hovered);
  g_clear_object (&self->picked);
  g_clear_object (&self->reader);

  G_OBJECT_CLASS (atlas_map_view_parent_class)->dispose (object);
}

static void
atlas_map_view_finalize (GObject *object)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (object);

  g_clear_pointer (&self->scheme, atlas_map_scheme_unref);
  g_clear_pointer (&self->paper, atlas_map_scheme_unref);
  g_clear_pointer (&self->paper_style, atlas_map_style_unref);
  g_clear_pointer (&self->geometry, atlas_map_geometry_unref);
  g_clear_object (&self->catalog);
  g_free (self->theme);
  g_free (self->theme_name);
  g_free (self->approval);

  G_OBJECT_CLASS (atlas_map_view_parent_class)->finalize (object);
}

static void
add_style_sheet (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  if (display == NULL)
    return;

  /* Named so that the linker keeps the resource of this static library. */
  g_resources_register (atlas_map_get_resource ());
  gtk_css_provider_load_from_resource (provider,
                                       "/io/github/liaoning_atlas/Atlas/map/atlas-map.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1);
}

static void
install_signals (GType type)
{
  /**
   * AtlasMapView::activate-place:
   * @self: the map
   * @place: the selected place
   *
   * Enter was pressed on the map while a place was selected.
   */
  signals[ACTIVATE_PLACE] = g_signal_new ("activate-place", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, ATLAS_TYPE_PLACE);

  /**
   * AtlasMapView::pick-place:
   * @self: the map
   * @place: a place
   *
   * Somebody wants @place picked, or not any more: Ctrl and a click on it, or Space or Ctrl+Enter
   * while it was selected.
   */
  signals[PICK_PLACE] = g_signal_new ("pick-place", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, ATLAS_TYPE_PLACE);

  /**
   * AtlasMapView::pick-places:
   * @self: the map
   * @places: (element-type AtlasPlace): who is in a class of the theme
   *
   * Somebody wants all places of an entry of the legend picked.
   */
  signals[PICK_PLACES] = g_signal_new ("pick-places", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  /**
   * AtlasMapView::reader-failed:
   * @self: the map
   * @error: what is wrong with the source, as a sentence for people
   *
   * The reader cannot be used; the map is painted until a reader is set, be it the same again.
   */
  signals[READER_FAILED] = g_signal_new ("reader-failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1,
                                         G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
atlas_map_view_class_init (AtlasMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_map_view_dispose;
  object_class->finalize = atlas_map_view_finalize;
  widget_class->measure = atlas_map_view_measure;
  widget_class->size_allocate = atlas_map_view_size_allocate;
  widget_class->snapshot = atlas_map_view_snapshot;
  _atlas_map_view_class_init_properties (object_class);
  install_signals (G_TYPE_FROM_CLASS (klass));

  gtk_widget_class_set_css_name (widget_class, "atlas-map-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  _atlas_map_view_class_init_keys (widget_class);
  add_style_sheet ();
}

static void
init_map (AtlasMapView *self)
{
  ShumateViewport *viewport;
  g_autoptr (ShumateMapSource) grid = NULL;

  self->map = shumate_map_new ();
  gtk_widget_set_parent (GTK_WIDGET (self->map), GTK_WIDGET (self));
  viewport = shumate_map_get_viewport (self->map);

  /* Nothing is ever painted from it: it only tells the viewport the grid, before the first draw. */
  grid = g_object_new (ATLAS_TYPE_PAINTED_SOURCE, "id", "grid", "name", "grid", "min-zoom-level",
                       ATLAS_MIN_ZOOM, "max-zoom-level", ATLAS_MAX_ZOOM, "tile-size",
                       ATLAS_TILE_SIZE, NULL);
  shumate_viewport_set_reference_map_source (viewport, grid);

  self->camera = atlas_map_camera_new (GTK_WIDGET (self), viewport);
  self->tiles = atlas_map_tiles_new (self->map, self->camera);
  self->outlines = atlas_outline_layer_new (viewport);
  _atlas_map_view_init_ground (self);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->outlines));
  self->labels = atlas_label_layer_new (viewport);
  gtk_widget_set_visible (GTK_WIDGET (self->labels), FALSE);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->labels));
  _atlas_map_view_init_complete (self);

  g_signal_connect_object (viewport, "notify", G_CALLBACK (viewport_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::zoom-level", G_CALLBACK (update_zoom_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->camera, "notify::max-zoom", G_CALLBACK (update_zoom_actions), self,
                           G_CONNECT_SWAPPED);
}

static void
atlas_map_view_init (AtlasMapView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  init_map (self);
  _atlas_map_view_init_chrome (self);
  _atlas_map_view_init_input (self);
  _atlas_map_view_init_look (self);
  _atlas_map_view_describe (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (gtk_widget_queue_allocate), NULL);
}

/**
 * atlas_map_view_new:
 *
 * Returns: (transfer floating): a map that shows nothing yet
 */
GtkWidget *
atlas_map_view_new (void)
{
  return g_object_new (ATLAS_TYPE_MAP_VIEW, NULL);
}

/**
 * atlas_map_view_get_pose:
 * @self: a map
 *
 * Returns: where the map looks
 */
AtlasMapPose
atlas_map_view_get_pose (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), ((AtlasMapPose){ { 0.0, 0.0 }, 0.0 }));

  return atlas_map_camera_get_pose (self->camera);
}
