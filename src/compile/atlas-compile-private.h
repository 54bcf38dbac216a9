/* atlas-compile-private.h: what the steps of the compilation share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-compile.h"
#include "atlas-han.h"
#include "atlas-record.h"

G_BEGIN_DECLS

/**
 * AtlasCompilation:
 *
 * One run. The tables say what was seen, so that later records can be checked against it.
 */
typedef struct
{
  const char *data_dir;
  AtlasDatabase *database;
  AtlasHanVariants *variants;
  GHashTable *documents; /* id → period */
  GHashTable *places;    /* code → name */
  GHashTable *families;  /* ids */
  GHashTable *terms;     /* industry term → id of its family */
  GHashTable *claims;    /* ids */
} AtlasCompilation;

gboolean _atlas_compile_documents (AtlasCompilation *self, GError **error);
gboolean _atlas_compile_places (AtlasCompilation *self, GError **error);
gboolean _atlas_compile_families (AtlasCompilation *self, GError **error);
gboolean _atlas_compile_claims (AtlasCompilation *self, GError **error);
gboolean _atlas_compile_han (AtlasCompilation *self, GError **error);

gboolean _atlas_compile_foreach_in_file (AtlasCompilation *self,
                                         const char *file,
                                         const char *field,
                                         const char *kind,
                                         const char *id_field,
                                         AtlasRecordFunc func,
                                         GError **error);

G_END_DECLS
