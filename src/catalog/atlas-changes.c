/* atlas-changes.c: what the newest plan says of a place that older documents did not, and the
 * reverse
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-changes.h"

#include <string.h>

#include "atlas-project.h"

/* How surely two claims say the same. */
typedef enum
{
  MATCH_NONE,
  MATCH_REWORDED,  /* 东北亚会展名城, 东北亚国际会展名城 */
  MATCH_CONTAINED, /* 石化, 绿色石化 */
  MATCH_STEM,      /* 新材料, 新材料产业 */
  MATCH_EXACT,
} Match;

static gboolean
is_newest (const AtlasClaim *claim, const char *newest_period)
{
  return g_strcmp0 (claim->period, newest_period) == 0;
}

/* A plan also looks back; that it speaks of a project then is no less said by it. */
static gboolean
is_in_newest (const AtlasProjectStatement *statement, const char *newest_period)
{
  return g_strcmp0 (statement->document->period, newest_period) == 0;
}

static const AtlasClaim *
find_statement (const AtlasProject *project, const char *newest_period, gboolean newest)
{
  for (guint i = 0; i < project->statements->len; i++)
    {
      const AtlasProjectStatement *statement = g_ptr_array_index (project->statements, i);

      if (is_in_newest (statement, newest_period) == newest)
        return &statement->claim;
    }
  return NULL;
}

/* Fewer characters than these say too little to be found again in other words. */
#define MIN_WORDING 4

/* Whether @text has every character of @part in that order. */
static gboolean
has_in_order (const char *text, const char *part)
{
  for (; *part != '\0' && *text != '\0'; text = g_utf8_next_char (text))
    if (g_utf8_get_char (text) == g_utf8_get_char (part))
      part = g_utf8_next_char (part);
  return *part == '\0';
}

/* A long text has many short ones in it by chance, so the shorter has to be two fifths of the
 * other. */
static Match
match_wordings (const char *first, const char *second)
{
  glong shorter = MIN (g_utf8_strlen (first, -1), g_utf8_strlen (second, -1));
  glong longer = MAX (g_utf8_strlen (first, -1), g_utf8_strlen (second, -1));

  if (shorter < MIN_WORDING || 5 * shorter < 2 * longer)
    return MATCH_NONE;
  return has_in_order (first, second) || has_in_order (second, first) ? MATCH_REWORDED : MATCH_NONE;
}

/* 新材料产业 and 新材料 are one industry. */
static char *
get_stem (const char *industry)
{
  const char *end = g_str_has_suffix (industry, "产业")
                        ? industry + strlen (industry) - strlen ("产业")
                        : industry + strlen (industry);

  return g_strndup (industry, (gsize) (end - industry));
}

static Match
match_industries (const char *first, const char *second)
{
  g_autofree char *first_stem = get_stem (first);
  g_autofree char *second_stem = get_stem (second);

  if (g_str_equal (first_stem, second_stem))
    return MATCH_STEM;
  if (strstr (first_stem, second_stem) != NULL || strstr (second_stem, first_stem) != NULL)
    return MATCH_CONTAINED;
  return match_wordings (first_stem, second_stem);
}

static Match
match_claims (const AtlasClaim *first, const AtlasClaim *second)
{
  if (g_str_equal (first->text, second->text))
    return MATCH_EXACT;
  return first->field == ATLAS_CLAIM_FIELD_INDUSTRY ? match_industries (first->text, second->text)
                                                    : match_wordings (first->text, second->text);
}

static void
add_change (GPtrArray *changes, const AtlasClaim *newer, const AtlasClaim *older)
{
  const AtlasClaim *shown = newer != NULL ? newer : older;
  AtlasChange *change = g_new0 (AtlasChange, 1);

  change->kind = newer == NULL   ? ATLAS_CHANGE_GONE
                 : older == NULL ? ATLAS_CHANGE_NEW
                                 : ATLAS_CHANGE_CONTINUED;
  change->field = shown->field;
  change->role = shown->role;
  change->newer = newer;
  change->older = older;
  g_ptr_array_add (changes, change);
}

/* The claims of a field, and what has been found for each: @counterparts has an element for each of
 * @newer, NULL where there is none; @unpaired one for each of @older, NULL once it is paired. */
typedef struct
{
  AtlasProfile *profile;
  GPtrArray *newer;
  GPtrArray *counterparts;
  GPtrArray *older;
  GPtrArray *unpaired;
} Pairing;

