/* atlas-tile-choice.c: which tiles a person chose, as one line of text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-choice.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-mbtiles.h"
#include "atlas-tile-server.h"

#define TIANDITU "tianditu:"

/* The WMTS of Tianditu in Web Mercator; it refuses requests without Referer (HTTP 418). Its first
 * level is 1: http://lbs.tianditu.gov.cn/server/MapService.html */
#define TIANDITU_ADDRESS                                                                           \
  "https://t{0-7}.tianditu.gov.cn/%s_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=%s"   \
  "&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TileCol={x}&TileRow={y}&TileMatrix={z}&tk={key}"
#define TIANDITU_REFERER "https://www.tianditu.gov.cn/"
/* Its own name, as its terms want it. */
#define TIANDITU_ATTRIBUTION "国家地理信息公共服务平台 天地图"
#define TIANDITU_MIN_ZOOM 1

/* The finest level of most servers; where one has less, it says so tile by tile. */
#define SERVER_MAX_ZOOM 19

typedef struct
{
  const char *layer;
  const char *labels;
  guint max_zoom;
} Tianditu;

static const Tianditu TIANDITU_LAYERS[] = {
  { "vec", "cva", 18 },
  { "img", "cia", 18 },
  { "ter", "cta", 14 },
};

static const Tianditu *
find_tianditu (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (TIANDITU_LAYERS); i++)
    if (g_strcmp0 (text + strlen (TIANDITU), TIANDITU_LAYERS[i].layer) == 0)
      return &TIANDITU_LAYERS[i];
  return NULL;
}

static gboolean
is_file (const char *text)
{
  return g_path_is_absolute (text) || g_str_has_suffix (text, ".mbtiles")
         || g_file_test (text, G_FILE_TEST_EXISTS);
}

static gboolean
set_error (GError **error, const char *text)
{
  g_set_error (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_TEMPLATE,
               _ ("“%s” is no choice of map tiles. Possible are painted, the path of an MBTiles "
                  "file, an address such as https://tile.example.org/{z}/{x}/{y}.png, and "
                  "tianditu:vec, tianditu:img or tianditu:ter."),
               text);
  return FALSE;
}

static gboolean
parse_template (const char *text, AtlasTileChoiceKind *kind, GError **error)
{
  g_autoptr (AtlasTileTemplate) template = atlas_tile_template_parse (text, error);

  *kind = ATLAS_TILE_CHOICE_SERVER;
  return template != NULL;
}

static gboolean
parse_tianditu (const char *text, AtlasTileChoiceKind *kind, GError **error)
{
  *kind = ATLAS_TILE_CHOICE_TIANDITU;
  return find_tianditu (text) != NULL || set_error (error, text);
}

static AtlasTileReader *
open_server (const char *text, const char *key, const char *cache, GError **error)
{
  g_autoptr (AtlasTileTemplate) template = atlas_tile_template_parse (text, error);
  AtlasTileServerSpec spec = { 0 };
  AtlasTileServer *server;

  if (template == NULL)
    return NULL;

  spec.template_ = template;
  spec.key = key;
  spec.max_zoom = SERVER_MAX_ZOOM;
  spec.cache = cache;
  server = atlas_tile_server_new (&spec, error);
  return server != NULL ? ATLAS_TILE_READER (server) : NULL;
}

static AtlasTileTemplate *
make_tianditu (const char *layer)
{
  g_autofree char *text = g_strdup_printf (TIANDITU_ADDRESS, layer, layer);

  return atlas_tile_template_parse (text, NULL);
}

static AtlasTileReader *
open_tianditu (const char *text, const char *key, const char *cache, GError **error)
{
  const Tianditu *tianditu = find_tianditu (text);
  g_autoptr (AtlasTileTemplate) template = make_tianditu (tianditu->layer);
  g_autoptr (AtlasTileTemplate) overlay = make_tianditu (tianditu->labels);
  AtlasTileServerSpec spec = { 0 };
  AtlasTileServer *server;

  spec.template_ = template;
  spec.overlay = overlay;
  spec.key = key;
  spec.name = _ ("Tianditu");
  spec.attribution = TIANDITU_ATTRIBUTION;
  spec.referer = TIANDITU_REFERER;
  spec.min_zoom = TIANDITU_MIN_ZOOM;
  spec.max_zoom = tianditu->max_zoom;
  spec.cache = cache;
  server = atlas_tile_server_new (&spec, error);
  return server != NULL ? ATLAS_TILE_READER (server) : NULL;
}

static AtlasTileReader *
open_file (const char *path, GError **error)
{
  AtlasMbtiles *mbtiles = atlas_mbtiles_open (path, error);

  return mbtiles != NULL ? ATLAS_TILE_READER (mbtiles) : NULL;
}

/**
 * atlas_tile_choice_parse:
 * @text: what was chosen
 * @kind: (out): what it means
 * @error: return location for %ATLAS_TILE_ERROR_TEMPLATE
 *
 * Looks at the text alone; whether a file or a server is there and of use shows when it is opened.
 *
 * Returns: whether it means anything
 */
gboolean
atlas_tile_choice_parse (const char *text, AtlasTileChoiceKind *kind, GError **error)
{
  AtlasTileChoiceKind ignored;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (kind == NULL)
    kind = &ignored;
  *kind = ATLAS_TILE_CHOICE_PAINTED;
  if (g_str_equal (text, "painted"))
    return TRUE;
  if (g_str_has_prefix (text, TIANDITU))
    return parse_tianditu (text, kind, error);
  if (strstr (text, "://") != NULL)
    return parse_template (text, kind, error);

  *kind = ATLAS_TILE_CHOICE_FILE;
  return is_file (text) || set_error (error, text);
}

/**
 * atlas_tile_choice_open:
 * @text: what was chosen
 * @key: (nullable): the key for the server, where one is needed
 * @cache: (nullable) (type filename): where tiles of a server are kept:
 *   atlas_tile_cache_default_path(); %NULL to keep none
 * @reader: (out) (transfer full) (nullable): the source; %NULL for the painted map
 * @error: return location for an error of %ATLAS_TILE_ERROR: one sentence
 *
 * Opens what was chosen. A file is looked at here; a server is not asked before the first tile.
 *
 * Returns: whether it can be used
 */
gboolean
atlas_tile_choice_open (
    const char *text, const char *key, const char *cache, AtlasTileReader **reader, GError **error)
{
  AtlasTileChoiceKind kind;

  g_return_val_if_fail (text != NULL && reader != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  *reader = NULL;
  if (!atlas_tile_choice_parse (text, &kind, error))
    return FALSE;

  switch (kind)
    {
    case ATLAS_TILE_CHOICE_FILE:
      *reader = open_file (text, error);
      return *reader != NULL;
    case ATLAS_TILE_CHOICE_SERVER:
      *reader = open_server (text, key, cache, error);
      return *reader != NULL;
    case ATLAS_TILE_CHOICE_TIANDITU:
      *reader = open_tianditu (text, key, cache, error);
      return *reader != NULL;
    case ATLAS_TILE_CHOICE_PAINTED:
    default:
      return TRUE;
    }
}
