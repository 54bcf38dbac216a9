/* test-groups.c: the badges, zones and clusters of a place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../catalog/altered-fixture.h"
#include "profile-fixture.h"

#define ZONES "Zones and designations"
#define CLUSTERS "Industry clusters"

/* The badges of the header, which stand before all chips of the sections. */
static GtkWidget *
get_badges (Fixture *fixture)
{
  GtkWidget *box = find_nth (fixture->pane, "AtlasTopicBox", 0);

  return box != NULL && gtk_widget_has_css_class (box, "badges") ? box : NULL;
}

/* The most telling first, at most four, and how many more there are. */
static void
test_badges (Fixture *fixture, gconstpointer data)
{
  GtkWidget *badges;
  g_autofree char *more = NULL;
  guint n;

  select_place (fixture, "210281");
  badges = get_badges (fixture);
  g_assert_nonnull (find_label (find_nth (badges, "AtlasChip", 0), "沈大经济走廊支点城市"));
  g_assert_nonnull (find_chip (badges, "沿海经济带"));
  g_assert_null (find_nth (badges, "AtlasEvidence", 0));
  g_assert_null (find_nth (badges, "GtkButton", 0));

  select_place (fixture, "210200");
  badges = get_badges (fixture);
  n = count_type (badges, "AtlasChip");
  g_assert_cmpuint (n, >, 1);
  g_assert_cmpuint (n, <=, 4);
  more = g_strdup_printf ("+%u", 63 - n);
  g_assert_nonnull (find_label (badges, more));

  select_place (fixture, "210102");
  g_assert_null (get_badges (fixture));
}

