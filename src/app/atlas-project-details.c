/* atlas-project-details.c: all that the documents say of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-project-details.h"

#include <glib/gi18n.h>

#include "atlas-evidence-popover.h"
#include "atlas-evidence.h"
#include "atlas-fact.h"
#include "atlas-flow-box.h"
#include "atlas-place-chip.h"
#include "atlas-stage-pill.h"
#include "atlas-text.h"
#include "atlas-wording.h"

/* Status, heading, quantities and, where they are not those of the document, years: as many to a
 * line as fit. */
static GtkWidget *
particulars_new (const AtlasProjectStatement *statement)
{
  GtkWidget *box = atlas_flow_box_new (8, 2);

  atlas_flow_box_append (ATLAS_FLOW_BOX (box), atlas_stage_pill_new (statement));
  if (statement->heading != NULL)
    atlas_flow_box_append (ATLAS_FLOW_BOX (box), atlas_text_new (statement->heading, "dim-label"));
  for (guint i = 0; i < statement->quantities->len; i++)
    {
      g_autofree char *quantity = atlas_wording_format_quantity (
          g_ptr_array_index (statement->quantities, i));

      atlas_flow_box_append (ATLAS_FLOW_BOX (box), atlas_text_new (quantity, NULL));
    }
  if (g_strcmp0 (statement->claim.period, statement->document->period) != 0)
    {
      g_autofree char *period = atlas_wording_format_period (statement->claim.period);

      atlas_flow_box_append (ATLAS_FLOW_BOX (box), atlas_text_new (period, "dim-label"));
    }
  return box;
}

/* The words of the document, each passage with its number behind it. */
static void
add_quotations (GtkBox *box, AtlasProfile *profile, const AtlasClaim *claim)
{
  g_autoptr (GArray) indices = atlas_evidence_list_indices (claim);

  for (guint i = 0; i < indices->len; i++)
    {
      guint index = g_array_index (indices, guint, i);
      const AtlasCitation *citation = g_ptr_array_index (atlas_profile_get_citations (profile),
                                                         index);
      g_autofree char *text = atlas_wording_quote (citation->quote);
      GtkWidget *quotation = atlas_fact_new_for_text (text);

      atlas_fact_add_evidence (ATLAS_FACT (quotation), atlas_evidence_new (profile, claim, index));
      gtk_widget_add_css_class (quotation, "quotation");
      gtk_box_append (box, quotation);
    }
}

static GtkWidget *
copy_button_new (const AtlasClaim *claim)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Copy with source"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "copy");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "profile.copy-claim");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", claim->id);
  return button;
}

static GtkWidget *
statement_new (AtlasProfile *profile,
               const AtlasProject *project,
               const AtlasProjectStatement *statement)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const AtlasClaim *claim = &statement->claim;
  g_autofree char *title = atlas_wording_format_document (statement->document);

  gtk_widget_add_css_class (box, "statement");
  gtk_box_append (GTK_BOX (box), atlas_text_new (title, NULL));
  gtk_box_append (GTK_BOX (box), particulars_new (statement));
  if (g_strcmp0 (claim->text, project->name) != 0)
    {
      /* Translators: what a document calls a project that it is shown under another name of */
      g_autofree char *text = g_strdup_printf (_ ("Named here: %s"), claim->text);

      gtk_box_append (GTK_BOX (box), atlas_text_new (text, NULL));
    }
  add_quotations (GTK_BOX (box), profile, claim);
  if (claim->printed != NULL)
    {
      g_autofree char *text = atlas_evidence_popover_format_repair (claim);

      gtk_box_append (GTK_BOX (box), atlas_text_new (text, "dim-label"));
    }
  gtk_box_append (GTK_BOX (box), copy_button_new (claim));
  return box;
}

/* Why places are tied to the project that no document names for it. */
static void
add_reasons (GtkBox *box, const AtlasProject *project)
{
  for (guint i = 0; i < project->places->len; i++)
    {
      const AtlasProjectPlace *carrier = g_ptr_array_index (project->places, i);
      g_autofree char *text = NULL;

      if (carrier->why == NULL)
        continue;
      /* Translators: name of a place, why a project is said to be there */
      text = g_strdup_printf (_ ("%s is inferred: %s"), atlas_place_get_name (carrier->place),
                              carrier->why);
      gtk_box_append (box, atlas_text_new (text, "dim-label"));
    }
}

/* The other places, each a way to its profile. */
static void
add_places (GtkBox *box, const AtlasProject *project, AtlasPlace *place)
{
  GtkWidget *buttons = NULL;

  for (guint i = 0; i < project->places->len; i++)
    {
      const AtlasProjectPlace *carrier = g_ptr_array_index (project->places, i);

      if (carrier->place == place)
        continue;
      if (buttons == NULL)
        {
          buttons = atlas_flow_box_new (8, 6);
          atlas_flow_box_append (ATLAS_FLOW_BOX (buttons),
                                 atlas_text_new (_ ("Other places"), "dim-label"));
          gtk_widget_add_css_class (buttons, "places");
          gtk_box_append (box, buttons);
        }
      atlas_flow_box_append (ATLAS_FLOW_BOX (buttons), atlas_place_chip_new (carrier->place, NULL));
    }
}

/**
 * atlas_project_details_new:
 * @profile: a profile
 * @project: one of its projects
 *
 * Returns: a widget with every statement of every document, the newest first, in its own words, and
 *   with the places
 */
GtkWidget *
atlas_project_details_new (AtlasProfile *profile, const AtlasProject *project)
{
  GtkWidget *self;

  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (project != NULL, NULL);

  self = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self, "details");
  for (guint i = 0; i < project->statements->len; i++)
    gtk_box_append (GTK_BOX (self),
                    statement_new (profile, project, g_ptr_array_index (project->statements, i)));
  add_reasons (GTK_BOX (self), project);
  add_places (GTK_BOX (self), project, atlas_profile_get_place (profile));
  return self;
}
