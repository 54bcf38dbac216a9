/* sheet-fixture.h: sheets of the data set of the build, and their pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <math.h>
#include <string.h>

#include "atlas-map-sheet-private.h"
#include "map-fixture.h"

#define WIDTH 1123.0
#define HEIGHT 794.0

typedef struct
{
  AtlasCatalog *catalog;
  AtlasMapGeometry *geometry;
  GPtrArray *places;
  AtlasMapSheetSpec spec;
} Fixture;

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalog = open_catalog ();
  fixture->geometry = load_geometry (fixture->catalog);
  fixture->places = g_ptr_array_new ();
  fixture->spec = (AtlasMapSheetSpec){
    .places = fixture->places,
    .width = WIDTH,
    .height = HEIGHT,
    .scale = 1.0,
    .look = { .hatched = TRUE, .opacity = 1.0, .kept = ATLAS_MAP_KEEP_ALL },
    .badges = TRUE,
  };
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->places);
  atlas_map_geometry_unref (fixture->geometry);
  g_assert_finalize_object (fixture->catalog);
}

static inline void
add_place (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (fixture->places, atlas_catalog_resolve_place (fixture->catalog, name, &error));
  g_assert_no_error (error);
}

static inline AtlasMapTheme *
parse_theme (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  AtlasMapTheme *theme = atlas_map_theme_parse (fixture->catalog, text, &error);

  g_assert_no_error (error);
  return theme;
}

static inline GBytes *
render (Fixture *fixture, const char *text, AtlasMapFormat format)
{
  g_autoptr (AtlasMapTheme) theme = parse_theme (fixture, text);
  g_autoptr (GError) error = NULL;
  GBytes *file = atlas_map_sheet_render (fixture->catalog, fixture->geometry, theme, &fixture->spec,
                                         format, &error);

  g_assert_no_error (error);
  return file;
}

typedef struct
{
  const guchar *data;
  gsize left;
} Reading;

static inline cairo_status_t
read_cb (gpointer closure, guchar *data, guint length)
{
  Reading *reading = closure;

  g_assert_cmpuint (length, <=, reading->left);
  memcpy (data, reading->data, length);
  reading->data += length;
  reading->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static inline cairo_surface_t *
decode (GBytes *png)
{
  Reading reading = { 0 };
  cairo_surface_t *surface;

  reading.data = g_bytes_get_data (png, &reading.left);
  surface = cairo_image_surface_create_from_png_stream (read_cb, &reading);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static inline cairo_surface_t *
paint (Fixture *fixture, const char *theme)
{
  g_autoptr (GBytes) png = render (fixture, theme, ATLAS_MAP_FORMAT_PNG);

  return decode (png);
}

static inline guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *row = cairo_image_surface_get_data (surface)
                      + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

static inline guint
get_difference (guint32 a, guint32 b)
{
  guint sum = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    sum += (guint) ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff));
  return sum;
}
