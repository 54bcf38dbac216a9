/* atlas-group.c: what places belong to: clusters of industry, and zones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-group.h"

#include "atlas-profile-private.h"

/*
 * _atlas_group_free:
 * @self: (transfer full): a group
 */
void
_atlas_group_free (AtlasGroup *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->tier);
  g_free (self->target);
  g_free (self->target_unit);
  g_free (self->zone_kind);
  g_free (self->note);
  g_free (self->printed);
  g_free (self->repair);
  g_free (self);
}

/*
 * _atlas_membership_new:
 *
 * Returns: (transfer full): an empty membership, to be filled by the catalog
 */
AtlasMembership *
_atlas_membership_new (void)
{
  AtlasMembership *self = g_new0 (AtlasMembership, 1);

  _atlas_claim_init (&self->claim, ATLAS_CLAIM_FIELD_MEMBERSHIP);
  return self;
}

/*
 * _atlas_membership_free:
 * @self: (transfer full): a membership
 */
void
_atlas_membership_free (AtlasMembership *self)
{
  _atlas_claim_clear (&self->claim);
  g_free (self->role);
  g_free (self);
}

/**
 * atlas_group_members_free:
 * @self: (transfer full): the members of a group
 */
void
atlas_group_members_free (AtlasGroupMembers *self)
{
  g_ptr_array_unref (self->members);
  g_array_unref (self->sources);
  g_ptr_array_unref (self->citations);
  g_free (self);
}
