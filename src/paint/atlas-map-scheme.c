/* atlas-map-scheme.c: a theme applied to a data set: its classes and what is in each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-scheme-private.h"

static void
map_class_free (gpointer data)
{
  AtlasMapClass *self = data;

  g_ptr_array_unref (self->places);
  g_free (self->name);
  g_free (self);
}

static AtlasMapScheme *
scheme_alloc (AtlasCatalog *catalog, AtlasMapThemeKind kind, guint n_areas)
{
  AtlasMapScheme *self = g_new0 (AtlasMapScheme, 1);

  g_atomic_ref_count_init (&self->references);
  self->catalog = g_object_ref (catalog);
  self->kind = kind;
  self->classes = g_ptr_array_new_with_free_func (map_class_free);
  self->of_place = g_hash_table_new (NULL, NULL);
  self->n_areas = n_areas;
  self->of_area = g_new (int, n_areas);
  self->topics_of_area = g_new0 (guint, n_areas);
  return self;
}

/*
 * _atlas_map_scheme_add_class:
 * @self: a scheme that is being made
 * @name: what it stands for
 * @light: its colour in the light theme
 * @dark: its colour in the dark theme
 * @hatch: the pattern that says the same
 *
 * Both colours are softened for the map, unless the caller sets `soft`: then they are fills
 * already.
 *
 * Returns: (transfer none): the new class, still without places
 */
AtlasMapClass *
_atlas_map_scheme_add_class (AtlasMapScheme *self,
                             const char *name,
                             const AtlasColour *light,
                             const AtlasColour *dark,
                             AtlasHatch hatch)
{
  AtlasMapClass *class = g_new0 (AtlasMapClass, 1);

  class->name = g_strdup (name);
  class->light = *light;
  class->dark = *dark;
  class->hatch = hatch;
  class->places = g_ptr_array_new ();
  g_ptr_array_add (self->classes, class);
  return class;
}

/*
 * _atlas_map_scheme_add_absent:
 * @self: a scheme that is being made
 * @name: what is not said of its places
 *
 * Returns: (transfer none): the new class of those of which the documents say nothing
 */
AtlasMapClass *
_atlas_map_scheme_add_absent (AtlasMapScheme *self, const char *name)
{
  AtlasMapClass *class = _atlas_map_scheme_add_class (
      self, name, &atlas_map_palette_get (FALSE)->land, &atlas_map_palette_get (TRUE)->land,
      ATLAS_HATCH_ABSENT);

  class->absent = TRUE;
  class->soft = TRUE;
  return class;
}

/*
 * _atlas_map_scheme_put:
 * @self: a scheme that is being made
 * @place: a place, put nowhere so far
 * @class: one of its classes
 *
 * Puts @place into @class. Districts have the colour and are not counted.
 */
void
_atlas_map_scheme_put (AtlasMapScheme *self, AtlasPlace *place, AtlasMapClass *class)
{
  g_hash_table_insert (self->of_place, place, class);
  if (!atlas_place_is_district (place))
    g_ptr_array_add (class->places, place);
}

/* Districts stand for their city, unless the theme speaks of districts itself. */
static void
put_districts (AtlasMapScheme *self)
{
  GListModel *places = atlas_catalog_get_places (self->catalog);
  guint n_places = g_list_model_get_n_items (places);

  for (guint i = 0; i < n_places; i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);
      AtlasMapClass *class;

      if (!atlas_place_is_district (place))
        continue;
      class = g_hash_table_lookup (self->of_place, atlas_place_get_parent (place));
      if (class != NULL)
        _atlas_map_scheme_put (self, place, class);
    }
}

static void
drop_empty_classes (AtlasMapScheme *self)
{
  for (guint i = self->classes->len; i > 0; i--)
    if (((const AtlasMapClass *) g_ptr_array_index (self->classes, i - 1))->places->len == 0)
      g_ptr_array_remove_index (self->classes, i - 1);
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (atlas_place_get_code (*(AtlasPlace *const *) a),
                    atlas_place_get_code (*(AtlasPlace *const *) b));
}

