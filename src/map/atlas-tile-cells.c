/* atlas-tile-cells.c: the tiles of one zoom level, there or asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-cells.h"

#include <math.h>

#include "atlas-picture.h"

struct _AtlasTileCells
{
  GObject parent_instance;

  /* owned */
  ShumateMapSource *source;
  guint level;
  /* key of a cell → Cell */
  GHashTable *cells;
};

G_DEFINE_FINAL_TYPE (AtlasTileCells, atlas_tile_cells, G_TYPE_OBJECT)

enum
{
  SETTLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  gint64 key;
  ShumateTile *tile;
  GCancellable *cancellable;
  gboolean failed;
} Cell;

typedef gboolean (*CellFunc) (const Cell *cell);

typedef struct
{
  GWeakRef cells;
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
  g_weak_ref_clear (&request->cells);
  g_object_unref (request->tile);
  g_free (request);
}

static gint64
key_of (guint x, guint y)
{
  return (gint64) y << 32 | x;
}

static Cell *
find_cell (AtlasTileCells *self, guint x, guint y)
{
  gint64 key = key_of (x, y);

  return g_hash_table_lookup (self->cells, &key);
}

static GdkTexture *
picture_of (const Cell *cell)
{
  return GDK_TEXTURE (shumate_tile_get_paintable (cell->tile));
}

/* Nothing more is to come. */
static gboolean
is_settled (const Cell *cell)
{
  return cell != NULL
         && (cell->failed || shumate_tile_get_state (cell->tile) == SHUMATE_STATE_DONE);
}

static gboolean
is_opaque (const Cell *cell)
{
  return cell != NULL && picture_of (cell) != NULL && atlas_picture_is_opaque (picture_of (cell));
}

static gboolean
is_outside (gpointer key, gpointer value, gpointer data)
{
  const Cell *cell = value;
  const AtlasBox *box = data;
  double x = shumate_tile_get_x (cell->tile);
  double y = shumate_tile_get_y (cell->tile);

  return x + 1.0 < box->x0 || x > box->x1 || y + 1.0 < box->y0 || y > box->y1;
}

static gboolean
is_failed (gpointer key, gpointer value, gpointer data)
{
  return ((const Cell *) value)->failed;
}

static gboolean
is_missing (gpointer key, gpointer value, gpointer data)
{
  return is_failed (key, value, data) || !is_settled (value);
}

/* From a coordinate to the column or row of a tile that exists. */
static guint
clamp_index (AtlasTileCells *self, double coordinate)
{
  return (guint) CLAMP (floor (coordinate), 0.0, ldexp (1.0, (int) self->level) - 1.0);
}

static void
tile_filled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (AtlasTileCells) self = g_weak_ref_get (&request->cells);
  gboolean filled = shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (source), result, NULL);
  Cell *cell = NULL;

  if (self != NULL)
    cell = find_cell (self, shumate_tile_get_x (request->tile), shumate_tile_get_y (request->tile));

  /* Else it was cancelled as it is no longer wanted. */
  if (cell != NULL && cell->tile == request->tile)
    {
      cell->failed = !filled;
      g_signal_emit (self, signals[SETTLED], 0);
    }
  request_free (request);
}

static void
add_cell (AtlasTileCells *self, guint x, guint y)
{
  Cell *cell = g_new0 (Cell, 1);
  Request *request = g_new0 (Request, 1);

  cell->key = key_of (x, y);
  cell->tile = shumate_tile_new_full (x, y, shumate_map_source_get_tile_size (self->source),
                                      self->level);
  cell->cancellable = g_cancellable_new ();
  g_hash_table_insert (self->cells, &cell->key, cell);

  g_weak_ref_init (&request->cells, self);
  request->tile = g_object_ref (cell->tile);
  shumate_map_source_fill_tile_async (self->source, cell->tile, cell->cancellable, tile_filled_cb,
                                      request);
}

static void
atlas_tile_cells_dispose (GObject *object)
{
  AtlasTileCells *self = ATLAS_TILE_CELLS (object);

  g_hash_table_remove_all (self->cells);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (atlas_tile_cells_parent_class)->dispose (object);
}

static void
atlas_tile_cells_finalize (GObject *object)
{
  AtlasTileCells *self = ATLAS_TILE_CELLS (object);

  g_hash_table_unref (self->cells);

  G_OBJECT_CLASS (atlas_tile_cells_parent_class)->finalize (object);
}

