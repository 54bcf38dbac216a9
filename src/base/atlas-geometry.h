/* atlas-geometry.h: shapes on the Web Mercator plane
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AtlasPoint:
 * @x: 0 at 180° W, 1 at 180° E
 * @y: 0 at 85.0511° N, 1 at 85.0511° S (it grows southward, as on a screen)
 *
 * A point of the Web Mercator world (EPSG:3857), scaled to the unit square. At zoom level z a
 * 256-pixel map is 256 · 2^z pixels wide, so one unit is that many pixels.
 */
typedef struct
{
  double x;
  double y;
} AtlasPoint;

/**
 * AtlasBox:
 *
 * A closed rectangle in world units; empty where @x0 > @x1.
 */
typedef struct
{
  double x0, y0, x1, y1;
} AtlasBox;

AtlasPoint atlas_point_from_degrees (double longitude, double latitude);
void atlas_point_to_degrees (AtlasPoint point, double *longitude, double *latitude);

AtlasBox atlas_box_empty (void);
void atlas_box_add_point (AtlasBox *box, AtlasPoint point);
void atlas_box_add_box (AtlasBox *box, const AtlasBox *other);
gboolean atlas_box_intersects (const AtlasBox *a, const AtlasBox *b);
gboolean atlas_box_contains (const AtlasBox *box, AtlasPoint point);

/**
 * AtlasShape:
 *
 * An immutable, reference-counted (atomically: any thread may hold it) list of paths. For an area
 * the paths are rings, not repeating the first point, filled by the even-odd rule; for a boundary
 * they are open lines.
 */
typedef struct _AtlasShape AtlasShape;

/**
 * AtlasShapePath:
 * @points: (array length=n_points): borrowed from the shape
 * @n_points: how many
 * @box: the bounding box of @points
 */
typedef struct
{
  const AtlasPoint *points;
  guint n_points;
  AtlasBox box;
} AtlasShapePath;

/**
 * AtlasShapeBuilder:
 *
 * Collects paths for a new shape. Stack-allocate, init, add, end.
 */
typedef struct
{
  GArray *points;
  GArray *ends;
} AtlasShapeBuilder;

void atlas_shape_builder_init (AtlasShapeBuilder *builder);
void atlas_shape_builder_add_point (AtlasShapeBuilder *builder, AtlasPoint point);
void atlas_shape_builder_end_path (AtlasShapeBuilder *builder);
AtlasShape *atlas_shape_builder_end (AtlasShapeBuilder *builder);

AtlasShape *atlas_shape_ref (AtlasShape *self);
void atlas_shape_unref (AtlasShape *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasShape, atlas_shape_unref)

guint atlas_shape_get_n_paths (AtlasShape *self);
guint atlas_shape_get_n_points (AtlasShape *self);
const AtlasShapePath *atlas_shape_get_path (AtlasShape *self, guint index);
const AtlasBox *atlas_shape_get_box (AtlasShape *self);
gboolean atlas_shape_contains (AtlasShape *self, AtlasPoint point);
double atlas_shape_get_area (AtlasShape *self);

GBytes *atlas_shape_to_bytes (AtlasShape *self);
AtlasShape *atlas_shape_from_bytes (GBytes *bytes);

G_END_DECLS
