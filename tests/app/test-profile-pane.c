/* test-profile-pane.c: what the pane says of a place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../catalog/altered-fixture.h"
#include "atlas-evidence.h"
#include "atlas-fact.h"
#include "atlas-membership-chip.h"
#include "atlas-overview.h"
#include "atlas-swatch.h"
#include "atlas-topic-box.h"
#include "atlas-topic-panel.h"
#include "atlas-wording.h"
#include "profile-fixture.h"

static void
test_county (Fixture *fixture, gconstpointer data)
{
  const char *const facts[] = { "新型工业化产业基地", "轴承之都" };
  const char *const terms[] = { "轴承", "绿色石化", "船舶与海工装备" };
  GtkWidget *positioning;
  GtkWidget *leading;

  select_place (fixture, "210281");
  g_assert_nonnull (find_label (fixture->pane, "瓦房店市"));
  g_assert_nonnull (find_label (fixture->pane, "Wǎfángdiàn"));
  g_assert_nonnull (find_label (fixture->pane, "· County-level city · 210281"));
  positioning = find_section (fixture, "Positioning");
  leading = find_section (fixture, "Leading industries");
  g_assert_nonnull (find_label (positioning, "“十五五”"));
  g_assert_null (find_label (fixture->pane, "Cultivated industries"));

  g_assert_cmpuint (count_type (positioning, "AtlasFact"), ==, G_N_ELEMENTS (facts));
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    g_assert_nonnull (find_label (find_nth (positioning, "AtlasFact", i), facts[i]));
  g_assert_cmpuint (count_type (leading, "AtlasChip"), ==, G_N_ELEMENTS (terms));
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    g_assert_nonnull (find_label (find_nth (leading, "AtlasChip", i), terms[i]));
}

/* They may be hundreds, so they are built when they are asked for. */
static void
test_sources (Fixture *fixture, gconstpointer data)
{
  const char *quotation
      = "“瓦房店市。建设新型工业化产业基地、轴承之都，发展轴承、绿色石化、船舶与海工装备等产业”";

  select_place (fixture, "210281");
  g_assert_null (find_label (fixture->pane, quotation));
  open_fold (fixture->pane, "Sources · ");
  g_assert_nonnull (find_label (fixture->pane, "《辽宁省“十五五”规划纲要》, May 2026"));
  g_assert_nonnull (find_label (
      fixture->pane, "第十一章 · 第三节 · 专栏21 41个县（市）县域经济特色化发展 · 第5项"));
  g_assert_nonnull (find_label (fixture->pane, quotation));
}

static void
test_city (Fixture *fixture, gconstpointer data)
{
  select_place (fixture, "210300");
  g_assert_nonnull (find_label (fixture->pane, "Prefecture-level city · 210300"));
  g_assert_cmpuint (count_type (find_section (fixture, "Strong industries"), "AtlasChip"), ==, 3);
  g_assert_cmpuint (count_type (find_section (fixture, "Cultivated industries"), "AtlasChip"), ==,
                    1);
  click (find_button_for (find_section (fixture, "Counties and county-level cities"), "210323"));
  assert_selected (fixture, "210323");
  g_assert_nonnull (find_label (fixture->pane, "岫岩满族自治县"));
  click (find_button_for (fixture->pane, "210300"));
  assert_selected (fixture, "210300");
}

/* Every such fact of a county stands in one sentence of the plan, so they share a number. */
static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  const char *const titles[] = { "Positioning", "Leading industries" };
  const guint n[] = { 2, 3 };

  select_place (fixture, "210281");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *section = find_section (fixture, titles[i]);

      g_assert_cmpuint (count_type (section, "AtlasEvidence"), ==, n[i]);
      for (guint j = 0; j < n[i]; j++)
        g_assert_nonnull (find_label (find_nth (section, "AtlasEvidence", j), "1"));
    }
}

static void
test_no_industries (Fixture *fixture, gconstpointer data)
{
  GtkWidget *section;

  select_place (fixture, "210100");
  section = find_section (fixture, "Strong industries");
  g_assert_nonnull (
      find_label (section, "《辽宁省“十五五”规划纲要》 lists no strong industries for 沈阳市."));
  g_assert_null (find_nth (section, "AtlasChip", 0));
}

