/* atlas-evidence-popover.c: the passage a fact rests on, word for word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-evidence-popover.h"

#include <glib/gi18n.h>

#include "atlas-wording.h"

struct _AtlasEvidencePopover
{
  GtkPopover parent_instance;

  /* template widgets */
  GtkLabel *quotation;
  GtkLabel *title;
  GtkLabel *locator;
  GtkLabel *repair;
  GtkLabel *kind;
  GtkWidget *copy_button;
};

G_DEFINE_FINAL_TYPE (AtlasEvidencePopover, atlas_evidence_popover, GTK_TYPE_POPOVER)

static void
show_citation (AtlasEvidencePopover *self, const AtlasCitation *citation)
{
  g_autofree char *quotation = atlas_wording_quote (citation->quote);
  g_autofree char *title = g_strdup_printf ("《%s》", citation->document->title);
  g_autofree char *locator = atlas_citation_format_locator (citation);
  g_autofree char *date = atlas_wording_format_date (citation->document->published);
  g_autofree char *where = *locator != '\0' ? g_strdup_printf ("%s · %s", locator, date)
                                            : g_strdup (date);

  gtk_label_set_label (self->quotation, quotation);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->locator, where);
}

static void
show_repair (AtlasEvidencePopover *self, const AtlasClaim *claim)
{
  g_autofree char *text = NULL;

  if (claim->printed == NULL)
    return;
  text = atlas_evidence_popover_format_repair (claim);
  gtk_label_set_label (self->repair, text);
  gtk_widget_show (GTK_WIDGET (self->repair));
}

static void
show_kind (AtlasEvidencePopover *self, const AtlasClaim *claim)
{
  g_autofree char *text = NULL;

  if (claim->kind == ATLAS_CLAIM_KIND_STATED)
    return;
  if (claim->why != NULL)
    text = atlas_wording_format_inferred (claim->why);
  else if (claim->kind == ATLAS_CLAIM_KIND_INFERRED)
    text = g_strdup (_ ("Inferred: the passage does not say it in these words."));
  else
    text = g_strdup (_ ("Summarised: the passage says it at greater length."));
  gtk_label_set_label (self->kind, text);
  gtk_widget_show (GTK_WIDGET (self->kind));
}

static void
copy_button_clicked_cb (AtlasEvidencePopover *self)
{
  g_assert (ATLAS_IS_EVIDENCE_POPOVER (self));

  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
atlas_evidence_popover_class_init (AtlasEvidencePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-evidence-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasEvidencePopover, quotation);
  gtk_widget_class_bind_template_child (widget_class, AtlasEvidencePopover, title);
  gtk_widget_class_bind_template_child (widget_class, AtlasEvidencePopover, locator);
  gtk_widget_class_bind_template_child (widget_class, AtlasEvidencePopover, repair);
  gtk_widget_class_bind_template_child (widget_class, AtlasEvidencePopover, kind);
  gtk_widget_class_bind_template_child (widget_class, AtlasEvidencePopover, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_button_clicked_cb);
}

static void
atlas_evidence_popover_init (AtlasEvidencePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atlas_evidence_popover_new:
 * @claim: (nullable): a fact, or %NULL where the passage stands for itself
 * @citation: one of the passages it rests on
 *
 * Returns: a popover with the quotation and where it stands
 */
GtkWidget *
atlas_evidence_popover_new (const AtlasClaim *claim, const AtlasCitation *citation)
{
  AtlasEvidencePopover *self;

  g_return_val_if_fail (citation != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_EVIDENCE_POPOVER, NULL);
  show_citation (self, citation);
  gtk_widget_set_visible (self->copy_button, claim != NULL);
  if (claim == NULL)
    return GTK_WIDGET (self);

  show_repair (self, claim);
  show_kind (self, claim);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->copy_button), "s", claim->id);
  return GTK_WIDGET (self);
}

/**
 * atlas_evidence_popover_format_repair:
 * @claim: a fact whose wording was repaired
 *
 * Returns: (transfer full): a sentence that says what was repaired and why
 */
char *
atlas_evidence_popover_format_repair (const AtlasClaim *claim)
{
  g_return_val_if_fail (claim != NULL && claim->printed != NULL, NULL);

  /* Translators: the wording as it was found, as it is shown, and what was repaired and why */
  return g_strdup_printf (_ ("Wording repaired: “%s” → “%s” (%s)"), claim->printed, claim->text,
                          claim->repair);
}
