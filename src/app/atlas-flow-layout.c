/* atlas-flow-layout.c: children side by side, wrapped into lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-flow-layout.h"

struct _AtlasFlowLayout
{
  GtkLayoutManager parent_instance;

  int column_spacing;
  int row_spacing;
};

G_DEFINE_FINAL_TYPE (AtlasFlowLayout, atlas_flow_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_0,
  PROP_COLUMN_SPACING,
  PROP_ROW_SPACING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* A child as it will stand in its line; @baseline is -1 where it takes no part in the baseline. */
typedef struct
{
  GtkWidget *widget;
  int width;
  int height;
  int baseline;
} FlowItem;

/* The items [@first, @end) of one line; @above is the height of the line above its baseline. */
typedef struct
{
  guint first;
  guint end;
  int height;
  int above;
} FlowLine;

static FlowItem
measure_item (GtkWidget *child, int available)
{
  FlowItem item = { .widget = child, .baseline = -1 };
  int minimum, natural, baseline;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  item.width = available < 0 ? natural : MAX (minimum, MIN (natural, available));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, item.width, NULL, &item.height, NULL,
                      &baseline);
  if (gtk_widget_get_valign (child) == GTK_ALIGN_BASELINE)
    item.baseline = baseline;
  return item;
}

static GArray *
measure_items (GtkWidget *widget, int available)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (FlowItem));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        FlowItem item = measure_item (child, available);

        g_array_append_val (items, item);
      }
  return items;
}

static void
set_line_height (GArray *items, FlowLine *line)
{
  int below = 0;
  int tallest = 0;

  line->above = 0;
  for (guint i = line->first; i < line->end; i++)
    {
      const FlowItem *item = &g_array_index (items, FlowItem, i);

      tallest = MAX (tallest, item->height);
      if (item->baseline < 0)
        continue;
      line->above = MAX (line->above, item->baseline);
      below = MAX (below, item->height - item->baseline);
    }
  line->height = MAX (tallest, line->above + below);
}

/* Advances @line to the next one. Returns FALSE after the last. */
static gboolean
next_line (AtlasFlowLayout *self, GArray *items, int available, FlowLine *line)
{
  int width = 0;

  line->first = line->end;
  for (; line->end < items->len; line->end++)
    {
      const FlowItem *item = &g_array_index (items, FlowItem, line->end);
      int more = item->width + (line->end > line->first ? self->column_spacing : 0);

      if (available >= 0 && line->end > line->first && width + more > available)
        break;
      width += more;
    }
  set_line_height (items, line);
  return line->first < line->end;
}

static GtkSizeRequestMode
atlas_flow_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (AtlasFlowLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->column_spacing : 0);
    }
}

static int
measure_height (AtlasFlowLayout *self, GtkWidget *widget, int available)
{
  g_autoptr (GArray) items = measure_items (widget, available);
  FlowLine line = { 0 };
  int height = 0;

  while (next_line (self, items, available, &line))
    height += line.height + (line.first > 0 ? self->row_spacing : 0);
  return height;
}

static void
atlas_flow_layout_measure (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  AtlasFlowLayout *self = ATLAS_FLOW_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    *minimum = *natural = measure_height (self, widget, for_size);
}

static void
allocate_line (
    AtlasFlowLayout *self, GtkWidget *widget, GArray *items, const FlowLine *line, int width, int y)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (guint i = line->first; i < line->end; i++)
    {
      const FlowItem *item = &g_array_index (items, FlowItem, i);
      GtkAllocation box = { .x = mirrored ? width - x - item->width : x,
                            .width = item->width,
                            .height = item->height };

      if (item->baseline >= 0)
        box.y = y + line->above - item->baseline;
      else
        box.y = y + (line->height - item->height) / 2;
      gtk_widget_size_allocate (item->widget, &box, item->baseline);
      x += item->width + self->column_spacing;
    }
}

static void
atlas_flow_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  AtlasFlowLayout *self = ATLAS_FLOW_LAYOUT (manager);
  g_autoptr (GArray) items = measure_items (widget, width);
  FlowLine line = { 0 };
  int y = 0;

  while (next_line (self, items, width, &line))
    {
      allocate_line (self, widget, items, &line, width, y);
      y += line.height + self->row_spacing;
    }
}

static void
atlas_flow_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasFlowLayout *self = ATLAS_FLOW_LAYOUT (object);

  switch (id)
    {
    case PROP_COLUMN_SPACING:
      g_value_set_int (value, self->column_spacing);
      break;
    case PROP_ROW_SPACING:
      g_value_set_int (value, self->row_spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_flow_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasFlowLayout *self = ATLAS_FLOW_LAYOUT (object);

  switch (id)
    {
    case PROP_COLUMN_SPACING:
      atlas_flow_layout_set_column_spacing (self, g_value_get_int (value));
      break;
    case PROP_ROW_SPACING:
      atlas_flow_layout_set_row_spacing (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_flow_layout_class_init (AtlasFlowLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = atlas_flow_layout_get_property;
  object_class->set_property = atlas_flow_layout_set_property;

  layout_class->get_request_mode = atlas_flow_layout_get_request_mode;
  layout_class->measure = atlas_flow_layout_measure;
  layout_class->allocate = atlas_flow_layout_allocate;

  properties[PROP_COLUMN_SPACING] = g_param_spec_int ("column-spacing", NULL, NULL, 0, G_MAXINT, 0,
                                                      flags);
  properties[PROP_ROW_SPACING] = g_param_spec_int ("row-spacing", NULL, NULL, 0, G_MAXINT, 0,
                                                   flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_flow_layout_init (AtlasFlowLayout *self)
{
}

/**
 * atlas_flow_layout_new:
 * @column_spacing: pixels between two children of a line
 * @row_spacing: pixels between two lines
 *
 * Returns: (transfer full): a new layout
 */
GtkLayoutManager *
atlas_flow_layout_new (int column_spacing, int row_spacing)
{
  return g_object_new (ATLAS_TYPE_FLOW_LAYOUT, "column-spacing", column_spacing, "row-spacing",
                       row_spacing, NULL);
}

/**
 * atlas_flow_layout_set_column_spacing:
 * @self: a layout
 * @spacing: pixels between two children of a line
 */
void
atlas_flow_layout_set_column_spacing (AtlasFlowLayout *self, int spacing)
{
  g_return_if_fail (ATLAS_IS_FLOW_LAYOUT (self));
  g_return_if_fail (spacing >= 0);

  if (self->column_spacing == spacing)
    return;
  self->column_spacing = spacing;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLUMN_SPACING]);
}

/**
 * atlas_flow_layout_set_row_spacing:
 * @self: a layout
 * @spacing: pixels between two lines
 */
void
atlas_flow_layout_set_row_spacing (AtlasFlowLayout *self, int spacing)
{
  g_return_if_fail (ATLAS_IS_FLOW_LAYOUT (self));
  g_return_if_fail (spacing >= 0);

  if (self->row_spacing == spacing)
    return;
  self->row_spacing = spacing;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW_SPACING]);
}
