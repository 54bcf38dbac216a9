/* atlas-stitch.h: two outlines of one border, made one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-geometry.h"

G_BEGIN_DECLS

gboolean atlas_stitch_ring (GArray *ring, const AtlasShapePath *border, double tolerance);

G_END_DECLS