/* What the newest plan says stands first; what an older one says, below it and under its name. */
static void
test_older_statements (Fixture *fixture, gconstpointer data)
{
  GtkWidget *section;
  GtkWidget *older;

  select_place (fixture, "211000");
  section = find_section (fixture, "Positioning");
  g_assert_nonnull (find_label (section, "“十五五”"));
  g_assert_nonnull (find_label (find_nth (section, "AtlasFact", 0), "芳烯烃精细化工产业基地"));
  older = find_label (section, "“十四五” · 《辽阳市“十四五”规划纲要》, March 2021");
  g_assert_nonnull (older);
  older = gtk_widget_get_parent (older);
  g_assert_true (gtk_widget_has_css_class (older, "older"));
  g_assert_null (find_label (older, "芳烯烃精细化工产业基地"));
  g_assert_cmpuint (count_type (older, "AtlasFact"), ==, 4);

  /* The plan of one city says much; its first few are shown. */
  gtk_expander_set_expanded (GTK_EXPANDER (find_nth (older, "GtkExpander", 0)), TRUE);
  g_assert_cmpuint (count_type (older, "AtlasFact"), ==, 15);
}

/* Where only older documents speak, the newest plan's silence is said. */
static void
test_only_older (void)
{
  Fixture fixture = { 0 };
  GtkWidget *section;

  show_catalog (&fixture, open_altered ("DELETE FROM claim_passage WHERE claim IN"
                                        " (SELECT id FROM claim WHERE place = '211000'"
                                        "  AND period = '2026-2030');"
                                        "DELETE FROM claim WHERE place = '211000'"
                                        " AND period = '2026-2030'"));
  select_place (&fixture, "211000");
  section = find_section (&fixture, "Positioning");
  g_assert_nonnull (
      find_label (section, "《辽宁省“十五五”规划纲要》 states no positioning for 辽阳市."));
  g_assert_null (find_label (section, "“十五五”"));
  g_assert_nonnull (find_label (section, "“十四五” · 《辽阳市“十四五”规划纲要》, March 2021"));
  g_assert_nonnull (
      find_label (find_section (&fixture, "Strong industries"),
                  "《辽宁省“十五五”规划纲要》 lists no strong industries for 辽阳市."));
  tear_down (&fixture, NULL);
}

static void
assert_marked (GtkWidget *root, GtkWidget *accessible, const char *reason)
{
  GtkWidget *mark = find_label (root, "inferred");

  g_assert_nonnull (mark);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (mark), ==, reason);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason);
}

/* What the text does not say of the place by name bears a mark, and why can be read. */
static void
test_inferred (Fixture *fixture, gconstpointer data)
{
  const char *reason = "Inferred: 该段讲佟二堡的皮装裘皮市场，佟二堡镇属灯塔市";
  GtkWidget *fact;
  GtkWidget *chip;

  select_place (fixture, "211081");
  fact = gtk_widget_get_parent (find_label (fixture->pane, "全球重要的皮装裘皮贸易基地"));
  assert_marked (fact, fact, reason);
  chip = find_chip (fixture->pane, "皮装裘皮产业");
  assert_marked (chip, get_toggle (chip), reason);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (get_toggle (chip)), ==, reason);

  fact = gtk_widget_get_parent (find_label (fixture->pane, "天然脂肪醇及表面活性剂深加工基地"));
  g_assert_null (find_label (fact, "inferred"));
  chip = find_chip (fixture->pane, "日用化工");
  g_assert_null (find_label (chip, "inferred"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (get_toggle (chip)), ==,
                   "Show where 石化化工 is planned");
}

static void
test_district (Fixture *fixture, gconstpointer data)
{
  select_place (fixture, "211005");
  g_assert_nonnull (find_label (fixture->pane, "弓长岭区"));
  g_assert_nonnull (find_label (
      fixture->pane, "The plans set out no positioning and no industries for districts."));
  g_assert_null (find_label (fixture->pane, "Positioning"));
  g_assert_nonnull (find_chip (find_section (fixture, "Zones and designations"), "独立工矿区"));
  g_assert_nonnull (find_label_with_prefix (fixture->pane, "Sources · "));
  click (gtk_widget_get_ancestor (find_label (fixture->pane, "Show 辽阳市"), GTK_TYPE_BUTTON));
  assert_selected (fixture, "211000");
}

