/* atlas-compile-claims.c: what the documents say of each place, with the passages that say it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-compile-private.h"

#include <string.h>

#define MAX_QUOTE_LENGTH 80

/* Where a file, a group and a record of claims stand. */
typedef struct
{
  AtlasCompilation *compilation;
  const char *document;
  const char *period;
  const char *chapter;
  const char *section;
  const char *box;
  const char *place;
  GStrv quotes;
  gint64 *passages;     /* ids, one a quote */
  gboolean *introduces; /* one a quote: it names the place and holds no claim of its own */
} Location;

typedef struct
{
  const char *member; /* in the JSON record */
  const char *field;  /* in the database */
  const char *role;
} Kind;

static const Kind kinds[] = {
  { "positioning", "positioning", NULL },
  { "leading", "industry", "leading" },
  { "cultivated", "industry", "cultivated" },
};

/* A claim as written in the record: a text, or an object with the repair. */
typedef struct
{
  const char *text;
  const char *printed;
  const char *repair;
} Wording;

static gboolean
read_wording (
    const AtlasRecord *record, const Kind *kind, JsonNode *node, Wording *wording, GError **error)
{
  static const char *const fields[] = { "text", "printed", "repair", NULL };
  AtlasRecord object = { .file = record->file, .name = record->name };

  memset (wording, 0, sizeof *wording);
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      object.object = json_node_get_object (node);
      wording->text = atlas_record_get_text (&object, "text", error);
      return wording->text != NULL && atlas_record_check_fields (&object, fields, error)
             && (wording->printed = atlas_record_get_text (&object, "printed", error)) != NULL
             && (wording->repair = atlas_record_get_text (&object, "repair", error)) != NULL;
    }

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return atlas_record_set_error (record, kind->member, error,
                                   "holds neither a text nor an object with a repair");
  wording->text = json_node_get_string (node);
  if (*wording->text == '\0')
    return atlas_record_set_error (record, kind->member, error, "holds an empty text; remove it");
  return TRUE;
}

static gboolean
link_passages (const AtlasRecord *record,
               const Kind *kind,
               const Location *at,
               const char *claim,
               const char *printed,
               GError **error)
{
  g_autoptr (AtlasStatement) insert = atlas_database_prepare (
      at->compilation->database, "INSERT INTO claim_passage (claim, passage) VALUES (?1, ?2)",
      error);
  guint n_sources = 0;

  if (insert == NULL)
    return FALSE;
  for (guint i = 0; at->quotes[i] != NULL; i++)
    {
      gboolean says_it = strstr (at->quotes[i], printed) != NULL;

      if (!says_it && !at->introduces[i])
        continue;
      atlas_statement_bind_text (insert, 1, claim);
      atlas_statement_bind_int (insert, 2, at->passages[i]);
      if (!atlas_statement_run (insert, error))
        return FALSE;
      n_sources += says_it;
    }
  if (n_sources == 0)
    return atlas_record_set_error (record, kind->member, error,
                                   "holds “%s”, which no quotation contains; quote its source",
                                   printed);
  return TRUE;
}

static gboolean
insert_claim (const Location *at,
              const Kind *kind,
              const Wording *wording,
              const char *id,
              const char *family,
              guint position,
              GError **error)
{
  g_autoptr (AtlasStatement) insert = atlas_database_prepare (
      at->compilation->database,
      "INSERT INTO claim (id, place, field, position, text, role, family, period, kind, printed,"
      " repair) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'stated', ?9, ?10)",
      error);

  if (insert == NULL)
    return FALSE;
  atlas_statement_bind_text (insert, 1, id);
  atlas_statement_bind_text (insert, 2, at->place);
  atlas_statement_bind_text (insert, 3, kind->field);
  atlas_statement_bind_int (insert, 4, position);
  atlas_statement_bind_text (insert, 5, wording->text);
  atlas_statement_bind_text (insert, 6, kind->role);
  atlas_statement_bind_text (insert, 7, family);
  atlas_statement_bind_text (insert, 8, at->period);
  atlas_statement_bind_text (insert, 9, wording->printed);
  atlas_statement_bind_text (insert, 10, wording->repair);
  return atlas_statement_run (insert, error);
}

