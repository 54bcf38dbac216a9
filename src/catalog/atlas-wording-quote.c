/* atlas-wording-quote.c: facts with their sources, to be pasted into a Chinese text
 *
 * All of it is Chinese as the documents are, so nothing here is translated.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-wording.h"

/* The sources of @claim, each once. */
static char *
format_sources (AtlasProfile *profile, const AtlasClaim *claim)
{
  GPtrArray *citations = atlas_profile_get_citations (profile);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < claim->citations->len; i++)
    {
      guint index = g_array_index (claim->citations, guint, i);
      g_autofree char *source = atlas_citation_format_source (g_ptr_array_index (citations, index));

      if (!g_ptr_array_find_with_equal_func (sources, source, g_str_equal, NULL))
        g_ptr_array_add (sources, g_steal_pointer (&source));
    }
  g_ptr_array_add (sources, NULL);
  return g_strjoinv ("；", (char **) sources->pdata);
}

static const char *
get_claim_label (AtlasPlace *place, const AtlasClaim *claim)
{
  switch (claim->role)
    {
    case ATLAS_INDUSTRY_ROLE_LEADING:
      return atlas_place_is_city (place) ? "优势产业" : "主导产业";
    case ATLAS_INDUSTRY_ROLE_CULTIVATED:
      return "培育产业";
    case ATLAS_INDUSTRY_ROLE_NONE:
    default:
      return "定位";
    }
}

/* What the text is, and what it was before its damage was repaired. */
static void
append_text (GString *text, const AtlasClaim *claim)
{
  g_autofree char *printed = NULL;

  g_string_append (text, claim->text);
  if (claim->printed == NULL)
    return;
  printed = atlas_wording_quote (claim->printed);
  g_string_append_printf (text, "（原文作%s）", printed);
}

/* Where the text does not name a place, whoever reads the copy has to know that too. */
static void
append_reason (GString *text, const char *who, const char *why)
{
  if (why != NULL)
    g_string_append_printf (text, "（%s为推断：%s）", who, why);
}

static char *
describe_claim (AtlasProfile *profile, const AtlasClaim *claim)
{
  AtlasPlace *place = atlas_profile_get_place (profile);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s%s：", atlas_place_get_name (place),
                          get_claim_label (place, claim));
  append_text (text, claim);
  append_reason (text, atlas_place_get_name (place), claim->why);
  return g_string_free (text, FALSE);
}

static const AtlasProjectStatement *
find_statement (AtlasProfile *profile, const AtlasClaim *claim, const AtlasProject **project)
{
  GPtrArray *projects = atlas_profile_get_projects (profile);

  for (guint i = 0; i < projects->len; i++)
    {
      *project = g_ptr_array_index (projects, i);
      for (guint j = 0; j < (*project)->statements->len; j++)
        {
          const AtlasProjectStatement *statement = g_ptr_array_index ((*project)->statements, j);

          if (&statement->claim == claim)
            return statement;
        }
    }
  return NULL;
}

/* What ties several places to a project is said once, of all of them. */
static void
append_reasons (GString *text, GPtrArray *carriers)
{
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < carriers->len; i++)
    {
      const AtlasProjectPlace *carrier = g_ptr_array_index (carriers, i);
      g_autoptr (GString) names = g_string_new (atlas_place_get_name (carrier->place));

      if (carrier->why == NULL || !g_hash_table_add (said, carrier->why))
        continue;
      for (guint j = i + 1; j < carriers->len; j++)
        {
          const AtlasProjectPlace *other = g_ptr_array_index (carriers, j);

          if (g_strcmp0 (other->why, carrier->why) == 0)
            g_string_append_printf (names, "、%s", atlas_place_get_name (other->place));
        }
      append_reason (text, names->str, carrier->why);
    }
}

