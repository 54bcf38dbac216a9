/* test-map-export.c: the map of the window as a file: what is chosen, what is taken from the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-fixture.h"

#include <string.h>

#include "../map/fake-reader.h"
#include "atlas-map-export.h"

#define WAFANGDIAN "210281"
#define GREEN 0xff00ff00u

/* For a large picture, on a slow machine */
#define PATIENCE_SECONDS 60

static AtlasMapView *
get_map (Fixture *fixture)
{
  return atlas_window_get_map_view (fixture->window);
}

static AtlasSession *
get_session (Fixture *fixture)
{
  return atlas_window_get_session (fixture->window);
}

static AtlasMapExportOptions
make_options (void)
{
  return (AtlasMapExportOptions){ .format = ATLAS_MAP_FORMAT_PDF,
                                  .paper = ATLAS_MAP_PAPER_A4_LANDSCAPE,
                                  .scale = 1.0,
                                  .region = ATLAS_MAP_REGION_PROVINCE,
                                  .badges = TRUE,
                                  .hatched = TRUE };
}

static void
show (Fixture *fixture)
{
  present (fixture, 1280, 800);
  wait_until (atlas_window_is_complete (fixture->window));
}

static void
take_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GBytes *
render (Fixture *fixture, const AtlasMapExportOptions *options)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *file;

  atlas_map_export_render_async (get_map (fixture), get_session (fixture), options, NULL,
                                 take_result_cb, &result);
  wait_within (PATIENCE_SECONDS, result != NULL);
  file = atlas_map_export_render_finish (result, &error);
  g_assert_no_error (error);
  return file;
}

static gboolean
write_file (Fixture *fixture,
            const AtlasMapExportOptions *options,
            const char *path,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  atlas_map_export_write_async (get_map (fixture), get_session (fixture), options, path,
                                cancellable, take_result_cb, &result);
  if (cancellable != NULL)
    g_cancellable_cancel (cancellable);
  wait_within (PATIENCE_SECONDS, result != NULL);
  return atlas_map_export_write_finish (result, error);
}

/* Returns: the words on a map */
static char *
read_words (Fixture *fixture, const AtlasMapExportOptions *options)
{
  g_autofree char *path = g_build_filename (fixture->directory, "map.pdf", NULL);
  g_autofree char *command = g_strdup_printf ("pdftotext -layout %s -", path);
  g_autoptr (GError) error = NULL;
  char *words = NULL;
  int status;

  write_file (fixture, options, path, NULL, &error);
  g_assert_no_error (error);
  g_spawn_command_line_sync (command, &words, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_unlink (path);
  return words;
}

static void
assert_words (Fixture *fixture,
              const AtlasMapExportOptions *options,
              const char *there,
              const char *not_there)
{
  g_autofree char *words = read_words (fixture, options);

  g_assert_nonnull (strstr (words, there));
  if (not_there != NULL)
    g_assert_null (strstr (words, not_there));
}

static void
test_formats (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    AtlasMapFormat format;
    const char *beginning;
  } cases[] = { { ATLAS_MAP_FORMAT_PNG, "\x89PNG" },
                { ATLAS_MAP_FORMAT_SVG, "<?xml" },
                { ATLAS_MAP_FORMAT_PDF, "%PDF-" } };

  show (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasMapExportOptions options = make_options ();
      g_autoptr (GBytes) file = NULL;

      options.format = cases[i].format;
      file = render (fixture, &options);
      g_assert_cmpuint (g_bytes_get_size (file), >, 10000);
      g_assert_true (
          memcmp (g_bytes_get_data (file, NULL), cases[i].beginning, strlen (cases[i].beginning))
          == 0);
    }
}

static GdkTexture *
render_texture (Fixture *fixture, AtlasMapExportOptions options)
{
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GError) error = NULL;
  GdkTexture *texture;

  options.format = ATLAS_MAP_FORMAT_PNG;
  file = render (fixture, &options);
  texture = gdk_texture_new_from_bytes (file, &error);
  g_assert_no_error (error);
  return texture;
}

