/* test-outline-layer.c: whether the lines around places are where they should be, and cheap
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-outline-layer.h"
#include "layer-fixture.h"

#define WAFANGDIAN "210281"
#define ZHUANGHE "210283"
#define DALIAN "210200"

static void
set_up (LayerFixture *fixture, gconstpointer data)
{
  AtlasOutlineLayer *layer;

  layer_set_up (fixture);
  layer = atlas_outline_layer_new (fixture->viewport);
  atlas_outline_layer_set_geometry (layer, fixture->geometry);
  layer_show (fixture, GTK_WIDGET (layer));
}

static void
tear_down (LayerFixture *fixture, gconstpointer data)
{
  layer_tear_down (fixture);
}

static GdkTexture *texture_before;

static gboolean
is_painted_again (LayerFixture *fixture)
{
  g_autoptr (GPtrArray) textures = layer_textures (fixture);

  return textures->len > 0 && textures->pdata[0] != texture_before;
}

/* Picks the places, and waits until their outlines are there. */
static void
pick (LayerFixture *fixture, const char *const *codes)
{
  g_autoptr (GPtrArray) textures = layer_textures (fixture);

  atlas_outline_layer_set_picked (ATLAS_OUTLINE_LAYER (fixture->layer), codes);
  texture_before = textures->len > 0 ? textures->pdata[0] : NULL;
  layer_wait (is_painted_again, fixture);
}

/* Returns: (transfer full): the codes of all cities and counties. */
static char **
all_codes (LayerFixture *fixture)
{
  GListModel *places = atlas_catalog_get_places (fixture->catalog);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      if (!atlas_place_is_district (place))
        g_strv_builder_add (codes, atlas_place_get_code (place));
    }
  return g_strv_builder_end (codes);
}

/* How opaque the layer is at the label of a place. */
static guint
alpha_at (LayerFixture *fixture, const guint32 *pixels, const char *code)
{
  AtlasPlace *place = atlas_catalog_get_place (fixture->catalog, code);
  int x;
  int y;

  layer_locate (fixture, atlas_place_get_label_point (place), &x, &y);
  g_assert_true (x >= 0 && x < LAYER_WIDTH && y >= 0 && y < LAYER_HEIGHT);
  return pixels[y * LAYER_WIDTH + x] >> 24;
}

typedef struct
{
  guint inside;
  guint outside;
  guint accent;
  guint casing;
} Drawn;

/* What is drawn of an outline: in its area and beyond, blue and not. */
static Drawn
count_drawn (LayerFixture *fixture, const char *code)
{
  const AtlasArea *area = atlas_map_geometry_find_area (fixture->geometry, code);
  g_autofree guint32 *pixels = layer_render (fixture);
  ShumateLocation *location = SHUMATE_LOCATION (fixture->viewport);
  double scale = atlas_map_pixels_at (shumate_viewport_get_zoom_level (fixture->viewport));
  AtlasPoint centre = atlas_point_from_degrees (shumate_location_get_longitude (location),
                                                shumate_location_get_latitude (location));
  Drawn drawn = { 0 };

  for (int i = 0; i < LAYER_WIDTH * LAYER_HEIGHT; i++)
    {
      guint red = pixels[i] >> 16 & 0xff;
      guint blue = pixels[i] & 0xff;
      AtlasPoint point = {
        centre.x + (i % LAYER_WIDTH + 0.5 - gtk_widget_get_width (fixture->layer) / 2.0) / scale,
        centre.y + (i / LAYER_WIDTH + 0.5 - gtk_widget_get_height (fixture->layer) / 2.0) / scale,
      };

      if (pixels[i] >> 24 < 0x60)
        continue;
      if (atlas_shape_contains (area->shapes[0], point))
        drawn.inside++;
      else
        drawn.outside++;
      if (blue > red + 60)
        drawn.accent++;
      else
        drawn.casing++;
    }
  return drawn;
}

static void
test_nothing (LayerFixture *fixture, gconstpointer data)
{
  static const char *const unknown[] = { "999999", NULL };
  g_autoptr (GPtrArray) textures = NULL;
  g_autoptr (GPtrArray) still = NULL;

  textures = layer_textures (fixture);
  g_assert_cmpuint (textures->len, ==, 0);

  atlas_outline_layer_set_picked (ATLAS_OUTLINE_LAYER (fixture->layer), unknown);
  still = layer_textures (fixture);
  g_assert_cmpuint (still->len, ==, 0);
}

