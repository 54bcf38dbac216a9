/* test-notice-bar.c: tiles that cannot be used are spoken of once, in the main window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-fixture.h"

#include <string.h>

#include "../tiles/mbtiles-fixture.h"
#include "atlas-notice-bar.h"

static AtlasTileControl *
get_control (Fixture *fixture)
{
  g_autoptr (AtlasTileControl) control = NULL;

  g_object_get (get_part (fixture, "notice_bar"), "control", &control, NULL);
  return control;
}

static void
choose_file (Fixture *fixture, const char *path)
{
  g_settings_set_string (fixture->settings, "tiles-file", path);
  g_settings_set_string (fixture->settings, "tiles", "file");
}

static GtkWidget *
show_problem (Fixture *fixture, const char *path)
{
  GtkWidget *bar = get_part (fixture, "notice_bar");

  present (fixture, 1280, 800);
  choose_file (fixture, path);
  wait_until (gtk_widget_get_mapped (bar));
  return bar;
}

static GtkLabel *
get_sentence (GtkWidget *bar)
{
  return GTK_LABEL (gtk_widget_get_template_child (bar, ATLAS_TYPE_NOTICE_BAR, "sentence"));
}

/* Nothing of others is opened before the map is there; then it is, whatever the settings say. */
static void
test_start (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = get_part (fixture, "notice_bar");

  choose_file (fixture, "/there/is/no.mbtiles");
  g_assert_null (get_control (fixture));
  g_assert_false (gtk_widget_get_visible (bar));
  present (fixture, 1280, 800);
  wait_until (gtk_widget_get_mapped (bar));
  g_assert_nonnull (get_control (fixture));
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = show_problem (fixture, "/there/is/no.mbtiles");
  const char *problem = atlas_tile_control_get_problem (get_control (fixture));

  g_assert_cmpstr (gtk_label_get_text (get_sentence (bar)), ==, problem);
  g_assert_nonnull (strstr (problem, "/there/is/no.mbtiles"));
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (bar)), ==,
                   GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       problem);
}

/* Retry is a command only while nothing is being tried, and leads to the tiles once it can. */
static void
test_retry (Fixture *fixture, gconstpointer data)
{
  g_autofree char *small = fixture_path ("small");
  g_autofree char *path = fixture_path ("later");
  GtkWidget *bar = show_problem (fixture, path);
  GtkWidget *retry = find_nth (bar, "GtkButton", 1);

  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (retry)), ==, "Retry");
  g_assert_true (gtk_widget_get_sensitive (retry));
  g_assert_no_errno (g_rename (small, path));
  g_signal_emit_by_name (retry, "clicked");
  g_assert_false (gtk_widget_get_sensitive (retry));
  wait_until (!gtk_widget_get_visible (bar));
  g_assert_true (atlas_map_view_get_look (atlas_window_get_map_view (fixture->window)).over);
  g_assert_no_errno (g_rename (path, small));
}

static void
test_use_painted (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = show_problem (fixture, "/there/is/no.mbtiles");
  g_autofree char *tiles = NULL;

  g_signal_emit_by_name (find_nth (bar, "GtkButton", 2), "clicked");
  wait_until (!gtk_widget_get_visible (bar));
  tiles = g_settings_get_string (fixture->settings, "tiles");
  g_assert_cmpstr (tiles, ==, "painted");
  g_assert_null (atlas_tile_control_get_problem (get_control (fixture)));
}

/* Who put it away is not bothered again before there is news; the keyboard stays with the map. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = show_problem (fixture, "/there/is/no.mbtiles");
  GtkWidget *close = find_nth (bar, "GtkButton", 0);

  g_assert_true (gtk_widget_grab_focus (close));
  g_signal_emit_by_name (close, "clicked");
  wait_until (!gtk_widget_get_visible (bar));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == get_part (fixture, "map"));
  g_assert_nonnull (atlas_tile_control_get_problem (get_control (fixture)));

  atlas_tile_control_retry (get_control (fixture));
  wait_until (gtk_widget_get_visible (bar));
}

static gboolean
has_tooltip (GtkLabel *label)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  g_signal_emit_by_name (label, "query-tooltip", 0, 0, FALSE, tooltip, &shown);
  return shown;
}

/* Three lines at most; the rest is in the tooltip. */
static void
test_long_sentence (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strnfill (700, 'x');
  g_autofree char *path = g_strconcat ("/there/is/no/", name, ".mbtiles", NULL);
  GtkWidget *bar = show_problem (fixture, "/there/is/no.mbtiles");
  GtkLabel *sentence = get_sentence (bar);

  wait_until (gtk_widget_get_width (GTK_WIDGET (sentence)) > 0);
  g_assert_false (has_tooltip (sentence));
  choose_file (fixture, path);
  wait_until (pango_layout_is_ellipsized (gtk_label_get_layout (sentence)));
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (sentence)), <=, 3);
  g_assert_true (has_tooltip (sentence));
}

static graphene_rect_t
get_bounds (Fixture *fixture, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, get_part (fixture, "map"), &bounds));
  return bounds;
}

/* The bar and the picked places stand one below the other, and the map answers beside them. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = show_problem (fixture, "/there/is/no.mbtiles");
  GtkWidget *strip = get_part (fixture, "pick_strip");
  GtkWidget *map = get_part (fixture, "map");
  GtkWidget *overlay = gtk_widget_get_parent (map);
  GtkWidget *found;
  graphene_rect_t upper;
  graphene_rect_t lower;

  atlas_session_toggle_picked (atlas_window_get_session (fixture->window),
                               get_place (fixture, "210281"));
  wait_until (gtk_widget_get_width (strip) > 1);
  upper = get_bounds (fixture, bar);
  lower = get_bounds (fixture, strip);
  g_assert_cmpfloat (upper.origin.y + upper.size.height, <=, lower.origin.y);
  g_assert_cmpfloat (lower.size.width + 8.0, <, upper.size.width);

  found = gtk_widget_pick (overlay, lower.origin.x + lower.size.width + 8.0,
                           lower.origin.y + lower.size.height / 2.0, GTK_PICK_DEFAULT);
  g_assert_true (found == map || gtk_widget_is_ancestor (found, map));
  found = gtk_widget_pick (overlay, lower.origin.x + 20.0, lower.origin.y + lower.size.height / 2.0,
                           GTK_PICK_DEFAULT);
  g_assert_true (found == strip || gtk_widget_is_ancestor (found, strip));
}

int
main (int argc, char **argv)
{
  static const char *const kinds[] = { "small", NULL };

  init_window_tests (&argc, &argv);

  ADD ("/notice-bar/start", test_start);
  ADD ("/notice-bar/words", test_words);
  ADD ("/notice-bar/retry", test_retry);
  ADD ("/notice-bar/use-painted", test_use_painted);
  ADD ("/notice-bar/close", test_close);
  ADD ("/notice-bar/long-sentence", test_long_sentence);
  ADD ("/notice-bar/place", test_place);

  return fixture_run (kinds);
}
