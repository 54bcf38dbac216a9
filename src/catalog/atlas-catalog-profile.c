/* atlas-catalog-profile.c: profiles, read when they are asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-catalog-private.h"

#include "atlas-profile-private.h"

typedef struct
{
  AtlasCatalog *catalog;
  AtlasProfile *profile;
  AtlasClaim *claim; /* whose citations are being read */
} Loading;

static AtlasClaimKind
claim_kind_from_string (const char *text)
{
  if (g_strcmp0 (text, "inferred") == 0)
    return ATLAS_CLAIM_KIND_INFERRED;
  return g_strcmp0 (text, "summarised") == 0 ? ATLAS_CLAIM_KIND_SUMMARISED
                                             : ATLAS_CLAIM_KIND_STATED;
}

static AtlasIndustryRole
industry_role_from_string (const char *text)
{
  if (g_strcmp0 (text, "leading") == 0)
    return ATLAS_INDUSTRY_ROLE_LEADING;
  return g_strcmp0 (text, "cultivated") == 0 ? ATLAS_INDUSTRY_ROLE_CULTIVATED
                                             : ATLAS_INDUSTRY_ROLE_NONE;
}

static gboolean
add_claim (AtlasStatement *row, gpointer data, GError **error)
{
  Loading *loading = data;
  AtlasClaim *claim = g_new0 (AtlasClaim, 1);

  claim->id = g_strdup (atlas_statement_get_text (row, 0));
  claim->text = g_strdup (atlas_statement_get_text (row, 1));
  claim->role = industry_role_from_string (atlas_statement_get_text (row, 2));
  claim->family = atlas_catalog_get_family (loading->catalog, atlas_statement_get_text (row, 3));
  claim->period = g_strdup (atlas_statement_get_text (row, 4));
  claim->kind = claim_kind_from_string (atlas_statement_get_text (row, 5));
  claim->printed = g_strdup (atlas_statement_get_text (row, 6));
  claim->repair = g_strdup (atlas_statement_get_text (row, 7));
  claim->citations = g_array_new (FALSE, FALSE, sizeof (guint));

  g_ptr_array_add (claim->role == ATLAS_INDUSTRY_ROLE_NONE
                       ? atlas_profile_get_positioning (loading->profile)
                       : atlas_profile_get_industries (loading->profile),
                   claim);

  if (claim->id == NULL || claim->text == NULL || claim->period == NULL
      || (claim->role != ATLAS_INDUSTRY_ROLE_NONE && claim->family == NULL))
    return _atlas_catalog_set_inconsistent (loading->catalog, error);
  return TRUE;
}

static gboolean
load_claims (Loading *loading, const char *code, GError **error)
{
  g_autoptr (AtlasStatement) rows = atlas_database_prepare (
      loading->catalog->database,
      "SELECT id, text, role, family, period, kind, printed, repair"
      " FROM claim WHERE place = ?1"
      " ORDER BY period DESC, role IS 'cultivated', position",
      error);

  if (rows == NULL)
    return FALSE;
  atlas_statement_bind_text (rows, 1, code);
  return atlas_statement_foreach (rows, add_claim, loading, error);
}

/*
 * _atlas_catalog_read_citation:
 * @self: the catalog
 * @row: on a row of id, document, chapter, section, box, item, quote
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the passage
 */
AtlasCitation *
_atlas_catalog_read_citation (AtlasCatalog *self, AtlasStatement *row, GError **error)
{
  AtlasCitation *citation;
  const AtlasDocument *document = atlas_catalog_get_document (self,
                                                              atlas_statement_get_text (row, 1));

  if (document == NULL || atlas_statement_is_null (row, 6))
    {
      _atlas_catalog_set_inconsistent (self, error);
      return NULL;
    }

  citation = g_new0 (AtlasCitation, 1);
  citation->passage = atlas_statement_get_int (row, 0);
  citation->document = document;
  citation->chapter = g_strdup (atlas_statement_get_text (row, 2));
  citation->section = g_strdup (atlas_statement_get_text (row, 3));
  citation->box = g_strdup (atlas_statement_get_text (row, 4));
  citation->item = g_strdup (atlas_statement_get_text (row, 5));
  citation->quote = g_strdup (atlas_statement_get_text (row, 6));
  return citation;
}

static gboolean
add_citation (AtlasStatement *row, gpointer data, GError **error)
{
  Loading *loading = data;
  AtlasCitation *citation = _atlas_catalog_read_citation (loading->catalog, row, error);
  guint index;

  if (citation == NULL)
    return FALSE;
  index = _atlas_profile_take_citation (loading->profile, citation);
  g_array_append_val (loading->claim->citations, index);
  return TRUE;
}

static gboolean
load_citations (Loading *loading, GPtrArray *claims, GError **error)
{
  for (guint i = 0; i < claims->len; i++)
    {
      g_autoptr (AtlasStatement) rows = atlas_database_prepare (
          loading->catalog->database,
          "SELECT id, document, chapter, section, box, item, quote"
          " FROM claim_passage JOIN passage ON id = passage"
          " WHERE claim = ?1 ORDER BY instr (quote, ?2) = 0, id",
          error);

      if (rows == NULL)
        return FALSE;
      loading->claim = g_ptr_array_index (claims, i);
      atlas_statement_bind_text (rows, 1, loading->claim->id);
      /* What says it comes before what introduces it. */
      atlas_statement_bind_text (rows, 2,
                                 loading->claim->printed != NULL ? loading->claim->printed
                                                                 : loading->claim->text);
      if (!atlas_statement_foreach (rows, add_citation, loading, error))
        return FALSE;
      if (loading->claim->citations->len == 0)
        return _atlas_catalog_set_inconsistent (loading->catalog, error);
    }
  return TRUE;
}

/**
 * atlas_catalog_load_profile:
 * @self: a catalog
 * @place: one of its places
 * @error: return location for an error of %ATLAS_DATABASE_ERROR or %ATLAS_CATALOG_ERROR
 *
 * Reads what the documents say of @place; a profile with nothing in it is a result, not an error.
 *
 * Returns: (transfer full) (nullable): the profile
 */
AtlasProfile *
atlas_catalog_load_profile (AtlasCatalog *self, AtlasPlace *place, GError **error)
{
  g_autoptr (AtlasProfile) profile = NULL;
  Loading loading = { .catalog = self };

  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);
  g_return_val_if_fail (ATLAS_IS_PLACE (place), NULL);

  profile = _atlas_profile_new (place);
  loading.profile = profile;
  if (!load_claims (&loading, atlas_place_get_code (place), error)
      || !load_citations (&loading, atlas_profile_get_positioning (profile), error)
      || !load_citations (&loading, atlas_profile_get_industries (profile), error))
    return NULL;

  return g_steal_pointer (&profile);
}
