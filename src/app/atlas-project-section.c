/* atlas-project-section.c: the projects of a place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-project-section.h"

#include <glib/gi18n.h>

#include "atlas-line.h"
#include "atlas-project-filter-bar.h"
#include "atlas-project-panel.h"
#include "atlas-project-part.h"
#include "atlas-section.h"
#include "atlas-wording.h"

/* Fewer projects are read faster than a filter is set. */
#define MIN_FILTERED 6

struct _AtlasProjectSection
{
  GtkBox parent_instance;

  /* template widgets */
  GtkLabel *title;
  GtkLabel *period;
  GtkBox *parts;
  GtkLabel *sentence;

  /* child, built when it is wanted first */
  GtkWidget *filter_bar;

  /* owned */
  AtlasSession *session;
  AtlasProfile *profile;
  GHashTable *open;
};

G_DEFINE_FINAL_TYPE (AtlasProjectSection, atlas_project_section, GTK_TYPE_BOX)

static GPtrArray *
get_documents (AtlasProjectSection *self)
{
  return atlas_catalog_get_documents (atlas_session_get_catalog (self->session));
}

static void
show_title (AtlasProjectSection *self, guint n_shown)
{
  guint n = atlas_profile_get_projects (self->profile)->len;
  g_autofree char *title = NULL;

  if (n == 0)
    title = g_strdup (_ ("Projects"));
  else if (n_shown == n)
    /* Translators: how many projects there are */
    title = g_strdup_printf (C_ ("section", "Projects · %u"), n);
  else
    /* Translators: how many projects are listed, how many there are */
    title = g_strdup_printf (C_ ("section", "Projects · %u of %u"), n_shown, n);
  gtk_label_set_label (self->title, title);
}

/* What stands where otherwise there would be nothing. */
static void
show_sentence (AtlasProjectSection *self, guint n_shown)
{
  guint n = atlas_profile_get_projects (self->profile)->len;
  const char *name = atlas_place_get_name (atlas_profile_get_place (self->profile));
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup_printf (_ ("No document ties a project to %s."), name);
  else
    text = g_strdup_printf (_ ("No project of %s fits this stage and period."), name);
  gtk_label_set_label (self->sentence, text);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), n_shown == 0);
}

/* Alone, the newest document needs no more than its period, in the heading of the section. */
static void
show_document (AtlasProjectSection *self, const AtlasProjectPart *part, gboolean alone)
{
  g_autofree char *title = NULL;
  g_autofree char *heading = NULL;

  if (alone && part->document == g_ptr_array_index (get_documents (self), 0))
    {
      gtk_label_set_label (self->period, part->document->period_name);
      return;
    }
  title = atlas_wording_format_document_of_period (part->document);
  /* Translators: a document, how many projects of it are listed */
  heading = g_strdup_printf (C_ ("section", "%s · %u"), title, part->entries->len);
  atlas_section_add_subheading (self->parts, heading);
}

static void
clear_parts (AtlasProjectSection *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    gtk_box_remove (self->parts, child);
  gtk_label_set_label (self->period, NULL);
}

/*
 * Most places have few projects, and drop-downs take a while to build. From a bar that goes, the
 * keyboard moves on to what it filtered.
 */
static void
show_filter_bar (AtlasProjectSection *self)
{
  guint n = atlas_profile_get_projects (self->profile)->len;
  gboolean wanted = n >= MIN_FILTERED || (n > 0 && atlas_project_filter_is_set (self->session));
  gboolean focused = self->filter_bar != NULL
                     && gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->filter_bar;

  if (wanted && self->filter_bar == NULL)
    {
      self->filter_bar = atlas_project_filter_bar_new (self->session, self->profile);
      gtk_box_insert_child_after (GTK_BOX (self), self->filter_bar,
                                  gtk_widget_get_first_child (GTK_WIDGET (self)));
    }
  if (self->filter_bar != NULL)
    gtk_widget_set_visible (self->filter_bar, wanted);
  if (focused && !wanted)
    gtk_widget_child_focus (GTK_WIDGET (self->parts), GTK_DIR_TAB_FORWARD);
}

static void
update (AtlasProjectSection *self)
{
  g_autoptr (GPtrArray) parts = atlas_project_parts_new (
      self->profile, get_documents (self), atlas_session_get_project_period (self->session),
      atlas_session_get_project_stage (self->session));
  guint n_shown = 0;

  clear_parts (self);
  for (guint i = 0; i < parts->len; i++)
    {
      const AtlasProjectPart *part = g_ptr_array_index (parts, i);

      n_shown += part->entries->len;
      show_document (self, part, parts->len == 1);
      gtk_box_append (self->parts, atlas_project_panel_new (self->profile, part, self->open));
    }
  show_title (self, n_shown);
  show_sentence (self, n_shown);
  show_filter_bar (self);
}

static void
atlas_project_section_dispose (GObject *object)
{
  AtlasProjectSection *self = ATLAS_PROJECT_SECTION (object);

  self->filter_bar = NULL;
  g_clear_pointer (&self->open, g_hash_table_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (atlas_project_section_parent_class)->dispose (object);
}

static void
atlas_project_section_class_init (AtlasProjectSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_project_section_dispose;
  g_type_ensure (ATLAS_TYPE_LINE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-project-section.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasProjectSection, title);
  gtk_widget_class_bind_template_child (widget_class, AtlasProjectSection, period);
  gtk_widget_class_bind_template_child (widget_class, AtlasProjectSection, parts);
  gtk_widget_class_bind_template_child (widget_class, AtlasProjectSection, sentence);
  gtk_widget_class_set_css_name (widget_class, "projectsection");
}

static void
atlas_project_section_init (AtlasProjectSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * atlas_project_section_new:
 * @session: the session
 * @profile: a profile
 *
 * Returns: a new section, or a sentence in its place where no document ties a project to the place
 */
GtkWidget *
atlas_project_section_new (AtlasSession *session, AtlasProfile *profile)
{
  AtlasProjectSection *self;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);
  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);

  self = g_object_new (ATLAS_TYPE_PROJECT_SECTION, NULL);
  self->session = g_object_ref (session);
  self->profile = g_object_ref (profile);
  update (self);
  g_signal_connect_object (session, "notify::project-stage", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::project-period", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