/* Absence is a sentence in every section. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  select_place (fixture, "210102");
  g_assert_nonnull (find_label (fixture->pane, "和平区"));
  g_assert_nonnull (find_label (find_section (fixture, "Industry clusters"),
                                "The documents name 和平区 in no industry cluster."));
  g_assert_nonnull (
      find_label (find_section (fixture, "Zones and designations"),
                  "The documents name 和平区 in no zone and give it no designation."));
  g_assert_null (find_label_with_prefix (fixture->pane, "Sources · "));
}

/* With the reasons and without a rank; both kinds of chips lead there. */
static void
test_related (Fixture *fixture, gconstpointer data)
{
  GtkWidget *section;
  GtkWidget *chip;

  select_place (fixture, "210281");
  section = find_section (fixture, "Places like this one");
  g_assert_cmpuint (count_type (section, "GtkButton"), <=, 6);
  chip = find_button_for (section, "210283");
  g_assert_nonnull (find_label (chip, "庄河市"));
  g_assert_nonnull (find_label_with_prefix (chip, "装备制造 · "));
  click (chip);
  assert_selected (fixture, "210283");

  section = find_section (fixture, "Neighbours");
  click (find_button_for (section, "210681"));
  assert_selected (fixture, "210681");
}

/* What one looks for first is there at once; what stands below comes a moment later, or with the
 * button that leads to it. */
static void
test_rest_comes_later (Fixture *fixture, gconstpointer data)
{
  AtlasProfilePane *pane = ATLAS_PROFILE_PANE (fixture->pane);

  atlas_session_set_selected (fixture->session,
                              atlas_catalog_get_place (fixture->catalog, "210200"));
  g_assert_nonnull (find_label_with_prefix (fixture->pane, "Projects · "));
  g_assert_null (find_label_with_prefix (fixture->pane, "Sources · "));
  g_assert_false (atlas_profile_pane_is_complete (pane));

  gtk_widget_activate_action (fixture->pane, "profile.show-zones", NULL);
  g_assert_true (atlas_profile_pane_is_complete (pane));
  g_assert_nonnull (find_label_with_prefix (fixture->pane, "Sources · "));

  /* Whoever goes on before it has come gets that of the next place, once. */
  atlas_session_set_selected (fixture->session,
                              atlas_catalog_get_place (fixture->catalog, "210300"));
  select_place (fixture, "210281");
  g_assert_nonnull (find_label (fixture->pane, "盖州市"));
  g_assert_null (find_label (fixture->pane, "台安县"));
}

