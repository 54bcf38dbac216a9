/* atlas-similar.c: places that have something in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-similar.h"

#include <glib/gi18n.h>
#include <math.h>

/* What each kind of reason can add to a score; all together 1. */
#define SHARE_OF_FAMILIES 0.6
#define SHARE_OF_ZONES 0.2
#define SHARE_OF_CITY 0.1
#define SHARE_OF_BORDER 0.1

/* Place, id and name of what it has. What the newest plan wants a place to live on; and what says
 * of a place what it is, which a county does not get from its city. */
#define FAMILIES                                                                                   \
  "SELECT DISTINCT place, family.id, family.name FROM claim JOIN family ON family.id = family"     \
  " WHERE role IS NOT NULL AND period = (SELECT period FROM document ORDER BY position LIMIT 1)"   \
  " ORDER BY family.position"
#define ZONES                                                                                      \
  "SELECT place, id, name FROM zone_place JOIN zone ON id = zone"                                  \
  " WHERE zone.kind IN ('region', 'corridor', 'pivot-city', 'ethnic', 'border', 'resource',"       \
  "  'free-trade') ORDER BY zone.position"

/* Something that several places can have. */
typedef struct
{
  char *name;
  guint n_places;
} Trait;

typedef struct
{
  AtlasCatalog *catalog;
  AtlasPlace *place;    /* whose likes are sought */
  guint n_peers;        /* places of its level, itself among them */
  GHashTable *traits;   /* id → Trait */
  GHashTable *by_place; /* peer → GPtrArray of Trait, borrowed */
} Traits;

typedef struct
{
  const char *name;
  double weight; /* what it adds to the score */
} Reason;

static void
trait_free (gpointer data)
{
  Trait *trait = data;

  g_free (trait->name);
  g_free (trait);
}

static void
traits_clear (Traits *self)
{
  g_clear_pointer (&self->traits, g_hash_table_unref);
  g_clear_pointer (&self->by_place, g_hash_table_unref);
}

static gboolean
is_peer (AtlasPlace *place, AtlasPlace *other)
{
  return atlas_place_is_city (place) == atlas_place_is_city (other)
         && atlas_place_is_district (place) == atlas_place_is_district (other);
}

static Trait *
get_trait (Traits *self, const char *id, const char *name)
{
  Trait *trait = g_hash_table_lookup (self->traits, id);

  if (trait == NULL)
    {
      trait = g_new0 (Trait, 1);
      trait->name = g_strdup (name);
      g_hash_table_insert (self->traits, g_strdup (id), trait);
    }
  return trait;
}

static GPtrArray *
get_traits_of (Traits *self, AtlasPlace *place)
{
  GPtrArray *traits = g_hash_table_lookup (self->by_place, place);

  if (traits == NULL)
    {
      traits = g_ptr_array_new ();
      g_hash_table_insert (self->by_place, place, traits);
    }
  return traits;
}

static gboolean
add_trait (AtlasStatement *row, gpointer data, GError **error)
{
  Traits *self = data;
  AtlasPlace *place = atlas_catalog_get_place (self->catalog, atlas_statement_get_text (row, 0));
  const char *id = atlas_statement_get_text (row, 1);
  const char *name = atlas_statement_get_text (row, 2);
  Trait *trait;

  if (place == NULL || id == NULL || name == NULL || !is_peer (place, self->place))
    return TRUE;
  trait = get_trait (self, id, name);
  trait->n_places++;
  g_ptr_array_add (get_traits_of (self, place), trait);
  return TRUE;
}

static gboolean
load_traits (Traits *self, const char *sql, GError **error)
{
  g_autoptr (AtlasStatement) rows = atlas_database_prepare (
      atlas_catalog_get_database (self->catalog), sql, error);

  self->traits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, trait_free);
  self->by_place = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  return rows != NULL && atlas_statement_foreach (rows, add_trait, self, error);
}

/* A trait that every peer has says nothing, one that few have says much. */
static double
get_weight (const Traits *self, const Trait *trait)
{
  return log ((double) self->n_peers / trait->n_places);
}

static void
add_reason (GArray *reasons, const char *name, double weight)
{
  Reason reason = { name, weight };

  if (weight > 0.0)
    g_array_append_val (reasons, reason);
}

/* Adds what both have, each with its part of @share; all of them together add @share. */
static void
add_shared_traits (GArray *reasons, Traits *self, AtlasPlace *other, double share)
{
  GPtrArray *own = get_traits_of (self, self->place);
  GPtrArray *theirs = get_traits_of (self, other);
  double all = 0.0;

  for (guint i = 0; i < own->len; i++)
    all += get_weight (self, g_ptr_array_index (own, i));
  for (guint i = 0; i < theirs->len; i++)
    if (!g_ptr_array_find (own, g_ptr_array_index (theirs, i), NULL))
      all += get_weight (self, g_ptr_array_index (theirs, i));

  for (guint i = 0; all > 0.0 && i < own->len; i++)
    {
      const Trait *trait = g_ptr_array_index (own, i);

      if (g_ptr_array_find (theirs, trait, NULL))
        add_reason (reasons, trait->name, share * get_weight (self, trait) / all);
    }
}

