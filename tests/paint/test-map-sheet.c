/* test-map-sheet.c: whether a sheet holds what it must, and everything finds room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gio/gio.h>

#include "sheet-fixture.h"

#define APPROVAL "辽S（2026）001号"

static guint
count_pixels (cairo_surface_t *surface, guint32 colour, guint tolerance)
{
  guint n_pixels = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      n_pixels += get_difference (get_pixel (surface, x, y), colour) <= tolerance;
  return n_pixels;
}

/* The stamp is dark on light in the bottom left of the map, and a number replaces it there alone.
 */
static void
test_stamp (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *without = paint (fixture, "none");
  cairo_surface_t *with;
  guint n_dark = 0;
  guint n_different = 0;

  fixture->spec.approval = APPROVAL;
  with = paint (fixture, "none");
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        gboolean inside = x < 420 && y > HEIGHT - 120 && y < HEIGHT - 60;

        n_dark += inside && get_difference (get_pixel (without, x, y), 0x2b2823) < 60;
        if (get_difference (get_pixel (without, x, y), get_pixel (with, x, y)) > 8)
          {
            g_assert_true (inside);
            n_different++;
          }
      }
  g_assert_cmpuint (n_dark, >, 500);
  g_assert_cmpuint (n_different, >, 500);
  cairo_surface_destroy (without);
  cairo_surface_destroy (with);
}

static void
test_outlines (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *province = paint (fixture, "none");
  cairo_surface_t *places;

  add_place (fixture, "瓦房店");
  add_place (fixture, "喀左");
  places = paint (fixture, "none");
  g_assert_cmpuint (count_pixels (province, 0x3584e4, 6), ==, 0);
  g_assert_cmpuint (count_pixels (places, 0x3584e4, 6), >, 500);
  cairo_surface_destroy (province);
  cairo_surface_destroy (places);
}

static gboolean
is_inside (const AtlasMapSheetBox *outer, const AtlasMapSheetBox *inner)
{
  return inner->x >= outer->x - 0.01 && inner->y >= outer->y - 0.01
         && inner->x + inner->width <= outer->x + outer->width + 0.01
         && inner->y + inner->height <= outer->y + outer->height + 0.01;
}

static void
assert_laid_out (const AtlasMapSheet *sheet)
{
  const AtlasMapSheetPlan *plan = &sheet->plan;
  const AtlasMapSheetSpec *spec = sheet->spec;
  AtlasMapSheetBox page = { sheet->margin, sheet->margin, spec->width - 2.0 * sheet->margin,
                            spec->height - 2.0 * sheet->margin };
  AtlasMapSheetBox title = { sheet->margin, sheet->margin, 0.0, 0.0 };
  AtlasMapSheetBox sources = { sheet->margin, 0.0, 0.0, 0.0 };

  _atlas_map_sheet_measure_layout (sheet->title, &title.width, &title.height);
  _atlas_map_sheet_measure_layout (sheet->sources, &sources.width, &sources.height);
  sources.y = spec->height - sheet->margin - sources.height;
  g_assert_true (is_inside (&page, &title));
  g_assert_true (is_inside (&page, &sources));
  g_assert_true (is_inside (&page, &plan->map));
  g_assert_true (is_inside (&plan->map, &plan->stamp));
  g_assert_true (is_inside (&plan->map, &plan->bar));
  g_assert_false (_atlas_map_sheet_boxes_overlap (&title, &plan->map));
  g_assert_false (_atlas_map_sheet_boxes_overlap (&sources, &plan->map));
  g_assert_false (_atlas_map_sheet_boxes_overlap (&plan->bar, &plan->stamp));
  if (sheet->legend == NULL)
    return;

  g_assert_true (is_inside (&page, &plan->legend));
  g_assert_false (_atlas_map_sheet_boxes_overlap (&plan->legend, &plan->stamp));
  g_assert_false (_atlas_map_sheet_boxes_overlap (&plan->legend, &plan->bar));
  g_assert_false (_atlas_map_sheet_boxes_overlap (&plan->legend, &sources));
  g_assert_true (plan->spot == ATLAS_MAP_SHEET_OVER
                     ? is_inside (&plan->map, &plan->legend)
                     : !_atlas_map_sheet_boxes_overlap (&plan->map, &plan->legend));
}

