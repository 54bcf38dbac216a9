/* atlas-map-sheet-draw.c: a sheet that was laid out, on any cairo surface
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-sheet-private.h"

#include <math.h>

#include "atlas-shape-tracer.h"

/* The paper around the map */
static const AtlasColour PAPER = { 1.0f, 1.0f, 1.0f, 1.0f };
static const AtlasColour PAPER_DARK = { 0.106f, 0.106f, 0.114f, 1.0f };

/* What stands over the map stands on paper that lets a little of it through. */
#define PLATE_OPACITY 0.93
#define PLATE_RADIUS 4.0

#define OUTLINE_WIDTH 3.0
#define OUTLINE_HALO 6.0
#define OUTLINE_HALO_OPACITY 0.7

/* Units of the map's surface for one logical pixel where shapes stay shapes: fine enough that a
 * tenth of a millimetre on paper is right, and no finer, as the file would grow. */
#define VECTOR_DENSITY 2.0

static void
fill_plate (const AtlasMapSheet *self, cairo_t *cr, const AtlasMapSheetBox *box)
{
  double right = box->x + box->width - PLATE_RADIUS;
  double bottom = box->y + box->height - PLATE_RADIUS;
  double left = box->x + PLATE_RADIUS;
  double top = box->y + PLATE_RADIUS;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right, top, PLATE_RADIUS, -G_PI / 2.0, 0.0);
  cairo_arc (cr, right, bottom, PLATE_RADIUS, 0.0, G_PI / 2.0);
  cairo_arc (cr, left, bottom, PLATE_RADIUS, G_PI / 2.0, G_PI);
  cairo_arc (cr, left, top, PLATE_RADIUS, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
  atlas_colour_set_source (&self->palette->land, cr, PLATE_OPACITY);
  cairo_fill_preserve (cr);
  atlas_colour_set_source (&self->palette->lines[ATLAS_BOUNDARY_CITY], cr, 0.6);
  cairo_set_line_width (cr, 0.75);
  cairo_stroke (cr);
}

static AtlasPoint
get_origin (const AtlasMapSheetPlan *plan)
{
  return atlas_map_frame_to_world (&plan->frame, plan->pose, 0.0, 0.0);
}

/* The painter counts in device pixels: lines and detail are then those of the surface. */
static void
draw_ground (const AtlasMapSheet *self, cairo_t *cr, gboolean vector)
{
  const AtlasMapSheetPlan *plan = &self->plan;
  const AtlasMapSheetSpec *spec = self->spec;
  double density = vector ? VECTOR_DENSITY : spec->scale;
  g_autoptr (AtlasMapStyle) style = atlas_map_scheme_make_style (self->scheme, self->geometry,
                                                                 &spec->look);
  AtlasMapWindow window = { .origin = get_origin (plan),
                            .scale = atlas_map_pixels_at (plan->pose.zoom) * density,
                            .width = plan->map.width * density,
                            .height = plan->map.height * density,
                            .density = density,
                            .vector = vector };

  cairo_save (cr);
  cairo_scale (cr, 1.0 / density, 1.0 / density);
  if (spec->ground != NULL)
    {
      cairo_save (cr);
      spec->ground (cr, &window, spec->ground_data);
      cairo_restore (cr);
    }
  atlas_map_painter_paint (cr, self->geometry, style, &window);
  cairo_restore (cr);
}

static void
trace_places (const AtlasMapSheet *self, cairo_t *cr)
{
  const AtlasMapSheetPlan *plan = &self->plan;
  GPtrArray *places = self->spec->places;
  double pixels = atlas_map_pixels_at (plan->pose.zoom);
  double margin = OUTLINE_HALO / pixels;
  AtlasShapeTracer tracer = { .cr = cr, .origin = get_origin (plan), .scale = pixels };

  tracer.box = (AtlasBox){ tracer.origin.x - margin, tracer.origin.y - margin,
                           tracer.origin.x + plan->map.width / pixels + margin,
                           tracer.origin.y + plan->map.height / pixels + margin };
  for (guint i = 0; i < places->len; i++)
    {
      const AtlasArea *area = atlas_map_geometry_find_area (
          self->geometry, atlas_place_get_code (places->pdata[i]));

      if (area != NULL)
        atlas_shape_tracer_add (&tracer, area->shapes[ATLAS_N_DETAILS - 1], TRUE);
    }
}