/* Dashes with a casing, inside the border, around an area that keeps its fill. */
static void
test_picked (LayerFixture *fixture, gconstpointer data)
{
  static const char *const codes[] = { WAFANGDIAN, NULL };
  g_autofree guint32 *pixels = NULL;
  Drawn drawn;

  pick (fixture, codes);
  pixels = layer_render (fixture);
  drawn = count_drawn (fixture, WAFANGDIAN);

  g_assert_cmpuint (alpha_at (fixture, pixels, WAFANGDIAN), ==, 0);
  g_assert_cmpuint (alpha_at (fixture, pixels, ZHUANGHE), ==, 0);
  g_assert_cmpuint (drawn.inside, >, 200);
  g_assert_cmpuint (drawn.outside, <, drawn.inside / 5);
  g_assert_cmpuint (drawn.accent, >, drawn.casing / 2);
  g_assert_cmpuint (drawn.casing, >, drawn.accent / 4);
}

/* Selected is a line without gaps on both sides of the border: it differs without colour. */
static void
test_selected (LayerFixture *fixture, gconstpointer data)
{
  Drawn drawn;

  atlas_outline_layer_set_selected (ATLAS_OUTLINE_LAYER (fixture->layer), WAFANGDIAN);
  drawn = count_drawn (fixture, WAFANGDIAN);

  g_assert_cmpuint (drawn.casing, ==, 0);
  g_assert_cmpuint (drawn.outside, >, drawn.inside / 2);
  g_assert_cmpstr (atlas_outline_layer_get_selected (ATLAS_OUTLINE_LAYER (fixture->layer)), ==,
                   WAFANGDIAN);

  atlas_outline_layer_set_selected (ATLAS_OUTLINE_LAYER (fixture->layer), NULL);
  g_assert_null (atlas_outline_layer_get_selected (ATLAS_OUTLINE_LAYER (fixture->layer)));
  g_assert_cmpuint (count_drawn (fixture, WAFANGDIAN).inside, ==, 0);
}

/* A city is its whole area, counties included. */
static void
test_city (LayerFixture *fixture, gconstpointer data)
{
  static const char *const codes[] = { DALIAN, NULL };
  const AtlasArea *area = atlas_map_geometry_find_area (fixture->geometry, DALIAN);
  Drawn drawn;
  Drawn of_county;

  g_assert_false (area->is_unit);
  pick (fixture, codes);
  drawn = count_drawn (fixture, DALIAN);
  of_county = count_drawn (fixture, WAFANGDIAN);
  g_assert_cmpuint (drawn.inside, >, 400);
  g_assert_cmpuint (drawn.outside, <, drawn.inside / 5);
  g_assert_cmpuint (of_county.inside, >, 0);
  g_assert_cmpuint (of_county.inside, <, drawn.inside / 2);
}

/* However many are picked, they are one texture; the selected place is another. */
static void
test_one_texture (LayerFixture *fixture, gconstpointer data)
{
  g_auto (GStrv) codes = all_codes (fixture);
  g_autoptr (GPtrArray) textures = NULL;
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (GPtrArray) with_selected = NULL;
  gint64 start = g_get_monotonic_time ();

  g_assert_cmpuint (g_strv_length (codes), ==, 55);
  pick (fixture, (const char *const *) codes);
  textures = layer_textures (fixture);
  g_test_message ("%.1f ms to outline 55 places",
                  (double) (g_get_monotonic_time () - start) / 1000.0);
  g_assert_cmpuint (textures->len, ==, 1);

  /* A pan, and the same places again, use what there is. */
  look_at (fixture, 122.5, 40.8, 7.0);
  atlas_outline_layer_set_picked (ATLAS_OUTLINE_LAYER (fixture->layer),
                                  (const char *const *) codes);
  moved = layer_textures (fixture);
  g_assert_cmpuint (moved->len, ==, 1);
  g_assert_true (moved->pdata[0] == textures->pdata[0]);

  atlas_outline_layer_set_selected (ATLAS_OUTLINE_LAYER (fixture->layer), WAFANGDIAN);
  with_selected = layer_textures (fixture);
  g_assert_cmpuint (with_selected->len, ==, 2);
  g_assert_true (with_selected->pdata[0] == textures->pdata[0]);
}

/* While the zoom changes the lines of the picked places are stretched, then painted again. */
static void
test_zoom (LayerFixture *fixture, gconstpointer data)
{
  static const char *const codes[] = { WAFANGDIAN, NULL };
  g_autoptr (GPtrArray) before = NULL;
  Drawn stretched;
  Drawn drawn;

  pick (fixture, codes);
  before = layer_textures (fixture);
  texture_before = before->pdata[0];
  for (guint i = 1; i <= 5; i++)
    {
      look_at (fixture, 122.3, 40.4, 7.0 + 0.2 * i);
      g_assert_false (is_painted_again (fixture));
    }

  stretched = count_drawn (fixture, WAFANGDIAN);
  layer_wait (is_painted_again, fixture);
  drawn = count_drawn (fixture, WAFANGDIAN);
  g_assert_cmpuint (drawn.inside, >, 200);
  g_assert_cmpuint (drawn.outside, <, drawn.inside / 5);
  g_assert_cmpuint (stretched.inside, >, drawn.inside);
}

