/* test-split-view.c: how a width is shared out, and what a narrow one does
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "atlas-pane-handle.h"
#include "atlas-split-view.h"

#define HEIGHT 400

typedef struct
{
  GtkWidget *view;
  GtkWidget *start;
  GtkWidget *centre;
  GtkWidget *end;
} Fixture;

static void
allocate (Fixture *fixture, int width)
{
  gtk_widget_queue_resize (fixture->view);
  gtk_widget_measure (fixture->view, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (fixture->view, width, HEIGHT, -1, NULL);
}

static int
get_x (Fixture *fixture, GtkWidget *child)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, fixture->view, &bounds));

  return (int) bounds.origin.x;
}

static GtkWidget *
get_handle (Fixture *fixture, const char *css_class)
{
  GtkWidget *child = gtk_widget_get_first_child (fixture->view);

  while (child != NULL
         && !(ATLAS_IS_PANE_HANDLE (child) && gtk_widget_has_css_class (child, css_class)))
    child = gtk_widget_get_next_sibling (child);
  g_assert_nonnull (child);

  return child;
}

static gboolean
get_flag (Fixture *fixture, const char *property)
{
  gboolean value;

  g_object_get (fixture->view, property, &value, NULL);

  return value;
}

static int
get_width_property (Fixture *fixture, const char *property)
{
  int value;

  g_object_get (fixture->view, property, &value, NULL);

  return value;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->view = g_object_ref_sink (atlas_split_view_new ());
  fixture->start = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fixture->centre = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fixture->end = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_object_set (fixture->view, "end", fixture->end, "centre", fixture->centre, "start",
                fixture->start, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->view);
}

static void
test_wide (Fixture *fixture, gconstpointer data)
{
  allocate (fixture, 1280);

  g_assert_false (atlas_split_view_get_collapsed (ATLAS_SPLIT_VIEW (fixture->view)));
  g_assert_cmpint (gtk_widget_get_width (fixture->start), ==, 248);
  g_assert_cmpint (gtk_widget_get_width (fixture->centre), ==, 604);
  g_assert_cmpint (gtk_widget_get_width (fixture->end), ==, 428);
  g_assert_cmpint (get_x (fixture, fixture->centre), ==, 248);
  g_assert_cmpint (get_x (fixture, fixture->end), ==, 852);
}

/* Until a hand sets it, the end pane leaves a small window's map its share. */
static void
test_automatic_width (Fixture *fixture, gconstpointer data)
{
  allocate (fixture, 1024);
  g_assert_cmpint (gtk_widget_get_width (fixture->end), ==, 342);
  g_assert_cmpint (gtk_widget_get_width (fixture->centre), ==, 434);

  allocate (fixture, 2000);
  g_assert_cmpint (gtk_widget_get_width (fixture->end), ==, 428);
  g_assert_cmpint (get_width_property (fixture, "end-width"), ==, 0);
}

/* 1024 pixels are fewer than all three wish for: the end gives way, the centre never. */
static void
test_tight (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->view, "end-width", 428, NULL);
  allocate (fixture, 1024);
  g_assert_cmpint (gtk_widget_get_width (fixture->start), ==, 248);
  g_assert_cmpint (gtk_widget_get_width (fixture->centre), ==, 360);
  g_assert_cmpint (gtk_widget_get_width (fixture->end), ==, 416);

  g_object_set (fixture->view, "start-width", 600, "end-width", 900, NULL);
  allocate (fixture, 1024);
  g_assert_cmpint (gtk_widget_get_width (fixture->centre), ==, 360);
  g_assert_cmpint (gtk_widget_get_width (fixture->start), ==, 504);
  g_assert_cmpint (gtk_widget_get_width (fixture->end), ==, 160);

  /* The wish outlives the tight window. */
  g_assert_cmpint (get_width_property (fixture, "start-width"), ==, 600);
}

static void
test_panes_close (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->view, "show-start", FALSE, NULL);
  allocate (fixture, 1280);
  g_assert_false (gtk_widget_get_child_visible (fixture->start));
  g_assert_cmpint (gtk_widget_get_width (fixture->centre), ==, 852);
  g_assert_cmpint (get_x (fixture, fixture->centre), ==, 0);

  g_object_set (fixture->view, "end-visible", FALSE, NULL);
  allocate (fixture, 1280);
  g_assert_false (get_flag (fixture, "show-end"));
  g_assert_false (gtk_widget_get_child_visible (fixture->end));
  g_assert_true (gtk_widget_get_child_visible (fixture->centre));
  g_assert_cmpint (gtk_widget_get_width (fixture->centre), ==, 1280);
}

static void
test_collapsed (Fixture *fixture, gconstpointer data)
{
  AtlasSplitView *view = ATLAS_SPLIT_VIEW (fixture->view);
  int covered;

  allocate (fixture, 899);
  g_assert_true (atlas_split_view_get_collapsed (view));
  g_assert_false (get_flag (fixture, "end-visible"));
  g_assert_false (gtk_widget_get_child_visible (fixture->end));
  g_assert_cmpint (gtk_widget_get_width (fixture->centre), ==, 899 - 248);

  /* Not on screen, so there is nothing to wait for. */
  atlas_split_view_set_end_open (view, TRUE);
  allocate (fixture, 899);
  g_assert_true (get_flag (fixture, "end-visible"));
  g_assert_true (gtk_widget_get_child_visible (fixture->end));
  g_assert_cmpint (gtk_widget_get_width (fixture->centre), ==, 899 - 248);
  g_assert_cmpint (get_x (fixture, fixture->end), ==, 899 - 899 * 2 / 5);
  g_object_get (view, "covered-width", &covered, NULL);
  g_assert_cmpint (covered, ==, 899 * 2 / 5);

  atlas_split_view_set_end_open (view, FALSE);
  allocate (fixture, 899);
  g_assert_false (gtk_widget_get_child_visible (fixture->end));
}

