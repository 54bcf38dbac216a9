/* atlas-compile.h: from the JSON people edit to the database the program reads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-database.h"

G_BEGIN_DECLS

/**
 * ATLAS_COMPILE_ERROR:
 *
 * The error domain of the compile floor. A message names file, record and field and says what to
 * do. It is read by whoever edits the data, so it is not translated.
 */
#define ATLAS_COMPILE_ERROR (atlas_compile_error_quark ())
GQuark atlas_compile_error_quark (void);

/**
 * AtlasCompileError:
 * @ATLAS_COMPILE_ERROR_FILE: a file is missing, unreadable or not JSON
 * @ATLAS_COMPILE_ERROR_RECORD: a record is wrong
 */
typedef enum
{
  ATLAS_COMPILE_ERROR_FILE,
  ATLAS_COMPILE_ERROR_RECORD,
} AtlasCompileError;

gboolean atlas_compile (const char *data_dir, const char *output, GError **error);

G_END_DECLS
