/* atlas-profile.c: what the documents say of one place, with their passages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-profile-private.h"

struct _AtlasProfile
{
  GObject parent_instance;

  AtlasPlace *place;
  GPtrArray *positioning;
  GPtrArray *industries;
  GPtrArray *projects;
  GPtrArray *clusters;
  GPtrArray *zones;
  GPtrArray *indicators;
  GPtrArray *citations;
};

G_DEFINE_FINAL_TYPE (AtlasProfile, atlas_profile, G_TYPE_OBJECT)

static void
atlas_profile_finalize (GObject *object)
{
  AtlasProfile *self = ATLAS_PROFILE (object);

  g_clear_object (&self->place);
  g_ptr_array_unref (self->positioning);
  g_ptr_array_unref (self->industries);
  g_ptr_array_unref (self->projects);
  g_ptr_array_unref (self->clusters);
  g_ptr_array_unref (self->zones);
  g_ptr_array_unref (self->indicators);
  g_ptr_array_unref (self->citations);

  G_OBJECT_CLASS (atlas_profile_parent_class)->finalize (object);
}

static void
atlas_profile_class_init (AtlasProfileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_profile_finalize;
}

static void
atlas_profile_init (AtlasProfile *self)
{
  self->positioning = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_claim_free);
  self->industries = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_claim_free);
  self->projects = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_project_free);
  self->clusters = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_membership_free);
  self->zones = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_membership_free);
  self->indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_indicator_free);
  self->citations = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_citation_free);
}

/*
 * _atlas_profile_new:
 * @place: whose profile
 *
 * Returns: (transfer full): an empty profile, to be filled by the catalog
 */
AtlasProfile *
_atlas_profile_new (AtlasPlace *place)
{
  AtlasProfile *self = g_object_new (ATLAS_TYPE_PROFILE, NULL);

  g_assert (ATLAS_IS_PLACE (place));

  self->place = g_object_ref (place);
  return self;
}

/**
 * atlas_profile_get_place:
 * @self: a profile
 *
 * Returns: (transfer none): whose profile it is
 */
AtlasPlace *
atlas_profile_get_place (AtlasProfile *self)
{
  g_return_val_if_fail (ATLAS_IS_PROFILE (self), NULL);

  return self->place;
}

/**
 * atlas_profile_get_positioning:
 * @self: a profile
 *
 * Returns: (transfer none) (element-type AtlasClaim): 定位, newest period first, as printed
 */
GPtrArray *
atlas_profile_get_positioning (AtlasProfile *self)
{
  g_return_val_if_fail (ATLAS_IS_PROFILE (self), NULL);

  return self->positioning;
}

/**
 * atlas_profile_get_industries:
 * @self: a profile
 *
 * Returns: (transfer none) (element-type AtlasClaim): leading industries, then cultivated ones,
 *   newest period first
 */
GPtrArray *
atlas_profile_get_industries (AtlasProfile *self)
{
  g_return_val_if_fail (ATLAS_IS_PROFILE (self), NULL);

  return self->industries;
}

/**
 * atlas_profile_get_projects:
 * @self: a profile
 *
 * Returns: (transfer none) (element-type AtlasProject): what the place carries, or of a city also
 *   what belongs to it; newest document first, then as printed
 */
GPtrArray *
atlas_profile_get_projects (AtlasProfile *self)
{
  g_return_val_if_fail (ATLAS_IS_PROFILE (self), NULL);

  return self->projects;
}

/**
 * atlas_profile_get_clusters:
 * @self: a profile
 *
 * Returns: (transfer none) (element-type AtlasMembership): the clusters and fields for which the
 *   place is named, then, of a county, those for which its city is
 */
GPtrArray *
atlas_profile_get_clusters (AtlasProfile *self)
{
  g_return_val_if_fail (ATLAS_IS_PROFILE (self), NULL);

  return self->clusters;
}

/**
 * atlas_profile_get_zones:
 * @self: a profile
 *
 * Returns: (transfer none) (element-type AtlasMembership): the zones of the place, then, of a
 *   county, those in which its city stands with all its counties
 */
GPtrArray *
atlas_profile_get_zones (AtlasProfile *self)
{
  g_return_val_if_fail (ATLAS_IS_PROFILE (self), NULL);

  return self->zones;
}

/**
 * atlas_profile_get_indicators:
 * @self: a profile
 *
 * Returns: (transfer none) (element-type AtlasIndicator): what the plan of the place itself aims
 *   at; newest document first, then as printed
 */
GPtrArray *
atlas_profile_get_indicators (AtlasProfile *self)
{
  g_return_val_if_fail (ATLAS_IS_PROFILE (self), NULL);

  return self->indicators;
}

/**
 * atlas_profile_get_citations:
 * @self: a profile
 *
 * Returns: (transfer none) (element-type AtlasCitation): the passages, in the order of first use
 */
GPtrArray *
atlas_profile_get_citations (AtlasProfile *self)
{
  g_return_val_if_fail (ATLAS_IS_PROFILE (self), NULL);

  return self->citations;
}

/* A claim stands at the beginning of whatever holds one. */
G_STATIC_ASSERT (G_STRUCT_OFFSET (AtlasProjectStatement, claim) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (AtlasMembership, claim) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (AtlasIndicator, claim) == 0);

static const AtlasClaim *
find_among (GPtrArray *claims, const char *id)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const AtlasClaim *claim = g_ptr_array_index (claims, i);

      if (g_str_equal (claim->id, id))
        return claim;
    }
  return NULL;
}

/**
 * atlas_profile_find_claim:
 * @self: a profile
 * @id: id of a claim
 *
 * Returns: (nullable): the claim of that id among all that the profile holds
 */
const AtlasClaim *
atlas_profile_find_claim (AtlasProfile *self, const char *id)
{
  const AtlasClaim *claim;

  g_return_val_if_fail (ATLAS_IS_PROFILE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  claim = find_among (self->positioning, id);
  if (claim == NULL)
    claim = find_among (self->industries, id);
  if (claim == NULL)
    claim = find_among (self->clusters, id);
  if (claim == NULL)
    claim = find_among (self->zones, id);
  if (claim == NULL)
    claim = find_among (self->indicators, id);
  for (guint i = 0; claim == NULL && i < self->projects->len; i++)
    {
      const AtlasProject *project = g_ptr_array_index (self->projects, i);

      claim = find_among (project->statements, id);
    }
  return claim;
}

/**
 * atlas_profile_is_empty:
 * @self: a profile
 *
 * Returns: whether no document says anything of the place
 */
gboolean
atlas_profile_is_empty (AtlasProfile *self)
{
  g_return_val_if_fail (ATLAS_IS_PROFILE (self), TRUE);

  return self->positioning->len == 0 && self->industries->len == 0 && self->projects->len == 0
         && self->clusters->len == 0 && self->zones->len == 0 && self->indicators->len == 0;
}
