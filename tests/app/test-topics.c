/* test-topics.c: chips, what they show on the map, and the panel they open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "profile-fixture.h"

#define LEADING "Leading industries"
#define ZONES "Zones and designations"

static void
test_chip_highlights (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel;

  select_place (fixture, "210281");
  click (get_toggle (get_chip (fixture, LEADING, 0)));
  g_assert_cmpstr (atlas_session_get_highlight (fixture->session), ==, "family:equipment");
  g_assert_true (is_active (get_chip (fixture, LEADING, 0)));
  g_assert_false (is_active (get_chip (fixture, LEADING, 1)));
  g_assert_true (gtk_widget_has_css_class (get_chip (fixture, LEADING, 0), "active"));

  panel = get_panel (fixture);
  g_assert_nonnull (panel);
  g_assert_nonnull (find_label (panel, "装备制造"));
  g_assert_nonnull (find_label (panel, "GB/T 4754—2017 divisions 34, 35, 36, 37, 38, 40, 56"));
  g_assert_null (find_button_for (panel, "210281"));
  g_assert_nonnull (find_label (find_button_for (panel, "211400"), "船舶机械"));

  click (get_toggle (get_chip (fixture, LEADING, 0)));
  g_assert_null (atlas_session_get_highlight (fixture->session));
  g_assert_null (get_panel (fixture));
  g_assert_false (is_active (get_chip (fixture, LEADING, 0)));
}

/* The panel lists all places of the topic but the one on show, each once. */
static void
test_panel_is_complete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) places = atlas_catalog_get_places_in_topic (fixture->catalog,
                                                                    "family:equipment", &error);

  g_assert_no_error (error);
  select_place (fixture, "210281");
  click (get_toggle (get_chip (fixture, LEADING, 0)));
  g_assert_cmpuint (count_type (get_panel (fixture), "GtkButton"), ==, places->len - 1);
  for (guint i = 0; i < places->len; i++)
    {
      const char *code = atlas_place_get_code (g_ptr_array_index (places, i));

      g_assert_true ((find_button_for (get_panel (fixture), code) == NULL)
                     == g_str_equal (code, "210281"));
    }
}

/* What only an older plan names is not mixed with what the newest does. */
static void
test_panel_dates_older_terms (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  select_place (fixture, "210281");
  click (get_toggle (get_chip (fixture, LEADING, 1)));
  g_assert_cmpstr (atlas_session_get_highlight (fixture->session), ==, "family:petrochemical");
  row = find_button_for (get_panel (fixture), "211000");
  g_assert_nonnull (row);
  g_assert_nonnull (find_label_with_prefix (row, "“十四五”: "));
}

static void
test_panel_selects (Fixture *fixture, gconstpointer data)
{
  select_place (fixture, "210281");
  click (get_toggle (get_chip (fixture, LEADING, 0)));
  click (find_button_for (get_panel (fixture), "211400"));
  assert_selected (fixture, "211400");
  g_assert_cmpstr (atlas_session_get_highlight (fixture->session), ==, "family:equipment");
  g_assert_null (get_panel (fixture));
}

static void
test_other_chip (Fixture *fixture, gconstpointer data)
{
  select_place (fixture, "210281");
  click (get_toggle (get_chip (fixture, LEADING, 0)));
  click (get_toggle (get_chip (fixture, LEADING, 1)));
  g_assert_cmpstr (atlas_session_get_highlight (fixture->session), ==, "family:petrochemical");
  g_assert_cmpuint (count_type (fixture->pane, "AtlasTopicPanel"), ==, 1);
  g_assert_false (is_active (get_chip (fixture, LEADING, 0)));
  g_assert_true (is_active (get_chip (fixture, LEADING, 1)));

  /* Of another section, too. */
  click (get_toggle (get_chip (fixture, ZONES, 0)));
  g_assert_cmpuint (count_type (fixture->pane, "AtlasTopicPanel"), ==, 1);
  g_assert_false (is_active (get_chip (fixture, LEADING, 1)));
}

