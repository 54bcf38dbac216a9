/* atlas-cluster-section.h: the clusters and fields of industry that name a place or its city
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-session.h"

G_BEGIN_DECLS

GtkWidget *atlas_cluster_section_new (AtlasSession *session, AtlasProfile *profile);

G_END_DECLS
