/* atlas-tile-painter.c: from geometry and style to the pixels of one tile
 *
 * Pure cairo on immutable data, so any number of threads may paint at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-painter.h"

#include <cairo.h>
#include <math.h>
#include <string.h>
#include <sys/mman.h>

#include "atlas-shape-tracer.h"

/* Beyond the edge of the tile, in pixels, so that joins and caps are cut off unseen. */
#define MARGIN 6.0

#define COAST_WIDTH 0.8
/* How far from the neighbours' land the province's outline still counts as a border between the
 * two, whose origins differ: world units (about 2 km) and, at least, logical pixels. */
#define LAND_REACH 0.00007
#define LEAST_LAND_REACH 2.0

typedef struct
{
  AtlasMapGeometry *geometry;
  AtlasMapStyle *style;
  cairo_t *cr;
  AtlasShapeTracer tracer;
  double zoom;
  double density;
  guint detail;
} Canvas;

static void
set_colour (Canvas *canvas, const GdkRGBA *colour)
{
  cairo_set_source_rgba (canvas->cr, colour->red, colour->green, colour->blue, colour->alpha);
}

/* Neighbours come from two origins that neither meet nor part exactly: each is filled by itself and
 * widened by a hair, or the sea would shine through between them. */
static void
paint_surroundings (Canvas *canvas)
{
  const AtlasMapPalette *palette = atlas_map_style_get_palette (canvas->style);
  guint n_areas = atlas_map_geometry_get_n_areas (canvas->geometry);

  set_colour (canvas, &palette->surroundings);
  cairo_set_line_width (canvas->cr, canvas->density);
  for (guint i = 0; i < n_areas; i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (canvas->geometry, i);

      if (area->is_unit || atlas_map_style_get_fill (canvas->style, i) == NULL)
        continue;

      atlas_shape_tracer_add (&canvas->tracer, area->shapes[canvas->detail], TRUE);
      cairo_fill_preserve (canvas->cr);
      cairo_stroke (canvas->cr);
    }
}

static void
paint_underlay (Canvas *canvas)
{
  guint n_areas = atlas_map_geometry_get_n_areas (canvas->geometry);

  for (guint i = 0; i < n_areas; i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (canvas->geometry, i);

      if (!area->is_unit && atlas_map_style_get_fill (canvas->style, i) == NULL)
        atlas_shape_tracer_add (&canvas->tracer, area->shapes[canvas->detail], TRUE);
    }
  set_colour (canvas, &atlas_map_style_get_palette (canvas->style)->land);
  cairo_fill (canvas->cr);
}

static void
paint_units (Canvas *canvas)
{
  const guint *order = atlas_map_style_get_order (canvas->style);
  guint n_areas = atlas_map_geometry_get_n_areas (canvas->geometry);
  const GdkRGBA *current = NULL;

  for (guint i = 0; i < n_areas; i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (canvas->geometry, order[i]);
      const GdkRGBA *fill = atlas_map_style_get_fill (canvas->style, order[i]);

      if (!area->is_unit || fill == NULL)
        continue;

      if (current != NULL && !gdk_rgba_equal (current, fill))
        {
          set_colour (canvas, current);
          cairo_fill (canvas->cr);
        }
      current = fill;
      atlas_shape_tracer_add (&canvas->tracer, area->shapes[canvas->detail], TRUE);
    }

  if (current != NULL)
    {
      set_colour (canvas, current);
      cairo_fill (canvas->cr);
    }
}

static void
paint_boundary (Canvas *canvas, AtlasBoundaryClass boundary)
{
  const AtlasMapPalette *palette = atlas_map_style_get_palette (canvas->style);
  double width = atlas_map_style_get_line_width (boundary, canvas->zoom);
  AtlasShape *shape = atlas_map_geometry_get_boundary (canvas->geometry, boundary, canvas->detail);

  atlas_shape_tracer_add (&canvas->tracer, shape, FALSE);
  set_colour (canvas, &palette->lines[boundary]);
  cairo_set_line_width (canvas->cr, width * canvas->density);
  cairo_stroke (canvas->cr);
}

/* What is near the neighbours' land, as a mask. The outline of the province runs along land and sea
 * alike; only where it parts land is it a line to be stressed. */
static cairo_pattern_t *
make_land_mask (Canvas *canvas)
{
  guint n_areas = atlas_map_geometry_get_n_areas (canvas->geometry);
  double reach = MAX (LAND_REACH * canvas->tracer.scale, LEAST_LAND_REACH * canvas->density);

  cairo_push_group_with_content (canvas->cr, CAIRO_CONTENT_ALPHA);
  cairo_set_line_width (canvas->cr, 2.0 * reach);
  for (guint i = 0; i < n_areas; i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (canvas->geometry, i);

      if (area->is_unit || atlas_map_style_get_fill (canvas->style, i) == NULL)
        continue;

      atlas_shape_tracer_add (&canvas->tracer, area->shapes[canvas->detail], TRUE);
      cairo_fill_preserve (canvas->cr);
      cairo_stroke (canvas->cr);
    }

  return cairo_pop_group (canvas->cr);
}

