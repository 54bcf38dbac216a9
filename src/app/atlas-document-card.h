/* atlas-document-card.h: one of the documents the data come from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-document-facts.h"

G_BEGIN_DECLS

GtkWidget *atlas_document_card_new (const AtlasDocumentFacts *facts, const char *date);

G_END_DECLS
