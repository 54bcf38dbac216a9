/* atlas-tile-layer.c: the tiles of one zoom level, shown at any zoom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-layer.h"

#include <math.h>

#include "atlas-picture.h"

/* Tiles beyond the edge of the view that are asked for ahead of a pan, in parts of a tile, and
 * those that are kept, in parts of the view; a few are kept anyway. */
#define AHEAD 0.5
#define KEPT 0.5
#define FEW_TILES 24
/* Far out, the tiles of this level would be many and small: below so many logical pixels, what is
 * there has to do. */
#define LEAST_SIZE 90.0

struct _AtlasTileLayer
{
  ShumateLayer parent_instance;

  /* (weak) (nullable): the layer above */
  AtlasTileLayer *cover;

  /* owned */
  ShumateMapSource *source;
  guint level;
  /* column and row → Cell */
  GHashTable *cells;
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
  ShumateTile *tile;
  GCancellable *cancellable;
} Cell;

/* In tiles of the level, which are the coordinates of everything here. */
typedef struct
{
  double x0, y0, x1, y1;
  /* logical pixels a tile covers on the screen */
  double size;
} View;

typedef struct
{
  GWeakRef layer;
  ShumateTile *tile;
} Request;

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_cancellable_cancel (cell->cancellable);
  g_object_unref (cell->cancellable);
  g_object_unref (cell->tile);
  g_free (cell);
}

static void
request_free (Request *request)
{
  g_weak_ref_clear (&request->layer);
  g_object_unref (request->tile);
  g_free (request);
}

static gpointer
key_of (guint x, guint y)
{
  return GUINT_TO_POINTER (y << 16 | x);
}

static View
get_view (AtlasTileLayer *self)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  ShumateLocation *location = SHUMATE_LOCATION (viewport);
  AtlasPoint centre = atlas_point_from_degrees (shumate_location_get_longitude (location),
                                                shumate_location_get_latitude (location));
  double n_tiles = ldexp (1.0, (int) self->level);
  double zoom = shumate_viewport_get_zoom_level (viewport);
  View view = { .size = shumate_map_source_get_tile_size (self->source)
                        * exp2 (zoom - self->level) };
  double width = gtk_widget_get_width (GTK_WIDGET (self)) / view.size;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) / view.size;

  view.x0 = centre.x * n_tiles - width / 2.0;
  view.y0 = centre.y * n_tiles - height / 2.0;
  view.x1 = view.x0 + width;
  view.y1 = view.y0 + height;

  return view;
}

static View
grow (View view, double x, double y)
{
  view.x0 -= x;
  view.y0 -= y;
  view.x1 += x;
  view.y1 += y;

  return view;
}

/* From a coordinate to the column or row of a tile that exists. */
static guint
clamp_index (AtlasTileLayer *self, double coordinate)
{
  return (guint) CLAMP (floor (coordinate), 0.0, ldexp (1.0, (int) self->level) - 1.0);
}

static void
tile_filled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (AtlasTileLayer) self = g_weak_ref_get (&request->layer);
  gboolean filled = shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (source), result, NULL);

  /* A failure leaves the coarser layer below in sight; a cancelled tile is no longer wanted. */
  if (self != NULL && filled)
    {
      gtk_widget_queue_draw (GTK_WIDGET (self));
      g_signal_emit (self, signals[TILE_DONE], 0);
    }
  request_free (request);
}

static void
add_tile (AtlasTileLayer *self, guint x, guint y)
{
  Cell *cell = g_new0 (Cell, 1);
  Request *request = g_new0 (Request, 1);

  cell->tile = shumate_tile_new_full (x, y, shumate_map_source_get_tile_size (self->source),
                                      self->level);
  cell->cancellable = g_cancellable_new ();
  g_hash_table_insert (self->cells, key_of (x, y), cell);

  g_weak_ref_init (&request->layer, self);
  request->tile = g_object_ref (cell->tile);
  shumate_map_source_fill_tile_async (self->source, cell->tile, cell->cancellable, tile_filled_cb,
                                      request);
}

static gboolean
is_outside (gpointer key, gpointer value, gpointer data)
{
  const Cell *cell = value;
  const View *view = data;
  double x = shumate_tile_get_x (cell->tile);
  double y = shumate_tile_get_y (cell->tile);

  return x + 1.0 < view->x0 || x > view->x1 || y + 1.0 < view->y0 || y > view->y1;
}

