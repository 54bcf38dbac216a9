/* atlas-compile-readings.c: how the characters of names are read, so that they are found by pinyin
 *
 * Places have readings of their own among the data. Of the other names (families, clusters, zones,
 * categories of projects) each character is looked up by itself: what is typed has to lead to them,
 * it is never shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-compile-private.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* Longer than any syllable. */
#define MAX_UNITS 32

/* ICU knows one reading of a character; these are the ones that people type beside it. */
static const char *const own_readings[][2] = {
  { "参", "shen can" }, { "长", "chang zhang" }, { "都", "du dou" },
  { "乐", "le yue" },   { "行", "xing hang" },   { "重", "zhong chong" },
};

typedef struct
{
  AtlasCompilation *compilation;
  AtlasStatement *insert;
  UTransliterator *transliterator;
  GHashTable *known; /* of gunichar */
} Reading;

static const char *
find_own (const char *character)
{
  for (gsize i = 0; i < G_N_ELEMENTS (own_readings); i++)
    if (g_str_equal (own_readings[i][0], character))
      return own_readings[i][1];
  return NULL;
}

/* Returns: (transfer full) (nullable): the reading of @character as it is typed; where it is not
 *   said with a ü, also with the v that stands for it on a keyboard */
static char *
read_character (Reading *reading, const char *character)
{
  UChar text[MAX_UNITS];
  int32_t length = 0;
  int32_t limit;
  char syllable[MAX_UNITS * 3];
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *folded = NULL;
  g_autofree char *decomposed = NULL;

  u_strFromUTF8 (text, MAX_UNITS, &length, character, -1, &status);
  limit = length;
  utrans_transUChars (reading->transliterator, text, &length, MAX_UNITS, 0, &limit, &status);
  u_strToUTF8 (syllable, sizeof syllable, NULL, text, length, &status);
  if (U_FAILURE (status) || g_str_equal (syllable, character))
    return NULL;

  folded = atlas_han_fold (syllable, NULL);
  decomposed = g_utf8_normalize (syllable, -1, G_NORMALIZE_NFD);
  if (strstr (decomposed, "u\xcc\x88") != NULL)
    {
      g_autofree char *typed = g_strdup (folded);

      *strchr (typed, 'u') = 'v';
      return g_strconcat (folded, " ", typed, NULL);
    }
  return g_steal_pointer (&folded);
}

static gboolean
write_character (Reading *reading, gunichar c, GError **error)
{
  char character[7] = { 0 };
  g_autofree char *found = NULL;
  const char *readings;

  if (g_unichar_get_script (c) != G_UNICODE_SCRIPT_HAN
      || !g_hash_table_add (reading->known, GUINT_TO_POINTER (c)))
    return TRUE;

  g_unichar_to_utf8 (c, character);
  readings = find_own (character);
  if (readings == NULL)
    readings = found = read_character (reading, character);
  if (readings == NULL)
    return TRUE;
  atlas_statement_bind_text (reading->insert, 1, character);
  atlas_statement_bind_text (reading->insert, 2, readings);
  return atlas_statement_run (reading->insert, error);
}

static gboolean
write_name (AtlasStatement *row, gpointer data, GError **error)
{
  const char *name = atlas_statement_get_text (row, 0);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (!write_character (data, g_utf8_get_char (p), error))
      return FALSE;
  return TRUE;
}

static gboolean
write_names (Reading *reading, GError **error)
{
  g_autoptr (AtlasStatement) names = atlas_database_prepare (
      reading->compilation->database,
      "SELECT name FROM family UNION SELECT name FROM cluster UNION SELECT name FROM zone"
      " UNION SELECT category FROM project",
      error);

  return names != NULL && atlas_statement_foreach (names, write_name, reading, error);
}

/*
 * _atlas_compile_readings:
 * @self: the compilation, all of whose names are written
 * @error: return location for an error
 *
 * Returns: whether the readings of their characters were written
 */
gboolean
_atlas_compile_readings (AtlasCompilation *self, GError **error)
{
  UChar id[32];
  UErrorCode status = U_ZERO_ERROR;
  g_autoptr (AtlasStatement) insert = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  Reading reading = { .compilation = self, .known = known };
  gboolean done;

  u_uastrcpy (id, "Han-Latin");
  reading.transliterator = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE (status))
    {
      g_set_error (error, ATLAS_COMPILE_ERROR, ATLAS_COMPILE_ERROR_FILE,
                   "ICU has no Han-Latin (%s); install its full data", u_errorName (status));
      return FALSE;
    }

  insert = atlas_database_prepare (
      self->database, "INSERT INTO han_reading (character, readings) VALUES (?1, ?2)", error);
  reading.insert = insert;
  done = insert != NULL && write_names (&reading, error);
  utrans_close (reading.transliterator);
  return done;
}
