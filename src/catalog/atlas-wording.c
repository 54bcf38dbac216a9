/* atlas-wording.c: the words for levels, dates and facts that several views share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-wording.h"

#include <stdio.h>
#include <string.h>

#include <glib/gi18n.h>

/**
 * atlas_wording_get_level:
 * @level: a level
 *
 * Returns: what a person calls it, in the language of the interface
 */
const char *
atlas_wording_get_level (AtlasPlaceLevel level)
{
  switch (level)
    {
    case ATLAS_PLACE_LEVEL_CITY:
      return _ ("Prefecture-level city");
    case ATLAS_PLACE_LEVEL_COUNTY:
      return _ ("County");
    case ATLAS_PLACE_LEVEL_COUNTY_CITY:
      return _ ("County-level city");
    case ATLAS_PLACE_LEVEL_AUTONOMOUS_COUNTY:
      return _ ("Autonomous county");
    case ATLAS_PLACE_LEVEL_DISTRICT:
      return _ ("District");
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * atlas_wording_format_date:
 * @published: a date in ISO 8601, as exact as known: 2026-05-20, 2026-05, 2026
 *
 * Returns: (transfer full): the date for the eye (2026年5月), as exact as @published; @published
 *   itself where it is none
 */
char *
atlas_wording_format_date (const char *published)
{
  g_autoptr (GDateTime) date = NULL;
  int year = 0;
  int month = 1;
  int day = 1;
  int n_parts;
  char *text;

  g_return_val_if_fail (published != NULL, NULL);

  n_parts = sscanf (published, "%4d-%2d-%2d", &year, &month, &day);
  if (n_parts >= 1)
    date = g_date_time_new_utc (year, month, day, 0, 0, 0.0);
  if (date == NULL)
    return g_strdup (published);

  if (n_parts == 1)
    /* Translators: a year, for g_date_time_format(); in Chinese %Y年 */
    text = g_date_time_format (date, C_ ("year", "%Y"));
  else if (n_parts == 2)
    /* Translators: a month, for g_date_time_format(); in Chinese %Y年%-m月 */
    text = g_date_time_format (date, C_ ("month", "%B %Y"));
  else
    /* Translators: a day, for g_date_time_format(); in Chinese %Y年%-m月%-d日 */
    text = g_date_time_format (date, C_ ("day", "%-d %B %Y"));
  return text != NULL ? text : g_strdup (published);
}

/**
 * atlas_wording_format_period:
 * @period: a year, or two joined by a hyphen: 2024, 2026-2030
 *
 * Returns: (transfer full): the period for the eye
 */
char *
atlas_wording_format_period (const char *period)
{
  g_auto (GStrv) years = NULL;

  g_return_val_if_fail (period != NULL, NULL);

  years = g_strsplit (period, "-", 2);
  if (years[0] == NULL || years[1] == NULL)
    return atlas_wording_format_date (period);
  /* Translators: the first and the last year of a plan */
  return g_strdup_printf (C_ ("period", "%s–%s"), years[0], years[1]);
}

/**
 * atlas_wording_format_document:
 * @document: a document
 *
 * Returns: (transfer full): its title and date
 */
char *
atlas_wording_format_document (const AtlasDocument *document)
{
  g_autofree char *date = NULL;

  g_return_val_if_fail (document != NULL, NULL);

  date = atlas_wording_format_date (document->published);
  /* Translators: title and date of a document */
  return g_strdup_printf (C_ ("source", "《%s》, %s"), document->title, date);
}

/**
 * atlas_wording_format_document_of_period:
 * @document: a document
 *
 * Returns: (transfer full): its period, title and date, for a heading; without the date where that
 *   says no more than the period
 */
char *
atlas_wording_format_document_of_period (const AtlasDocument *document)
{
  g_autofree char *date = NULL;

  g_return_val_if_fail (document != NULL, NULL);

  if (g_str_equal (document->published, document->period))
    /* Translators: period and title of a document */
    return g_strdup_printf (C_ ("source", "%s · 《%s》"), document->period_name, document->title);
  date = atlas_wording_format_date (document->published);
  /* Translators: period, title and date of a document */
  return g_strdup_printf (C_ ("source", "%s · 《%s》, %s"), document->period_name, document->title,
                          date);
}

/**
 * atlas_wording_format_inferred:
 * @why: the reason why a fact is tied to a place that the text does not name
 *
 * Returns: (transfer full): that it is inferred, with the reason
 */
char *
atlas_wording_format_inferred (const char *why)
{
  g_return_val_if_fail (why != NULL, NULL);

  /* Translators: why the data set ties a fact to a place that the text does not name */
  return g_strdup_printf (_ ("Inferred: %s"), why);
}

/**
 * atlas_wording_list:
 * @words: (element-type utf8): words or names
 *
 * Returns: (transfer full): @words in one line, with between them what stands there in the language
 *   of the interface
 */
char *
atlas_wording_list (GPtrArray *words)
{
  GString *text;

  g_return_val_if_fail (words != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0)
        /* Translators: what stands between the words of a list */
        g_string_append (text, C_ ("list", ", "));
      g_string_append (text, g_ptr_array_index (words, i));
    }
  return g_string_free (text, FALSE);
}

/**
 * atlas_wording_quote:
 * @quote: a quotation
 *
 * Returns: (transfer full): @quote between quotation marks; without them where it has some itself,
 *   which must stay as they are printed
 */
char *
atlas_wording_quote (const char *quote)
{
  g_return_val_if_fail (quote != NULL, NULL);

  return strstr (quote, "“") != NULL ? g_strdup (quote) : g_strdup_printf ("“%s”", quote);
}

/**
 * atlas_wording_get_leading:
 * @place: a city or county
 *
 * Returns: what the plan calls its industries that lead: 优势产业 of a city, 主导产业 of a county
 */
const char *
atlas_wording_get_leading (AtlasPlace *place)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (place), NULL);

  return atlas_place_is_city (place) ? _ ("Strong industries") : _ ("Leading industries");
}

