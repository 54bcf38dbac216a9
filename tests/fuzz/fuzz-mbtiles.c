/* fuzz-mbtiles.c: any bytes as a file of tiles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "atlas-mbtiles.h"
#include "fuzz.h"

static char *path;

static void
remove_file (void)
{
  g_unlink (path);
}

/* One file for all inputs: SQLite wants a name. */
static void
write_file (const uint8_t *data, size_t size)
{
  static int fd = -1;

  if (fd < 0)
    {
      fd = g_file_open_tmp ("atlas-fuzz-XXXXXX.mbtiles", &path, NULL);
      g_assert_cmpint (fd, >=, 0);
      atexit (remove_file);
    }
  g_assert_cmpint (ftruncate (fd, 0), ==, 0);
  g_assert_cmpint (pwrite (fd, data, size, 0), ==, (gssize) size);
}

static void
read_tiles (AtlasMbtiles *reader, guint zoom)
{
  for (guint x = 0; x < 3; x++)
    for (guint y = 0; y < 3; y++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) blob = atlas_mbtiles_read_blob (reader, zoom, x, y, &error);
        g_autoptr (AtlasTileImage) image = NULL;

        g_assert_true ((blob == NULL) == (error != NULL));
        if (blob != NULL)
          image = atlas_tile_image_decode (blob, NULL);
      }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasMbtiles) reader = NULL;
  const AtlasTileInfo *info;

  write_file (data, size);
  reader = atlas_mbtiles_open (path, &error);
  g_assert_true ((reader == NULL) == (error != NULL));
  if (reader == NULL)
    {
      g_assert_nonnull (strstr (error->message, path));
      return 0;
    }

  info = atlas_tile_reader_get_info (ATLAS_TILE_READER (reader));
  g_assert_true (g_utf8_validate (info->name, -1, NULL));
  g_assert_true (info->attribution == NULL || g_utf8_validate (info->attribution, -1, NULL));
  g_assert_cmpuint (info->min_zoom, <=, info->max_zoom);
  g_assert_true (info->box.x0 >= 0 && info->box.x0 < info->box.x1 && info->box.x1 <= 1);
  g_assert_true (info->box.y0 >= 0 && info->box.y0 < info->box.y1 && info->box.y1 <= 1);
  read_tiles (reader, info->min_zoom);
  read_tiles (reader, info->max_zoom);
  return 0;
}
