/* atlas-outline-painter.c: how the outlines of places look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-outline-painter.h"

#include "atlas-map-pose.h"
#include "atlas-picture.h"
#include "atlas-shape-tracer.h"

/* A picked place: dashes along the inner side of its border, so that two neighbours have one each,
 * on a casing that sets them off from any fill. Logical pixels. */
#define PICKED_WIDTH 2.0
#define CASING_WIDTH 3.0
#define CASING_OPACITY 0.75
static const double DASHES[] = { 5.0, 3.0 };

typedef struct
{
  double width;
  double alpha;
} Pass;

/* From the rim of the glow inward; a pass with no width ends the list. Picked places have none. */
static const Pass PASSES[ATLAS_N_OUTLINES][5] = {
  [ATLAS_OUTLINE_HOVERED] = { { 1.5, 0.9 } },
  [ATLAS_OUTLINE_SELECTED] = { { 10.0, 0.08 }, { 7.5, 0.10 }, { 5.5, 0.16 }, { 3.0, 1.0 } },
};

static GdkRGBA
look_up (GtkWidget *widget, const char *name, GdkRGBA colour)
{
  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &colour);
  return colour;
}

static void
stroke_passes (cairo_t *cr, AtlasOutlineKind kind, const GdkRGBA *accent)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (const Pass *pass = PASSES[kind]; pass->width > 0.0; pass++)
    {
      cairo_set_source_rgba (cr, accent->red, accent->green, accent->blue, pass->alpha);
      cairo_set_line_width (cr, pass->width);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

/* Lines are twice as wide as they show, as the outer half is cut off. */
static void
stroke_picked (cairo_t *cr, const GdkRGBA *accent, const GdkRGBA *casing)
{
  cairo_save (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip_preserve (cr);
  cairo_set_source_rgba (cr, casing->red, casing->green, casing->blue, CASING_OPACITY);
  cairo_set_line_width (cr, 2.0 * CASING_WIDTH);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, accent);
  cairo_set_line_width (cr, 2.0 * PICKED_WIDTH);
  cairo_set_dash (cr, DASHES, G_N_ELEMENTS (DASHES), 0.0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * atlas_outline_job_new:
 * @widget: whose colours and scale factor are used
 * @kind: how the lines look
 * @shapes: (element-type AtlasShape): the areas; referenced
 * @region: what to paint, in whole logical pixels
 * @zoom: zoom level
 *
 * Returns: (transfer full): what to paint
 */
AtlasOutlineJob *
atlas_outline_job_new (GtkWidget *widget,
                       AtlasOutlineKind kind,
                       GPtrArray *shapes,
                       const AtlasRegion *region,
                       double zoom)
{
  static const GdkRGBA blue = { 0.208f, 0.518f, 0.894f, 1.0f };
  static const GdkRGBA white = { 1.0f, 1.0f, 1.0f, 1.0f };
  const char *accent = kind == ATLAS_OUTLINE_SELECTED ? "accent_bg_color" : "accent_color";
  AtlasOutlineJob *self = g_new0 (AtlasOutlineJob, 1);

  self->kind = kind;
  self->shapes = g_ptr_array_ref (shapes);
  self->region = *region;
  self->zoom = zoom;
  self->scale = gtk_widget_get_scale_factor (widget);
  self->accent = look_up (widget, accent, blue);
  self->casing = look_up (widget, "window_bg_color", white);
  return self;
}

/**
 * atlas_outline_job_free:
 * @self: (transfer full): what to paint
 */
void
atlas_outline_job_free (AtlasOutlineJob *self)
{
  g_ptr_array_unref (self->shapes);
  g_free (self);
}

static AtlasShapeTracer
make_tracer (const AtlasOutlineJob *self, cairo_t *cr)
{
  double pixels = atlas_map_pixels_at (self->zoom);
  double padding = ATLAS_OUTLINE_PADDING;
  const AtlasRegion *region = &self->region;

  return (AtlasShapeTracer){
    .cr = cr,
    .scale = pixels,
    .origin = { region->x / pixels, region->y / pixels },
    .box = { (region->x - padding) / pixels, (region->y - padding) / pixels,
             (region->x + region->width + padding) / pixels,
             (region->y + region->height + padding) / pixels },
  };
}

/**
 * atlas_outline_job_run:
 * @self: what to paint
 *
 * Any thread may call it.
 *
 * Returns: (transfer full): a picture of the region with the lines around the areas
 */
GdkTexture *
atlas_outline_job_run (const AtlasOutlineJob *self)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                         (int) self->region.width * self->scale,
                                                         (int) self->region.height * self->scale);
  cairo_t *cr = cairo_create (surface);
  AtlasShapeTracer tracer = make_tracer (self, cr);

  cairo_scale (cr, self->scale, self->scale);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      if (!atlas_box_intersects (atlas_shape_get_box (self->shapes->pdata[i]), &tracer.box))
        continue;

      atlas_shape_tracer_add (&tracer, self->shapes->pdata[i], TRUE);
      if (self->kind == ATLAS_OUTLINE_PICKED)
        stroke_picked (cr, &self->accent, &self->casing);
      else
        stroke_passes (cr, self->kind, &self->accent);
    }
  cairo_destroy (cr);

  return atlas_picture_new_for_surface (surface);
}
