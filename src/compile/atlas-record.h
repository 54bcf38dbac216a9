/* atlas-record.h: one JSON object of the data files, read with errors that name it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * AtlasRecord:
 * @file: the file relative to the data folder, for errors
 * @name: (nullable): what the record is called there ("place 210281"), for errors; %NULL for the
 * file as a whole
 * @object: the object
 *
 * All borrowed or owned by whoever fills it in; lives on the stack.
 */
typedef struct
{
  const char *file;
  const char *name;
  JsonObject *object;
} AtlasRecord;

/**
 * AtlasRecordFunc:
 * @record: the element
 * @index: its position in the array
 * @data: what was given to atlas_record_foreach()
 * @error: return location for an error
 *
 * Returns: %FALSE, with @error set, to stop
 */
typedef gboolean (*AtlasRecordFunc) (const AtlasRecord *record,
                                     guint index,
                                     gpointer data,
                                     GError **error);

JsonParser *atlas_record_load_file (const char *data_dir, const char *file, GError **error);
gboolean atlas_record_set_error (const AtlasRecord *self,
                                 const char *field,
                                 GError **error,
                                 const char *format,
                                 ...) G_GNUC_PRINTF (4, 5);
gboolean
atlas_record_check_fields (const AtlasRecord *self, const char *const *fields, GError **error);
const char *atlas_record_get_text (const AtlasRecord *self, const char *field, GError **error);
gboolean atlas_record_get_optional_text (const AtlasRecord *self,
                                         const char *field,
                                         const char **text,
                                         GError **error);
gboolean atlas_record_get_position (const AtlasRecord *self,
                                    const char *field,
                                    double *longitude,
                                    double *latitude,
                                    GError **error);
const char *atlas_record_get_choice (const AtlasRecord *self,
                                     const char *field,
                                     const char *const *choices,
                                     GError **error);
gboolean atlas_record_get_optional_choice (const AtlasRecord *self,
                                           const char *field,
                                           const char *const *choices,
                                           const char **text,
                                           GError **error);
gboolean atlas_record_get_number (const AtlasRecord *self,
                                  const char *field,
                                  double *number,
                                  GError **error);
gboolean atlas_record_get_optional_number (const AtlasRecord *self,
                                           const char *field,
                                           double *number,
                                           GError **error);
gboolean atlas_record_get_boolean (const AtlasRecord *self,
                                   const char *field,
                                   gboolean *value,
                                   GError **error);
gboolean atlas_record_get_optional_boolean (const AtlasRecord *self,
                                            const char *field,
                                            gboolean *value,
                                            GError **error);
GStrv atlas_record_get_texts (const AtlasRecord *self, const char *field, GError **error);
gboolean atlas_record_foreach (const AtlasRecord *self,
                               const char *field,
                               const char *kind,
                               const char *id_field,
                               AtlasRecordFunc func,
                               gpointer data,
                               GError **error);

gboolean atlas_record_visit (const AtlasRecord *self,
                             const char *field,
                             AtlasRecordFunc func,
                             gpointer data,
                             GError **error);

G_END_DECLS
