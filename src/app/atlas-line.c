/* atlas-line.c: a box whose children stand in one line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-line.h"

#include "atlas-line-layout.h"

struct _AtlasLine
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasLine, atlas_line, GTK_TYPE_WIDGET)

static void
atlas_line_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (atlas_line_parent_class)->dispose (object);
}

static void
atlas_line_class_init (AtlasLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_line_dispose;
  gtk_widget_class_set_css_name (widget_class, "box");
  gtk_widget_class_set_layout_manager_type (widget_class, ATLAS_TYPE_LINE_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_line_init (AtlasLine *self)
{
}

/**
 * atlas_line_new:
 * @spacing: pixels between two children
 *
 * Returns: (transfer floating): a new, empty line
 */
GtkWidget *
atlas_line_new (int spacing)
{
  g_autoptr (GtkLayoutManager) layout = atlas_line_layout_new (spacing);

  return g_object_new (ATLAS_TYPE_LINE, "layout-manager", layout, NULL);
}

/**
 * atlas_line_append:
 * @self: a line
 * @child: a widget without a parent
 *
 * Adds @child at the end.
 */
void
atlas_line_append (AtlasLine *self, GtkWidget *child)
{
  g_return_if_fail (ATLAS_IS_LINE (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
