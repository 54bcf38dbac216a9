/* atlas-check.c: whether a data set is right, and how much it covers
 *
 * The compiler refuses a wrong fact; this reads the finished file once more, since a file can be
 * damaged or made by somebody else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-check-private.h"

static const char *const fact_kind_names[] = {
  [ATLAS_FACT_POSITIONING] = "positioning", [ATLAS_FACT_LEADING] = "leading",
  [ATLAS_FACT_CULTIVATED] = "cultivated",   [ATLAS_FACT_PROJECT] = "projects",
  [ATLAS_FACT_CLUSTER] = "clusters",        [ATLAS_FACT_ZONE] = "zones",
  [ATLAS_FACT_INDICATOR] = "indicators",
};

G_STATIC_ASSERT (G_N_ELEMENTS (fact_kind_names) == ATLAS_N_FACT_KINDS);

/**
 * atlas_fact_kind_to_string:
 * @kind: a kind of fact
 *
 * Returns: its name in JSON
 */
const char *
atlas_fact_kind_to_string (AtlasFactKind kind)
{
  g_return_val_if_fail (kind < ATLAS_N_FACT_KINDS, NULL);

  return fact_kind_names[kind];
}

static void
coverage_free (gpointer data)
{
  AtlasCoverage *coverage = data;

  g_object_unref (coverage->place);
  g_free (coverage->n_by_document);
  g_free (coverage);
}

static void
repair_free (gpointer data)
{
  AtlasRepair *repair = data;

  g_free (repair->fact);
  g_free (repair->printed);
  g_free (repair->repair);
  g_free (repair);
}

static void
inference_free (gpointer data)
{
  AtlasInference *inference = data;

  g_object_unref (inference->place);
  g_free (inference->fact);
  g_free (inference->why);
  g_free (inference);
}

/**
 * atlas_check_free:
 * @self: (transfer full): a result
 */
void
atlas_check_free (AtlasCheck *self)
{
  g_ptr_array_unref (self->coverage);
  g_ptr_array_unref (self->without_project);
  g_ptr_array_unref (self->repairs);
  g_ptr_array_unref (self->inferences);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/**
 * atlas_check_run:
 * @catalog: the catalog
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Takes some 50 ms, so call it from a worker where a window is open.
 *
 * Returns: (transfer full) (nullable): what is covered and what is wrong; %NULL where the file
 *   cannot even be read
 */
AtlasCheck *
atlas_check_run (AtlasCatalog *catalog, GError **error)
{
  g_autoptr (AtlasCheck) self = NULL;

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog), NULL);

  self = g_new0 (AtlasCheck, 1);
  self->coverage = g_ptr_array_new_with_free_func (coverage_free);
  self->without_project = g_ptr_array_new_with_free_func (g_object_unref);
  self->repairs = g_ptr_array_new_with_free_func (repair_free);
  self->inferences = g_ptr_array_new_with_free_func (inference_free);
  self->problems = g_ptr_array_new_with_free_func (g_free);

  if (!_atlas_check_apply_rules (self, atlas_catalog_get_database (catalog), error)
      || !_atlas_check_count (self, catalog, error))
    return NULL;
  return g_steal_pointer (&self);
}
