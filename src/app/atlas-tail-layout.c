/* atlas-tail-layout.c: small widgets behind the last character of a wrapped text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tail-layout.h"

#include <string.h>

struct _AtlasTailLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasTailLayout, atlas_tail_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Where things stand for a given width, before mirroring. */
typedef struct
{
  gboolean behind;
  int label_width;
  int label_height;
  int tail_x;
  int tail_y;
  int height;
} TailPlan;

static void
measure_tail (GtkWidget *label, int *width, int *height)
{
  *width = 0;
  *height = 0;
  for (GtkWidget *child = gtk_widget_get_next_sibling (label); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_width, child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_width, NULL, NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, &child_height, NULL, NULL,
                          NULL);
      *width += child_width;
      *height = MAX (*height, child_height);
    }
}

/*
 * The end of the text where its label is @width wide. In a right-to-left interface a text of
 * several lines stands at the right, so that nothing is known to be free behind its last line.
 */
static PangoRectangle
find_text_end (GtkWidget *label, int width)
{
  g_autoptr (PangoLayout) layout = pango_layout_copy (gtk_label_get_layout (GTK_LABEL (label)));
  PangoRectangle end;

  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_cursor_pos (layout, (int) strlen (pango_layout_get_text (layout)), &end, NULL);
  pango_extents_to_pixels (&end, NULL);
  if (gtk_widget_get_direction (label) == GTK_TEXT_DIR_RTL)
    end.x = width;
  return end;
}

/* The label @label_width wide, and the tail behind it or, where @width has no room for it, below.
 */
static TailPlan
plan_for_label (GtkWidget *label, int label_width, int width)
{
  TailPlan plan = { .label_width = label_width };
  PangoRectangle end = find_text_end (label, label_width);
  int tail_width, tail_height;

  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, label_width, NULL, &plan.label_height, NULL,
                      NULL);
  measure_tail (label, &tail_width, &tail_height);
  plan.behind = width < 0 || end.x + tail_width <= width;
  plan.tail_x = plan.behind ? end.x : 0;
  plan.tail_y = plan.behind ? end.y : plan.label_height;
  plan.height = MAX (plan.label_height, plan.tail_y + tail_height);
  return plan;
}

/* Where the last line is full, a text that is wrapped earlier takes its last characters along to
 * the line of the tail. Its end is rounded, hence the pixel. */
static TailPlan
plan_for_width (GtkWidget *label, int width)
{
  TailPlan plan;
  int minimum, natural, narrow, tail_width, tail_height;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  plan = plan_for_label (label, width < 0 ? natural : MAX (minimum, MIN (natural, width)), width);
  measure_tail (label, &tail_width, &tail_height);
  narrow = width - tail_width - 1;
  return plan.behind || narrow < minimum ? plan : plan_for_label (label, narrow, width);
}

static GtkSizeRequestMode
atlas_tail_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
atlas_tail_layout_measure (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  GtkWidget *label = gtk_widget_get_first_child (widget);
  int tail_width, tail_height;

  g_return_if_fail (GTK_IS_LABEL (label));

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = plan_for_width (label, for_size).height;
      return;
    }
  measure_tail (label, &tail_width, &tail_height);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
  *minimum = MAX (*minimum, tail_width);
  *natural += tail_width;
}

static void
atlas_tail_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *label = gtk_widget_get_first_child (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation box = { 0 };
  TailPlan plan;

  g_return_if_fail (GTK_IS_LABEL (label));

  plan = plan_for_width (label, width);
  box.width = plan.label_width;
  box.height = plan.label_height;
  box.x = mirrored ? width - box.width : 0;
  gtk_widget_size_allocate (label, &box, -1);

  for (GtkWidget *child = gtk_widget_get_next_sibling (label); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &box.width, NULL, NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, box.width, &box.height, NULL, NULL,
                          NULL);
      box.x = mirrored ? width - plan.tail_x - box.width : plan.tail_x;
      box.y = plan.tail_y;
      gtk_widget_size_allocate (child, &box, -1);
      plan.tail_x += box.width;
    }
}

static void
atlas_tail_layout_class_init (AtlasTailLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = atlas_tail_layout_get_request_mode;
  layout_class->measure = atlas_tail_layout_measure;
  layout_class->allocate = atlas_tail_layout_allocate;
}

static void
atlas_tail_layout_init (AtlasTailLayout *self)
{
}

/**
 * atlas_tail_layout_new:
 *
 * Returns: (transfer full): a new layout
 */
GtkLayoutManager *
atlas_tail_layout_new (void)
{
  return g_object_new (ATLAS_TYPE_TAIL_LAYOUT, NULL);
}
