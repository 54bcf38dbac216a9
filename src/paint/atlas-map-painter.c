/* atlas-map-painter.c: from geometry and style to any part of the map, on any cairo surface
 *
 * Pure cairo on immutable data, so any number of threads may paint at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-painter.h"

#include <math.h>

#include "atlas-shape-tracer.h"

/* Beyond the edge of what is painted, in logical pixels, so that joins and caps are cut off unseen.
 */
#define MARGIN 6.0

#define COAST_WIDTH 0.8
/* On either side of a line that lies over somebody else's map. */
#define CASING_WIDTH 0.6
/* Of the whole world at zoom level 0. */
#define WORLD_PIXELS 256.0
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
  const AtlasMapWindow *window;
  double zoom;
  guint detail;
} Canvas;

static void
set_colour (Canvas *canvas, const AtlasColour *colour)
{
  atlas_colour_set_source (colour, canvas->cr, 1.0);
}

/* Neighbours come from two origins that neither meet nor part exactly: each is filled by itself and
 * widened by a hair, or the sea would shine through between them. */
static void
paint_surroundings (Canvas *canvas)
{
  const AtlasMapPalette *palette = atlas_map_style_get_palette (canvas->style);
  guint n_areas = atlas_map_geometry_get_n_areas (canvas->geometry);

  set_colour (canvas, &palette->surroundings);
  cairo_set_line_width (canvas->cr, canvas->window->density);
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
set_ground (Canvas *canvas, const AtlasMapFill *fill)
{
  const AtlasMapWindow *window = canvas->window;
  cairo_pattern_t *stripes;

  if (fill->n_stripes == 0)
    {
      set_colour (canvas, &fill->colour);
      return;
    }

  stripes = atlas_hatch_make_stripes (fill->stripes, fill->n_stripes, window->density,
                                      window->vector, window->origin.x * window->scale,
                                      window->origin.y * window->scale);
  cairo_set_source (canvas->cr, stripes);
  cairo_pattern_destroy (stripes);
}

/* What is on the path, and the lines of the hatch over it. */
static void
fill_path (Canvas *canvas, const AtlasMapFill *fill)
{
  const AtlasMapWindow *window = canvas->window;
  cairo_pattern_t *lines;

  set_ground (canvas, fill);
  cairo_fill_preserve (canvas->cr);
  if (fill->hatch != ATLAS_HATCH_NONE && cairo_has_current_point (canvas->cr))
    {
      lines = atlas_hatch_make_pattern (fill->hatch, &fill->ink, window->density, window->vector,
                                        window->origin.x * window->scale,
                                        window->origin.y * window->scale);
      cairo_set_source (canvas->cr, lines);
      cairo_fill_preserve (canvas->cr);
      cairo_pattern_destroy (lines);
    }
  cairo_new_path (canvas->cr);
}

/* Areas of one fill are one path: neighbours among them show no seam. */
static void
paint_units (Canvas *canvas)
{
  const guint *order = atlas_map_style_get_order (canvas->style);
  guint n_areas = atlas_map_geometry_get_n_areas (canvas->geometry);
  const AtlasMapFill *current = NULL;

  for (guint i = 0; i < n_areas; i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (canvas->geometry, order[i]);
      const AtlasMapFill *fill = atlas_map_style_get_fill (canvas->style, order[i]);

      if (!area->is_unit || fill == NULL)
        continue;

      if (current != NULL && !atlas_map_fill_equal (current, fill))
        fill_path (canvas, current);
      current = fill;
      atlas_shape_tracer_add (&canvas->tracer, area->shapes[canvas->detail], TRUE);
    }

  if (current != NULL)
    fill_path (canvas, current);
}

static void
paint_boundary (Canvas *canvas, AtlasBoundaryClass boundary)
{
  const AtlasMapPalette *palette = atlas_map_style_get_palette (canvas->style);
  double width = atlas_map_style_get_line_width (boundary, canvas->zoom);
  AtlasShape *shape = atlas_map_geometry_get_boundary (canvas->geometry, boundary, canvas->detail);

  atlas_shape_tracer_add (&canvas->tracer, shape, FALSE);
  if (palette->casing.alpha > 0.0f)
    {
      set_colour (canvas, &palette->casing);
      cairo_set_line_width (canvas->cr, (width + 2.0 * CASING_WIDTH) * canvas->window->density);
      cairo_stroke_preserve (canvas->cr);
    }
  set_colour (canvas, &palette->lines[boundary]);
  cairo_set_line_width (canvas->cr, width * canvas->window->density);
  cairo_stroke (canvas->cr);
}

/* What is near the neighbours' land, as a mask. The outline of the province runs along land and sea
 * alike; only where it parts land is it a line to be stressed. */
static cairo_pattern_t *
make_land_mask (Canvas *canvas)
{
  guint n_areas = atlas_map_geometry_get_n_areas (canvas->geometry);
  double reach = MAX (LAND_REACH * canvas->tracer.scale,
                      LEAST_LAND_REACH * canvas->window->density);

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
  cairo_set_line_width (canvas->cr, COAST_WIDTH * canvas->window->density);
  cairo_stroke (canvas->cr);
}

static void
paint_ground (Canvas *canvas)
{
  set_colour (canvas, &atlas_map_style_get_palette (canvas->style)->sea);
  cairo_paint (canvas->cr);
  paint_surroundings (canvas);
  paint_boundary (canvas, ATLAS_BOUNDARY_CONTEXT);
  paint_underlay (canvas);
}

static void
paint_all (Canvas *canvas)
{
  gboolean is_over = atlas_map_style_is_over (canvas->style);

  cairo_set_fill_rule (canvas->cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_join (canvas->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (canvas->cr, CAIRO_LINE_CAP_ROUND);

  if (!is_over)
    paint_ground (canvas);
  paint_units (canvas);
  if (!is_over)
    paint_coast (canvas);
  for (int i = ATLAS_BOUNDARY_DISTRICT; i > ATLAS_BOUNDARY_PROVINCE; i--)
    paint_boundary (canvas, (AtlasBoundaryClass) i);
  paint_province_line (canvas);
}

static void
canvas_init (Canvas *canvas, const AtlasMapWindow *window)
{
  AtlasShapeTracer *tracer = &canvas->tracer;
  double margin = MARGIN * window->density / window->scale;

  tracer->cr = canvas->cr;
  tracer->scale = window->scale;
  tracer->origin = window->origin;
  tracer->box.x0 = window->origin.x - margin;
  tracer->box.y0 = window->origin.y - margin;
  tracer->box.x1 = window->origin.x + window->width / window->scale + margin;
  tracer->box.y1 = window->origin.y + window->height / window->scale + margin;

  canvas->window = window;
  canvas->zoom = log2 (window->scale / window->density / WORLD_PIXELS);
  /* More units to a point show more detail. */
  canvas->detail = atlas_map_geometry_detail_for_zoom (log2 (window->scale / WORLD_PIXELS));
}

/**
 * atlas_map_painter_paint:
 * @cr: what is painted on: its units count from the top left of @window
 * @geometry: what to paint
 * @style: how; made for @geometry
 * @window: which part, and how large
 *
 * Paints over the whole of @window, unless @style lies over somebody else's map; what lies beyond
 * it may be painted too, so a caller whose surface is larger clips. Any thread may call it.
 */
void
atlas_map_painter_paint (cairo_t *cr,
                         AtlasMapGeometry *geometry,
                         AtlasMapStyle *style,
                         const AtlasMapWindow *window)
{
  Canvas canvas = { .geometry = geometry, .style = style, .cr = cr };

  g_return_if_fail (cr != NULL && geometry != NULL && style != NULL && window != NULL);
  g_return_if_fail (window->scale > 0.0 && window->density > 0.0);
  g_return_if_fail (atlas_map_style_get_n_fills (style)
                    == atlas_map_geometry_get_n_areas (geometry));

  canvas_init (&canvas, window);
  cairo_save (cr);
  paint_all (&canvas);
  cairo_restore (cr);
}
