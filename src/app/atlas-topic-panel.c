/* atlas-topic-panel.c: an industry, a cluster or a zone, and the other places it is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-topic-panel.h"

#include <glib/gi18n.h>

#include "atlas-citation-marks.h"
#include "atlas-evidence.h"
#include "atlas-fact.h"
#include "atlas-line.h"
#include "atlas-swatch.h"
#include "atlas-text.h"
#include "atlas-topic-row.h"
#include "atlas-topic-terms.h"
#include "atlas-wording.h"

struct _AtlasTopicPanel
{
  GtkBox parent_instance;

  /* borrowed from catalog */
  const AtlasTopic *topic;

  /* template widgets */
  GtkBox *heading;
  GtkLabel *name;
  GtkBox *details;
  GtkLabel *summary;
  GtkBox *rows;
  GtkSizeGroup *names;

  /* owned */
  AtlasCatalog *catalog;
  AtlasProfile *profile;
  AtlasGroupMembers *members;
  AtlasCitationMarks *marks;
};

G_DEFINE_FINAL_TYPE (AtlasTopicPanel, atlas_topic_panel, GTK_TYPE_BOX)

static GtkWidget *
evidence_new (AtlasTopicPanel *self, const AtlasClaim *claim, guint index)
{
  const AtlasCitation *citation = g_ptr_array_index (self->members->citations, index);
  g_autofree char *mark = atlas_citation_marks_get (self->marks, citation);

  return atlas_evidence_new_for_passage (claim, citation, mark);
}

static guint
add_family_rows (AtlasTopicPanel *self, GPtrArray *places, GHashTable *terms)
{
  AtlasPlace *except = atlas_profile_get_place (self->profile);
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    {
      AtlasPlace *place = g_ptr_array_index (places, i);
      const AtlasTopicTerms *of_place = g_hash_table_lookup (terms, place);

      if (place == except || of_place == NULL)
        continue;
      gtk_box_append (self->rows,
                      atlas_topic_row_new (place, of_place->newest, of_place->older, self->names));
      n++;
    }
  return n;
}

static void
add_member_row (AtlasTopicPanel *self, const AtlasMembership *member, const char *common_reason)
{
  const AtlasClaim *claim = &member->claim;
  gboolean is_zone = self->topic->group->kind == ATLAS_GROUP_ZONE;
  g_autofree char *remark = NULL;
  GtkWidget *row = atlas_line_new (0);
  GtkWidget *button;

  if (claim->why != NULL)
    remark = g_strcmp0 (claim->why, common_reason) == 0
                 ? g_strdup (_ ("Inferred"))
                 : atlas_wording_format_inferred (claim->why);
  button = atlas_topic_row_new (member->place, is_zone ? member->role : claim->text, remark,
                                self->names);
  gtk_widget_set_hexpand (button, TRUE);
  atlas_line_append (ATLAS_LINE (row), button);
  for (guint i = 0; i < claim->citations->len; i++)
    {
      GtkWidget *evidence = evidence_new (self, claim, g_array_index (claim->citations, guint, i));

      gtk_widget_set_valign (evidence, GTK_ALIGN_START);
      atlas_line_append (ATLAS_LINE (row), evidence);
    }
  gtk_box_append (self->rows, row);
}

static guint
add_member_rows (AtlasTopicPanel *self, const char *common_reason)
{
  GPtrArray *members = self->members->members;
  AtlasPlace *except = atlas_profile_get_place (self->profile);
  guint n = 0;

  for (guint i = 0; i < members->len; i++)
    {
      const AtlasMembership *member = g_ptr_array_index (members, i);

      if (member->place == except)
        continue;
      add_member_row (self, member, common_reason);
      n++;
    }
  return n;
}

static char *
format_count (const AtlasTopic *topic, guint n)
{
  if (n == 0)
    return g_strdup_printf (_ ("The documents name no other place for %s."), topic->name);
  if (topic->group == NULL)
    return g_strdup_printf (ngettext ("%u other place plans industries of this family.",
                                      "%u other places plan industries of this family.", n),
                            n);
  if (topic->group->kind == ATLAS_GROUP_CLUSTER)
    return g_strdup_printf (ngettext ("%u other place is named for this cluster.",
                                      "%u other places are named for this cluster.", n),
                            n);
  if (topic->group->kind == ATLAS_GROUP_FUTURE_FIELD)
    return g_strdup_printf (ngettext ("%u other place is named for this field.",
                                      "%u other places are named for this field.", n),
                            n);
  return g_strdup_printf (
      ngettext ("%u other place belongs to it.", "%u other places belong to it.", n), n);
}

static void
show_count (AtlasTopicPanel *self, guint n)
{
  g_autofree char *text = format_count (self->topic, n);

  gtk_label_set_label (self->summary, text);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), n > 0);
}

static void
show_error (AtlasTopicPanel *self, const GError *error)
{
  g_autofree char *text = g_strdup_printf (_ ("The places cannot be listed: %s"), error->message);

  gtk_label_set_label (self->summary, text);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), FALSE);
}

static void
add_detail (AtlasTopicPanel *self, const char *text)
{
  GtkWidget *label = atlas_text_new (text, "dim-label");

  gtk_widget_add_css_class (label, "small");
  gtk_box_append (self->details, label);
}

static void
show_divisions (AtlasTopicPanel *self)
{
  g_auto (GStrv) codes = g_strsplit (self->topic->family->divisions, " ", -1);
  /* Translators: between the items of a list */
  g_autofree char *list = g_strjoinv (C_ ("list", ", "), codes);
  /* Translators: %s are division numbers of the national classification of industries */
  g_autofree char *divisions = g_strdup_printf (_ ("GB/T 4754—2017 divisions %s"), list);

  add_detail (self, divisions);
}

