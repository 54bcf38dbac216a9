/* atlas-compile-geometry.h: the areas and boundaries of the data set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-database.h"

G_BEGIN_DECLS

gboolean atlas_compile_geometry (AtlasDatabase *database, const char *data_dir, GError **error);

G_END_DECLS
