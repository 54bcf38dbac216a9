/* atlas-map-theme.h: what the colours of a map mean, as a choice that can be written down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-catalog.h"

G_BEGIN_DECLS

#define ATLAS_MAP_THEME_ERROR (atlas_map_theme_error_quark ())
GQuark atlas_map_theme_error_quark (void);

/**
 * AtlasMapThemeError:
 * @ATLAS_MAP_THEME_ERROR_UNKNOWN: no theme, topic, stage or category is called that; the message
 *   says what there is
 */
typedef enum
{
  ATLAS_MAP_THEME_ERROR_UNKNOWN,
} AtlasMapThemeError;

/**
 * AtlasMapThemeKind:
 * @ATLAS_MAP_THEME_NONE: paper only: "none"
 * @ATLAS_MAP_THEME_CITY: by the city a unit belongs to: "city"
 * @ATLAS_MAP_THEME_FAMILY: by the family of the first leading industry of each place: "family"
 * @ATLAS_MAP_THEME_TOPICS: the places of one to %ATLAS_MAP_MAX_TOPICS families, clusters or zones:
 *   "family:energy", "family:energy,cluster:hydrogen"
 * @ATLAS_MAP_THEME_PROJECTS: by how many projects the documents name: "projects",
 *   "projects,stage:under-way", "projects,category:能源", or both; of the newest plan, or with
 *   "period:all" of all documents
 * @ATLAS_MAP_THEME_PERIOD: by the plan periods whose documents speak of a place: "period"
 * @ATLAS_MAP_THEME_COVERAGE: by how many facts the data set holds: "coverage"
 */
typedef enum
{
  ATLAS_MAP_THEME_NONE,
  ATLAS_MAP_THEME_CITY,
  ATLAS_MAP_THEME_FAMILY,
  ATLAS_MAP_THEME_TOPICS,
  ATLAS_MAP_THEME_PROJECTS,
  ATLAS_MAP_THEME_PERIOD,
  ATLAS_MAP_THEME_COVERAGE,
} AtlasMapThemeKind;

/* More topics could no longer be told apart, together with their overlaps. */
#define ATLAS_MAP_MAX_TOPICS 4

/**
 * AtlasMapTheme:
 * @kind: what the colours mean
 * @topics: (element-type AtlasTopic): borrowed from the catalog; empty unless @kind says topics
 * @stage: (nullable): of projects: the name of an #AtlasStage
 * @category: (nullable): of projects: a category as the data set has it
 * @all_periods: of projects: whether older documents count too
 */
typedef struct
{
  AtlasMapThemeKind kind;
  GPtrArray *topics;
  char *stage;
  char *category;
  gboolean all_periods;
} AtlasMapTheme;

AtlasMapTheme *atlas_map_theme_parse (AtlasCatalog *catalog, const char *text, GError **error);
void atlas_map_theme_free (AtlasMapTheme *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMapTheme, atlas_map_theme_free)

char *atlas_map_theme_to_string (const AtlasMapTheme *self);
char *atlas_map_theme_get_name (const AtlasMapTheme *self);

G_END_DECLS
