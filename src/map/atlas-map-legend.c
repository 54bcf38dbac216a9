/* atlas-map-legend.c: what the colours of the map stand for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-legend.h"

#include <glib/gi18n.h>

#include "atlas-map-colouring.h"
#include "atlas-tooltip.h"

#define SWATCH_SIZE 11
#define SWATCH_RADIUS 3.0
#define N_COLUMNS 2
#define MAX_NAME 28
#define CELLS_PER_ENTRY 3

struct _AtlasMapLegend
{
  GtkWidget parent_instance;

  GtkWidget *header;
  GtkWidget *title;
  GtkWidget *grid;
  guint n_entries;
};

G_DEFINE_FINAL_TYPE (AtlasMapLegend, atlas_map_legend, GTK_TYPE_WIDGET)

static void
draw_swatch (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const AtlasColour *colour = data;
  double radius = SWATCH_RADIUS;

  cairo_new_sub_path (cr);
  cairo_arc (cr, width - radius, radius, radius, -G_PI_2, 0.0);
  cairo_arc (cr, width - radius, height - radius, radius, 0.0, G_PI_2);
  cairo_arc (cr, radius, height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, radius, radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
  atlas_colour_set_source (colour, cr, 1.0);
  cairo_fill (cr);
}

static GtkWidget *
make_swatch (const AtlasColour *colour)
{
  GtkWidget *swatch = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatch), SWATCH_SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (swatch), SWATCH_SIZE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_swatch,
                                  g_memdup2 (colour, sizeof *colour), g_free);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);

  return swatch;
}

static GtkWidget *
make_hide_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("pan-down-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "map.legend");
  atlas_tooltip_set (button, _ ("Hide the Legend"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Hide the Legend"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static void
add_entry (AtlasMapLegend *self, const AtlasMapLegendEntry *entry)
{
  int column = (int) (self->n_entries % N_COLUMNS) * CELLS_PER_ENTRY;
  int row = (int) (self->n_entries / N_COLUMNS);
  g_autofree char *figure = g_strdup_printf ("%u", entry->count);
  GtkWidget *swatch = make_swatch (&entry->colour);
  GtkWidget *name = gtk_label_new (entry->name);
  GtkWidget *count = gtk_label_new (figure);

  gtk_label_set_xalign (GTK_LABEL (name), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (name), MAX_NAME);
  gtk_label_set_xalign (GTK_LABEL (count), 1.0f);
  gtk_widget_add_css_class (count, "count");
  if (column > 0)
    gtk_widget_set_margin_start (swatch, 8);

  gtk_grid_attach (GTK_GRID (self->grid), swatch, column, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), name, column + 1, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), count, column + 2, row, 1, 1);
  self->n_entries++;
}

static void
atlas_map_legend_dispose (GObject *object)
{
  AtlasMapLegend *self = ATLAS_MAP_LEGEND (object);

  g_clear_pointer (&self->header, gtk_widget_unparent);
  g_clear_pointer (&self->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_map_legend_parent_class)->dispose (object);
}

static void
atlas_map_legend_class_init (AtlasMapLegendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_map_legend_dispose;
  gtk_widget_class_set_css_name (widget_class, "atlas-map-legend");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_map_legend_init (AtlasMapLegend *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Legend"), -1);

  self->header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));

  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->title), 24);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "title");
  gtk_box_append (GTK_BOX (self->header), self->title);
  gtk_box_append (GTK_BOX (self->header), make_hide_button ());

  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 5);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 3);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

/**
 * atlas_map_legend_new:
 *
 * Returns: (transfer floating): an empty legend
 */
GtkWidget *
atlas_map_legend_new (void)
{
  return g_object_new (ATLAS_TYPE_MAP_LEGEND, NULL);
}

/**
 * atlas_map_legend_set_entries:
 * @self: a legend
 * @title: (nullable): what the colours mean, in words
 * @entries: (element-type AtlasMapLegendEntry): what each stands for
 */
void
atlas_map_legend_set_entries (AtlasMapLegend *self, const char *title, GPtrArray *entries)
{
  GtkWidget *child;

  g_return_if_fail (ATLAS_IS_MAP_LEGEND (self) && entries != NULL);

  gtk_label_set_label (GTK_LABEL (self->title), title != NULL ? title : "");
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);

  self->n_entries = 0;
  for (guint i = 0; i < entries->len; i++)
    add_entry (self, g_ptr_array_index (entries, i));
}

/**
 * atlas_map_legend_is_empty:
 * @self: a legend
 *
 * Returns: whether it has nothing to say
 */
gboolean
atlas_map_legend_is_empty (AtlasMapLegend *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_LEGEND (self), TRUE);

  return self->n_entries == 0;
}