/* The sizes are those of paper and slides; that of the screen has its shape, and room to read. */
static void
test_sizes (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    AtlasMapPaper paper;
    double scale;
    int width;
    int height;
  } cases[] = { { ATLAS_MAP_PAPER_SLIDE, 1.0, 960, 720 },
                { ATLAS_MAP_PAPER_WIDE_SLIDE, 2.0, 2560, 1440 },
                { ATLAS_MAP_PAPER_A4_LANDSCAPE, ATLAS_MAP_PRINT_SCALE, 3510, 2482 },
                { ATLAS_MAP_PAPER_A4_PORTRAIT, 1.0, 794, 1123 },
                { ATLAS_MAP_PAPER_A3_LANDSCAPE, 1.0, 1587, 1123 } };
  double width;
  double height;

  show (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasMapExportOptions options = make_options ();
      g_autoptr (GdkTexture) texture = NULL;

      options.paper = cases[i].paper;
      options.scale = cases[i].scale;
      texture = render_texture (fixture, options);
      g_assert_cmpint (abs (gdk_texture_get_width (texture) - cases[i].width), <=, 1);
      g_assert_cmpint (abs (gdk_texture_get_height (texture) - cases[i].height), <=, 1);
    }

  atlas_map_export_get_size (get_map (fixture), ATLAS_MAP_PAPER_VIEW, &width, &height);
  g_assert_cmpfloat (MAX (width, height), >=, 960.0);
  g_assert_cmpfloat_with_epsilon (
      width / height,
      gtk_widget_get_width (GTK_WIDGET (get_map (fixture)))
          / (double) gtk_widget_get_height (GTK_WIDGET (get_map (fixture))),
      0.01);
}

/* What a map must say is on it, whatever was chosen. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  AtlasMapExportOptions options = make_options ();

  show (fixture);
  assert_words (fixture, &options, "未经审核", NULL);
  assert_words (fixture, &options, "Leading Industry", NULL);
  options.title = "一张试验的地图";
  assert_words (fixture, &options, "一张试验的地图", "Leading Industry Families");
  g_settings_set_string (fixture->settings, "approval", "GS（2026）1号");
  assert_words (fixture, &options, "GS（2026）1号", "未经审核");

  atlas_session_set_theme (get_session (fixture), "zone:沿海经济带");
  assert_words (fixture, &options, "沿海经济带", NULL);
}

/* Places that are outlined can be what the map is of; a view shows what the screen shows. */
static void
test_regions (Fixture *fixture, gconstpointer data)
{
  AtlasMapExportOptions options = make_options ();
  g_autofree char *province = NULL;
  g_autofree char *place = NULL;

  show (fixture);
  assert_words (fixture, &options, "朝阳", NULL);
  atlas_session_set_selected (get_session (fixture), get_place (fixture, WAFANGDIAN));
  province = atlas_map_export_suggest_title (get_session (fixture), ATLAS_MAP_REGION_PROVINCE);
  g_assert_true (g_str_has_prefix (province, "Liaoning Province: "));
  place = atlas_map_export_suggest_title (get_session (fixture), ATLAS_MAP_REGION_PLACES);
  g_assert_true (g_str_has_prefix (place, "瓦房店市: "));
  assert_words (fixture, &options, "朝阳", NULL);

  options.region = ATLAS_MAP_REGION_PLACES;
  assert_words (fixture, &options, "瓦房店", "朝阳");
  options.region = ATLAS_MAP_REGION_VIEW;
  options.paper = ATLAS_MAP_PAPER_VIEW;
  assert_words (fixture, &options, "朝阳", NULL);
  g_assert_true (activate (fixture, "win.fit-selection"));
  wait_until (atlas_window_is_complete (fixture->window));
  assert_words (fixture, &options, "瓦房店", "朝阳");
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  AtlasSession *session = get_session (fixture);
  g_autoptr (GPtrArray) none = atlas_map_export_list_places (session);
  g_autoptr (GPtrArray) selected = NULL;
  g_autoptr (GPtrArray) picked = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  atlas_session_set_selected (session, get_place (fixture, WAFANGDIAN));
  selected = atlas_map_export_list_places (session);
  g_assert_cmpuint (selected->len, ==, 1);
  atlas_session_toggle_picked (session, get_place (fixture, "210283"));
  atlas_session_toggle_picked (session, get_place (fixture, "210921"));
  picked = atlas_map_export_list_places (session);
  g_assert_cmpuint (picked->len, ==, atlas_session_get_n_picked (session));
}

static gboolean
is_near (guint32 a, guint32 b)
{
  for (guint shift = 0; shift < 32; shift += 8)
    if (abs ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)) > 2)
      return FALSE;
  return TRUE;
}

static guint
count_colour (GdkTexture *texture, guint32 colour)
{
  gsize width = (gsize) gdk_texture_get_width (texture);
  gsize height = (gsize) gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, width * height);
  guint n = 0;

  gdk_texture_download (texture, (guchar *) pixels, width * sizeof *pixels);
  for (gsize i = 0; i < width * height; i++)
    n += is_near (pixels[i], colour);
  return n;
}

/* The fill of the class with the most places, and which one that is */
static guint32
find_largest_class (Fixture *fixture, guint *index)
{
  GPtrArray *classes = atlas_map_scheme_get_classes (atlas_map_view_get_scheme (get_map (fixture)));
  const AtlasMapClass *largest = classes->pdata[0];
  AtlasColour fill;

  *index = 0;
  for (guint i = 1; i < classes->len; i++)
    {
      const AtlasMapClass *class = classes->pdata[i];

      if (class->places->len > largest->places->len)
        {
          largest = class;
          *index = i;
        }
    }
  fill = atlas_map_style_soften (&largest->light, FALSE);
  return 0xff000000u | (guint32) (fill.red * 255.0f) << 16 | (guint32) (fill.green * 255.0f) << 8
         | (guint32) (fill.blue * 255.0f);
}

