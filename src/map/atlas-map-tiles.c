/* atlas-map-tiles.c: the painted layers of a map, replaced without a flash
 *
 * A new style, or a zoom that has settled, means a new source and a new layer. It is put under the
 * one that is seen, fills unseen, and is uncovered when it is full. Under both lies a coarse layer
 * of the whole map, so that no movement is faster than what there is to see.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-tiles.h"

#include <math.h>

#include "atlas-painted-source.h"
#include "atlas-tile-layer.h"
#include "atlas-trace.h"

/* A zoom by wheel or fingers has settled when it did not change for so long. */
#define SETTLE_MS 120

/* The coarse layer: four tiles of this level hold the whole map, each as large as at this zoom. */
#define BACKDROP_LEVEL 5
#define BACKDROP_PIXELS_ZOOM 6.0

struct _AtlasMapTiles
{
  GObject parent_instance;

  /* borrowed: the map is the parent of the layers and is told to drop them */
  ShumateMap *map;

  /* owned */
  AtlasMapCamera *camera;
  AtlasMapGeometry *geometry;
  AtlasMapStyle *style;
  AtlasTileLayer *backdrop;
  AtlasTileLayer *current;
  AtlasTileLayer *next;

  guint update_id;
  guint settle_id;
  guint check_id;
  GdkFrameClock *clock;
  gboolean has_size;
  gboolean complete;
  gboolean was_complete;
};

G_DEFINE_FINAL_TYPE (AtlasMapTiles, atlas_map_tiles, G_TYPE_OBJECT)

enum
{
  PROP_COMPLETE = 1,
  N_PROPERTIES,
};

