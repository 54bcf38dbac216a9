/* atlas-indicator-table.c: a table of indicators as a document prints it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-indicator-table.h"

#include <string.h>

#include <glib/gi18n.h>

#include "atlas-evidence.h"
#include "atlas-fact.h"
#include "atlas-flow-box.h"
#include "atlas-section.h"
#include "atlas-text.h"
#include "atlas-tooltip.h"

/* Ends the name of a group of columns in a heading. */
#define GROUP_END "："

/* The name of an indicator takes a line of its own: a pane is too narrow for a further column. */
struct _AtlasIndicatorTable
{
  /* owned; @profile may be %NULL; @indicators keeps what @part borrows */
  AtlasProfile *profile;
  GPtrArray *indicators;
  GPtrArray *citations;
  GPtrArray *part;
};

/* What is being filled; @notes are those met, once each, borrowed. */
typedef struct
{
  const AtlasIndicatorTable *table;
  GtkBox *box;
  GtkGrid *grid;
  int row;
  GPtrArray *notes;
} Filling;

static const AtlasIndicator *
get_indicator (const AtlasIndicatorTable *table, guint i)
{
  return g_ptr_array_index (table->part, i);
}

static char *
format_mark (guint note)
{
  return note < 26 ? g_strdup_printf ("%c", 'a' + (int) note)
                   : g_strdup_printf ("%c%c", 'a' + (int) (note / 26) - 1, 'a' + (int) (note % 26));
}

/* The letter that leads from a text to its note below the table. */
static char *
mark_note (Filling *filling, const char *note)
{
  guint i;

  if (note == NULL)
    return NULL;
  if (!g_ptr_array_find_with_equal_func (filling->notes, note, g_str_equal, &i))
    {
      i = filling->notes->len;
      g_ptr_array_add (filling->notes, (char *) note);
    }
  return format_mark (i);
}

static void
set_marked_text (GtkWidget *label, const char *text, const char *mark)
{
  g_autofree char *markup = NULL;

  if (mark == NULL)
    return;
  markup = g_markup_printf_escaped ("%s<span size=\"90%%\" rise=\"3pt\">\u2009%s</span>", text,
                                    mark);
  gtk_label_set_markup (GTK_LABEL (label), markup);
}

static GtkWidget *
evidence_new (const AtlasIndicatorTable *table, const AtlasClaim *claim, guint index)
{
  g_autofree char *number = g_strdup_printf ("%u", index + 1);

  if (table->profile != NULL)
    return atlas_evidence_new (table->profile, claim, index);
  return atlas_evidence_new_for_passage (NULL, g_ptr_array_index (table->citations, index), number);
}

/* A column may be narrower than any word in it. */
static void
align_end (GtkWidget *label)
{
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 1.0f);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
}

static char *
describe (const AtlasIndicator *indicator)
{
  if (indicator->unit == NULL)
    return g_strdup (indicator->nature);
  return indicator->nature != NULL ? g_strdup_printf ("%s · %s", indicator->unit, indicator->nature)
                                   : g_strdup (indicator->unit);
}

static GtkWidget *
name_new (Filling *filling, const AtlasIndicator *indicator)
{
  const AtlasClaim *claim = &indicator->claim;
  GtkWidget *line = atlas_flow_box_new (6, 0);
  GtkWidget *name = atlas_fact_new_for_text (claim->text);
  g_autofree char *description = describe (indicator);
  g_autofree char *mark = mark_note (filling, indicator->note);

  for (guint i = 0; i < claim->citations->len; i++)
    atlas_fact_add_evidence (
        ATLAS_FACT (name),
        evidence_new (filling->table, claim, g_array_index (claim->citations, guint, i)));
  atlas_flow_box_append (ATLAS_FLOW_BOX (line), name);
  if (description != NULL || mark != NULL)
    {
      const char *text = description != NULL ? description : "";
      GtkWidget *label = atlas_text_new (text, "dim-label");

      set_marked_text (label, text, mark);
      atlas_tooltip_set (label, indicator->note);
      atlas_flow_box_append (ATLAS_FLOW_BOX (line), label);
    }
  return line;
}

