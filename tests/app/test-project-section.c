/* test-project-section.c.new: the projects of a place, their groups and their filter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-project-part.h"
#include "project-fixture.h"

/* Few projects stand below each other, with their category, and nothing to filter. */
static void
test_few (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  show_place (fixture, WAFANGDIAN);
  g_assert_nonnull (find_label (fixture->section, "Projects · 1"));
  g_assert_nonnull (find_label (fixture->section, "“十五五”"));
  g_assert_cmpuint (count_rows (fixture->section), ==, 1);
  g_assert_cmpuint (count_type (fixture->section, "AtlasProjectGroup"), ==, 0);
  g_assert_cmpuint (count_type (fixture->section, "GtkDropDown"), ==, 0);

  row = find_row (fixture->section, "庄河至瓦房店高速");
  g_assert_nonnull (find_label (row, "公路"));
  g_assert_true (gtk_widget_has_css_class (find_label (row, "规划建设"), "preparation"));
  g_assert_cmpuint (count_type (row, "AtlasEvidence"), ==, 1);
  g_assert_null (find_label (row, "inferred"));
  g_assert_null (find_label (row, "2 documents"));
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  GListModel *places = atlas_catalog_get_places (fixture->catalog);
  guint n_empty = 0;

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);
      g_autofree char *sentence = g_strdup_printf ("No document ties a project to %s.",
                                                   atlas_place_get_name (place));

      if (atlas_place_get_n_projects (place) > 0 || n_empty == 3)
        continue;
      show_place (fixture, atlas_place_get_code (place));
      g_assert_nonnull (find_label (fixture->section, "Projects"));
      g_assert_nonnull (find_label (fixture->section, sentence));
      g_assert_cmpuint (count_rows (fixture->section), ==, 0);
      g_assert_null (find_nth (fixture->section, "GtkButton", 0));
      n_empty++;
    }
  g_assert_cmpuint (n_empty, >, 0);
}

static void
test_inferred (Fixture *fixture, gconstpointer data)
{
  const char *reason = "徐大堡镇属兴城市，徐大堡核电厂在兴城市";
  GtkWidget *row;
  GtkWidget *mark;
  g_autofree char *text = g_strconcat ("Inferred: ", reason, NULL);
  g_autofree char *spoken = g_strconcat (text, ", Stage: Continuing", NULL);
  g_autofree char *detail = NULL;

  show_place (fixture, XINGCHENG);
  row = find_row (fixture->section, "徐大堡核电1—4号机组");
  mark = find_label (row, "inferred");
  g_assert_nonnull (mark);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (mark), ==, text);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken);
  g_assert_true (gtk_widget_activate (row));
  detail = g_strconcat ("兴城市 is inferred: ", reason, NULL);
  g_assert_nonnull (find_label (row, detail));
  g_assert_null (find_label (find_row (fixture->section, "葫芦岛兴城抽水蓄能电站"), "inferred"));
}

/* A city shows which of its counties carries a project; the county need not. */
static void
test_county_of_city (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel;

  show_place (fixture, HULUDAO);
  panel = find_panel (fixture, 0);
  g_assert_true (gtk_widget_activate (find_group (panel, "能源")));
  g_assert_nonnull (find_label (find_row (panel, "徐大堡核电1—4号机组"), "兴城市"));
  show_place (fixture, XINGCHENG);
  g_assert_null (find_label (find_row (fixture->section, "徐大堡核电1—4号机组"), "兴城市"));
}

/* What only older documents say stands under their period and title, after all of the newest. */
static void
test_older (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;
  GtkWidget *heading;

  show_place (fixture, XINGCHENG);
  heading = find_label (fixture->section, "2024年 · 《2024年省政府工作报告》");
  g_assert_nonnull (heading);
  gtk_test_accessible_assert_role (heading, GTK_ACCESSIBLE_ROLE_HEADING);
  row = find_row (fixture->section, "徐大堡核电基地");
  g_assert_true (gtk_widget_is_ancestor (row, find_panel (fixture, 1)));
  g_assert_true (gtk_widget_is_ancestor (find_row (fixture->section, "徐大堡核电1—4号机组"),
                                         find_panel (fixture, 0)));
  show_place (fixture, LIAOYANG);
  g_assert_nonnull (
      find_label (fixture->section, "“十四五” · 《辽阳市“十四五”规划纲要》, March 2021"));
}

