/* atlas-cli-check-text.c: `check` for the eye: sizes, coverage, repairs and inferences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-cli-check-private.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* Facts that are named behind the reason they share; of more, the number says enough. */
#define MAX_NAMED 6

/* Spaces between two columns */
#define GAP 2

static guint
sum_facts (const AtlasCheck *check, AtlasFactKind kind)
{
  guint n = 0;

  for (guint i = 0; i < check->coverage->len; i++)
    n += ((const AtlasCoverage *) g_ptr_array_index (check->coverage, i))->n[kind];
  return n;
}

/*
 * _atlas_cli_check_list_sizes:
 * @check: a result
 * @sizes: (out caller-allocates): how large the data set is
 */
void
_atlas_cli_check_list_sizes (const AtlasCheck *check, AtlasCliSize sizes[ATLAS_CLI_N_SIZES])
{
  const AtlasCliSize all[ATLAS_CLI_N_SIZES] = {
    { "projects", _ ("projects"), check->n_projects },
    { "clusters", _ ("clusters of industry"), check->n_clusters },
    { "fields", _ ("fields of future industry"), check->n_future_fields },
    { "zones", _ ("regions and designations"), check->n_zones },
    { "indicators", _ ("indicators"), check->n_indicators },
    { "positionings", _ ("positionings"), sum_facts (check, ATLAS_FACT_POSITIONING) },
    { "industries", _ ("industries of a place"),
      sum_facts (check, ATLAS_FACT_LEADING) + sum_facts (check, ATLAS_FACT_CULTIVATED) },
    { "quotations", _ ("quotations"), check->n_passages },
  };

  memcpy (sizes, all, sizeof all);
}

static void
print_sizes (const AtlasCheck *check)
{
  AtlasCliSize sizes[ATLAS_CLI_N_SIZES];

  _atlas_cli_check_list_sizes (check, sizes);
  for (guint i = 0; i < ATLAS_CLI_N_SIZES; i++)
    printf ("%6u  %s\n", sizes[i].n, sizes[i].label);
}

/* Columns that a terminal needs for @text: a Chinese character fills two. */
static int
measure (const char *text)
{
  int width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (letter))
        width += g_unichar_iswide (letter) ? 2 : 1;
    }
  return width;
}

/* The table: code, a column of numbers for each heading, place. */
typedef struct
{
  GPtrArray *headings;
  GArray *sums;
} Table;

static void
print_right (const char *text, int width)
{
  printf ("%*s%s", MAX (width - measure (text), 0) + GAP, "", text);
}

static int
get_width (const Table *table, guint column)
{
  return MAX (measure (g_ptr_array_index (table->headings, column)), 4);
}

static void
print_line (const Table *table, const char *code, const guint *numbers, const char *name)
{
  printf ("%6s", code);
  for (guint i = 0; i < table->headings->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", numbers[i]);

      print_right (number, get_width (table, i));
    }
  printf ("%*s%s\n", GAP, "", name);
}

static void
print_headings (const Table *table)
{
  const char *code = C_ ("column", "Code");

  printf ("%s%*s", code, MAX (6 - measure (code), 0), "");
  for (guint i = 0; i < table->headings->len; i++)
    print_right (g_ptr_array_index (table->headings, i), get_width (table, i));
  printf ("%*s%s\n", GAP, "", C_ ("column", "Place"));
}

static void
print_coverage (const Table *table, const AtlasCoverage *coverage, guint n_documents)
{
  g_autofree guint *numbers = g_new0 (guint, table->headings->len);
  guint n = 0;

  for (guint i = 0; i < ATLAS_N_FACT_KINDS; i++)
    numbers[n++] = coverage->n[i];
  for (guint i = 0; i < n_documents; i++)
    numbers[n++] = coverage->n_by_document[i];
  numbers[n++] = coverage->n_inferred;
  numbers[n++] = coverage->n_repaired;
  g_assert (n == table->headings->len);

  for (guint i = 0; i < n; i++)
    g_array_index (table->sums, guint, i) += numbers[i];
  print_line (table, atlas_place_get_code (coverage->place), numbers,
              atlas_place_get_name (coverage->place));
}

