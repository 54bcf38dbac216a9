/* atlas-topology.h: the borders that areas share, each stored and simplified once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-geometry.h"

G_BEGIN_DECLS

/* No owner on that side of a border: the sea, or the edge of the data. */
#define ATLAS_TOPOLOGY_NONE G_MAXUINT

/**
 * AtlasTopologyArc:
 * @left: owner on one side, or %ATLAS_TOPOLOGY_NONE
 * @right: owner on the other side, or %ATLAS_TOPOLOGY_NONE
 * @length: on the ground, in metres
 *
 * A stretch of border along which the two owners stay the same.
 */
typedef struct
{
  guint left;
  guint right;
  double length;
} AtlasTopologyArc;

/**
 * AtlasTopologyClash:
 * @owner: who owns the ground already
 * @other: who claims it too
 * @point: where
 */
typedef struct
{
  guint owner;
  guint other;
  AtlasPoint point;
} AtlasTopologyClash;

/**
 * AtlasTopologySelectFunc:
 * @arc: a border
 * @user_data: what was passed along
 *
 * Returns: whether @arc belongs to the lines that are built
 */
typedef gboolean (*AtlasTopologySelectFunc) (const AtlasTopologyArc *arc, gpointer user_data);

double atlas_topology_measure_ring (const AtlasPoint *points, guint n_points);

typedef struct _AtlasTopology AtlasTopology;

AtlasTopology *atlas_topology_new (void);
void atlas_topology_free (AtlasTopology *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTopology, atlas_topology_free)

void atlas_topology_add_ring (
    AtlasTopology *self, guint owner, const AtlasPoint *points, guint n_points, gboolean is_hole);
gboolean atlas_topology_build (AtlasTopology *self, AtlasTopologyClash *clash);
void atlas_topology_simplify (AtlasTopology *self, guint detail, double tolerance);

guint atlas_topology_get_n_arcs (AtlasTopology *self);
const AtlasTopologyArc *atlas_topology_get_arc (AtlasTopology *self, guint index);
guint atlas_topology_get_n_dissolved (AtlasTopology *self);
AtlasShape *atlas_topology_build_area (
    AtlasTopology *self, const guint *groups, guint n_owners, guint group, guint detail);
AtlasShape *atlas_topology_build_lines (AtlasTopology *self,
                                        AtlasTopologySelectFunc select,
                                        gpointer user_data,
                                        guint detail);
const AtlasShapePath *atlas_topology_find_largest_ring (AtlasShape *area);

G_END_DECLS
