/* atlas-catalog-resolve.c: the one place that somebody means
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-catalog-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-search.h"

#define MAX_CANDIDATES 12

/* A typed name may differ from the one that is meant by a third of its characters. */
#define NEAREST_SHARE 3

/* Edit distance in characters, with two rows of the usual table. */
static guint
edit_distance (const gunichar *a, glong n_a, const gunichar *b, glong n_b)
{
  g_autofree guint *row = g_new (guint, (gsize) n_b + 1);

  for (glong j = 0; j <= n_b; j++)
    row[j] = (guint) j;

  for (glong i = 1; i <= n_a; i++)
    {
      guint diagonal = row[0];

      row[0] = (guint) i;
      for (glong j = 1; j <= n_b; j++)
        {
          guint above = row[j];
          guint change = diagonal + (a[i - 1] != b[j - 1]);

          row[j] = MIN (change, MIN (above, row[j - 1]) + 1);
          diagonal = above;
        }
    }
  return row[n_b];
}

typedef struct
{
  AtlasPlace *place;
  guint distance;
} Candidate;

/* The edit distance, or G_MAXUINT where it is too far to be meant. */
static guint
get_distance (const char *query, const char *key)
{
  glong n_query;
  glong n_key;
  g_autofree gunichar *query_chars = g_utf8_to_ucs4_fast (query, -1, &n_query);
  g_autofree gunichar *key_chars = g_utf8_to_ucs4_fast (key, -1, &n_key);
  guint distance;

  /* The longest key has some twenty characters: a longer query is near none. */
  if (n_query > 40 || n_key < 2)
    return G_MAXUINT;
  distance = edit_distance (query_chars, n_query, key_chars, n_key);
  return distance <= (guint) MAX (n_query, n_key) / NEAREST_SHARE ? distance : G_MAXUINT;
}

/* Keeps @candidates sorted by distance, each place once. */
static void
add_candidate (GArray *candidates, AtlasPlace *place, guint distance)
{
  Candidate candidate = { place, distance };
  guint i = 0;

  for (guint j = 0; j < candidates->len; j++)
    if (g_array_index (candidates, Candidate, j).place == place)
      {
        if (g_array_index (candidates, Candidate, j).distance <= distance)
          return;
        g_array_remove_index (candidates, j);
        break;
      }
  while (i < candidates->len && g_array_index (candidates, Candidate, i).distance <= distance)
    i++;
  g_array_insert_val (candidates, i, candidate);
}

static GPtrArray *
find_nearest (AtlasCatalog *self, const char *text)
{
  GPtrArray *keys = _atlas_catalog_get_keys (self);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GPtrArray *places = g_ptr_array_new ();
  g_autofree char *query = atlas_catalog_fold (self, text);

  for (guint i = 0; i < keys->len; i++)
    {
      const AtlasPlaceKey *key = g_ptr_array_index (keys, i);
      guint distance;

      if (key->kind == ATLAS_PLACE_KEY_CODE || key->kind == ATLAS_PLACE_KEY_INITIALS)
        continue;
      distance = get_distance (query, key->key);
      if (distance != G_MAXUINT)
        add_candidate (candidates, key->place, distance);
    }
  for (guint i = 0; i < candidates->len; i++)
    g_ptr_array_add (places, g_array_index (candidates, Candidate, i).place);
  return places;
}

static char *
format_candidates (GPtrArray *places)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (places->len, MAX_CANDIDATES); i++)
    {
      AtlasPlace *place = g_ptr_array_index (places, i);
      AtlasPlace *parent = atlas_place_get_parent (place);

      g_string_append_printf (text, "\n  %s  %s", atlas_place_get_code (place),
                              atlas_place_get_name (place));
      if (parent != NULL)
        g_string_append_printf (text, "（%s）", atlas_place_get_name (parent));
    }
  if (places->len > MAX_CANDIDATES)
    {
      g_string_append (text, "\n  ");
      g_string_append_printf (
          text, ngettext ("… and %u more", "… and %u more", places->len - MAX_CANDIDATES),
          places->len - MAX_CANDIDATES);
    }
  return g_string_free (text, FALSE);
}

