/* atlas-check-coverage.c: how much a data set covers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-catalog-private.h"
#include "atlas-check-private.h"

typedef struct
{
  AtlasCheck *check;
  AtlasCatalog *catalog;
  GHashTable *rows; /* place → its AtlasCoverage, borrowed */
} Count;

typedef struct
{
  const char *sql;
  AtlasRowFunc func;
} Query;

/* What names a place itself, by kind. */
#define FACTS                                                                                      \
  "SELECT place, ifnull (role, field) AS kind, kind = 'inferred' AS inferred,"                     \
  " repair IS NOT NULL AS repaired FROM claim"                                                     \
  " UNION ALL SELECT place, 'projects', kind = 'inferred', EXISTS (SELECT 1"                       \
  "  FROM project_statement s WHERE s.project = project_place.project AND repair IS NOT NULL)"     \
  "  FROM project_place"                                                                           \
  " UNION ALL SELECT place, 'clusters', kind = 'inferred', 0 FROM cluster_place"                   \
  " UNION ALL SELECT place, 'zones', zone_place.kind = 'inferred', repair IS NOT NULL"             \
  "  FROM zone_place JOIN zone ON zone.id = zone"                                                  \
  " UNION ALL SELECT territory, 'indicators', 0, repair IS NOT NULL FROM indicator"

static AtlasCoverage *
coverage_new (AtlasPlace *place, guint n_documents)
{
  AtlasCoverage *coverage = g_new0 (AtlasCoverage, 1);

  coverage->place = g_object_ref (place);
  coverage->n_by_document = g_new0 (guint, n_documents);
  return coverage;
}

/* Returns: (nullable): the row of the place in column 0; %NULL for the province, and for a place
 *   that is not there, which the rules have noted */
static AtlasCoverage *
get_row (Count *count, AtlasStatement *row)
{
  AtlasPlace *place = atlas_catalog_get_place (count->catalog, atlas_statement_get_text (row, 0));
  AtlasCoverage *coverage;

  if (place == NULL)
    return NULL;
  coverage = g_hash_table_lookup (count->rows, place);
  if (coverage == NULL)
    {
      coverage = coverage_new (place, atlas_catalog_get_documents (count->catalog)->len);
      g_hash_table_insert (count->rows, place, coverage);
      g_ptr_array_add (count->check->coverage, coverage);
    }
  return coverage;
}

static gboolean
add_place (AtlasStatement *row, gpointer data, GError **error)
{
  get_row (data, row);
  return TRUE;
}

static gboolean
add_facts (AtlasStatement *row, gpointer data, GError **error)
{
  AtlasCoverage *coverage = get_row (data, row);
  const char *kind = atlas_statement_get_text (row, 1);

  if (coverage == NULL)
    return TRUE;
  for (guint i = 0; i < ATLAS_N_FACT_KINDS; i++)
    if (g_strcmp0 (kind, atlas_fact_kind_to_string (i)) == 0)
      coverage->n[i] = (guint) atlas_statement_get_int (row, 2);
  coverage->n_inferred += (guint) atlas_statement_get_int (row, 3);
  coverage->n_repaired += (guint) atlas_statement_get_int (row, 4);
  return TRUE;
}

static gboolean
add_facts_of_document (AtlasStatement *row, gpointer data, GError **error)
{
  Count *count = data;
  AtlasCoverage *coverage = get_row (count, row);
  const AtlasDocument *document = atlas_catalog_get_document (count->catalog,
                                                              atlas_statement_get_text (row, 1));
  guint index;

  if (coverage != NULL
      && g_ptr_array_find (atlas_catalog_get_documents (count->catalog), document, &index))
    coverage->n_by_document[index] = (guint) atlas_statement_get_int (row, 2);
  return TRUE;
}

static gboolean
read_sizes (AtlasStatement *row, gpointer data, GError **error)
{
  AtlasCheck *check = ((Count *) data)->check;

  check->n_projects = (guint) atlas_statement_get_int (row, 0);
  check->n_clusters = (guint) atlas_statement_get_int (row, 1);
  check->n_future_fields = (guint) atlas_statement_get_int (row, 2);
  check->n_zones = (guint) atlas_statement_get_int (row, 3);
  check->n_indicators = (guint) atlas_statement_get_int (row, 4);
  check->n_passages = (guint) atlas_statement_get_int (row, 5);
  return TRUE;
}

