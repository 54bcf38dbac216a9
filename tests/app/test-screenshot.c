/* test-screenshot.c: `screenshot` as another program calls it: what is in the picture, and when
 * there is none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <cairo.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>

#include "../paint/map-fixture.h"
#include "../tiles/mbtiles-fixture.h"
#include "atlas-map-scheme.h"

#define WIDTH 900
#define HEIGHT 640

typedef struct
{
  char *folder;
  char *png;
  char *errors;
  int status;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("atlas-screenshot-XXXXXX", NULL);
  fixture->png = g_build_filename (fixture->folder, "window.png", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->png);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->png);
  g_free (fixture->errors);
}

/* Takes a picture, with up to two options and their values. */
static void
run (
    Fixture *fixture, const char *option, const char *value, const char *other, const char *another)
{
  const char *argv[] = { g_getenv ("ATLAS_TEST_PROGRAM"),
                         "screenshot",
                         "--database",
                         g_getenv ("ATLAS_TEST_DATABASE"),
                         "--size",
                         G_STRINGIFY (WIDTH) "x" G_STRINGIFY (HEIGHT),
                         "-o",
                         fixture->png,
                         option,
                         value,
                         other,
                         another,
                         NULL };
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->errors, g_free);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &fixture->errors,
                &fixture->status, &error);
  g_assert_no_error (error);
}

static guint
count_pixels (Fixture *fixture, guint32 colour)
{
  cairo_surface_t *surface = cairo_image_surface_create_from_png (fixture->png);
  int stride = cairo_image_surface_get_stride (surface);
  const guchar *pixels = cairo_image_surface_get_data (surface);
  guint n_pixels = 0;

  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, HEIGHT);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      n_pixels += (((const guint32 *) (gconstpointer) (pixels + y * stride))[x] & 0xffffff)
                  == colour;
  cairo_surface_destroy (surface);
  return n_pixels;
}

static void
assert_failed (Fixture *fixture, int status, const char *word)
{
  g_assert_true (WIFEXITED (fixture->status));
  g_assert_cmpint (WEXITSTATUS (fixture->status), ==, status);
  g_assert_nonnull (strstr (fixture->errors, word));
  g_assert_false (g_file_test (fixture->png, G_FILE_TEST_EXISTS));
}

/* The colour of those of which most projects are named; after it come those without. */
static guint32
find_darkest (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasMapGeometry) geometry = load_geometry (catalog);
  g_autoptr (AtlasMapTheme) theme = atlas_map_theme_parse (catalog, "projects", NULL);
  g_autoptr (AtlasMapScheme) scheme = atlas_map_scheme_new (catalog, geometry, theme, NULL);
  GPtrArray *classes = atlas_map_scheme_get_classes (scheme);
  const AtlasMapClass *class = g_ptr_array_index (classes, classes->len - 2);

  g_assert_false (class->absent);
  return (guint32) lround (class->light.red * 255.0) << 16
         | (guint32) lround (class->light.green * 255.0) << 8
         | (guint32) lround (class->light.blue * 255.0);
}

/* It is on the map of the projects, and on no other. */
static void
test_themes (Fixture *fixture, gconstpointer data)
{
  guint32 most = find_darkest ();

  run (fixture, "--colour-by", "projects", NULL, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpuint (count_pixels (fixture, most), >, 300);
  run (fixture, "--colour-by", "city", "--pick", "瓦房店");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpuint (count_pixels (fixture, most), <, 10);
}

/* A tile of that world is of one colour where Liaoning is; the sea lets it through. */
static void
test_file (Fixture *fixture, gconstpointer data)
{
  static const char *const kinds[] = { "png", NULL };
  g_autofree char *tiles = NULL;
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.mbtiles", NULL);

  run (fixture, "--tiles", missing, NULL, NULL);
  assert_failed (fixture, 3, missing);
  if (!fixture_make (kinds))
    {
      g_test_skip ("GDAL, which makes the file, is not installed");
      return;
    }

  tiles = fixture_path ("png");
  run (fixture, "--tiles", tiles, "--colour-by", "family");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpuint (count_pixels (fixture, 0xdc64c8), >, 20000);
  run (fixture, "--tiles", "painted", NULL, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpuint (count_pixels (fixture, 0xdc64c8), ==, 0);
  fixture_remove ();
}

/* Nobody listens there. */
static void
test_server (Fixture *fixture, gconstpointer data)
{
  run (fixture, "--tiles", "http://127.0.0.1:9/{z}/{x}/{y}.png", NULL, NULL);
  assert_failed (fixture, 3, "127.0.0.1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/screenshot/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("themes", test_themes);
  ADD ("file", test_file);
  ADD ("server", test_server);
#undef ADD

  return g_test_run ();
}
