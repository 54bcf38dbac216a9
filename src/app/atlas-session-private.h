/* atlas-session-private.h: what the files of the session share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-session.h"

G_BEGIN_DECLS

/* A stop of the way: the place that was selected, none in the overview, and what was highlighted
 * when it was left. */
typedef struct
{
  AtlasPlace *place;
  char *highlight;
} AtlasSessionStop;

struct _AtlasSession
{
  GObject parent_instance;

  /* owned */
  AtlasCatalog *catalog;
  char *theme;
  char *project_period;
  char *project_stage;
  GListStore *picked;

  /* of AtlasSessionStop, oldest first; every way begins in the overview */
  GPtrArray *stops;
  guint current;
};

enum
{
  PROP_0,
  PROP_CATALOG,
  PROP_SELECTED,
  PROP_THEME,
  PROP_HIGHLIGHT,
  PROP_SHOWN_THEME,
  PROP_N_PICKED,
  PROP_PROJECT_PERIOD,
  PROP_PROJECT_STAGE,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  N_PROPS,
};

AtlasSessionStop *_atlas_session_get_stop (AtlasSession *self);
void _atlas_session_notify (AtlasSession *self, guint property);

G_END_DECLS
