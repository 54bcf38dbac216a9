/* test-readings.c: Chinese text found by the pinyin that is typed for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-readings.h"

static AtlasReadings *
make_readings (void)
{
  static const char *const characters[][2] = {
    { "沿", "yan" }, { "海", "hai" },   { "经", "jing" }, { "济", "ji" },
    { "带", "dai" }, { "绿", "lu lv" }, { "色", "se" },   { "长", "chang zhang" },
    { "一", "yi" },  { "核", "he" },    { "型", "xing" }, { "阿", "a e" },
  };
  AtlasReadings *readings = atlas_readings_new ();

  for (guint i = 0; i < G_N_ELEMENTS (characters); i++)
    atlas_readings_add (readings, g_utf8_get_char (characters[i][0]), characters[i][1]);
  return readings;
}

static void
test_match (void)
{
  static const struct
  {
    const char *name;
    const char *query;
    gboolean matches;
  } cases[] = {
    /* whole syllables, initials, both, and what is still being typed */
    { "沿海经济带", "yanhaijingjidai", TRUE },
    { "沿海经济带", "yhjjd", TRUE },
    { "沿海经济带", "yanhjingj", TRUE },
    { "沿海经济带", "yhji", TRUE },
    { "沿海经济带", "yanha", TRUE },
    { "沿海经济带", "y", TRUE },
    /* from any character on, but not across one */
    { "沿海经济带", "jjd", TRUE },
    { "沿海经济带", "yjj", FALSE },
    { "沿海经济带", "anhai", FALSE },
    { "沿海经济带", "yhjjdx", FALSE },
    /* every reading of a character */
    { "绿色", "luse", TRUE },
    { "绿色", "lvse", TRUE },
    { "长海", "changhai", TRUE },
    { "长海", "zh", TRUE },
    /* what is not read is passed over, letters stand for themselves */
    { "沿海“一核”", "hyh", TRUE },
    { "B型", "bxing", TRUE },
    { "B型", "xx", FALSE },
    /* no pinyin */
    { "沿海", "", FALSE },
    { "沿海", "沿", FALSE },
    { "", "y", FALSE },
  };
  g_autoptr (AtlasReadings) readings = make_readings ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s, %s", cases[i].name, cases[i].query);
      g_assert_cmpint (atlas_readings_match (readings, cases[i].name, cases[i].query), ==,
                       cases[i].matches);
    }
}

/* A character that nobody has a reading for ends a match; it does no harm. */
static void
test_unknown_character (void)
{
  g_autoptr (AtlasReadings) readings = make_readings ();

  g_assert_true (atlas_readings_match (readings, "龘海", "hai"));
  g_assert_false (atlas_readings_match (readings, "沿龘海", "yh"));
  g_assert_false (atlas_readings_match (readings, "龘", "d"));
}

/* A syllable of one letter is its own initial: each way is gone once, not twice for each character.
 */
static void
test_one_letter (void)
{
  g_autoptr (AtlasReadings) readings = make_readings ();
  g_autofree char *query = g_strnfill (40, 'a');
  g_autofree char *wrong = g_strconcat (query, "x", NULL);
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < 40; i++)
    g_string_append (name, "阿");
  g_assert_true (atlas_readings_match (readings, name->str, query));
  g_string_append (name, "海");
  g_assert_false (atlas_readings_match (readings, name->str, wrong));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/readings/match", test_match);
  g_test_add_func ("/readings/unknown-character", test_unknown_character);
  g_test_add_func ("/readings/one-letter", test_one_letter);

  return g_test_run ();
}
