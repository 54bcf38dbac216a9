/* atlas-cli-search.c: `search TEXT`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-cli-private.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "atlas-cli-show-private.h"
#include "atlas-json.h"
#include "atlas-search.h"
#include "atlas-wording.h"

typedef struct
{
  GListModel *places;
  GPtrArray *industries;
  AtlasProjectHits *projects;
  GPtrArray *passages;
} Hits;

static void
hits_clear (Hits *hits)
{
  g_clear_object (&hits->places);
  g_clear_pointer (&hits->industries, g_ptr_array_unref);
  g_clear_pointer (&hits->projects, atlas_project_hits_free);
  g_clear_pointer (&hits->passages, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Hits, hits_clear)

static gboolean
collect (AtlasCatalog *catalog, const AtlasCliOptions *options, Hits *hits, GError **error)
{
  const char *text = options->arguments[0];
  guint limit = (guint) options->limit;

  hits->places = atlas_search_places (catalog, text, limit);
  hits->industries = atlas_search_industries (catalog, text, limit, error);
  if (hits->industries == NULL)
    return FALSE;
  hits->projects = atlas_search_projects (catalog, text, limit, error);
  if (hits->projects == NULL)
    return FALSE;
  hits->passages = atlas_search_passages (catalog, text, limit, error);
  return hits->passages != NULL;
}

static gboolean
is_empty (const Hits *hits)
{
  return g_list_model_get_n_items (hits->places) == 0 && hits->industries->len == 0
         && hits->projects->matches->len == 0 && hits->passages->len == 0;
}

static void
end_hit (JsonBuilder *builder, const char *match)
{
  _atlas_json_set_text (builder, "match", match);
  json_builder_end_object (builder);
}

static void
add_places (JsonBuilder *builder, GListModel *hits)
{
  json_builder_set_member_name (builder, "places");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr (AtlasPlaceHit) hit = g_list_model_get_item (hits, i);

      _atlas_json_begin_place (builder, atlas_place_hit_get_place (hit));
      end_hit (builder, atlas_place_hit_get_match (hit));
    }
  json_builder_end_array (builder);
}

static void
add_texts (JsonBuilder *builder, const char *member, GPtrArray *hits)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < hits->len; i++)
    {
      const AtlasTextHit *hit = g_ptr_array_index (hits, i);

      if (hit->term != NULL)
        _atlas_json_begin_industry_term (builder, hit->term);
      else
        _atlas_json_begin_citation (builder, hit->citation);
      end_hit (builder, hit->match);
    }
  json_builder_end_array (builder);
}

static void
add_projects (JsonBuilder *builder, const AtlasProjectHits *hits)
{
  json_builder_set_member_name (builder, "projects");
  json_builder_begin_array (builder);
  for (guint i = 0; i < hits->matches->len; i++)
    {
      _atlas_json_begin_project (builder, g_ptr_array_index (hits->list->projects, i), NULL,
                                 hits->list->citations);
      end_hit (builder, g_ptr_array_index (hits->matches, i));
    }
  json_builder_end_array (builder);
}

static void
print_json (const Hits *hits)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  add_places (builder, hits->places);
  add_texts (builder, "industries", hits->industries);
  add_projects (builder, hits->projects);
  add_texts (builder, "passages", hits->passages);
  json_builder_end_object (builder);
  _atlas_json_print (builder);
}

static void
print_places (GListModel *hits)
{
  if (g_list_model_get_n_items (hits) > 0)
    printf ("%s\n", _ ("Places"));
  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr (AtlasPlaceHit) hit = g_list_model_get_item (hits, i);
      AtlasPlace *place = atlas_place_hit_get_place (hit);
      AtlasPlace *parent = atlas_place_get_parent (place);

      printf ("  %s  %s", atlas_place_get_code (place), atlas_place_get_name (place));
      if (parent != NULL)
        printf ("（%s）", atlas_place_get_name (parent));
      printf ("  %s\n", atlas_place_hit_get_match (hit));
    }
}

static void
print_texts (const char *heading, GPtrArray *hits)
{
  if (hits->len > 0)
    printf ("%s\n", heading);
  for (guint i = 0; i < hits->len; i++)
    {
      const AtlasTextHit *hit = g_ptr_array_index (hits, i);
      g_autofree char *source = NULL;

      printf ("  %s", hit->match);
      if (hit->term != NULL)
        for (guint j = 0; j < hit->term->places->len; j++)
          printf ("  %s", atlas_place_get_name (g_ptr_array_index (hit->term->places, j)));
      else
        {
          source = atlas_citation_format_source (hit->citation);
          printf ("\n      %s", source);
        }
      putchar ('\n');
    }
}

/* The newest statement that calls @project by the name that matched: an older name stands beside
 * what the older document says. */
static const AtlasProjectStatement *
find_statement (const AtlasProject *project, const char *match)
{
  g_autoptr (GString) name = g_string_new (match);

  g_string_replace (name, "[[", "", 0);
  g_string_replace (name, "]]", "", 0);
  for (guint i = 0; i < project->statements->len; i++)
    {
      const AtlasProjectStatement *statement = g_ptr_array_index (project->statements, i);

      if (g_str_equal (statement->claim.text, name->str))
        return statement;
    }
  return atlas_project_get_newest (project);
}

static void
print_projects (const AtlasProjectHits *hits)
{
  if (hits->matches->len > 0)
    printf ("%s\n", _ ("Projects"));
  for (guint i = 0; i < hits->matches->len; i++)
    {
      const AtlasProject *project = g_ptr_array_index (hits->list->projects, i);
      const char *match = g_ptr_array_index (hits->matches, i);
      const AtlasProjectStatement *statement = find_statement (project, match);
      guint first = g_array_index (statement->claim.citations, guint, 0);
      g_autofree char *places = atlas_wording_format_project_places (project);
      g_autofree char *source = atlas_citation_format_source (
          g_ptr_array_index (hits->list->citations, first));

      printf ("  %s（%s）", match, places);
      _atlas_cli_print_standing (statement);
      printf ("\n      %s\n", source);
    }
}

/*
 * _atlas_cli_search:
 * @catalog: the catalog
 * @options: with one argument, what to look for, and the limit of hits a group
 *
 * Returns: the exit status, %ATLAS_CLI_NOT_FOUND where nothing matches
 */
AtlasCliStatus
_atlas_cli_search (AtlasCatalog *catalog, const AtlasCliOptions *options)
{
  g_auto (Hits) hits = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;

  if (g_strv_length (options->arguments) != 1)
    return _atlas_cli_usage (_ ("“search” takes one text, such as “search 轴承”."));
  if (options->limit < 0)
    return _atlas_cli_usage (_ ("--limit takes a number of hits, 0 for all."));
  if (!collect (catalog, options, &hits, &error))
    return _atlas_cli_fail (error);

  if (options->json)
    print_json (&hits);
  else
    {
      print_places (hits.places);
      print_texts (_ ("Industries"), hits.industries);
      print_projects (hits.projects);
      print_texts (_ ("Quotations"), hits.passages);
    }

  if (!is_empty (&hits))
    return ATLAS_CLI_DONE;
  shown = _atlas_cli_shorten (options->arguments[0]);
  message = g_strdup_printf (_ ("“%s” is in no place, industry, project or quotation of the data "
                                "set. The documents themselves may say more."),
                             shown);
  atlas_cli_print_error (message);
  return ATLAS_CLI_NOT_FOUND;
}
