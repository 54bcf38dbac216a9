/* atlas-compile-families.c: the families of industries, and the terms and clusters in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-compile-private.h"

#include <string.h>

/* A family that holds more than a quarter of all terms says nothing any more. */
#define MAX_FAMILY_SHARE 4

static gboolean
check_divisions (const AtlasRecord *record, GStrv divisions, GError **error)
{
  for (guint i = 0; divisions[i] != NULL; i++)
    if (strlen (divisions[i]) != 2 || strspn (divisions[i], "0123456789") != 2)
      return atlas_record_set_error (record, "divisions", error,
                                     "holds “%s”; GB/T 4754 divisions have two digits",
                                     divisions[i]);
  if (divisions[0] == NULL)
    return atlas_record_set_error (record, "divisions", error,
                                   "is empty; name the divisions of GB/T 4754");
  return TRUE;
}

/* Notes whose family each text of @field is. */
static gboolean
note_members (
    const AtlasRecord *record, const char *field, GHashTable *seen, const char *id, GError **error)
{
  g_auto (GStrv) members = atlas_record_get_texts (record, field, error);

  if (members == NULL)
    return FALSE;
  for (guint i = 0; members[i] != NULL; i++)
    {
      const char *other = g_hash_table_lookup (seen, members[i]);

      if (other != NULL)
        return atlas_record_set_error (record, field, error,
                                       "holds “%s”, which is in family %s; keep it in one",
                                       members[i], other);
      g_hash_table_insert (seen, g_strdup (members[i]), g_strdup (id));
    }
  return TRUE;
}

static gboolean
compile_family (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  static const char *const fields[] = { "id", "name", "divisions", "terms", "clusters", NULL };
  AtlasCompilation *self = data;
  const char *id = atlas_record_get_text (record, "id", error);
  const char *name = id != NULL ? atlas_record_get_text (record, "name", error) : NULL;
  g_auto (GStrv) divisions = NULL;
  g_autofree char *joined = NULL;
  g_autoptr (AtlasStatement) insert = NULL;

  if (name == NULL || !atlas_record_check_fields (record, fields, error)
      || (divisions = atlas_record_get_texts (record, "divisions", error)) == NULL
      || !check_divisions (record, divisions, error)
      || !note_members (record, "terms", self->terms, id, error)
      || !note_members (record, "clusters", self->clusters, id, error))
    return FALSE;

  g_hash_table_add (self->families, g_strdup (id));
  insert = atlas_database_prepare (
      self->database, "INSERT INTO family (id, name, divisions, position) VALUES (?1, ?2, ?3, ?4)",
      error);
  if (insert == NULL)
    return FALSE;
  joined = g_strjoinv (" ", divisions);
  atlas_statement_bind_text (insert, 1, id);
  atlas_statement_bind_text (insert, 2, name);
  atlas_statement_bind_text (insert, 3, joined);
  atlas_statement_bind_int (insert, 4, index);
  return atlas_statement_run (insert, error);
}

static gboolean
check_share (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  AtlasCompilation *self = data;
  g_auto (GStrv) terms = atlas_record_get_texts (record, "terms", error);
  guint n_all = g_hash_table_size (self->terms);

  if (terms == NULL)
    return FALSE;
  if (g_strv_length (terms) * MAX_FAMILY_SHARE > n_all)
    return atlas_record_set_error (record, "terms", error,
                                   "holds %u of %u terms, more than a quarter; split the family",
                                   g_strv_length (terms), n_all);
  return TRUE;
}

/*
 * _atlas_compile_families:
 * @self: the compilation
 * @error: return location for an error
 *
 * Returns: whether the families were written, none too large, and every term and cluster in one
 */
gboolean
_atlas_compile_families (AtlasCompilation *self, GError **error)
{
  return _atlas_compile_foreach_in_file (self, "families.json", "families", "family", "id",
                                         compile_family, error)
         && _atlas_compile_foreach_in_file (self, "families.json", "families", "family", "id",
                                            check_share, error);
}

/*
 * _atlas_compile_get_optional_family:
 * @self: the compilation, after the families
 * @record: a record that may have a field “family”
 * @family: (out) (nullable): its id, owned by the record, or %NULL
 * @error: return location for an error
 *
 * Returns: %FALSE where the field is something else
 */
gboolean
_atlas_compile_get_optional_family (AtlasCompilation *self,
                                    const AtlasRecord *record,
                                    const char **family,
                                    GError **error)
{
  if (!atlas_record_get_optional_text (record, "family", family, error))
    return FALSE;
  if (*family != NULL && !g_hash_table_contains (self->families, *family))
    return atlas_record_set_error (record, "family", error,
                                   "names “%s”, which families.json does not have; check the id",
                                   *family);
  return TRUE;
}
