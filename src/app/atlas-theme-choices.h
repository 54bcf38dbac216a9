/* atlas-theme-choices.h: everything that the map can be coloured by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-theme-item.h"

G_BEGIN_DECLS

GListModel *atlas_theme_choices_new (AtlasCatalog *catalog);
const char *atlas_theme_choices_get_page_title (AtlasThemePage page);

G_END_DECLS
