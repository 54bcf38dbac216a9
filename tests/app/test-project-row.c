/* test-project-row.c: what a row of the projects shows, opens and copies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-change-item.h"
#include "atlas-evidence.h"
#include "atlas-profile-pane.h"
#include "atlas-stage-pill.h"
#include "project-fixture.h"

#define BENXI_COUNTY "210521"

static void
test_details (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  show_place (fixture, XINGCHENG);
  row = find_row (fixture->section, "葫芦岛兴城抽水蓄能电站");
  g_assert_nonnull (find_label (row, "2 documents"));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "能源, 葫芦岛兴城抽水蓄能电站, 续建");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "2 documents, Stage: Continuing or ongoing");
  assert_expanded (row, FALSE);
  g_assert_null (find_label (row, "《2024年省政府工作报告》, 2024"));

  g_assert_true (gtk_widget_activate (row));
  assert_expanded (row, TRUE);
  g_assert_nonnull (find_label (row, "《辽宁省“十五五”规划纲要》, May 2026"));
  g_assert_nonnull (find_label (row, "电源工程"));
  g_assert_nonnull (find_label (row, "《2024年省政府工作报告》, 2024"));
  g_assert_nonnull (find_label (row, "有序推进"));
  g_assert_nonnull (find_label (row, "Named here: 兴城抽水蓄能电站"));
  g_assert_cmpuint (count_type (row, "AtlasEvidence"), ==, 3);

  g_assert_true (gtk_widget_activate (row));
  assert_expanded (row, FALSE);
  g_assert_null (find_label (row, "《2024年省政府工作报告》, 2024"));
  g_assert_cmpuint (count_type (row, "AtlasEvidence"), ==, 1);
}

static const AtlasProject *
get_project (Fixture *fixture, const char *name)
{
  GPtrArray *projects = atlas_profile_get_projects (fixture->profile);

  for (guint i = 0; i < projects->len; i++)
    if (g_str_equal (((const AtlasProject *) g_ptr_array_index (projects, i))->name, name))
      return g_ptr_array_index (projects, i);
  g_assert_not_reached ();
}

/* An open row has the words of the documents to read, each passage with its number behind it. */
static void
test_quotations (Fixture *fixture, gconstpointer data)
{
  const AtlasProject *project;
  GtkWidget *row;

  show_place (fixture, XINGCHENG);
  project = get_project (fixture, "葫芦岛兴城抽水蓄能电站");
  row = find_row (fixture->section, project->name);
  g_assert_true (gtk_widget_activate (row));
  g_assert_cmpuint (project->statements->len, >, 1);
  for (guint i = 0; i < project->statements->len; i++)
    {
      const AtlasProjectStatement *statement = g_ptr_array_index (project->statements, i);
      GArray *citations = statement->claim.citations;

      for (guint j = 0; j < citations->len; j++)
        {
          guint index = g_array_index (citations, guint, j);
          const AtlasCitation *citation = g_ptr_array_index (
              atlas_profile_get_citations (fixture->profile), index);
          g_autofree char *quotation = atlas_wording_quote (citation->quote);
          g_autofree char *number = g_strdup_printf ("%u", index + 1);
          GtkWidget *label = find_label (row, quotation);

          g_assert_nonnull (label);
          g_assert_nonnull (find_label (gtk_widget_get_next_sibling (label), number));
        }
    }
}

static guint
assert_quantities (GtkWidget *row, const AtlasProjectStatement *statement)
{
  for (guint i = 0; i < statement->quantities->len; i++)
    {
      g_autofree char *text = atlas_wording_format_quantity (
          g_ptr_array_index (statement->quantities, i));

      g_assert_nonnull (find_label (row, text));
    }
  return statement->quantities->len;
}

static guint
assert_repair (GtkWidget *row, const AtlasClaim *claim)
{
  g_autofree char *text = NULL;

  if (claim->printed == NULL)
    return 0;
  text = g_strdup_printf ("Wording repaired: “%s” → “%s” (%s)", claim->printed, claim->text,
                          claim->repair);
  g_assert_nonnull (find_label (row, text));
  return 1;
}

