/* atlas-catalog-projects.c: projects, read when they are asked for
 *
 * A fixed number of queries, however many projects there are. All of them go through the projects,
 * and through the statements of each, in the same order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-catalog-private.h"

typedef struct
{
  AtlasCatalog *catalog;
  AtlasCitationTable *citations;
  GPtrArray *projects;
  GHashTable *by_id;     /* id → AtlasProject, borrowed from projects */
  GPtrArray *statements; /* AtlasProjectStatement in the order of the queries, borrowed */
  GArray *ids;           /* their rowids */
  guint current;         /* which of them the last row belonged to */
} Loading;

static AtlasProject *
find_project (Loading *loading, AtlasRow *row, int column)
{
  const char *id = atlas_statement_get_text (row->statement, column);
  AtlasProject *project = id != NULL ? g_hash_table_lookup (loading->by_id, id) : NULL;

  row->is_broken |= project == NULL;
  return project;
}

static AtlasProjectStatement *
find_statement (Loading *loading, AtlasRow *row, int column)
{
  gint64 id = atlas_statement_get_int (row->statement, column);

  while (loading->current < loading->ids->len
         && g_array_index (loading->ids, gint64, loading->current) != id)
    loading->current++;
  if (loading->current < loading->ids->len)
    return g_ptr_array_index (loading->statements, loading->current);
  row->is_broken = TRUE;
  return NULL;
}

static gboolean
add_project (AtlasStatement *statement, gpointer data, GError **error)
{
  Loading *loading = data;
  AtlasRow row = { .catalog = loading->catalog, .statement = statement };
  AtlasProject *project = _atlas_project_new ();

  project->id = _atlas_row_get_text (&row, 0);
  project->name = _atlas_row_get_text (&row, 1);
  project->category = _atlas_row_get_text (&row, 2);
  project->family = _atlas_row_get_optional_family (&row, 3);
  g_ptr_array_add (loading->projects, project);
  if (project->id != NULL)
    g_hash_table_insert (loading->by_id, project->id, project);
  return _atlas_row_end (&row, error);
}

static gboolean
add_place (AtlasStatement *statement, gpointer data, GError **error)
{
  Loading *loading = data;
  AtlasRow row = { .catalog = loading->catalog, .statement = statement };
  AtlasProject *project = find_project (loading, &row, 0);
  AtlasPlace *place = _atlas_row_get_place (&row, 1);
  AtlasProjectPlace *carrier;

  if (!_atlas_row_end (&row, error))
    return FALSE;
  carrier = g_new0 (AtlasProjectPlace, 1);
  carrier->place = place;
  carrier->why = _atlas_row_get_why (&row, 2);
  g_ptr_array_add (project->places, carrier);
  return _atlas_row_end (&row, error);
}

/* Which statement of its document on the project it is, from 1. */
static guint
count_of_document (const AtlasProject *project, const AtlasDocument *document)
{
  guint n = 1;

  for (guint i = 0; i < project->statements->len; i++)
    n += ((const AtlasProjectStatement *) g_ptr_array_index (project->statements, i))->document
         == document;
  return n;
}

static gboolean
add_statement (AtlasStatement *statement, gpointer data, GError **error)
{
  Loading *loading = data;
  AtlasRow row = { .catalog = loading->catalog, .statement = statement };
  gint64 id = atlas_statement_get_int (statement, 0);
  AtlasProject *project = find_project (loading, &row, 1);
  const AtlasDocument *document = _atlas_row_get_document (&row, 2);
  AtlasProjectStatement *self;

  if (!_atlas_row_end (&row, error))
    return FALSE;
  self = _atlas_project_statement_new ();
  self->document = document;
  self->claim.id = g_strdup_printf ("project/%s/%s/%u", project->id, document->id,
                                    count_of_document (project, document));
  self->claim.text = _atlas_row_get_text (&row, 3);
  self->heading = _atlas_row_get_optional_text (&row, 4);
  self->status = _atlas_row_get_optional_text (&row, 5);
  self->claim.period = _atlas_row_get_text (&row, 7);
  _atlas_row_get_repair (&row, 8, &self->claim.printed, &self->claim.repair);
  row.is_broken |= !atlas_stage_from_string (atlas_statement_get_text (statement, 6), &self->stage);
  g_ptr_array_add (project->statements, self);
  g_ptr_array_add (loading->statements, self);
  g_array_append_val (loading->ids, id);
  return _atlas_row_end (&row, error);
}

static gboolean
add_quantity (AtlasStatement *statement, gpointer data, GError **error)
{
  Loading *loading = data;
  AtlasRow row = { .catalog = loading->catalog, .statement = statement };
  AtlasProjectStatement *owner = find_statement (loading, &row, 0);
  AtlasQuantity *quantity;

  if (!_atlas_row_end (&row, error))
    return FALSE;
  quantity = g_new0 (AtlasQuantity, 1);
  g_ptr_array_add (owner->quantities, quantity);
  quantity->is_amount = g_strcmp0 (atlas_statement_get_text (statement, 1), "amount") == 0;
  quantity->number = _atlas_row_get_number (&row, 2);
  quantity->unit = _atlas_row_get_text (&row, 3);
  quantity->qualifier = _atlas_row_get_optional_text (&row, 4);
  return _atlas_row_end (&row, error);
}

static gboolean
add_citation (AtlasStatement *statement, gpointer data, GError **error)
{
  Loading *loading = data;
  AtlasRow row = { .catalog = loading->catalog, .statement = statement };
  AtlasProjectStatement *owner = find_statement (loading, &row, ATLAS_CITATION_N_COLUMNS);

  return _atlas_row_end (&row, error)
         && _atlas_citation_table_read (loading->citations, loading->catalog, statement,
                                        owner->claim.citations, error);
}

