/* atlas-map-sheet-png.c: a picture as a PNG file that knows how large it is on paper
 *
 * Cairo writes PNG too, but neither the resolution nor any text, and it takes its time over it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-sheet-private.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <math.h>
#include <png.h>

/* Plain areas compress well at any level: beyond this one it only takes longer. */
#define COMPRESSION 5

#define LOGICAL_PIXELS_PER_METRE (96.0 / 0.0254)

static void
write_cb (png_structp png, png_bytep data, png_size_t length)
{
  g_byte_array_append (png_get_io_ptr (png), data, (guint) length);
}

static void
flush_cb (png_structp png)
{
}

static void
set_texts (png_structp png, png_infop info, const AtlasPngText *texts, guint n_texts)
{
  for (guint i = 0; i < n_texts; i++)
    {
      png_text text = { .compression = PNG_ITXT_COMPRESSION_NONE,
                        .key = (png_charp) texts[i].key,
                        .text = (png_charp) texts[i].text,
                        .lang = (png_charp) "",
                        .lang_key = (png_charp) "" };

      png_set_text (png, info, &text, 1);
    }
}

/* What cairo calls RGB24 is a word of four bytes, the first of which in meaning is not used. */
static void
set_layout (png_structp png)
{
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
  png_set_bgr (png);
  png_set_filler (png, 0, PNG_FILLER_AFTER);
#else
  png_set_filler (png, 0, PNG_FILLER_BEFORE);
#endif
}

static void
write_rows (png_structp png, cairo_surface_t *surface)
{
  guchar *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);

  for (int i = 0; i < height; i++)
    png_write_row (png, pixels + (gsize) i * (gsize) stride);
}

/* libpng leaves by longjmp() when something fails, so that nothing here may own anything. */
static gboolean
write_all (png_structp png,
           png_infop info,
           cairo_surface_t *surface,
           double density,
           const AtlasPngText *texts,
           guint n_texts)
{
  png_uint_32 resolution = (png_uint_32) lround (density * LOGICAL_PIXELS_PER_METRE);

  if (setjmp (png_jmpbuf (png)))
    return FALSE;

  png_set_compression_level (png, COMPRESSION);
  png_set_filter (png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_IHDR (png, info, (png_uint_32) cairo_image_surface_get_width (surface),
                (png_uint_32) cairo_image_surface_get_height (surface), 8, PNG_COLOR_TYPE_RGB,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_pHYs (png, info, resolution, resolution, PNG_RESOLUTION_METER);
  set_texts (png, info, texts, n_texts);
  png_write_info (png, info);
  set_layout (png);
  write_rows (png, surface);
  png_write_end (png, info);
  return TRUE;
}

/*
 * _atlas_map_sheet_encode_png:
 * @surface: a surface of %CAIRO_FORMAT_RGB24
 * @density: its pixels for one logical pixel
 * @texts: (array length=n_texts): what the file says of itself
 * @n_texts: how many
 * @error: return location for a %G_IO_ERROR_FAILED
 *
 * Returns: (transfer full) (nullable): the content of the file
 */
GBytes *
_atlas_map_sheet_encode_png (cairo_surface_t *surface,
                             double density,
                             const AtlasPngText *texts,
                             guint n_texts,
                             GError **error)
{
  g_autoptr (GByteArray) file = g_byte_array_new ();
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png != NULL ? png_create_info_struct (png) : NULL;
  gboolean written = FALSE;

  cairo_surface_flush (surface);
  if (info != NULL)
    {
      png_set_write_fn (png, file, write_cb, flush_cb);
      written = write_all (png, info, surface, density, texts, n_texts);
    }
  png_destroy_write_struct (&png, &info);
  if (written)
    return g_byte_array_free_to_bytes (g_steal_pointer (&file));

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _ ("The picture could not be written as PNG."));
  return NULL;
}
