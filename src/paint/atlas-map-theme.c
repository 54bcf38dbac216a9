/* atlas-map-theme.c: what the colours of a map mean, as a choice that can be written down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-theme.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-wording.h"

G_DEFINE_QUARK (atlas - map - theme - error - quark, atlas_map_theme_error)

#define STAGE "stage:"
#define CATEGORY "category:"
#define ALL_PERIODS "period:all"

/* More would be no help to somebody who mistyped a name. */
#define MAX_CANDIDATES 12

/* Between the parts of a theme's name. */
#define PART_SEPARATOR " · "

static const struct
{
  const char *text;
  const char *name;
} KINDS[] = {
  [ATLAS_MAP_THEME_NONE] = { "none", NC_ ("map theme", "No Colours") },
  [ATLAS_MAP_THEME_CITY] = { "city", NC_ ("map theme", "City") },
  [ATLAS_MAP_THEME_FAMILY] = { "family", NC_ ("map theme", "Leading Industry Families") },
  [ATLAS_MAP_THEME_TOPICS] = { NULL, NULL },
  [ATLAS_MAP_THEME_PROJECTS] = { "projects", NC_ ("map theme", "Projects") },
  [ATLAS_MAP_THEME_PERIOD] = { "period", NC_ ("map theme", "Plan Periods") },
  [ATLAS_MAP_THEME_COVERAGE] = { "coverage", NC_ ("map theme", "Coverage") },
};

static const char *const TOPIC_PREFIXES[] = { "family:", "cluster:", "zone:" };

static AtlasMapTheme *
theme_new (AtlasMapThemeKind kind)
{
  AtlasMapTheme *self = g_new0 (AtlasMapTheme, 1);

  self->kind = kind;
  self->topics = g_ptr_array_new ();
  return self;
}

/* What people typed can be long. */
static char *
shorten (const char *text)
{
  return g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 40));
}

static gboolean
parse_stage (AtlasMapTheme *self, const char *text, GError **error)
{
  AtlasStage stage;
  g_autoptr (GPtrArray) stages = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *shown = NULL;

  if (atlas_stage_from_string (text, &stage))
    {
      self->stage = g_strdup (text);
      return TRUE;
    }

  for (guint i = 0; i < ATLAS_N_STAGES; i++)
    g_ptr_array_add (stages, (gpointer) atlas_stage_to_string ((AtlasStage) i));
  list = atlas_wording_list (stages);
  shown = shorten (text);
  g_set_error (error, ATLAS_MAP_THEME_ERROR, ATLAS_MAP_THEME_ERROR_UNKNOWN,
               _ ("No stage of a project is called “%s”. There are: %s."), shown, list);
  return FALSE;
}

static gboolean
parse_category (AtlasMapTheme *self, AtlasCatalog *catalog, const char *text, GError **error)
{
  g_autoptr (GPtrArray) categories = atlas_catalog_load_project_categories (catalog, error);
  g_autofree char *list = NULL;
  g_autofree char *shown = NULL;

  if (categories == NULL)
    return FALSE;
  if (g_ptr_array_find_with_equal_func (categories, text, g_str_equal, NULL))
    {
      self->category = g_strdup (text);
      return TRUE;
    }

  list = atlas_wording_list (categories);
  shown = shorten (text);
  g_set_error (error, ATLAS_MAP_THEME_ERROR, ATLAS_MAP_THEME_ERROR_UNKNOWN,
               _ ("No category of projects is called “%s”. There are: %s."), shown, list);
  return FALSE;
}

static gboolean
refuse_second (const char *text, GError **error)
{
  g_autofree char *shown = shorten (text);

  g_set_error (error, ATLAS_MAP_THEME_ERROR, ATLAS_MAP_THEME_ERROR_UNKNOWN,
               _ ("Projects are narrowed by one stage and one category at most: “%s” is one too"
                  " many."),
               shown);
  return FALSE;
}

/* What follows "projects". */
static gboolean
parse_narrowing (AtlasMapTheme *self, AtlasCatalog *catalog, const char *text, GError **error)
{
  g_autofree char *shown = NULL;

  if (g_str_has_prefix (text, STAGE))
    return self->stage != NULL ? refuse_second (text, error)
                               : parse_stage (self, text + strlen (STAGE), error);
  if (g_str_has_prefix (text, CATEGORY))
    return self->category != NULL ? refuse_second (text, error)
                                  : parse_category (self, catalog, text + strlen (CATEGORY), error);

  if (g_str_equal (text, ALL_PERIODS))
    return self->all_periods = TRUE;

  shown = shorten (text);
  g_set_error (
      error, ATLAS_MAP_THEME_ERROR, ATLAS_MAP_THEME_ERROR_UNKNOWN,
      _ ("Projects are narrowed by “stage:” or “category:” and widened by “period:all”, not"
         " by “%s”."),
      shown);
  return FALSE;
}

