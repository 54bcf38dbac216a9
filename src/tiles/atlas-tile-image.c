/* atlas-tile-image.c: from the bytes of a tile to its pixels
 *
 * The bytes come from anybody. Only three formats are decoded, each by the loader that is made for
 * it: GdkPixbuf never guesses, so a picture cannot pass for one and be another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-image.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n.h>
#include <string.h>

#include "atlas-tile-header.h"

/* Fresh memory costs as much time as the pixels that are written into it, so that of tiles of the
 * usual size is used again. */
#define USUAL_SIZE (256 * 256 * sizeof (guint32))
#define MAX_SPARE 16

static struct
{
  GMutex lock;
  guint n;
  gpointer buffers[MAX_SPARE];
} spare;

static gpointer
take_buffer (gsize size)
{
  gpointer buffer = NULL;

  if (size == USUAL_SIZE)
    {
      g_mutex_lock (&spare.lock);
      if (spare.n > 0)
        buffer = spare.buffers[--spare.n];
      g_mutex_unlock (&spare.lock);
    }
  return buffer != NULL ? buffer : g_malloc (size);
}

static void
give_buffer (gpointer buffer)
{
  g_mutex_lock (&spare.lock);
  if (spare.n < MAX_SPARE)
    spare.buffers[spare.n++] = g_steal_pointer (&buffer);
  g_mutex_unlock (&spare.lock);
  g_free (buffer);
}

/* The decoder sees another size than we did: it is given none, so that it takes no memory. */
static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  const AtlasTileHeader *header = data;

  if ((guint) width != header->width || (guint) height != header->height)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
}

static GdkPixbuf *
load (GBytes *data, AtlasTileHeader *header, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (header->type, error);
  GdkPixbuf *pixbuf;
  gboolean written;
  gboolean closed;

  if (loader == NULL)
    return NULL;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), header);
  written = gdk_pixbuf_loader_write_bytes (loader, data, error);
  closed = gdk_pixbuf_loader_close (loader, written ? error : NULL);
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return written && closed && pixbuf != NULL ? g_object_ref (pixbuf) : NULL;
}

static inline guint32
premultiply (guint32 value, guint32 alpha)
{
  guint32 product = value * alpha + 128;

  return (product + (product >> 8)) >> 8;
}

/* Red, green, blue, alpha */
static inline guint32
load_pixel (const guint8 *from)
{
  guint32 value;

  memcpy (&value, from, sizeof value);
  return GUINT32_FROM_BE (value);
}

/* As many bytes as the word has, the first one highest. */
static inline guint64
load_word (const guint8 *from)
{
  guint64 value;

  memcpy (&value, from, sizeof value);
  return GUINT64_FROM_BE (value);
}

/* Eight pixels from three words: a tenth of the decoding's time is at stake. */
static inline void
convert_eight (const guint8 *from, guint32 *to)
{
  const guint32 opaque = 0xff000000u;
  guint64 a = load_word (from);
  guint64 b = load_word (from + 8);
  guint64 c = load_word (from + 16);

  to[0] = opaque | (guint32) (a >> 40);
  to[1] = opaque | (guint32) (a >> 16);
  to[2] = opaque | (guint32) (a << 8) | (guint32) (b >> 56);
  to[3] = opaque | (guint32) (b >> 32);
  to[4] = opaque | (guint32) (b >> 8);
  to[5] = opaque | (guint32) (b << 16) | (guint32) (c >> 48);
  to[6] = opaque | (guint32) (c >> 24);
  to[7] = opaque | (guint32) c;
}

static void
convert_opaque (const guint8 *from, guint32 *to, guint width)
{
  guint i = 0;

  for (; i + 8 <= width; i += 8)
    convert_eight (from + 3 * i, to + i);
  for (; i < width; i++)
    to[i] = 0xff000000u | (guint32) from[3 * i] << 16 | (guint32) from[3 * i + 1] << 8
            | from[3 * i + 2];
}

/* Returns the alphas' common bits. */
static guint8
convert_translucent (const guint8 *from, guint32 *to, guint width)
{
  guint32 common = 0xff;

  for (guint i = 0; i < width; i++, from += 4)
    {
      guint32 value = load_pixel (from);
      guint32 alpha = value & 0xff;

      common &= alpha;
      if (alpha == 0xff)
        to[i] = 0xff000000u | value >> 8;
      else
        to[i] = alpha << 24 | premultiply (value >> 24, alpha) << 16
                | premultiply (value >> 16 & 0xff, alpha) << 8
                | premultiply (value >> 8 & 0xff, alpha);
    }
  return (guint8) common;
}

