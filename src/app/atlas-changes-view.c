/* atlas-changes-view.c: what the newest plan says of a place that older documents did not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-changes-view.h"

#include <glib/gi18n.h>

#include "atlas-change-item.h"
#include "atlas-changes.h"
#include "atlas-fold.h"
#include "atlas-project.h"
#include "atlas-section.h"
#include "atlas-text.h"
#include "atlas-wording.h"

/* More projects than this are folded by category. */
#define MAX_OPEN 6

/* What is being filled. */
typedef struct
{
  GtkBox *box;
  AtlasProfile *profile;
  GPtrArray *documents;
  GPtrArray *changes;
} View;

/* Changes that stand together; @period, of the older statement, may be %NULL for any. */
typedef struct
{
  AtlasChangeKind kind;
  AtlasClaimField field;
  AtlasIndustryRole role;
  const char *period;
} Group;

/* The changes of a fold, with what they are borrowed from. */
typedef struct
{
  AtlasProfile *profile;
  GPtrArray *changes;
} Folded;

static void
folded_free (gpointer data)
{
  Folded *folded = data;

  g_object_unref (folded->profile);
  g_ptr_array_unref (folded->changes);
  g_free (folded);
}

static void
add_items (GtkBox *box, AtlasProfile *profile, GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    gtk_box_append (box, atlas_change_item_new (profile, g_ptr_array_index (changes, i)));
}

static GtkWidget *
build_fold (gpointer data)
{
  const Folded *folded = data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_items (GTK_BOX (box), folded->profile, folded->changes);
  return box;
}

static const char *
get_category (AtlasProfile *profile, const AtlasChange *change)
{
  const AtlasClaim *claim = change->newer != NULL ? change->newer : change->older;
  GPtrArray *projects = atlas_profile_get_projects (profile);

  for (guint i = 0; i < projects->len; i++)
    {
      const AtlasProject *project = g_ptr_array_index (projects, i);

      for (guint j = 0; j < project->statements->len; j++)
        if (&((const AtlasProjectStatement *) g_ptr_array_index (project->statements, j))->claim
            == claim)
          return project->category;
    }
  g_return_val_if_reached ("");
}

static void
add_fold (GtkBox *box, AtlasProfile *profile, const char *category, GPtrArray *changes)
{
  Folded *folded = g_new (Folded, 1);
  /* Translators: a category of projects, how many there are */
  g_autofree char *title = g_strdup_printf (
      ngettext ("%s · %u project", "%s · %u projects", changes->len), category, changes->len);

  folded->profile = g_object_ref (profile);
  folded->changes = g_ptr_array_ref (changes);
  gtk_box_append (box, atlas_fold_new (title, build_fold, folded, folded_free));
}

/* In the order in which the categories are met. */
static void
add_by_category (GtkBox *box, AtlasProfile *profile, GPtrArray *changes)
{
  g_autoptr (GPtrArray) categories = g_ptr_array_new ();
  g_autoptr (GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                        (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < changes->len; i++)
    {
      AtlasChange *change = g_ptr_array_index (changes, i);
      const char *category = get_category (profile, change);
      GPtrArray *part = g_hash_table_lookup (parts, category);

      if (part == NULL)
        {
          part = g_ptr_array_new_with_free_func (g_free);
          g_hash_table_insert (parts, (char *) category, part);
          g_ptr_array_add (categories, (char *) category);
        }
      g_ptr_array_add (part, g_memdup2 (change, sizeof *change));
    }
  for (guint i = 0; i < categories->len; i++)
    {
      const char *category = g_ptr_array_index (categories, i);

      add_fold (box, profile, category, g_hash_table_lookup (parts, category));
    }
}

static gboolean
belongs (const View *view, const Group *group, const AtlasChange *change)
{
  return change->kind == group->kind && change->field == group->field && change->role == group->role
         && (group->period == NULL
             || g_str_equal (group->period,
                             atlas_change_item_get_period_name (view->profile, change->older)));
}

/* Borrowed from @view. */
static GPtrArray *
list_changes (const View *view, const Group *group)
{
  GPtrArray *changes = g_ptr_array_new ();

  for (guint i = 0; i < view->changes->len; i++)
    {
      AtlasChange *change = g_ptr_array_index (view->changes, i);

      if (belongs (view, group, change))
        g_ptr_array_add (changes, change);
    }
  return changes;
}

/* Returns: how many changes there are in @group */
static guint
add_group (const View *view, GtkBox *section, const Group *group, const char *title)
{
  g_autoptr (GPtrArray) changes = list_changes (view, group);
  g_autofree char *heading = NULL;

  if (changes->len == 0)
    return 0;
  heading = group->period != NULL
                ? g_strdup_printf ("%s · %s · %u", group->period, title, changes->len)
                : g_strdup_printf ("%s · %u", title, changes->len);
  atlas_section_add_subheading (section, heading);
  if (group->field == ATLAS_CLAIM_FIELD_PROJECT && changes->len > MAX_OPEN)
    add_by_category (section, view->profile, changes);
  else
    add_items (section, view->profile, changes);
  return changes->len;
}

/* Positioning, industries and projects of @period, or of any. */
static guint
add_fields (const View *view, GtkBox *section, AtlasChangeKind kind, const char *period)
{
  const struct
  {
    AtlasClaimField field;
    AtlasIndustryRole role;
    const char *title;
  } fields[] = {
    { ATLAS_CLAIM_FIELD_POSITIONING, ATLAS_INDUSTRY_ROLE_NONE, _ ("Positioning") },
    { ATLAS_CLAIM_FIELD_INDUSTRY, ATLAS_INDUSTRY_ROLE_LEADING,
      atlas_wording_get_leading (atlas_profile_get_place (view->profile)) },
    { ATLAS_CLAIM_FIELD_INDUSTRY, ATLAS_INDUSTRY_ROLE_CULTIVATED, _ ("Cultivated industries") },
    { ATLAS_CLAIM_FIELD_PROJECT, ATLAS_INDUSTRY_ROLE_NONE, _ ("Projects") },
  };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const Group group = { kind, fields[i].field, fields[i].role, period };

      n += add_group (view, section, &group, fields[i].title);
    }
  return n;
}

