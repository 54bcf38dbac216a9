/* atlas-compile-projects.c: what the documents plan, build or have built, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-compile-private.h"

static const char *const stages[] = {
  "idea", "preparation", "under-way", "continuing", "done", NULL
};

/* One project of one document's file. */
typedef struct
{
  AtlasCompilation *compilation;
  const AtlasCompiledDocument *document;
  GHashTable *ids; /* of this file */
  const char *id;
  const char *name;
  AtlasRepairedWording wording;
  GHashTable *places; /* codes of this record */
  GArray *passages;   /* of all its statements */
} Project;

/* One thing a document says of it. */
typedef struct
{
  AtlasCompilation *compilation;
  gint64 id;
  const char *quotes; /* all of them */
  guint n_quantities;
} Statement;

static gboolean
insert_place (Project *project, const char *code, const char *why, GError **error)
{
  /* Another document may name what an earlier one leaves to be inferred. */
  g_autoptr (AtlasStatement) insert = atlas_database_prepare (
      project->compilation->database,
      "INSERT INTO project_place (project, place, position, kind, why) VALUES (?1, ?2,"
      " (SELECT count (*) FROM project_place WHERE project = ?1),"
      " iif (?3 IS NULL, 'named', 'inferred'), ?3)"
      " ON CONFLICT (project, place) DO UPDATE SET kind = 'named', why = NULL"
      " WHERE excluded.kind = 'named'",
      error);

  if (insert == NULL)
    return FALSE;
  atlas_statement_bind_text (insert, 1, project->id);
  atlas_statement_bind_text (insert, 2, code);
  atlas_statement_bind_text (insert, 3, why);
  return atlas_statement_run (insert, error);
}

static gboolean
compile_place (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  static const char *const fields[] = { "code", "inferred", NULL };
  Project *project = data;
  const char *code = _atlas_compile_get_place (project->compilation, record, "code", error);
  const char *why;

  if (code == NULL || !atlas_record_check_fields (record, fields, error)
      || !atlas_record_get_optional_text (record, "inferred", &why, error))
    return FALSE;
  if (!g_hash_table_add (project->places, (gpointer) code))
    return atlas_record_set_error (record, "code", error,
                                   "occurs twice in the project; remove one");
  return insert_place (project, code, why, error);
}

static gboolean
compile_places (const AtlasRecord *record, Project *project, GError **error)
{
  const AtlasCompiledDocument *document = project->document;

  if (!atlas_record_foreach (record, "places", "place", "code", compile_place, project, error))
    return FALSE;
  if (g_hash_table_size (project->places) > 0)
    return TRUE;
  if (document->territory == NULL)
    return atlas_record_set_error (record, "places", error,
                                   "is empty, and %s has no territory in documents.json; name the"
                                   " place that carries the project",
                                   document->id);
  return insert_place (project, document->territory, document->territory_why, error);
}

static gboolean
insert_quantity (const AtlasRecord *record, Statement *statement, const char *kind, GError **error)
{
  static const char *const fields[] = { "number", "unit", "qualifier", NULL };
  const char *unit = atlas_record_get_text (record, "unit", error);
  const char *qualifier;
  double number;
  g_autoptr (AtlasStatement) insert = NULL;

  if (unit == NULL || !atlas_record_check_fields (record, fields, error)
      || !atlas_record_get_number (record, "number", &number, error)
      || !atlas_record_get_optional_text (record, "qualifier", &qualifier, error)
      || !_atlas_compile_check_figure (record, number, statement->quotes, error))
    return FALSE;
  insert = atlas_database_prepare (
      statement->compilation->database,
      "INSERT INTO project_quantity (statement, position, kind, number, unit, qualifier)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
      error);
  if (insert == NULL)
    return FALSE;
  atlas_statement_bind_int (insert, 1, statement->id);
  atlas_statement_bind_int (insert, 2, statement->n_quantities++);
  atlas_statement_bind_text (insert, 3, kind);
  atlas_statement_bind_double (insert, 4, number);
  atlas_statement_bind_text (insert, 5, unit);
  atlas_statement_bind_text (insert, 6, qualifier);
  return atlas_statement_run (insert, error);
}

static gboolean
compile_amount (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  return insert_quantity (record, data, "amount", error);
}

static gboolean
compile_capacity (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  return insert_quantity (record, data, "capacity", error);
}

static gboolean
compile_quantities (const AtlasRecord *record, Statement *statement, GError **error)
{
  return atlas_record_visit (record, "amount", compile_amount, statement, error)
         && (!json_object_has_member (record->object, "capacity")
             || atlas_record_foreach (record, "capacity", "capacity", NULL, compile_capacity,
                                      statement, error));
}

/* SQLite stores the text as the number it is. */
static gboolean
cite (const Statement *statement, GArray *passages, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, statement->id);

  return _atlas_compile_cite (
      statement->compilation,
      "INSERT INTO project_passage (position, passage, statement) VALUES (?1, ?2, ?3)", id, NULL,
      passages, error);
}