static const char *
get_value_class (const AtlasIndicatorValue *value)
{
  if (value->text == NULL)
    return "missing";
  return g_str_equal (value->text, "—") ? "dash" : "value";
}

/* A cell that the text at hand has lost is told from one in which the document prints a dash. */
static GtkWidget *
value_new (Filling *filling, const AtlasIndicatorValue *value)
{
  const char *text = value->text != NULL ? value->text : C_ ("cell of a table", "missing");
  GtkWidget *label = atlas_text_new (text, get_value_class (value));
  g_autofree char *mark = mark_note (filling, value->note);
  /* Translators: heading of a column, what stands in the cell */
  g_autofree char *name = g_strdup_printf (C_ ("indicator", "%s: %s"), value->heading, text);

  align_end (label);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (label, "numeric");
  set_marked_text (label, text, mark);
  if (value->note != NULL)
    atlas_tooltip_set (label, value->note);
  else if (value->text == NULL)
    atlas_tooltip_set (label, _ ("The text at hand has lost this cell."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (value->note != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    value->note, -1);
  return label;
}

static const char *
get_heading (const AtlasIndicator *indicator, guint column)
{
  return ((const AtlasIndicatorValue *) g_ptr_array_index (indicator->values, column))->heading;
}

/* How many bytes of a heading name the group of columns it belongs to: 预计完成情况：2020年 */
static gsize
measure_group (const char *heading)
{
  const char *colon = strstr (heading, GROUP_END);

  return colon != NULL ? (gsize) (colon - heading) + strlen (GROUP_END) : 0;
}

/* How many columns from @start on belong to one group, at least one. */
static guint
count_group (const AtlasIndicator *indicator, guint start)
{
  const char *heading = get_heading (indicator, start);
  gsize length = measure_group (heading);
  guint end = start + 1;

  while (length > 0 && end < indicator->values->len
         && measure_group (get_heading (indicator, end)) == length
         && strncmp (get_heading (indicator, end), heading, length) == 0)
    end++;
  return end - start;
}

static void
add_heading (Filling *filling, const char *text, guint column, int row, guint n_columns)
{
  GtkWidget *label = atlas_text_new (text, "column-heading");

  align_end (label);
  gtk_widget_set_valign (label, GTK_ALIGN_END);
  gtk_grid_attach (filling->grid, label, (int) column, row, (int) n_columns, 1);
}

/* What the headings of several columns begin with stands above them once, as it is printed. */
static void
add_headings (Filling *filling, const AtlasIndicator *indicator)
{
  for (guint start = 0, n; start < indicator->values->len; start += n)
    {
      gsize length = measure_group (get_heading (indicator, start));

      n = count_group (indicator, start);
      if (n > 1)
        {
          g_autofree char *group = g_strndup (get_heading (indicator, start),
                                              length - strlen (GROUP_END));

          add_heading (filling, group, start, filling->row, n);
        }
      for (guint i = start; i < start + n; i++)
        add_heading (filling, get_heading (indicator, i) + (n > 1 ? length : 0), i,
                     filling->row + 1, 1);
    }
  filling->row += 2;
}

static void
add_indicator (Filling *filling, const AtlasIndicator *indicator)
{
  int n_columns = (int) MAX (1, indicator->values->len);

  gtk_grid_attach (filling->grid, name_new (filling, indicator), 0, filling->row++, n_columns, 1);
  for (guint i = 0; i < indicator->values->len; i++)
    gtk_grid_attach (filling->grid, value_new (filling, g_ptr_array_index (indicator->values, i)),
                     (int) i, filling->row, 1, 1);
  filling->row++;
}

static gboolean
has_same_headings (const AtlasIndicator *first, const AtlasIndicator *second)
{
  if (first->values->len != second->values->len)
    return FALSE;
  for (guint i = 0; i < first->values->len; i++)
    if (!g_str_equal (((const AtlasIndicatorValue *) first->values->pdata[i])->heading,
                      ((const AtlasIndicatorValue *) second->values->pdata[i])->heading))
      return FALSE;
  return TRUE;
}

/* A category, or where its columns change, a part of it. */
static void
begin_category (Filling *filling, const AtlasIndicator *indicator)
{
  if (indicator->category != NULL)
    atlas_section_add_subheading (filling->box, indicator->category);
  filling->grid = GTK_GRID (gtk_grid_new ());
  filling->row = 0;
  gtk_grid_set_column_homogeneous (filling->grid, TRUE);
  gtk_grid_set_column_spacing (filling->grid, 10);
  gtk_box_append (filling->box, GTK_WIDGET (filling->grid));
  add_headings (filling, indicator);
}

static void
add_notes (Filling *filling)
{
  for (guint i = 0; i < filling->notes->len; i++)
    {
      g_autofree char *mark = format_mark (i);
      /* Translators: the letter of a footnote, the footnote */
      g_autofree char *text = g_strdup_printf (
          C_ ("footnote", "%s  %s"), mark, (const char *) g_ptr_array_index (filling->notes, i));

      gtk_box_append (filling->box, atlas_text_new (text, "footnote"));
    }
}

/**
 * atlas_indicator_table_new:
 * @profile: (nullable): where the indicators come from, if they are in one
 * @indicators: (element-type AtlasIndicator): all indicators, of which a reference is kept
 * @citations: (element-type AtlasCitation): what their claims point into
 * @part: (transfer full) (element-type AtlasIndicator): those of the table, borrowed from
 *   @indicators; at least one
 *
 * Returns: (transfer full): what a table is built from
 */
AtlasIndicatorTable *
atlas_indicator_table_new (AtlasProfile *profile,
                           GPtrArray *indicators,
                           GPtrArray *citations,
                           GPtrArray *part)
{
  AtlasIndicatorTable *self;

  g_return_val_if_fail (profile == NULL || ATLAS_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (part != NULL && part->len > 0, NULL);

  self = g_new0 (AtlasIndicatorTable, 1);
  g_set_object (&self->profile, profile);
  self->indicators = g_ptr_array_ref (indicators);
  self->citations = g_ptr_array_ref (citations);
  self->part = part;
  return self;
}

/**
 * atlas_indicator_table_free:
 * @self: (transfer full) (type AtlasIndicatorTable): what a table is built from
 */
void
atlas_indicator_table_free (gpointer self)
{
  AtlasIndicatorTable *table = self;

  g_clear_object (&table->profile);
  g_ptr_array_unref (table->indicators);
  g_ptr_array_unref (table->citations);
  g_ptr_array_unref (table->part);
  g_free (table);
}

/**
 * atlas_indicator_table_build:
 * @self: (type AtlasIndicatorTable): what it is built from; must live as long as the result
 *
 * Returns: (transfer floating): the table by category, its notes below it
 */
GtkWidget *
atlas_indicator_table_build (gpointer self)
{
  const AtlasIndicatorTable *table = self;
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  Filling filling = { .table = table, .notes = notes };

  filling.box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  for (guint i = 0; i < table->part->len; i++)
    {
      const AtlasIndicator *indicator = get_indicator (table, i);
      const AtlasIndicator *before = i > 0 ? get_indicator (table, i - 1) : NULL;

      if (before == NULL || g_strcmp0 (before->category, indicator->category) != 0
          || !has_same_headings (before, indicator))
        begin_category (&filling, indicator);
      add_indicator (&filling, indicator);
    }
  add_notes (&filling);
  gtk_widget_add_css_class (GTK_WIDGET (filling.box), "indicator-table");
  return GTK_WIDGET (filling.box);
}
