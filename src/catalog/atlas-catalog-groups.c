/* atlas-catalog-groups.c: clusters, zones, and the topics the map can show; read once needed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-catalog-private.h"

#include <math.h>

/*
 * _atlas_topic_free:
 * @self: (transfer full): a topic
 */
void
_atlas_topic_free (AtlasTopic *self)
{
  g_free (self->id);
  g_free (self);
}

static void
add_topic (AtlasCatalog *self,
           const char *prefix,
           const char *id,
           const char *name,
           const AtlasFamily *family,
           const AtlasGroup *group)
{
  AtlasTopic *topic = g_new0 (AtlasTopic, 1);

  topic->id = g_strconcat (prefix, id, NULL);
  topic->name = name;
  topic->family = family;
  topic->group = group;
  g_hash_table_replace (self->topics, topic->id, topic);
}

static gboolean
add_cluster (AtlasStatement *statement, gpointer data, GError **error)
{
  AtlasRow row = { .catalog = data, .statement = statement };
  AtlasGroup *group = g_new0 (AtlasGroup, 1);
  const char *kind = atlas_statement_get_text (statement, 2);

  g_ptr_array_add (row.catalog->clusters, group);
  group->id = _atlas_row_get_text (&row, 0);
  group->name = _atlas_row_get_text (&row, 1);
  group->kind = g_strcmp0 (kind, "cluster") == 0 ? ATLAS_GROUP_CLUSTER : ATLAS_GROUP_FUTURE_FIELD;
  group->tier = _atlas_row_get_optional_text (&row, 3);
  group->family = _atlas_row_get_optional_family (&row, 4);
  group->target = _atlas_row_get_optional_text (&row, 5);
  group->target_number = _atlas_row_get_number (&row, 6);
  group->target_unit = _atlas_row_get_optional_text (&row, 7);
  group->described = atlas_statement_get_int (statement, 8) != 0;
  row.is_broken |= kind == NULL || group->family == NULL
                   || (group->kind == ATLAS_GROUP_CLUSTER) != (group->tier != NULL);
  if (!_atlas_row_end (&row, error))
    return FALSE;
  add_topic (row.catalog, "cluster:", group->id, group->name, group->family, group);
  return TRUE;
}

static gboolean
add_zone (AtlasStatement *statement, gpointer data, GError **error)
{
  AtlasRow row = { .catalog = data, .statement = statement };
  AtlasGroup *group = g_new0 (AtlasGroup, 1);

  g_ptr_array_add (row.catalog->zones, group);
  group->kind = ATLAS_GROUP_ZONE;
  group->target_number = NAN;
  group->id = _atlas_row_get_text (&row, 0);
  group->name = _atlas_row_get_text (&row, 1);
  group->zone_kind = _atlas_row_get_text (&row, 2);
  group->extends = atlas_statement_get_int (statement, 3) != 0;
  group->note = _atlas_row_get_optional_text (&row, 4);
  _atlas_row_get_repair (&row, 5, &group->printed, &group->repair);
  if (!_atlas_row_end (&row, error))
    return FALSE;
  add_topic (row.catalog, "zone:", group->id, group->name, NULL, group);
  return TRUE;
}

static gboolean
load_table (AtlasCatalog *self, const char *sql, AtlasRowFunc func, GError **error)
{
  g_autoptr (AtlasStatement) rows = atlas_database_prepare (self->database, sql, error);

  return rows != NULL && atlas_statement_foreach (rows, func, self, error);
}

static void
forget_groups (AtlasCatalog *self)
{
  g_hash_table_remove_all (self->topics);
  g_ptr_array_set_size (self->zones, 0);
  g_ptr_array_set_size (self->clusters, 0);
}

/*
 * _atlas_catalog_load_groups:
 * @self: the catalog
 * @error: return location for an error
 *
 * Reads the clusters and zones and makes the topics, with the first call.
 *
 * Returns: whether they are there
 */
gboolean
_atlas_catalog_load_groups (AtlasCatalog *self, GError **error)
{
  if (g_hash_table_size (self->topics) > 0)
    return TRUE;

  for (guint i = 0; i < self->families->len; i++)
    {
      const AtlasFamily *family = g_ptr_array_index (self->families, i);

      add_topic (self, "family:", family->id, family->name, family, NULL);
    }
  if (load_table (self,
                  "SELECT id, name, kind, tier, family, target, target_number, target_unit,"
                  " described FROM cluster ORDER BY position",
                  add_cluster, error)
      && load_table (self,
                     "SELECT id, name, kind, extends, note, printed, repair FROM zone"
                     " ORDER BY position",
                     add_zone, error))
    return TRUE;

  forget_groups (self);
  return FALSE;
}

/* For those who cannot be told of an error: what cannot be read is not there. */
static void
try_groups (AtlasCatalog *self)
{
  g_autoptr (GError) error = NULL;

  if (!_atlas_catalog_load_groups (self, &error))
    g_warning ("Clusters and zones cannot be read: %s", error->message);
}

/**
 * atlas_catalog_get_clusters:
 * @self: a catalog
 *
 * Returns: (transfer none) (element-type AtlasGroup): the clusters, then the fields of future
 *   industry, as printed; none where the file is damaged
 */
GPtrArray *
atlas_catalog_get_clusters (AtlasCatalog *self)
{
  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);

  try_groups (self);
  return self->clusters;
}

/**
 * atlas_catalog_get_zones:
 * @self: a catalog
 *
 * Returns: (transfer none) (element-type AtlasGroup): the zones, in their fixed order; none where
 *   the file is damaged
 */
GPtrArray *
atlas_catalog_get_zones (AtlasCatalog *self)
{
  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);

  try_groups (self);
  return self->zones;
}

/**
 * atlas_catalog_get_topic:
 * @self: a catalog
 * @id: (nullable): "family:ID", "cluster:ID" or "zone:ID"
 *
 * Returns: (nullable): the topic of that id, owned by @self
 */
const AtlasTopic *
atlas_catalog_get_topic (AtlasCatalog *self, const char *id)
{
  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);

  if (id == NULL)
    return NULL;
  try_groups (self);
  return g_hash_table_lookup (self->topics, id);
}
