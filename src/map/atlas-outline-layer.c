/* atlas-outline-layer.c: the lines around the selected place and the one under the pointer
 *
 * Each outline is one texture, painted again only when the place, the zoom or the size changes or
 * when the map was moved beyond what the texture holds; otherwise it is shifted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-outline-layer.h"

#include <math.h>

#include "atlas-map-pose.h"
#include "atlas-picture.h"
#include "atlas-shape-tracer.h"

/* Logical pixels around the area that the glow needs. */
#define PADDING 8.0

typedef enum
{
  OUTLINE_HOVERED,
  OUTLINE_SELECTED,
  N_OUTLINES,
} OutlineKind;

typedef struct
{
  double width;
  double alpha;
} Pass;

/* From the rim of the glow inward; a pass with no width ends the list. */
static const Pass PASSES[N_OUTLINES][5] = {
  [OUTLINE_HOVERED] = { { 1.5, 0.9 } },
  [OUTLINE_SELECTED] = { { 10.0, 0.08 }, { 7.5, 0.10 }, { 5.5, 0.16 }, { 3.0, 1.0 } },
};

typedef struct
{
  double x, y, width, height;
} Region;

typedef struct
{
  char *code;
  GdkTexture *texture;
  /* of @texture: its zoom, and what it covers in logical pixels of the world there */
  double zoom;
  Region region;
} Outline;

struct _AtlasOutlineLayer
{
  ShumateLayer parent_instance;

  /* owned */
  AtlasMapGeometry *geometry;
  Outline outlines[N_OUTLINES];
};

G_DEFINE_FINAL_TYPE (AtlasOutlineLayer, atlas_outline_layer, SHUMATE_TYPE_LAYER)

static void
drop_textures (AtlasOutlineLayer *self)
{
  for (guint i = 0; i < N_OUTLINES; i++)
    g_clear_object (&self->outlines[i].texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static Region
grow (Region region, double x, double y)
{
  return (Region){ region.x - x, region.y - y, region.width + 2.0 * x, region.height + 2.0 * y };
}

static gboolean
intersect (const Region *a, const Region *b, Region *both)
{
  double x1 = MIN (a->x + a->width, b->x + b->width);
  double y1 = MIN (a->y + a->height, b->y + b->height);

  both->x = MAX (a->x, b->x);
  both->y = MAX (a->y, b->y);
  both->width = x1 - both->x;
  both->height = y1 - both->y;
  return both->width > 0.0 && both->height > 0.0;
}

static gboolean
contains (const Region *outer, const Region *inner)
{
  return inner->x >= outer->x && inner->y >= outer->y
         && inner->x + inner->width <= outer->x + outer->width
         && inner->y + inner->height <= outer->y + outer->height;
}

/* To whole pixels of the world, so that the texture is not smeared over two. */
static Region
align (Region region)
{
  Region aligned = { floor (region.x), floor (region.y), 0.0, 0.0 };

  aligned.width = ceil (region.x + region.width) - aligned.x;
  aligned.height = ceil (region.y + region.height) - aligned.y;
  return aligned;
}

static Region
region_of (AtlasShape *shape, double pixels)
{
  const AtlasBox *box = atlas_shape_get_box (shape);
  Region region = { box->x0 * pixels, box->y0 * pixels, (box->x1 - box->x0) * pixels,
                    (box->y1 - box->y0) * pixels };

  return grow (region, PADDING, PADDING);
}

static GdkRGBA
accent_of (GtkWidget *widget, OutlineKind kind)
{
  const char *name = kind == OUTLINE_SELECTED ? "accent_bg_color" : "accent_color";
  GdkRGBA accent = { 0.208f, 0.518f, 0.894f, 1.0f };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &accent);
  return accent;
}

static void
stroke_passes (cairo_t *cr, OutlineKind kind, const GdkRGBA *accent)
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

static GdkTexture *
paint (AtlasShape *shape,
       const Region *region,
       double pixels,
       int scale,
       OutlineKind kind,
       const GdkRGBA *accent)
{
  int width = (int) region->width * scale;
  int height = (int) region->height * scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  AtlasShapeTracer tracer = { .scale = pixels };

  tracer.cr = cairo_create (surface);
  tracer.origin = (AtlasPoint){ region->x / pixels, region->y / pixels };
  tracer.box = (AtlasBox){ (region->x - PADDING) / pixels, (region->y - PADDING) / pixels,
                           (region->x + region->width + PADDING) / pixels,
                           (region->y + region->height + PADDING) / pixels };
  cairo_scale (tracer.cr, scale, scale);
  atlas_shape_tracer_add (&tracer, shape, TRUE);
  stroke_passes (tracer.cr, kind, accent);
  cairo_destroy (tracer.cr);

  return atlas_picture_new_for_surface (surface);
}

static void
ensure_texture (
    AtlasOutlineLayer *self, OutlineKind kind, AtlasShape *shape, const Region *view, double zoom)
{
  GtkWidget *widget = GTK_WIDGET (self);
  Outline *outline = &self->outlines[kind];
  double pixels = atlas_map_pixels_at (zoom);
  Region whole = region_of (shape, pixels);
  Region around = grow (*view, view->width / 2.0, view->height / 2.0);
  Region needed;
  GdkRGBA accent;

  if (!intersect (&whole, view, &needed))
    {
      g_clear_object (&outline->texture);
      return;
    }
  if (outline->texture != NULL && outline->zoom == zoom && contains (&outline->region, &needed))
    return;

  g_clear_object (&outline->texture);
  intersect (&whole, &around, &needed);
  accent = accent_of (widget, kind);
  outline->zoom = zoom;
  outline->region = align (needed);
  outline->texture = paint (shape, &outline->region, pixels, gtk_widget_get_scale_factor (widget),
                            kind, &accent);
}

static void
snapshot_outline (AtlasOutlineLayer *self,
                  GtkSnapshot *snapshot,
                  OutlineKind kind,
                  const Region *view,
                  double zoom)
{
  Outline *outline = &self->outlines[kind];
  double scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  const AtlasArea *area = atlas_map_geometry_find_area (self->geometry, outline->code);
  graphene_rect_t bounds;

  if (area == NULL)
    return;

  ensure_texture (self, kind, area->shapes[atlas_map_geometry_detail_for_zoom (zoom)], view, zoom);
  if (outline->texture == NULL)
    return;

  graphene_rect_init (&bounds, (float) (round ((outline->region.x - view->x) * scale) / scale),
                      (float) (round ((outline->region.y - view->y) * scale) / scale),
                      (float) outline->region.width, (float) outline->region.height);
  atlas_picture_append (outline->texture, GTK_WIDGET (self), snapshot, &bounds);
}

static void
atlas_outline_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasOutlineLayer *self = ATLAS_OUTLINE_LAYER (widget);
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  ShumateLocation *location = SHUMATE_LOCATION (viewport);
  double zoom = shumate_viewport_get_zoom_level (viewport);
  double pixels = atlas_map_pixels_at (zoom);
  AtlasPoint centre = atlas_point_from_degrees (shumate_location_get_longitude (location),
                                                shumate_location_get_latitude (location));
  Region view = { .width = gtk_widget_get_width (widget),
                  .height = gtk_widget_get_height (widget) };

  view.x = centre.x * pixels - view.width / 2.0;
  view.y = centre.y * pixels - view.height / 2.0;
  for (guint kind = 0; kind < N_OUTLINES; kind++)
    {
      if (self->geometry != NULL && self->outlines[kind].code != NULL)
        snapshot_outline (self, snapshot, (OutlineKind) kind, &view, zoom);
    }
}