/* Whoever else sets or clears the highlight, the chips follow. */
static void
test_chips_follow_session (Fixture *fixture, gconstpointer data)
{
  select_place (fixture, "210281");
  atlas_session_set_highlight (fixture->session, "family:petrochemical");
  g_assert_true (is_active (get_chip (fixture, LEADING, 1)));
  g_assert_null (get_panel (fixture));
  atlas_session_set_highlight (fixture->session, NULL);
  g_assert_false (is_active (get_chip (fixture, LEADING, 1)));
  g_assert_cmpstr (atlas_session_get_highlight (fixture->session), ==, NULL);
}

static GtkAdjustment *
get_adjustment (Fixture *fixture)
{
  GtkWidget *scrolled = find_nth (fixture->pane, "GtkScrolledWindow", 0);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
}

/* Where @widget stands on what is on show of the pane. */
static graphene_rect_t
get_bounds (Fixture *fixture, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, fixture->pane, &bounds));
  return bounds;
}

/* Scrolls so far that @widget is the last that can be seen. */
static void
put_last (Fixture *fixture, GtkWidget *widget)
{
  GtkAdjustment *adjustment = get_adjustment (fixture);
  graphene_rect_t bounds = get_bounds (fixture, widget);
  double value = gtk_adjustment_get_value (adjustment) + bounds.origin.y + bounds.size.height
                 - gtk_adjustment_get_page_size (adjustment);

  g_assert_cmpfloat (value, >, 0.0);
  gtk_adjustment_set_value (adjustment, value);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), value, 0.01);
}

static gboolean
is_on_show (Fixture *fixture, GtkWidget *widget)
{
  graphene_rect_t bounds = get_bounds (fixture, widget);

  return gtk_widget_get_height (widget) > 0 && bounds.origin.y >= 0.0f
         && bounds.origin.y + bounds.size.height
                <= gtk_adjustment_get_page_size (get_adjustment (fixture)) + 0.5;
}

/* A panel that opens below what is on show comes into view; the focus stays on the chip. */
static void
test_panel_comes_into_view (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chip;
  GtkWidget *focus;

  select_place (fixture, "210200");
  wait_until (gtk_widget_get_height (find_section (fixture, ZONES)) > 0);
  chip = get_chip (fixture, ZONES, 0);
  gtk_widget_grab_focus (get_toggle (chip));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  put_last (fixture, chip);
  click (get_toggle (chip));
  wait_until (is_on_show (fixture, get_panel (fixture)));
  g_assert_true (is_on_show (fixture, chip));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == focus);
}

/* Of a long list the beginning comes into view, below the chip. */
static void
test_long_panel_comes_into_view (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chip;

  select_place (fixture, "210624");
  wait_until (gtk_widget_get_height (find_section (fixture, LEADING)) > 0);
  chip = get_chip (fixture, LEADING, 0);
  g_assert_cmpfloat (get_bounds (fixture, chip).origin.y, >, 50.0f);
  click (get_toggle (chip));
  wait_until (fabsf (get_bounds (fixture, chip).origin.y) <= 0.5f);
  g_assert_cmpint (gtk_widget_get_height (get_panel (fixture)), >,
                   gtk_widget_get_height (fixture->pane));
}

int
main (int argc, char *argv[])
{
  init_test (&argc, &argv);

  ADD ("/topics/chip-highlights", test_chip_highlights);
  ADD ("/topics/panel-is-complete", test_panel_is_complete);
  ADD ("/topics/panel-dates-older-terms", test_panel_dates_older_terms);
  ADD ("/topics/panel-selects", test_panel_selects);
  ADD ("/topics/other-chip", test_other_chip);
  ADD ("/topics/panel-comes-into-view", test_panel_comes_into_view);
  ADD ("/topics/long-panel-comes-into-view", test_long_panel_comes_into_view);
  ADD ("/topics/chips-follow-session", test_chips_follow_session);

  return g_test_run ();
}
