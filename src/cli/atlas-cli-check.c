/* atlas-cli-check.c: `check`: whether the data set is right, and how much it covers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-cli-private.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "atlas-cli-check-private.h"
#include "atlas-json.h"

static void
set_int (JsonBuilder *builder, const char *member, guint value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, value);
}

static void
begin_member (JsonBuilder *builder, const char *member)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
}

static void
begin_named (JsonBuilder *builder, AtlasPlace *place)
{
  json_builder_begin_object (builder);
  _atlas_json_set_text (builder, "code", atlas_place_get_code (place));
  _atlas_json_set_text (builder, "name", atlas_place_get_name (place));
}

static void
add_sizes (JsonBuilder *builder, const AtlasCheck *check)
{
  AtlasCliSize sizes[ATLAS_CLI_N_SIZES];

  _atlas_cli_check_list_sizes (check, sizes);
  json_builder_set_member_name (builder, "size");
  json_builder_begin_object (builder);
  for (guint i = 0; i < ATLAS_CLI_N_SIZES; i++)
    set_int (builder, sizes[i].member, sizes[i].n);
  json_builder_end_object (builder);
}

static void
add_coverage (JsonBuilder *builder, GPtrArray *documents, const AtlasCoverage *coverage)
{
  begin_named (builder, coverage->place);
  for (guint i = 0; i < ATLAS_N_FACT_KINDS; i++)
    set_int (builder, atlas_fact_kind_to_string (i), coverage->n[i]);
  json_builder_set_member_name (builder, "documents");
  json_builder_begin_object (builder);
  for (guint i = 0; i < documents->len; i++)
    set_int (builder, ((const AtlasDocument *) g_ptr_array_index (documents, i))->id,
             coverage->n_by_document[i]);
  json_builder_end_object (builder);
  set_int (builder, "inferred", coverage->n_inferred);
  set_int (builder, "repaired", coverage->n_repaired);
  json_builder_end_object (builder);
}

static void
add_without_project (JsonBuilder *builder, const AtlasCheck *check)
{
  begin_member (builder, "without_project");
  for (guint i = 0; i < check->without_project->len; i++)
    {
      begin_named (builder, g_ptr_array_index (check->without_project, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_repairs (JsonBuilder *builder, const AtlasCheck *check)
{
  begin_member (builder, "repairs");
  for (guint i = 0; i < check->repairs->len; i++)
    {
      const AtlasRepair *repair = g_ptr_array_index (check->repairs, i);

      json_builder_begin_object (builder);
      _atlas_json_set_text (builder, "fact", repair->fact);
      _atlas_json_set_text (builder, "printed", repair->printed);
      _atlas_json_set_text (builder, "repair", repair->repair);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_inferences (JsonBuilder *builder, const AtlasCheck *check)
{
  begin_member (builder, "inferences");
  for (guint i = 0; i < check->inferences->len; i++)
    {
      const AtlasInference *inference = g_ptr_array_index (check->inferences, i);

      begin_named (builder, inference->place);
      _atlas_json_set_text (builder, "fact", inference->fact);
      _atlas_json_set_text (builder, "why", inference->why);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (AtlasCatalog *catalog, const AtlasCheck *check)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  _atlas_json_set_text (builder, "version", atlas_catalog_get_version (catalog));
  add_sizes (builder, check);
  begin_member (builder, "coverage");
  for (guint i = 0; i < check->coverage->len; i++)
    add_coverage (builder, atlas_catalog_get_documents (catalog),
                  g_ptr_array_index (check->coverage, i));
  json_builder_end_array (builder);
  add_without_project (builder, check);
  add_repairs (builder, check);
  add_inferences (builder, check);
  begin_member (builder, "problems");
  for (guint i = 0; i < check->problems->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (check->problems, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  _atlas_json_print (builder);
}

/*
 * _atlas_cli_check:
 * @catalog: the catalog
 * @options: without arguments
 *
 * Returns: the exit status, %ATLAS_CLI_NOT_FOUND where something is wrong
 */
AtlasCliStatus
_atlas_cli_check (AtlasCatalog *catalog, const AtlasCliOptions *options)
{
  g_autoptr (AtlasCheck) check = NULL;
  g_autoptr (GError) error = NULL;

  if (options->arguments[0] != NULL)
    return _atlas_cli_usage (_ ("“check” takes no argument."));
  check = atlas_check_run (catalog, &error);
  if (check == NULL)
    return _atlas_cli_fail (error);

  if (options->json)
    print_json (catalog, check);
  else
    _atlas_cli_check_print (catalog, check);
  for (guint i = 0; i < check->problems->len; i++)
    atlas_cli_print_error (g_ptr_array_index (check->problems, i));
  return check->problems->len == 0 ? ATLAS_CLI_DONE : ATLAS_CLI_NOT_FOUND;
}
