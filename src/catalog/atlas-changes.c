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
  return strstr (first_stem, second_stem) != NULL || strstr (second_stem, first_stem) != NULL
             ? MATCH_CONTAINED
             : MATCH_NONE;
}

static Match
match_claims (const AtlasClaim *first, const AtlasClaim *second)
{
  if (g_str_equal (first->text, second->text))
    return MATCH_EXACT;
  return first->field == ATLAS_CLAIM_FIELD_INDUSTRY ? match_industries (first->text, second->text)
                                                    : MATCH_NONE;
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

static gboolean
is_quoted (AtlasProfile *profile, const AtlasClaim *claim, const char *text)
{
  for (guint i = 0; i < claim->citations->len; i++)
    {
      const AtlasCitation *citation = g_ptr_array_index (
          atlas_profile_get_citations (profile), g_array_index (claim->citations, guint, i));

      if (strstr (citation->quote, text) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Whether the other time says it in another claim's words, or in the sentence of another claim:
 * then it is neither new nor gone, though it has no counterpart of its own. */
static gboolean
is_implied (Pairing *pairing, GPtrArray *others, const AtlasClaim *claim)
{
  for (guint i = 0; i < others->len; i++)
    {
      const AtlasClaim *other = g_ptr_array_index (others, i);

      if (match_industries (other->text, claim->text) != MATCH_NONE
          || is_quoted (pairing->profile, other, claim->text))
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

static void
compare_projects (GPtrArray *changes, GPtrArray *projects, const char *newest_period)
{
  for (guint i = 0; i < projects->len; i++)
    {
      const AtlasProject *project = g_ptr_array_index (projects, i);

      add_change (changes, find_statement (project, newest_period, TRUE),
                  find_statement (project, newest_period, FALSE));
    }
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const AtlasChange *first = *(const AtlasChange *const *) a;
  const AtlasChange *second = *(const AtlasChange *const *) b;

  return (int) first->kind - (int) second->kind;
}

static gboolean
has_claim (GPtrArray *claims, const char *newest_period, gboolean newest)
{
  for (guint i = 0; i < claims->len; i++)
    if (is_newest (g_ptr_array_index (claims, i), newest_period) == newest)
      return TRUE;
  return FALSE;
}

static gboolean
has_project (GPtrArray *projects, const char *newest_period, gboolean newest)
{
  for (guint i = 0; i < projects->len; i++)
    if (find_statement (g_ptr_array_index (projects, i), newest_period, newest) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_statement (AtlasProfile *profile, const char *newest_period, gboolean newest)
{
  return has_claim (atlas_profile_get_positioning (profile), newest_period, newest)
         || has_claim (atlas_profile_get_industries (profile), newest_period, newest)
         || has_project (atlas_profile_get_projects (profile), newest_period, newest);
}

/**
 * atlas_changes_is_possible:
 * @profile: a profile
 * @newest_period: the period of the newest plan, such as "2026-2030"
 *
 * Returns: whether both the newest plan and an older document say something of the place's
 *   positioning, industries or projects, so that there is something to compare
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
 * A positioning is the same where its text is; an industry also where one text holds the other once
 * a closing 产业 is dropped. The surest pairs are made first, those within a role before others,
 * and a claim is in one pair at most. What is left over and yet said at the other time, within
 * another claim's words or its quotation, is left out: it is neither new nor gone. A project is the
 * same where documents of both times speak of it.
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
