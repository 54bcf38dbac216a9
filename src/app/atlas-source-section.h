/* atlas-source-section.h: the passages a profile rests on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-profile.h"

G_BEGIN_DECLS

GtkWidget *atlas_source_section_new (AtlasProfile *profile);

G_END_DECLS
