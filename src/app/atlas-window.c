/* atlas-window.c: the main window: its views and what they share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-window-private.h"

#include <glib/gi18n.h>

#include "atlas-over-box.h"
#include "atlas-tooltip.h"
#include "atlas-trace.h"

/* Longer than mere words stay: one has to notice, to decide and to get there. */
#define OFFER_SECONDS 10

G_DEFINE_FINAL_TYPE (AtlasWindow, atlas_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_SETTINGS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_session (AtlasWindow *self, AtlasSession *session)
{
  gboolean ready = session != NULL;

  g_set_object (&self->session, session);
  _atlas_window_forget_picks (self);
  atlas_place_list_set_session (self->places, session);
  atlas_profile_pane_set_session (self->profile, session);
  atlas_documents_page_set_session (self->documents, session);
  atlas_search_box_set_session (self->search_box, session);
  atlas_theme_chooser_set_session (self->theme_chooser, session);
  atlas_pick_strip_set_session (self->pick_strip, session);
  g_binding_group_set_source (self->session_bindings, session);
  g_signal_group_set_target (self->session_signals, session);
  _atlas_window_show_session_on_map (self);

  gtk_widget_set_sensitive (self->view_switcher, ready);
  gtk_widget_set_sensitive (GTK_WIDGET (self->search_box), ready);
  _atlas_window_update_actions (self);
}

static void
show_error (AtlasWindow *self, const GError *error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  g_autofree char *text
      = strstr (error->message, name) != NULL
            ? g_strdup (error->message)
            /* Translators: the path of a file, and a sentence that says what is wrong with it */
            : g_strdup_printf (C_ ("file error", "%s\n%s"), name, error->message);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  set_session (self, NULL);
  adw_status_page_set_description (self->error_page, markup);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static gboolean
load (AtlasWindow *self, const char *path, GError **error)
{
  g_autoptr (AtlasCatalog) catalog = atlas_catalog_open (path, error);
  g_autoptr (AtlasSession) session = NULL;

  if (catalog == NULL || !atlas_map_view_set_catalog (self->map, catalog, error))
    return FALSE;

  session = atlas_session_new (catalog);
  _atlas_window_bind_theme (self, session);
  set_session (self, session);
  gtk_stack_set_visible_child_name (self->stack, "atlas");
  atlas_window_show_view (self, "map");
  gtk_widget_grab_focus (GTK_WIDGET (self->map));

  return TRUE;
}

/* A narrow window has no place for the profile until there is something to read in it. */
static void
reveal_profile_cb (AtlasWindow *self)
{
  g_assert (ATLAS_IS_WINDOW (self));

  if (self->session != NULL && atlas_session_get_selected (self->session) != NULL)
    atlas_split_view_set_end_open (self->split, TRUE);
}

/* Whoever chooses a place wants to see it, in whatever view it was chosen. */
static void
selected_cb (AtlasWindow *self)
{
  g_assert (ATLAS_IS_WINDOW (self));

  if (atlas_session_get_selected (self->session) != NULL)
    atlas_window_show_view (self, "map");
  reveal_profile_cb (self);
}

static void
view_changed_cb (AtlasWindow *self)
{
  g_assert (ATLAS_IS_WINDOW (self));

  _atlas_window_update_actions (self);
}

static gboolean
atlas_window_close_request (GtkWindow *window)
{
  _atlas_window_save_state (ATLAS_WINDOW (window));

  return GTK_WINDOW_CLASS (atlas_window_parent_class)->close_request (window);
}

static void
atlas_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (atlas_window_parent_class)->map (widget);

  atlas_trace_mark ("window-mapped");
}

static void
watch_session (AtlasWindow *self)
{
  static const char *const conditions[] = { "notify::can-go-back", "notify::can-go-forward",
                                            "notify::selected", "notify::n-picked" };

  self->session_bindings = g_binding_group_new ();
  _atlas_window_bind_map (self);

  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    g_signal_group_connect_swapped (self->session_signals, conditions[i],
                                    G_CALLBACK (_atlas_window_update_actions), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::selected",
                                  G_CALLBACK (selected_cb), self);
}

static void
atlas_window_constructed (GObject *object)
{
  AtlasWindow *self = ATLAS_WINDOW (object);

  G_OBJECT_CLASS (atlas_window_parent_class)->constructed (object);

  _atlas_window_add_settings_actions (self);
  _atlas_window_restore_state (self);
  watch_session (self);
  _atlas_window_init_tiles (self);
  g_signal_connect_object (self->split, "notify::collapsed", G_CALLBACK (reveal_profile_cb), self,
                           G_CONNECT_SWAPPED);
  _atlas_window_update_actions (self);
}

static void
atlas_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AtlasWindow *self = ATLAS_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SETTINGS:
      g_value_set_object (value, self->settings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AtlasWindow *self = ATLAS_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_window_dispose (GObject *object)
{
  AtlasWindow *self = ATLAS_WINDOW (object);

  if (self->settings != NULL)
    _atlas_window_remove_stateful_actions (self);

  g_clear_weak_pointer (&self->toast);
  _atlas_window_forget_picks (self);
  g_clear_object (&self->session_bindings);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->tiles);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (atlas_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, view_switcher);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, search_box);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, views);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, split);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, places);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, theme_chooser);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, count);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, map);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, notice_bar);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, pick_strip);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, profile);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, documents);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, error_page);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, _atlas_window_say);
  _atlas_window_bind_map_callbacks (widget_class);
}

