/* atlas-chip.h: something that a place shares with others: an industry, a cluster, a zone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-profile.h"

G_BEGIN_DECLS

/**
 * AtlasChip:
 *
 * A toggle button with the name, and beside it the evidence numbers; they are neighbours and not
 * nested, so that each can be focused and pressed by itself. What has a family stands on its
 * colour; zones are outlined.
 *
 * Properties: "active" (boolean, EXPLICIT_NOTIFY: its topic is the one the map shows).
 */
#define ATLAS_TYPE_CHIP (atlas_chip_get_type ())
G_DECLARE_FINAL_TYPE (AtlasChip, atlas_chip, ATLAS, CHIP, GtkWidget)

GtkWidget *atlas_chip_new (AtlasProfile *profile, const AtlasClaim *claim);
const AtlasClaim *atlas_chip_get_claim (AtlasChip *self);
const char *atlas_chip_get_topic (AtlasChip *self);
gboolean atlas_chip_get_active (AtlasChip *self);
void atlas_chip_set_active (AtlasChip *self, gboolean active);

G_END_DECLS
