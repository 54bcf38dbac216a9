/* atlas-map-geometry.c: the areas and boundaries the map is painted from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-geometry.h"

#include <glib/gi18n.h>

/* Below these zooms, by the measure of 256-pixel tiles, the coarser details do: what they leave out
 * is then smaller than a bend of two by two pixels. */
#define COARSE_ZOOM_LIMIT 7.5
#define MIDDLE_ZOOM_LIMIT 8.5

struct _AtlasMapGeometry
{
  gatomicrefcount ref_count;

  GPtrArray *areas;       /* AtlasArea, by code */
  GHashTable *by_code;    /* code (of the area) → AtlasArea (borrowed) */
  GHashTable *neighbours; /* code → GPtrArray of codes, both owned by the areas, NULL-terminated */
  AtlasShape *boundaries[ATLAS_N_BOUNDARY_CLASSES][ATLAS_N_DETAILS];
  AtlasBox province_box;
};

static const char *const boundary_names[ATLAS_N_BOUNDARY_CLASSES] = {
  [ATLAS_BOUNDARY_PROVINCE] = "province", [ATLAS_BOUNDARY_CITY] = "city",
  [ATLAS_BOUNDARY_COUNTY] = "county",     [ATLAS_BOUNDARY_DISTRICT] = "district",
  [ATLAS_BOUNDARY_CONTEXT] = "context",
};

static void
area_free (gpointer data)
{
  AtlasArea *area = data;

  g_free (area->code);
  g_free (area->city);
  for (guint i = 0; i < ATLAS_N_DETAILS; i++)
    g_clear_pointer (&area->shapes[i], atlas_shape_unref);
  g_free (area);
}

static gboolean
set_damaged (AtlasDatabase *database, GError **error)
{
  g_autofree char *name = g_filename_display_name (atlas_database_get_path (database));

  g_set_error (error, ATLAS_DATABASE_ERROR, ATLAS_DATABASE_ERROR_CORRUPT,
               _ ("The outlines of the map in “%s” are damaged. Install the program again."), name);
  return FALSE;
}

/* Puts the shape of a row into its place among the details of its area or boundary. */
static gboolean
read_shape (AtlasStatement *row,
            int detail_column,
            int shape_column,
            AtlasShape **shapes,
            AtlasDatabase *database,
            GError **error)
{
  gint64 detail = atlas_statement_get_int (row, detail_column);
  g_autoptr (GBytes) bytes = atlas_statement_get_blob (row, shape_column);
  AtlasShape *shape = atlas_shape_from_bytes (bytes);

  if (shape == NULL)
    return set_damaged (database, error);
  if (detail < 0 || detail >= ATLAS_N_DETAILS || shapes[detail] != NULL)
    {
      atlas_shape_unref (shape);
      return set_damaged (database, error);
    }

  shapes[detail] = shape;
  return TRUE;
}

static gboolean
has_all_details (AtlasShape *const *shapes)
{
  for (guint i = 0; i < ATLAS_N_DETAILS; i++)
    if (shapes[i] == NULL)
      return FALSE;
  return TRUE;
}

static AtlasArea *
ensure_area (AtlasMapGeometry *self, AtlasStatement *row)
{
  const char *code = atlas_statement_get_text (row, 0);
  AtlasArea *area = code != NULL ? g_hash_table_lookup (self->by_code, code) : NULL;

  if (code == NULL || area != NULL)
    return area;

  area = g_new0 (AtlasArea, 1);
  area->code = g_strdup (code);
  area->city = g_strdup (atlas_statement_get_text (row, 3));
  area->is_unit = area->city != NULL;
  area->is_district = g_strcmp0 (atlas_statement_get_text (row, 4), "district") == 0;
  g_ptr_array_add (self->areas, area);
  g_hash_table_insert (self->by_code, area->code, area);
  return area;
}

