/* atlas-label-layer.c: the names of cities, counties and districts over the map
 *
 * All labels are one widget. Each name is drawn once into a texture; where they go is solved when
 * the zoom changes and kept as one render node, which a pan only shifts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-label-layer.h"

#include <math.h>

#include "atlas-map-pose.h"
#include "atlas-picture.h"

/* A label as it was drawn last. */
typedef struct
{
  GdkTexture *texture;
  gboolean badge;
} Drawing;

struct _AtlasLabelLayer
{
  ShumateLayer parent_instance;

  /* owned */
  AtlasLabelSet *labels;
  GArray *drawings;
  GdkTexture *dot;
  GskRenderNode *node;

  PangoFontDescription *font;

  AtlasBadgeFunc badge_func;
  gpointer badge_data;
  GDestroyNotify badge_destroy;

  gboolean dark;
  gboolean measured;
  /* of @node: the zoom it was solved for and the world pixel at its origin */
  double node_zoom;
  double node_x;
  double node_y;
};

G_DEFINE_FINAL_TYPE (AtlasLabelLayer, atlas_label_layer, SHUMATE_TYPE_LAYER)

static void
drawing_clear (gpointer data)
{
  Drawing *drawing = data;

  g_clear_object (&drawing->texture);
}

static void
drop_drawings (AtlasLabelLayer *self)
{
  for (guint i = 0; i < self->drawings->len; i++)
    drawing_clear (&g_array_index (self->drawings, Drawing, i));
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

static cairo_t *
begin_drawing (AtlasLabelLayer *self, double width, double height)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) ceil (width) * scale, (int) ceil (height) * scale);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
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
draw_label (AtlasLabelLayer *self, guint index)
{
  const AtlasLabelSlot *slot = atlas_label_set_get_slot (self->labels, index);
  cairo_t *cr = begin_drawing (self, slot->width, slot->height);

  atlas_label_set_draw_label (self->labels, cr, index, self->dark);
  return end_drawing (cr);
}

static GdkTexture *
draw_dot (AtlasLabelLayer *self)
{
  double size = 2.0 * ATLAS_LABEL_DOT_RADIUS + 2.0;
  cairo_t *cr = begin_drawing (self, size, size);

  atlas_label_set_draw_dot (self->labels, cr, size / 2.0, size / 2.0, self->dark);
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

  for (guint i = 0; i < self->drawings->len; i++)
    {
      const AtlasLabelItem *item = atlas_label_set_get_item (self->labels, i);

      if (item->kind == ATLAS_LABEL_CITY)
        append_texture (self, snapshot, self->dot,
                        round (item->anchor.x * pixels - half) - self->node_x,
                        round (item->anchor.y * pixels - half) - self->node_y);
    }
}

/* One that has its badge no longer, or again, is drawn anew. */
static void
append_label (AtlasLabelLayer *self, GtkSnapshot *snapshot, guint index)
{
  const AtlasLabelSlot *slot = atlas_label_set_get_slot (self->labels, index);
  Drawing *drawing = &g_array_index (self->drawings, Drawing, index);

  if (!slot->visible)
    return;

  if (drawing->badge != slot->badge)
    g_clear_object (&drawing->texture);
  if (drawing->texture == NULL)
    drawing->texture = draw_label (self, index);
  drawing->badge = slot->badge;
  append_texture (self, snapshot, drawing->texture, slot->x - self->node_x, slot->y - self->node_y);
}

static void
solve (AtlasLabelLayer *self, double zoom)
{
  if (!self->measured)
    {
      PangoContext *context = gtk_widget_create_pango_context (GTK_WIDGET (self));

      atlas_label_set_measure (self->labels, context);
      g_object_unref (context);
      self->measured = TRUE;
    }
  atlas_label_set_solve (self->labels, zoom);
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
  for (guint i = 0; i < self->drawings->len; i++)
    append_label (self, snapshot, i);
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

  if (self->labels == NULL)
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
keep_badges (AtlasLabelLayer *self, AtlasBadgeFunc func, gpointer data, GDestroyNotify destroy)
{
  if (self->badge_destroy != NULL)
    self->badge_destroy (self->badge_data);
  self->badge_func = func;
  self->badge_data = data;
  self->badge_destroy = destroy;
}

static void
atlas_label_layer_dispose (GObject *object)
{
  AtlasLabelLayer *self = ATLAS_LABEL_LAYER (object);

  g_clear_pointer (&self->labels, atlas_label_set_free);
  g_array_set_size (self->drawings, 0);
  g_clear_object (&self->dot);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  keep_badges (self, NULL, NULL, NULL);

  G_OBJECT_CLASS (atlas_label_layer_parent_class)->dispose (object);
}

static void
atlas_label_layer_finalize (GObject *object)
{
  AtlasLabelLayer *self = ATLAS_LABEL_LAYER (object);

  g_clear_pointer (&self->font, pango_font_description_free);
  g_array_unref (self->drawings);

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
  self->drawings = g_array_new (FALSE, TRUE, sizeof (Drawing));
  g_array_set_clear_func (self->drawings, drawing_clear);
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
  g_return_if_fail (ATLAS_IS_LABEL_LAYER (self));
  g_return_if_fail (places == NULL || (G_IS_LIST_MODEL (places) && geometry != NULL));

  g_clear_pointer (&self->labels, atlas_label_set_free);
  g_array_set_size (self->drawings, 0);
  if (places != NULL)
    {
      self->labels = atlas_label_set_new (places, geometry);
      atlas_label_set_set_badges (self->labels, self->badge_func, self->badge_data);
      g_array_set_size (self->drawings, atlas_label_set_get_n_labels (self->labels));
    }
  drop_measures (self);
}

/**
 * atlas_label_layer_set_badges:
 * @self: a layer
 * @func: (nullable) (scope notified): says who has a badge, and which; %NULL for none at all
 * @data: for @func
 * @destroy: (nullable): frees @data
 *
 * Sets the numbers at the right of the names. When the numbers change it has to be called again.
 */
void
atlas_label_layer_set_badges (AtlasLabelLayer *self,
                              AtlasBadgeFunc func,
                              gpointer data,
                              GDestroyNotify destroy)
{
  g_return_if_fail (ATLAS_IS_LABEL_LAYER (self));

  keep_badges (self, func, data, destroy);
  if (self->labels != NULL && atlas_label_set_set_badges (self->labels, func, data))
    drop_drawings (self);
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

  g_array_set_size (boxes, 0);
  if (self->labels == NULL)
    return 0;

  viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  solve (self, shumate_viewport_get_zoom_level (viewport));
  for (guint i = 0; i < self->drawings->len; i++)
    {
      const AtlasLabelSlot *slot = atlas_label_set_get_slot (self->labels, i);
      AtlasBox box = { slot->x, slot->y, slot->x + slot->width, slot->y + slot->height };

      if (slot->visible)
        g_array_append_val (boxes, box);
    }

  return boxes->len;
}
