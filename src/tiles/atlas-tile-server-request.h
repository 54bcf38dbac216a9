/* atlas-tile-server-request.h: one request for one picture, within limits (private)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

#include "atlas-tile-cache.h"

G_BEGIN_DECLS

/**
 * AtlasTileAsk:
 * @address: where the picture is
 * @referer: (nullable): the Referer header
 * @known: (nullable): what is kept of it: with a validator, only news are asked for
 * @idle_ms: how long nothing may come; half of it for making the connection
 * @total_ms: how long all may take, with redirects
 */
typedef struct
{
  const char *address;
  const char *referer;
  const AtlasCachedTile *known;
  guint idle_ms;
  guint total_ms;
} AtlasTileAsk;

void _atlas_tile_request_async (SoupSession *session,
                                const AtlasTileAsk *ask,
                                GCancellable *stop,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GBytes *_atlas_tile_request_finish (GAsyncResult *result, SoupMessage **message, GError **error);

G_END_DECLS
