/* atlas-catalog-counts.c: how much is said of each place, counted for all places at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-catalog-private.h"

typedef struct
{
  AtlasCatalog *catalog;
  GHashTable *numbers; /* AtlasPlace → guint */
} NumberRows;

/* A city itself and its districts are one; its counties count for themselves. */
#define PROPER "iif (level = 'district', parent, code)"

static gboolean
add_number (AtlasStatement *row, gpointer data, GError **error)
{
  NumberRows *rows = data;
  AtlasPlace *place = atlas_catalog_get_place (rows->catalog, atlas_statement_get_text (row, 0));

  if (place == NULL)
    return _atlas_catalog_set_inconsistent (rows->catalog, error);
  g_hash_table_insert (rows->numbers, place,
                       GUINT_TO_POINTER ((guint) atlas_statement_get_int (row, 1)));
  return TRUE;
}

static GHashTable *
collect_numbers (AtlasCatalog *self, AtlasStatement *statement, GError **error)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  NumberRows rows = { .catalog = self, .numbers = numbers };

  if (!atlas_statement_foreach (statement, add_number, &rows, error))
    return NULL;
  return g_steal_pointer (&numbers);
}

/* @numbers: (transfer full) (nullable). Returns: (transfer full) (nullable): the same */
static GHashTable *
keep_numbers (AtlasCatalog *self, const char *key, GHashTable *numbers)
{
  if (numbers != NULL)
    g_hash_table_insert (self->numbers, g_strdup (key), g_hash_table_ref (numbers));
  return numbers;
}

static GHashTable *
get_numbers (AtlasCatalog *self, const char *sql, GError **error)
{
  GHashTable *known = g_hash_table_lookup (self->numbers, sql);
  g_autoptr (AtlasStatement) statement = NULL;

  if (known != NULL)
    return g_hash_table_ref (known);

  statement = atlas_database_prepare (self->database, sql, error);
  if (statement == NULL)
    return NULL;
  return keep_numbers (self, sql, collect_numbers (self, statement, error));
}

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

/* No SQL, so that it is no key of anything else. */
static char *
make_key (const AtlasProjectFilter *filter)
{
  return g_strjoin (
      "\x1f", "projects", filter->place != NULL ? atlas_place_get_code (filter->place) : "",
      filter->family != NULL ? filter->family->id : "", or_nothing (filter->category),
      or_nothing (filter->status), filter->document != NULL ? filter->document->id : "", NULL);
}

/**
 * atlas_catalog_count_projects_by_place:
 * @self: a catalog
 * @filter: (nullable): what is counted, %NULL for all
 * @error: return location for an error of %ATLAS_DATABASE_ERROR or %ATLAS_CATALOG_ERROR
 *
 * Counts the projects that atlas_catalog_load_projects() would give, each once for a place however
 * often it is named there. Those of a district count for its city, those of a county do not. This
 * takes some milliseconds the first time, and nothing again for the same filter.
 *
 * Returns: (transfer full) (nullable) (element-type AtlasPlace guint): the cities and counties that
 *   have any, each with their number; shared, so it is not to be changed
 */
GHashTable *
atlas_catalog_count_projects_by_place (AtlasCatalog *self,
                                       const AtlasProjectFilter *filter,
                                       GError **error)
{
  static const AtlasProjectFilter everything = { NULL };
  g_autoptr (AtlasStatement) statement = NULL;
  g_autofree char *key = NULL;
  GHashTable *known;

  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);

  if (filter == NULL)
    filter = &everything;
  key = make_key (filter);
  known = g_hash_table_lookup (self->numbers, key);
  if (known != NULL)
    return g_hash_table_ref (known);

  statement = atlas_database_prepare (
      self->database,
      ATLAS_SELECTED_PROJECTS
      "SELECT " PROPER " AS proper, count(DISTINCT project)"
      " FROM selected JOIN project_place ON project = id JOIN place ON code = place"
      " GROUP BY proper",
      error);
  if (statement == NULL)
    return NULL;
  _atlas_project_filter_bind (filter, statement);
  return keep_numbers (self, key, collect_numbers (self, statement, error));
}

/**
 * atlas_catalog_count_facts_by_place:
 * @self: a catalog
 * @error: return location for an error of %ATLAS_DATABASE_ERROR or %ATLAS_CATALOG_ERROR
 *
 * Counts the facts that name a place: positioning, industries, projects, memberships and
 * indicators. Those of a district count for its city, those of a county do not; a fact that several
 * documents support, or that names a city and its district, counts once. This takes some
 * milliseconds the first time, and nothing again.
 *
 * Returns: (transfer full) (nullable) (element-type AtlasPlace guint): the cities and counties that
 *   have any, each with their number; shared, so it is not to be changed
 */
GHashTable *
atlas_catalog_count_facts_by_place (AtlasCatalog *self, GError **error)
{
  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);

  return get_numbers (self,
                      "WITH fact (place, document, kind, id) AS (" ATLAS_FACTS_OF_DOCUMENTS ")"
                      " SELECT proper, count(*) FROM (SELECT DISTINCT " PROPER " AS proper, kind,"
                      " id FROM fact JOIN place ON code = place) GROUP BY proper",
                      error);
}

/**
 * atlas_catalog_load_periods_by_place:
 * @self: a catalog
 * @error: return location for an error of %ATLAS_DATABASE_ERROR or %ATLAS_CATALOG_ERROR
 *
 * Finds whose documents hold a fact that names a place, as atlas_catalog_count_facts_by_place()
 * counts them. A report belongs to the period of the newest plan if the time it speaks of begins in
 * it; whatever came before is older. This takes some milliseconds the first time, and nothing
 * again.
 *
 * Returns: (transfer full) (nullable) (element-type AtlasPlace AtlasPeriods): the cities and
 *   counties of which any document speaks, each with the periods that do; shared, so it is not to
 * be changed
 */
GHashTable *
atlas_catalog_load_periods_by_place (AtlasCatalog *self, GError **error)
{
  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);

  return get_numbers (self,
                      "WITH newest (id) AS (SELECT id FROM document WHERE period >="
                      "  (SELECT substr (max (period), 1, 4) FROM document WHERE kind = 'plan')),"
                      " fact (place, document, kind, id) AS (" ATLAS_FACTS_OF_DOCUMENTS ")"
                      " SELECT " PROPER " AS proper,"
                      " max (document IN newest) + 2 * max (document NOT IN newest)"
                      " FROM fact JOIN place ON code = place GROUP BY proper",
                      error);
}

static gboolean
add_category (AtlasStatement *row, gpointer data, GError **error)
{
  g_ptr_array_add (data, g_strdup (atlas_statement_get_text (row, 0)));
  return TRUE;
}

/**
 * atlas_catalog_load_project_categories:
 * @self: a catalog
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Reads them the first time.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the categories of projects, the one with
 *   most projects first; shared, so it is not to be changed
 */
GPtrArray *
atlas_catalog_load_project_categories (AtlasCatalog *self, GError **error)
{
  g_autoptr (GPtrArray) categories = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AtlasStatement) statement = NULL;

  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);

  if (self->categories != NULL)
    return g_ptr_array_ref (self->categories);

  statement = atlas_database_prepare (
      self->database,
      "SELECT category FROM project GROUP BY category ORDER BY count(*) DESC, category", error);
  if (statement == NULL || !atlas_statement_foreach (statement, add_category, categories, error))
    return NULL;
  self->categories = g_ptr_array_ref (categories);
  return g_steal_pointer (&categories);
}
