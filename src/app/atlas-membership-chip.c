/* atlas-membership-chip.c: chips and badges for clusters and zones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-membership-chip.h"

#include <glib/gi18n.h>

#include "atlas-chip-private.h"
#include "atlas-wording.h"

/* Characters of a tag */
#define MAX_TAG 4

static const char *
shorten (const char *text)
{
  return text != NULL && g_utf8_strlen (text, -1) <= MAX_TAG ? text : NULL;
}

/**
 * atlas_membership_chip_get_tag:
 * @membership: a membership of a cluster or zone
 *
 * A place that applies for a designation must not look as if it had it.
 *
 * Returns: (nullable): what stands in the chip behind the name: the tier of a cluster, and of a
 *   zone what restricts it (创建, 申建), where that is short; borrowed from @membership
 */
const char *
atlas_membership_chip_get_tag (const AtlasMembership *membership)
{
  g_return_val_if_fail (membership != NULL, NULL);

  return membership->group->kind == ATLAS_GROUP_ZONE ? shorten (membership->role)
                                                     : membership->group->tier;
}

static GtkWidget *
chip_new (AtlasProfile *profile,
          const AtlasMembership *membership,
          const char *hint,
          gboolean cited)
{
  const AtlasGroup *group = membership->group;
  gboolean is_zone = group->kind == ATLAS_GROUP_ZONE;
  g_autofree char *topic = g_strconcat (is_zone ? "zone:" : "cluster:", group->id, NULL);
  AtlasChipLook look = {
    .topic = topic,
    .family = group->family,
    .name = group->name,
    .tag = atlas_membership_chip_get_tag (membership),
    .hint = hint,
    .cited = cited,
  };
  GtkWidget *chip = _atlas_chip_new_with_look (profile, &membership->claim, &look);

  if (is_zone)
    gtk_widget_add_css_class (chip, "zone");
  if (membership->claim.kind == ATLAS_CLAIM_KIND_INFERRED)
    gtk_widget_add_css_class (chip, "inferred");
  return chip;
}

/**
 * atlas_membership_chip_new:
 * @profile: a profile
 * @membership: one of its clusters or zones
 *
 * Returns: a new chip with the name of the group, whose topic that is
 */
GtkWidget *
atlas_membership_chip_new (AtlasProfile *profile, const AtlasMembership *membership)
{
  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (membership != NULL, NULL);

  return chip_new (profile, membership,
                   membership->group->kind == ATLAS_GROUP_ZONE
                       ? _ ("Show the places that belong to it")
                       : _ ("Show the places named for it"),
                   TRUE);
}

/* Where a membership that is not stated of the place itself comes from, or the role for which there
 * is no room; else an invitation. */
static char *
describe_badge (AtlasProfile *profile, const AtlasMembership *membership)
{
  if (membership->claim.why != NULL)
    return atlas_wording_format_inferred (membership->claim.why);
  if (membership->place != atlas_profile_get_place (profile))
    /* Translators: %s is the city by which a county belongs to something */
    return g_strdup_printf (_ ("Through %s"), atlas_place_get_name (membership->place));
  if (membership->role != NULL && atlas_membership_chip_get_tag (membership) == NULL)
    return g_strdup (membership->role);
  return g_strdup (_ ("Show the places that belong to it"));
}

/**
 * atlas_membership_chip_new_badge:
 * @profile: a profile
 * @membership: one of its zones
 *
 * Returns: a new chip that says the name of the zone and nothing more; a list with its evidence has
 *   to be near
 */
GtkWidget *
atlas_membership_chip_new_badge (AtlasProfile *profile, const AtlasMembership *membership)
{
  g_autofree char *hint = NULL;
  GtkWidget *badge;

  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (membership != NULL, NULL);

  hint = describe_badge (profile, membership);
  badge = chip_new (profile, membership, hint, FALSE);
  gtk_widget_add_css_class (badge, "badge");
  return badge;
}
