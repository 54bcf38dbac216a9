/* scheme-fixture.h: themes applied to the data set of the build
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-map-scheme.h"
#include "map-fixture.h"

typedef struct
{
  AtlasCatalog *catalog;
  AtlasMapGeometry *geometry;
} Fixture;

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalog = open_catalog ();
  fixture->geometry = load_geometry (fixture->catalog);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  atlas_map_geometry_unref (fixture->geometry);
  g_assert_finalize_object (fixture->catalog);
}

static inline AtlasMapScheme *
make_scheme (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasMapTheme) theme = atlas_map_theme_parse (fixture->catalog, text, &error);
  AtlasMapScheme *scheme;

  g_assert_no_error (error);
  scheme = atlas_map_scheme_new (fixture->catalog, fixture->geometry, theme, &error);
  g_assert_no_error (error);
  g_assert_cmpint (atlas_map_scheme_get_kind (scheme), ==, theme->kind);
  return scheme;
}
