/* test-label-layer.c: whether names and badges stay where they are while the map is moved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-label-layer.h"
#include "layer-fixture.h"

static guint n_destroyed;

static AtlasLabelLayer *
get_layer (LayerFixture *fixture)
{
  return ATLAS_LABEL_LAYER (fixture->layer);
}

static void
set_up (LayerFixture *fixture, gconstpointer data)
{
  AtlasLabelLayer *layer;

  layer_set_up (fixture);
  layer = atlas_label_layer_new (fixture->viewport);
  atlas_label_layer_set_places (layer, atlas_catalog_get_places (fixture->catalog),
                                fixture->geometry);
  layer_show (fixture, GTK_WIDGET (layer));
  n_destroyed = 0;
}

static void
tear_down (LayerFixture *fixture, gconstpointer data)
{
  layer_tear_down (fixture);
}

static gboolean
count_projects (AtlasPlace *place, gpointer data, guint *number)
{
  *number = atlas_place_get_n_projects (place);
  return *number > 0 && !atlas_place_is_district (place);
}

static void
destroyed_cb (gpointer data)
{
  n_destroyed++;
}

/* Returns: (transfer full) (element-type AtlasBox): of the labels shown, in the world. */
static GArray *
get_boxes (LayerFixture *fixture)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (AtlasBox));

  atlas_label_layer_get_boxes (get_layer (fixture), boxes);
  return boxes;
}

static double
sum_widths (GArray *boxes)
{
  double sum = 0.0;

  for (guint i = 0; i < boxes->len; i++)
    sum += g_array_index (boxes, AtlasBox, i).x1 - g_array_index (boxes, AtlasBox, i).x0;
  return sum;
}

/* Badges take room and cost no name. */
static void
test_badges (LayerFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) without = get_boxes (fixture);
  g_autoptr (GArray) with = NULL;
  g_autoptr (GArray) off = NULL;

  atlas_label_layer_set_badges (get_layer (fixture), count_projects, NULL, NULL);
  with = get_boxes (fixture);
  g_assert_cmpuint (with->len, ==, without->len);
  g_assert_cmpfloat (sum_widths (with), >, sum_widths (without) + 40 * 12.0);

  atlas_label_layer_set_badges (get_layer (fixture), NULL, NULL, NULL);
  off = get_boxes (fixture);
  g_assert_cmpfloat (sum_widths (off), ==, sum_widths (without));
}

/* The same numbers again, as after a change of colours, cost nothing. */
static void
test_badges_again (LayerFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  atlas_label_layer_set_badges (get_layer (fixture), count_projects, NULL, NULL);
  before = layer_textures (fixture);
  atlas_label_layer_set_badges (get_layer (fixture), count_projects, fixture, NULL);
  after = layer_textures (fixture);
  g_assert_cmpuint (before->len, >, 60);
  g_assert_cmpmem (before->pdata, before->len * sizeof (gpointer), after->pdata,
                   after->len * sizeof (gpointer));
}

/* Badges that were set before there were places are there too. */
static void
test_badges_first (LayerFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;

  atlas_label_layer_set_badges (get_layer (fixture), count_projects, NULL, NULL);
  before = get_boxes (fixture);
  atlas_label_layer_set_places (get_layer (fixture), NULL, NULL);
  g_assert_cmpuint (atlas_label_layer_get_boxes (get_layer (fixture), before), ==, 0);
  atlas_label_layer_set_places (get_layer (fixture), atlas_catalog_get_places (fixture->catalog),
                                fixture->geometry);
  after = get_boxes (fixture);
  g_array_set_size (before, 0);
  atlas_label_layer_get_boxes (get_layer (fixture), before);
  g_assert_cmpfloat (sum_widths (after), ==, sum_widths (before));
  g_assert_cmpuint (after->len, >, 50);
}

static void
test_destroy (LayerFixture *fixture, gconstpointer data)
{
  atlas_label_layer_set_badges (get_layer (fixture), count_projects, fixture, destroyed_cb);
  g_assert_cmpuint (n_destroyed, ==, 0);
  atlas_label_layer_set_badges (get_layer (fixture), count_projects, fixture, destroyed_cb);
  g_assert_cmpuint (n_destroyed, ==, 1);
}

static void
tear_down_destroyed (LayerFixture *fixture, gconstpointer data)
{
  layer_tear_down (fixture);
  g_assert_cmpuint (n_destroyed, ==, 2);
}

/* A pan draws and solves nothing anew, a zoom does. */
static void
test_pan (LayerFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) before = NULL;
  g_autoptr (GPtrArray) drawn_before = NULL;

  atlas_label_layer_set_badges (get_layer (fixture), count_projects, NULL, NULL);
  before = get_boxes (fixture);
  drawn_before = layer_textures (fixture);
  g_assert_cmpuint (drawn_before->len, ==, before->len + 14);

  for (guint i = 1; i < 8; i++)
    {
      g_autoptr (GArray) after = NULL;
      g_autoptr (GPtrArray) drawn = NULL;

      look_at (fixture, 122.3 + 0.137 * i, 40.9 - 0.09 * i, 7.0);
      after = get_boxes (fixture);
      drawn = layer_textures (fixture);
      g_assert_cmpmem (before->data, before->len * sizeof (AtlasBox), after->data,
                       after->len * sizeof (AtlasBox));
      g_assert_cmpmem (drawn_before->pdata, drawn_before->len * sizeof (gpointer), drawn->pdata,
                       drawn->len * sizeof (gpointer));
    }

  {
    g_autoptr (GArray) nearer = NULL;

    look_at (fixture, 122.3, 40.9, 8.0);
    nearer = get_boxes (fixture);
    g_assert_cmpfloat (g_array_index (nearer, AtlasBox, 0).x0, >,
                       1.5 * g_array_index (before, AtlasBox, 0).x0);
  }
}

/* Light on dark where it is dark. */
static void
test_dark (LayerFixture *fixture, gconstpointer data)
{
  for (int dark = FALSE; dark <= TRUE; dark++)
    {
      g_autofree guint32 *pixels = NULL;
      guint n_light = 0;
      guint n_dark = 0;

      atlas_label_layer_set_dark (get_layer (fixture), dark);
      pixels = layer_render (fixture);
      for (guint i = 0; i < LAYER_WIDTH * LAYER_HEIGHT; i++)
        {
          if (pixels[i] >> 24 < 0xd0)
            continue;
          if ((pixels[i] >> 8 & 0xff) > 0xc0)
            n_light++;
          else if ((pixels[i] >> 8 & 0xff) < 0x40)
            n_dark++;
        }
      g_assert_cmpuint (n_light + n_dark, >, 1000);
      /* There is more halo than ink. */
      g_assert_true ((n_dark > n_light) == dark);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/label-layer/badges", LayerFixture, NULL, set_up, test_badges, tear_down);
  g_test_add ("/label-layer/badges-again", LayerFixture, NULL, set_up, test_badges_again,
              tear_down);
  g_test_add ("/label-layer/badges-first", LayerFixture, NULL, set_up, test_badges_first,
              tear_down);
  g_test_add ("/label-layer/destroy", LayerFixture, NULL, set_up, test_destroy,
              tear_down_destroyed);
  g_test_add ("/label-layer/pan", LayerFixture, NULL, set_up, test_pan, tear_down);
  g_test_add ("/label-layer/dark", LayerFixture, NULL, set_up, test_dark, tear_down);

  return g_test_run ();
}