/* However narrow, some of the map is left beside the pane that lies over it. */
static void
test_overlay_leaves_an_edge (Fixture *fixture, gconstpointer data)
{
  allocate (fixture, 608);
  atlas_split_view_set_end_open (ATLAS_SPLIT_VIEW (fixture->view), TRUE);
  allocate (fixture, 608);

  g_assert_cmpint (get_x (fixture, fixture->end), ==, 248 + 48);
}

static void
test_collapsing_keeps_the_choice (Fixture *fixture, gconstpointer data)
{
  allocate (fixture, 1280);
  allocate (fixture, 800);
  g_assert_true (get_flag (fixture, "show-end"));
  g_object_set (fixture->view, "end-visible", TRUE, NULL);
  g_object_set (fixture->view, "end-visible", FALSE, NULL);

  /* Closing what lay over the map is not closing the pane for good. */
  allocate (fixture, 1280);
  g_assert_true (get_flag (fixture, "end-visible"));
  g_assert_true (gtk_widget_get_child_visible (fixture->end));
  g_assert_false (get_flag (fixture, "end-open"));
}

static void
test_large_text_collapses (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_size_request (fixture->end, 800, -1);
  allocate (fixture, 1280);

  g_assert_true (atlas_split_view_get_collapsed (ATLAS_SPLIT_VIEW (fixture->view)));
  g_assert_cmpint (gtk_widget_get_width (fixture->centre), ==, 1280 - 248);
}

static void
test_minimum (Fixture *fixture, gconstpointer data)
{
  int minimum;

  gtk_widget_measure (fixture->view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 160 + 360);

  g_object_set (fixture->view, "show-start", FALSE, NULL);
  gtk_widget_measure (fixture->view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 360);
}

static void
test_handles (Fixture *fixture, gconstpointer data)
{
  allocate (fixture, 1280);

  g_signal_emit_by_name (get_handle (fixture, "start"), "moved", 52);
  allocate (fixture, 1280);
  g_assert_cmpint (get_width_property (fixture, "start-width"), ==, 300);
  g_assert_cmpint (gtk_widget_get_width (fixture->start), ==, 300);

  /* To the left the end pane grows, up to where the centre would give way. */
  g_signal_emit_by_name (get_handle (fixture, "end"), "moved", -2000);
  allocate (fixture, 1280);
  g_assert_cmpint (get_width_property (fixture, "end-width"), ==, 1280 - 300 - 360);
  g_assert_cmpint (gtk_widget_get_width (fixture->centre), ==, 360);

  g_signal_emit_by_name (get_handle (fixture, "start"), "moved", -2000);
  g_assert_cmpint (get_width_property (fixture, "start-width"), ==, 160);
}

static void
test_handles_follow_panes (Fixture *fixture, gconstpointer data)
{
  allocate (fixture, 1280);
  g_assert_true (gtk_widget_get_child_visible (get_handle (fixture, "start")));
  g_assert_true (gtk_widget_get_child_visible (get_handle (fixture, "end")));

  g_object_set (fixture->view, "show-start", FALSE, NULL);
  allocate (fixture, 800);
  g_assert_false (gtk_widget_get_child_visible (get_handle (fixture, "start")));
  g_assert_false (gtk_widget_get_child_visible (get_handle (fixture, "end")));
}

static void
test_handles_are_named (Fixture *fixture, gconstpointer data)
{
  allocate (fixture, 1280);

  gtk_test_accessible_assert_role (get_handle (fixture, "start"), GTK_ACCESSIBLE_ROLE_SEPARATOR);
  gtk_test_accessible_assert_property (get_handle (fixture, "start"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Width of the Place List");
  gtk_test_accessible_assert_property (get_handle (fixture, "start"),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 248.0);
  gtk_test_accessible_assert_property (get_handle (fixture, "end"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Width of the Profile");
}

static void
test_children_are_replaced (Fixture *fixture, gconstpointer data)
{
  GtkWidget *old = g_object_ref (fixture->end);
  GtkWidget *new = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_object_set (fixture->view, "end", new, NULL);
  g_assert_null (gtk_widget_get_parent (old));
  g_assert_finalize_object (old);
  g_assert_true (gtk_widget_get_parent (new) == fixture->view);

  allocate (fixture, 1280);
  g_assert_cmpint (gtk_widget_get_width (new), ==, 428);
}

#define ADD(name, func) g_test_add ("/split-view/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("wide", test_wide);
  ADD ("automatic-width", test_automatic_width);
  ADD ("tight", test_tight);
  ADD ("panes-close", test_panes_close);
  ADD ("collapsed", test_collapsed);
  ADD ("overlay-leaves-an-edge", test_overlay_leaves_an_edge);
  ADD ("collapsing-keeps-the-choice", test_collapsing_keeps_the_choice);
  ADD ("large-text-collapses", test_large_text_collapses);
  ADD ("minimum", test_minimum);
  ADD ("handles", test_handles);
  ADD ("handles-follow-panes", test_handles_follow_panes);
  ADD ("handles-are-named", test_handles_are_named);
  ADD ("children-are-replaced", test_children_are_replaced);

  return g_test_run ();
}
