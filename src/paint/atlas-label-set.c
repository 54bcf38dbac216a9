/* atlas-label-set.c: the names of cities, counties and districts: measured and placed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-label-set-private.h"

#include <math.h>

/* Nothing on the map is smaller, whatever the system font. */
#define SMALLEST_POINTS 9.0
#define POINTS_PER_INCH 72.0
#define NAME_SIZE 0.85
#define CITY_GROWTH 1.1

/* A badge, in its own font size: what is left of it, and around its figure. */
#define BADGE_SIZE 0.85
#define BADGE_MARGIN 0.15
#define BADGE_PADDING_X 0.38
#define BADGE_PADDING_Y 0.2

static void
label_clear (gpointer data)
{
  AtlasLabel *label = data;

  g_clear_object (&label->place);
  g_clear_pointer (&label->badge, g_free);
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

/* A county on the mainland fills more than a quarter of its box. */
static gboolean
is_archipelago (AtlasShape *shape)
{
  const AtlasBox *box = atlas_shape_get_box (shape);

  return atlas_shape_get_area (shape) < 0.1 * (box->x1 - box->x0) * (box->y1 - box->y0);
}

static void
add_place (AtlasLabelSet *self, AtlasPlace *place, AtlasMapGeometry *geometry)
{
  const AtlasArea *area = atlas_map_geometry_find_area (geometry, atlas_place_get_code (place));
  AtlasLabel label = { .place = g_object_ref (place) };
  AtlasLabelItem item = { .kind = kind_of (place), .anchor = atlas_place_get_label_point (place) };

  if (item.kind == ATLAS_LABEL_CITY)
    item.anchor = atlas_point_from_degrees (atlas_place_get_longitude (place),
                                            atlas_place_get_latitude (place));
  else if (area != NULL)
    {
      item.shape = atlas_shape_ref (area->shapes[0]);
      item.is_archipelago = item.kind == ATLAS_LABEL_COUNTY && is_archipelago (item.shape);
    }
  g_array_append_val (self->labels, label);
  g_array_append_val (self->items, item);
}

static void
item_clear (gpointer data)
{
  AtlasLabelItem *item = data;

  g_clear_pointer (&item->shape, atlas_shape_unref);
}

/**
 * atlas_label_set_new:
 * @places: a model of #AtlasPlace
 * @geometry: their areas
 *
 * Cities come first, then counties, then districts.
 *
 * Returns: (transfer full): the labels of @places, not yet measured
 */
AtlasLabelSet *
atlas_label_set_new (GListModel *places, AtlasMapGeometry *geometry)
{
  AtlasLabelSet *self;
  guint n_places;

  g_return_val_if_fail (G_IS_LIST_MODEL (places), NULL);
  g_return_val_if_fail (geometry != NULL, NULL);

  self = g_new0 (AtlasLabelSet, 1);
  self->labels = g_array_new (FALSE, TRUE, sizeof (AtlasLabel));
  g_array_set_clear_func (self->labels, label_clear);
  self->items = g_array_new (FALSE, TRUE, sizeof (AtlasLabelItem));
  g_array_set_clear_func (self->items, item_clear);
  n_places = g_list_model_get_n_items (places);
  for (int kind = ATLAS_LABEL_CITY; kind <= ATLAS_LABEL_DISTRICT; kind++)
    {
      for (guint i = 0; i < n_places; i++)
        {
          g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

          if (kind_of (place) == (AtlasLabelKind) kind)
            add_place (self, place, geometry);
        }
    }

  self->slots = g_array_new (FALSE, TRUE, sizeof (AtlasLabelSlot));
  g_array_set_size (self->slots, self->items->len);
  return self;
}

/**
 * atlas_label_set_free:
 * @self: (transfer full): labels
 */
void
atlas_label_set_free (AtlasLabelSet *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->context);
  g_array_unref (self->labels);
  g_array_unref (self->items);
  g_array_unref (self->slots);
  g_free (self);
}

static AtlasLabelItem *
item_at (AtlasLabelSet *self, guint index)
{
  return &g_array_index (self->items, AtlasLabelItem, index);
}

/* In the units of Pango; it follows the text size as all points do. */
static double
smallest_size (PangoContext *context)
{
  double resolution = pango_cairo_context_get_resolution (context);

  if (resolution <= 0.0)
    resolution = pango_cairo_font_map_get_resolution (
        PANGO_CAIRO_FONT_MAP (pango_context_get_font_map (context)));
  return SMALLEST_POINTS * PANGO_SCALE * resolution / POINTS_PER_INCH;
}

static double
name_size (AtlasLabelSet *self, guint index)
{
  const PangoFontDescription *font = pango_context_get_font_description (self->context);
  double size = MAX (NAME_SIZE * pango_font_description_get_size (font),
                     smallest_size (self->context));

  return item_at (self, index)->kind == ATLAS_LABEL_CITY ? CITY_GROWTH * size : size;
}

static double
badge_size (AtlasLabelSet *self, guint index)
{
  return MAX (BADGE_SIZE * name_size (self, index), smallest_size (self->context));
}

static PangoLayout *
make_layout (AtlasLabelSet *self, const char *text, double size, PangoWeight weight)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_copy (
      pango_context_get_font_description (self->context));
  PangoAttrList *attributes = pango_attr_list_new ();

  /* Names are Chinese whatever the interface speaks, and Han glyphs differ by language. */
  pango_attr_list_insert (attributes,
                          pango_attr_language_new (pango_language_from_string ("zh-cn")));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  pango_font_description_set_absolute_size (font, size);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* Returns: (transfer full): the name of a label, in its font. */
