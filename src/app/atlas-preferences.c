/* atlas-preferences.c: what a person can choose once for all maps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-preferences.h"

#include <glib/gi18n.h>

#include "atlas-cache-row.h"
#include "atlas-file-choice.h"
#include "atlas-map-wording.h"
#include "atlas-tile-key.h"
#include "atlas-tile-template.h"

struct _AtlasPreferences
{
  /* No AdwPreferencesWindow: that of libadwaita 1.2 never lets go of its rows, which would go on
   * following the settings. */
  AdwWindow parent_instance;

  /* template widgets */
  AdwActionRow *file_row;
  GtkEditable *address;
  GtkEditable *key;
  GtkLabel *remark;
  GtkScale *opacity;
  GtkSwitch *badges;
  GtkSwitch *hatched;
  GtkEditable *approval;

  /* owned */
  GSettings *settings;
  AtlasTileControl *tiles;
  GCancellable *cancellable;
  GCancellable *key_loading;
  AtlasTileKeyPlace key_place;
};

G_DEFINE_FINAL_TYPE (AtlasPreferences, atlas_preferences, ADW_TYPE_WINDOW)

static void
show_file (AtlasPreferences *self)
{
  g_autofree char *path = g_settings_get_string (self->settings, "tiles-file");
  g_autofree char *name = *path != '\0' ? g_filename_display_basename (path) : NULL;
  g_autofree char *markup = g_markup_escape_text (
      name != NULL ? name : _ ("No file has been chosen."), -1);

  adw_action_row_set_subtitle (self->file_row, markup);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->file_row), *path != '\0' ? path : NULL);
}

static const char *
get_key_remark (AtlasTileKeyPlace place)
{
  switch (place)
    {
    case ATLAS_TILE_KEY_KEYRING:
      return _ ("The key is kept by the keyring of this computer.");
    case ATLAS_TILE_KEY_MEMORY:
      return _ ("There is no keyring to keep the key, so it is forgotten when the program ends.");
    case ATLAS_TILE_KEY_NOWHERE:
    default:
      return _ ("This server gives no tiles without a key. Its operator gives you one when you "
                "register there.");
    }
}

static void
say (AtlasPreferences *self, const char *text, gboolean is_problem)
{
  GtkWidget *remark = GTK_WIDGET (self->remark);

  gtk_widget_remove_css_class (remark, is_problem ? "dim-label" : "error");
  gtk_widget_add_css_class (remark, is_problem ? "error" : "dim-label");
  gtk_label_set_label (self->remark, text != NULL ? text : "");
  gtk_widget_set_visible (remark, text != NULL);
}

/* Below the choices: what is wrong with the chosen one, or where its key is. */
static void
show_remark (AtlasPreferences *self)
{
  const char *problem = atlas_tile_control_get_problem (self->tiles);

  if (problem != NULL)
    say (self, problem, TRUE);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->key)))
    say (self, get_key_remark (self->key_place), FALSE);
  else
    say (self, NULL, FALSE);
}

static void
take_key (AtlasPreferences *self, const char *key, AtlasTileKeyPlace place)
{
  self->key_place = place;
  gtk_editable_set_text (self->key, key != NULL ? key : "");
  show_remark (self);
}

static void
key_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  AtlasTileKeyPlace place = ATLAS_TILE_KEY_NOWHERE;
  g_autofree char *key = atlas_tile_key_load_finish (result, &place, &error);

  /* Otherwise nobody waits any longer, and the window may be gone. */
  if (error == NULL)
    take_key (data, key, place);
}

static void
stop_loading_key (AtlasPreferences *self)
{
  if (self->key_loading != NULL)
    g_cancellable_cancel (self->key_loading);
  g_clear_object (&self->key_loading);
}

