/* test-label-layout.c: whether names find room without getting in each other's way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "atlas-label-layout.h"
#include "map-fixture.h"

#define CHANGHAI "210224"

#define CHARACTER 13.0
#define LINE 14.0
#define ONE_FIGURE 18.0
#define THREE_FIGURES 32.0

static AtlasLabelKind
kind_of (AtlasPlace *place)
{
  if (atlas_place_is_city (place))
    return ATLAS_LABEL_CITY;
  return atlas_place_is_district (place) ? ATLAS_LABEL_DISTRICT : ATLAS_LABEL_COUNTY;
}

/* All places, as large as their names are at @text_scale; with badges, all but districts have one,
 * the first of three figures. */
static GArray *
make_items (AtlasCatalog *catalog, AtlasMapGeometry *geometry, double text_scale, gboolean badges)
{
  GListModel *places = atlas_catalog_get_places (catalog);
  GArray *items = g_array_new (FALSE, TRUE, sizeof (AtlasLabelItem));

  for (int kind = ATLAS_LABEL_CITY; kind <= ATLAS_LABEL_DISTRICT; kind++)
    {
      for (guint i = 0; i < g_list_model_get_n_items (places); i++)
        {
          g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);
          const AtlasArea *area = atlas_map_geometry_find_area (geometry,
                                                                atlas_place_get_code (place));
          glong length = g_utf8_strlen (atlas_place_get_short_name (place), -1);
          AtlasLabelItem item = {
            .kind = kind_of (place),
            .anchor = atlas_place_get_label_point (place),
            .width = ceil (CHARACTER * (double) length * text_scale) + 2.0 * ATLAS_LABEL_HALO,
            .height = ceil (LINE * text_scale) + 2.0 * ATLAS_LABEL_HALO,
            .shape = area->shapes[0],
            .is_archipelago = g_str_equal (area->code, CHANGHAI),
          };

          if (badges && item.kind != ATLAS_LABEL_DISTRICT)
            item.badge_width = ceil (text_scale * (items->len == 0 ? THREE_FIGURES : ONE_FIGURE));

          if (item.kind == ATLAS_LABEL_CITY)
            item.anchor = atlas_point_from_degrees (atlas_place_get_longitude (place),
                                                    atlas_place_get_latitude (place));
          if (item.kind == (AtlasLabelKind) kind)
            g_array_append_val (items, item);
        }
    }

  return items;
}

static AtlasLabelSlot *
solve (GArray *items, double zoom)
{
  AtlasLabelSlot *slots = g_new0 (AtlasLabelSlot, items->len);

  atlas_label_layout_solve ((const AtlasLabelItem *) (gpointer) items->data, items->len, zoom,
                            slots);
  return slots;
}

static gboolean
overlap (const AtlasLabelSlot *a, const AtlasLabelSlot *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

static AtlasLabelSlot
dot_of (const AtlasLabelItem *item, double zoom)
{
  double pixels = 256.0 * exp2 (zoom);
  double radius = ATLAS_LABEL_DOT_RADIUS;

  return (AtlasLabelSlot){ .x = item->anchor.x * pixels - radius,
                           .y = item->anchor.y * pixels - radius,
                           .width = 2.0 * radius,
                           .height = 2.0 * radius };
}

static void
assert_no_overlap (GArray *items, const AtlasLabelSlot *slots, double zoom)
{
  for (guint i = 0; i < items->len; i++)
    {
      for (guint j = 0; slots[i].visible && j < items->len; j++)
        {
          const AtlasLabelItem *other = &g_array_index (items, AtlasLabelItem, j);
          AtlasLabelSlot dot = dot_of (other, zoom);

          if (j != i && slots[j].visible)
            g_assert_false (overlap (&slots[i], &slots[j]));
          if (other->kind == ATLAS_LABEL_CITY)
            g_assert_false (overlap (&slots[i], &dot));
        }
    }
}

/* A slot is as large as what it holds. */
static void
assert_sizes (GArray *items, const AtlasLabelSlot *slots)
{
  for (guint i = 0; i < items->len; i++)
    {
      const AtlasLabelItem *item = &g_array_index (items, AtlasLabelItem, i);

      if (!slots[i].visible)
        {
          g_assert_false (slots[i].badge);
          continue;
        }
      g_assert_true (!slots[i].badge || item->badge_width > 0.0);
      g_assert_cmpfloat (slots[i].height, ==, item->height);
      g_assert_cmpfloat (slots[i].width, ==,
                         item->width + (slots[i].badge ? item->badge_width : 0.0));
    }
}

static void
test_no_overlap (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasMapGeometry) geometry = load_geometry (catalog);

  for (double text_scale = 1.0; text_scale <= 2.0; text_scale += 0.25)
    {
      g_autoptr (GArray) items = make_items (catalog, geometry, text_scale, TRUE);

      for (double zoom = 6.0; zoom <= 12.0; zoom += 0.37)
        {
          g_autofree AtlasLabelSlot *slots = solve (items, zoom);

          assert_no_overlap (items, slots, zoom);
          assert_sizes (items, slots);
        }
    }
}

