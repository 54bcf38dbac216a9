/* atlas-tile-header.c: what the first bytes of a picture say of it
 *
 * Looked at before any library decodes: its size, so that no memory is taken for a picture that is
 * refused; and its end, because libraries make half a picture of half a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-header.h"

#include <string.h>

/* A tile has up to ten. Each costs a walk over all pixels, whatever few bytes it has. */
#define MAX_JPEG_SCANS 64

typedef struct
{
  const guint8 *bytes;
  gsize size;
} Span;

static guint32
big_endian (const guint8 *bytes, guint n)
{
  guint32 value = 0;

  for (guint i = 0; i < n; i++)
    value = value << 8 | bytes[i];
  return value;
}

static guint32
little_endian (const guint8 *bytes, guint n)
{
  guint32 value = 0;

  for (guint i = n; i > 0; i--)
    value = value << 8 | bytes[i - 1];
  return value;
}

static gboolean
has (Span span, gsize offset, const char *magic, gsize length)
{
  return span.size >= offset + length && memcmp (span.bytes + offset, magic, length) == 0;
}

/* From chunk to chunk (length, type, data, check sum) to the last. */
static gboolean
png_is_whole (Span span)
{
  gsize offset = 8;

  while (span.size - offset >= 12)
    {
      guint32 length = big_endian (span.bytes + offset, 4);

      if (length > span.size - offset - 12)
        return FALSE;
      if (has (span, offset + 4, "IEND", 4))
        return TRUE;
      offset += 12 + length;
    }
  return FALSE;
}

static void
read_png (Span span, AtlasTileHeader *header)
{
  if (!has (span, 12, "IHDR", 4) || span.size < 24)
    return;

  header->width = big_endian (span.bytes + 16, 4);
  header->height = big_endian (span.bytes + 20, 4);
  header->whole = png_is_whole (span);
}

static gboolean
is_start_of_frame (guint8 marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/* Between the markers that begin a scan lies what never holds such a marker itself. */
static gboolean
jpeg_is_whole (Span span)
{
  guint n_scans = 0;
  gboolean ended = FALSE;

  for (gsize i = 2; i + 1 < span.size; i++)
    {
      const guint8 *found = memchr (span.bytes + i, 0xff, span.size - i - 1);

      if (found == NULL)
        break;
      i = (gsize) (found - span.bytes);
      if (found[1] == 0xda && ++n_scans > MAX_JPEG_SCANS)
        return FALSE;
      if (found[1] == 0xda || found[1] == 0xd9)
        ended = found[1] == 0xd9;
    }
  return ended && n_scans > 0;
}

static void
read_jpeg (Span span, AtlasTileHeader *header)
{
  gsize offset = 2;

  while (span.size - offset >= 9 && span.bytes[offset] == 0xff)
    {
      guint8 marker = span.bytes[offset + 1];
      guint32 length = big_endian (span.bytes + offset + 2, 2);

      if (marker == 0xff)
        {
          offset++;
          continue;
        }
      if (is_start_of_frame (marker))
        {
          header->height = big_endian (span.bytes + offset + 5, 2);
          header->width = big_endian (span.bytes + offset + 7, 2);
          header->whole = jpeg_is_whole (span);
          return;
        }
      if (length < 2 || length > span.size - offset - 2)
        return;
      offset += 2 + length;
    }
}

static void
read_webp (Span span, AtlasTileHeader *header)
{
  const guint8 *body = span.bytes + 20;

  if (span.size < 30)
    return;

  if (has (span, 12, "VP8 ", 4) && has (span, 23, "\x9d\x01\x2a", 3))
    {
      header->width = little_endian (body + 6, 2) & 0x3fff;
      header->height = little_endian (body + 8, 2) & 0x3fff;
    }
  else if (has (span, 12, "VP8L", 4) && body[0] == 0x2f)
    {
      guint32 bits = little_endian (body + 1, 4);

      header->width = (bits & 0x3fff) + 1;
      header->height = (bits >> 14 & 0x3fff) + 1;
    }
  /* Its second bit says that it moves: no tile does. */
  else if (has (span, 12, "VP8X", 4) && (body[0] & 0x02) == 0)
    {
      header->width = little_endian (body + 4, 3) + 1;
      header->height = little_endian (body + 7, 3) + 1;
    }
  header->whole = little_endian (span.bytes + 4, 4) <= span.size - 8;
}

/*
 * _atlas_tile_header_find_type:
 * @data: a picture, perhaps
 *
 * Tells PNG, JPEG and WebP by their first bytes, whatever follows.
 *
 * Returns: (nullable): what GdkPixbuf calls the format: "png", "jpeg", "webp"; %NULL for any other
 */
const char *
_atlas_tile_header_find_type (GBytes *data)
{
  Span span;

  span.bytes = g_bytes_get_data (data, &span.size);
  if (has (span, 0, "\x89PNG\r\n\x1a\n", 8))
    return "png";
  if (has (span, 0, "\xff\xd8\xff", 3))
    return "jpeg";
  if (has (span, 0, "RIFF", 4) && has (span, 8, "WEBP", 4))
    return "webp";
  return NULL;
}

/*
 * _atlas_tile_header_read:
 * @data: a picture, perhaps
 *
 * Goes through all of @data to find its end; allocates nothing.
 *
 * Returns: what @data says of itself, which need not be true
 */
AtlasTileHeader
_atlas_tile_header_read (GBytes *data)
{
  AtlasTileHeader header = { _atlas_tile_header_find_type (data), 0, 0, FALSE };
  Span span;

  span.bytes = g_bytes_get_data (data, &span.size);
  if (g_strcmp0 (header.type, "png") == 0)
    read_png (span, &header);
  else if (g_strcmp0 (header.type, "jpeg") == 0)
    read_jpeg (span, &header);
  else if (g_strcmp0 (header.type, "webp") == 0)
    read_webp (span, &header);
  return header;
}