/* What is gone stands under the time that said it; the name of a time is met once, however many
 * documents it has. */
static guint
add_by_period (const View *view, GtkBox *section)
{
  g_autoptr (GHashTable) met = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (guint i = 0; i < view->documents->len; i++)
    {
      const AtlasDocument *document = g_ptr_array_index (view->documents, i);

      if (g_hash_table_add (met, document->period_name))
        n += add_fields (view, section, ATLAS_CHANGE_GONE, document->period_name);
    }
  return n;
}

static void
add_kind (const View *view, AtlasChangeKind kind, const char *title, const char *nothing)
{
  GtkBox *section = atlas_section_new (title, NULL);
  guint n = kind == ATLAS_CHANGE_GONE ? add_by_period (view, section)
                                      : add_fields (view, section, kind, NULL);

  if (n == 0)
    atlas_section_add_sentence (section, nothing);
  gtk_box_append (view->box, GTK_WIDGET (section));
}

static const AtlasDocument *
get_newest (const View *view)
{
  return g_ptr_array_index (view->documents, 0);
}

static void
add_kinds (const View *view)
{
  const char *period = get_newest (view)->period_name;
  /* Translators: %s is what people call the years of the newest plan */
  g_autofree char *new_title = g_strdup_printf (_ ("New: only in %s"), period);
  /* Translators: %s is what people call the years of the newest plan */
  g_autofree char *gone_title = g_strdup_printf (_ ("No longer mentioned in %s"), period);

  add_kind (view, ATLAS_CHANGE_NEW, new_title,
            _ ("Everything the newest plan says was said before."));
  add_kind (view, ATLAS_CHANGE_CONTINUED, _ ("Continued"),
            _ ("The newest plan repeats nothing that was said before."));
  add_kind (view, ATLAS_CHANGE_GONE, gone_title,
            _ ("The newest plan mentions all that was said before."));
}

/**
 * atlas_changes_view_new:
 * @session: the session
 * @profile: a profile for which atlas_changes_is_possible() holds
 *
 * Returns: (transfer floating): what is new in the newest plan, what continues and what it no
 *   longer mentions, each with its evidence
 */
GtkWidget *
atlas_changes_view_new (AtlasSession *session, AtlasProfile *profile)
{
  g_autoptr (GPtrArray) changes = NULL;
  View view = { .profile = profile };

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);
  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);

  view.documents = atlas_catalog_get_documents (atlas_session_get_catalog (session));
  view.box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  changes = atlas_changes_compute (profile, get_newest (&view)->period);
  view.changes = changes;
  gtk_box_append (view.box,
                  atlas_text_new (_ ("The documents differ in scope and detail, and of some only a "
                                     "part was at hand. What follows compares their words: that "
                                     "only one mentions something does not mean that it was "
                                     "begun or given up."),
                                  "sentence"));
  add_kinds (&view);
  gtk_widget_add_css_class (GTK_WIDGET (view.box), "changes");
  return GTK_WIDGET (view.box);
}
