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
