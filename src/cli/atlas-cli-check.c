/* atlas-cli-check.c: `check`: whether the data set is right, and how much it covers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-cli-private.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <stdio.h>

#include "atlas-check.h"
#include "atlas-json.h"

static void
add_coverage (JsonBuilder *builder, const AtlasCoverage *coverage)
{
  json_builder_begin_object (builder);
  _atlas_json_set_text (builder, "code", atlas_place_get_code (coverage->place));
  _atlas_json_set_text (builder, "name", atlas_place_get_name (coverage->place));
  json_builder_set_member_name (builder, "positioning");
  json_builder_add_int_value (builder, coverage->n_positioning);
  json_builder_set_member_name (builder, "leading");
  json_builder_add_int_value (builder, coverage->n_leading);
  json_builder_set_member_name (builder, "cultivated");
  json_builder_add_int_value (builder, coverage->n_cultivated);
  json_builder_set_member_name (builder, "repaired");
  json_builder_add_int_value (builder, coverage->n_repaired);
  json_builder_end_object (builder);
}

static void
print_json (AtlasCatalog *catalog, const AtlasCheck *check)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  _atlas_json_set_text (builder, "version", atlas_catalog_get_version (catalog));
  json_builder_set_member_name (builder, "coverage");
  json_builder_begin_array (builder);
  for (guint i = 0; i < check->coverage->len; i++)
    add_coverage (builder, g_ptr_array_index (check->coverage, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < check->problems->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (check->problems, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  _atlas_json_print (builder);
}

static void
print_text (AtlasCatalog *catalog, const AtlasCheck *check)
{
  guint n_positioning = 0;
  guint n_leading = 0;
  guint n_cultivated = 0;
  guint n_repaired = 0;

  printf (_ ("Data set %s\n"), atlas_catalog_get_version (catalog));
  printf (_ ("Code    Positioning  Leading  Cultivated  Repaired  Place\n"));
  for (guint i = 0; i < check->coverage->len; i++)
    {
      const AtlasCoverage *row = g_ptr_array_index (check->coverage, i);

      printf ("%s %12u %8u %11u %9u  %s\n", atlas_place_get_code (row->place), row->n_positioning,
              row->n_leading, row->n_cultivated, row->n_repaired,
              atlas_place_get_name (row->place));
      n_positioning += row->n_positioning;
      n_leading += row->n_leading;
      n_cultivated += row->n_cultivated;
      n_repaired += row->n_repaired;
    }
  printf ("%6u %12u %8u %11u %9u  %s\n", check->coverage->len, n_positioning, n_leading,
          n_cultivated, n_repaired, _ ("Sum"));
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
    print_text (catalog, check);
  for (guint i = 0; i < check->problems->len; i++)
    atlas_cli_print_error (g_ptr_array_index (check->problems, i));
  return check->problems->len == 0 ? ATLAS_CLI_DONE : ATLAS_CLI_NOT_FOUND;
}
