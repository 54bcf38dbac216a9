/* atlas-cli-filter.c: what --place, --family, --category, --status and --document mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-cli-list-private.h"

#include <glib/gi18n.h>

#include "atlas-wording.h"

static const AtlasFamily *
find_family (AtlasCatalog *catalog, const char *text)
{
  GPtrArray *families = atlas_catalog_get_families (catalog);

  for (guint i = 0; i < families->len; i++)
    {
      const AtlasFamily *family = g_ptr_array_index (families, i);

      if (g_strcmp0 (family->id, text) == 0 || g_strcmp0 (family->name, text) == 0)
        return family;
    }
  return NULL;
}

static char *
join_families (AtlasCatalog *catalog)
{
  GPtrArray *families = atlas_catalog_get_families (catalog);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < families->len; i++)
    {
      const AtlasFamily *family = g_ptr_array_index (families, i);

      g_string_append_printf (text, "\n  %s  %s", family->id, family->name);
    }
  return g_string_free (text, FALSE);
}

static AtlasCliStatus
read_family (AtlasCatalog *catalog, const char *text, AtlasProjectFilter *filter)
{
  g_autofree char *families = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;

  filter->family = find_family (catalog, text);
  if (filter->family != NULL)
    return ATLAS_CLI_DONE;

  families = join_families (catalog);
  shown = _atlas_cli_shorten (text);
  message = g_strdup_printf (_ ("No industry family is called “%s”. These are:%s"), shown,
                             families);
  atlas_cli_print_error (message);
  return ATLAS_CLI_NOT_FOUND;
}

static AtlasCliStatus
read_document (AtlasCatalog *catalog, const char *text, AtlasProjectFilter *filter)
{
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;

  filter->document = atlas_catalog_get_document (catalog, text);
  if (filter->document != NULL)
    return ATLAS_CLI_DONE;

  shown = _atlas_cli_shorten (text);
  message = g_strdup_printf (_ ("No document has the id “%s”. “list documents” prints the ids."),
                             shown);
  atlas_cli_print_error (message);
  return ATLAS_CLI_NOT_FOUND;
}

/* Adds @word to a sorted list of words, each once. */
static void
add_word (GTree *words, const char *word)
{
  if (word != NULL)
    g_tree_insert (words, (gpointer) word, (gpointer) word);
}

static gboolean
append_word (gpointer key, gpointer value, gpointer data)
{
  g_ptr_array_add (data, key);
  return FALSE;
}

static int
compare_words (gconstpointer a, gconstpointer b, gpointer data)
{
  return g_strcmp0 (a, b);
}

/* On a line of its own; nothing for no words. */
static char *
make_line (GPtrArray *words)
{
  g_autofree char *list = atlas_wording_list (words);

  return words->len > 0 ? g_strconcat ("\n  ", list, NULL) : g_steal_pointer (&list);
}

static char *
join_words (GTree *words)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  g_tree_foreach (words, append_word, sorted);
  return make_line (sorted);
}

static char *
join_stages (void)
{
  g_autoptr (GPtrArray) stages = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ATLAS_N_STAGES; i++)
    g_ptr_array_add (stages, g_strdup_printf ("%s（%s）", atlas_wording_get_stage ((AtlasStage) i),
                                              atlas_stage_to_string ((AtlasStage) i)));
  return make_line (stages);
}

static AtlasCliStatus
refuse_category (const char *text, GTree *categories)
{
  g_autofree char *shown = _atlas_cli_shorten (text);
  g_autofree char *words = join_words (categories);
  g_autofree char *message = g_strdup_printf (
      _ ("No project is of the category “%s”. The categories are:%s"), shown, words);

  atlas_cli_print_error (message);
  return ATLAS_CLI_NOT_FOUND;
}

