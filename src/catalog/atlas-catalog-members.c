/* atlas-catalog-members.c: which places belong to which clusters and zones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-catalog-private.h"

/* What every query selects: the group, who belongs to it, the text of the membership and its role.
 * Clusters and zones are stored alike, but for the text: the role, or the name of the zone. */
#define MEMBERS(table, text, role)                                                                 \
  "SELECT m." table ", m.place, m.kind, m.why, " text ", " role " FROM " table "_place m"          \
  " LEFT JOIN " table " g ON g.id = m." table
#define CITATIONS(table)                                                                           \
  "SELECT " ATLAS_CITATION_COLUMNS " FROM " table "_place_passage mp"                              \
  " JOIN passage ON passage.id = mp.passage" ATLAS_CITATION_BOX " WHERE mp." table " = ?1"         \
  " AND mp.place = ?2 ORDER BY mp.position"
#define SOURCES(table)                                                                             \
  "SELECT " ATLAS_CITATION_COLUMNS " FROM " table "_passage gp"                                    \
  " JOIN passage ON passage.id = gp.passage" ATLAS_CITATION_BOX " WHERE gp." table " = ?1"         \
  " ORDER BY gp.position"

typedef struct
{
  const char *topic;     /* prefix of the ids of its topics */
  const char *of_place;  /* ?1 a place */
  const char *of_parent; /* ?1 its city, ?2 the place */
  const char *of_group;  /* ?1 the group */
  const char *citations; /* ?1 the group, ?2 the place */
  const char *sources;   /* ?1 the group */
} Sort;

static const Sort clusters = {
  .topic = "cluster",
  .of_place = MEMBERS ("cluster", "m.role", "NULL") " WHERE m.place = ?1 ORDER BY g.position",
  .of_parent = MEMBERS ("cluster", "m.role", "NULL") " WHERE m.place = ?1 ORDER BY g.position",
  .of_group = MEMBERS ("cluster", "m.role", "NULL") " WHERE m.cluster = ?1 ORDER BY m.position",
  .citations = CITATIONS ("cluster"),
  .sources = SOURCES ("cluster"),
};

/* A badge that the county has itself is not shown again for its city. */
static const Sort zones = {
  .topic = "zone",
  .of_place = MEMBERS ("zone", "g.name", "m.role") " WHERE m.place = ?1 ORDER BY g.position",
  .of_parent = MEMBERS (
      "zone", "g.name", "m.role") " WHERE m.place = ?1 AND g.extends AND g.id NOT IN"
                                  " (SELECT zone FROM zone_place WHERE place = ?2)"
                                  " ORDER BY g.position",
  .of_group = MEMBERS ("zone", "g.name", "m.role") " WHERE m.zone = ?1 ORDER BY m.position",
  .citations = CITATIONS ("zone"),
  .sources = SOURCES ("zone"),
};

typedef struct
{
  AtlasCatalog *catalog;
  const Sort *sort;
  GPtrArray *members;
  AtlasCitationTable *citations;
  GArray *indices; /* of what the citations being read support */
} Loading;

static gboolean
add_member (AtlasStatement *statement, gpointer data, GError **error)
{
  Loading *loading = data;
  AtlasRow row = { .catalog = loading->catalog, .statement = statement };
  AtlasMembership *member = _atlas_membership_new ();
  g_autofree char *id = _atlas_row_get_text (&row, 0);
  g_autofree char *topic_id = g_strconcat (loading->sort->topic, ":", id, NULL);
  const AtlasTopic *topic = g_hash_table_lookup (loading->catalog->topics, topic_id);

  g_ptr_array_add (loading->members, member);
  member->place = _atlas_row_get_place (&row, 1);
  member->claim.why = _atlas_row_get_why (&row, 2);
  member->claim.kind = member->claim.why != NULL ? ATLAS_CLAIM_KIND_INFERRED
                                                 : ATLAS_CLAIM_KIND_STATED;
  member->claim.text = _atlas_row_get_text (&row, 4);
  member->role = _atlas_row_get_optional_text (&row, 5);
  row.is_broken |= topic == NULL;
  if (!_atlas_row_end (&row, error))
    return FALSE;

  member->group = topic->group;
  member->claim.id = g_strdup_printf ("%s/%s/%s", atlas_place_get_code (member->place),
                                      loading->sort->topic, id);
  member->claim.printed = g_strdup (member->group->printed);
  member->claim.repair = g_strdup (member->group->repair);
  return TRUE;
}

