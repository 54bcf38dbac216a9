/* atlas-label-layout.c: which labels find room, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-label-layout.h"

#include <math.h>

#define TILE_SIZE 256.0

typedef struct
{
  double x, y;
} Shift;

typedef struct
{
  guint item;
  AtlasLabelSlot slot;
} Dot;

/* What is taken: the dots of the cities, and the boxes of those labels that found room already.
 * @n_tried: how many labels, from the first, were looked at
 * @city_reach: how far the name of a city keeps from the dots of others */
typedef struct
{
  const AtlasLabelItem *items;
  guint n_items;
  AtlasLabelSlot *slots;
  guint n_tried;
  GArray *dots;
  double pixels;
  double city_reach;
} Layout;

/* In widths and heights of the label, from the best place to the last resort. */
static const Shift CITY_SHIFTS[] = {
  { 0.0, -1.0 },  { 0.0, 1.0 },  { 1.0, 0.0 },   { -1.0, 0.0 }, { 0.4, -1.0 },
  { -0.4, -1.0 }, { 0.4, 1.0 },  { -0.4, 1.0 },  { 0.7, -1.0 }, { -0.7, -1.0 },
  { 0.7, 1.0 },   { -0.7, 1.0 }, { 1.0, -0.6 },  { 1.0, 0.6 },  { -1.0, -0.6 },
  { -1.0, 0.6 },  { 1.0, -1.0 }, { -1.0, -1.0 }, { 1.0, 1.0 },  { -1.0, 1.0 },
};
static const Shift AREA_SHIFTS[] = {
  { 0.0, 0.0 },   { 0.0, 0.3 },  { 0.0, -0.3 },  { 0.2, 0.0 },  { -0.2, 0.0 },  { 0.2, 0.3 },
  { -0.2, 0.3 },  { 0.2, -0.3 }, { -0.2, -0.3 }, { 0.0, 0.6 },  { 0.0, -0.6 },  { 0.4, 0.0 },
  { -0.4, 0.0 },  { 0.2, 0.6 },  { -0.2, 0.6 },  { 0.2, -0.6 }, { -0.2, -0.6 }, { 0.4, 0.3 },
  { -0.4, 0.3 },  { 0.4, -0.3 }, { -0.4, -0.3 }, { 0.4, 0.6 },  { -0.4, 0.6 },  { 0.4, -0.6 },
  { -0.4, -0.6 }, { 0.0, 0.9 },  { 0.0, -0.9 },  { 0.6, 0.0 },  { -0.6, 0.0 },  { 0.2, 0.9 },
  { -0.2, 0.9 },  { 0.2, -0.9 }, { -0.2, -0.9 }, { 0.6, 0.4 },  { -0.6, 0.4 },  { 0.6, -0.4 },
  { -0.6, -0.4 }, { 0.0, 1.2 },  { 0.0, -1.2 },  { 0.8, 0.0 },  { -0.8, 0.0 },  { 0.3, 1.2 },
  { -0.3, 1.2 },  { 0.3, -1.2 }, { -0.3, -1.2 }, { 0.8, 0.5 },  { -0.8, 0.5 },  { 0.8, -0.5 },
  { -0.8, -0.5 }, { 0.8, 0.9 },  { -0.8, 0.9 },  { 0.8, -0.9 }, { -0.8, -0.9 }, { 0.0, 1.5 },
  { 0.0, -1.5 },  { 0.4, 1.5 },  { -0.4, 1.5 },  { 0.4, -1.5 }, { -0.4, -1.5 },
};

/* Logical pixels between the name of a city and the dot of another. */
#define OTHER_DOT 10.0

/* More than so many labels do not make way for one. */
#define MAX_MOVED 2

static gboolean
slots_overlap (const AtlasLabelSlot *a, const AtlasLabelSlot *b)
{
  double gap = ATLAS_LABEL_GAP;

  return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap
         && a->y < b->y + b->height + gap && b->y < a->y + a->height + gap;
}

static void
add_dot (Layout *self, guint index)
{
  const AtlasLabelItem *item = &self->items[index];
  double radius = ATLAS_LABEL_DOT_RADIUS;
  Dot dot = { index, { .x = item->anchor.x * self->pixels - radius } };

  dot.slot.y = item->anchor.y * self->pixels - radius;
  dot.slot.width = dot.slot.height = 2.0 * radius;
  g_array_append_val (self->dots, dot);
}

