/* atlas-readings.c: Chinese text found by the pinyin that is typed for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-readings.h"

#include <string.h>

struct _AtlasReadings
{
  GHashTable *table; /* gunichar → char ** */
};

/**
 * atlas_readings_new:
 *
 * Returns: (transfer full): an empty table
 */
AtlasReadings *
atlas_readings_new (void)
{
  AtlasReadings *self = g_new0 (AtlasReadings, 1);

  self->table = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_strfreev);
  return self;
}

/**
 * atlas_readings_free:
 * @self: (transfer full): the table
 */
void
atlas_readings_free (AtlasReadings *self)
{
  g_hash_table_unref (self->table);
  g_free (self);
}

/**
 * atlas_readings_add:
 * @self: the table
 * @character: a character
 * @readings: its syllables in plain letters, separated by spaces: "chang zhang"
 */
void
atlas_readings_add (AtlasReadings *self, gunichar character, const char *readings)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (readings != NULL);

  g_hash_table_insert (self->table, GUINT_TO_POINTER (character), g_strsplit (readings, " ", -1));
}

static gboolean match_from (const AtlasReadings *self, const char *text, const char *query);

/* @rest: what follows the character that is read as @syllable */
static gboolean
match_syllable (const AtlasReadings *self,
                const char *syllable,
                const char *rest,
                const char *query)
{
  gsize length = strlen (syllable);

  return g_str_has_prefix (syllable, query)
         || (strncmp (query, syllable, length) == 0 && match_from (self, rest, query + length))
         || (length > 1 && *query == *syllable && match_from (self, rest, query + 1));
}

/* What is neither read nor typed, as quotation marks, is passed over. */
static gboolean
match_from (const AtlasReadings *self, const char *text, const char *query)
{
  for (const char *p = text; *p != '\0' && *query != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      char **syllables = g_hash_table_lookup (self->table, GUINT_TO_POINTER (c));

      if (g_unichar_tolower (c) == (gunichar) *query)
        return match_from (self, g_utf8_next_char (p), query + 1);
      for (guint i = 0; syllables != NULL && syllables[i] != NULL; i++)
        if (match_syllable (self, syllables[i], g_utf8_next_char (p), query))
          return TRUE;
      if (g_unichar_isalnum (c))
        return FALSE;
    }
  return *query == '\0';
}

/**
 * atlas_readings_match:
 * @self: the table
 * @text: a name
 * @folded_query: what was typed, as atlas_han_fold() gives it
 *
 * Whether the pinyin of some characters of @text, one after the other, is what was typed: whole
 * syllables (yanhai), their initials (yh) or both (yanh, yhai); the last one may be incomplete.
 *
 * Returns: whether it is; %FALSE for a query that is no pinyin, and for an empty one
 */
gboolean
atlas_readings_match (const AtlasReadings *self, const char *text, const char *folded_query)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (folded_query != NULL, FALSE);

  if (!g_ascii_isalnum (*folded_query))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)) && match_from (self, p, folded_query))
      return TRUE;
  return FALSE;
}