static AtlasMapTheme *
parse_projects (AtlasCatalog *catalog, char **words, GError **error)
{
  g_autoptr (AtlasMapTheme) self = theme_new (ATLAS_MAP_THEME_PROJECTS);

  for (guint i = 1; words[i] != NULL; i++)
    if (!parse_narrowing (self, catalog, words[i], error))
      return NULL;
  return g_steal_pointer (&self);
}

/* Whole names before names that hold the word. */
typedef struct
{
  AtlasCatalog *catalog;
  char *word; /* folded */
  GPtrArray *whole;
  GPtrArray *part;
} TopicSearch;

static void
consider_topic (TopicSearch *search, const char *prefix, const char *id)
{
  g_autofree char *topic_id = g_strconcat (prefix, id, NULL);
  const AtlasTopic *topic = atlas_catalog_get_topic (search->catalog, topic_id);
  g_autofree char *name = NULL;

  if (topic == NULL)
    return;
  name = atlas_catalog_fold (search->catalog, topic->name);
  if (g_str_equal (name, search->word))
    g_ptr_array_add (search->whole, (gpointer) topic);
  else if (strstr (name, search->word) != NULL)
    g_ptr_array_add (search->part, (gpointer) topic);
}

static void
consider_groups (TopicSearch *search, const char *prefix, GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    consider_topic (search, prefix, ((const AtlasGroup *) g_ptr_array_index (groups, i))->id);
}

/* Returns: (transfer container): the topics that people call @name, of those whose ids begin with
 *   @prefix where it is given */
static GPtrArray *
search_topics (AtlasCatalog *catalog, const char *prefix, const char *name)
{
  GPtrArray *families = atlas_catalog_get_families (catalog);
  g_autofree char *word = atlas_catalog_fold (catalog, name);
  g_autoptr (GPtrArray) whole = g_ptr_array_new ();
  g_autoptr (GPtrArray) part = g_ptr_array_new ();
  TopicSearch search = { catalog, word, whole, part };

  if (*word == '\0')
    return g_steal_pointer (&whole);
  if (prefix == NULL || g_str_equal (prefix, "family:"))
    for (guint i = 0; i < families->len; i++)
      consider_topic (&search,
                      "family:", ((const AtlasFamily *) g_ptr_array_index (families, i))->id);
  if (prefix == NULL || g_str_equal (prefix, "cluster:"))
    consider_groups (&search, "cluster:", atlas_catalog_get_clusters (catalog));
  if (prefix == NULL || g_str_equal (prefix, "zone:"))
    consider_groups (&search, "zone:", atlas_catalog_get_zones (catalog));
  return whole->len > 0 ? g_steal_pointer (&whole) : g_steal_pointer (&part);
}

static void
set_ambiguous (const char *text, GPtrArray *topics, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *shown = shorten (text);

  for (guint i = 0; i < MIN (topics->len, MAX_CANDIDATES); i++)
    g_ptr_array_add (ids, ((const AtlasTopic *) g_ptr_array_index (topics, i))->id);
  list = atlas_wording_list (ids);
  g_set_error (error, ATLAS_MAP_THEME_ERROR, ATLAS_MAP_THEME_ERROR_UNKNOWN,
               _ ("“%s” fits several families, clusters or zones. Give the one you mean: %s."),
               shown, list);
}

static void
set_unknown (AtlasCatalog *catalog, const char *text, GError **error)
{
  GPtrArray *families = atlas_catalog_get_families (catalog);
  g_autoptr (GPtrArray) themes = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *shown = shorten (text);

  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    if (KINDS[i].text != NULL)
      g_ptr_array_add (themes, (gpointer) KINDS[i].text);
  for (guint i = 0; i < families->len; i++)
    g_ptr_array_add (themes, ((const AtlasFamily *) g_ptr_array_index (families, i))->name);
  list = atlas_wording_list (themes);
  g_set_error (error, ATLAS_MAP_THEME_ERROR, ATLAS_MAP_THEME_ERROR_UNKNOWN,
               _ ("The map cannot be coloured by “%s”. It can by %s; and by the name of a cluster"
                  " or zone, which “list clusters” and “list zones” print."),
               shown, list);
}

static const AtlasTopic *
find_topic (AtlasCatalog *catalog, const char *text, GError **error)
{
  const AtlasTopic *topic = atlas_catalog_get_topic (catalog, text);
  const char *prefix = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (topic != NULL)
    return topic;
  for (guint i = 0; i < G_N_ELEMENTS (TOPIC_PREFIXES); i++)
    if (g_str_has_prefix (text, TOPIC_PREFIXES[i]))
      prefix = TOPIC_PREFIXES[i];

  found = search_topics (catalog, prefix, prefix != NULL ? text + strlen (prefix) : text);
  if (found->len == 1)
    return g_ptr_array_index (found, 0);
  if (found->len > 1)
    set_ambiguous (text, found, error);
  else
    set_unknown (catalog, text, error);
  return NULL;
}

