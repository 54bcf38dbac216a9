/* atlas-map-ground.c: somebody else's tiles under the map
 *
 * One layer holds the tiles of the whole zoom level that is sharp at the zoom now. When that level
 * changes, the layer before stays below the new one, and asks for nothing more, until the new one
 * has all it will get.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-ground.h"

#include <math.h>

#include "atlas-layer-stack.h"
#include "atlas-map-readiness.h"
#include "atlas-raster-source.h"
#include "atlas-tile-mosaic.h"

struct _AtlasMapGround
{
  GObject parent_instance;

  /* borrowed: the map outlives the ground */
  ShumateMap *map;

  /* owned */
  AtlasMapCamera *camera;
  AtlasLayerStack *stack;
  AtlasMapReadiness *readiness;
  AtlasTileReader *reader;
  AtlasRasterSource *source;
  AtlasTileLayer *current;
  AtlasTileLayer *before;

  gboolean failed;
};

G_DEFINE_FINAL_TYPE (AtlasMapGround, atlas_map_ground, G_TYPE_OBJECT)

enum
{
  PROP_READER = 1,
  PROP_COMPLETE,
  N_PROPERTIES,
};

enum
{
  FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
remove_layer (AtlasMapGround *self, AtlasTileLayer **layer)
{
  if (*layer == NULL)
    return;

  atlas_layer_stack_remove (self->stack, *layer);
  g_clear_object (layer);
}

/* How much finer than the map's zoom a level must be to have a pixel for each of the screen's. */
static double
get_sharpness (AtlasMapGround *self)
{
  const AtlasTileInfo *info = atlas_tile_reader_get_info (self->reader);

  return log2 ((double) ATLAS_TILE_SIZE * gtk_widget_get_scale_factor (GTK_WIDGET (self->map))
               / info->side);
}

/* The level nearest to a sharp one, or the finest there is; none far out, where all tiles of the
 * coarsest would be asked for. */
static gboolean
choose_level (AtlasMapGround *self, guint *level)
{
  const AtlasTileInfo *info = atlas_tile_reader_get_info (self->reader);
  double nearest = round (atlas_map_camera_get_zoom (self->camera) + get_sharpness (self));

  *level = (guint) CLAMP (nearest, 0.0, MIN (info->max_zoom, ATLAS_TILE_LAYER_FINEST));
  return nearest >= info->min_zoom && *level >= info->min_zoom;
}

static void
add_layer (AtlasMapGround *self, guint level)
{
  /* As far out as the next coarser level is nearer to a sharp one, and half a level more. */
  double least_zoom = level - get_sharpness (self) - 1.0;

  self->current = g_object_ref_sink (atlas_tile_layer_new (
      SHUMATE_MAP_SOURCE (self->source), shumate_map_get_viewport (self->map), level, least_zoom));
  g_signal_connect_object (self->current, "tile-done", G_CALLBACK (atlas_map_readiness_queue_check),
                           self->readiness, G_CONNECT_SWAPPED);
  atlas_layer_stack_add (self->stack, self->current, self->before);
}

/* What is seen stays until the next layer is full; one that did not get that far is no better. */
static void
retire_layer (AtlasMapGround *self)
{
  if (self->before != NULL || self->current == NULL)
    {
      remove_layer (self, &self->current);
      return;
    }

  self->before = g_steal_pointer (&self->current);
  atlas_tile_layer_set_mode (self->before, ATLAS_TILE_LAYER_RETIRED);
}

static gboolean
has_level (AtlasTileLayer *layer, guint level)
{
  return layer != NULL && atlas_tile_layer_get_level (layer) == level;
}

static void
update (AtlasMapGround *self)
{
  guint level;

  if (self->reader == NULL || !atlas_map_camera_has_size (self->camera))
    return;

  atlas_map_readiness_invalidate (self->readiness);
  if (!choose_level (self, &level))
    {
      remove_layer (self, &self->current);
      remove_layer (self, &self->before);
    }
  else if (has_level (self->before, level))
    {
      remove_layer (self, &self->current);
      self->current = g_steal_pointer (&self->before);
      atlas_tile_layer_set_mode (self->current, ATLAS_TILE_LAYER_LIVE);
    }
  else if (!has_level (self->current, level))
    {
      retire_layer (self);
      add_layer (self, level);
    }
}

static gboolean
check (gpointer owner)
{
  AtlasMapGround *self = ATLAS_MAP_GROUND (owner);
  gboolean full = self->current == NULL || atlas_tile_layer_is_full (self->current);

  if (full)
    remove_layer (self, &self->before);

  return atlas_map_camera_is_settled (self->camera) && (full || self->failed);
}

static void
viewport_changed_cb (AtlasMapGround *self)
{
  if (self->source == NULL)
    return;

  atlas_raster_source_set_focus (self->source, atlas_map_camera_get_centre (self->camera));
  atlas_map_readiness_invalidate (self->readiness);
}

static void
complete_changed_cb (AtlasMapGround *self)
{
  if (self->reader != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

/* A patchwork of two maps is worse than either: the painted one has to do now. */
static void
reader_failed_cb (AtlasMapGround *self, const GError *error)
{
  if (self->failed)
    return;

  self->failed = TRUE;
  atlas_layer_stack_set_shown (self->stack, FALSE);
  atlas_map_readiness_invalidate (self->readiness);
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
reader_retried_cb (AtlasMapGround *self)
{
  self->failed = FALSE;
  atlas_layer_stack_set_shown (self->stack, TRUE);
  if (self->current != NULL)
    atlas_tile_layer_retry (self->current);
  update (self);
}

static void
drop_reader (AtlasMapGround *self)
{
  if (self->reader != NULL)
    g_signal_handlers_disconnect_by_data (self->reader, self);
  remove_layer (self, &self->current);
  remove_layer (self, &self->before);
  g_clear_object (&self->source);
  g_clear_object (&self->reader);
}

static void
take_reader (AtlasMapGround *self, AtlasTileReader *reader)
{
  self->reader = g_object_ref (reader);
  self->source = atlas_raster_source_new (reader);
  self->failed = FALSE;
  atlas_raster_source_set_focus (self->source, atlas_map_camera_get_centre (self->camera));
  g_signal_connect_object (reader, "failed", G_CALLBACK (reader_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (reader, "retried", G_CALLBACK (reader_retried_cb), self,
                           G_CONNECT_SWAPPED);
  atlas_layer_stack_set_shown (self->stack, TRUE);
  update (self);
}

/* Our own shapes end at ATLAS_MAX_ZOOM; finer tiles are worth going nearer. */
static void
limit_zoom (AtlasMapGround *self)
{
  guint finest = self->reader != NULL ? atlas_tile_reader_get_info (self->reader)->max_zoom : 0;

  atlas_map_camera_set_max_zoom (self->camera, CLAMP (finest, ATLAS_MAX_ZOOM, ATLAS_DEEPEST_ZOOM));
}

static void
atlas_map_ground_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasMapGround *self = ATLAS_MAP_GROUND (object);

  switch (id)
    {
    case PROP_READER:
      g_value_set_object (value, self->reader);
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, atlas_map_ground_is_complete (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_map_ground_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_READER:
      atlas_map_ground_set_reader (ATLAS_MAP_GROUND (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_map_ground_dispose (GObject *object)
{
  AtlasMapGround *self = ATLAS_MAP_GROUND (object);

  if (self->stack != NULL)
    {
      drop_reader (self);
      atlas_layer_stack_close (self->stack);
      g_object_run_dispose (G_OBJECT (self->readiness));
    }
  g_clear_object (&self->readiness);
  g_clear_object (&self->stack);
  g_clear_object (&self->camera);

  G_OBJECT_CLASS (atlas_map_ground_parent_class)->dispose (object);
}

static void
atlas_map_ground_class_init (AtlasMapGroundClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = atlas_map_ground_get_property;
  object_class->set_property = atlas_map_ground_set_property;
  object_class->dispose = atlas_map_ground_dispose;

  properties[PROP_READER] = g_param_spec_object ("reader", NULL, NULL, ATLAS_TYPE_TILE_READER,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                     | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, TRUE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                        | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * AtlasMapGround::failed:
   * @self: the ground
   * @error: one sentence for people
   *
   * The reader said that it is of no use for now. Its tiles are hidden until
   * atlas_tile_reader_retry().
   */
  signals[FAILED] = g_signal_new ("failed", ATLAS_TYPE_MAP_GROUND, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
atlas_map_ground_init (AtlasMapGround *self)
{
}

/**
 * atlas_map_ground_new:
 * @map: the map to put layers into; it outlives the ground
 * @camera: what moves the map's viewport
 *
 * Returns: (transfer full): a ground without a reader, at the bottom of @map
 */
AtlasMapGround *
atlas_map_ground_new (ShumateMap *map, AtlasMapCamera *camera)
{
  AtlasMapGround *self;

  g_return_val_if_fail (SHUMATE_IS_MAP (map) && ATLAS_IS_MAP_CAMERA (camera), NULL);

  self = g_object_new (ATLAS_TYPE_MAP_GROUND, NULL);
  self->map = map;
  self->camera = g_object_ref (camera);
  self->stack = atlas_layer_stack_new (map);
  self->readiness = atlas_map_readiness_new (GTK_WIDGET (map), check, self);
  g_signal_connect_object (self->readiness, "notify::complete", G_CALLBACK (complete_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (camera, "settled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "notify::scale-factor", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (shumate_map_get_viewport (map), "notify",
                           G_CALLBACK (viewport_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * atlas_map_ground_set_reader:
 * @self: a ground
 * @reader: (nullable): where the tiles come from; %NULL to show none
 *
 * What the reader before had is cancelled and dropped. The camera may go as near as @reader has
 * tiles, and always as near as the painted map allows.
 */
void
atlas_map_ground_set_reader (AtlasMapGround *self, AtlasTileReader *reader)
{
  gboolean was_complete;

  g_return_if_fail (ATLAS_IS_MAP_GROUND (self));
  g_return_if_fail (reader == NULL || ATLAS_IS_TILE_READER (reader));

  if (self->reader == reader)
    return;

  was_complete = atlas_map_ground_is_complete (self);
  drop_reader (self);
  if (reader != NULL)
    take_reader (self, reader);
  limit_zoom (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READER]);
  if (atlas_map_ground_is_complete (self) != was_complete)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

/**
 * atlas_map_ground_get_reader:
 * @self: a ground
 *
 * Returns: (transfer none) (nullable): where the tiles come from
 */
AtlasTileReader *
atlas_map_ground_get_reader (AtlasMapGround *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_GROUND (self), NULL);

  return self->reader;
}

/**
 * atlas_map_ground_set_floor:
 * @self: a ground
 * @below: (nullable): the child of the map that its layers stand right above; %NULL for the bottom
 *
 * Where @below is the top of other tiles, those are not drawn as long as the ground hides them.
 */
void
atlas_map_ground_set_floor (AtlasMapGround *self, GtkWidget *below)
{
  g_return_if_fail (ATLAS_IS_MAP_GROUND (self));

  atlas_layer_stack_set_floor (self->stack, below);
}

/**
 * atlas_map_ground_get_top:
 * @self: a ground
 *
 * Returns: (transfer none): the child of the map that what belongs above the ground stands on
 */
GtkWidget *
atlas_map_ground_get_top (AtlasMapGround *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_GROUND (self), NULL);

  return GTK_WIDGET (self->stack);
}

/**
 * atlas_map_ground_is_complete:
 * @self: a ground
 *
 * Returns: whether nothing more is to come for what the view shows, and that was drawn; also
 *   without a reader
 */
gboolean
atlas_map_ground_is_complete (AtlasMapGround *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_GROUND (self), FALSE);

  return self->reader == NULL || atlas_map_readiness_is_complete (self->readiness);
}

static void
paint_layer (AtlasTileLayer *layer, cairo_t *cr, const AtlasMapWindow *window)
{
  g_autoptr (GPtrArray) tiles = layer != NULL ? atlas_tile_layer_dup_tiles (layer) : NULL;

  if (tiles != NULL)
    atlas_tile_mosaic_paint (tiles, cr, window);
}

/**
 * atlas_map_ground_paint:
 * @self: a ground
 * @cr: what is painted on: its units count from the top left of @window
 * @window: which part of the world, and how large
 *
 * Paints the tiles that are there now; where there are none, nothing.
 */
void
atlas_map_ground_paint (AtlasMapGround *self, cairo_t *cr, const AtlasMapWindow *window)
{
  g_return_if_fail (ATLAS_IS_MAP_GROUND (self) && cr != NULL && window != NULL);

  if (self->failed)
    return;

  paint_layer (self->before, cr, window);
  paint_layer (self->current, cr, window);
}
