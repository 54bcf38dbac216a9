/* atlas-map-sheet-layout.c: where everything is on a sheet
 *
 * From top to bottom: title, map, sources. The stamp is in the map's bottom left corner with the
 * scale bar above it. The legend is over the map where that hides little, else beside or below it.
 * The ways to do so are tried one after the other; the largest map that is least hidden wins.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-sheet-private.h"

#include <math.h>

/* Logical pixels: a smaller map shows nothing. */
#define MIN_MAP_WIDTH 160.0
#define MIN_MAP_HEIGHT 120.0

/* Beside and below the map columns are as many as fit, but not more than anybody reads across. */
#define MAX_COLUMNS 6

/* A legend is looked through as a grid of so many points. */
#define N_SAMPLES 14
/* How bad it is to hide a point of a place that is picked out, of the rest of the province, and of
 * a label. The sea and the neighbours are no loss. */
#define COST_OF_PLACE 8.0
#define COST_OF_PROVINCE 1.0
#define COST_OF_LABEL 1.0

/* How many zoom levels a map that is wholly hidden would be worth less, and by how many a legend
 * over the map is worth more, as it leaves the map more room. */
#define COST_OF_HIDING 5.0
#define WORTH_OF_OVER 0.12

typedef enum
{
  CORNER_BOTTOM_RIGHT,
  CORNER_TOP_RIGHT,
  CORNER_TOP_LEFT,
  CORNER_BOTTOM_LEFT,
  N_CORNERS,
} Corner;

/*
 * _atlas_map_sheet_boxes_overlap:
 * @a: a box
 * @b: another
 *
 * Returns: whether they have more in common than an edge
 */
gboolean
_atlas_map_sheet_boxes_overlap (const AtlasMapSheetBox *a, const AtlasMapSheetBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

static gboolean
contains (const AtlasMapSheetBox *outer, const AtlasMapSheetBox *inner)
{
  return inner->x >= outer->x && inner->y >= outer->y
         && inner->x + inner->width <= outer->x + outer->width
         && inner->y + inner->height <= outer->y + outer->height;
}

/*
 * _atlas_map_sheet_get_label_box:
 * @self: a sheet whose labels were solved for @plan
 * @plan: a plan that knows the map and its pose
 * @index: of a label
 * @box: (out): its box on the sheet
 *
 * Returns: whether it is seen at all, whole and within the map
 */
gboolean
_atlas_map_sheet_get_label_box (const AtlasMapSheet *self,
                                const AtlasMapSheetPlan *plan,
                                guint index,
                                AtlasMapSheetBox *box)
{
  const AtlasLabelSlot *slot = atlas_label_set_get_slot (self->labels, index);
  double pixels = atlas_map_pixels_at (plan->pose.zoom);

  box->x = plan->map.x + plan->map.width / 2.0 + slot->x - plan->pose.centre.x * pixels;
  box->y = plan->map.y + plan->map.height / 2.0 + slot->y - plan->pose.centre.y * pixels;
  box->width = slot->width;
  box->height = slot->height;
  return slot->visible && contains (&plan->map, box);
}

static double
cost_of_point (const AtlasMapSheet *self, AtlasPoint point)
{
  const AtlasArea *area = atlas_map_geometry_hit (self->geometry, point);
  GPtrArray *places = self->spec->places;

  if (area == NULL)
    return 0.0;

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const char *code = atlas_place_get_code (places->pdata[i]);

      if (g_str_equal (code, area->code) || g_strcmp0 (code, area->city) == 0)
        return COST_OF_PLACE;
    }
  return COST_OF_PROVINCE;
}

static double
cost_of_labels (const AtlasMapSheet *self, const AtlasMapSheetPlan *plan)
{
  guint n_labels = atlas_label_set_get_n_labels (self->labels);
  double cost = 0.0;

  for (guint i = 0; i < n_labels; i++)
    {
      AtlasMapSheetBox box;

      if (_atlas_map_sheet_get_label_box (self, plan, i, &box)
          && _atlas_map_sheet_boxes_overlap (&box, &plan->legend))
        cost += box.width * box.height;
    }
  return COST_OF_LABEL * cost / (plan->map.width * plan->map.height);
}

