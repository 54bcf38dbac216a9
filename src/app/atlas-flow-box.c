/* atlas-flow-box.c: a box whose children are wrapped into lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-flow-box.h"

#include "atlas-flow-layout.h"

struct _AtlasFlowBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasFlowBox, atlas_flow_box, GTK_TYPE_WIDGET)

static void
atlas_flow_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (atlas_flow_box_parent_class)->dispose (object);
}

static void
atlas_flow_box_class_init (AtlasFlowBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_flow_box_dispose;
  gtk_widget_class_set_css_name (widget_class, "box");
  gtk_widget_class_set_layout_manager_type (widget_class, ATLAS_TYPE_FLOW_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_flow_box_init (AtlasFlowBox *self)
{
}

/**
 * atlas_flow_box_new:
 * @column_spacing: pixels between two children of a line
 * @row_spacing: pixels between two lines
 *
 * Returns: a new, empty box
 */
GtkWidget *
atlas_flow_box_new (int column_spacing, int row_spacing)
{
  g_autoptr (GtkLayoutManager) layout = atlas_flow_layout_new (column_spacing, row_spacing);

  return g_object_new (ATLAS_TYPE_FLOW_BOX, "layout-manager", layout, NULL);
}

/**
 * atlas_flow_box_append:
 * @self: a box
 * @child: a widget without a parent
 *
 * Adds @child at the end.
 */
void
atlas_flow_box_append (AtlasFlowBox *self, GtkWidget *child)
{
  g_return_if_fail (ATLAS_IS_FLOW_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
