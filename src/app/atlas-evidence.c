/* atlas-evidence.c: the small number behind a fact that opens its source
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-evidence.h"

#include <glib/gi18n.h>

#include "atlas-evidence-popover.h"
#include "atlas-tooltip.h"

struct _AtlasEvidence
{
  GtkButton parent_instance;

  /* borrowed from the profile, or from whoever made the evidence */
  const AtlasClaim *claim;
  const AtlasCitation *citation;

  /* owned */
  AtlasProfile *profile;
  GtkWidget *popover;
};

G_DEFINE_FINAL_TYPE (AtlasEvidence, atlas_evidence, GTK_TYPE_BUTTON)

static void
set_expanded (AtlasEvidence *self, gboolean expanded)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}

/* The tooltip would lie over the quotation, of whose source it says no more than the popover. */
static void
show_opened (AtlasEvidence *self, gboolean open)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), !open);
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
  set_expanded (self, open);
}

static void
popover_closed_cb (AtlasEvidence *self)
{
  g_assert (ATLAS_IS_EVIDENCE (self));

  show_opened (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Most numbers are never opened, so the popover is built with the first activation. */
static void
ensure_popover (AtlasEvidence *self)
{
  if (self->popover != NULL)
    return;
  self->popover = atlas_evidence_popover_new (self->claim, self->citation);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (popover_closed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
atlas_evidence_clicked (GtkButton *button)
{
  AtlasEvidence *self = ATLAS_EVIDENCE (button);

  ensure_popover (self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  show_opened (self, TRUE);
}

static void
atlas_evidence_dispose (GObject *object)
{
  AtlasEvidence *self = ATLAS_EVIDENCE (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->claim = NULL;
  self->citation = NULL;
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (atlas_evidence_parent_class)->dispose (object);
}

static void
atlas_evidence_class_init (AtlasEvidenceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_evidence_dispose;
  GTK_BUTTON_CLASS (klass)->clicked = atlas_evidence_clicked;
}

static void
atlas_evidence_init (AtlasEvidence *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "evidence");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  -1);
}

/* The mark stands at the top of a button that is larger than it, so that it can be hit. */
static void
show_mark (AtlasEvidence *self, const char *mark)
{
  g_autofree char *locator = atlas_citation_format_locator (self->citation);
  /* Translators: number, title and locator of a source */
  g_autofree char *name = g_strdup_printf (_ ("Source %s: 《%s》 %s"), mark,
                                           self->citation->document->title, locator);
  GtkWidget *label = gtk_label_new (mark);

  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_button_set_child (GTK_BUTTON (self), label);
  atlas_tooltip_set (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  set_expanded (self, FALSE);
}

/**
 * atlas_evidence_new:
 * @profile: a profile
 * @claim: one of its facts
 * @index: index of the citation in atlas_profile_get_citations()
 *
 * Returns: the number of that citation, as a button
 */
GtkWidget *
atlas_evidence_new (AtlasProfile *profile, const AtlasClaim *claim, guint index)
{
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  AtlasEvidence *self;

  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (claim != NULL, NULL);
  g_return_val_if_fail (index < atlas_profile_get_citations (profile)->len, NULL);

  self = g_object_new (ATLAS_TYPE_EVIDENCE, NULL);
  self->profile = g_object_ref (profile);
  self->claim = claim;
  self->citation = g_ptr_array_index (atlas_profile_get_citations (profile), index);
  show_mark (self, number);
  return GTK_WIDGET (self);
}

/**
 * atlas_evidence_new_for_passage:
 * @claim: (nullable): a fact that is in no profile on show, or %NULL where the passage stands for
 *   itself
 * @citation: one of the passages it rests on
 * @mark: what to show
 *
 * Both @claim and @citation must live as long as the widget has a parent.
 *
 * Returns: @mark, as a button
 */
GtkWidget *
atlas_evidence_new_for_passage (const AtlasClaim *claim,
                                const AtlasCitation *citation,
                                const char *mark)
{
  AtlasEvidence *self;

  g_return_val_if_fail (citation != NULL, NULL);
  g_return_val_if_fail (mark != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_EVIDENCE, NULL);
  self->claim = claim;
  self->citation = citation;
  show_mark (self, mark);
  return GTK_WIDGET (self);
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  guint index_a = *(const guint *) a;
  guint index_b = *(const guint *) b;

  return index_a < index_b ? -1 : index_a > index_b;
}

/**
 * atlas_evidence_list_indices:
 * @claim: a fact
 *
 * Returns: (transfer full) (element-type guint): the indices of its citations in the order of their
 *   numbers, in which they are to be shown
 */
GArray *
atlas_evidence_list_indices (const AtlasClaim *claim)
{
  GArray *indices;

  g_return_val_if_fail (claim != NULL, NULL);

  indices = g_array_copy (claim->citations);
  g_array_sort (indices, compare_indices);
  return indices;
}

/**
 * atlas_evidence_get_claim:
 * @self: an evidence number
 *
 * Returns: (transfer none) (nullable): the fact it stands behind, %NULL where it stands for itself
 */
const AtlasClaim *
atlas_evidence_get_claim (AtlasEvidence *self)
{
  g_return_val_if_fail (ATLAS_IS_EVIDENCE (self), NULL);

  return self->claim;
}
