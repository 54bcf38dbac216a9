/* atlas-label-layer.c: the names of cities, counties and districts over the map
 *
 * All labels are one widget. Each name is drawn once into a texture; where they go is solved when
 * the zoom changes and kept as one render node, which a pan only shifts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-label-layer.h"

#include <math.h>

#include "atlas-label-layout.h"
#include "atlas-map-style.h"
#include "atlas-map-pose.h"
#include "atlas-picture.h"

/* Nothing on the map is smaller, whatever the system font. */
#define SMALLEST_POINTS 9.0
#define CITY_GROWTH 1.1
#define POINTS_PER_INCH 72.0

typedef struct
{
  char *text;
  GdkTexture *texture;
} Label;

struct _AtlasLabelLayer
{
  ShumateLayer parent_instance;

  /* owned */
  AtlasMapGeometry *geometry;
  GArray *labels;
  GArray *items;
  GArray *slots;
  GdkTexture *dot;
  GskRenderNode *node;

  PangoFontDescription *font;

  gboolean dark;
  gboolean measured;
  /* of @node: the zoom it was solved for and the world pixel at its origin */
  double node_zoom;
  double node_x;
  double node_y;
};

G_DEFINE_FINAL_TYPE (AtlasLabelLayer, atlas_label_layer, SHUMATE_TYPE_LAYER)

static void
label_clear (gpointer data)
{
  Label *label = data;

  g_clear_pointer (&label->text, g_free);
  g_clear_object (&label->texture);
}

static void
drop_drawings (AtlasLabelLayer *self)
{
  for (guint i = 0; i < self->labels->len; i++)
    g_clear_object (&g_array_index (self->labels, Label, i).texture);
  g_clear_object (&self->dot);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_measures (AtlasLabelLayer *self)
{
  self->measured = FALSE;
  drop_drawings (self);
}

static PangoLayout *
make_layout (AtlasLabelLayer *self, PangoContext *context, guint index)
{
  const Label *label = &g_array_index (self->labels, Label, index);
  AtlasLabelKind kind = g_array_index (self->items, AtlasLabelItem, index).kind;
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_copy (
      pango_context_get_font_description (context));
  double size = MAX (0.85 * pango_font_description_get_size (font),
                     SMALLEST_POINTS * PANGO_SCALE * pango_cairo_context_get_resolution (context)
                         / POINTS_PER_INCH);

  /* GTK gives the size in pixels, with the text scale in it. */
  g_assert (pango_font_description_get_size_is_absolute (font));
  if (kind == ATLAS_LABEL_CITY)
    size *= CITY_GROWTH;
  pango_font_description_set_absolute_size (font, size);
  pango_font_description_set_weight (font, kind == ATLAS_LABEL_CITY ? PANGO_WEIGHT_SEMIBOLD
                                                                    : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, label->text, -1);
  pango_font_description_free (font);

  return layout;
}

/* Names are Chinese whatever the interface speaks, and Han glyphs differ by language. */
static PangoContext *
make_context (AtlasLabelLayer *self)
{
  PangoContext *context = gtk_widget_create_pango_context (GTK_WIDGET (self));

  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  return context;
}

static void
measure_labels (AtlasLabelLayer *self)
{
  PangoContext *context;

  if (self->measured)
    return;

  context = make_context (self);
  for (guint i = 0; i < self->items->len; i++)
    {
      g_autoptr (PangoLayout) layout = make_layout (self, context, i);
      AtlasLabelItem *item = &g_array_index (self->items, AtlasLabelItem, i);
      PangoRectangle ink;

      pango_layout_get_pixel_extents (layout, &ink, NULL);
      item->width = ink.width + 2.0 * ATLAS_LABEL_HALO;
      item->height = ink.height + 2.0 * ATLAS_LABEL_HALO;
    }
  g_object_unref (context);
  self->measured = TRUE;
}

static cairo_t *
begin_drawing (AtlasLabelLayer *self, double width, double height)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) ceil (width) * scale, (int) ceil (height) * scale);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_surface_destroy (surface);

  return cr;
}

static GdkTexture *
end_drawing (cairo_t *cr)
{
  cairo_surface_t *surface = cairo_surface_reference (cairo_get_target (cr));

  cairo_destroy (cr);
  return atlas_picture_new_for_surface (surface);
}