static guint
count_visible (GArray *items, const AtlasLabelSlot *slots, AtlasLabelKind kind)
{
  guint n_visible = 0;

  for (guint i = 0; i < items->len; i++)
    n_visible += slots[i].visible && g_array_index (items, AtlasLabelItem, i).kind == kind;

  return n_visible;
}

static guint
count_badges (GArray *items, const AtlasLabelSlot *slots)
{
  guint n_badges = 0;

  for (guint i = 0; i < items->len; i++)
    n_badges += slots[i].badge;

  return n_badges;
}

/* The start screen names every city and every county, with nearly every badge. */
static void
test_start (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasMapGeometry) geometry = load_geometry (catalog);
  g_autoptr (GArray) items = make_items (catalog, geometry, 1.0, TRUE);
  g_autoptr (GArray) large = make_items (catalog, geometry, 2.0, TRUE);
  g_autofree AtlasLabelSlot *slots = solve (items, 6.83);
  g_autofree AtlasLabelSlot *large_slots = solve (large, 6.83);

  g_assert_cmpuint (count_visible (items, slots, ATLAS_LABEL_CITY), ==, 14);
  g_assert_cmpuint (count_visible (items, slots, ATLAS_LABEL_COUNTY), >=, 40);
  g_assert_cmpuint (count_badges (items, slots), >=, 50);
  g_assert_cmpuint (count_visible (items, slots, ATLAS_LABEL_DISTRICT), ==, 0);
  g_assert_cmpuint (count_visible (large, large_slots, ATLAS_LABEL_CITY), ==, 14);
}

static void
test_near (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasMapGeometry) geometry = load_geometry (catalog);
  g_autoptr (GArray) items = make_items (catalog, geometry, 1.0, FALSE);
  g_autofree AtlasLabelSlot *before = solve (items, ATLAS_LABEL_DISTRICT_ZOOM - 0.01);
  g_autofree AtlasLabelSlot *after = solve (items, ATLAS_LABEL_DISTRICT_ZOOM);
  g_autofree AtlasLabelSlot *nearest = solve (items, 12.0);

  g_assert_cmpuint (count_visible (items, before, ATLAS_LABEL_DISTRICT), ==, 0);
  g_assert_cmpuint (count_visible (items, after, ATLAS_LABEL_DISTRICT), >=, 40);
  g_assert_cmpuint (count_visible (items, nearest, ATLAS_LABEL_CITY), ==, 14);
  g_assert_cmpuint (count_visible (items, nearest, ATLAS_LABEL_COUNTY), ==, 41);
  g_assert_cmpuint (count_visible (items, nearest, ATLAS_LABEL_DISTRICT), >=, 57);
}

/* Of many in one place the first find room, side by side, and the last none at all. */
static void
test_order (void)
{
  AtlasLabelItem items[40];
  AtlasLabelSlot slots[G_N_ELEMENTS (items)];
  guint n_visible = 0;

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    items[i] = (AtlasLabelItem){ ATLAS_LABEL_COUNTY, { 0.85, 0.38 }, 40.0, 18.0, 0.0, NULL, FALSE };
  atlas_label_layout_solve (items, G_N_ELEMENTS (items), 8.0, slots);

  while (n_visible < G_N_ELEMENTS (items) && slots[n_visible].visible)
    n_visible++;
  g_assert_cmpuint (n_visible, >=, 4);
  for (guint i = n_visible; i < G_N_ELEMENTS (items); i++)
    g_assert_false (slots[i].visible);

  atlas_label_layout_solve (items, 1, 8.0, slots);
  g_assert_cmpfloat_with_epsilon (slots[0].x + 20.0, 0.85 * 65536.0, 0.6);
  g_assert_cmpfloat_with_epsilon (slots[0].y + 9.0, 0.38 * 65536.0, 0.6);
}

/* A badge goes before a name does: with badges as many names are shown as without. */
static void
test_names_first (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasMapGeometry) geometry = load_geometry (catalog);

  for (double text_scale = 1.0; text_scale <= 2.0; text_scale += 0.5)
    {
      g_autoptr (GArray) with = make_items (catalog, geometry, text_scale, TRUE);
      g_autoptr (GArray) without = make_items (catalog, geometry, text_scale, FALSE);

      for (double zoom = 6.0; zoom <= 9.0; zoom += 0.25)
        {
          g_autofree AtlasLabelSlot *a = solve (with, zoom);
          g_autofree AtlasLabelSlot *b = solve (without, zoom);

          for (guint i = 0; i < with->len; i++)
            g_assert_cmpint (a[i].visible, ==, b[i].visible);
        }
    }
}

/* A square around @middle, from which no label gets away. */
static AtlasShape *
make_spot (AtlasPoint middle)
{
  double half = 3.0 / 65536.0;
  AtlasShapeBuilder builder;

  atlas_shape_builder_init (&builder);
  atlas_shape_builder_add_point (&builder, (AtlasPoint){ middle.x - half, middle.y - half });
  atlas_shape_builder_add_point (&builder, (AtlasPoint){ middle.x + half, middle.y - half });
  atlas_shape_builder_add_point (&builder, (AtlasPoint){ middle.x + half, middle.y + half });
  atlas_shape_builder_add_point (&builder, (AtlasPoint){ middle.x - half, middle.y + half });
  atlas_shape_builder_end_path (&builder);
  return atlas_shape_builder_end (&builder);
}