static gboolean
insert_statement (const AtlasRecord *record, const Project *project, gint64 *id, GError **error)
{
  const char *stage = atlas_record_get_choice (record, "stage", stages, error);
  const char *heading;
  const char *status;
  const char *period;
  g_autoptr (AtlasStatement) insert = NULL;

  if (stage == NULL || !atlas_record_get_optional_text (record, "heading", &heading, error)
      || !atlas_record_get_optional_text (record, "status", &status, error)
      || !_atlas_compile_get_optional_period (record, "period", &period, error))
    return FALSE;
  if (g_strcmp0 (period, project->document->period) == 0)
    return atlas_record_set_error (record, "period", error, "is the document's own; leave it out");
  insert = atlas_database_prepare (
      project->compilation->database,
      "INSERT INTO project_statement (project, document, name, heading, status, stage, period,"
      " printed, repair) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
      error);
  if (insert == NULL)
    return FALSE;
  atlas_statement_bind_text (insert, 1, project->id);
  atlas_statement_bind_text (insert, 2, project->document->id);
  atlas_statement_bind_text (insert, 3, project->name);
  atlas_statement_bind_text (insert, 4, heading);
  atlas_statement_bind_text (insert, 5, status);
  atlas_statement_bind_text (insert, 6, stage);
  atlas_statement_bind_text (insert, 7, period != NULL ? period : project->document->period);
  atlas_statement_bind_text (insert, 8, project->wording.printed);
  atlas_statement_bind_text (insert, 9, project->wording.repair);
  if (!atlas_statement_run (insert, error))
    return FALSE;
  *id = atlas_database_get_last_insert_id (project->compilation->database);
  return TRUE;
}

static gboolean
compile_statement (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  static const char *const fields[] = { "chapter", "section", "box",      "item",
                                        "heading", "quotes",  "status",   "stage",
                                        "period",  "amount",  "capacity", NULL };
  Project *project = data;
  AtlasLocator locator;
  Statement statement = { .compilation = project->compilation };
  g_autoptr (GArray) passages = NULL;
  g_autofree char *quotes = NULL;

  if (!atlas_record_check_fields (record, fields, error)
      || !_atlas_compile_read_locator (record, &locator, error))
    return FALSE;
  locator.document = project->document->id;
  passages = _atlas_compile_quotes (project->compilation, record, &locator, error);
  if (passages == NULL)
    return FALSE;
  g_array_append_vals (project->passages, passages->data, passages->len);
  quotes = _atlas_compile_join_quotes (project->compilation, passages);
  statement.quotes = quotes;
  return insert_statement (record, project, &statement.id, error)
         && cite (&statement, passages, error) && compile_quantities (record, &statement, error);
}

/* The newest document that speaks of a project says what it is called, since it comes first. */
static gboolean
insert_project (const AtlasRecord *record, const Project *project, GError **error)
{
  AtlasCompilation *self = project->compilation;
  const char *category = atlas_record_get_text (record, "category", error);
  const char *known = g_hash_table_lookup (self->projects, project->id);
  const char *family;
  g_autoptr (AtlasStatement) insert = NULL;

  if (category == NULL || !_atlas_compile_get_optional_family (self, record, &family, error))
    return FALSE;
  if (known != NULL && g_strcmp0 (known, category) != 0)
    return atlas_record_set_error (record, "category", error,
                                   "is “%s”, but “%s” in a newer document; make them the same",
                                   category, known);
  if (known != NULL)
    return TRUE;

  insert = atlas_database_prepare (
      self->database,
      "INSERT INTO project (id, position, name, category, family) VALUES (?1, ?2, ?3, ?4, ?5)",
      error);
  if (insert == NULL)
    return FALSE;
  atlas_statement_bind_text (insert, 1, project->id);
  atlas_statement_bind_int (insert, 2, g_hash_table_size (self->projects));
  atlas_statement_bind_text (insert, 3, project->name);
  atlas_statement_bind_text (insert, 4, category);
  atlas_statement_bind_text (insert, 5, family);
  g_hash_table_insert (self->projects, g_strdup (project->id), g_strdup (category));
  return atlas_statement_run (insert, error);
}

static gboolean
compile_project (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  static const char *const fields[] = { "id",      "name",   "category",   "family", "places",
                                        "printed", "repair", "statements", NULL };
  Project project = *(const Project *) data;
  AtlasCompilation *self = project.compilation;
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) passages = g_array_new (FALSE, FALSE, sizeof (guint));

  project.places = places;
  project.passages = passages;
  project.id = atlas_record_get_text (record, "id", error);
  project.name = project.id != NULL ? atlas_record_get_text (record, "name", error) : NULL;
  if (project.name == NULL || !atlas_record_check_fields (record, fields, error)
      || !_atlas_compile_get_repair (record, &project.wording, error))
    return FALSE;
  if (!g_hash_table_add (project.ids, (gpointer) project.id))
    return atlas_record_set_error (record, "id", error,
                                   "occurs twice in the file; put the statements of a project"
                                   " together");
  if (!insert_project (record, &project, error) || !compile_places (record, &project, error)
      || !atlas_record_foreach (record, "statements", "statement", NULL, compile_statement,
                                &project, error))
    return FALSE;
  if (passages->len == 0)
    return atlas_record_set_error (record, "statements", error,
                                   "is empty; say what the document says, and quote it");
  return _atlas_compile_check_name (self, record, project.name, &project.wording, passages, error);
}

static gboolean
compile_projects_file (AtlasCompilation *self,
                       const AtlasRecord *root,
                       const AtlasCompiledDocument *document,
                       GError **error)
{
  static const char *const fields[] = { "document", "period", "projects", NULL };
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Project project = { .compilation = self, .document = document, .ids = ids };

  return atlas_record_check_fields (root, fields, error)
         && atlas_record_foreach (root, "projects", "project", "id", compile_project, &project,
                                  error);
}

/*
 * _atlas_compile_projects:
 * @self: the compilation, after documents, places and families
 * @error: return location for an error
 *
 * Returns: whether the projects of every document were written, each with its places and what the
 *   document says of it
 */
gboolean
_atlas_compile_projects (AtlasCompilation *self, GError **error)
{
  return _atlas_compile_foreach_document (self, "projects", compile_projects_file, error);
}
