/* atlas-catalog-private.h: what the catalog's files share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-catalog.h"
#include "atlas-han.h"

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
};

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

G_END_DECLS
