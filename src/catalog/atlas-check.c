/* atlas-check.c: whether a data set is right, and how much it covers
 *
 * The compiler refuses a wrong fact; this reads the finished file once more, since a file can be
 * damaged or made by somebody else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-check.h"

#include <glib/gi18n.h>

#include "atlas-database.h"

typedef struct
{
  const char *sql; /* returns the offending names */
  const char *problem;
} Rule;

static const Rule rules[] = {
  { "PRAGMA integrity_check (1)", N_ ("The file is damaged: %s.") },
  { "SELECT \"table\" || ' ' || rowid FROM pragma_foreign_key_check",
    N_ ("A row names something that is not there: %s.") },
  { "SELECT id FROM claim WHERE id NOT IN (SELECT claim FROM claim_passage)",
    N_ ("A fact has no source: %s.") },
  { "SELECT document || ' ' || ifnull (chapter, '') || ifnull (section, '') || ifnull (box, '')"
    " || ifnull (item, '') || ' ' || substr (quote, 1, 12) FROM passage"
    " WHERE id NOT IN (SELECT passage FROM claim_passage)",
    N_ ("A passage supports no fact: %s.") },
  { "SELECT c.id FROM claim c WHERE NOT EXISTS (SELECT 1 FROM claim_passage cp JOIN passage p"
    " ON p.id = cp.passage WHERE cp.claim = c.id AND instr (p.quote, ifnull (c.printed, c.text)))",
    N_ ("A quotation does not contain its fact: %s.") },
  { "SELECT text FROM claim WHERE family IS NOT NULL GROUP BY text"
    " HAVING count (DISTINCT family) > 1",
    N_ ("An industry is in two families: %s.") },
  { "SELECT name FROM place WHERE level <> 'prefecture-level-city'"
    " AND code NOT IN (SELECT code FROM area)",
    N_ ("A place has no area on the map: %s.") },
  { "SELECT name FROM place WHERE parent IS NOT NULL AND substr (code, 1, 4) || '00' <> parent",
    N_ ("A place belongs to a city that its code does not name: %s.") },
  { "SELECT code FROM place WHERE '' IN (name, short_name, pinyin, initials)",
    N_ ("A place lacks a name or a reading: %s.") },
  { "SELECT name FROM place WHERE level <> 'district'"
    " AND code NOT IN (SELECT place FROM claim)",
    N_ ("A city or county has no profile: %s.") },
};

static void
coverage_free (gpointer data)
{
  AtlasCoverage *coverage = data;

  g_object_unref (coverage->place);
  g_free (coverage);
}

/**
 * atlas_check_free:
 * @self: (transfer full): a result
 */
void
atlas_check_free (AtlasCheck *self)
{
  g_ptr_array_unref (self->coverage);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

typedef struct
{
  AtlasCheck *check;
  const Rule *rule;
} RuleRun;

static gboolean
note_problem (AtlasStatement *row, gpointer data, GError **error)
{
  RuleRun *run = data;
  const char *name = atlas_statement_get_text (row, 0);

  if (g_strcmp0 (name, "ok") == 0)
    return TRUE;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_ptr_array_add (run->check->problems,
                   g_strdup_printf (_ (run->rule->problem), name != NULL ? name : "?"));
#pragma GCC diagnostic pop
  return TRUE;
}

static gboolean
apply_rule (AtlasCheck *check, AtlasDatabase *database, const Rule *rule, GError **error)
{
  RuleRun run = { check, rule };
  g_autoptr (AtlasStatement) rows = atlas_database_prepare (database, rule->sql, error);

  return rows != NULL && atlas_statement_foreach (rows, note_problem, &run, error);
}

static void
count_claims (GPtrArray *claims, AtlasCoverage *coverage)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const AtlasClaim *claim = g_ptr_array_index (claims, i);

      coverage->n_positioning += claim->role == ATLAS_INDUSTRY_ROLE_NONE;
      coverage->n_leading += claim->role == ATLAS_INDUSTRY_ROLE_LEADING;
      coverage->n_cultivated += claim->role == ATLAS_INDUSTRY_ROLE_CULTIVATED;
      coverage->n_repaired += claim->repair != NULL;
    }
}

static gboolean
count_place (AtlasCheck *check, AtlasCatalog *catalog, AtlasPlace *place, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (AtlasProfile) profile = atlas_catalog_load_profile (catalog, place, &local);
  AtlasCoverage *coverage;

  /* What contradicts itself is what the rules have listed. */
  if (profile == NULL && check->problems->len > 0
      && g_error_matches (local, ATLAS_CATALOG_ERROR, ATLAS_CATALOG_ERROR_INCONSISTENT))
    return TRUE;
  if (profile == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  coverage = g_new0 (AtlasCoverage, 1);
  coverage->place = g_object_ref (place);
  count_claims (atlas_profile_get_positioning (profile), coverage);
  count_claims (atlas_profile_get_industries (profile), coverage);
  g_ptr_array_add (check->coverage, coverage);
  return TRUE;
}

static int
compare_coverage (gconstpointer a, gconstpointer b)
{
  const AtlasCoverage *first = *(const AtlasCoverage *const *) a;
  const AtlasCoverage *second = *(const AtlasCoverage *const *) b;

  return g_strcmp0 (atlas_place_get_code (first->place), atlas_place_get_code (second->place));
}

/**
 * atlas_check_run:
 * @catalog: the catalog
 * @error: return location for an error of %ATLAS_DATABASE_ERROR or %ATLAS_CATALOG_ERROR
 *
 * Returns: (transfer full) (nullable): what is covered and what is wrong; %NULL where the file
 *   cannot even be read
 */
AtlasCheck *
atlas_check_run (AtlasCatalog *catalog, GError **error)
{
  g_autoptr (AtlasCheck) check = NULL;
  GListModel *places;

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog), NULL);

  check = g_new0 (AtlasCheck, 1);
  check->coverage = g_ptr_array_new_with_free_func (coverage_free);
  check->problems = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!apply_rule (check, atlas_catalog_get_database (catalog), &rules[i], error))
      return NULL;

  places = atlas_catalog_get_places (catalog);
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      if (!atlas_place_is_district (place) && !count_place (check, catalog, place, error))
        return NULL;
    }
  g_ptr_array_sort (check->coverage, compare_coverage);
  return g_steal_pointer (&check);
}
