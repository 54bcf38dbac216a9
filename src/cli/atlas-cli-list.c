/* atlas-cli-list.c: `list places|documents|industries`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-cli-private.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "atlas-json.h"
#include "atlas-wording.h"

/* What --place, --family and --document narrow a list to; NULL where they are not given. */
typedef struct
{
  AtlasPlace *place;
  const AtlasFamily *family;
  GPtrArray *places_in_family;
  const AtlasDocument *document;
  GPtrArray *places_in_document;
  guint n_listed;
} Filter;

static void
filter_clear (Filter *filter)
{
  g_clear_pointer (&filter->places_in_family, g_ptr_array_unref);
  g_clear_pointer (&filter->places_in_document, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filter, filter_clear)

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
read_family (AtlasCatalog *catalog, const char *text, Filter *filter)
{
  g_autofree char *families = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  filter->family = find_family (catalog, text);
  if (filter->family == NULL)
    {
      families = join_families (catalog);
      shown = _atlas_cli_shorten (text);
      message = g_strdup_printf (_ ("No industry family is called “%s”. These are:%s"), shown,
                                 families);
      atlas_cli_print_error (message);
      return ATLAS_CLI_NOT_FOUND;
    }

  filter->places_in_family = atlas_catalog_get_places_in_family (catalog, filter->family->id,
                                                                 &error);
  return filter->places_in_family != NULL ? ATLAS_CLI_DONE : _atlas_cli_fail (error);
}

static AtlasCliStatus
read_document (AtlasCatalog *catalog, const char *text, Filter *filter)
{
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  filter->document = atlas_catalog_get_document (catalog, text);
  if (filter->document == NULL)
    {
      shown = _atlas_cli_shorten (text);
      message = g_strdup_printf (
          _ ("No document has the id “%s”. “list documents” prints the ids."), shown);
      atlas_cli_print_error (message);
      return ATLAS_CLI_NOT_FOUND;
    }

  filter->places_in_document = atlas_catalog_get_places_in_document (catalog, text, &error);
  return filter->places_in_document != NULL ? ATLAS_CLI_DONE : _atlas_cli_fail (error);
}

static AtlasCliStatus
read_filter (AtlasCatalog *catalog, const AtlasCliOptions *options, Filter *filter)
{
  g_autoptr (GError) error = NULL;
  AtlasCliStatus status = ATLAS_CLI_DONE;

  if (options->place != NULL)
    {
      filter->place = atlas_catalog_resolve_place (catalog, options->place, &error);
      if (filter->place == NULL)
        return _atlas_cli_fail (error);
    }
  if (options->family != NULL)
    status = read_family (catalog, options->family, filter);
  if (status == ATLAS_CLI_DONE && options->document != NULL)
    status = read_document (catalog, options->document, filter);
  return status;
}

/* A city stands for itself and all that belongs to it. */
static gboolean
is_within (AtlasPlace *place, AtlasPlace *whole)
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
list_places (AtlasCatalog *catalog, Filter *filter, JsonBuilder *builder)
{
  GListModel *places = atlas_catalog_get_places (catalog);

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      if (!is_within (place, filter->place) || !is_among (place, filter->places_in_family)
          || !is_among (place, filter->places_in_document))
        continue;
      filter->n_listed++;
      if (builder == NULL)
        {
          print_place (place);
          continue;
        }
      _atlas_json_begin_place (builder, place);
      json_builder_end_object (builder);
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
list_documents (AtlasCatalog *catalog, Filter *filter, JsonBuilder *builder)
{
  GPtrArray *documents = atlas_catalog_get_documents (catalog);

  for (guint i = 0; i < documents->len; i++)
    {
      const AtlasDocument *document = g_ptr_array_index (documents, i);

      if (filter->document != NULL && document != filter->document)
        continue;
      filter->n_listed++;
      if (builder != NULL)
        _atlas_json_add_document (builder, document);
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
    if (!is_within (g_ptr_array_index (term->places, i - 1), whole))
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
list_industries (AtlasCatalog *catalog, Filter *filter, JsonBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  const char *document = filter->document != NULL ? filter->document->id : NULL;
  g_autoptr (GPtrArray) terms = atlas_catalog_load_industry_terms (catalog, document, &error);

  if (terms == NULL)
    return _atlas_cli_fail (error);
  for (guint i = 0; i < terms->len; i++)
    {
      AtlasIndustryTerm *term = g_ptr_array_index (terms, i);

      if ((filter->family != NULL && term->family != filter->family)
          || !narrow_term (term, filter->place))
        continue;
      filter->n_listed++;
      if (builder == NULL)
        {
          print_term (term);
          continue;
        }
      _atlas_json_begin_industry_term (builder, term);
      json_builder_end_object (builder);
    }
  return ATLAS_CLI_DONE;
}

typedef struct
{
  const char *name;
  gboolean of_places; /* whether --place and --family narrow it */
  AtlasCliStatus (*func) (AtlasCatalog *catalog, Filter *filter, JsonBuilder *builder);
} List;

static const List lists[] = {
  { "places", TRUE, list_places },
  { "documents", FALSE, list_documents },
  { "industries", TRUE, list_industries },
};

static const List *
find_list (const AtlasCliOptions *options)
{
  if (g_strv_length (options->arguments) == 1)
    for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
      if (g_strcmp0 (options->arguments[0], lists[i].name) == 0)
        return &lists[i];
  return NULL;
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
  const List *list = find_list (options);
  g_auto (Filter) filter = { NULL };
  g_autoptr (JsonBuilder) builder = NULL;
  AtlasCliStatus status;

  if (list == NULL)
    return _atlas_cli_usage (_ ("“list” takes one of: places, documents, industries."));

  if (!list->of_places && (options->place != NULL || options->family != NULL))
    return _atlas_cli_usage (_ ("“list %s” takes neither --place nor --family."), list->name);

  status = read_filter (catalog, options, &filter);
  if (status != ATLAS_CLI_DONE)
    return status;

  if (options->json)
    {
      builder = json_builder_new_immutable ();
      json_builder_begin_array (builder);
    }
  status = list->func (catalog, &filter, builder);
  if (status == ATLAS_CLI_DONE && builder != NULL)
    {
      json_builder_end_array (builder);
      _atlas_json_print (builder);
    }
  if (status == ATLAS_CLI_DONE && filter.n_listed == 0)
    {
      atlas_cli_print_error (_ ("Nothing in the data set fits."));
      return ATLAS_CLI_NOT_FOUND;
    }
  return status;
}
