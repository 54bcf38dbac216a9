/* atlas-screenshot-options.h: what the picture of the window is to show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasScreenshotOptions:
 * @database: (nullable) (type filename): the data set; %NULL for the installed one
 * @output: (type filename): where the picture goes
 * @place: (nullable): who is selected, as it was typed
 * @picks: (nullable): who is picked, likewise
 * @view: what is shown, %NULL for the map as it opens
 * @part: of the page of the documents
 * @colour_by: (nullable): the theme, not yet checked
 * @tiles: (nullable): the tiles under it, not yet opened
 * @dark: whether in dark style
 * @width: of the window, logical pixels
 * @height: of the window, logical pixels
 *
 * The command line of `screenshot`, taken apart.
 */
typedef struct
{
  char *database;
  char *output;
  char *place;
  GStrv picks;
  const char *view;
  const char *part;
  char *colour_by;
  char *tiles;
  gboolean dark;
  int width;
  int height;
} AtlasScreenshotOptions;

gboolean atlas_screenshot_options_parse (AtlasScreenshotOptions *self, char **argv, GError **error);
void atlas_screenshot_options_clear (AtlasScreenshotOptions *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasScreenshotOptions, atlas_screenshot_options_clear)

G_END_DECLS
