/* atlas-project-filter-bar.c: which projects of a place are listed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-project-filter-bar.h"

#include <glib/gi18n.h>

#include "atlas-flow-layout.h"
#include "atlas-project-part.h"
#include "atlas-wording.h"

struct _AtlasProjectFilterBar
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkDropDown *stages;
  GtkDropDown *periods;
  GtkWidget *show_all;

  /* owned */
  AtlasSession *session;
  AtlasProfile *profile;
  /* The first document of each period, owned by the catalog; newest first */
  GPtrArray *documents;

  /* whether a drop-down is being changed by us and not by a person */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (AtlasProjectFilterBar, atlas_project_filter_bar, GTK_TYPE_WIDGET)

static const char *
get_period (AtlasProjectFilterBar *self, guint i)
{
  return ((const AtlasDocument *) g_ptr_array_index (self->documents, i))->period;
}

static char *
format_choice (const char *name, guint n)
{
  /* Translators: a stage or a period, how many projects have it */
  return g_strdup_printf (C_ ("filter", "%s · %u"), name, n);
}

/* Changes only what is different: a model that comes or goes while its list is open, closes it. */
static void
set_choices (GtkDropDown *drop_down, GPtrArray *choices)
{
  GtkStringList *old = GTK_STRING_LIST (gtk_drop_down_get_model (drop_down));
  guint n = old != NULL ? g_list_model_get_n_items (G_LIST_MODEL (old)) : 0;
  gboolean same = n == choices->len;

  for (guint i = 0; i < n && same; i++)
    same = g_str_equal (gtk_string_list_get_string (old, i), g_ptr_array_index (choices, i));
  if (!same)
    {
      g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

      for (guint i = 0; i < choices->len; i++)
        gtk_string_list_append (model, g_ptr_array_index (choices, i));
      gtk_drop_down_set_model (drop_down, G_LIST_MODEL (model));
    }
}

/* GTK 4.8 focuses the button inside a drop-down, which a screen reader then takes for nameless. */
static void
show_choices (GtkDropDown *drop_down, const char *name, GPtrArray *choices, guint selected)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  /* Translators: what a filter is for, what is chosen */
  g_autofree char *label = g_strdup_printf (C_ ("filter", "%s: %s"), name,
                                            (char *) g_ptr_array_index (choices, selected));

  set_choices (drop_down, choices);
  gtk_drop_down_set_selected (drop_down, selected);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
update_stages (AtlasProjectFilterBar *self)
{
  const char *period = atlas_session_get_project_period (self->session);
  const char *chosen = atlas_session_get_project_stage (self->session);
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  g_ptr_array_add (choices, g_strdup (_ ("All stages")));
  for (guint i = 0; i < ATLAS_N_STAGES; i++)
    {
      const char *stage = atlas_stage_to_string ((AtlasStage) i);
      guint n = atlas_project_parts_count (self->profile, period, stage);

      g_ptr_array_add (choices, format_choice (atlas_wording_get_stage ((AtlasStage) i), n));
      if (g_strcmp0 (stage, chosen) == 0)
        selected = i + 1;
    }
  show_choices (self->stages, _ ("Stage"), choices, selected);
}

static void
update_periods (AtlasProjectFilterBar *self)
{
  const char *stage = atlas_session_get_project_stage (self->session);
  const char *chosen = atlas_session_get_project_period (self->session);
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  g_ptr_array_add (choices, g_strdup (_ ("All periods")));
  for (guint i = 0; i < self->documents->len; i++)
    {
      const AtlasDocument *document = g_ptr_array_index (self->documents, i);
      guint n = atlas_project_parts_count (self->profile, document->period, stage);

      g_ptr_array_add (choices, format_choice (document->period_name, n));
      if (g_strcmp0 (document->period, chosen) == 0)
        selected = i + 1;
    }
  show_choices (self->periods, _ ("Period"), choices, selected);
}

