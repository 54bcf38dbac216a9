/* atlas-mbtiles-info.c: what the metadata of an MBTiles file say, as far as it can be believed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-mbtiles-private.h"

#include <math.h>
#include <string.h>

#define MAX_NAME 100
#define MAX_ATTRIBUTION 300
/* How far levels go where neither the metadata nor the tiles tell in time. */
#define USUAL_MAX_ZOOM 18

/* Formats that are vectors for sure; whatever else the metadata say, the tiles decide. */
static gboolean
is_vector_format (const char *format)
{
  static const char *const formats[] = { "pbf", "mvt", "application/vnd.mapbox-vector-tile", NULL };
  g_autofree char *small = format != NULL ? g_ascii_strdown (format, -1) : NULL;

  return small != NULL && g_strv_contains (formats, g_strstrip (small));
}

static gboolean
check_format (AtlasMbtilesFile *file, GError **error)
{
  g_autofree char *format = NULL;

  if (!_atlas_mbtiles_file_get (file, "format", &format, error))
    return FALSE;
  if (!is_vector_format (format))
    return TRUE;

  _atlas_mbtiles_set_error (error, ATLAS_TILE_ERROR_VECTOR, _atlas_mbtiles_file_get_path (file));
  return FALSE;
}

/* The file's name is the last resort: a source must be called something. */
static char *
choose_name (AtlasMbtilesFile *file, const char *name)
{
  g_autofree char *plain = name != NULL ? _atlas_mbtiles_plain_text (name, MAX_NAME) : NULL;

  if (plain != NULL && *plain != '\0')
    return g_steal_pointer (&plain);
  return g_filename_display_basename (_atlas_mbtiles_file_get_path (file));
}

static gboolean
load_texts (AtlasMbtilesFile *file, AtlasTileInfo *info, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *attribution = NULL;

  if (!_atlas_mbtiles_file_get (file, "name", &name, error)
      || !_atlas_mbtiles_file_get (file, "attribution", &attribution, error))
    return FALSE;

  info->name = choose_name (file, name);
  if (attribution != NULL)
    info->attribution = _atlas_mbtiles_plain_text (attribution, MAX_ATTRIBUTION);
  if (info->attribution != NULL && *info->attribution == '\0')
    g_clear_pointer (&info->attribution, g_free);
  return TRUE;
}

static gboolean
parse_zoom (const char *text, guint *zoom)
{
  char *end;
  double number;

  if (text == NULL)
    return FALSE;
  number = g_ascii_strtod (text, &end);
  if (end == text || !(number >= 0 && number <= ATLAS_MBTILES_MAX_ZOOM))
    return FALSE;
  *zoom = (guint) number;
  return TRUE;
}

static gboolean
load_zooms (AtlasMbtilesFile *file, AtlasTileInfo *info, GError **error)
{
  g_autofree char *min = NULL;
  g_autofree char *max = NULL;

  if (!_atlas_mbtiles_file_get (file, "minzoom", &min, error)
      || !_atlas_mbtiles_file_get (file, "maxzoom", &max, error))
    return FALSE;

  if ((!parse_zoom (min, &info->min_zoom) || !parse_zoom (max, &info->max_zoom)
       || info->min_zoom > info->max_zoom)
      && !_atlas_mbtiles_file_get_zooms (file, &info->min_zoom, &info->max_zoom))
    {
      info->min_zoom = 0;
      info->max_zoom = USUAL_MAX_ZOOM;
    }
  return TRUE;
}

/* West, south, east, north in degrees, with commas between. */
static gboolean
parse_bounds (const char *text, double degrees[4])
{
  for (guint i = 0; i < 4; i++)
    {
      char *end;

      degrees[i] = g_ascii_strtod (text, &end);
      if (end == text || !isfinite (degrees[i]))
        return FALSE;
      text = end + strspn (end, " ,");
    }
  return *text == '\0' && degrees[0] < degrees[2] && degrees[1] < degrees[3];
}

static gboolean
load_box (AtlasMbtilesFile *file, AtlasTileInfo *info, GError **error)
{
  g_autofree char *bounds = NULL;
  double degrees[4];

  if (!_atlas_mbtiles_file_get (file, "bounds", &bounds, error))
    return FALSE;

  info->box = (AtlasBox){ 0, 0, 1, 1 };
  if (bounds != NULL && parse_bounds (bounds, degrees))
    {
      AtlasPoint north_west = atlas_point_from_degrees (degrees[0], degrees[3]);
      AtlasPoint south_east = atlas_point_from_degrees (degrees[2], degrees[1]);
      AtlasBox box = { MAX (north_west.x, 0), MAX (north_west.y, 0), MIN (south_east.x, 1),
                       MIN (south_east.y, 1) };

      /* Else they lie outside the world, or cannot be told from a line. */
      if (box.x0 < box.x1 && box.y0 < box.y1)
        info->box = box;
    }
  return TRUE;
}

/*
 * _atlas_mbtiles_load_info:
 * @file: an open file
 * @info: (out caller-allocates): zeroed; what is known of the file
 * @error: return location for an error of %ATLAS_TILE_ERROR
 *
 * Returns: whether the file is one we can show
 */
gboolean
_atlas_mbtiles_load_info (AtlasMbtilesFile *file, AtlasTileInfo *info, GError **error)
{
  guint side;

  if (!check_format (file, error) || !_atlas_mbtiles_file_get_side (file, &side, error)
      || !load_texts (file, info, error) || !load_zooms (file, info, error)
      || !load_box (file, info, error))
    return FALSE;

  info->side = side == 512 ? 512 : 256;
  return TRUE;
}
