/* atlas-screenshot-options.c: what the picture of the window is to show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "atlas-screenshot-options.h"

#include <glib/gi18n.h>
#include <stdio.h>

#define DEFAULT_WIDTH 1280
#define DEFAULT_HEIGHT 800
#define MIN_SIZE 100
#define MAX_SIZE 8192

/* What --view may name: a view of the window, and a part of the page of the documents. */
static const struct
{
  const char *name;
  const char *view;
  const char *part;
} views[] = {
  { "map", "map", "documents" },           { "documents", "documents", "documents" },
  { "coverage", "documents", "coverage" }, { "repairs", "documents", "repairs" },
  { "inferred", "documents", "inferred" },
};

/**
 * atlas_screenshot_options_clear:
 * @self: options
 */
void
atlas_screenshot_options_clear (AtlasScreenshotOptions *self)
{
  g_free (self->database);
  g_free (self->output);
  g_free (self->place);
  g_strfreev (self->picks);
  g_free (self->colour_by);
  g_free (self->tiles);
}

static gboolean
parse_view (AtlasScreenshotOptions *self, const char *name, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (name == NULL || g_str_equal (views[i].name, name))
      {
        self->view = name != NULL ? views[i].view : NULL;
        self->part = views[i].part;
        return TRUE;
      }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("There is no view “%s”. There are: map, documents, coverage, repairs, "
                  "inferred."),
               name);
  return FALSE;
}

static gboolean
parse_size (AtlasScreenshotOptions *self, const char *text, GError **error)
{
  char rest;

  self->width = DEFAULT_WIDTH;
  self->height = DEFAULT_HEIGHT;
  if (text == NULL)
    return TRUE;

  if (sscanf (text, "%5dx%5d%c", &self->width, &self->height, &rest) == 2
      && MIN (self->width, self->height) >= MIN_SIZE && MAX (self->width, self->height) <= MAX_SIZE)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is no size. It is given in pixels, as in 1280x800, from %d to %d."), text,
               MIN_SIZE, MAX_SIZE);
  return FALSE;
}

static gboolean
check_arguments (const AtlasScreenshotOptions *self, char **arguments, GError **error)
{
  /* What is left: the program and the command. */
  if (g_strv_length (arguments) > 2)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("“%s” is one argument too many. A place is given as --place PLACE."),
                 arguments[2]);
  else if (self->output == NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _ ("No file is given to write to. It is named as in -o FILE.png."));
  else
    return TRUE;
  return FALSE;
}

/**
 * atlas_screenshot_options_parse:
 * @self: (out caller-allocates): zeroed; gets the options, to be cleared in any case
 * @argv: as main() got it
 * @error: return location for a #GOptionError
 *
 * Places, theme and tiles are only taken over: to judge them takes the data set.
 *
 * Returns: whether @argv could be understood
 */
gboolean
atlas_screenshot_options_parse (AtlasScreenshotOptions *self, char **argv, GError **error)
{
  g_autofree char *view = NULL;
  g_autofree char *size = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output, N_ ("Write the picture to this file"),
      N_ ("FILE") },
    { "place", 0, 0, G_OPTION_ARG_FILENAME, &self->place, N_ ("Select this place"), N_ ("PLACE") },
    { "pick", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->picks, N_ ("Pick this place (repeatable)"),
      N_ ("PLACE") },
    { "view", 0, 0, G_OPTION_ARG_FILENAME, &view,
      N_ ("The view: map, documents, coverage, repairs or inferred"), N_ ("VIEW") },
    { "colour-by", 0, 0, G_OPTION_ARG_FILENAME, &self->colour_by,
      N_ ("What the colours of the map mean, as for “export”"), N_ ("THEME") },
    { "tiles", 0, 0, G_OPTION_ARG_FILENAME, &self->tiles,
      N_ ("The tiles: painted, an MBTiles file or an address with {z}, {x} and {y}"),
      N_ ("TILES") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &self->dark, N_ ("In dark style"), NULL },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &size, N_ ("Size of the window in pixels (1280x800)"),
      N_ ("WxH") },
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &self->database,
      N_ ("Read this data set instead of the installed one"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("screenshot");
  g_auto (GStrv) arguments = g_strdupv (argv);

  g_option_context_add_main_entries (context, entries, ATLAS_GETTEXT_PACKAGE);
  return g_option_context_parse_strv (context, &arguments, error)
         && check_arguments (self, arguments, error) && parse_view (self, view, error)
         && parse_size (self, size, error);
}