static void
atlas_window_class_init (AtlasWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = atlas_window_constructed;
  object_class->get_property = atlas_window_get_property;
  object_class->set_property = atlas_window_set_property;
  object_class->dispose = atlas_window_dispose;
  widget_class->map = atlas_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = atlas_window_close_request;

  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS,
                                                   G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                       | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ATLAS_TYPE_DOCUMENTS_PAGE);
  g_type_ensure (ATLAS_TYPE_MAP_VIEW);
  g_type_ensure (ATLAS_TYPE_NOTICE_BAR);
  g_type_ensure (ATLAS_TYPE_OVER_BOX);
  g_type_ensure (ATLAS_TYPE_PICK_STRIP);
  g_type_ensure (ATLAS_TYPE_PLACE_LIST);
  g_type_ensure (ATLAS_TYPE_PROFILE_PANE);
  g_type_ensure (ATLAS_TYPE_SEARCH_BOX);
  g_type_ensure (ATLAS_TYPE_SPLIT_VIEW);
  g_type_ensure (ATLAS_TYPE_THEME_CHOOSER);
  bind_template (widget_class);
  _atlas_window_install_actions (widget_class);
}

static void
atlas_window_init (AtlasWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* One button beside the other, not one bar */
  gtk_widget_remove_css_class (self->view_switcher, "linked");
  atlas_tooltip_mend_all (GTK_WIDGET (self));
}

/* Says what has just been done, at once and not after what was said before. */
void
_atlas_window_say (AtlasWindow *self, const char *message)
{
  _atlas_window_offer (self, message, NULL, NULL);
}

/* Says what has just been done, and beside it offers to call @action. */
void
_atlas_window_offer (AtlasWindow *self, const char *message, const char *button, const char *action)
{
  g_assert (ATLAS_IS_WINDOW (self));

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, adw_toast_new (message));
  if (button != NULL)
    adw_toast_set_timeout (self->toast, OFFER_SECONDS);
  adw_toast_set_button_label (self->toast, button);
  adw_toast_set_action_name (self->toast, action);
  adw_toast_overlay_add_toast (self->toasts, self->toast);
}

/**
 * atlas_window_new:
 * @application: the application it belongs to
 * @settings: where sizes and choices are read from and remembered
 *
 * A new window shows nothing before atlas_window_open().
 *
 * Returns: (transfer none): a new window, owned by GTK until it is closed
 */
AtlasWindow *
atlas_window_new (GtkApplication *application, GSettings *settings)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  return g_object_new (ATLAS_TYPE_WINDOW, "application", application, "settings", settings, NULL);
}

/**
 * atlas_window_open:
 * @self: a window
 * @path: (type filename): the data set to show
 *
 * Shows the data set from its overview; if it cannot be read, what is wrong with it and what to do.
 *
 * Returns: whether it could be read
 */
gboolean
atlas_window_open (AtlasWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (ATLAS_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  g_free (self->path);
  self->path = g_canonicalize_filename (path, NULL);
  if (load (self, self->path, &error))
    return TRUE;

  show_error (self, error);
  return FALSE;
}

/**
 * atlas_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what is selected in it; %NULL while no data set is open
 */
AtlasSession *
atlas_window_get_session (AtlasWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * atlas_window_get_map_view:
 * @self: a window
 *
 * Returns: (transfer none): its map
 */
AtlasMapView *
atlas_window_get_map_view (AtlasWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_WINDOW (self), NULL);

  return self->map;
}

/**
 * atlas_window_show_view:
 * @self: a window
 * @view: "map" or "documents"
 *
 * Does what pressing the button of @view does.
 */
void
atlas_window_show_view (AtlasWindow *self, const char *view)
{
  g_return_if_fail (ATLAS_IS_WINDOW (self));
  g_return_if_fail (view != NULL);

  gtk_stack_set_visible_child_name (self->views, view);
}

/**
 * atlas_window_get_documents_page:
 * @self: a window
 *
 * Returns: (transfer none): its page of the documents
 */
AtlasDocumentsPage *
atlas_window_get_documents_page (AtlasWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_WINDOW (self), NULL);

  return self->documents;
}

/**
 * atlas_window_is_complete:
 * @self: a window
 *
 * Returns: whether the view on show has drawn or counted all that it has to show
 */
gboolean
atlas_window_is_complete (AtlasWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_WINDOW (self), FALSE);

  if (!_atlas_window_shows_map (self))
    return atlas_documents_page_is_complete (self->documents);
  return atlas_map_view_is_complete (self->map) && atlas_profile_pane_is_complete (self->profile);
}
