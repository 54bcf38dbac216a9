/* atlas-catalog.c: the shipped data set, opened read-only
 *
 * Places, documents and families are few and read at once, clusters and zones with the first
 * question for them; profiles and lists of projects are read when asked for. What the map asks for
 * again and again is kept: the file does not change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-catalog-private.h"

#include "atlas-catalog-schema.h"
#include "config.h"

G_DEFINE_QUARK (atlas - catalog - error - quark, atlas_catalog_error)
G_DEFINE_FINAL_TYPE (AtlasCatalog, atlas_catalog, G_TYPE_OBJECT)

static void
atlas_catalog_finalize (GObject *object)
{
  AtlasCatalog *self = ATLAS_CATALOG (object);

  g_clear_pointer (&self->categories, g_ptr_array_unref);
  g_clear_pointer (&self->members, g_hash_table_unref);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->topics, g_hash_table_unref);
  g_clear_pointer (&self->zones, g_ptr_array_unref);
  g_clear_pointer (&self->clusters, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->variants, atlas_han_variants_free);
  g_clear_pointer (&self->places_by_code, g_hash_table_unref);
  g_clear_object (&self->places);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->families, g_ptr_array_unref);
  g_clear_pointer (&self->meta, g_hash_table_unref);
  g_clear_object (&self->database);

  G_OBJECT_CLASS (atlas_catalog_parent_class)->finalize (object);
}

static void
atlas_catalog_class_init (AtlasCatalogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_catalog_finalize;
}

static void
atlas_catalog_init (AtlasCatalog *self)
{
  self->meta = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->places = g_list_store_new (ATLAS_TYPE_PLACE);
  self->places_by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_document_free);
  self->families = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_family_free);
  self->clusters = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_group_free);
  self->zones = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_group_free);
  self->topics = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                        (GDestroyNotify) _atlas_topic_free);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_hash_table_unref);
  self->members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_ptr_array_unref);
}

/**
 * atlas_catalog_default_path:
 *
 * Returns: (transfer full): the data set that is used where none is named: the file in the
 *   environment variable ATLAS_DATABASE, else the installed one
 */
char *
atlas_catalog_default_path (void)
{
  const char *path = g_getenv ("ATLAS_DATABASE");

  return g_strdup (path != NULL && *path != '\0' ? path : ATLAS_DATABASE_PATH);
}

/**
 * atlas_catalog_open:
 * @path: a data set file
 * @error: return location for an error of %ATLAS_DATABASE_ERROR or %ATLAS_CATALOG_ERROR
 *
 * Opens the data set and reads its places, documents and families.
 *
 * Returns: (transfer full) (nullable): the catalog, to be used from one thread at a time
 */
AtlasCatalog *
atlas_catalog_open (const char *path, GError **error)
{
  g_autoptr (AtlasCatalog) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (ATLAS_TYPE_CATALOG, NULL);
  self->database = atlas_database_open_readonly (path, ATLAS_CATALOG_APPLICATION_ID,
                                                 ATLAS_CATALOG_SCHEMA_VERSION, error);
  if (self->database == NULL || !_atlas_catalog_load (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * atlas_catalog_get_database:
 * @self: a catalog
 *
 * Returns: (transfer none): the database behind it, for the map's geometry
 */
AtlasDatabase *
atlas_catalog_get_database (AtlasCatalog *self)
{
  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);

  return self->database;
}

/**
 * atlas_catalog_get_version:
 * @self: a catalog
 *
 * Returns: (nullable): the version of the data set
 */
const char *
atlas_catalog_get_version (AtlasCatalog *self)
{
  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);

  return g_hash_table_lookup (self->meta, "version");
}

/**
 * atlas_catalog_get_date:
 * @self: a catalog
 *
 * Returns: the date of the newest document, ISO 8601 as exact as known
 */
const char *
atlas_catalog_get_date (AtlasCatalog *self)
{
  const AtlasDocument *newest;

  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);

  newest = g_ptr_array_index (self->documents, 0);
  return newest->published;
}

/**
 * atlas_catalog_get_approval:
 * @self: a catalog
 *
 * Returns: (nullable): the map's review number (审图号), %NULL while it has none
 */
const char *
atlas_catalog_get_approval (AtlasCatalog *self)
{
  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);

  return g_hash_table_lookup (self->meta, "approval");
}

/**
 * atlas_catalog_get_places:
 * @self: a catalog
 *
 * Returns: (transfer none): the #AtlasPlace objects, the cities first, then all others, by code
 */
