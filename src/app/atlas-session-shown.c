/* atlas-session-shown.c: what the map and the lists show: theme, highlight, filter of projects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-session-private.h"

static void
set_string (AtlasSession *self, char **field, const char *value, guint property)
{
  if (g_strcmp0 (*field, value) == 0)
    return;

  g_free (*field);
  *field = g_strdup (value);
  _atlas_session_notify (self, property);
}

/**
 * atlas_session_get_theme:
 * @self: a session
 *
 * Returns: what the colours of the map mean while nothing is highlighted
 */
const char *
atlas_session_get_theme (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->theme;
}

/**
 * atlas_session_set_theme:
 * @self: a session
 * @theme: a theme that the data set has, as atlas_map_theme_parse() reads it
 *
 * Sets what the colours of the map mean. A highlight goes on until it is ended.
 */
void
atlas_session_set_theme (AtlasSession *self, const char *theme)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (theme != NULL);

  if (g_str_equal (self->theme, theme))
    return;

  g_object_freeze_notify (G_OBJECT (self));
  set_string (self, &self->theme, theme, PROP_THEME);
  if (atlas_session_get_highlight (self) == NULL)
    _atlas_session_notify (self, PROP_SHOWN_THEME);
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

  return _atlas_session_get_stop (self)->highlight;
}

/**
 * atlas_session_set_highlight:
 * @self: a session
 * @topic: (nullable): the id of an #AtlasTopic, or %NULL to show the theme again
 *
 * Shows which places share a family of industries, a cluster or a zone. It is remembered with the
 * stop: going back from another place shows it again.
 */
void
atlas_session_set_highlight (AtlasSession *self, const char *topic)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  if (g_strcmp0 (atlas_session_get_highlight (self), topic) == 0)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  set_string (self, &_atlas_session_get_stop (self)->highlight, topic, PROP_HIGHLIGHT);
  _atlas_session_notify (self, PROP_SHOWN_THEME);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * atlas_session_get_shown_theme:
 * @self: a session
 *
 * Returns: what the colours of the map mean just now: a highlighted topic is a theme, too
 */
const char *
atlas_session_get_shown_theme (AtlasSession *self)
{
  const char *highlight;

  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  highlight = atlas_session_get_highlight (self);
  return highlight != NULL ? highlight : self->theme;
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
