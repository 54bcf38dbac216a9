/* test-map-files.c: whether the files of a sheet are read by other programs, and hold what they
 * must
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "atlas-map-wording.h"
#include "sheet-fixture.h"

/* Cairo 1.16 leaks what it needs for patterns in SVG and for groups in PDF. What is ours is watched
 * by test-map-sheet.c, where cairo draws pixels. */
const char *__lsan_default_suppressions (void);

const char *
__lsan_default_suppressions (void)
{
  return "leak:libcairo.so";
}

/* Runs a program of somebody else on a file that holds @content; @format has one %s for its path.
 */
static char *
open_with (GBytes *content, const char *before, const char *after)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "atlas-sheet-XXXXXX", NULL);
  g_autofree char *command = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int fd = g_mkstemp (path);
  int status = -1;

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (content, NULL), (gssize) g_bytes_get_size (content),
                       &error);
  g_assert_no_error (error);
  command = g_strdup_printf ("%s %s %s", before, path, after);
  g_spawn_command_line_sync (command, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_unlink (path);
  return output;
}

static char *
read_pdf (Fixture *fixture, const char *theme)
{
  g_autoptr (GBytes) pdf = render (fixture, theme, ATLAS_MAP_FORMAT_PDF);

  return open_with (pdf, "pdftotext -layout", "-");
}

static void
test_png (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    double scale;
    int width;
    guint32 dots_per_metre;
  } cases[] = { { 1.0, 1123, 3780 }, { 2.0, 2246, 7559 }, { 3.125, 3510, 11811 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) png = NULL;
      const char *bytes;
      const char *chunk;
      guint32 resolution;
      gsize size;
      cairo_surface_t *surface;

      fixture->spec.scale = cases[i].scale;
      png = render (fixture, "family", ATLAS_MAP_FORMAT_PNG);
      surface = decode (png);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, cases[i].width);
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==,
                       (int) ceil (HEIGHT * cases[i].scale));
      cairo_surface_destroy (surface);

      bytes = g_bytes_get_data (png, &size);
      chunk = memmem (bytes, size, "pHYs", 4);
      g_assert_nonnull (chunk);
      memcpy (&resolution, chunk + 4, sizeof resolution);
      g_assert_cmpuint (GUINT32_FROM_BE (resolution), ==, cases[i].dots_per_metre);
      g_assert_nonnull (memmem (bytes, size, "未经审核", strlen ("未经审核")));
    }
}

static void
test_texts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *family = NULL;
  g_autofree char *coverage = NULL;
  g_autofree char *none = NULL;
  g_autofree char *stamp = atlas_map_wording_stamp (NULL);
  const char *version = atlas_catalog_get_version (fixture->catalog);

  fixture->spec.title = "营口湾的秋天";
  fixture->spec.attribution = "© 某某测绘院";
  family = read_pdf (fixture, "family");
  g_assert_nonnull (strstr (family, "营口湾的秋天"));
  g_assert_nonnull (strstr (family, stamp));
  g_assert_nonnull (strstr (family, version));
  g_assert_nonnull (strstr (family, "© 某某测绘院"));
  g_assert_nonnull (strstr (family, "辽宁省“十五五”规划纲要"));
  g_assert_null (strstr (family, "辽阳市“十四五”规划纲要"));
  g_assert_nonnull (strstr (family, "纺织服装"));

  /* First industries, projects and numbers are of the newest plan alone; where there is nothing of
   * them, no document stands behind the map. */
  coverage = read_pdf (fixture, "coverage");
  g_assert_nonnull (strstr (coverage, "辽阳市“十四五”规划纲要"));
  fixture->spec.badges = FALSE;
  none = read_pdf (fixture, "none");
  g_assert_null (strstr (none, "规划纲要"));
  g_assert_null (strstr (none, "纺织服装"));
  g_assert_nonnull (strstr (none, stamp));
}

/* Every class is in the legend with how many places it has. */
static void
test_legend (Fixture *fixture, gconstpointer data)
{
  static const char *const themes[] = { "family", "projects", "period", "coverage",
                                        "family:energy,family:food" };

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      g_autoptr (AtlasMapTheme) theme = parse_theme (fixture, themes[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasMapScheme) scheme = atlas_map_scheme_new (fixture->catalog, fixture->geometry,
                                                                theme, &error);
      g_autofree char *text = read_pdf (fixture, themes[i]);
      GPtrArray *classes = atlas_map_scheme_get_classes (scheme);

      g_assert_no_error (error);
      g_assert_cmpuint (classes->len, >, 1);
      for (guint j = 0; j < classes->len; j++)
        {
          const AtlasMapClass *class = g_ptr_array_index (classes, j);
          g_autofree char *name = g_regex_escape_string (class->name, -1);
          g_autofree char *line = g_strdup_printf ("%s +%u\\b", name, class->places->len);

          g_assert_true (g_regex_match_simple (line, text, 0, 0));
        }
    }
}

