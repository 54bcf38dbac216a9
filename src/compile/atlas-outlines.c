/* atlas-outlines.c: the units and their surroundings, read, checked and joined
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-outlines.h"

#include "atlas-compile.h"
#include "atlas-geojson.h"
#include "atlas-stitch.h"

#define UNITS_FILE "geo/units.geojson"
#define CONTEXT_FILE "geo/context.geojson"

/* How far apart two outlines of one border may be, in world units. The provinces come from the same
 * source as the units and differ by rounding only, less than 150 m. The Korean peninsula does not:
 * its side of the river is up to 3 km off. */
#define SAME_SOURCE_TOLERANCE 5e-6
#define OTHER_SOURCE_TOLERANCE 1e-4

static void
unit_free (gpointer data)
{
  AtlasOutlineUnit *unit = data;

  g_free (unit->code);
  g_free (unit);
}

static gboolean
fail (GError **error, const char *file, const char *code, const char *message)
{
  g_set_error (error, ATLAS_COMPILE_ERROR, ATLAS_COMPILE_ERROR_RECORD, "%s: feature %s: %s", file,
               code, message);
  return FALSE;
}

static gboolean
add_unit_cb (AtlasStatement *row, gpointer data, GError **error)
{
  AtlasOutlines *self = data;
  const char *city = atlas_statement_get_text (row, 1);
  AtlasOutlineUnit *unit = g_new0 (AtlasOutlineUnit, 1);

  unit->code = g_strdup (atlas_statement_get_text (row, 0));
  unit->is_district = atlas_statement_get_int (row, 2) != 0;
  unit->seat = atlas_point_from_degrees (atlas_statement_get_double (row, 3),
                                         atlas_statement_get_double (row, 4));
  g_ptr_array_add (self->units, unit);
  if (!g_ptr_array_find_with_equal_func (self->cities, city, g_str_equal, &unit->city))
    {
      unit->city = self->cities->len;
      g_ptr_array_add (self->cities, g_strdup (city));
    }
  return TRUE;
}

static gboolean
read_units (AtlasOutlines *self, AtlasDatabase *database, GError **error)
{
  g_autoptr (AtlasStatement) select = atlas_database_prepare (
      database,
      "SELECT code, parent, level = 'district', longitude, latitude"
      " FROM place WHERE parent IS NOT NULL ORDER BY code",
      error);

  self->cities = g_ptr_array_new_with_free_func (g_free);
  self->units = g_ptr_array_new_with_free_func (unit_free);
  return select != NULL && atlas_statement_foreach (select, add_unit_cb, self, error);
}

static gboolean
feature_has_code (gconstpointer feature, gconstpointer code)
{
  return g_str_equal (((const AtlasGeojsonFeature *) feature)->code, code);
}

static AtlasGeojsonFeature *
find_feature (GPtrArray *features, const char *code)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (features, code, feature_has_code, &index))
    return NULL;
  return features->pdata[index];
}

static int
compare_features (gconstpointer a, gconstpointer b)
{
  const AtlasGeojsonFeature *const *f = a;
  const AtlasGeojsonFeature *const *g = b;

  return strcmp ((*f)->code, (*g)->code);
}

/* Sorts the features by code and refuses one that comes twice. */
static gboolean
sort_features (GPtrArray *features, const char *file, GError **error)
{
  g_ptr_array_sort (features, compare_features);
  for (guint i = 1; i < features->len; i++)
    if (compare_features (&features->pdata[i - 1], &features->pdata[i]) == 0)
      return fail (error, file, ((AtlasGeojsonFeature *) features->pdata[i])->code,
                   "occurs twice; make it one feature with several polygons");
  return TRUE;
}

