/* atlas-line-layout.c: children side by side in one line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-line-layout.h"

struct _AtlasLineLayout
{
  GtkLayoutManager parent_instance;

  /* pixels between two children */
  int spacing;
};

G_DEFINE_FINAL_TYPE (AtlasLineLayout, atlas_line_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The width of each child; the sum of all with the spacing between them in @minimum and @natural.
 */
static GArray *
measure_widths (AtlasLineLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  GArray *sizes = g_array_new (FALSE, TRUE, sizeof (GtkRequestedSize));

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequestedSize size = { .data = child };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &size.minimum_size,
                          &size.natural_size, NULL, NULL);
      *minimum += size.minimum_size + (sizes->len > 0 ? self->spacing : 0);
      *natural += size.natural_size + (sizes->len > 0 ? self->spacing : 0);
      g_array_append_val (sizes, size);
    }
  return sizes;
}

static void
share_rest (GArray *sizes, int rest)
{
  guint n_expanding = 0;

  for (guint i = 0; i < sizes->len; i++)
    n_expanding += gtk_widget_compute_expand (g_array_index (sizes, GtkRequestedSize, i).data,
                                              GTK_ORIENTATION_HORIZONTAL);
  for (guint i = 0; i < sizes->len && n_expanding > 0; i++)
    {
      GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      int share = rest / (int) n_expanding;

      if (!gtk_widget_compute_expand (size->data, GTK_ORIENTATION_HORIZONTAL))
        continue;
      size->minimum_size += share;
      rest -= share;
      n_expanding--;
    }
}

/* As minimum_size, the width that each child gets where all together have @width. */
static GArray *
share_width (AtlasLineLayout *self, GtkWidget *widget, int width)
{
  int minimum, natural;
  GArray *sizes = measure_widths (self, widget, &minimum, &natural);
  int rest = gtk_distribute_natural_allocation (MAX (width - minimum, 0), sizes->len,
                                                (GtkRequestedSize *) (gpointer) sizes->data);

  share_rest (sizes, rest);
  return sizes;
}

static GtkSizeRequestMode
atlas_line_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
atlas_line_layout_measure (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  AtlasLineLayout *self = ATLAS_LINE_LAYOUT (manager);
  g_autoptr (GArray) sizes = measure_widths (self, widget, minimum, natural);
  g_autoptr (GArray) widths = NULL;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  widths = share_width (self, widget, for_size < 0 ? *natural : for_size);
  *minimum = *natural = 0;
  for (guint i = 0; i < widths->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (widths, GtkRequestedSize, i);
      int height;

      gtk_widget_measure (size->data, GTK_ORIENTATION_VERTICAL, size->minimum_size, NULL, &height,
                          NULL, NULL);
      *minimum = *natural = MAX (*natural, height);
    }
}

static void
atlas_line_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  AtlasLineLayout *self = ATLAS_LINE_LAYOUT (manager);
  g_autoptr (GArray) widths = share_width (self, widget, width);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation box = { .height = height };
  int x = 0;

  for (guint i = 0; i < widths->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (widths, GtkRequestedSize, i);

      box.width = size->minimum_size;
      box.x = mirrored ? width - x - box.width : x;
      gtk_widget_size_allocate (size->data, &box, -1);
      x += box.width + self->spacing;
    }
}

static void
atlas_line_layout_class_init (AtlasLineLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = atlas_line_layout_get_request_mode;
  layout_class->measure = atlas_line_layout_measure;
  layout_class->allocate = atlas_line_layout_allocate;
}

static void
atlas_line_layout_init (AtlasLineLayout *self)
{
}

/**
 * atlas_line_layout_new:
 * @spacing: pixels between two children
 *
 * Returns: a new layout manager
 */
GtkLayoutManager *
atlas_line_layout_new (int spacing)
{
  AtlasLineLayout *self = g_object_new (ATLAS_TYPE_LINE_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