PangoLayout *
_atlas_label_set_make_name (AtlasLabelSet *self, guint index)
{
  AtlasLabelKind kind = item_at (self, index)->kind;
  AtlasPlace *place = g_array_index (self->labels, AtlasLabel, index).place;

  return make_layout (self, atlas_place_get_short_name (place), name_size (self, index),
                      kind == ATLAS_LABEL_CITY ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
}

/* Returns: (transfer full): the figure of a label that has a badge, in its font. */
PangoLayout *
_atlas_label_set_make_badge (AtlasLabelSet *self, guint index)
{
  return make_layout (self, g_array_index (self->labels, AtlasLabel, index).badge,
                      badge_size (self, index), PANGO_WEIGHT_NORMAL);
}

static void
measure_name (AtlasLabelSet *self, guint index)
{
  AtlasLabel *label = &g_array_index (self->labels, AtlasLabel, index);
  g_autoptr (PangoLayout) layout = _atlas_label_set_make_name (self, index);

  pango_layout_get_pixel_extents (layout, &label->ink, NULL);
  item_at (self, index)->width = label->ink.width + 2.0 * ATLAS_LABEL_HALO;
}

/* Figures are as wide as each other: pills of as many figures are equal. */
static void
measure_pill (AtlasLabelSet *self, guint index)
{
  AtlasLabel *label = &g_array_index (self->labels, AtlasLabel, index);
  AtlasLabelItem *item = item_at (self, index);
  double em = badge_size (self, index) / PANGO_SCALE;
  g_autoptr (PangoLayout) layout = _atlas_label_set_make_badge (self, index);
  PangoRectangle ink;
  PangoRectangle logical;

  pango_layout_get_pixel_extents (layout, &ink, &logical);
  label->pill_height = ceil (ink.height + 2.0 * BADGE_PADDING_Y * em);
  label->pill_width = MAX (ceil (logical.width + 2.0 * BADGE_PADDING_X * em), label->pill_height);
  label->pill_x = item->width + round (BADGE_MARGIN * em);
  item->badge_width = label->pill_x + label->pill_width - item->width;
  item->height = MAX (item->height, label->pill_height);
}

static void
measure_badge (AtlasLabelSet *self, guint index)
{
  const AtlasLabel *label = &g_array_index (self->labels, AtlasLabel, index);
  AtlasLabelItem *item = item_at (self, index);

  item->height = label->ink.height + 2.0 * ATLAS_LABEL_HALO;
  item->badge_width = 0.0;
  if (label->badge != NULL)
    measure_pill (self, index);
}

static void
clear_slots (AtlasLabelSet *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    g_array_index (self->slots, AtlasLabelSlot, i) = (AtlasLabelSlot){ 0 };
}

/**
 * atlas_label_set_measure:
 * @self: labels
 * @context: the font, of an absolute size in logical pixels; kept for drawing
 *
 * Finds out how large the labels are; until they are solved again, none is visible.
 */
void
atlas_label_set_measure (AtlasLabelSet *self, PangoContext *context)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (PANGO_IS_CONTEXT (context));
  g_return_if_fail (
      pango_font_description_get_size_is_absolute (pango_context_get_font_description (context)));

  g_set_object (&self->context, context);
  for (guint i = 0; i < self->items->len; i++)
    {
      measure_name (self, i);
      measure_badge (self, i);
    }
  clear_slots (self);
}

static gboolean
set_badge (AtlasLabelSet *self, guint index, AtlasBadgeFunc func, gpointer data)
{
  AtlasLabel *label = &g_array_index (self->labels, AtlasLabel, index);
  g_autofree char *badge = NULL;
  guint number = 0;

  if (func != NULL && func (label->place, data, &number))
    badge = g_strdup_printf ("%u", number);
  if (g_strcmp0 (label->badge, badge) == 0)
    return FALSE;

  g_free (label->badge);
  label->badge = g_steal_pointer (&badge);
  if (self->context != NULL)
    measure_badge (self, index);
  return TRUE;
}

/**
 * atlas_label_set_set_badges:
 * @self: labels
 * @func: (nullable) (scope call): says who has a badge, and which; %NULL for none
 * @data: for @func
 *
 * Sets what stands at the right of the names.
 *
 * Returns: whether that is something else than before; then no label is visible until they are
 *   solved again
 */
gboolean
atlas_label_set_set_badges (AtlasLabelSet *self, AtlasBadgeFunc func, gpointer data)
{
  gboolean changed = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->labels->len; i++)
    changed |= set_badge (self, i, func, data);
  if (changed)
    clear_slots (self);
  return changed;
}

/**
 * atlas_label_set_solve:
 * @self: labels that were measured
 * @zoom: zoom level
 *
 * Decides which labels find room at @zoom, and where.
 */
void
atlas_label_set_solve (AtlasLabelSet *self, double zoom)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->context != NULL);

  atlas_label_layout_solve ((const AtlasLabelItem *) (gpointer) self->items->data, self->items->len,
                            zoom, (AtlasLabelSlot *) (gpointer) self->slots->data);
}

/**
 * atlas_label_set_get_n_labels:
 * @self: labels
 *
 * Returns: how many there are, visible or not
 */
guint
atlas_label_set_get_n_labels (AtlasLabelSet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

/**
 * atlas_label_set_get_item:
 * @self: labels
 * @index: which
 *
 * Returns: (transfer none): what kind it is, where it belongs, and how large it is
 */
const AtlasLabelItem *
atlas_label_set_get_item (AtlasLabelSet *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->items->len, NULL);

  return item_at (self, index);
}

/**
 * atlas_label_set_get_slot:
 * @self: labels
 * @index: which
 *
 * Returns: (transfer none): its box in the world, as solved last
 */
const AtlasLabelSlot *
atlas_label_set_get_slot (AtlasLabelSet *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->slots->len, NULL);

  return &g_array_index (self->slots, AtlasLabelSlot, index);
}
