/* atlas-cli-show.c: `show PLACE`: the whole profile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-cli-private.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "atlas-cli-show-private.h"
#include "atlas-json.h"
#include "atlas-similar.h"
#include "atlas-wording.h"

/* As many as a person reads */
#define MAX_SIMILAR 5

static void
print_header (AtlasPlace *place)
{
  AtlasPlace *parent = atlas_place_get_parent (place);

  printf ("%s  %s\n", atlas_place_get_name (place), atlas_place_get_pinyin (place));
  if (parent != NULL)
    printf ("%s · ", atlas_place_get_name (parent));
  printf ("%s · %s\n", atlas_wording_get_level (atlas_place_get_level (place)),
          atlas_place_get_code (place));
}

static guint
print_claims (const char *heading, GPtrArray *claims, AtlasIndustryRole role)
{
  guint n_printed = 0;

  for (guint i = 0; i < claims->len; i++)
    {
      const AtlasClaim *claim = g_ptr_array_index (claims, i);
      g_autofree char *period = NULL;

      if (claim->role != role)
        continue;
      if (n_printed++ == 0)
        printf ("\n%s\n", heading);
      period = atlas_wording_format_period (claim->period);
      printf ("  %s（%s）", claim->text, period);
      _atlas_cli_print_claim_end (claim);
    }
  return n_printed;
}

static void
print_absence (AtlasCatalog *catalog, AtlasPlace *place)
{
  const AtlasDocument *newest = g_ptr_array_index (atlas_catalog_get_documents (catalog), 0);
  g_autofree char *sentence = atlas_wording_format_no_industries (place, newest);

  printf ("\n%s\n  %s\n", atlas_wording_get_leading (place), sentence);
}

static void
print_sources (GPtrArray *citations)
{
  printf ("\n%s\n", _ ("Sources"));
  for (guint i = 0; i < citations->len; i++)
    {
      const AtlasCitation *citation = g_ptr_array_index (citations, i);
      g_autofree char *source = atlas_citation_format_source (citation);
      g_autofree char *quote = atlas_wording_quote (citation->quote);

      printf ("  [%u] %s\n      %s\n", i + 1, source, quote);
    }
}

static void
print_statements (AtlasCatalog *catalog, AtlasProfile *profile)
{
  AtlasPlace *place = atlas_profile_get_place (profile);
  GPtrArray *industries = atlas_profile_get_industries (profile);

  if (atlas_place_is_district (place))
    {
      printf ("\n%s\n", _ ("The plans set out no positioning and no industries for districts."));
      return;
    }

  print_claims (_ ("Positioning"), atlas_profile_get_positioning (profile),
                ATLAS_INDUSTRY_ROLE_NONE);
  if (print_claims (atlas_wording_get_leading (place), industries, ATLAS_INDUSTRY_ROLE_LEADING)
      == 0)
    print_absence (catalog, place);
  print_claims (_ ("Cultivated industries"), industries, ATLAS_INDUSTRY_ROLE_CULTIVATED);
}

static AtlasCliStatus
print_text (AtlasCatalog *catalog, AtlasProfile *profile, GPtrArray *similar)
{
  AtlasPlace *place = atlas_profile_get_place (profile);
  GPtrArray *citations = atlas_profile_get_citations (profile);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) neighbours = atlas_catalog_load_neighbours (catalog, place, &error);

  if (neighbours == NULL)
    return _atlas_cli_fail (error);
  print_header (place);
  print_statements (catalog, profile);
  _atlas_cli_print_facts (profile);
  _atlas_cli_print_others (similar, neighbours);
  if (citations->len > 0)
    print_sources (citations);
  return ATLAS_CLI_DONE;
}

static void
print_json (AtlasProfile *profile, GPtrArray *similar)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  _atlas_json_add_profile (builder, profile, similar);
  _atlas_json_print (builder);
}

/*
 * _atlas_cli_show:
 * @catalog: the catalog
 * @options: with one argument, a place
 *
 * Returns: the exit status
 */
AtlasCliStatus
_atlas_cli_show (AtlasCatalog *catalog, const AtlasCliOptions *options)
{
  g_autoptr (AtlasProfile) profile = NULL;
  g_autoptr (GPtrArray) similar = NULL;
  g_autoptr (GError) error = NULL;
  AtlasPlace *place;

  if (g_strv_length (options->arguments) != 1)
    return _atlas_cli_usage (_ ("“show” takes one place, such as “show 瓦房店”."));

  place = atlas_catalog_resolve_place (catalog, options->arguments[0], &error);
  if (place != NULL)
    profile = atlas_catalog_load_profile (catalog, place, &error);
  if (profile != NULL)
    similar = atlas_similar_find (catalog, profile, MAX_SIMILAR, &error);
  if (similar == NULL)
    return _atlas_cli_fail (error);

  if (!options->json)
    return print_text (catalog, profile, similar);
  print_json (profile, similar);
  return ATLAS_CLI_DONE;
}
