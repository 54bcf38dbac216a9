/* atlas-cli-show-facts.c: `show PLACE`: projects, clusters, zones and what stands beside them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-cli-show-private.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "atlas-similar.h"
#include "atlas-wording.h"

/*
 * _atlas_cli_print_why:
 * @why: (nullable): why a fact is tied to a place that the text does not name
 *
 * Prints it behind the fact.
 */
void
_atlas_cli_print_why (const char *why)
{
  g_autofree char *text = NULL;

  if (why == NULL)
    return;
  text = atlas_wording_format_inferred (why);
  printf ("  %s", text);
}

/*
 * _atlas_cli_print_standing:
 * @statement: what a document says of a project whose name is printed
 *
 * Prints behind the name how far the project is in the words of the document, if it says so, and
 * the years that the document speaks of.
 */
void
_atlas_cli_print_standing (const AtlasProjectStatement *statement)
{
  g_autofree char *period = atlas_wording_format_period (statement->claim.period);

  printf ("  %s（%s）", statement->status != NULL ? statement->status : "", period);
}

/*
 * _atlas_cli_print_claim_end:
 * @claim: a fact whose text is printed
 *
 * Ends its line: the numbers of its sources, why a place is inferred, what was repaired.
 */
void
_atlas_cli_print_claim_end (const AtlasClaim *claim)
{
  for (guint i = 0; i < claim->citations->len; i++)
    printf (" [%u]", g_array_index (claim->citations, guint, i) + 1);
  _atlas_cli_print_why (claim->why);
  if (claim->repair != NULL)
    printf ("  ※ %s", claim->repair);
  putchar ('\n');
}

static void
print_statement (const AtlasProjectStatement *statement)
{
  _atlas_cli_print_standing (statement);
  for (guint i = 0; i < statement->quantities->len; i++)
    {
      g_autofree char *quantity = atlas_wording_format_quantity (
          g_ptr_array_index (statement->quantities, i));

      printf ("  %s", quantity);
    }
  _atlas_cli_print_claim_end (&statement->claim);
}

/* The newest statement stands beside the name; older ones below, under what they call it. */
static void
print_project (const AtlasProject *project, AtlasPlace *place)
{
  const AtlasProjectPlace *carrier = atlas_project_find_place (project, place);
  g_autofree char *places = atlas_wording_format_project_places (project);

  printf ("    %s", project->name);
  if (project->places->len > 1 || carrier->place != place)
    printf ("（%s）", places);
  print_statement (g_ptr_array_index (project->statements, 0));
  for (guint i = 1; i < project->statements->len; i++)
    {
      const AtlasProjectStatement *statement = g_ptr_array_index (project->statements, i);

      printf ("      %s", statement->claim.text);
      print_statement (statement);
    }
  if (carrier->why != NULL)
    {
      printf ("    ");
      _atlas_cli_print_why (carrier->why);
      putchar ('\n');
    }
}

static gboolean
is_first_of_category (GPtrArray *projects, guint index)
{
  const AtlasProject *project = g_ptr_array_index (projects, index);

  for (guint i = 0; i < index; i++)
    if (g_str_equal (((const AtlasProject *) g_ptr_array_index (projects, i))->category,
                     project->category))
      return FALSE;
  return TRUE;
}

static void
print_projects (AtlasProfile *profile)
{
  GPtrArray *projects = atlas_profile_get_projects (profile);
  AtlasPlace *place = atlas_profile_get_place (profile);

  printf ("\n%s\n", _ ("Projects"));
  if (projects->len == 0)
    {
      g_autofree char *absence = atlas_wording_format_projects (place);

      printf ("  %s\n", absence);
    }
  for (guint i = 0; i < projects->len; i++)
    {
      const AtlasProject *first = g_ptr_array_index (projects, i);

      if (!is_first_of_category (projects, i))
        continue;
      printf ("  %s\n", first->category);
      for (guint j = i; j < projects->len; j++)
        {
          const AtlasProject *project = g_ptr_array_index (projects, j);

          if (g_str_equal (project->category, first->category))
            print_project (project, place);
        }
    }
}