/* What is shown is seen: within the map, above the stamp and not under the legend. */
static void
assert_seen (const AtlasMapSheet *sheet, AtlasPlace *place)
{
  const AtlasMapSheetPlan *plan = &sheet->plan;
  double pixels = atlas_map_pixels_at (plan->pose.zoom);
  AtlasPoint point = atlas_place_get_label_point (place);
  AtlasMapSheetBox box = {
    .x = plan->map.x + plan->map.width / 2.0 + (point.x - plan->pose.centre.x) * pixels,
    .y = plan->map.y + plan->map.height / 2.0 + (point.y - plan->pose.centre.y) * pixels,
    .width = 0.1,
    .height = 0.1,
  };

  g_assert_true (is_inside (&plan->map, &box));
  g_assert_false (_atlas_map_sheet_boxes_overlap (&plan->stamp, &box));
  if (sheet->legend != NULL)
    g_assert_false (_atlas_map_sheet_boxes_overlap (&plan->legend, &box));
}

static void
assert_layout (Fixture *fixture, const char *text)
{
  static const double sizes[][2] = { { 1123.0, 794.0 }, { 600.0, 400.0 },   { 800.0, 600.0 },
                                     { 794.0, 1123.0 }, { 1587.0, 1123.0 }, { 1600.0, 420.0 },
                                     { 420.0, 1600.0 } };
  g_autoptr (AtlasMapTheme) theme = parse_theme (fixture, text);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (AtlasMapSheet) sheet = { .catalog = fixture->catalog,
                                       .geometry = fixture->geometry,
                                       .theme = theme,
                                       .spec = &fixture->spec };

      fixture->spec.width = sizes[i][0];
      fixture->spec.height = sizes[i][1];
      _atlas_map_sheet_prepare (&sheet, &error);
      g_assert_no_error (error);
      assert_laid_out (&sheet);
      for (guint j = 0; j < fixture->places->len; j++)
        assert_seen (&sheet, fixture->places->pdata[j]);
    }
}

static void
test_layout (Fixture *fixture, gconstpointer data)
{
  static const char *const themes[] = {
    "none", "city", "family", "projects", "coverage", "family:energy,zone:沿海经济带,cluster:新能源"
  };
  static const char *const places[] = { "瓦房店", "喀左", "沈河区", "大连市" };

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      g_ptr_array_set_size (fixture->places, 0);
      assert_layout (fixture, themes[i]);
      for (guint j = 0; j < G_N_ELEMENTS (places); j++)
        {
          add_place (fixture, places[j]);
          assert_layout (fixture, themes[i]);
        }
    }
}

/* What is to be seen whole is, although the outlined places need less. */
static void
test_box (Fixture *fixture, gconstpointer data)
{
  const AtlasBox *province = atlas_map_geometry_get_province_box (fixture->geometry);
  GListModel *all = atlas_catalog_get_places (fixture->catalog);
  g_autoptr (AtlasMapTheme) theme = parse_theme (fixture, "family");
  g_autoptr (GError) error = NULL;
  g_auto (AtlasMapSheet) sheet = { .catalog = fixture->catalog,
                                   .geometry = fixture->geometry,
                                   .theme = theme,
                                   .spec = &fixture->spec };

  add_place (fixture, "瓦房店");
  fixture->spec.box = province;
  _atlas_map_sheet_prepare (&sheet, &error);
  g_assert_no_error (error);
  assert_laid_out (&sheet);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (all, i);

      assert_seen (&sheet, place);
    }
}

