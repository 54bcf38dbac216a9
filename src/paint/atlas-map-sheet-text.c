/* atlas-map-sheet-text.c: what a sheet says, and in which letters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-sheet-private.h"

#include <glib/gi18n.h>

#include "atlas-map-wording.h"
#include "atlas-wording.h"

/* Latin letters and figures of the same family as the Han glyphs go better with them than those of
 * whatever the system's font is; the last is for systems that have neither. */
#define FONT_FAMILY "Noto Sans CJK SC, Source Han Sans SC, Sans"

/* Logical pixels to an inch */
#define RESOLUTION 96.0

/* A title that names more is no title. */
#define MAX_NAMED_PLACES 3

/*
 * _atlas_map_sheet_create_context:
 * @self: a sheet
 * @size: of its font, logical pixels
 *
 * Letters are as wide at every scale and in every format, so that the sheet is laid out alike.
 *
 * Returns: (transfer full): a context whose text is Chinese unless told otherwise
 */
PangoContext *
_atlas_map_sheet_create_context (const AtlasMapSheet *self, double size)
{
  PangoContext *context = pango_font_map_create_context (self->fonts);
  PangoFontDescription *font = pango_font_description_from_string (FONT_FAMILY);
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_cairo_context_set_resolution (context, RESOLUTION);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  return context;
}

/*
 * _atlas_map_sheet_create_layout:
 * @self: a sheet
 * @text: what it says
 * @size: of the letters, logical pixels
 * @weight: of the letters
 * @width: where lines end, logical pixels; negative for one line
 *
 * Returns: (transfer full): the text, with figures of one width
 */
