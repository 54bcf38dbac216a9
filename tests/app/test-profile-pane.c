/* test-profile-pane.c: what the pane says of a place, and what can be done with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "atlas-catalog-schema.h"
#include "atlas-chip.h"
#include "atlas-evidence.h"
#include "atlas-fact.h"
#include "atlas-family-panel.h"
#include "atlas-overview.h"
#include "atlas-profile-pane.h"
#include "atlas-swatch.h"
#include "atlas-wording.h"
#include "widget-tree.h"

#define SOURCE "《辽宁省“十五五”规划纲要》（2026年5月）第十一章第三节专栏21第5项"

typedef struct
{
  AtlasCatalog *catalog;
  AtlasSession *session;
  GtkWidget *window;
  GtkWidget *pane;
  char *message;
} Fixture;

static void
copied_cb (Fixture *fixture, const char *message)
{
  g_free (fixture->message);
  fixture->message = g_strdup (message);
}

static void
show_catalog (Fixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;

  fixture->catalog = atlas_catalog_open (path, &error);
  g_assert_no_error (error);
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

static void
set_up (Fixture *fixture, gconstpointer data)
{
  show_catalog (fixture, g_getenv ("ATLAS_TEST_DATABASE"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->catalog);
  g_free (fixture->message);
}

static void
select_place (Fixture *fixture, const char *code)
{
  AtlasPlace *place = atlas_catalog_get_place (fixture->catalog, code);

  g_assert_nonnull (place);
  atlas_session_set_selected (fixture->session, place);
}

static void
assert_selected (Fixture *fixture, const char *code)
{
  AtlasPlace *place = atlas_session_get_selected (fixture->session);

  g_assert_nonnull (place);
  g_assert_cmpstr (atlas_place_get_code (place), ==, code);
}

static void
click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static GtkWidget *
get_toggle (Fixture *fixture, guint chip)
{
  return find_nth (find_nth (fixture->pane, "AtlasChip", chip), "GtkToggleButton", 0);
}

static void
text_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, &error);
  g_assert_no_error (error);
}

static void
assert_clipboard (Fixture *fixture, const char *expected)
{
  g_autofree char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->pane), NULL, text_read_cb,
                                 &text);
  wait_until (text != NULL);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_county (Fixture *fixture, gconstpointer data)
{
  const char *const facts[] = { "新型工业化产业基地", "轴承之都" };
  const char *const terms[] = { "轴承", "绿色石化", "船舶与海工装备" };

  select_place (fixture, "210281");
  g_assert_nonnull (find_label (fixture->pane, "瓦房店市"));
  g_assert_nonnull (find_label (fixture->pane, "Wǎfángdiàn"));
  g_assert_nonnull (find_label (fixture->pane, "· County-level city · 210281"));
  g_assert_nonnull (find_label (fixture->pane, "Positioning"));
  g_assert_nonnull (find_label (fixture->pane, "“十五五”"));
  g_assert_nonnull (find_label (fixture->pane, "Leading industries"));
  g_assert_null (find_label (fixture->pane, "Cultivated industries"));

  g_assert_cmpuint (count_type (fixture->pane, "AtlasFact"), ==, G_N_ELEMENTS (facts));
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    g_assert_nonnull (find_label (find_nth (fixture->pane, "AtlasFact", i), facts[i]));
  g_assert_cmpuint (count_type (fixture->pane, "AtlasChip"), ==, G_N_ELEMENTS (terms));
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    g_assert_nonnull (find_label (find_nth (fixture->pane, "AtlasChip", i), terms[i]));
}

static void
test_sources (Fixture *fixture, gconstpointer data)
{
  select_place (fixture, "210281");
  g_assert_nonnull (find_label (fixture->pane, "Sources"));
  g_assert_nonnull (find_label (fixture->pane, "《辽宁省“十五五”规划纲要》, May 2026"));
  g_assert_nonnull (find_label (fixture->pane, "第十一章 · 第三节 · 专栏21 · 第5项"));
  g_assert_nonnull (find_label (
      fixture->pane,
      "“瓦房店市。建设新型工业化产业基地、轴承之都，发展轴承、绿色石化、船舶与海工装备等产业”"));
}

static void
test_city (Fixture *fixture, gconstpointer data)
{
  select_place (fixture, "210300");
  g_assert_nonnull (find_label (fixture->pane, "Prefecture-level city · 210300"));
  g_assert_nonnull (find_label (fixture->pane, "Strong industries"));
  g_assert_nonnull (find_label (fixture->pane, "Cultivated industries"));
  g_assert_cmpuint (count_type (fixture->pane, "AtlasChip"), ==, 4);
  click (find_button_for (fixture->pane, "210323"));
  assert_selected (fixture, "210323");
  g_assert_nonnull (find_label (fixture->pane, "岫岩满族自治县"));
  click (find_button_for (fixture->pane, "210300"));
  assert_selected (fixture, "210300");
}

/* Every fact of a county stands in one sentence of the plan, so they share a number. */
static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  select_place (fixture, "210281");
  g_assert_cmpuint (count_type (fixture->pane, "AtlasEvidence"), ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      GtkWidget *evidence = find_nth (fixture->pane, "AtlasEvidence", i);

      g_assert_cmpuint (atlas_evidence_get_index (ATLAS_EVIDENCE (evidence)), ==, 0);
      g_assert_nonnull (find_label (evidence, "1"));
    }
}

