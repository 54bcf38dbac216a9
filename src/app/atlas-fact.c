/* atlas-fact.c: a statement with its evidence numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-fact.h"

#include "atlas-evidence.h"
#include "atlas-tail-layout.h"

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

/**
 * atlas_fact_new:
 * @profile: a profile
 * @claim: one of its facts
 *
 * Returns: a new widget showing @claim
 */
GtkWidget *
atlas_fact_new (AtlasProfile *profile, const AtlasClaim *claim)
{
  GtkWidget *self;
  GtkWidget *label;

  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (claim != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_FACT, NULL);
  label = gtk_label_new (claim->text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_set_parent (label, self);
  for (guint i = 0; i < claim->citations->len; i++)
    {
      guint index = g_array_index (claim->citations, guint, i);

      gtk_widget_set_parent (atlas_evidence_new (profile, claim, index), self);
    }
  return self;
}
