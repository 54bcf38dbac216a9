/* test-changes-view.c: what is new, what continues and what is no longer mentioned
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "atlas-changes-button.h"
#include "atlas-changes.h"
#include "atlas-evidence.h"
#include "widget-tree.h"

#define LIAOYANG "211000"

typedef struct
{
  AtlasCatalog *catalog;
  AtlasSession *session;
  AtlasProfile *profile;
  GPtrArray *changes;
  GtkWidget *window;
  GtkWidget *part;
} Fixture;

static AtlasProfile *
load_profile (AtlasCatalog *catalog, const char *code)
{
  g_autoptr (GError) error = NULL;
  AtlasProfile *profile = atlas_catalog_load_profile (
      catalog, atlas_catalog_get_place (catalog, code), &error);

  g_assert_no_error (error);
  return profile;
}

static void
set_up (Fixture *fixture, gconstpointer code)
{
  g_autoptr (GError) error = NULL;

  fixture->catalog = atlas_catalog_open (g_getenv ("ATLAS_TEST_DATABASE"), &error);
  g_assert_no_error (error);
  fixture->session = atlas_session_new (fixture->catalog);
  fixture->profile = load_profile (fixture->catalog, code);
  fixture->changes = atlas_changes_compute (fixture->profile, "2026-2030");
  fixture->part = atlas_changes_button_new (fixture->session, fixture->profile);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->part);
}

static void
tear_down (Fixture *fixture, gconstpointer code)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_pointer (&fixture->changes, g_ptr_array_unref);
  g_assert_finalize_object (fixture->profile);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->catalog);
}

static GtkWidget *
get_button (Fixture *fixture)
{
  return find_nth (fixture->part, "GtkToggleButton", 0);
}

/* One step: nothing but the button is to be pressed. */
static void
open_view (Fixture *fixture)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_button (fixture)), TRUE);
}

static void
unfold (Fixture *fixture)
{
  GtkWidget *fold;

  for (guint i = 0; (fold = find_nth (fixture->part, "GtkExpander", i)) != NULL; i++)
    gtk_expander_set_expanded (GTK_EXPANDER (fold), TRUE);
}

static gboolean
match_class (GtkWidget *widget, gconstpointer css_class)
{
  return gtk_widget_has_css_class (widget, css_class);
}

static guint
count_class (GtkWidget *root, const char *css_class)
{
  for (guint n = 0;; n++)
    {
      guint skip = n;

      if (find_widget (root, match_class, css_class, &skip) == NULL)
        return n;
    }
}

static guint
count_changes (Fixture *fixture, AtlasChangeKind kind)
{
  guint n = 0;

  for (guint i = 0; i < fixture->changes->len; i++)
    n += ((const AtlasChange *) g_ptr_array_index (fixture->changes, i))->kind == kind;
  return n;
}

static GtkWidget *
find_section (Fixture *fixture, const char *title)
{
  GtkWidget *widget = find_label (fixture->part, title);

  while (widget != NULL && !gtk_widget_has_css_class (widget, "section"))
    widget = gtk_widget_get_parent (widget);
  return widget;
}

static void
test_button (Fixture *fixture, gconstpointer code)
{
  GtkWidget *button = get_button (fixture);

  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==,
                   "Compared with “十四五”, 2024年");
  gtk_test_accessible_assert_state (button, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  g_assert_cmpuint (count_class (fixture->part, "changes"), ==, 0);

  open_view (fixture);
  gtk_test_accessible_assert_state (button, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  g_assert_cmpuint (count_class (fixture->part, "changes"), ==, 1);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
  g_assert_cmpuint (count_class (fixture->part, "changes"), ==, 0);
}

/* Every change is there once, in its group, with all evidence of both times. */
static void
test_groups (Fixture *fixture, gconstpointer code)
{
  static const char *const titles[] = { [ATLAS_CHANGE_NEW] = "New: only in “十五五”",
                                        [ATLAS_CHANGE_CONTINUED] = "Continued",
                                        [ATLAS_CHANGE_GONE] = "No longer mentioned in “十五五”" };
  guint n_citations = 0;

  open_view (fixture);
  unfold (fixture);
  for (AtlasChangeKind kind = 0; kind < ATLAS_N_CHANGE_KINDS; kind++)
    {
      GtkWidget *section = find_section (fixture, titles[kind]);

      g_assert_nonnull (section);
      g_assert_cmpuint (count_changes (fixture, kind), >, 0);
      g_assert_cmpuint (count_class (section, "change"), ==, count_changes (fixture, kind));
    }
  for (guint i = 0; i < fixture->changes->len; i++)
    {
      const AtlasChange *change = g_ptr_array_index (fixture->changes, i);

      n_citations += change->newer != NULL ? change->newer->citations->len : 0;
      n_citations += change->older != NULL ? change->older->citations->len : 0;
    }
  g_assert_cmpuint (count_type (fixture->part, "AtlasEvidence"), ==, n_citations);
}

/* “No longer mentioned” must not be read as “given up”, nor “new” as “begun”. */
static void
test_scope_is_said (Fixture *fixture, gconstpointer code)
{
  open_view (fixture);
  g_assert_nonnull (find_label (fixture->part,
                                "The documents differ in scope and detail, and of some only a "
                                "part was at hand. What follows compares their words: that only "
                                "one mentions something does not mean that it was begun or given "
                                "up."));
}

/* 沈辽鞍城际: 建设 in 2021, 研究论证 in 2026 */
static void
test_status_of_both_times (Fixture *fixture, gconstpointer code)
{
  GtkWidget *section;

  open_view (fixture);
  section = find_section (fixture, "Continued");
  g_assert_nonnull (find_label (section, "沈阳至辽阳至鞍山城际铁路"));
  g_assert_nonnull (find_label (section, "研究论证"));
  g_assert_nonnull (find_label (section, "“十四五” · 建设: 沈辽鞍城际铁路项目"));
}

/* Several hundred projects are counted, and not made before somebody asks for them. */
static void
test_projects_are_folded (Fixture *fixture, gconstpointer code)
{
  GtkWidget *section;
  guint n_open;

  open_view (fixture);
  section = find_section (fixture, "No longer mentioned in “十五五”");
  n_open = count_class (section, "change");
  g_assert_cmpuint (n_open, <, 100);
  g_assert_cmpuint (count_changes (fixture, ATLAS_CHANGE_GONE), >, 300);
  g_assert_cmpuint (count_type (section, "GtkExpander"), >, 3);
  gtk_expander_set_expanded (GTK_EXPANDER (find_nth (section, "GtkExpander", 0)), TRUE);
  g_assert_cmpuint (count_class (section, "change"), >, n_open);
}

static void
test_nothing_to_compare (void)
{
  g_autoptr (AtlasCatalog) catalog = atlas_catalog_open (g_getenv ("ATLAS_TEST_DATABASE"), NULL);
  g_autoptr (AtlasSession) session = atlas_session_new (catalog);
  /* No older document speaks of it. */
  g_autoptr (AtlasProfile) profile = load_profile (catalog, "210123");

  g_assert_false (atlas_changes_is_possible (profile, "2026-2030"));
  g_assert_null (atlas_changes_button_new (session, profile));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/changes-view/" name, Fixture, LIAOYANG, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv);
  adw_init ();

  ADD ("button", test_button);
  ADD ("groups", test_groups);
  ADD ("scope-is-said", test_scope_is_said);
  ADD ("status-of-both-times", test_status_of_both_times);
  ADD ("projects-are-folded", test_projects_are_folded);
  g_test_add_func ("/changes-view/nothing-to-compare", test_nothing_to_compare);

  return g_test_run ();
}
