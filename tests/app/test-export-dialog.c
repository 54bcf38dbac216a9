/* test-export-dialog.c: the dialog in which a map is made ready to be handed on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-fixture.h"

#include <string.h>

#include "atlas-export-dialog.h"

#define WAFANGDIAN "210281"

/* For a large picture, on a slow machine */
#define PATIENCE_SECONDS 60

static AtlasSession *
get_session (Fixture *fixture)
{
  return atlas_window_get_session (fixture->window);
}

static AtlasExportDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ATLAS_IS_EXPORT_DIALOG (window))
        return ATLAS_EXPORT_DIALOG (window);
    }
  return NULL;
}

static gpointer
get_child (AtlasExportDialog *dialog, const char *id)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (dialog), ATLAS_TYPE_EXPORT_DIALOG,
                                                  id);

  g_assert_nonnull (child);
  return child;
}

static AtlasExportDialog *
open_dialog (Fixture *fixture)
{
  present (fixture, 1280, 800);
  wait_until (atlas_window_is_complete (fixture->window));
  g_assert_true (activate (fixture, "win.export-map"));
  wait_until (find_dialog () != NULL && gtk_widget_get_mapped (GTK_WIDGET (find_dialog ())));
  return find_dialog ();
}

static void
assert_closed (void)
{
  wait_within (PATIENCE_SECONDS, find_dialog () == NULL);
}

static GdkPaintable *
get_preview (AtlasExportDialog *dialog)
{
  return gtk_picture_get_paintable (get_child (dialog, "preview"));
}

static const char *
get_title (AtlasExportDialog *dialog)
{
  return gtk_editable_get_text (get_child (dialog, "title"));
}

static void
choose (AtlasExportDialog *dialog, const char *row, guint item)
{
  adw_combo_row_set_selected (get_child (dialog, row), item);
}

static guint
count_regions (AtlasExportDialog *dialog)
{
  return g_list_model_get_n_items (adw_combo_row_get_model (get_child (dialog, "region")));
}

static double
get_ratio (AtlasExportDialog *dialog)
{
  return gdk_paintable_get_intrinsic_aspect_ratio (get_preview (dialog));
}

/* What is chosen is seen before it is saved. */
static void
test_preview (Fixture *fixture, gconstpointer data)
{
  AtlasExportDialog *dialog = open_dialog (fixture);
  GdkPaintable *first;

  wait_within (PATIENCE_SECONDS, get_preview (dialog) != NULL);
  first = get_preview (dialog);
  choose (dialog, "paper", ATLAS_MAP_PAPER_WIDE_SLIDE);
  wait_within (PATIENCE_SECONDS, get_preview (dialog) != first);
  g_assert_cmpfloat_with_epsilon (get_ratio (dialog), 1280.0 / 720.0, 0.02);
  choose (dialog, "paper", ATLAS_MAP_PAPER_A4_PORTRAIT);
  wait_within (PATIENCE_SECONDS, get_ratio (dialog) < 1.0);
  g_assert_false (gtk_switch_get_active (get_child (dialog, "dark")));
  gtk_window_close (GTK_WINDOW (dialog));
  assert_closed ();
}

/* A title that nobody has touched says what the region is; what a person typed stays. */
static void
test_title (Fixture *fixture, gconstpointer data)
{
  AtlasExportDialog *dialog;

  atlas_session_set_selected (get_session (fixture), get_place (fixture, WAFANGDIAN));
  dialog = open_dialog (fixture);
  g_assert_true (g_str_has_prefix (get_title (dialog), "Liaoning Province: "));
  g_assert_cmpuint (count_regions (dialog), ==, 3);
  choose (dialog, "region", 1);
  g_assert_true (g_str_has_prefix (get_title (dialog), "瓦房店市: "));
  choose (dialog, "region", 2);
  g_assert_true (g_str_has_prefix (get_title (dialog), "Liaoning Province: "));
  gtk_editable_set_text (get_child (dialog, "title"), "");
  choose (dialog, "region", 1);
  g_assert_cmpstr (get_title (dialog), ==, "");
  gtk_window_close (GTK_WINDOW (dialog));
  assert_closed ();
}

static void
test_regions (Fixture *fixture, gconstpointer data)
{
  AtlasExportDialog *dialog = open_dialog (fixture);
  AdwComboRow *row = get_child (dialog, "region");
  GtkStringList *regions;

  g_assert_cmpuint (count_regions (dialog), ==, 2);
  gtk_window_close (GTK_WINDOW (dialog));
  assert_closed ();

  atlas_session_toggle_picked (get_session (fixture), get_place (fixture, WAFANGDIAN));
  atlas_session_toggle_picked (get_session (fixture), get_place (fixture, "210921"));
  dialog = open_dialog (fixture);
  row = get_child (dialog, "region");
  regions = GTK_STRING_LIST (adw_combo_row_get_model (row));
  g_assert_cmpuint (count_regions (dialog), ==, 3);
  g_assert_cmpstr (gtk_string_list_get_string (regions, 1), ==, "2 Picked Places");
  gtk_window_close (GTK_WINDOW (dialog));
  assert_closed ();
}

