/* atlas-tile-server-answer.h: what a server's answer means (private)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

#include "atlas-tile-error.h"

G_BEGIN_DECLS

/**
 * AtlasTileFault:
 * @ATLAS_TILE_FAULT_NONE: a picture, or that the one we keep is still right
 * @ATLAS_TILE_FAULT_ABSENT: there is no such tile
 * @ATLAS_TILE_FAULT_TILE: nothing to show, and asking again would not help
 * @ATLAS_TILE_FAULT_PASSING: it may be otherwise in a moment
 * @ATLAS_TILE_FAULT_SLOW: the time is up
 * @ATLAS_TILE_FAULT_SOURCE: it will be the same for every tile
 *
 * What is to be done after an answer.
 */
typedef enum
{
  ATLAS_TILE_FAULT_NONE,
  ATLAS_TILE_FAULT_ABSENT,
  ATLAS_TILE_FAULT_TILE,
  ATLAS_TILE_FAULT_PASSING,
  ATLAS_TILE_FAULT_SLOW,
  ATLAS_TILE_FAULT_SOURCE,
} AtlasTileFault;

AtlasTileFault _atlas_tile_answer_judge (const char *host,
                                         gboolean with_key,
                                         gboolean known,
                                         SoupMessage *message,
                                         GBytes *body,
                                         GError **error);
AtlasTileFault _atlas_tile_answer_explain (const char *host, const GError *reason, GError **error);
GError *_atlas_tile_answer_absent (const char *host);
GError *_atlas_tile_answer_absent_everywhere (const char *host);
gint64 _atlas_tile_answer_get_fresh_until (SoupMessage *message, gint64 now);
guint _atlas_tile_answer_get_wait (SoupMessage *message, gint64 now);

G_END_DECLS
