/* atlas-notice-bar.c: why the map is painted although other tiles were chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-notice-bar.h"

#include "atlas-flow-box.h"
#include "atlas-flow-layout.h"

struct _AtlasNoticeBar
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkLabel *sentence;

  /* owned */
  AtlasTileControl *control;
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (AtlasNoticeBar, atlas_notice_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CONTROL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
hide (AtlasNoticeBar *self)
{
  /* The keyboard does not go with the bar. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-view", NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
show_problem_cb (AtlasNoticeBar *self)
{
  const char *problem = self->control != NULL ? atlas_tile_control_get_problem (self->control)
                                              : NULL;

  g_assert (ATLAS_IS_NOTICE_BAR (self));

  if (problem == NULL)
    {
      hide (self);
      return;
    }

  gtk_label_set_label (self->sentence, problem);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, problem,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
busy_cb (AtlasNoticeBar *self)
{
  g_assert (ATLAS_IS_NOTICE_BAR (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notice.retry",
                                 self->control != NULL
                                     && !atlas_tile_control_is_busy (self->control));
}

/* Only what was left out needs a tooltip. */
static gboolean
query_tooltip_cb (
    AtlasNoticeBar *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip, GtkLabel *sentence)
{
  g_assert (ATLAS_IS_NOTICE_BAR (self));

  if (!pango_layout_is_ellipsized (gtk_label_get_layout (sentence)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (sentence));
  return TRUE;
}

static void
retry (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_tile_control_retry (ATLAS_NOTICE_BAR (widget)->control);
}

static void
use_painted (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_tile_control_use_painted (ATLAS_NOTICE_BAR (widget)->control);
}

static void
put_away (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hide (ATLAS_NOTICE_BAR (widget));
}

static void
atlas_notice_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasNoticeBar *self = ATLAS_NOTICE_BAR (object);

  switch (id)
    {
    case PROP_CONTROL:
      g_value_set_object (value, self->control);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_notice_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasNoticeBar *self = ATLAS_NOTICE_BAR (object);

  switch (id)
    {
    case PROP_CONTROL:
      atlas_notice_bar_set_control (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_notice_bar_dispose (GObject *object)
{
  AtlasNoticeBar *self = ATLAS_NOTICE_BAR (object);
  GtkWidget *child;

  g_clear_object (&self->signals);
  g_clear_object (&self->control);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (atlas_notice_bar_parent_class)->dispose (object);
}

static void
atlas_notice_bar_class_init (AtlasNoticeBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = atlas_notice_bar_get_property;
  object_class->set_property = atlas_notice_bar_set_property;
  object_class->dispose = atlas_notice_bar_dispose;

  properties[PROP_CONTROL] = g_param_spec_object ("control", NULL, NULL, ATLAS_TYPE_TILE_CONTROL,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                      | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ATLAS_TYPE_FLOW_BOX);
  g_type_ensure (ATLAS_TYPE_FLOW_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-notice-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasNoticeBar, sentence);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
  gtk_widget_class_install_action (widget_class, "notice.retry", NULL, retry);
  gtk_widget_class_install_action (widget_class, "notice.use-painted", NULL, use_painted);
  gtk_widget_class_install_action (widget_class, "notice.close", NULL, put_away);
  gtk_widget_class_set_css_name (widget_class, "noticebar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
atlas_notice_bar_init (AtlasNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->signals = g_signal_group_new (ATLAS_TYPE_TILE_CONTROL);
  g_signal_group_connect_object (self->signals, "notify::problem", G_CALLBACK (show_problem_cb),
                                 self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->signals, "notify::busy", G_CALLBACK (busy_cb), self,
                                 G_CONNECT_SWAPPED);
  show_problem_cb (self);
  busy_cb (self);
}

/**
 * atlas_notice_bar_new:
 *
 * Returns: a new bar, not to be seen until something is wrong
 */
GtkWidget *
atlas_notice_bar_new (void)
{
  return g_object_new (ATLAS_TYPE_NOTICE_BAR, NULL);
}

/**
 * atlas_notice_bar_set_control:
 * @self: a bar
 * @control: (nullable): whose problem it tells
 */
void
atlas_notice_bar_set_control (AtlasNoticeBar *self, AtlasTileControl *control)
{
  g_return_if_fail (ATLAS_IS_NOTICE_BAR (self));
  g_return_if_fail (control == NULL || ATLAS_IS_TILE_CONTROL (control));

  if (!g_set_object (&self->control, control))
    return;

  g_signal_group_set_target (self->signals, control);
  show_problem_cb (self);
  busy_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTROL]);
}
