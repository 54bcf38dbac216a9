/* atlas-catalog-places.c: places by what is said of them, and by where they lie
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-catalog-private.h"

typedef struct
{
  AtlasCatalog *catalog;
  GPtrArray *places;
} PlaceRows;

static gboolean
add_place (AtlasStatement *row, gpointer data, GError **error)
{
  PlaceRows *rows = data;
  AtlasPlace *place = atlas_catalog_get_place (rows->catalog, atlas_statement_get_text (row, 0));

  if (place == NULL)
    return _atlas_catalog_set_inconsistent (rows->catalog, error);
  g_ptr_array_add (rows->places, g_object_ref (place));
  return TRUE;
}

static GPtrArray *
collect_places (AtlasCatalog *self, const char *sql, const char *id, GError **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AtlasStatement) statement = atlas_database_prepare (self->database, sql, error);
  PlaceRows rows = { .catalog = self, .places = places };

  if (statement == NULL)
    return NULL;
  atlas_statement_bind_text (statement, 1, id);
  if (!atlas_statement_foreach (statement, add_place, &rows, error))
    return NULL;
  return g_steal_pointer (&places);
}

/**
 * atlas_catalog_get_places_in_family:
 * @self: a catalog
 * @family: id of a family
 * @error: return location for an error of %ATLAS_DATABASE_ERROR or %ATLAS_CATALOG_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type AtlasPlace): the places for which a document
 *   names a leading or cultivated industry of @family, by code
 */
GPtrArray *
atlas_catalog_get_places_in_family (AtlasCatalog *self, const char *family, GError **error)
{
  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);
  g_return_val_if_fail (family != NULL, NULL);

  return collect_places (self, "SELECT DISTINCT place FROM claim WHERE family = ?1 ORDER BY place",
                         family, error);
}

/**
 * atlas_catalog_get_places_in_document:
 * @self: a catalog
 * @document: id of a document
 * @error: return location for an error of %ATLAS_DATABASE_ERROR or %ATLAS_CATALOG_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type AtlasPlace): the places of which the data set
 *   holds a fact from @document, by code
 */
GPtrArray *
atlas_catalog_get_places_in_document (AtlasCatalog *self, const char *document, GError **error)
{
  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);
  g_return_val_if_fail (document != NULL, NULL);

  return collect_places (
      self,
      "WITH cited (id) AS (SELECT id FROM passage WHERE document = ?1)"
      " SELECT place FROM claim JOIN claim_passage ON claim = claim.id"
      "  WHERE passage IN (SELECT id FROM cited)"
      " UNION SELECT place FROM project_place JOIN project_statement USING (project)"
      "  WHERE document = ?1"
      " UNION SELECT place FROM cluster_place_passage WHERE passage IN (SELECT id FROM cited)"
      " UNION SELECT place FROM zone_place_passage WHERE passage IN (SELECT id FROM cited)"
      " UNION SELECT territory FROM indicator JOIN place ON code = territory WHERE document = ?1"
      " ORDER BY 1",
      document, error);
}

static GPtrArray *
read_topic (AtlasCatalog *self, const AtlasTopic *topic, GError **error)
{
  if (topic->group == NULL)
    return atlas_catalog_get_places_in_family (self, topic->family->id, error);
  if (topic->group->kind == ATLAS_GROUP_ZONE)
    return collect_places (
        self,
        "SELECT place FROM zone_place WHERE zone = ?1"
        " UNION SELECT code FROM place JOIN zone_place ON zone_place.place = place.parent"
        "  JOIN zone ON zone.id = zone WHERE zone = ?1 AND extends AND level <> 'district'"
        " ORDER BY 1",
        topic->group->id, error);
  return collect_places (self, "SELECT place FROM cluster_place WHERE cluster = ?1 ORDER BY place",
                         topic->group->id, error);
}

/**
 * atlas_catalog_get_places_in_topic:
 * @self: a catalog
 * @id: id of a topic; see #AtlasTopic
 * @error: return location for an error of %ATLAS_DATABASE_ERROR or %ATLAS_CATALOG_ERROR
 *
 * Reads them the first time.
 *
 * Returns: (transfer full) (nullable) (element-type AtlasPlace): by code, the places of a family of
 *   industries, the members of a cluster, or those of a zone with the counties of the cities that
 *   stand in it as a whole; empty where there is no such topic; shared, so it is not to be changed
 */
GPtrArray *
atlas_catalog_get_places_in_topic (AtlasCatalog *self, const char *id, GError **error)
{
  const AtlasTopic *topic;
  GPtrArray *places;

  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  places = g_hash_table_lookup (self->members, id);
  if (places != NULL)
    return g_ptr_array_ref (places);
  if (!_atlas_catalog_load_groups (self, error))
    return NULL;
  topic = atlas_catalog_get_topic (self, id);
  if (topic == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);

  places = read_topic (self, topic, error);
  if (places != NULL)
    g_hash_table_insert (self->members, g_strdup (id), g_ptr_array_ref (places));
  return places;
}

/* The geometry knows units, counties and districts; a city borders what its units border. */
#define NEIGHBOURS_OF_CITY                                                                         \
  "SELECT DISTINCT o.parent FROM neighbour n JOIN place p ON p.code = n.place"                     \
  " JOIN place o ON o.code = n.other WHERE p.parent = ?1 AND o.parent <> ?1 ORDER BY 1"
#define NEIGHBOURS_OF_UNIT                                                                         \
  "SELECT other FROM neighbour n LEFT JOIN place ON code = other WHERE n.place = ?1"               \
  " ORDER BY level = 'district', other"

/**
 * atlas_catalog_load_neighbours:
 * @self: a catalog
 * @place: one of its places
 * @error: return location for an error of %ATLAS_DATABASE_ERROR or %ATLAS_CATALOG_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type AtlasPlace): of a city the cities that border
 *   it, by code; of a county or district the counties, then the districts, each by code
 */
GPtrArray *
atlas_catalog_load_neighbours (AtlasCatalog *self, AtlasPlace *place, GError **error)
{
  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);
  g_return_val_if_fail (ATLAS_IS_PLACE (place), NULL);

  return collect_places (self,
                         atlas_place_is_city (place) ? NEIGHBOURS_OF_CITY : NEIGHBOURS_OF_UNIT,
                         atlas_place_get_code (place), error);
}
