/* atlas-cli-list.c: `list WHAT`, and the lists of places, documents and industries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-cli-list-private.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "atlas-json.h"
#include "atlas-wording.h"

/*
 * _atlas_cli_is_within:
 * @place: a place
 * @whole: (nullable): a place that stands for itself and all that belongs to it; %NULL for all
 *
 * Returns: whether @place is part of it
 */
gboolean
_atlas_cli_is_within (AtlasPlace *place, AtlasPlace *whole)
{
  return whole == NULL || place == whole || atlas_place_get_parent (place) == whole;
}

static gboolean
is_among (AtlasPlace *place, GPtrArray *places)
{
  return places == NULL || g_ptr_array_find (places, place, NULL);
}

static void
print_place (AtlasPlace *place)
{
  AtlasPlace *parent = atlas_place_get_parent (place);

  printf ("%s  %s  %s", atlas_place_get_code (place), atlas_place_get_name (place),
          atlas_wording_get_level (atlas_place_get_level (place)));
  if (parent != NULL)
    printf ("  %s", atlas_place_get_name (parent));
  putchar ('\n');
}

static AtlasCliStatus
list_places (AtlasCliList *list)
{
  GListModel *places = atlas_catalog_get_places (list->catalog);
  g_autoptr (GPtrArray) in_family = NULL;
  g_autoptr (GPtrArray) in_document = NULL;
  g_autoptr (GError) error = NULL;

  if (list->filter.family != NULL)
    in_family = atlas_catalog_get_places_in_family (list->catalog, list->filter.family->id, &error);
  if (error == NULL && list->filter.document != NULL)
    in_document = atlas_catalog_get_places_in_document (list->catalog, list->filter.document->id,
                                                        &error);
  if (error != NULL)
    return _atlas_cli_fail (error);

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      if (!_atlas_cli_is_within (place, list->filter.place) || !is_among (place, in_family)
          || !is_among (place, in_document))
        continue;
      list->n_listed++;
      if (list->builder == NULL)
        {
          print_place (place);
          continue;
        }
      _atlas_json_begin_place (list->builder, place);
      json_builder_end_object (list->builder);
    }
  return ATLAS_CLI_DONE;
}

static void
print_document (const AtlasDocument *document)
{
  g_autofree char *date = atlas_wording_format_date (document->published);

  printf ("%s  《%s》  %s\n", document->id, document->title, date);
}

static AtlasCliStatus
list_documents (AtlasCliList *list)
{
  GPtrArray *documents = atlas_catalog_get_documents (list->catalog);

  for (guint i = 0; i < documents->len; i++)
    {
      const AtlasDocument *document = g_ptr_array_index (documents, i);

      if (list->filter.document != NULL && document != list->filter.document)
        continue;
      list->n_listed++;
      if (list->builder != NULL)
        _atlas_json_add_document (list->builder, document);
      else
        print_document (document);
    }
  return ATLAS_CLI_DONE;
}

/* Leaves the places of @term that are asked for. */
static gboolean
narrow_term (AtlasIndustryTerm *term, AtlasPlace *whole)
{
  for (guint i = term->places->len; i > 0; i--)
    if (!_atlas_cli_is_within (g_ptr_array_index (term->places, i - 1), whole))
      g_ptr_array_remove_index (term->places, i - 1);
  return term->places->len > 0;
}

static void
print_term (const AtlasIndustryTerm *term)
{
  printf ("%s  %s ", term->family->name, term->name);
  for (guint i = 0; i < term->places->len; i++)
    printf (" %s", atlas_place_get_name (g_ptr_array_index (term->places, i)));
  putchar ('\n');
}

static AtlasCliStatus
list_industries (AtlasCliList *list)
{
  g_autoptr (GError) error = NULL;
  const char *document = list->filter.document != NULL ? list->filter.document->id : NULL;
  g_autoptr (GPtrArray) terms = atlas_catalog_load_industry_terms (list->catalog, document, &error);

  if (terms == NULL)
    return _atlas_cli_fail (error);
  for (guint i = 0; i < terms->len; i++)
    {
      AtlasIndustryTerm *term = g_ptr_array_index (terms, i);

      if ((list->filter.family != NULL && term->family != list->filter.family)
          || !narrow_term (term, list->filter.place))
        continue;
      list->n_listed++;
      if (list->builder == NULL)
        {
          print_term (term);
          continue;
        }
      _atlas_json_begin_industry_term (list->builder, term);
      json_builder_end_object (list->builder);
    }
  return ATLAS_CLI_DONE;
}

typedef struct
{
  const char *name;
  AtlasCliTakes takes;
  AtlasCliStatus (*func) (AtlasCliList *list);
} Kind;

#define OF_PLACES (ATLAS_CLI_TAKES_PLACE | ATLAS_CLI_TAKES_FAMILY | ATLAS_CLI_TAKES_DOCUMENT)

static const Kind kinds[] = {
  { "places", OF_PLACES, list_places },
  { "projects", ATLAS_CLI_TAKES_FILTERS, _atlas_cli_list_projects },
  { "clusters", OF_PLACES, _atlas_cli_list_clusters },
  { "zones", ATLAS_CLI_TAKES_PLACE | ATLAS_CLI_TAKES_DOCUMENT, _atlas_cli_list_zones },
  { "industries", OF_PLACES, list_industries },
  { "documents", ATLAS_CLI_TAKES_DOCUMENT, list_documents },
};

static const Kind *
find_kind (const AtlasCliOptions *options)
{
  if (g_strv_length (options->arguments) == 1)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      if (g_strcmp0 (options->arguments[0], kinds[i].name) == 0)
        return &kinds[i];
  return NULL;
}

static AtlasCliStatus
print_list (const Kind *kind, AtlasCliList *list)
{
  AtlasCliStatus status;

  if (list->builder != NULL)
    json_builder_begin_array (list->builder);
  status = kind->func (list);
  if (status != ATLAS_CLI_DONE)
    return status;

  if (list->builder != NULL)
    {
      json_builder_end_array (list->builder);
      _atlas_json_print (list->builder);
    }
  if (list->n_listed > 0)
    return ATLAS_CLI_DONE;
  atlas_cli_print_error (_ ("Nothing in the data set fits."));
  return ATLAS_CLI_NOT_FOUND;
}

/*
 * _atlas_cli_list:
 * @catalog: the catalog
 * @options: with one argument, the name of a list
 *
 * Returns: the exit status
 */
AtlasCliStatus
_atlas_cli_list (AtlasCatalog *catalog, const AtlasCliOptions *options)
{
  const Kind *kind = find_kind (options);
  g_autoptr (JsonBuilder) builder = options->json ? json_builder_new_immutable () : NULL;
  AtlasCliList list = { .catalog = catalog, .builder = builder };
  const char *useless;
  AtlasCliStatus status;

  if (kind == NULL)
    return _atlas_cli_usage (
        _ ("“list” takes one of: places, projects, clusters, zones, industries, documents."));
  useless = _atlas_cli_options_find_useless (options, kind->takes | ATLAS_CLI_TAKES_JSON);
  if (useless != NULL)
    return _atlas_cli_usage (_ ("“list %s” does not take %s. “--help” says what it takes."),
                             kind->name, useless);

  status = _atlas_cli_read_filter (catalog, options, &list.filter);
  return status == ATLAS_CLI_DONE ? print_list (kind, &list) : status;
}