/* Pixels are asked for where there are pixels, and it is said how many. */
static void
test_resolution (Fixture *fixture, gconstpointer data)
{
  AtlasExportDialog *dialog = open_dialog (fixture);
  GtkWidget *row = get_child (dialog, "resolution");

  choose (dialog, "paper", ATLAS_MAP_PAPER_SLIDE);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "1920 × 1440 pixels");
  choose (dialog, "resolution", 2);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "3000 × 2250 pixels");
  for (guint format = ATLAS_MAP_FORMAT_PNG; format <= ATLAS_MAP_FORMAT_PDF; format++)
    {
      choose (dialog, "format", format);
      g_assert_true (gtk_widget_get_visible (row) == (format == ATLAS_MAP_FORMAT_PNG));
    }
  gtk_window_close (GTK_WINDOW (dialog));
  assert_closed ();
}

static void
assert_file (const char *path, const char *beginning)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, 10000);
  g_assert_true (g_str_has_prefix (content, beginning));
  g_assert_no_errno (g_unlink (path));
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  AtlasExportDialog *dialog = open_dialog (fixture);
  g_autofree char *path = g_build_filename (fixture->directory, "辽宁.svg", NULL);
  GtkWidget *button;

  choose (dialog, "format", ATLAS_MAP_FORMAT_SVG);
  atlas_export_dialog_save (dialog, path);
  g_assert_false (gtk_widget_get_sensitive (get_child (dialog, "save_button")));
  assert_closed ();
  assert_file (path, "<?xml");

  wait_until (find_label (get_part (fixture, "toasts"), "Saved “辽宁.svg”") != NULL);
  button = gtk_widget_get_ancestor (find_label (get_part (fixture, "toasts"), "Open Folder"),
                                    GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "win.open-folder");
  g_assert_cmpstr (
      g_variant_get_bytestring (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button))),
      ==, path);
}

/* What goes wrong is said in the dialog, which stays for another try. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
  AtlasExportDialog *dialog = open_dialog (fixture);
  g_autofree char *nowhere = g_build_filename (fixture->directory, "no", "map.png", NULL);
  g_autofree char *path = g_build_filename (fixture->directory, "map.png", NULL);
  GtkWidget *problem = get_child (dialog, "problem");

  g_assert_false (gtk_widget_get_visible (problem));
  atlas_export_dialog_save (dialog, nowhere);
  wait_within (PATIENCE_SECONDS, gtk_widget_get_visible (problem));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (problem)), nowhere));
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (problem)), ==,
                   GTK_ACCESSIBLE_ROLE_ALERT);
  wait_until (gtk_widget_get_sensitive (get_child (dialog, "save_button")));

  atlas_export_dialog_save (dialog, path);
  g_assert_false (gtk_widget_get_visible (problem));
  assert_closed ();
  assert_file (path, "\x89PNG");
}

/* A dialog that is closed while it works writes nothing and is gone. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  AtlasExportDialog *dialog = open_dialog (fixture);
  g_autofree char *path = g_build_filename (fixture->directory, "map.png", NULL);

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  atlas_export_dialog_save (dialog, path);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "window.close", NULL);
  wait_within (PATIENCE_SECONDS, dialog == NULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* What a screen reader says of the rows; the keyboard begins with the title. */
static void
test_labels (Fixture *fixture, gconstpointer data)
{
  static const char *const switches[] = { "badges", "hatched", "dark" };
  AtlasExportDialog *dialog = open_dialog (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    g_assert_true (gtk_test_accessible_has_relation (get_child (dialog, switches[i]),
                                                     GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  choose (dialog, "format", ATLAS_MAP_FORMAT_PDF);
  gtk_test_accessible_assert_property (get_child (dialog, "format"),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "PDF, to Print");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)),
                                         get_child (dialog, "title")));
  gtk_window_close (GTK_WINDOW (dialog));
  assert_closed ();
}

int
main (int argc, char **argv)
{
  init_window_tests (&argc, &argv);

  ADD ("/export-dialog/preview", test_preview);
  ADD ("/export-dialog/title", test_title);
  ADD ("/export-dialog/regions", test_regions);
  ADD ("/export-dialog/resolution", test_resolution);
  ADD ("/export-dialog/save", test_save);
  ADD ("/export-dialog/failure", test_failure);
  ADD ("/export-dialog/close", test_close);
  ADD ("/export-dialog/labels", test_labels);

  return g_test_run ();
}