enum
{
  STYLE_SHOWN,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void queue_check (AtlasMapTiles *self);
static void update (AtlasMapTiles *self);

static void
set_complete (AtlasMapTiles *self, gboolean complete)
{
  if (self->complete == complete)
    return;

  self->complete = complete;
  if (complete && !self->was_complete)
    {
      self->was_complete = TRUE;
      atlas_trace_mark ("map-complete");
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

/* A clock whose window is gone has dropped its handlers already. */
static void
stop_waiting (AtlasMapTiles *self)
{
  if (self->clock != NULL)
    g_signal_handlers_disconnect_by_data (self->clock, self);
  g_clear_object (&self->clock);
}

static void
invalidate (AtlasMapTiles *self)
{
  stop_waiting (self);
  set_complete (self, FALSE);
  queue_check (self);
}

static AtlasPaintedSource *
source_of (AtlasTileLayer *layer)
{
  return ATLAS_PAINTED_SOURCE (atlas_tile_layer_get_source (layer));
}

static void
remove_layer (AtlasMapTiles *self, AtlasTileLayer **layer)
{
  if (*layer == NULL)
    return;

  g_signal_handlers_disconnect_by_data (*layer, self);
  if (gtk_widget_get_parent (GTK_WIDGET (*layer)) == GTK_WIDGET (self->map))
    shumate_map_remove_layer (self->map, SHUMATE_LAYER (*layer));
  g_clear_object (layer);
}

/* Returns: (transfer full): a new layer above @below, or under everything. */
static AtlasTileLayer *
insert_layer (AtlasMapTiles *self, AtlasPaintedSource *source, guint level, AtlasTileLayer *below)
{
  AtlasTileLayer *layer = atlas_tile_layer_new (SHUMATE_MAP_SOURCE (source),
                                                shumate_map_get_viewport (self->map), level);

  g_object_ref_sink (layer);
  g_signal_connect_object (layer, "tile-done", G_CALLBACK (queue_check), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_after (GTK_WIDGET (layer), GTK_WIDGET (self->map), GTK_WIDGET (below));

  return layer;
}

static void
ensure_backdrop (AtlasMapTiles *self)
{
  AtlasMapStyle *style = atlas_painted_source_get_style (source_of (self->current));
  guint pixels = (guint) (ATLAS_TILE_SIZE * exp2 (BACKDROP_PIXELS_ZOOM - BACKDROP_LEVEL));
  g_autoptr (AtlasPaintedSource) source = NULL;

  if (self->backdrop == NULL
      || atlas_painted_source_get_style (source_of (self->backdrop)) != style)
    {
      remove_layer (self, &self->backdrop);
      source = atlas_painted_source_new (self->geometry, style, pixels, 1.0);
      self->backdrop = insert_layer (self, source, BACKDROP_LEVEL, NULL);
    }
  atlas_tile_layer_set_cover (self->backdrop, self->current);
}

static void
after_paint_cb (AtlasMapTiles *self)
{
  stop_waiting (self);
  set_complete (self, TRUE);
  ensure_backdrop (self);
}

static void
wait_for_frame (AtlasMapTiles *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->map));

  if (clock == NULL || self->clock == clock || self->complete)
    return;

  stop_waiting (self);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (after_paint_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_queue_draw (GTK_WIDGET (self->map));
}

static gboolean
check_cb (gpointer data)
{
  AtlasMapTiles *self = ATLAS_MAP_TILES (data);
  AtlasMapStyle *seen = atlas_map_tiles_get_style (self);

  self->check_id = 0;
  if (self->next != NULL && atlas_tile_layer_is_full (self->next))
    {
      gboolean other = atlas_painted_source_get_style (source_of (self->next)) != seen;

      remove_layer (self, &self->current);
      self->current = g_steal_pointer (&self->next);
      atlas_tile_layer_set_cover (self->current, NULL);
      /* The layer that covered the backdrop is gone. In the old style it would lie over the new. */
      if (other)
        remove_layer (self, &self->backdrop);
      else if (self->backdrop != NULL)
        atlas_tile_layer_set_cover (self->backdrop, self->current);
      if (other)
        g_signal_emit (self, signals[STYLE_SHOWN], 0);
    }

  if (self->next == NULL && self->settle_id == 0 && self->update_id == 0
      && !atlas_map_camera_is_moving (self->camera) && self->current != NULL
      && atlas_tile_layer_is_full (self->current))
    wait_for_frame (self);

  return G_SOURCE_REMOVE;
}

/* Many tiles may arrive between two frames; one look at them will do. */
static void
queue_check (AtlasMapTiles *self)
{
  if (self->check_id == 0)
    self->check_id = g_idle_add (check_cb, self);
}

static gboolean
settled_cb (gpointer data)
{
  AtlasMapTiles *self = ATLAS_MAP_TILES (data);

  self->settle_id = 0;
  atlas_map_camera_settle (self->camera);
  update (self);

  return G_SOURCE_REMOVE;
}

static gboolean
update_cb (gpointer data)
{
  AtlasMapTiles *self = ATLAS_MAP_TILES (data);

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
moving_changed_cb (AtlasMapTiles *self)
{
  if (atlas_map_camera_is_moving (self->camera))
    invalidate (self);
  else
    update (self);
}

static void
viewport_changed_cb (AtlasMapTiles *self)
{
  AtlasPoint focus = atlas_map_camera_get_centre (self->camera);

  if (self->current != NULL)
    atlas_painted_source_set_focus (source_of (self->current), focus);
  if (self->next != NULL)
    atlas_painted_source_set_focus (source_of (self->next), focus);
  invalidate (self);
}

static void
zoom_changed_cb (AtlasMapTiles *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (!atlas_map_camera_is_moving (self->camera))
    self->settle_id = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
atlas_map_tiles_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_COMPLETE:
      g_value_set_boolean (value, ATLAS_MAP_TILES (object)->complete);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_map_tiles_dispose (GObject *object)
{
  AtlasMapTiles *self = ATLAS_MAP_TILES (object);

  stop_waiting (self);
  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->check_id, g_source_remove);
  remove_layer (self, &self->backdrop);
  remove_layer (self, &self->current);
  remove_layer (self, &self->next);
  g_clear_object (&self->camera);
  g_clear_pointer (&self->geometry, atlas_map_geometry_unref);
  g_clear_pointer (&self->style, atlas_map_style_unref);

  G_OBJECT_CLASS (atlas_map_tiles_parent_class)->dispose (object);
}

static void
atlas_map_tiles_class_init (AtlasMapTilesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = atlas_map_tiles_get_property;
  object_class->dispose = atlas_map_tiles_dispose;

  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                        | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[STYLE_SHOWN] = g_signal_new ("style-shown", ATLAS_TYPE_MAP_TILES, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_map_tiles_init (AtlasMapTiles *self)
{
}

/**
 * atlas_map_tiles_new:
 * @map: the map to put layers into; it outlives the tiles
 * @camera: what moves the map's viewport
 *
 * Returns: (transfer full): tiles that show nothing yet
 */
AtlasMapTiles *
atlas_map_tiles_new (ShumateMap *map, AtlasMapCamera *camera)
{
  AtlasMapTiles *self;
  ShumateViewport *viewport;

  g_return_val_if_fail (SHUMATE_IS_MAP (map) && ATLAS_IS_MAP_CAMERA (camera), NULL);

  self = g_object_new (ATLAS_TYPE_MAP_TILES, NULL);
  self->map = map;
  self->camera = g_object_ref (camera);
  viewport = shumate_map_get_viewport (map);
  g_signal_connect_object (camera, "notify::moving", G_CALLBACK (moving_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify", G_CALLBACK (viewport_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::zoom-level", G_CALLBACK (zoom_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/* Whether @layer shows the wanted style, sharp at the zoom now. */
static gboolean
layer_fits (AtlasTileLayer *layer, AtlasMapStyle *style, guint level, guint pixels)
{
  return layer != NULL && atlas_tile_layer_get_level (layer) == level
         && atlas_painted_source_get_style (source_of (layer)) == style
         && atlas_painted_source_get_pixels (source_of (layer)) == pixels;
}

/* Sees to it that the tiles are of the style last asked for and sharp at the zoom now. */
static void
update (AtlasMapTiles *self)
{
  double scale = gtk_widget_get_scale_factor (GTK_WIDGET (self->map));
  double zoom = atlas_map_camera_get_zoom (self->camera);
  guint level = (guint) floor (zoom) + ATLAS_FINER_LEVELS;
  guint pixels = (guint) lround (ATLAS_TILE_SIZE * scale * exp2 (zoom - level));
  g_autoptr (AtlasPaintedSource) source = NULL;

  if (self->style == NULL || !self->has_size)
    return;

  invalidate (self);
  if (layer_fits (self->next, self->style, level, pixels))
    return;

  remove_layer (self, &self->next);
  if (layer_fits (self->current, self->style, level, pixels))
    return;

  source = atlas_painted_source_new (self->geometry, self->style, pixels, scale);
  atlas_painted_source_set_focus (source, atlas_map_camera_get_centre (self->camera));
  self->next = insert_layer (
      self, source, level, self->style == atlas_map_tiles_get_style (self) ? self->backdrop : NULL);
  atlas_tile_layer_set_cover (self->next, self->current);
}

/**
 * atlas_map_tiles_show:
 * @self: tiles
 * @geometry: (nullable): what to paint
 * @style: (nullable): how; made for @geometry, %NULL only without it
 *
 * Paints the map in another style. What is seen changes all at once, when the new tiles are there.
 * Without @geometry nothing is shown.
 */
void
atlas_map_tiles_show (AtlasMapTiles *self, AtlasMapGeometry *geometry, AtlasMapStyle *style)
{
  g_return_if_fail (ATLAS_IS_MAP_TILES (self));
  g_return_if_fail ((geometry == NULL) == (style == NULL));

  g_clear_pointer (&self->geometry, atlas_map_geometry_unref);
  g_clear_pointer (&self->style, atlas_map_style_unref);
  if (geometry == NULL)
    {
      remove_layer (self, &self->backdrop);
      remove_layer (self, &self->current);
      remove_layer (self, &self->next);
      invalidate (self);
      return;
    }

  self->geometry = atlas_map_geometry_ref (geometry);
  self->style = atlas_map_style_ref (style);
  update (self);
}

/**
 * atlas_map_tiles_resize:
 * @self: tiles
 *
 * To be called when the map gets a new size, after the camera knows it and before the layers are
 * allocated: so the first frame asks for the right tiles at once.
 */
void
atlas_map_tiles_resize (AtlasMapTiles *self)
{
  g_return_if_fail (ATLAS_IS_MAP_TILES (self));

  /* The zoom that fits the new size is not one that somebody is still turning. */
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->has_size = TRUE;
  update (self);
}

/**
 * atlas_map_tiles_queue_update:
 * @self: tiles
 *
 * To be called when the map has a new scale factor.
 */
void
atlas_map_tiles_queue_update (AtlasMapTiles *self)
{
  g_return_if_fail (ATLAS_IS_MAP_TILES (self));

  invalidate (self);
  if (self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

/**
 * atlas_map_tiles_get_style:
 * @self: tiles
 *
 * Returns: (transfer none) (nullable): the style of the tiles that are seen
 */
AtlasMapStyle *
atlas_map_tiles_get_style (AtlasMapTiles *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_TILES (self), NULL);

  return self->current != NULL ? atlas_painted_source_get_style (source_of (self->current)) : NULL;
}

/**
 * atlas_map_tiles_is_covering:
 * @self: tiles
 *
 * Returns: whether nothing behind the tiles can be seen
 */
gboolean
atlas_map_tiles_is_covering (AtlasMapTiles *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_TILES (self), FALSE);

  return self->current != NULL && atlas_tile_layer_is_full (self->current);
}

/**
 * atlas_map_tiles_is_complete:
 * @self: tiles
 *
 * Returns: whether every visible tile is done and was drawn
 */
gboolean
atlas_map_tiles_is_complete (AtlasMapTiles *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_TILES (self), FALSE);

  return self->complete;
}
