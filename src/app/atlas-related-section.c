/* atlas-related-section.c: places that are like a place, next to it or in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-related-section.h"

#include <glib/gi18n.h>

#include "atlas-flow-box.h"
#include "atlas-place-chip.h"
#include "atlas-section.h"
#include "atlas-similar.h"

#define COLUMN_SPACING 9
#define ROW_SPACING 8
#define MAX_SIMILAR 6
#define MAX_REASONS 3

static GtkWidget *
add_chips (GtkBox *section)
{
  GtkWidget *chips = atlas_flow_box_new (COLUMN_SPACING, ROW_SPACING);

  gtk_box_append (section, chips);
  return chips;
}

static void
add_chip (GtkWidget *chips, AtlasPlace *place, const char *remark)
{
  atlas_flow_box_append (ATLAS_FLOW_BOX (chips), atlas_place_chip_new (place, remark));
}

static void
add_error (GtkBox *section, const GError *error)
{
  g_autofree char *text = g_strdup_printf (_ ("The places cannot be listed: %s"), error->message);

  atlas_section_add_sentence (section, text);
}

static char *
join_reasons (const AtlasSimilarPlace *similar)
{
  GString *reasons = g_string_new (NULL);

  for (guint i = 0; i < MIN (similar->shared->len, MAX_REASONS); i++)
    {
      if (i > 0)
        g_string_append (reasons, " · ");
      g_string_append (reasons, g_ptr_array_index (similar->shared, i));
    }
  return g_string_free (reasons, FALSE);
}

/**
 * atlas_related_section_new_similar:
 * @catalog: the data set
 * @profile: a profile
 *
 * Returns: (transfer floating) (nullable): places that share something with that of @profile, each
 *   with what it is; %NULL where there is none
 */
GtkWidget *
atlas_related_section_new_similar (AtlasCatalog *catalog, AtlasProfile *profile)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) places = NULL;
  GtkBox *section;
  GtkWidget *chips;

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);

  places = atlas_similar_find (catalog, profile, MAX_SIMILAR, &error);
  if (places != NULL && places->len == 0)
    return NULL;
  section = atlas_section_new (_ ("Places like this one"), NULL);
  if (places == NULL)
    {
      add_error (section, error);
      return GTK_WIDGET (section);
    }
  chips = add_chips (section);
  for (guint i = 0; i < places->len; i++)
    {
      const AtlasSimilarPlace *similar = g_ptr_array_index (places, i);
      g_autofree char *reasons = join_reasons (similar);

      add_chip (chips, similar->place, reasons);
    }
  return GTK_WIDGET (section);
}

/**
 * atlas_related_section_new_neighbours:
 * @catalog: the data set
 * @place: one of its places
 *
 * Returns: (transfer floating) (nullable): the places that have a border with @place; %NULL where
 *   there is none
 */
GtkWidget *
atlas_related_section_new_neighbours (AtlasCatalog *catalog, AtlasPlace *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) places = NULL;
  GtkBox *section;
  GtkWidget *chips;

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (ATLAS_IS_PLACE (place), NULL);

  places = atlas_catalog_load_neighbours (catalog, place, &error);
  if (places != NULL && places->len == 0)
    return NULL;
  section = atlas_section_new (_ ("Neighbours"), NULL);
  if (places == NULL)
    {
      add_error (section, error);
      return GTK_WIDGET (section);
    }
  chips = add_chips (section);
  for (guint i = 0; i < places->len; i++)
    add_chip (chips, g_ptr_array_index (places, i), NULL);
  return GTK_WIDGET (section);
}

/**
 * atlas_related_section_new_counties:
 * @catalog: the data set
 * @city: one of its cities
 *
 * Returns: (transfer floating) (nullable): the counties and county-level cities of @city; %NULL
 *   where it has none
 */
GtkWidget *
atlas_related_section_new_counties (AtlasCatalog *catalog, AtlasPlace *city)
{
  g_autoptr (GListModel) counties = NULL;
  GtkBox *section;
  GtkWidget *chips;

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (ATLAS_IS_PLACE (city), NULL);

  counties = atlas_catalog_get_children (catalog, city, FALSE);
  if (g_list_model_get_n_items (counties) == 0)
    return NULL;
  section = atlas_section_new (_ ("Counties and county-level cities"), NULL);
  chips = add_chips (section);
  for (guint i = 0; i < g_list_model_get_n_items (counties); i++)
    {
      g_autoptr (AtlasPlace) county = g_list_model_get_item (counties, i);

      add_chip (chips, county, NULL);
    }
  return GTK_WIDGET (section);
}
