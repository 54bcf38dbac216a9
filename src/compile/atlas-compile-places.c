/* atlas-compile-places.c: places and what they are found by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-compile-private.h"

#include <string.h>

static gboolean
is_code (const char *text)
{
  return strlen (text) == 6 && strspn (text, "0123456789") == 6;
}

static gboolean
insert_key (AtlasCompilation *self,
            const char *code,
            const char *kind,
            const char *key,
            const char *text,
            GError **error)
{
  g_autoptr (AtlasStatement) insert = atlas_database_prepare (
      self->database, "INSERT INTO place_key (place, kind, key, text) VALUES (?1, ?2, ?3, ?4)",
      error);

  if (insert == NULL)
    return FALSE;
  atlas_statement_bind_text (insert, 1, code);
  atlas_statement_bind_text (insert, 2, kind);
  atlas_statement_bind_text (insert, 3, key);
  atlas_statement_bind_text (insert, 4, text);
  return atlas_statement_run (insert, error);
}

static gboolean
add_key (
    AtlasCompilation *self, const char *code, const char *kind, const char *text, GError **error)
{
  g_autofree char *key = atlas_han_fold (text, self->variants);

  return insert_key (self, code, kind, key, text, error);
}

/* Keyboards have no ü: people type v, or u. */
static gboolean
add_pinyin_key (AtlasCompilation *self, const char *code, const char *pinyin, GError **error)
{
  g_autofree char *composed = g_utf8_normalize (pinyin, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autoptr (GString) with_v = g_string_new (composed);
  static const char *const forms[] = { "ü", "ǖ", "ǘ", "ǚ", "ǜ", "Ü", "Ǖ", "Ǘ", "Ǚ", "Ǜ" };
  guint n_replaced = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    n_replaced += g_string_replace (with_v, forms[i], "v", 0);
  if (n_replaced > 0)
    {
      g_autofree char *key = atlas_han_fold (with_v->str, self->variants);

      if (!insert_key (self, code, "pinyin", key, pinyin, error))
        return FALSE;
    }
  return add_key (self, code, "pinyin", pinyin, error);
}

/* 抚顺县 and 抚顺市 read alike but for the last syllable, by which they are told apart. */
static gboolean
add_whole_reading (AtlasCompilation *self,
                   const AtlasRecord *record,
                   const char *code,
                   GError **error)
{
  static const char *const suffixes[][3] = {
    { "市", "shì", "s" },
    { "县", "xiàn", "x" },
    { "区", "qū", "q" },
  };
  const char *name = atlas_record_get_text (record, "name", error);
  const char *pinyin = atlas_record_get_text (record, "pinyin", error);
  const char *initials = atlas_record_get_text (record, "initials", error);

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *reading = g_strconcat (pinyin, suffixes[i][1], NULL);
      g_autofree char *letters = g_strconcat (initials, suffixes[i][2], NULL);

      if (g_str_has_suffix (name, suffixes[i][0]) && !g_str_has_suffix (pinyin, suffixes[i][1]))
        return add_pinyin_key (self, code, reading, error)
               && add_key (self, code, "initials", letters, error);
    }
  return TRUE;
}

typedef struct
{
  AtlasCompilation *compilation;
  const char *code;
} PlaceAliases;

static gboolean
compile_alias (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  static const char *const fields[] = { "name", "pinyin", NULL };
  PlaceAliases *aliases = data;
  const char *name = atlas_record_get_text (record, "name", error);
  const char *pinyin = name != NULL ? atlas_record_get_text (record, "pinyin", error) : NULL;

  return pinyin != NULL && atlas_record_check_fields (record, fields, error)
         && add_key (aliases->compilation, aliases->code, "alias", name, error)
         && add_pinyin_key (aliases->compilation, aliases->code, pinyin, error);
}

/* The fields of a place that are texts, in the order of the statement below. */
static const char *const place_texts[] = { "code",     "name",  "short_name", "pinyin",
                                           "initials", "level", NULL };

