/* atlas-cluster-section.c: the clusters and fields of industry that name a place or its city
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-cluster-section.h"

#include <glib/gi18n.h>

#include "atlas-fold.h"
#include "atlas-membership-list.h"
#include "atlas-section.h"

/* More than these are folded away. */
#define MAX_OPEN 6
#define MAX_OPEN_OF_CITY 4

typedef struct
{
  GtkBox *box;
  AtlasSession *session;
  AtlasProfile *profile;
} Section;

static gboolean
is_named_itself (GPtrArray *memberships, AtlasPlace *place, const AtlasGroup *group)
{
  for (guint i = 0; i < memberships->len; i++)
    {
      const AtlasMembership *membership = g_ptr_array_index (memberships, i);

      if (membership->group == group && membership->place == place)
        return TRUE;
    }
  return FALSE;
}

/*
 * Those of the clusters that are of @kind, and of the place itself or else of its city. What names
 * the place itself is not listed for its city once more.
 */
static GPtrArray *
filter (AtlasProfile *profile, gboolean itself, AtlasGroupKind kind)
{
  AtlasPlace *place = atlas_profile_get_place (profile);
  GPtrArray *memberships = atlas_profile_get_clusters (profile);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < memberships->len; i++)
    {
      AtlasMembership *membership = g_ptr_array_index (memberships, i);

      if (membership->group->kind == kind && (membership->place == place) == itself
          && (itself || !is_named_itself (memberships, place, membership->group)))
        g_ptr_array_add (found, membership);
    }
  return found;
}

static GPtrArray *
cut (GPtrArray *memberships, guint start, guint end)
{
  GPtrArray *part = g_ptr_array_new ();

  for (guint i = start; i < MIN (end, memberships->len); i++)
    g_ptr_array_add (part, g_ptr_array_index (memberships, i));
  return part;
}

/* The first few, the others in a fold. */
static void
add_list (Section *section, GPtrArray *memberships)
{
  g_autoptr (GPtrArray) first = cut (memberships, 0, MAX_OPEN);
  g_autoptr (GPtrArray) others = cut (memberships, MAX_OPEN, memberships->len);

  if (first->len == 0)
    return;
  gtk_box_append (section->box, atlas_membership_list_new (section->session, section->profile,
                                                           first, ATLAS_MEMBERSHIP_SOURCE_KNOWN));
  if (others->len > 0)
    {
      g_autofree char *title = atlas_fold_format_rest (others->len);

      gtk_box_append (section->box,
                      atlas_membership_list_new_folded (title, section->session, section->profile,
                                                        others, ATLAS_MEMBERSHIP_SOURCE_KNOWN));
    }
}

static void
add_of_city (Section *section, GPtrArray *memberships)
{
  AtlasPlace *city = atlas_place_get_parent (atlas_profile_get_place (section->profile));
  g_autofree char *title = NULL;
  GtkWidget *fold;

  if (memberships->len == 0)
    return;
  /* Translators: name of a city, number of clusters that name it */
  title = g_strdup_printf (_ ("Through %s · %u"), atlas_place_get_name (city), memberships->len);
  fold = atlas_membership_list_new_folded (title, section->session, section->profile, memberships,
                                           ATLAS_MEMBERSHIP_SOURCE_KNOWN);
  gtk_expander_set_expanded (GTK_EXPANDER (fold), memberships->len <= MAX_OPEN_OF_CITY);
  gtk_box_append (section->box, fold);
}

static char *
describe_absence (AtlasPlace *place, gboolean city_is_named)
{
  const char *name = atlas_place_get_name (place);

  if (atlas_place_is_city (place) || atlas_place_is_district (place))
    return g_strdup_printf (_ ("The documents name %s in no industry cluster."), name);
  if (city_is_named)
    return g_strdup_printf (_ ("The documents name %s itself in no industry cluster."), name);
  /* Translators: name of a county, name of its city */
  return g_strdup_printf (_ ("The documents name neither %s nor %s in an industry cluster."), name,
                          atlas_place_get_name (atlas_place_get_parent (place)));
}

static void
add_clusters (Section *section)
{
  AtlasPlace *place = atlas_profile_get_place (section->profile);
  g_autoptr (GPtrArray) own = filter (section->profile, TRUE, ATLAS_GROUP_CLUSTER);
  g_autoptr (GPtrArray) of_city = filter (section->profile, FALSE, ATLAS_GROUP_CLUSTER);

  if (own->len == 0)
    {
      g_autofree char *absence = describe_absence (place, of_city->len > 0);

      atlas_section_add_sentence (section->box, absence);
    }
  add_list (section, own);
  add_of_city (section, of_city);
}

static void
add_fields (Section *section)
{
  g_autoptr (GPtrArray) own = filter (section->profile, TRUE, ATLAS_GROUP_FUTURE_FIELD);
  g_autoptr (GPtrArray) of_city = filter (section->profile, FALSE, ATLAS_GROUP_FUTURE_FIELD);

  if (own->len + of_city->len == 0)
    return;
  atlas_section_add_subheading (section->box, _ ("Fields of future industry"));
  add_list (section, own);
  add_of_city (section, of_city);
}

/**
 * atlas_cluster_section_new:
 * @session: the session
 * @profile: a profile
 *
 * Returns: (transfer floating): the clusters and the fields of future industry for which the
 *   documents name its place, and those for which they name its city; or sentences where they name
 *   none
 */
GtkWidget *
atlas_cluster_section_new (AtlasSession *session, AtlasProfile *profile)
{
  Section section = { .session = session, .profile = profile };

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);
  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);

  section.box = atlas_section_new (_ ("Industry clusters"), NULL);
  add_clusters (&section);
  add_fields (&section);
  return GTK_WIDGET (section.box);
}
