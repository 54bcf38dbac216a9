/* atlas-map-scheme-private.h: what the files that make schemes share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-map-scheme.h"

G_BEGIN_DECLS

struct _AtlasMapScheme
{
  gatomicrefcount references;
  AtlasCatalog *catalog; /* keeps the places */
  AtlasMapThemeKind kind;
  char *title;
  char *note;
  gboolean has_legend;
  GPtrArray *classes;
  GHashTable *of_place; /* AtlasPlace → AtlasMapClass, borrowed */
  GHashTable *values;   /* AtlasPlace → guint; NULL where no numbers are shown */
  GHashTable *topics;   /* AtlasPlace → topics it is in, as bits; NULL unless there are several */
  int *of_area;
  guint *topics_of_area;
  guint n_areas;
};

AtlasMapClass *_atlas_map_scheme_add_class (AtlasMapScheme *self,
                                            const char *name,
                                            const AtlasColour *light,
                                            const AtlasColour *dark,
                                            AtlasHatch hatch);
AtlasMapClass *_atlas_map_scheme_add_absent (AtlasMapScheme *self, const char *name);
void _atlas_map_scheme_put (AtlasMapScheme *self, AtlasPlace *place, AtlasMapClass *class);

/* Each gives every place its class. */
void _atlas_map_scheme_fill_cities (AtlasMapScheme *self, AtlasMapGeometry *geometry);
void _atlas_map_scheme_fill_families (AtlasMapScheme *self);
gboolean
_atlas_map_scheme_fill_topics (AtlasMapScheme *self, const AtlasMapTheme *theme, GError **error);
gboolean
_atlas_map_scheme_fill_projects (AtlasMapScheme *self, const AtlasMapTheme *theme, GError **error);
gboolean _atlas_map_scheme_fill_coverage (AtlasMapScheme *self, GError **error);
gboolean _atlas_map_scheme_fill_periods (AtlasMapScheme *self, GError **error);

G_END_DECLS
