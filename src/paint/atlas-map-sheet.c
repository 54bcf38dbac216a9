/* atlas-map-sheet.c: a map to hand on: title, legend, scale, sources and stamp, as PNG, SVG or PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-sheet-private.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <math.h>

/* Text grows with the sheet, but much less than it does, from the size of a postcard on. */
#define POSTCARD 600.0
#define GROWTH (1.0 / 170.0)
#define LARGEST_TEXT 32.0
#define TITLE_GROWTH 1.55
#define SOURCES_GROWTH 0.8
#define STAMP_GROWTH 0.95

/* Names on the map are a little smaller than plain text. */
#define LABEL_GROWTH 1.0

/* Shares of the shorter side, and the least, logical pixels */
#define MARGIN 0.03
#define LEAST_MARGIN 14.0
#define GAP_GROWTH 0.65

/* A title that would fill the sheet ends in an ellipsis. */
#define MAX_TITLE_LINES 2

/**
 * atlas_map_format_from_string:
 * @text: "png", "svg" or "pdf"
 * @format: (out): the format
 *
 * Returns: whether @text is one
 */
gboolean
atlas_map_format_from_string (const char *text, AtlasMapFormat *format)
{
  static const char *const names[] = { "png", "svg", "pdf" };

  g_return_val_if_fail (text != NULL && format != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (text, names[i]) == 0)
      {
        *format = (AtlasMapFormat) i;
        return TRUE;
      }
  return FALSE;
}

/*
 * _atlas_map_sheet_clear:
 * @self: a sheet
 */
void
_atlas_map_sheet_clear (AtlasMapSheet *self)
{
  g_clear_pointer (&self->legend, _atlas_map_sheet_legend_free);
  g_clear_pointer (&self->labels, atlas_label_set_free);
  g_clear_pointer (&self->scheme, atlas_map_scheme_unref);
  g_clear_object (&self->title);
  g_clear_object (&self->stamp);
  g_clear_object (&self->sources);
  g_clear_object (&self->context);
  g_clear_object (&self->fonts);
}

static gboolean
get_badge (AtlasPlace *place, gpointer data, guint *number)
{
  return atlas_map_scheme_get_badge (data, place, number);
}

static void
make_labels (AtlasMapSheet *self)
{
  PangoContext *context = _atlas_map_sheet_create_context (self, LABEL_GROWTH * self->text);

  self->labels = atlas_label_set_new (atlas_catalog_get_places (self->catalog), self->geometry);
  if (self->spec->badges)
    atlas_label_set_set_badges (self->labels, get_badge, self->scheme);
  atlas_label_set_measure (self->labels, context);
  g_object_unref (context);
}

static void
make_texts (AtlasMapSheet *self)
{
  double width = self->spec->width - 2.0 * self->margin;
  g_autofree char *title = _atlas_map_sheet_make_title (self);
  g_autofree char *stamp = _atlas_map_sheet_make_stamp (self);
  g_autofree char *sources = _atlas_map_sheet_make_sources (self);

  self->context = _atlas_map_sheet_create_context (self, self->text);
  self->title = _atlas_map_sheet_create_layout (self, title, TITLE_GROWTH * self->text,
                                                PANGO_WEIGHT_BOLD, width);
  pango_layout_set_height (self->title, -MAX_TITLE_LINES);
  pango_layout_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  self->stamp = _atlas_map_sheet_create_layout (
      self, stamp, MAX (STAMP_GROWTH * self->text, ATLAS_MAP_SHEET_SMALLEST_TEXT),
      PANGO_WEIGHT_MEDIUM, width);
  self->sources = _atlas_map_sheet_create_layout (
      self, sources, MAX (SOURCES_GROWTH * self->text, ATLAS_MAP_SHEET_SMALLEST_TEXT),
      PANGO_WEIGHT_NORMAL, width);
}

