/* atlas-project-group.c: the heading of the projects of one category
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-project-group.h"

#include <glib/gi18n.h>

#include "atlas-line.h"

struct _AtlasProjectGroup
{
  AtlasDisclosureRow parent_instance;

  /* template widgets */
  GtkLabel *category;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (AtlasProjectGroup, atlas_project_group, ATLAS_TYPE_DISCLOSURE_ROW)

static void
atlas_project_group_class_init (AtlasProjectGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ATLAS_TYPE_LINE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-project-group.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasProjectGroup, category);
  gtk_widget_class_bind_template_child (widget_class, AtlasProjectGroup, count);
}

static void
atlas_project_group_init (AtlasProjectGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "group");
}

/**
 * atlas_project_group_new:
 * @category: a category of projects
 * @n_projects: how many projects it has
 *
 * Returns: a new heading, closed
 */
GtkWidget *
atlas_project_group_new (const char *category, guint n_projects)
{
  AtlasProjectGroup *self;
  g_autofree char *count = g_strdup_printf ("%u", n_projects);
  g_autofree char *label = NULL;

  g_return_val_if_fail (category != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_PROJECT_GROUP, NULL);
  gtk_label_set_label (self->category, category);
  gtk_label_set_label (self->count, count);
  /* Translators: category of projects, how many projects are in it */
  label = g_strdup_printf (ngettext ("%s, %u project", "%s, %u projects", n_projects), category,
                           n_projects);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

/**
 * atlas_project_group_get_category:
 * @self: a heading
 *
 * Returns: the category
 */
const char *
atlas_project_group_get_category (AtlasProjectGroup *self)
{
  g_return_val_if_fail (ATLAS_IS_PROJECT_GROUP (self), NULL);

  return gtk_label_get_label (self->category);
}
