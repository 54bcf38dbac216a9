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

/* The sources of @claim, each once. In Chinese as the documents are, so not translated. */
static char *
format_sources (AtlasProfile *profile, const AtlasClaim *claim)
{
  GPtrArray *citations = atlas_profile_get_citations (profile);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < claim->citations->len; i++)
    {
      guint index = g_array_index (claim->citations, guint, i);
      g_autofree char *source = atlas_citation_format_source (g_ptr_array_index (citations, index));

      if (!g_ptr_array_find_with_equal_func (sources, source, g_str_equal, NULL))
        g_ptr_array_add (sources, g_steal_pointer (&source));
    }
  g_ptr_array_add (sources, NULL);
  return g_strjoinv ("；", (char **) sources->pdata);
}

static const char *
get_claim_label (AtlasPlace *place, const AtlasClaim *claim)
{
  switch (claim->role)
    {
    case ATLAS_INDUSTRY_ROLE_LEADING:
      return atlas_place_is_city (place) ? "优势产业" : "主导产业";
    case ATLAS_INDUSTRY_ROLE_CULTIVATED:
      return "培育产业";
    case ATLAS_INDUSTRY_ROLE_NONE:
    default:
      return "定位";
    }
}

/**
 * atlas_wording_quote_claim:
 * @profile: a profile
 * @claim: one of its facts
 *
 * Returns: (transfer full): the fact with its sources, ready to be pasted into a Chinese text:
 *   瓦房店市主导产业：轴承（来源：《…》（2026年5月）第十一章第三节专栏21第5项）
 */
char *
atlas_wording_quote_claim (AtlasProfile *profile, const AtlasClaim *claim)
{
  g_autofree char *sources = NULL;

  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (claim != NULL, NULL);

  sources = format_sources (profile, claim);
  return g_strdup_printf (
      "%s%s：%s（来源：%s）", atlas_place_get_name (atlas_profile_get_place (profile)),
      get_claim_label (atlas_profile_get_place (profile), claim), claim->text, sources);
}

static void
quote_claims (GString *text, AtlasProfile *profile, GPtrArray *claims)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const AtlasClaim *claim = g_ptr_array_index (claims, i);
      g_autofree char *quoted = atlas_wording_quote_claim (profile, claim);

      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, quoted);
    }
}

/**
 * atlas_wording_quote_profile:
 * @profile: a profile
 *
 * Returns: (transfer full): every fact of @profile with its sources, a line each; in Chinese as the
 *   documents are
 */
char *
atlas_wording_quote_profile (AtlasProfile *profile)
{
  GString *text;

  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);

  text = g_string_new (NULL);
  quote_claims (text, profile, atlas_profile_get_positioning (profile));
  quote_claims (text, profile, atlas_profile_get_industries (profile));
  return g_string_free (text, FALSE);
}
