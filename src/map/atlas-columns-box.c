/* atlas-columns-box.c: entries of one height in as many columns as there is room for
 *
 * They are read downward: the second column goes on where the first one ends. The least width is
 * that of one column, the natural width that of all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-columns-box.h"

#define MAX_COLUMNS 4

struct _AtlasColumnsBox
{
  GtkWidget parent_instance;

  int max_columns;
  int spacing;
};

G_DEFINE_FINAL_TYPE (AtlasColumnsBox, atlas_columns_box, GTK_TYPE_WIDGET)

static int
count_entries (GtkWidget *widget)
{
  int n_entries = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_entries += gtk_widget_should_layout (child) ? 1 : 0;

  return n_entries;
}

static int
count_rows (int n_entries, int n_columns)
{
  return (n_entries + n_columns - 1) / n_columns;
}

/* How wide each of @n_columns is; returns how wide all are together. */
static int
measure_columns (AtlasColumnsBox *self, int n_columns, int *widths)
{
  int n_rows = MAX (count_rows (count_entries (GTK_WIDGET (self)), n_columns), 1);
  int all = (n_columns - 1) * self->spacing;
  int index = 0;

  for (int i = 0; i < n_columns; i++)
    widths[i] = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      widths[index / n_rows] = MAX (widths[index / n_rows], natural);
      index++;
    }
  for (int i = 0; i < n_columns; i++)
    all += widths[i];

  return all;
}

/* As many as fit into @width; @widths is filled with what they need. */
static int
choose_columns (AtlasColumnsBox *self, int width, int *widths)
{
  int n_columns = CLAMP (count_entries (GTK_WIDGET (self)), 1, self->max_columns);

  while (measure_columns (self, n_columns, widths) > width && n_columns > 1)
    n_columns--;

  return n_columns;
}

static int
measure_row (GtkWidget *widget)
{
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int natural = 0;

      if (gtk_widget_should_layout (child))
        gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
    }

  return height;
}

static void
atlas_columns_box_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  AtlasColumnsBox *self = ATLAS_COLUMNS_BOX (widget);
  int widths[MAX_COLUMNS];
  int n_columns;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = measure_columns (self, 1, widths);
      *natural = *minimum;
      for (n_columns = 2; n_columns <= MIN (self->max_columns, count_entries (widget)); n_columns++)
        *natural = MAX (*natural, measure_columns (self, n_columns, widths));
      return;
    }

  n_columns = choose_columns (self, for_size >= 0 ? for_size : G_MAXINT, widths);
  *minimum = *natural = count_rows (count_entries (widget), n_columns) * measure_row (widget);
}

static void
atlas_columns_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasColumnsBox *self = ATLAS_COLUMNS_BOX (widget);
  int widths[MAX_COLUMNS];
  int n_columns = choose_columns (self, width, widths);
  int n_rows = count_rows (count_entries (widget), n_columns);
  int extra = (width - measure_columns (self, n_columns, widths)) / n_columns;
  int row = measure_row (widget);
  GtkAllocation place = { .height = row };
  int index = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;

      if (index > 0 && index % n_rows == 0)
        place.x += place.width + self->spacing;
      place.width = widths[index / n_rows] + extra;
      place.y = index % n_rows * row;
      gtk_widget_size_allocate (child, &place, -1);
      index++;
    }
}

static GtkSizeRequestMode
atlas_columns_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
atlas_columns_box_dispose (GObject *object)
{
  atlas_columns_box_clear (ATLAS_COLUMNS_BOX (object));

  G_OBJECT_CLASS (atlas_columns_box_parent_class)->dispose (object);
}

static void
atlas_columns_box_class_init (AtlasColumnsBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_columns_box_dispose;
  widget_class->measure = atlas_columns_box_measure;
  widget_class->size_allocate = atlas_columns_box_size_allocate;
  widget_class->get_request_mode = atlas_columns_box_get_request_mode;
}

static void
atlas_columns_box_init (AtlasColumnsBox *self)
{
}

/**
 * atlas_columns_box_new:
 * @max_columns: never more than so many, at most 4
 * @spacing: logical pixels between columns
 *
 * Returns: (transfer floating): a box without entries
 */
GtkWidget *
atlas_columns_box_new (guint max_columns, int spacing)
{
  AtlasColumnsBox *self;

  g_return_val_if_fail (max_columns > 0 && max_columns <= MAX_COLUMNS, NULL);

  self = g_object_new (ATLAS_TYPE_COLUMNS_BOX, NULL);
  self->max_columns = (int) max_columns;
  self->spacing = spacing;

  return GTK_WIDGET (self);
}

/**
 * atlas_columns_box_append:
 * @self: a box
 * @entry: (transfer floating): what comes after all that is in it
 */
void
atlas_columns_box_append (AtlasColumnsBox *self, GtkWidget *entry)
{
  g_return_if_fail (ATLAS_IS_COLUMNS_BOX (self) && GTK_IS_WIDGET (entry));

  gtk_widget_set_parent (entry, GTK_WIDGET (self));
}

/**
 * atlas_columns_box_clear:
 * @self: a box
 *
 * Drops all entries.
 */
void
atlas_columns_box_clear (AtlasColumnsBox *self)
{
  GtkWidget *entry;

  g_return_if_fail (ATLAS_IS_COLUMNS_BOX (self));

  while ((entry = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (entry);
}