static AtlasTileImage *
convert (GdkPixbuf *pixbuf)
{
  AtlasTileImage *self = g_new0 (AtlasTileImage, 1);
  const guint8 *row = gdk_pixbuf_read_pixels (pixbuf);
  gsize stride = (gsize) gdk_pixbuf_get_rowstride (pixbuf);
  guint8 common = 0xff;
  guint32 *pixels;
  gsize size;

  self->width = (guint) gdk_pixbuf_get_width (pixbuf);
  self->height = (guint) gdk_pixbuf_get_height (pixbuf);
  size = (gsize) self->width * self->height * sizeof (guint32);
  pixels = take_buffer (size);
  for (guint y = 0; y < self->height; y++, row += stride)
    {
      guint32 *to = pixels + (gsize) y * self->width;

      if (gdk_pixbuf_get_has_alpha (pixbuf))
        common &= convert_translucent (row, to, self->width);
      else
        convert_opaque (row, to, self->width);
    }
  self->opaque = common == 0xff;
  self->pixels = g_bytes_new_with_free_func (pixels, size,
                                             size == USUAL_SIZE ? give_buffer : g_free, pixels);
  return self;
}

static gboolean
check (GBytes *data, const AtlasTileHeader *header, GError **error)
{
  if (header->type == NULL)
    g_set_error_literal (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_NOT_IMAGE,
                         _ ("The tile is no PNG, JPEG or WebP picture."));
  else if (g_bytes_get_size (data) > ATLAS_TILE_MAX_BYTES || header->width > ATLAS_TILE_MAX_SIDE
           || header->height > ATLAS_TILE_MAX_SIDE)
    g_set_error_literal (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_TOO_LARGE,
                         _ ("The picture is too large for a tile."));
  else if (header->width == 0 || header->height == 0 || !header->whole)
    g_set_error_literal (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_CORRUPT,
                         _ ("The picture of the tile is damaged or incomplete."));
  else
    return TRUE;

  return FALSE;
}

/**
 * atlas_tile_image_decode:
 * @data: a PNG, JPEG or WebP picture
 * @error: return location: %ATLAS_TILE_ERROR_NOT_IMAGE for other bytes,
 *   %ATLAS_TILE_ERROR_TOO_LARGE beyond %ATLAS_TILE_MAX_BYTES and %ATLAS_TILE_MAX_SIDE,
 *   %ATLAS_TILE_ERROR_CORRUPT for half a picture
 *
 * Decodes a tile, which takes about a millisecond: call it from a worker; any thread may.
 *
 * Returns: (transfer full) (nullable): the picture
 */
AtlasTileImage *
atlas_tile_image_decode (GBytes *data, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  AtlasTileHeader header;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  header = _atlas_tile_header_read (data);
  if (!check (data, &header, error))
    return NULL;

  pixbuf = load (data, &header, NULL);
  if (pixbuf == NULL)
    {
      g_set_error_literal (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_CORRUPT,
                           _ ("The picture of the tile is damaged or incomplete."));
      return NULL;
    }
  return convert (pixbuf);
}

/**
 * atlas_tile_image_free:
 * @self: (transfer full): a picture
 */
void
atlas_tile_image_free (AtlasTileImage *self)
{
  g_return_if_fail (self != NULL);

  g_bytes_unref (self->pixels);
  g_free (self);
}

/* Which loaders are installed does not change while the program runs. */
static gpointer
load_format_names (gpointer data)
{
  g_autoptr (GSList) formats = gdk_pixbuf_get_formats ();
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (GSList *format = formats; format != NULL; format = format->next)
    g_hash_table_add (names, gdk_pixbuf_format_get_name (format->data));
  return names;
}

/**
 * atlas_tile_image_is_supported:
 * @data: bytes from a file or a server
 *
 * Looks at the first bytes only: a page of HTML, a vector tile or an SVG is told from a picture.
 *
 * Returns: whether @data begins as a PNG, JPEG or WebP picture for which GdkPixbuf has its loader
 */
gboolean
atlas_tile_image_is_supported (GBytes *data)
{
  static GOnce once = G_ONCE_INIT;
  const char *type;

  g_return_val_if_fail (data != NULL, FALSE);

  type = _atlas_tile_header_find_type (data);
  return type != NULL && g_hash_table_contains (g_once (&once, load_format_names, NULL), type);
}