static char *
describe_project (AtlasProfile *profile, const AtlasClaim *claim)
{
  const AtlasProject *project = NULL;
  const AtlasProjectStatement *statement = find_statement (profile, claim, &project);
  g_autofree char *places = NULL;
  GString *text;

  g_return_val_if_fail (statement != NULL, g_strdup (claim->text));

  places = atlas_wording_format_project_places (project);
  text = g_string_new (NULL);
  g_string_append_printf (text, "%s项目：", places);
  append_text (text, claim);
  if (statement->status != NULL)
    g_string_append_printf (text, "（%s）", statement->status);
  for (guint i = 0; i < statement->quantities->len; i++)
    {
      g_autofree char *quantity = atlas_wording_format_quantity (
          g_ptr_array_index (statement->quantities, i));

      g_string_append_printf (text, "，%s", quantity);
    }
  append_reasons (text, project->places);
  return g_string_free (text, FALSE);
}

static const AtlasMembership *
find_membership (GPtrArray *memberships, const AtlasClaim *claim)
{
  for (guint i = 0; i < memberships->len; i++)
    {
      const AtlasMembership *membership = g_ptr_array_index (memberships, i);

      if (&membership->claim == claim)
        return membership;
    }
  return NULL;
}

static char *
describe_membership (AtlasProfile *profile, const AtlasClaim *claim)
{
  const AtlasMembership *membership = find_membership (atlas_profile_get_clusters (profile), claim);
  const AtlasGroup *group;
  const char *name;
  GString *text;

  if (membership == NULL)
    membership = find_membership (atlas_profile_get_zones (profile), claim);
  g_return_val_if_fail (membership != NULL, g_strdup (claim->text));

  group = membership->group;
  name = atlas_place_get_name (membership->place);
  text = g_string_new (NULL);
  if (group->kind == ATLAS_GROUP_ZONE)
    {
      g_string_append_printf (text, "%s区域和称号：", name);
      append_text (text, claim);
      /* Without it (申报建设) the place would seem to have what it is only to apply for. */
      if (membership->role != NULL)
        g_string_append_printf (text, "（%s）", membership->role);
    }
  else if (group->kind == ATLAS_GROUP_FUTURE_FIELD)
    g_string_append_printf (text, "%s未来产业：%s——%s", name, group->name, claim->text);
  else
    g_string_append_printf (text, "%s产业集群：%s（%s）——%s", name, group->name, group->tier,
                            claim->text);
  append_reason (text, name, claim->why);
  return g_string_free (text, FALSE);
}

static const AtlasIndicator *
find_indicator (AtlasProfile *profile, const AtlasClaim *claim)
{
  GPtrArray *indicators = atlas_profile_get_indicators (profile);

  for (guint i = 0; i < indicators->len; i++)
    {
      const AtlasIndicator *indicator = g_ptr_array_index (indicators, i);

      if (&indicator->claim == claim)
        return indicator;
    }
  return NULL;
}

static void
append_value (GString *text, const AtlasIndicatorValue *value, const char *separator)
{
  g_string_append_printf (text, "%s%s %s", separator, value->heading, value->text);
  if (value->note != NULL)
    g_string_append_printf (text, "（%s）", value->note);
}

static char *
describe_indicator (AtlasProfile *profile, const AtlasClaim *claim)
{
  const AtlasIndicator *indicator = find_indicator (profile, claim);
  const char *separator = "：";
  GString *text;

  g_return_val_if_fail (indicator != NULL, g_strdup (claim->text));

  text = g_string_new (NULL);
  g_string_append_printf (text, "%s指标：",
                          atlas_place_get_name (atlas_profile_get_place (profile)));
  append_text (text, claim);
  if (indicator->unit != NULL)
    g_string_append_printf (text, "（%s）", indicator->unit);
  for (guint i = 0; i < indicator->values->len; i++)
    {
      const AtlasIndicatorValue *value = g_ptr_array_index (indicator->values, i);

      /* A cell that is lost or holds a dash says nothing. */
      if (value->text == NULL || g_str_equal (value->text, "—"))
        continue;
      append_value (text, value, separator);
      separator = "；";
    }
  return g_string_free (text, FALSE);
}

