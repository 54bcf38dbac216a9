/* atlas-map-view-data.c: the data set the map shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-view-private.h"

/* Owns @geometry and @paper, which are there whenever @catalog is. */
static void
take_data (AtlasMapView *self,
           AtlasCatalog *catalog,
           AtlasMapGeometry *geometry,
           AtlasMapScheme *paper)
{
  g_set_object (&self->catalog, catalog);
  g_clear_pointer (&self->geometry, atlas_map_geometry_unref);
  self->geometry = geometry;
  g_clear_pointer (&self->paper_style, atlas_map_style_unref);
  g_clear_pointer (&self->paper, atlas_map_scheme_unref);
  self->paper = paper;
  /* A theme that this data set does not know leaves the map without colours. */
  _atlas_map_view_update_scheme (self, NULL);
  atlas_outline_layer_set_geometry (self->outlines, geometry);
  atlas_label_layer_set_places (
      self->labels, catalog != NULL ? atlas_catalog_get_places (catalog) : NULL, geometry);
  if (geometry != NULL)
    atlas_map_camera_set_home (self->camera, atlas_map_geometry_get_province_box (geometry));
  _atlas_map_view_update_stamp (self);
}

/* Returns: (transfer full) (nullable): no colours, for @catalog. */
static AtlasMapScheme *
make_paper (AtlasCatalog *catalog, AtlasMapGeometry *geometry, GError **error)
{
  g_autoptr (AtlasMapTheme) none = atlas_map_theme_parse (catalog, "none", error);

  return none != NULL ? atlas_map_scheme_new (catalog, geometry, none, error) : NULL;
}

/**
 * atlas_map_view_set_catalog:
 * @self: a map
 * @catalog: (nullable): the data set to show
 * @error: return location
 *
 * Loads the areas of @catalog. Where that fails the map keeps what it shows.
 *
 * Returns: whether @catalog is shown; otherwise @error is of the data set's file
 */
gboolean
atlas_map_view_set_catalog (AtlasMapView *self, AtlasCatalog *catalog, GError **error)
{
  g_autoptr (AtlasMapGeometry) geometry = NULL;
  g_autoptr (AtlasMapScheme) paper = NULL;

  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), FALSE);
  g_return_val_if_fail (catalog == NULL || ATLAS_IS_CATALOG (catalog), FALSE);

  if (self->catalog == catalog)
    return TRUE;

  if (catalog != NULL)
    {
      geometry = atlas_map_geometry_load (atlas_catalog_get_database (catalog), error);
      paper = geometry != NULL ? make_paper (catalog, geometry, error) : NULL;
      if (paper == NULL)
        return FALSE;
    }

  _atlas_map_view_unhover (self);
  _atlas_map_view_select (self, NULL, FALSE);
  take_data (self, catalog, g_steal_pointer (&geometry), g_steal_pointer (&paper));
  _atlas_map_view_update_look (self);
  _atlas_map_view_notify (self, MAP_VIEW_CATALOG);

  return TRUE;
}

/**
 * atlas_map_view_get_geometry:
 * @self: a map
 *
 * Returns: (transfer none) (nullable): the areas of the data set that is shown
 */
AtlasMapGeometry *
atlas_map_view_get_geometry (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), NULL);

  return self->geometry;
}