/* The details of each statement tell its quantities and what was repaired. */
static void
test_quantities_and_repairs (Fixture *fixture, gconstpointer data)
{
  const char *const codes[] = { XINGCHENG, BENXI_COUNTY };
  guint n_quantities = 0;
  guint n_repairs = 0;

  for (guint c = 0; c < G_N_ELEMENTS (codes); c++)
    {
      GPtrArray *projects;

      show_place (fixture, codes[c]);
      projects = atlas_profile_get_projects (fixture->profile);
      for (guint i = 0; i < projects->len; i++)
        {
          const AtlasProject *project = g_ptr_array_index (projects, i);
          GtkWidget *row = find_row (fixture->section, project->name);

          g_assert_true (gtk_widget_activate (row));
          for (guint j = 0; j < project->statements->len; j++)
            {
              const AtlasProjectStatement *statement = g_ptr_array_index (project->statements, j);

              n_quantities += assert_quantities (row, statement);
              n_repairs += assert_repair (row, &statement->claim);
            }
        }
    }
  g_assert_cmpuint (n_quantities, >, 0);
  g_assert_cmpuint (n_repairs, >, 0);
}

/* Where a document has no verb, the pill says so, and shows nothing of the stage, which is ours. */
static void
test_unsaid_status (Fixture *fixture, gconstpointer data)
{
  GPtrArray *projects;
  guint n_unsaid = 0;

  load_profile (fixture, LIAOYANG);
  projects = atlas_profile_get_projects (fixture->profile);
  for (guint i = 0; i < projects->len; i++)
    {
      const AtlasProjectStatement *statement = atlas_project_get_newest (
          g_ptr_array_index (projects, i));
      GtkWidget *pill = g_object_ref_sink (atlas_stage_pill_new (statement));
      const char *text = gtk_label_get_text (GTK_LABEL (pill));

      g_assert_cmpint (gtk_widget_has_css_class (pill, atlas_stage_to_string (statement->stage)),
                       ==, statement->status != NULL);
      g_assert_cmpint (gtk_widget_has_css_class (pill, "unsaid"), ==, statement->status == NULL);
      if (statement->status != NULL)
        {
          g_autofree char *hint = g_strdup_printf ("Stage: %s",
                                                   atlas_wording_get_stage (statement->stage));

          g_assert_cmpstr (text, ==, statement->status);
          g_assert_cmpstr (gtk_widget_get_tooltip_text (pill), ==, hint);
        }
      else
        {
          g_assert_cmpstr (text, ==, "not stated");
          g_assert_cmpstr (gtk_widget_get_tooltip_text (pill), ==, "The document prints no verb");
          n_unsaid++;
        }
      g_assert_finalize_object (pill);
    }
  g_assert_cmpuint (n_unsaid, >, 100);
}

static const AtlasProject *
find_unsaid (Fixture *fixture)
{
  GPtrArray *projects = atlas_profile_get_projects (fixture->profile);

  for (guint i = 0; i < projects->len; i++)
    if (atlas_project_get_newest (g_ptr_array_index (projects, i))->status == NULL)
      return g_ptr_array_index (projects, i);
  g_assert_not_reached ();
}

/* A screen reader says it of the row, and the comparison of the plans on both of its lines. */
static void
test_unsaid_elsewhere (Fixture *fixture, gconstpointer data)
{
  const AtlasProject *project;
  const AtlasProjectStatement *statement;
  AtlasProjectEntry entry;
  AtlasChange change = { .kind = ATLAS_CHANGE_CONTINUED, .field = ATLAS_CLAIM_FIELD_PROJECT };
  GtkWidget *row;
  GtkWidget *item;
  g_autofree char *name = NULL;
  g_autofree char *older = NULL;

  load_profile (fixture, LIAOYANG);
  project = find_unsaid (fixture);
  statement = atlas_project_get_newest (project);
  entry = (AtlasProjectEntry){ project, statement };
  row = g_object_ref_sink (atlas_project_row_new (fixture->profile, &entry, NULL));
  name = g_strdup_printf ("%s, %s, not stated", project->category, project->name);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_finalize_object (row);

  change.newer = change.older = &statement->claim;
  item = g_object_ref_sink (atlas_change_item_new (fixture->profile, &change));
  g_assert_true (gtk_widget_has_css_class (find_label (item, "not stated"), "unsaid"));
  older = g_strdup_printf ("%s · not stated", statement->document->period_name);
  g_assert_nonnull (find_label (item, older));
  g_assert_finalize_object (item);
}