/* Another pick shows what was picked before until it is painted; no pick shows nothing, at once. */
static void
test_no_flash (LayerFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  pick (fixture, (const char *const[]){ WAFANGDIAN, NULL });
  before = layer_textures (fixture);
  atlas_outline_layer_set_picked (ATLAS_OUTLINE_LAYER (fixture->layer),
                                  (const char *const[]){ WAFANGDIAN, ZHUANGHE, NULL });
  after = layer_textures (fixture);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_true (before->pdata[0] == after->pdata[0]);

  texture_before = before->pdata[0];
  layer_wait (is_painted_again, fixture);
  g_assert_cmpuint (count_drawn (fixture, ZHUANGHE).inside, >, 100);
}

static void
count_cb (guint *n_painted)
{
  (*n_painted)++;
}

/* Whoever waits for the picture hears of it, also when nobody wants it any more. */
static void
test_painted (LayerFixture *fixture, gconstpointer data)
{
  AtlasOutlineLayer *layer = ATLAS_OUTLINE_LAYER (fixture->layer);
  guint n_painted = 0;

  g_signal_connect_swapped (layer, "painted", G_CALLBACK (count_cb), &n_painted);
  g_assert_false (atlas_outline_layer_is_painting (layer));
  pick (fixture, (const char *const[]){ WAFANGDIAN, NULL });
  g_assert_cmpuint (n_painted, ==, 1);
  g_assert_false (atlas_outline_layer_is_painting (layer));

  atlas_outline_layer_set_picked (layer, (const char *const[]){ ZHUANGHE, NULL });
  g_assert_true (atlas_outline_layer_is_painting (layer));
  atlas_outline_layer_set_picked (layer, NULL);
  g_assert_false (atlas_outline_layer_is_painting (layer));
  g_assert_cmpuint (n_painted, ==, 2);
  g_signal_handlers_disconnect_by_data (layer, &n_painted);
}

/* The layer goes away while its picked places are painted. */
static void
test_gone_while_painting (LayerFixture *fixture, gconstpointer data)
{
  g_auto (GStrv) codes = all_codes (fixture);
  g_autoptr (GPtrArray) textures = NULL;

  atlas_outline_layer_set_picked (ATLAS_OUTLINE_LAYER (fixture->layer),
                                  (const char *const *) codes);
  textures = layer_textures (fixture);
  g_assert_cmpuint (textures->len, ==, 0);
}

static void
test_clear (LayerFixture *fixture, gconstpointer data)
{
  static const char *const codes[] = { WAFANGDIAN, NULL };
  static const char *const nobody[] = { NULL };
  AtlasOutlineLayer *layer = ATLAS_OUTLINE_LAYER (fixture->layer);

  pick (fixture, codes);
  g_assert_cmpuint (count_drawn (fixture, WAFANGDIAN).inside, >, 0);
  atlas_outline_layer_set_picked (layer, NULL);
  g_assert_cmpuint (count_drawn (fixture, WAFANGDIAN).inside, ==, 0);
  pick (fixture, codes);
  g_assert_cmpuint (count_drawn (fixture, WAFANGDIAN).inside, >, 0);
  atlas_outline_layer_set_picked (layer, nobody);
  g_assert_cmpuint (count_drawn (fixture, WAFANGDIAN).inside, ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/outline-layer/nothing", LayerFixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/outline-layer/picked", LayerFixture, NULL, set_up, test_picked, tear_down);
  g_test_add ("/outline-layer/selected", LayerFixture, NULL, set_up, test_selected, tear_down);
  g_test_add ("/outline-layer/city", LayerFixture, NULL, set_up, test_city, tear_down);
  g_test_add ("/outline-layer/one-texture", LayerFixture, NULL, set_up, test_one_texture,
              tear_down);
  g_test_add ("/outline-layer/zoom", LayerFixture, NULL, set_up, test_zoom, tear_down);
  g_test_add ("/outline-layer/no-flash", LayerFixture, NULL, set_up, test_no_flash, tear_down);
  g_test_add ("/outline-layer/painted", LayerFixture, NULL, set_up, test_painted, tear_down);
  g_test_add ("/outline-layer/gone-while-painting", LayerFixture, NULL, set_up,
              test_gone_while_painting, tear_down);
  g_test_add ("/outline-layer/clear", LayerFixture, NULL, set_up, test_clear, tear_down);

  return g_test_run ();
}
