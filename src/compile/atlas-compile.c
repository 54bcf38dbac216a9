/* atlas-compile.c: from the JSON people edit to the database the program reads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-compile-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "atlas-catalog-schema.h"
#include "atlas-compile-geometry.h"

G_DEFINE_QUARK (atlas - compile - error - quark, atlas_compile_error)

static void
compilation_init (AtlasCompilation *self, const char *data_dir, AtlasDatabase *database)
{
  self->data_dir = data_dir;
  self->database = database;
  self->variants = atlas_han_variants_new ();
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_compiled_document_free);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->clusters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->claim_counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->projects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->passages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->quotes = g_ptr_array_new_with_free_func (g_free);
}

static void
compilation_clear (AtlasCompilation *self)
{
  atlas_han_variants_free (self->variants);
  g_ptr_array_unref (self->documents);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->families);
  g_hash_table_unref (self->terms);
  g_hash_table_unref (self->clusters);
  g_hash_table_unref (self->claims);
  g_hash_table_unref (self->claim_counts);
  g_hash_table_unref (self->projects);
  g_hash_table_unref (self->passages);
  g_ptr_array_unref (self->quotes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasCompilation, compilation_clear)

typedef struct
{
  AtlasCompilation *compilation;
  const char *id_field;
  GHashTable *ids;
  AtlasRecordFunc func;
} File;

static gboolean
visit_record (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  File *file = data;
  const char *id = atlas_record_get_text (record, file->id_field, error);

  if (id == NULL)
    return FALSE;
  if (!g_hash_table_add (file->ids, (gpointer) id))
    return atlas_record_set_error (record, file->id_field, error, "occurs twice; remove one");
  return file->func (record, index, file->compilation, error);
}

/*
 * _atlas_compile_foreach_in_file:
 * @self: the compilation
 * @file: a file of the data folder
 * @field: its one field, a list of objects
 * @kind: what one of them is called in errors
 * @id_field: the field that tells one from another
 * @func: (scope call): called for each, with @self as its data
 * @error: return location for an error
 *
 * Returns: whether no id occurs twice and all went well
 */
gboolean
_atlas_compile_foreach_in_file (AtlasCompilation *self,
                                const char *file,
                                const char *field,
                                const char *kind,
                                const char *id_field,
                                AtlasRecordFunc func,
                                GError **error)
{
  const char *const fields[] = { field, NULL };
  g_autoptr (JsonParser) parser = atlas_record_load_file (self->data_dir, file, error);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  File visit = { .compilation = self, .id_field = id_field, .ids = ids, .func = func };
  AtlasRecord root = { .file = file };

  if (parser == NULL)
    return FALSE;
  root.object = json_node_get_object (json_parser_get_root (parser));
  return atlas_record_check_fields (&root, fields, error)
         && atlas_record_foreach (&root, field, kind, id_field, visit_record, &visit, error);
}

static gboolean
compile_document_file (AtlasCompilation *self,
                       const char *file,
                       const AtlasCompiledDocument *document,
                       AtlasDocumentFileFunc func,
                       GError **error)
{
  g_autoptr (JsonParser) parser = atlas_record_load_file (self->data_dir, file, error);
  AtlasRecord root = { .file = file };
  const char *id;
  const char *period;

  if (parser == NULL)
    return FALSE;
  root.object = json_node_get_object (json_parser_get_root (parser));
  id = atlas_record_get_text (&root, "document", error);
  period = id != NULL ? atlas_record_get_text (&root, "period", error) : NULL;
  if (period == NULL)
    return FALSE;
  if (g_strcmp0 (id, document->id) != 0)
    return atlas_record_set_error (&root, "document", error,
                                   "is “%s”, but the file is called %s; make them the same", id,
                                   document->id);
  if (g_strcmp0 (period, document->period) != 0)
    return atlas_record_set_error (&root, "period", error,
                                   "is “%s”, but “%s” in documents.json; make them the same",
                                   period, document->period);
  return func (self, &root, document, error);
}

static gboolean
check_folder (AtlasCompilation *self, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (self->data_dir, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      g_set_error (error, ATLAS_COMPILE_ERROR, ATLAS_COMPILE_ERROR_FILE,
                   "%s: the folder cannot be read; it holds a JSON file a document", folder);
      return FALSE;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *id = g_strndup (name, strcspn (name, "."));

      if (!g_str_has_suffix (name, ".json") || _atlas_compile_find_document (self, id) != NULL)
        continue;
      g_set_error (error, ATLAS_COMPILE_ERROR, ATLAS_COMPILE_ERROR_FILE,
                   "%s/%s: documents.json has no document “%s”; name the file after one", folder,
                   name, id);
      return FALSE;
    }
  return TRUE;
}