static void
paint_nothing (cairo_t *cr, const AtlasMapWindow *window, gpointer data)
{
}

/* Where tiles are at hand for the box alone, the map ends with it, and the stamp is still on it. */
static void
test_ground_of_box (Fixture *fixture, gconstpointer data)
{
  AtlasBox box = *atlas_map_geometry_get_province_box (fixture->geometry);
  g_autoptr (AtlasMapTheme) theme = parse_theme (fixture, "family");
  g_autoptr (GError) error = NULL;
  g_auto (AtlasMapSheet) sheet = { .catalog = fixture->catalog,
                                   .geometry = fixture->geometry,
                                   .theme = theme,
                                   .spec = &fixture->spec };
  double pixels;

  box.x1 = (box.x0 + box.x1) / 2.0;
  fixture->spec.box = &box;
  fixture->spec.ground = paint_nothing;
  _atlas_map_sheet_prepare (&sheet, &error);
  g_assert_no_error (error);
  assert_laid_out (&sheet);
  pixels = atlas_map_pixels_at (sheet.plan.pose.zoom);
  g_assert_cmpfloat_with_epsilon (sheet.plan.map.width, (box.x1 - box.x0) * pixels, 2.0);
  g_assert_cmpfloat_with_epsilon (sheet.plan.map.height, (box.y1 - box.y0) * pixels, 2.0);
  g_assert_cmpfloat_with_epsilon (sheet.plan.pose.centre.x, (box.x0 + box.x1) / 2.0, 2.0 / pixels);
}

/* A title nobody can read to the end is cut, and leaves the map its room. */
static void
test_long_title (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) title = g_string_new (NULL);

  for (guint i = 0; i < 300; i++)
    g_string_append (title, "辽宁省");
  fixture->spec.title = title->str;
  fixture->spec.attribution = title->str + 2400;
  assert_layout (fixture, "family");
}

static void
assert_title (Fixture *fixture, const char *theme_text, const char *title)
{
  g_autoptr (AtlasMapTheme) theme = parse_theme (fixture, theme_text);
  g_auto (AtlasMapSheet) sheet = { .catalog = fixture->catalog,
                                   .geometry = fixture->geometry,
                                   .theme = theme,
                                   .spec = &fixture->spec };

  g_assert_true (_atlas_map_sheet_prepare (&sheet, NULL));
  g_assert_cmpstr (pango_layout_get_text (sheet.title), ==, title);
}

static void
test_title (Fixture *fixture, gconstpointer data)
{
  assert_title (fixture, "none", "Liaoning Province");
  assert_title (fixture, "family:energy", "Liaoning Province: 能源");
  add_place (fixture, "瓦房店");
  assert_title (fixture, "family:energy", "瓦房店市: 能源");
  add_place (fixture, "大连市");
  add_place (fixture, "喀左");
  assert_title (fixture, "city", "瓦房店市, 大连市, 喀喇沁左翼蒙古族自治县");
  add_place (fixture, "沈河区");
  assert_title (fixture, "none", "Liaoning Province");
  fixture->spec.title = "招商图";
  assert_title (fixture, "family", "招商图");
}

