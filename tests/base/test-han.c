/* test-han.c: Chinese text made comparable
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-han.h"

#include <string.h>

static AtlasHanVariants *
make_variants (void)
{
  AtlasHanVariants *variants = atlas_han_variants_new ();

  atlas_han_variants_add (variants, g_utf8_get_char ("遼"), g_utf8_get_char ("辽"));
  atlas_han_variants_add (variants, g_utf8_get_char ("陽"), g_utf8_get_char ("阳"));
  return variants;
}

static void
test_fold (void)
{
  g_autoptr (AtlasHanVariants) variants = make_variants ();
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "遼陽市", "辽阳市" },
    { "Wǎfángdiàn", "wafangdian" },
    { "ＷＦＤ", "wfd" },
    { "２１０２８１", "210281" },
    { " 瓦房店　市\n", "瓦房店市" },
    { "Tái'ān", "taian" },
    { "Lǚshùn", "lushun" },
    { "", "" },
    { "\x01\x7f", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = atlas_han_fold (cases[i].text, variants);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

static void
test_fold_invalid (void)
{
  /* Half a character and half a surrogate pair, as a clipboard may hold. */
  g_autofree char *half = atlas_han_fold ("瓦\xe6\x88", NULL);
  g_autofree char *surrogate = atlas_han_fold ("\xed\xa0\x80x", NULL);

  g_assert_true (g_utf8_validate (half, -1, NULL));
  g_assert_true (g_str_has_prefix (half, "瓦"));
  g_assert_true (g_utf8_validate (surrogate, -1, NULL));
  g_assert_true (g_str_has_suffix (surrogate, "x"));
}

static void
test_mark (void)
{
  g_autoptr (AtlasHanVariants) variants = make_variants ();
  static const struct
  {
    const char *text;
    const char *query;
    const char *marked;
  } cases[] = {
    { "辽阳市", "阳", "辽[[阳]]市" }, { "遼陽市", "辽阳", "[[遼陽]]市" },
    { "Fùxīn", "fux", "[[Fùx]]īn" },  { "Tái'ān", "taian", "[[Tái'ān]]" },
    { "辽阳市", "鞍", NULL },         { "辽阳市", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = atlas_han_mark (cases[i].text, variants, cases[i].query);

      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

/* The offsets are those of the text once it is valid. */
static void
test_mark_invalid (void)
{
  g_autofree char *marked = atlas_han_mark ("\xff\xfe轴承\xe7", NULL, "轴承");

  g_assert_nonnull (strstr (marked, "[[轴承]]"));
  g_assert_true (g_utf8_validate (marked, -1, NULL));
}

static void
test_printable (void)
{
  g_autofree char *plain = atlas_text_make_printable ("瓦房店\n21");
  g_autofree char *escape = atlas_text_make_printable ("\x1b[31m瓦");
  g_autofree char *half = atlas_text_make_printable ("--\xe7");

  g_assert_cmpstr (plain, ==, "瓦房店\n21");
  g_assert_cmpstr (escape, ==, "\xef\xbf\xbd[31m瓦");
  g_assert_cmpstr (half, ==, "--\xef\xbf\xbd");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/han/fold", test_fold);
  g_test_add_func ("/base/han/fold-invalid", test_fold_invalid);
  g_test_add_func ("/base/han/mark", test_mark);
  g_test_add_func ("/base/han/mark-invalid", test_mark_invalid);
  g_test_add_func ("/base/han/printable", test_printable);

  return g_test_run ();
}