static GdkTexture *
draw_label (AtlasLabelLayer *self, PangoContext *context, guint index)
{
  const AtlasMapPalette *palette = atlas_map_palette_get (self->dark);
  const AtlasLabelItem *item = &g_array_index (self->items, AtlasLabelItem, index);
  g_autoptr (PangoLayout) layout = make_layout (self, context, index);
  PangoRectangle ink;
  cairo_t *cr = begin_drawing (self, item->width, item->height);

  pango_layout_get_pixel_extents (layout, &ink, NULL);
  cairo_move_to (cr, ATLAS_LABEL_HALO - ink.x, ATLAS_LABEL_HALO - ink.y);
  pango_cairo_layout_path (cr, layout);
  atlas_colour_set_source (&palette->land, cr, 0.85);
  cairo_set_line_width (cr, 2.0 * ATLAS_LABEL_HALO);
  cairo_stroke (cr);

  cairo_move_to (cr, ATLAS_LABEL_HALO - ink.x, ATLAS_LABEL_HALO - ink.y);
  atlas_colour_set_source (item->kind == ATLAS_LABEL_DISTRICT ? &palette->label_muted
                                                              : &palette->label,
                           cr, 1.0);
  pango_cairo_show_layout (cr, layout);

  return end_drawing (cr);
}

static GdkTexture *
draw_dot (AtlasLabelLayer *self)
{
  const AtlasMapPalette *palette = atlas_map_palette_get (self->dark);
  double size = 2.0 * ATLAS_LABEL_DOT_RADIUS + 2.0;
  cairo_t *cr = begin_drawing (self, size, size);

  cairo_arc (cr, size / 2.0, size / 2.0, ATLAS_LABEL_DOT_RADIUS + 1.0, 0.0, 2.0 * G_PI);
  atlas_colour_set_source (&palette->land, cr, 0.85);
  cairo_fill (cr);
  cairo_arc (cr, size / 2.0, size / 2.0, ATLAS_LABEL_DOT_RADIUS - 0.25, 0.0, 2.0 * G_PI);
  atlas_colour_set_source (&palette->label, cr, 1.0);
  cairo_fill (cr);

  return end_drawing (cr);
}

static void
append_texture (
    AtlasLabelLayer *self, GtkSnapshot *snapshot, GdkTexture *texture, double x, double y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int scale = gtk_widget_get_scale_factor (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) x, (float) y,
                                               (float) gdk_texture_get_width (texture) / scale,
                                               (float) gdk_texture_get_height (texture) / scale);

  atlas_picture_append (texture, widget, snapshot, &bounds);
}

static void
append_dots (AtlasLabelLayer *self, GtkSnapshot *snapshot, double pixels)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double half;

  if (self->dot == NULL)
    self->dot = draw_dot (self);
  half = gdk_texture_get_width (self->dot) / scale / 2.0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const AtlasLabelItem *item = &g_array_index (self->items, AtlasLabelItem, i);

      if (item->kind == ATLAS_LABEL_CITY)
        append_texture (self, snapshot, self->dot,
                        round (item->anchor.x * pixels - half) - self->node_x,
                        round (item->anchor.y * pixels - half) - self->node_y);
    }
}

static void
append_labels (AtlasLabelLayer *self, GtkSnapshot *snapshot)
{
  PangoContext *context = make_context (self);

  for (guint i = 0; i < self->items->len; i++)
    {
      const AtlasLabelSlot *slot = &g_array_index (self->slots, AtlasLabelSlot, i);
      Label *label = &g_array_index (self->labels, Label, i);

      if (!slot->visible)
        continue;

      if (label->texture == NULL)
        label->texture = draw_label (self, context, i);
      append_texture (self, snapshot, label->texture, slot->x - self->node_x,
                      slot->y - self->node_y);
    }
  g_object_unref (context);
}

static void
solve (AtlasLabelLayer *self, double zoom)
{
  measure_labels (self);
  g_array_set_size (self->slots, self->items->len);
  atlas_label_layout_solve ((const AtlasLabelItem *) (gpointer) self->items->data, self->items->len,
                            zoom, (AtlasLabelSlot *) (gpointer) self->slots->data);
}

