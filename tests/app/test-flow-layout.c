/* test-flow-layout.c: lines of chips, and numbers behind a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "atlas-flow-box.h"
#include "atlas-flow-layout.h"
#include "atlas-tail-layout.h"

#define COLUMN_SPACING 10
#define ROW_SPACING 4

static GtkWidget *
block_new (int width, int height)
{
  return g_object_new (ADW_TYPE_BIN, "width-request", width, "height-request", height, NULL);
}

static GtkWidget *
flow_new (const int widths[], guint n_widths)
{
  GtkWidget *flow = g_object_ref_sink (atlas_flow_box_new (COLUMN_SPACING, ROW_SPACING));

  for (guint i = 0; i < n_widths; i++)
    atlas_flow_box_append (ATLAS_FLOW_BOX (flow), block_new (widths[i], 20));
  return flow;
}

static GdkRectangle
get_bounds (GtkWidget *parent, guint n)
{
  GtkWidget *child = gtk_widget_get_first_child (parent);
  graphene_rect_t bounds;

  while (n-- > 0)
    child = gtk_widget_get_next_sibling (child);
  g_assert_true (gtk_widget_compute_bounds (child, parent, &bounds));
  return (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                         (int) bounds.size.height };
}

static void
assert_bounds (GtkWidget *parent, guint n, int x, int y, int width, int height)
{
  GdkRectangle bounds = get_bounds (parent, n);

  g_assert_cmpint (bounds.x, ==, x);
  g_assert_cmpint (bounds.y, ==, y);
  g_assert_cmpint (bounds.width, ==, width);
  g_assert_cmpint (bounds.height, ==, height);
}

static void
allocate (GtkWidget *widget, int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_size_allocate (widget, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
test_measure (void)
{
  const int widths[] = { 50, 60, 70 };
  g_autoptr (GtkWidget) flow = flow_new (widths, G_N_ELEMENTS (widths));
  int minimum, natural;

  g_assert_cmpint (gtk_widget_get_request_mode (flow), ==, GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);

  gtk_widget_measure (flow, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 70);
  g_assert_cmpint (natural, ==, 50 + 60 + 70 + 2 * COLUMN_SPACING);

  gtk_widget_measure (flow, GTK_ORIENTATION_VERTICAL, natural, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 20);
  gtk_widget_measure (flow, GTK_ORIENTATION_VERTICAL, natural - 1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 2 * 20 + ROW_SPACING);
  gtk_widget_measure (flow, GTK_ORIENTATION_VERTICAL, 70, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 3 * 20 + 2 * ROW_SPACING);
  gtk_widget_measure (flow, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 20);
}

static void
test_allocate (void)
{
  const int widths[] = { 50, 60, 70 };
  g_autoptr (GtkWidget) flow = flow_new (widths, G_N_ELEMENTS (widths));

  allocate (flow, 130);
  assert_bounds (flow, 0, 0, 0, 50, 20);
  assert_bounds (flow, 1, 60, 0, 60, 20);
  assert_bounds (flow, 2, 0, 24, 70, 20);
}

static void
test_mirrored (void)
{
  const int widths[] = { 50, 60, 70 };
  g_autoptr (GtkWidget) flow = flow_new (widths, G_N_ELEMENTS (widths));

  gtk_widget_set_direction (flow, GTK_TEXT_DIR_RTL);
  allocate (flow, 130);
  assert_bounds (flow, 0, 80, 0, 50, 20);
  assert_bounds (flow, 1, 10, 0, 60, 20);
  assert_bounds (flow, 2, 60, 24, 70, 20);
}

static void
test_hidden_child (void)
{
  const int widths[] = { 50, 60, 70 };
  g_autoptr (GtkWidget) flow = flow_new (widths, G_N_ELEMENTS (widths));
  int natural;

  gtk_widget_hide (gtk_widget_get_first_child (flow));
  gtk_widget_measure (flow, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 60 + 70 + COLUMN_SPACING);
  allocate (flow, 200);
  assert_bounds (flow, 1, 0, 0, 60, 20);
}

static void
test_centred_in_line (void)
{
  g_autoptr (GtkWidget) flow = g_object_ref_sink (atlas_flow_box_new (0, 0));

  atlas_flow_box_append (ATLAS_FLOW_BOX (flow), block_new (10, 40));
  atlas_flow_box_append (ATLAS_FLOW_BOX (flow), block_new (10, 20));
  allocate (flow, 100);
  assert_bounds (flow, 0, 0, 0, 10, 40);
  assert_bounds (flow, 1, 10, 10, 10, 20);
}

static GtkWidget *
label_new (const char *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  return label;
}

/* A small text beside a large one stands on the same line of writing. */
static void
test_baseline (void)
{
  g_autoptr (GtkWidget) flow = g_object_ref_sink (atlas_flow_box_new (8, 0));
  GtkWidget *large = label_new ("<span size='300%'>x</span>");
  GtkWidget *small = label_new ("x");
  int large_baseline, small_baseline;

  atlas_flow_box_append (ATLAS_FLOW_BOX (flow), large);
  atlas_flow_box_append (ATLAS_FLOW_BOX (flow), small);
  allocate (flow, 1000);
  gtk_widget_measure (large, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, &large_baseline);
  gtk_widget_measure (small, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, &small_baseline);
  g_assert_cmpint (large_baseline, >, small_baseline);
  g_assert_cmpint (get_bounds (flow, 0).y + large_baseline, ==,
                   get_bounds (flow, 1).y + small_baseline);
}

