/* clang-format off */
/* atlas-map-view.c: the map: painted tiles, labels, selection, hover card, zoom, scale and stamp
 *
 *   AtlasMapView
 *   ├── ShumateMap
 *   │   ├── AtlasTileLayer     a coarse one, and one or, while a look is replaced, two: AtlasMapTiles
 *   │   ├── AtlasOutlineLayer
 *   │   └── AtlasLabelLayer
 *   └── scale, legend, hover card, stamp, zoom buttons
 *
 * The viewport is moved by AtlasMapCamera alone; the layers watch it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* clang-format on */
#include "atlas-map-view.h"

#include "atlas-map-resources.h"
#include "atlas-map-view-private.h"
#include "atlas-map-wording.h"
#include "atlas-painted-source.h"

#define LEAST_SIZE 200
#define NATURAL_WIDTH 640
#define NATURAL_HEIGHT 600

G_DEFINE_FINAL_TYPE (AtlasMapView, atlas_map_view, GTK_TYPE_WIDGET)

enum
{
  PROP_CATALOG = 1,
  PROP_SELECTED,
  PROP_COLOURING,
  PROP_HIGHLIGHT,
  PROP_COMPLETE,
  N_PROPERTIES,
};

enum
{
  ACTIVATE_PLACE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
complete_changed_cb (AtlasMapView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

static void
update_zoom_actions (AtlasMapView *self)
{
  double zoom = atlas_map_camera_get_target_zoom (self->camera);
  double least = atlas_map_camera_get_min_zoom (self->camera);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.zoom-in", zoom < ATLAS_MAX_ZOOM - 0.01);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.zoom-out", zoom > least + 0.01);
}

static void
viewport_changed_cb (AtlasMapView *self)
{
  _atlas_map_view_unhover (self);
}

static void
scale_factor_changed_cb (AtlasMapView *self)
{
  atlas_map_tiles_queue_update (self->tiles);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
describe (AtlasMapView *self)
{
  g_autofree char *text = atlas_map_wording_describe (self->selected);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* Selects @place, which may be %NULL, and where @reveal is set brings it into view. */
void
_atlas_map_view_select (AtlasMapView *self, AtlasPlace *place, gboolean reveal)
{
  if (!g_set_object (&self->selected, place))
    return;

  atlas_outline_layer_set_selected (self->outlines,
                                    place != NULL ? atlas_place_get_code (place) : NULL);
  /* The card of a place under a resting pointer has nothing to do with one chosen elsewhere. */
  if (place != self->hovered)
    _atlas_map_view_unhover (self);
  else if (place != NULL)
    atlas_outline_layer_set_hovered (self->outlines, NULL);
  describe (self);
  if (reveal && place != NULL)
    atlas_map_view_reveal (self, place);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
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
  gboolean resized = gtk_widget_get_width (GTK_WIDGET (self->map)) != width
                     || gtk_widget_get_height (GTK_WIDGET (self->map)) != height;
  int least;

  /* Before the children are measured: the scale depends on the zoom. */
  atlas_map_camera_set_size (self->camera, width, height, gtk_widget_get_scale_factor (widget));
  update_zoom_actions (self);
  if (resized)
    atlas_map_tiles_resize (self->tiles);

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

static void
atlas_map_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (object);

  switch (id)
    {
    case PROP_CATALOG:
      g_value_set_object (value, self->catalog);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case PROP_COLOURING:
      g_value_set_enum (value, (int) self->colouring);
      break;
    case PROP_HIGHLIGHT:
      g_value_set_string (value, self->highlight);
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, atlas_map_view_is_complete (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_map_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (object);
  g_autoptr (GError) error = NULL;

  switch (id)
    {
    case PROP_CATALOG:
      if (!atlas_map_view_set_catalog (self, g_value_get_object (value), &error))
        g_warning ("The map cannot be shown: %s", error->message);
      break;
    case PROP_SELECTED:
      atlas_map_view_set_selected (self, g_value_get_object (value));
      break;
    case PROP_COLOURING:
      atlas_map_view_set_colouring (self, (AtlasMapColouring) g_value_get_enum (value));
      break;
    case PROP_HIGHLIGHT:
      atlas_map_view_set_highlight (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_map_view_dispose (GObject *object)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (object);

  g_clear_handle_id (&self->card_id, g_source_remove);
  if (self->tiles != NULL)
    g_object_run_dispose (G_OBJECT (self->tiles));
  g_clear_object (&self->tiles);
  if (self->camera != NULL)
    g_object_run_dispose (G_OBJECT (self->camera));
  g_clear_object (&self->camera);
  g_clear_pointer (&self->zoom, gtk_widget_unparent);
  g_clear_pointer (&self->stamp, gtk_widget_unparent);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_pointer (&self->legend_button, gtk_widget_unparent);
  g_clear_pointer (&self->legend, gtk_widget_unparent);
  g_clear_pointer (&self->scale, gtk_widget_unparent);
  if (self->map != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->map));
  self->map = NULL;
  g_clear_object (&self->selected);
  g_clear_object (&self->hovered);
  g_clear_object (&self->catalog);
  g_clear_pointer (&self->geometry, atlas_map_geometry_unref);
  g_clear_pointer (&self->highlight, g_free);

  G_OBJECT_CLASS (atlas_map_view_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *klass)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_CATALOG] = g_param_spec_object ("catalog", NULL, NULL, ATLAS_TYPE_CATALOG, flags);
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, ATLAS_TYPE_PLACE, flags);
  properties[PROP_COLOURING] = g_param_spec_enum ("colouring", NULL, NULL, ATLAS_TYPE_MAP_COLOURING,
                                                  ATLAS_MAP_COLOURING_FAMILY, flags);
  properties[PROP_HIGHLIGHT] = g_param_spec_string ("highlight", NULL, NULL, NULL, flags);
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                        | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (klass, N_PROPERTIES, properties);
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
atlas_map_view_class_init (AtlasMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = atlas_map_view_get_property;
  object_class->set_property = atlas_map_view_set_property;
  object_class->dispose = atlas_map_view_dispose;
  widget_class->measure = atlas_map_view_measure;
  widget_class->size_allocate = atlas_map_view_size_allocate;
  widget_class->snapshot = atlas_map_view_snapshot;
  install_properties (object_class);

  /**
   * AtlasMapView::activate-place:
   * @self: the map
   * @place: the selected place
   *
   * Enter was pressed on the map while a place was selected.
   */
  signals[ACTIVATE_PLACE] = g_signal_new ("activate-place", ATLAS_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, ATLAS_TYPE_PLACE);

  gtk_widget_class_set_css_name (widget_class, "atlas-map-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  _atlas_map_view_class_init_input (widget_class);
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
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->outlines));
  self->labels = atlas_label_layer_new (viewport);
  gtk_widget_set_visible (GTK_WIDGET (self->labels), FALSE);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->labels));

  g_signal_connect_object (viewport, "notify", G_CALLBACK (viewport_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::zoom-level", G_CALLBACK (update_zoom_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tiles, "notify::complete", G_CALLBACK (complete_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
atlas_map_view_init (AtlasMapView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->colouring = ATLAS_MAP_COLOURING_FAMILY;
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  init_map (self);
  _atlas_map_view_init_chrome (self);
  _atlas_map_view_init_input (self);
  _atlas_map_view_init_look (self);
  describe (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_factor_changed_cb), NULL);
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

static void
update_stamp (AtlasMapView *self)
{
  g_autofree char *text = atlas_map_wording_stamp (
      self->catalog != NULL ? atlas_catalog_get_approval (self->catalog) : NULL);

  gtk_label_set_label (GTK_LABEL (self->stamp), text);
}

/**
 * atlas_map_view_set_catalog:
 * @self: a map
 * @catalog: (nullable): the data set to show
 * @error: return location
 *
 * Loads the areas of @catalog. Where that fails the map keeps what it shows.
 *
 * Returns: whether @catalog is shown; otherwise @error is of the data set's file
 */
gboolean
atlas_map_view_set_catalog (AtlasMapView *self, AtlasCatalog *catalog, GError **error)
{
  g_autoptr (AtlasMapGeometry) geometry = NULL;

  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), FALSE);
  g_return_val_if_fail (catalog == NULL || ATLAS_IS_CATALOG (catalog), FALSE);

  if (self->catalog == catalog)
    return TRUE;

  if (catalog != NULL)
    {
      geometry = atlas_map_geometry_load (atlas_catalog_get_database (catalog), error);
      if (geometry == NULL)
        return FALSE;
    }

  _atlas_map_view_unhover (self);
  _atlas_map_view_select (self, NULL, FALSE);
  g_set_object (&self->catalog, catalog);
  g_clear_pointer (&self->geometry, atlas_map_geometry_unref);
  self->geometry = g_steal_pointer (&geometry);
  atlas_outline_layer_set_geometry (self->outlines, self->geometry);
  atlas_label_layer_set_places (
      self->labels, catalog != NULL ? atlas_catalog_get_places (catalog) : NULL, self->geometry);
  if (self->geometry != NULL)
    atlas_map_camera_set_home (self->camera, atlas_map_geometry_get_province_box (self->geometry));
  update_stamp (self);
  _atlas_map_view_update_look (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CATALOG]);

  return TRUE;
}

/**
 * atlas_map_view_get_selected:
 * @self: a map
 *
 * Returns: (transfer none) (nullable): the selected place
 */
AtlasPlace *
atlas_map_view_get_selected (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), NULL);

