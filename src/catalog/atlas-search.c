/* atlas-search.c: from what a person types to what the data set holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-search.h"

#include <string.h>

#include "atlas-catalog-private.h"

struct _AtlasPlaceHit
{
  GObject parent_instance;

  AtlasPlace *place;
  char *match;
  guint rank;
};

G_DEFINE_FINAL_TYPE (AtlasPlaceHit, atlas_place_hit, G_TYPE_OBJECT)

/* How well a key fits; the kind of the key decides between equals. */
typedef enum
{
  FIT_WHOLE,
  FIT_START,
  FIT_INSIDE,
  FIT_NONE,
} Fit;

#define N_KINDS (ATLAS_PLACE_KEY_PINYIN + 1)

static Fit
fit_key (const AtlasPlaceKey *key, const char *query, gsize length)
{
  if (strncmp (key->key, query, length) == 0)
    return key->key[length] == '\0' ? FIT_WHOLE : FIT_START;

  /* Inside initials, readings and codes a few letters would hit nearly everything. */
  if (key->kind >= ATLAS_PLACE_KEY_CODE || strstr (key->key, query) == NULL)
    return FIT_NONE;
  return FIT_INSIDE;
}

static void
atlas_place_hit_finalize (GObject *object)
{
  AtlasPlaceHit *self = ATLAS_PLACE_HIT (object);

  g_clear_object (&self->place);
  g_free (self->match);

  G_OBJECT_CLASS (atlas_place_hit_parent_class)->finalize (object);
}

static void
atlas_place_hit_class_init (AtlasPlaceHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_place_hit_finalize;
}

static void
atlas_place_hit_init (AtlasPlaceHit *self)
{
}

static AtlasPlaceHit *
hit_new (const AtlasPlaceKey *key, guint rank, const AtlasHanVariants *variants, const char *query)
{
  AtlasPlaceHit *self = g_object_new (ATLAS_TYPE_PLACE_HIT, NULL);

  self->place = g_object_ref (key->place);
  self->rank = rank;
  self->match = atlas_han_mark (key->text, variants, query);
  if (self->match == NULL)
    self->match = g_strdup_printf ("[[%s]]", key->text);
  return self;
}

static int
compare_hits (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const AtlasPlaceHit *first = a;
  const AtlasPlaceHit *second = b;
  guint first_fit = first->rank / N_KINDS;
  guint second_fit = second->rank / N_KINDS;
  gboolean first_is_district = atlas_place_is_district (first->place);
  gboolean second_is_district = atlas_place_is_district (second->place);

  if (first_fit != second_fit)
    return first_fit < second_fit ? -1 : 1;
  if (first_is_district != second_is_district)
    return first_is_district ? 1 : -1;
  if (atlas_place_is_city (first->place) != atlas_place_is_city (second->place))
    return atlas_place_is_city (first->place) ? -1 : 1;
  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  return strcmp (atlas_place_get_code (first->place), atlas_place_get_code (second->place));
}

/* The best key of each place that fits at all; the keys stand place by place. */
static GListStore *
collect_hits (AtlasCatalog *catalog, const char *query)
{
  GPtrArray *keys = _atlas_catalog_get_keys (catalog);
  const AtlasHanVariants *variants = _atlas_catalog_get_variants (catalog);
  GListStore *hits = g_list_store_new (ATLAS_TYPE_PLACE_HIT);
  gsize length = strlen (query);
  guint i = 0;

  while (i < keys->len)
    {
      const AtlasPlaceKey *best = NULL;
      AtlasPlace *place = ((AtlasPlaceKey *) g_ptr_array_index (keys, i))->place;
      guint best_rank = FIT_NONE * N_KINDS;

      for (; i < keys->len; i++)
        {
          const AtlasPlaceKey *key = g_ptr_array_index (keys, i);
          guint rank;

          if (key->place != place)
            break;
          rank = fit_key (key, query, length) * N_KINDS + key->kind;
          if (rank < best_rank)
            {
              best = key;
              best_rank = rank;
            }
        }

      if (best != NULL)
        {
          g_autoptr (AtlasPlaceHit) hit = hit_new (best, best_rank, variants, query);

          g_list_store_append (hits, hit);
        }
    }
  return hits;
}

/**
 * atlas_search_places:
 * @catalog: the catalog
 * @text: what a person typed: a name or a part of one, official, short, traditional or an alias; a
 *   reading with or without tones; initials; a division code or its beginning
 * @limit: how many hits at most, 0 for all
 *
 * Returns: (transfer full): the #AtlasPlaceHit objects, best first: whole matches before
 *   beginnings before parts, cities before counties before districts, then by code
 */
GListModel *
atlas_search_places (AtlasCatalog *catalog, const char *text, guint limit)
{
  g_autofree char *query = NULL;
  GListStore *hits;
  guint n_hits;

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  query = atlas_catalog_fold (catalog, text);
  if (*query == '\0')
    return G_LIST_MODEL (g_list_store_new (ATLAS_TYPE_PLACE_HIT));

  hits = collect_hits (catalog, query);
  g_list_store_sort (hits, compare_hits, NULL);

  n_hits = g_list_model_get_n_items (G_LIST_MODEL (hits));
  if (limit > 0 && n_hits > limit)
    g_list_store_splice (hits, limit, n_hits - limit, NULL, 0);
  return G_LIST_MODEL (hits);
}

/**
 * atlas_place_hit_get_place:
 * @self: a hit
 *
 * Returns: (transfer none): the place found
 */
AtlasPlace *
atlas_place_hit_get_place (AtlasPlaceHit *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE_HIT (self), NULL);

  return self->place;
}

/**
 * atlas_place_hit_get_match:
 * @self: a hit
 *
 * Returns: the text that matched, with the matched part between `[[` and `]]`
 */
const char *
atlas_place_hit_get_match (AtlasPlaceHit *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE_HIT (self), NULL);

  return self->match;
}

/**
 * atlas_place_hit_is_exact:
 * @self: a hit
 *
 * Returns: whether what was typed is the whole of a name, reading, initials or code of the place
 */
gboolean
atlas_place_hit_is_exact (AtlasPlaceHit *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE_HIT (self), FALSE);

  return self->rank / N_KINDS == FIT_WHOLE;
}
