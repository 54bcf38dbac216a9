/* atlas-compile-documents.c: the documents and the titles of their boxes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-compile-private.h"

/* ISO 8601, as exact as known: 2021, 2026-05, 2021-03-18 */
static gboolean
is_date (const char *text)
{
  return g_regex_match_simple ("^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
                               text, 0, 0);
}

static gboolean
is_period (const char *text)
{
  return g_regex_match_simple ("^[12][0-9]{3}(-[12][0-9]{3})?$", text, 0, 0);
}

/*
 * _atlas_compile_get_optional_period:
 * @record: a record
 * @field: a field it may have, a period
 * @period: (out) (nullable): the period, owned by the record, or %NULL
 * @error: return location for an error
 *
 * Returns: %FALSE where the field is something else
 */
gboolean
_atlas_compile_get_optional_period (const AtlasRecord *record,
                                    const char *field,
                                    const char **period,
                                    GError **error)
{
  if (!atlas_record_get_optional_text (record, field, period, error))
    return FALSE;
  if (*period != NULL && !is_period (*period))
    return atlas_record_set_error (record, field, error,
                                   "is “%s”; write years as 2026-2030, or one year", *period);
  return TRUE;
}

void
_atlas_compiled_document_free (AtlasCompiledDocument *self)
{
  g_free (self->id);
  g_free (self->period);
  g_free (self->territory);
  g_free (self->territory_why);
  g_hash_table_unref (self->boxes);
  g_free (self);
}

/*
 * _atlas_compile_find_document:
 * @self: the compilation, after the documents
 * @id: an id
 *
 * Returns: (nullable): the document of that id
 */
const AtlasCompiledDocument *
_atlas_compile_find_document (AtlasCompilation *self, const char *id)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      const AtlasCompiledDocument *document = g_ptr_array_index (self->documents, i);

      if (g_str_equal (document->id, id))
        return document;
    }
  return NULL;
}

static const char *const document_texts[] = { "id",     "title",       "full_title", "published",
                                              "period", "period_name", "kind",       NULL };

static gboolean
insert_document (const AtlasRecord *record, guint index, AtlasCompilation *self, GError **error)
{
  g_autoptr (AtlasStatement) insert = atlas_database_prepare (
      self->database,
      "INSERT INTO document (id, title, full_title, published, period, period_name, kind, position,"
      " extract) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
      error);
  gboolean extract;

  if (insert == NULL || !atlas_record_get_optional_boolean (record, "extract", &extract, error))
    return FALSE;
  for (int i = 0; document_texts[i] != NULL; i++)
    {
      const char *text = atlas_record_get_text (record, document_texts[i], error);

      if (text == NULL)
        return FALSE;
      atlas_statement_bind_text (insert, i + 1, text);
    }
  atlas_statement_bind_int (insert, 8, index);
  atlas_statement_bind_int (insert, 9, extract);
  return atlas_statement_run (insert, error);
}

static gboolean
check_document (const AtlasRecord *record, GError **error)
{
  static const char *const fields[] = { "id",        "title",       "full_title", "published",
                                        "period",    "period_name", "kind",       "extract",
                                        "territory", "boxes",       NULL };
  static const char *const kinds[] = { "plan", "report", NULL };
  const char *published = atlas_record_get_text (record, "published", error);
  const char *period;

  if (published == NULL || !atlas_record_check_fields (record, fields, error)
      || !_atlas_compile_get_optional_period (record, "period", &period, error)
      || atlas_record_get_choice (record, "kind", kinds, error) == NULL)
    return FALSE;
  if (!is_date (published))
    return atlas_record_set_error (record, "published", error,
                                   "is “%s”; write a date such as 2026-05", published);
  return TRUE;
}

typedef struct
{
  AtlasCompilation *compilation;
  AtlasCompiledDocument *document;
} DocumentParts;

static gboolean
compile_territory (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  static const char *const fields[] = { "code", "inferred", NULL };
  DocumentParts *parts = data;
  const char *code = _atlas_compile_get_place (parts->compilation, record, "code", error);
  const char *why = code != NULL ? atlas_record_get_text (record, "inferred", error) : NULL;

  if (why == NULL || !atlas_record_check_fields (record, fields, error))
    return FALSE;
  parts->document->territory = g_strdup (code);
  parts->document->territory_why = g_strdup (why);
  return TRUE;
}

static gboolean
compile_boxes (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  DocumentParts *parts = data;
  g_autoptr (AtlasStatement) insert = atlas_database_prepare (
      parts->compilation->database, "INSERT INTO box (document, name, title) VALUES (?1, ?2, ?3)",
      error);
  JsonObjectIter iter;
  const char *name;

  if (insert == NULL)
    return FALSE;
  json_object_iter_init_ordered (&iter, record->object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      const char *title = atlas_record_get_text (record, name, error);

      if (title == NULL)
        return FALSE;
      g_hash_table_insert (parts->document->boxes, g_strdup (name), g_strdup (title));
      atlas_statement_bind_text (insert, 1, parts->document->id);
      atlas_statement_bind_text (insert, 2, name);
      atlas_statement_bind_text (insert, 3, title);
      if (!atlas_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
compile_document (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  AtlasCompilation *self = data;
  DocumentParts parts = { .compilation = self };
  const char *id = atlas_record_get_text (record, "id", error);
  const char *period = id != NULL ? atlas_record_get_text (record, "period", error) : NULL;

  if (period == NULL || !check_document (record, error)
      || !insert_document (record, index, self, error))
    return FALSE;

  parts.document = g_new0 (AtlasCompiledDocument, 1);
  parts.document->id = g_strdup (id);
  parts.document->period = g_strdup (period);
  parts.document->boxes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_ptr_array_add (self->documents, parts.document);
  return atlas_record_visit (record, "territory", compile_territory, &parts, error)
         && atlas_record_visit (record, "boxes", compile_boxes, &parts, error);
}

/*
 * _atlas_compile_documents:
 * @self: the compilation, after the places
 * @error: return location for an error
 *
 * Writes the documents, which the file lists newest first.
 *
 * Returns: whether all went well
 */
gboolean
_atlas_compile_documents (AtlasCompilation *self, GError **error)
{
  return _atlas_compile_foreach_in_file (self, "documents.json", "documents", "document", "id",
                                         compile_document, error);
}
