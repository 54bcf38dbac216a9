/* test-label-set.c: whether names and badges are measured, placed and drawn as they should
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "atlas-label-set-private.h"
#include "atlas-map-style.h"
#include "map-fixture.h"

#define POINT (96.0 / 72.0 * PANGO_SCALE)
#define START_ZOOM 6.83

typedef struct
{
  AtlasCatalog *catalog;
  AtlasMapGeometry *geometry;
  AtlasLabelSet *labels;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalog = open_catalog ();
  fixture->geometry = load_geometry (fixture->catalog);
  fixture->labels = atlas_label_set_new (atlas_catalog_get_places (fixture->catalog),
                                         fixture->geometry);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  atlas_label_set_free (fixture->labels);
  atlas_map_geometry_unref (fixture->geometry);
  g_assert_finalize_object (fixture->catalog);
}

/* The font of a desktop at @text_scale. */
static PangoContext *
make_context (double points, double text_scale)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, points * text_scale * POINT);
  pango_context_set_font_description (context, font);
  pango_cairo_context_set_resolution (context, 96.0 * text_scale);
  pango_font_description_free (font);
  return context;
}

static void
measure (Fixture *fixture, double points, double text_scale)
{
  PangoContext *context = make_context (points, text_scale);

  atlas_label_set_measure (fixture->labels, context);
  g_object_unref (context);
}

/* Cities and counties have as many as the documents tie to them; districts have none. */
static gboolean
count_projects (AtlasPlace *place, gpointer data, guint *number)
{
  *number = atlas_place_get_n_projects (place);
  return *number > 0 && !atlas_place_is_district (place);
}

static gboolean
say (AtlasPlace *place, gpointer data, guint *number)
{
  *number = GPOINTER_TO_UINT (data);
  return TRUE;
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  AtlasLabelKind kind = ATLAS_LABEL_CITY;
  guint n_labels[3] = { 0 };

  g_assert_cmpuint (atlas_label_set_get_n_labels (fixture->labels), ==, 114);
  for (guint i = 0; i < 114; i++)
    {
      const AtlasLabelItem *item = atlas_label_set_get_item (fixture->labels, i);

      g_assert_cmpint (item->kind, >=, kind);
      g_assert_true ((item->kind == ATLAS_LABEL_CITY) == (item->shape == NULL));
      kind = item->kind;
      n_labels[kind]++;
      g_assert_cmpint (
          item->is_archipelago, ==,
          item->shape != NULL
              && item->shape
                     == atlas_map_geometry_find_area (fixture->geometry, "210224")->shapes[0]);
    }
  g_assert_cmpuint (n_labels[ATLAS_LABEL_CITY], ==, 14);
  g_assert_cmpuint (n_labels[ATLAS_LABEL_COUNTY], ==, 41);
}

