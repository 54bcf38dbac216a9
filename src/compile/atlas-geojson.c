/* atlas-geojson.c: the outlines in data/geo, checked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-geojson.h"

#include "atlas-record.h"

/* What the map shows, in degrees. A coordinate outside is a slip: most likely a swapped pair. */
#define WEST 116.0
#define EAST 130.0
#define SOUTH 37.0
#define NORTH 46.0

/* A triangle whose first point is repeated at its end. */
#define MIN_POSITIONS 4

static void
ring_free (gpointer data)
{
  AtlasGeojsonRing *ring = data;

  g_array_unref (ring->points);
  g_free (ring);
}

static void
feature_free (gpointer data)
{
  AtlasGeojsonFeature *feature = data;

  g_free (feature->code);
  g_free (feature->city);
  g_ptr_array_unref (feature->rings);
  g_free (feature);
}

/* The array at `index` of another one, or NULL if there is something else. */
static JsonArray *
get_array (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static gboolean
read_number (JsonArray *array, guint index, double *number)
{
  JsonNode *node = json_array_get_element (array, index);
  GType type = json_node_get_value_type (node);

  if (type != G_TYPE_DOUBLE && type != G_TYPE_INT64)
    return FALSE;

  *number = json_node_get_double (node);
  return TRUE;
}

static gboolean
read_position (const AtlasRecord *record,
               guint ring,
               JsonArray *positions,
               guint index,
               AtlasPoint *point,
               GError **error)
{
  JsonArray *position = get_array (positions, index);
  double longitude;
  double latitude;

  if (position == NULL || json_array_get_length (position) < 2
      || !read_number (position, 0, &longitude) || !read_number (position, 1, &latitude))
    return atlas_record_set_error (
        record, NULL, error, "ring %u: position %u is not [longitude, latitude]; write two numbers",
        ring, index);

  if (!(longitude >= WEST && longitude <= EAST && latitude >= SOUTH && latitude <= NORTH))
    return atlas_record_set_error (
        record, NULL, error,
        "ring %u: position %u, [%g, %g], lies outside %g–%g° E, %g–%g° N; "
        "write [longitude, latitude] in degrees",
        ring, index, longitude, latitude, WEST, EAST, SOUTH, NORTH);

  *point = atlas_point_from_degrees (longitude, latitude);
  return TRUE;
}

/* Reads a ring; `ring` counts those of the feature, for errors. */
static gboolean
read_ring (
    const AtlasRecord *record, guint ring, JsonArray *positions, GArray *points, GError **error)
{
  guint n = positions != NULL ? json_array_get_length (positions) : 0;
  const AtlasPoint *first;
  const AtlasPoint *last;

  if (n < MIN_POSITIONS)
    return atlas_record_set_error (
        record, NULL, error, "ring %u has %u positions and needs %u; complete it or remove it",
        ring, n, MIN_POSITIONS);

  g_array_set_size (points, n);
  for (guint i = 0; i < n; i++)
    if (!read_position (record, ring, positions, i, &g_array_index (points, AtlasPoint, i), error))
      return FALSE;

  first = &g_array_index (points, AtlasPoint, 0);
  last = &g_array_index (points, AtlasPoint, n - 1);
  if (first->x != last->x || first->y != last->y)
    return atlas_record_set_error (
        record, NULL, error, "ring %u is not closed; repeat the first point at its end", ring);

  g_array_set_size (points, n - 1);
  return TRUE;
}

/* Reads a polygon: the first ring is around it, the others are holes. */
static gboolean
read_polygon (const AtlasRecord *record, JsonArray *polygon, GPtrArray *rings, GError **error)
{
  guint n = polygon != NULL ? json_array_get_length (polygon) : 0;

  if (n == 0)
    return atlas_record_set_error (record, NULL, error,
                                   "ring %u belongs to a polygon without rings; remove the polygon",
                                   rings->len);

  for (guint i = 0; i < n; i++)
    {
      AtlasGeojsonRing *ring = g_new0 (AtlasGeojsonRing, 1);
      guint index = rings->len;

      ring->points = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
      ring->is_hole = i > 0;
      g_ptr_array_add (rings, ring);
      if (!read_ring (record, index, get_array (polygon, i), ring->points, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_polygons (const AtlasRecord *record, JsonArray *polygons, GPtrArray *rings, GError **error)
{
  guint n = json_array_get_length (polygons);

  if (n == 0)
    return atlas_record_set_error (record, NULL, error, "has no polygon; remove the feature");

  for (guint i = 0; i < n; i++)
    if (!read_polygon (record, get_array (polygons, i), rings, error))
      return FALSE;
  return TRUE;
}

/* The object that is a member of another one. */
static JsonObject *
get_object (const AtlasRecord *record, const char *field, GError **error)
{
  JsonNode *node = json_object_get_member (record->object, field);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      atlas_record_set_error (record, field, error, "is not an object; write it in braces");
      return NULL;
    }
  return json_node_get_object (node);
}

static gboolean
read_geometry (const AtlasRecord *record, GPtrArray *rings, GError **error)
{
  AtlasRecord geometry = { .file = record->file, .name = record->name };
  const char *type;
  JsonNode *node;

  geometry.object = get_object (record, "geometry", error);
  if (geometry.object == NULL)
    return FALSE;
  type = atlas_record_get_text (&geometry, "type", error);
  if (type == NULL)
    return FALSE;

  node = json_object_get_member (geometry.object, "coordinates");
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return atlas_record_set_error (record, "coordinates", error, "is not a list; add the rings");
  if (g_str_equal (type, "Polygon"))
    return read_polygon (record, json_node_get_array (node), rings, error);
  if (g_str_equal (type, "MultiPolygon"))
    return read_polygons (record, json_node_get_array (node), rings, error);
  return atlas_record_set_error (record, "type", error,
                                 "of the geometry is “%s”; only Polygon and MultiPolygon are areas",
                                 type);
}

static gboolean
read_feature (const AtlasRecord *element, guint index, gpointer data, GError **error)
{
  GPtrArray *features = data;
  AtlasGeojsonFeature *feature = g_new0 (AtlasGeojsonFeature, 1);
  AtlasRecord properties = { .file = element->file, .name = element->name };
  AtlasRecord record = *element;
  g_autofree char *name = NULL;
  const char *city;

  feature->rings = g_ptr_array_new_with_free_func (ring_free);
  g_ptr_array_add (features, feature);

  properties.object = get_object (element, "properties", error);
  if (properties.object == NULL)
    return FALSE;
  feature->code = g_strdup (atlas_record_get_text (&properties, "code", error));
  if (feature->code == NULL)
    return FALSE;

  /* From here on the errors call it by its code. */
  name = g_strdup_printf ("feature %s", feature->code);
  record.name = properties.name = name;
  if (!atlas_record_get_optional_text (&properties, "city_code", &city, error))
    return FALSE;
  feature->city = g_strdup (city);
  return read_geometry (&record, feature->rings, error);
}

/**
 * atlas_geojson_load:
 * @data_dir: the data folder
 * @file: the GeoJSON file in it
 * @error: return location for an error of %ATLAS_COMPILE_ERROR
 *
 * Reads a FeatureCollection of areas and checks that every ring is closed and every coordinate on
 * the map.
 *
 * Returns: (transfer full) (nullable) (element-type AtlasGeojsonFeature): the features
 */
GPtrArray *
atlas_geojson_load (const char *data_dir, const char *file, GError **error)
{
  g_autoptr (GPtrArray) features = NULL;
  g_autoptr (JsonParser) parser = NULL;
  AtlasRecord record = { .file = file, .name = "the collection" };

  g_return_val_if_fail (data_dir != NULL, NULL);
  g_return_val_if_fail (file != NULL, NULL);

  parser = atlas_record_load_file (data_dir, file, error);
  if (parser == NULL)
    return NULL;

  record.object = json_node_get_object (json_parser_get_root (parser));
  features = g_ptr_array_new_with_free_func (feature_free);
  if (!atlas_record_foreach (&record, "features", "feature", NULL, read_feature, features, error))
    return NULL;

  return g_steal_pointer (&features);
}
