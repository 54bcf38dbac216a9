/* atlas-document-facts.c: how many facts come from each document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-document-facts.h"

/* Each fact once for each document that supports it, be it only in one of its places. */
#define FACTS                                                                                      \
  "SELECT document, ifnull (role, field) AS kind, claim.id AS fact FROM claim"                     \
  "  JOIN claim_passage ON claim_passage.claim = claim.id"                                         \
  "  JOIN passage ON passage.id = claim_passage.passage"                                           \
  " UNION SELECT document, 'projects', project FROM project_statement"                             \
  " UNION SELECT document, 'clusters', cluster FROM cluster_passage p"                             \
  "  JOIN passage ON passage.id = p.passage"                                                       \
  " UNION SELECT document, 'clusters', cluster FROM cluster_place_passage p"                       \
  "  JOIN passage ON passage.id = p.passage"                                                       \
  " UNION SELECT document, 'zones', zone FROM zone_passage p"                                      \
  "  JOIN passage ON passage.id = p.passage"                                                       \
  " UNION SELECT document, 'zones', zone FROM zone_place_passage p"                                \
  "  JOIN passage ON passage.id = p.passage"                                                       \
  " UNION SELECT document, 'indicators', id FROM indicator"

typedef struct
{
  AtlasCatalog *catalog;
  GPtrArray *all; /* AtlasDocumentFacts */
} Count;

static gboolean
add_count (AtlasStatement *row, gpointer data, GError **error)
{
  Count *count = data;
  const AtlasDocument *document = atlas_catalog_get_document (count->catalog,
                                                              atlas_statement_get_text (row, 0));
  const char *kind = atlas_statement_get_text (row, 1);

  for (guint i = 0; i < count->all->len; i++)
    {
      AtlasDocumentFacts *facts = g_ptr_array_index (count->all, i);

      for (guint j = 0; facts->document == document && j < ATLAS_N_FACT_KINDS; j++)
        if (g_strcmp0 (kind, atlas_fact_kind_to_string (j)) == 0)
          facts->n[j] = (guint) atlas_statement_get_int (row, 2);
    }
  return TRUE;
}

/**
 * atlas_document_facts_count:
 * @catalog: a catalog
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Returns: (transfer full) (element-type AtlasDocumentFacts) (nullable): the documents, newest
 *   first, each with its numbers; valid as long as @catalog
 */
GPtrArray *
atlas_document_facts_count (AtlasCatalog *catalog, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AtlasStatement) rows = NULL;
  Count count = { catalog, all };
  GPtrArray *documents;

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog), NULL);

  documents = atlas_catalog_get_documents (catalog);
  for (guint i = 0; i < documents->len; i++)
    {
      AtlasDocumentFacts *facts = g_new0 (AtlasDocumentFacts, 1);

      facts->document = g_ptr_array_index (documents, i);
      g_ptr_array_add (all, facts);
    }
  rows = atlas_database_prepare (
      atlas_catalog_get_database (catalog),
      "SELECT document, kind, count(*) FROM (" FACTS ") GROUP BY document, kind", error);
  if (rows == NULL || !atlas_statement_foreach (rows, add_count, &count, error))
    return NULL;
  return g_steal_pointer (&all);
}
