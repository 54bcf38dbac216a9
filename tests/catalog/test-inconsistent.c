/* test-inconsistent.c: data sets that are whole as files and wrong inside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "altered-fixture.h"
#include "catalog-fixture.h"

#define NOT_UTF8 "CAST (x'ff' AS TEXT)"
#define WITHOUT_CONSTRAINTS(table)                                                                 \
  "CREATE TABLE bare AS SELECT * FROM " table "; DROP TABLE " table                                \
  "; ALTER TABLE bare RENAME TO " table "; "

typedef gboolean (*Load) (AtlasCatalog *catalog, GError **error);

static gboolean
load_profiles (AtlasCatalog *catalog, GError **error)
{
  GListModel *places = atlas_catalog_get_places (catalog);

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);
      g_autoptr (AtlasProfile) profile = atlas_catalog_load_profile (catalog, place, error);

      if (profile == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_projects (AtlasCatalog *catalog, GError **error)
{
  g_autoptr (AtlasProjectList) list = atlas_catalog_load_projects (catalog, NULL, error);

  return list != NULL;
}

static gboolean
load_indicators (AtlasCatalog *catalog, GError **error)
{
  g_autoptr (AtlasIndicatorList) list = atlas_catalog_load_indicators (catalog, ATLAS_PROVINCE_CODE,
                                                                       error);

  return list != NULL;
}

static gboolean
load_members (AtlasCatalog *catalog, GError **error)
{
  GPtrArray *zones = atlas_catalog_get_zones (catalog);

  for (guint i = 0; i < zones->len; i++)
    {
      g_autoptr (AtlasGroupMembers) members = atlas_catalog_load_members (
          catalog, g_ptr_array_index (zones, i), error);

      if (members == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_topic (AtlasCatalog *catalog, GError **error)
{
  g_autoptr (GPtrArray) places = atlas_catalog_get_places_in_topic (catalog, "zone:沿海经济带",
                                                                    error);

  return places != NULL;
}

static gboolean
load_neighbours (AtlasCatalog *catalog, GError **error)
{
  AtlasPlace *place = atlas_catalog_get_place (catalog, "210212");
  g_autoptr (GPtrArray) places = atlas_catalog_load_neighbours (catalog, place, error);

  return places != NULL;
}

static const struct
{
  const char *sql;
  Load load;
} cases[] = {
  { "UPDATE claim SET id = " NOT_UTF8 " WHERE rowid = 9", load_profiles },
  { "UPDATE claim SET text = " NOT_UTF8 " WHERE place = '211021'", load_profiles },
  { "UPDATE claim SET family = 'nobody' WHERE role IS NOT NULL", load_profiles },
  { "UPDATE claim SET printed = NULL WHERE repair IS NOT NULL", load_profiles },
  { "UPDATE claim SET repair = NULL WHERE printed IS NOT NULL", load_profiles },
  { "DELETE FROM claim_passage", load_profiles },
  { "UPDATE passage SET quote = " NOT_UTF8, load_profiles },
  { "UPDATE passage SET chapter = " NOT_UTF8, load_profiles },
  { "UPDATE passage SET document = 'nobody'", load_profiles },
  { "UPDATE box SET title = " NOT_UTF8, load_profiles },
  { "UPDATE project SET name = " NOT_UTF8, load_projects },
  { "UPDATE project SET id = " NOT_UTF8 " WHERE position = 3", load_projects },
  { "UPDATE project SET family = 'nobody'", load_projects },
  { "UPDATE project_place SET kind = 'inferred', why = NULL", load_projects },
  { "UPDATE project_place SET why = 'why' WHERE why IS NULL", load_projects },
  { "UPDATE OR IGNORE project_place SET place = '999999'", load_projects },
  { "UPDATE project_statement SET stage = 'never'", load_projects },
  { "UPDATE project_statement SET document = 'nobody'", load_projects },
  { "UPDATE project_statement SET period = " NOT_UTF8, load_projects },
  { "UPDATE project_statement SET status = " NOT_UTF8 " WHERE id = 7", load_projects },
  { "UPDATE project_statement SET repair = NULL WHERE printed IS NOT NULL", load_projects },
  { "DELETE FROM project_statement WHERE project = '庄河至瓦房店高速'", load_projects },
  { "DELETE FROM project_passage WHERE statement = 5", load_projects },
  { "UPDATE project_quantity SET unit = " NOT_UTF8, load_projects },
  { "UPDATE project SET category = " NOT_UTF8, load_profiles },
  { "UPDATE cluster SET family = 'nobody'", load_profiles },
  { WITHOUT_CONSTRAINTS ("cluster") "UPDATE cluster SET family = NULL", load_profiles },
  { "UPDATE cluster SET tier = NULL", load_profiles },
  { "UPDATE cluster SET name = " NOT_UTF8, load_topic },
  { "DELETE FROM cluster", load_profiles },
  { "DELETE FROM cluster_place_passage", load_profiles },
  { "UPDATE cluster_place SET role = " NOT_UTF8, load_profiles },
  { "DELETE FROM zone", load_profiles },
  { "UPDATE zone SET kind = " NOT_UTF8, load_profiles },
  { "UPDATE zone SET printed = name WHERE repair IS NULL", load_profiles },
  { "UPDATE zone_place SET kind = 'stated'", load_members },
  { "UPDATE zone_place SET place = '999999' WHERE place = '210200'", load_members },
  { "UPDATE zone_place SET place = '999999' WHERE place = '210200'", load_topic },
  { "DELETE FROM zone_place_passage", load_members },
  { "UPDATE indicator SET name = " NOT_UTF8, load_indicators },
  { "UPDATE indicator SET printed = name WHERE repair IS NULL", load_indicators },
  { "UPDATE indicator_value SET heading = " NOT_UTF8, load_indicators },
  { "UPDATE indicator_value SET text = " NOT_UTF8, load_profiles },
  { "DELETE FROM indicator_passage", load_indicators },
  { "UPDATE neighbour SET other = '999999' WHERE place = '210212'", load_neighbours },
};

static void
test_inconsistent (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasCatalog) catalog = open_altered (cases[i].sql);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].sql);
      g_assert_false (cases[i].load (catalog, &error));
      g_assert_error (error, ATLAS_CATALOG_ERROR, ATLAS_CATALOG_ERROR_INCONSISTENT);
      g_assert_nonnull (strstr (error->message, "altered.db"));
    }
}

static GLogWriterOutput
count_warnings (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  guint *n_warnings = data;

  *n_warnings += level == G_LOG_LEVEL_WARNING;
  return G_LOG_WRITER_HANDLED;
}

/* Who cannot be told of an error gets nothing, and the log says so. */
static void
test_groups_are_not_there (void)
{
  g_autoptr (AtlasCatalog) catalog = open_altered ("UPDATE zone SET name = " NOT_UTF8);
  static guint n_warnings = 0;

  g_log_set_writer_func (count_warnings, &n_warnings, NULL);
  g_assert_cmpuint (atlas_catalog_get_clusters (catalog)->len, ==, 0);
  g_assert_cmpuint (n_warnings, ==, 1);
  g_assert_cmpuint (atlas_catalog_get_zones (catalog)->len, ==, 0);
  g_assert_null (atlas_catalog_get_topic (catalog, "zone:沿海经济带"));
  g_assert_cmpuint (n_warnings, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/inconsistent/loaders", test_inconsistent);
  g_test_add_func ("/inconsistent/groups-are-not-there", test_groups_are_not_there);

  return g_test_run ();
}
