/* atlas-tile-layer.c: the tiles of one zoom level, shown at any zoom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-layer.h"

#include <math.h>

#include "atlas-layer-stack.h"
#include "atlas-map-pose.h"
#include "atlas-picture.h"
#include "atlas-tile-cells.h"

/* Tiles beyond the edge of the view that are asked for ahead of a pan, in parts of a tile, and
 * those that are kept, in parts of the view; a few are kept anyway. */
#define AHEAD 0.5
#define KEPT 0.5
#define FEW_TILES 24

struct _AtlasTileLayer
{
  ShumateLayer parent_instance;

  /* (weak) (nullable): the layer above */
  AtlasTileLayer *cover;

  /* owned */
  AtlasTileCells *cells;
  double least_zoom;
  AtlasTileLayerMode mode;
};

G_DEFINE_FINAL_TYPE (AtlasTileLayer, atlas_tile_layer, SHUMATE_TYPE_LAYER)

enum
{
  TILE_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  AtlasTileLayer *layer;
  GtkSnapshot *snapshot;
  /* in columns and rows of the tiles */
  AtlasBox view;
  double tile_size;
} Canvas;

static double
get_zoom (AtlasTileLayer *self)
{
  return shumate_viewport_get_zoom_level (shumate_layer_get_viewport (SHUMATE_LAYER (self)));
}

/* Logical pixels that a tile covers on the screen. */
static double
get_tile_size (AtlasTileLayer *self)
{
  return atlas_map_pixels_at (get_zoom (self) - atlas_tile_cells_get_level (self->cells));
}

static AtlasBox
grow (AtlasBox box, double x, double y)
{
  return (AtlasBox){ box.x0 - x, box.y0 - y, box.x1 + x, box.y1 + y };
}

/* What is seen, in columns and rows of the tiles. */
static AtlasBox
get_view (AtlasTileLayer *self)
{
  ShumateLocation *location = SHUMATE_LOCATION (shumate_layer_get_viewport (SHUMATE_LAYER (self)));
  AtlasPoint centre = atlas_point_from_degrees (shumate_location_get_longitude (location),
                                                shumate_location_get_latitude (location));
  double n_tiles = ldexp (1.0, (int) atlas_tile_cells_get_level (self->cells));
  double size = get_tile_size (self);
  AtlasBox middle = { centre.x * n_tiles, centre.y * n_tiles, centre.x * n_tiles,
                      centre.y * n_tiles };

  return grow (middle, gtk_widget_get_width (GTK_WIDGET (self)) / size / 2.0,
               gtk_widget_get_height (GTK_WIDGET (self)) / size / 2.0);
}

static void
update_tiles (AtlasTileLayer *self, const AtlasBox *view)
{
  AtlasBox wanted = grow (*view, AHEAD, AHEAD);
  AtlasBox kept = grow (wanted, (view->x1 - view->x0) * KEPT, (view->y1 - view->y0) * KEPT);

  if (atlas_tile_cells_get_n (self->cells) > FEW_TILES)
    atlas_tile_cells_forget_around (self->cells, &kept);
  if (self->mode == ATLAS_TILE_LAYER_RETIRED || get_zoom (self) < self->least_zoom)
    return;

  /* Nothing around the view may keep what is in view waiting. */
  atlas_tile_cells_ask (self->cells, view);
  if (atlas_tile_cells_are_settled (self->cells, view))
    atlas_tile_cells_ask (self->cells, &wanted);
}

/* Edges fall on whole device pixels, those of neighbours on the same ones: no seam shows and a pan
 * does not blur. */
