/* test-counts.c: how much is said of each place, against the lists that say it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-check.h"
#include "catalog-fixture.h"

/* A city and its districts are one. */
static AtlasPlace *
get_proper (AtlasPlace *place)
{
  return atlas_place_is_district (place) ? atlas_place_get_parent (place) : place;
}

static guint
get_number (GHashTable *numbers, AtlasPlace *place)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (numbers, place));
}

static void
add_number (GHashTable *numbers, AtlasPlace *place, guint number)
{
  g_hash_table_insert (numbers, place, GUINT_TO_POINTER (get_number (numbers, place) + number));
}

/* No place but the 55, and the same number for each. Returns: how many have any */
static guint
assert_same_numbers (AtlasCatalog *catalog, GHashTable *actual, GHashTable *expected)
{
  GListModel *places = atlas_catalog_get_places (catalog);
  guint n_any = 0;

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      g_assert_cmpuint (get_number (actual, place), ==, get_number (expected, place));
      if (atlas_place_is_district (place))
        g_assert_false (g_hash_table_contains (actual, place));
      n_any += get_number (actual, place) > 0;
    }
  g_assert_cmpuint (g_hash_table_size (actual), ==, n_any);
  return n_any;
}

/* Each of its places once, though it may be tied to a city and several of its districts. */
static void
count_project (const AtlasProject *project, GHashTable *numbers)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < project->places->len; i++)
    {
      const AtlasProjectPlace *carrier = g_ptr_array_index (project->places, i);
      AtlasPlace *place = get_proper (carrier->place);

      if (g_hash_table_add (seen, place))
        add_number (numbers, place, 1);
    }
}

static void
test_projects (void)
{
  static const char *const stages[] = { NULL, "idea", "under-way", "done", "新建" };
  static const char *const categories[] = { NULL, "能源", "公路", "产业" };
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  guint n_any = 0;

  for (guint i = 0; i < G_N_ELEMENTS (stages) * G_N_ELEMENTS (categories); i++)
    {
      AtlasProjectFilter filter = { .status = stages[i % G_N_ELEMENTS (stages)],
                                    .category = categories[i / G_N_ELEMENTS (stages)] };
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasProjectList) list = atlas_catalog_load_projects (catalog, &filter, &error);
      g_autoptr (GHashTable) actual = atlas_catalog_count_projects_by_place (catalog, &filter,
                                                                             &error);
      g_autoptr (GHashTable) expected = g_hash_table_new (NULL, NULL);

      g_assert_no_error (error);
      for (guint j = 0; j < list->projects->len; j++)
        count_project (g_ptr_array_index (list->projects, j), expected);
      n_any += assert_same_numbers (catalog, actual, expected);
    }
  g_assert_cmpuint (n_any, >, 200);
}

/* Without a filter all are counted; a county has the number that stands beside it in lists. */
static void
test_all_projects (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  GListModel *places = atlas_catalog_get_places (catalog);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) numbers = atlas_catalog_count_projects_by_place (catalog, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      if (atlas_place_is_city (place))
        g_assert_cmpuint (get_number (numbers, place), <=, atlas_place_get_n_projects (place));
      else if (!atlas_place_is_district (place))
        g_assert_cmpuint (get_number (numbers, place), ==, atlas_place_get_n_projects (place));
    }
}

/* How often the check counts what names a city and its districts at once. */
static void
subtract_twins (GPtrArray *places, GHashTable *numbers)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < places->len; i++)
    {
      AtlasPlace *place = get_proper (g_ptr_array_index (places, i));

      if (!g_hash_table_add (seen, place))
        add_number (numbers, place, (guint) -1);
    }
}

static void
subtract_twins_of_groups (AtlasCatalog *catalog, GPtrArray *groups, GHashTable *numbers)
{
  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr (AtlasGroupMembers) members = atlas_catalog_load_members (
          catalog, g_ptr_array_index (groups, i), NULL);
      g_autoptr (GPtrArray) places = g_ptr_array_new ();

      for (guint j = 0; j < members->members->len; j++)
        g_ptr_array_add (places,
                         ((AtlasMembership *) g_ptr_array_index (members->members, j))->place);
      subtract_twins (places, numbers);
    }
}

