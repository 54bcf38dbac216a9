/* atlas-json-facts.c: projects, clusters and zones in the stable JSON of the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-json.h"

/* Named by the text for @place, or, where no place is asked for, for any. */
static gboolean
is_named (const AtlasProject *project, AtlasPlace *place)
{
  if (place != NULL)
    {
      const AtlasProjectPlace *carrier = atlas_project_find_place (project, place);

      return carrier != NULL && carrier->why == NULL;
    }
  for (guint i = 0; i < project->places->len; i++)
    if (((const AtlasProjectPlace *) g_ptr_array_index (project->places, i))->why == NULL)
      return TRUE;
  return FALSE;
}

static void
add_codes (JsonBuilder *builder, GPtrArray *carriers)
{
  json_builder_set_member_name (builder, "places");
  json_builder_begin_array (builder);
  for (guint i = 0; i < carriers->len; i++)
    {
      const AtlasProjectPlace *carrier = g_ptr_array_index (carriers, i);

      json_builder_add_string_value (builder, atlas_place_get_code (carrier->place));
    }
  json_builder_end_array (builder);
}

static void
append_new (GArray *indices, GArray *more)
{
  for (guint i = 0; i < more->len; i++)
    {
      guint index = g_array_index (more, guint, i);
      gboolean known = FALSE;

      for (guint j = 0; j < indices->len; j++)
        known |= g_array_index (indices, guint, j) == index;
      if (!known)
        g_array_append_val (indices, index);
    }
}

/*
 * _atlas_json_begin_project:
 * @builder: where a value may stand
 * @project: a project; status, stage and period are what the newest document says
 * @place: (nullable): the place that is asked about, to which "relation" refers
 * @citations: (nullable): see _atlas_json_add_citations()
 *
 * Opens an object with the members of @project, for others to be added.
 */
void
_atlas_json_begin_project (JsonBuilder *builder,
                           const AtlasProject *project,
                           AtlasPlace *place,
                           GPtrArray *citations)
{
  const AtlasProjectStatement *newest = atlas_project_get_newest (project);
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < project->statements->len; i++)
    append_new (
        indices,
        ((AtlasProjectStatement *) g_ptr_array_index (project->statements, i))->claim.citations);

  json_builder_begin_object (builder);
  _atlas_json_set_text (builder, "id", project->id);
  _atlas_json_set_text (builder, "name", project->name);
  _atlas_json_set_text (builder, "category", project->category);
  _atlas_json_set_text (builder, "status", newest->status);
  _atlas_json_set_text (builder, "stage", atlas_stage_to_string (newest->stage));
  _atlas_json_set_text (builder, "period", newest->claim.period);
  add_codes (builder, project->places);
  _atlas_json_set_text (builder, "relation", is_named (project, place) ? "named" : "inferred");
  _atlas_json_add_citations (builder, indices, citations);
}

/* What says of the group and of its members; each passage once. */
static void
add_sources (JsonBuilder *builder, const AtlasGroupMembers *members, GPtrArray *listed)
{
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));

  append_new (indices, members->sources);
  for (guint i = 0; i < listed->len; i++)
    append_new (indices, ((AtlasMembership *) g_ptr_array_index (listed, i))->claim.citations);
  _atlas_json_add_citations (builder, indices, members->citations);
}

/*
 * _atlas_json_add_group:
 * @builder: where a value may stand
 * @group: a cluster, field or zone
 * @members: what belongs to it
 * @listed: (element-type AtlasMembership): those of its members that are asked for
 */
void
_atlas_json_add_group (JsonBuilder *builder,
                       const AtlasGroup *group,
                       const AtlasGroupMembers *members,
                       GPtrArray *listed)
{
  gboolean is_zone = group->kind == ATLAS_GROUP_ZONE;

  json_builder_begin_object (builder);
  _atlas_json_set_text (builder, "name", group->name);
  if (is_zone)
    _atlas_json_set_text (builder, "kind", group->zone_kind);
  else
    {
      _atlas_json_set_text (builder, "kind",
                            group->kind == ATLAS_GROUP_CLUSTER ? "cluster" : "future-field");
      _atlas_json_set_text (builder, "tier", group->tier);
      _atlas_json_set_text (builder, "family", group->family->id);
      _atlas_json_set_text (builder, "target_2030", group->target);
    }

  json_builder_set_member_name (builder, "places");
  json_builder_begin_array (builder);
  for (guint i = 0; i < listed->len; i++)
    {
      const AtlasMembership *member = g_ptr_array_index (listed, i);

      json_builder_begin_object (builder);
      _atlas_json_set_text (builder, "code", atlas_place_get_code (member->place));
      _atlas_json_set_text (builder, "role", is_zone ? member->role : member->claim.text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_sources (builder, members, listed);
  json_builder_end_object (builder);
}
