/* atlas-map-sheet-pose.c: where the map of a sheet looks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-sheet-private.h"

#include <math.h>

/* Share of the map that is left free around what it is fitted to: around one place for its
 * neighbours, around several or the province so that nothing touches the frame. */
#define MARGIN_OF_ONE 0.45
#define MARGIN 0.1
#define MARGIN_OF_BOX 0.04

/*
 * _atlas_map_sheet_ends_at_box:
 * @self: a sheet
 *
 * Returns: whether nothing is shown beyond the box that is asked for, as somebody else's tiles are
 *   at hand no further
 */
gboolean
_atlas_map_sheet_ends_at_box (const AtlasMapSheet *self)
{
  return self->spec->ground != NULL && self->spec->box != NULL;
}

static AtlasBox
get_limits (const AtlasMapSheet *self)
{
  AtlasBox limits = atlas_box_empty ();
  guint n_areas = atlas_map_geometry_get_n_areas (self->geometry);

  if (_atlas_map_sheet_ends_at_box (self))
    return *self->spec->box;

  for (guint i = 0; i < n_areas; i++)
    atlas_box_add_box (
        &limits, atlas_shape_get_box (atlas_map_geometry_get_area (self->geometry, i)->shapes[0]));
  return limits;
}

static gboolean
get_box_of_places (const AtlasMapSheet *self, AtlasBox *box)
{
  GPtrArray *places = self->spec->places;

  *box = atlas_box_empty ();
  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const AtlasArea *area = atlas_map_geometry_find_area (
          self->geometry, atlas_place_get_code (places->pdata[i]));

      if (area != NULL)
        atlas_box_add_box (box, atlas_shape_get_box (area->shapes[0]));
    }
  return box->x0 < box->x1;
}

/* What is to be seen, and how much of the map is left free around it. */
static AtlasBox
get_aim (const AtlasMapSheet *self, double *margin)
{
  AtlasBox box;

  if (self->spec->box != NULL || !get_box_of_places (self, &box))
    {
      *margin = _atlas_map_sheet_ends_at_box (self) ? 0.0 : MARGIN_OF_BOX;
      return self->spec->box != NULL ? *self->spec->box
                                     : *atlas_map_geometry_get_province_box (self->geometry);
    }

  *margin = self->spec->places->len == 1 ? MARGIN_OF_ONE : MARGIN;
  return box;
}

/* Above the stamp, so that it hides nothing of what is shown. */
static AtlasMapPose
fit (const AtlasMapSheet *self, AtlasMapSheetPlan *plan)
{
  AtlasMapFrame *frame = &plan->frame;
  double margin;
  AtlasBox box = get_aim (self, &margin);
  double stamp = _atlas_map_sheet_ends_at_box (self) ? 0.0 : plan->stamp.height + self->gap;
  AtlasMapPose pose = { { (box.x0 + box.x1) / 2.0, (box.y0 + box.y1) / 2.0 } };

  pose.zoom = atlas_map_frame_get_fitting_zoom (frame, &box, margin * frame->width,
                                                margin * frame->height + stamp);
  pose.zoom = CLAMP (pose.zoom, ATLAS_MIN_ZOOM, frame->max_zoom);
  pose.centre.y += stamp / 2.0 / atlas_map_pixels_at (pose.zoom);
  return pose;
}

/* A map that is longer or higher than what there is to see would show where the land ends. */
static void
shrink (AtlasMapSheetPlan *plan)
{
  const AtlasBox *limits = &plan->frame.limits;
  double pixels = atlas_map_pixels_at (plan->pose.zoom);
  double width = MIN (plan->map.width, floor ((limits->x1 - limits->x0) * pixels));
  double height = MIN (plan->map.height, floor ((limits->y1 - limits->y0) * pixels));

  plan->map.x += round ((plan->map.width - width) / 2.0);
  plan->frame.width = plan->map.width = width;
  plan->frame.height = plan->map.height = height;
}

/*
 * _atlas_map_sheet_aim:
 * @self: a sheet
 * @plan: (inout): the room for the map and the size of the stamp; gets the pose, and the map's box
 *   is made smaller where there is not as much to see
 */
void
_atlas_map_sheet_aim (const AtlasMapSheet *self, AtlasMapSheetPlan *plan)
{
  const AtlasMapSheetSpec *spec = self->spec;

  plan->frame = (AtlasMapFrame){ .limits = get_limits (self),
                                 .width = plan->map.width,
                                 .height = plan->map.height,
                                 .scale = 1.0,
                                 .max_zoom = spec->ground != NULL ? ATLAS_DEEPEST_ZOOM
                                                                  : ATLAS_MAX_ZOOM };
  plan->pose = spec->pose != NULL ? *spec->pose : fit (self, plan);
  if (spec->pose == NULL)
    shrink (plan);
  plan->pose = atlas_map_frame_clamp (&plan->frame, plan->pose);
}
