/* atlas-tile-control.c: the tiles a person chose, under the map
 *
 *   settings ──> choice ──> key, where one is needed ──> reader ──> AtlasMapView:reader
 *                                (keyring)             (a file is opened in a worker)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-control.h"

#include <string.h>

#include "atlas-tile-cache.h"
#include "atlas-tile-choice.h"
#include "atlas-tile-key.h"
#include "atlas-tile-template.h"

#define TIANDITU_KEY_NAME "tianditu"

struct _AtlasTileControl
{
  GObject parent_instance;

  /* (weak) (nullable): outlives nobody */
  AtlasMapView *map;

  /* owned */
  GSettings *settings;
  GCancellable *opening;
  char *problem;
};

G_DEFINE_FINAL_TYPE (AtlasTileControl, atlas_tile_control, G_TYPE_OBJECT)

enum
{
  PROP_PROBLEM = 1,
  PROP_BUSY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Returns: (transfer full): what the settings choose, as one line of text */
static char *
get_choice (GSettings *settings)
{
  g_autofree char *tiles = g_settings_get_string (settings, "tiles");

  if (g_str_equal (tiles, ATLAS_TILES_FILE))
    return g_settings_get_string (settings, "tiles-file");
  if (g_str_equal (tiles, ATLAS_TILES_SERVER))
    return g_settings_get_string (settings, "tiles-server");
  return g_steal_pointer (&tiles);
}

/* The same problem after another try is news again: somebody may have put its banner away. */
static void
set_problem (AtlasTileControl *self, const char *problem)
{
  if (self->problem == NULL && problem == NULL)
    return;

  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
set_opening (AtlasTileControl *self, GCancellable *opening)
{
  gboolean was_busy = self->opening != NULL;

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_set_object (&self->opening, opening);
  if (was_busy != (opening != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* What was chosen is there, or is of no use. */
static void
finish (AtlasTileControl *self, AtlasTileReader *reader, const GError *error)
{
  set_opening (self, NULL);
  set_problem (self, error != NULL ? error->message : NULL);
  if (self->map != NULL)
    atlas_map_view_set_reader (self->map, reader);
}

/* Runs in a worker thread: a file may lie on a disk that sleeps or in a network. */
static void
open_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  AtlasTileReader *reader = NULL;
  GError *error = NULL;

  if (atlas_tile_choice_open (data, NULL, NULL, &reader, &error))
    g_task_return_pointer (task, reader, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
file_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTileReader) reader = g_task_propagate_pointer (G_TASK (result), &error);

  /* Otherwise there may be no control any more: a disk that sleeps keeps none alive. */
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    finish (data, reader, error);
}

static void
open_server (AtlasTileControl *self, const char *choice, const char *key)
{
  g_autofree char *cache = atlas_tile_cache_default_path ();
  g_autoptr (AtlasTileReader) reader = NULL;
  g_autoptr (GError) error = NULL;

  atlas_tile_choice_open (choice, key, cache, &reader, &error);
  finish (self, reader, error);
}

static void
key_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AtlasTileControl *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *key = atlas_tile_key_load_finish (result, NULL, &error);
  g_autofree char *choice = NULL;

  /* It says nothing else than that nobody waits any longer: there may be no control any more, as a
   * keyring that waits for its password keeps none alive. */
  if (error != NULL)
    return;

  choice = get_choice (self->settings);
  open_server (self, choice, key);
}

static void
open_choice (AtlasTileControl *self, AtlasTileChoiceKind kind, const char *choice)
{
  g_autofree char *name = atlas_tile_control_get_key_name (self->settings);
  g_autoptr (GCancellable) opening = g_cancellable_new ();

  set_opening (self, opening);
  if (kind == ATLAS_TILE_CHOICE_FILE)
    {
      g_autoptr (GTask) task = g_task_new (NULL, opening, file_opened_cb, self);

      g_task_set_source_tag (task, open_choice);
      g_task_set_task_data (task, g_strdup (choice), g_free);
      g_task_run_in_thread (task, open_file);
    }
  else if (name != NULL)
    atlas_tile_key_load_async (name, opening, key_loaded_cb, self);
  else
    open_server (self, choice, NULL);
}

/* Opens anew what the settings choose now. A source chosen before a file or an address was given
 * is no problem yet: the person is still about to give it. */
static void
update (AtlasTileControl *self)
{
  g_autofree char *choice = get_choice (self->settings);
  g_autoptr (GError) error = NULL;
  AtlasTileChoiceKind kind;

  set_opening (self, NULL);
  if (*choice == '\0')
    finish (self, NULL, NULL);
  else if (!atlas_tile_choice_parse (choice, &kind, &error) || kind == ATLAS_TILE_CHOICE_PAINTED)
    finish (self, NULL, error);
  else
    open_choice (self, kind, choice);
}

static void
settings_changed_cb (AtlasTileControl *self, const char *key)
{
  g_autofree char *tiles = g_settings_get_string (self->settings, "tiles");

  if (g_str_equal (key, "tiles")
      || (g_str_equal (key, "tiles-file") && g_str_equal (tiles, ATLAS_TILES_FILE))
      || (g_str_equal (key, "tiles-server") && g_str_equal (tiles, ATLAS_TILES_SERVER)))
    update (self);
}

static void
reader_failed_cb (AtlasTileControl *self, const GError *error)
{
  set_problem (self, error->message);
}

static void
atlas_tile_control_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasTileControl *self = ATLAS_TILE_CONTROL (object);

  switch (id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->opening != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_tile_control_dispose (GObject *object)
{
  AtlasTileControl *self = ATLAS_TILE_CONTROL (object);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_weak_pointer (&self->map);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->problem, g_free);

  G_OBJECT_CLASS (atlas_tile_control_parent_class)->dispose (object);
}

static void
atlas_tile_control_class_init (AtlasTileControlClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = atlas_tile_control_get_property;
  object_class->dispose = atlas_tile_control_dispose;

  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_tile_control_init (AtlasTileControl *self)
{
}

/**
 * atlas_tile_control_new:
 * @settings: what was chosen
 * @map: where the tiles go; not kept alive
 *
 * Begins to open what is chosen at once.
 *
 * Returns: (transfer full): a new control
 */
AtlasTileControl *
atlas_tile_control_new (GSettings *settings, AtlasMapView *map)
{
  AtlasTileControl *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (map), NULL);

  self = g_object_new (ATLAS_TYPE_TILE_CONTROL, NULL);
  self->settings = g_object_ref (settings);
  g_set_weak_pointer (&self->map, map);
  g_signal_connect_object (settings, "changed", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "reader-failed", G_CALLBACK (reader_failed_cb), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return self;
}

/**
 * atlas_tile_control_get_problem:
 * @self: a control
 *
 * Returns: (transfer none) (nullable): why the map is painted although other tiles were chosen
 */
const char *
atlas_tile_control_get_problem (AtlasTileControl *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_CONTROL (self), NULL);

  return self->problem;
}

/**
 * atlas_tile_control_is_busy:
 * @self: a control
 *
 * Returns: whether what was chosen is being opened
 */
gboolean
atlas_tile_control_is_busy (AtlasTileControl *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_CONTROL (self), FALSE);

  return self->opening != NULL;
}

/**
 * atlas_tile_control_retry:
 * @self: a control
 *
 * Tries once more what was chosen: opens it anew, with the key as it is now.
 */
void
atlas_tile_control_retry (AtlasTileControl *self)
{
  g_return_if_fail (ATLAS_IS_TILE_CONTROL (self));

  update (self);
}

/**
 * atlas_tile_control_use_painted:
 * @self: a control
 *
 * Chooses the painted map, as the preferences do.
 */
void
atlas_tile_control_use_painted (AtlasTileControl *self)
{
  g_return_if_fail (ATLAS_IS_TILE_CONTROL (self));

  g_settings_set_string (self->settings, "tiles", ATLAS_TILES_PAINTED);
}

/**
 * atlas_tile_control_get_key_name:
 * @settings: what was chosen
 *
 * Returns: (transfer full) (nullable): under which name the keyring has the key of the server that
 *   is chosen; %NULL where it wants none
 */
char *
atlas_tile_control_get_key_name (GSettings *settings)
{
  g_autofree char *choice = NULL;
  g_autoptr (AtlasTileTemplate) template = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  choice = get_choice (settings);
  if (g_str_has_prefix (choice, ATLAS_TILES_TIANDITU))
    return g_strdup (TIANDITU_KEY_NAME);
  if (strstr (choice, "://") != NULL)
    template = atlas_tile_template_parse (choice, NULL);
  if (template == NULL || !atlas_tile_template_needs_key (template))
    return NULL;

  return g_strdup (atlas_tile_template_get_key_name (template));
}
