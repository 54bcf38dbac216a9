/* atlas-compile-private.h: what the steps of the compilation share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-compile.h"
#include "atlas-han.h"
#include "atlas-record.h"

G_BEGIN_DECLS

/**
 * AtlasCompiledDocument:
 * @id: id
 * @period: the years it speaks of, unless a fact says otherwise
 * @territory: (nullable): code of the place that carries what the document ties to none
 * @territory_why: (nullable): the reason, with @territory
 * @boxes: (element-type utf8 utf8): titles of its boxes, by name
 */
typedef struct
{
  char *id;
  char *period;
  char *territory;
  char *territory_why;
  GHashTable *boxes;
} AtlasCompiledDocument;

/**
 * AtlasLocator:
 * @document: id
 * @chapter: (nullable): chapter
 * @section: (nullable): section
 * @box: (nullable): box
 * @item: (nullable): item of the box or list
 *
 * Where in a document quotations stand. Borrowed from the records.
 */
typedef struct
{
  const char *document;
  const char *chapter;
  const char *section;
  const char *box;
  const char *item;
} AtlasLocator;

/**
 * AtlasRepairedWording:
 * @printed: (nullable): the damaged wording of the source
 * @repair: (nullable): what was repaired and why, with @printed
 */
typedef struct
{
  const char *printed;
  const char *repair;
} AtlasRepairedWording;

/**
 * AtlasCompilation:
 *
 * One run. The tables say what was seen, so that later records can be checked against it.
 */
typedef struct
{
  const char *data_dir;
  AtlasDatabase *database;
  AtlasHanVariants *variants;
  GPtrArray *documents;     /* AtlasCompiledDocument, newest first */
  GHashTable *places;       /* code → name */
  GHashTable *families;     /* ids */
  GHashTable *terms;        /* industry term → id of its family */
  GHashTable *clusters;     /* name of a cluster or field → id of its family */
  GHashTable *claims;       /* ids */
  GHashTable *claim_counts; /* place and field → how many claims it has */
  GHashTable *projects;     /* id → category */
  GHashTable *passages;     /* document, locator and quotation → id, which is 1 for the first */
  GPtrArray *quotes;        /* the quotations of the passages, by id - 1 */
} AtlasCompilation;

/**
 * AtlasDocumentFileFunc:
 * @self: the compilation
 * @root: the file as a record
 * @document: whose file it is
 * @error: return location for an error
 *
 * Returns: %FALSE, with @error set, to stop
 */
typedef gboolean (*AtlasDocumentFileFunc) (AtlasCompilation *self,
                                           const AtlasRecord *root,
                                           const AtlasCompiledDocument *document,
                                           GError **error);

gboolean _atlas_compile_documents (AtlasCompilation *self, GError **error);
gboolean _atlas_compile_places (AtlasCompilation *self, GError **error);
gboolean _atlas_compile_families (AtlasCompilation *self, GError **error);
gboolean _atlas_compile_claims (AtlasCompilation *self, GError **error);
gboolean _atlas_compile_projects (AtlasCompilation *self, GError **error);
gboolean _atlas_compile_groups (AtlasCompilation *self, GError **error);
gboolean _atlas_compile_indicators (AtlasCompilation *self, GError **error);
gboolean _atlas_compile_han (AtlasCompilation *self, GError **error);
gboolean _atlas_compile_readings (AtlasCompilation *self, GError **error);

gboolean _atlas_compile_foreach_in_file (AtlasCompilation *self,
                                         const char *file,
                                         const char *field,
                                         const char *kind,
                                         const char *id_field,
                                         AtlasRecordFunc func,
                                         GError **error);

void _atlas_compiled_document_free (AtlasCompiledDocument *self);
const AtlasCompiledDocument *_atlas_compile_find_document (AtlasCompilation *self, const char *id);
gboolean _atlas_compile_foreach_document (AtlasCompilation *self,
                                          const char *folder,
                                          AtlasDocumentFileFunc func,
                                          GError **error);
gboolean _atlas_compile_get_optional_period (const AtlasRecord *record,
                                             const char *field,
                                             const char **period,
                                             GError **error);
const char *_atlas_compile_get_place (AtlasCompilation *self,
                                      const AtlasRecord *record,
                                      const char *field,
                                      GError **error);
gboolean _atlas_compile_get_optional_family (AtlasCompilation *self,
                                             const AtlasRecord *record,
                                             const char **family,
                                             GError **error);
gboolean _atlas_compile_get_repair (const AtlasRecord *record,
                                    AtlasRepairedWording *wording,
                                    GError **error);

gboolean
_atlas_compile_read_locator (const AtlasRecord *record, AtlasLocator *locator, GError **error);
GArray *_atlas_compile_quotes (AtlasCompilation *self,
                               const AtlasRecord *record,
                               const AtlasLocator *locator,
                               GError **error);
GArray *_atlas_compile_sources (AtlasCompilation *self,
                                const AtlasRecord *record,
                                const char **document,
                                GError **error);
gboolean _atlas_compile_check_quoted (AtlasCompilation *self,
                                      const AtlasRecord *record,
                                      const char *field,
                                      const char *text,
                                      GArray *passages,
                                      GError **error);
gboolean _atlas_compile_check_name (AtlasCompilation *self,
                                    const AtlasRecord *record,
                                    const char *name,
                                    const AtlasRepairedWording *wording,
                                    GArray *passages,
                                    GError **error);
char *_atlas_compile_join_quotes (AtlasCompilation *self, GArray *passages);
gboolean _atlas_compile_check_figure (const AtlasRecord *record,
                                      double number,
                                      const char *text,
                                      GError **error);
gboolean _atlas_compile_cite (AtlasCompilation *self,
                              const char *sql,
                              const char *fact,
                              const char *place,
                              GArray *passages,
                              GError **error);

G_END_DECLS
