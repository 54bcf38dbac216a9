/* atlas-window-state.c: what the main window remembers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-window-private.h"

#include "atlas-map-theme.h"
#include "atlas-map-wording.h"

/* A theme that this data set lacks, as one of another edition may be, is not taken over; GSettings
 * then gives the default. */
static gboolean
read_theme (GValue *value, GVariant *variant, gpointer data)
{
  g_autoptr (AtlasMapTheme) theme = atlas_map_theme_parse (
      ATLAS_CATALOG (data), g_variant_get_string (variant, NULL), NULL);

  if (theme != NULL)
    g_value_take_string (value, atlas_map_theme_to_string (theme));
  return theme != NULL;
}

/* Without a number of the office's own the map has that of the data set. */
static gboolean
read_approval (GValue *value, GVariant *variant, gpointer data)
{
  g_value_take_string (value,
                       atlas_map_wording_normalise_approval (g_variant_get_string (variant, NULL)));
  return TRUE;
}

static void
bind_map (AtlasWindow *self)
{
  static const char *const keys[] = { "badges", "hatched", "overlay-opacity" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_bind (self->settings, keys[i], self->map, keys[i], G_SETTINGS_BIND_GET);
  g_settings_bind_with_mapping (self->settings, "approval", self->map, "approval",
                                G_SETTINGS_BIND_GET, read_approval, NULL, NULL, NULL);
}

/* Lets @session begin with the theme that was chosen last, and the settings follow it. */
void
_atlas_window_bind_theme (AtlasWindow *self, AtlasSession *session)
{
  g_settings_bind_with_mapping (self->settings, "theme", session, "theme", G_SETTINGS_BIND_DEFAULT,
                                read_theme, NULL,
                                g_object_ref (atlas_session_get_catalog (session)), g_object_unref);
}

void
_atlas_window_restore_state (AtlasWindow *self)
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
  bind_map (self);
}

void
_atlas_window_save_state (AtlasWindow *self)
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