static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  for (int format = ATLAS_MAP_FORMAT_PNG; format <= ATLAS_MAP_FORMAT_PDF; format++)
    {
      g_autoptr (GBytes) first = render (fixture, "family", (AtlasMapFormat) format);
      g_autoptr (GBytes) second = render (fixture, "family", (AtlasMapFormat) format);

      g_assert_true (g_bytes_equal (first, second));
    }
}

static gpointer
render_in_thread (gpointer data)
{
  Fixture own = { 0 };
  const Fixture *fixture = data;
  GBytes *file;

  set_up (&own, NULL);
  atlas_map_geometry_unref (own.geometry);
  own.geometry = atlas_map_geometry_ref (fixture->geometry);
  file = render (&own, "projects", ATLAS_MAP_FORMAT_PNG);
  tear_down (&own, NULL);
  return file;
}

static void
test_threads (Fixture *fixture, gconstpointer data)
{
  GThread *threads[3];
  g_autoptr (GBytes) alone = render (fixture, "projects", ATLAS_MAP_FORMAT_PNG);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("sheet", render_in_thread, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) file = g_thread_join (threads[i]);

      g_assert_true (g_bytes_equal (alone, file));
    }
}

/* Another program draws the SVG as we draw the PNG, from shapes alone. */
static void
test_svg (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) svg = NULL;
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "atlas-sheet.png", NULL);
  g_autofree char *command = g_strdup_printf ("rsvg-convert --unlimited -o %s", path);
  g_autofree char *output = NULL;
  cairo_surface_t *ours = paint (fixture, "family");
  cairo_surface_t *theirs;
  guint64 sum = 0;
  gsize size;

  fixture->spec.title = NULL;
  svg = render (fixture, "family", ATLAS_MAP_FORMAT_SVG);
  g_assert_null (memmem (g_bytes_get_data (svg, &size), g_bytes_get_size (svg), "<image", 6));
  g_assert_nonnull (memmem (g_bytes_get_data (svg, NULL), size, "<title>", 7));
  output = open_with (svg, command, "");
  theirs = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_image_surface_get_width (theirs), ==, (int) WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (theirs), ==, (int) HEIGHT);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      sum += get_difference (get_pixel (ours, x, y), get_pixel (theirs, x, y));
  /* Edges and hatches are smoothed in other ways: a few of 255 in the mean of the channels. */
  g_assert_cmpfloat ((double) sum / (3.0 * WIDTH * HEIGHT), <, 4.0);
  cairo_surface_destroy (ours);
  cairo_surface_destroy (theirs);
  g_unlink (path);
}

static void
test_pdf (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *info = NULL;
  g_autofree char *fonts = NULL;
  g_autofree char *images = NULL;
  g_autofree char *words = NULL;
  g_auto (GStrv) lines = NULL;

  fixture->spec.title = "辽宁";
  pdf = render (fixture, "family", ATLAS_MAP_FORMAT_PDF);
  info = open_with (pdf, "pdfinfo", "");
  g_assert_true (g_regex_match_simple ("Title: +辽宁\n", info, 0, 0));
  g_assert_true (g_regex_match_simple ("Subject: +内部工作用图", info, 0, 0));
  g_assert_true (g_regex_match_simple ("Page size: .*A4", info, 0, 0));
  g_assert_true (g_regex_match_simple ("CreationDate: +Fri May +1 .*2026", info, 0, 0));

  fonts = open_with (pdf, "pdffonts", "");
  lines = g_strsplit (g_strchomp (fonts), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (guint i = 2; lines[i] != NULL; i++)
    g_assert_true (g_regex_match_simple (" yes yes yes ", lines[i], 0, 0));

  images = open_with (pdf, "pdfimages -list", "");
  g_assert_null (strstr (images, "image"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/map-files/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("png", test_png);
  ADD ("texts", test_texts);
  ADD ("legend", test_legend);
  ADD ("same-bytes", test_same_bytes);
  ADD ("threads", test_threads);
  ADD ("svg", test_svg);
  ADD ("pdf", test_pdf);
#undef ADD

  return g_test_run ();
}
