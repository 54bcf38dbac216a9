/* atlas-document-card.c: one of the documents the data come from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-document-card.h"

#include <string.h>

#include <glib/gi18n.h>

#include "atlas-coverage-row.h"
#include "atlas-flow-box.h"
#include "atlas-text.h"
#include "atlas-wording.h"

/* Whether the years a document speaks of were not over at @date, both in ISO 8601. */
static gboolean
is_current (const AtlasDocument *document, const char *date)
{
  const char *hyphen = strchr (document->period, '-');
  const char *last_year = hyphen != NULL ? hyphen + 1 : document->period;

  return strncmp (last_year, date, 4) >= 0;
}

static void
add_tag (GtkWidget *line, const char *text, gboolean current)
{
  GtkWidget *tag = gtk_label_new (text);

  gtk_widget_add_css_class (tag, "standing");
  if (current)
    gtk_widget_add_css_class (tag, "current");
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  atlas_flow_box_append (ATLAS_FLOW_BOX (line), tag);
}

static GtkWidget *
title_new (const AtlasDocument *document, gboolean current)
{
  GtkWidget *line = atlas_flow_box_new (10, 4);
  g_autofree char *title = g_strdup_printf ("《%s》", document->title);

  atlas_flow_box_append (ATLAS_FLOW_BOX (line), atlas_text_new (title, "source-title"));
  add_tag (line,
           current ? C_ ("standing of a document", "Current")
                   : C_ ("standing of a document", "Earlier"),
           current);
  if (document->is_extract)
    add_tag (line, C_ ("standing of a document", "Extract"), FALSE);
  return line;
}

static char *
describe (const AtlasDocument *document)
{
  g_autofree char *published = atlas_wording_format_date (document->published);
  g_autofree char *years = atlas_wording_format_period (document->period);

  if (g_str_equal (document->kind, "report"))
    /* Translators: the year a report of the government is on, when it was published */
    return g_strdup_printf (_ ("Work report of the government for %s, published in %s"), years,
                            published);
  /* Translators: the years a plan is for, when it was published */
  return g_strdup_printf (_ ("Plan for %s, published in %s"), years, published);
}

/* What the standing means for what the document says. */
static const char *
explain_standing (gboolean current)
{
  if (current)
    return _ ("Its years were not over at the date of the data. What it says comes first.");
  return _ ("Its years were over at the date of the data. What it says stays with its year, for "
            "comparison.");
}

static GtkWidget *
number_new (AtlasFactKind kind, guint n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *text = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("—");
  GtkWidget *number = atlas_text_new (text, "numeric");

  gtk_widget_add_css_class (number, n > 0 ? "number" : "zero");
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box),
                  atlas_text_new (atlas_coverage_get_kind_title (kind), "dim-label"));
  return box;
}

/* As wide as each other, so that the numbers of all documents stand in columns. */
static GtkWidget *
numbers_new (const AtlasDocumentFacts *facts)
{
  GtkWidget *numbers = atlas_flow_box_new (8, 6);

  for (guint i = 0; i < ATLAS_N_FACT_KINDS; i++)
    {
      AtlasFactKind kind = atlas_coverage_get_kind (i);

      atlas_flow_box_append (ATLAS_FLOW_BOX (numbers), number_new (kind, facts->n[kind]));
    }
  gtk_widget_add_css_class (numbers, "numbers");
  return numbers;
}

/**
 * atlas_document_card_new:
 * @facts: a document and what comes from it; not needed afterwards
 * @date: the date of the data, in ISO 8601
 *
 * Returns: (transfer floating): what the document is, how it stands and how many facts it supports
 */
GtkWidget *
atlas_document_card_new (const AtlasDocumentFacts *facts, const char *date)
{
  GtkWidget *card;
  gboolean current;
  g_autofree char *description = NULL;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (date != NULL, NULL);

  card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  current = is_current (facts->document, date);
  description = describe (facts->document);
  gtk_box_append (GTK_BOX (card), title_new (facts->document, current));
  gtk_box_append (GTK_BOX (card), atlas_text_new (facts->document->full_title, NULL));
  gtk_box_append (GTK_BOX (card), atlas_text_new (description, "numeric"));
  gtk_box_append (GTK_BOX (card), atlas_text_new (explain_standing (current), "dim-label"));
  if (facts->document->is_extract)
    gtk_box_append (
        GTK_BOX (card),
        atlas_text_new (_ ("Only a part of it was at hand: that it is not found here to "
                           "mention something says nothing of the whole."),
                        "dim-label"));
  gtk_box_append (GTK_BOX (card), numbers_new (facts));
  gtk_widget_add_css_class (card, "document-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  facts->document->title, -1);
  return card;
}
