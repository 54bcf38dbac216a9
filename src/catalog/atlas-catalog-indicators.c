/* atlas-catalog-indicators.c: the figures of the plans' tables, read when they are asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-catalog-private.h"

typedef struct
{
  AtlasCatalog *catalog;
  AtlasCitationTable *citations;
  GPtrArray *indicators;
  GHashTable *by_id; /* id → AtlasIndicator, borrowed from indicators */
} Loading;

static gboolean
add_indicator (AtlasStatement *statement, gpointer data, GError **error)
{
  Loading *loading = data;
  AtlasRow row = { .catalog = loading->catalog, .statement = statement };
  AtlasIndicator *indicator = _atlas_indicator_new ();
  const char *id = atlas_statement_get_text (statement, 0);

  g_ptr_array_add (loading->indicators, indicator);
  row.is_broken |= id == NULL;
  indicator->document = _atlas_row_get_document (&row, 1);
  indicator->claim.text = _atlas_row_get_text (&row, 2);
  indicator->unit = _atlas_row_get_optional_text (&row, 3);
  indicator->category = _atlas_row_get_optional_text (&row, 4);
  indicator->nature = _atlas_row_get_optional_text (&row, 5);
  indicator->note = _atlas_row_get_optional_text (&row, 6);
  _atlas_row_get_repair (&row, 7, &indicator->claim.printed, &indicator->claim.repair);
  if (!_atlas_row_end (&row, error))
    return FALSE;

  indicator->claim.id = g_strconcat ("indicator/", id, NULL);
  indicator->claim.period = g_strdup (indicator->document->period);
  g_hash_table_insert (loading->by_id, g_strdup (id), indicator);
  return TRUE;
}

static AtlasIndicator *
find_indicator (Loading *loading, AtlasRow *row, int column)
{
  const char *id = atlas_statement_get_text (row->statement, column);
  AtlasIndicator *indicator = id != NULL ? g_hash_table_lookup (loading->by_id, id) : NULL;

  row->is_broken |= indicator == NULL;
  return indicator;
}

static gboolean
add_value (AtlasStatement *statement, gpointer data, GError **error)
{
  Loading *loading = data;
  AtlasRow row = { .catalog = loading->catalog, .statement = statement };
  AtlasIndicator *indicator = find_indicator (loading, &row, 0);
  AtlasIndicatorValue *value;

  if (!_atlas_row_end (&row, error))
    return FALSE;
  value = g_new0 (AtlasIndicatorValue, 1);
  g_ptr_array_add (indicator->values, value);
  value->heading = _atlas_row_get_text (&row, 1);
  value->text = _atlas_row_get_optional_text (&row, 2);
  value->number = _atlas_row_get_number (&row, 3);
  value->note = _atlas_row_get_optional_text (&row, 4);
  return _atlas_row_end (&row, error);
}

static gboolean
add_citation (AtlasStatement *statement, gpointer data, GError **error)
{
  Loading *loading = data;
  AtlasRow row = { .catalog = loading->catalog, .statement = statement };
  AtlasIndicator *indicator = find_indicator (loading, &row, ATLAS_CITATION_N_COLUMNS);

  return _atlas_row_end (&row, error)
         && _atlas_citation_table_read (loading->citations, loading->catalog, statement,
                                        indicator->claim.citations, error);
}

static gboolean
run (Loading *loading, const char *sql, const char *territory, AtlasRowFunc func, GError **error)
{
  g_autoptr (AtlasStatement) rows = atlas_database_prepare (loading->catalog->database, sql, error);

  if (rows == NULL)
    return FALSE;
  atlas_statement_bind_text (rows, 1, territory);
  return atlas_statement_foreach (rows, func, loading, error);
}

/*
 * _atlas_catalog_read_indicators:
 * @self: the catalog
 * @territory: code of a place, or %ATLAS_PROVINCE_CODE
 * @indicators: (element-type AtlasIndicator): where they are added
 * @citations: where their passages are added
 * @error: return location for an error
 *
 * Returns: whether all were read and are whole
 */
gboolean
_atlas_catalog_read_indicators (AtlasCatalog *self,
                                const char *territory,
                                GPtrArray *indicators,
                                AtlasCitationTable *citations,
                                GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Loading loading = { self, citations, indicators, by_id };

  if (!run (&loading,
            "SELECT i.id, document, name, unit, category, nature, note, printed, repair"
            " FROM indicator i JOIN document ON document.id = document WHERE territory = ?1"
            " ORDER BY document.position, i.position",
            territory, add_indicator, error)
      || !run (&loading,
               "SELECT indicator, heading, text, number, v.note FROM indicator i"
               " JOIN indicator_value v ON indicator = i.id WHERE territory = ?1"
               " ORDER BY v.position",
               territory, add_value, error)
      || !run (&loading,
               "SELECT " ATLAS_CITATION_COLUMNS ", indicator FROM indicator i"
               " JOIN document ON document.id = i.document"
               " JOIN indicator_passage ip ON indicator = i.id"
               " JOIN passage ON passage.id = ip.passage" ATLAS_CITATION_BOX
               " WHERE territory = ?1 ORDER BY document.position, i.position, ip.position",
               territory, add_citation, error))
    return FALSE;

  for (guint i = 0; i < indicators->len; i++)
    if (((const AtlasIndicator *) g_ptr_array_index (indicators, i))->claim.citations->len == 0)
      return _atlas_catalog_set_inconsistent (self, error);
  return TRUE;
}

/**
 * atlas_catalog_load_indicators:
 * @self: a catalog
 * @territory: code of a place, or %ATLAS_PROVINCE_CODE for those of the whole province
 * @error: return location for an error of %ATLAS_DATABASE_ERROR or %ATLAS_CATALOG_ERROR
 *
 * Returns: (transfer full) (nullable): the indicators, maybe none
 */
AtlasIndicatorList *
atlas_catalog_load_indicators (AtlasCatalog *self, const char *territory, GError **error)
{
  g_autoptr (AtlasIndicatorList) list = NULL;
  g_auto (AtlasCitationTable) citations = { NULL };

  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);
  g_return_val_if_fail (territory != NULL, NULL);

  list = g_new0 (AtlasIndicatorList, 1);
  list->indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_indicator_free);
  list->citations = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_citation_free);
  _atlas_citation_table_init (&citations, list->citations);
  if (!_atlas_catalog_read_indicators (self, territory, list->indicators, &citations, error))
    return NULL;
  return g_steal_pointer (&list);
}