static void
test_overview (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overview = find_nth (fixture->pane, "AtlasOverview", 0);

  g_assert_nonnull (overview);
  g_assert_nonnull (find_label (overview, "辽宁省"));
  g_assert_nonnull (find_label (overview, "14"));
  g_assert_nonnull (find_label (overview, "41"));
  g_assert_nonnull (find_label (overview, "59"));
  g_assert_nonnull (find_label (overview, "《辽宁省“十五五”规划纲要》"));
  g_assert_nonnull (find_label_with_prefix (overview, "May 2026 · "));
  select_place (fixture, "210281");
  g_assert_null (find_nth (fixture->pane, "AtlasOverview", 0));
  atlas_session_set_selected (fixture->session, NULL);
  g_assert_nonnull (find_nth (fixture->pane, "AtlasOverview", 0));
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkWidget *evidence;
  GtkWidget *toggle;

  select_place (fixture, "210281");
  evidence = find_nth (fixture->pane, "AtlasEvidence", 0);
  toggle = get_toggle (get_chip (fixture, "Leading industries", 0));
  gtk_test_accessible_assert_property (evidence, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Source 1: 《辽宁省“十五五”规划纲要》 第十一章 · 第三节 · "
                                       "专栏21 41个县（市）县域经济特色化发展 · 第5项");
  gtk_test_accessible_assert_role (evidence, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (toggle, GTK_ACCESSIBLE_PROPERTY_LABEL, "轴承");
  gtk_test_accessible_assert_state (toggle, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  click (toggle);
  gtk_test_accessible_assert_state (toggle, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_test_accessible_assert_role (find_label (fixture->pane, "Positioning"),
                                   GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_role (find_label (fixture->pane, "瓦房店市"),
                                   GTK_ACCESSIBLE_ROLE_HEADING);
}

/* Small as the numbers are, a finger hits them; and all of a long profile fits a narrow window. */
static void
test_sizes (Fixture *fixture, gconstpointer data)
{
  const char *const long_ones[] = { "211324", "210100", "210200", "211000",
                                    "211005", "211021", "210921" };
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  int minimum;

  gtk_css_provider_load_from_resource (style, "/io/github/liaoning_atlas/Atlas/style.css");
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (fixture->pane),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  select_place (fixture, "211324");
  for (guint i = 0; i < count_type (fixture->pane, "AtlasEvidence"); i++)
    {
      GtkWidget *evidence = find_nth (fixture->pane, "AtlasEvidence", i);

      wait_until (gtk_widget_get_width (evidence) >= 24 && gtk_widget_get_height (evidence) >= 24);
    }
  for (guint i = 0; i < G_N_ELEMENTS (long_ones); i++)
    {
      select_place (fixture, long_ones[i]);
      gtk_widget_measure (fixture->pane, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                          NULL);
      g_assert_cmpint (minimum, <=, 320);
    }
  gtk_style_context_remove_provider_for_display (gtk_widget_get_display (fixture->pane),
                                                 GTK_STYLE_PROVIDER (style));
}

static void
test_dates (void)
{
  const char *const dates[][2] = {
    { "2026-05", "May 2026" }, { "2021-12", "December 2021" },
    { "2021", "2021" },        { "2024-01-23", "23 January 2024" },
    { "2026-13", "2026-13" },  { "about 2021", "about 2021" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *text = atlas_wording_format_date (dates[i][0]);

      g_assert_cmpstr (text, ==, dates[i][1]);
    }
}

/* A data set in which a claim has lost its passage. */
static void
test_unreadable_profile (void)
{
  Fixture fixture = { 0 };

  show_catalog (&fixture, open_altered ("DELETE FROM claim_passage WHERE claim IN"
                                        " (SELECT id FROM claim WHERE place = '210281')"));
  select_place (&fixture, "210281");
  g_assert_nonnull (find_label (fixture.pane, "Wǎfángdiàn"));
  g_assert_cmpuint (count_type (fixture.pane, "AtlasFact"), ==, 0);
  g_assert_nonnull (
      find_label_with_prefix (fixture.pane, "What the documents say of 瓦房店市 cannot be read: "));
  tear_down (&fixture, NULL);
}

static void
test_finalize (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasCatalog) catalog = atlas_catalog_open (g_getenv ("ATLAS_TEST_DATABASE"), &error);
  AtlasPlace *place = atlas_catalog_get_place (catalog, "210281");
  g_autoptr (AtlasProfile) profile = atlas_catalog_load_profile (catalog, place, &error);
  g_autoptr (AtlasSession) session = atlas_session_new (catalog);
  const AtlasClaim *claim = g_ptr_array_index (atlas_profile_get_industries (profile), 0);
  const AtlasMembership *zone = g_ptr_array_index (atlas_profile_get_zones (profile), 0);
  const AtlasTopic *topic = atlas_catalog_get_topic (catalog, "cluster:航空航天装备产业集群");
  GtkWidget *widgets[] = {
    atlas_profile_pane_new (),
    atlas_overview_new (),
    atlas_chip_new (profile, claim),
    atlas_membership_chip_new (profile, zone),
    atlas_membership_chip_new_badge (profile, zone),
    atlas_evidence_new (profile, claim, 0),
    atlas_fact_new (profile, claim),
    atlas_swatch_new (claim->family),
    atlas_topic_box_new (session, profile),
    atlas_topic_panel_new (catalog, topic, profile),
  };

  g_assert_no_error (error);
  atlas_session_set_selected (session, place);
  atlas_profile_pane_set_session (ATLAS_PROFILE_PANE (widgets[0]), session);
  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      g_object_ref_sink (widgets[i]);
      g_object_run_dispose (G_OBJECT (widgets[i]));
      g_assert_finalize_object (widgets[i]);
    }
  g_assert_finalize_object (g_steal_pointer (&profile));
  atlas_session_set_highlight (session, "family:equipment");
  atlas_session_set_selected (session, NULL);
}

int
main (int argc, char *argv[])
{
  init_test (&argc, &argv);

  ADD ("/profile-pane/county", test_county);
  ADD ("/profile-pane/sources", test_sources);
  ADD ("/profile-pane/city", test_city);
  ADD ("/profile-pane/numbers", test_numbers);
  ADD ("/profile-pane/no-industries", test_no_industries);
  ADD ("/profile-pane/older-statements", test_older_statements);
  ADD ("/profile-pane/inferred", test_inferred);
  ADD ("/profile-pane/district", test_district);
  ADD ("/profile-pane/nothing", test_nothing);
  ADD ("/profile-pane/related", test_related);
  ADD ("/profile-pane/rest-comes-later", test_rest_comes_later);
  ADD ("/profile-pane/overview", test_overview);
  ADD ("/profile-pane/accessible", test_accessible);
  ADD ("/profile-pane/sizes", test_sizes);
  g_test_add_func ("/profile-pane/dates", test_dates);
  g_test_add_func ("/profile-pane/only-older", test_only_older);
  g_test_add_func ("/profile-pane/unreadable-profile", test_unreadable_profile);
  g_test_add_func ("/profile-pane/finalize", test_finalize);

  return g_test_run ();
}