static gboolean
load_areas (AtlasMapGeometry *self, AtlasDatabase *database, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (AtlasStatement) select = atlas_database_prepare (
      database,
      "SELECT area.code, area.detail, area.shape, place.parent, place.level"
      " FROM area LEFT JOIN place ON place.code = area.code ORDER BY area.code, area.detail",
      error);

  if (select == NULL)
    return FALSE;

  while (atlas_statement_next (select, &local))
    {
      AtlasArea *area = ensure_area (self, select);

      if (area == NULL)
        return set_damaged (database, error);
      if (!read_shape (select, 1, 2, area->shapes, database, error))
        return FALSE;
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  for (guint i = 0; i < self->areas->len; i++)
    {
      const AtlasArea *area = self->areas->pdata[i];

      if (!has_all_details (area->shapes))
        return set_damaged (database, error);
      if (area->is_unit)
        atlas_box_add_box (&self->province_box,
                           atlas_shape_get_box (area->shapes[ATLAS_N_DETAILS - 1]));
    }
  return TRUE;
}

static gboolean
load_boundary (AtlasMapGeometry *self,
               AtlasBoundaryClass boundary,
               AtlasDatabase *database,
               GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (AtlasStatement) select = atlas_database_prepare (
      database, "SELECT detail, shape FROM boundary WHERE class = ?1", error);

  if (select == NULL)
    return FALSE;

  atlas_statement_bind_text (select, 1, boundary_names[boundary]);
  while (atlas_statement_next (select, &local))
    if (!read_shape (select, 0, 1, self->boundaries[boundary], database, error))
      return FALSE;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return has_all_details (self->boundaries[boundary]) || set_damaged (database, error);
}

static gboolean
load_boundaries (AtlasMapGeometry *self, AtlasDatabase *database, GError **error)
{
  for (guint i = 0; i < ATLAS_N_BOUNDARY_CLASSES; i++)
    if (!load_boundary (self, i, database, error))
      return FALSE;
  return TRUE;
}

/* Notes that `other` lies beside `place`. */
static gboolean
add_neighbour_cb (AtlasStatement *row, gpointer data, GError **error)
{
  AtlasMapGeometry *self = data;
  const char *code = atlas_statement_get_text (row, 0);
  const char *other_code = atlas_statement_get_text (row, 1);
  const AtlasArea *place = code != NULL ? atlas_map_geometry_find_area (self, code) : NULL;
  const AtlasArea *other = other_code != NULL ? atlas_map_geometry_find_area (self, other_code)
                                              : NULL;
  GPtrArray *list;

  if (place == NULL || other == NULL)
    return TRUE;

  list = g_hash_table_lookup (self->neighbours, place->code);
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->neighbours, place->code, list);
    }
  g_ptr_array_add (list, other->code);
  return TRUE;
}

static gboolean
load_neighbours (AtlasMapGeometry *self, AtlasDatabase *database, GError **error)
{
  GHashTableIter iter;
  gpointer list;
  g_autoptr (AtlasStatement) select = atlas_database_prepare (
      database, "SELECT place, other FROM neighbour ORDER BY place, other", error);

  if (select == NULL || !atlas_statement_foreach (select, add_neighbour_cb, self, error))
    return FALSE;

  g_hash_table_iter_init (&iter, self->neighbours);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_add (list, NULL);
  return TRUE;
}

/**
 * atlas_map_geometry_load:
 * @database: the data set
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Reads everything the map is painted from. May be called in any thread, with a connection of its
 * own.
 *
 * Returns: (transfer full) (nullable): the geometry
 */
