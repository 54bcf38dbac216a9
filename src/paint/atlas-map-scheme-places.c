/* atlas-map-scheme-places.c: the themes that a place's own fields decide: its city, its family
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "atlas-map-scheme-private.h"

/* Soft hues for cities; the greedy colouring needs four of them, the fifth is for other data. */
static const AtlasColour CITY_LIGHT[] = {
  ATLAS_RGB (0xedd9c5), ATLAS_RGB (0xd1decb), ATLAS_RGB (0xd9d4e4),
  ATLAS_RGB (0xf0e5ba), ATLAS_RGB (0xeccfcf),
};
static const AtlasColour CITY_DARK[] = {
  ATLAS_RGB (0x564739), ATLAS_RGB (0x3b4c3d), ATLAS_RGB (0x494458),
  ATLAS_RGB (0x564f33), ATLAS_RGB (0x573e40),
};

#define N_CITY_COLOURS G_N_ELEMENTS (CITY_LIGHT)

/* Which colours the neighbours of the units of @city already have, as bits. */
static guint
taken_around (AtlasMapGeometry *geometry, const char *city, GHashTable *colours)
{
  guint n_areas = atlas_map_geometry_get_n_areas (geometry);
  guint taken = 0;

  for (guint i = 0; i < n_areas; i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (geometry, i);
      const char *const *neighbours;

      if (!area->is_unit || g_strcmp0 (area->city, city) != 0)
        continue;

      neighbours = atlas_map_geometry_get_neighbours (geometry, area->code);
      for (guint j = 0; neighbours != NULL && neighbours[j] != NULL; j++)
        {
          const AtlasArea *other = atlas_map_geometry_find_area (geometry, neighbours[j]);
          guint colour = 0;

          if (other != NULL && other->city != NULL)
            colour = GPOINTER_TO_UINT (g_hash_table_lookup (colours, other->city));
          if (colour > 0)
            taken |= 1u << (colour - 1);
        }
    }
  return taken;
}

/* Greedy in the order of codes, hence the same on every start. @colours keeps the index + 1 of each
 * city that has one. */
static guint
choose_colour (AtlasMapGeometry *geometry, AtlasPlace *city, GHashTable *colours)
{
  const char *code = atlas_place_get_code (city);
  guint taken = taken_around (geometry, code, colours);
  guint colour = 0;

  while (colour < N_CITY_COLOURS - 1 && (taken & (1u << colour)) != 0)
    colour++;
  g_hash_table_insert (colours, (gpointer) code, GUINT_TO_POINTER (colour + 1));
  return colour;
}

/*
 * _atlas_map_scheme_fill_cities:
 * @self: a new scheme
 * @geometry: its areas
 *
 * One class a city, with its counties; neighbours differ in colour.
 */
void
_atlas_map_scheme_fill_cities (AtlasMapScheme *self, AtlasMapGeometry *geometry)
{
  GListModel *places = atlas_catalog_get_places (self->catalog);
  guint n_places = g_list_model_get_n_items (places);
  g_autoptr (GHashTable) colours = g_hash_table_new (g_str_hash, g_str_equal);

  /* Cities come first. */
  for (guint i = 0; i < n_places; i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);
      AtlasMapClass *class;

      if (atlas_place_is_city (place))
        {
          guint colour = choose_colour (geometry, place, colours);

          class = _atlas_map_scheme_add_class (self, atlas_place_get_name (place),
                                               &CITY_LIGHT[colour], &CITY_DARK[colour],
                                               ATLAS_HATCH_NONE);
          class->soft = TRUE;
        }
      else
        class = g_hash_table_lookup (self->of_place, atlas_place_get_parent (place));
      if (!atlas_place_is_district (place))
        _atlas_map_scheme_put (self, place, class);
    }
}

static AtlasMapClass *
add_family (AtlasMapScheme *self, const char *id, const char *name, AtlasHatch hatch)
{
  return _atlas_map_scheme_add_class (self, name, atlas_map_style_get_family_colour (id, FALSE),
                                      atlas_map_style_get_family_colour (id, TRUE), hatch);
}

/* Of the strong families, in the order of the data set; the neutral colour alone is plain. The
 * quieter ones go to the families that have most places. */
static const AtlasHatch FAMILY_HATCHES[] = {
  ATLAS_HATCH_RISING, ATLAS_HATCH_FALLING, ATLAS_HATCH_LEVEL,   ATLAS_HATCH_UPRIGHT,
  ATLAS_HATCH_GRID,   ATLAS_HATCH_DOTS,    ATLAS_HATCH_CROSSED, ATLAS_HATCH_DASHES,
};

/* Family id → its class; those that share the neutral colour share a class, under "". */
static GHashTable *
add_families (AtlasMapScheme *self)
{
  GHashTable *classes = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *families = atlas_catalog_get_families (self->catalog);
  guint n_strong = 0;

  for (guint i = 0; i < families->len; i++)
    {
      const AtlasFamily *family = g_ptr_array_index (families, i);

      if (atlas_map_style_is_strong_family (family->id))
        g_hash_table_insert (
            classes, family->id,
            add_family (self, family->id, family->name,
                        FAMILY_HATCHES[n_strong++ % G_N_ELEMENTS (FAMILY_HATCHES)]));
    }

  /* Translators: the families of industries that share one colour on the map */
  g_hash_table_insert (classes, (gpointer) "",
                       add_family (self, NULL, C_ ("industry family", "Other"), ATLAS_HATCH_NONE));
  return classes;
}

/*
 * _atlas_map_scheme_fill_families:
 * @self: a new scheme
 *
 * One class a family of industries that has a colour of its own, and one for all others.
 */
void
_atlas_map_scheme_fill_families (AtlasMapScheme *self)
{
  GListModel *places = atlas_catalog_get_places (self->catalog);
  guint n_places = g_list_model_get_n_items (places);
  g_autoptr (GHashTable) classes = add_families (self);
  /* Translators: in the legend of the map: places for which the newest plan lists none (主导产业)
   */
  AtlasMapClass *absent = _atlas_map_scheme_add_absent (self, _ ("No leading industry listed"));

  for (guint i = 0; i < n_places; i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);
      const char *family = atlas_place_get_family (place);
      AtlasMapClass *class;

      if (atlas_place_is_district (place))
        continue;
      if (family == NULL)
        class = absent;
      else
        class = g_hash_table_lookup (classes,
                                     atlas_map_style_is_strong_family (family) ? family : "");
      _atlas_map_scheme_put (self, place, class);
    }

  self->has_legend = TRUE;
  self->title = g_strdup (
      _ ("First leading industry that the newest plan names; a city is shown by its districts"));
}