static void
test_evidence (Fixture *fixture, gconstpointer data)
{
  GtkWidget *evidence;
  GtkWidget *popover;

  select_place (fixture, "210281");
  evidence = find_nth (fixture->pane, "AtlasEvidence", 2);
  g_assert_cmpstr (atlas_evidence_get_claim (ATLAS_EVIDENCE (evidence))->text, ==, "轴承");
  g_assert_null (find_nth (evidence, "AtlasEvidencePopover", 0));

  click (evidence);
  popover = find_nth (evidence, "AtlasEvidencePopover", 0);
  g_assert_nonnull (popover);
  g_assert_nonnull (find_label (
      popover,
      "“瓦房店市。建设新型工业化产业基地、轴承之都，发展轴承、绿色石化、船舶与海工装备等产业”"));
  g_assert_nonnull (find_label (popover, "《辽宁省“十五五”规划纲要》"));
  g_assert_nonnull (find_label (popover, "第十一章 · 第三节 · 专栏21 · 第5项 · May 2026"));
  g_assert_cmpuint (count_type (popover, "GtkLabel"), ==, 4);

  click (find_nth (popover, "GtkButton", 0));
  assert_clipboard (fixture, "瓦房店市主导产业：轴承（来源：" SOURCE "）");
  g_assert_cmpstr (fixture->message, ==, "Copied “轴承” with its source.");
  wait_until (!gtk_widget_get_visible (popover));
}

