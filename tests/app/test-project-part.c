/* test-project-part.c: which statement of a project is shown, and in which part
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-project-part.h"

#include "../catalog/altered-fixture.h"

#define REASON "辽阳市规划所列项目，文中未写明县（市）区"

typedef struct
{
  AtlasCatalog *catalog;
  AtlasProfile *profile;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalog = atlas_catalog_open (g_getenv ("ATLAS_TEST_DATABASE"), &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->profile);
  g_assert_finalize_object (fixture->catalog);
}

static void
load_profile (Fixture *fixture, const char *code)
{
  AtlasPlace *place = atlas_catalog_get_place (fixture->catalog, code);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (place);
  fixture->profile = atlas_catalog_load_profile (fixture->catalog, place, &error);
  g_assert_no_error (error);
}

static const AtlasProjectEntry *
find_entry (GPtrArray *parts, const char *id)
{
  for (guint i = 0; i < parts->len; i++)
    {
      GArray *entries = ((AtlasProjectPart *) g_ptr_array_index (parts, i))->entries;

      for (guint j = 0; j < entries->len; j++)
        if (g_str_equal (g_array_index (entries, AtlasProjectEntry, j).project->id, id))
          return &g_array_index (entries, AtlasProjectEntry, j);
    }
  return NULL;
}

static gboolean
is_shown (Fixture *fixture, const char *id, const char *period, const char *stage)
{
  g_autoptr (GPtrArray) parts = atlas_project_parts_new (
      fixture->profile, atlas_catalog_get_documents (fixture->catalog), period, stage);

  return find_entry (parts, id) != NULL;
}

static const char *
get_status (Fixture *fixture, const char *id, const char *period, const char *stage)
{
  g_autoptr (GPtrArray) parts = atlas_project_parts_new (
      fixture->profile, atlas_catalog_get_documents (fixture->catalog), period, stage);
  const AtlasProjectEntry *entry = find_entry (parts, id);

  return entry != NULL ? entry->shown->status : NULL;
}

/* The newest plan looks back on one project and looks ahead to it: ahead is what a row shows,
 * unless a filter asks for the other. */
static void
test_shown_statement (Fixture *fixture, gconstpointer data)
{
  load_profile (fixture, "210100");
  g_assert_cmpstr (get_status (fixture, "沈阳浑南科技城", NULL, NULL), ==, "推进");
  g_assert_cmpstr (get_status (fixture, "沈阳浑南科技城", NULL, "done"), ==, "全面开城（园）运行");
  g_assert_cmpstr (get_status (fixture, "沈阳浑南科技城", "2024", NULL), ==, "加快建设");
  g_assert_null (get_status (fixture, "沈阳浑南科技城", "2024", "done"));
  g_assert_null (get_status (fixture, "沈阳浑南科技城", "2021-2025", NULL));
  g_assert_cmpstr (get_status (fixture, "沈阳至辽阳至鞍山城际铁路", NULL, NULL), ==, "研究论证");
  g_assert_null (get_status (fixture, "沈阳至辽阳至鞍山城际铁路", NULL, "under-way"));
  g_assert_cmpstr (get_status (fixture, "沈阳至辽阳至鞍山城际铁路", "2021-2025", "under-way"), ==,
                   "建设");
}

/* Of two documents of one period the newer says at which stage a project is, as it does where no
 * period is asked for. */
static void
test_stage_within_period (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->catalog);
  fixture->catalog = open_altered ("UPDATE project_statement SET stage = 'idea'"
                                   " WHERE project = '华晨雷诺' AND document = 'ln-14fyp'");
  load_profile (fixture, "210100");
  g_assert_cmpstr (get_status (fixture, "华晨雷诺", "2021-2025", NULL), ==, "建设");
  g_assert_cmpstr (get_status (fixture, "华晨雷诺", "2021-2025", "under-way"), ==, "建设");
  g_assert_false (is_shown (fixture, "华晨雷诺", "2021-2025", "idea"));
}

