/* atlas-json-profile.c: a whole profile in the stable JSON of the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-json.h"

static void
add_claim (JsonBuilder *builder, const AtlasClaim *claim)
{
  const char *role = atlas_industry_role_to_string (claim->role);

  json_builder_begin_object (builder);
  _atlas_json_set_text (builder, role != NULL ? "name" : "text", claim->text);
  if (role != NULL)
    {
      _atlas_json_set_text (builder, "family", claim->family->id);
      _atlas_json_set_text (builder, "role", role);
    }
  _atlas_json_set_text (builder, "period", claim->period);
  _atlas_json_set_text (builder, "kind", atlas_claim_kind_to_string (claim->kind));
  _atlas_json_add_citations (builder, claim->citations, NULL);
  json_builder_end_object (builder);
}

static void
add_claims (JsonBuilder *builder, const char *member, GPtrArray *claims)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < claims->len; i++)
    add_claim (builder, g_ptr_array_index (claims, i));
  json_builder_end_array (builder);
}

static void
add_projects (JsonBuilder *builder, AtlasProfile *profile)
{
  GPtrArray *projects = atlas_profile_get_projects (profile);

  json_builder_set_member_name (builder, "projects");
  json_builder_begin_array (builder);
  for (guint i = 0; i < projects->len; i++)
    {
      _atlas_json_begin_project (builder, g_ptr_array_index (projects, i),
                                 atlas_profile_get_place (profile), NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_clusters (JsonBuilder *builder, AtlasProfile *profile)
{
  GPtrArray *clusters = atlas_profile_get_clusters (profile);

  json_builder_set_member_name (builder, "clusters");
  json_builder_begin_array (builder);
  for (guint i = 0; i < clusters->len; i++)
    {
      const AtlasMembership *member = g_ptr_array_index (clusters, i);
      gboolean is_own = member->place == atlas_profile_get_place (profile);

      json_builder_begin_object (builder);
      _atlas_json_set_text (builder, "name", member->group->name);
      _atlas_json_set_text (builder, "tier", member->group->tier);
      _atlas_json_set_text (builder, "role", member->claim.text);
      _atlas_json_set_text (builder, "via", is_own ? NULL : atlas_place_get_code (member->place));
      _atlas_json_add_citations (builder, member->claim.citations, NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_zones (JsonBuilder *builder, AtlasProfile *profile)
{
  GPtrArray *zones = atlas_profile_get_zones (profile);

  json_builder_set_member_name (builder, "zones");
  json_builder_begin_array (builder);
  for (guint i = 0; i < zones->len; i++)
    {
      const AtlasMembership *member = g_ptr_array_index (zones, i);

      json_builder_begin_object (builder);
      _atlas_json_set_text (builder, "name", member->group->name);
      _atlas_json_add_citations (builder, member->claim.citations, NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_similar (JsonBuilder *builder, GPtrArray *similar)
{
  json_builder_set_member_name (builder, "similar");
  json_builder_begin_array (builder);
  for (guint i = 0; i < similar->len; i++)
    {
      const AtlasSimilarPlace *other = g_ptr_array_index (similar, i);

      json_builder_begin_object (builder);
      _atlas_json_set_text (builder, "code", atlas_place_get_code (other->place));
      _atlas_json_set_text (builder, "name", atlas_place_get_name (other->place));
      json_builder_set_member_name (builder, "score");
      json_builder_add_double_value (builder, other->score);
      json_builder_set_member_name (builder, "shared");
      json_builder_begin_array (builder);
      for (guint j = 0; j < other->shared->len; j++)
        json_builder_add_string_value (builder, g_ptr_array_index (other->shared, j));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/*
 * _atlas_json_add_profile:
 * @builder: where a value may stand
 * @profile: a profile
 * @similar: (element-type AtlasSimilarPlace): what its place has in common with others
 */
void
_atlas_json_add_profile (JsonBuilder *builder, AtlasProfile *profile, GPtrArray *similar)
{
  GPtrArray *citations = atlas_profile_get_citations (profile);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "place");
  _atlas_json_begin_place (builder, atlas_profile_get_place (profile));
  json_builder_end_object (builder);
  add_claims (builder, "positioning", atlas_profile_get_positioning (profile));
  add_claims (builder, "industries", atlas_profile_get_industries (profile));
  add_projects (builder, profile);
  add_clusters (builder, profile);
  add_zones (builder, profile);
  add_similar (builder, similar);

  json_builder_set_member_name (builder, "citations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < citations->len; i++)
    {
      _atlas_json_begin_citation (builder, g_ptr_array_index (citations, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}