/* Each category is a heading with the number of its projects; its rows exist while it is open. */
static void
test_groups (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel;
  guint n_groups;
  guint n_shown = 0;

  show_place (fixture, SHENYANG);
  panel = find_panel (fixture, 0);
  n_groups = count_type (panel, "AtlasProjectGroup");
  g_assert_cmpuint (n_groups, >, 5);
  g_assert_cmpuint (count_rows (panel), ==, 0);

  for (guint i = 0; i < n_groups; i++)
    {
      GtkWidget *group = find_nth (panel, "AtlasProjectGroup", i);
      guint before = count_rows (panel);
      guint n;
      g_autofree char *text = NULL;
      g_autofree char *name = NULL;

      assert_expanded (group, FALSE);
      g_assert_true (gtk_widget_activate (group));
      assert_expanded (group, TRUE);
      n = count_rows (panel) - before;
      text = g_strdup_printf ("%u", n);
      g_assert_nonnull (find_label (group, text));
      name = g_strdup_printf (n == 1 ? "%s, %u project" : "%s, %u projects",
                              atlas_project_group_get_category (ATLAS_PROJECT_GROUP (group)), n);
      gtk_test_accessible_assert_property (group, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
      n_shown += n;
    }
  g_assert_cmpuint (n_shown, ==, count_rows (panel));
  g_assert_cmpuint (n_shown, >, 12);

  g_assert_true (gtk_widget_activate (find_group (panel, "公路")));
  g_assert_cmpuint (count_rows (panel), <, n_shown);
}

static void
assert_before (GtkWidget *panel, const char *first, const char *second)
{
  GtkWidget *a = find_group (panel, first);
  GtkWidget *b = find_group (panel, second);

  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (a)), <,
                   gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (b)));
}

static void
test_category_order (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel;

  show_place (fixture, LIAOYANG);
  panel = find_panel (fixture, 1);
  assert_before (panel, "综合交通", "公路");
  assert_before (panel, "公路", "能源");
  assert_before (panel, "能源", "水利");
  assert_before (panel, "水利", "产业");
  assert_before (panel, "产业", "文化旅游");
  assert_before (panel, "文化旅游", "公共安全");
}

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
test_filter (Fixture *fixture, gconstpointer data)
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
  choice = g_strdup_printf ("Continuing · %u", n_continuing);
  g_assert_cmpstr (get_choice (get_drop_down (fixture, 0), 0), ==, "All stages");
  g_assert_cmpstr (get_choice (get_drop_down (fixture, 0), 4), ==, choice);
  g_assert_cmpstr (get_choice (get_drop_down (fixture, 1), 0), ==, "All periods");
  g_assert_cmpstr (get_choice (get_drop_down (fixture, 1), 2), ==, "2024年 · 2");

  gtk_test_accessible_assert_property (get_drop_down (fixture, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Stage");

  gtk_drop_down_set_selected (get_drop_down (fixture, 0), 4);
  spoken = g_strdup_printf ("Stage: Continuing · %u", n_continuing);
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

/* The filter goes along to the next place, which says so where it leaves nothing. */
static void
test_filter_is_kept (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  atlas_session_set_project_stage (fixture->session, "done");
  show_place (fixture, WAFANGDIAN);
  g_assert_nonnull (find_label (fixture->section, "Projects · 0 of 1"));
  g_assert_nonnull (
      find_label (fixture->section, "No project of 瓦房店市 fits this stage and period."));
  g_assert_cmpuint (gtk_drop_down_get_selected (get_drop_down (fixture, 0)), ==, 5);
  g_assert_cmpuint (count_rows (fixture->section), ==, 0);

  button = gtk_widget_get_ancestor (find_label (fixture->section, "Show All"), GTK_TYPE_BUTTON);
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_null (atlas_session_get_project_stage (fixture->session));
  g_assert_cmpuint (count_rows (fixture->section), ==, 1);
  g_assert_null (find_label (fixture->section, "Show All"));
  g_assert_true (
      gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), fixture->section));
}

