/* atlas-painted-source.c: map tiles painted from our own geometry, without a network
 *
 * Tiles come by whole zoom levels, and between two of them they are stretched by up to two. A
 * source is therefore made for one exact zoom: its tiles have as many pixels as they cover on the
 * screen there, so that lines are sharp and as wide as designed. The view replaces the source when
 * another zoom has settled; until then the old tiles are merely scaled.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-painted-source.h"

#include "atlas-picture.h"
#include "atlas-tile-order.h"
#include "atlas-trace.h"

#define MOST_PAINTERS 8

struct _AtlasPaintedSource
{
  ShumateMapSource parent_instance;

  /* immutable, shared with the painting threads */
  AtlasMapGeometry *geometry;
  AtlasMapStyle *style;
  guint pixels;
  double density;

  /* main thread only */
  AtlasPoint focus;
};

G_DEFINE_FINAL_TYPE (AtlasPaintedSource, atlas_painted_source, SHUMATE_TYPE_MAP_SOURCE)

typedef struct
{
  AtlasMapGeometry *geometry;
  AtlasMapStyle *style;
  AtlasTileRequest request;
  ShumateTile *tile;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  atlas_map_geometry_unref (job->geometry);
  atlas_map_style_unref (job->style);
  g_object_unref (job->tile);
  g_free (job);
}

/* Runs in a worker thread. */
static void
paint_job (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;
  const Job *job = g_task_get_task_data (task);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GBytes) pixels = NULL;
  guint side = 0;

  if (g_task_return_error_if_cancelled (task))
    return;

  pixels = atlas_tile_painter_paint (job->geometry, job->style, &job->request, &side);
  atlas_trace_value ("tile-paint", (double) (g_get_monotonic_time () - start) / 1000.0);
  g_task_return_pointer (
      task, atlas_picture_new (pixels, side, side, !atlas_map_style_is_over (job->style)),
      g_object_unref);
}

static int
compare_jobs (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return g_task_get_priority ((GTask *) a) - g_task_get_priority ((GTask *) b);
}

/* Painting everywhere at once would take the processor from the thread that draws the frames of a
 * motion: then half of the processors paint. */
static int
count_painters (gboolean still)
{
  guint n = g_get_num_processors ();

  return (int) CLAMP (still ? n : n / 2, 1, MOST_PAINTERS);
}

/* Tiles nearest to the middle of the view come first. */
static GThreadPool *
get_painters (void)
{
  static gsize once;
  static GThreadPool *painters;

  if (g_once_init_enter (&once))
    {
      painters = g_thread_pool_new (paint_job, NULL, count_painters (FALSE), FALSE, NULL);
      g_thread_pool_set_sort_function (painters, compare_jobs, NULL);
      g_once_init_leave (&once, 1);
    }

  return painters;
}

static void
atlas_painted_source_fill_tile_async (ShumateMapSource *source,
                                      ShumateTile *tile,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  AtlasPaintedSource *self = ATLAS_PAINTED_SOURCE (source);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, atlas_painted_source_fill_tile_async);
  job->geometry = atlas_map_geometry_ref (self->geometry);
  job->style = atlas_map_style_ref (self->style);
  job->tile = g_object_ref (tile);
  job->request = (AtlasTileRequest){
    .zoom = shumate_tile_get_zoom_level (tile),
    .x = shumate_tile_get_x (tile),
    .y = shumate_tile_get_y (tile),
    .pixels = self->pixels,
    .density = self->density,
  };
  g_task_set_task_data (task, job, job_free);

  shumate_tile_set_state (tile, SHUMATE_STATE_LOADING);
  g_task_set_priority (task, atlas_tile_order (tile, self->focus));
  g_thread_pool_push (get_painters (), g_steal_pointer (&task), NULL);
}

static gboolean
atlas_painted_source_fill_tile_finish (ShumateMapSource *source,
                                       GAsyncResult *result,
                                       GError **error)
{
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), error);
  const Job *job = g_task_get_task_data (G_TASK (result));

  if (texture == NULL)
    return FALSE;

  shumate_tile_set_paintable (job->tile, GDK_PAINTABLE (texture));
  shumate_tile_set_state (job->tile, SHUMATE_STATE_DONE);
  return TRUE;
}

static void
atlas_painted_source_finalize (GObject *object)
{
  AtlasPaintedSource *self = ATLAS_PAINTED_SOURCE (object);

  g_clear_pointer (&self->geometry, atlas_map_geometry_unref);
  g_clear_pointer (&self->style, atlas_map_style_unref);

  G_OBJECT_CLASS (atlas_painted_source_parent_class)->finalize (object);
}

static void
atlas_painted_source_class_init (AtlasPaintedSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  object_class->finalize = atlas_painted_source_finalize;
  source_class->fill_tile_async = atlas_painted_source_fill_tile_async;
  source_class->fill_tile_finish = atlas_painted_source_fill_tile_finish;
}

static void
atlas_painted_source_init (AtlasPaintedSource *self)
{
}

/**
 * atlas_painted_source_new:
 * @geometry: what to paint
 * @style: how; made for @geometry
 * @pixels: width and height of a tile's picture
 * @density: picture pixels for one logical pixel of the screen, where the tiles are sharp
 *
 * Returns: (transfer full): a source with an id of its own
 */
AtlasPaintedSource *
atlas_painted_source_new (AtlasMapGeometry *geometry,
                          AtlasMapStyle *style,
                          guint pixels,
                          double density)
{
  static guint n_sources = 0;
  g_autofree char *id = g_strdup_printf ("painted-%u", ++n_sources);
  AtlasPaintedSource *self;

  g_return_val_if_fail (geometry != NULL && style != NULL, NULL);
  g_return_val_if_fail (pixels > 1 && density > 0.0, NULL);

  self = g_object_new (ATLAS_TYPE_PAINTED_SOURCE, "id", id, "name", "Liaoning Atlas",
                       "min-zoom-level", ATLAS_MIN_ZOOM, "max-zoom-level", ATLAS_MAX_ZOOM,
                       "tile-size", ATLAS_TILE_SIZE, NULL);
  self->geometry = atlas_map_geometry_ref (geometry);
  self->style = atlas_map_style_ref (style);
  self->pixels = pixels;
  self->density = density;

  return self;
}

/**
 * atlas_painted_source_get_style:
 * @self: a source
 *
 * Returns: (transfer none): how it paints
 */
AtlasMapStyle *
atlas_painted_source_get_style (AtlasPaintedSource *self)
{
  g_return_val_if_fail (ATLAS_IS_PAINTED_SOURCE (self), NULL);

  return self->style;
}

/**
 * atlas_painted_source_get_pixels:
 * @self: a source
 *
 * Returns: width and height of its pictures in pixels
 */
guint
atlas_painted_source_get_pixels (AtlasPaintedSource *self)
{
  g_return_val_if_fail (ATLAS_IS_PAINTED_SOURCE (self), 0);

  return self->pixels;
}

/**
 * atlas_painted_source_set_focus:
 * @self: a source
 * @focus: the middle of the view
 *
 * Tiles asked for from now on are painted in the order of their distance from there.
 */
void
atlas_painted_source_set_focus (AtlasPaintedSource *self, AtlasPoint focus)
{
  g_return_if_fail (ATLAS_IS_PAINTED_SOURCE (self));

  self->focus = focus;
}

/**
 * atlas_painted_source_set_still:
 * @still: whether nothing moves, and nobody but the painters needs the processors
 *
 * Of all sources.
 */
void
atlas_painted_source_set_still (gboolean still)
{
  g_thread_pool_set_max_threads (get_painters (), count_painters (still), NULL);
}