static gboolean
add_repair (AtlasStatement *row, gpointer data, GError **error)
{
  AtlasRepair *repair = g_new0 (AtlasRepair, 1);

  repair->fact = g_strdup (atlas_statement_get_text (row, 0));
  repair->printed = g_strdup (atlas_statement_get_text (row, 1));
  repair->repair = g_strdup (atlas_statement_get_text (row, 2));
  g_ptr_array_add (((Count *) data)->check->repairs, repair);
  return TRUE;
}

static gboolean
add_inference (AtlasStatement *row, gpointer data, GError **error)
{
  Count *count = data;
  AtlasPlace *place = atlas_catalog_get_place (count->catalog, atlas_statement_get_text (row, 0));
  AtlasInference *inference;

  if (place == NULL)
    return TRUE;
  inference = g_new0 (AtlasInference, 1);
  inference->place = g_object_ref (place);
  inference->fact = g_strdup (atlas_statement_get_text (row, 1));
  inference->why = g_strdup (atlas_statement_get_text (row, 2));
  g_ptr_array_add (count->check->inferences, inference);
  return TRUE;
}

/* The rows appear in this order: the cities and counties, whether or not anything is said of them,
 * then the districts of which something is. */
static const Query queries[] = {
  { "SELECT code FROM place WHERE level <> 'district' ORDER BY code", add_place },
  { "SELECT place, kind, count(*), sum (inferred), sum (repaired) FROM (" FACTS
    ") GROUP BY place, kind ORDER BY place",
    add_facts },
  { "SELECT place, document, count(*) FROM (SELECT DISTINCT * FROM (" ATLAS_FACTS_OF_DOCUMENTS
    ")) GROUP BY place, document",
    add_facts_of_document },
  { "SELECT (SELECT count(*) FROM project),"
    " (SELECT count(*) FROM cluster WHERE kind = 'cluster'),"
    " (SELECT count(*) FROM cluster WHERE kind = 'future-field'), (SELECT count(*) FROM zone),"
    " (SELECT count(*) FROM indicator), (SELECT count(*) FROM passage)",
    read_sizes },
  { "SELECT fact, printed, repair FROM (SELECT 0 AS part, place || position AS place, text AS fact,"
    " printed, repair FROM claim"
    " UNION ALL SELECT 1, id, name, printed, repair FROM project_statement"
    " UNION ALL SELECT 2, position, name, printed, repair FROM zone"
    " UNION ALL SELECT 3, position, name, printed, repair FROM indicator)"
    " WHERE repair IS NOT NULL GROUP BY part, fact, printed, repair ORDER BY part, min (place)",
    add_repair },
  { "SELECT place, name, why FROM (SELECT 0 AS part, place AS position, position AS rank, place,"
    " text AS name, why FROM claim"
    " UNION ALL SELECT 1, project.position, project_place.position, place, name, why"
    " FROM project_place JOIN project ON id = project"
    " UNION ALL SELECT 2, cluster.position, cluster_place.position, place, name, why"
    " FROM cluster_place JOIN cluster ON id = cluster"
    " UNION ALL SELECT 3, zone.position, zone_place.position, place, name, why"
    " FROM zone_place JOIN zone ON id = zone)"
    " WHERE why IS NOT NULL ORDER BY part, position, rank",
    add_inference },
};

static void
note_places_without_project (Count *count)
{
  for (guint i = 0; i < count->check->coverage->len; i++)
    {
      const AtlasCoverage *coverage = g_ptr_array_index (count->check->coverage, i);

      if (!atlas_place_is_district (coverage->place)
          && atlas_place_get_n_projects (coverage->place) == 0)
        g_ptr_array_add (count->check->without_project, g_object_ref (coverage->place));
    }
}

/*
 * _atlas_check_count:
 * @self: a result
 * @catalog: the catalog
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Fills in the coverage, the sizes, the repairs and the inferences.
 *
 * Returns: whether the file could be read
 */
gboolean
_atlas_check_count (AtlasCheck *self, AtlasCatalog *catalog, GError **error)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
  Count count = { .check = self, .catalog = catalog, .rows = rows };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (AtlasStatement) statement = atlas_database_prepare (
          atlas_catalog_get_database (catalog), queries[i].sql, error);

      if (statement == NULL || !atlas_statement_foreach (statement, queries[i].func, &count, error))
        return FALSE;
    }
  note_places_without_project (&count);
  return TRUE;
}