/* The key belongs to the server that is chosen. */
static void
show_key (AtlasPreferences *self)
{
  g_autofree char *name = atlas_tile_control_get_key_name (self->settings);

  stop_loading_key (self);
  gtk_widget_set_visible (GTK_WIDGET (self->key), name != NULL);
  take_key (self, NULL, ATLAS_TILE_KEY_NOWHERE);
  if (name == NULL)
    return;

  self->key_loading = g_cancellable_new ();
  atlas_tile_key_load_async (name, self->key_loading, key_loaded_cb, self);
}

static void
key_stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AtlasPreferences *self = data;
  g_autoptr (GError) error = NULL;
  AtlasTileKeyPlace place = ATLAS_TILE_KEY_NOWHERE;
  gboolean stored = atlas_tile_key_store_finish (result, &place, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!stored)
    {
      say (self, error->message, TRUE);
      return;
    }

  self->key_place = place;
  atlas_tile_control_retry (self->tiles);
  show_remark (self);
}

static void
key_applied_cb (AtlasPreferences *self)
{
  g_autofree char *name = atlas_tile_control_get_key_name (self->settings);
  g_autofree char *key = g_strstrip (g_strdup (gtk_editable_get_text (self->key)));

  if (name == NULL)
    return;

  stop_loading_key (self);
  atlas_tile_key_store_async (name, key, self->cancellable, key_stored_cb, self);
}

static void
address_changed_cb (AtlasPreferences *self)
{
  if (!gtk_widget_has_css_class (GTK_WIDGET (self->address), "error"))
    return;

  gtk_widget_remove_css_class (GTK_WIDGET (self->address), "error");
  show_remark (self);
}

static void
address_applied_cb (AtlasPreferences *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->address)));
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTileTemplate) template = NULL;

  if (*text != '\0')
    template = atlas_tile_template_parse (text, &error);
  if (error == NULL)
    {
      g_settings_set_string (self->settings, "tiles-server", text);
      return;
    }

  gtk_widget_add_css_class (GTK_WIDGET (self->address), "error");
  say (self, error->message, TRUE);
}

static void
set_text (GtkEditable *entry, const char *text)
{
  if (!g_str_equal (gtk_editable_get_text (entry), text))
    gtk_editable_set_text (entry, text);
}

static void
show_address (AtlasPreferences *self)
{
  g_autofree char *address = g_settings_get_string (self->settings, "tiles-server");

  set_text (self->address, address);
  show_key (self);
}

static void
show_approval (AtlasPreferences *self)
{
  g_autofree char *approval = g_settings_get_string (self->settings, "approval");

  set_text (self->approval, approval);
}

static void
approval_applied_cb (AtlasPreferences *self)
{
  g_autofree char *number = atlas_map_wording_normalise_approval (
      gtk_editable_get_text (self->approval));

  g_settings_set_string (self->settings, "approval", number != NULL ? number : "");
  show_approval (self);
}

/* One that is chosen again may have been mended meanwhile. */
static void
take_file (AtlasPreferences *self, const char *path)
{
  g_autofree char *before = g_settings_get_string (self->settings, "tiles-file");
  g_autofree char *tiles = g_settings_get_string (self->settings, "tiles");

  if (g_str_equal (before, path) && g_str_equal (tiles, ATLAS_TILES_FILE))
    {
      atlas_tile_control_retry (self->tiles);
      return;
    }
  g_settings_set_string (self->settings, "tiles-file", path);
  g_settings_set_string (self->settings, "tiles", ATLAS_TILES_FILE);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AtlasPreferences *self = ATLAS_PREFERENCES (source);
  g_autoptr (GFile) file = atlas_file_choice_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  /* Nothing was chosen, or the window was closed meanwhile. */
  if (self->settings == NULL || file == NULL)
    return;

  if (path != NULL)
    take_file (self, path);
  else
    say (self, _ ("A file of tiles has to lie on a disk of this computer."), TRUE);
}