static GPtrArray *
list_headings (GPtrArray *documents)
{
  const char *const kinds[ATLAS_N_FACT_KINDS] = {
    [ATLAS_FACT_POSITIONING] = C_ ("column", "Positioning"),
    [ATLAS_FACT_LEADING] = C_ ("column", "Leading"),
    [ATLAS_FACT_CULTIVATED] = C_ ("column", "Cultivated"),
    [ATLAS_FACT_PROJECT] = C_ ("column", "Projects"),
    [ATLAS_FACT_CLUSTER] = C_ ("column", "Clusters"),
    [ATLAS_FACT_ZONE] = C_ ("column", "Zones"),
    [ATLAS_FACT_INDICATOR] = C_ ("column", "Indicators"),
  };
  GPtrArray *headings = g_ptr_array_new ();

  for (guint i = 0; i < ATLAS_N_FACT_KINDS; i++)
    g_ptr_array_add (headings, (gpointer) kinds[i]);
  for (guint i = 0; i < documents->len; i++)
    g_ptr_array_add (headings, ((const AtlasDocument *) g_ptr_array_index (documents, i))->id);
  g_ptr_array_add (headings, (gpointer) C_ ("column", "Inferred"));
  g_ptr_array_add (headings, (gpointer) C_ ("column", "Repaired"));
  return headings;
}

static void
print_table (AtlasCatalog *catalog, const AtlasCheck *check)
{
  GPtrArray *documents = atlas_catalog_get_documents (catalog);
  g_autoptr (GPtrArray) headings = list_headings (documents);
  g_autoptr (GArray) sums = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autofree char *n_places = g_strdup_printf ("%u", check->coverage->len);
  Table table = { headings, sums };

  g_array_set_size (sums, headings->len);
  putchar ('\n');
  print_headings (&table);
  for (guint i = 0; i < check->coverage->len; i++)
    print_coverage (&table, g_ptr_array_index (check->coverage, i), documents->len);
  print_line (&table, n_places, (const guint *) (gpointer) sums->data, C_ ("column", "Sum"));
}

static void
print_without_project (const AtlasCheck *check)
{
  if (check->without_project->len == 0)
    return;
  printf ("\n%s\n ", _ ("No document ties a project to these:"));
  for (guint i = 0; i < check->without_project->len; i++)
    printf (" %s", atlas_place_get_name (g_ptr_array_index (check->without_project, i)));
  putchar ('\n');
}

static void
print_repairs (const AtlasCheck *check)
{
  if (check->repairs->len == 0)
    return;
  printf ("\n%s\n", _ ("Repaired wordings:"));
  for (guint i = 0; i < check->repairs->len; i++)
    {
      const AtlasRepair *repair = g_ptr_array_index (check->repairs, i);

      /* Translators: a wording, the same as it is printed, what was repaired */
      printf (_ ("  %s; printed %s (%s)\n"), repair->fact, repair->printed, repair->repair);
    }
}

static void
print_reason (const char *why, GPtrArray *inferences)
{
  printf ("%6u  %s", inferences->len, why);
  if (inferences->len <= MAX_NAMED)
    for (guint i = 0; i < inferences->len; i++)
      {
        const AtlasInference *inference = g_ptr_array_index (inferences, i);

        printf ("%s%s %s", i == 0 ? " ← " : "；", atlas_place_get_name (inference->place),
                inference->fact);
      }
  putchar ('\n');
}

static void
print_inferences (const AtlasCheck *check)
{
  g_autoptr (GHashTable) by_reason = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                            (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();

  if (check->inferences->len == 0)
    return;
  for (guint i = 0; i < check->inferences->len; i++)
    {
      AtlasInference *inference = g_ptr_array_index (check->inferences, i);
      GPtrArray *same = g_hash_table_lookup (by_reason, inference->why);

      if (same == NULL)
        {
          same = g_ptr_array_new ();
          g_hash_table_insert (by_reason, inference->why, same);
          g_ptr_array_add (reasons, inference->why);
        }
      g_ptr_array_add (same, inference);
    }

  printf ("\n%s\n", _ ("Inferred places, by reason:"));
  for (guint i = 0; i < reasons->len; i++)
    print_reason (g_ptr_array_index (reasons, i),
                  g_hash_table_lookup (by_reason, g_ptr_array_index (reasons, i)));
}

/*
 * _atlas_cli_check_print:
 * @catalog: the catalog
 * @check: a result
 *
 * Prints everything but the problems, which go to standard error.
 */
void
_atlas_cli_check_print (AtlasCatalog *catalog, const AtlasCheck *check)
{
  printf (_ ("Data set %s\n"), atlas_catalog_get_version (catalog));
  print_sizes (check);
  print_table (catalog, check);
  print_without_project (check);
  print_repairs (check);
  print_inferences (check);
}
