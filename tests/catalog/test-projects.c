/* test-projects.c: the projects of the shipped data set, by place and by filter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "catalog-fixture.h"

static void
test_of_county (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProfile) profile = load_profile (catalog, "210281");
  AtlasPlace *place = atlas_profile_get_place (profile);
  const AtlasProject *project = find_project (atlas_profile_get_projects (profile),
                                              "庄河至瓦房店高速");
  const AtlasProjectStatement *newest;
  const AtlasCitation *citation;

  g_assert_nonnull (project);
  g_assert_cmpstr (project->category, ==, "公路");
  g_assert_cmpuint (project->places->len, ==, 2);
  g_assert_null (atlas_project_find_place (project, place)->why);
  g_assert_true (atlas_project_find_place (project, place)->place == place);
  g_assert_null (atlas_project_find_place (project, atlas_catalog_get_place (catalog, "211481")));

  newest = atlas_project_get_newest (project);
  g_assert_cmpint (newest->claim.field, ==, ATLAS_CLAIM_FIELD_PROJECT);
  g_assert_cmpstr (newest->document->id, ==, "ln-15fyp");
  g_assert_cmpstr (newest->claim.period, ==, "2026-2030");
  g_assert_cmpstr (newest->claim.id, ==, "project/庄河至瓦房店高速/ln-15fyp/1");
  citation = g_ptr_array_index (atlas_profile_get_citations (profile),
                                g_array_index (newest->claim.citations, guint, 0));
  g_assert_nonnull (strstr (citation->quote, "瓦房店"));
}

static void
test_inferred (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProfile) profile = load_profile (catalog, "211481");
  GPtrArray *projects = atlas_profile_get_projects (profile);
  AtlasPlace *place = atlas_profile_get_place (profile);
  const AtlasProject *inferred = find_project (projects, "徐大堡核电1—4号机组");
  const AtlasProject *named = find_project (projects, "葫芦岛兴城抽水蓄能电站");

  g_assert_nonnull (strstr (atlas_project_find_place (inferred, place)->why, "徐大堡"));
  g_assert_null (atlas_project_find_place (named, place)->why);
}

/* 2021 it is built, 2026 it is studied: both stand, the newer first. */
static void
test_several_documents (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProfile) profile = load_profile (catalog, "211000");
  const AtlasProject *project = find_project (atlas_profile_get_projects (profile),
                                              "沈阳至辽阳至鞍山城际铁路");
  const AtlasProjectStatement *newer;
  const AtlasProjectStatement *older;

  g_assert_cmpuint (project->statements->len, ==, 2);
  newer = g_ptr_array_index (project->statements, 0);
  older = g_ptr_array_index (project->statements, 1);
  g_assert_true (atlas_project_get_newest (project) == newer);
  g_assert_cmpstr (newer->document->id, ==, "ln-15fyp");
  g_assert_cmpstr (newer->status, ==, "研究论证");
  g_assert_cmpint (newer->stage, ==, ATLAS_STAGE_IDEA);
  g_assert_cmpstr (older->document->id, ==, "ly-14fyp");
  g_assert_cmpstr (older->status, ==, "建设");
  g_assert_cmpstr (older->claim.text, ==, "沈辽鞍城际铁路项目");
  g_assert_cmpstr (older->claim.period, ==, "2021-2025");
}

/* One document may speak of a project twice; each statement has an id of its own. */
static void
test_several_statements (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProfile) profile = load_profile (catalog, "210100");
  const AtlasProject *project = find_project (atlas_profile_get_projects (profile),
                                              "沈阳都市圈环线高速");
  const char *prefix = "project/沈阳都市圈环线高速/ln-15fyp/";
  const AtlasProjectStatement *second = g_ptr_array_index (project->statements, 1);
  const AtlasProjectStatement *last = g_ptr_array_index (project->statements,
                                                         project->statements->len - 1);
  g_autofree char *id = g_strconcat (prefix, "2", NULL);
  g_autofree char *unknown = g_strconcat (prefix, "9", NULL);

  g_assert_true (atlas_profile_find_claim (profile, id) == &second->claim);
  g_assert_null (atlas_profile_find_claim (profile, unknown));
  g_assert_cmpstr (last->document->id, ==, "ln-gwr-2024");
  g_assert_cmpstr (last->status, ==, "前期工作");
}

