/* test-tile-choice.c: what the one line of text means
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <string.h>

#include "atlas-tile-choice.h"

#define ADDRESS "https://tile.example.org/{z}/{x}/{y}.png"

static void
assert_kind (const char *text, AtlasTileChoiceKind expected)
{
  g_autoptr (GError) error = NULL;
  AtlasTileChoiceKind kind = ATLAS_TILE_CHOICE_PAINTED;
  gboolean parsed = atlas_tile_choice_parse (text, &kind, &error);

  g_assert_no_error (error);
  g_assert_true (parsed);
  g_assert_cmpint (kind, ==, expected);
}

static void
assert_no_choice (const char *text, const char *words)
{
  g_autoptr (GError) error = NULL;
  AtlasTileReader *reader = NULL;

  g_assert_false (atlas_tile_choice_parse (text, NULL, &error));
  g_assert_error (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_TEMPLATE);
  g_assert_nonnull (strstr (error->message, words));
  g_clear_error (&error);
  g_assert_false (atlas_tile_choice_open (text, NULL, NULL, &reader, &error));
  g_assert_error (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_TEMPLATE);
  g_assert_null (reader);
}

static AtlasTileReader *
open_choice (const char *text, const char *key)
{
  g_autoptr (GError) error = NULL;
  AtlasTileReader *reader = NULL;
  gboolean opened = atlas_tile_choice_open (text, key, NULL, &reader, &error);

  g_assert_no_error (error);
  g_assert_true (opened);
  return reader;
}

static void
assert_not_opened (const char *text, AtlasTileError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  AtlasTileReader *reader = NULL;

  g_assert_false (atlas_tile_choice_open (text, NULL, NULL, &reader, &error));
  g_assert_error (error, ATLAS_TILE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_null (reader);
}

static void
test_parse (void)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-choice-XXXXXX", NULL);
  g_autofree char *before = g_get_current_dir ();

  assert_kind ("painted", ATLAS_TILE_CHOICE_PAINTED);
  assert_kind ("tianditu:vec", ATLAS_TILE_CHOICE_TIANDITU);
  assert_kind ("tianditu:img", ATLAS_TILE_CHOICE_TIANDITU);
  assert_kind ("tianditu:ter", ATLAS_TILE_CHOICE_TIANDITU);
  assert_kind (ADDRESS, ATLAS_TILE_CHOICE_SERVER);
  assert_kind ("/somewhere/tiles", ATLAS_TILE_CHOICE_FILE);
  assert_kind ("tiles.mbtiles", ATLAS_TILE_CHOICE_FILE);

  /* What has no such name is a file if it is there. */
  assert_no_choice ("liaoning", "is no choice");
  g_assert_cmpint (g_chdir (folder), ==, 0);
  g_assert_true (g_file_set_contents ("liaoning", "", 0, NULL));
  assert_kind ("liaoning", ATLAS_TILE_CHOICE_FILE);
  g_unlink ("liaoning");
  g_assert_cmpint (g_chdir (before), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_no_choice (void)
{
  assert_no_choice ("", "is no choice");
  assert_no_choice ("Painted", "is no choice");
  assert_no_choice ("tianditu:", "is no choice");
  assert_no_choice ("tianditu:cva", "is no choice");
  assert_no_choice ("https://tile.example.org/", "lacks {z}");
  assert_no_choice ("ftp://tile.example.org/{z}/{x}/{y}", "https:// or http://");
}

static void
test_painted (void)
{
  g_assert_null (open_choice ("painted", NULL));
}

static void
test_server (void)
{
  AtlasTileReader *reader = open_choice (ADDRESS, NULL);
  const AtlasTileInfo *info = atlas_tile_reader_get_info (reader);

  g_assert_cmpstr (info->name, ==, "tile.example.org");
  g_assert_cmpuint (info->min_zoom, ==, 0);
  g_assert_cmpuint (info->max_zoom, ==, 19);
  g_assert_finalize_object (reader);

  assert_not_opened (ADDRESS "?tk={key}", ATLAS_TILE_ERROR_REFUSED, "preferences");
  reader = open_choice (ADDRESS "?tk={key}", "key");
  g_assert_finalize_object (reader);
}

static void
test_tianditu (void)
{
  const char *const choices[] = { "tianditu:vec", "tianditu:img", "tianditu:ter" };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      AtlasTileReader *reader;
      const AtlasTileInfo *info;

      assert_not_opened (choices[i], ATLAS_TILE_ERROR_REFUSED, "preferences");
      reader = open_choice (choices[i], "key");
      info = atlas_tile_reader_get_info (reader);
      g_assert_cmpstr (info->attribution, ==, "国家地理信息公共服务平台 天地图");
      g_assert_cmpuint (info->min_zoom, ==, 1);
      g_assert_cmpuint (info->max_zoom, ==, i == 2 ? 14 : 18);
      g_assert_finalize_object (reader);
    }
}

static void
test_file (void)
{
  assert_not_opened ("/no/such/file.mbtiles", ATLAS_TILE_ERROR_MISSING, "/no/such/file.mbtiles");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tiles/choice/parse", test_parse);
  g_test_add_func ("/tiles/choice/no-choice", test_no_choice);
  g_test_add_func ("/tiles/choice/painted", test_painted);
  g_test_add_func ("/tiles/choice/server", test_server);
  g_test_add_func ("/tiles/choice/tianditu", test_tianditu);
  g_test_add_func ("/tiles/choice/file", test_file);

  return g_test_run ();
}