static void
draw_outlines (const AtlasMapSheet *self, cairo_t *cr)
{
  if (self->spec->places == NULL)
    return;

  trace_places (self, cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  atlas_colour_set_source (&self->palette->land, cr, OUTLINE_HALO_OPACITY);
  cairo_set_line_width (cr, OUTLINE_HALO);
  cairo_stroke_preserve (cr);
  atlas_colour_set_source (atlas_map_style_get_accent (self->spec->look.dark), cr, 1.0);
  cairo_set_line_width (cr, OUTLINE_WIDTH);
  cairo_stroke (cr);
}

/* What would be half hidden is not drawn at all. */
static gboolean
is_covered (const AtlasMapSheet *self, const AtlasMapSheetBox *box)
{
  const AtlasMapSheetPlan *plan = &self->plan;

  return _atlas_map_sheet_boxes_overlap (box, &plan->stamp)
         || _atlas_map_sheet_boxes_overlap (box, &plan->bar)
         || (self->legend != NULL && _atlas_map_sheet_boxes_overlap (box, &plan->legend));
}

static void
draw_dots (const AtlasMapSheet *self, cairo_t *cr)
{
  const AtlasMapSheetPlan *plan = &self->plan;
  AtlasPoint origin = get_origin (plan);
  double pixels = atlas_map_pixels_at (plan->pose.zoom);
  guint n_labels = atlas_label_set_get_n_labels (self->labels);

  for (guint i = 0; i < n_labels; i++)
    {
      const AtlasLabelItem *item = atlas_label_set_get_item (self->labels, i);

      if (item->kind == ATLAS_LABEL_CITY)
        atlas_label_set_draw_dot (self->labels, cr, (item->anchor.x - origin.x) * pixels,
                                  (item->anchor.y - origin.y) * pixels, self->spec->look.dark);
    }
}

static void
draw_labels (const AtlasMapSheet *self, cairo_t *cr)
{
  const AtlasMapSheetPlan *plan = &self->plan;
  guint n_labels = atlas_label_set_get_n_labels (self->labels);

  for (guint i = 0; i < n_labels; i++)
    {
      AtlasMapSheetBox box;

      if (!_atlas_map_sheet_get_label_box (self, plan, i, &box) || is_covered (self, &box))
        continue;

      cairo_save (cr);
      cairo_translate (cr, box.x - plan->map.x, box.y - plan->map.y);
      atlas_label_set_draw_label (self->labels, cr, i, self->spec->look.dark);
      cairo_restore (cr);
    }
}

static void
draw_map (const AtlasMapSheet *self, cairo_t *cr, gboolean vector)
{
  const AtlasMapSheetBox *map = &self->plan.map;

  cairo_save (cr);
  cairo_rectangle (cr, map->x, map->y, map->width, map->height);
  cairo_clip (cr);
  cairo_translate (cr, map->x, map->y);
  draw_ground (self, cr, vector);
  draw_outlines (self, cr);
  draw_dots (self, cr);
  draw_labels (self, cr);
  cairo_restore (cr);

  cairo_rectangle (cr, map->x, map->y, map->width, map->height);
  atlas_colour_set_source (&self->palette->lines[ATLAS_BOUNDARY_PROVINCE], cr, 1.0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
}

static void
draw_stamp (const AtlasMapSheet *self, cairo_t *cr)
{
  const AtlasMapSheetBox *box = &self->plan.stamp;

  fill_plate (self, cr, box);
  _atlas_map_sheet_draw_layout (self->stamp, cr, box->x + self->gap / 2.0, box->y + self->gap / 2.0,
                                &self->palette->label);
}

static void
draw_legend (const AtlasMapSheet *self, cairo_t *cr)
{
  if (self->legend == NULL)
    return;

  if (self->plan.spot == ATLAS_MAP_SHEET_OVER)
    fill_plate (self, cr, &self->plan.legend);
  _atlas_map_sheet_legend_draw (self->legend, cr, &self->plan);
}

/*
 * _atlas_map_sheet_draw:
 * @self: a sheet that was laid out
 * @cr: what is drawn on; its units are logical pixels
 * @vector: whether the surface keeps shapes as shapes
 */
void
_atlas_map_sheet_draw (const AtlasMapSheet *self, cairo_t *cr, gboolean vector)
{
  const AtlasMapSheetSpec *spec = self->spec;
  double width;
  double height;

  atlas_colour_set_source (spec->look.dark ? &PAPER_DARK : &PAPER, cr, 1.0);
  cairo_paint (cr);
  _atlas_map_sheet_draw_layout (self->title, cr, self->margin, self->margin, &self->palette->label);
  draw_map (self, cr, vector);
  _atlas_map_sheet_draw_bar (self, cr);
  draw_stamp (self, cr);
  draw_legend (self, cr);
  _atlas_map_sheet_measure_layout (self->sources, &width, &height);
  _atlas_map_sheet_draw_layout (self->sources, cr, self->margin,
                                spec->height - self->margin - height, &self->palette->label_muted);
}