/* Metres on the ellipsoid between two points, by Vincenty's inverse formula. */
static double
measure_geodesic (double longitude_a, double longitude_b, double latitude)
{
  const double a = 6378137.0;
  const double f = 1.0 / 298.257223563;
  double b = a * (1.0 - f);
  double u = atan ((1.0 - f) * tan (latitude * G_PI / 180.0));
  double length = (longitude_b - longitude_a) * G_PI / 180.0;
  double lambda = length;
  double sigma = 0.0;
  double sin_sigma = 0.0;
  double cos_sigma = 1.0;
  double cos_2_alpha = 1.0;
  double cos_2_sigma = 0.0;
  double k;
  double big_a;
  double big_b;

  for (guint i = 0; i < 50; i++)
    {
      double sin_alpha;
      double c;

      sin_sigma = hypot (cos (u) * sin (lambda),
                         cos (u) * sin (u) - sin (u) * cos (u) * cos (lambda));
      cos_sigma = sin (u) * sin (u) + cos (u) * cos (u) * cos (lambda);
      sigma = atan2 (sin_sigma, cos_sigma);
      sin_alpha = cos (u) * cos (u) * sin (lambda) / sin_sigma;
      cos_2_alpha = 1.0 - sin_alpha * sin_alpha;
      cos_2_sigma = cos_sigma - 2.0 * sin (u) * sin (u) / cos_2_alpha;
      c = f / 16.0 * cos_2_alpha * (4.0 + f * (4.0 - 3.0 * cos_2_alpha));
      lambda = length
               + (1.0 - c) * f * sin_alpha
                     * (sigma
                        + c * sin_sigma
                              * (cos_2_sigma
                                 + c * cos_sigma * (2.0 * cos_2_sigma * cos_2_sigma - 1.0)));
    }
  k = cos_2_alpha * (a * a - b * b) / (b * b);
  big_a = 1.0 + k / 16384.0 * (4096.0 + k * (-768.0 + k * (320.0 - 175.0 * k)));
  big_b = k / 1024.0 * (256.0 + k * (-128.0 + k * (74.0 - 47.0 * k)));
  return b * big_a
         * (sigma
            - big_b * sin_sigma
                  * (cos_2_sigma
                     + big_b / 4.0 * cos_sigma * (2.0 * cos_2_sigma * cos_2_sigma - 1.0)));
}

static void
test_scale (Fixture *fixture, gconstpointer data)
{
  for (double latitude = 38.0; latitude < 44.0; latitude += 1.5)
    for (double zoom = 5.0; zoom <= 12.0; zoom += 0.7)
      {
        AtlasMapPose pose = { atlas_point_from_degrees (122.0, latitude), zoom };
        guint kilometres;
        double length = _atlas_map_sheet_choose_bar (pose, 200.0, &kilometres);
        AtlasPoint end = { pose.centre.x + length / atlas_map_pixels_at (zoom), pose.centre.y };
        double longitude;
        double same;
        guint digit = kilometres;

        atlas_point_to_degrees (end, &longitude, &same);
        g_assert_cmpfloat_with_epsilon (measure_geodesic (122.0, longitude, latitude),
                                        kilometres * 1000.0, kilometres * 1.0);
        while (digit % 10 == 0)
          digit /= 10;
        g_assert_true (digit == 1 || digit == 2 || digit == 5);
        g_assert_cmpfloat (length, <=, 200.0);
        g_assert_cmpfloat (length, >, 200.0 / 2.6);
      }
}

/* The bar that is drawn is the one that was computed: its frame is a line in the text's colour. */
static void
test_bar (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasMapTheme) theme = parse_theme (fixture, "none");
  g_auto (AtlasMapSheet) sheet = { .catalog = fixture->catalog,
                                   .geometry = fixture->geometry,
                                   .theme = theme,
                                   .spec = &fixture->spec };
  cairo_surface_t *surface = paint (fixture, "none");
  const AtlasMapSheetBox *bar = &sheet.plan.bar;
  guint kilometres;
  double expected;
  int longest = 0;

  g_assert_true (_atlas_map_sheet_prepare (&sheet, NULL));
  expected = _atlas_map_sheet_choose_bar (sheet.plan.pose, sheet.plan.map.width * 0.22,
                                          &kilometres);
  for (int y = (int) bar->y; y < bar->y + bar->height + 2.0; y++)
    {
      int run = 0;

      for (int x = 0; x < WIDTH / 2.0; x++)
        {
          run = get_difference (get_pixel (surface, x, y), 0x2b2823) < 320 ? run + 1 : 0;
          longest = MAX (longest, run);
        }
    }
  g_assert_cmpfloat_with_epsilon (longest, expected, 2.0);
  cairo_surface_destroy (surface);
}