static void
subtract_twins_of_projects (AtlasCatalog *catalog, GHashTable *numbers)
{
  g_autoptr (AtlasProjectList) list = atlas_catalog_load_projects (catalog, NULL, NULL);

  for (guint i = 0; i < list->projects->len; i++)
    {
      const AtlasProject *project = g_ptr_array_index (list->projects, i);
      g_autoptr (GPtrArray) places = g_ptr_array_new ();

      for (guint j = 0; j < project->places->len; j++)
        g_ptr_array_add (places,
                         ((AtlasProjectPlace *) g_ptr_array_index (project->places, j))->place);
      subtract_twins (places, numbers);
    }
}

static void
test_facts (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasCheck) check = atlas_check_run (catalog, &error);
  g_autoptr (GHashTable) actual = atlas_catalog_count_facts_by_place (catalog, &error);
  g_autoptr (GHashTable) expected = g_hash_table_new (NULL, NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < check->coverage->len; i++)
    {
      const AtlasCoverage *coverage = g_ptr_array_index (check->coverage, i);

      for (guint kind = 0; kind < ATLAS_N_FACT_KINDS; kind++)
        add_number (expected, get_proper (coverage->place), coverage->n[kind]);
    }
  subtract_twins_of_projects (catalog, expected);
  subtract_twins_of_groups (catalog, atlas_catalog_get_clusters (catalog), expected);
  subtract_twins_of_groups (catalog, atlas_catalog_get_zones (catalog), expected);

  g_assert_cmpuint (assert_same_numbers (catalog, actual, expected), ==, 55);
}

/* Against the places of each document. */
static void
test_periods (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  GPtrArray *documents = atlas_catalog_get_documents (catalog);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) actual = atlas_catalog_load_periods_by_place (catalog, &error);
  g_autoptr (GHashTable) expected = g_hash_table_new (NULL, NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < documents->len; i++)
    {
      const AtlasDocument *document = g_ptr_array_index (documents, i);
      guint bit = g_str_equal (document->period, "2026-2030") ? ATLAS_PERIODS_NEWEST
                                                              : ATLAS_PERIODS_OLDER;
      g_autoptr (GPtrArray) places = atlas_catalog_get_places_in_document (catalog, document->id,
                                                                           &error);

      g_assert_no_error (error);
      for (guint j = 0; j < places->len; j++)
        {
          AtlasPlace *place = get_proper (g_ptr_array_index (places, j));

          g_hash_table_insert (expected, place,
                               GUINT_TO_POINTER (get_number (expected, place) | bit));
        }
    }
  g_assert_cmpuint (assert_same_numbers (catalog, actual, expected), ==, 55);
  g_assert_cmpuint (get_number (actual, atlas_catalog_get_place (catalog, "211281")), ==,
                    ATLAS_PERIODS_NEWEST);
  g_assert_cmpuint (get_number (actual, atlas_catalog_get_place (catalog, "211000")), ==,
                    ATLAS_PERIODS_NEWEST | ATLAS_PERIODS_OLDER);
}

static void
test_categories (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) categories = atlas_catalog_load_project_categories (catalog, &error);
  g_autoptr (AtlasProjectList) all = atlas_catalog_load_projects (catalog, NULL, &error);
  guint n_all = 0;
  guint n_last = G_MAXUINT;

  g_assert_no_error (error);
  for (guint i = 0; i < categories->len; i++)
    {
      const char *category = g_ptr_array_index (categories, i);
      guint n = 0;

      for (guint j = 0; j < all->projects->len; j++)
        n += g_str_equal (((AtlasProject *) g_ptr_array_index (all->projects, j))->category,
                          category);
      g_assert_cmpuint (n, >, 0);
      g_assert_cmpuint (n, <=, n_last);
      n_last = n;
      n_all += n;
    }
  g_assert_cmpuint (n_all, ==, all->projects->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/counts/projects", test_projects);
  g_test_add_func ("/counts/all-projects", test_all_projects);
  g_test_add_func ("/counts/facts", test_facts);
  g_test_add_func ("/counts/periods", test_periods);
  g_test_add_func ("/counts/categories", test_categories);

  return g_test_run ();
}
