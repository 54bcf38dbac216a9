/* atlas-record.c: one JSON object of the data files, read with errors that name it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-record-private.h"

#include <math.h>

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
  g_autoptr (GString) where = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  where = g_string_new (self->file);
  if (self->name != NULL)
    g_string_append_printf (where, ": %s", self->name);
  if (field != NULL)
    g_string_append_printf (where, ": field “%s” %s", field, message);
  else
    g_string_append_printf (where, ": %s", message);
  g_set_error_literal (error, ATLAS_COMPILE_ERROR, ATLAS_COMPILE_ERROR_RECORD, where->str);
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

/*
 * _atlas_record_node_get_text:
 * @node: (nullable): what a field holds
 *
 * Returns: (nullable): its text, which may be empty, or %NULL where it holds something else
 */
const char *
_atlas_record_node_get_text (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
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
  const char *text = _atlas_record_node_get_text (node);

  if (node == NULL)
    atlas_record_set_error (self, field, error, "is missing; add it");
  else if (text == NULL)
    atlas_record_set_error (self, field, error, "is not a text; write it in quotation marks");
  else if (*text == '\0')
    atlas_record_set_error (self, field, error, "is empty; fill it in or leave it out");
  else
    return text;
  return NULL;
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
 * atlas_record_get_optional_choice:
 * @self: a record
 * @field: a field it may have, or have as null
 * @choices: (array zero-terminated=1): what it may be
 * @text: (out) (nullable): one of @choices, owned by the record, or %NULL
 * @error: return location for an error of %ATLAS_COMPILE_ERROR
 *
 * Returns: %FALSE where the field is something else
 */
gboolean
atlas_record_get_optional_choice (const AtlasRecord *self,
                                  const char *field,
                                  const char *const *choices,
                                  const char **text,
                                  GError **error)
{
  g_autofree char *all = NULL;

  if (!atlas_record_get_optional_text (self, field, text, error))
    return FALSE;
  if (*text == NULL || g_strv_contains (choices, *text))
    return TRUE;
  all = g_strjoinv (", ", (char **) choices);
  return atlas_record_set_error (self, field, error, "is “%s”; it is one of %s", *text, all);
}

/**
 * atlas_record_get_choice:
 * @self: a record
 * @field: a field it must have
 * @choices: (array zero-terminated=1): what it may be
 * @error: return location for an error of %ATLAS_COMPILE_ERROR
 *
 * Returns: (nullable): one of @choices, owned by the record
 */
const char *
atlas_record_get_choice (const AtlasRecord *self,
                         const char *field,
                         const char *const *choices,
                         GError **error)
{
  const char *text = atlas_record_get_text (self, field, error);

  if (text == NULL || !atlas_record_get_optional_choice (self, field, choices, &text, error))
    return NULL;
  return text;
}

static gboolean
node_is_number (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
         && (json_node_get_value_type (node) == G_TYPE_INT64
             || json_node_get_value_type (node) == G_TYPE_DOUBLE);
}

/**
 * atlas_record_get_number:
 * @self: a record
 * @field: a field it must have
 * @number: (out): its number
 * @error: return location for an error of %ATLAS_COMPILE_ERROR
 *
 * Returns: whether it is one
 */
gboolean
atlas_record_get_number (const AtlasRecord *self, const char *field, double *number, GError **error)
{
  JsonNode *node = json_object_get_member (self->object, field);

  if (node == NULL)
    return atlas_record_set_error (self, field, error, "is missing; add it");
  if (!node_is_number (node))
    return atlas_record_set_error (self, field, error,
                                   "is not a number; write it without quotation marks");
  *number = json_node_get_double (node);
  return TRUE;
}

/**
 * atlas_record_get_optional_number:
 * @self: a record
 * @field: a field it may have
 * @number: (out): its number, NaN where it has none
 * @error: return location for an error of %ATLAS_COMPILE_ERROR
 *
 * Returns: %FALSE where the field is something else
 */
gboolean
atlas_record_get_optional_number (const AtlasRecord *self,
                                  const char *field,
                                  double *number,
                                  GError **error)
{
  *number = NAN;
  return !json_object_has_member (self->object, field)
         || atlas_record_get_number (self, field, number, error);
}

/**
 * atlas_record_get_boolean:
 * @self: a record
 * @field: a field it must have
 * @value: (out): true or false
 * @error: return location for an error of %ATLAS_COMPILE_ERROR
 *
 * Returns: whether it is one of them
 */
gboolean
atlas_record_get_boolean (const AtlasRecord *self,
                          const char *field,
                          gboolean *value,
                          GError **error)
{
  JsonNode *node = json_object_get_member (self->object, field);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return atlas_record_set_error (self, field, error, "is neither true nor false; write one");
  *value = json_node_get_boolean (node);
  return TRUE;
}

/**
 * atlas_record_get_optional_boolean:
 * @self: a record
 * @field: a field it may have
 * @value: (out): its value, %FALSE where it has none
 * @error: return location for an error of %ATLAS_COMPILE_ERROR
 *
 * Returns: %FALSE where the field is something else
 */
gboolean
atlas_record_get_optional_boolean (const AtlasRecord *self,
                                   const char *field,
                                   gboolean *value,
                                   GError **error)
{
  *value = FALSE;
  return !json_object_has_member (self->object, field)
         || atlas_record_get_boolean (self, field, value, error);
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
