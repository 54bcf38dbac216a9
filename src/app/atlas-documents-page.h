/* atlas-documents-page.h: the documents, and what the data set holds of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * AtlasDocumentsPage:
 *
 * The documents and their standing, the coverage by place, what was repaired and what was inferred.
 * It is counted by a worker when the page is first on show.
 */
#define ATLAS_TYPE_DOCUMENTS_PAGE (atlas_documents_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlasDocumentsPage, atlas_documents_page, ATLAS, DOCUMENTS_PAGE, GtkWidget)

GtkWidget *atlas_documents_page_new (void);
void atlas_documents_page_set_session (AtlasDocumentsPage *self, AtlasSession *session);
void atlas_documents_page_show_part (AtlasDocumentsPage *self, const char *part);
gboolean atlas_documents_page_is_complete (AtlasDocumentsPage *self);

G_END_DECLS
