/* atlas-catalog-load.c: the tables of the data set, read into the catalog
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-catalog-private.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *sql;
  AtlasRowFunc func;
} Table;

/*
 * _atlas_catalog_set_inconsistent:
 * @self: the catalog
 * @error: return location for the error
 *
 * Says that the file, though whole, names something it does not have.
 *
 * Returns: %FALSE
 */
gboolean
_atlas_catalog_set_inconsistent (AtlasCatalog *self, GError **error)
{
  g_set_error (error, ATLAS_CATALOG_ERROR, ATLAS_CATALOG_ERROR_INCONSISTENT,
               _ ("“%s” contradicts itself. Install the program again or copy the file anew."),
               atlas_database_get_path (self->database));
  return FALSE;
}

static gboolean
load_table (AtlasCatalog *self, const Table *table, GError **error)
{
  g_autoptr (AtlasStatement) rows = atlas_database_prepare (self->database, table->sql, error);

  return rows != NULL && atlas_statement_foreach (rows, table->func, self, error);
}

/* Our own files hold no NULL here; another program's might. */
static const char *
text_or_empty (AtlasStatement *row, int column)
{
  const char *text = atlas_statement_get_text (row, column);

  return text != NULL ? text : "";
}

static gboolean
add_meta (AtlasStatement *row, gpointer data, GError **error)
{
  AtlasCatalog *self = data;

  g_hash_table_replace (self->meta, g_strdup (text_or_empty (row, 0)),
                        g_strdup (text_or_empty (row, 1)));
  return TRUE;
}

static gboolean
add_document (AtlasStatement *row, gpointer data, GError **error)
{
  AtlasCatalog *self = data;
  AtlasDocument *document = g_new0 (AtlasDocument, 1);

  document->id = g_strdup (text_or_empty (row, 0));
  document->title = g_strdup (text_or_empty (row, 1));
  document->full_title = g_strdup (text_or_empty (row, 2));
  document->published = g_strdup (text_or_empty (row, 3));
  document->period = g_strdup (text_or_empty (row, 4));
  document->period_name = g_strdup (text_or_empty (row, 5));
  document->kind = g_strdup (text_or_empty (row, 6));
  document->is_extract = atlas_statement_get_int (row, 7) != 0;
  g_ptr_array_add (self->documents, document);
  return TRUE;
}

static gboolean
add_family (AtlasStatement *row, gpointer data, GError **error)
{
  AtlasCatalog *self = data;
  AtlasFamily *family = g_new0 (AtlasFamily, 1);

  family->id = g_strdup (text_or_empty (row, 0));
  family->name = g_strdup (text_or_empty (row, 1));
  family->divisions = g_strdup (text_or_empty (row, 2));
  family->n_terms = (guint) atlas_statement_get_int (row, 3);
  g_ptr_array_add (self->families, family);
  return TRUE;
}

static gboolean
add_place (AtlasStatement *row, gpointer data, GError **error)
{
  AtlasCatalog *self = data;
  AtlasPlaceFields fields = {
    .code = text_or_empty (row, 0),
    .name = text_or_empty (row, 1),
    .short_name = text_or_empty (row, 2),
    .pinyin = text_or_empty (row, 3),
    .initials = text_or_empty (row, 4),
    .longitude = atlas_statement_get_double (row, 7),
    .latitude = atlas_statement_get_double (row, 8),
    .label = { atlas_statement_get_double (row, 9), atlas_statement_get_double (row, 10) },
    .family = atlas_statement_get_text (row, 11),
    .first_positioning = atlas_statement_get_text (row, 12),
    .n_industries = (guint) atlas_statement_get_int (row, 13),
    .n_projects = (guint) atlas_statement_get_int (row, 14),
    .n_newest_projects = (guint) atlas_statement_get_int (row, 15),
  };
  AtlasPlace *parent = atlas_catalog_get_place (self, atlas_statement_get_text (row, 6));
  g_autoptr (AtlasPlace) place = NULL;

  if (!atlas_place_level_from_string (atlas_statement_get_text (row, 5), &fields.level)
      || (parent == NULL) != (fields.level == ATLAS_PLACE_LEVEL_CITY))
    return _atlas_catalog_set_inconsistent (self, error);

  place = atlas_place_new (&fields, parent);
  g_list_store_append (self->places, place);
  g_hash_table_insert (self->places_by_code, (gpointer) atlas_place_get_code (place), place);
  return TRUE;
}

/* Cities come first, then every county and district by code. What stands beside a place in lists
 * and on the map is what the newest document says of it. */