static gboolean
add_citation (AtlasStatement *row, gpointer data, GError **error)
{
  Loading *loading = data;

  return _atlas_citation_table_read (loading->citations, loading->catalog, row, loading->indices,
                                     error);
}

static gboolean
run (Loading *loading,
     const char *sql,
     const char *first,
     const char *second,
     AtlasRowFunc func,
     GError **error)
{
  g_autoptr (AtlasStatement) rows = atlas_database_prepare (loading->catalog->database, sql, error);

  if (rows == NULL)
    return FALSE;
  atlas_statement_bind_text (rows, 1, first);
  if (second != NULL)
    atlas_statement_bind_text (rows, 2, second);
  return atlas_statement_foreach (rows, func, loading, error);
}

/* What the memberships rest on; their period is that of the first document they cite. */
static gboolean
load_citations (Loading *loading, GError **error)
{
  for (guint i = 0; i < loading->members->len; i++)
    {
      AtlasMembership *member = g_ptr_array_index (loading->members, i);
      const AtlasCitation *first;

      loading->indices = member->claim.citations;
      if (!run (loading, loading->sort->citations, member->group->id,
                atlas_place_get_code (member->place), add_citation, error))
        return FALSE;
      if (loading->indices->len == 0)
        return _atlas_catalog_set_inconsistent (loading->catalog, error);
      first = g_ptr_array_index (loading->citations->citations,
                                 g_array_index (loading->indices, guint, 0));
      member->claim.period = g_strdup (first->document->period);
    }
  return TRUE;
}

/* A county also stands where its city does; a district has only what names it. */
static gboolean
load_of_profile (Loading *loading, AtlasPlace *place, GError **error)
{
  const char *code = atlas_place_get_code (place);
  AtlasPlace *parent = atlas_place_get_parent (place);

  if (!run (loading, loading->sort->of_place, code, NULL, add_member, error))
    return FALSE;
  if (parent != NULL && !atlas_place_is_district (place)
      && !run (loading, loading->sort->of_parent, atlas_place_get_code (parent),
               loading->sort == &zones ? code : NULL, add_member, error))
    return FALSE;
  return load_citations (loading, error);
}

/*
 * _atlas_catalog_read_memberships:
 * @self: the catalog
 * @profile: the profile of a place, whose clusters and zones are still empty
 * @citations: the citations of @profile
 * @error: return location for an error
 *
 * Returns: whether all were read and are whole
 */
gboolean
_atlas_catalog_read_memberships (AtlasCatalog *self,
                                 AtlasProfile *profile,
                                 AtlasCitationTable *citations,
                                 GError **error)
{
  AtlasPlace *place = atlas_profile_get_place (profile);
  Loading of_clusters = { self, &clusters, atlas_profile_get_clusters (profile), citations, NULL };
  Loading of_zones = { self, &zones, atlas_profile_get_zones (profile), citations, NULL };

  return _atlas_catalog_load_groups (self, error) && load_of_profile (&of_clusters, place, error)
         && load_of_profile (&of_zones, place, error);
}

/**
 * atlas_catalog_load_members:
 * @self: a catalog
 * @group: one of its clusters or zones
 * @error: return location for an error of %ATLAS_DATABASE_ERROR or %ATLAS_CATALOG_ERROR
 *
 * Returns: (transfer full) (nullable): the places that the documents name for @group
 */
AtlasGroupMembers *
atlas_catalog_load_members (AtlasCatalog *self, const AtlasGroup *group, GError **error)
{
  g_autoptr (AtlasGroupMembers) members = NULL;
  g_auto (AtlasCitationTable) citations = { NULL };
  Loading loading = { .catalog = self, .citations = &citations };

  g_return_val_if_fail (ATLAS_IS_CATALOG (self), NULL);
  g_return_val_if_fail (group != NULL, NULL);

  members = g_new0 (AtlasGroupMembers, 1);
  members->members = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_membership_free);
  members->sources = g_array_new (FALSE, FALSE, sizeof (guint));
  members->citations = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_citation_free);
  _atlas_citation_table_init (&citations, members->citations);
  loading.sort = group->kind == ATLAS_GROUP_ZONE ? &zones : &clusters;
  loading.members = members->members;
  loading.indices = members->sources;
  if (!run (&loading, loading.sort->sources, group->id, NULL, add_citation, error)
      || !run (&loading, loading.sort->of_group, group->id, NULL, add_member, error)
      || !load_citations (&loading, error))
    return NULL;
  return g_steal_pointer (&members);
}
