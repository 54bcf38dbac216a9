/* test-project-filter.c: which of its projects a place shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-project-part.h"
#include "project-fixture.h"

static GtkDropDown *
get_drop_down (Fixture *fixture, guint i)
{
  GtkWidget *drop_down = find_nth (fixture->section, "GtkDropDown", i);

  g_assert_nonnull (drop_down);
  return GTK_DROP_DOWN (drop_down);
}

static const char *
get_choice (GtkDropDown *drop_down, guint i)
{
  return gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (drop_down)), i);
}

/* The filter is the session's: the drop-downs show it, set it, and count what each choice leaves.
 */
static void
test_drop_downs (Fixture *fixture, gconstpointer data)
{
  guint n_all;
  guint n_continuing;
  g_autofree char *title = NULL;
  g_autofree char *choice = NULL;
  g_autofree char *spoken = NULL;

  show_place (fixture, XINGCHENG);
  n_all = atlas_profile_get_projects (fixture->profile)->len;
  n_continuing = atlas_project_parts_count (fixture->profile, NULL, "continuing");
  g_assert_cmpuint (count_rows (fixture->section), ==, n_all);
  choice = g_strdup_printf ("Continuing or ongoing · %u", n_continuing);
  g_assert_cmpstr (get_choice (get_drop_down (fixture, 0), 0), ==, "All stages");
  g_assert_cmpstr (get_choice (get_drop_down (fixture, 0), 4), ==, choice);
  g_assert_cmpstr (get_choice (get_drop_down (fixture, 1), 0), ==, "All periods");
  g_assert_cmpstr (get_choice (get_drop_down (fixture, 1), 2), ==, "2024年 · 2");

  gtk_test_accessible_assert_property (get_drop_down (fixture, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Stage");

  gtk_drop_down_set_selected (get_drop_down (fixture, 0), 4);
  spoken = g_strdup_printf ("Stage: Continuing or ongoing · %u", n_continuing);
  gtk_test_accessible_assert_property (find_nth (fixture->section, "GtkToggleButton", 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, spoken);
  g_assert_cmpstr (atlas_session_get_project_stage (fixture->session), ==, "continuing");
  g_assert_cmpuint (count_rows (fixture->section), ==, n_continuing);
  title = g_strdup_printf ("Projects · %u of %u", n_continuing, n_all);
  g_assert_nonnull (find_label (fixture->section, title));
  g_assert_cmpstr (get_choice (get_drop_down (fixture, 1), 2), ==, "2024年 · 0");

  atlas_session_set_project_stage (fixture->session, NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (get_drop_down (fixture, 0)), ==, 0);
  g_assert_cmpuint (count_rows (fixture->section), ==, n_all);
  g_assert_cmpstr (get_choice (get_drop_down (fixture, 1), 2), ==, "2024年 · 2");

  gtk_drop_down_set_selected (get_drop_down (fixture, 1), 2);
  g_assert_cmpstr (atlas_session_get_project_period (fixture->session), ==, "2024");
  g_assert_cmpuint (count_rows (fixture->section), ==, 2);
  g_assert_nonnull (find_label (find_row (fixture->section, "葫芦岛兴城抽水蓄能电站"), "有序推进"));
}

static GtkWidget *
find_show_all (Fixture *fixture)
{
  GtkWidget *label = find_label (fixture->section, "Show All");

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

/* One click beside the drop-downs takes both filters away, whatever they leave. */
static void
test_show_all (Fixture *fixture, gconstpointer data)
{
  show_place (fixture, XINGCHENG);
  g_assert_null (find_show_all (fixture));
  gtk_drop_down_set_selected (get_drop_down (fixture, 0), 4);
  g_assert_nonnull (find_show_all (fixture));
  gtk_drop_down_set_selected (get_drop_down (fixture, 1), 2);
  g_assert_cmpuint (count_rows (fixture->section), ==, 0);
  g_assert_true (gtk_widget_get_parent (find_show_all (fixture))
                 == gtk_widget_get_parent (GTK_WIDGET (get_drop_down (fixture, 0))));

  gtk_widget_grab_focus (find_show_all (fixture));
  g_signal_emit_by_name (find_show_all (fixture), "clicked");
  g_assert_null (atlas_session_get_project_stage (fixture->session));
  g_assert_null (atlas_session_get_project_period (fixture->session));
  g_assert_null (find_show_all (fixture));
  g_assert_cmpuint (count_rows (fixture->section), ==,
                    atlas_profile_get_projects (fixture->profile)->len);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                         GTK_WIDGET (get_drop_down (fixture, 0))));
}

/* The filter goes along to the next place, which says so where it leaves nothing. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  atlas_session_set_project_stage (fixture->session, "done");
  show_place (fixture, WAFANGDIAN);
  g_assert_nonnull (find_label (fixture->section, "Projects · 0 of 1"));
  g_assert_nonnull (
      find_label (fixture->section, "No project of 瓦房店市 fits this stage and period."));
  g_assert_cmpuint (gtk_drop_down_get_selected (get_drop_down (fixture, 0)), ==, 5);
  g_assert_cmpuint (count_rows (fixture->section), ==, 0);

  button = find_show_all (fixture);
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_null (atlas_session_get_project_stage (fixture->session));
  g_assert_cmpuint (count_rows (fixture->section), ==, 1);
  g_assert_null (find_show_all (fixture));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window))
                 == find_row (fixture->section, "庄河至瓦房店高速"));
}

int
main (int argc, char *argv[])
{
  init_test (&argc, &argv);

  ADD ("/project-filter/drop-downs", test_drop_downs);
  ADD ("/project-filter/show-all", test_show_all);
  ADD ("/project-filter/kept", test_kept);

  return g_test_run ();
}
