/* atlas-catalog.h: the shipped data set, opened read-only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-database.h"
#include "atlas-group.h"
#include "atlas-indicator.h"
#include "atlas-place.h"
#include "atlas-profile.h"
#include "atlas-project.h"
#include "atlas-readings.h"

G_BEGIN_DECLS

#define ATLAS_CATALOG_ERROR (atlas_catalog_error_quark ())
GQuark atlas_catalog_error_quark (void);

/**
 * AtlasCatalogError:
 * @ATLAS_CATALOG_ERROR_UNKNOWN_PLACE: nothing is called that; the message offers the nearest
 * @ATLAS_CATALOG_ERROR_AMBIGUOUS_PLACE: several are; the message lists them
 * @ATLAS_CATALOG_ERROR_INCONSISTENT: a row names something the data set does not have
 */
typedef enum
{
  ATLAS_CATALOG_ERROR_UNKNOWN_PLACE,
  ATLAS_CATALOG_ERROR_AMBIGUOUS_PLACE,
  ATLAS_CATALOG_ERROR_INCONSISTENT,
} AtlasCatalogError;

#define ATLAS_TYPE_CATALOG (atlas_catalog_get_type ())
G_DECLARE_FINAL_TYPE (AtlasCatalog, atlas_catalog, ATLAS, CATALOG, GObject)

char *atlas_catalog_default_path (void);
AtlasCatalog *atlas_catalog_open (const char *path, GError **error);
AtlasDatabase *atlas_catalog_get_database (AtlasCatalog *self);
const char *atlas_catalog_get_version (AtlasCatalog *self);
const char *atlas_catalog_get_date (AtlasCatalog *self);
const char *atlas_catalog_get_approval (AtlasCatalog *self);

GListModel *atlas_catalog_get_places (AtlasCatalog *self);
GListModel *atlas_catalog_get_children (AtlasCatalog *self, AtlasPlace *city, gboolean districts);
AtlasPlace *atlas_catalog_get_place (AtlasCatalog *self, const char *code);
AtlasPlace *atlas_catalog_resolve_place (AtlasCatalog *self, const char *text, GError **error);
GPtrArray *atlas_catalog_get_documents (AtlasCatalog *self);
const AtlasDocument *atlas_catalog_get_document (AtlasCatalog *self, const char *id);
GPtrArray *atlas_catalog_get_families (AtlasCatalog *self);
const AtlasFamily *atlas_catalog_get_family (AtlasCatalog *self, const char *id);
GPtrArray *
atlas_catalog_get_places_in_family (AtlasCatalog *self, const char *family, GError **error);
GPtrArray *
atlas_catalog_get_places_in_document (AtlasCatalog *self, const char *document, GError **error);

AtlasProfile *atlas_catalog_load_profile (AtlasCatalog *self, AtlasPlace *place, GError **error);
AtlasProjectList *
atlas_catalog_load_projects (AtlasCatalog *self, const AtlasProjectFilter *filter, GError **error);
guint atlas_catalog_count_projects (AtlasCatalog *self, GError **error);
GPtrArray *atlas_catalog_load_project_categories (AtlasCatalog *self, GError **error);
GHashTable *atlas_catalog_count_projects_by_place (AtlasCatalog *self,
                                                   const AtlasProjectFilter *filter,
                                                   GError **error);
GHashTable *atlas_catalog_count_facts_by_place (AtlasCatalog *self, GError **error);

/**
 * AtlasPeriods:
 * @ATLAS_PERIODS_NEWEST: that of the newest plan
 * @ATLAS_PERIODS_OLDER: any before it
 *
 * When the documents are from.
 */
typedef enum
{
  ATLAS_PERIODS_NEWEST = 1 << 0,
  ATLAS_PERIODS_OLDER = 1 << 1,
} AtlasPeriods;

GHashTable *atlas_catalog_load_periods_by_place (AtlasCatalog *self, GError **error);

AtlasIndicatorList *
atlas_catalog_load_indicators (AtlasCatalog *self, const char *territory, GError **error);
GPtrArray *atlas_catalog_get_clusters (AtlasCatalog *self);
GPtrArray *atlas_catalog_get_zones (AtlasCatalog *self);
AtlasGroupMembers *
atlas_catalog_load_members (AtlasCatalog *self, const AtlasGroup *group, GError **error);
GPtrArray *atlas_catalog_load_neighbours (AtlasCatalog *self, AtlasPlace *place, GError **error);

/**
 * AtlasTopic:
 * @id: "family:ID", "cluster:ID" or "zone:ID"
 * @name: what it is called
 * @family: (nullable): of a family or cluster: whose colour it has; a zone has none
 * @group: (nullable): of a cluster or zone
 *
 * What the map can show the places of.
 */
typedef struct
{
  char *id;
  const char *name;
  const AtlasFamily *family;
  const AtlasGroup *group;
} AtlasTopic;

const AtlasTopic *atlas_catalog_get_topic (AtlasCatalog *self, const char *id);
GPtrArray *atlas_catalog_get_places_in_topic (AtlasCatalog *self, const char *id, GError **error);

/**
 * AtlasIndustryTerm:
 *
 * An industry as the documents print it, its family, and the places it is named for.
 */
typedef struct
{
  char *name;
  const AtlasFamily *family;
  GPtrArray *places;
} AtlasIndustryTerm;

GPtrArray *
atlas_catalog_load_industry_terms (AtlasCatalog *self, const char *document, GError **error);

AtlasReadings *atlas_catalog_load_readings (AtlasCatalog *self, GError **error);
char *atlas_catalog_fold (AtlasCatalog *self, const char *text);

G_END_DECLS
