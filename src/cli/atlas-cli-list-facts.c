/* atlas-cli-list-facts.c: `list projects|clusters|zones`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-cli-list-private.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "atlas-cli-show-private.h"
#include "atlas-json.h"
#include "atlas-wording.h"

/* Each source of @indices that is not among @printed, a line each. */
static void
print_sources (GArray *indices, GPtrArray *citations, GPtrArray *printed)
{
  for (guint i = 0; i < indices->len; i++)
    {
      guint index = g_array_index (indices, guint, i);
      g_autofree char *source = atlas_citation_format_source (g_ptr_array_index (citations, index));

      if (g_ptr_array_find_with_equal_func (printed, source, g_str_equal, NULL))
        continue;
      printf ("      %s\n", source);
      g_ptr_array_add (printed, g_steal_pointer (&source));
    }
}

static void
print_project (const AtlasProject *project, GPtrArray *citations)
{
  const AtlasProjectStatement *newest = atlas_project_get_newest (project);
  g_autofree char *places = atlas_wording_format_project_places (project);
  g_autoptr (GPtrArray) printed = g_ptr_array_new_with_free_func (g_free);

  printf ("%s  %s（%s）", project->category, project->name, places);
  _atlas_cli_print_standing (newest);
  putchar ('\n');
  print_sources (newest->claim.citations, citations, printed);
}

/*
 * _atlas_cli_list_projects:
 * @list: the list
 *
 * Returns: the exit status
 */
AtlasCliStatus
_atlas_cli_list_projects (AtlasCliList *list)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasProjectList) found = atlas_catalog_load_projects (list->catalog, &list->filter,
                                                                    &error);

  if (found == NULL)
    return _atlas_cli_fail (error);
  for (guint i = 0; i < found->projects->len; i++)
    {
      const AtlasProject *project = g_ptr_array_index (found->projects, i);

      list->n_listed++;
      if (list->builder == NULL)
        {
          print_project (project, found->citations);
          continue;
        }
      _atlas_json_begin_project (list->builder, project, list->filter.place, found->citations);
      json_builder_end_object (list->builder);
    }
  return ATLAS_CLI_DONE;
}

static gboolean
cites (GArray *indices, GPtrArray *citations, const AtlasDocument *document)
{
  for (guint i = 0; i < indices->len; i++)
    {
      const AtlasCitation *citation = g_ptr_array_index (citations,
                                                         g_array_index (indices, guint, i));

      if (citation->document == document)
        return TRUE;
    }
  return FALSE;
}

/* As in its profile, a county also belongs where its city does: to clusters, and to zones in which
 * the city stands with all its counties. */
static gboolean
is_asked_for (const AtlasMembership *member, AtlasPlace *place)
{
  if (_atlas_cli_is_within (member->place, place))
    return TRUE;
  return !atlas_place_is_district (place) && member->place == atlas_place_get_parent (place)
         && (member->group->kind != ATLAS_GROUP_ZONE || member->group->extends);
}

/* Those members that the place and the document leave. */
static GPtrArray *
select_members (const AtlasCliList *list, const AtlasGroupMembers *members)
{
  GPtrArray *selected = g_ptr_array_new ();

  for (guint i = 0; i < members->members->len; i++)
    {
      AtlasMembership *member = g_ptr_array_index (members->members, i);

      if (is_asked_for (member, list->filter.place)
          && (list->filter.document == NULL
              || cites (member->claim.citations, members->citations, list->filter.document)))
        g_ptr_array_add (selected, member);
    }
  return selected;
}

static void
print_member (const AtlasMembership *member)
{
  const char *role = member->group->kind == ATLAS_GROUP_ZONE ? member->role : member->claim.text;

  printf ("  %s", atlas_place_get_name (member->place));
  if (role != NULL)
    printf ("  %s", role);
  _atlas_cli_print_why (member->claim.why);
  putchar ('\n');
}

static void
print_group (const AtlasGroup *group, const AtlasGroupMembers *members, GPtrArray *listed)
{
  g_autoptr (GPtrArray) printed = g_ptr_array_new_with_free_func (g_free);

  printf ("%s", group->name);
  if (group->tier != NULL)
    printf (" · %s", group->tier);
  printf (" · %s", group->kind == ATLAS_GROUP_ZONE ? atlas_wording_get_zone_kind (group->zone_kind)
                                                   : group->family->name);
  if (group->note != NULL)
    printf ("（%s）", group->note);
  putchar ('\n');
  if (group->target != NULL)
    {
      printf ("  ");
      /* Translators: what a cluster is to reach by 2030, as the plan says it */
      printf (_ ("Target for 2030: %s"), group->target);
      putchar ('\n');
    }
  for (guint i = 0; i < listed->len; i++)
    print_member (g_ptr_array_index (listed, i));

  print_sources (members->sources, members->citations, printed);
  for (guint i = 0; i < listed->len; i++)
    print_sources (((AtlasMembership *) g_ptr_array_index (listed, i))->claim.citations,
                   members->citations, printed);
}

/* A group that nobody is named for is listed where nothing is asked of its members. */
static AtlasCliStatus
list_group (AtlasCliList *list, const AtlasGroup *group)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasGroupMembers) members = atlas_catalog_load_members (list->catalog, group, &error);
  g_autoptr (GPtrArray) listed = NULL;

  if (members == NULL)
    return _atlas_cli_fail (error);
  listed = select_members (list, members);
  if (listed->len == 0
      && (list->filter.place != NULL
          || (list->filter.document != NULL
              && !cites (members->sources, members->citations, list->filter.document))))
    return ATLAS_CLI_DONE;

  list->n_listed++;
  if (list->builder != NULL)
    _atlas_json_add_group (list->builder, group, members, listed);
  else
    print_group (group, members, listed);
  return ATLAS_CLI_DONE;
}

static AtlasCliStatus
list_groups (AtlasCliList *list, GPtrArray *groups)
{
  AtlasCliStatus status = ATLAS_CLI_DONE;

  for (guint i = 0; i < groups->len && status == ATLAS_CLI_DONE; i++)
    {
      const AtlasGroup *group = g_ptr_array_index (groups, i);

      if (list->filter.family == NULL || group->family == list->filter.family)
        status = list_group (list, group);
    }
  return status;
}

/*
 * _atlas_cli_list_clusters:
 * @list: the list
 *
 * Returns: the exit status
 */
AtlasCliStatus
_atlas_cli_list_clusters (AtlasCliList *list)
{
  return list_groups (list, atlas_catalog_get_clusters (list->catalog));
}

/*
 * _atlas_cli_list_zones:
 * @list: the list
 *
 * Returns: the exit status
 */
AtlasCliStatus
_atlas_cli_list_zones (AtlasCliList *list)
{
  return list_groups (list, atlas_catalog_get_zones (list->catalog));
}
