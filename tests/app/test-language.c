/* test-language.c: which language the program speaks where the system names one, or none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <locale.h>
#include <pango/pangocairo.h>

#include "atlas-language.h"

static const char *const variables[] = { "LANGUAGE",       "LC_ALL",     "LC_MESSAGES",
                                         "LC_CTYPE",       "LC_COLLATE", "LC_MONETARY",
                                         "LC_NUMERIC",     "LC_TIME",    "LANG",
                                         "PANGO_LANGUAGE", "FC_LANG",    "ATLAS_LOCALE_DIR" };

static void
set_environment (const char *name, ...)
{
  va_list pairs;

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    g_unsetenv (variables[i]);

  va_start (pairs, name);
  while (name != NULL)
    {
      g_setenv (name, va_arg (pairs, const char *), TRUE);
      name = va_arg (pairs, const char *);
    }
  va_end (pairs);
}

static void
assert_speaks_chinese (void)
{
  g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, "zh_CN");
  /* gettext would not look at LANGUAGE in the locale "C". */
  g_assert_cmpstr (setlocale (LC_MESSAGES, NULL), !=, "C");
  g_assert_nonnull (strstr (setlocale (LC_CTYPE, NULL), "UTF-8"));
}

static void
test_none (void)
{
  set_environment (NULL, NULL);
  atlas_language_init ();
  assert_speaks_chinese ();

  /* What GTK will do again. */
  g_assert_nonnull (setlocale (LC_ALL, ""));
  assert_speaks_chinese ();
}

static void
test_names_of_none (void)
{
  static const char *const names[] = { "C", "POSIX", "C.UTF-8", "C.utf8", "" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      set_environment ("LANG", names[i], NULL);
      atlas_language_init ();
      assert_speaks_chinese ();

      set_environment ("LANG", "de_DE.UTF-8", "LC_ALL", names[i], "LC_MESSAGES", "C", NULL);
      atlas_language_init ();
      assert_speaks_chinese ();
    }
}

/* A locale that is named and not installed is replaced, its language kept. */
static void
assert_speaks (const char *language)
{
  const char *languages = g_getenv ("LANGUAGE");

  if (languages != NULL)
    g_assert_cmpstr (languages, ==, language);
  else
    g_assert_true (g_str_has_prefix (setlocale (LC_MESSAGES, NULL), language));
  g_assert_nonnull (strstr (setlocale (LC_CTYPE, NULL), "UTF-8"));
}

static void
test_system_has_one (void)
{
  set_environment ("LANG", "en_US.UTF-8", NULL);
  atlas_language_init ();
  assert_speaks ("en_US");
  g_assert_cmpstr (g_getenv ("LANG"), ==, "en_US.UTF-8");

  /* LANGUAGE is enough. */
  set_environment ("LANG", "C.UTF-8", "LANGUAGE", "en", NULL);
  atlas_language_init ();
  assert_speaks ("en");
}

/* Under a Japanese locale the interface is that locale's, the Han characters are not. */
static void
test_han_glyphs (void)
{
  set_environment ("LC_ALL", "ja_JP.UTF-8", NULL);
  atlas_language_init ();
  assert_speaks ("ja_JP");
  g_assert_cmpstr (g_getenv ("LC_TIME"), ==, "ja_JP.UTF-8");
  g_assert_false (g_str_has_prefix (setlocale (LC_CTYPE, NULL), "ja"));

  set_environment ("LANG", "zh_TW.UTF-8", NULL);
  atlas_language_init ();
  assert_speaks ("zh_TW");
  g_assert_false (g_str_has_prefix (setlocale (LC_CTYPE, NULL), "zh_TW"));

  set_environment ("LANG", "zh_CN.UTF-8", NULL);
  atlas_language_init ();
  assert_speaks ("zh_CN");
  g_assert_cmpstr (g_getenv ("PANGO_LANGUAGE"), ==, "zh-cn");
}

static void
test_own_choice_stays (void)
{
  set_environment ("PANGO_LANGUAGE", "ja", "FC_LANG", "ja", NULL);
  atlas_language_init ();

  g_assert_cmpstr (g_getenv ("PANGO_LANGUAGE"), ==, "ja");
  g_assert_cmpstr (g_getenv ("FC_LANG"), ==, "ja");
}

static gboolean
has_family (PangoFontMap *map, const char *name)
{
  g_autofree PangoFontFamily **families = NULL;
  int n_families;

  pango_font_map_list_families (map, &families, &n_families);
  for (int i = 0; i < n_families; i++)
    if (g_str_equal (pango_font_family_get_name (families[i]), name))
      return TRUE;

  return FALSE;
}

/* The font that Pango takes for Han characters, as a label would. */
static char *
get_han_font (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font = NULL;
  PangoLayoutRun *run;

  font = pango_font_description_from_string ("Sans 11");
  pango_layout_set_font_description (layout, font);
  g_clear_pointer (&font, pango_font_description_free);
  pango_layout_set_text (layout, "骨直", -1);
  run = pango_layout_get_line_readonly (layout, 0)->runs->data;
  font = pango_font_describe (run->item->analysis.font);
  g_object_unref (layout);
  g_object_unref (context);

  return g_strdup (pango_font_description_get_family (font));
}

/* Pango and fontconfig read the environment once, so each locale has a process of its own. */
static void
test_font_under (gconstpointer data)
{
  const char *locale = data;
  g_autofree char *family = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  set_environment ("LC_ALL", locale, NULL);
  atlas_language_init ();
  setlocale (LC_ALL, "");
  if (!has_family (pango_cairo_font_map_get_default (), "Noto Sans CJK SC"))
    return;

  family = get_han_font ();
  g_assert_cmpstr (family, ==, "Noto Sans CJK SC");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/language/none", test_none);
  g_test_add_func ("/language/names-of-none", test_names_of_none);
  g_test_add_func ("/language/system-has-one", test_system_has_one);
  g_test_add_func ("/language/han-glyphs", test_han_glyphs);
  g_test_add_func ("/language/own-choice-stays", test_own_choice_stays);
  g_test_add_data_func ("/language/font/none", "C", test_font_under);
  g_test_add_data_func ("/language/font/english", "en_US.UTF-8", test_font_under);
  g_test_add_data_func ("/language/font/japanese", "ja_JP.UTF-8", test_font_under);

  return g_test_run ();
}
