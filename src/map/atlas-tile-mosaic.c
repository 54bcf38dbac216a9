/* atlas-tile-mosaic.c: the tiles of one zoom level as one picture
 *
 * Pictures set side by side on a sheet part by a hair wherever an edge falls between two pixels of
 * it, and in a PDF at every size it is looked at. So they are put together pixel by pixel first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-mosaic.h"

#include <math.h>

#include "atlas-picture.h"

/* Pixels of a picture that cairo and the readers of PDF files can still be asked to bear. */
#define MOST_PIXELS 8192

/* In tiles of the level. */
typedef struct
{
  guint level;
  guint x0, y0, x1, y1;
  /* pixels of a tile */
  guint side;
} Grid;

static AtlasBox
box_of (ShumateTile *tile)
{
  double side = ldexp (1.0, -(int) shumate_tile_get_zoom_level (tile));
  double x = shumate_tile_get_x (tile) * side;
  double y = shumate_tile_get_y (tile) * side;

  return (AtlasBox){ x, y, x + side, y + side };
}

/* Returns: (transfer container): the tiles of which something lies in @window. */
static GPtrArray *
choose_tiles (GPtrArray *tiles, const AtlasMapWindow *window)
{
  GPtrArray *chosen = g_ptr_array_new ();
  AtlasBox wanted = { window->origin.x, window->origin.y,
                      window->origin.x + window->width / window->scale,
                      window->origin.y + window->height / window->scale };

  for (guint i = 0; i < tiles->len; i++)
    {
      AtlasBox box = box_of (tiles->pdata[i]);

      if (atlas_box_intersects (&box, &wanted))
        g_ptr_array_add (chosen, tiles->pdata[i]);
    }

  return chosen;
}

static Grid
measure (GPtrArray *tiles)
{
  Grid grid = { .level = shumate_tile_get_zoom_level (tiles->pdata[0]),
                .x0 = G_MAXUINT,
                .y0 = G_MAXUINT };
  guint columns;

  for (guint i = 0; i < tiles->len; i++)
    {
      ShumateTile *tile = tiles->pdata[i];
      GdkTexture *picture = GDK_TEXTURE (shumate_tile_get_paintable (tile));

      grid.x0 = MIN (grid.x0, shumate_tile_get_x (tile));
      grid.y0 = MIN (grid.y0, shumate_tile_get_y (tile));
      grid.x1 = MAX (grid.x1, shumate_tile_get_x (tile) + 1);
      grid.y1 = MAX (grid.y1, shumate_tile_get_y (tile) + 1);
      grid.side = MAX (grid.side, (guint) gdk_texture_get_width (picture));
    }

  columns = MAX (grid.x1 - grid.x0, grid.y1 - grid.y0);
  grid.side = CLAMP (grid.side, 1, MAX (MOST_PIXELS / columns, 1));
  return grid;
}

static cairo_surface_t *
assemble (GPtrArray *tiles, const Grid *grid)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) ((grid->x1 - grid->x0) * grid->side),
      (int) ((grid->y1 - grid->y0) * grid->side));
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < tiles->len; i++)
    {
      ShumateTile *tile = tiles->pdata[i];
      graphene_rect_t bounds = GRAPHENE_RECT_INIT (
          (float) ((shumate_tile_get_x (tile) - grid->x0) * grid->side),
          (float) ((shumate_tile_get_y (tile) - grid->y0) * grid->side), (float) grid->side,
          (float) grid->side);

      atlas_picture_paint (GDK_TEXTURE (shumate_tile_get_paintable (tile)), cr, &bounds);
    }

  cairo_destroy (cr);
  return surface;
}

/**
 * atlas_tile_mosaic_paint:
 * @tiles: (element-type ShumateTile): tiles of one zoom level, each with a texture
 * @cr: what is painted on: its units count from the top left of @window
 * @window: which part of the world, and how large
 *
 * Paints what @tiles hold of @window and nothing else.
 */
void
atlas_tile_mosaic_paint (GPtrArray *tiles, cairo_t *cr, const AtlasMapWindow *window)
{
  g_autoptr (GPtrArray) chosen = NULL;
  cairo_surface_t *surface;
  double scale;
  double n_tiles;
  Grid grid;

  g_return_if_fail (tiles != NULL && cr != NULL && window != NULL && window->scale > 0.0);

  chosen = choose_tiles (tiles, window);
  if (chosen->len == 0)
    return;

  grid = measure (chosen);
  surface = assemble (chosen, &grid);
  n_tiles = ldexp (1.0, (int) grid.level);
  scale = window->scale / n_tiles / grid.side;

  cairo_save (cr);
  cairo_rectangle (cr, 0.0, 0.0, window->width, window->height);
  cairo_clip (cr);
  cairo_translate (cr, (grid.x0 / n_tiles - window->origin.x) * window->scale,
                   (grid.y0 / n_tiles - window->origin.y) * window->scale);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, 0.0, 0.0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}
