/* atlas-membership-chip.h: chips and badges for clusters and zones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-chip.h"
#include "atlas-group.h"

G_BEGIN_DECLS

GtkWidget *atlas_membership_chip_new (AtlasProfile *profile, const AtlasMembership *membership);
GtkWidget *atlas_membership_chip_new_badge (AtlasProfile *profile,
                                            const AtlasMembership *membership);
const char *atlas_membership_chip_get_tag (const AtlasMembership *membership);

G_END_DECLS