static char *
describe_group (const AtlasGroup *group)
{
  if (group->kind == ATLAS_GROUP_FUTURE_FIELD)
    return g_strdup (_ ("Field of future industry"));
  if (group->kind == ATLAS_GROUP_ZONE)
    return g_strdup (atlas_wording_get_zone_kind (group->zone_kind));
  if (group->target == NULL)
    return g_strdup (_ ("The documents set it no target for 2030."));
  /* Translators: %s is what a cluster is to reach, as printed */
  return g_strdup_printf (_ ("Target for 2030: %s"), group->target);
}

/* What the group is, with what says so. */
static void
add_description (AtlasTopicPanel *self)
{
  const AtlasGroup *group = self->topic->group;
  GArray *sources = self->members->sources;
  g_autofree char *text = describe_group (group);
  GtkWidget *fact = atlas_fact_new_for_text (text);

  for (guint i = 0; i < sources->len; i++)
    atlas_fact_add_evidence (ATLAS_FACT (fact),
                             evidence_new (self, NULL, g_array_index (sources, guint, i)));
  gtk_box_append (self->details, fact);
  if (group->note != NULL)
    add_detail (self, group->note);
  if (group->extends)
    add_detail (self, _ ("A city belongs to it with all its counties."));
}

/* The reason for which several members are inferred; it is said once and not of each. */
static const char *
find_common_reason (GPtrArray *members, guint *n)
{
  for (guint i = 0; i < members->len; i++)
    {
      const char *why = ((const AtlasMembership *) g_ptr_array_index (members, i))->claim.why;

      *n = 0;
      for (guint j = i; why != NULL && j < members->len; j++)
        {
          const AtlasMembership *other = g_ptr_array_index (members, j);

          *n += g_strcmp0 (other->claim.why, why) == 0;
        }
      if (*n > 1)
        return why;
    }
  return NULL;
}

static void
show_group (AtlasTopicPanel *self)
{
  g_autoptr (GError) error = NULL;
  const char *reason;
  guint n_inferred;

  self->members = atlas_catalog_load_members (self->catalog, self->topic->group, &error);
  if (self->members == NULL)
    {
      show_error (self, error);
      return;
    }
  add_description (self);
  reason = find_common_reason (self->members->members, &n_inferred);
  if (reason != NULL)
    {
      /* Translators: how many places, why they are thought to belong to something */
      g_autofree char *text = g_strdup_printf (
          ngettext ("%u place is inferred: %s", "%u places are inferred: %s", n_inferred),
          n_inferred, reason);

      add_detail (self, text);
    }
  show_count (self, add_member_rows (self, reason));
}

static void
show_family (AtlasTopicPanel *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) places = atlas_catalog_get_places_in_topic (self->catalog, self->topic->id,
                                                                    &error);
  g_autoptr (GHashTable) terms = NULL;

  show_divisions (self);
  if (places != NULL)
    terms = atlas_topic_terms_load (self->catalog, self->topic->family, &error);
  if (terms != NULL)
    show_count (self, add_family_rows (self, places, terms));
  else
    show_error (self, error);
}

static void
show_topic (AtlasTopicPanel *self)
{
  const AtlasTopic *topic = self->topic;

  if (topic->family != NULL)
    gtk_box_prepend (self->heading, atlas_swatch_new (topic->family));
  gtk_label_set_label (self->name, topic->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, topic->name,
                                  -1);
  if (topic->group != NULL)
    show_group (self);
  else
    show_family (self);
}

static void
atlas_topic_panel_dispose (GObject *object)
{
  AtlasTopicPanel *self = ATLAS_TOPIC_PANEL (object);

  self->topic = NULL;
  g_clear_object (&self->catalog);
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (atlas_topic_panel_parent_class)->dispose (object);
}

static void
atlas_topic_panel_finalize (GObject *object)
{
  AtlasTopicPanel *self = ATLAS_TOPIC_PANEL (object);

  /* The evidence has borrowed from it for as long as it had a parent. */
  g_clear_pointer (&self->members, atlas_group_members_free);
  g_clear_pointer (&self->marks, atlas_citation_marks_free);

  G_OBJECT_CLASS (atlas_topic_panel_parent_class)->finalize (object);
}

static void
atlas_topic_panel_class_init (AtlasTopicPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_topic_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = atlas_topic_panel_finalize;
  gtk_widget_class_set_css_name (widget_class, "topicpanel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-topic-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasTopicPanel, heading);
  gtk_widget_class_bind_template_child (widget_class, AtlasTopicPanel, name);
  gtk_widget_class_bind_template_child (widget_class, AtlasTopicPanel, details);
  gtk_widget_class_bind_template_child (widget_class, AtlasTopicPanel, summary);
  gtk_widget_class_bind_template_child (widget_class, AtlasTopicPanel, rows);
  gtk_widget_class_bind_template_child (widget_class, AtlasTopicPanel, names);
}

static void
atlas_topic_panel_init (AtlasTopicPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atlas_topic_panel_new:
 * @catalog: the data set
 * @topic: one of its topics
 * @profile: the profile on show, whose place is not listed
 *
 * Returns: a new panel
 */
GtkWidget *
atlas_topic_panel_new (AtlasCatalog *catalog, const AtlasTopic *topic, AtlasProfile *profile)
{
  AtlasTopicPanel *self;

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (topic != NULL, NULL);
  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);

  self = g_object_new (ATLAS_TYPE_TOPIC_PANEL, NULL);
  self->catalog = g_object_ref (catalog);
  self->topic = topic;
  self->profile = g_object_ref (profile);
  self->marks = atlas_citation_marks_new (profile);
  show_topic (self);
  return GTK_WIDGET (self);
}