static void
update_tiles (AtlasTileLayer *self, const View *view)
{
  View wanted = grow (*view, AHEAD, AHEAD);
  View kept = grow (wanted, (view->x1 - view->x0) * KEPT, (view->y1 - view->y0) * KEPT);

  if (g_hash_table_size (self->cells) > FEW_TILES)
    g_hash_table_foreach_remove (self->cells, is_outside, &kept);
  if (view->size < LEAST_SIZE)
    return;

  for (guint y = clamp_index (self, wanted.y0); y <= clamp_index (self, wanted.y1); y++)
    {
      for (guint x = clamp_index (self, wanted.x0); x <= clamp_index (self, wanted.x1); x++)
        {
          if (!g_hash_table_contains (self->cells, key_of (x, y)))
            add_tile (self, x, y);
        }
    }
}

/* Edges fall on whole device pixels, those of neighbours on the same ones: no seam shows and a pan
 * does not blur. */
static void
snapshot_tile (AtlasTileLayer *self, ShumateTile *tile, const View *view, GtkSnapshot *snapshot)
{
  GdkPaintable *paintable = shumate_tile_get_paintable (tile);
  double scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double x = shumate_tile_get_x (tile) - view->x0;
  double y = shumate_tile_get_y (tile) - view->y0;
  double left = round (x * view->size * scale) / scale;
  double top = round (y * view->size * scale) / scale;
  double right = round ((x + 1.0) * view->size * scale) / scale;
  double bottom = round ((y + 1.0) * view->size * scale) / scale;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) left, (float) top, (float) (right - left),
                                               (float) (bottom - top));

  if (paintable != NULL)
    atlas_picture_append (GDK_TEXTURE (paintable), GTK_WIDGET (self), snapshot, &bounds);
}

static void
atlas_tile_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasTileLayer *self = ATLAS_TILE_LAYER (widget);
  View view = get_view (self);
  GHashTableIter iter;
  gpointer value;

  update_tiles (self, &view);
  if (self->cover != NULL && atlas_tile_layer_is_full (self->cover))
    return;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Cell *cell = value;

      if (!is_outside (NULL, value, &view))
        snapshot_tile (self, cell->tile, &view, snapshot);
    }
}

static void
atlas_tile_layer_dispose (GObject *object)
{
  AtlasTileLayer *self = ATLAS_TILE_LAYER (object);

  g_clear_weak_pointer (&self->cover);
  g_hash_table_remove_all (self->cells);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (atlas_tile_layer_parent_class)->dispose (object);
}

static void
atlas_tile_layer_finalize (GObject *object)
{
  AtlasTileLayer *self = ATLAS_TILE_LAYER (object);

  g_hash_table_unref (self->cells);

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
  self->cells = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, cell_free);
}

/**
 * atlas_tile_layer_new:
 * @source: where tiles come from
 * @viewport: what the map shows
 * @level: the zoom level of the tiles, at most 16
 *
 * Returns: (transfer floating): a layer that asks for its tiles when it is drawn
 */
AtlasTileLayer *
atlas_tile_layer_new (ShumateMapSource *source, ShumateViewport *viewport, guint level)
{
  AtlasTileLayer *self;

  g_return_val_if_fail (SHUMATE_IS_MAP_SOURCE (source) && SHUMATE_IS_VIEWPORT (viewport), NULL);
  g_return_val_if_fail (level <= 16, NULL);

  self = g_object_new (ATLAS_TYPE_TILE_LAYER, "viewport", viewport, NULL);
  self->source = g_object_ref (source);
  self->level = level;
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

  return self->source;
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

  return self->level;
}

/**
 * atlas_tile_layer_set_cover:
 * @self: a layer
 * @cover: (nullable): the layer above it
 *
 * While @cover is full, @self asks for its tiles but is not drawn, as nothing of it would be seen.
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
 * atlas_tile_layer_is_full:
 * @self: a layer
 *
 * Returns: whether every tile of what the view shows is there
 */
gboolean
atlas_tile_layer_is_full (AtlasTileLayer *self)
{
  View view;

  g_return_val_if_fail (ATLAS_IS_TILE_LAYER (self), FALSE);

  if (gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return FALSE;

  view = get_view (self);
  for (guint y = clamp_index (self, view.y0); y <= clamp_index (self, view.y1); y++)
    {
      for (guint x = clamp_index (self, view.x0); x <= clamp_index (self, view.x1); x++)
        {
          const Cell *cell = g_hash_table_lookup (self->cells, key_of (x, y));

          if (cell == NULL || shumate_tile_get_state (cell->tile) != SHUMATE_STATE_DONE)
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * atlas_tile_layer_get_n_tiles:
 * @self: a layer
 *
 * Returns: how many tiles it holds, painted or asked for
 */
guint
atlas_tile_layer_get_n_tiles (AtlasTileLayer *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_LAYER (self), 0);

  return g_hash_table_size (self->cells);
}
