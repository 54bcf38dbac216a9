/* atlas-indicator-section.c: the indicators of a place or of the province
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-indicator-section.h"

#include <glib/gi18n.h>

#include "atlas-fold.h"
#include "atlas-indicator-table.h"
#include "atlas-section.h"

static const AtlasCitation *
get_citation (GPtrArray *citations, const AtlasIndicator *indicator)
{
  return g_ptr_array_index (citations, g_array_index (indicator->claim.citations, guint, 0));
}

static gboolean
is_same_table (const AtlasCitation *first, const AtlasCitation *second)
{
  return first->document == second->document && g_strcmp0 (first->box, second->box) == 0;
}

/* The indicators from @start on that stand in one table of a document, borrowed. */
static GPtrArray *
cut_table (GPtrArray *indicators, GPtrArray *citations, guint start)
{
  GPtrArray *table = g_ptr_array_new ();
  const AtlasCitation *first = get_citation (citations, g_ptr_array_index (indicators, start));

  for (guint i = start; i < indicators->len; i++)
    {
      AtlasIndicator *indicator = g_ptr_array_index (indicators, i);

      if (!is_same_table (get_citation (citations, indicator), first))
        break;
      g_ptr_array_add (table, indicator);
    }
  return table;
}

static char *
format_title (const AtlasCitation *citation, guint n)
{
  g_autofree char *box = g_strjoin (" ", citation->box != NULL ? citation->box : "",
                                    citation->box_title, NULL);

  /* Translators: title of a document, number and title of a box in it, how many indicators */
  return g_strdup_printf (ngettext ("《%s》%s · %u indicator", "《%s》%s · %u indicators", n),
                          citation->document->title, box, n);
}

static GtkWidget *
section_new (AtlasProfile *profile, GPtrArray *indicators, GPtrArray *citations)
{
  GtkBox *section;

  if (indicators->len == 0)
    return NULL;
  section = atlas_section_new (_ ("Indicators"), NULL);
  for (guint start = 0, end; start < indicators->len; start = end)
    {
      GPtrArray *part = cut_table (indicators, citations, start);
      const AtlasCitation *citation = get_citation (citations, g_ptr_array_index (part, 0));
      g_autofree char *title = format_title (citation, part->len);

      end = start + part->len;
      gtk_box_append (
          section, atlas_fold_new (title, atlas_indicator_table_build,
                                   atlas_indicator_table_new (profile, indicators, citations, part),
                                   atlas_indicator_table_free));
    }
  gtk_widget_add_css_class (GTK_WIDGET (section), "indicators");
  return GTK_WIDGET (section);
}

/**
 * atlas_indicator_section_new:
 * @profile: a profile
 *
 * Returns: (transfer floating) (nullable): its indicators, folded by table; %NULL where it has none
 */
GtkWidget *
atlas_indicator_section_new (AtlasProfile *profile)
{
  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);

  return section_new (profile, atlas_profile_get_indicators (profile),
                      atlas_profile_get_citations (profile));
}

/**
 * atlas_indicator_section_new_for_list:
 * @list: indicators that are in no profile; may be freed afterwards
 *
 * Returns: (transfer floating) (nullable): the indicators, folded by table; %NULL where there are
 *   none
 */
GtkWidget *
atlas_indicator_section_new_for_list (const AtlasIndicatorList *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  return section_new (NULL, list->indicators, list->citations);
}