/* A text wider than the line takes the line and wraps in it. */
static void
test_wide_child (void)
{
  g_autoptr (GtkWidget) flow = g_object_ref_sink (atlas_flow_box_new (8, 0));
  GtkWidget *label = label_new ("重要战略资源生产和储备基地重要战略资源生产和储备基地");
  int minimum, natural, one_line, wrapped;

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  atlas_flow_box_append (ATLAS_FLOW_BOX (flow), block_new (20, 20));
  atlas_flow_box_append (ATLAS_FLOW_BOX (flow), label);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, natural, NULL, &one_line, NULL, NULL);
  allocate (flow, natural / 2);
  wrapped = get_bounds (flow, 1).height;
  assert_bounds (flow, 1, 0, 20, natural / 2, wrapped);
  g_assert_cmpint (wrapped, >, one_line);
  g_assert_cmpint (gtk_widget_get_height (flow), ==, 20 + wrapped);
}

static void
test_spacing (void)
{
  g_autoptr (GtkLayoutManager) layout = atlas_flow_layout_new (3, 5);
  guint n_notified = 0;
  int column_spacing, row_spacing;

  g_signal_connect_swapped (layout, "notify::column-spacing", G_CALLBACK (g_atomic_int_inc),
                            &n_notified);
  atlas_flow_layout_set_column_spacing (ATLAS_FLOW_LAYOUT (layout), 3);
  g_assert_cmpuint (n_notified, ==, 0);
  atlas_flow_layout_set_column_spacing (ATLAS_FLOW_LAYOUT (layout), 7);
  g_assert_cmpuint (n_notified, ==, 1);
  g_object_get (layout, "column-spacing", &column_spacing, "row-spacing", &row_spacing, NULL);
  g_assert_cmpint (column_spacing, ==, 7);
  g_assert_cmpint (row_spacing, ==, 5);
}

static GtkWidget *
tail_new (const char *text)
{
  GtkWidget *bin = g_object_ref_sink (
      g_object_new (ATLAS_TYPE_FLOW_BOX, "layout-manager", atlas_tail_layout_new (), NULL));

  gtk_widget_set_parent (label_new (text), bin);
  gtk_widget_set_parent (block_new (24, 24), bin);
  return bin;
}

