/* atlas-changes-button.c: one step to what has changed between the plans
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-changes-button.h"

#include <string.h>

#include <glib/gi18n.h>

#include "atlas-changes-view.h"
#include "atlas-changes.h"

struct _AtlasChangesButton
{
  GtkBox parent_instance;

  /* children */
  GtkWidget *button;
  GtkWidget *view;

  /* owned */
  AtlasSession *session;
  AtlasProfile *profile;
};

G_DEFINE_FINAL_TYPE (AtlasChangesButton, atlas_changes_button, GTK_TYPE_BOX)

static const AtlasDocument *
get_newest_document (AtlasSession *session)
{
  return g_ptr_array_index (atlas_catalog_get_documents (atlas_session_get_catalog (session)), 0);
}

static gboolean
is_cited (AtlasProfile *profile, const AtlasDocument *document)
{
  GPtrArray *citations = atlas_profile_get_citations (profile);

  for (guint i = 0; i < citations->len; i++)
    if (((const AtlasCitation *) g_ptr_array_index (citations, i))->document == document)
      return TRUE;
  return FALSE;
}

/* What people call the years before those of the newest plan that the profile knows of, the oldest
 * first, each once. */
static char *
list_older_periods (AtlasSession *session, AtlasProfile *profile)
{
  GPtrArray *documents = atlas_catalog_get_documents (atlas_session_get_catalog (session));
  GString *names = g_string_new (NULL);

  for (guint i = documents->len; i > 0; i--)
    {
      const AtlasDocument *document = g_ptr_array_index (documents, i - 1);

      if (g_str_equal (document->period, get_newest_document (session)->period)
          || !is_cited (profile, document) || strstr (names->str, document->period_name) != NULL)
        continue;
      if (names->len > 0)
        /* Translators: between the items of a list */
        g_string_append (names, C_ ("list", ", "));
      g_string_append (names, document->period_name);
    }
  return g_string_free (names, FALSE);
}

static void
toggled_cb (AtlasChangesButton *self)
{
  gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->button));

  g_assert (ATLAS_IS_CHANGES_BUTTON (self));

  if (active && self->view == NULL)
    {
      self->view = atlas_changes_view_new (self->session, self->profile);
      gtk_box_append (GTK_BOX (self), self->view);
    }
  gtk_widget_set_visible (self->view, active);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED, active,
                               -1);
}

static void
atlas_changes_button_dispose (GObject *object)
{
  AtlasChangesButton *self = ATLAS_CHANGES_BUTTON (object);

  g_clear_object (&self->session);
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (atlas_changes_button_parent_class)->dispose (object);
}

static void
atlas_changes_button_class_init (AtlasChangesButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_changes_button_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "changesbutton");
}

static void
atlas_changes_button_init (AtlasChangesButton *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->button = gtk_toggle_button_new ();
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), self->button);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE,
                               -1);
  g_signal_connect_object (self->button, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * atlas_changes_button_new:
 * @session: the session
 * @profile: a profile
 *
 * Returns: (transfer floating) (nullable): a new button; %NULL where there is nothing to compare
 */
GtkWidget *
atlas_changes_button_new (AtlasSession *session, AtlasProfile *profile)
{
  AtlasChangesButton *self;
  g_autofree char *periods = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);
  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);

  if (!atlas_changes_is_possible (profile, get_newest_document (session)->period))
    return NULL;
  self = g_object_new (ATLAS_TYPE_CHANGES_BUTTON, NULL);
  self->session = g_object_ref (session);
  self->profile = g_object_ref (profile);
  periods = list_older_periods (session, profile);
  /* Translators: %s is what people call the years of older documents */
  label = g_strdup_printf (_ ("Compared with %s"), periods);
  gtk_button_set_label (GTK_BUTTON (self->button), label);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->button))), TRUE);
  return GTK_WIDGET (self);
}
