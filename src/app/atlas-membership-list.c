/* atlas-membership-list.c: the clusters or zones of a profile, a row each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-membership-list.h"

#include <glib/gi18n.h>

#include "atlas-flow-box.h"
#include "atlas-fold.h"
#include "atlas-membership-chip.h"
#include "atlas-text.h"
#include "atlas-topic-box.h"
#include "atlas-wording.h"

/* What a folded list is made from. */
typedef struct
{
  AtlasSession *session;
  AtlasProfile *profile;
  GPtrArray *memberships;
  AtlasMembershipSource source;
} Contents;

static void
add_remark (GtkBox *row, const char *text)
{
  GtkWidget *label = atlas_text_new (text, "dim-label");

  gtk_widget_add_css_class (label, "remark");
  gtk_box_append (row, label);
}

/* What the place does in it, unless the chip has already said so, and why the place is thought to
 * belong. */
static void
add_remarks (GtkBox *row, const AtlasMembership *membership)
{
  const char *tag = atlas_membership_chip_get_tag (membership);

  if (membership->group->kind != ATLAS_GROUP_ZONE)
    add_remark (row, membership->claim.text);
  else if (membership->role != NULL && membership->role != tag)
    add_remark (row, membership->role);
  if (membership->claim.why != NULL)
    {
      g_autofree char *text = atlas_wording_format_inferred (membership->claim.why);

      add_remark (row, text);
    }
}

static GtkWidget *
city_label_new (AtlasPlace *city)
{
  /* Translators: %s is the city by which a county belongs to something */
  g_autofree char *text = g_strdup_printf (_ ("Through %s"), atlas_place_get_name (city));
  GtkWidget *label = atlas_text_new (text, "dim-label");

  gtk_widget_add_css_class (label, "small");
  return label;
}

static void
add_row (AtlasTopicBox *list,
         AtlasProfile *profile,
         const AtlasMembership *membership,
         AtlasMembershipSource source)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = atlas_flow_box_new (8, 0);
  GtkWidget *chip = atlas_membership_chip_new (profile, membership);

  atlas_flow_box_append (ATLAS_FLOW_BOX (line), chip);
  if (source == ATLAS_MEMBERSHIP_SOURCE_NAMED
      && membership->place != atlas_profile_get_place (profile))
    atlas_flow_box_append (ATLAS_FLOW_BOX (line), city_label_new (membership->place));
  gtk_box_append (GTK_BOX (row), line);
  add_remarks (GTK_BOX (row), membership);
  gtk_widget_add_css_class (row, "membership");
  gtk_box_append (GTK_BOX (list), row);
  atlas_topic_box_watch (list, ATLAS_CHIP (chip));
}

/**
 * atlas_membership_list_new:
 * @session: the session
 * @profile: a profile
 * @memberships: (element-type AtlasMembership): some of its clusters or zones
 * @source: whether rows name the city a place belongs to something by
 *
 * Returns: (transfer floating): a new list
 */
GtkWidget *
atlas_membership_list_new (AtlasSession *session,
                           AtlasProfile *profile,
                           GPtrArray *memberships,
                           AtlasMembershipSource source)
{
  GtkWidget *list;

  g_return_val_if_fail (memberships != NULL, NULL);

  list = atlas_topic_box_new (session, profile);
  gtk_widget_add_css_class (list, "memberships");
  for (guint i = 0; i < memberships->len; i++)
    add_row (ATLAS_TOPIC_BOX (list), profile, g_ptr_array_index (memberships, i), source);
  return list;
}

static void
contents_free (gpointer data)
{
  Contents *contents = data;

  g_object_unref (contents->session);
  g_object_unref (contents->profile);
  g_ptr_array_unref (contents->memberships);
  g_free (contents);
}

static GtkWidget *
build (gpointer data)
{
  Contents *contents = data;

  return atlas_membership_list_new (contents->session, contents->profile, contents->memberships,
                                    contents->source);
}

/**
 * atlas_membership_list_new_folded:
 * @title: what they have in common
 * @session: the session
 * @profile: a profile
 * @memberships: (element-type AtlasMembership): some of its clusters or zones
 * @source: whether rows name the city a place belongs to something by
 *
 * Returns: (transfer floating): a closed fold that holds a list
 */
GtkWidget *
atlas_membership_list_new_folded (const char *title,
                                  AtlasSession *session,
                                  AtlasProfile *profile,
                                  GPtrArray *memberships,
                                  AtlasMembershipSource source)
{
  Contents *contents;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);
  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (memberships != NULL, NULL);

  contents = g_new (Contents, 1);
  contents->session = g_object_ref (session);
  contents->profile = g_object_ref (profile);
  contents->memberships = g_ptr_array_ref (memberships);
  contents->source = source;
  return atlas_fold_new (title, build, contents, contents_free);
}