PangoLayout *
_atlas_map_sheet_create_layout (
    const AtlasMapSheet *self, const char *text, double size, PangoWeight weight, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_copy (
      pango_context_get_font_description (self->context));
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  pango_layout_set_text (layout, text, -1);
  if (width >= 0.0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  return layout;
}

/*
 * _atlas_map_sheet_measure_layout:
 * @layout: a text
 * @width: (out): of its longest line, logical pixels
 * @height: (out): of all its lines, logical pixels
 */
void
_atlas_map_sheet_measure_layout (PangoLayout *layout, double *width, double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  *width = (double) logical.width / PANGO_SCALE;
  *height = (double) logical.height / PANGO_SCALE;
}

/*
 * _atlas_map_sheet_draw_layout:
 * @layout: a text
 * @cr: the sheet
 * @x: left, logical pixels
 * @y: top, logical pixels
 * @colour: of the letters
 */
void
_atlas_map_sheet_draw_layout (
    PangoLayout *layout, cairo_t *cr, double x, double y, const AtlasColour *colour)
{
  atlas_colour_set_source (colour, cr, 1.0);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* Whom the map is about: the places while they are few, else the province. */
static char *
list_places (GPtrArray *places)
{
  g_autoptr (GPtrArray) names = NULL;

  if (places == NULL || places->len == 0 || places->len > MAX_NAMED_PLACES)
    return g_strdup (_ ("Liaoning Province"));

  names = g_ptr_array_new ();
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (names, (gpointer) atlas_place_get_name (places->pdata[i]));
  return atlas_wording_list (names);
}

/**
 * atlas_map_sheet_suggest_title:
 * @theme: what the colours mean
 * @places: (nullable) (element-type AtlasPlace): whom the map is about; %NULL for the province
 *
 * Returns: (transfer full): a title that says what is shown
 */
char *
atlas_map_sheet_suggest_title (const AtlasMapTheme *theme, GPtrArray *places)
{
  g_autofree char *subject = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (theme != NULL, NULL);

  subject = list_places (places);
  if (theme->kind == ATLAS_MAP_THEME_NONE || theme->kind == ATLAS_MAP_THEME_CITY)
    return g_steal_pointer (&subject);

  name = atlas_map_theme_get_name (theme);
  /* Translators: title of a map: a place, and what the colours of the map mean */
  return g_strdup_printf (C_ ("map title", "%s: %s"), subject, name);
}

/*
 * _atlas_map_sheet_make_title:
 * @self: a sheet
 *
 * Returns: (transfer full): the title that was asked for, or else one that says what is shown
 */
char *
_atlas_map_sheet_make_title (const AtlasMapSheet *self)
{
  const AtlasMapSheetSpec *spec = self->spec;

  if (spec->title != NULL && *spec->title != '\0')
    return g_strdup (spec->title);
  return atlas_map_sheet_suggest_title (self->theme, spec->box == NULL ? spec->places : NULL);
}

/*
 * _atlas_map_sheet_make_stamp:
 * @self: a sheet
 *
 * Returns: (transfer full): what every map must say
 */
char *
_atlas_map_sheet_make_stamp (const AtlasMapSheet *self)
{
  g_autofree char *approval = atlas_map_wording_normalise_approval (self->spec->approval);

  return atlas_map_wording_stamp (approval != NULL ? approval
                                                   : atlas_catalog_get_approval (self->catalog));
}

/* Whose documents stand behind what is drawn: none behind a map of boundaries alone, the newest
 * plan behind first industries, projects and the numbers beside the names, else all. */
static guint
count_documents (const AtlasMapSheet *self)
{
  guint n_documents = atlas_catalog_get_documents (self->catalog)->len;
  guint newest = MIN (n_documents, 1);

  switch (self->theme->kind)
    {
    case ATLAS_MAP_THEME_NONE:
    case ATLAS_MAP_THEME_CITY:
      return self->spec->badges ? newest : 0;
    case ATLAS_MAP_THEME_FAMILY:
      return newest;
    case ATLAS_MAP_THEME_PROJECTS:
      return self->theme->all_periods ? n_documents : newest;
    case ATLAS_MAP_THEME_TOPICS:
    case ATLAS_MAP_THEME_PERIOD:
    case ATLAS_MAP_THEME_COVERAGE:
    default:
      return n_documents;
    }
}

static char *
list_documents (const AtlasMapSheet *self)
{
  GPtrArray *documents = atlas_catalog_get_documents (self->catalog);
  guint n_documents = count_documents (self);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_documents; i++)
    {
      g_autofree char *title = atlas_wording_format_document (documents->pdata[i]);

      if (i > 0)
        /* Translators: between the documents of a list */
        g_string_append (text, C_ ("documents", "; "));
      g_string_append (text, title);
    }
  return g_string_free (text, FALSE);
}

static const char *
get_badge_note (const AtlasMapSheet *self)
{
  if (self->theme->kind == ATLAS_MAP_THEME_PROJECTS)
    return _ ("Beside a name: how many of these projects.");
  return _ ("Beside a name: how many projects the newest plan names there, in a city with its"
            " counties.");
}

/*
 * _atlas_map_sheet_make_sources:
 * @self: a sheet
 *
 * Returns: (transfer full): what the numbers are, and where everything on it is from
 */
char *
_atlas_map_sheet_make_sources (const AtlasMapSheet *self)
{
  const char *attribution = self->spec->attribution;
  g_autofree char *date = atlas_wording_format_date (atlas_catalog_get_date (self->catalog));
  g_autofree char *documents = list_documents (self);
  GString *text = g_string_new (NULL);

  if (*documents != '\0')
    {
      /* Translators: below a map: a list of documents */
      g_string_append_printf (text, _ ("Sources: %s."), documents);
      g_string_append_c (text, '\n');
    }
  if (self->spec->badges)
    {
      g_string_append (text, get_badge_note (self));
      g_string_append_c (text, ' ');
    }
  /* Translators: below a map: version and date of the data set */
  g_string_append_printf (text, _ ("Liaoning Atlas, data set %s of %s."),
                          atlas_catalog_get_version (self->catalog), date);
  if (attribution != NULL && *attribution != '\0')
    {
      g_string_append_c (text, ' ');
      /* Translators: below a map: whose the picture under the map is, in its owner's words */
      g_string_append_printf (text, _ ("Base map: %s"), attribution);
    }
  return g_string_free (text, FALSE);
}
