/* atlas-file.h: files that are there whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean atlas_file_write (const char *path, GBytes *content, GError **error);

G_END_DECLS
