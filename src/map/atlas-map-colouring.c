/* atlas-map-colouring.c: what the colours of the map mean, area by area and in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-colouring.h"

#include <glib/gi18n.h>

/* Soft hues for cities; the greedy colouring needs four of them, the fifth is for other data. */
static const AtlasColour CITY_LIGHT[] = {
  { 0.929f, 0.851f, 0.773f, 1.0f }, { 0.820f, 0.871f, 0.796f, 1.0f },
  { 0.851f, 0.831f, 0.894f, 1.0f }, { 0.941f, 0.898f, 0.729f, 1.0f },
  { 0.925f, 0.812f, 0.812f, 1.0f },
};
static const AtlasColour CITY_DARK[] = {
  { 0.337f, 0.278f, 0.224f, 1.0f }, { 0.231f, 0.298f, 0.239f, 1.0f },
  { 0.286f, 0.267f, 0.345f, 1.0f }, { 0.337f, 0.310f, 0.200f, 1.0f },
  { 0.341f, 0.243f, 0.251f, 1.0f },
};

#define N_CITY_COLOURS G_N_ELEMENTS (CITY_LIGHT)

G_DEFINE_ENUM_TYPE (AtlasMapColouring,
                    atlas_map_colouring,
                    G_DEFINE_ENUM_VALUE (ATLAS_MAP_COLOURING_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (ATLAS_MAP_COLOURING_CITY, "city"),
                    G_DEFINE_ENUM_VALUE (ATLAS_MAP_COLOURING_FAMILY, "family"))

typedef struct
{
  AtlasCatalog *catalog;
  AtlasMapGeometry *geometry;
  AtlasMapColouring colouring;
  gboolean dark;
  /* (nullable): what alone is coloured, and the codes of its places */
  const AtlasTopic *topic;
  GHashTable *members;
  /* (nullable): city code → index of its colour + 1 */
  GHashTable *city_colours;
} Task;

static void
legend_entry_free (gpointer data)
{
  AtlasMapLegendEntry *entry = data;

  g_free (entry->name);
  g_free (entry);
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

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

/* Greedy in the order of codes, hence the same on every start. */
static GHashTable *
colour_cities (AtlasMapGeometry *geometry)
{
  GHashTable *colours = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) cities = g_ptr_array_new ();
  guint n_areas = atlas_map_geometry_get_n_areas (geometry);

  for (guint i = 0; i < n_areas; i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (geometry, i);

      if (area->is_unit && area->city != NULL && g_hash_table_add (seen, area->city))
        g_ptr_array_add (cities, area->city);
    }
  g_ptr_array_sort (cities, compare_codes);

  for (guint i = 0; i < cities->len; i++)
    {
      char *city = g_ptr_array_index (cities, i);
      guint taken = taken_around (geometry, city, colours);
      guint colour = 0;

      while (colour < N_CITY_COLOURS - 1 && (taken & (1u << colour)) != 0)
        colour++;
      g_hash_table_insert (colours, city, GUINT_TO_POINTER (colour + 1));
    }

  return colours;
}

static const AtlasTopic *
find_topic (AtlasCatalog *catalog, const char *highlight)
{
  return highlight != NULL ? atlas_catalog_get_topic (catalog, highlight) : NULL;
}

static GHashTable *
find_members (AtlasCatalog *catalog, const AtlasTopic *topic, GError **error)
{
  g_autoptr (GPtrArray) places = atlas_catalog_get_places_in_topic (catalog, topic->id, error);
  GHashTable *members;

  if (places == NULL)
    return NULL;

  members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < places->len; i++)
    g_hash_table_add (members, g_strdup (atlas_place_get_code (g_ptr_array_index (places, i))));

  return members;
}

/* Families and what belongs to one have its colour; what belongs to none has that of the selection.
 */
static const AtlasColour *
get_topic_colour (const AtlasTopic *topic, gboolean dark)
{
  return topic->family != NULL ? atlas_map_style_get_family_colour (topic->family->id, dark)
                               : atlas_map_style_get_accent (dark);
}

static AtlasColour
paper_of (const Task *task, const AtlasArea *area)
{
  const AtlasMapPalette *palette = atlas_map_palette_get (task->dark);

  return area->is_district ? palette->district : palette->land;
}

