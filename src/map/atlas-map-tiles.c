/* atlas-map-tiles.c: the painted layers of a map, replaced without a flash
 *
 * A new style, or a zoom that has settled, means a new source and a new layer. It is put under the
 * one that is seen, fills unseen, and is uncovered when it is full. Under both lies a coarse layer
 * of the whole map, so that no movement is faster than what there is to see. A style that lies over
 * other tiles can be seen through: there one layer is drawn at a time, and none below it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-tiles.h"

#include <math.h>

#include "atlas-layer-stack.h"
#include "atlas-map-readiness.h"
#include "atlas-painted-source.h"
#include "atlas-trace.h"

/* How many levels of zoom further out than where its tiles are as large as all tiles are a layer
 * still asks for them. */
#define LEVELS_OUT 1.5

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
  AtlasLayerStack *stack;
  AtlasMapReadiness *readiness;
  AtlasMapGeometry *geometry;
  AtlasMapStyle *style;
  AtlasTileLayer *backdrop;
  AtlasTileLayer *current;
  AtlasTileLayer *next;

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

  atlas_layer_stack_remove (self->stack, *layer);
  g_clear_object (layer);
}

/* Returns: (transfer full): a new layer above @below, or under everything. */
static AtlasTileLayer *
insert_layer (AtlasMapTiles *self, AtlasPaintedSource *source, guint level, AtlasTileLayer *below)
{
  AtlasTileLayer *layer = atlas_tile_layer_new (
      SHUMATE_MAP_SOURCE (source), shumate_map_get_viewport (self->map), level, level - LEVELS_OUT);

  g_object_ref_sink (layer);
  g_signal_connect_object (layer, "tile-done", G_CALLBACK (atlas_map_readiness_queue_check),
                           self->readiness, G_CONNECT_SWAPPED);
  atlas_layer_stack_add (self->stack, layer, below);

  return layer;
}

