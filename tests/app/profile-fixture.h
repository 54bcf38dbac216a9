/* profile-fixture.h: the profile pane in a window of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-chip.h"
#include "atlas-profile-pane.h"
#include "widget-tree.h"

typedef struct
{
  AtlasCatalog *catalog;
  AtlasSession *session;
  GtkWidget *window;
  GtkWidget *pane;
  char *message;
} Fixture;

static inline void
copied_cb (Fixture *fixture, const char *message)
{
  g_free (fixture->message);
  fixture->message = g_strdup (message);
}

/* Takes @catalog over. */
static inline void
show_catalog (Fixture *fixture, AtlasCatalog *catalog)
{
  fixture->catalog = catalog;
  fixture->session = atlas_session_new (fixture->catalog);
  fixture->pane = atlas_profile_pane_new ();
  atlas_profile_pane_set_session (ATLAS_PROFILE_PANE (fixture->pane), fixture->session);
  g_signal_connect_swapped (fixture->pane, "copied", G_CALLBACK (copied_cb), fixture);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 420, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->pane);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (gtk_widget_get_height (fixture->pane) > 0);
}

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  AtlasCatalog *catalog = atlas_catalog_open (g_getenv ("ATLAS_TEST_DATABASE"), &error);

  g_assert_no_error (error);
  show_catalog (fixture, catalog);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->catalog);
  g_free (fixture->message);
}

/* What stands below in a profile comes in an idle moment. */
static inline void
wait_for_sections (Fixture *fixture)
{
  wait_until (atlas_profile_pane_is_complete (ATLAS_PROFILE_PANE (fixture->pane)));
}

static inline void
select_place (Fixture *fixture, const char *code)
{
  AtlasPlace *place = atlas_catalog_get_place (fixture->catalog, code);

  g_assert_nonnull (place);
  atlas_session_set_selected (fixture->session, place);
  wait_for_sections (fixture);
}

G_GNUC_UNUSED static void
assert_selected (Fixture *fixture, const char *code)
{
  AtlasPlace *place = atlas_session_get_selected (fixture->session);

  g_assert_nonnull (place);
  g_assert_cmpstr (atlas_place_get_code (place), ==, code);
  wait_for_sections (fixture);
}

G_GNUC_UNUSED static void
click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* The section under the heading @title. */
G_GNUC_UNUSED static GtkWidget *
find_section (Fixture *fixture, const char *title)
{
  GtkWidget *widget = find_label (fixture->pane, title);

  while (widget != NULL && !gtk_widget_has_css_class (widget, "section"))
    widget = gtk_widget_get_parent (widget);
  return widget;
}

/* The n-th chip of a section. */
G_GNUC_UNUSED static GtkWidget *
get_chip (Fixture *fixture, const char *title, guint n)
{
  GtkWidget *section = find_section (fixture, title);

  g_assert_nonnull (section);
  return find_nth (section, "AtlasChip", n);
}

G_GNUC_UNUSED static GtkWidget *
get_toggle (GtkWidget *chip)
{
  g_assert_nonnull (chip);
  return find_nth (chip, "GtkToggleButton", 0);
}

/* The chip below @root that says @name. */
G_GNUC_UNUSED static GtkWidget *
find_chip (GtkWidget *root, const char *name)
{
  GtkWidget *chip;

  for (guint i = 0; (chip = find_nth (root, "AtlasChip", i)) != NULL; i++)
    if (find_label (chip, name) != NULL)
      break;
  return chip;
}

static inline gboolean
match_prefix (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), data);
}

G_GNUC_UNUSED static GtkWidget *
find_label_with_prefix (GtkWidget *root, const char *prefix)
{
  guint skip = 0;

  return find_widget (root, match_prefix, prefix, &skip);
}

G_GNUC_UNUSED static gboolean
is_active (GtkWidget *chip)
{
  g_assert_nonnull (chip);
  return atlas_chip_get_active (ATLAS_CHIP (chip));
}

G_GNUC_UNUSED static GtkWidget *
get_panel (Fixture *fixture)
{
  return find_nth (fixture->pane, "AtlasTopicPanel", 0);
}

G_GNUC_UNUSED static void
open_fold (GtkWidget *root, const char *title)
{
  GtkWidget *label = find_label_with_prefix (root, title);

  g_assert_nonnull (label);
  gtk_expander_set_expanded (GTK_EXPANDER (gtk_widget_get_ancestor (label, GTK_TYPE_EXPANDER)),
                             TRUE);
}

static inline void
text_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, &error);
  g_assert_no_error (error);
}

G_GNUC_UNUSED static char *
read_clipboard (Fixture *fixture)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->pane), NULL, text_read_cb,
                                 &text);
  wait_until (text != NULL);
  return text;
}

G_GNUC_UNUSED static void
assert_clipboard (Fixture *fixture, const char *expected)
{
  g_autofree char *text = read_clipboard (fixture);

  g_assert_cmpstr (text, ==, expected);
}

static inline void
init_test (int *argc, char ***argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (argc, argv);
  adw_init ();
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