/* What the legend was narrowed to and the colours of the window's choice are taken over. */
static void
test_look (Fixture *fixture, gconstpointer data)
{
  AtlasMapExportOptions options = make_options ();
  g_autoptr (GdkTexture) all = NULL;
  g_autoptr (GdkTexture) narrowed = NULL;
  g_autoptr (GdkTexture) dark = NULL;
  guint32 colour;
  guint index;

  show (fixture);
  colour = find_largest_class (fixture, &index);
  options.hatched = FALSE;
  all = render_texture (fixture, options);
  g_assert_cmpuint (count_colour (all, 0xffffffffu), >, 50000);
  options.dark = TRUE;
  dark = render_texture (fixture, options);
  g_assert_cmpuint (count_colour (dark, 0xffffffffu), <, 1000);
  options.dark = FALSE;
  atlas_map_view_set_kept (get_map (fixture), G_GUINT64_CONSTANT (1) << (index == 0 ? 1 : 0));
  narrowed = render_texture (fixture, options);
  g_assert_cmpuint (count_colour (all, colour), >, 5000);
  g_assert_cmpuint (count_colour (narrowed, colour), <, count_colour (all, colour) / 4);
}

/* Tiles of others lie under the view, with their owner's name; elsewhere there are none. */
static void
test_ground (Fixture *fixture, gconstpointer data)
{
  AtlasMapExportOptions options = make_options ();
  g_autoptr (FakeReader) reader = fake_reader_new ();
  g_autoptr (GdkTexture) view = NULL;
  g_autoptr (GdkTexture) province = NULL;

  reader->colour = GREEN;
  reader->info.attribution = (char *) "某测绘院 2026";
  show (fixture);
  atlas_map_view_set_reader (get_map (fixture), ATLAS_TILE_READER (reader));
  wait_until (atlas_window_is_complete (fixture->window));

  province = render_texture (fixture, options);
  g_assert_cmpuint (count_colour (province, GREEN), ==, 0);
  assert_words (fixture, &options, "朝阳", "某测绘院");
  options.region = ATLAS_MAP_REGION_VIEW;
  options.paper = ATLAS_MAP_PAPER_VIEW;
  view = render_texture (fixture, options);
  g_assert_cmpuint (count_colour (view, GREEN), >, 50000);
  assert_words (fixture, &options, "某测绘院", NULL);
}

/* A file is there whole or as it was. */
static void
test_failures (Fixture *fixture, gconstpointer data)
{
  AtlasMapExportOptions options = make_options ();
  g_autofree char *path = g_build_filename (fixture->directory, "map.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->directory, "no", "map.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) cancelled = NULL;
  g_autoptr (GError) failed = NULL;

  show (fixture);
  g_assert_false (write_file (fixture, &options, nowhere, NULL, &failed));
  g_assert_error (failed, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_nonnull (strstr (failed->message, nowhere));

  g_assert_true (g_file_set_contents (path, "as it was", -1, NULL));
  g_assert_false (write_file (fixture, &options, path, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "as it was");
  g_unlink (path);
}

static void
texture_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(GdkTexture **) data = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (clipboard), result,
                                                             &error);
  g_assert_no_error (error);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkTexture) texture = NULL;
  double width;
  double height;

  show (fixture);
  g_assert_true (activate (fixture, "win.copy-map"));
  wait_within (PATIENCE_SECONDS,
               find_label (get_part (fixture, "toasts"), "Copied the map as a picture") != NULL);
  gdk_clipboard_read_texture_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), NULL,
                                    texture_read_cb, &texture);
  wait_until (texture != NULL);
  atlas_map_export_get_size (get_map (fixture), ATLAS_MAP_PAPER_VIEW, &width, &height);
  g_assert_cmpint (abs (gdk_texture_get_width (texture) - (int) (2.0 * width)), <=, 1);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), NULL);
}

int
main (int argc, char **argv)
{
  init_window_tests (&argc, &argv);

  ADD ("/map-export/formats", test_formats);
  ADD ("/map-export/sizes", test_sizes);
  ADD ("/map-export/words", test_words);
  ADD ("/map-export/regions", test_regions);
  ADD ("/map-export/places", test_places);
  ADD ("/map-export/look", test_look);
  ADD ("/map-export/ground", test_ground);
  ADD ("/map-export/failures", test_failures);
  ADD ("/map-export/copy", test_copy);

  return g_test_run ();
}
