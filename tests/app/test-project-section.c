/* test-project-section.c: the projects of a place and their groups
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-project-part.h"
#include "project-fixture.h"

static GtkCssProvider *
add_style (Fixture *fixture)
{
  GtkCssProvider *style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/io/github/liaoning_atlas/Atlas/style.css");
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (fixture->window),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  return style;
}

static void
remove_style (Fixture *fixture, GtkCssProvider *style)
{
  gtk_style_context_remove_provider_for_display (gtk_widget_get_display (fixture->window),
                                                 GTK_STYLE_PROVIDER (style));
  g_object_unref (style);
}

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
  g_autofree char *spoken = g_strconcat (text, ", Stage: Continuing or ongoing", NULL);
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

/* The head has the total, so that beside it no period may stand that is only that of a part. */
static void
test_part_counts (Fixture *fixture, gconstpointer data)
{
  const char *const codes[] = { LIAOYANG, XINGCHENG, WAFANGDIAN };

  for (guint c = 0; c < G_N_ELEMENTS (codes); c++)
    {
      g_autoptr (GPtrArray) parts = NULL;

      show_place (fixture, codes[c]);
      parts = atlas_project_parts_new (fixture->profile,
                                       atlas_catalog_get_documents (fixture->catalog), NULL, NULL);
      g_assert_cmpint (find_label (fixture->section, "“十五五”") != NULL, ==, parts->len == 1);
      for (guint i = 0; parts->len > 1 && i < parts->len; i++)
        {
          const AtlasProjectPart *part = g_ptr_array_index (parts, i);
          g_autofree char *title = atlas_wording_format_document_of_period (part->document);
          g_autofree char *text = g_strdup_printf ("%s · %u", title, part->entries->len);
          GtkWidget *heading = find_label (fixture->section, text);

          g_assert_nonnull (heading);
          g_assert_true (gtk_widget_get_next_sibling (heading) == find_panel (fixture, i));
        }
    }
  atlas_session_set_project_period (fixture->session, "2026-2030");
  show_place (fixture, XINGCHENG);
  g_assert_nonnull (find_label (fixture->section, "“十五五”"));
}

/* What only older documents say stands under their period and title, after all of the newest. */
static void
test_older (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;
  GtkWidget *heading;

  show_place (fixture, XINGCHENG);
  heading = find_label (fixture->section, "2024年 · 《2024年省政府工作报告》 · 1");
  g_assert_nonnull (heading);
  gtk_test_accessible_assert_role (heading, GTK_ACCESSIBLE_ROLE_HEADING);
  row = find_row (fixture->section, "徐大堡核电基地");
  g_assert_true (gtk_widget_is_ancestor (row, find_panel (fixture, 1)));
  g_assert_true (gtk_widget_is_ancestor (find_row (fixture->section, "徐大堡核电1—4号机组"),
                                         find_panel (fixture, 0)));
}

static gboolean
get_bounds (GtkWidget *widget, GtkWidget *root, graphene_rect_t *bounds)
{
  return widget != NULL && gtk_widget_compute_bounds (widget, root, bounds);
}

/* How many numbers stand behind a number, each beside it and not over it. */
static guint
assert_numbers (GtkWidget *row)
{
  guint n = 0;

  for (guint i = 1; find_nth (row, "AtlasEvidence", i) != NULL; i++)
    {
      GtkWidget *first = find_nth (row, "AtlasEvidence", i - 1);
      GtkWidget *second = find_nth (row, "AtlasEvidence", i);
      graphene_rect_t a, b;
      guint64 numbers[2];

      g_assert_true (get_bounds (first, row, &a) && get_bounds (second, row, &b));
      g_assert_cmpfloat (b.origin.x, >=, a.origin.x + a.size.width);
      numbers[0] = g_ascii_strtoull (
          gtk_label_get_text (GTK_LABEL (find_nth (first, "GtkLabel", 0))), NULL, 10);
      numbers[1] = g_ascii_strtoull (
          gtk_label_get_text (GTK_LABEL (find_nth (second, "GtkLabel", 0))), NULL, 10);
      g_assert_cmpuint (numbers[0], <, numbers[1]);
      n++;
    }
  return n;
}

/* Numbers behind each other must not be read as one. */
static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  GtkCssProvider *style = add_style (fixture);
  GtkWidget *panel;
  GtkWidget *row;
  guint n = 0;

  show_place (fixture, SHENYANG);
  panel = find_panel (fixture, 0);
  for (guint i = 0; i < count_type (panel, "AtlasProjectGroup"); i++)
    g_assert_true (gtk_widget_activate (find_nth (panel, "AtlasProjectGroup", i)));
  row = find_nth (panel, "AtlasProjectRow", count_rows (panel) - 1);
  wait_until (gtk_widget_get_height (row) > 0);
  for (guint i = 0; i < count_rows (panel); i++)
    n += assert_numbers (find_nth (panel, "AtlasProjectRow", i));
  g_assert_cmpuint (n, >, 0);
  remove_style (fixture, style);
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
  GtkCssProvider *style = add_style (fixture);
  GtkWidget *panel;
  int minimum;

  show_place (fixture, LIAOYANG);
  panel = find_panel (fixture, 1);
  g_assert_true (gtk_widget_activate (find_group (panel, "产业")));
  g_assert_true (gtk_widget_activate (find_nth (panel, "AtlasProjectRow", 0)));
  gtk_widget_measure (fixture->section, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 256);
  remove_style (fixture, style);
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
  ADD ("/project-section/part-counts", test_part_counts);
  ADD ("/project-section/older", test_older);
  ADD ("/project-section/numbers", test_numbers);
  ADD ("/project-section/groups", test_groups);
  ADD ("/project-section/category-order", test_category_order);
  ADD ("/project-section/common-reason", test_common_reason);
  ADD ("/project-section/groups-stay-open", test_groups_stay_open);
  ADD ("/project-section/sizes", test_sizes);
  ADD ("/project-section/time", test_time);
  ADD ("/project-section/finalize", test_finalize);

  return g_test_run ();
}
