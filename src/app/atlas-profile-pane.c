/* atlas-profile-pane.c: what the documents say of the selected place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-profile-pane.h"

#include <glib/gi18n.h>

#include "atlas-chip.h"
#include "atlas-evidence.h"
#include "atlas-flow-box.h"
#include "atlas-flow-layout.h"
#include "atlas-overview.h"
#include "atlas-profile-sections.h"
#include "atlas-project-row.h"
#include "atlas-section.h"
#include "atlas-wording.h"
#include "atlas-zone-section.h"

struct _AtlasProfilePane
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkScrolledWindow *scrolled;
  AtlasOverview *overview;
  GtkWidget *page;
  GtkLabel *name;
  GtkLabel *pinyin;
  GtkWidget *city_button;
  GtkLabel *details;
  GtkBox *badges;
  GtkBox *sections;

  /* owned */
  AtlasSession *session;
  AtlasProfile *profile;
  GSignalGroup *session_signals;

  /* what stands below is added in an idle moment; 0 once it is there */
  guint rest_id;
};

G_DEFINE_FINAL_TYPE (AtlasProfilePane, atlas_profile_pane, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

enum
{
  COPIED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* The level and code of @place; where its city stands before them, a dot joins the two. */
static void
show_header (AtlasProfilePane *self, AtlasPlace *place)
{
  AtlasPlace *city = atlas_place_get_parent (place);
  const char *level = atlas_wording_get_level (atlas_place_get_level (place));
  g_autofree char *details = g_strdup_printf (city != NULL ? "· %s · %s" : "%s · %s", level,
                                              atlas_place_get_code (place));

  gtk_label_set_label (self->name, atlas_place_get_name (place));
  gtk_label_set_label (self->pinyin, atlas_place_get_pinyin (place));
  gtk_label_set_label (self->details, details);
  gtk_widget_set_visible (self->city_button, city != NULL);
  if (city == NULL)
    return;
  gtk_button_set_label (GTK_BUTTON (self->city_button), atlas_place_get_name (city));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->city_button), "s",
                                    atlas_place_get_code (city));
}

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static gboolean
add_rest_cb (gpointer data)
{
  AtlasProfilePane *self = data;

  g_assert (ATLAS_IS_PROFILE_PANE (self));

  self->rest_id = 0;
  atlas_profile_sections_add_rest (self->sections, self->session, self->profile);
  return G_SOURCE_REMOVE;
}

/* Adds at once what is still to come. */
static void
finish_sections (AtlasProfilePane *self)
{
  if (self->rest_id == 0)
    return;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  atlas_profile_sections_add_rest (self->sections, self->session, self->profile);
}

/* A city has so much to say that all of it at once would be felt; the frame with what one looks for
 * first goes before. */
static void
show_profile (AtlasProfilePane *self)
{
  GtkWidget *badges = atlas_zone_badges_new (self->session, self->profile);

  if (badges != NULL)
    gtk_box_append (self->badges, badges);
  atlas_profile_sections_add_first (self->sections, self->session, self->profile);
  self->rest_id = g_idle_add (add_rest_cb, self);
}

static void
show_place (AtlasProfilePane *self, AtlasPlace *place)
{
  g_autoptr (GError) error = NULL;

  show_header (self, place);
  self->profile = atlas_catalog_load_profile (atlas_session_get_catalog (self->session), place,
                                              &error);
  if (self->profile != NULL)
    {
      show_profile (self);
    }
  else
    {
      /* Translators: name of a place, the reason */
      g_autofree char *text = g_strdup_printf (
          _ ("What the documents say of %s cannot be read: %s"), atlas_place_get_name (place),
          error->message);

      atlas_section_add_sentence (self->sections, text);
    }
}

/*
 * Shows the session's place. Whoever pressed a button of the old content with the keyboard goes on
 * in the new one.
 */