static void
snapshot_tile (ShumateTile *tile, gpointer user_data)
{
  const Canvas *canvas = user_data;
  GtkWidget *widget = GTK_WIDGET (canvas->layer);
  double scale = gtk_widget_get_scale_factor (widget);
  double size = canvas->tile_size * scale;
  double x = shumate_tile_get_x (tile) - canvas->view.x0;
  double y = shumate_tile_get_y (tile) - canvas->view.y0;
  double left = round (x * size) / scale;
  double top = round (y * size) / scale;
  double right = round ((x + 1.0) * size) / scale;
  double bottom = round ((y + 1.0) * size) / scale;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) left, (float) top, (float) (right - left),
                                               (float) (bottom - top));

  atlas_picture_append (GDK_TEXTURE (shumate_tile_get_paintable (tile)), widget, canvas->snapshot,
                        &bounds);
}

static gboolean
is_covered (AtlasTileLayer *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  return (self->cover != NULL && atlas_tile_layer_is_covering (self->cover))
         || (ATLAS_IS_LAYER_STACK (parent)
             && atlas_layer_stack_is_covered (ATLAS_LAYER_STACK (parent)));
}

static void
atlas_tile_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasTileLayer *self = ATLAS_TILE_LAYER (widget);
  Canvas canvas = { self, snapshot, get_view (self), get_tile_size (self) };

  update_tiles (self, &canvas.view);
  if (self->mode == ATLAS_TILE_LAYER_UNSEEN || is_covered (self))
    return;

  atlas_tile_cells_foreach (self->cells, &canvas.view, snapshot_tile, &canvas);
}

static void
settled_cb (AtlasTileLayer *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[TILE_DONE], 0);
}

static void
atlas_tile_layer_dispose (GObject *object)
{
  AtlasTileLayer *self = ATLAS_TILE_LAYER (object);

  g_clear_weak_pointer (&self->cover);
  if (self->cells != NULL)
    g_object_run_dispose (G_OBJECT (self->cells));

  G_OBJECT_CLASS (atlas_tile_layer_parent_class)->dispose (object);
}

static void
atlas_tile_layer_finalize (GObject *object)
{
  AtlasTileLayer *self = ATLAS_TILE_LAYER (object);

  g_clear_object (&self->cells);

  G_OBJECT_CLASS (atlas_tile_layer_parent_class)->finalize (object);
}