static AtlasMapTheme *
parse_topics (AtlasCatalog *catalog, char **words, GError **error)
{
  g_autoptr (AtlasMapTheme) self = theme_new (ATLAS_MAP_THEME_TOPICS);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const AtlasTopic *topic = find_topic (catalog, words[i], error);

      if (topic == NULL)
        return NULL;
      if (!g_ptr_array_find (self->topics, topic, NULL))
        g_ptr_array_add (self->topics, (gpointer) topic);
    }
  if (self->topics->len <= ATLAS_MAP_MAX_TOPICS)
    return g_steal_pointer (&self);

  g_set_error (error, ATLAS_MAP_THEME_ERROR, ATLAS_MAP_THEME_ERROR_UNKNOWN,
               _ ("The map tells at most %u families, clusters and zones apart, not %u."),
               ATLAS_MAP_MAX_TOPICS, self->topics->len);
  return NULL;
}

static gboolean
find_kind (const char *text, AtlasMapThemeKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    if (g_strcmp0 (KINDS[i].text, text) == 0)
      {
        *kind = (AtlasMapThemeKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * atlas_map_theme_parse:
 * @catalog: the data set
 * @text: a theme as atlas_map_theme_to_string() writes it; a family, cluster or zone may be given
 * by its name, or by a part that no other name holds
 * @error: return location for an error of %ATLAS_MAP_THEME_ERROR, whose message says what there is,
 *   or of the data set's file
 *
 * A topic or category is looked up in @catalog, which reads its list of them the first time;
 * nothing is read again.
 *
 * Returns: (transfer full) (nullable): the theme
 */
AtlasMapTheme *
atlas_map_theme_parse (AtlasCatalog *catalog, const char *text, GError **error)
{
  g_autofree char *valid = NULL;
  g_auto (GStrv) words = NULL;
  AtlasMapThemeKind kind;

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  words = g_strsplit (valid, ",", -1);
  for (guint i = 0; words[i] != NULL; i++)
    g_strstrip (words[i]);

  if (words[0] == NULL)
    set_unknown (catalog, valid, error);
  else if (g_str_equal (words[0], KINDS[ATLAS_MAP_THEME_PROJECTS].text))
    return parse_projects (catalog, words, error);
  else if (words[1] == NULL && find_kind (words[0], &kind))
    return theme_new (kind);
  else
    return parse_topics (catalog, words, error);
  return NULL;
}

/**
 * atlas_map_theme_free:
 * @self: (transfer full): a theme
 */
void
atlas_map_theme_free (AtlasMapTheme *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->topics);
  g_free (self->stage);
  g_free (self->category);
  g_free (self);
}

/**
 * atlas_map_theme_to_string:
 * @self: a theme
 *
 * Returns: (transfer full): what atlas_map_theme_parse() understands, the same for the same theme
 */
char *
atlas_map_theme_to_string (const AtlasMapTheme *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (KINDS[self->kind].text);
  for (guint i = 0; i < self->topics->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "",
                            ((const AtlasTopic *) g_ptr_array_index (self->topics, i))->id);
  if (self->stage != NULL)
    g_string_append_printf (text, "," STAGE "%s", self->stage);
  if (self->category != NULL)
    g_string_append_printf (text, "," CATEGORY "%s", self->category);
  if (self->all_periods)
    g_string_append (text, "," ALL_PERIODS);
  return g_string_free (text, FALSE);
}

/**
 * atlas_map_theme_get_name:
 * @self: a theme
 *
 * Returns: (transfer full): what it is called, for people: City, Projects · 能源 · Under way,
 * 能源, 海洋产业
 */
char *
atlas_map_theme_get_name (const AtlasMapTheme *self)
{
  g_autoptr (GPtrArray) topics = g_ptr_array_new ();
  g_autofree char *list = NULL;
  GString *name;
  AtlasStage stage;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->topics->len; i++)
    g_ptr_array_add (topics,
                     (gpointer) ((const AtlasTopic *) g_ptr_array_index (self->topics, i))->name);
  list = atlas_wording_list (topics);
  name = g_string_new (list);
  if (KINDS[self->kind].name != NULL)
    g_string_append (name, g_dpgettext2 (NULL, "map theme", KINDS[self->kind].name));
  if (self->category != NULL)
    g_string_append_printf (name, PART_SEPARATOR "%s", self->category);
  if (self->stage != NULL && atlas_stage_from_string (self->stage, &stage))
    g_string_append_printf (name, PART_SEPARATOR "%s", atlas_wording_get_stage (stage));
  if (self->all_periods)
    g_string_append_printf (name, PART_SEPARATOR "%s", C_ ("map theme", "All Documents"));
  return g_string_free (name, FALSE);
}
