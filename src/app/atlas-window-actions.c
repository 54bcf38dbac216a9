/* atlas-window-actions.c: the commands of the main window and their plain keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-window-private.h"

#include <glib/gi18n.h>

#include "atlas-file-choice.h"

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (source);
  g_autoptr (GFile) file = atlas_file_choice_finish (result, NULL);
  g_autofree char *path = NULL;

  /* Nothing was chosen, or the window was closed meanwhile. */
  if (file == NULL || self->settings == NULL)
    return;

  path = g_file_get_path (file);
  if (path == NULL)
    path = g_file_get_parse_name (file);
  atlas_window_open (self, path);
}

static void
choose_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const AtlasFileKind kind = { _ ("Data Sets"), "*.db" };

  atlas_file_choice_open (GTK_WINDOW (widget), _ ("Choose a Data Set"), &kind, file_chosen_cb,
                          NULL);
}

static void
try_again (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  g_autofree char *path = g_strdup (self->path);

  atlas_window_open (self, path);
}

static void
focus_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (ATLAS_WINDOW (widget)->search_box));
}

static void
focus_view (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  if (_atlas_window_shows_map (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->map));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->views), GTK_DIR_TAB_FORWARD);
}

static void
show_view (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_window_show_view (ATLAS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_place (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  AtlasPlace *place = atlas_catalog_get_place (atlas_session_get_catalog (self->session),
                                               g_variant_get_string (parameter, NULL));

  if (place == NULL)
    return;
  atlas_session_set_selected (self->session, place);
  atlas_window_show_view (self, "map");
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
}

static void
go_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_session_go_back (ATLAS_WINDOW (widget)->session);
}

static void
go_forward (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_session_go_forward (ATLAS_WINDOW (widget)->session);
}

static void
zoom_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_map_view_zoom_in (ATLAS_WINDOW (widget)->map);
}

static void
zoom_out (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_map_view_zoom_out (ATLAS_WINDOW (widget)->map);
}

static void
zoom_fit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_map_view_fit_province (ATLAS_WINDOW (widget)->map, TRUE);
}

static void
fit_selection (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (ATLAS_WINDOW (widget)->map), "map.fit-places", NULL);
}

static void
clear_picks (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _atlas_window_clear_picks (ATLAS_WINDOW (widget));
}

static void
undo_clear_picks (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _atlas_window_restore_picks (ATLAS_WINDOW (widget));
}

static void
copy_picks (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _atlas_window_copy_picks (ATLAS_WINDOW (widget));
}

static void
choose_theme (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_theme_chooser_open (ATLAS_WINDOW (widget)->theme_chooser);
}

static void
export_map (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _atlas_window_export_map (ATLAS_WINDOW (widget));
}

static void
copy_map (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _atlas_window_copy_map (ATLAS_WINDOW (widget));
}

static void
open_folder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _atlas_window_open_folder (ATLAS_WINDOW (widget), g_variant_get_bytestring (parameter));
}

static void
show_preferences (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _atlas_window_show_preferences (ATLAS_WINDOW (widget));
}

static void
copy_with_source (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (ATLAS_WINDOW (widget)->profile),
                              "profile.copy-with-source", NULL);
}

/* What covers the map goes first, then what narrows its colours, then what was collected on it. */
static void
close_pane (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  if (!_atlas_window_shows_map (self))
    {
      atlas_window_show_view (self, "map");
      gtk_widget_grab_focus (GTK_WIDGET (self->map));
    }
  else if (atlas_split_view_get_end_open (self->split))
    {
      atlas_split_view_set_end_open (self->split, FALSE);
      gtk_widget_grab_focus (GTK_WIDGET (self->map));
    }
  else if (self->session == NULL || _atlas_window_end_map_filter (self))
    return;
  else if (atlas_session_get_highlight (self->session) != NULL)
    atlas_session_set_highlight (self->session, NULL);
  else if (atlas_session_get_n_picked (self->session) > 0)
    _atlas_window_clear_picks (self);
}

/* Built when asked for, since few starts of the program need it. */
static void
show_shortcuts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (
      "/io/github/liaoning_atlas/Atlas/ui/atlas-shortcuts.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (overlay, GTK_WINDOW (widget));
  gtk_window_present (overlay);
}

/* Keys without a modifier, and one with. Unlike the application's accelerators they come after
 * whatever has the focus, so that an entry gets its 0 and a popover its Escape. */