static double
measure_hidden (const AtlasMapSheet *self, const AtlasMapSheetPlan *plan)
{
  const AtlasMapSheetBox *box = &plan->legend;
  double cost = 0.0;

  for (guint i = 0; i < N_SAMPLES * N_SAMPLES; i++)
    {
      double x = box->x - plan->map.x + (i % N_SAMPLES + 0.5) / N_SAMPLES * box->width;
      double y = box->y - plan->map.y + (i / N_SAMPLES + 0.5) / N_SAMPLES * box->height;

      cost += cost_of_point (self, atlas_map_frame_to_world (&plan->frame, plan->pose, x, y));
    }
  return cost / (N_SAMPLES * N_SAMPLES) * box->width * box->height
             / (plan->map.width * plan->map.height)
         + cost_of_labels (self, plan);
}

static void
move_to_corner (const AtlasMapSheet *self, AtlasMapSheetPlan *plan, Corner corner)
{
  gboolean left = corner == CORNER_TOP_LEFT || corner == CORNER_BOTTOM_LEFT;
  gboolean top = corner == CORNER_TOP_LEFT || corner == CORNER_TOP_RIGHT;
  AtlasMapSheetBox *box = &plan->legend;

  box->x = left ? plan->map.x + self->gap : plan->map.x + plan->map.width - self->gap - box->width;
  box->y = top ? plan->map.y + self->gap : plan->map.y + plan->map.height - self->gap - box->height;
  if (corner == CORNER_BOTTOM_LEFT)
    box->y = plan->bar.y - self->gap - box->height;
}

static gboolean
choose_corner (const AtlasMapSheet *self, AtlasMapSheetPlan *plan)
{
  AtlasMapSheetPlan best = { .hidden = G_MAXDOUBLE };

  atlas_label_set_solve (self->labels, plan->pose.zoom);
  for (int corner = 0; corner < N_CORNERS; corner++)
    {
      move_to_corner (self, plan, (Corner) corner);
      if (!contains (&plan->map, &plan->legend)
          || _atlas_map_sheet_boxes_overlap (&plan->legend, &plan->stamp)
          || _atlas_map_sheet_boxes_overlap (&plan->legend, &plan->bar))
        continue;

      plan->hidden = measure_hidden (self, plan);
      if (plan->hidden < best.hidden)
        best = *plan;
    }
  if (best.hidden < G_MAXDOUBLE)
    *plan = best;
  return best.hidden < G_MAXDOUBLE;
}

/* The stamp takes a second line where the map is narrow. */
static void
measure_stamp (const AtlasMapSheet *self, AtlasMapSheetPlan *plan)
{
  double padding = self->gap / 2.0;
  double width = plan->map.width - 2.0 * (self->gap + padding);

  pango_layout_set_width (self->stamp, (int) (width * PANGO_SCALE));
  _atlas_map_sheet_measure_layout (self->stamp, &plan->stamp.width, &plan->stamp.height);
  plan->stamp.width += 2.0 * padding;
  plan->stamp.height += 2.0 * padding;
}

static void
move_stamp (const AtlasMapSheet *self, AtlasMapSheetPlan *plan)
{
  plan->stamp.x = plan->map.x + self->gap;
  plan->stamp.y = plan->map.y + plan->map.height - self->gap - plan->stamp.height;
  plan->bar = _atlas_map_sheet_measure_bar (self, plan);
}

static AtlasMapSheetBox
get_room (const AtlasMapSheet *self)
{
  const AtlasMapSheetSpec *spec = self->spec;
  double width;
  double title;
  double sources;

  _atlas_map_sheet_measure_layout (self->title, &width, &title);
  _atlas_map_sheet_measure_layout (self->sources, &width, &sources);
  return (AtlasMapSheetBox){ self->margin, self->margin + ceil (title + self->gap),
                             spec->width - 2.0 * self->margin,
                             spec->height - 2.0 * self->margin - ceil (title + self->gap)
                                 - ceil (sources + self->gap) };
}

