/* atlas-language.h: which language the program speaks, and which glyphs Han text takes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void atlas_language_init (void);

G_END_DECLS
