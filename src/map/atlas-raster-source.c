/* atlas-raster-source.c: map tiles from a file or a server
 *
 * A few tiles are asked of the reader at a time, and always those nearest to the middle of the view
 * as it is then: whoever moves on does not wait for what was passed by.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-raster-source.h"

#include <math.h>

#include "atlas-map-pose.h"
#include "atlas-picture.h"
#include "atlas-tile-order.h"

#define MOST_READING 8

struct _AtlasRasterSource
{
  ShumateMapSource parent_instance;

  /* owned */
  AtlasTileReader *reader;
  /* of GTask, whose data is the tile */
  GQueue waiting;

  guint n_reading;
  AtlasPoint focus;
};

G_DEFINE_FINAL_TYPE (AtlasRasterSource, atlas_raster_source, SHUMATE_TYPE_MAP_SOURCE)

static void read_on (AtlasRasterSource *self);

static gboolean
exists (AtlasRasterSource *self, ShumateTile *tile)
{
  const AtlasTileInfo *info = atlas_tile_reader_get_info (self->reader);
  guint level = shumate_tile_get_zoom_level (tile);
  double side = ldexp (1.0, -(int) level);
  AtlasBox box = { .x0 = shumate_tile_get_x (tile) * side, .y0 = shumate_tile_get_y (tile) * side };

  box.x1 = box.x0 + side;
  box.y1 = box.y0 + side;
  return level >= info->min_zoom && level <= info->max_zoom
         && atlas_box_intersects (&box, &info->box);
}

static void
read_cb (GObject *reader, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AtlasRasterSource *self = ATLAS_RASTER_SOURCE (g_task_get_source_object (task));
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTileImage) image = atlas_tile_reader_read_finish (ATLAS_TILE_READER (reader),
                                                                    result, &error);

  self->n_reading--;
  if (image != NULL)
    g_task_return_pointer (
        task, atlas_picture_new (image->pixels, image->width, image->height, image->opaque),
        g_object_unref);
  else if (g_error_matches (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_ABSENT))
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_return_error (task, g_steal_pointer (&error));

  read_on (self);
}

/* Returns: (transfer full) (nullable): the task that is next; those nobody waits for are ended. */
static GTask *
take_nearest (AtlasRasterSource *self)
{
  GList *nearest = NULL;
  int least = G_MAXINT;
  GTask *task;

  for (GList *link = self->waiting.head, *next; link != NULL; link = next)
    {
      int order = atlas_tile_order (g_task_get_task_data (link->data), self->focus);

      next = link->next;
      if (g_task_return_error_if_cancelled (link->data))
        {
          g_object_unref (link->data);
          g_queue_delete_link (&self->waiting, link);
        }
      else if (order < least)
        {
          least = order;
          nearest = link;
        }
    }

  if (nearest == NULL)
    return NULL;

  task = nearest->data;
  g_queue_delete_link (&self->waiting, nearest);
  g_task_set_priority (task, least);
  return task;
}

static void
read_on (AtlasRasterSource *self)
{
  while (self->n_reading < MOST_READING)
    {
      GTask *task = take_nearest (self);
      ShumateTile *tile;

      if (task == NULL)
        return;

      tile = g_task_get_task_data (task);
      self->n_reading++;
      atlas_tile_reader_read_async (self->reader, shumate_tile_get_zoom_level (tile),
                                    shumate_tile_get_x (tile), shumate_tile_get_y (tile),
                                    g_task_get_priority (task), g_task_get_cancellable (task),
                                    read_cb, task);
    }
}

static void
atlas_raster_source_fill_tile_async (ShumateMapSource *source,
                                     ShumateTile *tile,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  AtlasRasterSource *self = ATLAS_RASTER_SOURCE (source);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, atlas_raster_source_fill_tile_async);
  g_task_set_task_data (task, g_object_ref (tile), g_object_unref);
  if (!exists (self, tile))
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }

  shumate_tile_set_state (tile, SHUMATE_STATE_LOADING);
  g_queue_push_tail (&self->waiting, g_steal_pointer (&task));
  read_on (self);
}

static gboolean
atlas_raster_source_fill_tile_finish (ShumateMapSource *source,
                                      GAsyncResult *result,
                                      GError **error)
{
  ShumateTile *tile = g_task_get_task_data (G_TASK (result));
  gboolean failed = g_task_had_error (G_TASK (result));
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), error);

  if (failed)
    return FALSE;

  if (texture != NULL)
    shumate_tile_set_paintable (tile, GDK_PAINTABLE (texture));
  shumate_tile_set_state (tile, SHUMATE_STATE_DONE);
  return TRUE;
}

static void
atlas_raster_source_finalize (GObject *object)
{
  AtlasRasterSource *self = ATLAS_RASTER_SOURCE (object);

  /* Each task holds the source, so none is left. */
  g_clear_object (&self->reader);

  G_OBJECT_CLASS (atlas_raster_source_parent_class)->finalize (object);
}

static void
atlas_raster_source_class_init (AtlasRasterSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  object_class->finalize = atlas_raster_source_finalize;
  source_class->fill_tile_async = atlas_raster_source_fill_tile_async;
  source_class->fill_tile_finish = atlas_raster_source_fill_tile_finish;
}

static void
atlas_raster_source_init (AtlasRasterSource *self)
{
  g_queue_init (&self->waiting);
}

/**
 * atlas_raster_source_new:
 * @reader: where the tiles come from
 *
 * Returns: (transfer full): a source with an id of its own
 */
AtlasRasterSource *
atlas_raster_source_new (AtlasTileReader *reader)
{
  static guint n_sources = 0;
  g_autofree char *id = g_strdup_printf ("raster-%u", ++n_sources);
  AtlasRasterSource *self;

  g_return_val_if_fail (ATLAS_IS_TILE_READER (reader), NULL);

  /* Pictures may have other sides, but they lie on the grid everybody uses. */
  self = g_object_new (ATLAS_TYPE_RASTER_SOURCE, "id", id, "name",
                       atlas_tile_reader_get_info (reader)->name, "tile-size", ATLAS_TILE_SIZE,
                       NULL);
  self->reader = g_object_ref (reader);

  return self;
}

/**
 * atlas_raster_source_set_focus:
 * @self: a source
 * @focus: the middle of the view
 *
 * From now on the tiles nearest to @focus are read first, also of those that wait already.
 */
void
atlas_raster_source_set_focus (AtlasRasterSource *self, AtlasPoint focus)
{
  g_return_if_fail (ATLAS_IS_RASTER_SOURCE (self));

  self->focus = focus;
}
