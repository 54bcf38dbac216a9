/* atlas-map-scheme-topics.c: the places of families, clusters and zones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "atlas-map-scheme-private.h"

/* The first topic stays plain. Those in several have the rising and the falling lines. */
static const AtlasHatch HATCHES[ATLAS_MAP_MAX_TOPICS] = {
  ATLAS_HATCH_NONE,
  ATLAS_HATCH_RISING,
  ATLAS_HATCH_FALLING,
  ATLAS_HATCH_LEVEL,
};

/* What stands for all stripes together where only one colour can. */
static const AtlasColour OVERLAP_LIGHT = ATLAS_RGB (0x7a3a34);
static const AtlasColour OVERLAP_DARK = ATLAS_RGB (0xa0564c);

/* How much of its colour an inferred place keeps. */
#define FAINT 0.5

/* A hue is that of a family, the neutral one, or the accent. */
#define HUE_NEUTRAL "neutral"
#define HUE_ACCENT "accent"

/* For topics whose own hue is taken. That of equipment is too near to the accent. */
static const char *const SPARE_HUES[] = { "petrochemical", "energy",    "materials", "textile",
                                          "medicine",      HUE_NEUTRAL, "food",      "metallurgy" };

static const char *
get_own_hue (const AtlasTopic *topic)
{
  if (topic->family == NULL)
    return HUE_ACCENT;
  return atlas_map_style_is_strong_family (topic->family->id) ? topic->family->id : HUE_NEUTRAL;
}

static gboolean
is_taken (const char *const *hues, guint n, const char *hue)
{
  gboolean is_accent = g_str_equal (hue, HUE_ACCENT);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (hues[i], hue) == 0 || (is_accent && g_strcmp0 (hues[i], "equipment") == 0))
      return TRUE;
  return FALSE;
}

/* Families come before zones, which any hue suits, and both before those whose own is taken. */
static void
choose_hues (GPtrArray *topics, const char **hues)
{
  guint n = topics->len;

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < n; i++)
      {
        const AtlasTopic *topic = g_ptr_array_index (topics, i);
        const char *hue = get_own_hue (topic);

        if ((topic->family == NULL) == (round == 1) && !is_taken (hues, n, hue))
          hues[i] = hue;
      }
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < G_N_ELEMENTS (SPARE_HUES) && hues[i] == NULL; j++)
      if (!is_taken (hues, n, SPARE_HUES[j]))
        hues[i] = SPARE_HUES[j];
}

static const AtlasColour *
get_hue (const char *hue, gboolean dark)
{
  return g_str_equal (hue, HUE_ACCENT) ? atlas_map_style_get_accent (dark)
                                       : atlas_map_style_get_family_colour (hue, dark);
}

static void
add_topics (AtlasMapScheme *self, GPtrArray *topics)
{
  const char *hues[ATLAS_MAP_MAX_TOPICS] = { NULL };

  choose_hues (topics, hues);
  for (guint i = 0; i < topics->len; i++)
    {
      const AtlasTopic *topic = g_ptr_array_index (topics, i);

      _atlas_map_scheme_add_class (self, topic->name, get_hue (hues[i], FALSE),
                                   get_hue (hues[i], TRUE), HATCHES[i]);
    }
}

/* Which topics each place is in, as bits: AtlasPlace → bits. */
static GHashTable *
load_members (AtlasMapScheme *self, GPtrArray *topics, GError **error)
{
  g_autoptr (GHashTable) members = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < topics->len; i++)
    {
      const AtlasTopic *topic = g_ptr_array_index (topics, i);
      g_autoptr (GPtrArray) places = atlas_catalog_get_places_in_topic (self->catalog, topic->id,
                                                                        error);

      if (places == NULL)
        return NULL;
      for (guint j = 0; j < places->len; j++)
        {
          gpointer place = g_ptr_array_index (places, j);
          guint bits = GPOINTER_TO_UINT (g_hash_table_lookup (members, place));

          g_hash_table_insert (members, place, GUINT_TO_POINTER (bits | 1u << i));
        }
    }
  return g_steal_pointer (&members);
}

/* A city has no ground of its own beside that of its counties: its districts stand for it. A
 * district can be a member by itself: then it alone has the colour, and the city is counted. */
static GHashTable *
spread_members (AtlasMapScheme *self, GHashTable *members)
{
  GListModel *places = atlas_catalog_get_places (self->catalog);
  guint n_places = g_list_model_get_n_items (places);
  GHashTable *spread = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_places; i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);
      AtlasPlace *city = atlas_place_is_district (place) ? atlas_place_get_parent (place) : NULL;
      guint own = GPOINTER_TO_UINT (g_hash_table_lookup (members, place));
      guint of_city = 0;

      if (city != NULL)
        {
          guint counted = GPOINTER_TO_UINT (g_hash_table_lookup (spread, city));

          of_city = GPOINTER_TO_UINT (g_hash_table_lookup (members, city));
          g_hash_table_insert (spread, city, GUINT_TO_POINTER (counted | own));
        }
      g_hash_table_insert (spread, place, GUINT_TO_POINTER (own | of_city));
    }
  return spread;
}

/* A place in several topics has the class of overlaps and is counted in the class of each. */
static void
put_overlap (AtlasMapScheme *self, AtlasPlace *place, guint bits, AtlasMapClass *overlap)
{
  _atlas_map_scheme_put (self, place, overlap);
  for (guint i = 0; i < overlap->n_striped && !atlas_place_is_district (place); i++)
    if ((bits & 1u << i) != 0)
      g_ptr_array_add (((AtlasMapClass *) g_ptr_array_index (self->classes, i))->places, place);
}

