/* atlas-place-tree.h: cities, their counties and districts, as rows to be expanded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-catalog.h"

G_BEGIN_DECLS

GtkTreeListModel *atlas_place_tree_new (AtlasCatalog *catalog);
guint atlas_place_tree_find (GtkTreeListModel *tree, AtlasPlace *place, gboolean expand);

G_END_DECLS
