/* atlas-evidence-popover.h: the passage a fact rests on, word for word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-profile.h"

G_BEGIN_DECLS

/**
 * AtlasEvidencePopover:
 *
 * Its button activates the action "profile.copy-claim" with the id of the fact, which an ancestor
 * provides.
 */
#define ATLAS_TYPE_EVIDENCE_POPOVER (atlas_evidence_popover_get_type ())
G_DECLARE_FINAL_TYPE (
    AtlasEvidencePopover, atlas_evidence_popover, ATLAS, EVIDENCE_POPOVER, GtkPopover)

GtkWidget *atlas_evidence_popover_new (const AtlasClaim *claim, const AtlasCitation *citation);
char *atlas_evidence_popover_format_repair (const AtlasClaim *claim);

G_END_DECLS
