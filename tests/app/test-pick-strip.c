/* test-pick-strip.c: the strip of picked places
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "atlas-pick-chip.h"
#include "atlas-pick-strip.h"
#include "widget-tree.h"

typedef struct
{
  AtlasCatalog *catalog;
  AtlasSession *session;
  GtkWidget *window;
  GtkWidget *strip;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalog = atlas_catalog_open (g_getenv ("ATLAS_TEST_DATABASE"), &error);
  g_assert_no_error (error);
  fixture->session = atlas_session_new (fixture->catalog);
  fixture->strip = atlas_pick_strip_new ();
  atlas_pick_strip_set_session (ATLAS_PICK_STRIP (fixture->strip), fixture->session);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 420, 100);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->strip);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (gtk_widget_get_mapped (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->catalog);
}

static AtlasPlace *
get_place (Fixture *fixture, const char *code)
{
  return atlas_catalog_get_place (fixture->catalog, code);
}

static void
pick (Fixture *fixture, const char *code)
{
  atlas_session_toggle_picked (fixture->session, get_place (fixture, code));
}

static void
pick_counties (Fixture *fixture, guint n)
{
  GListModel *places = atlas_catalog_get_places (fixture->catalog);
  g_autoptr (GPtrArray) picked = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; picked->len < n; i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      if (!atlas_place_is_city (place))
        g_ptr_array_add (picked, g_object_ref (place));
    }
  atlas_session_pick_all (fixture->session, picked);
}

static GtkWidget *
get_chip (Fixture *fixture, guint n)
{
  return find_nth (fixture->strip, "AtlasPickChip", n);
}

static GtkWidget *
get_remove_button (Fixture *fixture, guint n)
{
  return gtk_widget_get_last_child (get_chip (fixture, n));
}

/* It is there while something is picked, and says how many. */
static void
test_count (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (fixture->strip));
  pick (fixture, "210281");
  g_assert_true (gtk_widget_get_visible (fixture->strip));
  g_assert_nonnull (find_label (fixture->strip, "1 place picked"));
  pick (fixture, "210921");
  g_assert_nonnull (find_label (fixture->strip, "2 places picked"));
  gtk_test_accessible_assert_role (find_label (fixture->strip, "2 places picked"),
                                   GTK_ACCESSIBLE_ROLE_STATUS);
  atlas_session_clear_picked (fixture->session);
  g_assert_false (gtk_widget_get_visible (fixture->strip));
}

static void
test_chips (Fixture *fixture, gconstpointer data)
{
  pick (fixture, "210281");
  pick (fixture, "210921");
  pick (fixture, "211324");
  g_assert_cmpuint (count_type (fixture->strip, "AtlasPickChip"), ==, 3);
  g_assert_nonnull (find_label (get_chip (fixture, 0), "瓦房店市"));
  g_assert_nonnull (find_label (get_chip (fixture, 2), "喀喇沁左翼蒙古族自治县"));
  g_assert_nonnull (find_button_for (get_chip (fixture, 0), "210281"));
  gtk_test_accessible_assert_property (get_remove_button (fixture, 1),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Leave Out 阜新蒙古族自治县");

  g_signal_emit_by_name (get_remove_button (fixture, 1), "clicked");
  g_assert_false (atlas_session_is_picked (fixture->session, get_place (fixture, "210921")));
  g_assert_cmpuint (count_type (fixture->strip, "AtlasPickChip"), ==, 2);
  g_assert_nonnull (find_label (get_chip (fixture, 1), "喀喇沁左翼蒙古族自治县"));
  pick (fixture, "210921");
  g_assert_nonnull (find_label (get_chip (fixture, 2), "阜新蒙古族自治县"));
}

/* Of many, the first are listed and the rest is a number; who leaves moves up. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  pick_counties (fixture, 41);
  g_assert_nonnull (find_label (fixture->strip, "41 places picked"));
  g_assert_cmpuint (count_type (fixture->strip, "AtlasPickChip"), ==, 12);
  g_assert_nonnull (find_label (fixture->strip, "+29"));
  g_signal_emit_by_name (get_remove_button (fixture, 0), "clicked");
  g_assert_cmpuint (count_type (fixture->strip, "AtlasPickChip"), ==, 12);
  g_assert_nonnull (find_label (fixture->strip, "+28"));
}

static gboolean
is_whole_or_hidden (GtkWidget *widget, GtkWidget *scrolled)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, scrolled, &bounds));
  return bounds.origin.x >= 0.0f || bounds.origin.x + bounds.size.width <= 0.0f;
}

static gboolean
begins_whole (Fixture *fixture, GtkWidget *scrolled)
{
  for (guint i = 0; i < count_type (fixture->strip, "AtlasPickChip"); i++)
    if (!is_whole_or_hidden (get_chip (fixture, i), scrolled))
      return FALSE;
  return TRUE;
}

/* However many there are, the strip is no wider than its room, and its buttons are in sight; what
 * was picked last is, too, and no name is cut. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment;
  GtkWidget *scrolled;

  pick_counties (fixture, 8);
  scrolled = find_nth (fixture->strip, "GtkScrolledWindow", 0);
  adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));
  wait_until (gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment));
  g_assert_cmpint (gtk_widget_get_width (fixture->strip), <=, 420);
  wait_until (gtk_adjustment_get_value (adjustment)
              >= gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment));
  wait_until (begins_whole (fixture, scrolled));
  g_signal_emit_by_name (get_remove_button (fixture, 7), "clicked");
  wait_until (begins_whole (fixture, scrolled));
}

/* Whoever leaves places out with the keyboard goes on with the next one. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  pick (fixture, "210281");
  pick (fixture, "210921");
  wait_until (gtk_widget_get_height (fixture->strip) > 0);
  gtk_widget_grab_focus (get_remove_button (fixture, 0));
  g_signal_emit_by_name (get_remove_button (fixture, 0), "clicked");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == get_remove_button (fixture, 0));
  g_assert_nonnull (find_label (get_chip (fixture, 0), "阜新蒙古族自治县"));
}

static void
test_another_session (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasSession) other = atlas_session_new (fixture->catalog);

  pick (fixture, "210281");
  atlas_pick_strip_set_session (ATLAS_PICK_STRIP (fixture->strip), other);
  g_assert_false (gtk_widget_get_visible (fixture->strip));
  pick (fixture, "210921");
  g_assert_false (gtk_widget_get_visible (fixture->strip));
  atlas_session_toggle_picked (other, get_place (fixture, "210921"));
  g_assert_nonnull (find_label (fixture->strip, "1 place picked"));
  atlas_pick_strip_set_session (ATLAS_PICK_STRIP (fixture->strip), NULL);
  g_assert_false (gtk_widget_get_visible (fixture->strip));
}

static void
test_finalize (Fixture *fixture, gconstpointer data)
{
  GtkWidget *strip = g_object_ref_sink (atlas_pick_strip_new ());

  atlas_pick_strip_set_session (ATLAS_PICK_STRIP (strip), fixture->session);
  pick (fixture, "210281");
  g_object_run_dispose (G_OBJECT (strip));
  g_assert_finalize_object (strip);
  pick (fixture, "210921");
}

#define ADD(name, func) g_test_add ("/pick-strip/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv);
  adw_init ();

  ADD ("count", test_count);
  ADD ("chips", test_chips);
  ADD ("many", test_many);
  ADD ("narrow", test_narrow);
  ADD ("focus", test_focus);
  ADD ("another-session", test_another_session);
  ADD ("finalize", test_finalize);

  return g_test_run ();
}
