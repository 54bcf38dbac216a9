/* atlas-document-facts.h: how many facts come from each document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-check.h"

G_BEGIN_DECLS

/**
 * AtlasDocumentFacts:
 * @document: borrowed from the catalog
 * @n: how many facts of each kind it supports; a project, cluster or zone counts once, however many
 *   places it has
 */
typedef struct
{
  const AtlasDocument *document;
  guint n[ATLAS_N_FACT_KINDS];
} AtlasDocumentFacts;

GPtrArray *atlas_document_facts_count (AtlasCatalog *catalog, GError **error);

G_END_DECLS
