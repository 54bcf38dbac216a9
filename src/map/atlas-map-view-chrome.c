/* atlas-map-view-chrome.c: stamp, scale, legend, zoom buttons and hover card on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-view-private.h"

#include <glib/gi18n.h>

#include "atlas-map-wording.h"
#include "atlas-tooltip.h"

/* Logical pixels between these and the edge of the map, and between each other. */
#define MARGIN 10
#define GAP 6
#define SCALE_WIDTH 110
/* The part of the map the legend covers unasked. */
#define LEGEND_SHARE 0.1

typedef struct
{
  int x, y, width, height;
} Rectangle;

static GtkWidget *
add_button (GtkWidget *box, const char *icon, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  atlas_tooltip_set (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static GtkWidget *
make_zoom_buttons (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "zoom");
  add_button (box, "list-add-symbolic", "map.zoom-in", _ ("Zoom In"));
  add_button (box, "list-remove-symbolic", "map.zoom-out", _ ("Zoom Out"));
  add_button (box, "zoom-fit-best-symbolic", "map.fit", _ ("Show the Whole Province"));

  return box;
}

static GtkWidget *
make_stamp (void)
{
  g_autofree char *text = atlas_map_wording_stamp (NULL);
  GtkWidget *stamp = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (stamp), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (stamp), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (stamp), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_can_target (stamp, FALSE);
  gtk_widget_add_css_class (stamp, "stamp");

  return stamp;
}

/* Puts everything that is not the map itself over the map. */
void
_atlas_map_view_init_chrome (AtlasMapView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->scale = GTK_WIDGET (shumate_scale_new (shumate_map_get_viewport (self->map)));
  shumate_scale_set_unit (SHUMATE_SCALE (self->scale), SHUMATE_UNIT_METRIC);
  shumate_scale_set_max_width (SHUMATE_SCALE (self->scale), SCALE_WIDTH);
  gtk_widget_set_can_target (self->scale, FALSE);
  gtk_widget_set_parent (self->scale, widget);

  self->legend = atlas_map_legend_new ();
  gtk_widget_set_parent (self->legend, widget);

  self->legend_button = gtk_button_new_with_label (_ ("Legend"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->legend_button), "map.legend");
  gtk_widget_add_css_class (self->legend_button, "legend");
  gtk_widget_set_parent (self->legend_button, widget);

  self->card = atlas_map_card_new ();
  gtk_widget_set_child_visible (self->card, FALSE);
  gtk_widget_set_parent (self->card, widget);

  self->stamp = make_stamp ();
  gtk_widget_set_parent (self->stamp, widget);

  self->zoom = make_zoom_buttons ();
  gtk_widget_set_parent (self->zoom, widget);
}

static void
measure (GtkWidget *child, int widest, Rectangle *place)
{
  int least = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &place->width, NULL, NULL);
  place->width = MAX (MIN (place->width, widest), least);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place->width, NULL, &place->height, NULL,
                      NULL);
}

static void
allocate (GtkWidget *child, const Rectangle *place)
{
  gtk_widget_allocate (
      child, place->width, place->height, -1,
      gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) place->x, (float) place->y)));
}

static gboolean
overlap (const Rectangle *a, const Rectangle *b)
{
  return a->x < b->x + b->width + GAP && b->x < a->x + a->width + GAP
         && a->y < b->y + b->height + GAP && b->y < a->y + a->height + GAP;
}

/* At the bottom right; where the map is too narrow for that, above the stamp and the scale. */
static gboolean
place_legend (GtkWidget *child,
              int width,
              int height,
              const Rectangle *stamp,
              const Rectangle *scale,
              const Rectangle *zoom,
              Rectangle *place)
{
  measure (child, MAX (width - 2 * MARGIN, 1), place);
  place->x = width - MARGIN - place->width;
  place->y = height - MARGIN - place->height;
  if (overlap (place, stamp) || overlap (place, scale))
    place->y = scale->y - GAP - place->height;

  return place->x >= MARGIN && place->y >= MARGIN && !overlap (place, zoom);
}

/* Where the legend would cover much of the map a button stands for it; where there is no room for
 * that either, nothing does: the map matters more. */
static void
allocate_legend (AtlasMapView *self,
                 int width,
                 int height,
                 const Rectangle *stamp,
                 const Rectangle *scale,
                 const Rectangle *zoom)
{
  gboolean empty = atlas_map_legend_is_empty (ATLAS_MAP_LEGEND (self->legend));
  Rectangle place;
  Rectangle button;
  gboolean open;
  gboolean closed;

  open = place_legend (self->legend, width, height, stamp, scale, zoom, &place) && !empty
         && self->legend_wish != LEGEND_HIDDEN
         && (self->legend_wish == LEGEND_SHOWN
             || (double) place.width * place.height < LEGEND_SHARE * width * height);
  closed = place_legend (self->legend_button, width, height, stamp, scale, zoom, &button) && !empty
           && !open;

  gtk_widget_set_child_visible (self->legend, open);
  gtk_widget_set_child_visible (self->legend_button, closed);
  if (open)
    allocate (self->legend, &place);
  if (closed)
    allocate (self->legend_button, &button);
}

/* Shows the legend if it is hidden, hides it if it is shown. */
void
_atlas_map_view_toggle_legend (AtlasMapView *self)
{
  gboolean open = gtk_widget_get_child_visible (self->legend);

  self->legend_wish = open ? LEGEND_HIDDEN : LEGEND_SHOWN;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
allocate_card (AtlasMapView *self, int width, int height)
{
  Rectangle place;
  graphene_point_t position;

  measure (self->card, MAX (width - 2 * MARGIN, 1), &place);
  if (!atlas_map_card_find_position (self->pointer_x, self->pointer_y, place.width, place.height,
                                     width, height, &position))
    {
      gtk_widget_set_child_visible (self->card, FALSE);
      return;
    }

  place.x = (int) position.x;
  place.y = (int) position.y;
  allocate (self->card, &place);
}

/* Gives each its place in a map of @width times @height. */
void
_atlas_map_view_allocate_chrome (AtlasMapView *self, int width, int height)
{
  Rectangle stamp;
  Rectangle scale;
  Rectangle zoom;

  measure (self->stamp, MAX (width - 2 * MARGIN, 1), &stamp);
  stamp.x = MARGIN;
  stamp.y = height - MARGIN - stamp.height;
  allocate (self->stamp, &stamp);

  measure (self->scale, MAX (width - 2 * MARGIN, 1), &scale);
  scale.x = MARGIN;
  scale.y = stamp.y - GAP - scale.height;
  allocate (self->scale, &scale);

  measure (self->zoom, width, &zoom);
  zoom.x = width - MARGIN - zoom.width;
  zoom.y = MARGIN;
  allocate (self->zoom, &zoom);

  allocate_legend (self, width, height, &stamp, &scale, &zoom);
  if (gtk_widget_get_child_visible (self->card))
    allocate_card (self, width, stamp.y);
}
