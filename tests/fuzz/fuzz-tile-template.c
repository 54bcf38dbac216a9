/* fuzz-tile-template.c: any text as the address of tiles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "atlas-tile-template.h"
#include "fuzz.h"

/* What was accepted leads to an ordinary address whatever the tile. */
static void
check_address (AtlasTileTemplate *template, guint zoom, guint x, guint y)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *address = atlas_tile_template_expand (template, zoom, x, y, "a/b@c:{z}");
  g_autoptr (GUri) uri = g_uri_parse (address,
                                      G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_ENCODED_PATH
                                          | G_URI_FLAGS_ENCODED_QUERY
                                          | G_URI_FLAGS_SCHEME_NORMALIZE,
                                      &error);

  g_assert_no_error (error);
  g_assert_true (g_str_equal (g_uri_get_scheme (uri), "http")
                 || g_str_equal (g_uri_get_scheme (uri), "https"));
  g_assert_nonnull (g_uri_get_host (uri));
  g_assert_cmpuint (strlen (g_uri_get_host (uri)), >, 0);
  g_assert_null (g_uri_get_userinfo (uri));
  g_assert_null (strpbrk (address, "{} \r\n"));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTileTemplate) template = atlas_tile_template_parse (text, &error);

  g_assert_true ((template == NULL) == (error != NULL));
  if (template == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_cmpstr (atlas_tile_template_get_text (template), ==, text);
  g_assert_cmpuint (strlen (atlas_tile_template_get_host (template)), >, 0);
  check_address (template, 0, 0, 0);
  check_address (template, 7, 107, 48);
  check_address (template, 30, (1u << 30) - 1, (1u << 30) - 2);
  return 0;
}
