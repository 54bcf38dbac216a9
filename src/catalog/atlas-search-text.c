/* atlas-search-text.c: industries, projects and quotations that contain what a person types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-search.h"

#include "atlas-catalog-private.h"
#include "atlas-profile-private.h"

static void
text_hit_free (gpointer data)
{
  AtlasTextHit *hit = data;

  g_clear_pointer (&hit->term, _atlas_industry_term_free);
  g_clear_pointer (&hit->citation, _atlas_citation_free);
  g_free (hit->match);
  g_free (hit);
}

/**
 * atlas_search_industries:
 * @catalog: the catalog
 * @text: what a person typed
 * @limit: how many hits at most, 0 for all
 * @error: return location for an error of %ATLAS_DATABASE_ERROR or %ATLAS_CATALOG_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type AtlasTextHit): the industries whose name
 *   contains @text, by family
 */
GPtrArray *
atlas_search_industries (AtlasCatalog *catalog, const char *text, guint limit, GError **error)
{
  g_autofree char *query = NULL;
  g_autoptr (GPtrArray) terms = NULL;
  GPtrArray *hits;

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  query = atlas_catalog_fold (catalog, text);
  terms = atlas_catalog_load_industry_terms (catalog, NULL, error);
  if (terms == NULL)
    return NULL;

  hits = g_ptr_array_new_with_free_func (text_hit_free);
  while (terms->len > 0 && (limit == 0 || hits->len < limit))
    {
      AtlasIndustryTerm *term = g_ptr_array_steal_index (terms, 0);
      char *match = atlas_han_mark (term->name, _atlas_catalog_get_variants (catalog), query);

      if (match != NULL)
        {
          AtlasTextHit *hit = g_new0 (AtlasTextHit, 1);

          hit->term = term;
          hit->match = match;
          g_ptr_array_add (hits, hit);
        }
      else
        _atlas_industry_term_free (term);
    }
  return hits;
}

/**
 * atlas_project_hits_free:
 * @self: (transfer full): what was found
 */
void
atlas_project_hits_free (AtlasProjectHits *self)
{
  atlas_project_list_free (self->list);
  g_ptr_array_unref (self->matches);
  g_free (self);
}

/* The newest of the names of @project that contains @query, marked. */
static char *
mark_project (AtlasCatalog *catalog, const AtlasProject *project, const char *query)
{
  for (guint i = 0; i < project->statements->len; i++)
    {
      const AtlasProjectStatement *statement = g_ptr_array_index (project->statements, i);
      char *match = atlas_han_mark (statement->claim.text, _atlas_catalog_get_variants (catalog),
                                    query);

      if (match != NULL)
        return match;
    }
  return NULL;
}

/**
 * atlas_search_projects:
 * @catalog: the catalog
 * @text: what a person typed
 * @limit: how many hits at most, 0 for all
 * @error: return location for an error of %ATLAS_DATABASE_ERROR or %ATLAS_CATALOG_ERROR
 *
 * Returns: (transfer full) (nullable): the projects whose name contains @text, newest document
 *   first, then as printed
 */
AtlasProjectHits *
atlas_search_projects (AtlasCatalog *catalog, const char *text, guint limit, GError **error)
{
  g_autofree char *query = NULL;
  g_autoptr (AtlasProjectList) all = NULL;
  AtlasProjectHits *hits;

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  query = atlas_catalog_fold (catalog, text);
  all = atlas_catalog_load_projects (catalog, NULL, error);
  if (all == NULL)
    return NULL;

  hits = g_new0 (AtlasProjectHits, 1);
  hits->matches = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < all->projects->len;)
    {
      char *match = limit == 0 || hits->matches->len < limit
                        ? mark_project (catalog, g_ptr_array_index (all->projects, i), query)
                        : NULL;

      if (match == NULL)
        {
          g_ptr_array_remove_index (all->projects, i);
          continue;
        }
      g_ptr_array_add (hits->matches, match);
      i++;
    }
  hits->list = g_steal_pointer (&all);
  return hits;
}

typedef struct
{
  AtlasCatalog *catalog;
  const char *query;
  guint limit;
  GPtrArray *hits;
} PassageSearch;

static gboolean
try_passage (AtlasStatement *row, gpointer data, GError **error)
{
  PassageSearch *search = data;
  AtlasCitation *citation;
  char *match;

  if (search->limit > 0 && search->hits->len >= search->limit)
    return TRUE;
  citation = _atlas_catalog_read_citation (search->catalog, row, error);
  if (citation == NULL)
    return FALSE;

  match = atlas_han_mark (citation->quote, _atlas_catalog_get_variants (search->catalog),
                          search->query);
  if (match == NULL && !atlas_statement_is_null (row, ATLAS_CITATION_N_COLUMNS))
    match = atlas_han_mark (atlas_statement_get_text (row, ATLAS_CITATION_N_COLUMNS),
                            _atlas_catalog_get_variants (search->catalog), search->query);
  if (match != NULL)
    {
      AtlasTextHit *hit = g_new0 (AtlasTextHit, 1);

      hit->citation = citation;
      hit->match = match;
      g_ptr_array_add (search->hits, hit);
    }
  else
    _atlas_citation_free (citation);
  return TRUE;
}

/**
 * atlas_search_passages:
 * @catalog: the catalog
 * @text: what a person typed
 * @limit: how many hits at most, 0 for all
 * @error: return location for an error of %ATLAS_DATABASE_ERROR or %ATLAS_CATALOG_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type AtlasTextHit): the passages whose quotation
 *   or repaired wording contains @text, newest document first, then as they stand in it
 */
GPtrArray *
atlas_search_passages (AtlasCatalog *catalog, const char *text, guint limit, GError **error)
{
  g_autofree char *query = NULL;
  g_autoptr (AtlasStatement) rows = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  PassageSearch search = { .catalog = catalog, .limit = limit };

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  query = atlas_catalog_fold (catalog, text);
  hits = g_ptr_array_new_with_free_func (text_hit_free);
  search.query = query;
  search.hits = hits;
  rows = atlas_database_prepare (
      atlas_catalog_get_database (catalog),
      "WITH repaired (passage, text) AS (SELECT passage, text FROM claim"
      "  JOIN claim_passage ON claim = claim.id WHERE printed IS NOT NULL"
      "  UNION ALL SELECT passage, name FROM project_statement s"
      "  JOIN project_passage ON statement = s.id WHERE printed IS NOT NULL)"
      " SELECT " ATLAS_CITATION_COLUMNS ", (SELECT group_concat (text, '；') FROM repaired"
      "  WHERE repaired.passage = passage.id) FROM passage" ATLAS_CITATION_BOX
      " JOIN document ON document.id = passage.document ORDER BY document.position, passage.id",
      error);
  if (rows == NULL || !atlas_statement_foreach (rows, try_passage, &search, error))
    return NULL;
  return g_steal_pointer (&hits);
}
