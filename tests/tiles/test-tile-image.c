/* test-tile-image.c: pictures, half pictures, and what only looks like one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "atlas-tile-image.h"

#define SIDE 24

/* The upper half is opaque red, the lower half blue, half of it seen through with @alpha. */
static GBytes *
make (const char *type, guint side, gboolean alpha)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, alpha, 8, (int) side,
                                                 (int) side);
  g_autoptr (GdkPixbuf) lower = gdk_pixbuf_new_subpixbuf (pixbuf, 0, (int) side / 2, (int) side,
                                                          (int) (side - side / 2));
  char *data;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0xff0000ff);
  gdk_pixbuf_fill (lower, 0x0000ff80);
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, type, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

static guint32
pixel (AtlasTileImage *image, guint x, guint y)
{
  return ((const guint32 *) g_bytes_get_data (image->pixels, NULL))[y * image->width + x];
}

static void
assert_near (guint32 got, guint32 wanted, int tolerance)
{
  for (int shift = 0; shift < 32; shift += 8)
    {
      int difference = (int) (got >> shift & 0xff) - (int) (wanted >> shift & 0xff);

      g_assert_cmpint (ABS (difference), <=, tolerance);
    }
}

static AtlasTileImage *
decode (GBytes *data)
{
  g_autoptr (GError) error = NULL;
  AtlasTileImage *image = atlas_tile_image_decode (data, &error);

  g_assert_no_error (error);
  g_assert_nonnull (image);
  return image;
}

static void
assert_refused (GBytes *data, AtlasTileError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTileImage) image = atlas_tile_image_decode (data, &error);

  g_assert_null (image);
  g_assert_error (error, ATLAS_TILE_ERROR, (int) code);
}

static void
test_opaque (gconstpointer type)
{
  g_autoptr (GBytes) data = make (type, SIDE, FALSE);
  g_autoptr (AtlasTileImage) image = decode (data);

  g_assert_true (atlas_tile_image_is_supported (data));
  g_assert_cmpuint (image->width, ==, SIDE);
  g_assert_cmpuint (image->height, ==, SIDE);
  g_assert_cmpuint (g_bytes_get_size (image->pixels), ==, SIDE * SIDE * 4);
  g_assert_true (image->opaque);
  assert_near (pixel (image, 3, 3), 0xffff0000, 6);
  assert_near (pixel (image, SIDE - 3, SIDE - 3), 0xff0000ff, 6);
}

static void
test_translucent (gconstpointer type)
{
  g_autoptr (GBytes) data = make (type, SIDE, TRUE);
  g_autoptr (AtlasTileImage) image = decode (data);

  g_assert_false (image->opaque);
  assert_near (pixel (image, 3, 3), 0xffff0000, 6);
  /* Half of blue's 255, because the colours are multiplied. */
  assert_near (pixel (image, SIDE - 3, SIDE - 3), 0x80000080, 6);
}

/* Of no length is a beginning a picture. */
static void
test_truncated (gconstpointer type)
{
  g_autoptr (GBytes) data = make (type, SIDE, FALSE);

  for (gsize length = 0; length < g_bytes_get_size (data); length++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (data, 0, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasTileImage) image = atlas_tile_image_decode (part, &error);

      g_assert_null (image);
      g_assert_true (g_error_matches (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_CORRUPT)
                     || g_error_matches (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_NOT_IMAGE));
    }
}

/* A byte that is wrong may change a colour or be an error; it does no harm. */
static void
test_damaged (gconstpointer type)
{
  g_autoptr (GBytes) data = make (type, SIDE, FALSE);
  gsize size = g_bytes_get_size (data);

  for (gsize i = 0; i < size; i++)
    {
      guint8 *copy = g_memdup2 (g_bytes_get_data (data, NULL), size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasTileImage) image = NULL;

      copy[i] ^= 0xff;
      damaged = g_bytes_new_take (copy, size);
      image = atlas_tile_image_decode (damaged, &error);
      g_assert_true ((image == NULL) == (error != NULL));
      g_assert_true (image == NULL
                     || g_bytes_get_size (image->pixels) == image->width * image->height * 4);
    }
}

static void
test_other_bytes (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
  } others[] = {
    { "", 0 },
    { "\0", 1 },
    { "<html><body>403</body></html>", 29 },
    { "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>", 63 },
    { "GIF89a\1\0\1\0\0\0\0;", 14 },
    { "BM\x3a\0\0\0\0\0\0\0", 10 },
    { "\x1f\x8b\x08\0\0\0", 6 },
    { "RIFF\x24\0\0\0WAVEfmt ", 16 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GBytes) data = g_bytes_new_static (others[i].bytes, others[i].length);

      g_assert_false (atlas_tile_image_is_supported (data));
      assert_refused (data, ATLAS_TILE_ERROR_NOT_IMAGE);
    }
}

/* Writes a number with its first byte first, or last. */
static GBytes *
patch (GBytes *data, gsize offset, guint n, guint32 value, gboolean big)
{
  gsize size = g_bytes_get_size (data);
  guint8 *copy = g_memdup2 (g_bytes_get_data (data, NULL), size);

  g_assert_cmpuint (offset + n, <=, size);
  for (guint i = 0; i < n; i++)
    copy[offset + i] = (guint8) (value >> 8 * (big ? n - 1 - i : i));
  return g_bytes_new_take (copy, size);
}