/* Pairs what matches at least as @match says, and where @same_role is set, within a role. */
static void
pair (Pairing *pairing, Match match, gboolean same_role)
{
  for (guint i = 0; i < pairing->newer->len; i++)
    for (guint j = 0; j < pairing->older->len && pairing->counterparts->pdata[i] == NULL; j++)
      {
        const AtlasClaim *newer = g_ptr_array_index (pairing->newer, i);
        const AtlasClaim *older = g_ptr_array_index (pairing->unpaired, j);

        if (older == NULL || (same_role && newer->role != older->role)
            || match_claims (newer, older) < match)
          continue;
        pairing->counterparts->pdata[i] = pairing->unpaired->pdata[j];
        pairing->unpaired->pdata[j] = NULL;
      }
}

/* Whether a quotation of @claim, unless it holds @except, has @text in it. */
static gboolean
is_quoted (AtlasProfile *profile, const AtlasClaim *claim, const char *text, const char *except)
{
  for (guint i = 0; i < claim->citations->len; i++)
    {
      const AtlasCitation *citation = g_ptr_array_index (
          atlas_profile_get_citations (profile), g_array_index (claim->citations, guint, i));

      if (strstr (citation->quote, text) != NULL
          && (except == NULL || strstr (citation->quote, except) == NULL))
        return TRUE;
    }
  return FALSE;
}

/* Whether the other time says it in another claim's words or in the sentence of another claim, or
 * its own sentence says what the other time does (支持大连“三个中心”建设): then it is neither new
 * nor gone, though it has no counterpart of its own. */