static void
put_members (AtlasMapScheme *self, GHashTable *members, AtlasMapClass *overlap)
{
  GHashTableIter iter;
  gpointer place;
  gpointer value;

  g_hash_table_iter_init (&iter, members);
  while (g_hash_table_iter_next (&iter, &place, &value))
    {
      guint bits = GPOINTER_TO_UINT (value);

      if (bits == 0)
        continue;
      if ((bits & (bits - 1)) != 0)
        put_overlap (self, place, bits, overlap);
      else
        _atlas_map_scheme_put (self, place,
                               g_ptr_array_index (self->classes, g_bit_nth_lsf (bits, -1)));
    }
}

/* Half as strong as a class that rests on a document's words. */
static void
make_faint (AtlasMapClass *class)
{
  AtlasColour light = atlas_map_style_soften (&class->light, FALSE);
  AtlasColour dark = atlas_map_style_soften (&class->dark, TRUE);

  class->light = atlas_colour_mix (&atlas_map_palette_get (FALSE)->land, &light, FAINT);
  class->dark = atlas_colour_mix (&atlas_map_palette_get (TRUE)->land, &dark, FAINT);
  class->soft = TRUE;
}

/* Whether the document names the place for @group, or the city with which it belongs to it. */
static gboolean
is_named (AtlasPlace *place, const AtlasGroup *group, GHashTable *named)
{
  AtlasPlace *city = atlas_place_get_parent (place);

  if (g_hash_table_contains (named, place))
    return TRUE;
  return city != NULL && (group->extends || atlas_place_is_district (place))
         && g_hash_table_contains (named, city);
}

/* The places of a cluster or zone that the document does not name, but that stand to reason. */
static gboolean
part_inferred (AtlasMapScheme *self, const AtlasTopic *topic, GHashTable *members, GError **error)
{
  g_autoptr (AtlasGroupMembers) named_members = atlas_catalog_load_members (self->catalog,
                                                                            topic->group, error);
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);
  AtlasMapClass *class = g_ptr_array_index (self->classes, 0);
  /* Translators: in the legend of the map: places that the document does not name for it */
  AtlasMapClass *inferred = _atlas_map_scheme_add_class (self, _ ("Inferred"), &class->light,
                                                         &class->dark, ATLAS_HATCH_RISING);
  GHashTableIter iter;
  gpointer place;
  gpointer bits;

  if (named_members == NULL)
    return FALSE;

  make_faint (inferred);
  for (guint i = 0; i < named_members->members->len; i++)
    {
      const AtlasMembership *membership = g_ptr_array_index (named_members->members, i);

      if (membership->claim.kind != ATLAS_CLAIM_KIND_INFERRED)
        g_hash_table_add (named, membership->place);
    }
  g_hash_table_iter_init (&iter, members);
  while (g_hash_table_iter_next (&iter, &place, &bits))
    if (GPOINTER_TO_UINT (bits) != 0)
      _atlas_map_scheme_put (self, place, is_named (place, topic->group, named) ? class : inferred);
  if (inferred->places->len == 0)
    g_ptr_array_remove_index (self->classes, 1);
  return TRUE;
}

static const char *
get_title (GPtrArray *topics)
{
  const AtlasTopic *topic = g_ptr_array_index (topics, 0);

  if (topics->len > 1)
    return _ ("Places of each of these");
  if (topic->group == NULL)
    return _ ("Places for which a document names this industry; a city is shown by its districts");
  if (topic->group->kind == ATLAS_GROUP_CLUSTER)
    return _ ("Places named for this cluster; a city is shown by its districts");
  if (topic->group->kind == ATLAS_GROUP_FUTURE_FIELD)
    return _ ("Places named for this field; a city is shown by its districts");
  if (topic->group->extends)
    return _ ("Places that belong to it; a city does with all its counties");
  return _ ("Places that belong to it; a city is shown by its districts");
}

/* Beside the themes that only the newest plan decides, one might take a family for another. */
static const char *
get_note (GPtrArray *topics)
{
  const AtlasTopic *topic = g_ptr_array_index (topics, 0);

  if (topics->len > 1)
    return _ ("A place can be in several. Places that are inferred are not told apart here.");
  return topic->group == NULL ? _ ("In any of the documents, also older ones.") : NULL;
}

/*
 * _atlas_map_scheme_fill_topics:
 * @self: a new scheme
 * @theme: which topics
 * @error: return location
 *
 * One class a topic, with none of the places too, and one for places in two or more of them, which
 * have the colours of all of theirs. A cluster or zone by itself tells inferred places apart.
 *
 * Returns: whether the members could be read
 */
gboolean
_atlas_map_scheme_fill_topics (AtlasMapScheme *self, const AtlasMapTheme *theme, GError **error)
{
  g_autoptr (GHashTable) members = load_members (self, theme->topics, error);
  g_autoptr (GHashTable) spread = NULL;
  const AtlasTopic *topic = g_ptr_array_index (theme->topics, 0);
  AtlasMapClass *overlap = NULL;

  if (members == NULL)
    return FALSE;

  add_topics (self, theme->topics);
  if (theme->topics->len > 1)
    {
      overlap = _atlas_map_scheme_add_class (self, _ ("In two or more of them"), &OVERLAP_LIGHT,
                                             &OVERLAP_DARK, ATLAS_HATCH_NONE);
      overlap->n_striped = theme->topics->len;
    }
  spread = spread_members (self, members);
  if (theme->topics->len == 1 && topic->group != NULL)
    {
      if (!part_inferred (self, topic, spread, error))
        return FALSE;
    }
  else
    put_members (self, spread, overlap);
  if (overlap != NULL)
    self->topics = g_steal_pointer (&spread);

  self->has_legend = TRUE;
  self->title = g_strdup (get_title (theme->topics));
  self->note = g_strdup (get_note (theme->topics));
  return TRUE;
}
