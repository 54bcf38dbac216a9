/* atlas-topic-row.h: a place in a panel, with what is said of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-place.h"

G_BEGIN_DECLS

GtkWidget *
atlas_topic_row_new (AtlasPlace *place, const char *text, const char *remark, GtkSizeGroup *names);

G_END_DECLS
