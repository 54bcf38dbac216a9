/* atlas-coverage-row.c: a line of the coverage table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-coverage-row.h"

#include <string.h>

#include <glib/gi18n.h>

/* After the kinds and the documents: inferred, repaired. */
#define N_REMARKS 2

struct _AtlasCoverageRow
{
  GObject parent_instance;

  /* owned */
  AtlasPlace *place;
  guint *numbers;
  guint n_numbers;
};

G_DEFINE_FINAL_TYPE (AtlasCoverageRow, atlas_coverage_row, G_TYPE_OBJECT)

/* In which order the kinds stand: what is asked for most goes first. */
static const AtlasFactKind kinds[ATLAS_N_FACT_KINDS] = {
  ATLAS_FACT_PROJECT, ATLAS_FACT_POSITIONING, ATLAS_FACT_LEADING,   ATLAS_FACT_CULTIVATED,
  ATLAS_FACT_CLUSTER, ATLAS_FACT_ZONE,        ATLAS_FACT_INDICATOR,
};

static void
atlas_coverage_row_finalize (GObject *object)
{
  AtlasCoverageRow *self = ATLAS_COVERAGE_ROW (object);

  g_clear_object (&self->place);
  g_clear_pointer (&self->numbers, g_free);

  G_OBJECT_CLASS (atlas_coverage_row_parent_class)->finalize (object);
}

static void
atlas_coverage_row_class_init (AtlasCoverageRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_coverage_row_finalize;
}

static void
atlas_coverage_row_init (AtlasCoverageRow *self)
{
}

/**
 * atlas_coverage_row_new:
 * @place: the place
 * @coverage: its numbers, which are copied
 * @n_documents: how many documents they are by
 *
 * Returns: (transfer full): a new row
 */
AtlasCoverageRow *
atlas_coverage_row_new (AtlasPlace *place, const AtlasCoverage *coverage, guint n_documents)
{
  AtlasCoverageRow *self;

  g_return_val_if_fail (ATLAS_IS_PLACE (place), NULL);
  g_return_val_if_fail (coverage != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_COVERAGE_ROW, NULL);
  self->place = g_object_ref (place);
  self->n_numbers = ATLAS_N_FACT_KINDS + n_documents + N_REMARKS;
  self->numbers = g_new (guint, self->n_numbers);
  for (guint i = 0; i < ATLAS_N_FACT_KINDS; i++)
    self->numbers[i] = coverage->n[kinds[i]];
  for (guint i = 0; i < n_documents; i++)
    self->numbers[ATLAS_N_FACT_KINDS + i] = coverage->n_by_document[i];
  self->numbers[self->n_numbers - 2] = coverage->n_inferred;
  self->numbers[self->n_numbers - 1] = coverage->n_repaired;
  return self;
}

/**
 * atlas_coverage_row_get_place:
 * @self: a row
 *
 * Returns: (transfer none): its place
 */
AtlasPlace *
atlas_coverage_row_get_place (AtlasCoverageRow *self)
{
  g_return_val_if_fail (ATLAS_IS_COVERAGE_ROW (self), NULL);

  return self->place;
}

/**
 * atlas_coverage_row_get_number:
 * @self: a row
 * @column: less than atlas_coverage_count_columns()
 *
 * Returns: how many facts
 */
guint
atlas_coverage_row_get_number (AtlasCoverageRow *self, guint column)
{
  g_return_val_if_fail (ATLAS_IS_COVERAGE_ROW (self), 0);
  g_return_val_if_fail (column < self->n_numbers, 0);

  return self->numbers[column];
}

/**
 * atlas_coverage_count_columns:
 * @documents: (element-type AtlasDocument): the documents
 *
 * Returns: how many numbers a row has
 */
guint
atlas_coverage_count_columns (GPtrArray *documents)
{
  return ATLAS_N_FACT_KINDS + documents->len + N_REMARKS;
}

/* The title of @document up to its years, which tells it from the others: 辽阳市“十四五”. */
static char *
shorten_title (const AtlasDocument *document)
{
  const char *years = strstr (document->title, document->period_name);

  if (years == NULL)
    return g_strdup (document->title);
  return g_strndup (document->title,
                    (gsize) (years - document->title) + strlen (document->period_name));
}

/**
 * atlas_coverage_format_title:
 * @documents: (element-type AtlasDocument): the documents
 * @column: less than atlas_coverage_count_columns()
 *
 * Returns: (transfer full): what stands over the column
 */
char *
atlas_coverage_format_title (GPtrArray *documents, guint column)
{
  g_return_val_if_fail (column < atlas_coverage_count_columns (documents), NULL);

  if (column < ATLAS_N_FACT_KINDS)
    return g_strdup (atlas_coverage_get_kind_title (kinds[column]));
  column -= ATLAS_N_FACT_KINDS;
  if (column < documents->len)
    return shorten_title (g_ptr_array_index (documents, column));
  return g_strdup (column == documents->len ? C_ ("column of the coverage table", "Inferred")
                                            : C_ ("column of the coverage table", "Repaired"));
}

/**
 * atlas_coverage_get_kind_title:
 * @kind: a kind of facts
 *
 * Returns: what a person calls it, in the language of the interface
 */
const char *
atlas_coverage_get_kind_title (AtlasFactKind kind)
{
  switch (kind)
    {
    case ATLAS_FACT_POSITIONING:
      return C_ ("kind of facts", "Positioning");
    case ATLAS_FACT_LEADING:
      return C_ ("kind of facts", "Leading");
    case ATLAS_FACT_CULTIVATED:
      return C_ ("kind of facts", "Cultivated");
    case ATLAS_FACT_PROJECT:
      return C_ ("kind of facts", "Projects");
    case ATLAS_FACT_CLUSTER:
      return C_ ("kind of facts", "Clusters");
    case ATLAS_FACT_ZONE:
      return C_ ("kind of facts", "Zones");
    case ATLAS_FACT_INDICATOR:
      return C_ ("kind of facts", "Indicators");
    case ATLAS_N_FACT_KINDS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * atlas_coverage_get_kind:
 * @position: less than %ATLAS_N_FACT_KINDS
 *
 * Returns: the kind that stands there wherever kinds stand in a row
 */
AtlasFactKind
atlas_coverage_get_kind (guint position)
{
  g_return_val_if_fail (position < ATLAS_N_FACT_KINDS, ATLAS_FACT_PROJECT);

  return kinds[position];
}
