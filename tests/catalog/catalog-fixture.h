/* catalog-fixture.h: the shipped data set, for the tests of the catalog
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-catalog.h"

static inline AtlasCatalog *
open_catalog (void)
{
  g_autoptr (GError) error = NULL;
  AtlasCatalog *catalog = atlas_catalog_open (g_getenv ("ATLAS_TEST_DATABASE"), &error);

  g_assert_no_error (error);
  return catalog;
}

static inline AtlasProfile *
load_profile (AtlasCatalog *catalog, const char *code)
{
  AtlasPlace *place = atlas_catalog_get_place (catalog, code);
  g_autoptr (GError) error = NULL;
  AtlasProfile *profile = atlas_catalog_load_profile (catalog, place, &error);

  g_assert_no_error (error);
  return profile;
}

static inline const AtlasProject *
find_project (GPtrArray *projects, const char *id)
{
  for (guint i = 0; i < projects->len; i++)
    {
      const AtlasProject *project = g_ptr_array_index (projects, i);

      if (g_str_equal (project->id, id))
        return project;
    }
  return NULL;
}

static inline char *
join_codes (GPtrArray *places)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            atlas_place_get_code (g_ptr_array_index (places, i)));
  return g_string_free (text, FALSE);
}
