/* atlas-outlines.h: the units and their surroundings, read, checked and joined
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-database.h"
#include "atlas-topology.h"

G_BEGIN_DECLS

/**
 * AtlasOutlineUnit:
 * @code: GB/T 2260 code
 * @city: index of its city in the outlines' cities
 * @is_district: whether it is a district
 * @seat: where it is governed from, in world units
 *
 * What the place list says of a county-level unit.
 */
typedef struct
{
  char *code;
  guint city;
  gboolean is_district;
  AtlasPoint seat;
} AtlasOutlineUnit;

/**
 * AtlasOutlines:
 * @cities: (element-type utf8): codes of the cities
 * @units: (element-type AtlasOutlineUnit): owners 0 … of @topology
 * @context: (element-type AtlasGeojsonFeature): the surroundings, the owners after the units
 * @topology: who touches whom
 */
typedef struct
{
  GPtrArray *cities;
  GPtrArray *units;
  GPtrArray *context;
  AtlasTopology *topology;

  /*< private >*/
  GPtrArray *features;
} AtlasOutlines;

AtlasOutlines *atlas_outlines_load (AtlasDatabase *database, const char *data_dir, GError **error);
void atlas_outlines_free (AtlasOutlines *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasOutlines, atlas_outlines_free)

guint atlas_outlines_get_n_owners (AtlasOutlines *self);
const char *atlas_outlines_get_code (AtlasOutlines *self, guint owner);
const AtlasOutlineUnit *atlas_outlines_get_unit (AtlasOutlines *self, guint owner);

G_END_DECLS
