/* atlas-session.c: what is selected, picked and shown, and where one has been
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-session-private.h"

#define DEFAULT_THEME "family"

G_DEFINE_FINAL_TYPE (AtlasSession, atlas_session, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static AtlasSessionStop *
stop_new (AtlasPlace *place, const char *highlight)
{
  AtlasSessionStop *stop = g_new0 (AtlasSessionStop, 1);

  g_set_object (&stop->place, place);
  stop->highlight = g_strdup (highlight);
  return stop;
}

static void
stop_free (AtlasSessionStop *stop)
{
  g_clear_object (&stop->place);
  g_free (stop->highlight);
  g_free (stop);
}

static void
notify_changes (AtlasSession *self, gboolean could_go_back, gboolean could_go_forward)
{
  if (could_go_back != atlas_session_get_can_go_back (self))
    _atlas_session_notify (self, PROP_CAN_GO_BACK);
  if (could_go_forward != atlas_session_get_can_go_forward (self))
    _atlas_session_notify (self, PROP_CAN_GO_FORWARD);
}

static void
go_to_stop (AtlasSession *self, guint stop)
{
  gboolean could_go_back = atlas_session_get_can_go_back (self);
  gboolean could_go_forward = atlas_session_get_can_go_forward (self);
  const char *highlight = _atlas_session_get_stop (self)->highlight;

  g_assert (stop < self->stops->len);

  g_object_freeze_notify (G_OBJECT (self));
  self->current = stop;
  if (g_strcmp0 (highlight, _atlas_session_get_stop (self)->highlight) != 0)
    {
      _atlas_session_notify (self, PROP_HIGHLIGHT);
      _atlas_session_notify (self, PROP_SHOWN_THEME);
    }
  _atlas_session_notify (self, PROP_SELECTED);
  notify_changes (self, could_go_back, could_go_forward);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
picked_changed_cb (AtlasSession *self, guint position, guint n_removed, guint n_added)
{
  g_assert (ATLAS_IS_SESSION (self));

  if (n_removed != n_added)
    _atlas_session_notify (self, PROP_N_PICKED);
}

static void
atlas_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AtlasSession *self = ATLAS_SESSION (object);

  switch (prop_id)
    {
    case PROP_CATALOG:
      g_value_set_object (value, self->catalog);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, atlas_session_get_selected (self));
      break;
    case PROP_THEME:
      g_value_set_string (value, self->theme);
      break;
    case PROP_HIGHLIGHT:
      g_value_set_string (value, atlas_session_get_highlight (self));
      break;
    case PROP_SHOWN_THEME:
      g_value_set_string (value, atlas_session_get_shown_theme (self));
      break;
    case PROP_N_PICKED:
      g_value_set_uint (value, atlas_session_get_n_picked (self));
      break;
    case PROP_PROJECT_PERIOD:
      g_value_set_string (value, self->project_period);
      break;
    case PROP_PROJECT_STAGE:
      g_value_set_string (value, self->project_stage);
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, atlas_session_get_can_go_back (self));
      break;
    case PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, atlas_session_get_can_go_forward (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_session_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AtlasSession *self = ATLAS_SESSION (object);

  switch (prop_id)
    {
    case PROP_CATALOG:
      g_set_object (&self->catalog, g_value_get_object (value));
      break;
    case PROP_SELECTED:
      atlas_session_set_selected (self, g_value_get_object (value));
      break;
    case PROP_THEME:
      atlas_session_set_theme (self, g_value_get_string (value));
      break;
    case PROP_HIGHLIGHT:
      atlas_session_set_highlight (self, g_value_get_string (value));
      break;
    case PROP_PROJECT_PERIOD:
      atlas_session_set_project_period (self, g_value_get_string (value));
      break;
    case PROP_PROJECT_STAGE:
      atlas_session_set_project_stage (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_session_finalize (GObject *object)
{
  AtlasSession *self = ATLAS_SESSION (object);

  g_signal_handlers_disconnect_by_data (self->picked, self);
  g_clear_object (&self->picked);
  g_clear_pointer (&self->stops, g_ptr_array_unref);
  g_clear_pointer (&self->theme, g_free);
  g_clear_pointer (&self->project_period, g_free);
  g_clear_pointer (&self->project_stage, g_free);
  g_clear_object (&self->catalog);

  G_OBJECT_CLASS (atlas_session_parent_class)->finalize (object);
}

static GParamSpec *
string_param_new (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
atlas_session_class_init (AtlasSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = atlas_session_get_property;
  object_class->set_property = atlas_session_set_property;
  object_class->finalize = atlas_session_finalize;

  properties[PROP_CATALOG] = g_param_spec_object ("catalog", NULL, NULL, ATLAS_TYPE_CATALOG,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                      | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, ATLAS_TYPE_PLACE,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                       | G_PARAM_STATIC_STRINGS);
  properties[PROP_THEME] = string_param_new ("theme");
  properties[PROP_HIGHLIGHT] = string_param_new ("highlight");
  properties[PROP_SHOWN_THEME] = g_param_spec_string ("shown-theme", NULL, NULL, NULL,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_PICKED] = g_param_spec_uint ("n-picked", NULL, NULL, 0, G_MAXUINT, 0,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROJECT_PERIOD] = string_param_new ("project-period");
  properties[PROP_PROJECT_STAGE] = string_param_new ("project-stage");
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_GO_FORWARD] = g_param_spec_boolean (
      "can-go-forward", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_session_init (AtlasSession *self)
{
  self->theme = g_strdup (DEFAULT_THEME);
  self->stops = g_ptr_array_new_with_free_func ((GDestroyNotify) stop_free);
  g_ptr_array_add (self->stops, stop_new (NULL, NULL));
  self->picked = g_list_store_new (ATLAS_TYPE_PLACE);
  g_signal_connect_swapped (self->picked, "items-changed", G_CALLBACK (picked_changed_cb), self);
}

/* The stop of now. */
AtlasSessionStop *
_atlas_session_get_stop (AtlasSession *self)
{
  return g_ptr_array_index (self->stops, self->current);
}

