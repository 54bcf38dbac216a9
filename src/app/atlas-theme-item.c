/* atlas-theme-item.c: one row of the theme chooser: a theme, or a part of one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-theme-item.h"

#include <string.h>

struct _AtlasThemeItem
{
  GObject parent_instance;

  AtlasThemeItemKind kind;
  AtlasThemePage page;
  AtlasThemePage target;

  /* borrowed from the catalog */
  const AtlasTopic *topic;

  /* owned */
  char *value;
  char *title;
  char *heading;
  /* the title folded, once somebody has searched */
  char *key;
};

G_DEFINE_FINAL_TYPE (AtlasThemeItem, atlas_theme_item, G_TYPE_OBJECT)

static void
atlas_theme_item_finalize (GObject *object)
{
  AtlasThemeItem *self = ATLAS_THEME_ITEM (object);

  g_free (self->value);
  g_free (self->title);
  g_free (self->heading);
  g_free (self->key);

  G_OBJECT_CLASS (atlas_theme_item_parent_class)->finalize (object);
}

static void
atlas_theme_item_class_init (AtlasThemeItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_theme_item_finalize;
}

static void
atlas_theme_item_init (AtlasThemeItem *self)
{
}

/**
 * atlas_theme_item_new:
 * @kind: what it stands for
 * @page: where it stands
 * @value: (nullable): what it chooses; see #AtlasThemeItemKind
 * @title: what it is called, for people
 * @heading: (nullable): the part of its page that it belongs to
 *
 * Returns: (transfer full): a new item
 */
AtlasThemeItem *
atlas_theme_item_new (AtlasThemeItemKind kind,
                      AtlasThemePage page,
                      const char *value,
                      const char *title,
                      const char *heading)
{
  AtlasThemeItem *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_THEME_ITEM, NULL);
  self->kind = kind;
  self->page = page;
  self->value = g_strdup (value);
  self->title = g_strdup (title);
  self->heading = g_strdup (heading);
  return self;
}

/**
 * atlas_theme_item_new_page:
 * @target: a page
 * @title: what it is called, for people
 *
 * Returns: (transfer full): a new item of the first page that leads to @target
 */
AtlasThemeItem *
atlas_theme_item_new_page (AtlasThemePage target, const char *title)
{
  AtlasThemeItem *self = atlas_theme_item_new (ATLAS_THEME_ITEM_PAGE, ATLAS_THEME_PAGE_FIRST, NULL,
                                               title, NULL);

  if (self != NULL)
    self->target = target;
  return self;
}

/**
 * atlas_theme_item_new_topic:
 * @page: where it stands
 * @topic: a topic of the catalog, which has to outlive the item
 * @heading: (nullable): the part of its page that it belongs to
 *
 * Returns: (transfer full): a new item
 */
AtlasThemeItem *
atlas_theme_item_new_topic (AtlasThemePage page, const AtlasTopic *topic, const char *heading)
{
  AtlasThemeItem *self;

  g_return_val_if_fail (topic != NULL, NULL);

  self = atlas_theme_item_new (ATLAS_THEME_ITEM_TOPIC, page, topic->id, topic->name, heading);
  self->topic = topic;
  return self;
}

/**
 * atlas_theme_item_get_kind:
 * @self: an item
 *
 * Returns: what it stands for
 */
AtlasThemeItemKind
atlas_theme_item_get_kind (AtlasThemeItem *self)
{
  g_return_val_if_fail (ATLAS_IS_THEME_ITEM (self), ATLAS_THEME_ITEM_THEME);

  return self->kind;
}

/**
 * atlas_theme_item_get_page:
 * @self: an item
 *
 * Returns: where it stands
 */
AtlasThemePage
atlas_theme_item_get_page (AtlasThemeItem *self)
{
  g_return_val_if_fail (ATLAS_IS_THEME_ITEM (self), ATLAS_THEME_PAGE_FIRST);

  return self->page;
}