static void
test_evidence_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *evidence;
  GtkWidget *popover;

  select_place (fixture, "210281");
  evidence = find_nth (fixture->pane, "AtlasEvidence", 0);
  g_assert_true (gtk_widget_grab_focus (evidence));
  g_assert_true (gtk_widget_activate (evidence));
  wait_until (find_nth (evidence, "AtlasEvidencePopover", 0) != NULL);
  popover = find_nth (evidence, "AtlasEvidencePopover", 0);
  gtk_test_accessible_assert_state (evidence, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  gtk_popover_popdown (GTK_POPOVER (popover));
  wait_until (gtk_root_get_focus (GTK_ROOT (fixture->window)) == evidence);
  gtk_test_accessible_assert_state (evidence, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
}

static void
test_repaired_wording (Fixture *fixture, gconstpointer data)
{
  GtkWidget *evidence;

  select_place (fixture, "211000");
  evidence = find_nth (fixture->pane, "AtlasEvidence", 0);
  click (evidence);
  g_assert_nonnull (find_label (evidence, "Wording repaired: “芳烃烃精细化工产业基地” → "
                                          "“芳烯烃精细化工产业基地” (芳烃烃→芳烯烃，提取误字)"));
}

static void
test_copy_focused (Fixture *fixture, gconstpointer data)
{
  select_place (fixture, "210281");
  gtk_widget_grab_focus (find_nth (fixture->pane, "AtlasEvidence", 0));
  gtk_widget_activate_action (fixture->pane, "profile.copy-with-source", NULL);
  assert_clipboard (fixture, "瓦房店市定位：新型工业化产业基地（来源：" SOURCE "）");
  gtk_widget_grab_focus (get_toggle (fixture, 1));
  gtk_widget_activate_action (fixture->pane, "profile.copy-with-source", NULL);
  assert_clipboard (fixture, "瓦房店市主导产业：绿色石化（来源：" SOURCE "）");
}

static void
test_copy_profile (Fixture *fixture, gconstpointer data)
{
  select_place (fixture, "210281");
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  gtk_widget_activate_action (fixture->pane, "profile.copy-with-source", NULL);
  assert_clipboard (fixture, "瓦房店市定位：新型工业化产业基地（来源：" SOURCE "）\n"
                             "瓦房店市定位：轴承之都（来源：" SOURCE "）\n"
                             "瓦房店市主导产业：轴承（来源：" SOURCE "）\n"
                             "瓦房店市主导产业：绿色石化（来源：" SOURCE "）\n"
                             "瓦房店市主导产业：船舶与海工装备（来源：" SOURCE "）");
  g_assert_cmpstr (fixture->message, ==, "Copied every fact of 瓦房店市 with its source.");
}

/* Two passages from one place in the document are one source. */
static void
test_copy_two_passages (Fixture *fixture, gconstpointer data)
{
  GtkWidget *evidence;

  select_place (fixture, "210200");
  evidence = find_nth (fixture->pane, "AtlasEvidence", 1);
  g_assert_cmpuint (atlas_evidence_get_index (ATLAS_EVIDENCE (evidence)), ==, 1);
  gtk_widget_grab_focus (evidence);
  gtk_widget_activate_action (fixture->pane, "profile.copy-with-source", NULL);
  assert_clipboard (fixture, "大连市定位：东北亚国际航运中心（来源：《辽宁省“十五五”规划纲要》（202"
                             "6年5月）第十章第二节）");
}

static void
test_nothing_to_copy (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (fixture->pane, "profile.copy-with-source", NULL);
  select_place (fixture, "210202");
  gtk_widget_activate_action (fixture->pane, "profile.copy-with-source", NULL);
  g_assert_null (fixture->message);
}

static void
test_no_industries (Fixture *fixture, gconstpointer data)
{
  select_place (fixture, "210100");
  g_assert_nonnull (find_label (
      fixture->pane, "《辽宁省“十五五”规划纲要》 lists no strong industries for 沈阳市."));
  g_assert_null (find_nth (fixture->pane, "AtlasChip", 0));
  g_assert_cmpuint (count_type (fixture->pane, "AtlasFact"), ==, 5);
}

static void
test_district (Fixture *fixture, gconstpointer data)
{
  select_place (fixture, "210202");
  g_assert_nonnull (find_label (fixture->pane, "中山区"));
  g_assert_nonnull (find_label (
      fixture->pane, "The plans set out no positioning and no industries for districts."));
  g_assert_null (find_label (fixture->pane, "Sources"));
  click (gtk_widget_get_ancestor (find_label (fixture->pane, "Show 大连市"), GTK_TYPE_BUTTON));
  assert_selected (fixture, "210200");
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
  g_assert_nonnull (find_label (overview, "May 2026 · 55 places"));
  select_place (fixture, "210281");
  g_assert_null (find_nth (fixture->pane, "AtlasOverview", 0));
  atlas_session_set_selected (fixture->session, NULL);
  g_assert_nonnull (find_nth (fixture->pane, "AtlasOverview", 0));
}

static void
test_chip_highlights (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel;

  select_place (fixture, "210281");
  click (get_toggle (fixture, 0));
  g_assert_cmpstr (atlas_session_get_highlight (fixture->session), ==, "equipment");
  g_assert_true (atlas_chip_get_active (ATLAS_CHIP (find_nth (fixture->pane, "AtlasChip", 0))));
  g_assert_false (atlas_chip_get_active (ATLAS_CHIP (find_nth (fixture->pane, "AtlasChip", 1))));
  g_assert_true (gtk_widget_has_css_class (find_nth (fixture->pane, "AtlasChip", 0), "active"));

  panel = find_nth (fixture->pane, "AtlasFamilyPanel", 0);
  g_assert_nonnull (panel);
  g_assert_nonnull (find_label (panel, "装备制造"));
  g_assert_nonnull (find_label (panel, "GB/T 4754—2017 divisions 34, 35, 37, 38, 56"));
  g_assert_null (find_button_for (panel, "210281"));
  g_assert_nonnull (find_label (find_button_for (panel, "211400"), "船舶机械"));

  click (get_toggle (fixture, 0));
  g_assert_null (atlas_session_get_highlight (fixture->session));
  g_assert_null (find_nth (fixture->pane, "AtlasFamilyPanel", 0));
  g_assert_false (atlas_chip_get_active (ATLAS_CHIP (find_nth (fixture->pane, "AtlasChip", 0))));
}

/* The panel lists all places of the family but the one on show, each once. */
static void
test_panel_is_complete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) places = NULL;
  GtkWidget *panel;

  places = atlas_catalog_get_places_in_family (fixture->catalog, "equipment", &error);
  g_assert_no_error (error);
  select_place (fixture, "210281");
  click (get_toggle (fixture, 0));
  panel = find_nth (fixture->pane, "AtlasFamilyPanel", 0);
  g_assert_cmpuint (count_type (panel, "GtkButton"), ==, places->len - 1);
}

