/* atlas-source-section.c: the passages a profile rests on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-source-section.h"

#include <glib/gi18n.h>

#include "atlas-fold.h"
#include "atlas-line.h"
#include "atlas-text.h"
#include "atlas-wording.h"

/* So many are built at a time: a city may have several hundred. */
#define MAX_OPEN 100

/* Some of the passages of a profile: those from @start on. */
typedef struct
{
  AtlasProfile *profile;
  guint start;
} Sources;

static void
sources_free (gpointer data)
{
  Sources *sources = data;

  g_object_unref (sources->profile);
  g_free (sources);
}

static Sources *
sources_new (AtlasProfile *profile, guint start)
{
  Sources *sources = g_new (Sources, 1);

  sources->profile = g_object_ref (profile);
  sources->start = start;
  return sources;
}

static GtkWidget *
document_new (const AtlasDocument *document)
{
  g_autofree char *title = atlas_wording_format_document (document);

  return atlas_text_new (title, "subheading");
}

/* Locator and quotation: a line each, where they fit. */
static GtkWidget *
source_new (const AtlasCitation *citation, guint number)
{
  GtkWidget *row = atlas_line_new (8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *figure = g_strdup_printf ("%u", number);
  g_autofree char *locator = atlas_citation_format_locator (citation);
  g_autofree char *quotation = atlas_wording_quote (citation->quote);
  GtkWidget *label = gtk_label_new (figure);

  if (*locator != '\0')
    gtk_box_append (GTK_BOX (texts), atlas_text_new (locator, "dim-label"));
  gtk_box_append (GTK_BOX (texts), atlas_text_new (quotation, NULL));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "number");
  gtk_widget_add_css_class (row, "source");
  atlas_line_append (ATLAS_LINE (row), label);
  atlas_line_append (ATLAS_LINE (row), texts);
  return row;
}

static const AtlasCitation *
get_citation (Sources *sources, guint i)
{
  return g_ptr_array_index (atlas_profile_get_citations (sources->profile), i);
}

/* By number; a document is named above the first of those in a row that stand in it. */
static GtkWidget *
build (gpointer data)
{
  Sources *sources = data;
  guint n = atlas_profile_get_citations (sources->profile)->len;
  guint end = MIN (sources->start + MAX_OPEN, n);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const AtlasDocument *document = NULL;

  for (guint i = sources->start; i < end; i++)
    {
      const AtlasCitation *citation = get_citation (sources, i);

      if (citation->document != document)
        gtk_box_append (GTK_BOX (list), document_new (citation->document));
      document = citation->document;
      gtk_box_append (GTK_BOX (list), source_new (citation, i + 1));
    }
  if (end < n)
    {
      g_autofree char *title = atlas_fold_format_rest (n - end);

      gtk_box_append (
          GTK_BOX (list),
          atlas_fold_new (title, build, sources_new (sources->profile, end), sources_free));
    }
  return list;
}

/**
 * atlas_source_section_new:
 * @profile: a profile
 *
 * Returns: (transfer floating) (nullable): the passages of @profile by number; %NULL where it has
 *   none
 */
GtkWidget *
atlas_source_section_new (AtlasProfile *profile)
{
  g_autofree char *title = NULL;
  GtkWidget *section;
  guint n;

  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);

  n = atlas_profile_get_citations (profile)->len;
  if (n == 0)
    return NULL;
  /* Translators: how many passages of documents there are */
  title = g_strdup_printf (_ ("Sources · %u"), n);
  section = atlas_fold_new (title, build, sources_new (profile, 0), sources_free);
  gtk_widget_add_css_class (section, "section");
  return section;
}