static void
atlas_tile_layer_class_init (AtlasTileLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_tile_layer_dispose;
  object_class->finalize = atlas_tile_layer_finalize;
  widget_class->snapshot = atlas_tile_layer_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);

  signals[TILE_DONE] = g_signal_new ("tile-done", ATLAS_TYPE_TILE_LAYER, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_tile_layer_init (AtlasTileLayer *self)
{
}

/**
 * atlas_tile_layer_new:
 * @source: where tiles come from
 * @viewport: what the map shows
 * @level: the zoom level of the tiles, at most %ATLAS_TILE_LAYER_FINEST
 * @least_zoom: the zoom below which tiles of @level would be many and small: what is there has to
 *   do then
 *
 * Returns: (transfer floating): a layer that asks for its tiles when it is drawn
 */
AtlasTileLayer *
atlas_tile_layer_new (ShumateMapSource *source,
                      ShumateViewport *viewport,
                      guint level,
                      double least_zoom)
{
  AtlasTileLayer *self;

  g_return_val_if_fail (SHUMATE_IS_MAP_SOURCE (source) && SHUMATE_IS_VIEWPORT (viewport), NULL);
  g_return_val_if_fail (level <= ATLAS_TILE_LAYER_FINEST, NULL);

  self = g_object_new (ATLAS_TYPE_TILE_LAYER, "viewport", viewport, NULL);
  self->cells = atlas_tile_cells_new (source, level);
  self->least_zoom = least_zoom;
  g_signal_connect_object (self->cells, "settled", G_CALLBACK (settled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * atlas_tile_layer_get_source:
 * @self: a layer
 *
 * Returns: (transfer none): where its tiles come from
 */
ShumateMapSource *
atlas_tile_layer_get_source (AtlasTileLayer *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_LAYER (self), NULL);

  return atlas_tile_cells_get_source (self->cells);
}

/**
 * atlas_tile_layer_get_level:
 * @self: a layer
 *
 * Returns: the zoom level of its tiles
 */
guint
atlas_tile_layer_get_level (AtlasTileLayer *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_LAYER (self), 0);

  return atlas_tile_cells_get_level (self->cells);
}

/**
 * atlas_tile_layer_set_cover:
 * @self: a layer
 * @cover: (nullable): the layer above it
 *
 * While @cover hides everything, @self asks for its tiles but is not drawn, as nothing of it would
 * be seen.
 */
void
atlas_tile_layer_set_cover (AtlasTileLayer *self, AtlasTileLayer *cover)
{
  g_return_if_fail (ATLAS_IS_TILE_LAYER (self));
  g_return_if_fail (cover == NULL || ATLAS_IS_TILE_LAYER (cover));

  g_set_weak_pointer (&self->cover, cover);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atlas_tile_layer_set_mode:
 * @self: a layer
 * @mode: what it does from now on
 */
void
atlas_tile_layer_set_mode (AtlasTileLayer *self, AtlasTileLayerMode mode)
{
  g_return_if_fail (ATLAS_IS_TILE_LAYER (self));

  self->mode = mode;
  if (mode == ATLAS_TILE_LAYER_RETIRED)
    atlas_tile_cells_forget_missing (self->cells);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atlas_tile_layer_retry:
 * @self: a layer
 *
 * Asks for the tiles that failed once more.
 */
void
atlas_tile_layer_retry (AtlasTileLayer *self)
{
  g_return_if_fail (ATLAS_IS_TILE_LAYER (self));

  atlas_tile_cells_forget_failed (self->cells);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

typedef gboolean (*CellsFunc) (AtlasTileCells *cells, const AtlasBox *box);

static gboolean
check_view (AtlasTileLayer *self, CellsFunc are_right)
{
  AtlasBox view = get_view (self);

  return gtk_widget_get_width (GTK_WIDGET (self)) > 0 && are_right (self->cells, &view);
}

/**
 * atlas_tile_layer_is_full:
 * @self: a layer
 *
 * Returns: whether nothing more is to come for what the view shows: each of its tiles is there, is
 *   known not to exist, or failed
 */
gboolean
atlas_tile_layer_is_full (AtlasTileLayer *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_LAYER (self), FALSE);

  return check_view (self, atlas_tile_cells_are_settled);
}

/**
 * atlas_tile_layer_is_covering:
 * @self: a layer
 *
 * Returns: whether nothing behind the layer can be seen
 */
gboolean
atlas_tile_layer_is_covering (AtlasTileLayer *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_LAYER (self), FALSE);

  return self->mode != ATLAS_TILE_LAYER_UNSEEN && check_view (self, atlas_tile_cells_are_opaque);
}

/**
 * atlas_tile_layer_get_n_tiles:
 * @self: a layer
 *
 * Returns: how many tiles it holds or has asked for
 */
guint
atlas_tile_layer_get_n_tiles (AtlasTileLayer *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_LAYER (self), 0);

  return atlas_tile_cells_get_n (self->cells);
}

static void
add_tile (ShumateTile *tile, gpointer tiles)
{
  g_ptr_array_add (tiles, g_object_ref (tile));
}

/**
 * atlas_tile_layer_dup_tiles:
 * @self: a layer
 *
 * Returns: (transfer full) (element-type ShumateTile): its tiles that have a picture
 */
GPtrArray *
atlas_tile_layer_dup_tiles (AtlasTileLayer *self)
{
  GPtrArray *tiles;

  g_return_val_if_fail (ATLAS_IS_TILE_LAYER (self), NULL);

  tiles = g_ptr_array_new_with_free_func (g_object_unref);
  atlas_tile_cells_foreach (self->cells, NULL, add_tile, tiles);

  return tiles;
}