/**
 * atlas_wording_format_no_industries:
 * @place: a city or county for which @document lists none
 * @document: the document
 *
 * Returns: (transfer full): a sentence that says so
 */
char *
atlas_wording_format_no_industries (AtlasPlace *place, const AtlasDocument *document)
{
  const char *name;

  g_return_val_if_fail (ATLAS_IS_PLACE (place) && document != NULL, NULL);

  name = atlas_place_get_name (place);
  if (atlas_place_is_city (place))
    /* Translators: title of a document, name of a place */
    return g_strdup_printf (_ ("《%s》 lists no strong industries for %s."), document->title, name);
  /* Translators: title of a document, name of a place */
  return g_strdup_printf (_ ("《%s》 lists no leading industries for %s."), document->title, name);
}

/**
 * atlas_wording_format_industries:
 * @place: a city or county
 *
 * Returns: (transfer full): how many leading industries the newest plan names for it
 */
char *
atlas_wording_format_industries (AtlasPlace *place)
{
  guint n = atlas_place_get_n_industries (place);

  if (atlas_place_is_city (place))
    return n == 0 ? g_strdup (_ ("No strong industries listed"))
                  : g_strdup_printf (ngettext ("%u strong industry", "%u strong industries", n), n);
  if (n == 0)
    return g_strdup (_ ("No leading industries listed"));
  return g_strdup_printf (ngettext ("%u leading industry", "%u leading industries", n), n);
}

/**
 * atlas_wording_format_place:
 * @place: a place
 *
 * Returns: (transfer full): name, level and number of leading industries, for a screen reader
 */
char *
atlas_wording_format_place (AtlasPlace *place)
{
  const char *name = atlas_place_get_name (place);
  const char *level = atlas_wording_get_level (atlas_place_get_level (place));
  g_autofree char *industries = NULL;

  if (atlas_place_is_district (place))
    /* Translators: name and level of a place */
    return g_strdup_printf (C_ ("place", "%s, %s"), name, level);

  industries = atlas_wording_format_industries (place);
  /* Translators: name and level of a place, number of its leading industries */
  return g_strdup_printf (C_ ("place", "%s, %s, %s"), name, level, industries);
}

/**
 * atlas_wording_get_stage:
 * @stage: a stage
 *
 * Returns: what a person calls it, in the language of the interface
 */