/* A city has no ground of its own beside that of its counties: its districts stand for it. */
static gboolean
is_member (const Task *task, const AtlasArea *area)
{
  if (g_hash_table_contains (task->members, area->code))
    return TRUE;
  return area->is_district && area->city != NULL
         && g_hash_table_contains (task->members, area->city);
}

static AtlasColour
fill_by_topic (const Task *task, const AtlasArea *area)
{
  if (!is_member (task, area))
    return paper_of (task, area);

  return atlas_map_style_soften (get_topic_colour (task->topic, task->dark), task->dark);
}

static AtlasColour
fill_by_family (const Task *task, const AtlasArea *area)
{
  AtlasPlace *place = atlas_catalog_get_place (task->catalog, area->code);
  const char *family = place != NULL ? atlas_place_get_family (place) : NULL;

  if (area->is_district || family == NULL)
    return paper_of (task, area);

  return atlas_map_style_soften (atlas_map_style_get_family_colour (family, task->dark),
                                 task->dark);
}

static AtlasColour
fill_by_city (const Task *task, const AtlasArea *area)
{
  guint colour = 0;

  if (area->city != NULL)
    colour = GPOINTER_TO_UINT (g_hash_table_lookup (task->city_colours, area->city));
  if (colour == 0)
    return paper_of (task, area);

  return task->dark ? CITY_DARK[colour - 1] : CITY_LIGHT[colour - 1];
}

static AtlasColour
fill_of (const Task *task, const AtlasArea *area)
{
  const AtlasColour unpainted = { 0 };

  if (!area->is_unit)
    {
      /* The area of a city lies under its units and is painted with them. */
      if (atlas_catalog_get_place (task->catalog, area->code) != NULL)
        return unpainted;
      return atlas_map_palette_get (task->dark)->surroundings;
    }

  if (task->members != NULL)
    return fill_by_topic (task, area);
  if (task->colouring == ATLAS_MAP_COLOURING_FAMILY)
    return fill_by_family (task, area);
  if (task->colouring == ATLAS_MAP_COLOURING_CITY)
    return fill_by_city (task, area);
  return paper_of (task, area);
}

/**
 * atlas_map_colouring_make_style:
 * @catalog: the data set
 * @geometry: its areas
 * @colouring: what the fill of an area means
 * @highlight: (nullable): id of the one topic whose places stay coloured; it takes precedence,
 *   unless the data set does not know it
 * @dark: whether for the dark theme
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a style for @geometry, or %NULL with an error of the data
 *   set's file
 */
AtlasMapStyle *
atlas_map_colouring_make_style (AtlasCatalog *catalog,
                                AtlasMapGeometry *geometry,
                                AtlasMapColouring colouring,
                                const char *highlight,
                                gboolean dark,
                                GError **error)
{
  Task task = { .catalog = catalog, .geometry = geometry, .colouring = colouring, .dark = dark };
  g_autoptr (GHashTable) members = NULL;
  g_autoptr (GHashTable) city_colours = NULL;
  g_autofree AtlasColour *fills = NULL;
  guint n_areas;

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog) && geometry != NULL, NULL);

  task.topic = find_topic (catalog, highlight);
  if (task.topic != NULL)
    {
      members = find_members (catalog, task.topic, error);
      if (members == NULL)
        return NULL;
    }
  else if (colouring == ATLAS_MAP_COLOURING_CITY)
    city_colours = colour_cities (geometry);
  task.members = members;
  task.city_colours = city_colours;

  n_areas = atlas_map_geometry_get_n_areas (geometry);
  fills = g_new (AtlasColour, n_areas);
  for (guint i = 0; i < n_areas; i++)
    fills[i] = fill_of (&task, atlas_map_geometry_get_area (geometry, i));

  return atlas_map_style_new (dark, fills, n_areas);
}

static void
add_entry (GPtrArray *legend, const char *name, const AtlasColour *colour, guint count)
{
  AtlasMapLegendEntry *entry = g_new0 (AtlasMapLegendEntry, 1);

  entry->name = g_strdup (name);
  entry->colour = *colour;
  entry->count = count;
  g_ptr_array_add (legend, entry);
}

