/* atlas-renderer.h: whether the window is drawn by OpenGL or by cairo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void atlas_renderer_init (void);
gboolean atlas_renderer_has_device (const char *folder);

G_END_DECLS
