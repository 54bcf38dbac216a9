/* atlas-place-chip.h: another place, to go to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-place.h"

G_BEGIN_DECLS

GtkWidget *atlas_place_chip_new (AtlasPlace *place, const char *remark);

G_END_DECLS