/* Family id → number of counties whose first leading industry is in it. */
static GHashTable *
count_families (AtlasCatalog *catalog)
{
  GListModel *places = atlas_catalog_get_places (catalog);
  guint n_places = g_list_model_get_n_items (places);
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_places; i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);
      const char *family = atlas_place_get_family (place);
      guint count;

      if (atlas_place_is_city (place) || atlas_place_is_district (place) || family == NULL)
        continue;

      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, family));
      g_hash_table_insert (counts, (gpointer) family, GUINT_TO_POINTER (count + 1));
    }

  return counts;
}

static void
add_families (GPtrArray *legend, AtlasCatalog *catalog, gboolean dark)
{
  g_autoptr (GHashTable) counts = count_families (catalog);
  GPtrArray *families = atlas_catalog_get_families (catalog);
  guint n_others = 0;

  for (guint i = 0; i < families->len; i++)
    {
      const AtlasFamily *family = g_ptr_array_index (families, i);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, family->id));

      if (!atlas_map_style_is_strong_family (family->id))
        n_others += count;
      else if (count > 0)
        add_entry (legend, family->name, atlas_map_style_get_family_colour (family->id, dark),
                   count);
    }

  /* Translators: the families of industries that share one colour on the map */
  if (n_others > 0)
    add_entry (legend, C_ ("industry family", "Other"),
               atlas_map_style_get_family_colour (NULL, dark), n_others);
}

/**
 * atlas_map_colouring_make_legend:
 * @catalog: the data set
 * @colouring: what the fill of an area means
 * @highlight: (nullable): id of the one topic whose places stay coloured
 * @dark: whether for the dark theme
 * @error: return location
 *
 * Returns: (transfer full) (element-type AtlasMapLegendEntry) (nullable): what each colour stands
 *   for, empty where the labels on the map say it; or %NULL with an error of the data set's file
 */
GPtrArray *
atlas_map_colouring_make_legend (AtlasCatalog *catalog,
                                 AtlasMapColouring colouring,
                                 const char *highlight,
                                 gboolean dark,
                                 GError **error)
{
  g_autoptr (GPtrArray) legend = g_ptr_array_new_with_free_func (legend_entry_free);
  const AtlasTopic *topic;

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog), NULL);

  topic = find_topic (catalog, highlight);
  if (topic != NULL)
    {
      g_autoptr (GPtrArray) places = atlas_catalog_get_places_in_topic (catalog, topic->id, error);

      if (places == NULL)
        return NULL;
      add_entry (legend, topic->name, get_topic_colour (topic, dark), places->len);
    }
  else if (colouring == ATLAS_MAP_COLOURING_FAMILY)
    add_families (legend, catalog, dark);

  return g_steal_pointer (&legend);
}

static const char *
get_topic_title (const AtlasTopic *topic)
{
  if (topic->group == NULL)
    return _ ("Places that name this industry; a city is shown by its districts");
  if (topic->group->kind == ATLAS_GROUP_CLUSTER)
    return _ ("Places named for this cluster; a city is shown by its districts");
  if (topic->group->kind == ATLAS_GROUP_FUTURE_FIELD)
    return _ ("Places named for this field; a city is shown by its districts");
  if (topic->group->extends)
    return _ ("Places that belong to it; a city does with all its counties");
  return _ ("Places that belong to it; a city is shown by its districts");
}

/**
 * atlas_map_colouring_get_title:
 * @catalog: the data set
 * @colouring: what the fill of an area means
 * @highlight: (nullable): id of the one topic whose places stay coloured
 *
 * Returns: (transfer none) (nullable): what the colours mean, for people; %NULL where they need no
 *   words
 */
const char *
atlas_map_colouring_get_title (AtlasCatalog *catalog,
                               AtlasMapColouring colouring,
                               const char *highlight)
{
  const AtlasTopic *topic;

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog), NULL);

  topic = find_topic (catalog, highlight);
  if (topic != NULL)
    return get_topic_title (topic);
  if (colouring == ATLAS_MAP_COLOURING_FAMILY)
    return _ ("First leading industry that the newest plan names, by county");
  return NULL;
}