static gboolean
compile_claim (const AtlasRecord *record,
               const Kind *kind,
               const Location *at,
               JsonNode *node,
               guint position,
               GError **error)
{
  AtlasCompilation *self = at->compilation;
  Wording wording;
  const char *family = NULL;
  g_autofree char *id = NULL;

  if (!read_wording (record, kind, node, &wording, error))
    return FALSE;

  if (kind->role != NULL)
    {
      family = g_hash_table_lookup (self->terms, wording.text);
      if (family == NULL)
        return atlas_record_set_error (record, kind->member, error,
                                       "holds “%s”, which is in no family; add it to families.json",
                                       wording.text);
    }

  /* The slug is the year the period begins in and the wording: both survive any reordering. */
  id = g_strdup_printf ("%s/%s/%.4s-%s", at->place, kind->member, at->period, wording.text);
  if (!g_hash_table_add (self->claims, g_strdup (id)))
    return atlas_record_set_error (record, kind->member, error, "holds “%s” twice; remove one",
                                   wording.text);

  return insert_claim (at, kind, &wording, id, family, position, error)
         && link_passages (record, kind, at, id,
                           wording.printed != NULL ? wording.printed : wording.text, error);
}

static gboolean
compile_kind (const AtlasRecord *record, const Kind *kind, const Location *at, GError **error)
{
  JsonNode *node = json_object_get_member (record->object, kind->member);
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return atlas_record_set_error (record, kind->member, error,
                                   "is not a list; write [] where the document says nothing");

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!compile_claim (record, kind, at, json_array_get_element (array, i), i, error))
      return FALSE;
  return TRUE;
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

static gboolean
insert_passages (const AtlasRecord *record, const char *item, Location *at, GError **error)
{
  AtlasDatabase *database = at->compilation->database;
  g_autoptr (AtlasStatement) insert = atlas_database_prepare (
      database,
      "INSERT INTO passage (document, chapter, section, box, item, quote)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
      error);

  if (insert == NULL)
    return FALSE;
  for (guint i = 0; at->quotes[i] != NULL; i++)
    {
      if (!check_quote (record, at->quotes[i], error))
        return FALSE;
      atlas_statement_bind_text (insert, 1, at->document);
      atlas_statement_bind_text (insert, 2, at->chapter);
      atlas_statement_bind_text (insert, 3, at->section);
      atlas_statement_bind_text (insert, 4, at->box);
      atlas_statement_bind_text (insert, 5, item);
      atlas_statement_bind_text (insert, 6, at->quotes[i]);
      if (!atlas_statement_run (insert, error))
        return FALSE;
      at->passages[i] = atlas_database_get_last_insert_id (database);
    }
  return TRUE;
}

static gboolean
holds_claim (const char *quote, const AtlasRecord *record, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      JsonNode *node = json_object_get_member (record->object, kinds[i].member);
      JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node)
                                                                      : NULL;

      for (guint j = 0; array != NULL && j < json_array_get_length (array); j++)
        {
          Wording wording;

          if (!read_wording (record, &kinds[i], json_array_get_element (array, j), &wording, error))
            return FALSE;
          if (strstr (quote, wording.printed != NULL ? wording.printed : wording.text) != NULL)
            return TRUE;
        }
    }
  return FALSE;
}

/* A quotation that holds no claim says whom the others speak of (支持大连“三个中心”建设), so every
 * claim of the record cites it. */
