/* atlas-mbtiles-private.h: the file below an AtlasMbtiles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-mbtiles.h"

G_BEGIN_DECLS

/* The levels a reader may have: 2^30 columns still fit an int. */
#define ATLAS_MBTILES_MAX_ZOOM 30

/*
 * AtlasMbtilesFile:
 *
 * An open file. To be used from one thread at a time.
 */
typedef struct _AtlasMbtilesFile AtlasMbtilesFile;

AtlasMbtilesFile *_atlas_mbtiles_file_open (const char *path, GError **error);
void _atlas_mbtiles_file_free (AtlasMbtilesFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMbtilesFile, _atlas_mbtiles_file_free)

const char *_atlas_mbtiles_file_get_path (AtlasMbtilesFile *self);
GBytes *
_atlas_mbtiles_file_read (AtlasMbtilesFile *self, guint zoom, guint x, guint y, GError **error);
gboolean
_atlas_mbtiles_file_get (AtlasMbtilesFile *self, const char *name, char **value, GError **error);
gboolean _atlas_mbtiles_file_get_zooms (AtlasMbtilesFile *self, guint *min, guint *max);
gboolean _atlas_mbtiles_file_get_side (AtlasMbtilesFile *self, guint *side, GError **error);

gboolean _atlas_mbtiles_load_info (AtlasMbtilesFile *file, AtlasTileInfo *info, GError **error);
char *_atlas_mbtiles_plain_text (const char *html, guint max_length);

void _atlas_mbtiles_set_error (GError **error, AtlasTileError code, const char *path);
void _atlas_mbtiles_translate (GError **error, GError *local, const char *path);
gboolean _atlas_mbtiles_is_final (const GError *error);

G_END_DECLS
