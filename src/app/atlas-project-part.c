/* atlas-project-part.c: the projects of a place by document and category, as far as they fit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-project-part.h"

/* A reason that fewer projects share is said of each of them. */
#define MIN_COMMON 5

/* In this order everywhere; a category that is not here comes after those that are. */
static const char *const categories[] = {
  "综合交通", "铁路",     "公路",     "城市轨道交通", "港航",     "机场",     "能源",
  "油气",     "水利",     "生态环保", "产业",         "农业农村", "商贸物流", "数字",
  "科技创新", "教育人才", "卫生健康", "文化旅游",     "城市建设", "开放合作", "公共安全",
};

static guint
rank_category (const char *category)
{
  guint rank = 0;

  while (rank < G_N_ELEMENTS (categories) && !g_str_equal (categories[rank], category))
    rank++;
  return rank;
}

/* Stable, so that within a category they stay as printed. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const char *category_a = ((const AtlasProjectEntry *) a)->project->category;
  const char *category_b = ((const AtlasProjectEntry *) b)->project->category;
  guint rank_a = rank_category (category_a);
  guint rank_b = rank_category (category_b);

  return rank_a != rank_b ? (rank_a < rank_b ? -1 : 1) : g_strcmp0 (category_a, category_b);
}

/* The newest document that speaks of @project, or the newest of those of @period. */
static const AtlasDocument *
find_document (const AtlasProject *project, const char *period)
{
  for (guint i = 0; i < project->statements->len; i++)
    {
      const AtlasProjectStatement *statement = g_ptr_array_index (project->statements, i);

      if (period == NULL || g_strcmp0 (statement->document->period, period) == 0)
        return statement->document;
    }
  return NULL;
}

/*
 * The statement of that document which fits. A plan looks back before it looks ahead; what it says
 * of the later years is what it plans.
 */
static const AtlasProjectStatement *
choose_statement (const AtlasProject *project, const char *period, const char *stage)
{
  const AtlasDocument *document = find_document (project, period);
  const AtlasProjectStatement *chosen = NULL;

  for (guint i = 0; i < project->statements->len; i++)
    {
      const AtlasProjectStatement *statement = g_ptr_array_index (project->statements, i);

      if (statement->document != document
          || (stage != NULL && !g_str_equal (atlas_stage_to_string (statement->stage), stage)))
        continue;
      if (chosen == NULL || g_strcmp0 (statement->claim.period, chosen->claim.period) > 0)
        chosen = statement;
    }
  return chosen;
}

/* Why the place of @profile is tied to @project, where that is inferred. */
static const char *
get_reason (const AtlasProject *project, AtlasProfile *profile)
{
  const AtlasProjectPlace *carrier = atlas_project_find_place (project,
                                                               atlas_profile_get_place (profile));

  return carrier != NULL ? carrier->why : NULL;
}

static gboolean
has_statement (const AtlasProject *project, const AtlasDocument *document)
{
  for (guint i = 0; i < project->statements->len; i++)
    if (((const AtlasProjectStatement *) g_ptr_array_index (project->statements, i))->document
        == document)
      return TRUE;
  return FALSE;
}

/*
 * A document on one place ties to it whatever it gives no place of its own. That is no remark on
 * each of several hundred projects but one on the document.
 */
static const char *
find_common_reason (AtlasProfile *profile, const AtlasDocument *document)
{
  GPtrArray *projects = atlas_profile_get_projects (profile);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *common = NULL;
  guint n_projects = 0;
  guint n_common = 0;

  for (guint i = 0; i < projects->len; i++)
    {
      const AtlasProject *project = g_ptr_array_index (projects, i);
      const char *reason = get_reason (project, profile);
      guint n;

      if (!has_statement (project, document))
        continue;
      n_projects++;
      if (reason == NULL)
        continue;
      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, reason)) + 1;
      g_hash_table_insert (counts, (char *) reason, GUINT_TO_POINTER (n));
      if (n > n_common)
        {
          n_common = n;
          common = reason;
        }
    }
  return n_common >= MIN_COMMON && n_common > n_projects / 2 ? common : NULL;
}

static void
free_part (gpointer data)
{
  AtlasProjectPart *part = data;

  g_array_unref (part->entries);
  g_free (part);
}

/* An empty part for each document, in their order. */
static GPtrArray *
create_parts (AtlasProfile *profile, GPtrArray *documents)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (free_part);

  for (guint i = 0; i < documents->len; i++)
    {
      AtlasProjectPart *part = g_new0 (AtlasProjectPart, 1);

      part->document = g_ptr_array_index (documents, i);
      part->reason = find_common_reason (profile, part->document);
      part->entries = g_array_new (FALSE, FALSE, sizeof (AtlasProjectEntry));
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static void
add_entry (GPtrArray *parts, AtlasProfile *profile, AtlasProjectEntry entry)
{
  for (guint i = 0; i < parts->len; i++)
    {
      AtlasProjectPart *part = g_ptr_array_index (parts, i);

      if (part->document != entry.shown->document)
        continue;
      g_array_append_val (part->entries, entry);
      if (part->reason != NULL
          && g_strcmp0 (get_reason (entry.project, profile), part->reason) == 0)
        part->n_inferred++;
      return;
    }
}

/**
 * atlas_project_parts_new:
 * @profile: a profile
 * @documents: (element-type AtlasDocument): all documents, newest first
 * @period: (nullable): only projects that documents of that period speak of
 * @stage: (nullable): only projects that are at that stage, by its name
 *
 * A project belongs to the newest document that speaks of it, or of those of @period to the newest.
 * It is at the stages that this document gives it.
 *
 * Returns: (transfer full) (element-type AtlasProjectPart): one for each document that has any of
 *   the projects; valid as long as @profile
 */
GPtrArray *
atlas_project_parts_new (AtlasProfile *profile,
                         GPtrArray *documents,
                         const char *period,
                         const char *stage)
{
  GPtrArray *parts;
  GPtrArray *projects;

  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (documents != NULL, NULL);

  parts = create_parts (profile, documents);
  projects = atlas_profile_get_projects (profile);
  for (guint i = 0; i < projects->len; i++)
    {
      AtlasProjectEntry entry = { .project = g_ptr_array_index (projects, i) };

      entry.shown = choose_statement (entry.project, period, stage);
      if (entry.shown != NULL)
        add_entry (parts, profile, entry);
    }
  for (guint i = parts->len; i > 0; i--)
    {
      AtlasProjectPart *part = g_ptr_array_index (parts, i - 1);

      if (part->entries->len == 0)
        g_ptr_array_remove_index (parts, i - 1);
      else
        g_array_sort (part->entries, compare_entries);
    }
  return parts;
}

/**
 * atlas_project_parts_count:
 * @profile: a profile
 * @period: (nullable): as of atlas_project_parts_new()
 * @stage: (nullable): as of atlas_project_parts_new()
 *
 * Returns: how many projects its parts have together
 */
guint
atlas_project_parts_count (AtlasProfile *profile, const char *period, const char *stage)
{
  GPtrArray *projects;
  guint n = 0;

  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), 0);

  projects = atlas_profile_get_projects (profile);
  for (guint i = 0; i < projects->len; i++)
    if (choose_statement (g_ptr_array_index (projects, i), period, stage) != NULL)
      n++;
  return n;
}