static gboolean
find_introductions (const AtlasRecord *record, Location *at, GError **error)
{
  for (guint i = 0; at->quotes[i] != NULL; i++)
    {
      g_autoptr (GError) local = NULL;

      at->introduces[i] = !holds_claim (at->quotes[i], record, &local);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
compile_record (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  static const char *const fields[] = { "place",   "item",       "quotes", "positioning",
                                        "leading", "cultivated", NULL };
  Location at = *(const Location *) data;
  const char *item;
  g_auto (GStrv) quotes = NULL;
  g_autofree gint64 *passages = NULL;
  g_autofree gboolean *introduces = NULL;

  at.place = atlas_record_get_text (record, "place", error);
  if (at.place == NULL || !atlas_record_check_fields (record, fields, error)
      || !atlas_record_get_optional_text (record, "item", &item, error)
      || (quotes = atlas_record_get_texts (record, "quotes", error)) == NULL)
    return FALSE;
  if (!g_hash_table_contains (at.compilation->places, at.place))
    return atlas_record_set_error (record, "place", error,
                                   "names %s, which places.json does not have", at.place);
  if (quotes[0] == NULL)
    return atlas_record_set_error (record, "quotes", error,
                                   "is empty; a fact without its source is none");

  passages = g_new0 (gint64, g_strv_length (quotes));
  at.quotes = quotes;
  at.passages = passages;
  introduces = g_new0 (gboolean, g_strv_length (quotes));
  at.introduces = introduces;
  if (!find_introductions (record, &at, error) || !insert_passages (record, item, &at, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!compile_kind (record, &kinds[i], &at, error))
      return FALSE;
  return TRUE;
}

static gboolean
compile_group (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  static const char *const fields[] = { "chapter", "section", "box", "box_title", "records", NULL };
  Location at = *(const Location *) data;

  return atlas_record_check_fields (record, fields, error)
         && atlas_record_get_optional_text (record, "chapter", &at.chapter, error)
         && atlas_record_get_optional_text (record, "section", &at.section, error)
         && atlas_record_get_optional_text (record, "box", &at.box, error)
         && atlas_record_foreach (record, "records", "place", "place", compile_record, &at, error);
}

static gboolean
compile_claims_file (AtlasCompilation *self, const char *file, GError **error)
{
  static const char *const fields[] = { "document", "period", "groups", NULL };
  g_autoptr (JsonParser) parser = atlas_record_load_file (self->data_dir, file, error);
  AtlasRecord root = { .file = file, .name = "claims" };
  Location at = { .compilation = self };

  if (parser == NULL)
    return FALSE;
  root.object = json_node_get_object (json_parser_get_root (parser));
  at.document = atlas_record_get_text (&root, "document", error);
  if (at.document == NULL || !atlas_record_check_fields (&root, fields, error)
      || (at.period = atlas_record_get_text (&root, "period", error)) == NULL)
    return FALSE;
  if (!g_hash_table_contains (self->documents, at.document))
    return atlas_record_set_error (&root, "document", error,
                                   "names “%s”, which documents.json does not have", at.document);
  if (g_strcmp0 (at.period, g_hash_table_lookup (self->documents, at.document)) != 0)
    return atlas_record_set_error (
        &root, "period", error, "is “%s”, but “%s” in documents.json; make them the same",
        at.period, (char *) g_hash_table_lookup (self->documents, at.document));
  return atlas_record_foreach (&root, "groups", "group", "box", compile_group, &at, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_claims_files (AtlasCompilation *self, GError **error)
{
  g_autofree char *folder = g_build_filename (self->data_dir, "claims", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *files;
  const char *name;

  if (dir == NULL)
    {
      g_set_error (error, ATLAS_COMPILE_ERROR, ATLAS_COMPILE_ERROR_FILE,
                   "claims: the folder cannot be read; it holds a JSON file a document");
      return NULL;
    }
  files = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (files, g_build_filename ("claims", name, NULL));
  g_ptr_array_sort (files, compare_names);
  return files;
}

/*
 * _atlas_compile_claims:
 * @self: the compilation, after documents, places and families
 * @error: return location for an error
 *
 * Returns: whether the claims of every document were written, each with a passage that says it
 */
gboolean
_atlas_compile_claims (AtlasCompilation *self, GError **error)
{
  g_autoptr (GPtrArray) files = list_claims_files (self, error);

  if (files == NULL)
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    if (!compile_claims_file (self, g_ptr_array_index (files, i), error))
      return FALSE;
  return TRUE;
}