static void
finish (AtlasMapScheme *self, AtlasMapGeometry *geometry)
{
  for (guint i = 0; i < self->classes->len; i++)
    g_ptr_array_sort (((AtlasMapClass *) g_ptr_array_index (self->classes, i))->places,
                      compare_codes);
  for (guint i = 0; i < self->n_areas; i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (geometry, i);
      AtlasPlace *place = area->is_unit ? atlas_catalog_get_place (self->catalog, area->code)
                                        : NULL;

      self->of_area[i] = place != NULL ? atlas_map_scheme_get_class_of_place (self, place) : -1;
      if (place != NULL && self->topics != NULL)
        self->topics_of_area[i] = GPOINTER_TO_UINT (g_hash_table_lookup (self->topics, place));
    }
}

static gboolean
fill (AtlasMapScheme *self, AtlasMapGeometry *geometry, const AtlasMapTheme *theme, GError **error)
{
  gboolean is_filled = TRUE;

  if (theme->kind == ATLAS_MAP_THEME_NONE)
    return TRUE;
  if (theme->kind == ATLAS_MAP_THEME_TOPICS)
    return _atlas_map_scheme_fill_topics (self, theme, error);

  if (theme->kind == ATLAS_MAP_THEME_CITY)
    _atlas_map_scheme_fill_cities (self, geometry);
  else if (theme->kind == ATLAS_MAP_THEME_FAMILY)
    _atlas_map_scheme_fill_families (self);
  else if (theme->kind == ATLAS_MAP_THEME_PROJECTS)
    is_filled = _atlas_map_scheme_fill_projects (self, theme, error);
  else if (theme->kind == ATLAS_MAP_THEME_PERIOD)
    is_filled = _atlas_map_scheme_fill_periods (self, error);
  else
    is_filled = _atlas_map_scheme_fill_coverage (self, error);
  put_districts (self);
  drop_empty_classes (self);
  return is_filled;
}

/**
 * atlas_map_scheme_new:
 * @catalog: the data set
 * @geometry: its areas
 * @theme: what the colours mean; not needed afterwards
 * @error: return location for an error of the data set's file
 *
 * A theme that @catalog has not been asked for yet costs one query of some milliseconds, for
 * projects, periods and coverage as for topics; then, and for all other themes, it is a tenth of
 * one.
 *
 * Returns: (transfer full) (nullable): @theme applied to @catalog
 */
AtlasMapScheme *
atlas_map_scheme_new (AtlasCatalog *catalog,
                      AtlasMapGeometry *geometry,
                      const AtlasMapTheme *theme,
                      GError **error)
{
  g_autoptr (AtlasMapScheme) self = NULL;

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (geometry != NULL && theme != NULL, NULL);

  self = scheme_alloc (catalog, theme->kind, atlas_map_geometry_get_n_areas (geometry));
  if (!fill (self, geometry, theme, error))
    return NULL;
  finish (self, geometry);
  return g_steal_pointer (&self);
}

/**
 * atlas_map_scheme_ref:
 * @self: a scheme
 *
 * Returns: (transfer full): @self
 */
