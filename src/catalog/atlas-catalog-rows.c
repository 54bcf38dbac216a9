/* atlas-catalog-rows.c: rows read with doubt, and the citations they end in
 *
 * The file may be damaged or somebody else's: whatever a row names is looked up before it is used.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-catalog-private.h"

#include <math.h>

/*
 * _atlas_row_get_text:
 * @row: a row
 * @column: from 0
 *
 * Returns: (transfer full) (nullable): the text, which has to be there
 */
char *
_atlas_row_get_text (AtlasRow *row, int column)
{
  const char *text = atlas_statement_get_text (row->statement, column);

  row->is_broken |= text == NULL;
  return g_strdup (text);
}

/*
 * _atlas_row_get_optional_text:
 * @row: a row
 * @column: from 0
 *
 * Returns: (transfer full) (nullable): the text, %NULL where there is none
 */
char *
_atlas_row_get_optional_text (AtlasRow *row, int column)
{
  return atlas_statement_is_null (row->statement, column) ? NULL
                                                          : _atlas_row_get_text (row, column);
}

/*
 * _atlas_row_get_number:
 * @row: a row
 * @column: from 0
 *
 * Returns: the number, NaN where there is none
 */
double
_atlas_row_get_number (AtlasRow *row, int column)
{
  return atlas_statement_is_null (row->statement, column)
             ? NAN
             : atlas_statement_get_double (row->statement, column);
}

/*
 * _atlas_row_get_place:
 * @row: a row
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): the place of that code, which has to exist
 */
AtlasPlace *
_atlas_row_get_place (AtlasRow *row, int column)
{
  AtlasPlace *place = atlas_catalog_get_place (row->catalog,
                                               atlas_statement_get_text (row->statement, column));

  row->is_broken |= place == NULL;
  return place;
}

/*
 * _atlas_row_get_document:
 * @row: a row
 * @column: from 0
 *
 * Returns: (nullable): the document of that id, which has to exist
 */
const AtlasDocument *
_atlas_row_get_document (AtlasRow *row, int column)
{
  const AtlasDocument *document = atlas_catalog_get_document (
      row->catalog, atlas_statement_get_text (row->statement, column));

  row->is_broken |= document == NULL;
  return document;
}

/*
 * _atlas_row_get_optional_family:
 * @row: a row
 * @column: from 0
 *
 * Returns: (nullable): the family of that id, which has to exist; %NULL where none is named
 */
const AtlasFamily *
_atlas_row_get_optional_family (AtlasRow *row, int column)
{
  const AtlasFamily *family;

  if (atlas_statement_is_null (row->statement, column))
    return NULL;
  family = atlas_catalog_get_family (row->catalog,
                                     atlas_statement_get_text (row->statement, column));
  row->is_broken |= family == NULL;
  return family;
}

/*
 * _atlas_row_get_why:
 * @row: a row
 * @column: of the kind, from 0; the reason follows it
 *
 * Returns: (transfer full) (nullable): why a place is inferred, which has to be said; %NULL where
 *   the text names it
 */
char *
_atlas_row_get_why (AtlasRow *row, int column)
{
  const char *kind = atlas_statement_get_text (row->statement, column);
  char *why = _atlas_row_get_optional_text (row, column + 1);

  row->is_broken |= g_strcmp0 (kind, why != NULL ? "inferred" : "named") != 0;
  return why;
}

/*
 * _atlas_row_get_repair:
 * @row: a row
 * @column: of the damaged wording, from 0; what was repaired follows it
 * @printed: (out) (transfer full) (nullable): the damaged wording
 * @repair: (out) (transfer full) (nullable): what was repaired and why
 *
 * Both are there, or none is.
 */
void
_atlas_row_get_repair (AtlasRow *row, int column, char **printed, char **repair)
{
  *printed = _atlas_row_get_optional_text (row, column);
  *repair = _atlas_row_get_optional_text (row, column + 1);
  row->is_broken |= (*printed == NULL) != (*repair == NULL);
}

/*
 * _atlas_row_end:
 * @row: a row of which everything was read
 * @error: return location for an error of %ATLAS_CATALOG_ERROR
 *
 * Returns: whether everything was there
 */
gboolean
_atlas_row_end (AtlasRow *row, GError **error)
{
  return !row->is_broken || _atlas_catalog_set_inconsistent (row->catalog, error);
}

/*
 * _atlas_catalog_read_citation:
 * @self: the catalog
 * @row: on a row whose first columns are %ATLAS_CITATION_COLUMNS
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the passage
 */
AtlasCitation *
_atlas_catalog_read_citation (AtlasCatalog *self, AtlasStatement *row, GError **error)
{
  AtlasRow fields = { .catalog = self, .statement = row };
  AtlasCitation *citation = g_new0 (AtlasCitation, 1);

  citation->passage = atlas_statement_get_int (row, 0);
  citation->document = _atlas_row_get_document (&fields, 1);
  citation->chapter = _atlas_row_get_optional_text (&fields, 2);
  citation->section = _atlas_row_get_optional_text (&fields, 3);
  citation->box = _atlas_row_get_optional_text (&fields, 4);
  citation->item = _atlas_row_get_optional_text (&fields, 5);
  citation->quote = _atlas_row_get_text (&fields, 6);
  citation->box_title = _atlas_row_get_optional_text (&fields, 7);
  if (_atlas_row_end (&fields, error))
    return citation;

  _atlas_citation_free (citation);
  return NULL;
}

/*
 * _atlas_citation_table_init:
 * @self: (out caller-allocates): the table
 * @citations: where it puts the citations, still empty
 */
void
_atlas_citation_table_init (AtlasCitationTable *self, GPtrArray *citations)
{
  self->citations = citations;
  self->indices = g_hash_table_new (g_int64_hash, g_int64_equal);
}

/*
 * _atlas_citation_table_clear:
 * @self: the table, whose citations stay
 */
void
_atlas_citation_table_clear (AtlasCitationTable *self)
{
  g_clear_pointer (&self->indices, g_hash_table_unref);
}

/*
 * _atlas_citation_table_read:
 * @self: the table
 * @catalog: the catalog
 * @row: on a row whose first columns are %ATLAS_CITATION_COLUMNS
 * @indices: (element-type guint): of what rests on the passage
 * @error: return location for an error
 *
 * Adds the index of the passage to @indices, an older one where it was cited before.
 *
 * Returns: whether the passage is whole
 */
gboolean
_atlas_citation_table_read (AtlasCitationTable *self,
                            AtlasCatalog *catalog,
                            AtlasStatement *row,
                            GArray *indices,
                            GError **error)
{
  gint64 passage = atlas_statement_get_int (row, 0);
  gpointer known = NULL;
  guint index = self->citations->len;

  if (g_hash_table_lookup_extended (self->indices, &passage, NULL, &known))
    index = GPOINTER_TO_UINT (known);
  else
    {
      AtlasCitation *citation = _atlas_catalog_read_citation (catalog, row, error);

      if (citation == NULL)
        return FALSE;
      g_ptr_array_add (self->citations, citation);
      g_hash_table_insert (self->indices, &citation->passage, GUINT_TO_POINTER (index));
    }
  g_array_append_val (indices, index);
  return TRUE;
}
