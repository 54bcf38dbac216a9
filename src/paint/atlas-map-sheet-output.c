/* atlas-map-sheet-output.c: the formats of a sheet
 *
 * Nothing in a file tells when it was made: who renders the same map twice gets the same file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-sheet-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <math.h>

/* Points for one logical pixel */
#define POINTS 0.75

static cairo_status_t
append_cb (gpointer closure, const guchar *data, guint length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The map could not be drawn: %s."),
               cairo_status_to_string (status));
  return FALSE;
}

/* Draws the sheet and ends the file. Takes @surface. */
static gboolean
draw_on (const AtlasMapSheet *self,
         cairo_surface_t *surface,
         double scale,
         gboolean vector,
         GError **error)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  _atlas_map_sheet_draw (self, cr, vector);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (vector)
    cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  return check_status (status, error);
}

static GBytes *
write_png (const AtlasMapSheet *self, GError **error)
{
  const AtlasMapSheetSpec *spec = self->spec;
  const AtlasPngText texts[] = {
    { "Title", pango_layout_get_text (self->title) },
    { "Copyright", pango_layout_get_text (self->stamp) },
    { "Source", pango_layout_get_text (self->sources) },
  };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                         (int) ceil (spec->width * spec->scale),
                                                         (int) ceil (spec->height * spec->scale));
  GBytes *png = NULL;

  if (draw_on (self, surface, spec->scale, FALSE, error))
    png = _atlas_map_sheet_encode_png (surface, spec->scale, texts, G_N_ELEMENTS (texts), error);
  cairo_surface_destroy (surface);
  return png;
}

static void
set_pdf_metadata (const AtlasMapSheet *self, cairo_surface_t *surface)
{
  const struct
  {
    cairo_pdf_metadata_t key;
    const char *text;
  } metadata[] = {
    { CAIRO_PDF_METADATA_TITLE, pango_layout_get_text (self->title) },
    { CAIRO_PDF_METADATA_AUTHOR, _ ("Liaoning Atlas") },
    { CAIRO_PDF_METADATA_SUBJECT, pango_layout_get_text (self->stamp) },
    { CAIRO_PDF_METADATA_KEYWORDS, pango_layout_get_text (self->sources) },
    { CAIRO_PDF_METADATA_CREATOR, _ ("Liaoning Atlas") },
    { CAIRO_PDF_METADATA_CREATE_DATE, atlas_catalog_get_date (self->catalog) },
    { CAIRO_PDF_METADATA_MOD_DATE, atlas_catalog_get_date (self->catalog) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (metadata); i++)
    cairo_pdf_surface_set_metadata (surface, metadata[i].key, metadata[i].text);
}

static GBytes *
write_pdf (const AtlasMapSheet *self, GError **error)
{
  g_autoptr (GByteArray) file = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      append_cb, file, self->spec->width * POINTS, self->spec->height * POINTS);
  gboolean written;

  set_pdf_metadata (self, surface);
  written = draw_on (self, surface, POINTS, TRUE, error);
  cairo_surface_destroy (surface);
  return written ? g_byte_array_free_to_bytes (g_steal_pointer (&file)) : NULL;
}

static GBytes *
write_svg (const AtlasMapSheet *self, GError **error)
{
  g_autoptr (GByteArray) file = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (
      append_cb, file, self->spec->width, self->spec->height);
  gboolean written;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  written = draw_on (self, surface, 1.0, TRUE, error);
  cairo_surface_destroy (surface);
  return written ? _atlas_map_sheet_finish_svg (self, file) : NULL;
}

/*
 * _atlas_map_sheet_write:
 * @self: a sheet that was laid out
 * @format: of the file
 * @error: return location for a #GIOError
 *
 * Returns: (transfer full) (nullable): the content of the file
 */
GBytes *
_atlas_map_sheet_write (const AtlasMapSheet *self, AtlasMapFormat format, GError **error)
{
  switch (format)
    {
    case ATLAS_MAP_FORMAT_SVG:
      return write_svg (self, error);
    case ATLAS_MAP_FORMAT_PDF:
      return write_pdf (self, error);
    case ATLAS_MAP_FORMAT_PNG:
    default:
      return write_png (self, error);
    }
}
