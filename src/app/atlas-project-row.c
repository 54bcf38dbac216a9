/* atlas-project-row.c: a project of a place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-project-row.h"

#include <glib/gi18n.h>

#include "atlas-fact.h"
#include "atlas-flow-box.h"
#include "atlas-inferred-mark.h"
#include "atlas-line.h"
#include "atlas-project-details.h"
#include "atlas-sides-layout.h"
#include "atlas-stage-pill.h"
#include "atlas-text.h"
#include "atlas-wording.h"

struct _AtlasProjectRow
{
  AtlasDisclosureRow parent_instance;

  /* template widgets */
  GtkBox *content;
  AtlasFlowBox *line;
  GtkLabel *category;
  GtkBox *body;

  /* child, built when the row is opened first */
  GtkWidget *details;

  /* borrowed from profile */
  AtlasProjectEntry entry;

  /* owned */
  AtlasProfile *profile;
};

G_DEFINE_FINAL_TYPE (AtlasProjectRow, atlas_project_row, ATLAS_TYPE_DISCLOSURE_ROW)

/* A press on the details is meant for them and does not close the row. */
static void
details_pressed_cb (GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
build_details (AtlasProjectRow *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  self->details = atlas_project_details_new (self->profile, self->entry.project);
  g_signal_connect (gesture, "pressed", G_CALLBACK (details_pressed_cb), NULL);
  gtk_widget_add_controller (self->details, GTK_EVENT_CONTROLLER (gesture));
  gtk_box_append (self->content, self->details);
}

static void
atlas_project_row_expanded_changed (AtlasDisclosureRow *row, gboolean expanded)
{
  AtlasProjectRow *self = ATLAS_PROJECT_ROW (row);

  if (self->details == NULL)
    build_details (self);
  gtk_widget_set_visible (self->details, expanded);
}

/* The counties and districts through which a city carries it; %NULL where there is none. */
static char *
list_counties (AtlasProjectRow *self)
{
  AtlasPlace *place = atlas_profile_get_place (self->profile);
  GPtrArray *carriers = self->entry.project->places;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < carriers->len; i++)
    {
      const AtlasProjectPlace *carrier = g_ptr_array_index (carriers, i);

      if (atlas_place_get_parent (carrier->place) == place)
        g_ptr_array_add (names, (char *) atlas_place_get_name (carrier->place));
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  /* Translators: between the items of a list */
  return g_strjoinv (C_ ("list", ", "), (char **) names->pdata);
}

/* That there is more to read than the statement shown; %NULL where there is not. */
static char *
count_statements (AtlasProjectRow *self)
{
  GPtrArray *statements = self->entry.project->statements;
  const AtlasDocument *last = NULL;
  guint n_documents = 0;

  for (guint i = 0; i < statements->len; i++)
    {
      const AtlasProjectStatement *statement = g_ptr_array_index (statements, i);

      if (statement->document != last)
        n_documents++;
      last = statement->document;
    }
  if (n_documents > 1)
    return g_strdup_printf (ngettext ("%u document", "%u documents", n_documents), n_documents);
  if (statements->len > 1)
    return g_strdup_printf (ngettext ("%u statement", "%u statements", statements->len),
                            statements->len);
  return NULL;
}

/* The years that the shown statement speaks of; %NULL where they are those of its document. */
static char *
format_years (AtlasProjectRow *self)
{
  const AtlasProjectStatement *shown = self->entry.shown;

  if (g_strcmp0 (shown->claim.period, shown->document->period) == 0)
    return NULL;
  return atlas_wording_format_period (shown->claim.period);
}

static void
add_remark (GPtrArray *remarks, char *text)
{
  if (text != NULL)
    g_ptr_array_add (remarks, text);
}

/* What stands below the name; all of it is added to @remarks. */
static void
show_notes (AtlasProjectRow *self, GPtrArray *remarks)
{
  GtkWidget *notes;

  add_remark (remarks, list_counties (self));
  add_remark (remarks, count_statements (self));
  add_remark (remarks, format_years (self));
  if (remarks->len == 0)
    return;
  notes = atlas_flow_box_new (10, 0);
  gtk_widget_add_css_class (notes, "notes");
  for (guint i = 0; i < remarks->len; i++)
    atlas_flow_box_append (ATLAS_FLOW_BOX (notes),
                           atlas_text_new (g_ptr_array_index (remarks, i), "dim-label"));
  gtk_box_append (self->body, notes);
}

static void
mark_inferred (AtlasFact *name, GPtrArray *remarks, const char *reason)
{
  atlas_fact_add_mark (name, atlas_inferred_mark_new (reason));
  add_remark (remarks, atlas_wording_format_inferred (reason));
}

static void
show_status (AtlasProjectRow *self)
{
  GtkWidget *end = atlas_line_new (6);
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-end-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (arrow, "arrow");
  gtk_widget_add_css_class (end, "end");
  atlas_line_append (ATLAS_LINE (end), atlas_stage_pill_new (self->entry.shown));
  atlas_line_append (ATLAS_LINE (end), arrow);
  atlas_flow_box_append (self->line, end);
}

/* A screen reader says category, name and status of a row, and then whatever else is shown. */
static void
describe (AtlasProjectRow *self, GPtrArray *remarks)
{
  const AtlasProject *project = self->entry.project;
  /* Translators: category, name and status of a project */
  g_autofree char *label = g_strdup_printf (C_ ("project", "%s, %s, %s"), project->category,
                                            project->name,
                                            atlas_stage_pill_get_text (self->entry.shown));
  g_autofree char *description = NULL;

  add_remark (remarks, atlas_stage_pill_format_hint (self->entry.shown));
  g_ptr_array_add (remarks, NULL);
  /* Translators: between the items of a list */
  description = g_strjoinv (C_ ("list", ", "), (char **) remarks->pdata);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/* A row has less room than a line of its own, so that a short text has to wrap there too. */
static GtkWidget *
name_new (const char *text)
{
  GtkWidget *name = atlas_fact_new_for_text (text);

  gtk_label_set_wrap (GTK_LABEL (gtk_widget_get_first_child (name)), TRUE);
  return name;
}

static void
show_project (AtlasProjectRow *self, const char *common_reason)
{
  const AtlasProject *project = self->entry.project;
  const AtlasProjectPlace *carrier = atlas_project_find_place (
      project, atlas_profile_get_place (self->profile));
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *name = name_new (project->name);

  gtk_box_append (self->body, name);
  show_notes (self, remarks);
  if (carrier != NULL && carrier->why != NULL && g_strcmp0 (carrier->why, common_reason) != 0)
    mark_inferred (ATLAS_FACT (name), remarks, carrier->why);
  atlas_fact_add_claim (ATLAS_FACT (name), self->profile, &self->entry.shown->claim);
  gtk_label_set_label (self->category, project->category);
  show_status (self);
  describe (self, remarks);
}

static void
atlas_project_row_dispose (GObject *object)
{
  AtlasProjectRow *self = ATLAS_PROJECT_ROW (object);

  self->details = NULL;
  self->entry = (AtlasProjectEntry){ 0 };
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (atlas_project_row_parent_class)->dispose (object);
}

static void
atlas_project_row_class_init (AtlasProjectRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_project_row_dispose;
  ATLAS_DISCLOSURE_ROW_CLASS (klass)->expanded_changed = atlas_project_row_expanded_changed;

  g_type_ensure (ATLAS_TYPE_FLOW_BOX);
  g_type_ensure (ATLAS_TYPE_SIDES_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-project-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasProjectRow, content);
  gtk_widget_class_bind_template_child (widget_class, AtlasProjectRow, line);
  gtk_widget_class_bind_template_child (widget_class, AtlasProjectRow, category);
  gtk_widget_class_bind_template_child (widget_class, AtlasProjectRow, body);
}

static void
atlas_project_row_init (AtlasProjectRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "project");
}

/**
 * atlas_project_row_new:
 * @profile: a profile
 * @entry: one of its projects
 * @common_reason: (nullable): a reason for inferring the place that is not told of this row, since
 *   it is told of many at once
 *
 * Returns: a new row
 */
GtkWidget *
atlas_project_row_new (AtlasProfile *profile,
                       const AtlasProjectEntry *entry,
                       const char *common_reason)
{
  AtlasProjectRow *self;

  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (entry != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_PROJECT_ROW, NULL);
  self->profile = g_object_ref (profile);
  self->entry = *entry;
  show_project (self, common_reason);
  return GTK_WIDGET (self);
}

/**
 * atlas_project_row_show_category:
 * @self: a row
 * @columns: makes the column of the categories equally wide in many rows
 *
 * Shows the category, where no heading does.
 */
void
atlas_project_row_show_category (AtlasProjectRow *self, GtkSizeGroup *columns)
{
  g_return_if_fail (ATLAS_IS_PROJECT_ROW (self));
  g_return_if_fail (GTK_IS_SIZE_GROUP (columns));

  gtk_widget_show (GTK_WIDGET (self->category));
  gtk_size_group_add_widget (columns, GTK_WIDGET (self->category));
}

/**
 * atlas_project_row_get_claim:
 * @self: a row
 *
 * Returns: (transfer none): the statement it shows, owned by its profile
 */
const AtlasClaim *
atlas_project_row_get_claim (AtlasProjectRow *self)
{
  g_return_val_if_fail (ATLAS_IS_PROJECT_ROW (self), NULL);

  return &self->entry.shown->claim;
}
