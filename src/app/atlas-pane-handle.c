/* atlas-pane-handle.c: the line between two panes, dragged or moved with the arrow keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-pane-handle.h"

#define KEY_STEP 16

struct _AtlasPaneHandle
{
  GtkWidget parent_instance;

  int pane_width;
};

G_DEFINE_FINAL_TYPE (AtlasPaneHandle, atlas_pane_handle, GTK_TYPE_WIDGET)

enum
{
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
drag_update_cb (AtlasPaneHandle *self, double offset_x, double offset_y, GtkGestureDrag *gesture)
{
  g_assert (ATLAS_IS_PANE_HANDLE (self));

  /* The offset counts from the handle, which has followed the hand as far as it was let. */
  g_signal_emit (self, signals[MOVED], 0, (int) offset_x);
}

static gboolean
move_with_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  g_signal_emit (widget, signals[MOVED], 0, g_variant_get_int32 (args));

  return GDK_EVENT_STOP;
}

static void
atlas_pane_handle_class_init (AtlasPaneHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, move_with_key, "i", -KEY_STEP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, move_with_key, "i", KEY_STEP);
  gtk_widget_class_set_css_name (widget_class, "panehandle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEPARATOR);
}

static void
atlas_pane_handle_init (AtlasPaneHandle *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
}

/**
 * atlas_pane_handle_new:
 * @label: what a screen reader calls it
 *
 * Returns: (transfer floating): a new handle
 */
GtkWidget *
atlas_pane_handle_new (const char *label)
{
  GtkWidget *self = g_object_new (ATLAS_TYPE_PANE_HANDLE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return self;
}

/**
 * atlas_pane_handle_set_pane_width:
 * @self: a handle
 * @width: the width of its pane, in pixels
 *
 * Tells a screen reader where the handle stands.
 */
void
atlas_pane_handle_set_pane_width (AtlasPaneHandle *self, int width)
{
  g_return_if_fail (ATLAS_IS_PANE_HANDLE (self));

  if (width == self->pane_width)
    return;

  self->pane_width = width;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  (double) width, -1);
}
