/* atlas-fact.c: a statement with its evidence numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-fact.h"

#include "atlas-evidence.h"
#include "atlas-inferred-mark.h"
#include "atlas-tail-layout.h"
#include "atlas-text.h"
#include "atlas-wording.h"

struct _AtlasFact
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasFact, atlas_fact, GTK_TYPE_WIDGET)

static void
atlas_fact_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (atlas_fact_parent_class)->dispose (object);
}

static void
atlas_fact_class_init (AtlasFactClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_fact_dispose;
  gtk_widget_class_set_css_name (widget_class, "fact");
  gtk_widget_class_set_layout_manager_type (widget_class, ATLAS_TYPE_TAIL_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_fact_init (AtlasFact *self)
{
}

static void
mark_inferred (AtlasFact *self, const char *why)
{
  g_autofree char *reason = atlas_wording_format_inferred (why);

  atlas_fact_add_mark (self, atlas_inferred_mark_new (why));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  reason, -1);
}

/**
 * atlas_fact_new:
 * @profile: a profile
 * @claim: one of its facts
 *
 * Returns: a new widget showing @claim, with a mark where that is inferred
 */
GtkWidget *
atlas_fact_new (AtlasProfile *profile, const AtlasClaim *claim)
{
  GtkWidget *self;

  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (claim != NULL, NULL);

  self = atlas_fact_new_for_text (claim->text);
  if (claim->why != NULL)
    mark_inferred (ATLAS_FACT (self), claim->why);
  atlas_fact_add_claim (ATLAS_FACT (self), profile, claim);
  return self;
}

/**
 * atlas_fact_new_for_text:
 * @text: what it states
 *
 * Returns: a new widget showing @text, to which its evidence is to be added
 */
GtkWidget *
atlas_fact_new_for_text (const char *text)
{
  GtkWidget *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_FACT, NULL);
  gtk_widget_set_parent (atlas_text_new (text, NULL), self);
  return self;
}

/**
 * atlas_fact_add_evidence:
 * @self: a statement
 * @evidence: an #AtlasEvidence
 *
 * Puts @evidence behind what is there.
 */
void
atlas_fact_add_evidence (AtlasFact *self, GtkWidget *evidence)
{
  g_return_if_fail (ATLAS_IS_FACT (self));
  g_return_if_fail (ATLAS_IS_EVIDENCE (evidence));

  atlas_fact_add_mark (self, evidence);
}

/**
 * atlas_fact_add_claim:
 * @self: a statement
 * @profile: a profile
 * @claim: one of its facts
 *
 * Puts the numbers of the passages that @claim rests on behind what is there, in their order.
 */
void
atlas_fact_add_claim (AtlasFact *self, AtlasProfile *profile, const AtlasClaim *claim)
{
  g_autoptr (GArray) indices = NULL;

  g_return_if_fail (ATLAS_IS_FACT (self));
  g_return_if_fail (ATLAS_IS_PROFILE (profile));
  g_return_if_fail (claim != NULL);

  indices = atlas_evidence_list_indices (claim);
  for (guint i = 0; i < indices->len; i++)
    atlas_fact_add_evidence (
        self, atlas_evidence_new (profile, claim, g_array_index (indices, guint, i)));
}

/**
 * atlas_fact_add_mark:
 * @self: a statement
 * @mark: a small widget
 *
 * Puts @mark behind what is there.
 */
void
atlas_fact_add_mark (AtlasFact *self, GtkWidget *mark)
{
  g_return_if_fail (ATLAS_IS_FACT (self));
  g_return_if_fail (GTK_IS_WIDGET (mark));

  gtk_widget_set_parent (mark, GTK_WIDGET (self));
}
