/* atlas-compile-passages.c: the quotations that facts rest on, each written once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-compile-private.h"

#define MAX_QUOTE_LENGTH 80

/*
 * _atlas_compile_read_locator:
 * @record: a record
 * @locator: (out): its chapter, section, box and item; %NULL for what it stands in none of
 * @error: return location for an error
 *
 * Returns: whether they are texts, where they are there
 */
gboolean
_atlas_compile_read_locator (const AtlasRecord *record, AtlasLocator *locator, GError **error)
{
  return atlas_record_get_optional_text (record, "chapter", &locator->chapter, error)
         && atlas_record_get_optional_text (record, "section", &locator->section, error)
         && atlas_record_get_optional_text (record, "box", &locator->box, error)
         && atlas_record_get_optional_text (record, "item", &locator->item, error);
}

static gboolean
check_quote (const AtlasRecord *record, const char *quote, GError **error)
{
  glong length = g_utf8_strlen (quote, -1);

  if (length > MAX_QUOTE_LENGTH)
    return atlas_record_set_error (record, "quotes", error,
                                   "holds %ld characters (%.30s…); at most %d, quote in parts",
                                   length, quote, MAX_QUOTE_LENGTH);
  for (const char *p = quote; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)))
      return atlas_record_set_error (record, "quotes", error,
                                     "has white space in “%.30s…”; remove it", quote);
  return TRUE;
}

/* No text of the data holds a line break. */
static char *
make_key (const AtlasLocator *locator, const char *quote)
{
  return g_strdup_printf (
      "%s\n%s\n%s\n%s\n%s\n%s", locator->document, locator->chapter != NULL ? locator->chapter : "",
      locator->section != NULL ? locator->section : "", locator->box != NULL ? locator->box : "",
      locator->item != NULL ? locator->item : "", quote);
}

static gboolean
insert_passage (AtlasCompilation *self,
                guint id,
                const AtlasLocator *locator,
                const char *quote,
                GError **error)
{
  const char *const texts[] = {
    locator->document, locator->chapter, locator->section, locator->box, locator->item, quote,
  };
  g_autoptr (AtlasStatement) insert = atlas_database_prepare (
      self->database,
      "INSERT INTO passage (id, document, chapter, section, box, item, quote)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
      error);

  if (insert == NULL)
    return FALSE;
  atlas_statement_bind_int (insert, 1, id);
  for (int i = 0; i < (int) G_N_ELEMENTS (texts); i++)
    atlas_statement_bind_text (insert, i + 2, texts[i]);
  return atlas_statement_run (insert, error);
}

/* Returns the id of the passage, or 0 with @error set. */
static guint
find_or_insert (AtlasCompilation *self,
                const AtlasLocator *locator,
                const char *quote,
                GError **error)
{
  g_autofree char *key = make_key (locator, quote);
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (self->passages, key));

  if (id != 0)
    return id;
  g_ptr_array_add (self->quotes, g_strdup (quote));
  id = self->quotes->len;
  if (!insert_passage (self, id, locator, quote, error))
    return 0;
  g_hash_table_insert (self->passages, g_steal_pointer (&key), GUINT_TO_POINTER (id));
  return id;
}

static gboolean
holds_id (GArray *ids, guint id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, guint, i) == id)
      return TRUE;
  return FALSE;
}

static gboolean
append_quotes (AtlasCompilation *self,
               const AtlasRecord *record,
               const AtlasLocator *locator,
               GArray *passages,
               GError **error)
{
  g_auto (GStrv) quotes = atlas_record_get_texts (record, "quotes", error);

  if (quotes == NULL)
    return FALSE;
  if (quotes[0] == NULL)
    return atlas_record_set_error (record, "quotes", error,
                                   "is empty; a fact without its source is none, quote it");
  for (guint i = 0; quotes[i] != NULL; i++)
    {
      guint id;

      if (!check_quote (record, quotes[i], error)
          || (id = find_or_insert (self, locator, quotes[i], error)) == 0)
        return FALSE;
      if (holds_id (passages, id))
        return atlas_record_set_error (record, "quotes", error, "cites “%s” twice; remove one",
                                       quotes[i]);
      g_array_append_val (passages, id);
    }
  return TRUE;
}

