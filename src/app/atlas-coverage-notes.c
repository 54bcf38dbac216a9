/* atlas-coverage-notes.c: what was repaired and what was inferred, as notes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-coverage-notes.h"

#include <glib/gi18n.h>

#include "atlas-note.h"

/**
 * atlas_coverage_notes_list_repairs:
 * @check: the result of a check
 *
 * Returns: (transfer full): a #AtlasNote for each repaired wording
 */
GListModel *
atlas_coverage_notes_list_repairs (const AtlasCheck *check)
{
  GListStore *notes = g_list_store_new (ATLAS_TYPE_NOTE);

  for (guint i = 0; i < check->repairs->len; i++)
    {
      const AtlasRepair *repair = g_ptr_array_index (check->repairs, i);
      /* Translators: a wording as it was found, and as it is shown */
      g_autofree char *title = g_strdup_printf (C_ ("repair", "%s → %s"), repair->printed,
                                                repair->fact);
      g_autoptr (AtlasNote) note = atlas_note_new (title, repair->repair, NULL);

      g_list_store_append (notes, note);
    }
  return G_LIST_MODEL (notes);
}

static AtlasPlace *
find_own (AtlasCatalog *catalog, AtlasPlace *place)
{
  return atlas_catalog_get_place (catalog, atlas_place_get_code (place));
}

/* Districts of two cities have the same name. */
static char *
name_place (AtlasPlace *place)
{
  AtlasPlace *city = atlas_place_get_parent (place);

  if (city == NULL)
    return g_strdup (atlas_place_get_name (place));
  /* Translators: name of a county or district, its city */
  return g_strdup_printf (C_ ("place", "%s (%s)"), atlas_place_get_name (place),
                          atlas_place_get_name (city));
}

/* What was inferred for one reason; the first of @inferences says which. */
static AtlasNote *
reason_new (GPtrArray *inferences, AtlasCatalog *catalog)
{
  const AtlasInference *first = g_ptr_array_index (inferences, 0);
  g_autofree char *detail = g_strdup_printf (
      ngettext ("%u relation", "%u relations", inferences->len), inferences->len);
  AtlasNote *reason = atlas_note_new (first->why, detail, NULL);

  for (guint i = 0; i < inferences->len; i++)
    {
      const AtlasInference *inference = g_ptr_array_index (inferences, i);
      g_autofree char *name = name_place (inference->place);
      g_autoptr (AtlasNote) note = atlas_note_new (inference->fact, name,
                                                   find_own (catalog, inference->place));

      atlas_note_add (reason, note);
    }
  return reason;
}

/* A reason that holds for one relation only needs no fold. */
static AtlasNote *
single_new (const AtlasInference *inference, AtlasCatalog *catalog)
{
  g_autofree char *name = name_place (inference->place);
  /* Translators: a place, what is tied to it */
  g_autofree char *detail = g_strdup_printf (C_ ("inference", "%s: %s"), name, inference->fact);

  return atlas_note_new (inference->why, detail, find_own (catalog, inference->place));
}

/* Stable: reasons of the same size stay in the order in which they are met. */
static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  const GPtrArray *first = *(GPtrArray *const *) a;
  const GPtrArray *second = *(GPtrArray *const *) b;

  return first->len < second->len ? 1 : first->len > second->len ? -1 : 0;
}

/* The inferences by reason, those with the most relations first; borrowed from @check. */
static GPtrArray *
group_by_reason (const AtlasCheck *check)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) by_reason = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < check->inferences->len; i++)
    {
      AtlasInference *inference = g_ptr_array_index (check->inferences, i);
      GPtrArray *group = g_hash_table_lookup (by_reason, inference->why);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_ptr_array_add (groups, group);
          g_hash_table_insert (by_reason, inference->why, group);
        }
      g_ptr_array_add (group, inference);
    }
  g_ptr_array_sort (groups, compare_sizes);
  return groups;
}

/**
 * atlas_coverage_notes_list_inferences:
 * @check: the result of a check
 * @catalog: the data set whose places the notes are about
 *
 * Returns: (transfer full): a #AtlasNote for each reason, and below it what was inferred for it
 */
GListModel *
atlas_coverage_notes_list_inferences (const AtlasCheck *check, AtlasCatalog *catalog)
{
  GListStore *notes = g_list_store_new (ATLAS_TYPE_NOTE);
  g_autoptr (GPtrArray) groups = group_by_reason (check);

  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = g_ptr_array_index (groups, i);
      g_autoptr (AtlasNote) note = group->len == 1
                                       ? single_new (g_ptr_array_index (group, 0), catalog)
                                       : reason_new (group, catalog);

      g_list_store_append (notes, note);
    }
  return G_LIST_MODEL (notes);
}
