/* atlas-tile-painter.c: the pixels of one tile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-painter.h"

#include <math.h>
#include <string.h>
#include <sys/mman.h>

#include "atlas-map-painter.h"

typedef struct
{
  gpointer data;
  gsize size;
} Mapping;

/* Pictures come and go by the megabyte and from several threads. Mapped one by one they go back to
 * the system for sure, where the heap would keep what it once had. */
static Mapping *
mapping_new (gsize size)
{
  Mapping *mapping = g_new (Mapping, 1);

  mapping->size = size;
  mapping->data = mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapping->data == MAP_FAILED)
    g_error ("There is no memory for a map tile of %" G_GSIZE_FORMAT " bytes.", size);

  return mapping;
}

static void
mapping_free (gpointer data)
{
  Mapping *mapping = data;

  munmap (mapping->data, mapping->size);
  g_free (mapping);
}

static gboolean
is_plain (const guint32 *pixels, gsize n_pixels)
{
  return memcmp (pixels, pixels + 1, (n_pixels - 1) * sizeof (guint32)) == 0;
}

/**
 * atlas_tile_painter_paint:
 * @geometry: what to paint
 * @style: how; made for @geometry
 * @request: which tile, and how large
 * @side: (out): width and height of the picture in pixels: @request's, or 1 where the whole tile
 * has one colour
 *
 * Any thread may call it.
 *
 * Returns: (transfer full): pixels in the format of %CAIRO_FORMAT_ARGB32, row by row without
 * padding; opaque unless @style lies over somebody else's map
 */
GBytes *
atlas_tile_painter_paint (AtlasMapGeometry *geometry,
                          AtlasMapStyle *style,
                          const AtlasTileRequest *request,
                          guint *side)
{
  double side_of_tile = ldexp (1.0, -(int) request->zoom);
  AtlasMapWindow window = {
    .origin = { request->x * side_of_tile, request->y * side_of_tile },
    .scale = request->pixels / side_of_tile,
    .width = request->pixels,
    .height = request->pixels,
    .density = request->density,
  };
  gsize n_pixels = (gsize) request->pixels * request->pixels;
  cairo_surface_t *surface;
  cairo_t *cr;
  Mapping *mapping;
  GBytes *bytes;

  g_return_val_if_fail (geometry != NULL && style != NULL && side != NULL, NULL);
  g_return_val_if_fail (request->pixels > 1 && request->density > 0.0, NULL);

  mapping = mapping_new (n_pixels * sizeof (guint32));
  surface = cairo_image_surface_create_for_data (mapping->data, CAIRO_FORMAT_ARGB32,
                                                 (int) request->pixels, (int) request->pixels,
                                                 (int) (request->pixels * sizeof (guint32)));
  cr = cairo_create (surface);
  atlas_map_painter_paint (cr, geometry, style, &window);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  /* Most of what surrounds the province is sea or a neighbour: one pixel says it all. */
  *side = is_plain (mapping->data, n_pixels) ? 1 : request->pixels;
  if (*side > 1)
    return g_bytes_new_with_free_func (mapping->data, mapping->size, mapping_free, mapping);

  bytes = g_bytes_new (mapping->data, sizeof (guint32));
  mapping_free (mapping);
  return bytes;
}