/*
 * _atlas_compile_quotes:
 * @self: the compilation, after the documents
 * @record: a record with a list “quotes”
 * @locator: where they stand
 * @error: return location for an error
 *
 * Writes the quotations of a record that are not there yet.
 *
 * Returns: (transfer full) (nullable) (element-type guint): the passages' ids, one a quotation, at
 *   least one
 */
GArray *
_atlas_compile_quotes (AtlasCompilation *self,
                       const AtlasRecord *record,
                       const AtlasLocator *locator,
                       GError **error)
{
  g_autoptr (GArray) passages = g_array_new (FALSE, FALSE, sizeof (guint));

  if (!append_quotes (self, record, locator, passages, error))
    return NULL;
  return g_steal_pointer (&passages);
}

typedef struct
{
  AtlasCompilation *compilation;
  GArray *passages;
  const char *document;
  gboolean one_document;
} Sources;

static gboolean
compile_source (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  static const char *const fields[] = { "document", "chapter", "section", "box",
                                        "item",     "quotes",  NULL };
  Sources *sources = data;
  AtlasLocator locator = { 0 };

  locator.document = atlas_record_get_text (record, "document", error);
  if (locator.document == NULL || !atlas_record_check_fields (record, fields, error)
      || !_atlas_compile_read_locator (record, &locator, error))
    return FALSE;
  if (_atlas_compile_find_document (sources->compilation, locator.document) == NULL)
    return atlas_record_set_error (record, "document", error,
                                   "names “%s”, which documents.json does not have; add it there",
                                   locator.document);
  if (sources->document == NULL)
    sources->document = locator.document;
  if (sources->one_document && !g_str_equal (sources->document, locator.document))
    return atlas_record_set_error (record, "document", error,
                                   "is “%s”, but “%s” in another source; make two records of it",
                                   locator.document, sources->document);
  return append_quotes (sources->compilation, record, &locator, sources->passages, error);
}

/*
 * _atlas_compile_sources:
 * @self: the compilation, after the documents
 * @record: a record with a list “sources”, each with document, locator and quotations
 * @document: (out) (optional): the document of the sources, which then have to be of one; owned by
 *   the record
 * @error: return location for an error
 *
 * Writes the quotations of a record's sources that are not there yet.
 *
 * Returns: (transfer full) (nullable) (element-type guint): the passages' ids, at least one
 */
GArray *
_atlas_compile_sources (AtlasCompilation *self,
                        const AtlasRecord *record,
                        const char **document,
                        GError **error)
{
  g_autoptr (GArray) passages = g_array_new (FALSE, FALSE, sizeof (guint));
  Sources sources = { .compilation = self, .passages = passages, .one_document = document != NULL };

  if (!atlas_record_foreach (record, "sources", "source", NULL, compile_source, &sources, error))
    return NULL;
  if (passages->len == 0)
    {
      atlas_record_set_error (record, "sources", error,
                              "is empty; a fact without its source is none, quote it");
      return NULL;
    }
  if (document != NULL)
    *document = sources.document;
  return g_steal_pointer (&passages);
}

/*
 * _atlas_compile_cite:
 * @self: the compilation
 * @sql: inserts position ?1 and passage ?2 of fact ?3 and, where there is one, place ?4
 * @fact: what rests on the passages
 * @place: (nullable): the place it is said of
 * @passages: (element-type guint): from _atlas_compile_quotes() or _atlas_compile_sources()
 * @error: return location for an error
 *
 * Returns: whether the passages are tied to the fact
 */
gboolean
_atlas_compile_cite (AtlasCompilation *self,
                     const char *sql,
                     const char *fact,
                     const char *place,
                     GArray *passages,
                     GError **error)
{
  g_autoptr (AtlasStatement) insert = atlas_database_prepare (self->database, sql, error);

  if (insert == NULL)
    return FALSE;
  for (guint i = 0; i < passages->len; i++)
    {
      atlas_statement_bind_int (insert, 1, i);
      atlas_statement_bind_int (insert, 2, g_array_index (passages, guint, i));
      atlas_statement_bind_text (insert, 3, fact);
      if (place != NULL)
        atlas_statement_bind_text (insert, 4, place);
      if (!atlas_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}
