/* atlas-stage-pill.h: how far a document says a project is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-project.h"

G_BEGIN_DECLS

GtkWidget *atlas_stage_pill_new (const AtlasProjectStatement *statement);
const char *atlas_stage_pill_get_text (const AtlasProjectStatement *statement);
char *atlas_stage_pill_format_hint (const AtlasProjectStatement *statement);

G_END_DECLS
