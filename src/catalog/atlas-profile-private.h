/* atlas-profile-private.h: how the catalog fills a profile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-profile.h"

G_BEGIN_DECLS

void _atlas_document_free (AtlasDocument *self);
void _atlas_family_free (AtlasFamily *self);
void _atlas_citation_free (AtlasCitation *self);
void _atlas_claim_free (AtlasClaim *self);

AtlasProfile *_atlas_profile_new (AtlasPlace *place);
guint _atlas_profile_take_citation (AtlasProfile *self, AtlasCitation *citation);

G_END_DECLS
