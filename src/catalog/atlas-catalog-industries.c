/* atlas-catalog-industries.c: the industries the documents name, seen from the industry
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-catalog-private.h"

typedef struct
{
  AtlasCatalog *catalog;
  GPtrArray *terms;
} TermRows;

/*
 * _atlas_industry_term_free:
 * @self: (transfer full): a term
 */
void
_atlas_industry_term_free (AtlasIndustryTerm *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->places);
  g_free (self);
}

static gboolean
add_term (AtlasStatement *row, gpointer data, GError **error)
{
  TermRows *rows = data;
  const char *name = atlas_statement_get_text (row, 0);
  AtlasPlace *place = atlas_catalog_get_place (rows->catalog, atlas_statement_get_text (row, 2));
  AtlasIndustryTerm *term = rows->terms->len > 0
                                ? g_ptr_array_index (rows->terms, rows->terms->len - 1)
                                : NULL;

  if (name == NULL || place == NULL)
    return _atlas_catalog_set_inconsistent (rows->catalog, error);

  if (term == NULL || g_strcmp0 (term->name, name) != 0)
    {
      term = g_new0 (AtlasIndustryTerm, 1);
      term->name = g_strdup (name);
      term->family = atlas_catalog_get_family (rows->catalog, atlas_statement_get_text (row, 1));
      term->places = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (rows->terms, term);
      if (term->family == NULL)
        return _atlas_catalog_set_inconsistent (rows->catalog, error);
    }
  if (g_ptr_array_find (term->places, place, NULL))
    return TRUE;
  g_ptr_array_add (term->places, g_object_ref (place));
  return TRUE;
}

/**
 * atlas_catalog_load_industry_terms:
 * @self: a catalog
 * @document: (nullable): id of the one document that counts, %NULL for all
 * @error: return location for an error of %ATLAS_DATABASE_ERROR or %ATLAS_CATALOG_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type AtlasIndustryTerm): every leading or cultivated
 *   industry as printed, by family, each with the places a document names it for
 */
GPtrArray *
atlas_catalog_load_industry_terms (AtlasCatalog *self, const char *document, GError **error)
{
  g_autoptr (GPtrArray) terms = NULL;
  g_autoptr (AtlasStatement) statement = NULL;
  TermRows rows = { .catalog = self };

  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);

  terms = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_industry_term_free);
  rows.terms = terms;
  statement = atlas_database_prepare (
      self->database,
      "SELECT claim.text, claim.family, claim.place FROM claim"
      " JOIN family ON family.id = claim.family"
      " WHERE ?1 IS NULL OR EXISTS (SELECT 1 FROM claim_passage JOIN passage ON id = passage"
      "  WHERE claim_passage.claim = claim.id AND document = ?1)"
      " ORDER BY family.position, (SELECT min(c.place || c.position) FROM claim c"
      "  WHERE c.text = claim.text AND c.family = claim.family), claim.text, claim.place",
      error);
  if (statement == NULL)
    return NULL;
  atlas_statement_bind_text (statement, 1, document);
  if (!atlas_statement_foreach (statement, add_term, &rows, error))
    return NULL;
  return g_steal_pointer (&terms);
}
