/* atlas-topic-terms.c: the industries of one family, by place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-topic-terms.h"

#include <glib/gi18n.h>

static void
terms_free (gpointer data)
{
  AtlasTopicTerms *terms = data;

  g_free (terms->newest);
  g_free (terms->older);
  g_free (terms);
}

static void
append (char **list, const char *separator, const char *item)
{
  char *longer = *list != NULL ? g_strconcat (*list, separator, item, NULL) : g_strdup (item);

  g_free (*list);
  *list = longer;
}

/* place → its terms of @family in one document, in a row; the places are borrowed. */
static GHashTable *
collect (GPtrArray *terms, const AtlasFamily *family)
{
  GHashTable *lists = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < terms->len; i++)
    {
      const AtlasIndustryTerm *term = g_ptr_array_index (terms, i);

      for (guint j = 0; term->family == family && j < term->places->len; j++)
        {
          gpointer place = g_ptr_array_index (term->places, j);
          char *list = g_strdup (g_hash_table_lookup (lists, place));

          /* Translators: between the items of a list */
          append (&list, C_ ("list", ", "), term->name);
          g_hash_table_insert (lists, place, list);
        }
    }
  return lists;
}

static void
merge (GHashTable *result, GHashTable *lists, const AtlasDocument *document, gboolean is_newest)
{
  GHashTableIter iter;
  gpointer place;
  gpointer list;

  g_hash_table_iter_init (&iter, lists);
  while (g_hash_table_iter_next (&iter, &place, &list))
    {
      AtlasTopicTerms *terms = g_hash_table_lookup (result, place);
      /* Translators: name of the period of a plan, industries it names */
      g_autofree char *dated = g_strdup_printf (C_ ("plan", "%s: %s"), document->period_name,
                                                (const char *) list);

      if (terms == NULL)
        {
          terms = g_new0 (AtlasTopicTerms, 1);
          g_hash_table_insert (result, place, terms);
        }
      if (is_newest)
        terms->newest = g_strdup (list);
      else
        /* Translators: between the lists of several plans */
        append (&terms->older, C_ ("plan", "; "), dated);
    }
}

/**
 * atlas_topic_terms_load:
 * @catalog: the data set
 * @family: one of its families
 * @error: return location for an error of the data set's file
 *
 * Returns: (transfer full) (nullable) (element-type AtlasPlace AtlasTopicTerms): what the documents
 *   name of @family, by place, borrowed from @catalog; a place without any is not in it
 */
GHashTable *
atlas_topic_terms_load (AtlasCatalog *catalog, const AtlasFamily *family, GError **error)
{
  g_autoptr (GHashTable) result = NULL;
  GPtrArray *documents;

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (family != NULL, NULL);

  result = g_hash_table_new_full (NULL, NULL, NULL, terms_free);
  documents = atlas_catalog_get_documents (catalog);
  for (guint i = 0; i < documents->len; i++)
    {
      const AtlasDocument *document = g_ptr_array_index (documents, i);
      g_autoptr (GPtrArray) terms = atlas_catalog_load_industry_terms (catalog, document->id,
                                                                       error);
      g_autoptr (GHashTable) lists = NULL;

      if (terms == NULL)
        return NULL;
      lists = collect (terms, family);
      merge (result, lists, document, i == 0);
    }
  return g_steal_pointer (&result);
}
