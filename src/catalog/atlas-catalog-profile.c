/* atlas-catalog-profile.c: profiles, read when they are asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-catalog-private.h"

typedef struct
{
  AtlasCatalog *catalog;
  AtlasProfile *profile;
  AtlasCitationTable *citations;
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
add_claim (AtlasStatement *statement, gpointer data, GError **error)
{
  Loading *loading = data;
  AtlasRow row = { .catalog = loading->catalog, .statement = statement };
  AtlasIndustryRole role = industry_role_from_string (atlas_statement_get_text (statement, 2));
  gboolean is_industry = role != ATLAS_INDUSTRY_ROLE_NONE;
  AtlasClaim *claim = _atlas_claim_new (is_industry ? ATLAS_CLAIM_FIELD_INDUSTRY
                                                    : ATLAS_CLAIM_FIELD_POSITIONING);

  claim->id = _atlas_row_get_text (&row, 0);
  claim->text = _atlas_row_get_text (&row, 1);
  claim->role = role;
  claim->family = _atlas_row_get_optional_family (&row, 3);
  claim->period = _atlas_row_get_text (&row, 4);
  claim->kind = claim_kind_from_string (atlas_statement_get_text (statement, 5));
  _atlas_row_get_repair (&row, 6, &claim->printed, &claim->repair);
  claim->why = _atlas_row_get_optional_text (&row, 8);
  g_ptr_array_add (is_industry ? atlas_profile_get_industries (loading->profile)
                               : atlas_profile_get_positioning (loading->profile),
                   claim);
  row.is_broken |= is_industry != (claim->family != NULL);
  return _atlas_row_end (&row, error);
}

static gboolean
load_claims (Loading *loading, const char *code, GError **error)
{
  g_autoptr (AtlasStatement) rows = atlas_database_prepare (
      loading->catalog->database,
      "SELECT id, text, role, family, period, kind, printed, repair, why"
      " FROM claim WHERE place = ?1"
      " ORDER BY period DESC, role IS 'cultivated', position",
      error);

  if (rows == NULL)
    return FALSE;
  atlas_statement_bind_text (rows, 1, code);
  return atlas_statement_foreach (rows, add_claim, loading, error);
}

static gboolean
add_citation (AtlasStatement *row, gpointer data, GError **error)
{
  Loading *loading = data;

  return _atlas_citation_table_read (loading->citations, loading->catalog, row,
                                     loading->claim->citations, error);
}

static gboolean
load_citations (Loading *loading, GPtrArray *claims, GError **error)
{
  for (guint i = 0; i < claims->len; i++)
    {
      g_autoptr (AtlasStatement) rows = atlas_database_prepare (
          loading->catalog->database,
          "SELECT " ATLAS_CITATION_COLUMNS
          " FROM claim_passage JOIN passage ON id = passage" ATLAS_CITATION_BOX
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
  g_auto (AtlasCitationTable) citations = { NULL };
  AtlasProjectFilter filter = { .place = place };
  Loading loading = { .catalog = self, .citations = &citations };
  const char *code;

  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);
  g_return_val_if_fail (ATLAS_IS_PLACE (place), NULL);

  code = atlas_place_get_code (place);
  profile = _atlas_profile_new (place);
  _atlas_citation_table_init (&citations, atlas_profile_get_citations (profile));
  loading.profile = profile;
  if (!load_claims (&loading, code, error)
      || !load_citations (&loading, atlas_profile_get_positioning (profile), error)
      || !load_citations (&loading, atlas_profile_get_industries (profile), error)
      || !_atlas_catalog_read_projects (self, &filter, atlas_profile_get_projects (profile),
                                        &citations, error)
      || !_atlas_catalog_read_memberships (self, profile, &citations, error)
      || !_atlas_catalog_read_indicators (self, code, atlas_profile_get_indicators (profile),
                                          &citations, error))
    return NULL;

  return g_steal_pointer (&profile);
}
