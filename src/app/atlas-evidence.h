/* atlas-evidence.h: the small number behind a fact that opens its source
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-profile.h"

G_BEGIN_DECLS

/**
 * AtlasEvidence:
 *
 * A button showing the number of one passage in its profile's list of sources, or another mark
 * where the passage is not in that list. Activating it opens an #AtlasEvidencePopover. The same
 * passage has the same number behind every fact.
 */
#define ATLAS_TYPE_EVIDENCE (atlas_evidence_get_type ())
G_DECLARE_FINAL_TYPE (AtlasEvidence, atlas_evidence, ATLAS, EVIDENCE, GtkButton)

GtkWidget *atlas_evidence_new (AtlasProfile *profile, const AtlasClaim *claim, guint index);
GtkWidget *atlas_evidence_new_for_passage (const AtlasClaim *claim,
                                           const AtlasCitation *citation,
                                           const char *mark);
GArray *atlas_evidence_list_indices (const AtlasClaim *claim);
const AtlasClaim *atlas_evidence_get_claim (AtlasEvidence *self);

G_END_DECLS
