/* atlas-catalog-private.h: what the catalog's files share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-catalog.h"
#include "atlas-han.h"
#include "atlas-profile-private.h"

G_BEGIN_DECLS

/* From the most to the least telling when several keys of a place match equally well. */
typedef enum
{
  ATLAS_PLACE_KEY_NAME,
  ATLAS_PLACE_KEY_SHORT,
  ATLAS_PLACE_KEY_ALIAS,
  ATLAS_PLACE_KEY_CODE,
  ATLAS_PLACE_KEY_INITIALS,
  ATLAS_PLACE_KEY_PINYIN,
} AtlasPlaceKeyKind;

typedef struct
{
  AtlasPlace *place; /* borrowed from the catalog */
  AtlasPlaceKeyKind kind;
  char *key;  /* folded */
  char *text; /* as it is shown */
} AtlasPlaceKey;

struct _AtlasCatalog
{
  GObject parent_instance;

  AtlasDatabase *database;
  GHashTable *meta; /* key → value */
  GListStore *places;
  GHashTable *places_by_code; /* code → AtlasPlace, borrowed from places */
  GPtrArray *documents;
  GPtrArray *families;
  AtlasHanVariants *variants; /* loaded with the first fold */
  GPtrArray *keys;            /* AtlasPlaceKey, loaded with the first search */
  GPtrArray *clusters;        /* AtlasGroup, empty until a group or topic is asked for */
  GPtrArray *zones;           /* AtlasGroup, read with the clusters */
  GHashTable *topics;         /* id → AtlasTopic, made with the clusters */
  GHashTable *numbers;   /* what is counted → its numbers, each counted with the first question */
  GHashTable *members;   /* id of a topic → its places, each read with the first question */
  GPtrArray *categories; /* of projects, read with the first question */
};

/* A row that is being read. What is missing or unknown is noted and reported once, at its end. */
typedef struct
{
  AtlasCatalog *catalog;
  AtlasStatement *statement;
  gboolean is_broken;
} AtlasRow;

char *_atlas_row_get_text (AtlasRow *row, int column);
char *_atlas_row_get_optional_text (AtlasRow *row, int column);
double _atlas_row_get_number (AtlasRow *row, int column);
AtlasPlace *_atlas_row_get_place (AtlasRow *row, int column);
const AtlasDocument *_atlas_row_get_document (AtlasRow *row, int column);
const AtlasFamily *_atlas_row_get_optional_family (AtlasRow *row, int column);
char *_atlas_row_get_why (AtlasRow *row, int column);
void _atlas_row_get_repair (AtlasRow *row, int column, char **printed, char **repair);
gboolean _atlas_row_end (AtlasRow *row, GError **error);

/* What a query selects for _atlas_catalog_read_citation(), from passage and ATLAS_CITATION_BOX. */
#define ATLAS_CITATION_COLUMNS                                                                     \
  "passage.id, passage.document, passage.chapter, passage.section, passage.box, passage.item,"     \
  " passage.quote, box.title"
#define ATLAS_CITATION_N_COLUMNS 8
#define ATLAS_CITATION_BOX                                                                         \
  " LEFT JOIN box ON box.document = passage.document AND box.name = passage.box"

/* The citations of a profile or list while it is read, each passage once. */
typedef struct
{
  GPtrArray *citations; /* AtlasCitation, owned by what is read */
  GHashTable *indices;  /* passage, in its citation → index */
} AtlasCitationTable;

void _atlas_citation_table_init (AtlasCitationTable *self, GPtrArray *citations);
void _atlas_citation_table_clear (AtlasCitationTable *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasCitationTable, _atlas_citation_table_clear)
gboolean _atlas_citation_table_read (AtlasCitationTable *self,
                                     AtlasCatalog *catalog,
                                     AtlasStatement *row,
                                     GArray *indices,
                                     GError **error);

gboolean _atlas_catalog_load (AtlasCatalog *self, GError **error);
gboolean _atlas_catalog_load_variants (AtlasCatalog *self, GError **error);
gboolean _atlas_catalog_load_keys (AtlasCatalog *self, GError **error);
gboolean _atlas_catalog_set_inconsistent (AtlasCatalog *self, GError **error);
void _atlas_place_key_free (AtlasPlaceKey *self);
void _atlas_industry_term_free (AtlasIndustryTerm *self);

const AtlasHanVariants *_atlas_catalog_get_variants (AtlasCatalog *self);
GPtrArray *_atlas_catalog_get_keys (AtlasCatalog *self);
AtlasCitation *
_atlas_catalog_read_citation (AtlasCatalog *self, AtlasStatement *row, GError **error);

/* The projects of a filter, before what is asked of them; _atlas_project_filter_bind() completes
 * it. ?1 a place, ?2 a family, ?3 a category or heading, ?4 a status or stage, ?5 a document. */
#define ATLAS_SELECTED_PROJECTS                                                                    \
  "WITH selected (id, position) AS (SELECT p.id, p.position FROM project p WHERE"                  \
  " (?1 IS NULL OR p.id IN (SELECT project FROM project_place"                                     \
  "  JOIN place ON place.code = project_place.place WHERE ?1 IN (place.code, place.parent)))"      \
  " AND (?2 IS NULL OR p.family = ?2)"                                                             \
  " AND (?3 IS NULL OR p.category = ?3"                                                            \
  "  OR p.id IN (SELECT project FROM project_statement WHERE heading = ?3))"                       \
  " AND (ifnull (?4, ?5) IS NULL OR p.id IN (SELECT project FROM project_statement"                \
  "  WHERE (?4 IS NULL OR ?4 IN (status, stage)) AND (?5 IS NULL OR document = ?5)))) "

void _atlas_project_filter_bind (const AtlasProjectFilter *self, AtlasStatement *statement);

/* What names a place itself, with each document that supports it, some of it several times: place,
 * document, kind, id. */
#define ATLAS_FACTS_OF_DOCUMENTS                                                                   \
  "SELECT place, document, 'claim', claim FROM claim_passage"                                      \
  "  JOIN claim ON claim.id = claim JOIN passage ON passage.id = passage"                          \
  " UNION ALL SELECT place, document, 'project', project"                                          \
  "  FROM project_place JOIN project_statement USING (project)"                                    \
  " UNION ALL SELECT place, document, 'cluster', cluster"                                          \
  "  FROM cluster_place_passage JOIN passage ON id = passage"                                      \
  " UNION ALL SELECT place, document, 'zone', zone"                                                \
  "  FROM zone_place_passage JOIN passage ON id = passage"                                         \
  " UNION ALL SELECT territory, document, 'indicator', id FROM indicator"

gboolean _atlas_catalog_load_groups (AtlasCatalog *self, GError **error);
void _atlas_topic_free (AtlasTopic *self);
gboolean _atlas_catalog_read_projects (AtlasCatalog *self,
                                       const AtlasProjectFilter *filter,
                                       GPtrArray *projects,
                                       AtlasCitationTable *citations,
                                       GError **error);
gboolean _atlas_catalog_read_memberships (AtlasCatalog *self,
                                          AtlasProfile *profile,
                                          AtlasCitationTable *citations,
                                          GError **error);
gboolean _atlas_catalog_read_indicators (AtlasCatalog *self,
                                         const char *territory,
                                         GPtrArray *indicators,
                                         AtlasCitationTable *citations,
                                         GError **error);

G_END_DECLS