/* Those projects of @place that @document, or any where it is NULL, speaks of. */
static guint
count_within (GPtrArray *projects, AtlasPlace *place, const AtlasDocument *document)
{
  guint n = 0;

  for (guint i = 0; i < projects->len; i++)
    {
      const AtlasProject *project = g_ptr_array_index (projects, i);
      gboolean is_meant = document == NULL;

      for (guint j = 0; j < project->statements->len; j++)
        is_meant |= ((const AtlasProjectStatement *) g_ptr_array_index (project->statements, j))
                        ->document
                    == document;
      n += is_meant && atlas_project_find_place (project, place) != NULL;
    }
  return n;
}

static void
test_counts (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  GListModel *places = atlas_catalog_get_places (catalog);
  const AtlasDocument *newest = g_ptr_array_index (atlas_catalog_get_documents (catalog), 0);
  AtlasPlace *liaoyang = atlas_catalog_get_place (catalog, "211000");
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasProjectList) all = atlas_catalog_load_projects (catalog, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (all->projects->len, >, 500);
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);
      g_autoptr (AtlasProfile) profile = load_profile (catalog, atlas_place_get_code (place));
      guint n = count_within (all->projects, place, NULL);

      g_assert_cmpuint (atlas_place_get_n_projects (place), ==, n);
      g_assert_cmpuint (atlas_profile_get_projects (profile)->len, ==, n);
      g_assert_cmpuint (atlas_place_get_n_newest_projects (place), ==,
                        count_within (all->projects, place, newest));
    }
  /* Nearly all of them are of its own, older plan. */
  g_assert_cmpuint (atlas_place_get_n_newest_projects (liaoyang), >, 0);
  g_assert_cmpuint (atlas_place_get_n_newest_projects (liaoyang), <,
                    atlas_place_get_n_projects (liaoyang) / 10);
  /* A county that no document ties to a project */
  g_assert_cmpuint (atlas_place_get_n_projects (atlas_catalog_get_place (catalog, "211221")), ==,
                    0);
}

/* The first carrier of a city's project is one the text names, where there is one. */
static void
test_part_of_city (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProfile) profile = load_profile (catalog, "211400");
  AtlasPlace *city = atlas_profile_get_place (profile);
  const AtlasProject *inferred = find_project (atlas_profile_get_projects (profile),
                                               "徐大堡核电1—4号机组");
  const AtlasProjectPlace *part = atlas_project_find_place (inferred, city);

  g_assert_cmpstr (atlas_place_get_code (part->place), ==, "211481");
  g_assert_nonnull (part->why);
}

static void
test_every_project (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProjectList) all = atlas_catalog_load_projects (catalog, NULL, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *documents = atlas_catalog_get_documents (catalog);

  for (guint i = 0; i < all->projects->len; i++)
    {
      const AtlasProject *project = g_ptr_array_index (all->projects, i);
      guint newest = 0;

      g_assert_cmpuint (project->places->len, >, 0);
      g_assert_cmpstr (atlas_project_get_newest (project)->claim.text, ==, project->name);
      for (guint j = 0; j < project->statements->len; j++)
        {
          const AtlasProjectStatement *statement = g_ptr_array_index (project->statements, j);
          guint age;

          g_assert_true (g_hash_table_add (ids, statement->claim.id));
          g_assert_cmpuint (statement->claim.citations->len, >, 0);
          g_assert_true (g_ptr_array_find (documents, (gconstpointer) statement->document, &age));
          g_assert_cmpuint (age, >=, newest);
          newest = age;
        }
    }
}

static void
test_quantities (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProjectList) all = atlas_catalog_load_projects (catalog, NULL, NULL);
  guint n_amounts = 0;
  guint n_capacities = 0;

  for (guint i = 0; i < all->projects->len; i++)
    {
      const AtlasProject *project = g_ptr_array_index (all->projects, i);

      for (guint j = 0; j < project->statements->len; j++)
        {
          const AtlasProjectStatement *statement = g_ptr_array_index (project->statements, j);

          for (guint k = 0; k < statement->quantities->len; k++)
            {
              const AtlasQuantity *quantity = g_ptr_array_index (statement->quantities, k);

              g_assert_cmpfloat (quantity->number, >, 0.0);
              g_assert_cmpstr (quantity->unit, !=, "");
              n_amounts += quantity->is_amount != FALSE;
              n_capacities += quantity->is_amount == FALSE;
            }
        }
    }
  g_assert_cmpuint (n_amounts, >, 0);
  g_assert_cmpuint (n_capacities, >, 0);
}

