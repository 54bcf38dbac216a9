/* test-label-layout.c: whether names find room without getting in each other's way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "atlas-label-layout.h"
#include "map-fixture.h"

#define CHARACTER 13.0
#define LINE 14.0

static AtlasLabelKind
kind_of (AtlasPlace *place)
{
  if (atlas_place_is_city (place))
    return ATLAS_LABEL_CITY;
  return atlas_place_is_district (place) ? ATLAS_LABEL_DISTRICT : ATLAS_LABEL_COUNTY;
}

/* All places, as large as their names are at @text_scale. */
static GArray *
make_items (AtlasCatalog *catalog, AtlasMapGeometry *geometry, double text_scale)
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
          };

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
overlap (const AtlasLabelSlot *a,
         const AtlasLabelItem *of_a,
         const AtlasLabelSlot *b,
         const AtlasLabelItem *of_b)
{
  return a->x < b->x + of_b->width && b->x < a->x + of_a->width && a->y < b->y + of_b->height
         && b->y < a->y + of_a->height;
}

static void
assert_no_overlap (GArray *items, const AtlasLabelSlot *slots, double zoom)
{
  double pixels = 256.0 * exp2 (zoom);

  for (guint i = 0; i < items->len; i++)
    {
      const AtlasLabelItem *item = &g_array_index (items, AtlasLabelItem, i);

      for (guint j = 0; slots[i].visible && j < items->len; j++)
        {
          const AtlasLabelItem *other = &g_array_index (items, AtlasLabelItem, j);
          AtlasLabelItem dot = { .width = 2.0 * ATLAS_LABEL_DOT_RADIUS,
                                 .height = 2.0 * ATLAS_LABEL_DOT_RADIUS };
          AtlasLabelSlot at = { TRUE, other->anchor.x * pixels - ATLAS_LABEL_DOT_RADIUS,
                                other->anchor.y * pixels - ATLAS_LABEL_DOT_RADIUS };

          if (j != i && slots[j].visible)
            g_assert_false (overlap (&slots[i], item, &slots[j], other));
          if (other->kind == ATLAS_LABEL_CITY)
            g_assert_false (overlap (&slots[i], item, &at, &dot));
        }
    }
}

static void
test_no_overlap (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasMapGeometry) geometry = load_geometry (catalog);

  for (double text_scale = 1.0; text_scale <= 2.0; text_scale += 0.25)
    {
      g_autoptr (GArray) items = make_items (catalog, geometry, text_scale);

      for (double zoom = 6.0; zoom <= 12.0; zoom += 0.37)
        {
          g_autofree AtlasLabelSlot *slots = solve (items, zoom);

          assert_no_overlap (items, slots, zoom);
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

/* The start screen names every city and nearly every county. */
static void
test_start (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasMapGeometry) geometry = load_geometry (catalog);
  g_autoptr (GArray) items = make_items (catalog, geometry, 1.0);
  g_autoptr (GArray) large = make_items (catalog, geometry, 2.0);
  g_autofree AtlasLabelSlot *slots = solve (items, 6.83);
  g_autofree AtlasLabelSlot *large_slots = solve (large, 6.83);

  g_assert_cmpuint (count_visible (items, slots, ATLAS_LABEL_CITY), ==, 14);
  g_assert_cmpuint (count_visible (items, slots, ATLAS_LABEL_COUNTY), >=, 37);
  g_assert_cmpuint (count_visible (items, slots, ATLAS_LABEL_DISTRICT), ==, 0);
  g_assert_cmpuint (count_visible (large, large_slots, ATLAS_LABEL_CITY), ==, 14);
}

static void
test_near (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasMapGeometry) geometry = load_geometry (catalog);
  g_autoptr (GArray) items = make_items (catalog, geometry, 1.0);
  g_autofree AtlasLabelSlot *before = solve (items, ATLAS_LABEL_DISTRICT_ZOOM - 0.01);
  g_autofree AtlasLabelSlot *after = solve (items, ATLAS_LABEL_DISTRICT_ZOOM);
  g_autofree AtlasLabelSlot *nearest = solve (items, 12.0);

  g_assert_cmpuint (count_visible (items, before, ATLAS_LABEL_DISTRICT), ==, 0);
  g_assert_cmpuint (count_visible (items, after, ATLAS_LABEL_DISTRICT), >=, 40);
  g_assert_cmpuint (count_visible (items, nearest, ATLAS_LABEL_CITY), ==, 14);
  g_assert_cmpuint (count_visible (items, nearest, ATLAS_LABEL_COUNTY), ==, 41);
  g_assert_cmpuint (count_visible (items, nearest, ATLAS_LABEL_DISTRICT), >=, 57);
}

/* Of many in one place the first has the best of it, and the last finds no room at all. */
static void
test_order (void)
{
  AtlasLabelItem items[40];
  AtlasLabelSlot slots[G_N_ELEMENTS (items)];

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    items[i] = (AtlasLabelItem){ ATLAS_LABEL_COUNTY, { 0.85, 0.38 }, 40.0, 18.0, NULL };
  atlas_label_layout_solve (items, G_N_ELEMENTS (items), 8.0, slots);

  g_assert_true (slots[0].visible);
  g_assert_cmpfloat_with_epsilon (slots[0].x + 20.0, 0.85 * 65536.0, 0.6);
  g_assert_cmpfloat_with_epsilon (slots[0].y + 9.0, 0.38 * 65536.0, 0.6);
  g_assert_false (slots[G_N_ELEMENTS (items) - 1].visible);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/label-layout/no-overlap", test_no_overlap);
  g_test_add_func ("/label-layout/start", test_start);
  g_test_add_func ("/label-layout/near", test_near);
  g_test_add_func ("/label-layout/order", test_order);

  return g_test_run ();
}