static void
paint_province_line (Canvas *canvas)
{
  AtlasShape *shape = atlas_map_geometry_get_boundary (canvas->geometry, ATLAS_BOUNDARY_PROVINCE,
                                                       canvas->detail);
  cairo_pattern_t *mask;

  if (!atlas_box_intersects (atlas_shape_get_box (shape), &canvas->tracer.box))
    return;

  mask = make_land_mask (canvas);
  cairo_push_group (canvas->cr);
  paint_boundary (canvas, ATLAS_BOUNDARY_PROVINCE);
  cairo_pop_group_to_source (canvas->cr);
  cairo_mask (canvas->cr, mask);
  cairo_pattern_destroy (mask);
}

static void
paint_coast (Canvas *canvas)
{
  const AtlasMapPalette *palette = atlas_map_style_get_palette (canvas->style);
  AtlasShape *shape = atlas_map_geometry_get_boundary (canvas->geometry, ATLAS_BOUNDARY_PROVINCE,
                                                       canvas->detail);

  atlas_shape_tracer_add (&canvas->tracer, shape, FALSE);
  set_colour (canvas, &palette->coast);
  cairo_set_line_width (canvas->cr, COAST_WIDTH * canvas->density);
  cairo_stroke (canvas->cr);
}

static void
paint (Canvas *canvas)
{
  set_colour (canvas, &atlas_map_style_get_palette (canvas->style)->sea);
  cairo_paint (canvas->cr);

  cairo_set_fill_rule (canvas->cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_join (canvas->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (canvas->cr, CAIRO_LINE_CAP_ROUND);

  paint_surroundings (canvas);
  paint_boundary (canvas, ATLAS_BOUNDARY_CONTEXT);
  paint_underlay (canvas);
  paint_units (canvas);
  paint_coast (canvas);
  for (int i = ATLAS_BOUNDARY_DISTRICT; i > ATLAS_BOUNDARY_PROVINCE; i--)
    paint_boundary (canvas, (AtlasBoundaryClass) i);
  paint_province_line (canvas);
}

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

static void
canvas_init (Canvas *canvas, const AtlasTileRequest *request)
{
  AtlasShapeTracer *tracer = &canvas->tracer;
  double side = ldexp (1.0, -(int) request->zoom);
  double margin;

  tracer->cr = canvas->cr;
  tracer->scale = request->pixels / side;
  tracer->origin.x = request->x * side;
  tracer->origin.y = request->y * side;

  margin = MARGIN * request->density / tracer->scale;
  tracer->box.x0 = tracer->origin.x - margin;
  tracer->box.y0 = tracer->origin.y - margin;
  tracer->box.x1 = tracer->origin.x + side + margin;
  tracer->box.y1 = tracer->origin.y + side + margin;

  canvas->density = request->density;
  canvas->zoom = request->zoom + log2 (request->pixels / request->density / 256.0);
  /* More pixels to a point show more detail. */
  canvas->detail = atlas_map_geometry_detail_for_zoom (request->zoom
                                                       + log2 (request->pixels / 256.0));
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
 * Returns: (transfer full): opaque pixels in the format of %CAIRO_FORMAT_ARGB32, row by row without
 *   padding
 */
GBytes *
atlas_tile_painter_paint (AtlasMapGeometry *geometry,
                          AtlasMapStyle *style,
                          const AtlasTileRequest *request,
                          guint *side)
{
  Canvas canvas = { .geometry = geometry, .style = style };
  gsize n_pixels = (gsize) request->pixels * request->pixels;
  cairo_surface_t *surface;
  Mapping *mapping;
  GBytes *bytes;

  g_return_val_if_fail (geometry != NULL && style != NULL && side != NULL, NULL);
  g_return_val_if_fail (request->pixels > 1 && request->density > 0.0, NULL);
  g_return_val_if_fail (
      atlas_map_style_get_n_fills (style) == atlas_map_geometry_get_n_areas (geometry), NULL);

  mapping = mapping_new (n_pixels * sizeof (guint32));
  surface = cairo_image_surface_create_for_data (mapping->data, CAIRO_FORMAT_ARGB32,
                                                 (int) request->pixels, (int) request->pixels,
                                                 (int) (request->pixels * sizeof (guint32)));
  canvas.cr = cairo_create (surface);
  canvas_init (&canvas, request);
  paint (&canvas);
  cairo_destroy (canvas.cr);
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