static void
assert_badges (Fixture *fixture, const char *code, const char *const *names, guint n)
{
  select_place (fixture, code);
  g_assert_cmpuint (count_type (get_badges (fixture), "AtlasChip"), ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_nonnull (find_label (find_nth (get_badges (fixture), "AtlasChip", i), names[i]));
}

/* What names the place itself goes before what is inferred or comes from its city, although regions
 * are else the first. */
static void
test_badge_order (Fixture *fixture, gconstpointer data)
{
  const char *const of_county[] = { "民族地区", "边境地区", "沿海经济带" };
  const char *const inherited_last[] = { "中国美丽休闲乡村", "国家农产品质量安全县",
                                         "沈大经济走廊" };
  GtkWidget *section;

  assert_badges (fixture, "210624", of_county, G_N_ELEMENTS (of_county));
  /* In the section they stand by kind. */
  section = find_section (fixture, ZONES);
  g_assert_nonnull (find_label (find_nth (section, "AtlasChip", 0), "沿海经济带"));
  assert_badges (fixture, "211021", inherited_last, G_N_ELEMENTS (inherited_last));
}

static void
test_badge_highlights (Fixture *fixture, gconstpointer data)
{
  GtkWidget *badge;
  GtkWidget *panel;

  select_place (fixture, "210281");
  badge = find_chip (get_badges (fixture), "沿海经济带");
  click (get_toggle (badge));
  g_assert_cmpstr (atlas_session_get_highlight (fixture->session), ==, "zone:沿海经济带");
  g_assert_true (is_active (badge));
  g_assert_true (is_active (find_chip (find_section (fixture, ZONES), "沿海经济带")));

  panel = find_nth (get_badges (fixture), "AtlasTopicPanel", 0);
  g_assert_nonnull (panel);
  g_assert_nonnull (find_label (panel, "6 other places belong to it."));
  g_assert_nonnull (find_label (panel, "A city belongs to it with all its counties."));
  g_assert_nonnull (find_button_for (panel, "210600"));
  click (get_toggle (badge));
  g_assert_null (get_panel (fixture));
}

/* What is inferred is told from what is stated at a glance, and why can be read. */
static void
test_inferred (Fixture *fixture, gconstpointer data)
{
  GtkWidget *badge;
  GtkWidget *section;

  select_place (fixture, "210624");
  badge = find_chip (get_badges (fixture), "沿海经济带");
  g_assert_true (gtk_widget_has_css_class (badge, "inferred"));
  g_assert_true (
      g_str_has_prefix (gtk_widget_get_tooltip_text (get_toggle (badge)), "Inferred: 文中"));
  badge = find_chip (get_badges (fixture), "边境地区");
  g_assert_false (gtk_widget_has_css_class (badge, "inferred"));

  section = find_section (fixture, ZONES);
  g_assert_true (gtk_widget_has_css_class (find_chip (section, "沿海经济带"), "inferred"));
  g_assert_nonnull (find_label_with_prefix (section, "Inferred: 文中“沿海六市”"));
}

/* Who applies for a designation does not look as if it had it. */
static void
test_tag (Fixture *fixture, gconstpointer data)
{
  GtkWidget *section;
  GtkWidget *tag;

  select_place (fixture, "211021");
  tag = find_label (find_chip (get_badges (fixture), "国家农产品质量安全县"), "创建");
  g_assert_true (gtk_widget_has_css_class (tag, "tag"));
  select_place (fixture, "210600");
  section = find_section (fixture, ZONES);
  open_fold (section, "Pilot · 2");
  g_assert_nonnull (find_label (find_chip (section, "丹东重点开发开放试验区"), "创建"));
}

/* A role that is too long for a tag stands below in the list and is the hint of the badge. */
static void
test_long_role (void)
{
  Fixture fixture = { 0 };
  GtkWidget *row;

  show_catalog (&fixture, open_altered ("UPDATE zone_place SET role = '与锦州共同争取创建'"
                                        " WHERE zone = '边境地区'"));
  select_place (&fixture, "210624");
  g_assert_cmpstr (
      gtk_widget_get_tooltip_text (get_toggle (find_chip (get_badges (&fixture), "边境地区"))), ==,
      "与锦州共同争取创建");
  row = gtk_widget_get_ancestor (find_chip (find_section (&fixture, ZONES), "边境地区"),
                                 GTK_TYPE_BOX);
  g_assert_nonnull (find_label (row, "与锦州共同争取创建"));
  tear_down (&fixture, NULL);
}

/* A remark is about the zone and its other members, so it stands where these are listed. */
static void
test_note (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chip;

  select_place (fixture, "211081");
  chip = find_chip (find_section (fixture, ZONES), "沈阳都市圈");
  g_assert_null (find_label_with_prefix (fixture->pane, "成员取自专栏18"));
  click (get_toggle (chip));
  g_assert_nonnull (find_label_with_prefix (get_panel (fixture), "成员取自专栏18"));
}

static void
test_zones_of_city (Fixture *fixture, gconstpointer data)
{
  GtkWidget *section;
  GtkWidget *row;

  select_place (fixture, "210281");
  section = find_section (fixture, ZONES);
  g_assert_nonnull (find_label (section, "Pivot city"));
  row = gtk_widget_get_parent (find_chip (section, "沿海经济带"));
  g_assert_nonnull (find_label (row, "Through 大连市"));
  row = gtk_widget_get_parent (find_chip (section, "沈大经济走廊支点城市"));
  g_assert_null (find_label (row, "Through 大连市"));
}

/* Dozens of zones are folded by kind, and built when they are unfolded. */
static void
test_many_zones (Fixture *fixture, gconstpointer data)
{
  GtkWidget *section;
  guint n_before;

  select_place (fixture, "210200");
  section = find_section (fixture, ZONES);
  n_before = count_type (section, "AtlasChip");
  g_assert_cmpuint (n_before, <=, 8);
  g_assert_null (find_chip (section, "大连海参"));
  open_fold (section, "Brand · 2");
  g_assert_cmpuint (count_type (section, "AtlasChip"), ==, n_before + 2);
  click (get_toggle (find_chip (section, "大连海参")));
  g_assert_cmpstr (atlas_session_get_highlight (fixture->session), ==, "zone:大连海参");
  g_assert_nonnull (
      find_label (get_panel (fixture), "The documents name no other place for 大连海参."));
}

static void
test_show_zones (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scrolled = find_nth (fixture->pane, "GtkScrolledWindow", 0);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  select_place (fixture, "210200");
  wait_until (gtk_widget_get_height (find_section (fixture, ZONES)) > 0);
  g_assert_true (gtk_widget_activate_action (fixture->pane, "profile.show-zones", NULL));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0.0);
  g_assert_nonnull (gtk_widget_get_focus_child (find_section (fixture, ZONES)));
}

