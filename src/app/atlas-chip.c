/* atlas-chip.c: something that a place shares with others: an industry, a cluster, a zone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-chip-private.h"

#include <glib/gi18n.h>

#include "atlas-evidence.h"
#include "atlas-inferred-mark.h"
#include "atlas-line-layout.h"
#include "atlas-line.h"
#include "atlas-swatch.h"
#include "atlas-text.h"
#include "atlas-tooltip.h"
#include "atlas-wording.h"

struct _AtlasChip
{
  GtkWidget parent_instance;

  /* borrowed from profile */
  const AtlasClaim *claim;

  /* children */
  GtkWidget *toggle;

  /* owned */
  AtlasProfile *profile;
  char *topic;
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
atlas_chip_finalize (GObject *object)
{
  AtlasChip *self = ATLAS_CHIP (object);

  g_clear_pointer (&self->topic, g_free);

  G_OBJECT_CLASS (atlas_chip_parent_class)->finalize (object);
}

static void
atlas_chip_class_init (AtlasChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_chip_dispose;
  object_class->finalize = atlas_chip_finalize;
  object_class->get_property = atlas_chip_get_property;
  object_class->set_property = atlas_chip_set_property;

  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                      | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "chip");
  gtk_widget_class_set_layout_manager_type (widget_class, ATLAS_TYPE_LINE_LAYOUT);
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

static GtkWidget *
tag_new (const char *text)
{
  GtkWidget *tag = gtk_label_new (text);

  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (tag, "tag");
  return tag;
}

static void
show_name (AtlasChip *self, const AtlasChipLook *look)
{
  GtkWidget *line = atlas_line_new (6);

  if (look->family != NULL)
    atlas_line_append (ATLAS_LINE (line), atlas_swatch_new (look->family));
  atlas_line_append (ATLAS_LINE (line), atlas_text_new (look->name, NULL));
  if (look->tag != NULL)
    atlas_line_append (ATLAS_LINE (line), tag_new (look->tag));
  if (look->why != NULL)
    atlas_line_append (ATLAS_LINE (line), atlas_inferred_mark_new (look->why));
  gtk_button_set_child (GTK_BUTTON (self->toggle), line);
}

static void
explain (AtlasChip *self, const AtlasChipLook *look)
{
  g_autofree char *label = look->tag != NULL
                               /* Translators: name of something, what is to know of it */
                               ? g_strdup_printf (C_ ("chip", "%s, %s"), look->name, look->tag)
                               : g_strdup (look->name);

  atlas_tooltip_set (self->toggle, look->hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, look->hint, -1);
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

/*
 * _atlas_chip_new_with_look:
 * @profile: a profile
 * @claim: one of its facts
 * @look: what the chip shows
 *
 * Returns: a new chip that stands for @claim
 */
GtkWidget *
_atlas_chip_new_with_look (AtlasProfile *profile,
                           const AtlasClaim *claim,
                           const AtlasChipLook *look)
{
  AtlasChip *self = g_object_new (ATLAS_TYPE_CHIP, NULL);

  self->profile = g_object_ref (profile);
  self->claim = claim;
  self->topic = g_strdup (look->topic);
  show_name (self, look);
  explain (self, look);
  if (look->cited)
    show_evidence (self);
  return GTK_WIDGET (self);
}

/**
 * atlas_chip_new:
 * @profile: a profile
 * @claim: one of its industries
 *
 * Returns: a new chip, whose topic is the family of @claim
 */
GtkWidget *
atlas_chip_new (AtlasProfile *profile, const AtlasClaim *claim)
{
  g_autofree char *topic = NULL;
  g_autofree char *hint = NULL;
  AtlasChipLook look = { .cited = TRUE };

  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (claim != NULL && claim->family != NULL, NULL);

  topic = g_strconcat ("family:", claim->family->id, NULL);
  if (claim->why != NULL)
    hint = atlas_wording_format_inferred (claim->why);
  else
    /* Translators: %s is a family of industries, the tooltip of one of its terms */
    hint = g_strdup_printf (_ ("Show where %s is planned"), claim->family->name);
  look.topic = topic;
  look.family = claim->family;
  look.name = claim->text;
  look.why = claim->why;
  look.hint = hint;
  return _atlas_chip_new_with_look (profile, claim, &look);
}

/**
 * atlas_chip_get_claim:
 * @self: a chip
 *
 * Returns: (transfer none): the industry or membership it shows, owned by its profile
 */
const AtlasClaim *
atlas_chip_get_claim (AtlasChip *self)
{
  g_return_val_if_fail (ATLAS_IS_CHIP (self), NULL);

  return self->claim;
}

/**
 * atlas_chip_get_topic:
 * @self: a chip
 *
 * Returns: id of the #AtlasTopic that it stands for
 */
const char *
atlas_chip_get_topic (AtlasChip *self)
{
  g_return_val_if_fail (ATLAS_IS_CHIP (self), NULL);

  return self->topic;
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
