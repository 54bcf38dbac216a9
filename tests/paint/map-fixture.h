/* map-fixture.h: the data set of the build, as every test of the map uses it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-catalog.h"
#include "atlas-map-geometry.h"

static inline AtlasCatalog *
open_catalog (void)
{
  g_autoptr (GError) error = NULL;
  AtlasCatalog *catalog = atlas_catalog_open (g_getenv ("ATLAS_TEST_DATABASE"), &error);

  g_assert_no_error (error);
  return catalog;
}

static inline AtlasMapGeometry *
load_geometry (AtlasCatalog *catalog)
{
  g_autoptr (GError) error = NULL;
  AtlasMapGeometry *geometry = atlas_map_geometry_load (atlas_catalog_get_database (catalog),
                                                        &error);

  g_assert_no_error (error);
  return geometry;
}