/*
 * _atlas_compile_foreach_document:
 * @self: the compilation, after the documents
 * @folder: a folder of the data with a file a document, named after its id
 * @func: (scope call): called for each file, the newest document's first
 * @error: return location for an error
 *
 * A document need not have a file; a file must have its document.
 *
 * Returns: whether all went well
 */
gboolean
_atlas_compile_foreach_document (AtlasCompilation *self,
                                 const char *folder,
                                 AtlasDocumentFileFunc func,
                                 GError **error)
{
  if (!check_folder (self, folder, error))
    return FALSE;
  for (guint i = 0; i < self->documents->len; i++)
    {
      const AtlasCompiledDocument *document = g_ptr_array_index (self->documents, i);
      g_autofree char *file = g_strdup_printf ("%s/%s.json", folder, document->id);
      g_autofree char *path = g_build_filename (self->data_dir, file, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS)
          && !compile_document_file (self, file, document, func, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
create_tables (AtlasCompilation *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->data_dir, "schema.sql", NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) local = NULL;

  if (!g_file_get_contents (path, &sql, NULL, &local))
    {
      g_set_error (error, ATLAS_COMPILE_ERROR, ATLAS_COMPILE_ERROR_FILE,
                   "schema.sql: cannot be read (%s); put it into the data folder", local->message);
      return FALSE;
    }
  return atlas_database_execute (self->database, sql, error);
}

/* The data set has one version: that of its newest document, and the number of its revision since,
 * which whoever changes a fact raises. */
static gboolean
compile_meta (AtlasCompilation *self, GError **error)
{
  static const char *const fields[] = { "version", "approval", NULL };
  g_autoptr (JsonParser) parser = atlas_record_load_file (self->data_dir, "meta.json", error);
  AtlasRecord root = { .file = "meta.json" };
  g_autoptr (AtlasStatement) insert = NULL;

  if (parser == NULL)
    return FALSE;
  insert = atlas_database_prepare (self->database, "INSERT INTO meta (key, value) VALUES (?1, ?2)",
                                   error);
  root.object = json_node_get_object (json_parser_get_root (parser));
  if (insert == NULL || !atlas_record_check_fields (&root, fields, error))
    return FALSE;
  for (guint i = 0; fields[i] != NULL; i++)
    {
      const char *text;

      if (!atlas_record_get_optional_text (&root, fields[i], &text, error))
        return FALSE;
      atlas_statement_bind_text (insert, 1, fields[i]);
      atlas_statement_bind_text (insert, 2, text);
      if (text != NULL && !atlas_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill (const char *data_dir, AtlasDatabase *database, GError **error)
{
  g_auto (AtlasCompilation) compilation;

  compilation_init (&compilation, data_dir, database);
  return create_tables (&compilation, error) && atlas_database_execute (database, "BEGIN", error)
         && compile_meta (&compilation, error) && _atlas_compile_han (&compilation, error)
         && _atlas_compile_places (&compilation, error)
         && _atlas_compile_documents (&compilation, error)
         && _atlas_compile_families (&compilation, error)
         && _atlas_compile_claims (&compilation, error)
         && _atlas_compile_projects (&compilation, error)
         && _atlas_compile_groups (&compilation, error)
         && _atlas_compile_indicators (&compilation, error)
         && _atlas_compile_readings (&compilation, error)
         && atlas_compile_geometry (database, data_dir, error)
         && atlas_database_execute (database, "COMMIT", error)
         && atlas_database_execute (database, "ANALYZE", error);
}

/**
 * atlas_compile:
 * @data_dir: the folder of the facts (`data/`)
 * @output: the database to write; replaced only once the new one is whole
 * @error: return location for an error of %ATLAS_COMPILE_ERROR or %ATLAS_DATABASE_ERROR
 *
 * Validates every fact and writes the data set.
 *
 * Returns: whether @output is there and right
 */
gboolean
atlas_compile (const char *data_dir, const char *output, GError **error)
{
  g_autoptr (AtlasDatabase) database = NULL;
  g_autofree char *temporary = NULL;

  g_return_val_if_fail (data_dir != NULL && output != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  temporary = g_strconcat (output, ".new", NULL);
  database = atlas_database_create (temporary, ATLAS_CATALOG_APPLICATION_ID,
                                    ATLAS_CATALOG_SCHEMA_VERSION, error);
  if (database == NULL)
    return FALSE;
  if (!fill (data_dir, database, error) || !atlas_database_close (database, error))
    {
      g_unlink (temporary);
      return FALSE;
    }
  if (g_rename (temporary, output) != 0)
    {
      g_set_error (error, ATLAS_COMPILE_ERROR, ATLAS_COMPILE_ERROR_FILE,
                   "%s: cannot be written (%s); choose another folder", output, g_strerror (errno));
      g_unlink (temporary);
      return FALSE;
    }
  return TRUE;
}