static void
bind_plain_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint keyval;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "win.zoom-in" },         { GDK_KEY_equal, "win.zoom-in" },
    { GDK_KEY_KP_Add, "win.zoom-in" },       { GDK_KEY_minus, "win.zoom-out" },
    { GDK_KEY_KP_Subtract, "win.zoom-out" }, { GDK_KEY_0, "win.zoom-fit" },
    { GDK_KEY_KP_0, "win.zoom-fit" },        { GDK_KEY_9, "win.fit-selection" },
    { GDK_KEY_KP_9, "win.fit-selection" },   { GDK_KEY_Escape, "win.close-pane" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].keyval, 0, keys[i].action, NULL);
  /* What is being written has an undo of its own. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                       "win.undo-clear-picks", NULL);
}

/* Declares the commands; to be called while the class is made. */
void
_atlas_window_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    const char *parameter;
  } actions[] = {
    { "win.search", focus_search },
    { "win.focus-view", focus_view },
    { "win.show-view", show_view, "s" },
    { "win.show-place", show_place, "s" },
    { "win.back", go_back },
    { "win.forward", go_forward },
    { "win.zoom-in", zoom_in },
    { "win.zoom-out", zoom_out },
    { "win.zoom-fit", zoom_fit },
    { "win.fit-selection", fit_selection },
    { "win.copy-picks", copy_picks },
    { "win.clear-picks", clear_picks },
    { "win.undo-clear-picks", undo_clear_picks },
    { "win.choose-theme", choose_theme },
    { "win.close-pane", close_pane },
    { "win.export-map", export_map },
    { "win.copy-map", copy_map },
    { "win.open-folder", open_folder, "ay" },
    { "win.preferences", show_preferences },
    { "win.copy-with-source", copy_with_source },
    { "win.show-help-overlay", show_shortcuts },
    { "win.try-again", try_again },
    { "win.choose-file", choose_file },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);

  bind_plain_keys (widget_class);
}

static const struct
{
  const char *name;
  const char *property;
} toggles[] = {
  { "toggle-places", "show-start" },
  { "toggle-profile", "end-visible" },
};

/* Takes the commands away that open and close panes; their buttons are then insensitive. */
static void
remove_toggles (AtlasWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    g_action_map_remove_action (G_ACTION_MAP (self), toggles[i].name);
}

static void
add_toggles (AtlasWindow *self)
{
  if (g_action_map_lookup_action (G_ACTION_MAP (self), toggles[0].name) != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (toggles[i].name, self->split,
                                                                  toggles[i].property);

      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }
}

/* The commands that only turn a setting over */
static const char *const settings_actions[] = { "badges", "hatched" };

void
_atlas_window_add_settings_actions (AtlasWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings_actions); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, settings_actions[i]);

      g_action_map_add_action (G_ACTION_MAP (self), action);
    }
}

/* Takes away all commands that have a state of their own. They hold the split view, which would
 * outlive the window, and they go on listening to the settings. */
void
_atlas_window_remove_stateful_actions (AtlasWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings_actions); i++)
    g_action_map_remove_action (G_ACTION_MAP (self), settings_actions[i]);
  remove_toggles (self);
}

/* Whether the map is the view on show. */
gboolean
_atlas_window_shows_map (AtlasWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "map") == 0;
}

static void
set_enabled (AtlasWindow *self, const char *const *names, gboolean enabled)
{
  for (guint i = 0; names[i] != NULL; i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], enabled);
}

/* Lets only those commands be called that have something to work on. */
void
_atlas_window_update_actions (AtlasWindow *self)
{
  static const char *const any[] = { "win.search", "win.show-view", "win.show-place",
                                     "win.preferences", NULL };
  static const char *const on_map[] = { "win.zoom-in",          "win.zoom-out",
                                        "win.zoom-fit",         "win.choose-theme",
                                        "win.copy-with-source", "win.export-map",
                                        "win.copy-map",         NULL };
  static const char *const on_picks[] = { "win.copy-picks", "win.clear-picks", NULL };
  static const char *const undo[] = { "win.undo-clear-picks", NULL };
  static const char *const back[] = { "win.back", NULL };
  static const char *const forward[] = { "win.forward", NULL };
  static const char *const fit[] = { "win.fit-selection", NULL };
  AtlasSession *session = self->session;
  gboolean map = session != NULL && _atlas_window_shows_map (self);
  gboolean picks = map && atlas_session_get_n_picked (session) > 0;

  set_enabled (self, any, session != NULL);
  set_enabled (self, on_map, map);
  set_enabled (self, on_picks, picks);
  set_enabled (self, undo, self->cleared != NULL);
  set_enabled (self, fit, picks || (map && atlas_session_get_selected (session) != NULL));
  set_enabled (self, back, session != NULL && atlas_session_get_can_go_back (session));
  set_enabled (self, forward, session != NULL && atlas_session_get_can_go_forward (session));
  if (map)
    add_toggles (self);
  else
    remove_toggles (self);
}
