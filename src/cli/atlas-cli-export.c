/* atlas-cli-export.c: `export -o FILE`: a map as a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-cli-private.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "atlas-file.h"
#include "atlas-map-sheet.h"
#include "atlas-map-wording.h"

/* A4, lying */
#define DEFAULT_WIDTH 1123
#define DEFAULT_HEIGHT 794

/* 300 dots to the inch, where a logical pixel is 1/96 of one */
#define PRINT_SCALE 3.125

/* What the format is named as, or else the file. */
static const char *
get_format_name (const AtlasCliOptions *options)
{
  const char *dot;

  if (options->format != NULL)
    return options->format;

  dot = strrchr (options->output, '.');
  return dot != NULL && strchr (dot, G_DIR_SEPARATOR) == NULL ? dot + 1 : NULL;
}

static AtlasCliStatus
refuse_format (const char *name)
{
  static const char *const of_places[] = { "docx", "pptx", "xlsx", "csv", "geojson", NULL };
  g_autofree char *shown = NULL;

  if (name == NULL)
    return _atlas_cli_usage (_ ("No format is given. It is one of: png, svg, pdf, as in --format "
                                "png."));

  shown = _atlas_cli_shorten (name);
  if (g_strv_contains (of_places, name))
    return _atlas_cli_usage (_ ("A map cannot be written as “%s”. It can as: png, svg, pdf."),
                             shown);
  return _atlas_cli_usage (_ ("There is no format “%s”. There are: png, svg, pdf."), shown);
}

static gboolean
parse_size (const char *text, AtlasMapSheetSpec *spec)
{
  unsigned int width = DEFAULT_WIDTH;
  unsigned int height = DEFAULT_HEIGHT;
  char rest;

  if (text != NULL && sscanf (text, "%5ux%5u%c", &width, &height, &rest) != 2)
    return FALSE;
  spec->width = width;
  spec->height = height;
  return TRUE;
}

static gboolean
parse_scale (const char *text, AtlasMapSheetSpec *spec)
{
  if (text == NULL || g_str_equal (text, "1"))
    spec->scale = 1.0;
  else if (g_str_equal (text, "2"))
    spec->scale = 2.0;
  else if (g_ascii_strcasecmp (text, "300dpi") == 0)
    spec->scale = PRINT_SCALE;
  else
    return FALSE;
  return TRUE;
}

/* What is no number would take the stamp off the map and put nothing in its place. */
static AtlasCliStatus
check_approval (const char *approval)
{
  g_autofree char *number = atlas_map_wording_normalise_approval (approval);
  g_autofree char *shown = NULL;

  if (approval == NULL || number != NULL)
    return ATLAS_CLI_DONE;
  shown = _atlas_cli_shorten (approval);
  return _atlas_cli_usage (_ ("“%s” is no review number of a map: it has no digit."), shown);
}

/* What of the command line can be judged without the data. */
static AtlasCliStatus
parse_spec (const AtlasCliOptions *options, AtlasMapSheetSpec *spec, AtlasMapFormat *format)
{
  const char *name;
  g_autofree char *shown = NULL;

  if (options->arguments[0] != NULL)
    return _atlas_cli_usage (_ ("“export” takes no argument; a place is given as --place PLACE."));
  if (options->output == NULL)
    return _atlas_cli_usage (_ ("No file is given to write to. It is named as in -o FILE.png."));

  name = get_format_name (options);
  if (name == NULL || !atlas_map_format_from_string (name, format))
    return refuse_format (name);
  if (!parse_size (options->size, spec))
    {
      shown = _atlas_cli_shorten (options->size);
      return _atlas_cli_usage (_ ("“%s” is no size. It is given in pixels, as in 1123x794."),
                               shown);
    }
  if (!parse_scale (options->scale, spec))
    {
      shown = _atlas_cli_shorten (options->scale);
      return _atlas_cli_usage (_ ("“%s” is no scale. There are: 1, 2, 300dpi."), shown);
    }
  return check_approval (options->approval);
}

static GPtrArray *
find_places (AtlasCatalog *catalog, const AtlasCliOptions *options, GError **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new ();

  for (guint i = 0; options->places != NULL && options->places[i] != NULL; i++)
    {
      AtlasPlace *place = atlas_catalog_resolve_place (catalog, options->places[i], error);

      if (place == NULL)
        return NULL;
      if (!g_ptr_array_find (places, place, NULL))
        g_ptr_array_add (places, place);
    }
  return g_steal_pointer (&places);
}

static AtlasCliStatus
write_map (AtlasCatalog *catalog,
           const AtlasMapTheme *theme,
           const AtlasMapSheetSpec *spec,
           AtlasMapFormat format,
           const char *path)
{
  g_autoptr (AtlasMapGeometry) geometry = NULL;
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GError) error = NULL;

  geometry = atlas_map_geometry_load (atlas_catalog_get_database (catalog), &error);
  if (geometry != NULL)
    file = atlas_map_sheet_render (catalog, geometry, theme, spec, format, &error);
  if (file == NULL || !atlas_file_write (path, file, &error))
    return _atlas_cli_fail (error);
  return ATLAS_CLI_DONE;
}

/*
 * _atlas_cli_export:
 * @catalog: the catalog
 * @options: without arguments; says what the map is to show
 *
 * Returns: the exit status
 */
AtlasCliStatus
_atlas_cli_export (AtlasCatalog *catalog, const AtlasCliOptions *options)
{
  AtlasMapSheetSpec spec = {
    .title = options->title,
    .look = { .dark = options->dark, .hatched = TRUE, .opacity = 1.0, .kept = ATLAS_MAP_KEEP_ALL },
    .badges = !options->no_badges,
    .approval = options->approval,
  };
  AtlasMapFormat format;
  AtlasCliStatus status = parse_spec (options, &spec, &format);
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (AtlasMapTheme) theme = NULL;
  g_autoptr (GError) error = NULL;

  if (status != ATLAS_CLI_DONE)
    return status;

  places = find_places (catalog, options, &error);
  if (places != NULL)
    theme = atlas_map_theme_parse (
        catalog, options->colour_by != NULL ? options->colour_by : "family", &error);
  if (theme == NULL)
    return _atlas_cli_fail (error);

  spec.places = places;
  return write_map (catalog, theme, &spec, format, options->output);
}