void
_atlas_session_notify (AtlasSession *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/**
 * atlas_session_new:
 * @catalog: (nullable): the data set the places come from
 *
 * A session starts at the overview: nothing is selected and there is nowhere to go back to.
 *
 * Returns: (transfer full): a new session
 */
AtlasSession *
atlas_session_new (AtlasCatalog *catalog)
{
  g_return_val_if_fail (catalog == NULL || ATLAS_IS_CATALOG (catalog), NULL);

  return g_object_new (ATLAS_TYPE_SESSION, "catalog", catalog, NULL);
}

/**
 * atlas_session_get_catalog:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the data set the places come from
 */
AtlasCatalog *
atlas_session_get_catalog (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->catalog;
}

/**
 * atlas_session_get_selected:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the selected place, %NULL for the overview
 */
AtlasPlace *
atlas_session_get_selected (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return _atlas_session_get_stop (self)->place;
}

/**
 * atlas_session_set_selected:
 * @self: a session
 * @place: (nullable): the place to select, %NULL for the overview
 *
 * Selects @place and forgets the stops ahead as a browser does. What is highlighted stays so.
 * Selecting what is selected already changes nothing.
 */
void
atlas_session_set_selected (AtlasSession *self, AtlasPlace *place)
{
  gboolean could_go_back;
  gboolean could_go_forward;

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (place == NULL || ATLAS_IS_PLACE (place));

  if (place == atlas_session_get_selected (self))
    return;

  could_go_back = atlas_session_get_can_go_back (self);
  could_go_forward = atlas_session_get_can_go_forward (self);

  g_object_freeze_notify (G_OBJECT (self));
  g_ptr_array_set_size (self->stops, (int) self->current + 1);
  g_ptr_array_add (self->stops, stop_new (place, _atlas_session_get_stop (self)->highlight));
  self->current++;
  _atlas_session_notify (self, PROP_SELECTED);
  notify_changes (self, could_go_back, could_go_forward);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * atlas_session_get_can_go_back:
 * @self: a session
 *
 * Returns: whether there is an earlier stop
 */
gboolean
atlas_session_get_can_go_back (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);

  return self->current > 0;
}

/**
 * atlas_session_get_can_go_forward:
 * @self: a session
 *
 * Returns: whether there is a stop one came back from
 */
gboolean
atlas_session_get_can_go_forward (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);

  return self->current + 1 < self->stops->len;
}

/**
 * atlas_session_go_back:
 * @self: a session
 *
 * Selects the stop before, keeping the later ones for atlas_session_go_forward(). At the first stop
 * nothing happens.
 */
void
atlas_session_go_back (AtlasSession *self)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  if (atlas_session_get_can_go_back (self))
    go_to_stop (self, self->current - 1);
}

/**
 * atlas_session_go_forward:
 * @self: a session
 *
 * Selects the stop one came back from. At the last stop nothing happens.
 */
void
atlas_session_go_forward (AtlasSession *self)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  if (atlas_session_get_can_go_forward (self))
    go_to_stop (self, self->current + 1);
}
