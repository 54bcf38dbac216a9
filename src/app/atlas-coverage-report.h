/* atlas-coverage-report.h: what the data set holds, counted in a worker
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-document-facts.h"

G_BEGIN_DECLS

/**
 * AtlasCoverageReport:
 * @catalog: the worker's own; keeps the places and documents of the report alive
 * @check: the result of the check
 * @documents: (element-type AtlasDocumentFacts): newest first
 */
typedef struct
{
  AtlasCatalog *catalog;
  AtlasCheck *check;
  GPtrArray *documents;
} AtlasCoverageReport;

void atlas_coverage_report_free (AtlasCoverageReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCoverageReport, atlas_coverage_report_free)

void atlas_coverage_report_load_async (AtlasCatalog *catalog,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
AtlasCoverageReport *atlas_coverage_report_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