/* The pane has loaded a profile of its own. */
static char *
quote_claim (Fixture *fixture, const AtlasClaim *claim)
{
  return atlas_wording_quote_claim (fixture->profile,
                                    atlas_profile_find_claim (fixture->profile, claim->id));
}

static void
text_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, &error);
  g_assert_no_error (error);
}

static void
copied_cb (char **message, const char *text)
{
  g_free (*message);
  *message = g_strdup (text);
}

static void
assert_clipboard (Fixture *fixture, const char *expected)
{
  g_autofree char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->window), NULL, text_read_cb,
                                 &text);
  wait_until (text != NULL);
  g_assert_cmpstr (text, ==, expected);
}

/* A focused row is copied with what it shows, an evidence number with what it stands behind. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = atlas_profile_pane_new ();
  GtkWidget *row;
  GtkWidget *older;
  g_autofree char *message = NULL;
  g_autofree char *newest_text = NULL;
  g_autofree char *older_text = NULL;

  load_profile (fixture, XINGCHENG);
  atlas_profile_pane_set_session (ATLAS_PROFILE_PANE (pane), fixture->session);
  g_signal_connect_swapped (pane, "copied", G_CALLBACK (copied_cb), &message);
  gtk_window_set_child (GTK_WINDOW (fixture->window), pane);
  gtk_window_present (GTK_WINDOW (fixture->window));
  atlas_session_set_selected (fixture->session, get_place (fixture, XINGCHENG));
  wait_until (gtk_widget_get_height (pane) > 0);

  row = find_row (pane, "葫芦岛兴城抽水蓄能电站");
  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (gtk_widget_is_focus (row));
  gtk_widget_activate_action (pane, "profile.copy-with-source", NULL);
  newest_text = quote_claim (fixture, atlas_project_row_get_claim (ATLAS_PROJECT_ROW (row)));
  assert_clipboard (fixture, newest_text);
  g_assert_nonnull (strstr (newest_text, "《辽宁省“十五五”规划纲要》（2026年5月）第十四章第四节"));
  g_assert_cmpstr (message, ==, "Copied “葫芦岛兴城抽水蓄能电站” with its source.");

  g_assert_true (gtk_widget_activate (row));
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_clear_pointer (&message, g_free);
  g_signal_emit_by_name (
      find_button_for (row, atlas_project_row_get_claim (ATLAS_PROJECT_ROW (row))->id), "clicked");
  assert_clipboard (fixture, newest_text);
  g_assert_cmpstr (message, ==, "Copied “葫芦岛兴城抽水蓄能电站” with its source.");

  older = find_nth (row, "AtlasEvidence", 2);
  older_text = quote_claim (fixture, atlas_evidence_get_claim (ATLAS_EVIDENCE (older)));
  g_signal_emit_by_name (older, "clicked");
  g_signal_emit_by_name (find_nth (older, "GtkButton", 0), "clicked");
  assert_clipboard (fixture, older_text);
  g_assert_nonnull (strstr (older_text, "《2024年省政府工作报告》"));
  g_assert_cmpstr (message, ==, "Copied “兴城抽水蓄能电站” with its source.");
}

/* The other places of a project are ways to them. */
static void
test_other_places (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  show_place (fixture, WAFANGDIAN);
  row = find_row (fixture->section, "庄河至瓦房店高速");
  g_assert_null (find_button_for (row, "210283"));
  g_assert_true (gtk_widget_activate (row));
  g_assert_nonnull (find_button_for (row, "210283"));
  g_assert_null (find_button_for (row, WAFANGDIAN));
}

int
main (int argc, char *argv[])
{
  init_test (&argc, &argv);

  ADD ("/project-row/details", test_details);
  ADD ("/project-row/quotations", test_quotations);
  ADD ("/project-row/quantities-and-repairs", test_quantities_and_repairs);
  ADD ("/project-row/unsaid-status", test_unsaid_status);
  ADD ("/project-row/unsaid-elsewhere", test_unsaid_elsewhere);
  ADD ("/project-row/copy", test_copy);
  ADD ("/project-row/other-places", test_other_places);

  return g_test_run ();
}