static gboolean
overlap (const AtlasLabelSlot *a, const AtlasLabelSlot *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

static void
test_no_overlap (Fixture *fixture, gconstpointer data)
{
  atlas_label_set_set_badges (fixture->labels, count_projects, NULL);
  for (double text_scale = 1.0; text_scale <= 2.0; text_scale += 0.5)
    {
      measure (fixture, 11.0, text_scale);
      for (double zoom = 6.3; zoom <= 11.0; zoom += 0.47)
        {
          atlas_label_set_solve (fixture->labels, zoom);
          for (guint i = 0; i < 114; i++)
            {
              const AtlasLabelSlot *a = atlas_label_set_get_slot (fixture->labels, i);

              for (guint j = 0; a->visible && j < i; j++)
                {
                  const AtlasLabelSlot *b = atlas_label_set_get_slot (fixture->labels, j);

                  g_assert_false (b->visible && overlap (a, b));
                }
            }
        }
    }
}

/* Every city and nearly every county with its number, in the first view of the smallest window that
 * is usual; at twice the text size still every city. */
static void
test_start (Fixture *fixture, gconstpointer data)
{
  guint n_visible = 0;
  guint n_badges = 0;
  guint n_wanted = 0;

  atlas_label_set_set_badges (fixture->labels, count_projects, NULL);
  measure (fixture, 11.0, 1.0);
  atlas_label_set_solve (fixture->labels, START_ZOOM);
  for (guint i = 0; i < 114; i++)
    {
      const AtlasLabelSlot *slot = atlas_label_set_get_slot (fixture->labels, i);

      n_visible += slot->visible;
      n_badges += slot->badge;
      n_wanted += atlas_label_set_get_item (fixture->labels, i)->badge_width > 0.0;
    }
  g_assert_cmpuint (n_wanted, >=, 40);
  g_assert_cmpuint (n_visible, >=, 54);
  g_assert_cmpuint (n_badges, >=, n_wanted - 3);

  measure (fixture, 11.0, 2.0);
  atlas_label_set_solve (fixture->labels, START_ZOOM);
  for (guint i = 0; i < 14; i++)
    g_assert_true (atlas_label_set_get_slot (fixture->labels, i)->visible);
}

static void
test_badges (Fixture *fixture, gconstpointer data)
{
  guint n_badges = 0;

  atlas_label_set_set_badges (fixture->labels, count_projects, NULL);
  for (guint i = 0; i < 114; i++)
    {
      const AtlasLabel *label = &g_array_index (fixture->labels->labels, AtlasLabel, i);
      g_autofree char *number = g_strdup_printf ("%u", atlas_place_get_n_projects (label->place));

      g_assert_cmpstr (label->badge, !=, "0");
      if (label->badge != NULL)
        g_assert_cmpstr (label->badge, ==, number);
      n_badges += label->badge != NULL;
    }
  g_assert_cmpuint (n_badges, >=, 40);

  atlas_label_set_set_badges (fixture->labels, NULL, NULL);
  measure (fixture, 11.0, 1.0);
  for (guint i = 0; i < 114; i++)
    g_assert_cmpfloat (atlas_label_set_get_item (fixture->labels, i)->badge_width, ==, 0.0);
}

/* The width of the badge of the first city with @number. */
static double
badge_width (Fixture *fixture, guint number)
{
  atlas_label_set_set_badges (fixture->labels, say, GUINT_TO_POINTER (number));
  return atlas_label_set_get_item (fixture->labels, 0)->badge_width;
}

/* Numbers of as many figures take as much room, and set anew they are measured anew. */
static void
test_tabular (Fixture *fixture, gconstpointer data)
{
  double name;

  measure (fixture, 11.0, 1.0);
  name = atlas_label_set_get_item (fixture->labels, 0)->width;

  g_assert_cmpfloat (badge_width (fixture, 1), ==, badge_width (fixture, 8));
  g_assert_cmpfloat (badge_width (fixture, 11), ==, badge_width (fixture, 88));
  g_assert_cmpfloat (badge_width (fixture, 111), ==, badge_width (fixture, 888));
  g_assert_cmpfloat (badge_width (fixture, 11), >, badge_width (fixture, 8));
  g_assert_cmpfloat (badge_width (fixture, 111), >, badge_width (fixture, 88));
  g_assert_cmpfloat (atlas_label_set_get_item (fixture->labels, 0)->width, ==, name);
}

static void
assert_at_least (PangoLayout *layout, double points)
{
  const PangoFontDescription *font = pango_layout_get_font_description (layout);

  g_assert_cmpfloat (pango_font_description_get_size (font), >=, floor (points * POINT));
  g_object_unref (layout);
}

/* Nothing is below nine points, and all of it grows with the text. */
static void
test_text_size (Fixture *fixture, gconstpointer data)
{
  atlas_label_set_set_badges (fixture->labels, say, GUINT_TO_POINTER (5));
  for (double text_scale = 1.0; text_scale <= 2.0; text_scale += 0.25)
    {
      measure (fixture, 7.0, text_scale);
      for (guint i = 0; i < 114; i++)
        {
          assert_at_least (_atlas_label_set_make_name (fixture->labels, i), 9.0 * text_scale);
          assert_at_least (_atlas_label_set_make_badge (fixture->labels, i), 9.0 * text_scale);
        }
    }
}

/* What is drawn of a label: the surface is as large as its slot. */
static cairo_surface_t *
draw (Fixture *fixture, guint index, gboolean dark)
{
  const AtlasLabelSlot *slot = atlas_label_set_get_slot (fixture->labels, index);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) slot->width,
                                                         (int) slot->height);
  cairo_t *cr = cairo_create (surface);

  atlas_label_set_draw_label (fixture->labels, cr, index, dark);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* How many of the pixels from column @first to @last are of @colour. */
static guint
count_pixels (cairo_surface_t *surface, const AtlasColour *colour, int first, int last)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint32 wanted = 0xff000000u | (guint32) lround (colour->red * 255.0f) << 16
                   | (guint32) lround (colour->green * 255.0f) << 8
                   | (guint32) lround (colour->blue * 255.0f);
  guint n_pixels = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = first; x < last; x++)
      n_pixels += *(const guint32 *) (gconstpointer) (data + y * stride + 4 * x) == wanted;
  return n_pixels;
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const guchar *data = cairo_image_surface_get_data (surface);

  return *(const guint32 *) (gconstpointer) (data + y * cairo_image_surface_get_stride (surface)
                                             + 4 * x);
}

/* Name, halo and pill have the colours of the theme; around them nothing is drawn. */
static void
test_draw (Fixture *fixture, gconstpointer data)
{
  gboolean dark = GPOINTER_TO_INT (data);
  const AtlasMapPalette *palette = atlas_map_palette_get (dark);
  const AtlasMapPalette *other = atlas_map_palette_get (!dark);
  const AtlasLabelItem *item = atlas_label_set_get_item (fixture->labels, 0);
  cairo_surface_t *surface;
  int width;
  int name_width;

  atlas_label_set_set_badges (fixture->labels, say, GUINT_TO_POINTER (89));
  measure (fixture, 16.0, 2.0);
  atlas_label_set_solve (fixture->labels, 12.0);
  g_assert_true (atlas_label_set_get_slot (fixture->labels, 0)->badge);
  surface = draw (fixture, 0, dark);
  width = cairo_image_surface_get_width (surface);
  name_width = (int) item->width;

  g_assert_cmpint (width, ==, (int) (item->width + item->badge_width));
  g_assert_cmpuint (count_pixels (surface, &palette->label, 0, name_width), >, 100);
  g_assert_cmpuint (count_pixels (surface, &palette->label, name_width, width), >, 20);
  g_assert_cmpuint (count_pixels (surface, &palette->land, name_width, width), >, 100);
  g_assert_cmpuint (count_pixels (surface, &other->land, 0, width), ==, 0);
  g_assert_cmpuint (pixel_at (surface, width - 1, 0) >> 24, ==, 0);
  g_assert_cmpuint (pixel_at (surface, width - 1, (int) item->height - 1) >> 24, ==, 0);
  cairo_surface_destroy (surface);
}