static void
update (AtlasProfilePane *self)
{
  AtlasPlace *place = self->session != NULL ? atlas_session_get_selected (self->session) : NULL;
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  clear (self->badges);
  clear (self->sections);
  g_clear_object (&self->profile);
  gtk_widget_set_visible (GTK_WIDGET (self->overview), self->session != NULL && place == NULL);
  gtk_widget_set_visible (self->page, place != NULL);
  if (place != NULL)
    show_place (self, place);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "profile.copy-with-source",
                                 self->profile != NULL && !atlas_profile_is_empty (self->profile));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0.0);
  if (focused && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
select_place_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasProfilePane *self = ATLAS_PROFILE_PANE (widget);
  AtlasPlace *place;

  if (self->session == NULL)
    return;
  place = atlas_catalog_get_place (atlas_session_get_catalog (self->session),
                                   g_variant_get_string (parameter, NULL));
  if (place != NULL)
    atlas_session_set_selected (self->session, place);
}

static void
copy_claim (AtlasProfilePane *self, AtlasProfile *profile, const AtlasClaim *claim)
{
  g_autofree char *text = atlas_wording_quote_claim (profile, claim);
  /* Translators: %s is a fact */
  g_autofree char *message = g_strdup_printf (_ ("Copied “%s” with its source."), claim->text);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  g_signal_emit (self, signals[COPIED], 0, message);
}

/* A panel shows facts of other places, too. The id of such a fact begins with the place's code. */
static AtlasProfile *
load_profile_of (AtlasProfilePane *self, const char *id)
{
  AtlasCatalog *catalog = atlas_session_get_catalog (self->session);
  g_auto (GStrv) parts = g_strsplit (id, "/", 2);
  AtlasPlace *place = atlas_catalog_get_place (catalog, parts[0]);

  return place != NULL ? atlas_catalog_load_profile (catalog, place, NULL) : NULL;
}

static void
copy_claim_of_id (AtlasProfilePane *self, const char *id)
{
  g_autoptr (AtlasProfile) other = NULL;
  const AtlasClaim *claim = atlas_profile_find_claim (self->profile, id);

  if (claim != NULL)
    {
      copy_claim (self, self->profile, claim);
      return;
    }
  other = load_profile_of (self, id);
  claim = other != NULL ? atlas_profile_find_claim (other, id) : NULL;
  if (claim != NULL)
    copy_claim (self, other, claim);
}

static void
copy_profile (AtlasProfilePane *self)
{
  AtlasPlace *place = atlas_profile_get_place (self->profile);
  g_autofree char *text = atlas_wording_quote_profile (self->profile);
  /* Translators: %s is a place */
  g_autofree char *message = g_strdup_printf (_ ("Copied every fact of %s with its source."),
                                              atlas_place_get_name (place));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  g_signal_emit (self, signals[COPIED], 0, message);
}

/* The fact whose chip, number or popover has the keyboard focus. */
static const AtlasClaim *
get_focused_claim (AtlasProfilePane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *widget = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (widget == NULL || !gtk_widget_is_ancestor (widget, GTK_WIDGET (self)))
    return NULL;
  for (; widget != GTK_WIDGET (self); widget = gtk_widget_get_parent (widget))
    {
      if (ATLAS_IS_EVIDENCE (widget))
        return atlas_evidence_get_claim (ATLAS_EVIDENCE (widget));
      if (ATLAS_IS_CHIP (widget))
        return atlas_chip_get_claim (ATLAS_CHIP (widget));
      if (ATLAS_IS_PROJECT_ROW (widget))
        return atlas_project_row_get_claim (ATLAS_PROJECT_ROW (widget));
    }
  return NULL;
}

static void
copy_with_source_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasProfilePane *self = ATLAS_PROFILE_PANE (widget);
  const AtlasClaim *claim = get_focused_claim (self);

  if (claim != NULL)
    copy_claim_of_id (self, claim->id);
  else
    copy_profile (self);
}

static void
copy_claim_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasProfilePane *self = ATLAS_PROFILE_PANE (widget);

  if (self->profile != NULL)
    copy_claim_of_id (self, g_variant_get_string (parameter, NULL));
}