/* The node's coordinates start at a whole pixel near the view, as floats are too coarse for the
 * whole world. */
static void
rebuild (AtlasLabelLayer *self, double zoom, double x, double y)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  g_clear_pointer (&self->node, gsk_render_node_unref);
  self->node_zoom = zoom;
  self->node_x = round (x);
  self->node_y = round (y);
  solve (self, zoom);
  append_dots (self, snapshot, atlas_map_pixels_at (zoom));
  append_labels (self, snapshot);
  self->node = gtk_snapshot_to_node (snapshot);
}

static void
atlas_label_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasLabelLayer *self = ATLAS_LABEL_LAYER (widget);
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  ShumateLocation *location = SHUMATE_LOCATION (viewport);
  double zoom = shumate_viewport_get_zoom_level (viewport);
  double pixels = atlas_map_pixels_at (zoom);
  double scale = gtk_widget_get_scale_factor (widget);
  AtlasPoint centre = atlas_point_from_degrees (shumate_location_get_longitude (location),
                                                shumate_location_get_latitude (location));
  double left = centre.x * pixels - gtk_widget_get_width (widget) / 2.0;
  double top = centre.y * pixels - gtk_widget_get_height (widget) / 2.0;

  if (self->items->len == 0)
    return;

  if (self->node == NULL || self->node_zoom != zoom)
    rebuild (self, zoom, left, top);
  if (self->node == NULL)
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float) (round ((self->node_x - left) * scale) / scale),
                                      (float) (round ((self->node_y - top) * scale) / scale)));
  gtk_snapshot_append_node (snapshot, self->node);
  gtk_snapshot_restore (snapshot);
}

static void
atlas_label_layer_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  drop_measures (ATLAS_LABEL_LAYER (widget));
  GTK_WIDGET_CLASS (atlas_label_layer_parent_class)->system_setting_changed (widget, setting);
}

/* Styles change whenever the window gains or loses the focus; only another font matters. */
static void
atlas_label_layer_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  AtlasLabelLayer *self = ATLAS_LABEL_LAYER (widget);
  const PangoFontDescription *font;

  GTK_WIDGET_CLASS (atlas_label_layer_parent_class)->css_changed (widget, change);
  font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  if (self->font != NULL && pango_font_description_equal (self->font, font))
    return;

  g_clear_pointer (&self->font, pango_font_description_free);
  self->font = pango_font_description_copy (font);
  drop_measures (self);
}

static void
atlas_label_layer_dispose (GObject *object)
{
  AtlasLabelLayer *self = ATLAS_LABEL_LAYER (object);

  g_array_set_size (self->items, 0);
  g_array_set_size (self->labels, 0);
  g_clear_object (&self->dot);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->geometry, atlas_map_geometry_unref);

  G_OBJECT_CLASS (atlas_label_layer_parent_class)->dispose (object);
}

static void
atlas_label_layer_finalize (GObject *object)
{
  AtlasLabelLayer *self = ATLAS_LABEL_LAYER (object);

  g_clear_pointer (&self->font, pango_font_description_free);
  g_array_unref (self->labels);
  g_array_unref (self->items);
  g_array_unref (self->slots);

  G_OBJECT_CLASS (atlas_label_layer_parent_class)->finalize (object);
}

static void
atlas_label_layer_class_init (AtlasLabelLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_label_layer_dispose;
  object_class->finalize = atlas_label_layer_finalize;
  widget_class->snapshot = atlas_label_layer_snapshot;
  widget_class->system_setting_changed = atlas_label_layer_system_setting_changed;
  widget_class->css_changed = atlas_label_layer_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
atlas_label_layer_init (AtlasLabelLayer *self)
{
  self->labels = g_array_new (FALSE, TRUE, sizeof (Label));
  g_array_set_clear_func (self->labels, label_clear);
  self->items = g_array_new (FALSE, TRUE, sizeof (AtlasLabelItem));
  self->slots = g_array_new (FALSE, TRUE, sizeof (AtlasLabelSlot));
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (drop_drawings), NULL);
}

