/* atlas-coverage-table.h: how many facts the data set holds for each place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-coverage-report.h"

G_BEGIN_DECLS

/**
 * AtlasCoverageTable:
 *
 * A table that is sorted by any of its columns and narrowed to places. Activating a row activates
 * the action "win.show-place".
 */
#define ATLAS_TYPE_COVERAGE_TABLE (atlas_coverage_table_get_type ())
G_DECLARE_FINAL_TYPE (AtlasCoverageTable, atlas_coverage_table, ATLAS, COVERAGE_TABLE, GtkWidget)

GtkWidget *atlas_coverage_table_new (void);
void atlas_coverage_table_set_report (AtlasCoverageTable *self,
                                      AtlasCatalog *catalog,
                                      const AtlasCoverageReport *report);

G_END_DECLS