static void
test_panel_selects (Fixture *fixture, gconstpointer data)
{
  select_place (fixture, "210281");
  click (get_toggle (fixture, 0));
  click (find_button_for (find_nth (fixture->pane, "AtlasFamilyPanel", 0), "211400"));
  assert_selected (fixture, "211400");
  g_assert_null (atlas_session_get_highlight (fixture->session));
  g_assert_null (find_nth (fixture->pane, "AtlasFamilyPanel", 0));
}

static void
test_other_chip (Fixture *fixture, gconstpointer data)
{
  select_place (fixture, "210281");
  click (get_toggle (fixture, 0));
  click (get_toggle (fixture, 1));
  g_assert_cmpstr (atlas_session_get_highlight (fixture->session), ==, "petrochemical");
  g_assert_cmpuint (count_type (fixture->pane, "AtlasFamilyPanel"), ==, 1);
  g_assert_false (atlas_chip_get_active (ATLAS_CHIP (find_nth (fixture->pane, "AtlasChip", 0))));
  g_assert_true (atlas_chip_get_active (ATLAS_CHIP (find_nth (fixture->pane, "AtlasChip", 1))));
}

/* Whoever else sets or clears the highlight, the chips follow. */
static void
test_chips_follow_session (Fixture *fixture, gconstpointer data)
{
  select_place (fixture, "210281");
  atlas_session_set_highlight (fixture->session, "petrochemical");
  g_assert_true (atlas_chip_get_active (ATLAS_CHIP (find_nth (fixture->pane, "AtlasChip", 1))));
  g_assert_null (find_nth (fixture->pane, "AtlasFamilyPanel", 0));
  atlas_session_set_highlight (fixture->session, NULL);
  g_assert_false (atlas_chip_get_active (ATLAS_CHIP (find_nth (fixture->pane, "AtlasChip", 1))));
  g_assert_cmpstr (atlas_session_get_highlight (fixture->session), ==, NULL);
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkWidget *evidence;
  GtkWidget *toggle;

  select_place (fixture, "210281");
  evidence = find_nth (fixture->pane, "AtlasEvidence", 0);
  toggle = get_toggle (fixture, 0);
  gtk_test_accessible_assert_property (
      evidence, GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Source 1: 《辽宁省“十五五”规划纲要》 第十一章 · 第三节 · 专栏21 · 第5项");
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
  gtk_widget_measure (fixture->pane, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 320);
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
static char *
write_inconsistent_database (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDatabase) database = NULL;
  g_autofree char *schema_path = g_build_filename (g_getenv ("ATLAS_TEST_DATA"), "schema.sql",
                                                   NULL);
  g_autofree char *schema = NULL;
  char *path = g_build_filename (folder, "atlas.db", NULL);

  g_assert_true (g_file_get_contents (schema_path, &schema, NULL, &error));
  database = atlas_database_create (path, ATLAS_CATALOG_APPLICATION_ID,
                                    ATLAS_CATALOG_SCHEMA_VERSION, &error);
  g_assert_no_error (error);
  g_assert_true (atlas_database_execute (database, schema, &error));
  g_assert_no_error (error);
  atlas_database_execute (
      database,
      "INSERT INTO meta VALUES ('version', '1'), ('date', '2026-05');"
      "INSERT INTO document VALUES ('plan', 0, '计划', '计划', '2026-05', '2026-2030', '“十五五”',"
      " 'plan');"
      "INSERT INTO place VALUES ('210100', '沈阳市', '沈阳', 'Shěnyáng', 'sy',"
      " 'prefecture-level-city', NULL, 123.4, 41.8, 0.8, 0.4);"
      "INSERT INTO claim VALUES ('210100/positioning/a', '210100', 'positioning', 0, '枢纽', NULL,"
      " NULL, '2026-2030', 'stated', NULL, NULL)",
      &error);
  g_assert_no_error (error);
  g_assert_true (atlas_database_close (database, &error));
  return path;
}

static void
test_unreadable_profile (void)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-XXXXXX", NULL);
  g_autofree char *path = write_inconsistent_database (folder);
  Fixture fixture = { 0 };
  GtkWidget *sentence;

  show_catalog (&fixture, path);
  select_place (&fixture, "210100");
  g_assert_nonnull (find_label (fixture.pane, "Shěnyáng"));
  g_assert_cmpuint (count_type (fixture.pane, "AtlasFact"), ==, 0);
  sentence = find_nth (fixture.pane, "GtkLabel", 3);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (sentence)),
                                   "What the documents say of 沈阳市 cannot be read: "));
  tear_down (&fixture, NULL);
  g_remove (path);
  g_rmdir (folder);
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
  GtkWidget *widgets[] = {
    atlas_profile_pane_new (),
    atlas_overview_new (),
    atlas_chip_new (profile, claim),
    atlas_evidence_new (profile, claim, 0),
    atlas_fact_new (profile, claim),
    atlas_swatch_new (claim->family),
    atlas_family_panel_new (catalog, claim->family, place),
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
  atlas_session_set_highlight (session, "equipment");
  atlas_session_set_selected (session, NULL);
}

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv);
  adw_init ();