/**
 * atlas_theme_item_get_target:
 * @self: an item of %ATLAS_THEME_ITEM_PAGE
 *
 * Returns: the page it leads to
 */
AtlasThemePage
atlas_theme_item_get_target (AtlasThemeItem *self)
{
  g_return_val_if_fail (ATLAS_IS_THEME_ITEM (self), ATLAS_THEME_PAGE_FIRST);

  return self->target;
}

/**
 * atlas_theme_item_get_topic:
 * @self: an item
 *
 * Returns: (nullable): the topic of one of %ATLAS_THEME_ITEM_TOPIC
 */
const AtlasTopic *
atlas_theme_item_get_topic (AtlasThemeItem *self)
{
  g_return_val_if_fail (ATLAS_IS_THEME_ITEM (self), NULL);

  return self->topic;
}

/**
 * atlas_theme_item_get_title:
 * @self: an item
 *
 * Returns: what it is called, for people
 */
const char *
atlas_theme_item_get_title (AtlasThemeItem *self)
{
  g_return_val_if_fail (ATLAS_IS_THEME_ITEM (self), NULL);

  return self->title;
}

/**
 * atlas_theme_item_get_heading:
 * @self: an item
 *
 * Returns: (nullable): the part of its page that it belongs to
 */
const char *
atlas_theme_item_get_heading (AtlasThemeItem *self)
{
  g_return_val_if_fail (ATLAS_IS_THEME_ITEM (self), NULL);

  return self->heading;
}

static gboolean
leads_to (AtlasThemePage page, const AtlasMapTheme *theme)
{
  static const char *const prefixes[] = {
    [ATLAS_THEME_PAGE_FAMILIES] = "family:",
    [ATLAS_THEME_PAGE_CLUSTERS] = "cluster:",
    [ATLAS_THEME_PAGE_ZONES] = "zone:",
  };

  if (page == ATLAS_THEME_PAGE_PROJECTS)
    return theme->kind == ATLAS_MAP_THEME_PROJECTS;
  for (guint i = 0; i < theme->topics->len; i++)
    {
      const AtlasTopic *topic = g_ptr_array_index (theme->topics, i);

      if (g_str_has_prefix (topic->id, prefixes[page]))
        return TRUE;
    }
  return FALSE;
}

/**
 * atlas_theme_item_is_chosen:
 * @self: an item
 * @theme: what the colours of the map mean
 *
 * Returns: whether @self is @theme or a part of it, or leads to one
 */
