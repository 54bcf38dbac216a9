/* atlas-check.h: whether a data set is right, and how much it covers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-catalog.h"

G_BEGIN_DECLS

/**
 * AtlasFactKind:
 *
 * What is counted.
 */
typedef enum
{
  ATLAS_FACT_POSITIONING,
  ATLAS_FACT_LEADING,
  ATLAS_FACT_CULTIVATED,
  ATLAS_FACT_PROJECT,
  ATLAS_FACT_CLUSTER,
  ATLAS_FACT_ZONE,
  ATLAS_FACT_INDICATOR,
  ATLAS_N_FACT_KINDS,
} AtlasFactKind;

const char *atlas_fact_kind_to_string (AtlasFactKind kind);

/**
 * AtlasCoverage:
 * @place: a city, county or district
 * @n: how many facts of each kind name the place itself; those of the counties are not the city's
 * @n_by_document: (array): how many facts of any kind each document supports, by the order of
 *   atlas_catalog_get_documents(); a fact with two documents counts for both
 * @n_inferred: how many of them rest on an inferred place
 * @n_repaired: how many have a repaired wording
 *
 * How many facts the data set holds for one place.
 */
typedef struct
{
  AtlasPlace *place;
  guint n[ATLAS_N_FACT_KINDS];
  guint *n_by_document;
  guint n_inferred;
  guint n_repaired;
} AtlasCoverage;

/**
 * AtlasRepair:
 * @fact: the wording as it is shown
 * @printed: the wording of the source
 * @repair: what was repaired and why
 */
typedef struct
{
  char *fact;
  char *printed;
  char *repair;
} AtlasRepair;

/**
 * AtlasInference:
 * @place: the inferred place
 * @fact: what is tied to it
 * @why: the reason
 */
typedef struct
{
  AtlasPlace *place;
  char *fact;
  char *why;
} AtlasInference;

/**
 * AtlasCheck:
 * @coverage: (element-type AtlasCoverage): the cities and counties by code, then the districts that
 *   hold a fact
 * @n_projects: how many projects there are; each counts once, however many places carry it
 * @n_clusters: clusters
 * @n_future_fields: fields of future industry
 * @n_zones: zones
 * @n_indicators: indicators
 * @n_passages: quotations
 * @without_project: (element-type AtlasPlace): the cities and counties that no document ties to a
 *   project
 * @repairs: (element-type AtlasRepair)
 * @inferences: (element-type AtlasInference)
 * @problems: (element-type utf8): what is wrong, one sentence each; empty where all is right
 */
typedef struct
{
  GPtrArray *coverage;
  guint n_projects;
  guint n_clusters;
  guint n_future_fields;
  guint n_zones;
  guint n_indicators;
  guint n_passages;
  GPtrArray *without_project;
  GPtrArray *repairs;
  GPtrArray *inferences;
  GPtrArray *problems;
} AtlasCheck;

AtlasCheck *atlas_check_run (AtlasCatalog *catalog, GError **error);
void atlas_check_free (AtlasCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCheck, atlas_check_free)

G_END_DECLS