  return self->selected;
}

/**
 * atlas_map_view_set_selected:
 * @self: a map
 * @place: (nullable): a place of the data set that is shown
 *
 * Selects @place, and brings it into view if it is not.
 */
void
atlas_map_view_set_selected (AtlasMapView *self, AtlasPlace *place)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));
  g_return_if_fail (place == NULL || ATLAS_IS_PLACE (place));

  _atlas_map_view_select (self, place, TRUE);
}

/**
 * atlas_map_view_get_colouring:
 * @self: a map
 *
 * Returns: what the fill of an area means
 */
AtlasMapColouring
atlas_map_view_get_colouring (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), ATLAS_MAP_COLOURING_NONE);

  return self->colouring;
}

/**
 * atlas_map_view_set_colouring:
 * @self: a map
 * @colouring: what the fill of an area means
 */
void
atlas_map_view_set_colouring (AtlasMapView *self, AtlasMapColouring colouring)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  if (self->colouring == colouring)
    return;

  self->colouring = colouring;
  _atlas_map_view_update_look (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLOURING]);
}

/**
 * atlas_map_view_set_highlight:
 * @self: a map
 * @topic: (nullable): id of the one #AtlasTopic whose places stay coloured
 */
void
atlas_map_view_set_highlight (AtlasMapView *self, const char *topic)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  if (g_strcmp0 (self->highlight, topic) == 0)
    return;

  g_free (self->highlight);
  self->highlight = g_strdup (topic);
  _atlas_map_view_update_look (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIGHLIGHT]);
}

