/* atlas-session.c: what is selected, and where one has been
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-session.h"

struct _AtlasSession
{
  GObject parent_instance;

  /* owned */
  AtlasCatalog *catalog;
  char *highlight;
  char *project_period;
  char *project_stage;

  /* Every stop of the way, oldest first; NULL stands for the overview, where every way begins. */
  GPtrArray *stops;
  guint current;
};

G_DEFINE_FINAL_TYPE (AtlasSession, atlas_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CATALOG,
  PROP_SELECTED,
  PROP_HIGHLIGHT,
  PROP_PROJECT_PERIOD,
  PROP_PROJECT_STAGE,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
release_stop (gpointer stop)
{
  if (stop != NULL)
    g_object_unref (stop);
}

static void
notify_changes (AtlasSession *self, gboolean could_go_back, gboolean could_go_forward)
{
  if (could_go_back != atlas_session_get_can_go_back (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
  if (could_go_forward != atlas_session_get_can_go_forward (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_FORWARD]);
}

static void
set_string (AtlasSession *self, char **field, const char *value, guint property)
{
  if (g_strcmp0 (*field, value) == 0)
    return;

  g_free (*field);
  *field = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
go_to_stop (AtlasSession *self, guint stop)
{
  gboolean could_go_back = atlas_session_get_can_go_back (self);
  gboolean could_go_forward = atlas_session_get_can_go_forward (self);

  g_assert (stop < self->stops->len);

  g_object_freeze_notify (G_OBJECT (self));
  self->current = stop;
  atlas_session_set_highlight (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
  notify_changes (self, could_go_back, could_go_forward);
  g_object_thaw_notify (G_OBJECT (self));
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
    case PROP_HIGHLIGHT:
      g_value_set_string (value, self->highlight);
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

  g_clear_pointer (&self->stops, g_ptr_array_unref);
  g_clear_pointer (&self->highlight, g_free);
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
  properties[PROP_HIGHLIGHT] = string_param_new ("highlight");
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
  self->stops = g_ptr_array_new_with_free_func (release_stop);
  g_ptr_array_add (self->stops, NULL);
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

  return g_ptr_array_index (self->stops, self->current);
}

/**
 * atlas_session_set_selected:
 * @self: a session
 * @place: (nullable): the place to select, %NULL for the overview
 *
 * Selects @place, forgets the stops ahead as a browser does, and ends any highlight. Selecting what
 * is selected already changes nothing.
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
  g_ptr_array_add (self->stops, place != NULL ? g_object_ref (place) : NULL);
  self->current++;
  atlas_session_set_highlight (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
  notify_changes (self, could_go_back, could_go_forward);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * atlas_session_get_highlight:
 * @self: a session
 *
 * Returns: (nullable): the id of the topic whose places are shown on the map
 */
const char *
atlas_session_get_highlight (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->highlight;
}

/**
 * atlas_session_set_highlight:
 * @self: a session
 * @topic: (nullable): the id of an #AtlasTopic, or %NULL to show all alike
 *
 * Shows which places share a family of industries, a cluster or a zone, until another place is
 * selected.
 */
void
atlas_session_set_highlight (AtlasSession *self, const char *topic)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  set_string (self, &self->highlight, topic, PROP_HIGHLIGHT);
}

/**
 * atlas_session_get_project_period:
 * @self: a session
 *
 * Returns: (nullable): the period of the documents whose projects are listed, %NULL for all
 */
const char *
atlas_session_get_project_period (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->project_period;
}

/**
 * atlas_session_set_project_period:
 * @self: a session
 * @period: (nullable): the period of a document ("2026-2030"), %NULL for all
 *
 * Lists only projects that documents of that period speak of, whichever place is selected.
 */
void
atlas_session_set_project_period (AtlasSession *self, const char *period)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  set_string (self, &self->project_period, period, PROP_PROJECT_PERIOD);
}

/**
 * atlas_session_get_project_stage:
 * @self: a session
 *
 * Returns: (nullable): the name of the stage at which the listed projects are, %NULL for all
 */
const char *
atlas_session_get_project_stage (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->project_stage;
}

/**
 * atlas_session_set_project_stage:
 * @self: a session
 * @stage: (nullable): the name of a stage ("under-way"), %NULL for all
 *
 * Lists only projects that are at that stage, whichever place is selected.
 */
void
atlas_session_set_project_stage (AtlasSession *self, const char *stage)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  set_string (self, &self->project_stage, stage, PROP_PROJECT_STAGE);
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