static gboolean
is_implied (Pairing *pairing, GPtrArray *others, const AtlasClaim *claim)
{
  for (guint i = 0; i < others->len; i++)
    {
      const AtlasClaim *other = g_ptr_array_index (others, i);

      if (match_industries (other->text, claim->text) != MATCH_NONE
          || is_quoted (pairing->profile, other, claim->text, NULL)
          || is_quoted (pairing->profile, claim, other->text, claim->text))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_said (GPtrArray *claims, const AtlasClaim *claim)
{
  for (guint i = 0; i < claims->len; i++)
    if (match_claims (g_ptr_array_index (claims, i), claim) >= MATCH_STEM)
      return TRUE;
  return FALSE;
}

/* The newest of the older documents speaks for those before it. */
static void
split (Pairing *pairing, GPtrArray *claims, const char *newest_period)
{
  for (guint i = 0; i < claims->len; i++)
    {
      AtlasClaim *claim = g_ptr_array_index (claims, i);

      if (is_newest (claim, newest_period))
        g_ptr_array_add (pairing->newer, claim);
      else if (!is_said (pairing->older, claim))
        g_ptr_array_add (pairing->older, claim);
    }
  g_ptr_array_set_size (pairing->counterparts, (int) pairing->newer->len);
  g_ptr_array_extend (pairing->unpaired, pairing->older, NULL, NULL);
}

static void
add_pairs_and_rest (GPtrArray *changes, Pairing *pairing)
{
  for (guint i = 0; i < pairing->newer->len; i++)
    {
      const AtlasClaim *newer = g_ptr_array_index (pairing->newer, i);
      const AtlasClaim *older = g_ptr_array_index (pairing->counterparts, i);

      if (older != NULL || !is_implied (pairing, pairing->older, newer))
        add_change (changes, newer, older);
    }
  for (guint i = 0; i < pairing->unpaired->len; i++)
    {
      const AtlasClaim *older = g_ptr_array_index (pairing->unpaired, i);

      if (older != NULL && !is_implied (pairing, pairing->newer, older))
        add_change (changes, NULL, older);
    }
}

static void
compare_claims (GPtrArray *changes,
                AtlasProfile *profile,
                GPtrArray *claims,
                const char *newest_period)
{
  g_autoptr (GPtrArray) newer = g_ptr_array_new ();
  g_autoptr (GPtrArray) counterparts = g_ptr_array_new ();
  g_autoptr (GPtrArray) older = g_ptr_array_new ();
  g_autoptr (GPtrArray) unpaired = g_ptr_array_new ();
  Pairing pairing = { profile, newer, counterparts, older, unpaired };

  split (&pairing, claims, newest_period);
  for (Match match = MATCH_EXACT; match > MATCH_NONE; match--)
    {
      pair (&pairing, match, TRUE);
      pair (&pairing, match, FALSE);
    }
  add_pairs_and_rest (changes, &pairing);
}

/* 庄河核电基地 and 庄河核电一、二期工程 begin alike over two thirds of the shorter: not one
 * project, but nobody gave the first one up. */
static gboolean
are_related (const char *first, const char *second)
{
  glong shorter = MIN (g_utf8_strlen (first, -1), g_utf8_strlen (second, -1));
  glong common = 0;

  while (*first != '\0' && g_utf8_get_char (first) == g_utf8_get_char (second))
    {
      first = g_utf8_next_char (first);
      second = g_utf8_next_char (second);
      common++;
    }
  return common >= MIN_WORDING && 3 * common >= 2 * shorter;
}

static const AtlasClaim *
find_related (GPtrArray *projects, const AtlasClaim *older, const char *newest_period)
{
  for (guint i = 0; i < projects->len; i++)
    {
      const AtlasProject *project = g_ptr_array_index (projects, i);
      const AtlasClaim *newer = find_statement (project, newest_period, TRUE);

      if (newer != NULL && are_related (newer->text, older->text))
        return newer;
    }
  return NULL;
}

static void
compare_projects (GPtrArray *changes, GPtrArray *projects, const char *newest_period)
{
  for (guint i = 0; i < projects->len; i++)
    {
      const AtlasProject *project = g_ptr_array_index (projects, i);
      const AtlasClaim *newer = find_statement (project, newest_period, TRUE);
      const AtlasClaim *older = find_statement (project, newest_period, FALSE);

      if (newer != NULL || find_related (projects, older, newest_period) == NULL)
        add_change (changes, newer, older);
    }
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const AtlasChange *first = *(const AtlasChange *const *) a;
  const AtlasChange *second = *(const AtlasChange *const *) b;

  return (int) first->kind - (int) second->kind;
}

/* A yearly report says too little of a place to be held against a plan. */
static gboolean
is_of_plan (const AtlasDocument *document, const char *newest_period, gboolean newest)
{
  return g_str_equal (document->kind, "plan")
         && (g_strcmp0 (document->period, newest_period) == 0) == newest;
}

static gboolean
has_claim (AtlasProfile *profile, GPtrArray *claims, const char *newest_period, gboolean newest)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const AtlasClaim *claim = g_ptr_array_index (claims, i);
      const AtlasCitation *citation = g_ptr_array_index (
          atlas_profile_get_citations (profile), g_array_index (claim->citations, guint, 0));

      if (is_of_plan (citation->document, newest_period, newest))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_project (GPtrArray *projects, const char *newest_period, gboolean newest)
{
  for (guint i = 0; i < projects->len; i++)
    {
      const AtlasProject *project = g_ptr_array_index (projects, i);

      for (guint j = 0; j < project->statements->len; j++)
        {
          const AtlasProjectStatement *statement = g_ptr_array_index (project->statements, j);

          if (is_of_plan (statement->document, newest_period, newest))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
has_statement (AtlasProfile *profile, const char *newest_period, gboolean newest)
{
  return has_claim (profile, atlas_profile_get_positioning (profile), newest_period, newest)
         || has_claim (profile, atlas_profile_get_industries (profile), newest_period, newest)
         || has_project (atlas_profile_get_projects (profile), newest_period, newest);
}

/**
 * atlas_changes_is_possible:
 * @profile: a profile
 * @newest_period: the period of the newest plan, such as "2026-2030"
 *
 * Returns: whether both the newest plan and an older plan say something of the place's positioning,
 *   industries or projects, so that there is something to compare
 */
gboolean
atlas_changes_is_possible (AtlasProfile *profile, const char *newest_period)
{
  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), FALSE);
  g_return_val_if_fail (newest_period != NULL, FALSE);

  return has_statement (profile, newest_period, TRUE)
         && has_statement (profile, newest_period, FALSE);
}

/**
 * atlas_changes_compute:
 * @profile: a profile
 * @newest_period: the period of the newest plan, such as "2026-2030"
 *
 * A positioning is the same where its text is, or where one text has the characters of the other in
 * their order (东北亚会展名城, 东北亚国际会展名城); an industry also where one text holds the other
 * once a closing 产业 is dropped. The surest pairs are made first, those within a role before
 * others, and a claim is in one pair at most. What is left over and yet said at the other time,
 * within another claim's words or quotation, is left out: it is neither new nor gone. A project is
 * the same where documents of both times speak of it; one that the newest plan speaks of under a
 * name that shares half of its characters in a row is not gone.
 *
 * That something is gone does not mean that it was given up, nor that something is new that nobody
 * said it before: the documents differ in scope.
 *
 * Returns: (transfer full) (element-type AtlasChange): what continues, what is new, what is gone;
 *   within each positioning, industries and projects in the profile's order; valid as long as
 *   @profile is; empty where atlas_changes_is_possible() says no
 */
GPtrArray *
atlas_changes_compute (AtlasProfile *profile, const char *newest_period)
{
  GPtrArray *changes;

  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (newest_period != NULL, NULL);

  changes = g_ptr_array_new_with_free_func (g_free);
  if (!atlas_changes_is_possible (profile, newest_period))
    return changes;
  compare_claims (changes, profile, atlas_profile_get_positioning (profile), newest_period);
  compare_claims (changes, profile, atlas_profile_get_industries (profile), newest_period);
  compare_projects (changes, atlas_profile_get_projects (profile), newest_period);
  g_ptr_array_sort (changes, compare_kinds);
  return changes;
}
