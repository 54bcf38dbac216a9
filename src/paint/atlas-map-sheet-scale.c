/* atlas-map-sheet-scale.c: how far is far, at the middle of the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-sheet-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* WGS 84: metres, and the square of the eccentricity */
#define EQUATOR_RADIUS 6378137.0
#define ECCENTRICITY_2 0.00669437999014

/* Share of the map's width that the bar is at most, and of the text's size that it is high */
#define MAX_SHARE 0.22
#define BAR_HEIGHT 0.4
#define LABEL_SIZE 0.85

/*
 * _atlas_map_sheet_get_metres:
 * @point: a point of the world
 *
 * The plane of the map stretches everything by the secant of the latitude.
 *
 * Returns: metres from west to east on the ground for one world unit at @point
 */
double
_atlas_map_sheet_get_metres (AtlasPoint point)
{
  double longitude;
  double latitude;
  double sine;

  atlas_point_to_degrees (point, &longitude, &latitude);
  sine = sin (latitude * G_PI / 180.0);
  return 2.0 * G_PI * EQUATOR_RADIUS * cos (latitude * G_PI / 180.0)
         / sqrt (1.0 - ECCENTRICITY_2 * sine * sine);
}

/*
 * _atlas_map_sheet_choose_bar:
 * @pose: where the map looks
 * @room: logical pixels there are
 * @kilometres: (out): what the bar stands for: 1, 2 or 5 with any number of zeros
 *
 * Returns: the length of the bar, logical pixels: the longest that fits, and at least a kilometre
 */
double
_atlas_map_sheet_choose_bar (AtlasMapPose pose, double room, guint *kilometres)
{
  static const guint steps[] = { 5, 2, 1 };
  double pixels = atlas_map_pixels_at (pose.zoom) * 1000.0
                  / _atlas_map_sheet_get_metres (pose.centre);

  for (guint power = 1000; power > 0; power /= 10)
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
      if (steps[i] * power * pixels <= room)
        {
          *kilometres = steps[i] * power;
          return *kilometres * pixels;
        }

  *kilometres = 1;
  return pixels;
}

static double
label_size (const AtlasMapSheet *self)
{
  return MAX (LABEL_SIZE * self->text, ATLAS_MAP_SHEET_SMALLEST_TEXT);
}

static PangoLayout *
create_label (const AtlasMapSheet *self, const char *text)
{
  return _atlas_map_sheet_create_layout (self, text, label_size (self), PANGO_WEIGHT_NORMAL, -1.0);
}

/*
 * _atlas_map_sheet_measure_bar:
 * @self: a sheet
 * @plan: a plan of it that knows the map, its pose and the stamp
 *
 * Returns: the box of the bar with its figures, above the stamp
 */
AtlasMapSheetBox
_atlas_map_sheet_measure_bar (const AtlasMapSheet *self, const AtlasMapSheetPlan *plan)
{
  g_autoptr (PangoLayout) label = create_label (self, "0");
  guint kilometres;
  AtlasMapSheetBox box = { .x = plan->stamp.x };
  double label_width;

  _atlas_map_sheet_measure_layout (label, &label_width, &box.height);
  box.height += self->text * BAR_HEIGHT;
  /* The last figure stands around the end of the bar. */
  box.width = _atlas_map_sheet_choose_bar (plan->pose, plan->map.width * MAX_SHARE, &kilometres)
              + 5.0 * self->text;
  box.y = plan->stamp.y - self->gap - box.height;
  return box;
}

static void
draw_figure (const AtlasMapSheet *self, cairo_t *cr, const char *text, double x, double y)
{
  g_autoptr (PangoLayout) label = create_label (self, text);

  cairo_move_to (cr, x, y);
  pango_cairo_layout_path (cr, label);
  atlas_colour_set_source (&self->palette->land, cr, 0.85);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2.0 * ATLAS_LABEL_HALO);
  cairo_stroke (cr);
  _atlas_map_sheet_draw_layout (label, cr, x, y, &self->palette->label);
}

static void
draw_rules (const AtlasMapSheet *self, cairo_t *cr, double x, double y, double length)
{
  double height = self->text * BAR_HEIGHT;

  cairo_rectangle (cr, x, y, length, height);
  atlas_colour_set_source (&self->palette->land, cr, 1.0);
  cairo_fill (cr);
  atlas_colour_set_source (&self->palette->label, cr, 1.0);
  cairo_rectangle (cr, x, y, length / 2.0, height);
  cairo_fill (cr);
  cairo_rectangle (cr, x, y, length, height);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
}

/*
 * _atlas_map_sheet_draw_bar:
 * @self: a sheet that was laid out
 * @cr: the sheet
 *
 * Draws the scale bar: half of it filled, so that the half can be read off too.
 */
void
_atlas_map_sheet_draw_bar (const AtlasMapSheet *self, cairo_t *cr)
{
  const AtlasMapSheetPlan *plan = &self->plan;
  guint kilometres;
  double length = _atlas_map_sheet_choose_bar (plan->pose, plan->map.width * MAX_SHARE,
                                               &kilometres);
  g_autofree char *distance = NULL;
  double x = plan->bar.x + 1.0;

  /* Translators: at the end of a scale bar */
  distance = g_strdup_printf (_ ("%u km"), kilometres);
  draw_figure (self, cr, "0", x, plan->bar.y);
  draw_figure (self, cr, distance, x + length - self->text * 0.5, plan->bar.y);
  draw_rules (self, cr, x, plan->bar.y + plan->bar.height - self->text * BAR_HEIGHT, length);
}
