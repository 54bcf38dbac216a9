/* atlas-profile-private.h: how the catalog fills a profile and what else holds facts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-group.h"
#include "atlas-indicator.h"
#include "atlas-profile.h"
#include "atlas-project.h"

G_BEGIN_DECLS

void _atlas_document_free (AtlasDocument *self);
void _atlas_family_free (AtlasFamily *self);
void _atlas_citation_free (AtlasCitation *self);

void _atlas_claim_init (AtlasClaim *self, AtlasClaimField field);
void _atlas_claim_clear (AtlasClaim *self);
AtlasClaim *_atlas_claim_new (AtlasClaimField field);
void _atlas_claim_free (AtlasClaim *self);

AtlasProject *_atlas_project_new (void);
void _atlas_project_free (AtlasProject *self);
AtlasProjectStatement *_atlas_project_statement_new (void);

void _atlas_group_free (AtlasGroup *self);
AtlasMembership *_atlas_membership_new (void);
void _atlas_membership_free (AtlasMembership *self);

AtlasIndicator *_atlas_indicator_new (void);
void _atlas_indicator_free (AtlasIndicator *self);

AtlasProfile *_atlas_profile_new (AtlasPlace *place);

G_END_DECLS
