/* atlas-label-layout.c: which labels find room, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-label-layout.h"

#include <math.h>

#define TILE_SIZE 256.0

typedef struct
{
  double x, y, width, height;
} Room;

typedef struct
{
  double x, y;
} Shift;

/* In widths and heights of the label, from the best place to the last resort. */
static const Shift CITY_SHIFTS[] = {
  { 0.0, -1.0 }, { 0.0, 1.0 },   { 1.0, 0.0 }, { -1.0, 0.0 },
  { 0.7, -1.0 }, { -0.7, -1.0 }, { 0.7, 1.0 }, { -0.7, 1.0 },
};
static const Shift AREA_SHIFTS[] = {
  { 0.0, 0.0 },  { 0.0, 0.6 },  { 0.0, -0.6 },  { 0.4, 0.0 },  { -0.4, 0.0 },  { 0.4, 0.6 },
  { -0.4, 0.6 }, { 0.4, -0.6 }, { -0.4, -0.6 }, { 0.0, 1.2 },  { 0.0, -1.2 },  { 0.8, 0.0 },
  { -0.8, 0.0 }, { 0.8, 0.8 },  { -0.8, 0.8 },  { 0.8, -0.8 }, { -0.8, -0.8 }, { 0.4, 1.4 },
  { -0.4, 1.4 }, { 0.4, -1.4 }, { -0.4, -1.4 },
};

static gboolean
rooms_overlap (const Room *a, const Room *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

static gboolean
is_free (GArray *taken, const Room *room)
{
  Room wanted = { room->x - ATLAS_LABEL_GAP, room->y - ATLAS_LABEL_GAP,
                  room->width + 2.0 * ATLAS_LABEL_GAP, room->height + 2.0 * ATLAS_LABEL_GAP };

  for (guint i = 0; i < taken->len; i++)
    {
      if (rooms_overlap (&g_array_index (taken, Room, i), &wanted))
        return FALSE;
    }

  return TRUE;
}

static Room
dot_room (AtlasPoint anchor, double pixels)
{
  double radius = ATLAS_LABEL_DOT_RADIUS;

  return (Room){ anchor.x * pixels - radius, anchor.y * pixels - radius, 2.0 * radius,
                 2.0 * radius };
}

static Room
shifted_room (const AtlasLabelItem *item, const Shift *shift, double pixels)
{
  double x = item->anchor.x * pixels - item->width / 2.0;
  double y = item->anchor.y * pixels - item->height / 2.0;
  double away = ATLAS_LABEL_DOT_RADIUS + ATLAS_LABEL_GAP + 1.0;

  if (item->kind == ATLAS_LABEL_CITY)
    {
      /* Clear of its own dot even when rounded to a whole pixel. */
      x += shift->x * (item->width / 2.0 + away);
      y += shift->y * (item->height / 2.0 + away);
    }
  else
    {
      x += shift->x * item->width;
      y += shift->y * item->height;
    }

  return (Room){ round (x), round (y), item->width, item->height };
}

static gboolean
stays_inside (const AtlasLabelItem *item, const Room *room, double pixels)
{
  AtlasPoint middle = { (room->x + room->width / 2.0) / pixels,
                        (room->y + room->height / 2.0) / pixels };

  return item->shape == NULL || atlas_shape_contains (item->shape, middle);
}

static gboolean
find_room (const AtlasLabelItem *item, GArray *taken, double pixels, Room *room)
{
  gboolean is_city = item->kind == ATLAS_LABEL_CITY;
  const Shift *shifts = is_city ? CITY_SHIFTS : AREA_SHIFTS;
  guint n_shifts = is_city ? G_N_ELEMENTS (CITY_SHIFTS) : G_N_ELEMENTS (AREA_SHIFTS);

  for (guint i = 0; i < n_shifts; i++)
    {
      *room = shifted_room (item, &shifts[i], pixels);
      if (is_free (taken, room) && (is_city || i == 0 || stays_inside (item, room, pixels)))
        return TRUE;
    }

  return FALSE;
}

/**
 * atlas_label_layout_solve:
 * @items: (array length=n_items): the labels, the most important first
 * @n_items: how many
 * @zoom: zoom level of the view
 * @slots: (out caller-allocates) (array length=n_items): where each goes
 *
 * Gives each label in turn the best place that is still free. The result depends on nothing but the
 * labels and the zoom, so a pan only shifts it; no two visible labels overlap, nor does a label
 * cover the dot of a city.
 */
void
atlas_label_layout_solve (const AtlasLabelItem *items,
                          guint n_items,
                          double zoom,
                          AtlasLabelSlot *slots)
{
  g_autoptr (GArray) taken = g_array_sized_new (FALSE, FALSE, sizeof (Room), 2 * n_items);
  double pixels = TILE_SIZE * exp2 (zoom);

  g_return_if_fail (n_items == 0 || (items != NULL && slots != NULL));

  for (guint i = 0; i < n_items; i++)
    {
      Room dot = dot_room (items[i].anchor, pixels);

      if (items[i].kind == ATLAS_LABEL_CITY)
        g_array_append_val (taken, dot);
    }

  for (guint i = 0; i < n_items; i++)
    {
      Room room = { 0 };

      slots[i].visible = (items[i].kind != ATLAS_LABEL_DISTRICT
                          || zoom >= ATLAS_LABEL_DISTRICT_ZOOM)
                         && find_room (&items[i], taken, pixels, &room);
      slots[i].x = room.x;
      slots[i].y = room.y;
      if (slots[i].visible)
        g_array_append_val (taken, room);
    }
}
