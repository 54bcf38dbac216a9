/* atlas-outline-painter.h: how the outlines of places look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-geometry.h"

G_BEGIN_DECLS

/**
 * AtlasOutlineKind:
 * @ATLAS_OUTLINE_PICKED: dashes, 2 pixels wide
 * @ATLAS_OUTLINE_HOVERED: a fine line, 1.5 pixels wide
 * @ATLAS_OUTLINE_SELECTED: a strong line, 3 pixels wide, with a glow
 *
 * Who is outlined, from the bottom up. They differ without colour too.
 */
typedef enum
{
  ATLAS_OUTLINE_PICKED,
  ATLAS_OUTLINE_HOVERED,
  ATLAS_OUTLINE_SELECTED,
  ATLAS_N_OUTLINES,
} AtlasOutlineKind;

/* Logical pixels around an area that its lines need. */
#define ATLAS_OUTLINE_PADDING 8.0

/**
 * AtlasRegion:
 *
 * Part of the world at some zoom, in logical pixels.
 */
typedef struct
{
  double x, y, width, height;
} AtlasRegion;

/**
 * AtlasOutlineJob:
 * @kind: how the lines look
 * @shapes: (element-type AtlasShape): the areas to draw around
 * @region: what is painted, in whole logical pixels
 * @zoom: zoom level
 * @scale: pixels of the picture for one logical pixel
 * @accent: colour of the lines
 * @casing: colour of what sets dashes off from the map
 *
 * All that a picture of outlines depends on: any thread can paint it.
 */
typedef struct
{
  AtlasOutlineKind kind;
  GPtrArray *shapes;
  AtlasRegion region;
  double zoom;
  int scale;
  GdkRGBA accent;
  GdkRGBA casing;
} AtlasOutlineJob;

AtlasOutlineJob *atlas_outline_job_new (GtkWidget *widget,
                                        AtlasOutlineKind kind,
                                        GPtrArray *shapes,
                                        const AtlasRegion *region,
                                        double zoom);
void atlas_outline_job_free (AtlasOutlineJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasOutlineJob, atlas_outline_job_free)

GdkTexture *atlas_outline_job_run (const AtlasOutlineJob *self);

G_END_DECLS
