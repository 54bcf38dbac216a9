/* atlas-compile-groups.c: clusters, fields of future industry and zones, with their places
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-compile-private.h"

#include <math.h>

/* How the two kinds of groups are written. */
typedef struct
{
  const char *insert_place;
  const char *cite;
  const char *cite_place;
  gboolean needs_role;
} GroupTables;

static const GroupTables cluster_tables = {
  "INSERT INTO cluster_place (cluster, place, position, role, kind, why)"
  " VALUES (?1, ?2, ?3, ?4, iif (?5 IS NULL, 'named', 'inferred'), ?5)",
  "INSERT INTO cluster_passage (position, passage, cluster) VALUES (?1, ?2, ?3)",
  "INSERT INTO cluster_place_passage (position, passage, cluster, place) VALUES (?1, ?2, ?3, ?4)",
  TRUE,
};

static const GroupTables zone_tables = {
  "INSERT INTO zone_place (zone, place, position, role, kind, why)"
  " VALUES (?1, ?2, ?3, ?4, iif (?5 IS NULL, 'named', 'inferred'), ?5)",
  "INSERT INTO zone_passage (position, passage, zone) VALUES (?1, ?2, ?3)",
  "INSERT INTO zone_place_passage (position, passage, zone, place) VALUES (?1, ?2, ?3, ?4)",
  FALSE,
};

/* The group whose places are read. */
typedef struct
{
  AtlasCompilation *compilation;
  const GroupTables *tables;
  const char *id;
  GHashTable *places; /* codes */
} Group;

static gboolean
compile_member (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  static const char *const fields[] = { "code", "inferred", "role", "sources", NULL };
  Group *group = data;
  AtlasCompilation *self = group->compilation;
  const char *code = _atlas_compile_get_place (self, record, "code", error);
  const char *why;
  const char *role;
  g_autoptr (GArray) passages = NULL;
  g_autoptr (AtlasStatement) insert = NULL;

  if (code == NULL || !atlas_record_check_fields (record, fields, error)
      || !atlas_record_get_optional_text (record, "inferred", &why, error)
      || !atlas_record_get_optional_text (record, "role", &role, error))
    return FALSE;
  if (group->tables->needs_role && role == NULL)
    return atlas_record_set_error (record, "role", error,
                                   "is missing; say what the document gives the place to do");
  if (!g_hash_table_add (group->places, (gpointer) code))
    return atlas_record_set_error (record, "code", error, "occurs twice; remove one");

  passages = _atlas_compile_sources (self, record, NULL, error);
  if (passages == NULL
      || (role != NULL
          && !_atlas_compile_check_quoted (self, record, "role", role, passages, error)))
    return FALSE;
  insert = atlas_database_prepare (self->database, group->tables->insert_place, error);
  if (insert == NULL)
    return FALSE;
  atlas_statement_bind_text (insert, 1, group->id);
  atlas_statement_bind_text (insert, 2, code);
  atlas_statement_bind_int (insert, 3, index);
  atlas_statement_bind_text (insert, 4, role);
  atlas_statement_bind_text (insert, 5, why);
  return atlas_statement_run (insert, error)
         && _atlas_compile_cite (self, group->tables->cite_place, group->id, code, passages, error);
}

/* Writes what a group rests on and who belongs to it. */
static gboolean
compile_members (AtlasCompilation *self,
                 const AtlasRecord *record,
                 const GroupTables *tables,
                 const char *id,
                 GArray *passages,
                 GError **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  Group group = { .compilation = self, .tables = tables, .id = id, .places = places };

  return _atlas_compile_cite (self, tables->cite, id, NULL, passages, error)
         && atlas_record_foreach (record, "places", "place", "code", compile_member, &group, error);
}

typedef struct
{
  const char *text;
  double number;
  const char *unit;
} Target;

static gboolean
read_target (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  static const char *const fields[] = { "text", "number", "unit", NULL };
  Target *target = data;

  target->text = atlas_record_get_text (record, "text", error);
  return target->text != NULL && atlas_record_check_fields (record, fields, error)
         && atlas_record_get_number (record, "number", &target->number, error)
         && (target->unit = atlas_record_get_text (record, "unit", error)) != NULL;
}

static gboolean
insert_cluster (AtlasCompilation *self,
                const AtlasRecord *record,
                guint index,
                const char *family,
                GArray *passages,
                GError **error)
{
  static const char *const kinds[] = { "cluster", "future-field", NULL };
  static const char *const tiers[] = { "世界级", "国家级", "区域级", NULL };
  const char *kind = atlas_record_get_choice (record, "kind", kinds, error);
  const char *tier;
  gboolean described;
  Target target = { .number = NAN };
  g_autoptr (AtlasStatement) insert = NULL;

  if (kind == NULL || !atlas_record_get_optional_choice (record, "tier", tiers, &tier, error)
      || !atlas_record_get_boolean (record, "paragraph", &described, error)
      || !atlas_record_visit (record, "target_2030", read_target, &target, error))
    return FALSE;
  if (target.text != NULL
      && !_atlas_compile_check_quoted (self, record, "target_2030", target.text, passages, error))
    return FALSE;
  if ((tier != NULL) != (g_strcmp0 (kind, "cluster") == 0))
    return atlas_record_set_error (record, "tier", error,
                                   "is for clusters, which each have one, and for no future field");
  insert = atlas_database_prepare (
      self->database,
      "INSERT INTO cluster (id, position, name, kind, tier, family, target, target_number,"
      " target_unit, described) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
      error);
  if (insert == NULL)
    return FALSE;
  atlas_statement_bind_text (insert, 1, atlas_record_get_text (record, "id", NULL));
  atlas_statement_bind_int (insert, 2, index);
  atlas_statement_bind_text (insert, 3, atlas_record_get_text (record, "name", NULL));
  atlas_statement_bind_text (insert, 4, kind);
  atlas_statement_bind_text (insert, 5, tier);
  atlas_statement_bind_text (insert, 6, family);
  atlas_statement_bind_text (insert, 7, target.text);
  atlas_statement_bind_double (insert, 8, target.number);
  atlas_statement_bind_text (insert, 9, target.unit);
  atlas_statement_bind_int (insert, 10, described);
  return atlas_statement_run (insert, error);
}

