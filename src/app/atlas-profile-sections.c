/* atlas-profile-sections.c: the sections below the header of a profile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-profile-sections.h"

#include <glib/gi18n.h>

#include "atlas-changes-button.h"
#include "atlas-claim-sections.h"
#include "atlas-cluster-section.h"
#include "atlas-indicator-section.h"
#include "atlas-project-section.h"
#include "atlas-related-section.h"
#include "atlas-section.h"
#include "atlas-source-section.h"
#include "atlas-text.h"
#include "atlas-zone-section.h"

#define ZONES "zones"

static void
append (GtkBox *box, GtkWidget *section)
{
  if (section != NULL)
    gtk_box_append (box, section);
}

/* What a district has in place of positioning and industries. */
static void
add_city (GtkBox *box, AtlasPlace *city)
{
  /* Translators: %s is the city of a district */
  g_autofree char *label = g_strdup_printf (_ ("Show %s"), atlas_place_get_name (city));
  GtkWidget *button = gtk_button_new ();

  atlas_section_add_sentence (
      box, _ ("The plans set out no positioning and no industries for districts."));
  gtk_button_set_child (GTK_BUTTON (button), atlas_text_new (label, NULL));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", atlas_place_get_code (city));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "profile.select-place");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (box, button);
}

static void
add_zones (GtkBox *box, AtlasSession *session, AtlasProfile *profile)
{
  GtkWidget *zones = atlas_zone_section_new (session, profile);

  gtk_widget_set_name (zones, ZONES);
  gtk_box_append (box, zones);
}

/**
 * atlas_profile_sections_add_first:
 * @box: an empty box
 * @session: the session
 * @profile: the profile of a city, county or district
 *
 * Fills @box with what one looks for first: positioning, industries and projects, or sentences
 * where the documents say nothing.
 */
void
atlas_profile_sections_add_first (GtkBox *box, AtlasSession *session, AtlasProfile *profile)
{
  AtlasPlace *place;

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (ATLAS_IS_SESSION (session));
  g_return_if_fail (ATLAS_IS_PROFILE (profile));

  place = atlas_profile_get_place (profile);
  append (box, atlas_changes_button_new (session, profile));
  if (atlas_place_is_district (place))
    add_city (box, atlas_place_get_parent (place));
  else
    atlas_claim_sections_add (box, session, profile);
  if (atlas_place_is_city (place))
    append (box, atlas_related_section_new_counties (atlas_session_get_catalog (session), place));
  append (box, atlas_project_section_new (session, profile));
}

/**
 * atlas_profile_sections_add_rest:
 * @box: a box that atlas_profile_sections_add_first() has filled
 * @session: the session
 * @profile: the profile
 *
 * Adds what stands below: clusters, zones, indicators, related places and sources.
 */
void
atlas_profile_sections_add_rest (GtkBox *box, AtlasSession *session, AtlasProfile *profile)
{
  AtlasCatalog *catalog;

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (ATLAS_IS_SESSION (session));
  g_return_if_fail (ATLAS_IS_PROFILE (profile));

  catalog = atlas_session_get_catalog (session);
  append (box, atlas_cluster_section_new (session, profile));
  add_zones (box, session, profile);
  append (box, atlas_indicator_section_new (profile));
  append (box, atlas_related_section_new_similar (catalog, profile));
  append (box, atlas_related_section_new_neighbours (catalog, atlas_profile_get_place (profile)));
  append (box, atlas_source_section_new (profile));
}

/**
 * atlas_profile_sections_find_zones:
 * @box: the box that was filled
 *
 * Returns: (transfer none) (nullable): the section that lists all zones
 */
GtkWidget *
atlas_profile_sections_find_zones (GtkBox *box)
{
  GtkWidget *child;

  g_return_val_if_fail (GTK_IS_BOX (box), NULL);

  for (child = gtk_widget_get_first_child (GTK_WIDGET (box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (gtk_widget_get_name (child), ZONES))
      break;
  return child;
}
