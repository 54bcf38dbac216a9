/* atlas-window.c: the main window: its views and what they share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-window-private.h"

#include <glib/gi18n.h>

#include "atlas-tooltip.h"
#include "atlas-trace.h"

G_DEFINE_FINAL_TYPE (AtlasWindow, atlas_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_SETTINGS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* The order of the items in the template. */
static const AtlasMapColouring colourings[] = {
  ATLAS_MAP_COLOURING_FAMILY,
  ATLAS_MAP_COLOURING_CITY,
  ATLAS_MAP_COLOURING_NONE,
};

static gboolean
colouring_to_item (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (colourings); i++)
    if ((int) colourings[i] == g_value_get_enum (from))
      g_value_set_uint (to, i);

  return TRUE;
}

static gboolean
item_to_colouring (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  guint item = g_value_get_uint (from);

  if (item >= G_N_ELEMENTS (colourings))
    return FALSE;

  g_value_set_enum (to, (int) colourings[item]);
  return TRUE;
}

static guint
count_counties (AtlasCatalog *catalog)
{
  GListModel *places = atlas_catalog_get_places (catalog);
  guint n_places = g_list_model_get_n_items (places);
  guint n_counties = 0;

  for (guint i = 0; i < n_places; i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      if (!atlas_place_is_city (place) && !atlas_place_is_district (place))
        n_counties++;
    }

  return n_counties;
}

static void
show_count (AtlasWindow *self, AtlasCatalog *catalog)
{
  guint n_counties = count_counties (catalog);
  g_autofree char *text = g_strdup_printf (ngettext ("%u county", "%u counties", n_counties),
                                           n_counties);

  gtk_label_set_text (self->count, text);
}

static void
set_session (AtlasWindow *self, AtlasSession *session)
{
  gboolean ready = session != NULL;

  g_set_object (&self->session, session);
  atlas_place_list_set_session (self->places, session);
  atlas_profile_pane_set_session (self->profile, session);
  atlas_documents_page_set_session (self->documents, session);
  atlas_search_box_set_session (self->search_box, session);
  g_binding_group_set_source (self->session_bindings, session);
  g_signal_group_set_target (self->session_signals, session);

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
  set_session (self, session);
  show_count (self, catalog);
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

/* What is selected stays in sight beside the profile that slides over the map. */
static void
covered_cb (AtlasWindow *self)
{
  int covered;

  g_assert (ATLAS_IS_WINDOW (self));

  g_object_get (self->split, "covered-width", &covered, NULL);
  atlas_map_view_set_covered (self->map, covered);
}

static void
focus_profile_cb (GtkWidget *profile)
{
  g_signal_handlers_disconnect_by_func (profile, focus_profile_cb, NULL);
  gtk_widget_child_focus (profile, GTK_DIR_TAB_FORWARD);
}

/* Enter on the map leads to what is said of the selected place; a pane that is closed has first to
 * be there. */
static void
activate_place_cb (AtlasWindow *self, AtlasPlace *place, AtlasMapView *map)
{
  GtkWidget *profile = GTK_WIDGET (self->profile);

  g_assert (ATLAS_IS_WINDOW (self));

  if (!gtk_widget_get_mapped (profile))
    g_signal_connect_after (profile, "map", G_CALLBACK (focus_profile_cb), NULL);
  g_object_set (self->split, "end-visible", TRUE, NULL);
  if (gtk_widget_get_mapped (profile))
    gtk_widget_child_focus (profile, GTK_DIR_TAB_FORWARD);
}

/* What has just been copied is said at once and not after what was copied before. */
static void
copied_cb (AtlasWindow *self, const char *message, AtlasProfilePane *profile)
{
  g_assert (ATLAS_IS_WINDOW (self));

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, adw_toast_new (message));
  adw_toast_overlay_add_toast (self->toasts, self->toast);
}

static void
restore_state (AtlasWindow *self)
{
  GSettings *settings = self->settings;

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  g_object_set (self->split, "start-width", g_settings_get_int (settings, "places-width"),
                "end-width", g_settings_get_int (settings, "profile-width"), NULL);
  g_settings_bind (settings, "show-places", self->split, "show-start", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "show-profile", self->split, "show-end", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "colouring", self->map, "colouring", G_SETTINGS_BIND_DEFAULT);
}

static void
save_state (AtlasWindow *self)
{
  GSettings *settings = self->settings;
  int width;
  int height;
  int places_width;
  int profile_width;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_object_get (self->split, "start-width", &places_width, "end-width", &profile_width, NULL);

  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_int (settings, "places-width", places_width);
  g_settings_set_int (settings, "profile-width", profile_width);
}

static gboolean
atlas_window_close_request (GtkWindow *window)
{
  save_state (ATLAS_WINDOW (window));

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
  self->session_bindings = g_binding_group_new ();
  g_binding_group_bind (self->session_bindings, "selected", self->map, "selected",
                        G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_binding_group_bind (self->session_bindings, "highlight", self->map, "highlight",
                        G_BINDING_SYNC_CREATE);

  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::can-go-back",
                                  G_CALLBACK (_atlas_window_update_actions), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::can-go-forward",
                                  G_CALLBACK (_atlas_window_update_actions), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::selected",
                                  G_CALLBACK (selected_cb), self);
}

static void
atlas_window_constructed (GObject *object)
{
  AtlasWindow *self = ATLAS_WINDOW (object);

  G_OBJECT_CLASS (atlas_window_parent_class)->constructed (object);

  g_object_bind_property_full (self->map, "colouring", self->colour_by, "selected",
                               G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE, colouring_to_item,
                               item_to_colouring, NULL, NULL);
  restore_state (self);
  watch_session (self);
  g_signal_connect_object (self->split, "notify::covered-width", G_CALLBACK (covered_cb), self,
                           G_CONNECT_SWAPPED);
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

  /* They hold the split view, which would outlive the window and go on listening to the settings.
   */
  if (self->settings != NULL)
    _atlas_window_remove_toggles (self);

  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->session_bindings);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
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
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, colour_by);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, count);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, map);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, profile);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, documents);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, error_page);
  gtk_widget_class_bind_template_callback (widget_class, activate_place_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, copied_cb);
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
  g_type_ensure (ATLAS_TYPE_PLACE_LIST);
  g_type_ensure (ATLAS_TYPE_PROFILE_PANE);
  g_type_ensure (ATLAS_TYPE_SEARCH_BOX);
  g_type_ensure (ATLAS_TYPE_SPLIT_VIEW);
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