/* The accent may be another in another theme. */
static void
atlas_outline_layer_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (atlas_outline_layer_parent_class)->css_changed (widget, change);
  drop_textures (ATLAS_OUTLINE_LAYER (widget));
}

static void
atlas_outline_layer_dispose (GObject *object)
{
  AtlasOutlineLayer *self = ATLAS_OUTLINE_LAYER (object);

  for (guint i = 0; i < N_OUTLINES; i++)
    {
      g_clear_object (&self->outlines[i].texture);
      g_clear_pointer (&self->outlines[i].code, g_free);
    }
  g_clear_pointer (&self->geometry, atlas_map_geometry_unref);

  G_OBJECT_CLASS (atlas_outline_layer_parent_class)->dispose (object);
}

static void
atlas_outline_layer_class_init (AtlasOutlineLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_outline_layer_dispose;
  widget_class->snapshot = atlas_outline_layer_snapshot;
  widget_class->css_changed = atlas_outline_layer_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
atlas_outline_layer_init (AtlasOutlineLayer *self)
{
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (drop_textures), NULL);
}

/**
 * atlas_outline_layer_new:
 * @viewport: what the map shows
 *
 * Returns: (transfer floating): a layer
 */
AtlasOutlineLayer *
atlas_outline_layer_new (ShumateViewport *viewport)
{
  AtlasOutlineLayer *self = g_object_new (ATLAS_TYPE_OUTLINE_LAYER, "viewport", viewport, NULL);

  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * atlas_outline_layer_set_geometry:
 * @self: a layer
 * @geometry: (nullable): the areas to draw around
 */
void
atlas_outline_layer_set_geometry (AtlasOutlineLayer *self, AtlasMapGeometry *geometry)
{
  g_return_if_fail (ATLAS_IS_OUTLINE_LAYER (self));

  g_clear_pointer (&self->geometry, atlas_map_geometry_unref);
  if (geometry != NULL)
    self->geometry = atlas_map_geometry_ref (geometry);
  drop_textures (self);
}

static void
set_code (AtlasOutlineLayer *self, OutlineKind kind, const char *code)
{
  Outline *outline = &self->outlines[kind];

  if (g_strcmp0 (outline->code, code) == 0)
    return;

  g_free (outline->code);
  outline->code = g_strdup (code);
  g_clear_object (&outline->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atlas_outline_layer_set_selected:
 * @self: a layer
 * @code: (nullable): the area to draw a strong line with a glow around
 */
void
atlas_outline_layer_set_selected (AtlasOutlineLayer *self, const char *code)
{
  g_return_if_fail (ATLAS_IS_OUTLINE_LAYER (self));

  set_code (self, OUTLINE_SELECTED, code);
}

/**
 * atlas_outline_layer_get_selected:
 * @self: a layer
 *
 * Returns: (transfer none) (nullable): the area with the strong line
 */
const char *
atlas_outline_layer_get_selected (AtlasOutlineLayer *self)
{
  g_return_val_if_fail (ATLAS_IS_OUTLINE_LAYER (self), NULL);

  return self->outlines[OUTLINE_SELECTED].code;
}

/**
 * atlas_outline_layer_set_hovered:
 * @self: a layer
 * @code: (nullable): the area to draw a fine line around
 */
void
atlas_outline_layer_set_hovered (AtlasOutlineLayer *self, const char *code)
{
  g_return_if_fail (ATLAS_IS_OUTLINE_LAYER (self));

  set_code (self, OUTLINE_HOVERED, code);
}
