/* atlas-chip.c: an industry term of a profile, in the colour of its family
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-chip.h"

#include <glib/gi18n.h>

#include "atlas-evidence.h"
#include "atlas-swatch.h"
#include "atlas-tooltip.h"

struct _AtlasChip
{
  GtkWidget parent_instance;

  /* borrowed from profile */
  const AtlasClaim *claim;

  /* children */
  GtkWidget *toggle;

  /* owned */
  AtlasProfile *profile;
};

G_DEFINE_FINAL_TYPE (AtlasChip, atlas_chip, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ACTIVE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
toggled_cb (AtlasChip *self)
{
  g_assert (ATLAS_IS_CHIP (self));

  if (atlas_chip_get_active (self))
    gtk_widget_add_css_class (GTK_WIDGET (self), "active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "active");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

static void
atlas_chip_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasChip *self = ATLAS_CHIP (object);

  switch (id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, atlas_chip_get_active (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_chip_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasChip *self = ATLAS_CHIP (object);

  switch (id)
    {
    case PROP_ACTIVE:
      atlas_chip_set_active (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_chip_dispose (GObject *object)
{
  AtlasChip *self = ATLAS_CHIP (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->toggle = NULL;
  self->claim = NULL;
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (atlas_chip_parent_class)->dispose (object);
}

static void
atlas_chip_class_init (AtlasChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_chip_dispose;
  object_class->get_property = atlas_chip_get_property;
  object_class->set_property = atlas_chip_set_property;

  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                      | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "chip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_chip_init (AtlasChip *self)
{
  self->toggle = gtk_toggle_button_new ();
  gtk_widget_add_css_class (self->toggle, "flat");
  gtk_widget_set_hexpand (self->toggle, TRUE);
  gtk_widget_set_parent (self->toggle, GTK_WIDGET (self));
  /* GTK 4.8 tells a screen reader that it can be pressed only after the first time */
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_STATE_PRESSED,
                               GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  g_signal_connect_object (self->toggle, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
show_claim (AtlasChip *self)
{
  const AtlasFamily *family = self->claim->family;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (self->claim->text);
  /* Translators: %s is a family of industries, the tooltip of one of its terms */
  g_autofree char *hint = g_strdup_printf (_ ("Show where %s is planned"), family->name);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_box_append (GTK_BOX (box), atlas_swatch_new (family));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (self->toggle), box);
  atlas_tooltip_set (self->toggle, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->claim->text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint, -1);
}

static void
show_evidence (AtlasChip *self)
{
  for (guint i = 0; i < self->claim->citations->len; i++)
    {
      guint index = g_array_index (self->claim->citations, guint, i);
      GtkWidget *evidence = atlas_evidence_new (self->profile, self->claim, index);

      gtk_widget_set_valign (evidence, GTK_ALIGN_START);
      gtk_widget_set_parent (evidence, GTK_WIDGET (self));
    }
}

/**
 * atlas_chip_new:
 * @profile: a profile
 * @claim: one of its industries
 *
 * Returns: a new chip
 */
GtkWidget *
atlas_chip_new (AtlasProfile *profile, const AtlasClaim *claim)
{
  AtlasChip *self;

  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (claim != NULL && claim->family != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_CHIP, NULL);
  self->profile = g_object_ref (profile);
  self->claim = claim;
  show_claim (self);
  show_evidence (self);
  return GTK_WIDGET (self);
}

/**
 * atlas_chip_get_claim:
 * @self: a chip
 *
 * Returns: (transfer none): the industry it shows, owned by its profile
 */
const AtlasClaim *
atlas_chip_get_claim (AtlasChip *self)
{
  g_return_val_if_fail (ATLAS_IS_CHIP (self), NULL);

  return self->claim;
}

/**
 * atlas_chip_get_active:
 * @self: a chip
 *
 * Returns: whether it is pressed
 */
gboolean
atlas_chip_get_active (AtlasChip *self)
{
  g_return_val_if_fail (ATLAS_IS_CHIP (self), FALSE);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggle));
}

/**
 * atlas_chip_set_active:
 * @self: a chip
 * @active: whether it is pressed
 */
void
atlas_chip_set_active (AtlasChip *self, gboolean active)
{
  g_return_if_fail (ATLAS_IS_CHIP (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggle), active);
}
