/* atlas-theme-choices.c: everything that the map can be coloured by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-theme-choices.h"

#include <glib/gi18n.h>

#include "atlas-wording.h"

static void
take_item (GListStore *items, AtlasThemeItem *item)
{
  g_list_store_append (items, item);
  g_object_unref (item);
}

static void
add_theme (GListStore *items, AtlasThemePage page, AtlasCatalog *catalog, const char *text)
{
  g_autoptr (AtlasMapTheme) theme = atlas_map_theme_parse (catalog, text, NULL);
  g_autofree char *name = theme != NULL ? atlas_map_theme_get_name (theme) : NULL;

  if (name != NULL)
    take_item (items, atlas_theme_item_new (ATLAS_THEME_ITEM_THEME, page, text, name, NULL));
}

static void
add_page (GListStore *items, AtlasThemePage page)
{
  take_item (items, atlas_theme_item_new_page (page, atlas_theme_choices_get_page_title (page)));
}

static void
add_topic (GListStore *items,
           AtlasThemePage page,
           AtlasCatalog *catalog,
           const char *prefix,
           const char *id,
           const char *heading)
{
  g_autofree char *topic_id = g_strconcat (prefix, id, NULL);
  const AtlasTopic *topic = atlas_catalog_get_topic (catalog, topic_id);

  if (topic != NULL)
    take_item (items, atlas_theme_item_new_topic (page, topic, heading));
}

/* What is read off a map most goes first. */
static void
add_first_page (GListStore *items, AtlasCatalog *catalog)
{
  add_theme (items, ATLAS_THEME_PAGE_FIRST, catalog, "family");
  add_page (items, ATLAS_THEME_PAGE_FAMILIES);
  add_page (items, ATLAS_THEME_PAGE_CLUSTERS);
  add_page (items, ATLAS_THEME_PAGE_ZONES);
  add_page (items, ATLAS_THEME_PAGE_PROJECTS);
  add_theme (items, ATLAS_THEME_PAGE_FIRST, catalog, "period");
  add_theme (items, ATLAS_THEME_PAGE_FIRST, catalog, "coverage");
  add_theme (items, ATLAS_THEME_PAGE_FIRST, catalog, "city");
  add_theme (items, ATLAS_THEME_PAGE_FIRST, catalog, "none");
}

static void
add_families (GListStore *items, AtlasCatalog *catalog)
{
  GPtrArray *families = atlas_catalog_get_families (catalog);

  for (guint i = 0; i < families->len; i++)
    {
      const AtlasFamily *family = g_ptr_array_index (families, i);

      add_topic (items, ATLAS_THEME_PAGE_FAMILIES, catalog, "family:", family->id, NULL);
    }
}

static void
add_clusters (GListStore *items, AtlasCatalog *catalog)
{
  GPtrArray *clusters = atlas_catalog_get_clusters (catalog);

  for (guint i = 0; i < clusters->len; i++)
    {
      const AtlasGroup *cluster = g_ptr_array_index (clusters, i);

      add_topic (items, ATLAS_THEME_PAGE_CLUSTERS, catalog, "cluster:", cluster->id,
                 cluster->tier != NULL ? cluster->tier : _ ("Fields of future industry"));
    }
}

/* By kind, in the order in which the data set first has one of it. */
static void
add_zones (GListStore *items, AtlasCatalog *catalog)
{
  GPtrArray *zones = atlas_catalog_get_zones (catalog);
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < zones->len; i++)
    {
      const char *kind = ((const AtlasGroup *) g_ptr_array_index (zones, i))->zone_kind;

      if (!g_hash_table_add (done, (gpointer) kind))
        continue;
      for (guint j = i; j < zones->len; j++)
        {
          const AtlasGroup *zone = g_ptr_array_index (zones, j);

          if (g_str_equal (zone->zone_kind, kind))
            add_topic (items, ATLAS_THEME_PAGE_ZONES, catalog, "zone:", zone->id,
                       atlas_wording_get_zone_kind (kind));
        }
    }
}

static void
add_projects (GListStore *items, AtlasCatalog *catalog)
{
  g_autoptr (GPtrArray) categories = atlas_catalog_load_project_categories (catalog, NULL);

  add_theme (items, ATLAS_THEME_PAGE_PROJECTS, catalog, "projects");
  for (guint i = 0; i < ATLAS_N_STAGES; i++)
    take_item (items, atlas_theme_item_new (ATLAS_THEME_ITEM_STAGE, ATLAS_THEME_PAGE_PROJECTS,
                                            atlas_stage_to_string ((AtlasStage) i),
                                            atlas_wording_get_stage ((AtlasStage) i),
                                            C_ ("theme chooser", "Stage")));
  for (guint i = 0; categories != NULL && i < categories->len; i++)
    {
      const char *category = g_ptr_array_index (categories, i);

      take_item (items,
                 atlas_theme_item_new (ATLAS_THEME_ITEM_CATEGORY, ATLAS_THEME_PAGE_PROJECTS,
                                       category, category, C_ ("theme chooser", "Category")));
    }
}

/**
 * atlas_theme_choices_new:
 * @catalog: the data set, which has to outlive the items
 *
 * Returns: (transfer full): a list of #AtlasThemeItem, page by page
 */
GListModel *
atlas_theme_choices_new (AtlasCatalog *catalog)
{
  GListStore *items;

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog), NULL);

  items = g_list_store_new (ATLAS_TYPE_THEME_ITEM);
  add_first_page (items, catalog);
  add_families (items, catalog);
  add_clusters (items, catalog);
  add_zones (items, catalog);
  add_projects (items, catalog);
  return G_LIST_MODEL (items);
}

/**
 * atlas_theme_choices_get_page_title:
 * @page: a page
 *
 * Returns: what it is called, for people
 */
const char *
atlas_theme_choices_get_page_title (AtlasThemePage page)
{
  switch (page)
    {
    case ATLAS_THEME_PAGE_FIRST:
      return C_ ("theme chooser", "Colour by");
    case ATLAS_THEME_PAGE_FAMILIES:
      return C_ ("theme chooser", "Families of Industries");
    case ATLAS_THEME_PAGE_CLUSTERS:
      return C_ ("theme chooser", "Clusters and Fields");
    case ATLAS_THEME_PAGE_ZONES:
      return C_ ("theme chooser", "Zones and Designations");
    case ATLAS_THEME_PAGE_PROJECTS:
      return C_ ("theme chooser", "Number of Projects");
    default:
      g_return_val_if_reached (NULL);
    }
}
