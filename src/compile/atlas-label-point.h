/* atlas-label-point.h: where a name fits best inside an area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-geometry.h"

G_BEGIN_DECLS

AtlasPoint atlas_label_point_find (AtlasShape *area);

G_END_DECLS