/* The dot of a city lies where the badge of a county would have to be. */
static void
test_badge_without_room (void)
{
  AtlasPoint middle = { 0.85, 0.38 };
  g_autoptr (AtlasShape) spot = make_spot (middle);
  AtlasLabelItem items[] = {
    { ATLAS_LABEL_CITY, { middle.x + 32.0 / 65536.0, middle.y }, 40.0, 18.0, 20.0, NULL, FALSE },
    { ATLAS_LABEL_COUNTY, middle, 40.0, 18.0, 20.0, spot, FALSE },
  };
  AtlasLabelSlot slots[G_N_ELEMENTS (items)];

  atlas_label_layout_solve (items, G_N_ELEMENTS (items), 8.0, slots);
  g_assert_true (slots[0].badge);
  g_assert_true (slots[1].visible);
  g_assert_false (slots[1].badge);
  g_assert_cmpfloat (slots[1].width, ==, 40.0);

  /* Farther away it is not in the way. */
  items[0].anchor.x += 20.0 / 65536.0;
  atlas_label_layout_solve (items, G_N_ELEMENTS (items), 8.0, slots);
  g_assert_true (slots[1].badge);
  g_assert_cmpfloat (slots[1].width, ==, 60.0);
}

/* The name of a city keeps away from the dot of another, or it would seem to be its name. */
static void
test_other_dot (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasMapGeometry) geometry = load_geometry (catalog);
  g_autoptr (GArray) items = make_items (catalog, geometry, 1.0, TRUE);

  for (double zoom = 6.4; zoom <= 10.0; zoom += 0.2)
    {
      g_autofree AtlasLabelSlot *slots = solve (items, zoom);

      for (guint i = 0; i < 14; i++)
        {
          AtlasLabelSlot around = slots[i];

          around.x -= 6.0;
          around.y -= 6.0;
          around.width += 12.0;
          around.height += 12.0;
          g_assert_true (slots[i].visible);
          for (guint j = 0; j < 14; j++)
            {
              AtlasLabelSlot dot = dot_of (&g_array_index (items, AtlasLabelItem, j), zoom);

              g_assert_true (overlap (&around, &dot) == (i == j));
            }
        }
    }
}

/* The name of a county stands on its own ground, that of an archipelago at least between islands.
 */
static void
test_own_ground (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasMapGeometry) geometry = load_geometry (catalog);
  g_autoptr (GArray) items = make_items (catalog, geometry, 1.5, TRUE);

  for (double zoom = 6.4; zoom <= 10.0; zoom += 0.2)
    {
      g_autofree AtlasLabelSlot *slots = solve (items, zoom);
      double pixels = 256.0 * exp2 (zoom);

      for (guint i = 14; i < items->len; i++)
        {
          const AtlasLabelItem *item = &g_array_index (items, AtlasLabelItem, i);
          AtlasPoint middle = { (slots[i].x + item->width / 2.0) / pixels,
                                (slots[i].y + item->height / 2.0) / pixels };

          if (slots[i].visible && !item->is_archipelago)
            g_assert_true (atlas_shape_contains (item->shape, middle));
        }
    }
}

/* The first has the place of the second, which has nowhere else to go: it makes way. */
static void
test_make_way (void)
{
  AtlasPoint middle = { 0.85, 0.38 };
  g_autoptr (AtlasShape) spot = make_spot (middle);
  AtlasLabelItem items[] = {
    { ATLAS_LABEL_COUNTY, middle, 40.0, 18.0, 0.0, NULL, FALSE },
    { ATLAS_LABEL_COUNTY, middle, 40.0, 18.0, 0.0, spot, FALSE },
  };
  AtlasLabelSlot slots[G_N_ELEMENTS (items)];

  atlas_label_layout_solve (items, G_N_ELEMENTS (items), 8.0, slots);
  g_assert_true (slots[0].visible);
  g_assert_true (slots[1].visible);
  g_assert_cmpfloat_with_epsilon (slots[1].x + 20.0, middle.x * 65536.0, 3.6);
  g_assert_cmpfloat_with_epsilon (slots[1].y + 9.0, middle.y * 65536.0, 3.6);
  g_assert_false (overlap (&slots[0], &slots[1]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/label-layout/no-overlap", test_no_overlap);
  g_test_add_func ("/label-layout/start", test_start);
  g_test_add_func ("/label-layout/near", test_near);
  g_test_add_func ("/label-layout/order", test_order);
  g_test_add_func ("/label-layout/names-first", test_names_first);
  g_test_add_func ("/label-layout/badge-without-room", test_badge_without_room);
  g_test_add_func ("/label-layout/other-dot", test_other_dot);
  g_test_add_func ("/label-layout/own-ground", test_own_ground);
  g_test_add_func ("/label-layout/make-way", test_make_way);

  return g_test_run ();
}
