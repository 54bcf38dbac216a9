/* atlas-tile-server-layers.c: from what is kept or was sent to the picture of a tile, in the worker
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-server-private.h"

#include <cairo.h>
#include <glib/gi18n.h>
#include <string.h>

/* A clock that was wrong must not make a tile fresh for ever. */
#define MAX_FRESH_SECONDS ((gint64) 366 * 24 * 60 * 60)

static gboolean
is_fresh (const AtlasCachedTile *tile, gint64 now)
{
  return tile->fresh_until > now && tile->fresh_until - now < MAX_FRESH_SECONDS;
}

static cairo_surface_t *
wrap (const AtlasTileImage *image, guchar *pixels)
{
  return cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_ARGB32, (int) image->width,
                                              (int) image->height, (int) image->width * 4);
}

static void
lay_over (AtlasTileImage *image, const AtlasTileImage *overlay)
{
  gsize size;
  gconstpointer pixels = g_bytes_get_data (image->pixels, &size);
  guchar *copy = g_memdup2 (pixels, size);
  cairo_surface_t *below = wrap (image, copy);
  cairo_surface_t *above = wrap (overlay, (guchar *) g_bytes_get_data (overlay->pixels, NULL));
  cairo_t *cr = cairo_create (below);

  cairo_scale (cr, (double) image->width / overlay->width,
               (double) image->height / overlay->height);
  cairo_set_source_surface (cr, above, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (above);
  cairo_surface_finish (below);
  cairo_surface_destroy (below);

  g_bytes_unref (image->pixels);
  image->pixels = g_bytes_new_take (copy, size);
}

static AtlasTileImage *
decode (AtlasTileLayer *layer, GError **error)
{
  AtlasTileImage *image = atlas_tile_image_decode (layer->tile->data, error);

  /* What cannot be shown is not kept, and what was kept is asked for again. */
  if (image == NULL)
    {
      layer->keep = FALSE;
      layer->settled = FALSE;
      g_clear_pointer (&layer->tile, atlas_cached_tile_free);
    }
  return image;
}

static gboolean
has_picture (const AtlasTileLayer *layer)
{
  return layer->settled && layer->tile != NULL && layer->tile->data != NULL;
}

/* An overlay that cannot be had leaves the picture as it is. */
static AtlasTileImage *
compose (AtlasTileJob *job, GError **error)
{
  g_autoptr (AtlasTileImage) image = NULL;

  if (!has_picture (&job->layers[0]))
    {
      g_propagate_error (error, _atlas_tile_answer_absent (
                                    atlas_tile_template_get_host (job->server->templates[0])));
      return NULL;
    }
  image = decode (&job->layers[0], error);
  if (image == NULL)
    return NULL;

  for (guint i = 1; i < job->server->n_layers; i++)
    {
      g_autoptr (AtlasTileImage) overlay = has_picture (&job->layers[i])
                                               ? decode (&job->layers[i], NULL)
                                               : NULL;

      if (overlay != NULL)
        lay_over (image, overlay);
    }
  return g_steal_pointer (&image);
}

static gboolean
all_settled (AtlasTileJob *job)
{
  for (guint i = 0; i < job->server->n_layers; i++)
    if (!job->layers[i].settled)
      return FALSE;
  return TRUE;
}

/* Where there is no map, there is nothing to lay labels over. */
static gboolean
is_complete (AtlasTileJob *job)
{
  return (job->layers[0].settled && job->layers[0].tile->data == NULL) || all_settled (job);
}

/*
 * _atlas_tile_layers_find:
 * @worker: in its thread
 * @task: of an #AtlasTileJob
 *
 * Looks what is kept of a tile. Returns its picture if all of it is fresh; %NULL without error
 * where the server has to be asked.
 */
void
_atlas_tile_layers_find (AtlasTileWorker *worker, GTask *task)
{
  AtlasTileJob *job = g_task_get_task_data (task);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GError) error = NULL;
  AtlasTileImage *image = NULL;

  /* Nobody looks at it any more. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (job->task)))
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }

  for (guint i = 0; i < job->server->n_layers; i++)
    {
      AtlasTileLayer *layer = &job->layers[i];

      layer->tile = _atlas_tile_worker_find (worker, job->server->sources[i], job->zoom, job->x,
                                             job->y);
      layer->settled = layer->tile != NULL && is_fresh (layer->tile, now);
    }

  if (is_complete (job))
    image = compose (job, &error);
  /* What was kept of the overlay is no picture. */
  if (image != NULL && !is_complete (job))
    g_clear_pointer (&image, atlas_tile_image_free);
  if (g_error_matches (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_ABSENT))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, image, (GDestroyNotify) atlas_tile_image_free);
}

/*
 * _atlas_tile_layers_show:
 * @worker: in its thread
 * @task: of an #AtlasTileJob whose layers are there
 *
 * Decodes what the server sent, and keeps it. Returns the picture.
 */
void
_atlas_tile_layers_show (AtlasTileWorker *worker, GTask *task)
{
  AtlasTileJob *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  AtlasTileImage *image = compose (job, &error);

  for (guint i = 0; i < job->server->n_layers; i++)
    if (job->layers[i].keep && job->layers[i].tile != NULL)
      _atlas_tile_worker_keep (worker, job->server->sources[i], job->zoom, job->x, job->y,
                               job->layers[i].tile);

  if (image != NULL)
    g_task_return_pointer (task, image, (GDestroyNotify) atlas_tile_image_free);
  else if (g_error_matches (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_ABSENT))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (
        task, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_SERVER,
        _ ("“%s” sent a picture that is damaged or too large for a map tile. Check the address."),
        atlas_tile_template_get_host (job->server->templates[0]));
}