/**
 * atlas_label_layer_new:
 * @viewport: what the map shows
 *
 * Returns: (transfer floating): a layer
 */
AtlasLabelLayer *
atlas_label_layer_new (ShumateViewport *viewport)
{
  AtlasLabelLayer *self = g_object_new (ATLAS_TYPE_LABEL_LAYER, "viewport", viewport, NULL);

  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  return self;
}

static AtlasLabelKind
kind_of (AtlasPlace *place)
{
  if (atlas_place_is_city (place))
    return ATLAS_LABEL_CITY;
  if (atlas_place_is_district (place))
    return ATLAS_LABEL_DISTRICT;
  return ATLAS_LABEL_COUNTY;
}

static void
add_place (AtlasLabelLayer *self, AtlasPlace *place)
{
  const AtlasArea *area = atlas_map_geometry_find_area (self->geometry,
                                                        atlas_place_get_code (place));
  Label label = { g_strdup (atlas_place_get_short_name (place)), NULL };
  AtlasLabelItem item = { .kind = kind_of (place), .anchor = atlas_place_get_label_point (place) };

  if (item.kind == ATLAS_LABEL_CITY)
    item.anchor = atlas_point_from_degrees (atlas_place_get_longitude (place),
                                            atlas_place_get_latitude (place));
  else if (area != NULL)
    item.shape = area->shapes[0];
  g_array_append_val (self->labels, label);
  g_array_append_val (self->items, item);
}

/**
 * atlas_label_layer_set_places:
 * @self: a layer
 * @places: (nullable): a model of #AtlasPlace
 * @geometry: (nullable): their areas; %NULL only without @places
 *
 * Sets whose names are shown: cities come first, then counties, then districts.
 */
void
atlas_label_layer_set_places (AtlasLabelLayer *self, GListModel *places, AtlasMapGeometry *geometry)
{
  guint n_places;

  g_return_if_fail (ATLAS_IS_LABEL_LAYER (self));
  g_return_if_fail (places == NULL || (G_IS_LIST_MODEL (places) && geometry != NULL));

  g_array_set_size (self->labels, 0);
  g_array_set_size (self->items, 0);
  g_clear_pointer (&self->geometry, atlas_map_geometry_unref);
  if (geometry != NULL)
    self->geometry = atlas_map_geometry_ref (geometry);

  n_places = places != NULL ? g_list_model_get_n_items (places) : 0;
  for (int kind = ATLAS_LABEL_CITY; kind <= ATLAS_LABEL_DISTRICT; kind++)
    {
      for (guint i = 0; i < n_places; i++)
        {
          g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

          if (kind_of (place) == (AtlasLabelKind) kind)
            add_place (self, place);
        }
    }

  drop_measures (self);
}

/**
 * atlas_label_layer_set_dark:
 * @self: a layer
 * @dark: whether for the dark theme
 */
void
atlas_label_layer_set_dark (AtlasLabelLayer *self, gboolean dark)
{
  g_return_if_fail (ATLAS_IS_LABEL_LAYER (self));

  if (self->dark == dark)
    return;

  self->dark = dark;
  drop_drawings (self);
}

/**
 * atlas_label_layer_get_boxes:
 * @self: a layer
 * @boxes: (element-type AtlasBox): emptied, then filled with the boxes of the labels shown, in
 *   logical pixels of the world at the zoom now
 *
 * Returns: how many labels are shown
 */
guint
atlas_label_layer_get_boxes (AtlasLabelLayer *self, GArray *boxes)
{
  ShumateViewport *viewport;

  g_return_val_if_fail (ATLAS_IS_LABEL_LAYER (self) && boxes != NULL, 0);

  viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  g_array_set_size (boxes, 0);
  solve (self, shumate_viewport_get_zoom_level (viewport));
  for (guint i = 0; i < self->items->len; i++)
    {
      const AtlasLabelItem *item = &g_array_index (self->items, AtlasLabelItem, i);
      const AtlasLabelSlot *slot = &g_array_index (self->slots, AtlasLabelSlot, i);
      AtlasBox box = { slot->x, slot->y, slot->x + item->width, slot->y + item->height };

      if (slot->visible)
        g_array_append_val (boxes, box);
    }

  return boxes->len;
}
