/* atlas-disclosure-row.c: a row of a list that opens in place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-disclosure-row.h"

typedef struct
{
  gboolean expanded;
} AtlasDisclosureRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AtlasDisclosureRow,
                                     atlas_disclosure_row,
                                     GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_0,
  PROP_EXPANDED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
tell_expanded (AtlasDisclosureRow *self, gboolean expanded)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}

/* Keys of what stands inside the row are not meant for the row. */
static gboolean
arrow_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (!gtk_widget_is_focus (widget))
    return FALSE;
  atlas_disclosure_row_set_expanded (ATLAS_DISCLOSURE_ROW (widget),
                                     g_variant_get_boolean (arguments) != mirrored);
  return TRUE;
}

static void
atlas_disclosure_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasDisclosureRow *self = ATLAS_DISCLOSURE_ROW (object);

  switch (id)
    {
    case PROP_EXPANDED:
      g_value_set_boolean (value, atlas_disclosure_row_get_expanded (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_disclosure_row_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  AtlasDisclosureRow *self = ATLAS_DISCLOSURE_ROW (object);

  switch (id)
    {
    case PROP_EXPANDED:
      atlas_disclosure_row_set_expanded (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bind_arrow_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, arrow_key_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, 0, arrow_key_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, arrow_key_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, 0, arrow_key_cb, "b", FALSE);
}

static void
atlas_disclosure_row_class_init (AtlasDisclosureRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = atlas_disclosure_row_get_property;
  object_class->set_property = atlas_disclosure_row_set_property;

  properties[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                        | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_arrow_keys (GTK_WIDGET_CLASS (klass));
}

static void
atlas_disclosure_row_init (AtlasDisclosureRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "disclosure");
  tell_expanded (self, FALSE);
}

/**
 * atlas_disclosure_row_get_expanded:
 * @self: a row
 *
 * Returns: whether it is open
 */
gboolean
atlas_disclosure_row_get_expanded (AtlasDisclosureRow *self)
{
  AtlasDisclosureRowPrivate *priv = atlas_disclosure_row_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_DISCLOSURE_ROW (self), FALSE);

  return priv->expanded;
}

/**
 * atlas_disclosure_row_set_expanded:
 * @self: a row
 * @expanded: whether it is to be open
 */
void
atlas_disclosure_row_set_expanded (AtlasDisclosureRow *self, gboolean expanded)
{
  AtlasDisclosureRowPrivate *priv = atlas_disclosure_row_get_instance_private (self);
  AtlasDisclosureRowClass *klass;

  g_return_if_fail (ATLAS_IS_DISCLOSURE_ROW (self));

  if (priv->expanded == !!expanded)
    return;
  priv->expanded = !!expanded;
  if (expanded)
    gtk_widget_add_css_class (GTK_WIDGET (self), "expanded");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "expanded");
  tell_expanded (self, expanded);
  klass = ATLAS_DISCLOSURE_ROW_GET_CLASS (self);
  if (klass->expanded_changed != NULL)
    klass->expanded_changed (self, expanded);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}

/**
 * atlas_disclosure_row_toggle:
 * @self: a row
 *
 * Closes it if it is open, else opens it.
 */
void
atlas_disclosure_row_toggle (AtlasDisclosureRow *self)
{
  g_return_if_fail (ATLAS_IS_DISCLOSURE_ROW (self));

  atlas_disclosure_row_set_expanded (self, !atlas_disclosure_row_get_expanded (self));
}
