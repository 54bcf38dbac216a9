/* atlas-project-panel.c: the projects of a place that one document speaks of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-project-panel.h"

#include <glib/gi18n.h>

#include "atlas-project-group.h"
#include "atlas-project-row.h"
#include "atlas-text.h"

/* As many as are read at one glance */
#define MAX_FLAT 12

struct _AtlasProjectPanel
{
  GtkBox parent_instance;

  /* child */
  GtkListBox *list;

  /* borrowed from profile */
  const AtlasDocument *document;
  const char *reason;

  /* owned */
  AtlasProfile *profile;
  GArray *entries;
  GHashTable *open;
  GtkSizeGroup *columns;
};

G_DEFINE_FINAL_TYPE (AtlasProjectPanel, atlas_project_panel, GTK_TYPE_BOX)

static const AtlasProjectEntry *
get_entry (AtlasProjectPanel *self, guint i)
{
  return &g_array_index (self->entries, AtlasProjectEntry, i);
}

static GtkWidget *
row_new (AtlasProjectPanel *self, guint i)
{
  return atlas_project_row_new (self->profile, get_entry (self, i), self->reason);
}

static void
insert_rows (AtlasProjectPanel *self, AtlasProjectGroup *group)
{
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (group)) + 1;

  for (guint i = 0; i < self->entries->len; i++)
    if (g_str_equal (get_entry (self, i)->project->category,
                     atlas_project_group_get_category (group)))
      gtk_list_box_insert (self->list, row_new (self, i), position++);
}

static void
remove_rows (AtlasProjectPanel *self, AtlasProjectGroup *group)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_next_sibling (GTK_WIDGET (group))) != NULL
         && ATLAS_IS_PROJECT_ROW (row))
    gtk_list_box_remove (self->list, row);
}

static char *
format_key (AtlasProjectPanel *self, AtlasProjectGroup *group)
{
  return g_strdup_printf ("%s/%s", self->document->id, atlas_project_group_get_category (group));
}

static void
group_expanded_cb (AtlasProjectPanel *self, GParamSpec *pspec, AtlasProjectGroup *group)
{
  g_autofree char *key = format_key (self, group);

  g_assert (ATLAS_IS_PROJECT_PANEL (self));

  if (atlas_disclosure_row_get_expanded (ATLAS_DISCLOSURE_ROW (group)))
    {
      insert_rows (self, group);
      g_hash_table_add (self->open, g_steal_pointer (&key));
    }
  else
    {
      remove_rows (self, group);
      g_hash_table_remove (self->open, key);
    }
}

static void
row_activated_cb (AtlasProjectPanel *self, AtlasDisclosureRow *row)
{
  g_assert (ATLAS_IS_PROJECT_PANEL (self));

  atlas_disclosure_row_toggle (row);
}

static void
focus_row (AtlasProjectPanel *self, gboolean last)
{
  GtkWidget *list = GTK_WIDGET (self->list);

  gtk_widget_grab_focus (last ? gtk_widget_get_last_child (list)
                              : gtk_widget_get_first_child (list));
}

/* Beyond its ends the arrow keys go on to the next panel. */
static gboolean
keynav_failed_cb (AtlasProjectPanel *self, GtkDirectionType direction)
{
  GtkWidget *next = GTK_WIDGET (self);

  g_assert (ATLAS_IS_PROJECT_PANEL (self));

  if (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN)
    return FALSE;
  do
    next = direction == GTK_DIR_DOWN ? gtk_widget_get_next_sibling (next)
                                     : gtk_widget_get_prev_sibling (next);
  while (next != NULL && !ATLAS_IS_PROJECT_PANEL (next));
  if (next == NULL)
    return FALSE;
  focus_row (ATLAS_PROJECT_PANEL (next), direction == GTK_DIR_UP);
  return TRUE;
}

static void
add_flat_rows (AtlasProjectPanel *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      GtkWidget *row = row_new (self, i);

      atlas_project_row_show_category (ATLAS_PROJECT_ROW (row), self->columns);
      gtk_list_box_append (self->list, row);
    }
}

static guint
find_category_end (AtlasProjectPanel *self, guint start)
{
  guint end = start + 1;

  while (end < self->entries->len
         && g_str_equal (get_entry (self, start)->project->category,
                         get_entry (self, end)->project->category))
    end++;
  return end;
}

static void
add_group (AtlasProjectPanel *self, const char *category, guint n_projects)
{
  GtkWidget *group = atlas_project_group_new (category, n_projects);
  g_autofree char *key = format_key (self, ATLAS_PROJECT_GROUP (group));

  gtk_list_box_append (self->list, group);
  g_signal_connect_object (group, "notify::expanded", G_CALLBACK (group_expanded_cb), self,
                           G_CONNECT_SWAPPED);
  if (g_hash_table_contains (self->open, key))
    atlas_disclosure_row_set_expanded (ATLAS_DISCLOSURE_ROW (group), TRUE);
}

static void
add_groups (AtlasProjectPanel *self)
{
  for (guint start = 0, end; start < self->entries->len; start = end)
    {
      end = find_category_end (self, start);
      add_group (self, get_entry (self, start)->project->category, end - start);
    }
}

static void
show_reason (AtlasProjectPanel *self, guint n_inferred)
{
  /* Translators: how many projects, why they are tied to the place on show */
  g_autofree char *text = g_strdup_printf (ngettext ("Inferred for %u of these projects: %s.",
                                                     "Inferred for %u of these projects: %s.",
                                                     n_inferred),
                                           n_inferred, self->reason);

  gtk_box_append (GTK_BOX (self), atlas_text_new (text, "reason"));
}

static void
atlas_project_panel_dispose (GObject *object)
{
  AtlasProjectPanel *self = ATLAS_PROJECT_PANEL (object);

  self->document = NULL;
  self->reason = NULL;
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->open, g_hash_table_unref);
  g_clear_object (&self->columns);
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (atlas_project_panel_parent_class)->dispose (object);
}

static void
atlas_project_panel_class_init (AtlasProjectPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_project_panel_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "projectpanel");
}

static void
atlas_project_panel_init (AtlasProjectPanel *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->columns = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "keynav-failed", G_CALLBACK (keynav_failed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * atlas_project_panel_new:
 * @profile: a profile
 * @part: some of its projects
 * @open: (element-type utf8): the keys of the groups that are open; kept up to date
 *
 * Returns: a new panel
 */
GtkWidget *
atlas_project_panel_new (AtlasProfile *profile, const AtlasProjectPart *part, GHashTable *open)
{
  AtlasProjectPanel *self;

  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (part != NULL, NULL);
  g_return_val_if_fail (open != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_PROJECT_PANEL, NULL);
  self->profile = g_object_ref (profile);
  self->document = part->document;
  self->reason = part->reason;
  self->entries = g_array_ref (part->entries);
  self->open = g_hash_table_ref (open);
  if (part->n_inferred > 0)
    show_reason (self, part->n_inferred);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  if (self->entries->len <= MAX_FLAT)
    add_flat_rows (self);
  else
    add_groups (self);
  return GTK_WIDGET (self);
}
