/* atlas-theme-item.h: one row of the theme chooser: a theme, or a part of one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-map-theme.h"

G_BEGIN_DECLS

/**
 * AtlasThemePage:
 * @ATLAS_THEME_PAGE_FIRST: what the chooser opens with
 * @ATLAS_THEME_PAGE_FAMILIES: the families of industries
 * @ATLAS_THEME_PAGE_CLUSTERS: the clusters, by tier, and the fields of future industry
 * @ATLAS_THEME_PAGE_ZONES: the zones, by kind
 * @ATLAS_THEME_PAGE_PROJECTS: by how many projects, of which stage and category
 *
 * A page of the theme chooser.
 */
typedef enum
{
  ATLAS_THEME_PAGE_FIRST,
  ATLAS_THEME_PAGE_FAMILIES,
  ATLAS_THEME_PAGE_CLUSTERS,
  ATLAS_THEME_PAGE_ZONES,
  ATLAS_THEME_PAGE_PROJECTS,
} AtlasThemePage;

/**
 * AtlasThemeItemKind:
 * @ATLAS_THEME_ITEM_THEME: a theme; its value is the text of it
 * @ATLAS_THEME_ITEM_PAGE: leads to another page
 * @ATLAS_THEME_ITEM_TOPIC: a topic, alone a theme or together with others; its value is the id
 * @ATLAS_THEME_ITEM_STAGE: narrows projects to a stage; its value is the stage's name
 * @ATLAS_THEME_ITEM_CATEGORY: narrows projects to a category; its value is that
 *
 * What a row of the theme chooser stands for.
 */
typedef enum
{
  ATLAS_THEME_ITEM_THEME,
  ATLAS_THEME_ITEM_PAGE,
  ATLAS_THEME_ITEM_TOPIC,
  ATLAS_THEME_ITEM_STAGE,
  ATLAS_THEME_ITEM_CATEGORY,
} AtlasThemeItemKind;

#define ATLAS_TYPE_THEME_ITEM (atlas_theme_item_get_type ())
G_DECLARE_FINAL_TYPE (AtlasThemeItem, atlas_theme_item, ATLAS, THEME_ITEM, GObject)

AtlasThemeItem *atlas_theme_item_new (AtlasThemeItemKind kind,
                                      AtlasThemePage page,
                                      const char *value,
                                      const char *title,
                                      const char *heading);
AtlasThemeItem *atlas_theme_item_new_page (AtlasThemePage target, const char *title);
AtlasThemeItem *
atlas_theme_item_new_topic (AtlasThemePage page, const AtlasTopic *topic, const char *heading);

AtlasThemeItemKind atlas_theme_item_get_kind (AtlasThemeItem *self);
AtlasThemePage atlas_theme_item_get_page (AtlasThemeItem *self);
AtlasThemePage atlas_theme_item_get_target (AtlasThemeItem *self);
const AtlasTopic *atlas_theme_item_get_topic (AtlasThemeItem *self);
const char *atlas_theme_item_get_title (AtlasThemeItem *self);
const char *atlas_theme_item_get_heading (AtlasThemeItem *self);

gboolean atlas_theme_item_is_chosen (AtlasThemeItem *self, const AtlasMapTheme *theme);
gboolean atlas_theme_item_can_toggle (AtlasThemeItem *self, const AtlasMapTheme *theme);
char *atlas_theme_item_choose (AtlasThemeItem *self);
char *atlas_theme_item_toggle (AtlasThemeItem *self, const AtlasMapTheme *theme);
gboolean atlas_theme_item_matches (AtlasThemeItem *self,
                                   AtlasCatalog *catalog,
                                   const AtlasReadings *readings,
                                   const char *folded_query);

G_END_DECLS
