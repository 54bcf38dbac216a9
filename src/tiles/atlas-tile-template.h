/* atlas-tile-template.h: the address of a tile, as a template
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-tile-error.h"

G_BEGIN_DECLS

/**
 * AtlasTileTemplate:
 *
 * An http or https address with fields in braces: {z}, {x}, {y} (south), {-y} (TMS, north),
 * {TileMatrix}, {TileCol}, {TileRow} (WMTS), {key}, and one set of hosts: {a-c}, {0-7} or {a,b,c}.
 * Immutable.
 */
typedef struct _AtlasTileTemplate AtlasTileTemplate;

/* More is no address. */
#define ATLAS_TILE_TEMPLATE_MAX_LENGTH 2048

AtlasTileTemplate *atlas_tile_template_parse (const char *text, GError **error);
void atlas_tile_template_free (AtlasTileTemplate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTileTemplate, atlas_tile_template_free)

const char *atlas_tile_template_get_text (AtlasTileTemplate *self);
const char *atlas_tile_template_get_host (AtlasTileTemplate *self);
const char *atlas_tile_template_get_key_name (AtlasTileTemplate *self);
gboolean atlas_tile_template_needs_key (AtlasTileTemplate *self);
char *
atlas_tile_template_expand (AtlasTileTemplate *self, guint zoom, guint x, guint y, const char *key);

G_END_DECLS