static void
ensure_backdrop (AtlasMapTiles *self)
{
  AtlasMapStyle *style = atlas_painted_source_get_style (source_of (self->current));
  guint pixels = (guint) (ATLAS_TILE_SIZE * exp2 (BACKDROP_PIXELS_ZOOM - BACKDROP_LEVEL));
  g_autoptr (AtlasPaintedSource) source = NULL;

  if (atlas_map_style_is_over (style))
    return;

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
complete_changed_cb (AtlasMapTiles *self)
{
  gboolean complete = atlas_map_tiles_is_complete (self);

  if (complete && !self->was_complete)
    {
      self->was_complete = TRUE;
      atlas_trace_mark ("map-complete");
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
  /* Only now: with a new layer the map is to be allocated anew, and until then nobody can take a
   * picture of it. */
  if (complete)
    ensure_backdrop (self);
}

static void
show_next (AtlasMapTiles *self)
{
  AtlasMapStyle *seen = atlas_map_tiles_get_style (self);
  gboolean other = atlas_painted_source_get_style (source_of (self->next)) != seen;

  remove_layer (self, &self->current);
  self->current = g_steal_pointer (&self->next);
  atlas_tile_layer_set_cover (self->current, NULL);
  atlas_tile_layer_set_mode (self->current, ATLAS_TILE_LAYER_LIVE);
  /* The layer that covered the backdrop is gone. In the old style it would lie over the new. */
  if (other)
    remove_layer (self, &self->backdrop);
  else if (self->backdrop != NULL)
    atlas_tile_layer_set_cover (self->backdrop, self->current);
  if (other)
    g_signal_emit (self, signals[STYLE_SHOWN], 0);
}

static gboolean
check (gpointer owner)
{
  AtlasMapTiles *self = ATLAS_MAP_TILES (owner);

  if (self->next != NULL && atlas_tile_layer_is_full (self->next))
    show_next (self);

  return self->next == NULL && atlas_map_camera_is_settled (self->camera) && self->current != NULL
         && atlas_tile_layer_is_full (self->current);
}

static void
moving_changed_cb (AtlasMapTiles *self)
{
  atlas_map_readiness_invalidate (self->readiness);
}

static void
viewport_changed_cb (AtlasMapTiles *self)
{
  AtlasPoint focus = atlas_map_camera_get_centre (self->camera);

  if (self->current != NULL)
    atlas_painted_source_set_focus (source_of (self->current), focus);
  if (self->next != NULL)
    atlas_painted_source_set_focus (source_of (self->next), focus);
  atlas_painted_source_set_still (FALSE);
  atlas_map_readiness_invalidate (self->readiness);
}

static void
atlas_map_tiles_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_COMPLETE:
      g_value_set_boolean (value, atlas_map_tiles_is_complete (ATLAS_MAP_TILES (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_map_tiles_dispose (GObject *object)
{
  AtlasMapTiles *self = ATLAS_MAP_TILES (object);

  if (self->stack != NULL)
    {
      remove_layer (self, &self->backdrop);
      remove_layer (self, &self->current);
      remove_layer (self, &self->next);
      atlas_layer_stack_close (self->stack);
      g_object_run_dispose (G_OBJECT (self->readiness));
    }
  g_clear_object (&self->readiness);
  g_clear_object (&self->stack);
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

/* Whether @layer shows the wanted style, sharp at the zoom now. */
static gboolean
layer_fits (AtlasTileLayer *layer, AtlasMapStyle *style, guint level, guint pixels)
{
  return layer != NULL && atlas_tile_layer_get_level (layer) == level
         && atlas_painted_source_get_style (source_of (layer)) == style
         && atlas_painted_source_get_pixels (source_of (layer)) == pixels;
}

static void
add_next (AtlasMapTiles *self, guint level, guint pixels, double scale)
{
  gboolean same = self->style == atlas_map_tiles_get_style (self);
  g_autoptr (AtlasPaintedSource) source = atlas_painted_source_new (self->geometry, self->style,
                                                                    pixels, scale);

  atlas_painted_source_set_focus (source, atlas_map_camera_get_centre (self->camera));
  self->next = insert_layer (self, source, level, same ? self->backdrop : NULL);
  if (atlas_map_style_is_over (self->style))
    atlas_tile_layer_set_mode (self->next, ATLAS_TILE_LAYER_UNSEEN);
  else
    atlas_tile_layer_set_cover (self->next, self->current);
}

/* Sees to it that the tiles are of the style last asked for and sharp at the zoom now. */
static void
update (AtlasMapTiles *self)
{
  double scale = gtk_widget_get_scale_factor (GTK_WIDGET (self->map));
  double zoom = atlas_map_camera_get_zoom (self->camera);
  guint level = (guint) floor (zoom) + ATLAS_FINER_LEVELS;
  guint pixels = (guint) lround (ATLAS_TILE_SIZE * scale * exp2 (zoom - level));

  if (self->style == NULL || !atlas_map_camera_has_size (self->camera))
    return;

  atlas_map_readiness_invalidate (self->readiness);
  atlas_painted_source_set_still (atlas_map_camera_is_settled (self->camera));
  if (layer_fits (self->next, self->style, level, pixels))
    return;

  remove_layer (self, &self->next);
  if (!layer_fits (self->current, self->style, level, pixels))
    add_next (self, level, pixels, scale);
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

  g_return_val_if_fail (SHUMATE_IS_MAP (map) && ATLAS_IS_MAP_CAMERA (camera), NULL);

  self = g_object_new (ATLAS_TYPE_MAP_TILES, NULL);
  self->map = map;
  self->camera = g_object_ref (camera);
  self->stack = atlas_layer_stack_new (map);
  self->readiness = atlas_map_readiness_new (GTK_WIDGET (map), check, self);
  g_signal_connect_object (self->readiness, "notify::complete", G_CALLBACK (complete_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (camera, "notify::moving", G_CALLBACK (moving_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (camera, "settled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "notify::scale-factor", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (shumate_map_get_viewport (map), "notify",
                           G_CALLBACK (viewport_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
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
      atlas_map_readiness_invalidate (self->readiness);
      return;
    }

  self->geometry = atlas_map_geometry_ref (geometry);
  self->style = atlas_map_style_ref (style);
  update (self);
}

/**
 * atlas_map_tiles_set_floor:
 * @self: tiles
 * @below: (nullable): the child of the map that the layers stand right above; %NULL for the bottom
 *
 * Where @below is the top of other tiles, those are not drawn as long as these hide them.
 */
void
atlas_map_tiles_set_floor (AtlasMapTiles *self, GtkWidget *below)
{
  g_return_if_fail (ATLAS_IS_MAP_TILES (self));

  atlas_layer_stack_set_floor (self->stack, below);
}

/**
 * atlas_map_tiles_get_top:
 * @self: tiles
 *
 * Returns: (transfer none): the child of the map that what belongs above the tiles stands on
 */
GtkWidget *
atlas_map_tiles_get_top (AtlasMapTiles *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_TILES (self), NULL);

  return GTK_WIDGET (self->stack);
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

  return atlas_layer_stack_is_covering (self->stack);
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

  return atlas_map_readiness_is_complete (self->readiness);
}