static void
atlas_tile_cells_class_init (AtlasTileCellsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = atlas_tile_cells_dispose;
  object_class->finalize = atlas_tile_cells_finalize;

  signals[SETTLED] = g_signal_new ("settled", ATLAS_TYPE_TILE_CELLS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_tile_cells_init (AtlasTileCells *self)
{
  self->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, cell_free);
}

/**
 * atlas_tile_cells_new:
 * @source: where tiles come from
 * @level: their zoom level
 *
 * Returns: (transfer full): no tiles yet; those still asked for in the end are cancelled
 */
AtlasTileCells *
atlas_tile_cells_new (ShumateMapSource *source, guint level)
{
  AtlasTileCells *self;

  g_return_val_if_fail (SHUMATE_IS_MAP_SOURCE (source), NULL);

  self = g_object_new (ATLAS_TYPE_TILE_CELLS, NULL);
  self->source = g_object_ref (source);
  self->level = level;

  return self;
}

/**
 * atlas_tile_cells_get_source:
 * @self: tiles
 *
 * Returns: (transfer none): where they come from
 */
ShumateMapSource *
atlas_tile_cells_get_source (AtlasTileCells *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_CELLS (self), NULL);

  return self->source;
}

/**
 * atlas_tile_cells_get_level:
 * @self: tiles
 *
 * Returns: their zoom level
 */
guint
atlas_tile_cells_get_level (AtlasTileCells *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_CELLS (self), 0);

  return self->level;
}

/**
 * atlas_tile_cells_get_n:
 * @self: tiles
 *
 * Returns: how many are there, are known not to exist, failed or were asked for
 */
guint
atlas_tile_cells_get_n (AtlasTileCells *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_CELLS (self), 0);

  return g_hash_table_size (self->cells);
}

/**
 * atlas_tile_cells_ask:
 * @self: tiles
 * @box: what is wanted
 *
 * Asks for what was not asked for yet.
 */
void
atlas_tile_cells_ask (AtlasTileCells *self, const AtlasBox *box)
{
  g_return_if_fail (ATLAS_IS_TILE_CELLS (self) && box != NULL);

  for (guint y = clamp_index (self, box->y0); y <= clamp_index (self, box->y1); y++)
    {
      for (guint x = clamp_index (self, box->x0); x <= clamp_index (self, box->x1); x++)
        {
          if (find_cell (self, x, y) == NULL)
            add_cell (self, x, y);
        }
    }
}

/**
 * atlas_tile_cells_forget_around:
 * @self: tiles
 * @box: what may be wanted again soon
 *
 * Drops or cancels all that lies outside @box.
 */
void
atlas_tile_cells_forget_around (AtlasTileCells *self, const AtlasBox *box)
{
  g_return_if_fail (ATLAS_IS_TILE_CELLS (self) && box != NULL);

  g_hash_table_foreach_remove (self->cells, is_outside, (gpointer) box);
}

/**
 * atlas_tile_cells_forget_failed:
 * @self: tiles
 *
 * What failed may be asked for once more.
 */
void
atlas_tile_cells_forget_failed (AtlasTileCells *self)
{
  g_return_if_fail (ATLAS_IS_TILE_CELLS (self));

  g_hash_table_foreach_remove (self->cells, is_failed, NULL);
}

/**
 * atlas_tile_cells_forget_missing:
 * @self: tiles
 *
 * Cancels what was asked for and is not there, and forgets what failed.
 */
void
atlas_tile_cells_forget_missing (AtlasTileCells *self)
{
  g_return_if_fail (ATLAS_IS_TILE_CELLS (self));

  g_hash_table_foreach_remove (self->cells, is_missing, NULL);
}

static gboolean
check_cells (AtlasTileCells *self, const AtlasBox *box, CellFunc is_right)
{
  for (guint y = clamp_index (self, box->y0); y <= clamp_index (self, box->y1); y++)
    {
      for (guint x = clamp_index (self, box->x0); x <= clamp_index (self, box->x1); x++)
        {
          if (!is_right (find_cell (self, x, y)))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * atlas_tile_cells_are_settled:
 * @self: tiles
 * @box: what is meant
 *
 * Returns: whether nothing more is to come for @box: each of its tiles is there, is known not to
 *   exist, or failed
 */
gboolean
atlas_tile_cells_are_settled (AtlasTileCells *self, const AtlasBox *box)
{
  g_return_val_if_fail (ATLAS_IS_TILE_CELLS (self) && box != NULL, FALSE);

  return check_cells (self, box, is_settled);
}

/**
 * atlas_tile_cells_are_opaque:
 * @self: tiles
 * @box: what is meant
 *
 * Returns: whether nothing can be seen through @box
 */
gboolean
atlas_tile_cells_are_opaque (AtlasTileCells *self, const AtlasBox *box)
{
  g_return_val_if_fail (ATLAS_IS_TILE_CELLS (self) && box != NULL, FALSE);

  return check_cells (self, box, is_opaque);
}

/**
 * atlas_tile_cells_foreach:
 * @self: tiles
 * @box: (nullable): what is meant; %NULL for all
 * @func: (scope call): called for each tile that has a texture
 * @user_data: for @func
 */
void
atlas_tile_cells_foreach (AtlasTileCells *self,
                          const AtlasBox *box,
                          AtlasTileFunc func,
                          gpointer user_data)
{
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (ATLAS_IS_TILE_CELLS (self) && func != NULL);

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Cell *cell = value;

      if (picture_of (cell) != NULL && (box == NULL || !is_outside (NULL, value, (gpointer) box)))
        func (cell->tile, user_data);
    }
}