static char *
describe (AtlasProfile *profile, const AtlasClaim *claim)
{
  switch (claim->field)
    {
    case ATLAS_CLAIM_FIELD_POSITIONING:
    case ATLAS_CLAIM_FIELD_INDUSTRY:
      return describe_claim (profile, claim);
    case ATLAS_CLAIM_FIELD_PROJECT:
      return describe_project (profile, claim);
    case ATLAS_CLAIM_FIELD_MEMBERSHIP:
      return describe_membership (profile, claim);
    case ATLAS_CLAIM_FIELD_INDICATOR:
      return describe_indicator (profile, claim);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * atlas_wording_quote_claim:
 * @profile: a profile
 * @claim: one of its facts
 *
 * Of a project it says who carries it and the document's own word for how far it is; of a cluster,
 * the part the place has in it. An inferred place is called so, with the reason; of a repaired
 * wording it says what the document prints.
 *
 * Returns: (transfer full): the fact with its sources, ready to be pasted into a Chinese text:
 *   瓦房店市主导产业：轴承（来源：《…》（2026年5月）第十一章第三节专栏21第5项）
 */
char *
atlas_wording_quote_claim (AtlasProfile *profile, const AtlasClaim *claim)
{
  g_autofree char *sources = NULL;
  g_autofree char *fact = NULL;

  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (claim != NULL, NULL);

  fact = describe (profile, claim);
  sources = format_sources (profile, claim);
  return g_strdup_printf ("%s（来源：%s）", fact, sources);
}

static void
quote (GString *text, AtlasProfile *profile, const AtlasClaim *claim)
{
  g_autofree char *quoted = atlas_wording_quote_claim (profile, claim);

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, quoted);
}

static void
quote_claims (GString *text, AtlasProfile *profile, GPtrArray *claims)
{
  for (guint i = 0; i < claims->len; i++)
    quote (text, profile, g_ptr_array_index (claims, i));
}

static void
quote_projects (GString *text, AtlasProfile *profile)
{
  GPtrArray *projects = atlas_profile_get_projects (profile);

  for (guint i = 0; i < projects->len; i++)
    {
      const AtlasProject *project = g_ptr_array_index (projects, i);

      for (guint j = 0; j < project->statements->len; j++)
        {
          const AtlasProjectStatement *statement = g_ptr_array_index (project->statements, j);

          quote (text, profile, &statement->claim);
        }
    }
}

static void
quote_memberships (GString *text, AtlasProfile *profile, GPtrArray *memberships)
{
  for (guint i = 0; i < memberships->len; i++)
    {
      const AtlasMembership *membership = g_ptr_array_index (memberships, i);

      quote (text, profile, &membership->claim);
    }
}

static void
quote_indicators (GString *text, AtlasProfile *profile)
{
  GPtrArray *indicators = atlas_profile_get_indicators (profile);

  for (guint i = 0; i < indicators->len; i++)
    {
      const AtlasIndicator *indicator = g_ptr_array_index (indicators, i);

      quote (text, profile, &indicator->claim);
    }
}

/**
 * atlas_wording_quote_profile:
 * @profile: a profile
 *
 * Returns: (transfer full): every fact of @profile with its sources, a line each; in Chinese as the
 *   documents are
 */
char *
atlas_wording_quote_profile (AtlasProfile *profile)
{
  GString *text;

  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);

  text = g_string_new (NULL);
  quote_claims (text, profile, atlas_profile_get_positioning (profile));
  quote_claims (text, profile, atlas_profile_get_industries (profile));
  quote_projects (text, profile);
  quote_memberships (text, profile, atlas_profile_get_clusters (profile));
  quote_memberships (text, profile, atlas_profile_get_zones (profile));
  quote_indicators (text, profile);
  return g_string_free (text, FALSE);
}