/* Each project is shown once, whatever the filter, and the counts are those of what is shown. */
static void
test_counts (Fixture *fixture, gconstpointer data)
{
  GPtrArray *documents = atlas_catalog_get_documents (fixture->catalog);
  const char *const periods[] = { NULL, "2026-2030", "2024", "2021-2025", "1999" };

  load_profile (fixture, "211000");
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      guint n_all = atlas_project_parts_count (fixture->profile, periods[i], NULL);
      guint n_stages = 0;

      for (guint stage = 0; stage < ATLAS_N_STAGES; stage++)
        {
          const char *name = atlas_stage_to_string ((AtlasStage) stage);
          g_autoptr (GPtrArray) parts = atlas_project_parts_new (fixture->profile, documents,
                                                                 periods[i], name);
          guint n = 0;

          for (guint j = 0; j < parts->len; j++)
            n += ((AtlasProjectPart *) g_ptr_array_index (parts, j))->entries->len;
          g_assert_cmpuint (n, ==, atlas_project_parts_count (fixture->profile, periods[i], name));
          n_stages += n;
        }
      g_assert_cmpuint (n_all, <=, n_stages);
    }
  g_assert_cmpuint (atlas_project_parts_count (fixture->profile, NULL, NULL), ==,
                    atlas_profile_get_projects (fixture->profile)->len);
  g_assert_cmpuint (atlas_project_parts_count (fixture->profile, "1999", NULL), ==, 0);
}

static guint
count_inferred (Fixture *fixture, const AtlasProjectPart *part, const char *reason)
{
  AtlasPlace *place = atlas_profile_get_place (fixture->profile);
  guint n = 0;

  for (guint i = 0; i < part->entries->len; i++)
    {
      const AtlasProject *project = g_array_index (part->entries, AtlasProjectEntry, i).project;

      if (g_strcmp0 (atlas_project_find_place (project, place)->why, reason) == 0)
        n++;
    }
  return n;
}

/* Only a document that is tied to the place as a whole has a reason of its own. */
static void
test_reason (Fixture *fixture, gconstpointer data)
{
  GPtrArray *documents = atlas_catalog_get_documents (fixture->catalog);
  g_autoptr (GPtrArray) parts = NULL;

  load_profile (fixture, "211000");
  parts = atlas_project_parts_new (fixture->profile, documents, NULL, NULL);
  g_assert_cmpuint (parts->len, >, 1);
  for (guint i = 0; i < parts->len; i++)
    {
      const AtlasProjectPart *part = g_ptr_array_index (parts, i);
      gboolean own = g_str_equal (part->document->id, "ly-14fyp");

      g_assert_cmpstr (part->reason, ==, own ? REASON : NULL);
      g_assert_cmpuint (part->n_inferred, ==, own ? count_inferred (fixture, part, REASON) : 0);
      if (own)
        g_assert_cmpuint (part->n_inferred, >, 200);
    }
}

/* The parts come with the newest document first, and each project by the order of the categories.
 */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  GPtrArray *documents = atlas_catalog_get_documents (fixture->catalog);
  g_autoptr (GPtrArray) parts = NULL;
  guint last = 0;

  load_profile (fixture, "210100");
  parts = atlas_project_parts_new (fixture->profile, documents, NULL, NULL);
  for (guint i = 0; i < parts->len; i++)
    {
      const AtlasProjectPart *part = g_ptr_array_index (parts, i);
      g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
      const char *category = NULL;
      guint position;

      g_assert_true (g_ptr_array_find (documents, part->document, &position));
      g_assert_true (i == 0 || position > last);
      last = position;
      for (guint j = 0; j < part->entries->len; j++)
        {
          const AtlasProjectEntry *entry = &g_array_index (part->entries, AtlasProjectEntry, j);

          g_assert_true (entry->shown->document == part->document);
          if (g_strcmp0 (entry->project->category, category) == 0)
            continue;
          category = entry->project->category;
          g_assert_true (g_hash_table_add (done, (char *) category));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/project-part/shown-statement", test_shown_statement);
  ADD ("/project-part/stage-within-period", test_stage_within_period);
  ADD ("/project-part/counts", test_counts);
  ADD ("/project-part/reason", test_reason);
  ADD ("/project-part/order", test_order);
#undef ADD

  return g_test_run ();
}
