/* atlas-pick-chip.h: one picked place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-place.h"

G_BEGIN_DECLS

/**
 * AtlasPickChip:
 *
 * A button with the name of a place, which selects it, and one that leaves it out.
 *
 * Signals: "removed" (it is to be left out).
 */
#define ATLAS_TYPE_PICK_CHIP (atlas_pick_chip_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPickChip, atlas_pick_chip, ATLAS, PICK_CHIP, GtkBox)

GtkWidget *atlas_pick_chip_new (AtlasPlace *place);
AtlasPlace *atlas_pick_chip_get_place (AtlasPickChip *self);

G_END_DECLS
