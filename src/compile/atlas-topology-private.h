/* atlas-topology-private.h: what the files of AtlasTopology share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-topology.h"

G_BEGIN_DECLS

/* Vertices are compared on the grid that AtlasShape is stored on: 2^-30 world units. */
#define ATLAS_GRID_STEPS (1 << 30)

typedef struct
{
  gint32 x;
  gint32 y;
} AtlasGridPoint;

/* Its vertices are entries `first` … `first + n - 1` of the chain; a closed arc repeats its first
 * vertex as the last. */
typedef struct
{
  AtlasTopologyArc public;
  guint first;
  guint n;
} AtlasArc;

struct _AtlasTopology
{
  GArray *points;     /* AtlasGridPoint: as added; once built, sorted and each once */
  GArray *edges;      /* as added, later each once */
  GArray *arcs;       /* AtlasArc */
  GArray *chain;      /* guint: the vertices of all arcs, one arc after the other */
  GByteArray *detail; /* for each entry of the chain: the coarsest detail it is drawn at */
  guint n_dissolved;
};

AtlasPoint _atlas_topology_get_point (AtlasTopology *self, guint vertex);

G_END_DECLS
