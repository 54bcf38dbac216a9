/* test-line-layout.c: small widgets beside a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "atlas-line.h"
#include "atlas-text.h"

#define SPACING 8

static GtkWidget *
block_new (int width)
{
  return g_object_new (ADW_TYPE_BIN, "width-request", width, "height-request", 20, NULL);
}

/* A block, a text that can be wrapped, a block. */
static GtkWidget *
line_new (void)
{
  GtkWidget *line = g_object_ref_sink (atlas_line_new (SPACING));

  atlas_line_append (ATLAS_LINE (line), block_new (10));
  atlas_line_append (ATLAS_LINE (line), atlas_text_new ("新型工业化产业基地、轴承之都", NULL));
  atlas_line_append (ATLAS_LINE (line), block_new (30));
  return line;
}

static GtkWidget *
get_text (GtkWidget *line)
{
  return gtk_widget_get_next_sibling (gtk_widget_get_first_child (line));
}

static graphene_rect_t
get_bounds (GtkWidget *line, GtkWidget *child)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, line, &bounds));
  return bounds;
}

static int
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, gboolean natural)
{
  int least, wanted;

  gtk_widget_measure (widget, orientation, for_size, &least, &wanted, NULL, NULL);
  return natural ? wanted : least;
}

static void
allocate (GtkWidget *line, int width)
{
  int height = measure (line, GTK_ORIENTATION_VERTICAL, width, TRUE);

  gtk_widget_size_allocate (line, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
test_measure (void)
{
  g_autoptr (GtkWidget) line = line_new ();
  GtkWidget *text = get_text (line);
  int beside = 10 + 30 + 2 * SPACING;
  int least = measure (text, GTK_ORIENTATION_HORIZONTAL, -1, FALSE);
  int wanted = measure (text, GTK_ORIENTATION_HORIZONTAL, -1, TRUE);

  g_assert_cmpint (gtk_widget_get_request_mode (line), ==, GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
  g_assert_cmpint (measure (line, GTK_ORIENTATION_HORIZONTAL, -1, FALSE), ==, least + beside);
  g_assert_cmpint (measure (line, GTK_ORIENTATION_HORIZONTAL, -1, TRUE), ==, wanted + beside);

  /* A text that gets less than it wants needs more lines; the blocks keep their width. */
  g_assert_cmpint (measure (line, GTK_ORIENTATION_VERTICAL, least + beside, TRUE), ==,
                   measure (text, GTK_ORIENTATION_VERTICAL, least, TRUE));
  g_assert_cmpint (measure (line, GTK_ORIENTATION_VERTICAL, least + beside, TRUE), >,
                   measure (line, GTK_ORIENTATION_VERTICAL, wanted + beside, TRUE));
}

static void
test_rest (void)
{
  g_autoptr (GtkWidget) line = line_new ();
  GtkWidget *text = get_text (line);
  int wanted = measure (line, GTK_ORIENTATION_HORIZONTAL, -1, TRUE);
  graphene_rect_t last;

  allocate (line, wanted + 50);
  last = get_bounds (line, gtk_widget_get_last_child (line));
  g_assert_cmpint ((int) (last.origin.x + last.size.width), ==, wanted);

  /* What is left goes to whoever wants it. */
  gtk_widget_set_hexpand (text, TRUE);
  allocate (line, wanted + 50);
  last = get_bounds (line, gtk_widget_get_last_child (line));
  g_assert_cmpint ((int) (last.origin.x + last.size.width), ==, wanted + 50);
  g_assert_cmpint ((int) last.size.width, ==, 30);
}

static void
test_mirrored (void)
{
  g_autoptr (GtkWidget) line = line_new ();
  int wanted = measure (line, GTK_ORIENTATION_HORIZONTAL, -1, TRUE);
  graphene_rect_t first;

  gtk_widget_set_direction (line, GTK_TEXT_DIR_RTL);
  allocate (line, wanted);
  first = get_bounds (line, gtk_widget_get_first_child (line));
  g_assert_cmpint ((int) (first.origin.x + first.size.width), ==, wanted);
}

static void
test_hidden_child (void)
{
  g_autoptr (GtkWidget) line = line_new ();
  int wanted = measure (line, GTK_ORIENTATION_HORIZONTAL, -1, TRUE);

  gtk_widget_hide (gtk_widget_get_last_child (line));
  g_assert_cmpint (measure (line, GTK_ORIENTATION_HORIZONTAL, -1, TRUE), ==, wanted - 30 - SPACING);
}

static void
test_empty (void)
{
  g_autoptr (GtkWidget) line = g_object_ref_sink (atlas_line_new (SPACING));

  g_assert_cmpint (measure (line, GTK_ORIENTATION_HORIZONTAL, -1, TRUE), ==, 0);
  g_assert_cmpint (measure (line, GTK_ORIENTATION_VERTICAL, 100, TRUE), ==, 0);
  g_object_run_dispose (G_OBJECT (line));
  g_assert_finalize_object (g_steal_pointer (&line));
}

static void
test_finalize (void)
{
  GtkWidget *line = line_new ();
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (line);

  g_object_add_weak_pointer (G_OBJECT (layout), (gpointer *) &layout);
  g_assert_finalize_object (line);
  g_assert_null (layout);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  g_test_add_func ("/line-layout/measure", test_measure);
  g_test_add_func ("/line-layout/rest", test_rest);
  g_test_add_func ("/line-layout/mirrored", test_mirrored);
  g_test_add_func ("/line-layout/hidden-child", test_hidden_child);
  g_test_add_func ("/line-layout/empty", test_empty);
  g_test_add_func ("/line-layout/finalize", test_finalize);

  return g_test_run ();
}
