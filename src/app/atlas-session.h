/* atlas-session.h: what is selected, and where one has been
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
 * Properties: "catalog" (#AtlasCatalog, construct-only), "selected" (#AtlasPlace, nullable,
 * EXPLICIT_NOTIFY; setting it adds to the history), "highlight" (string, nullable: id of the
 * #AtlasTopic whose places are shown on the map: "family:equipment"; cleared when the selection
 * changes), "project-period" and "project-stage" (string, nullable: which projects are listed; kept
 * when the selection changes), "can-go-back", "can-go-forward" (boolean, read-only).
 */
#define ATLAS_TYPE_SESSION (atlas_session_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSession, atlas_session, ATLAS, SESSION, GObject)

AtlasSession *atlas_session_new (AtlasCatalog *catalog);
AtlasCatalog *atlas_session_get_catalog (AtlasSession *self);
AtlasPlace *atlas_session_get_selected (AtlasSession *self);
void atlas_session_set_selected (AtlasSession *self, AtlasPlace *place);
const char *atlas_session_get_highlight (AtlasSession *self);
void atlas_session_set_highlight (AtlasSession *self, const char *topic);
const char *atlas_session_get_project_period (AtlasSession *self);
void atlas_session_set_project_period (AtlasSession *self, const char *period);
const char *atlas_session_get_project_stage (AtlasSession *self);
void atlas_session_set_project_stage (AtlasSession *self, const char *stage);
gboolean atlas_session_get_can_go_back (AtlasSession *self);
gboolean atlas_session_get_can_go_forward (AtlasSession *self);
void atlas_session_go_back (AtlasSession *self);
void atlas_session_go_forward (AtlasSession *self);

G_END_DECLS
