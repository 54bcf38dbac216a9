/* atlas-window-output.c: the tiles under the map of the main window, and the map out of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-window-private.h"

#include <glib/gi18n.h>

#include "atlas-export-dialog.h"
#include "atlas-preferences.h"

/* As sharp as pictures in documents have to be. */
#define COPY_SCALE 2.0

static AtlasTileControl *
ensure_tiles (AtlasWindow *self)
{
  if (self->tiles == NULL)
    {
      self->tiles = atlas_tile_control_new (self->settings, self->map);
      atlas_notice_bar_set_control (self->notice_bar, self->tiles);
    }
  return self->tiles;
}

/* Tiles of others come once the map is there without them: a file that lies in a sleeping disk does
 * not hold up the start. */
static void
map_complete_cb (AtlasWindow *self)
{
  g_assert (ATLAS_IS_WINDOW (self));

  if (self->session == NULL || !atlas_map_view_is_complete (self->map))
    return;

  g_signal_handlers_disconnect_by_func (self->map, map_complete_cb, self);
  ensure_tiles (self);
}

/* Lets the map have the tiles that the settings choose, as soon as there is time. */
void
_atlas_window_init_tiles (AtlasWindow *self)
{
  g_signal_connect_object (self->map, "notify::complete", G_CALLBACK (map_complete_cb), self,
                           G_CONNECT_SWAPPED);
}

void
_atlas_window_show_preferences (AtlasWindow *self)
{
  gtk_window_present (
      GTK_WINDOW (atlas_preferences_new (GTK_WINDOW (self), self->settings, ensure_tiles (self))));
}

static void
say_saved (AtlasWindow *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *message = g_strdup_printf (_ ("Saved “%s”"), name);

  _atlas_window_say (self, message);
  adw_toast_set_button_label (self->toast, _ ("Open Folder"));
  adw_toast_set_action_target_value (self->toast, g_variant_new_bytestring (path));
  adw_toast_set_action_name (self->toast, "win.open-folder");
}

static void
saved_cb (AtlasWindow *self, const char *path, AtlasExportDialog *dialog)
{
  g_assert (ATLAS_IS_WINDOW (self));

  say_saved (self, path);
}

void
_atlas_window_export_map (AtlasWindow *self)
{
  GtkWidget *dialog = atlas_export_dialog_new (GTK_WINDOW (self), self->map, self->session);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
folder_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AtlasWindow *self = ATLAS_WINDOW (source);

  if (self->settings != NULL && !gtk_show_uri_full_finish (GTK_WINDOW (self), result, NULL))
    _atlas_window_say (self, _ ("There is no program to show the folder with."));
}

/* @path: (type filename): a file in it */
void
_atlas_window_open_folder (AtlasWindow *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = g_file_get_uri (folder);

  gtk_show_uri_full (GTK_WINDOW (self), uri, GDK_CURRENT_TIME, NULL, folder_opened_cb, NULL);
}

static void
rendered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AtlasWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = atlas_map_export_render_finish (result, &error);
  g_autoptr (GdkTexture) texture = NULL;

  /* The window was closed meanwhile. */
  if (self->settings == NULL)
    return;

  if (png != NULL)
    texture = gdk_texture_new_from_bytes (png, &error);
  if (texture != NULL)
    gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self)), texture);
  _atlas_window_say (self, texture != NULL ? _ ("Copied the map as a picture") : error->message);
}

void
_atlas_window_copy_map (AtlasWindow *self)
{
  const AtlasMapExportOptions options = {
    .scale = COPY_SCALE,
    .badges = atlas_map_view_get_badges (self->map),
    .hatched = atlas_map_view_get_hatched (self->map),
  };

  atlas_map_export_render_async (self->map, self->session, &options, NULL, rendered_cb,
                                 g_object_ref (self));
}
