/* atlas-record.c: one JSON object of the data files, read with errors that name it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-record.h"

#include "atlas-compile.h"

/**
 * atlas_record_load_file:
 * @data_dir: the data folder
 * @file: the file in it
 * @error: return location for an error of %ATLAS_COMPILE_ERROR
 *
 * Returns: (transfer full) (nullable): a parser whose root is an object
 */
JsonParser *
atlas_record_load_file (const char *data_dir, const char *file, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) local = NULL;
  g_autofree char *path = g_build_filename (data_dir, file, NULL);
  JsonNode *root;

  if (!json_parser_load_from_file (parser, path, &local))
    {
      g_set_error (error, ATLAS_COMPILE_ERROR, ATLAS_COMPILE_ERROR_FILE,
                   "%s: cannot be read as JSON (%s); mend the file", file, local->message);
      return NULL;
    }

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, ATLAS_COMPILE_ERROR, ATLAS_COMPILE_ERROR_FILE,
                   "%s: holds no object; begin the file with {", file);
      return NULL;
    }
  return g_steal_pointer (&parser);
}

/**
 * atlas_record_set_error:
 * @self: the record that is wrong
 * @field: (nullable): the field that is wrong, %NULL for the record as a whole
 * @error: return location for the error
 * @format: what is wrong and what to do
 * @...: arguments of @format
 *
 * Returns: %FALSE
 */
gboolean
atlas_record_set_error (
    const AtlasRecord *self, const char *field, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  if (field != NULL)
    g_set_error (error, ATLAS_COMPILE_ERROR, ATLAS_COMPILE_ERROR_RECORD, "%s: %s: field “%s” %s",
                 self->file, self->name, field, message);
  else
    g_set_error (error, ATLAS_COMPILE_ERROR, ATLAS_COMPILE_ERROR_RECORD, "%s: %s: %s", self->file,
                 self->name, message);
  return FALSE;
}

/**
 * atlas_record_check_fields:
 * @self: a record
 * @fields: (array zero-terminated=1): the fields it may have
 * @error: return location for an error of %ATLAS_COMPILE_ERROR
 *
 * A field that nobody reads is a misspelt one, and a fact lost.
 *
 * Returns: whether every field of @self is known
 */
gboolean
atlas_record_check_fields (const AtlasRecord *self, const char *const *fields, GError **error)
{
  JsonObjectIter iter;
  const char *member;

  json_object_iter_init (&iter, self->object);
  while (json_object_iter_next (&iter, &member, NULL))
    if (!g_strv_contains (fields, member))
      return atlas_record_set_error (self, member, error, "is unknown; check its spelling");
  return TRUE;
}

static gboolean
node_is_text (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
         && json_node_get_value_type (node) == G_TYPE_STRING
         && *json_node_get_string (node) != '\0';
}

/**
 * atlas_record_get_text:
 * @self: a record
 * @field: a field it must have
 * @error: return location for an error of %ATLAS_COMPILE_ERROR
 *
 * Returns: (nullable): the text, owned by the record and not empty
 */
const char *
atlas_record_get_text (const AtlasRecord *self, const char *field, GError **error)
{
  JsonNode *node = json_object_get_member (self->object, field);

  if (node == NULL)
    {
      atlas_record_set_error (self, field, error, "is missing; add it");
      return NULL;
    }
  if (!node_is_text (node))
    {
      atlas_record_set_error (self, field, error, "is not a text; write it in quotation marks");
      return NULL;
    }
  return json_node_get_string (node);
}

/**
 * atlas_record_get_optional_text:
 * @self: a record
 * @field: a field it may have, or have as null
 * @text: (out) (nullable): the text, owned by the record, or %NULL
 * @error: return location for an error of %ATLAS_COMPILE_ERROR
 *
 * Returns: %FALSE where the field is something else
 */
gboolean
atlas_record_get_optional_text (const AtlasRecord *self,
                                const char *field,
                                const char **text,
                                GError **error)
{
  JsonNode *node = json_object_get_member (self->object, field);

  *text = NULL;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  *text = atlas_record_get_text (self, field, error);
  return *text != NULL;
}

