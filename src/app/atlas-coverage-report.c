/* atlas-coverage-report.c: what the data set holds, counted in a worker
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-coverage-report.h"

static AtlasCoverageReport *
load (const char *path, GError **error)
{
  g_autoptr (AtlasCoverageReport) self = g_new0 (AtlasCoverageReport, 1);

  self->catalog = atlas_catalog_open (path, error);
  if (self->catalog == NULL)
    return NULL;
  self->check = atlas_check_run (self->catalog, error);
  if (self->check == NULL)
    return NULL;
  self->documents = atlas_document_facts_count (self->catalog, error);
  if (self->documents == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

static void
free_report (gpointer data)
{
  atlas_coverage_report_free (data);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  AtlasCoverageReport *self = load (data, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, free_report);
  else
    g_task_return_error (task, error);
}

/**
 * atlas_coverage_report_free:
 * @self: a report
 */
void
atlas_coverage_report_free (AtlasCoverageReport *self)
{
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->check, atlas_check_free);
  g_clear_object (&self->catalog);
  g_free (self);
}

/**
 * atlas_coverage_report_load_async:
 * @catalog: the data set; it is opened anew for the worker
 * @cancellable: (nullable): after which the result is dropped
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * Checks the data set and counts what is in it.
 */
void
atlas_coverage_report_load_async (AtlasCatalog *catalog,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ATLAS_IS_CATALOG (catalog));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, atlas_coverage_report_load_async);
  g_task_set_task_data (
      task, g_strdup (atlas_database_get_path (atlas_catalog_get_database (catalog))), g_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * atlas_coverage_report_load_finish:
 * @result: what the callback got
 * @error: return location for an error: of the database, of the catalog, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the report
 */
AtlasCoverageReport *
atlas_coverage_report_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
