/* test-evidence.c: the passage behind a fact, and facts that are copied with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-evidence.h"
#include "atlas-fact.h"
#include "profile-fixture.h"

#define SOURCE "《辽宁省“十五五”规划纲要》（2026年5月）第十一章第三节专栏21第5项"

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
  g_assert_nonnull (find_label (
      popover, "第十一章 · 第三节 · 专栏21 41个县（市）县域经济特色化发展 · 第5项 · May 2026"));
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

/* The numbers of a fact rise, in whichever order it cites its passages. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  const guint cited[] = { 11, 1, 10 };
  const char *const shown[] = { "2", "11", "12" };
  g_autoptr (GArray) citations = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (AtlasProfile) profile = NULL;
  g_autoptr (GError) error = NULL;
  AtlasClaim claim = { .citations = citations };
  GtkWidget *fact = g_object_ref_sink (atlas_fact_new_for_text ("轴承"));

  profile = atlas_catalog_load_profile (
      fixture->catalog, atlas_catalog_get_place (fixture->catalog, "211000"), &error);
  g_assert_no_error (error);
  g_array_append_vals (citations, cited, G_N_ELEMENTS (cited));
  atlas_fact_add_claim (ATLAS_FACT (fact), profile, &claim);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    g_assert_nonnull (find_label (find_nth (fact, "AtlasEvidence", i), shown[i]));
  g_assert_finalize_object (fact);
}

/* What a pointer would show lies over the quotation. */
static void
test_tooltip (Fixture *fixture, gconstpointer data)
{
  GtkWidget *evidence;
  g_autofree char *text = NULL;

  select_place (fixture, "210281");
  evidence = find_nth (fixture->pane, "AtlasEvidence", 0);
  text = g_strdup (gtk_widget_get_tooltip_text (evidence));
  g_assert_nonnull (text);
  g_assert_true (gtk_widget_get_has_tooltip (evidence));
  click (evidence);
  g_assert_false (gtk_widget_get_has_tooltip (evidence));
  gtk_popover_popdown (GTK_POPOVER (find_nth (evidence, "AtlasEvidencePopover", 0)));
  wait_until (gtk_widget_get_has_tooltip (evidence));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (evidence), ==, text);
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
  gtk_widget_grab_focus (get_toggle (get_chip (fixture, "Leading industries", 1)));
  gtk_widget_activate_action (fixture->pane, "profile.copy-with-source", NULL);
  assert_clipboard (fixture, "瓦房店市主导产业：绿色石化（来源：" SOURCE "）");
}

/* Beginning with what the plan wants it to be; all else follows. */
static void
test_copy_profile (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  select_place (fixture, "210281");
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  gtk_widget_activate_action (fixture->pane, "profile.copy-with-source", NULL);
  text = read_clipboard (fixture);
  g_assert_true (g_str_has_prefix (text, "瓦房店市定位：新型工业化产业基地（来源：" SOURCE "）\n"
                                         "瓦房店市定位：轴承之都（来源：" SOURCE "）\n"
                                         "瓦房店市主导产业：轴承（来源：" SOURCE "）\n"
                                         "瓦房店市主导产业：绿色石化（来源：" SOURCE "）\n"
                                         "瓦房店市主导产业：船舶与海工装备（来源：" SOURCE "）\n"));
  g_assert_nonnull (strstr (text, "瓦房店市区域和称号：沈大经济走廊支点城市（来源："));
  g_assert_cmpstr (fixture->message, ==, "Copied every fact of 瓦房店市 with its source.");
}

/* Two passages from one place in the document are one source. */
static void
test_copy_two_passages (Fixture *fixture, gconstpointer data)
{
  GtkWidget *evidence;

  select_place (fixture, "210200");
  evidence = find_nth (fixture->pane, "AtlasEvidence", 1);
  g_assert_nonnull (find_label (evidence, "2"));
  gtk_widget_grab_focus (evidence);
  gtk_widget_activate_action (fixture->pane, "profile.copy-with-source", NULL);
  assert_clipboard (fixture, "大连市定位：东北亚国际航运中心（来源：《辽宁省“十五五”规划纲要》（202"
                             "6年5月）第十章第二节）");
}

/* A chip stands for the membership, whoever made it: of a county, what its city is in. */
static void
test_copy_membership (Fixture *fixture, gconstpointer data)
{
  GtkWidget *section;
  g_autofree char *text = NULL;

  select_place (fixture, "210281");
  section = find_section (fixture, "Zones and designations");
  gtk_widget_grab_focus (get_toggle (find_chip (section, "沿海经济带")));
  gtk_widget_activate_action (fixture->pane, "profile.copy-with-source", NULL);
  text = read_clipboard (fixture);
  g_assert_true (g_str_has_prefix (text, "大连市区域和称号：沿海经济带（来源："));
}

/* The panel shows facts of other places; they are copied with their place and their source. */
static void
test_copy_from_panel (Fixture *fixture, gconstpointer data)
{
  GtkWidget *section;
  GtkWidget *row;
  GtkWidget *evidence;
  g_autofree char *text = NULL;

  select_place (fixture, "210281");
  section = find_section (fixture, "Zones and designations");
  click (get_toggle (find_chip (section, "沿海经济带")));
  row = gtk_widget_get_parent (
      find_button_for (find_nth (section, "AtlasTopicPanel", 0), "210600"));
  evidence = find_nth (row, "AtlasEvidence", 0);
  click (evidence);
  click (find_nth (find_nth (evidence, "AtlasEvidencePopover", 0), "GtkButton", 0));
  text = read_clipboard (fixture);
  g_assert_true (g_str_has_prefix (text, "丹东市区域和称号：沿海经济带（丹东市为推断："));
  g_assert_cmpstr (fixture->message, ==, "Copied “沿海经济带” with its source.");
}

static void
test_inferred (Fixture *fixture, gconstpointer data)
{
  GtkWidget *evidence;

  select_place (fixture, "210600");
  evidence = find_nth (find_chip (find_section (fixture, "Zones and designations"), "沿海经济带"),
                       "AtlasEvidence", 0);
  click (evidence);
  g_assert_nonnull (find_label (evidence, "Inferred: 文中“沿海六市”即第九章第二节所列大连、营口、"
                                          "丹东、盘锦、锦州、葫芦岛六港所在市"));
}

static void
test_nothing_to_copy (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (fixture->pane, "profile.copy-with-source", NULL);
  select_place (fixture, "210102");
  gtk_widget_activate_action (fixture->pane, "profile.copy-with-source", NULL);
  g_assert_null (fixture->message);
}

int
main (int argc, char *argv[])
{
  init_test (&argc, &argv);

  ADD ("/evidence/open", test_evidence);
  ADD ("/evidence/focus", test_evidence_focus);
  ADD ("/evidence/order", test_order);
  ADD ("/evidence/tooltip", test_tooltip);
  ADD ("/evidence/repaired-wording", test_repaired_wording);
  ADD ("/evidence/inferred", test_inferred);
  ADD ("/evidence/copy-focused", test_copy_focused);
  ADD ("/evidence/copy-profile", test_copy_profile);
  ADD ("/evidence/copy-two-passages", test_copy_two_passages);
  ADD ("/evidence/copy-membership", test_copy_membership);
  ADD ("/evidence/copy-from-panel", test_copy_from_panel);
  ADD ("/evidence/nothing-to-copy", test_nothing_to_copy);

  return g_test_run ();
}
