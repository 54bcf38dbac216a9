/* atlas-indicator-table.h: a table of indicators as a document prints it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-indicator.h"

G_BEGIN_DECLS

/**
 * AtlasIndicatorTable:
 *
 * What a table is built from, for atlas_fold_new().
 */
typedef struct _AtlasIndicatorTable AtlasIndicatorTable;

AtlasIndicatorTable *atlas_indicator_table_new (AtlasProfile *profile,
                                                GPtrArray *indicators,
                                                GPtrArray *citations,
                                                GPtrArray *part);
void atlas_indicator_table_free (gpointer self);
GtkWidget *atlas_indicator_table_build (gpointer self);

G_END_DECLS