static void
set_unknown (AtlasCatalog *self, const char *text, GError **error)
{
  g_autoptr (GPtrArray) nearest = find_nearest (self, text);
  g_autofree char *candidates = format_candidates (nearest);
  g_autofree char *shown = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 40));

  if (nearest->len == 0)
    g_set_error (error, ATLAS_CATALOG_ERROR, ATLAS_CATALOG_ERROR_UNKNOWN_PLACE,
                 _ ("No place is called “%s”. “list places” prints the names."), shown);
  else
    g_set_error (error, ATLAS_CATALOG_ERROR, ATLAS_CATALOG_ERROR_UNKNOWN_PLACE,
                 _ ("No place is called “%s”. Did you mean one of these?%s"), shown, candidates);
}

static void
set_ambiguous (const char *text, GPtrArray *places, GError **error)
{
  g_autofree char *candidates = format_candidates (places);

  g_set_error (error, ATLAS_CATALOG_ERROR, ATLAS_CATALOG_ERROR_AMBIGUOUS_PLACE,
               _ ("“%s” fits several places. Give the code of the one you mean:%s"), text,
               candidates);
}

/* Whole matches alone where there are any; and a city or county before a district, of which the
 * documents say little. */
static GPtrArray *
keep_best (GListModel *hits)
{
  GPtrArray *places = g_ptr_array_new ();
  gboolean first_is_exact = FALSE;
  gboolean first_is_district = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr (AtlasPlaceHit) hit = g_list_model_get_item (hits, i);
      AtlasPlace *place = atlas_place_hit_get_place (hit);

      if (i == 0)
        {
          first_is_exact = atlas_place_hit_is_exact (hit);
          first_is_district = atlas_place_is_district (place);
        }
      if (atlas_place_hit_is_exact (hit) == first_is_exact
          && atlas_place_is_district (place) == first_is_district)
        g_ptr_array_add (places, place);
    }
  return places;
}

/* 沈阳市和平区, 大连瓦房店: as officials write, the city and what belongs to it. */
static AtlasPlace *
resolve_below_city (AtlasCatalog *self, const char *text)
{
  GPtrArray *keys = _atlas_catalog_get_keys (self);
  g_autofree char *query = atlas_catalog_fold (self, text);

  for (guint i = 0; i < keys->len; i++)
    {
      const AtlasPlaceKey *key = g_ptr_array_index (keys, i);
      g_autoptr (GListModel) hits = NULL;

      if (!atlas_place_is_city (key->place) || key->kind > ATLAS_PLACE_KEY_SHORT
          || !g_str_has_prefix (query, key->key))
        continue;
      hits = atlas_search_places (self, query + strlen (key->key), 0);
      for (guint j = 0; j < g_list_model_get_n_items (hits); j++)
        {
          g_autoptr (AtlasPlaceHit) hit = g_list_model_get_item (hits, j);
          AtlasPlace *place = atlas_place_hit_get_place (hit);

          if (atlas_place_hit_is_exact (hit) && atlas_place_get_parent (place) == key->place)
            return place;
        }
    }
  return NULL;
}

/**
 * atlas_catalog_resolve_place:
 * @self: a catalog
 * @text: anything a person would type: 瓦房店市, 瓦房店, 210281, wfd, wafangdian, 喀左, 阜蒙
 * @error: return location for an error of %ATLAS_CATALOG_ERROR, whose message lists candidates
 *
 * Finds the one place that @text names. 朝阳 is the city, since the county is never called so;
 * fx is nobody in particular.
 *
 * Returns: (transfer none) (nullable): the place
 */
AtlasPlace *
atlas_catalog_resolve_place (AtlasCatalog *self, const char *text, GError **error)
{
  g_autoptr (GListModel) hits = NULL;
  g_autoptr (GPtrArray) places = NULL;
  g_autofree char *valid = NULL;
  AtlasPlace *place;

  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  hits = atlas_search_places (self, valid, 0);
  places = keep_best (hits);

  if (places->len == 1)
    return g_ptr_array_index (places, 0);
  if (places->len > 1)
    {
      set_ambiguous (valid, places, error);
      return NULL;
    }

  place = resolve_below_city (self, valid);
  if (place == NULL)
    set_unknown (self, valid, error);
  return place;
}
