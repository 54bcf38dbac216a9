/* project-fixture.h: the projects of a place in a window of their own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-project-group.h"
#include "atlas-project-row.h"
#include "atlas-project-section.h"
#include "atlas-wording.h"
#include "widget-tree.h"

#define HULUDAO "211400"
#define LIAOYANG "211000"
#define SHENYANG "210100"
#define WAFANGDIAN "210281"
#define XINGCHENG "211481"

typedef struct
{
  AtlasCatalog *catalog;
  AtlasSession *session;
  AtlasProfile *profile;
  GtkWidget *window;
  GtkWidget *section;
} Fixture;

G_GNUC_UNUSED static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalog = atlas_catalog_open (g_getenv ("ATLAS_TEST_DATABASE"), &error);
  g_assert_no_error (error);
  fixture->session = atlas_session_new (fixture->catalog);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 380, 700);
}

G_GNUC_UNUSED static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->profile);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->catalog);
}

G_GNUC_UNUSED static AtlasPlace *
get_place (Fixture *fixture, const char *code)
{
  AtlasPlace *place = atlas_catalog_get_place (fixture->catalog, code);

  g_assert_nonnull (place);
  return place;
}

G_GNUC_UNUSED static void
load_profile (Fixture *fixture, const char *code)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->profile);
  fixture->profile = atlas_catalog_load_profile (fixture->catalog, get_place (fixture, code),
                                                 &error);
  g_assert_no_error (error);
}

G_GNUC_UNUSED static void
show_place (Fixture *fixture, const char *code)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  load_profile (fixture, code);
  fixture->section = atlas_project_section_new (fixture->session, fixture->profile);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), fixture->section);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (gtk_widget_get_height (fixture->section) > 0);
}

G_GNUC_UNUSED static gboolean
match_project (GtkWidget *widget, gconstpointer data)
{
  return ATLAS_IS_PROJECT_ROW (widget) && find_label (widget, data) != NULL;
}

G_GNUC_UNUSED static GtkWidget *
find_row (GtkWidget *root, const char *name)
{
  guint skip = 0;
  GtkWidget *row = find_widget (root, match_project, name, &skip);

  g_assert_nonnull (row);
  return row;
}

G_GNUC_UNUSED static gboolean
match_group (GtkWidget *widget, gconstpointer data)
{
  return ATLAS_IS_PROJECT_GROUP (widget)
         && g_str_equal (atlas_project_group_get_category (ATLAS_PROJECT_GROUP (widget)), data);
}

G_GNUC_UNUSED static GtkWidget *
find_group (GtkWidget *root, const char *category)
{
  guint skip = 0;
  GtkWidget *group = find_widget (root, match_group, category, &skip);

  g_assert_nonnull (group);
  return group;
}

G_GNUC_UNUSED static GtkWidget *
find_panel (Fixture *fixture, guint i)
{
  GtkWidget *panel = find_nth (fixture->section, "AtlasProjectPanel", i);

  g_assert_nonnull (panel);
  return panel;
}

G_GNUC_UNUSED static guint
count_rows (GtkWidget *root)
{
  return count_type (root, "AtlasProjectRow");
}

G_GNUC_UNUSED static void
assert_expanded (GtkWidget *row, gboolean expanded)
{
  g_assert_cmpint (atlas_disclosure_row_get_expanded (ATLAS_DISCLOSURE_ROW (row)), ==, expanded);
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_EXPANDED, expanded);
}

static inline void
init_test (int *argc, char ***argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (argc, argv);
  adw_init ();
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