gboolean
atlas_theme_item_is_chosen (AtlasThemeItem *self, const AtlasMapTheme *theme)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (ATLAS_IS_THEME_ITEM (self), FALSE);
  g_return_val_if_fail (theme != NULL, FALSE);

  switch (self->kind)
    {
    case ATLAS_THEME_ITEM_THEME:
      text = atlas_map_theme_to_string (theme);
      return g_str_equal (text, self->value);
    case ATLAS_THEME_ITEM_PAGE:
      return leads_to (self->target, theme);
    case ATLAS_THEME_ITEM_TOPIC:
      return g_ptr_array_find (theme->topics, self->topic, NULL);
    case ATLAS_THEME_ITEM_STAGE:
      return g_strcmp0 (theme->stage, self->value) == 0;
    case ATLAS_THEME_ITEM_CATEGORY:
      return g_strcmp0 (theme->category, self->value) == 0;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * atlas_theme_item_can_toggle:
 * @self: an item
 * @theme: what the colours of the map mean
 *
 * Returns: whether atlas_theme_item_toggle() would do something: only parts of a theme can be put
 *   together, and only so many topics
 */
gboolean
atlas_theme_item_can_toggle (AtlasThemeItem *self, const AtlasMapTheme *theme)
{
  g_return_val_if_fail (ATLAS_IS_THEME_ITEM (self), FALSE);
  g_return_val_if_fail (theme != NULL, FALSE);

  if (self->kind == ATLAS_THEME_ITEM_TOPIC)
    return theme->topics->len < ATLAS_MAP_MAX_TOPICS || atlas_theme_item_is_chosen (self, theme);
  return self->kind == ATLAS_THEME_ITEM_STAGE || self->kind == ATLAS_THEME_ITEM_CATEGORY;
}

/**
 * atlas_theme_item_choose:
 * @self: an item that is no page
 *
 * Returns: (transfer full): the theme of @self alone, as text
 */
char *
atlas_theme_item_choose (AtlasThemeItem *self)
{
  g_autoptr (GPtrArray) topics = g_ptr_array_new ();
  AtlasMapTheme none = { .kind = ATLAS_MAP_THEME_NONE, .topics = topics };

  g_return_val_if_fail (ATLAS_IS_THEME_ITEM (self), NULL);
  g_return_val_if_fail (self->kind != ATLAS_THEME_ITEM_PAGE, NULL);

  if (self->kind == ATLAS_THEME_ITEM_THEME)
    return g_strdup (self->value);
  return atlas_theme_item_toggle (self, &none);
}

static char *
toggle_topic (AtlasThemeItem *self, const AtlasMapTheme *theme)
{
  g_autoptr (GPtrArray) topics = g_ptr_array_copy (theme->topics, NULL, NULL);
  AtlasMapTheme changed = { .kind = ATLAS_MAP_THEME_TOPICS, .topics = topics };

  if (!g_ptr_array_remove (topics, (gpointer) self->topic))
    g_ptr_array_add (topics, (gpointer) self->topic);
  if (topics->len == 0)
    changed.kind = ATLAS_MAP_THEME_NONE;
  return atlas_map_theme_to_string (&changed);
}

static char *
toggle_narrowing (AtlasThemeItem *self, const AtlasMapTheme *theme)
{
  g_autoptr (GPtrArray) topics = g_ptr_array_new ();
  AtlasMapTheme changed = { .kind = ATLAS_MAP_THEME_PROJECTS,
                            .topics = topics,
                            .stage = theme->stage,
                            .category = theme->category };
  char **part = self->kind == ATLAS_THEME_ITEM_STAGE ? &changed.stage : &changed.category;

  *part = g_strcmp0 (*part, self->value) != 0 ? self->value : NULL;
  return atlas_map_theme_to_string (&changed);
}

/**
 * atlas_theme_item_toggle:
 * @self: an item that atlas_theme_item_can_toggle()
 * @theme: what the colours of the map mean
 *
 * Returns: (transfer full): @theme with @self added, or without it where it was a part, as text
 */
char *
atlas_theme_item_toggle (AtlasThemeItem *self, const AtlasMapTheme *theme)
{
  g_return_val_if_fail (ATLAS_IS_THEME_ITEM (self), NULL);
  g_return_val_if_fail (atlas_theme_item_can_toggle (self, theme), NULL);

  return self->kind == ATLAS_THEME_ITEM_TOPIC ? toggle_topic (self, theme)
                                              : toggle_narrowing (self, theme);
}

/**
 * atlas_theme_item_matches:
 * @self: an item
 * @catalog: the data set
 * @readings: how the characters of names are read
 * @folded_query: what was typed, as atlas_catalog_fold() gives it
 *
 * Returns: whether @self is called so, or a part of it is, in characters or in pinyin
 */
gboolean
atlas_theme_item_matches (AtlasThemeItem *self,
                          AtlasCatalog *catalog,
                          const AtlasReadings *readings,
                          const char *folded_query)
{
  g_return_val_if_fail (ATLAS_IS_THEME_ITEM (self), FALSE);
  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog), FALSE);

  if (self->key == NULL)
    self->key = atlas_catalog_fold (catalog, self->title);
  return strstr (self->key, folded_query) != NULL
         || atlas_readings_match (readings, self->title, folded_query);
}
