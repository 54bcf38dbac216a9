/* atlas-map-swatch.c: the colour and the pattern of a class of a theme
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-swatch.h"

#define SIZE 13

typedef struct
{
  /* keeps @klass */
  AtlasMapScheme *scheme;
  const AtlasMapClass *klass;
  AtlasMapLook look;
} Swatch;

static void
swatch_free (gpointer data)
{
  Swatch *swatch = data;

  atlas_map_scheme_unref (swatch->scheme);
  g_free (swatch);
}

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const Swatch *swatch = data;

  atlas_map_scheme_draw_swatch (swatch->scheme, swatch->klass, cr, (width - SIZE) / 2.0,
                                (height - SIZE) / 2.0, SIZE, &swatch->look);
}

/**
 * atlas_map_swatch_new:
 *
 * Returns: (transfer floating): a small square, empty as yet, which says nothing to a screen reader
 */
GtkWidget *
atlas_map_swatch_new (void)
{
  return g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "content-width", SIZE, "content-height", SIZE, "valign", GTK_ALIGN_CENTER,
                       NULL);
}

/**
 * atlas_map_swatch_set:
 * @self: a swatch
 * @scheme: a theme applied to a data set
 * @klass: one of its classes
 * @look: how the map looks
 *
 * Paints @self as that class is painted.
 */
void
atlas_map_swatch_set (GtkWidget *self,
                      AtlasMapScheme *scheme,
                      const AtlasMapClass *klass,
                      const AtlasMapLook *look)
{
  Swatch *swatch;

  g_return_if_fail (GTK_IS_DRAWING_AREA (self) && scheme != NULL && klass != NULL && look != NULL);

  swatch = g_new0 (Swatch, 1);
  swatch->scheme = atlas_map_scheme_ref (scheme);
  swatch->klass = klass;
  swatch->look = *look;
  /* It says what its class looks like, not whether it is filtered out. */
  swatch->look.kept = ATLAS_MAP_KEEP_ALL;
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self), draw, swatch, swatch_free);
}
