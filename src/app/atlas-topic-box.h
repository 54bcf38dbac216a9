/* atlas-topic-box.h: chips that set what the map shows, and the panel of the pressed one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-chip.h"
#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * AtlasTopicBox:
 *
 * A vertical box. Pressing a chip makes its topic the session's highlight and opens an
 * #AtlasTopicPanel below the child of the box that holds the chip, which is scrolled into view;
 * pressing it again takes both back. The pressed chips always are those of the highlight, whoever
 * set it.
 */
#define ATLAS_TYPE_TOPIC_BOX (atlas_topic_box_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTopicBox, atlas_topic_box, ATLAS, TOPIC_BOX, GtkBox)

GtkWidget *atlas_topic_box_new (AtlasSession *session, AtlasProfile *profile);
void atlas_topic_box_watch (AtlasTopicBox *self, AtlasChip *chip);

G_END_DECLS