AtlasMapScheme *
atlas_map_scheme_ref (AtlasMapScheme *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * atlas_map_scheme_unref:
 * @self: (transfer full): a scheme
 */
void
atlas_map_scheme_unref (AtlasMapScheme *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_clear_pointer (&self->values, g_hash_table_unref);
  g_clear_pointer (&self->topics, g_hash_table_unref);
  g_hash_table_unref (self->of_place);
  g_ptr_array_unref (self->classes);
  g_object_unref (self->catalog);
  g_free (self->of_area);
  g_free (self->topics_of_area);
  g_free (self->title);
  g_free (self->note);
  g_free (self);
}

/**
 * atlas_map_scheme_get_kind:
 * @self: a scheme
 *
 * Returns: what its colours mean
 */
AtlasMapThemeKind
atlas_map_scheme_get_kind (AtlasMapScheme *self)
{
  g_return_val_if_fail (self != NULL, ATLAS_MAP_THEME_NONE);

  return self->kind;
}

/**
 * atlas_map_scheme_get_title:
 * @self: a scheme
 *
 * Returns: (nullable): what the colours mean, for people; %NULL where they need no words
 */
const char *
atlas_map_scheme_get_title (AtlasMapScheme *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * atlas_map_scheme_get_note:
 * @self: a scheme
 *
 * Returns: (nullable): how the colours must not be read
 */
const char *
atlas_map_scheme_get_note (AtlasMapScheme *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->note;
}

/**
 * atlas_map_scheme_get_classes:
 * @self: a scheme
 *
 * Returns: (transfer none) (element-type AtlasMapClass): what there are colours for, in the order
 * of the legend; may be empty
 */
GPtrArray *
atlas_map_scheme_get_classes (AtlasMapScheme *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->classes;
}

/**
 * atlas_map_scheme_get_class_of_area:
 * @self: a scheme
 * @area: index of an area of its geometry
 *
 * Returns: the index of its class; -1 for one that is no county or district, or that is in none
 */
int
atlas_map_scheme_get_class_of_area (AtlasMapScheme *self, guint area)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (area < self->n_areas, -1);

  return self->of_area[area];
}

/**
 * atlas_map_scheme_get_class_of_place:
 * @self: a scheme
 * @place: a place
 *
 * Returns: the index of its class; -1 for none
 */
int
atlas_map_scheme_get_class_of_place (AtlasMapScheme *self, AtlasPlace *place)
{
  guint index;

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (ATLAS_IS_PLACE (place), -1);

  return g_ptr_array_find (self->classes, g_hash_table_lookup (self->of_place, place), &index)
             ? (int) index
             : -1;
}

/**
 * atlas_map_scheme_get_value:
 * @self: a scheme
 * @place: a place
 * @value: (out): the number that decides its class
 *
 * The number of a city is that of the city itself and its districts, without its counties; a
 * district has none of its own.
 *
 * Returns: whether the theme is about numbers, and @place has one
 */
gboolean
atlas_map_scheme_get_value (AtlasMapScheme *self, AtlasPlace *place, guint *value)
{
  g_return_val_if_fail (self != NULL && value != NULL, FALSE);
  g_return_val_if_fail (ATLAS_IS_PLACE (place), FALSE);

  if (self->values == NULL || atlas_place_is_district (place))
    return FALSE;
  *value = GPOINTER_TO_UINT (g_hash_table_lookup (self->values, place));
  return TRUE;
}

/**
 * atlas_map_scheme_get_badge:
 * @self: a scheme
 * @place: a place
 * @number: (out): what stands beside its name: the number of the theme where it counts projects,
 *   else the projects that the newest plan ties to the place
 *
 * Returns: whether anything does: not where there is nothing to count, nor beside a district
 */
gboolean
atlas_map_scheme_get_badge (AtlasMapScheme *self, AtlasPlace *place, guint *number)
{
  g_return_val_if_fail (self != NULL && number != NULL, FALSE);
  g_return_val_if_fail (ATLAS_IS_PLACE (place), FALSE);

  *number = 0;
  if (atlas_place_is_district (place))
    return FALSE;
  if (self->kind != ATLAS_MAP_THEME_PROJECTS)
    *number = atlas_place_get_n_newest_projects (place);
  else if (!atlas_map_scheme_get_value (self, place, number))
    return FALSE;
  return *number > 0;
}

/**
 * atlas_map_scheme_has_legend:
 * @self: a scheme
 *
 * Returns: whether the classes are to be listed; else the labels on the map say it
 */
gboolean
atlas_map_scheme_has_legend (AtlasMapScheme *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->has_legend;
}
