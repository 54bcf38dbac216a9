/* atlas-group.h: what places belong to: clusters of industry, and zones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-profile.h"

G_BEGIN_DECLS

/**
 * AtlasGroupKind:
 * @ATLAS_GROUP_CLUSTER: one of the clusters of industry (产业集群)
 * @ATLAS_GROUP_FUTURE_FIELD: one of the fields of future industry (未来产业)
 * @ATLAS_GROUP_ZONE: a region, hub, port, pilot, designation, brand …
 */
typedef enum
{
  ATLAS_GROUP_CLUSTER,
  ATLAS_GROUP_FUTURE_FIELD,
  ATLAS_GROUP_ZONE,
} AtlasGroupKind;

/**
 * AtlasGroup:
 * @id: stable; unique among clusters and fields, and among zones
 * @name: as printed
 * @tier: (nullable): of a cluster: 世界级, 国家级, 区域级
 * @family: (nullable): of a cluster or field
 * @target: (nullable): of a cluster: what it is to reach by 2030, as printed
 * @target_number: that in figures, in @target_unit; NaN where there is none
 * @target_unit: (nullable): 亿元
 * @described: of a cluster: whether the document describes it, or only names it
 * @zone_kind: (nullable): of a zone: region, corridor, pivot-city, ethnic, border, resource,
 * centre, port, hub, free-trade, zone, pilot, base, designation, brand, heritage, nature
 * @extends: of a zone: whether a city stands in it with all its counties
 * @note: (nullable): of a zone: a remark
 * @printed: (nullable): the damaged wording of the source, where the name was repaired
 * @repair: (nullable): what was repaired and why
 *
 * Owned by the catalog.
 */
typedef struct
{
  AtlasGroupKind kind;
  char *id;
  char *name;
  char *tier;
  const AtlasFamily *family;
  char *target;
  double target_number;
  char *target_unit;
  gboolean described;
  char *zone_kind;
  gboolean extends;
  char *note;
  char *printed;
  char *repair;
} AtlasGroup;

/**
 * AtlasMembership:
 * @claim: its text is the role in a cluster as printed, or the name of the zone
 * @group: what the place belongs to
 * @place: the place that the document names: of a profile, the place itself or its city (via)
 * @role: (nullable): of a zone: what the place is to do for it or is in it, where the document says
 *   so: 申报建设, 核心区域; %NULL of a cluster, whose role is the text of @claim
 */
typedef struct
{
  AtlasClaim claim;
  const AtlasGroup *group;
  AtlasPlace *place;
  char *role;
} AtlasMembership;

/**
 * AtlasGroupMembers:
 * @members: (element-type AtlasMembership): in printed order; may be empty
 * @sources: (element-type guint): what supports the group itself (name, tier, target), as indices
 *   into @citations
 * @citations: (element-type AtlasCitation): what @sources and the members' claims point into
 */
typedef struct
{
  GPtrArray *members;
  GArray *sources;
  GPtrArray *citations;
} AtlasGroupMembers;

void atlas_group_members_free (AtlasGroupMembers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasGroupMembers, atlas_group_members_free)

G_END_DECLS
