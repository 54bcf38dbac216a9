/* atlas-cache-row.h: how much the kept tiles of servers take, and a way to be rid of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_CACHE_ROW (atlas_cache_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasCacheRow, atlas_cache_row, ATLAS, CACHE_ROW, AdwActionRow)

G_END_DECLS