static void
test_clusters (Fixture *fixture, gconstpointer data)
{
  GtkWidget *section;
  GtkWidget *chip;
  GtkWidget *panel;
  GtkWidget *row;

  select_place (fixture, "210600");
  section = find_section (fixture, CLUSTERS);
  chip = find_chip (section, "航空航天装备产业集群");
  g_assert_nonnull (find_label (chip, "世界级"));
  g_assert_nonnull (
      find_label (gtk_widget_get_parent (gtk_widget_get_parent (chip)), "协同；商业航天产业"));

  click (get_toggle (chip));
  g_assert_cmpstr (atlas_session_get_highlight (fixture->session), ==,
                   "cluster:航空航天装备产业集群");
  panel = get_panel (fixture);
  g_assert_nonnull (find_label (panel, "Target for 2030: 集群营收规模达到1500亿元"));
  g_assert_nonnull (find_label (panel, "7 other places are named for this cluster."));
  g_assert_null (find_button_for (panel, "210600"));
  row = find_button_for (panel, "210100");
  g_assert_nonnull (find_label (row, "核心；商业航天产业"));
  g_assert_nonnull (find_nth (gtk_widget_get_parent (row), "AtlasEvidence", 0));
}

/* A passage that the profile cites, too, has its number in the panel; others have a letter. */
static void
test_panel_marks (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chip;
  GtkWidget *row;
  GtkWidget *number;
  GtkWidget *letter;

  select_place (fixture, "210600");
  chip = find_chip (find_section (fixture, CLUSTERS), "高品质钢铁材料产业集群");
  g_assert_null (chip);
  chip = find_chip (find_section (fixture, CLUSTERS), "航空航天装备产业集群");
  number = find_nth (find_nth (chip, "AtlasEvidence", 0), "GtkLabel", 0);
  click (get_toggle (chip));
  row = gtk_widget_get_parent (find_button_for (get_panel (fixture), "210100"));
  g_assert_nonnull (find_label (row, gtk_label_get_text (GTK_LABEL (number))));
  letter = find_nth (find_nth (get_panel (fixture), "AtlasFact", 0), "AtlasEvidence", 0);
  g_assert_nonnull (find_label (letter, "a"));
}

/* A county that no cluster names stands beside what names its city. */
static void
test_clusters_of_city (Fixture *fixture, gconstpointer data)
{
  GtkWidget *section;
  guint n_before;

  select_place (fixture, "210281");
  section = find_section (fixture, CLUSTERS);
  g_assert_nonnull (
      find_label (section, "The documents name 瓦房店市 itself in no industry cluster."));
  g_assert_null (find_nth (section, "AtlasChip", 0));
  open_fold (section, "Through 大连市 · 20");
  g_assert_nonnull (find_chip (section, "绿色石化及精细化工产业集群"));

  /* The city is not listed once more for what names the county itself. */
  select_place (fixture, "210381");
  section = find_section (fixture, CLUSTERS);
  g_assert_nonnull (find_chip (section, "菱镁精深加工及特色资源产业集群"));
  n_before = count_type (section, "AtlasChip");
  open_fold (section, "Through 鞍山市 · 12");
  g_assert_cmpuint (count_type (section, "AtlasChip"), ==, n_before + 12);
}

static void
test_fields (Fixture *fixture, gconstpointer data)
{
  GtkWidget *section;

  select_place (fixture, "210400");
  section = find_section (fixture, CLUSTERS);
  g_assert_nonnull (find_label (section, "Fields of future industry"));
  click (get_toggle (find_chip (section, "未来空间")));
  g_assert_cmpstr (atlas_session_get_highlight (fixture->session), ==, "cluster:未来空间");
  g_assert_nonnull (find_label (get_panel (fixture), "Field of future industry"));
  g_assert_nonnull (find_label (get_panel (fixture), "4 other places are named for this field."));
}

int
main (int argc, char *argv[])
{
  init_test (&argc, &argv);

  ADD ("/groups/badges", test_badges);
  ADD ("/groups/badge-order", test_badge_order);
  ADD ("/groups/badge-highlights", test_badge_highlights);
  ADD ("/groups/inferred", test_inferred);
  ADD ("/groups/tag", test_tag);
  g_test_add_func ("/groups/long-role", test_long_role);
  ADD ("/groups/note", test_note);
  ADD ("/groups/zones-of-city", test_zones_of_city);
  ADD ("/groups/many-zones", test_many_zones);
  ADD ("/groups/show-zones", test_show_zones);
  ADD ("/groups/clusters", test_clusters);
  ADD ("/groups/panel-marks", test_panel_marks);
  ADD ("/groups/clusters-of-city", test_clusters_of_city);
  ADD ("/groups/fields", test_fields);

  return g_test_run ();
}