AtlasMapGeometry *
atlas_map_geometry_load (AtlasDatabase *database, GError **error)
{
  g_autoptr (AtlasMapGeometry) self = NULL;

  g_return_val_if_fail (ATLAS_IS_DATABASE (database), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_new0 (AtlasMapGeometry, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->areas = g_ptr_array_new_with_free_func (area_free);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->neighbours = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            (GDestroyNotify) g_ptr_array_unref);
  self->province_box = atlas_box_empty ();

  if (!load_areas (self, database, error) || !load_boundaries (self, database, error)
      || !load_neighbours (self, database, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * atlas_map_geometry_ref:
 * @self: the geometry
 *
 * Returns: (transfer full): @self
 */
AtlasMapGeometry *
atlas_map_geometry_ref (AtlasMapGeometry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atlas_map_geometry_unref:
 * @self: (transfer full): the geometry
 */
void
atlas_map_geometry_unref (AtlasMapGeometry *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->neighbours);
  g_hash_table_unref (self->by_code);
  g_ptr_array_unref (self->areas);
  for (guint i = 0; i < ATLAS_N_BOUNDARY_CLASSES; i++)
    for (guint j = 0; j < ATLAS_N_DETAILS; j++)
      g_clear_pointer (&self->boundaries[i][j], atlas_shape_unref);
  g_free (self);
}

/**
 * atlas_map_geometry_get_n_areas:
 * @self: the geometry
 *
 * Returns: how many areas there are: units, cities and the surroundings
 */
guint
atlas_map_geometry_get_n_areas (AtlasMapGeometry *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->areas->len;
}

/**
 * atlas_map_geometry_get_area:
 * @self: the geometry
 * @index: smaller than atlas_map_geometry_get_n_areas()
 *
 * Returns: (transfer none): the area; they are in the order of their codes
 */
const AtlasArea *
atlas_map_geometry_get_area (AtlasMapGeometry *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->areas->len, NULL);

  return self->areas->pdata[index];
}

/**
 * atlas_map_geometry_find_area:
 * @self: the geometry
 * @code: code of a unit, a city or a region around the province
 *
 * Returns: (transfer none) (nullable): the area, or %NULL if @code has none
 */
const AtlasArea *
atlas_map_geometry_find_area (AtlasMapGeometry *self, const char *code)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  return g_hash_table_lookup (self->by_code, code);
}

/**
 * atlas_map_geometry_get_boundary:
 * @self: the geometry
 * @boundary: which boundaries
 * @detail: smaller than %ATLAS_N_DETAILS
 *
 * Returns: (transfer none): all boundaries of that class, as lines; a closed one repeats its first
 *   point
 */
AtlasShape *
atlas_map_geometry_get_boundary (AtlasMapGeometry *self, AtlasBoundaryClass boundary, guint detail)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (boundary < ATLAS_N_BOUNDARY_CLASSES, NULL);
  g_return_val_if_fail (detail < ATLAS_N_DETAILS, NULL);

  return self->boundaries[boundary][detail];
}

/**
 * atlas_map_geometry_get_province_box:
 * @self: the geometry
 *
 * Returns: (transfer none): the box around all units
 */
const AtlasBox *
atlas_map_geometry_get_province_box (AtlasMapGeometry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->province_box;
}

/**
 * atlas_map_geometry_hit:
 * @self: the geometry
 * @point: in world units
 *
 * Finds the unit at @point. The finest outlines decide, whatever is painted: a click means the same
 * at every zoom.
 *
 * Returns: (transfer none) (nullable): the unit, or %NULL outside the province
 */
const AtlasArea *
atlas_map_geometry_hit (AtlasMapGeometry *self, AtlasPoint point)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!atlas_box_contains (&self->province_box, point))
    return NULL;

  for (guint i = 0; i < self->areas->len; i++)
    {
      const AtlasArea *area = self->areas->pdata[i];

      if (area->is_unit && atlas_shape_contains (area->shapes[ATLAS_N_DETAILS - 1], point))
        return area;
    }

  return NULL;
}

/**
 * atlas_map_geometry_detail_for_zoom:
 * @zoom: zoom level, by the measure of 256-pixel tiles: for tiles of another size, or more pixels
 *   to a point, the one that gives as many pixels
 *
 * Returns: the coarsest level of detail that looks like the finest
 */
guint
atlas_map_geometry_detail_for_zoom (double zoom)
{
  if (zoom < COARSE_ZOOM_LIMIT)
    return 0;
  if (zoom < MIDDLE_ZOOM_LIMIT)
    return 1;
  return ATLAS_N_DETAILS - 1;
}

/**
 * atlas_map_geometry_get_neighbours:
 * @self: the geometry
 * @code: code of a unit
 *
 * Returns: (transfer none) (array zero-terminated=1): codes of the units that share a boundary with
 *   it; empty for an island, and for a code that is no unit
 */
const char *const *
atlas_map_geometry_get_neighbours (AtlasMapGeometry *self, const char *code)
{
  static const char *const nobody[] = { NULL };
  GPtrArray *list;

  g_return_val_if_fail (self != NULL, nobody);
  g_return_val_if_fail (code != NULL, nobody);

  list = g_hash_table_lookup (self->neighbours, code);
  return list != NULL ? (const char *const *) list->pdata : nobody;
}
