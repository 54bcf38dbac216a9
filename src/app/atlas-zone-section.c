/* atlas-zone-section.c: the zones and designations of a place, as badges and in full
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-zone-section.h"

#include <glib/gi18n.h>

#include "atlas-flow-box.h"
#include "atlas-membership-chip.h"
#include "atlas-membership-list.h"
#include "atlas-section.h"
#include "atlas-tooltip.h"
#include "atlas-topic-box.h"
#include "atlas-wording.h"

/* As many badges as fill about two lines, counted in Chinese characters; each has a frame, too. */
#define MAX_BADGES 4
#define MAX_CHARACTERS 42
#define FRAME_CHARACTERS 2

/* So many zones are shown whole; of more, those groups that fit into the second number. */
#define MAX_OPEN 6
#define MAX_OPEN_OF_MANY 4

/* What says most about a place goes first. */
static const char *const kinds[] = {
  "pivot-city", "region",   "ethnic",      "border",   "resource", "port",
  "free-trade", "corridor", "centre",      "hub",      "zone",     "pilot",
  "base",       "brand",    "designation", "heritage", "nature",
};

static guint
get_rank (const AtlasMembership *membership)
{
  guint rank = 0;

  while (rank < G_N_ELEMENTS (kinds) && !g_str_equal (kinds[rank], membership->group->zone_kind))
    rank++;
  return rank;
}

static int
compare_zones (gconstpointer a, gconstpointer b)
{
  const AtlasMembership *first = *(const AtlasMembership *const *) a;
  const AtlasMembership *second = *(const AtlasMembership *const *) b;
  guint rank_first = get_rank (first);
  guint rank_second = get_rank (second);

  if (rank_first != rank_second)
    return rank_first < rank_second ? -1 : 1;
  return (first->claim.why != NULL) - (second->claim.why != NULL);
}

/* The zones to show, by kind, within a kind what is stated before what is inferred. */
static GPtrArray *
sort_zones (AtlasProfile *profile)
{
  GPtrArray *zones = g_ptr_array_new ();

  g_ptr_array_extend (zones, atlas_profile_get_zones (profile), NULL, NULL);
  g_ptr_array_sort (zones, compare_zones);
  return zones;
}

/* Whether the documents name @place itself in @zone. */
static gboolean
is_named (const AtlasMembership *zone, AtlasPlace *place)
{
  return zone->place == place && zone->claim.why == NULL;
}

/* The zones in which the documents name the place itself, then those that are inferred or that it
 * has through its city; each of the two by kind. */
static GPtrArray *
sort_badges (AtlasProfile *profile)
{
  g_autoptr (GPtrArray) zones = sort_zones (profile);
  GPtrArray *badges = g_ptr_array_new ();

  for (int named = TRUE; named >= FALSE; named--)
    for (guint i = 0; i < zones->len; i++)
      {
        AtlasMembership *zone = g_ptr_array_index (zones, i);

        if (is_named (zone, atlas_profile_get_place (profile)) == named)
          g_ptr_array_add (badges, zone);
      }
  return badges;
}

static glong
count_characters (const AtlasMembership *zone)
{
  const char *tag = atlas_membership_chip_get_tag (zone);

  return g_utf8_strlen (zone->group->name, -1) + FRAME_CHARACTERS
         + (tag != NULL ? g_utf8_strlen (tag, -1) + FRAME_CHARACTERS : 0);
}

static guint
count_badges (GPtrArray *zones)
{
  glong n_characters = 0;
  guint n = 0;

  for (; n < MIN (zones->len, MAX_BADGES); n++)
    {
      n_characters += count_characters (g_ptr_array_index (zones, n));
      if (n > 0 && n_characters > MAX_CHARACTERS)
        break;
    }
  return n;
}

