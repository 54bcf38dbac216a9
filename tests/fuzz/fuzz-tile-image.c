/* fuzz-tile-image.c: any bytes as a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-image.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (AtlasTileImage) image = atlas_tile_image_decode (bytes, &error);

  g_assert_true ((image == NULL) == (error != NULL));
  if (image != NULL)
    {
      g_assert_true (atlas_tile_image_is_supported (bytes));
      g_assert_cmpuint (MAX (image->width, image->height), <=, ATLAS_TILE_MAX_SIDE);
      g_assert_cmpuint (g_bytes_get_size (image->pixels), ==,
                        (gsize) image->width * image->height * 4);
    }
  return 0;
}