static gboolean
statement_fits (const AtlasProjectStatement *statement, const AtlasProjectFilter *filter)
{
  if (filter->document != NULL && statement->document != filter->document)
    return FALSE;
  return filter->status == NULL || g_strcmp0 (statement->status, filter->status) == 0
         || g_str_equal (atlas_stage_to_string (statement->stage), filter->status);
}

static gboolean
project_fits (const AtlasProject *project, const AtlasProjectFilter *filter)
{
  gboolean category = filter->category == NULL || g_str_equal (project->category, filter->category);
  gboolean statement = FALSE;

  if (filter->family != NULL && project->family != filter->family)
    return FALSE;
  if (filter->place != NULL && atlas_project_find_place (project, filter->place) == NULL)
    return FALSE;
  for (guint i = 0; i < project->statements->len; i++)
    {
      const AtlasProjectStatement *each = g_ptr_array_index (project->statements, i);

      category |= g_strcmp0 (each->heading, filter->category) == 0;
      statement |= statement_fits (each, filter);
    }
  return category && statement;
}

/* Every combination of the five, against the same question asked of each project. */
static void
test_filters (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProjectList) all = atlas_catalog_load_projects (catalog, NULL, NULL);
  const struct
  {
    const char *category;
    const char *status;
  } words[] = { { "能源", "续建" }, { "油气工程", "continuing" }, { "公路", "规划建设" } };
  guint n_found = 0;

  for (guint i = 0; i < 32 * G_N_ELEMENTS (words); i++)
    {
      AtlasProjectFilter filter = {
        .place = i & 1 ? atlas_catalog_get_place (catalog, "210200") : NULL,
        .family = i & 2 ? atlas_catalog_get_family (catalog, "energy") : NULL,
        .category = i & 4 ? words[i / 32].category : NULL,
        .status = i & 8 ? words[i / 32].status : NULL,
        .document = i & 16 ? atlas_catalog_get_document (catalog, "ln-15fyp") : NULL,
      };
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasProjectList) list = atlas_catalog_load_projects (catalog, &filter, &error);
      guint n = 0;

      g_assert_no_error (error);
      for (guint j = 0; j < all->projects->len; j++)
        {
          const AtlasProject *project = g_ptr_array_index (all->projects, j);

          if (!project_fits (project, &filter))
            continue;
          g_assert_cmpuint (n, <, list->projects->len);
          g_assert_cmpstr (((const AtlasProject *) g_ptr_array_index (list->projects, n++))->id, ==,
                           project->id);
        }
      g_assert_cmpuint (list->projects->len, ==, n);
      n_found += n > 0;
    }
  g_assert_cmpuint (n_found, >, 48);
}

/* A status has to be that of the document which is asked for. */
static void
test_status_of_document (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  AtlasProjectFilter filter = { .place = atlas_catalog_get_place (catalog, "211000"),
                                .status = "研究论证" };
  g_autoptr (AtlasProjectList) any = atlas_catalog_load_projects (catalog, &filter, NULL);
  g_autoptr (AtlasProjectList) older = NULL;

  filter.document = atlas_catalog_get_document (catalog, "ly-14fyp");
  older = atlas_catalog_load_projects (catalog, &filter, NULL);
  g_assert_nonnull (find_project (any->projects, "沈阳至辽阳至鞍山城际铁路"));
  g_assert_null (find_project (older->projects, "沈阳至辽阳至鞍山城际铁路"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/projects/of-county", test_of_county);
  g_test_add_func ("/projects/inferred", test_inferred);
  g_test_add_func ("/projects/several-documents", test_several_documents);
  g_test_add_func ("/projects/several-statements", test_several_statements);
  g_test_add_func ("/projects/counts", test_counts);
  g_test_add_func ("/projects/part-of-city", test_part_of_city);
  g_test_add_func ("/projects/every-project", test_every_project);
  g_test_add_func ("/projects/quantities", test_quantities);
  g_test_add_func ("/projects/filters", test_filters);
  g_test_add_func ("/projects/status-of-document", test_status_of_document);

  return g_test_run ();
}
