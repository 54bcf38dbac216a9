/* test-document-facts.c: how many facts come from each document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-document-facts.h"
#include "catalog-fixture.h"

static GPtrArray *
count (AtlasCatalog *catalog)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *all = atlas_document_facts_count (catalog, &error);

  g_assert_no_error (error);
  return all;
}

static guint
count_projects (AtlasCatalog *catalog, const AtlasDocument *document)
{
  const AtlasProjectFilter filter = { .document = document };
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasProjectList) list = atlas_catalog_load_projects (catalog, &filter, &error);

  g_assert_no_error (error);
  return list->projects->len;
}

static gboolean
supports (const AtlasDocument *document, const AtlasGroupMembers *members)
{
  for (guint i = 0; i < members->citations->len; i++)
    if (((const AtlasCitation *) g_ptr_array_index (members->citations, i))->document == document)
      return TRUE;
  return FALSE;
}

static guint
count_groups (AtlasCatalog *catalog, GPtrArray *groups, const AtlasDocument *document)
{
  guint n = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr (AtlasGroupMembers) members = atlas_catalog_load_members (
          catalog, g_ptr_array_index (groups, i), NULL);

      n += supports (document, members);
    }
  return n;
}

/* What is counted is what the loaders of the program find. */
static void
test_agrees (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (GPtrArray) all = count (catalog);

  g_assert_cmpuint (all->len, ==, atlas_catalog_get_documents (catalog)->len);
  for (guint i = 0; i < all->len; i++)
    {
      const AtlasDocumentFacts *facts = g_ptr_array_index (all, i);
      const AtlasDocument *document = facts->document;

      g_assert_true (document == g_ptr_array_index (atlas_catalog_get_documents (catalog), i));
      g_assert_cmpuint (facts->n[ATLAS_FACT_PROJECT], ==, count_projects (catalog, document));
      g_assert_cmpuint (facts->n[ATLAS_FACT_CLUSTER], ==,
                        count_groups (catalog, atlas_catalog_get_clusters (catalog), document));
      g_assert_cmpuint (facts->n[ATLAS_FACT_ZONE], ==,
                        count_groups (catalog, atlas_catalog_get_zones (catalog), document));
    }
}

static guint
sum (GPtrArray *all, AtlasFactKind kind)
{
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += ((const AtlasDocumentFacts *) g_ptr_array_index (all, i))->n[kind];
  return n;
}

/* A claim and an indicator stand in one document each. */
static void
test_claims (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (GPtrArray) all = count (catalog);
  g_autoptr (AtlasCheck) check = atlas_check_run (catalog, NULL);
  guint n[ATLAS_N_FACT_KINDS] = { 0 };

  for (guint i = 0; i < check->coverage->len; i++)
    for (guint j = 0; j < ATLAS_N_FACT_KINDS; j++)
      n[j] += ((const AtlasCoverage *) g_ptr_array_index (check->coverage, i))->n[j];
  g_assert_cmpuint (sum (all, ATLAS_FACT_POSITIONING), ==, n[ATLAS_FACT_POSITIONING]);
  g_assert_cmpuint (sum (all, ATLAS_FACT_LEADING), ==, n[ATLAS_FACT_LEADING]);
  g_assert_cmpuint (sum (all, ATLAS_FACT_CULTIVATED), ==, n[ATLAS_FACT_CULTIVATED]);
  g_assert_cmpuint (sum (all, ATLAS_FACT_INDICATOR), ==, check->n_indicators);
}

static void
test_count_projects (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProjectList) list = atlas_catalog_load_projects (catalog, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (atlas_catalog_count_projects (catalog, &error), ==, list->projects->len);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document-facts/agrees", test_agrees);
  g_test_add_func ("/document-facts/claims", test_claims);
  g_test_add_func ("/document-facts/count-projects", test_count_projects);

  return g_test_run ();
}