/* The square of the distance between two boxes. */
static double
slots_distance (const AtlasLabelSlot *a, const AtlasLabelSlot *b)
{
  double x = MAX (0.0, MAX (a->x - b->x - b->width, b->x - a->x - a->width));
  double y = MAX (0.0, MAX (a->y - b->y - b->height, b->y - a->y - a->height));

  return x * x + y * y;
}

/* No label may cover a dot; the name of a city must not seem to belong to the dot of another. */
static gboolean
is_clear_of_dots (const Layout *self, guint index, const AtlasLabelSlot *slot)
{
  double reach = self->items[index].kind == ATLAS_LABEL_CITY ? self->city_reach : ATLAS_LABEL_GAP;

  for (guint i = 0; i < self->dots->len; i++)
    {
      const Dot *dot = &g_array_index (self->dots, Dot, i);

      if (slots_distance (&dot->slot, slot) < (dot->item == index ? 1.0 : reach * reach))
        return FALSE;
    }

  return TRUE;
}

/* Returns: the first label from @first on that @slot, of label @index, is not clear of, or
 * @n_tried. */
static guint
find_blocker (const Layout *self, guint index, const AtlasLabelSlot *slot, guint first)
{
  for (guint i = first; i < self->n_tried; i++)
    if (i != index && self->slots[i].visible && slots_overlap (&self->slots[i], slot))
      return i;

  return self->n_tried;
}

static gboolean
is_free (const Layout *self, guint index, const AtlasLabelSlot *slot)
{
  return find_blocker (self, index, slot, 0) == self->n_tried
         && is_clear_of_dots (self, index, slot);
}

static AtlasLabelSlot
shifted_slot (const AtlasLabelItem *item, const Shift *shift, gboolean badge, double pixels)
{
  AtlasLabelSlot slot = { .visible = TRUE, .badge = badge, .height = item->height };
  double away = ATLAS_LABEL_DOT_RADIUS + ATLAS_LABEL_GAP + 1.0;

  slot.width = item->width + (badge ? item->badge_width : 0.0);
  slot.x = item->anchor.x * pixels - slot.width / 2.0;
  slot.y = item->anchor.y * pixels - slot.height / 2.0;
  if (item->kind == ATLAS_LABEL_CITY)
    {
      /* Clear of its own dot even when rounded to a whole pixel. */
      slot.x += shift->x * (slot.width / 2.0 + away);
      slot.y += shift->y * (slot.height / 2.0 + away);
    }
  else
    {
      slot.x += shift->x * item->width;
      slot.y += shift->y * item->height;
    }

  slot.x = round (slot.x);
  slot.y = round (slot.y);
  return slot;
}

static gboolean
is_on_land (const Layout *self, AtlasPoint point)
{
  for (guint i = 0; i < self->n_items; i++)
    if (self->items[i].shape != NULL && atlas_shape_contains (self->items[i].shape, point))
      return TRUE;

  return FALSE;
}

/* It is the middle of the name that must stay on its area; a badge may stand out. The name of an
 * archipelago may stand on the sea between its islands. The first place is where it fits best, even
 * if the shape is too coarse for that. */
static gboolean
stays_inside (const Layout *self, guint index, const AtlasLabelSlot *slot, const Shift *shift)
{
  const AtlasLabelItem *item = &self->items[index];
  AtlasPoint middle = { (slot->x + item->width / 2.0) / self->pixels,
                        (slot->y + item->height / 2.0) / self->pixels };

  if (item->kind == ATLAS_LABEL_CITY || item->shape == NULL
      || (shift == &AREA_SHIFTS[0] && !slot->badge) || atlas_shape_contains (item->shape, middle))
    return TRUE;

  return item->is_archipelago && atlas_box_contains (atlas_shape_get_box (item->shape), middle)
         && !is_on_land (self, middle);
}

static guint
get_shifts (const AtlasLabelItem *item, const Shift **shifts)
{
  gboolean is_city = item->kind == ATLAS_LABEL_CITY;

  *shifts = is_city ? CITY_SHIFTS : AREA_SHIFTS;
  return is_city ? G_N_ELEMENTS (CITY_SHIFTS) : G_N_ELEMENTS (AREA_SHIFTS);
}

static gboolean
find_room (Layout *self, guint index, gboolean badge)
{
  const AtlasLabelItem *item = &self->items[index];
  const Shift *shifts;
  guint n_shifts = get_shifts (item, &shifts);

  for (guint i = 0; i < n_shifts; i++)
    {
      AtlasLabelSlot slot = shifted_slot (item, &shifts[i], badge, self->pixels);

      if (is_free (self, index, &slot) && stays_inside (self, index, &slot, &shifts[i]))
        {
          self->slots[index] = slot;
          return TRUE;
        }
    }

  return FALSE;
}

