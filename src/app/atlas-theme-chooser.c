/* atlas-theme-chooser.c: what the map is coloured by, and the way to change it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-theme-chooser.h"

#include <glib/gi18n.h>

#include "atlas-map-theme.h"
#include "atlas-theme-popover.h"
#include "atlas-tooltip.h"

struct _AtlasThemeChooser
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkMenuButton *button;
  GtkLabel *name;
  GtkWidget *end_highlight;

  /* owned */
  AtlasSession *session;
  GSignalGroup *session_signals;
};

G_DEFINE_FINAL_TYPE (AtlasThemeChooser, atlas_theme_chooser, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static char *
format_name (AtlasThemeChooser *self)
{
  AtlasCatalog *catalog = atlas_session_get_catalog (self->session);
  const char *text = atlas_session_get_shown_theme (self->session);
  g_autoptr (AtlasMapTheme) theme = atlas_map_theme_parse (catalog, text, NULL);

  return theme != NULL ? atlas_map_theme_get_name (theme) : g_strdup (text);
}

/* GTK 4.8 focuses the button inside a menu button, which a screen reader then takes for nameless.
 */
static void
update (AtlasThemeChooser *self)
{
  GtkWidget *inner = gtk_widget_get_first_child (GTK_WIDGET (self->button));
  g_autofree char *name = self->session != NULL ? format_name (self) : g_strdup ("");
  /* Translators: what the colours of the map mean */
  g_autofree char *label = g_strdup_printf (_ ("Colour by: %s"), name);

  gtk_label_set_label (self->name, name);
  atlas_tooltip_set (GTK_WIDGET (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (self->end_highlight,
                          self->session != NULL
                              && atlas_session_get_highlight (self->session) != NULL);
}

static void
session_changed_cb (AtlasThemeChooser *self)
{
  g_assert (ATLAS_IS_THEME_CHOOSER (self));

  update (self);
}

/* The button goes with what it ended; the keyboard goes on beside it. */
static void
end_highlight_cb (AtlasThemeChooser *self)
{
  g_assert (ATLAS_IS_THEME_CHOOSER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->button));
  atlas_session_set_highlight (self->session, NULL);
}

/* Made when first needed, so that it costs nothing when the program starts. */
static void
create_popover_cb (GtkMenuButton *button, gpointer data)
{
  AtlasThemeChooser *self = ATLAS_THEME_CHOOSER (data);

  if (self->session != NULL && gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, atlas_theme_popover_new (self->session));
}

static gboolean
atlas_theme_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ATLAS_THEME_CHOOSER (widget)->button));
}

static void
atlas_theme_chooser_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasThemeChooser *self = ATLAS_THEME_CHOOSER (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_theme_chooser_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasThemeChooser *self = ATLAS_THEME_CHOOSER (object);

  switch (id)
    {
    case PROP_SESSION:
      atlas_theme_chooser_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_theme_chooser_dispose (GObject *object)
{
  AtlasThemeChooser *self = ATLAS_THEME_CHOOSER (object);
  GtkWidget *child;

  g_clear_object (&self->session_signals);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_theme_chooser_parent_class)->dispose (object);
}

static void
atlas_theme_chooser_class_init (AtlasThemeChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_theme_chooser_dispose;
  object_class->get_property = atlas_theme_chooser_get_property;
  object_class->set_property = atlas_theme_chooser_set_property;
  widget_class->grab_focus = atlas_theme_chooser_grab_focus;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ATLAS_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                      | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-theme-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasThemeChooser, button);
  gtk_widget_class_bind_template_child (widget_class, AtlasThemeChooser, name);
  gtk_widget_class_bind_template_child (widget_class, AtlasThemeChooser, end_highlight);
  gtk_widget_class_bind_template_callback (widget_class, end_highlight_cb);
  gtk_widget_class_set_css_name (widget_class, "themechooser");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_theme_chooser_init (AtlasThemeChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, create_popover_cb, self, NULL);
  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::shown-theme",
                                 G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::highlight",
                                 G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * atlas_theme_chooser_new:
 *
 * Returns: a new chooser, empty until it is given a session
 */
GtkWidget *
atlas_theme_chooser_new (void)
{
  return g_object_new (ATLAS_TYPE_THEME_CHOOSER, NULL);
}

/**
 * atlas_theme_chooser_set_session:
 * @self: a chooser
 * @session: (nullable): whose theme it shows and sets
 */
void
atlas_theme_chooser_set_session (AtlasThemeChooser *self, AtlasSession *session)
{
  g_return_if_fail (ATLAS_IS_THEME_CHOOSER (self));
  g_return_if_fail (session == NULL || ATLAS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;
  gtk_menu_button_set_popover (self->button, NULL);
  g_signal_group_set_target (self->session_signals, session);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * atlas_theme_chooser_open:
 * @self: a chooser
 *
 * Opens the list of all that the map can be coloured by.
 */
void
atlas_theme_chooser_open (AtlasThemeChooser *self)
{
  g_return_if_fail (ATLAS_IS_THEME_CHOOSER (self));

  gtk_menu_button_popup (self->button);
}