static gsize
find (GBytes *data, const char *needle, gsize length)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (data, &size);
  const guint8 *found = memmem (bytes, size, needle, length);

  g_assert_nonnull (found);
  return (gsize) (found - bytes);
}

/* The header alone is enough to be refused: nothing is decoded. */
static void
test_many_pixels (void)
{
  g_autoptr (GBytes) png = make ("png", SIDE, FALSE);
  g_autoptr (GBytes) jpeg = make ("jpeg", SIDE, FALSE);
  g_autoptr (GBytes) webp = make ("webp", SIDE, FALSE);
  g_autoptr (GBytes) wide_png = patch (png, 16, 4, 20000, TRUE);
  g_autoptr (GBytes) endless_png = patch (png, 20, 4, 0xffffffff, TRUE);
  g_autoptr (GBytes) flat_png = patch (png, 20, 4, 0, TRUE);
  gsize frame = find (jpeg, "\xff\xc0", 2);
  g_autoptr (GBytes) high_jpeg = patch (jpeg, frame + 5, 2, 20000, TRUE);
  gsize start = find (webp, "\x9d\x01\x2a", 3);
  g_autoptr (GBytes) wide_webp = patch (webp, start + 3, 2, 16000, FALSE);

  assert_refused (wide_png, ATLAS_TILE_ERROR_TOO_LARGE);
  assert_refused (endless_png, ATLAS_TILE_ERROR_TOO_LARGE);
  assert_refused (flat_png, ATLAS_TILE_ERROR_CORRUPT);
  assert_refused (high_jpeg, ATLAS_TILE_ERROR_TOO_LARGE);
  assert_refused (wide_webp, ATLAS_TILE_ERROR_TOO_LARGE);
}

static void
test_limits (void)
{
  g_autoptr (GBytes) largest = make ("png", ATLAS_TILE_MAX_SIDE, FALSE);
  g_autoptr (GBytes) larger = make ("png", ATLAS_TILE_MAX_SIDE + 1, FALSE);
  g_autoptr (GByteArray) heavy = g_byte_array_new ();
  g_autoptr (AtlasTileImage) image = decode (largest);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_cmpuint (image->width, ==, ATLAS_TILE_MAX_SIDE);
  assert_refused (larger, ATLAS_TILE_ERROR_TOO_LARGE);

  g_byte_array_append (heavy, g_bytes_get_data (largest, NULL), (guint) g_bytes_get_size (largest));
  g_byte_array_set_size (heavy, ATLAS_TILE_MAX_BYTES + 1);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&heavy));
  assert_refused (bytes, ATLAS_TILE_ERROR_TOO_LARGE);
}

/* Each scan of a JPEG is a walk over all its pixels, for a few bytes. */
static void
test_many_scans (void)
{
  g_autoptr (GBytes) jpeg = make ("jpeg", SIDE, FALSE);
  gsize size;
  const guint8 *bytes = g_bytes_get_data (jpeg, &size);
  gsize scan = find (jpeg, "\xff\xda", 2);
  GByteArray *many = g_byte_array_new ();
  g_autoptr (GBytes) data = NULL;

  g_byte_array_append (many, bytes, (guint) scan);
  for (guint i = 0; i < 1000; i++)
    g_byte_array_append (many, bytes + scan, (guint) (size - 2 - scan));
  g_byte_array_append (many, (const guint8 *) "\xff\xd9", 2);
  data = g_byte_array_free_to_bytes (many);
  assert_refused (data, ATLAS_TILE_ERROR_CORRUPT);
}

static gpointer
decode_often (gpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (AtlasTileImage) image = decode (data);

      assert_near (pixel (image, 3, 3), 0xffff0000, 6);
    }
  return NULL;
}

static void
test_threads (void)
{
  static const char *const types[] = { "png", "jpeg", "webp" };
  GBytes *pictures[G_N_ELEMENTS (types)];
  GThread *threads[G_N_ELEMENTS (types) * 2];

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    pictures[i] = make (types[i], SIDE, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("decode", decode_often, pictures[i % G_N_ELEMENTS (types)]);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_bytes_unref (pictures[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/tile-image/opaque/png", "png", test_opaque);
  g_test_add_data_func ("/tile-image/opaque/jpeg", "jpeg", test_opaque);
  g_test_add_data_func ("/tile-image/opaque/webp", "webp", test_opaque);
  g_test_add_data_func ("/tile-image/translucent/png", "png", test_translucent);
  g_test_add_data_func ("/tile-image/translucent/webp", "webp", test_translucent);
  g_test_add_data_func ("/tile-image/truncated/png", "png", test_truncated);
  g_test_add_data_func ("/tile-image/truncated/jpeg", "jpeg", test_truncated);
  g_test_add_data_func ("/tile-image/truncated/webp", "webp", test_truncated);
  g_test_add_data_func ("/tile-image/damaged/png", "png", test_damaged);
  g_test_add_data_func ("/tile-image/damaged/jpeg", "jpeg", test_damaged);
  g_test_add_data_func ("/tile-image/damaged/webp", "webp", test_damaged);
  g_test_add_func ("/tile-image/other-bytes", test_other_bytes);
  g_test_add_func ("/tile-image/many-pixels", test_many_pixels);
  g_test_add_func ("/tile-image/limits", test_limits);
  g_test_add_func ("/tile-image/many-scans", test_many_scans);
  g_test_add_func ("/tile-image/threads", test_threads);

  return g_test_run ();
}
