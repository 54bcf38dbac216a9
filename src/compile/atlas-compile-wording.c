/* atlas-compile-wording.c: whether the quotations of a fact hold its name, and what was repaired in
 * it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-compile-private.h"

#include <string.h>

/* The longest syllable of pinyin is zhuang. */
#define MAX_READING 6

/*
 * _atlas_compile_get_repair:
 * @record: a record that may have both “printed” and “repair”, or neither
 * @wording: (out): the two, owned by the record, or %NULL
 * @error: return location for an error
 *
 * Returns: %FALSE where one of them is there without the other
 */
gboolean
_atlas_compile_get_repair (const AtlasRecord *record, AtlasRepairedWording *wording, GError **error)
{
  if (!atlas_record_get_optional_text (record, "printed", &wording->printed, error)
      || !atlas_record_get_optional_text (record, "repair", &wording->repair, error))
    return FALSE;
  if (wording->printed != NULL && wording->repair == NULL)
    return atlas_record_set_error (record, "repair", error,
                                   "is missing beside “printed”; say what was repaired and why");
  if (wording->printed == NULL && wording->repair != NULL)
    return atlas_record_set_error (record, "printed", error,
                                   "is missing beside “repair”; write what the source shows");
  return TRUE;
}

/*
 * _atlas_compile_join_quotes:
 * @self: the compilation
 * @passages: (element-type guint): ids
 *
 * Returns: (transfer full): the quotations, one a line
 */
char *
_atlas_compile_join_quotes (AtlasCompilation *self, GArray *passages)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < passages->len; i++)
    g_string_append_printf (
        text, "%s\n",
        (char *) g_ptr_array_index (self->quotes, g_array_index (passages, guint, i) - 1));
  return g_string_free (text, FALSE);
}

/* Between a wording and its quotation brackets, quotation marks and the dot of 中德·辽阳 may
 * differ, and where a wording is put together from pieces, ； and ： join them. */
static gboolean
is_apart (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
      return TRUE;
    default:
      return g_utf8_strchr ("\";:・•‧∙", -1, c) != NULL;
    }
}

static void
note_characters (GHashTable *characters, AtlasCompilation *self, const char *quote)
{
  g_autofree char *folded = atlas_han_fold (quote, self->variants);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    g_hash_table_add (characters, GUINT_TO_POINTER (g_utf8_get_char (p)));
}

/* The reading of a character is damage that `printed` shows and the quotations do not: 大(dà). */
static const char *
skip_reading (const char *p)
{
  gsize length = *p == '(' ? strspn (p + 1, "abcdefghijklmnopqrstuvwxyz") : 0;

  return length >= 1 && length <= MAX_READING && p[length + 1] == ')' ? p + length + 2 : p;
}

/* Returns the first character that is not among @characters, or 0. */
static gunichar
find_missing (GHashTable *characters, AtlasCompilation *self, const char *wording)
{
  g_autofree char *folded = atlas_han_fold (wording, self->variants);
  const char *p = skip_reading (folded);

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_apart (c) && !g_hash_table_contains (characters, GUINT_TO_POINTER (c)))
        return c;
      p = skip_reading (g_utf8_next_char (p));
    }
  return 0;
}

/*
 * _atlas_compile_check_quoted:
 * @self: the compilation
 * @record: the record of a fact
 * @field: one of its fields
 * @text: the text of it
 * @passages: (element-type guint): what the fact rests on
 * @error: return location for an error
 *
 * A fact is what its quotations say, so they hold its wording, though not always in one piece:
 * 续建大连庄河、葫芦岛兴城抽水蓄能电站 names two. Every character of it has to be there.
 *
 * Returns: whether they hold it
 */
gboolean
_atlas_compile_check_quoted (AtlasCompilation *self,
                             const AtlasRecord *record,
                             const char *field,
                             const char *text,
                             GArray *passages,
                             GError **error)
{
  g_autoptr (GHashTable) characters = g_hash_table_new (NULL, NULL);
  g_autofree char *quotes = _atlas_compile_join_quotes (self, passages);
  char missing[7] = { 0 };

  note_characters (characters, self, quotes);
  g_unichar_to_utf8 (find_missing (characters, self, text), missing);
  if (*missing == '\0')
    return TRUE;
  return atlas_record_set_error (
      record, field, error, "is “%s”, but no quotation holds “%s”; quote the words that say it",
      text, missing);
}

/*
 * _atlas_compile_check_name:
 * @self: the compilation
 * @record: the record of a fact
 * @name: its name
 * @wording: how the source shows the name, where it was repaired
 * @passages: (element-type guint): what it rests on
 * @error: return location for an error
 *
 * Returns: whether the quotations hold the name, as the source shows it
 */
gboolean
_atlas_compile_check_name (AtlasCompilation *self,
                           const AtlasRecord *record,
                           const char *name,
                           const AtlasRepairedWording *wording,
                           GArray *passages,
                           GError **error)
{
  if (wording->printed != NULL)
    return _atlas_compile_check_quoted (self, record, "printed", wording->printed, passages, error);
  return _atlas_compile_check_quoted (self, record, "name", name, passages, error);
}

/* A dash after a digit is that of a range. */
static gboolean
shows_in_digits (const char *text, double number)
{
  g_autoptr (GRegex) numbers = g_regex_new ("((?<!\\d)[-−－])?(\\d+(?:\\.\\d+)?)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (numbers, text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *sign = g_match_info_fetch (match, 1);
      g_autofree char *digits = g_match_info_fetch (match, 2);
      double shown = g_ascii_strtod (digits, NULL);

      if (number == (*sign != '\0' ? -shown : shown))
        return TRUE;
    }
  return FALSE;
}

static gboolean
shows_in_words (const char *text, double number)
{
  static const struct
  {
    double number;
    const char *word;
  } words[] = { { 10, "十" }, { 100, "百" }, { 1000, "千" } };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (number == words[i].number)
      return strstr (text, words[i].word) != NULL;
  return FALSE;
}

/* “4.30万吨” is item 4 and 30, “3.7” is a number. */
static char *
drop_items (const char *text)
{
  g_autoptr (GRegex) items = g_regex_new ("(^|[;；。])\\d+\\.(?=\\d)", G_REGEX_MULTILINE, 0, NULL);

  return g_regex_replace (items, text, -1, 0, "\\1", 0, NULL);
}

/*
 * _atlas_compile_check_figure:
 * @record: a record with a field “number”
 * @number: its number
 * @text: what it is taken from
 * @error: return location for an error
 *
 * Returns: whether @text shows the number, in digits or as 十, 百 or 千
 */
gboolean
_atlas_compile_check_figure (const AtlasRecord *record,
                             double number,
                             const char *text,
                             GError **error)
{
  g_autofree char *without_items = drop_items (text);

  if (shows_in_digits (text, number) || shows_in_digits (without_items, number)
      || shows_in_words (text, number))
    return TRUE;
  return atlas_record_set_error (record, "number", error,
                                 "is %.15g, which the source does not show; write the figure as"
                                 " printed, or quote it",
                                 number);
}
