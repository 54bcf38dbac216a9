/* atlas-sides-layout.c: a text between two small widgets, or below them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-sides-layout.h"

/* The middle stands between the sides where it is as wide as this many lines are high, which is
 * room for seven Chinese characters. */
#define MIN_MIDDLE 5

/* Pixels between the children */
#define SPACING 10

struct _AtlasSidesLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasSidesLayout, atlas_sides_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Where things stand for a given width, before mirroring. */
typedef struct
{
  GtkWidget *widgets[3];
  GtkAllocation boxes[3];
  int height;
} SidesPlan;

static void
find_children (GtkWidget *widget, GtkWidget *children[3])
{
  children[0] = gtk_widget_get_first_child (widget);
  children[2] = gtk_widget_get_last_child (widget);
  children[1] = gtk_widget_get_prev_sibling (children[2]);
}

/* Zero for a hidden widget; else with the spacing that it takes from the middle. */
static void
measure_side (GtkWidget *side, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  if (!gtk_widget_should_layout (side))
    return;
  gtk_widget_measure (side, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
  *minimum += SPACING;
  *natural += SPACING;
}

static int
measure_height (GtkWidget *widget, int width)
{
  int height;

  if (!gtk_widget_should_layout (widget))
    return 0;
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

/* What the middle needs to stand between the sides. */
static int
measure_comfort (GtkWidget *middle)
{
  PangoContext *context = gtk_widget_get_pango_context (middle);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int line = PANGO_PIXELS (pango_font_metrics_get_height (metrics));
  int natural;

  pango_font_metrics_unref (metrics);
  gtk_widget_measure (middle, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return MIN (natural, MIN_MIDDLE * line);
}

/* Whether all three stand side by side, and how wide each is then or else, sides with their
 * spacing.
 */
static gboolean
share_width (GtkWidget *children[3], int width, int widths[3])
{
  int minima[3];
  gboolean beside;

  measure_side (children[0], &minima[0], &widths[0]);
  measure_side (children[2], &minima[2], &widths[2]);
  beside = widths[0] + widths[2] + measure_comfort (children[1]) <= width;
  widths[1] = beside ? width - widths[0] - widths[2] : width;
  if (beside)
    return TRUE;
  /* Alone on a line, they have one spacing less. */
  widths[2] = CLAMP (width + SPACING - widths[0], minima[2], widths[2]);
  widths[0] = CLAMP (width + SPACING - widths[2], minima[0], widths[0]);
  return FALSE;
}

static SidesPlan
plan_for_width (GtkWidget *widget, int width)
{
  SidesPlan plan = { 0 };
  int widths[3];
  gboolean beside;

  find_children (widget, plan.widgets);
  beside = share_width (plan.widgets, width, widths);
  for (guint i = 0; i < 3; i++)
    {
      plan.boxes[i].width = i == 1 ? widths[i] : MAX (widths[i] - SPACING, 0);
      plan.boxes[i].height = measure_height (plan.widgets[i], plan.boxes[i].width);
    }
  plan.boxes[1].x = beside ? widths[0] : 0;
  plan.boxes[1].y = beside ? 0 : MAX (plan.boxes[0].height, plan.boxes[2].height);
  plan.boxes[2].x = width - plan.boxes[2].width;
  for (guint i = 0; i < 3; i++)
    plan.height = MAX (plan.height, plan.boxes[i].y + plan.boxes[i].height);
  return plan;
}

static GtkSizeRequestMode
atlas_sides_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  GtkWidget *children[3];
  int minima[3];
  int naturals[3];

  find_children (widget, children);
  measure_side (children[0], &minima[0], &naturals[0]);
  measure_side (children[2], &minima[2], &naturals[2]);
  gtk_widget_measure (children[1], GTK_ORIENTATION_HORIZONTAL, -1, &minima[1], &naturals[1], NULL,
                      NULL);
  *minimum = MAX (minima[1], minima[0] + minima[2] - SPACING);
  *natural = naturals[0] + naturals[1] + naturals[2];
}

static void
atlas_sides_layout_measure (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
      return;
    }
  if (for_size < 0)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &for_size, NULL, NULL);
  *minimum = *natural = plan_for_width (widget, for_size).height;
}

static void
atlas_sides_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  SidesPlan plan = plan_for_width (widget, width);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  for (guint i = 0; i < 3; i++)
    {
      if (!gtk_widget_should_layout (plan.widgets[i]))
        continue;
      if (mirrored)
        plan.boxes[i].x = width - plan.boxes[i].x - plan.boxes[i].width;
      gtk_widget_size_allocate (plan.widgets[i], &plan.boxes[i], -1);
    }
}

static void
atlas_sides_layout_class_init (AtlasSidesLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = atlas_sides_layout_get_request_mode;
  layout_class->measure = atlas_sides_layout_measure;
  layout_class->allocate = atlas_sides_layout_allocate;
}

static void
atlas_sides_layout_init (AtlasSidesLayout *self)
{
}