static AtlasCliStatus
refuse_status (const char *text, GTree *statuses)
{
  g_autofree char *shown = _atlas_cli_shorten (text);
  g_autofree char *stages = join_stages ();
  g_autofree char *words = join_words (statuses);
  g_autofree char *message = NULL;

  /* Translators: what was asked for, a list of stages, a list of the documents' own words */
  message = g_strdup_printf (_ ("No project has the status “%s”. The stages are:%s\n"
                                "The documents themselves say:%s"),
                             shown, stages, words);
  atlas_cli_print_error (message);
  return ATLAS_CLI_NOT_FOUND;
}

/* A word of the documents means that word, even where a stage is called the same. */
static gboolean
read_status (GTree *statuses, AtlasProjectFilter *filter)
{
  AtlasStage stage;

  if (g_tree_lookup (statuses, filter->status) != NULL
      || atlas_stage_from_string (filter->status, &stage))
    return TRUE;
  for (guint i = 0; i < ATLAS_N_STAGES; i++)
    if (g_str_equal (filter->status, atlas_wording_get_stage ((AtlasStage) i)))
      {
        filter->status = atlas_stage_to_string ((AtlasStage) i);
        return TRUE;
      }
  return FALSE;
}

/* The words that --category and --status can be; @headings are found as well, but not listed, since
 * each document has its own. */
static void
collect_words (GPtrArray *projects, GTree *categories, GTree *headings, GTree *statuses)
{
  for (guint i = 0; i < projects->len; i++)
    {
      const AtlasProject *project = g_ptr_array_index (projects, i);

      add_word (categories, project->category);
      for (guint j = 0; j < project->statements->len; j++)
        {
          const AtlasProjectStatement *statement = g_ptr_array_index (project->statements, j);

          add_word (headings, statement->heading);
          add_word (statuses, statement->status);
        }
    }
}

/* Categories and statuses are what the projects have; a stage gets the name it has in the data. */
static AtlasCliStatus
read_words (AtlasCatalog *catalog, AtlasProjectFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasProjectList) list = atlas_catalog_load_projects (catalog, NULL, &error);
  g_autoptr (GTree) categories = g_tree_new_full (compare_words, NULL, NULL, NULL);
  g_autoptr (GTree) headings = g_tree_new_full (compare_words, NULL, NULL, NULL);
  g_autoptr (GTree) statuses = g_tree_new_full (compare_words, NULL, NULL, NULL);

  if (list == NULL)
    return _atlas_cli_fail (error);
  collect_words (list->projects, categories, headings, statuses);
  if (filter->category != NULL && g_tree_lookup (categories, filter->category) == NULL
      && g_tree_lookup (headings, filter->category) == NULL)
    return refuse_category (filter->category, categories);
  if (filter->status != NULL && !read_status (statuses, filter))
    return refuse_status (filter->status, statuses);
  return ATLAS_CLI_DONE;
}

/*
 * _atlas_cli_read_filter:
 * @catalog: the catalog
 * @options: the command line
 * @filter: (out caller-allocates): what its options narrow a list to; the texts are static or
 *   borrowed from @options
 *
 * Returns: %ATLAS_CLI_DONE; %ATLAS_CLI_NOT_FOUND where an option names what there is not, once the
 *   message is printed; or the exit status of a failure
 */
AtlasCliStatus
_atlas_cli_read_filter (AtlasCatalog *catalog,
                        const AtlasCliOptions *options,
                        AtlasProjectFilter *filter)
{
  AtlasCliStatus status = ATLAS_CLI_DONE;
  g_autoptr (GError) error = NULL;

  *filter = (AtlasProjectFilter){ .category = options->category, .status = options->status };
  if (options->places != NULL)
    {
      if (g_strv_length (options->places) > 1)
        return _atlas_cli_usage (_ ("“list” takes one --place."));
      filter->place = atlas_catalog_resolve_place (catalog, options->places[0], &error);
      if (filter->place == NULL)
        return _atlas_cli_fail (error);
    }
  if (options->family != NULL)
    status = read_family (catalog, options->family, filter);
  if (status == ATLAS_CLI_DONE && options->document != NULL)
    status = read_document (catalog, options->document, filter);
  if (status == ATLAS_CLI_DONE && (options->category != NULL || options->status != NULL))
    status = read_words (catalog, filter);
  return status;
}
