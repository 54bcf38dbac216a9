/* atlas-topic-panel.h: an industry, a cluster or a zone, and the other places it is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-catalog.h"

G_BEGIN_DECLS

/**
 * AtlasTopicPanel:
 *
 * Its rows activate the action "profile.select-place" with the code of a place, which an ancestor
 * provides. Behind each stand the passages that name the place: under the number the profile on
 * show gives them, or under a letter where they are none of its sources.
 */
#define ATLAS_TYPE_TOPIC_PANEL (atlas_topic_panel_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTopicPanel, atlas_topic_panel, ATLAS, TOPIC_PANEL, GtkBox)

GtkWidget *
atlas_topic_panel_new (AtlasCatalog *catalog, const AtlasTopic *topic, AtlasProfile *profile);

G_END_DECLS