/* Gives label @index its @slot if the few labels there can go elsewhere. */
static gboolean
claim (Layout *self, guint index, const AtlasLabelSlot *slot)
{
  AtlasLabelSlot before = self->slots[index];
  guint moved[MAX_MOVED];
  AtlasLabelSlot moved_from[MAX_MOVED];
  guint n_moved = 0;
  gboolean found = TRUE;

  for (guint i = find_blocker (self, index, slot, 0); found && i < self->n_tried;
       i = find_blocker (self, index, slot, i + 1))
    {
      found = n_moved < MAX_MOVED;
      if (found)
        moved[n_moved++] = i;
    }
  if (!found)
    return FALSE;

  self->slots[index] = *slot;
  for (guint i = 0; i < n_moved; i++)
    {
      moved_from[i] = self->slots[moved[i]];
      found = found && find_room (self, moved[i], moved_from[i].badge);
    }
  if (!found)
    {
      self->slots[index] = before;
      for (guint i = 0; i < n_moved; i++)
        self->slots[moved[i]] = moved_from[i];
    }
  return found;
}

/* As find_room(), but others make way: as they keep all they show, nothing is lost by it. */
static gboolean
make_room (Layout *self, guint index, gboolean badge)
{
  const AtlasLabelItem *item = &self->items[index];
  const Shift *shifts;
  guint n_shifts = get_shifts (item, &shifts);

  for (guint i = 0; i < n_shifts; i++)
    {
      AtlasLabelSlot slot = shifted_slot (item, &shifts[i], badge, self->pixels);

      if (is_clear_of_dots (self, index, &slot) && stays_inside (self, index, &slot, &shifts[i])
          && claim (self, index, &slot))
        return TRUE;
    }

  return FALSE;
}

static void
add_name (Layout *self, guint index)
{
  if (find_room (self, index, FALSE) || make_room (self, index, FALSE)
      || self->items[index].kind != ATLAS_LABEL_CITY)
    return;

  self->city_reach = ATLAS_LABEL_GAP;
  if (!find_room (self, index, FALSE))
    make_room (self, index, FALSE);
  self->city_reach = OTHER_DOT;
}

/* At the right of a name that stays where it is, else with the name somewhere else. */
static void
add_badge (Layout *self, guint index)
{
  AtlasLabelSlot slot = self->slots[index];

  slot.badge = TRUE;
  slot.width += self->items[index].badge_width;
  if (is_free (self, index, &slot))
    self->slots[index] = slot;
  else if (!find_room (self, index, TRUE))
    make_room (self, index, TRUE);
}

/**
 * atlas_label_layout_solve:
 * @items: (array length=n_items): the labels, the most important first
 * @n_items: how many
 * @zoom: zoom level of the view
 * @slots: (out caller-allocates) (array length=n_items): where each goes
 *
 * Gives each name in turn the best place that is still free, then each its badge: no badge keeps a
 * name away. The result depends on nothing but the labels and the zoom, so a pan only shifts it; no
 * two visible labels overlap, nor does a label cover the dot of a city.
 */
void
atlas_label_layout_solve (const AtlasLabelItem *items,
                          guint n_items,
                          double zoom,
                          AtlasLabelSlot *slots)
{
  g_autoptr (GArray) dots = g_array_new (FALSE, FALSE, sizeof (Dot));
  Layout self = { items, n_items, slots, 0, dots, TILE_SIZE * exp2 (zoom), OTHER_DOT };

  g_return_if_fail (n_items == 0 || (items != NULL && slots != NULL));

  for (guint i = 0; i < n_items; i++)
    {
      slots[i] = (AtlasLabelSlot){ 0 };
      if (items[i].kind == ATLAS_LABEL_CITY)
        add_dot (&self, i);
    }

  for (guint i = 0; i < n_items; i++)
    {
      if (items[i].kind == ATLAS_LABEL_DISTRICT && zoom < ATLAS_LABEL_DISTRICT_ZOOM)
        continue;

      self.n_tried = i + 1;
      add_name (&self, i);
    }

  for (guint i = 0; i < self.n_tried; i++)
    if (slots[i].visible && items[i].badge_width > 0.0)
      add_badge (&self, i);
}
