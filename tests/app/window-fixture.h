/* window-fixture.h: a main window with settings of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#define G_SETTINGS_ENABLE_BACKEND

#include <gio/gsettingsbackend.h>
#include <glib/gstdio.h>

#include "atlas-application.h"
#include "config.h"
#include "widget-tree.h"

typedef struct
{
  GSettings *settings;
  AtlasWindow *window;
  char *directory;
} Fixture;

/* One for the process, as in the program. */
static AtlasApplication *application;
static GSettings *application_settings;

G_GNUC_UNUSED static void
reset_settings (void)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (application_settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (application_settings, keys[i]);
}

G_GNUC_UNUSED static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->directory = g_dir_make_tmp ("atlas-window-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->settings = application_settings;
  fixture->window = atlas_application_open_window (application);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
}

/* Every test ends with the window finalized; the map's workers may hold it for a moment. */
G_GNUC_UNUSED static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (fixture->window == NULL);

  reset_settings ();
  g_assert_no_errno (g_rmdir (fixture->directory));
  g_free (fixture->directory);
}

G_GNUC_UNUSED static void
start_application (void)
{
  g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();
  g_autoptr (GError) error = NULL;

  application_settings = g_settings_new_with_backend (ATLAS_APP_ID, backend);
  application = atlas_application_new (g_getenv ("ATLAS_TEST_DATABASE"), application_settings);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
}

G_GNUC_UNUSED static void
present (Fixture *fixture, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (fixture->window))
              && gtk_widget_get_width (GTK_WIDGET (fixture->window)) > 1);
}

/* A part of the window's template, shown or not. */
G_GNUC_UNUSED static gpointer
get_part (Fixture *fixture, const char *id)
{
  GObject *part = gtk_widget_get_template_child (GTK_WIDGET (fixture->window), ATLAS_TYPE_WINDOW,
                                                 id);

  g_assert_nonnull (part);

  return part;
}

G_GNUC_UNUSED static GtkWidget *
get_search_text (Fixture *fixture)
{
  return find_nth (get_part (fixture, "search_box"), "GtkText", 0);
}

G_GNUC_UNUSED static gboolean
activate (Fixture *fixture, const char *action)
{
  return gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
}

G_GNUC_UNUSED static AtlasPlace *
get_place (Fixture *fixture, const char *code)
{
  return atlas_catalog_get_place (
      atlas_session_get_catalog (atlas_window_get_session (fixture->window)), code);
}

G_GNUC_UNUSED static gboolean
get_split_flag (Fixture *fixture, const char *property)
{
  gboolean value;

  g_object_get (get_part (fixture, "split"), property, &value, NULL);

  return value;
}

G_GNUC_UNUSED static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (get_part (fixture, "stack")));
}

G_GNUC_UNUSED static const char *
get_view (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (get_part (fixture, "views"));
}

G_GNUC_UNUSED static void
show_view (Fixture *fixture, const char *view)
{
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-view", "s", view));
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

/* Before the tests are added. */
static inline void
init_window_tests (int *argc, char ***argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  gtk_test_init (argc, argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  start_application ();
}