/* The section's heading goes to the top of the pane, the focus to what comes first in it. */
static void
show_zones_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasProfilePane *self = ATLAS_PROFILE_PANE (widget);
  GtkWidget *content = gtk_widget_get_parent (self->page);
  GtkWidget *zones;
  graphene_point_t top;

  finish_sections (self);
  zones = atlas_profile_sections_find_zones (self->sections);
  if (zones == NULL)
    return;
  gtk_widget_child_focus (zones, GTK_DIR_TAB_FORWARD);
  if (gtk_widget_compute_point (zones, content, graphene_point_zero (), &top))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), top.y);
}

static void
atlas_profile_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasProfilePane *self = ATLAS_PROFILE_PANE (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_profile_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasProfilePane *self = ATLAS_PROFILE_PANE (object);

  switch (id)
    {
    case PROP_SESSION:
      atlas_profile_pane_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_profile_pane_dispose (GObject *object)
{
  AtlasProfilePane *self = ATLAS_PROFILE_PANE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_object (&self->session_signals);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->profile);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_profile_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-profile-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasProfilePane, scrolled);
  gtk_widget_class_bind_template_child (widget_class, AtlasProfilePane, overview);
  gtk_widget_class_bind_template_child (widget_class, AtlasProfilePane, page);
  gtk_widget_class_bind_template_child (widget_class, AtlasProfilePane, name);
  gtk_widget_class_bind_template_child (widget_class, AtlasProfilePane, pinyin);
  gtk_widget_class_bind_template_child (widget_class, AtlasProfilePane, city_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasProfilePane, details);
  gtk_widget_class_bind_template_child (widget_class, AtlasProfilePane, badges);
  gtk_widget_class_bind_template_child (widget_class, AtlasProfilePane, sections);
}

static void
atlas_profile_pane_class_init (AtlasProfilePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_profile_pane_dispose;
  object_class->get_property = atlas_profile_pane_get_property;
  object_class->set_property = atlas_profile_pane_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ATLAS_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                      | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AtlasProfilePane::copied:
   * @self: the pane
   * @message: a sentence that says what is on the clipboard now
   */
  signals[COPIED] = g_signal_new ("copied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (ATLAS_TYPE_FLOW_BOX);
  g_type_ensure (ATLAS_TYPE_FLOW_LAYOUT);
  g_type_ensure (ATLAS_TYPE_OVERVIEW);
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "profilepane");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  gtk_widget_class_install_action (widget_class, "profile.copy-with-source", NULL,
                                   copy_with_source_cb);
  gtk_widget_class_install_action (widget_class, "profile.copy-claim", "s", copy_claim_cb);
  gtk_widget_class_install_action (widget_class, "profile.select-place", "s", select_place_cb);
  gtk_widget_class_install_action (widget_class, "profile.show-zones", NULL, show_zones_cb);
}

static void
atlas_profile_pane_init (AtlasProfilePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::selected", G_CALLBACK (update),
                                 self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * atlas_profile_pane_new:
 *
 * Returns: a new pane, empty until it is given a session
 */
GtkWidget *
atlas_profile_pane_new (void)
{
  return g_object_new (ATLAS_TYPE_PROFILE_PANE, NULL);
}

/**
 * atlas_profile_pane_set_session:
 * @self: a pane
 * @session: (nullable): the session whose selected place it shows
 */
void
atlas_profile_pane_set_session (AtlasProfilePane *self, AtlasSession *session)
{
  g_return_if_fail (ATLAS_IS_PROFILE_PANE (self));
  g_return_if_fail (session == NULL || ATLAS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  if (session != NULL)
    atlas_overview_set_catalog (self->overview, atlas_session_get_catalog (session));
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * atlas_profile_pane_is_complete:
 * @self: a pane
 *
 * Returns: whether everything that the pane is to show is in it; what stands below in a profile
 *   comes a moment after the place was chosen
 */
gboolean
atlas_profile_pane_is_complete (AtlasProfilePane *self)
{
  g_return_val_if_fail (ATLAS_IS_PROFILE_PANE (self), FALSE);

  return self->rest_id == 0;
}