/*
 * _atlas_project_filter_bind:
 * @self: a filter
 * @statement: a query that begins with %ATLAS_SELECTED_PROJECTS
 */
void
_atlas_project_filter_bind (const AtlasProjectFilter *self, AtlasStatement *statement)
{
  atlas_statement_bind_text (statement, 1,
                             self->place != NULL ? atlas_place_get_code (self->place) : NULL);
  atlas_statement_bind_text (statement, 2, self->family != NULL ? self->family->id : NULL);
  atlas_statement_bind_text (statement, 3, self->category);
  atlas_statement_bind_text (statement, 4, self->status);
  atlas_statement_bind_text (statement, 5, self->document != NULL ? self->document->id : NULL);
}

static gboolean
run (Loading *loading,
     const char *sql,
     const AtlasProjectFilter *filter,
     AtlasRowFunc func,
     GError **error)
{
  g_autoptr (AtlasStatement) rows = atlas_database_prepare (loading->catalog->database, sql, error);

  if (rows == NULL)
    return FALSE;
  _atlas_project_filter_bind (filter, rows);
  loading->current = 0;
  return atlas_statement_foreach (rows, func, loading, error);
}

/* Nothing is shown that no document says. */
static gboolean
check (const Loading *loading, GError **error)
{
  for (guint i = 0; i < loading->projects->len; i++)
    if (((const AtlasProject *) g_ptr_array_index (loading->projects, i))->statements->len == 0)
      return _atlas_catalog_set_inconsistent (loading->catalog, error);
  for (guint i = 0; i < loading->statements->len; i++)
    {
      const AtlasProjectStatement *statement = g_ptr_array_index (loading->statements, i);

      if (statement->claim.citations->len == 0)
        return _atlas_catalog_set_inconsistent (loading->catalog, error);
    }
  return TRUE;
}

/*
 * _atlas_catalog_read_projects:
 * @self: the catalog
 * @filter: what they are narrowed to
 * @projects: (element-type AtlasProject): where they are added
 * @citations: where their passages are added
 * @error: return location for an error
 *
 * Returns: whether all were read and are whole
 */
gboolean
_atlas_catalog_read_projects (AtlasCatalog *self,
                              const AtlasProjectFilter *filter,
                              GPtrArray *projects,
                              AtlasCitationTable *citations,
                              GError **error)
{
  static const struct
  {
    const char *sql;
    AtlasRowFunc func;
  } queries[] = {
    { ATLAS_SELECTED_PROJECTS
      "SELECT project.id, name, category, family FROM selected JOIN project USING (id)"
      " ORDER BY selected.position, id",
      add_project },
    { ATLAS_SELECTED_PROJECTS
      "SELECT project, place, kind, why FROM selected JOIN project_place ON project = id"
      " ORDER BY project_place.position, place",
      add_place },
    { ATLAS_SELECTED_PROJECTS
      "SELECT s.id, project, document, name, heading, status, stage, period, printed,"
      " repair FROM selected JOIN project_statement s ON project = selected.id"
      " ORDER BY selected.position, selected.id, s.id",
      add_statement },
    { ATLAS_SELECTED_PROJECTS "SELECT statement, kind, number, unit, qualifier FROM selected"
                              " JOIN project_statement s ON project = selected.id"
                              " JOIN project_quantity q ON statement = s.id"
                              " ORDER BY selected.position, selected.id, s.id, q.position",
      add_quantity },
    { ATLAS_SELECTED_PROJECTS "SELECT " ATLAS_CITATION_COLUMNS ", statement FROM selected"
                              " JOIN project_statement s ON project = selected.id"
                              " JOIN project_passage pp ON statement = s.id"
                              " JOIN passage ON passage.id = pp.passage" ATLAS_CITATION_BOX
                              " ORDER BY selected.position, selected.id, s.id, pp.position",
      add_citation },
  };
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Loading loading = { self, citations, projects, by_id, statements, ids, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    if (!run (&loading, queries[i].sql, filter, queries[i].func, error))
      return FALSE;
  return check (&loading, error);
}

/**
 * atlas_catalog_load_projects:
 * @self: a catalog
 * @filter: (nullable): what they are narrowed to, %NULL for all
 * @error: return location for an error of %ATLAS_DATABASE_ERROR or %ATLAS_CATALOG_ERROR
 *
 * Returns: (transfer full) (nullable): the projects, maybe none
 */
AtlasProjectList *
atlas_catalog_load_projects (AtlasCatalog *self, const AtlasProjectFilter *filter, GError **error)
{
  static const AtlasProjectFilter everything = { NULL };
  g_autoptr (AtlasProjectList) list = NULL;
  g_auto (AtlasCitationTable) citations = { NULL };

  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);

  list = g_new0 (AtlasProjectList, 1);
  list->projects = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_project_free);
  list->citations = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_citation_free);
  _atlas_citation_table_init (&citations, list->citations);
  if (!_atlas_catalog_read_projects (self, filter != NULL ? filter : &everything, list->projects,
                                     &citations, error))
    return NULL;
  return g_steal_pointer (&list);
}

/**
 * atlas_catalog_count_projects:
 * @self: a catalog
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Counts the projects of the data set without reading them.
 *
 * Returns: how many there are; 0 with @error set where that cannot be read
 */
guint
atlas_catalog_count_projects (AtlasCatalog *self, GError **error)
{
  g_autoptr (AtlasStatement) rows = NULL;

  g_return_val_if_fail (ATLAS_IS_CATALOG (self), 0);

  rows = atlas_database_prepare (self->database, "SELECT count(*) FROM project", error);
  return rows != NULL && atlas_statement_next (rows, error)
             ? (guint) atlas_statement_get_int (rows, 0)
             : 0;
}
