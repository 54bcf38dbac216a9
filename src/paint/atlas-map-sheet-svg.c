/* atlas-map-sheet-svg.c: what cairo leaves to be done in an SVG file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-sheet-private.h"

#include <string.h>

/* What cairo calls the surfaces in a file, before a number: 1.16 and 1.18. */
#define SURFACE_NAME "\\b(surface|source-)([0-9]+)"

static gboolean
append_name_cb (const GMatchInfo *match, GString *text, gpointer data)
{
  GHashTable *numbers = data;
  g_autofree char *kind = g_match_info_fetch (match, 1);
  g_autofree char *name = g_match_info_fetch (match, 0);
  gpointer number = g_hash_table_lookup (numbers, name);

  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (numbers) + 1);
      g_hash_table_insert (numbers, g_steal_pointer (&name), number);
    }
  g_string_append_printf (text, "%s%u", kind, GPOINTER_TO_UINT (number));
  return FALSE;
}

/* Cairo counts the surfaces of the whole process: what was drawn before would show in the file. */
static char *
renumber_surfaces (const char *text, gssize length)
{
  g_autoptr (GRegex) regex = g_regex_new (SURFACE_NAME, G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return g_regex_replace_eval (regex, text, length, 0, 0, append_name_cb, numbers, NULL);
}

/*
 * _atlas_map_sheet_finish_svg:
 * @self: a sheet
 * @file: what cairo wrote
 *
 * Adds what a screen reader and a file manager say of the picture, which cairo has no way to do.
 *
 * Returns: (transfer full): the content of the file
 */
GBytes *
_atlas_map_sheet_finish_svg (const AtlasMapSheet *self, GByteArray *file)
{
  g_autofree char *text = renumber_surfaces ((const char *) file->data, (gssize) file->len);
  g_autofree char *metadata = g_markup_printf_escaped (
      "\n<title>%s</title>\n<desc>%s\n%s</desc>", pango_layout_get_text (self->title),
      pango_layout_get_text (self->stamp), pango_layout_get_text (self->sources));
  char *root = strstr (text, "<svg");
  char *end = root != NULL ? strchr (root, '>') : NULL;
  GString *whole = g_string_new (NULL);

  g_assert (end != NULL);

  g_string_append_len (whole, text, end + 1 - text);
  g_string_append (whole, metadata);
  g_string_append (whole, end + 1);
  return g_string_free_to_bytes (whole);
}