static gboolean
insert_place (const AtlasRecord *record, AtlasCompilation *self, GError **error)
{
  const char *parent;
  double longitude;
  double latitude;
  g_autoptr (AtlasStatement) insert = atlas_database_prepare (
      self->database,
      "INSERT INTO place (code, name, short_name, pinyin, initials, level, parent, longitude,"
      " latitude, label_x, label_y) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, 0)",
      error);

  if (insert == NULL || !atlas_record_get_optional_text (record, "parent", &parent, error)
      || !atlas_record_get_position (record, "seat", &longitude, &latitude, error))
    return FALSE;
  if (parent != NULL && !g_hash_table_contains (self->places, parent))
    return atlas_record_set_error (record, "parent", error,
                                   "names %s, which is no place before it; put the city first",
                                   parent);

  for (int i = 0; place_texts[i] != NULL; i++)
    {
      const char *text = atlas_record_get_text (record, place_texts[i], error);

      if (text == NULL)
        return FALSE;
      atlas_statement_bind_text (insert, i + 1, text);
    }
  atlas_statement_bind_text (insert, 7, parent);
  atlas_statement_bind_double (insert, 8, longitude);
  atlas_statement_bind_double (insert, 9, latitude);
  return atlas_statement_run (insert, error);
}

static gboolean
insert_keys (const AtlasRecord *record, const char *code, AtlasCompilation *self, GError **error)
{
  PlaceAliases aliases = { .compilation = self, .code = code };
  const char *name = atlas_record_get_text (record, "name", error);
  const char *short_name = atlas_record_get_text (record, "short_name", error);

  return add_key (self, code, "name", name, error)
         && (g_strcmp0 (name, short_name) == 0 || add_key (self, code, "short", short_name, error))
         && add_key (self, code, "code", code, error)
         && add_key (self, code, "initials", atlas_record_get_text (record, "initials", error),
                     error)
         && add_pinyin_key (self, code, atlas_record_get_text (record, "pinyin", error), error)
         && add_whole_reading (self, record, code, error)
         && atlas_record_foreach (record, "aliases", "alias", "name", compile_alias, &aliases,
                                  error);
}

static gboolean
check_level (const AtlasRecord *record, GError **error)
{
  static const char *const levels[] = { "prefecture-level-city", "county",   "county-level-city",
                                        "autonomous-county",     "district", NULL };
  const char *level = atlas_record_get_choice (record, "level", levels, error);
  const char *parent;

  if (level == NULL || !atlas_record_get_optional_text (record, "parent", &parent, error))
    return FALSE;
  if ((parent == NULL) != (g_strcmp0 (level, levels[0]) == 0))
    return atlas_record_set_error (record, "parent", error,
                                   "must name the city, and be null for a city alone");
  return TRUE;
}

static gboolean
compile_place (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  static const char *const fields[] = { "code",     "name",  "short_name", "aliases", "pinyin",
                                        "initials", "level", "parent",     "seat",    NULL };
  AtlasCompilation *self = data;
  const char *code = atlas_record_get_text (record, "code", error);

  if (code == NULL || !atlas_record_check_fields (record, fields, error)
      || !check_level (record, error))
    return FALSE;
  if (!is_code (code))
    return atlas_record_set_error (record, "code", error, "is not six digits of GB/T 2260");
  if (!insert_place (record, self, error))
    return FALSE;

  g_hash_table_insert (self->places, g_strdup (code),
                       g_strdup (json_object_get_string_member (record->object, "name")));
  return insert_keys (record, code, self, error);
}

/*
 * _atlas_compile_places:
 * @self: the compilation
 * @error: return location for an error
 *
 * Writes the places, a city before what belongs to it, and all they are found by. Where their
 * labels go is written with the geometry.
 *
 * Returns: whether all went well
 */
gboolean
_atlas_compile_places (AtlasCompilation *self, GError **error)
{
  return _atlas_compile_foreach_in_file (self, "places.json", "places", "place", "code",
                                         compile_place, error);
}

/*
 * _atlas_compile_get_place:
 * @self: the compilation, after the places
 * @record: a record
 * @field: a field it must have, the code of a place
 * @error: return location for an error
 *
 * Returns: (nullable): the code, owned by the record
 */
const char *
_atlas_compile_get_place (AtlasCompilation *self,
                          const AtlasRecord *record,
                          const char *field,
                          GError **error)
{
  const char *code = atlas_record_get_text (record, field, error);

  if (code == NULL || g_hash_table_contains (self->places, code))
    return code;
  atlas_record_set_error (record, field, error,
                          "names %s, which places.json does not have; check the code", code);
  return NULL;
}