static void
set_sizes (AtlasMapSheet *self)
{
  const AtlasMapSheetSpec *spec = self->spec;
  double side = sqrt (spec->width * spec->height);

  self->text = CLAMP (ATLAS_MAP_SHEET_SMALLEST_TEXT + (side - POSTCARD) * GROWTH,
                      ATLAS_MAP_SHEET_SMALLEST_TEXT, LARGEST_TEXT);
  self->margin = round (MAX (MARGIN * MIN (spec->width, spec->height), LEAST_MARGIN));
  self->gap = round (GAP_GROWTH * self->text);
}

static gboolean
check_size (const AtlasMapSheetSpec *spec, AtlasMapFormat format, GError **error)
{
  double most = MAX (spec->width, spec->height);

  if (MIN (spec->width, spec->height) < ATLAS_MAP_SHEET_MIN_SIDE || most > ATLAS_MAP_SHEET_MAX_SIDE)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 _ ("A map cannot be %.0f×%.0f pixels large. Each side is from %d to %d."),
                 spec->width, spec->height, ATLAS_MAP_SHEET_MIN_SIDE, ATLAS_MAP_SHEET_MAX_SIDE);
  else if (format == ATLAS_MAP_FORMAT_PNG && most * spec->scale > ATLAS_MAP_SHEET_MAX_PIXELS)
    g_set_error (
        error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
        _ ("A picture of %.0f×%.0f pixels is too large. Choose a smaller size or scale, or "
           "PDF."),
        spec->width * spec->scale, spec->height * spec->scale);
  else
    return TRUE;
  return FALSE;
}

/*
 * _atlas_map_sheet_prepare:
 * @self: a sheet with all that is borrowed; gets the rest, to be cleared in any case
 * @error: return location, as for atlas_map_sheet_render()
 *
 * Applies the theme and lays the sheet out.
 *
 * Returns: whether it can be drawn
 */
gboolean
_atlas_map_sheet_prepare (AtlasMapSheet *self, GError **error)
{
  self->palette = atlas_map_palette_get (self->spec->look.dark);
  self->scheme = atlas_map_scheme_new (self->catalog, self->geometry, self->theme, error);
  if (self->scheme == NULL)
    return FALSE;

  self->fonts = pango_cairo_font_map_new ();
  set_sizes (self);
  make_texts (self);
  make_labels (self);
  self->legend = _atlas_map_sheet_legend_new (self);
  if (_atlas_map_sheet_lay_out (self))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _ ("A sheet of %.0f×%.0f pixels has no room for this map and its legend. Choose a "
                  "larger size."),
               self->spec->width, self->spec->height);
  return FALSE;
}

/**
 * atlas_map_sheet_render:
 * @catalog: the data set
 * @geometry: its areas
 * @theme: what the colours mean
 * @spec: what is to be shown
 * @format: of the file
 * @error: return location for a %G_IO_ERROR_INVALID_ARGUMENT where the size does not do, another
 *   %G_IO_ERROR where memory is short, or an error of the data set's file; the message is a
 * sentence
 *
 * Takes up to seconds for a large picture. A worker may call it if @catalog, and the places and the
 * theme that are from it, are used by no other thread meanwhile: it opens one of its own, as
 * atlas_check_run() does. @geometry may be shared. @ground is called in the same thread.
 *
 * The same input gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the content of the file
 */
GBytes *
atlas_map_sheet_render (AtlasCatalog *catalog,
                        AtlasMapGeometry *geometry,
                        const AtlasMapTheme *theme,
                        const AtlasMapSheetSpec *spec,
                        AtlasMapFormat format,
                        GError **error)
{
  g_auto (AtlasMapSheet) self = {
    .catalog = catalog, .geometry = geometry, .theme = theme, .spec = spec
  };

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (geometry != NULL && theme != NULL && spec != NULL, NULL);
  g_return_val_if_fail (format != ATLAS_MAP_FORMAT_PNG || spec->scale > 0.0, NULL);

  if (!check_size (spec, format, error) || !_atlas_map_sheet_prepare (&self, error))
    return NULL;
  return _atlas_map_sheet_write (&self, format, error);
}