/* Why a whole document is tied to a place is said once, and not of each of its projects. */
static void
test_common_reason (Fixture *fixture, gconstpointer data)
{
  const char *const prefix = "Inferred for ";
  const char *const suffix = " of these projects: 辽阳市规划所列项目，文中未写明县（市）区.";
  GtkWidget *panel;
  const char *sentence;

  atlas_session_set_project_period (fixture->session, "2021-2025");
  show_place (fixture, LIAOYANG);
  panel = find_panel (fixture, 0);
  sentence = gtk_label_get_text (GTK_LABEL (find_nth (panel, "GtkLabel", 0)));
  g_assert_true (g_str_has_prefix (sentence, prefix));
  g_assert_true (g_str_has_suffix (sentence, suffix));
  g_assert_true (gtk_widget_activate (find_group (panel, "数字")));
  g_assert_cmpuint (count_rows (panel), >, 12);
  g_assert_null (find_label (panel, "inferred"));
  g_assert_true (gtk_widget_activate (find_group (panel, "商贸物流")));
  g_assert_nonnull (find_label (panel, "inferred"));
}

/* A group that was open is open still when the filter has changed what it holds. */
static void
test_groups_stay_open (Fixture *fixture, gconstpointer data)
{
  show_place (fixture, LIAOYANG);
  g_assert_true (gtk_widget_activate (find_group (find_panel (fixture, 1), "公路")));
  atlas_session_set_project_stage (fixture->session, "under-way");
  assert_expanded (find_group (find_panel (fixture, 1), "公路"), TRUE);
  assert_expanded (find_group (find_panel (fixture, 1), "产业"), FALSE);
}

/* All of it fits the narrowest pane, and the numbers can be hit. */
static void
test_sizes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  GtkWidget *panel;
  int minimum;

  gtk_css_provider_load_from_resource (style, "/io/github/liaoning_atlas/Atlas/style.css");
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (fixture->window),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  show_place (fixture, LIAOYANG);
  panel = find_panel (fixture, 1);
  g_assert_true (gtk_widget_activate (find_group (panel, "产业")));
  g_assert_true (gtk_widget_activate (find_nth (panel, "AtlasProjectRow", 0)));
  gtk_widget_measure (fixture->section, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 256);
  gtk_style_context_remove_provider_for_display (gtk_widget_get_display (fixture->window),
                                                 GTK_STYLE_PROVIDER (style));
}

/* How long the largest place takes; read, not judged. */
static void
test_time (Fixture *fixture, gconstpointer data)
{
  gint64 start = g_get_monotonic_time ();
  gint64 loaded;
  gint64 built;
  GtkWidget *panel;

  load_profile (fixture, LIAOYANG);
  loaded = g_get_monotonic_time ();
  show_place (fixture, LIAOYANG);
  built = g_get_monotonic_time ();
  panel = find_panel (fixture, 1);
  g_assert_cmpuint (count_rows (fixture->section), <=, 24);
  g_assert_true (gtk_widget_activate (find_group (panel, "产业")));
  g_test_message ("辽阳市, %u projects: loaded in %.1f ms, loaded and shown in %.1f ms; %u rows of "
                  "a group built in %.1f ms",
                  atlas_profile_get_projects (fixture->profile)->len, (loaded - start) / 1000.0,
                  (built - loaded) / 1000.0, count_rows (panel),
                  (g_get_monotonic_time () - built) / 1000.0);
}

static void
test_finalize (Fixture *fixture, gconstpointer data)
{
  GtkWidget *section;
  GtkWidget *row;

  load_profile (fixture, XINGCHENG);
  section = g_object_ref_sink (atlas_project_section_new (fixture->session, fixture->profile));
  row = find_row (section, "葫芦岛兴城抽水蓄能电站");
  atlas_disclosure_row_set_expanded (ATLAS_DISCLOSURE_ROW (row), TRUE);
  g_object_run_dispose (G_OBJECT (section));
  g_assert_finalize_object (section);
  g_assert_finalize_object (g_steal_pointer (&fixture->profile));
  atlas_session_set_project_stage (fixture->session, "done");
}

int
main (int argc, char *argv[])
{
  init_test (&argc, &argv);

  ADD ("/project-section/few", test_few);
  ADD ("/project-section/none", test_none);
  ADD ("/project-section/inferred", test_inferred);
  ADD ("/project-section/county-of-city", test_county_of_city);
  ADD ("/project-section/older", test_older);
  ADD ("/project-section/groups", test_groups);
  ADD ("/project-section/category-order", test_category_order);
  ADD ("/project-section/common-reason", test_common_reason);
  ADD ("/project-section/filter", test_filter);
  ADD ("/project-section/filter-is-kept", test_filter_is_kept);
  ADD ("/project-section/groups-stay-open", test_groups_stay_open);
  ADD ("/project-section/sizes", test_sizes);
  ADD ("/project-section/time", test_time);
  ADD ("/project-section/finalize", test_finalize);

  return g_test_run ();
}
