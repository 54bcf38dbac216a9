/* atlas-mbtiles-text.c: the HTML of metadata as plain text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-mbtiles-private.h"

#include <string.h>

static const struct
{
  const char *name;
  gunichar character;
} entities[] = {
  { "amp", '&' },     { "lt", '<' },       { "gt", '>' },       { "quot", '"' },
  { "apos", '\'' },   { "nbsp", ' ' },     { "copy", 0xa9 },    { "reg", 0xae },
  { "middot", 0xb7 }, { "ndash", 0x2013 }, { "mdash", 0x2014 },
};

/* Returns what stands after the tag, or %NULL where the “<” begins none. A tag that begins a new
 * line counts as a blank, any other as nothing. */
static const char *
read_tag (const char *text, gunichar *character)
{
  static const char *const lines[] = { "br", "div", "li", "p", NULL };
  const char *end = strchr (text, '>');
  g_autofree char *name = NULL;

  if (end == NULL || !(g_ascii_isalpha (text[1]) || strchr ("/!?", text[1]) != NULL))
    return NULL;
  name = g_ascii_strdown (text + 1, (gssize) strcspn (text + 1, " \t\n/>"));
  *character = g_strv_contains (lines, name) ? ' ' : 0;
  return end + 1;
}

static gunichar
named_entity (const char *name, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strlen (entities[i].name) == length && strncmp (entities[i].name, name, length) == 0)
      return entities[i].character;
  return 0;
}

static gunichar
numbered_entity (const char *number)
{
  gboolean hexadecimal = *number == 'x' || *number == 'X';
  char *end;
  guint64 value = g_ascii_strtoull (number + hexadecimal, &end, hexadecimal ? 16 : 10);

  return *end == ';' && value <= 0x10ffff && g_unichar_validate ((gunichar) value)
             ? (gunichar) value
             : 0;
}

/* Returns what stands after the entity, or %NULL where the “&” begins none. */
static const char *
read_entity (const char *text, gunichar *character)
{
  const char *end = memchr (text, ';', strnlen (text, 12));
  gunichar found;

  if (end == NULL)
    return NULL;
  found = text[1] == '#' ? numbered_entity (text + 2)
                         : named_entity (text + 1, (gsize) (end - text) - 1);
  if (found == 0)
    return NULL;
  *character = found;
  return end + 1;
}

/* One blank for many; nothing that would turn or hide the text around it. */
static gboolean
append (GString *plain, gunichar character)
{
  GUnicodeType type = g_unichar_type (character);

  if (character == 0 || type == G_UNICODE_FORMAT)
    return FALSE;
  if (g_unichar_isspace (character) || type == G_UNICODE_CONTROL)
    {
      if (plain->len == 0 || plain->str[plain->len - 1] == ' ')
        return FALSE;
      character = ' ';
    }
  g_string_append_unichar (plain, character);
  return TRUE;
}

/*
 * _atlas_mbtiles_plain_text:
 * @html: UTF-8, text or HTML
 * @max_length: in characters
 *
 * Leaves tags out and resolves the common entities. The result is text and nothing else: whoever
 * shows it as markup must escape it.
 *
 * Returns: (transfer full): one line, perhaps empty
 */
char *
_atlas_mbtiles_plain_text (const char *html, guint max_length)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  guint length = 0;

  while (*html != '\0' && length < max_length)
    {
      gunichar character = g_utf8_get_char (html);
      const char *next = NULL;

      if (character == '<')
        next = read_tag (html, &character);
      else if (character == '&')
        next = read_entity (html, &character);

      html = next != NULL ? next : g_utf8_next_char (html);
      if (append (plain, character))
        length++;
    }
  return g_strdup (g_strchomp (plain->str));
}