static void
update (AtlasProjectFilterBar *self)
{
  self->updating = TRUE;
  update_stages (self);
  update_periods (self);
  gtk_widget_set_visible (self->show_all, atlas_project_filter_is_set (self->session));
  self->updating = FALSE;
}

static void
stage_selected_cb (AtlasProjectFilterBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->stages);

  g_assert (ATLAS_IS_PROJECT_FILTER_BAR (self));

  if (self->updating || selected == GTK_INVALID_LIST_POSITION)
    return;
  atlas_session_set_project_stage (
      self->session, selected > 0 ? atlas_stage_to_string ((AtlasStage) (selected - 1)) : NULL);
}

static void
period_selected_cb (AtlasProjectFilterBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->periods);

  g_assert (ATLAS_IS_PROJECT_FILTER_BAR (self));

  if (self->updating || selected == GTK_INVALID_LIST_POSITION)
    return;
  atlas_session_set_project_period (self->session,
                                    selected > 0 ? get_period (self, selected - 1) : NULL);
}

/* The button goes with what it did; the keyboard goes on where the filter is set. */
static void
show_all_clicked_cb (AtlasProjectFilterBar *self)
{
  g_assert (ATLAS_IS_PROJECT_FILTER_BAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  atlas_session_set_project_stage (self->session, NULL);
  atlas_session_set_project_period (self->session, NULL);
}

static gboolean
atlas_project_filter_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ATLAS_PROJECT_FILTER_BAR (widget)->stages));
}

static void
atlas_project_filter_bar_dispose (GObject *object)
{
  AtlasProjectFilterBar *self = ATLAS_PROJECT_FILTER_BAR (object);
  GtkWidget *child;

  self->updating = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (atlas_project_filter_bar_parent_class)->dispose (object);
}

static void
atlas_project_filter_bar_class_init (AtlasProjectFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_project_filter_bar_dispose;
  widget_class->grab_focus = atlas_project_filter_bar_grab_focus;

  g_type_ensure (ATLAS_TYPE_FLOW_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-project-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasProjectFilterBar, stages);
  gtk_widget_class_bind_template_child (widget_class, AtlasProjectFilterBar, periods);
  gtk_widget_class_bind_template_child (widget_class, AtlasProjectFilterBar, show_all);
  gtk_widget_class_bind_template_callback (widget_class, show_all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_selected_cb);
  gtk_widget_class_set_css_name (widget_class, "projectfilter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_project_filter_bar_init (AtlasProjectFilterBar *self)
{
  self->documents = g_ptr_array_new ();
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
find_periods (AtlasProjectFilterBar *self)
{
  GPtrArray *documents = atlas_catalog_get_documents (atlas_session_get_catalog (self->session));

  for (guint i = 0; i < documents->len; i++)
    {
      const AtlasDocument *document = g_ptr_array_index (documents, i);
      guint known = 0;

      while (known < self->documents->len
             && !g_str_equal (get_period (self, known), document->period))
        known++;
      if (known == self->documents->len)
        g_ptr_array_add (self->documents, (gpointer) document);
    }
}

/**
 * atlas_project_filter_is_set:
 * @session: the session
 *
 * Returns: whether its filter may leave projects out
 */
gboolean
atlas_project_filter_is_set (AtlasSession *session)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (session), FALSE);

  return atlas_session_get_project_stage (session) != NULL
         || atlas_session_get_project_period (session) != NULL;
}

/**
 * atlas_project_filter_bar_new:
 * @session: the session
 * @profile: the profile whose projects are listed
 *
 * Returns: a new bar
 */
GtkWidget *
atlas_project_filter_bar_new (AtlasSession *session, AtlasProfile *profile)
{
  AtlasProjectFilterBar *self;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);
  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);

  self = g_object_new (ATLAS_TYPE_PROJECT_FILTER_BAR, NULL);
  self->session = g_object_ref (session);
  self->profile = g_object_ref (profile);
  find_periods (self);
  update (self);
  g_signal_connect_object (session, "notify::project-stage", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::project-period", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