static const Table tables[] = {
  { "SELECT key, value FROM meta", add_meta },
  { "SELECT id, title, full_title, published, period, period_name, kind, extract FROM document"
    " ORDER BY position",
    add_document },
  { "SELECT id, name, divisions,"
    " (SELECT count(DISTINCT text) FROM claim WHERE claim.family = family.id)"
    " FROM family ORDER BY position",
    add_family },
  { "WITH newest (period) AS (SELECT period FROM document ORDER BY position LIMIT 1),"
    " listed (project) AS (SELECT project FROM project_statement"
    "  WHERE document = (SELECT id FROM document ORDER BY position LIMIT 1)),"
    " carried (carrier, n, n_newest) AS (SELECT carrier, count(*), sum(project IN listed)"
    "  FROM (SELECT place AS carrier, project FROM project_place"
    "  UNION SELECT parent, project FROM project_place JOIN place ON code = place)"
    "  GROUP BY carrier)"
    " SELECT code, name, short_name, pinyin, initials, level, parent, longitude, latitude,"
    " label_x, label_y,"
    " (SELECT family FROM claim, newest WHERE place = code AND role = 'leading'"
    "  AND claim.period = newest.period ORDER BY position LIMIT 1),"
    " (SELECT text FROM claim, newest WHERE place = code AND field = 'positioning'"
    "  AND claim.period = newest.period ORDER BY position LIMIT 1),"
    " (SELECT count(*) FROM claim, newest WHERE place = code AND role = 'leading'"
    "  AND claim.period = newest.period), ifnull (n, 0), ifnull (n_newest, 0)"
    " FROM place LEFT JOIN carried ON carrier = code ORDER BY parent IS NOT NULL, code",
    add_place },
};

/*
 * _atlas_catalog_load:
 * @self: a catalog with its database
 * @error: return location for an error
 *
 * Returns: whether all that is kept in memory was read and is consistent
 */
gboolean
_atlas_catalog_load (AtlasCatalog *self, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!load_table (self, &tables[i], error))
      return FALSE;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->places)) == 0 || self->documents->len == 0)
    return _atlas_catalog_set_inconsistent (self, error);
  return TRUE;
}

static gboolean
add_variant (AtlasStatement *row, gpointer data, GError **error)
{
  AtlasCatalog *self = data;

  atlas_han_variants_add (self->variants, g_utf8_get_char (text_or_empty (row, 0)),
                          g_utf8_get_char (text_or_empty (row, 1)));
  return TRUE;
}

/*
 * _atlas_catalog_load_variants:
 * @self: a catalog whose variants are empty
 * @error: return location for an error
 *
 * Returns: whether the variant characters were read
 */
gboolean
_atlas_catalog_load_variants (AtlasCatalog *self, GError **error)
{
  static const Table table = { "SELECT variant, standard FROM han_variant", add_variant };

  return load_table (self, &table, error);
}

/*
 * _atlas_place_key_free:
 * @self: (transfer full): a key
 */
void
_atlas_place_key_free (AtlasPlaceKey *self)
{
  g_free (self->key);
  g_free (self->text);
  g_free (self);
}

static AtlasPlaceKeyKind
key_kind_from_string (const char *text)
{
  static const char *const names[] = {
    [ATLAS_PLACE_KEY_NAME] = "name",         [ATLAS_PLACE_KEY_SHORT] = "short",
    [ATLAS_PLACE_KEY_ALIAS] = "alias",       [ATLAS_PLACE_KEY_CODE] = "code",
    [ATLAS_PLACE_KEY_INITIALS] = "initials", [ATLAS_PLACE_KEY_PINYIN] = "pinyin",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (text, names[i]) == 0)
      return (AtlasPlaceKeyKind) i;
  return ATLAS_PLACE_KEY_ALIAS;
}

static gboolean
add_key (AtlasStatement *row, gpointer data, GError **error)
{
  AtlasCatalog *self = data;
  AtlasPlace *place = atlas_catalog_get_place (self, atlas_statement_get_text (row, 0));
  AtlasPlaceKey *key;

  if (place == NULL)
    return _atlas_catalog_set_inconsistent (self, error);

  key = g_new0 (AtlasPlaceKey, 1);
  key->place = place;
  key->kind = key_kind_from_string (atlas_statement_get_text (row, 1));
  key->key = g_strdup (text_or_empty (row, 2));
  key->text = g_strdup (text_or_empty (row, 3));
  g_ptr_array_add (self->keys, key);
  return TRUE;
}

/*
 * _atlas_catalog_load_keys:
 * @self: a catalog whose keys are empty
 * @error: return location for an error
 *
 * Returns: whether all that places are found by was read
 */
gboolean
_atlas_catalog_load_keys (AtlasCatalog *self, GError **error)
{
  static const Table table = { "SELECT place, kind, key, text FROM place_key ORDER BY place, rowid",
                               add_key };

  return load_table (self, &table, error);
}