GListModel *
atlas_catalog_get_places (AtlasCatalog *self)
{
  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);

  return G_LIST_MODEL (self->places);
}

/**
 * atlas_catalog_get_children:
 * @self: a catalog
 * @city: one of its cities
 * @districts: %TRUE for the districts of @city, %FALSE for its counties
 *
 * Returns: (transfer full): the #AtlasPlace objects, by code
 */
GListModel *
atlas_catalog_get_children (AtlasCatalog *self, AtlasPlace *city, gboolean districts)
{
  GListModel *places;
  GListStore *children;

  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);
  g_return_val_if_fail (ATLAS_IS_PLACE (city), NULL);

  places = G_LIST_MODEL (self->places);
  children = g_list_store_new (ATLAS_TYPE_PLACE);
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      if (atlas_place_get_parent (place) == city
          && atlas_place_is_district (place) == (districts != FALSE))
        g_list_store_append (children, place);
    }
  return G_LIST_MODEL (children);
}

/**
 * atlas_catalog_get_place:
 * @self: a catalog
 * @code: (nullable): a GB/T 2260 code
 *
 * Returns: (transfer none) (nullable): the place of that code
 */
AtlasPlace *
atlas_catalog_get_place (AtlasCatalog *self, const char *code)
{
  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);

  return code != NULL ? g_hash_table_lookup (self->places_by_code, code) : NULL;
}

/**
 * atlas_catalog_get_documents:
 * @self: a catalog
 *
 * Returns: (transfer none) (element-type AtlasDocument): the documents, newest first, at least one
 */
GPtrArray *
atlas_catalog_get_documents (AtlasCatalog *self)
{
  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);

  return self->documents;
}

/**
 * atlas_catalog_get_document:
 * @self: a catalog
 * @id: (nullable): an id
 *
 * Returns: (nullable): the document of that id, owned by @self
 */
const AtlasDocument *
atlas_catalog_get_document (AtlasCatalog *self, const char *id)
{
  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);

  for (guint i = 0; i < self->documents->len; i++)
    {
      const AtlasDocument *document = g_ptr_array_index (self->documents, i);

      if (g_strcmp0 (document->id, id) == 0)
        return document;
    }
  return NULL;
}

/**
 * atlas_catalog_get_families:
 * @self: a catalog
 *
 * Returns: (transfer none) (element-type AtlasFamily): the families, in their fixed order
 */
GPtrArray *
atlas_catalog_get_families (AtlasCatalog *self)
{
  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);

  return self->families;
}

/**
 * atlas_catalog_get_family:
 * @self: a catalog
 * @id: (nullable): an id
 *
 * Returns: (nullable): the family of that id, owned by @self
 */
const AtlasFamily *
atlas_catalog_get_family (AtlasCatalog *self, const char *id)
{
  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);

  for (guint i = 0; i < self->families->len; i++)
    {
      const AtlasFamily *family = g_ptr_array_index (self->families, i);

      if (g_strcmp0 (family->id, id) == 0)
        return family;
    }
  return NULL;
}

/*
 * _atlas_catalog_get_variants:
 * @self: a catalog
 *
 * Returns: (transfer none): the variant characters, read with the first call
 */
const AtlasHanVariants *
_atlas_catalog_get_variants (AtlasCatalog *self)
{
  g_autoptr (GError) error = NULL;

  if (self->variants == NULL)
    {
      self->variants = atlas_han_variants_new ();
      if (!_atlas_catalog_load_variants (self, &error))
        g_warning ("Traditional characters will not be found: %s", error->message);
    }
  return self->variants;
}

/**
 * atlas_catalog_fold:
 * @self: a catalog
 * @text: any text
 *
 * Returns: (transfer full): @text folded as the keys of the data set are; see atlas_han_fold()
 */
char *
atlas_catalog_fold (AtlasCatalog *self, const char *text)
{
  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return atlas_han_fold (text, _atlas_catalog_get_variants (self));
}

/*
 * _atlas_catalog_get_keys:
 * @self: a catalog
 *
 * Returns: (transfer none) (element-type AtlasPlaceKey): all that places are found by, read with
 *   the first call
 */
GPtrArray *
_atlas_catalog_get_keys (AtlasCatalog *self)
{
  g_autoptr (GError) error = NULL;

  if (self->keys == NULL)
    {
      self->keys = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_place_key_free);
      if (!_atlas_catalog_load_keys (self, &error))
        g_warning ("Places cannot all be searched: %s", error->message);
    }
  return self->keys;
}
