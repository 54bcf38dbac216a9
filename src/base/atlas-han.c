/* atlas-han.c: Chinese text made comparable
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-han.h"

#include <string.h>

struct _AtlasHanVariants
{
  GHashTable *table; /* gunichar → gunichar */
};

/* No character decomposes into more than 18 (U+FDFA). */
#define MAX_DECOMPOSITION 18

/**
 * atlas_han_variants_new:
 *
 * Returns: (transfer full): an empty table
 */
AtlasHanVariants *
atlas_han_variants_new (void)
{
  AtlasHanVariants *self = g_new0 (AtlasHanVariants, 1);

  self->table = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * atlas_han_variants_free:
 * @self: (transfer full): the table
 */
void
atlas_han_variants_free (AtlasHanVariants *self)
{
  g_hash_table_unref (self->table);
  g_free (self);
}

/**
 * atlas_han_variants_add:
 * @self: the table
 * @variant: a traditional or variant character
 * @standard: the character it is compared as
 */
void
atlas_han_variants_add (AtlasHanVariants *self, gunichar variant, gunichar standard)
{
  g_return_if_fail (self != NULL);

  g_hash_table_insert (self->table, GUINT_TO_POINTER (variant), GUINT_TO_POINTER (standard));
}

static gboolean
is_ignored (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_SPACE_SEPARATOR:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return TRUE;
    default:
      return c == '\'' || c == 0x2019 || c == 0xb7;
    }
}

static void
append_folded (GString *folded,
               gunichar original,
               gsize offset,
               const AtlasHanVariants *variants,
               GArray *offsets)
{
  gunichar parts[MAX_DECOMPOSITION];
  gsize n_parts = g_unichar_fully_decompose (original, TRUE, parts, G_N_ELEMENTS (parts));
  guint start = (guint) offset;

  for (gsize i = 0; i < n_parts; i++)
    {
      gunichar c = g_unichar_tolower (parts[i]);
      gpointer standard = NULL;

      if (is_ignored (c))
        continue;
      if (variants != NULL
          && g_hash_table_lookup_extended (variants->table, GUINT_TO_POINTER (c), NULL, &standard))
        c = GPOINTER_TO_UINT (standard);

      g_string_append_unichar (folded, c);
      while (offsets != NULL && offsets->len < folded->len)
        g_array_append_val (offsets, start);
    }
}

/**
 * atlas_han_fold_with_offsets:
 * @text: any text; bytes that are not UTF-8 become U+FFFD
 * @variants: (nullable): characters to unify
 * @offsets: (out) (element-type guint) (optional): for each byte of the result, and one more for
 *   its end, the byte of @text (once valid) where the character it came from begins
 *
 * Folds @text for comparison: compatibility decomposition (full-width forms become ASCII), lower
 * case, without tone marks, white space, control characters and apostrophes, and with variant
 * characters unified. Two texts that a person would call the same fold to the same bytes.
 *
 * Returns: (transfer full): the folded text
 */
char *
atlas_han_fold_with_offsets (const char *text, const AtlasHanVariants *variants, GArray **offsets)
{
  g_autofree char *valid = NULL;
  GString *folded = g_string_new (NULL);
  g_autoptr (GArray) starts = NULL;
  guint end;

  g_return_val_if_fail (text != NULL, NULL);

  if (offsets != NULL)
    starts = g_array_new (FALSE, FALSE, sizeof (guint));

  valid = g_utf8_make_valid (text, -1);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    append_folded (folded, g_utf8_get_char (p), (gsize) (p - valid), variants, starts);

  if (offsets != NULL)
    {
      end = (guint) strlen (valid);
      g_array_append_val (starts, end);
      *offsets = g_steal_pointer (&starts);
    }
  return g_string_free (folded, FALSE);
}

/**
 * atlas_han_fold:
 * @text: any text
 * @variants: (nullable): characters to unify
 *
 * atlas_han_fold_with_offsets() for those who need no offsets.
 *
 * Returns: (transfer full): the folded text
 */
char *
atlas_han_fold (const char *text, const AtlasHanVariants *variants)
{
  return atlas_han_fold_with_offsets (text, variants, NULL);
}

/**
 * atlas_text_make_printable:
 * @text: any bytes
 *
 * For messages on a terminal that repeat what somebody typed or what a file is called.
 *
 * Returns: (transfer full): valid UTF-8 without control characters but line breaks; what is neither
 *   becomes U+FFFD
 */
char *
atlas_text_make_printable (const char *text)
{
  g_autofree char *valid = NULL;
  GString *printable;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  printable = g_string_new (NULL);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (printable, c != '\n' && g_unichar_iscntrl (c) ? 0xfffd : c);
    }
  return g_string_free (printable, FALSE);
}

/**
 * atlas_han_mark:
 * @text: a text as shown, valid UTF-8
 * @variants: (nullable): characters to unify
 * @folded_query: what to look for, folded
 *
 * Puts the first place in @text that folds to @folded_query between `[[` and `]]`.
 *
 * Returns: (transfer full) (nullable): the marked text, or %NULL where it does not occur
 */
char *
atlas_han_mark (const char *text, const AtlasHanVariants *variants, const char *folded_query)
{
  g_autoptr (GArray) offsets = NULL;
  g_autofree char *valid = NULL;
  g_autofree char *folded = NULL;
  const char *found;
  gsize length;
  guint start;
  guint end;

  g_return_val_if_fail (text != NULL && folded_query != NULL, NULL);

  length = strlen (folded_query);
  valid = g_utf8_make_valid (text, -1);
  folded = atlas_han_fold_with_offsets (valid, variants, &offsets);
  found = length > 0 ? strstr (folded, folded_query) : NULL;
  if (found == NULL)
    return NULL;

  start = g_array_index (offsets, guint, (guint) (found - folded));
  end = g_array_index (offsets, guint, (guint) (found - folded) + (guint) length);
  return g_strdup_printf ("%.*s[[%.*s]]%s", (int) start, valid, (int) (end - start), valid + start,
                          valid + end);
}
