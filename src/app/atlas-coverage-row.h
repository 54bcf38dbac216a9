/* atlas-coverage-row.h: a line of the coverage table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-check.h"

G_BEGIN_DECLS

/**
 * AtlasCoverageRow:
 *
 * A place and how many facts the data set holds for it, by column: kinds of facts, documents,
 * inferred, repaired.
 */
#define ATLAS_TYPE_COVERAGE_ROW (atlas_coverage_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasCoverageRow, atlas_coverage_row, ATLAS, COVERAGE_ROW, GObject)

AtlasCoverageRow *
atlas_coverage_row_new (AtlasPlace *place, const AtlasCoverage *coverage, guint n_documents);
AtlasPlace *atlas_coverage_row_get_place (AtlasCoverageRow *self);
guint atlas_coverage_row_get_number (AtlasCoverageRow *self, guint column);

guint atlas_coverage_count_columns (GPtrArray *documents);
char *atlas_coverage_format_title (GPtrArray *documents, guint column);
const char *atlas_coverage_get_kind_title (AtlasFactKind kind);
AtlasFactKind atlas_coverage_get_kind (guint position);

G_END_DECLS