static void
test_tail_on_one_line (void)
{
  g_autoptr (GtkWidget) tail = tail_new ("轴承之都");
  int natural, label_natural;

  gtk_widget_measure (tail, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  gtk_widget_measure (gtk_widget_get_first_child (tail), GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                      &label_natural, NULL, NULL);
  g_assert_cmpint (natural, ==, label_natural + 24);
  allocate (tail, natural + 100);
  g_assert_cmpint (ABS (get_bounds (tail, 1).x - label_natural), <=, 1);
  g_assert_cmpint (get_bounds (tail, 1).y, ==, 0);
}

/* Where the text wraps, the number follows its last line and not its widest. */
static void
test_tail_on_last_line (void)
{
  g_autoptr (GtkWidget) tail = tail_new ("轴承轴承轴承轴承轴承轴承轴承之都");
  int natural;
  GdkRectangle number;

  gtk_widget_measure (gtk_widget_get_first_child (tail), GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                      &natural, NULL, NULL);
  allocate (tail, natural * 3 / 4);
  number = get_bounds (tail, 1);
  g_assert_cmpint (number.y, >, 0);
  g_assert_cmpint (number.x, >, 0);
  g_assert_cmpint (number.x, <, natural / 2);
  g_assert_cmpint (number.y + number.height, <=, gtk_widget_get_height (tail));
}

/* Where the last line is full, its last characters go on to the next one with the number. */
static void
test_tail_takes_text_along (void)
{
  g_autoptr (GtkWidget) tail = tail_new ("轴承之都");
  int natural;

  gtk_widget_measure (gtk_widget_get_first_child (tail), GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                      &natural, NULL, NULL);
  for (int width = natural; width < natural + 24; width++)
    {
      GdkRectangle text, number;

      allocate (tail, width);
      text = get_bounds (tail, 0);
      number = get_bounds (tail, 1);
      g_assert_cmpint (text.width, <, natural);
      g_assert_cmpint (number.x, >, 0);
      g_assert_cmpint (number.x + number.width, <=, width);
      g_assert_cmpint (number.y, >, 0);
      g_assert_cmpint (number.y, <, text.height);
    }
}

static void
test_tail_below (void)
{
  g_autoptr (GtkWidget) tail = tail_new ("轴承之都");
  GdkRectangle text, number;

  allocate (tail, 30);
  text = get_bounds (tail, 0);
  number = get_bounds (tail, 1);
  g_assert_cmpint (number.x, ==, 0);
  g_assert_cmpint (number.y, ==, text.height);
  g_assert_cmpint (gtk_widget_get_height (tail), ==, text.height + 24);
}

static void
test_tail_mirrored (void)
{
  g_autoptr (GtkWidget) tail = tail_new ("轴承之都");
  GdkRectangle text, number;

  gtk_widget_set_direction (tail, GTK_TEXT_DIR_RTL);
  allocate (tail, 400);
  text = get_bounds (tail, 0);
  number = get_bounds (tail, 1);
  g_assert_cmpint (text.x + text.width, ==, 400);
  g_assert_cmpint (number.x + number.width, ==, text.x);
}

static void
test_finalize (void)
{
  const int widths[] = { 50 };
  GtkWidget *flow = flow_new (widths, G_N_ELEMENTS (widths));
  GtkWidget *tail = tail_new ("轴承之都");
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (flow);

  g_object_add_weak_pointer (G_OBJECT (layout), (gpointer *) &layout);
  g_object_run_dispose (G_OBJECT (flow));
  g_assert_null (gtk_widget_get_first_child (flow));
  g_assert_finalize_object (flow);
  g_assert_null (layout);
  g_assert_finalize_object (tail);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  g_test_add_func ("/flow-layout/measure", test_measure);
  g_test_add_func ("/flow-layout/allocate", test_allocate);
  g_test_add_func ("/flow-layout/mirrored", test_mirrored);
  g_test_add_func ("/flow-layout/hidden-child", test_hidden_child);
  g_test_add_func ("/flow-layout/centred-in-line", test_centred_in_line);
  g_test_add_func ("/flow-layout/baseline", test_baseline);
  g_test_add_func ("/flow-layout/wide-child", test_wide_child);
  g_test_add_func ("/flow-layout/spacing", test_spacing);
  g_test_add_func ("/tail-layout/one-line", test_tail_on_one_line);
  g_test_add_func ("/tail-layout/last-line", test_tail_on_last_line);
  g_test_add_func ("/tail-layout/takes-text-along", test_tail_takes_text_along);
  g_test_add_func ("/tail-layout/below", test_tail_below);
  g_test_add_func ("/tail-layout/mirrored", test_tail_mirrored);
  g_test_add_func ("/flow-layout/finalize", test_finalize);

  return g_test_run ();
}