static void
choose_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const AtlasFileKind kind = { _ ("Map Tiles (MBTiles)"), "*.mbtiles" };

  atlas_file_choice_open (GTK_WINDOW (widget), _ ("Choose an MBTiles File"), &kind, file_chosen_cb,
                          NULL);
}

static void
atlas_preferences_dispose (GObject *object)
{
  AtlasPreferences *self = ATLAS_PREFERENCES (object);

  stop_loading_key (self);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->tiles);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (atlas_preferences_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/liaoning_atlas/Atlas/ui/atlas-preferences.ui");
  gtk_widget_class_bind_template_child (klass, AtlasPreferences, file_row);
  gtk_widget_class_bind_template_child (klass, AtlasPreferences, address);
  gtk_widget_class_bind_template_child (klass, AtlasPreferences, key);
  gtk_widget_class_bind_template_child (klass, AtlasPreferences, remark);
  gtk_widget_class_bind_template_child (klass, AtlasPreferences, opacity);
  gtk_widget_class_bind_template_child (klass, AtlasPreferences, badges);
  gtk_widget_class_bind_template_child (klass, AtlasPreferences, hatched);
  gtk_widget_class_bind_template_child (klass, AtlasPreferences, approval);
  gtk_widget_class_bind_template_callback (klass, address_applied_cb);
  gtk_widget_class_bind_template_callback (klass, address_changed_cb);
  gtk_widget_class_bind_template_callback (klass, key_applied_cb);
  gtk_widget_class_bind_template_callback (klass, approval_applied_cb);
}

static void
atlas_preferences_class_init (AtlasPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_preferences_dispose;
  gtk_widget_class_install_action (widget_class, "preferences.choose-file", NULL, choose_file);
  g_type_ensure (ATLAS_TYPE_CACHE_ROW);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  bind_template (widget_class);
}

static void
atlas_preferences_init (AtlasPreferences *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
bind_settings (AtlasPreferences *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GAction) tiles = g_settings_create_action (self->settings, "tiles");

  g_action_map_add_action (G_ACTION_MAP (group), tiles);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "choice", G_ACTION_GROUP (group));
  g_settings_bind (self->settings, "overlay-opacity",
                   gtk_range_get_adjustment (GTK_RANGE (self->opacity)), "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "badges", self->badges, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "hatched", self->hatched, "active", G_SETTINGS_BIND_DEFAULT);
}

/* What is typed is stored when it is applied; so these rows only follow. */
static void
follow_settings (AtlasPreferences *self)
{
  static const struct
  {
    const char *signal;
    void (*show) (AtlasPreferences *self);
  } follows[] = {
    { "changed::tiles", show_key },
    { "changed::tiles-file", show_file },
    { "changed::tiles-server", show_address },
    { "changed::approval", show_approval },
  };

  for (guint i = 0; i < G_N_ELEMENTS (follows); i++)
    {
      g_signal_connect_object (self->settings, follows[i].signal, G_CALLBACK (follows[i].show),
                               self, G_CONNECT_SWAPPED);
      follows[i].show (self);
    }
  g_signal_connect_object (self->tiles, "notify::problem", G_CALLBACK (show_remark), self,
                           G_CONNECT_SWAPPED);
}

/**
 * atlas_preferences_new:
 * @parent: the window it belongs to
 * @settings: what was chosen
 * @tiles: what opens the chosen tiles
 *
 * Returns: (transfer none): a new window, owned by GTK until it is closed
 */
GtkWidget *
atlas_preferences_new (GtkWindow *parent, GSettings *settings, AtlasTileControl *tiles)
{
  AtlasPreferences *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings) && ATLAS_IS_TILE_CONTROL (tiles), NULL);

  self = g_object_new (ATLAS_TYPE_PREFERENCES, "transient-for", parent, NULL);
  self->settings = g_object_ref (settings);
  self->tiles = g_object_ref (tiles);
  bind_settings (self);
  follow_settings (self);

  return GTK_WIDGET (self);
}