/* Takes the room for the legend from that of the map. */
static gboolean
cut_room (const AtlasMapSheet *self, AtlasMapSheetPlan *plan)
{
  double room = plan->map.width;

  if (self->legend == NULL)
    return plan->spot == ATLAS_MAP_SHEET_OVER;

  _atlas_map_sheet_legend_measure (self->legend, plan->columns, &plan->legend.width,
                                   &plan->legend.height);
  if (plan->spot == ATLAS_MAP_SHEET_BESIDE)
    plan->map.width -= ceil (plan->legend.width + self->gap);
  else if (plan->spot == ATLAS_MAP_SHEET_BELOW)
    plan->map.height -= ceil (plan->legend.height + self->gap);
  return plan->map.width >= MIN_MAP_WIDTH && plan->map.height >= MIN_MAP_HEIGHT
         && plan->legend.width <= room
         && (plan->spot == ATLAS_MAP_SHEET_BELOW || plan->legend.height <= plan->map.height);
}

static gboolean
move_legend (const AtlasMapSheet *self, AtlasMapSheetPlan *plan)
{
  if (self->legend == NULL)
    return TRUE;

  switch (plan->spot)
    {
    case ATLAS_MAP_SHEET_OVER:
      return choose_corner (self, plan);
    case ATLAS_MAP_SHEET_BESIDE:
      plan->legend.x = plan->map.x + plan->map.width + self->gap;
      plan->legend.y = plan->map.y;
      return plan->legend.height <= plan->map.height;
    case ATLAS_MAP_SHEET_BELOW:
    case ATLAS_MAP_SHEET_N_SPOTS:
    default:
      plan->legend.x = plan->map.x;
      plan->legend.y = plan->map.y + plan->map.height + self->gap;
      return TRUE;
    }
}

static gboolean
make_plan (const AtlasMapSheet *self,
           AtlasMapSheetSpot spot,
           guint columns,
           AtlasMapSheetPlan *plan)
{
  *plan = (AtlasMapSheetPlan){ .spot = spot, .columns = columns, .map = get_room (self) };
  if (!cut_room (self, plan))
    return FALSE;

  measure_stamp (self, plan);
  _atlas_map_sheet_aim (self, plan);
  /* The map may have become narrower. */
  measure_stamp (self, plan);
  move_stamp (self, plan);
  return move_legend (self, plan);
}

static double
get_worth (const AtlasMapSheet *self, const AtlasMapSheetPlan *plan)
{
  double worth = plan->pose.zoom - COST_OF_HIDING * plan->hidden;

  /* A map that is no larger than that makes no use of the room. */
  if (plan->spot != ATLAS_MAP_SHEET_OVER || _atlas_map_sheet_ends_at_box (self))
    return worth;
  return worth + WORTH_OF_OVER;
}

/*
 * _atlas_map_sheet_lay_out:
 * @self: a sheet with all its texts
 *
 * Decides where everything is.
 *
 * Returns: whether there is room for everything
 */
gboolean
_atlas_map_sheet_lay_out (AtlasMapSheet *self)
{
  double most = -G_MAXDOUBLE;

  for (int spot = 0; spot < ATLAS_MAP_SHEET_N_SPOTS; spot++)
    for (guint columns = 1; columns <= MAX_COLUMNS; columns++)
      {
        AtlasMapSheetPlan plan;

        if (make_plan (self, (AtlasMapSheetSpot) spot, columns, &plan)
            && get_worth (self, &plan) > most)
          {
            most = get_worth (self, &plan);
            self->plan = plan;
          }
      }

  if (most == -G_MAXDOUBLE)
    return FALSE;

  /* They were tried in other ways since. */
  measure_stamp (self, &self->plan);
  atlas_label_set_solve (self->labels, self->plan.pose.zoom);
  return TRUE;
}