/* As every kind of reason is looked up */
typedef struct
{
  Traits families;
  Traits zones;
  GPtrArray *neighbours;
} Search;

static void
search_clear (Search *search)
{
  traits_clear (&search->families);
  traits_clear (&search->zones);
  g_clear_pointer (&search->neighbours, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static guint
count_peers (AtlasCatalog *catalog, AtlasPlace *place)
{
  GListModel *places = atlas_catalog_get_places (catalog);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) other = g_list_model_get_item (places, i);

      n += is_peer (place, other);
    }
  return n;
}

static gboolean
search_load (Search *search, AtlasCatalog *catalog, AtlasPlace *place, GError **error)
{
  Traits traits = { .catalog = catalog, .place = place, .n_peers = count_peers (catalog, place) };

  search->families = traits;
  search->zones = traits;
  if (!load_traits (&search->families, FAMILIES, error)
      || !load_traits (&search->zones, ZONES, error))
    return FALSE;
  search->neighbours = atlas_catalog_load_neighbours (catalog, place, error);
  return search->neighbours != NULL;
}

static int
compare_reasons (gconstpointer a, gconstpointer b)
{
  const Reason *first = a;
  const Reason *second = b;

  return (first->weight < second->weight) - (first->weight > second->weight);
}

static void
similar_place_free (gpointer data)
{
  AtlasSimilarPlace *similar = data;

  g_ptr_array_unref (similar->shared);
  g_free (similar);
}

static AtlasSimilarPlace *
compare_with (Search *search, AtlasPlace *other)
{
  g_autoptr (GArray) reasons = g_array_new (FALSE, FALSE, sizeof (Reason));
  AtlasPlace *parent = atlas_place_get_parent (search->families.place);
  AtlasSimilarPlace *similar;

  add_shared_traits (reasons, &search->families, other, SHARE_OF_FAMILIES);
  add_shared_traits (reasons, &search->zones, other, SHARE_OF_ZONES);
  if (parent != NULL && parent == atlas_place_get_parent (other))
    add_reason (reasons, _ ("same city"), SHARE_OF_CITY);
  if (g_ptr_array_find (search->neighbours, other, NULL))
    add_reason (reasons, _ ("neighbours"), SHARE_OF_BORDER);
  if (reasons->len == 0)
    return NULL;

  g_array_sort (reasons, compare_reasons);
  similar = g_new0 (AtlasSimilarPlace, 1);
  similar->place = other;
  similar->shared = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < reasons->len; i++)
    {
      const Reason *reason = &g_array_index (reasons, Reason, i);

      similar->score += reason->weight;
      g_ptr_array_add (similar->shared, g_strdup (reason->name));
    }
  return similar;
}

static int
compare_similar (gconstpointer a, gconstpointer b)
{
  const AtlasSimilarPlace *first = *(const AtlasSimilarPlace *const *) a;
  const AtlasSimilarPlace *second = *(const AtlasSimilarPlace *const *) b;

  if (first->score != second->score)
    return first->score < second->score ? 1 : -1;
  return g_strcmp0 (atlas_place_get_code (first->place), atlas_place_get_code (second->place));
}

/**
 * atlas_similar_find:
 * @catalog: a catalog
 * @profile: the profile of one of its places
 * @limit: how many places at most, 0 for all
 * @error: return location for an error of %ATLAS_DATABASE_ERROR or %ATLAS_CATALOG_ERROR
 *
 * Cities are compared with cities, counties with counties; a district, for which the plans name no
 * industry, is like none. The score of a pair is
 *
 *   0.6 × shared families + 0.2 × shared zones + 0.1 if in one city + 0.1 if they touch
 *
 * where “shared” is the weight of what both have over the weight of what either has. The families
 * are those of the leading and cultivated industries in the newest plan; the zones those that say
 * what a place is (regions, corridors, pivot cities, ethnic, border and resource areas, free
 * trade); one that a county has only through its city is none of them. The weight of a family or
 * zone is ln (N / n), N being the cities or counties there are and n those that have it: what
 * all have counts nothing.
 *
 * Returns: (transfer full) (nullable) (element-type AtlasSimilarPlace): the places with at least
 *   one reason, the best score first, equal ones by code
 */
GPtrArray *
atlas_similar_find (AtlasCatalog *catalog, AtlasProfile *profile, guint limit, GError **error)
{
  g_auto (Search) search = { 0 };
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (similar_place_free);
  GListModel *places;
  AtlasPlace *place;

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);

  place = atlas_profile_get_place (profile);
  if (atlas_place_is_district (place))
    return g_steal_pointer (&found);
  if (!search_load (&search, catalog, place, error))
    return NULL;

  places = atlas_catalog_get_places (catalog);
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) other = g_list_model_get_item (places, i);
      AtlasSimilarPlace *similar = other != place && is_peer (place, other)
                                       ? compare_with (&search, other)
                                       : NULL;

      if (similar != NULL)
        g_ptr_array_add (found, similar);
    }
  g_ptr_array_sort (found, compare_similar);
  if (limit > 0 && found->len > limit)
    g_ptr_array_set_size (found, (int) limit);
  return g_steal_pointer (&found);
}
