/* atlas-map-wording.c: what the map says about a place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-wording.h"

#include <glib/gi18n.h>

#include "atlas-wording.h"

/* A legal formula, the same in every language of the interface. */
#define NOT_APPROVED "内部工作用图 未经审核 不得公开 · 示意图，不作为划界依据"
#define APPROVED "审图号：%s · 示意图，不作为划界依据"

/**
 * atlas_map_wording_positioning:
 * @place: a place
 *
 * Returns: (transfer full): its first positioning, or a sentence that says there is none
 */
char *
atlas_map_wording_positioning (AtlasPlace *place)
{
  const char *positioning;

  g_return_val_if_fail (ATLAS_IS_PLACE (place), NULL);

  positioning = atlas_place_get_first_positioning (place);
  if (positioning != NULL && *positioning != '\0')
    return g_strdup (positioning);
  if (atlas_place_is_district (place))
    return g_strdup (_ ("The plans set out no positioning and no industries for districts."));
  return g_strdup (_ ("The documents name no positioning."));
}

/**
 * atlas_map_wording_industries:
 * @place: a place
 *
 * Returns: (transfer full) (nullable): how many leading industries it has; %NULL for a district
 */
char *
atlas_map_wording_industries (AtlasPlace *place)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (place), NULL);

  return atlas_place_is_district (place) ? NULL : atlas_wording_format_industries (place);
}

/**
 * atlas_map_wording_describe:
 * @place: (nullable): the selected place
 *
 * Returns: (transfer full): what a screen reader says of the map
 */
char *
atlas_map_wording_describe (AtlasPlace *place)
{
  g_autofree char *positioning = NULL;
  g_autofree char *industries = NULL;
  const char *level;
  AtlasPlace *parent;

  if (place == NULL)
    return g_strdup (_ ("Map of Liaoning, no place selected"));

  positioning = atlas_map_wording_positioning (place);
  industries = atlas_map_wording_industries (place);
  level = atlas_wording_get_level (atlas_place_get_level (place));
  parent = atlas_place_get_parent (place);
  if (parent == NULL)
    /* Translators: name, level; positioning; number of leading industries */
    return g_strdup_printf (_ ("Map of Liaoning: %s, %s; positioning: %s; %s"),
                            atlas_place_get_name (place), level, positioning, industries);
  if (industries == NULL)
    /* Translators: name of a district, its city, its level; a sentence */
    return g_strdup_printf (_ ("Map of Liaoning: %s, %s, %s; %s"), atlas_place_get_name (place),
                            atlas_place_get_name (parent), level, positioning);
  /* Translators: name, city it belongs to, level; positioning; number of leading industries */
  return g_strdup_printf (_ ("Map of Liaoning: %s, %s, %s; positioning: %s; %s"),
                          atlas_place_get_name (place), atlas_place_get_name (parent), level,
                          positioning, industries);
}

/**
 * atlas_map_wording_normalise_approval:
 * @text: (nullable): what somebody gave for the number under which the map was approved
 *
 * A number is what has a digit. Blanks, line breaks and characters that nobody sees are not part of
 * it, and it has at most %ATLAS_MAP_MAX_APPROVAL characters: it stands on one line of every map.
 *
 * Returns: (transfer full) (nullable): the number, or %NULL where there is none in it
 */
char *
atlas_map_wording_normalise_approval (const char *text)
{
  g_autoptr (GString) number = g_string_new (NULL);
  gboolean has_digit = FALSE;
  gboolean gap = FALSE;
  guint n = 0;

  for (const char *c = text;
       c != NULL && g_utf8_validate (c, -1, NULL) && *c != '\0' && n < ATLAS_MAP_MAX_APPROVAL;
       c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (!g_unichar_isgraph (letter) || g_unichar_iszerowidth (letter))
        {
          gap = number->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (number, ' ');
      gap = FALSE;
      g_string_append_unichar (number, letter);
      has_digit = has_digit || g_unichar_isdigit (letter);
      n++;
    }
  return has_digit ? g_string_free (g_steal_pointer (&number), FALSE) : NULL;
}

/**
 * atlas_map_wording_stamp:
 * @approval: (nullable): the number under which the map was approved for publication
 *
 * Returns: (transfer full): what every map must say
 */
char *
atlas_map_wording_stamp (const char *approval)
{
  g_autofree char *number = atlas_map_wording_normalise_approval (approval);

  if (number != NULL)
    return g_strdup_printf (APPROVED, number);
  return g_strdup (NOT_APPROVED);
}