static gboolean
compile_cluster (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  static const char *const fields[] = { "id",        "name",    "kind",   "tier", "target_2030",
                                        "paragraph", "sources", "places", NULL };
  AtlasCompilation *self = data;
  const char *id = atlas_record_get_text (record, "id", error);
  const char *name = id != NULL ? atlas_record_get_text (record, "name", error) : NULL;
  const char *family;
  g_autoptr (GArray) passages = NULL;

  if (name == NULL || !atlas_record_check_fields (record, fields, error))
    return FALSE;
  family = g_hash_table_lookup (self->clusters, name);
  if (family == NULL)
    return atlas_record_set_error (record, "name", error,
                                   "is “%s”, which is in no family; add it to families.json", name);
  passages = _atlas_compile_sources (self, record, NULL, error);
  return passages != NULL
         && _atlas_compile_check_quoted (self, record, "name", name, passages, error)
         && insert_cluster (self, record, index, family, passages, error)
         && compile_members (self, record, &cluster_tables, id, passages, error);
}

/* A name that families.json alone has is a cluster lost or misspelt. */
static gboolean
check_family (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  AtlasCompilation *self = data;
  g_auto (GStrv) names = atlas_record_get_texts (record, "clusters", error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (AtlasStatement) find = atlas_database_prepare (
          self->database, "SELECT count (*) FROM cluster WHERE name = ?1", error);

      if (find == NULL)
        return FALSE;
      atlas_statement_bind_text (find, 1, names[i]);
      if (!atlas_statement_next (find, error))
        return FALSE;
      if (atlas_statement_get_int (find, 0) == 0)
        return atlas_record_set_error (record, "clusters", error,
                                       "holds “%s”, which clusters.json does not have; check it",
                                       names[i]);
    }
  return TRUE;
}

static gboolean
compile_zone (const AtlasRecord *record, guint index, gpointer data, GError **error)
{
  static const char *const fields[] = { "id",     "name",    "kind",   "extends_to_counties",
                                        "note",   "printed", "repair", "sources",
                                        "places", NULL };
  static const char *const kinds[] = { "region", "corridor",    "pivot-city", "ethnic",
                                       "border", "resource",    "centre",     "port",
                                       "hub",    "free-trade",  "zone",       "pilot",
                                       "base",   "designation", "brand",      "heritage",
                                       "nature", NULL };
  AtlasCompilation *self = data;
  const char *id = atlas_record_get_text (record, "id", error);
  const char *name = id != NULL ? atlas_record_get_text (record, "name", error) : NULL;
  const char *kind = name != NULL ? atlas_record_get_choice (record, "kind", kinds, error) : NULL;
  const char *note;
  gboolean extends;
  AtlasRepairedWording wording;
  g_autoptr (GArray) passages = NULL;
  g_autoptr (AtlasStatement) insert = NULL;

  if (kind == NULL || !atlas_record_check_fields (record, fields, error)
      || !atlas_record_get_optional_boolean (record, "extends_to_counties", &extends, error)
      || !atlas_record_get_optional_text (record, "note", &note, error)
      || !_atlas_compile_get_repair (record, &wording, error)
      || (passages = _atlas_compile_sources (self, record, NULL, error)) == NULL
      || !_atlas_compile_check_name (self, record, name, &wording, passages, error))
    return FALSE;
  insert = atlas_database_prepare (
      self->database,
      "INSERT INTO zone (id, position, name, kind, extends, note, printed, repair)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      error);
  if (insert == NULL)
    return FALSE;
  atlas_statement_bind_text (insert, 1, id);
  atlas_statement_bind_int (insert, 2, index);
  atlas_statement_bind_text (insert, 3, name);
  atlas_statement_bind_text (insert, 4, kind);
  atlas_statement_bind_int (insert, 5, extends);
  atlas_statement_bind_text (insert, 6, note);
  atlas_statement_bind_text (insert, 7, wording.printed);
  atlas_statement_bind_text (insert, 8, wording.repair);
  return atlas_statement_run (insert, error)
         && compile_members (self, record, &zone_tables, id, passages, error);
}

/*
 * _atlas_compile_groups:
 * @self: the compilation, after documents, places and families
 * @error: return location for an error
 *
 * Returns: whether the clusters and the zones were written, each with the places in it
 */
gboolean
_atlas_compile_groups (AtlasCompilation *self, GError **error)
{
  return _atlas_compile_foreach_in_file (self, "clusters.json", "clusters", "cluster", "id",
                                         compile_cluster, error)
         && _atlas_compile_foreach_in_file (self, "families.json", "families", "family", "id",
                                            check_family, error)
         && _atlas_compile_foreach_in_file (self, "zones.json", "zones", "zone", "id", compile_zone,
                                            error);
}
