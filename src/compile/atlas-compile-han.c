/* atlas-compile-han.c: which traditional and variant characters stand for which
 *
 * ICU's transliterators take tens of milliseconds to load, so the table is made here, once, and the
 * program reads it from the data set.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-compile-private.h"

#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* CJK Unified Ideographs (U+4E00 … U+9FFF) and Extension A (U+3400 … U+4DBF). */
static const gunichar ranges[][2] = { { 0x3400, 0x4dbf }, { 0x4e00, 0x9fff } };

/* Variant forms that ICU's Traditional-Simplified leaves as they are, and that occur in the sources
 * or in what people type. */
static const char *const own_variants[] = { "甯宁", "寗宁", "遶绕", "疎疏", "岀出" };

typedef struct
{
  AtlasCompilation *compilation;
  AtlasStatement *insert;
} Writing;

static gboolean
write_variant (Writing *writing, gunichar variant, gunichar standard, GError **error)
{
  char variant_text[7] = { 0 };
  char standard_text[7] = { 0 };

  g_unichar_to_utf8 (variant, variant_text);
  g_unichar_to_utf8 (standard, standard_text);
  atlas_han_variants_add (writing->compilation->variants, variant, standard);
  atlas_statement_bind_text (writing->insert, 1, variant_text);
  atlas_statement_bind_text (writing->insert, 2, standard_text);
  return atlas_statement_run (writing->insert, error);
}

static gunichar
simplify (UTransliterator *transliterator, gunichar c)
{
  UChar text[8] = { (UChar) c };
  int32_t length = 1;
  int32_t limit = 1;
  UErrorCode status = U_ZERO_ERROR;

  utrans_transUChars (transliterator, text, &length, G_N_ELEMENTS (text), 0, &limit, &status);

  /* A pair of surrogates or several characters would not be a variant of one character. */
  return U_SUCCESS (status) && length == 1 ? text[0] : c;
}

static gboolean
write_own_variants (Writing *writing, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (own_variants); i++)
    {
      const char *standard = g_utf8_next_char (own_variants[i]);

      if (!write_variant (writing, g_utf8_get_char (own_variants[i]), g_utf8_get_char (standard),
                          error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_simplified (Writing *writing, UTransliterator *transliterator, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    for (gunichar c = ranges[i][0]; c <= ranges[i][1]; c++)
      {
        gunichar standard = simplify (transliterator, c);

        if (standard != c && !write_variant (writing, c, standard, error))
          return FALSE;
      }
  return TRUE;
}

/*
 * _atlas_compile_han:
 * @self: the compilation, whose variants are empty
 * @error: return location for an error
 *
 * Returns: whether the table of variant characters was made and written
 */
gboolean
_atlas_compile_han (AtlasCompilation *self, GError **error)
{
  UChar id[32];
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *transliterator;
  g_autoptr (AtlasStatement) insert = NULL;
  Writing writing = { .compilation = self };
  gboolean done;

  u_uastrcpy (id, "Traditional-Simplified");
  transliterator = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE (status))
    {
      g_set_error (error, ATLAS_COMPILE_ERROR, ATLAS_COMPILE_ERROR_FILE,
                   "ICU has no Traditional-Simplified (%s); install its full data",
                   u_errorName (status));
      return FALSE;
    }

  insert = atlas_database_prepare (
      self->database, "INSERT OR REPLACE INTO han_variant (variant, standard) VALUES (?1, ?2)",
      error);
  writing.insert = insert;
  done = insert != NULL && write_simplified (&writing, transliterator, error)
         && write_own_variants (&writing, error);
  utrans_close (transliterator);
  return done;
}
