/* atlas-map-scheme.h: a theme applied to a data set: its classes and what is in each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-hatch.h"
#include "atlas-map-geometry.h"
#include "atlas-map-style.h"
#include "atlas-map-theme.h"

G_BEGIN_DECLS

/**
 * AtlasMapClass:
 * @name: what it stands for, for people: 装备制造, 3–5 项
 * @light: its colour in the light theme, as on a chip
 * @dark: its colour in the dark theme
 * @soft: whether @light and @dark are fills already, where others are softened to be one
 * @hatch: the pattern that says the same as the colour
 * @absent: whether it is of those of which the documents say nothing: they have the colour of paper
 * @places: (element-type AtlasPlace): who is in it, borrowed from the catalog, by code: cities and
 *   counties; districts stand for their city and are not among them. What the legend counts. Where
 *   there are several topics, a place in two of them is in the class of each and in that of overlaps
 * @n_striped: of the class of overlaps: how many classes, from the first, take turns as its colour
 *
 * One entry of a legend.
 */
typedef struct
{
  char *name;
  AtlasColour light;
  AtlasColour dark;
  gboolean soft;
  AtlasHatch hatch;
  gboolean absent;
  GPtrArray *places;
  guint n_striped;
} AtlasMapClass;

/**
 * AtlasMapScheme:
 *
 * Immutable and atomically reference-counted.
 */
typedef struct _AtlasMapScheme AtlasMapScheme;

AtlasMapScheme *atlas_map_scheme_new (AtlasCatalog *catalog,
                                      AtlasMapGeometry *geometry,
                                      const AtlasMapTheme *theme,
                                      GError **error);
AtlasMapScheme *atlas_map_scheme_ref (AtlasMapScheme *self);
void atlas_map_scheme_unref (AtlasMapScheme *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMapScheme, atlas_map_scheme_unref)

AtlasMapThemeKind atlas_map_scheme_get_kind (AtlasMapScheme *self);
const char *atlas_map_scheme_get_title (AtlasMapScheme *self);
const char *atlas_map_scheme_get_note (AtlasMapScheme *self);
GPtrArray *atlas_map_scheme_get_classes (AtlasMapScheme *self);
int atlas_map_scheme_get_class_of_area (AtlasMapScheme *self, guint area);
int atlas_map_scheme_get_class_of_place (AtlasMapScheme *self, AtlasPlace *place);
gboolean atlas_map_scheme_get_value (AtlasMapScheme *self, AtlasPlace *place, guint *value);
gboolean atlas_map_scheme_get_badge (AtlasMapScheme *self, AtlasPlace *place, guint *number);
gboolean atlas_map_scheme_has_legend (AtlasMapScheme *self);

/* All classes keep their colour. */
#define ATLAS_MAP_KEEP_ALL G_MAXUINT64

/**
 * AtlasMapLook:
 * @dark: whether for the dark theme
 * @hatched: whether classes have their pattern beside their colour; absence always has it
 * @over: whether the map lies over somebody else's tiles: no sea, no neighbours, no paper
 * @opacity: of the fills where @over, 0 … 1
 * @kept: the classes that keep their colour, bit by bit from the first; the others pale.
 *   %ATLAS_MAP_KEEP_ALL for all
 *
 * What a style is made for beside the scheme.
 */
typedef struct
{
  gboolean dark;
  gboolean hatched;
  gboolean over;
  double opacity;
  guint64 kept;
} AtlasMapLook;

AtlasMapStyle *atlas_map_scheme_make_style (AtlasMapScheme *self,
                                            AtlasMapGeometry *geometry,
                                            const AtlasMapLook *look);

void atlas_map_scheme_draw_swatch (AtlasMapScheme *self,
                                  const AtlasMapClass *class,
                                  cairo_t *cr,
                                  double x,
                                  double y,
                                  double size,
                                  const AtlasMapLook *look);

G_END_DECLS
