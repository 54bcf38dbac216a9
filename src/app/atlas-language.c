/* atlas-language.c: which language the program speaks, and which glyphs Han text takes
 *
 * Everything happens through the environment and setlocale(), before any library reads them: GTK,
 * Pango and fontconfig each take the language from another variable.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "atlas-language.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

/* What setlocale (LC_ALL) would set one by one. LC_CTYPE comes last: it is the one changed. */
static const char *const category_variables[] = {
  "LC_COLLATE", "LC_MESSAGES", "LC_MONETARY", "LC_NUMERIC", "LC_TIME", "LC_CTYPE",
};

static const char *
get_first_set (const char *first, const char *second, const char *third)
{
  const char *const names[] = { first, second, third };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = g_getenv (names[i]);

      if (value != NULL && *value != '\0')
        return value;
    }

  return "C";
}

static gboolean
names_no_language (const char *locale)
{
  return g_str_equal (locale, "C") || g_str_has_prefix (locale, "C.")
         || g_str_equal (locale, "POSIX");
}

/* A locale whose character type makes Pango take Simplified Chinese glyphs. Not every system has
 * the Chinese one; C.UTF-8 leaves the choice to the variables that set_han_glyphs() sets. */
static const char *
get_han_locale (void)
{
  return setlocale (LC_ALL, "zh_CN.UTF-8") != NULL ? "zh_CN.UTF-8" : "C.UTF-8";
}

static void
speak_chinese (void)
{
  /* gettext ignores LANGUAGE in the locale "C", but not in "C.UTF-8". */
  g_setenv ("LC_ALL", get_han_locale (), TRUE);
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
}

/* Whether text in the language of @locale takes other glyphs than those of the mainland for the
 * same Han characters, or cannot hold them at all. */
static gboolean
spoils_han (const char *locale)
{
  static const char *const others[] = { "ja", "ko", "zh_TW", "zh_HK", "zh_MO" };

  if (names_no_language (locale))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_has_prefix (locale, others[i]))
      return TRUE;

  return FALSE;
}

/* Replaces only the character type, keeping language and formats as the system has them. */
static void
replace_character_type (void)
{
  g_autofree char *all = g_strdup (g_getenv ("LC_ALL"));

  if (all != NULL && *all != '\0')
    {
      for (guint i = 0; i < G_N_ELEMENTS (category_variables); i++)
        g_setenv (category_variables[i], all, TRUE);
      g_setenv ("LANG", all, TRUE);
      g_unsetenv ("LC_ALL");
    }

  g_setenv ("LC_CTYPE", get_han_locale (), TRUE);
}

/* The places are in China and their names are Chinese data: 骨 and 直 look as they do there,
 * whatever language the interface has. */
static void
set_han_glyphs (void)
{
  if (spoils_han (get_first_set ("LC_ALL", "LC_CTYPE", "LANG")))
    replace_character_type ();

  g_setenv ("PANGO_LANGUAGE", "zh-cn", FALSE);
  g_setenv ("FC_LANG", "zh-cn", FALSE);
}

/* A locale that the system names but never installed leaves the program in "C", which has no
 * Chinese at all. Its language still counts. */
static void
replace_missing_locale (void)
{
  g_autofree char *language = g_strdup (get_first_set ("LC_ALL", "LC_MESSAGES", "LANG"));

  if (setlocale (LC_ALL, "") != NULL)
    return;
  language[strcspn (language, ".@")] = '\0';
  g_setenv ("LANGUAGE", language, FALSE);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
}

static void
bind_translations (void)
{
  const char *directory = g_getenv ("ATLAS_LOCALE_DIR");

  bindtextdomain (ATLAS_GETTEXT_PACKAGE, directory != NULL ? directory : ATLAS_LOCALE_DIR);
  bind_textdomain_codeset (ATLAS_GETTEXT_PACKAGE, "UTF-8");
  textdomain (ATLAS_GETTEXT_PACKAGE);
}

/**
 * atlas_language_init:
 *
 * Follows the system's language; where it names none, the program speaks Chinese, since the users
 * and the data are. Han text takes Simplified Chinese glyphs under every language. Binds the
 * translations, from the folder in the environment variable ATLAS_LOCALE_DIR if that is set.
 *
 * To be called once, first of all, while the program has one thread: it changes the environment.
 */
void
atlas_language_init (void)
{
  const char *languages = g_getenv ("LANGUAGE");

  if ((languages == NULL || *languages == '\0')
      && names_no_language (get_first_set ("LC_ALL", "LC_MESSAGES", "LANG")))
    speak_chinese ();

  set_han_glyphs ();
  replace_missing_locale ();
  bind_translations ();
}