/* Where there is no badge, none is drawn; another number is another picture. */
static void
test_draw_number (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *surfaces[2];
  gsize length;

  measure (fixture, 11.0, 1.0);
  atlas_label_set_solve (fixture->labels, 12.0);
  surfaces[0] = draw (fixture, 0, FALSE);
  g_assert_cmpint (cairo_image_surface_get_width (surfaces[0]), ==,
                   (int) atlas_label_set_get_item (fixture->labels, 0)->width);
  cairo_surface_destroy (surfaces[0]);

  for (guint i = 0; i < 2; i++)
    {
      atlas_label_set_set_badges (fixture->labels, say, GUINT_TO_POINTER (23 + i));
      atlas_label_set_solve (fixture->labels, 12.0);
      surfaces[i] = draw (fixture, 0, FALSE);
    }
  length = (gsize) cairo_image_surface_get_stride (surfaces[0])
           * (gsize) cairo_image_surface_get_height (surfaces[0]);
  g_assert_cmpint (cairo_image_surface_get_width (surfaces[0]), ==,
                   cairo_image_surface_get_width (surfaces[1]));
  g_assert_cmpint (memcmp (cairo_image_surface_get_data (surfaces[0]),
                           cairo_image_surface_get_data (surfaces[1]), length),
                   !=, 0);
  cairo_surface_destroy (surfaces[0]);
  cairo_surface_destroy (surfaces[1]);
}

static void
test_dot (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 20, 20);
  cairo_t *cr = cairo_create (surface);

  atlas_label_set_draw_dot (fixture->labels, cr, 10.0, 10.0, FALSE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_assert_cmpuint (count_pixels (surface, &atlas_map_palette_get (FALSE)->label, 8, 12), >=, 12);
  g_assert_cmpuint (pixel_at (surface, 10, 5) >> 24, ==, 0);
  g_assert_cmpuint (pixel_at (surface, 10, 10) >> 24, ==, 0xff);
  cairo_surface_destroy (surface);
}

/* Solved again, whatever was solved in between, labels are where they were. */
static void
test_repeatable (Fixture *fixture, gconstpointer data)
{
  AtlasLabelSlot before[114];

  atlas_label_set_set_badges (fixture->labels, count_projects, NULL);
  measure (fixture, 11.0, 2.0);
  atlas_label_set_solve (fixture->labels, START_ZOOM);
  for (guint i = 0; i < 114; i++)
    before[i] = *atlas_label_set_get_slot (fixture->labels, i);

  for (guint i = 0; i < 20; i++)
    atlas_label_set_solve (fixture->labels, 6.4 + 0.1 * i);

  atlas_label_set_solve (fixture->labels, START_ZOOM);
  for (guint i = 0; i < 114; i++)
    {
      const AtlasLabelSlot *slot = atlas_label_set_get_slot (fixture->labels, i);

      g_assert_cmpint (slot->visible, ==, before[i].visible);
      g_assert_cmpint (slot->badge, ==, before[i].badge);
      g_assert_cmpfloat (slot->x, ==, before[i].x);
      g_assert_cmpfloat (slot->y, ==, before[i].y);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/label-set/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/label-set/no-overlap", Fixture, NULL, set_up, test_no_overlap, tear_down);
  g_test_add ("/label-set/start", Fixture, NULL, set_up, test_start, tear_down);
  g_test_add ("/label-set/badges", Fixture, NULL, set_up, test_badges, tear_down);
  g_test_add ("/label-set/tabular", Fixture, NULL, set_up, test_tabular, tear_down);
  g_test_add ("/label-set/text-size", Fixture, NULL, set_up, test_text_size, tear_down);
  g_test_add ("/label-set/draw/light", Fixture, GINT_TO_POINTER (FALSE), set_up, test_draw,
              tear_down);
  g_test_add ("/label-set/draw/dark", Fixture, GINT_TO_POINTER (TRUE), set_up, test_draw,
              tear_down);
  g_test_add ("/label-set/draw/number", Fixture, NULL, set_up, test_draw_number, tear_down);
  g_test_add ("/label-set/draw/dot", Fixture, NULL, set_up, test_dot, tear_down);
  g_test_add ("/label-set/repeatable", Fixture, NULL, set_up, test_repeatable, tear_down);

  return g_test_run ();
}