/* A county is told for which city the document says it. */
static void
print_via (const AtlasMembership *member, AtlasPlace *place)
{
  if (member->place != place)
    printf ("（%s）", atlas_place_get_name (member->place));
}

static void
print_clusters (AtlasProfile *profile)
{
  GPtrArray *clusters = atlas_profile_get_clusters (profile);

  if (clusters->len > 0)
    printf ("\n%s\n", _ ("Clusters"));
  for (guint i = 0; i < clusters->len; i++)
    {
      const AtlasMembership *member = g_ptr_array_index (clusters, i);

      printf ("  %s", member->group->name);
      if (member->group->tier != NULL)
        printf (" · %s", member->group->tier);
      print_via (member, atlas_profile_get_place (profile));
      printf ("\n    %s", member->claim.text);
      _atlas_cli_print_claim_end (&member->claim);
    }
}

static void
print_zones (AtlasProfile *profile)
{
  GPtrArray *zones = atlas_profile_get_zones (profile);

  if (zones->len > 0)
    printf ("\n%s\n", _ ("Zones"));
  for (guint i = 0; i < zones->len; i++)
    {
      const AtlasMembership *member = g_ptr_array_index (zones, i);

      printf ("  %s", member->claim.text);
      print_via (member, atlas_profile_get_place (profile));
      if (member->role != NULL)
        printf ("  %s", member->role);
      _atlas_cli_print_claim_end (&member->claim);
    }
}

static void
print_indicator (const AtlasIndicator *indicator)
{
  printf ("  %s", indicator->claim.text);
  if (indicator->unit != NULL)
    printf ("（%s）", indicator->unit);
  for (guint i = 0; i < indicator->values->len; i++)
    {
      const AtlasIndicatorValue *value = g_ptr_array_index (indicator->values, i);

      printf ("  %s", value->heading);
      if (value->text != NULL)
        printf (" %s", value->text);
      if (value->note != NULL)
        printf ("（%s）", value->note);
    }
  _atlas_cli_print_claim_end (&indicator->claim);
}

static void
print_indicators (AtlasProfile *profile)
{
  GPtrArray *indicators = atlas_profile_get_indicators (profile);

  if (indicators->len > 0)
    printf ("\n%s\n", _ ("Indicators"));
  for (guint i = 0; i < indicators->len; i++)
    print_indicator (g_ptr_array_index (indicators, i));
}

/*
 * _atlas_cli_print_facts:
 * @profile: a profile
 *
 * Prints its projects, clusters, zones and indicators.
 */
void
_atlas_cli_print_facts (AtlasProfile *profile)
{
  print_projects (profile);
  print_clusters (profile);
  print_zones (profile);
  print_indicators (profile);
}

static char *
list_names (GPtrArray *places)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (names, (gpointer) atlas_place_get_name (g_ptr_array_index (places, i)));
  return atlas_wording_list (names);
}

/*
 * _atlas_cli_print_others:
 * @similar: (element-type AtlasSimilarPlace): places that have something in common with it
 * @neighbours: (element-type AtlasPlace): places that border it
 *
 * Prints what lies beside a place in kind and on the map.
 */
void
_atlas_cli_print_others (GPtrArray *similar, GPtrArray *neighbours)
{
  g_autofree char *names = NULL;

  if (similar->len > 0)
    printf ("\n%s\n", _ ("Places like this one"));
  for (guint i = 0; i < similar->len; i++)
    {
      const AtlasSimilarPlace *other = g_ptr_array_index (similar, i);
      g_autofree char *shared = atlas_wording_list (other->shared);

      printf ("  %s%s%s\n", atlas_place_get_name (other->place), *shared != '\0' ? "：" : "",
              shared);
    }

  if (neighbours->len == 0)
    return;
  names = list_names (neighbours);
  printf ("\n%s\n  %s\n", _ ("Neighbours"), names);
}
