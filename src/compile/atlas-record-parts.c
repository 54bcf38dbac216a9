/* atlas-record-parts.c: the lists and objects inside a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-record-private.h"

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
      const char *text = _atlas_record_node_get_text (json_array_get_element (array, i));

      if (text == NULL || *text == '\0')
        {
          atlas_record_set_error (self, field, error,
                                  "holds something that is not a text, or an empty one");
          return NULL;
        }
      g_strv_builder_add (texts, text);
    }
  return g_strv_builder_end (texts);
}

/* The name of what is inside a record begins with the record's: "project X, statement no. 2". */
static char *
name_part (const AtlasRecord *parent, const char *name)
{
  return parent->name != NULL ? g_strdup_printf ("%s, %s", parent->name, name) : g_strdup (name);
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
  g_autofree char *own_name = NULL;
  g_autofree char *name = NULL;
  AtlasRecord record = { .file = parent->file };
  const char *id = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return atlas_record_set_error (parent, field, error, "holds something that is not an object");

  record.object = json_node_get_object (node);
  if (id_field != NULL)
    id = _atlas_record_node_get_text (json_object_get_member (record.object, id_field));
  own_name = id != NULL && *id != '\0' ? g_strdup_printf ("%s %s", kind, id)
                                       : g_strdup_printf ("%s no. %u", kind, index + 1);
  name = name_part (parent, own_name);
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

/**
 * atlas_record_visit:
 * @self: a record
 * @field: a field it may have, an object
 * @func: (scope call): called for the object, with index 0, where there is one
 * @data: for @func
 * @error: return location for an error of %ATLAS_COMPILE_ERROR
 *
 * Returns: whether all went well
 */
gboolean
atlas_record_visit (
    const AtlasRecord *self, const char *field, AtlasRecordFunc func, gpointer data, GError **error)
{
  JsonNode *node = json_object_get_member (self->object, field);
  g_autofree char *name = name_part (self, field);
  AtlasRecord record = { .file = self->file, .name = name };

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return atlas_record_set_error (self, field, error, "is not an object; write it in braces");
  record.object = json_node_get_object (node);
  return func (&record, 0, data, error);
}