const char *
atlas_wording_get_stage (AtlasStage stage)
{
  switch (stage)
    {
    case ATLAS_STAGE_IDEA:
      return C_ ("stage", "Idea");
    case ATLAS_STAGE_PREPARATION:
      return C_ ("stage", "Preparation");
    case ATLAS_STAGE_UNDER_WAY:
      return C_ ("stage", "Under way");
    case ATLAS_STAGE_CONTINUING:
      return C_ ("stage", "Continuing or ongoing");
    case ATLAS_STAGE_DONE:
      return C_ ("stage", "Done");
    case ATLAS_N_STAGES:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * atlas_wording_get_zone_kind:
 * @zone_kind: the kind of a zone, as in the data
 *
 * Returns: what a person calls it, in the language of the interface; @zone_kind itself where this
 *   release does not know it
 */
const char *
atlas_wording_get_zone_kind (const char *zone_kind)
{
  static const char *const kinds[][2] = {
    { "region", NC_ ("zone", "Region") },
    { "corridor", NC_ ("zone", "Corridor") },
    { "pivot-city", NC_ ("zone", "Pivot city") },
    { "ethnic", NC_ ("zone", "Ethnic area") },
    { "border", NC_ ("zone", "Border area") },
    { "resource", NC_ ("zone", "Resource-based area") },
    { "centre", NC_ ("zone", "Functional centre") },
    { "port", NC_ ("zone", "Port") },
    { "hub", NC_ ("zone", "Hub") },
    { "free-trade", NC_ ("zone", "Free-trade area") },
    { "zone", NC_ ("zone", "Industrial park") },
    { "pilot", NC_ ("zone", "Pilot") },
    { "base", NC_ ("zone", "Base") },
    { "designation", NC_ ("zone", "Designation") },
    { "brand", NC_ ("zone", "Brand") },
    { "heritage", NC_ ("zone", "Cultural heritage") },
    { "nature", NC_ ("zone", "Nature reserve") },
  };

  g_return_val_if_fail (zone_kind != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (zone_kind, kinds[i][0]) == 0)
      return g_dpgettext2 (NULL, "zone", kinds[i][1]);
  return zone_kind;
}

/**
 * atlas_wording_format_projects:
 * @place: a place
 *
 * Returns: (transfer full): how many projects the documents tie to it and to what belongs to it,
 * and how many of them the newest plan lists; or a sentence that they tie none
 */
char *
atlas_wording_format_projects (AtlasPlace *place)
{
  guint n_newest;
  guint n;

  g_return_val_if_fail (ATLAS_IS_PLACE (place), NULL);

  n_newest = atlas_place_get_n_newest_projects (place);
  n = atlas_place_get_n_projects (place);
  if (n == 0)
    /* Translators: name of a place */
    return g_strdup_printf (_ ("No document ties a project to %s."), atlas_place_get_name (place));
  if (n_newest == 0)
    return g_strdup_printf (ngettext ("%u project, not in the newest plan",
                                      "%u projects, none of them in the newest plan", n),
                            n);
  if (n_newest == n)
    return g_strdup_printf (ngettext ("%u project, in the newest plan",
                                      "%u projects, all of them in the newest plan", n),
                            n);
  /* Translators: how many projects in all, how many of them the newest plan lists */
  return g_strdup_printf (ngettext ("%u project, %u of them in the newest plan",
                                    "%u projects, %u of them in the newest plan", n),
                          n, n_newest);
}

/**
 * atlas_wording_format_quantity:
 * @quantity: an amount of money or a capacity
 *
 * Returns: (transfer full): the quantity for the eye, in Chinese as its document is: 装机 180万千瓦
 */
char *
atlas_wording_format_quantity (const AtlasQuantity *quantity)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (quantity != NULL, NULL);

  g_ascii_formatd (number, sizeof number, "%.12g", quantity->number);
  if (quantity->qualifier == NULL)
    return g_strconcat (number, quantity->unit, NULL);
  return g_strconcat (quantity->qualifier, " ", number, quantity->unit, NULL);
}

/**
 * atlas_wording_format_project_places:
 * @project: a project
 *
 * A county or district stands behind the name of its city, unless the place before it has said
 * which city that is.
 *
 * Returns: (transfer full): who carries the project, in Chinese as the names are:
 *   大连市庄河市、葫芦岛市兴城市
 */
char *
atlas_wording_format_project_places (const AtlasProject *project)
{
  AtlasPlace *last_city = NULL;
  GString *text;

  g_return_val_if_fail (project != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < project->places->len; i++)
    {
      const AtlasProjectPlace *carrier = g_ptr_array_index (project->places, i);
      AtlasPlace *parent = atlas_place_get_parent (carrier->place);

      if (text->len > 0)
        g_string_append (text, "、");
      if (parent != NULL && parent != last_city)
        g_string_append (text, atlas_place_get_name (parent));
      g_string_append (text, atlas_place_get_name (carrier->place));
      last_city = parent != NULL ? parent : carrier->place;
    }
  return g_string_free (text, FALSE);
}
