/* atlas-label-layout.h: which labels find room, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-geometry.h"

G_BEGIN_DECLS

/**
 * AtlasLabelKind:
 * @ATLAS_LABEL_CITY: beside a dot at its seat
 * @ATLAS_LABEL_COUNTY: on its area
 * @ATLAS_LABEL_DISTRICT: on its area, from %ATLAS_LABEL_DISTRICT_ZOOM on
 */
typedef enum
{
  ATLAS_LABEL_CITY,
  ATLAS_LABEL_COUNTY,
  ATLAS_LABEL_DISTRICT,
} AtlasLabelKind;

#define ATLAS_LABEL_DISTRICT_ZOOM 9.5

/* Logical pixels: the dot of a city with its halo, and the least space between two labels. */
#define ATLAS_LABEL_DOT_RADIUS 3.0
#define ATLAS_LABEL_HALO 2.0
#define ATLAS_LABEL_GAP 1.0

/**
 * AtlasLabelItem:
 * @kind: how it is placed
 * @anchor: seat of a city; for others the point where the label fits best
 * @width: of the name, logical pixels, halo included
 * @height: logical pixels, halo included
 * @badge_width: what a badge at the right adds to @width, or 0 where there is none
 * @shape: (nullable): the area a moved label must not leave
 * @is_archipelago: whether @shape is islands, so that the sea between them is as good
 */
typedef struct
{
  AtlasLabelKind kind;
  AtlasPoint anchor;
  double width;
  double height;
  double badge_width;
  AtlasShape *shape;
  gboolean is_archipelago;
} AtlasLabelItem;

/**
 * AtlasLabelSlot:
 * @visible: whether there was room
 * @badge: whether there was room for the badge too
 * @x: left, logical pixels from the western edge of the world
 * @y: top, logical pixels from its northern edge
 * @width: logical pixels, with the badge if there is one
 * @height: logical pixels
 *
 * The box of a label.
 */
typedef struct
{
  gboolean visible;
  gboolean badge;
  double x;
  double y;
  double width;
  double height;
} AtlasLabelSlot;

void atlas_label_layout_solve (const AtlasLabelItem *items,
                               guint n_items,
                               double zoom,
                               AtlasLabelSlot *slots);

G_END_DECLS
