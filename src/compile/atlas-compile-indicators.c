/* atlas-compile-indicators.c: the figures of the plans' tables of indicators
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-compile-private.h"

#include <math.h>

/* The code of the province, which is no place of the map. */
#define PROVINCE "210000"

typedef struct
{
  AtlasCompilation *compilation;
  const char *id;
  GHashTable *headings;
} Indicator;

static gboolean
compile_value (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  static const char *const fields[] = { "heading", "text", "number", "note", NULL };
  Indicator *indicator = data;
  const char *heading = atlas_record_get_text (record, "heading", error);
  const char *text;
  const char *note;
  double number;
  g_autoptr (AtlasStatement) insert = NULL;

  if (heading == NULL || !atlas_record_check_fields (record, fields, error)
      || !atlas_record_get_optional_text (record, "text", &text, error)
      || !atlas_record_get_optional_number (record, "number", &number, error)
      || !atlas_record_get_optional_text (record, "note", &note, error))
    return FALSE;
  if (text == NULL && !isnan (number))
    return atlas_record_set_error (record, "text", error,
                                   "is missing beside “number”; write the figure as printed");
  if (!isnan (number) && !_atlas_compile_check_figure (record, number, text, error))
    return FALSE;
  if (!g_hash_table_add (indicator->headings, (gpointer) heading))
    return atlas_record_set_error (record, "heading", error, "occurs twice; remove one");
  insert = atlas_database_prepare (
      indicator->compilation->database,
      "INSERT INTO indicator_value (indicator, position, heading, text, number, note)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
      error);
  if (insert == NULL)
    return FALSE;
  atlas_statement_bind_text (insert, 1, indicator->id);
  atlas_statement_bind_int (insert, 2, index);
  atlas_statement_bind_text (insert, 3, heading);
  atlas_statement_bind_text (insert, 4, text);
  atlas_statement_bind_double (insert, 5, number);
  atlas_statement_bind_text (insert, 6, note);
  return atlas_statement_run (insert, error);
}

static gboolean
compile_values (AtlasCompilation *self, const AtlasRecord *record, const char *id, GError **error)
{
  g_autoptr (GHashTable) headings = g_hash_table_new (g_str_hash, g_str_equal);
  Indicator indicator = { .compilation = self, .id = id, .headings = headings };

  if (!atlas_record_foreach (record, "values", "value", "heading", compile_value, &indicator,
                             error))
    return FALSE;
  if (g_hash_table_size (headings) == 0)
    return atlas_record_set_error (record, "values", error,
                                   "is empty; write one for each column of the table");
  return TRUE;
}

static gboolean
insert_indicator (AtlasCompilation *self,
                  const AtlasRecord *record,
                  guint index,
                  const char *document,
                  GError **error)
{
  static const char *const natures[] = { "预期性", "约束性", NULL };
  static const char *const texts[] = { "unit", "category", "note" };
  const char *values[G_N_ELEMENTS (texts)];
  const char *nature;
  AtlasRepairedWording wording;
  g_autoptr (AtlasStatement) insert = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!atlas_record_get_optional_text (record, texts[i], &values[i], error))
      return FALSE;
  if (!atlas_record_get_optional_choice (record, "nature", natures, &nature, error)
      || !_atlas_compile_get_repair (record, &wording, error))
    return FALSE;
  insert = atlas_database_prepare (
      self->database,
      "INSERT INTO indicator (id, position, document, territory, name, unit, category, note, "
      "nature,"
      " printed, repair) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
      error);
  if (insert == NULL)
    return FALSE;
  atlas_statement_bind_text (insert, 1, atlas_record_get_text (record, "id", NULL));
  atlas_statement_bind_int (insert, 2, index);
  atlas_statement_bind_text (insert, 3, document);
  atlas_statement_bind_text (insert, 4, atlas_record_get_text (record, "territory", NULL));
  atlas_statement_bind_text (insert, 5, atlas_record_get_text (record, "name", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    atlas_statement_bind_text (insert, 6 + (int) i, values[i]);
  atlas_statement_bind_text (insert, 9, nature);
  atlas_statement_bind_text (insert, 10, wording.printed);
  atlas_statement_bind_text (insert, 11, wording.repair);
  return atlas_statement_run (insert, error);
}

static gboolean
compile_indicator (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  static const char *const fields[] = { "id",       "territory", "name",    "unit",
                                        "category", "nature",    "note",    "printed",
                                        "repair",   "values",    "sources", NULL };
  AtlasCompilation *self = data;
  const char *id = atlas_record_get_text (record, "id", error);
  const char *territory = id != NULL ? atlas_record_get_text (record, "territory", error) : NULL;
  const char *document;
  g_autoptr (GArray) passages = NULL;

  if (territory == NULL || !atlas_record_check_fields (record, fields, error)
      || atlas_record_get_text (record, "name", error) == NULL
      || (g_strcmp0 (territory, PROVINCE) != 0
          && _atlas_compile_get_place (self, record, "territory", error) == NULL))
    return FALSE;
  passages = _atlas_compile_sources (self, record, &document, error);
  return passages != NULL && insert_indicator (self, record, index, document, error)
         && compile_values (self, record, id, error)
         && _atlas_compile_cite (
             self,
             "INSERT INTO indicator_passage (position, passage, indicator) VALUES (?1, ?2, ?3)", id,
             NULL, passages, error);
}

/*
 * _atlas_compile_indicators:
 * @self: the compilation, after documents and places
 * @error: return location for an error
 *
 * Returns: whether the indicators were written, each with its columns
 */
gboolean
_atlas_compile_indicators (AtlasCompilation *self, GError **error)
{
  return _atlas_compile_foreach_in_file (self, "indicators.json", "indicators", "indicator", "id",
                                         compile_indicator, error);
}
