/* atlas-session.h: what is selected, picked and shown, and where one has been
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-catalog.h"

G_BEGIN_DECLS

/**
 * AtlasSession:
 *
 * The one owner of the selection; every view watches it and none talks to another.
 *
 * Selected is the one place that is read about; picked are those that are collected, to be compared
 * or shown together.
 *
 * Properties: "catalog" (#AtlasCatalog, construct-only), "selected" (#AtlasPlace, nullable,
 * EXPLICIT_NOTIFY; setting it adds to the history), "theme" (string: what the colours of the map
 * mean, as atlas_map_theme_parse() reads it), "highlight" (string, nullable: id of the #AtlasTopic
 * that the map shows for a while instead: "family:equipment"; kept when another place is selected),
 * "shown-theme" (string, read-only: the highlight, else the theme), "n-picked" (uint, read-only:
 * how many places are picked), "project-period" and "project-stage" (string, nullable: which
 * projects are listed; kept when the selection changes), "can-go-back", "can-go-forward" (boolean,
 * read-only).
 */
#define ATLAS_TYPE_SESSION (atlas_session_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSession, atlas_session, ATLAS, SESSION, GObject)

AtlasSession *atlas_session_new (AtlasCatalog *catalog);
AtlasCatalog *atlas_session_get_catalog (AtlasSession *self);
AtlasPlace *atlas_session_get_selected (AtlasSession *self);
void atlas_session_set_selected (AtlasSession *self, AtlasPlace *place);
const char *atlas_session_get_highlight (AtlasSession *self);
void atlas_session_set_highlight (AtlasSession *self, const char *topic);
const char *atlas_session_get_theme (AtlasSession *self);
void atlas_session_set_theme (AtlasSession *self, const char *theme);
const char *atlas_session_get_shown_theme (AtlasSession *self);
GListModel *atlas_session_get_picked (AtlasSession *self);
guint atlas_session_get_n_picked (AtlasSession *self);
gboolean atlas_session_is_picked (AtlasSession *self, AtlasPlace *place);
void atlas_session_toggle_picked (AtlasSession *self, AtlasPlace *place);
void atlas_session_pick_all (AtlasSession *self, GPtrArray *places);
void atlas_session_unpick (AtlasSession *self, AtlasPlace *place);
void atlas_session_clear_picked (AtlasSession *self);
const char *atlas_session_get_project_period (AtlasSession *self);
void atlas_session_set_project_period (AtlasSession *self, const char *period);
const char *atlas_session_get_project_stage (AtlasSession *self);
void atlas_session_set_project_stage (AtlasSession *self, const char *stage);
gboolean atlas_session_get_can_go_back (AtlasSession *self);
gboolean atlas_session_get_can_go_forward (AtlasSession *self);
void atlas_session_go_back (AtlasSession *self);
void atlas_session_go_forward (AtlasSession *self);

G_END_DECLS