#define ADD(name, function)                                                                        \
  g_test_add ("/profile-pane/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("county", test_county);
  ADD ("sources", test_sources);
  ADD ("city", test_city);
  ADD ("numbers", test_numbers);
  ADD ("evidence", test_evidence);
  ADD ("evidence-focus", test_evidence_focus);
  ADD ("repaired-wording", test_repaired_wording);
  ADD ("copy-focused", test_copy_focused);
  ADD ("copy-profile", test_copy_profile);
  ADD ("copy-two-passages", test_copy_two_passages);
  ADD ("nothing-to-copy", test_nothing_to_copy);
  ADD ("no-industries", test_no_industries);
  ADD ("district", test_district);
  ADD ("overview", test_overview);
  ADD ("chip-highlights", test_chip_highlights);
  ADD ("panel-is-complete", test_panel_is_complete);
  ADD ("panel-selects", test_panel_selects);
  ADD ("other-chip", test_other_chip);
  ADD ("chips-follow-session", test_chips_follow_session);
  ADD ("accessible", test_accessible);
  ADD ("sizes", test_sizes);
#undef ADD
  g_test_add_func ("/profile-pane/dates", test_dates);
  g_test_add_func ("/profile-pane/unreadable-profile", test_unreadable_profile);
  g_test_add_func ("/profile-pane/finalize", test_finalize);

  return g_test_run ();
}