/**
 * atlas_map_view_fit_province:
 * @self: a map
 * @animate: whether to fly there, where the system allows
 *
 * Shows the whole province.
 */
void
atlas_map_view_fit_province (AtlasMapView *self, gboolean animate)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  atlas_map_camera_fit_home (self->camera, animate);
}

/**
 * atlas_map_view_set_covered:
 * @self: the map
 * @width: how much of it something else lies over, in logical pixels from its right edge
 *
 * Places are brought into view beside what covers the map, and legend, scale and stamp stand there.
 */
void
atlas_map_view_set_covered (AtlasMapView *self, int width)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  self->covered = width;
  atlas_map_camera_set_covered (self->camera, width);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (self->selected != NULL)
    atlas_map_view_reveal (self, self->selected);
}

/**
 * atlas_map_view_reveal:
 * @self: a map
 * @place: a place of the data set that is shown
 *
 * Brings @place into view if it is not.
 */
void
atlas_map_view_reveal (AtlasMapView *self, AtlasPlace *place)
{
  const AtlasArea *area = NULL;

  g_return_if_fail (ATLAS_IS_MAP_VIEW (self) && ATLAS_IS_PLACE (place));

  if (self->geometry != NULL)
    area = atlas_map_geometry_find_area (self->geometry, atlas_place_get_code (place));
  if (area != NULL)
    atlas_map_camera_reveal (self->camera, atlas_shape_get_box (area->shapes[0]),
                             atlas_place_get_label_point (place));
}

/**
 * atlas_map_view_is_complete:
 * @self: a map
 *
 * Returns: whether every visible tile is done and was drawn
 */
gboolean
atlas_map_view_is_complete (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), FALSE);

  return self->tiles != NULL && atlas_map_tiles_is_complete (self->tiles);
}
