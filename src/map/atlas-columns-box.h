/* atlas-columns-box.h: entries of one height in as many columns as there is room for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_COLUMNS_BOX (atlas_columns_box_get_type ())
G_DECLARE_FINAL_TYPE (AtlasColumnsBox, atlas_columns_box, ATLAS, COLUMNS_BOX, GtkWidget)

GtkWidget *atlas_columns_box_new (guint max_columns, int spacing);
void atlas_columns_box_append (AtlasColumnsBox *self, GtkWidget *entry);
void atlas_columns_box_clear (AtlasColumnsBox *self);

G_END_DECLS