static GtkWidget *
more_button_new (guint n)
{
  /* Translators: how many more there are than are shown */
  g_autofree char *label = g_strdup_printf (_ ("+%u"), n);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "more-badges");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "profile.show-zones");
  atlas_tooltip_set (button, _ ("Show all zones and designations"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show all zones and designations"), -1);
  return button;
}

/**
 * atlas_zone_badges_new:
 * @session: the session
 * @profile: a profile
 *
 * Returns: (transfer floating) (nullable): the most telling zones of its place, those in which the
 *   documents name it itself first, and a button for the others that activates the action
 *   "profile.show-zones", which an ancestor provides; %NULL where the place belongs to none
 */
GtkWidget *
atlas_zone_badges_new (AtlasSession *session, AtlasProfile *profile)
{
  g_autoptr (GPtrArray) zones = NULL;
  GtkWidget *box;
  GtkWidget *line;
  guint n;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);
  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);

  zones = sort_badges (profile);
  if (zones->len == 0)
    return NULL;
  box = atlas_topic_box_new (session, profile);
  line = atlas_flow_box_new (6, 5);
  gtk_widget_add_css_class (box, "badges");
  gtk_box_append (GTK_BOX (box), line);
  n = count_badges (zones);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *badge = atlas_membership_chip_new_badge (profile, g_ptr_array_index (zones, i));

      atlas_flow_box_append (ATLAS_FLOW_BOX (line), badge);
      atlas_topic_box_watch (ATLAS_TOPIC_BOX (box), ATLAS_CHIP (badge));
    }
  if (n < zones->len)
    atlas_flow_box_append (ATLAS_FLOW_BOX (line), more_button_new (zones->len - n));
  return box;
}

/* Those of one kind, from @start on. */
static GPtrArray *
cut_group (GPtrArray *zones, guint start)
{
  GPtrArray *group = g_ptr_array_new ();
  guint rank = get_rank (g_ptr_array_index (zones, start));

  for (guint i = start; i < zones->len; i++)
    {
      AtlasMembership *zone = g_ptr_array_index (zones, i);

      if (get_rank (zone) != rank)
        break;
      g_ptr_array_add (group, zone);
    }
  return group;
}

static GtkWidget *
folded_group_new (AtlasSession *session, AtlasProfile *profile, GPtrArray *group, const char *kind)
{
  /* Translators: kind of zones, how many of them there are */
  g_autofree char *title = g_strdup_printf (C_ ("zones", "%s · %u"), kind, group->len);

  return atlas_membership_list_new_folded (title, session, profile, group,
                                           ATLAS_MEMBERSHIP_SOURCE_NAMED);
}

static void
add_groups (GtkBox *section, AtlasSession *session, AtlasProfile *profile, GPtrArray *zones)
{
  guint most = zones->len <= MAX_OPEN ? MAX_OPEN : MAX_OPEN_OF_MANY;
  guint end;

  for (guint start = 0; start < zones->len; start = end)
    {
      g_autoptr (GPtrArray) group = cut_group (zones, start);
      const AtlasMembership *first = g_ptr_array_index (group, 0);
      const char *kind = atlas_wording_get_zone_kind (first->group->zone_kind);

      end = start + group->len;
      if (end > most)
        {
          /* The groups after the first folded one are folded, too. */
          most = 0;
          gtk_box_append (section, folded_group_new (session, profile, group, kind));
          continue;
        }
      atlas_section_add_subheading (section, kind);
      gtk_box_append (section, atlas_membership_list_new (session, profile, group,
                                                          ATLAS_MEMBERSHIP_SOURCE_NAMED));
    }
}

/**
 * atlas_zone_section_new:
 * @session: the session
 * @profile: a profile
 *
 * Returns: (transfer floating): all zones and designations of its place, by kind; or a sentence
 *   where the documents name it in none
 */
GtkWidget *
atlas_zone_section_new (AtlasSession *session, AtlasProfile *profile)
{
  g_autoptr (GPtrArray) zones = NULL;
  GtkBox *section;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);
  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);

  zones = sort_zones (profile);
  section = atlas_section_new (_ ("Zones and designations"), NULL);
  if (zones->len == 0)
    {
      /* Translators: %s is a place */
      g_autofree char *text = g_strdup_printf (
          _ ("The documents name %s in no zone and give it no designation."),
          atlas_place_get_name (atlas_profile_get_place (profile)));

      atlas_section_add_sentence (section, text);
    }
  add_groups (section, session, profile, zones);
  return GTK_WIDGET (section);
}