/* Both are sorted by code: each unit has the outline of the same index, or something is wrong. */
static gboolean
match_units (AtlasOutlines *self, GError **error)
{
  for (guint i = 0; i < self->units->len; i++)
    {
      const AtlasOutlineUnit *unit = self->units->pdata[i];
      const AtlasGeojsonFeature *outline = find_feature (self->features, unit->code);

      if (outline == NULL)
        return fail (error, UNITS_FILE, unit->code,
                     "is missing, though places.json has the place; add its outline");
      if (g_strcmp0 (outline->city, self->cities->pdata[unit->city]) != 0)
        return fail (error, UNITS_FILE, unit->code,
                     "city_code differs from its parent in places.json; correct one of them");
    }
  for (guint i = 0; i < self->features->len; i++)
    {
      const AtlasGeojsonFeature *outline = self->features->pdata[i];

      if (i >= self->units->len
          || !g_str_equal (outline->code, ((AtlasOutlineUnit *) self->units->pdata[i])->code))
        return fail (error, UNITS_FILE, outline->code,
                     "is no county, city or district of places.json; remove it or add the place");
    }
  return TRUE;
}

static gboolean
read_outlines (AtlasOutlines *self, const char *data_dir, GError **error)
{
  self->features = atlas_geojson_load (data_dir, UNITS_FILE, error);
  if (self->features == NULL || !sort_features (self->features, UNITS_FILE, error)
      || !match_units (self, error))
    return FALSE;

  self->context = atlas_geojson_load (data_dir, CONTEXT_FILE, error);
  if (self->context == NULL || !sort_features (self->context, CONTEXT_FILE, error))
    return FALSE;
  for (guint i = 0; i < self->context->len; i++)
    {
      const AtlasGeojsonFeature *feature = self->context->pdata[i];

      if (find_feature (self->features, feature->code) != NULL
          || g_ptr_array_find_with_equal_func (self->cities, feature->code, g_str_equal, NULL))
        return fail (error, CONTEXT_FILE, feature->code,
                     "is a place of the province; give the region around it another code");
    }
  return TRUE;
}

static guint
get_n_owners (AtlasOutlines *self)
{
  return self->features->len + self->context->len;
}

static const AtlasGeojsonFeature *
get_outline (AtlasOutlines *self, guint owner)
{
  return owner < self->features->len ? self->features->pdata[owner]
                                     : self->context->pdata[owner - self->features->len];
}

static void
add_features (AtlasTopology *topology, GPtrArray *features, guint n_features, guint first_owner)
{
  for (guint i = 0; i < n_features; i++)
    {
      const AtlasGeojsonFeature *feature = features->pdata[i];

      for (guint j = 0; j < feature->rings->len; j++)
        {
          const AtlasGeojsonRing *ring = feature->rings->pdata[j];

          atlas_topology_add_ring (topology, first_owner + i, (AtlasPoint *) ring->points->data,
                                   ring->points->len, ring->is_hole);
        }
    }
}

/* Joins the units and the first `n_context` of the surroundings. */
static gboolean
build_topology (AtlasOutlines *self, guint n_context, GError **error)
{
  AtlasTopologyClash clash;
  double longitude;
  double latitude;

  g_clear_pointer (&self->topology, atlas_topology_free);
  self->topology = atlas_topology_new ();
  add_features (self->topology, self->features, self->features->len, 0);
  add_features (self->topology, self->context, n_context, self->features->len);
  if (atlas_topology_build (self->topology, &clash))
    return TRUE;

  atlas_point_to_degrees (clash.point, &longitude, &latitude);
  g_set_error (error, ATLAS_COMPILE_ERROR, ATLAS_COMPILE_ERROR_RECORD,
               "%s: feature %s: overlaps feature %s at [%.4f, %.4f]; give the ground to one",
               clash.other < self->units->len ? UNITS_FILE : CONTEXT_FILE,
               get_outline (self, clash.other)->code, get_outline (self, clash.owner)->code,
               longitude, latitude);
  return FALSE;
}

/* Makes the features `first` … `last - 1` of the surroundings follow the outer border of what is
 * joined so far, and joins them. */
