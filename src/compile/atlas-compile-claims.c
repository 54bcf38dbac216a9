/* atlas-compile-claims.c: what the documents say of each place, with the passages that say it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-compile-private.h"

#include <string.h>

/* Where a file, a group and a record of claims stand. */
typedef struct
{
  AtlasCompilation *compilation;
  const AtlasCompiledDocument *document;
  AtlasLocator locator;
  const char *place;
  const char *why; /* (nullable): the place is inferred, for this reason */
  GStrv quotes;
  GArray *passages;     /* ids, one a quote */
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
      atlas_statement_bind_int (insert, 2, g_array_index (at->passages, guint, i));
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
      "INSERT INTO claim (id, place, field, position, text, role, family, period, kind, why,"
      " printed, repair) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
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
  atlas_statement_bind_text (insert, 8, at->document->period);
  atlas_statement_bind_text (insert, 9, at->why != NULL ? "inferred" : "stated");
  atlas_statement_bind_text (insert, 10, at->why);
  atlas_statement_bind_text (insert, 11, wording->printed);
  atlas_statement_bind_text (insert, 12, wording->repair);
  return atlas_statement_run (insert, error);
}

/* A place may have several records in one document, so its claims are counted over all of them. */
static guint
take_position (AtlasCompilation *self, const char *place, const char *field)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", place, field);
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (self->claim_counts, key));

  g_hash_table_insert (self->claim_counts, g_steal_pointer (&key), GUINT_TO_POINTER (position + 1));
  return position;
}

static gboolean
compile_claim (
    const AtlasRecord *record, const Kind *kind, const Location *at, JsonNode *node, GError **error)
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
  id = g_strdup_printf ("%s/%s/%.4s-%s", at->place, kind->member, at->document->period,
                        wording.text);
  if (!g_hash_table_add (self->claims, g_strdup (id)))
    return atlas_record_set_error (record, kind->member, error, "holds “%s” twice; remove one",
                                   wording.text);

  return insert_claim (at, kind, &wording, id, family, take_position (self, at->place, kind->field),
                       error)
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
    if (!compile_claim (record, kind, at, json_array_get_element (array, i), error))
      return FALSE;
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
  static const char *const fields[] = { "place",       "inferred", "item",       "quotes",
                                        "positioning", "leading",  "cultivated", NULL };
  Location at = *(const Location *) data;
  AtlasCompilation *self = at.compilation;
  g_auto (GStrv) quotes = NULL;
  g_autoptr (GArray) passages = NULL;
  g_autofree gboolean *introduces = NULL;

  at.place = _atlas_compile_get_place (self, record, "place", error);
  if (at.place == NULL || !atlas_record_check_fields (record, fields, error)
      || !atlas_record_get_optional_text (record, "inferred", &at.why, error)
      || !atlas_record_get_optional_text (record, "item", &at.locator.item, error)
      || (passages = _atlas_compile_quotes (self, record, &at.locator, error)) == NULL
      || (quotes = atlas_record_get_texts (record, "quotes", error)) == NULL)
    return FALSE;

  at.quotes = quotes;
  at.passages = passages;
  introduces = g_new0 (gboolean, passages->len);
  at.introduces = introduces;
  if (!find_introductions (record, &at, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!compile_kind (record, &kinds[i], &at, error))
      return FALSE;
  return TRUE;
}

/* The title stands in documents.json for all facts; here it is for whoever reads the file. */
static gboolean
check_box_title (const AtlasRecord *record, const Location *at, GError **error)
{
  const char *title;
  const char *known = at->locator.box != NULL
                          ? g_hash_table_lookup (at->document->boxes, at->locator.box)
                          : NULL;

  if (!atlas_record_get_optional_text (record, "box_title", &title, error))
    return FALSE;
  if (title != NULL && g_strcmp0 (title, known) != 0)
    return atlas_record_set_error (record, "box_title", error,
                                   "is “%s”, but “%s” in documents.json; make them the same", title,
                                   known != NULL ? known : "");
  return TRUE;
}

static gboolean
compile_group (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  static const char *const fields[] = { "chapter", "section", "box", "box_title", "records", NULL };
  Location at = *(const Location *) data;

  at.locator = (AtlasLocator){ 0 };
  if (!atlas_record_check_fields (record, fields, error)
      || !_atlas_compile_read_locator (record, &at.locator, error)
      || !check_box_title (record, &at, error))
    return FALSE;
  at.locator.document = at.document->id;
  return atlas_record_foreach (record, "records", "place", "place", compile_record, &at, error);
}

static gboolean
compile_claims_file (AtlasCompilation *self,
                     const AtlasRecord *root,
                     const AtlasCompiledDocument *document,
                     GError **error)
{
  static const char *const fields[] = { "document", "period", "groups", NULL };
  Location at = { .compilation = self, .document = document };

  return atlas_record_check_fields (root, fields, error)
         && atlas_record_foreach (root, "groups", "group", "box", compile_group, &at, error);
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
  return _atlas_compile_foreach_document (self, "claims", compile_claims_file, error);
}
