/* test-sides-layout.c: a text between two small widgets, or below them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "atlas-sides-layout.h"

static GtkWidget *
create_line (GtkWidget *children[3])
{
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "layout-manager",
                                  g_object_new (ATLAS_TYPE_SIDES_LAYOUT, NULL), NULL);

  for (guint i = 0; i < 3; i++)
    {
      children[i] = gtk_label_new (i == 1 ? "葫芦岛兴城抽水蓄能电站送出工程" : "公路");
      gtk_label_set_wrap (GTK_LABEL (children[i]), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (children[i]), PANGO_WRAP_CHAR);
      gtk_box_append (GTK_BOX (line), children[i]);
    }
  return line;
}

static void
allocate (GtkWidget *line, int width)
{
  int height;

  gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_allocate (line, width, height, -1, NULL);
}

static void
allocate_at (GtkWidget *line, GtkWidget *children[3], int width, graphene_rect_t bounds[3])
{
  allocate (line, width);
  for (guint i = 0; i < 3; i++)
    if (gtk_widget_get_visible (children[i]))
      g_assert_true (gtk_widget_compute_bounds (children[i], line, &bounds[i]));
}

static float
get_end (const graphene_rect_t *bounds)
{
  return bounds->origin.x + bounds->size.width;
}

static void
test_beside (void)
{
  GtkWidget *children[3];
  GtkWidget *line = g_object_ref_sink (create_line (children));
  graphene_rect_t bounds[3];

  allocate_at (line, children, 400, bounds);
  g_assert_cmpfloat (bounds[1].origin.x, >, get_end (&bounds[0]));
  g_assert_cmpfloat (get_end (&bounds[1]), <, bounds[2].origin.x);
  g_assert_cmpfloat (get_end (&bounds[2]), ==, 400);
  g_assert_cmpfloat (bounds[1].origin.y, ==, 0);

  gtk_widget_hide (children[0]);
  allocate_at (line, children, 400, bounds);
  g_assert_cmpfloat (bounds[1].origin.x, ==, 0);
  g_assert_finalize_object (line);
}

static void
test_below (void)
{
  GtkWidget *children[3];
  GtkWidget *line = g_object_ref_sink (create_line (children));
  graphene_rect_t bounds[3];

  allocate_at (line, children, 100, bounds);
  g_assert_cmpfloat (bounds[1].origin.x, ==, 0);
  g_assert_cmpfloat (bounds[1].size.width, ==, 100);
  g_assert_cmpfloat (bounds[1].origin.y, >=, bounds[0].size.height);
  g_assert_cmpfloat (get_end (&bounds[0]), <, bounds[2].origin.x);
  g_assert_finalize_object (line);
}

/* Nothing is cut off at the least width, and the height is that of what stands there. */
static void
test_minimum (void)
{
  GtkWidget *children[3];
  GtkWidget *line = g_object_ref_sink (create_line (children));
  graphene_rect_t bounds[3];
  int minimum;

  gtk_widget_measure (line, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  allocate_at (line, children, minimum, bounds);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpfloat (bounds[i].origin.x, >=, 0);
      g_assert_cmpfloat (get_end (&bounds[i]), <=, minimum);
      g_assert_cmpfloat (bounds[i].origin.y + bounds[i].size.height, <=,
                         gtk_widget_get_height (line));
    }
  g_assert_finalize_object (line);
}

static void
test_mirrored (void)
{
  GtkWidget *children[3];
  GtkWidget *line = g_object_ref_sink (create_line (children));
  graphene_rect_t bounds[3];

  gtk_widget_set_direction (line, GTK_TEXT_DIR_RTL);
  allocate_at (line, children, 400, bounds);
  g_assert_cmpfloat (bounds[2].origin.x, ==, 0);
  g_assert_cmpfloat (bounds[1].origin.x, >, get_end (&bounds[2]));
  g_assert_cmpfloat (get_end (&bounds[0]), ==, 400);
  g_assert_finalize_object (line);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  g_test_add_func ("/sides-layout/beside", test_beside);
  g_test_add_func ("/sides-layout/below", test_below);
  g_test_add_func ("/sides-layout/minimum", test_minimum);
  g_test_add_func ("/sides-layout/mirrored", test_mirrored);

  return g_test_run ();
}