static gboolean
stitch_context (AtlasOutlines *self, guint first, guint last, double tolerance, GError **error)
{
  g_autofree guint *groups = g_new0 (guint, get_n_owners (self));
  g_autoptr (AtlasShape) joined = atlas_topology_build_area (self->topology, groups,
                                                             get_n_owners (self), 0, 0);
  const AtlasShapePath *border = atlas_topology_find_largest_ring (joined);

  for (guint i = first; border != NULL && i < last; i++)
    {
      const AtlasGeojsonFeature *feature = self->context->pdata[i];

      for (guint j = 0; j < feature->rings->len; j++)
        atlas_stitch_ring (((AtlasGeojsonRing *) feature->rings->pdata[j])->points, border,
                           tolerance);
    }

  return build_topology (self, last, error);
}

/* The provinces have numbers for codes and so come first; they are joined to the units before the
 * countries are joined to both. */
static gboolean
join_all (AtlasOutlines *self, GError **error)
{
  guint n = self->context->len;
  guint n_provinces = 0;

  while (n_provinces < n
         && g_ascii_isdigit (*get_outline (self, self->units->len + n_provinces)->code))
    n_provinces++;

  return build_topology (self, 0, error)
         && stitch_context (self, 0, n_provinces, SAME_SOURCE_TOLERANCE, error)
         && stitch_context (self, n_provinces, n, OTHER_SOURCE_TOLERANCE, error);
}

/**
 * atlas_outlines_load:
 * @database: the data set that is being written, with its places
 * @data_dir: the folder of the facts (`data/`)
 * @error: return location for an error of %ATLAS_COMPILE_ERROR or %ATLAS_DATABASE_ERROR
 *
 * Reads the outlines of the units and of their surroundings, checks that there is exactly one for
 * each unit of the place list, and joins them.
 *
 * Returns: (transfer full) (nullable): the outlines
 */
AtlasOutlines *
atlas_outlines_load (AtlasDatabase *database, const char *data_dir, GError **error)
{
  g_autoptr (AtlasOutlines) self = g_new0 (AtlasOutlines, 1);

  g_return_val_if_fail (ATLAS_IS_DATABASE (database), NULL);
  g_return_val_if_fail (data_dir != NULL, NULL);

  if (!read_units (self, database, error) || !read_outlines (self, data_dir, error)
      || !join_all (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * atlas_outlines_free:
 * @self: (transfer full): the outlines
 */
void
atlas_outlines_free (AtlasOutlines *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->cities, g_ptr_array_unref);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->features, g_ptr_array_unref);
  g_clear_pointer (&self->context, g_ptr_array_unref);
  g_clear_pointer (&self->topology, atlas_topology_free);
  g_free (self);
}

/**
 * atlas_outlines_get_n_owners:
 * @self: the outlines
 *
 * Returns: how many units and regions of the surroundings there are
 */
guint
atlas_outlines_get_n_owners (AtlasOutlines *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return get_n_owners (self);
}

/**
 * atlas_outlines_get_code:
 * @self: the outlines
 * @owner: smaller than atlas_outlines_get_n_owners()
 *
 * Returns: (transfer none): the code of the unit or region
 */
const char *
atlas_outlines_get_code (AtlasOutlines *self, guint owner)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (owner < get_n_owners (self), NULL);

  return get_outline (self, owner)->code;
}

/**
 * atlas_outlines_get_unit:
 * @self: the outlines
 * @owner: an owner, or %ATLAS_TOPOLOGY_NONE
 *
 * Returns: (transfer none) (nullable): the unit; %NULL if @owner is none of the province
 */
const AtlasOutlineUnit *
atlas_outlines_get_unit (AtlasOutlines *self, guint owner)
{
  g_return_val_if_fail (self != NULL, NULL);

  return owner < self->units->len ? self->units->pdata[owner] : NULL;
}
