/* atlas-map-view-chrome.c: scale, legend, zoom buttons and hover card on the map, and where all is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-view-private.h"

#include <glib/gi18n.h>

#include "atlas-tooltip.h"

/* Logical pixels between these and the edge of the map, and between each other. */
#define MARGIN 10
#define GAP 6
#define SCALE_WIDTH 110
/* The part of the map the legend covers unasked. It has one column where that takes no more than
 * such a part of the height, two where they leave so many logical pixels beside them, and else it
 * is at most so high and scrolls. */
#define LEGEND_SHARE 0.1
#define LEGEND_HEIGHT 0.33
#define LEGEND_CLEAR 250
#define LEGEND_MOST 0.37

typedef struct
{
  int x, y, width, height;
} Rectangle;

/* Where what the legend keeps clear of is, in a map of @width times @height; @foot is the lowest
 * edge at the right. */
typedef struct
{
  int width, height;
  Rectangle stamp, scale, zoom;
  int foot;
} Places;

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

static void
pick_places_cb (AtlasMapView *self, GPtrArray *places)
{
  g_signal_emit_by_name (self, "pick-places", places);
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

  _atlas_map_view_init_sources (self);

  self->legend = atlas_map_legend_new ();
  g_signal_connect_object (self->legend, "pick", G_CALLBACK (pick_places_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->legend, widget);

  self->legend_button = gtk_button_new_with_label (_ ("Legend"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->legend_button), "map.legend");
  gtk_widget_add_css_class (self->legend_button, "legend");
  gtk_widget_set_parent (self->legend_button, widget);

  self->card = atlas_map_card_new ();
  gtk_widget_set_child_visible (self->card, FALSE);
  gtk_widget_set_parent (self->card, widget);

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

static int
measure_height (GtkWidget *child, int width)
{
  int height = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

/* How large the legend is: in one column, in two, or scrolled */
static void
measure_legend (AtlasMapView *self, const Places *places, Rectangle *place)
{
  int tallest = (int) (LEGEND_MOST * places->height);
  int one;
  int two;
  int least;

  gtk_widget_measure (self->legend, GTK_ORIENTATION_HORIZONTAL, -1, &one, &two, NULL, NULL);
  place->width = one;
  place->height = measure_height (self->legend, one);
  if (place->height > LEGEND_HEIGHT * places->height && places->width - two >= LEGEND_CLEAR)
    {
      place->width = two;
      place->height = measure_height (self->legend, two);
    }
  gtk_widget_measure (self->legend, GTK_ORIENTATION_VERTICAL, place->width, &least, NULL, NULL,
                      NULL);
  place->height = MIN (place->height, MAX (tallest, least));
}

/* At the bottom right; where the map is too narrow for that, above the stamp, or the scale too. */
static void
place_at_right (const Places *places, Rectangle *place)
{
  place->x = places->width - MARGIN - place->width;
  place->y = places->foot - place->height;
  if (overlap (place, &places->stamp))
    place->y = MIN (places->foot, places->stamp.y - GAP) - place->height;
  if (overlap (place, &places->scale))
    place->y = MIN (places->foot, places->scale.y - GAP) - place->height;
}

/* Whether there is room for it at all */
static gboolean
place_legend (const Places *places, Rectangle *place)
{
  place_at_right (places, place);

  return place->x >= MARGIN && place->y >= MARGIN && !overlap (place, &places->zoom);
}

/* Where the legend would cover much of the map a button stands for it; where there is no room for
 * that either, nothing does: the map matters more. */
static void
allocate_legend (AtlasMapView *self, const Places *places)
{
  gboolean empty = atlas_map_legend_is_empty (ATLAS_MAP_LEGEND (self->legend));
  double much = LEGEND_SHARE * places->width * places->height;
  Rectangle place;
  Rectangle button;
  gboolean open;
  gboolean closed;

  measure_legend (self, places, &place);
  open = !empty && place_legend (places, &place) && self->legend_wish != LEGEND_HIDDEN
         && (self->legend_wish == LEGEND_SHOWN || (double) place.width * place.height < much);
  measure (self->legend_button, MAX (places->width - 2 * MARGIN, 1), &button);
  closed = !empty && place_legend (places, &button) && !open;

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

static void
allocate_attribution (AtlasMapView *self, Places *places)
{
  Rectangle place;

  if (!gtk_widget_get_child_visible (self->attribution))
    return;

  measure (self->attribution, MAX (places->width - 2 * MARGIN, 1), &place);
  place_at_right (places, &place);
  allocate (self->attribution, &place);
  places->foot = place.y - GAP;
}

/* Gives each its place in a map of @width times @height. */
void
_atlas_map_view_allocate_chrome (AtlasMapView *self, int width, int height)
{
  int widest = MAX (width - 2 * MARGIN, 1);
  Places places = { .width = width, .height = height, .foot = height - MARGIN };

  measure (self->stamp, widest, &places.stamp);
  places.stamp.x = MARGIN;
  places.stamp.y = height - MARGIN - places.stamp.height;
  allocate (self->stamp, &places.stamp);

  measure (self->scale, widest, &places.scale);
  places.scale.x = MARGIN;
  places.scale.y = places.stamp.y - GAP - places.scale.height;
  allocate (self->scale, &places.scale);

  measure (self->zoom, width, &places.zoom);
  places.zoom.x = width - MARGIN - places.zoom.width;
  places.zoom.y = MARGIN;
  allocate (self->zoom, &places.zoom);

  allocate_attribution (self, &places);
  allocate_legend (self, &places);
  if (gtk_widget_get_child_visible (self->card))
    allocate_card (self, width, places.stamp.y);
}