/* Nothing is smaller than 9 pt but the numbers in the badges; the stamp above all is not. */
static void
test_text_size (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasMapTheme) theme = parse_theme (fixture, "family");
  g_auto (AtlasMapSheet) sheet = { .catalog = fixture->catalog,
                                   .geometry = fixture->geometry,
                                   .theme = theme,
                                   .spec = &fixture->spec };
  PangoLayout *layouts[3];

  fixture->spec.width = 600.0;
  fixture->spec.height = 400.0;
  g_assert_true (_atlas_map_sheet_prepare (&sheet, NULL));
  layouts[0] = sheet.title;
  layouts[1] = sheet.stamp;
  layouts[2] = sheet.sources;
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      const PangoFontDescription *font = pango_layout_get_font_description (layouts[i]);

      g_assert_true (pango_font_description_get_size_is_absolute (font));
      /* 9 pt at 96 logical pixels to an inch */
      g_assert_cmpint (pango_font_description_get_size (font), >=, 12 * PANGO_SCALE);
    }
}

static void
paint_magenta (cairo_t *cr, const AtlasMapWindow *window, gpointer data)
{
  guint *n_calls = data;

  g_assert_cmpfloat (window->width, >, 100.0);
  cairo_set_source_rgb (cr, 1.0, 0.0, 1.0);
  cairo_paint (cr);
  (*n_calls)++;
}

/* Tiles of somebody else are seen where the theme has no colour, and nowhere beside the map. */
static void
test_ground (Fixture *fixture, gconstpointer data)
{
  guint n_calls = 0;
  cairo_surface_t *surface;

  fixture->spec.ground = paint_magenta;
  fixture->spec.ground_data = &n_calls;
  fixture->spec.look.over = TRUE;
  fixture->spec.look.opacity = 0.5;
  surface = paint (fixture, "none");
  g_assert_cmpuint (n_calls, ==, 1);
  g_assert_cmpuint (count_pixels (surface, 0xff00ff, 3), >, 100000);
  g_assert_cmphex (get_pixel (surface, 3, 3), ==, 0xffffff);
  g_assert_cmphex (get_pixel (surface, (int) WIDTH - 3, (int) HEIGHT / 2), ==, 0xffffff);
  cairo_surface_destroy (surface);
}

static void
assert_refused (Fixture *fixture, double width, double height, double scale)
{
  g_autoptr (AtlasMapTheme) theme = parse_theme (fixture, "family");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = NULL;

  fixture->spec.width = width;
  fixture->spec.height = height;
  fixture->spec.scale = scale;
  file = atlas_map_sheet_render (fixture->catalog, fixture->geometry, theme, &fixture->spec,
                                 ATLAS_MAP_FORMAT_PNG, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_null (file);
}

static void
test_sizes (Fixture *fixture, gconstpointer data)
{
  assert_refused (fixture, 0.0, 0.0, 1.0);
  assert_refused (fixture, 1000.0, 100.0, 1.0);
  assert_refused (fixture, 320.0, 320.0, 1.0);
  assert_refused (fixture, 9000.0, 1000.0, 1.0);
  assert_refused (fixture, 6001.0, 1000.0, 2.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/map-sheet/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("stamp", test_stamp);
  ADD ("outlines", test_outlines);
  ADD ("layout", test_layout);
  ADD ("box", test_box);
  ADD ("ground-of-box", test_ground_of_box);
  ADD ("title", test_title);
  ADD ("long-title", test_long_title);
  ADD ("scale", test_scale);
  ADD ("bar", test_bar);
  ADD ("text-size", test_text_size);
  ADD ("ground", test_ground);
  ADD ("sizes", test_sizes);
#undef ADD

  return g_test_run ();
}