/**
 * atlas_record_get_position:
 * @self: a record
 * @field: a field it must have, an array of two numbers as in GeoJSON
 * @longitude: (out): degrees east
 * @latitude: (out): degrees north
 * @error: return location for an error of %ATLAS_COMPILE_ERROR
 *
 * Returns: whether it is a position on the Earth
 */
gboolean
atlas_record_get_position (
    const AtlasRecord *self, const char *field, double *longitude, double *latitude, GError **error)
{
  JsonNode *node = json_object_get_member (self->object, field);
  JsonArray *array = NULL;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    array = json_node_get_array (node);
  if (array == NULL || json_array_get_length (array) != 2
      || !JSON_NODE_HOLDS_VALUE (json_array_get_element (array, 0))
      || !JSON_NODE_HOLDS_VALUE (json_array_get_element (array, 1)))
    return atlas_record_set_error (self, field, error, "is not [longitude, latitude]; write it so");

  *longitude = json_array_get_double_element (array, 0);
  *latitude = json_array_get_double_element (array, 1);
  if (!(*longitude >= -180.0 && *longitude <= 180.0 && *latitude >= -85.0 && *latitude <= 85.0))
    return atlas_record_set_error (self, field, error,
                                   "lies off the map; longitude comes first, both in degrees");
  return TRUE;
}

static JsonArray *
get_array (const AtlasRecord *self, const char *field, GError **error)
{
  JsonNode *node = json_object_get_member (self->object, field);

  if (node == NULL)
    {
      atlas_record_set_error (self, field, error, "is missing; add it, with [] for none");
      return NULL;
    }
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      atlas_record_set_error (self, field, error, "is not a list; write it in square brackets");
      return NULL;
    }
  return json_node_get_array (node);
}

/**
 * atlas_record_get_texts:
 * @self: a record
 * @field: a field it must have, an array of texts
 * @error: return location for an error of %ATLAS_COMPILE_ERROR
 *
 * Returns: (transfer full) (nullable): the texts, none of them empty
 */
GStrv
atlas_record_get_texts (const AtlasRecord *self, const char *field, GError **error)
{
  JsonArray *array = get_array (self, field, error);
  g_autoptr (GStrvBuilder) texts = NULL;

  if (array == NULL)
    return NULL;

  texts = g_strv_builder_new ();
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!node_is_text (node))
        {
          atlas_record_set_error (self, field, error, "holds something that is not a text");
          return NULL;
        }
      g_strv_builder_add (texts, json_node_get_string (node));
    }
  return g_strv_builder_end (texts);
}

static gboolean
visit_element (const AtlasRecord *parent,
               JsonNode *node,
               guint index,
               const char *field,
               const char *kind,
               const char *id_field,
               AtlasRecordFunc func,
               gpointer data,
               GError **error)
{
  g_autofree char *name = NULL;
  AtlasRecord record = { .file = parent->file };
  JsonNode *id = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return atlas_record_set_error (parent, field, error, "holds something that is not an object");

  record.object = json_node_get_object (node);
  if (id_field != NULL)
    id = json_object_get_member (record.object, id_field);
  name = node_is_text (id) ? g_strdup_printf ("%s %s", kind, json_node_get_string (id))
                           : g_strdup_printf ("%s no. %u", kind, index + 1);
  record.name = name;
  return func (&record, index, data, error);
}

/**
 * atlas_record_foreach:
 * @self: a record
 * @field: a field it must have, an array of objects
 * @kind: what one of them is called in errors
 * @id_field: (nullable): the field that tells one from another, for errors
 * @func: (scope call): called for each
 * @data: for @func
 * @error: return location for an error of %ATLAS_COMPILE_ERROR
 *
 * Returns: whether all went well
 */
gboolean
atlas_record_foreach (const AtlasRecord *self,
                      const char *field,
                      const char *kind,
                      const char *id_field,
                      AtlasRecordFunc func,
                      gpointer data,
                      GError **error)
{
  JsonArray *array = get_array (self, field, error);

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!visit_element (self, json_array_get_element (array, i), i, field, kind, id_field, func,
                        data, error))
      return FALSE;
  return TRUE;
}
