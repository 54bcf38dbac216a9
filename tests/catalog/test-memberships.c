/* test-memberships.c: clusters, zones and indicators of the shipped data set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "catalog-fixture.h"

static const AtlasMembership *
find_membership (GPtrArray *memberships, const char *group, const char *place)
{
  for (guint i = 0; i < memberships->len; i++)
    {
      const AtlasMembership *membership = g_ptr_array_index (memberships, i);

      if (g_str_equal (membership->group->id, group)
          && g_str_equal (atlas_place_get_code (membership->place), place))
        return membership;
    }
  return NULL;
}

static void
test_via_city (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProfile) county = load_profile (catalog, "210281");
  g_autoptr (AtlasProfile) city = load_profile (catalog, "210200");
  const char *id = "绿色石化及精细化工产业集群";
  const AtlasMembership *via = find_membership (atlas_profile_get_clusters (county), id, "210200");
  const AtlasMembership *own = find_membership (atlas_profile_get_clusters (city), id, "210200");

  g_assert_nonnull (via);
  g_assert_nonnull (own);
  g_assert_cmpstr (via->claim.text, ==, own->claim.text);
  g_assert_cmpstr (via->claim.id, ==, "210200/cluster/绿色石化及精细化工产业集群");
  g_assert_cmpint (via->claim.field, ==, ATLAS_CLAIM_FIELD_MEMBERSHIP);
  g_assert_cmpstr (via->claim.period, ==, "2026-2030");
  g_assert_cmpuint (via->claim.citations->len, >, 0);
  g_assert_true (atlas_profile_find_claim (county, via->claim.id) == &via->claim);
}

/* What a county is named for comes before what its city is. */
static void
test_own_first (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProfile) profile = load_profile (catalog, "210381");
  GPtrArray *clusters = atlas_profile_get_clusters (profile);
  const AtlasMembership *first = g_ptr_array_index (clusters, 0);
  const AtlasMembership *last = g_ptr_array_index (clusters, clusters->len - 1);

  g_assert_cmpstr (first->claim.text, ==, "鞍山腾鳌经济开发区");
  g_assert_true (first->place == atlas_profile_get_place (profile));
  g_assert_cmpint (first->claim.kind, ==, ATLAS_CLAIM_KIND_INFERRED);
  g_assert_nonnull (strstr (first->claim.why, "腾鳌"));
  g_assert_cmpstr (atlas_place_get_code (last->place), ==, "210300");
  g_assert_cmpint (last->claim.kind, ==, ATLAS_CLAIM_KIND_STATED);
  g_assert_null (last->claim.why);
}

static void
test_zones (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProfile) county = load_profile (catalog, "210281");
  g_autoptr (AtlasProfile) city = load_profile (catalog, "210200");
  g_autoptr (AtlasProfile) district = load_profile (catalog, "210202");
  GPtrArray *zones = atlas_profile_get_zones (county);
  const AtlasMembership *coast = find_membership (zones, "沿海经济带", "210200");

  /* With its city, which stands in it as a whole */
  g_assert_nonnull (coast);
  g_assert_cmpstr (coast->claim.text, ==, coast->group->name);
  g_assert_true (coast->group->extends);
  /* By its own name */
  g_assert_nonnull (find_membership (zones, "沈大经济走廊支点城市", "210281"));
  for (guint i = 0; i < zones->len; i++)
    {
      const AtlasMembership *zone = g_ptr_array_index (zones, i);

      g_assert_true (zone->place == atlas_profile_get_place (county) || zone->group->extends);
    }
  g_assert_cmpuint (atlas_profile_get_zones (city)->len, >, zones->len);
  /* A district has only what names it */
  g_assert_null (find_membership (atlas_profile_get_zones (district), "沿海经济带", "210200"));
}

static void
test_zone_role (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProfile) profile = load_profile (catalog, "211005");
  const AtlasMembership *town = find_membership (atlas_profile_get_zones (profile),
                                                 "省产业特色小镇", "211005");

  /* Said with the badge: the plan only strives for it. */
  g_assert_nonnull (strstr (town->role, "力争"));
}

static void
test_groups (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  GPtrArray *groups = atlas_catalog_get_clusters (catalog);
  guint n_clusters = 0;
  guint n_described = 0;

  g_assert_cmpuint (groups->len, ==, 22 + 6);
  for (guint i = 0; i < groups->len; i++)
    {
      const AtlasGroup *group = g_ptr_array_index (groups, i);

      g_assert_nonnull (group->family);
      g_assert_true ((group->kind == ATLAS_GROUP_CLUSTER) == (group->tier != NULL));
      g_assert_true (group->target != NULL || isnan (group->target_number));
      n_clusters += group->kind == ATLAS_GROUP_CLUSTER;
      n_described += group->kind == ATLAS_GROUP_CLUSTER && group->described;
    }
  g_assert_cmpuint (n_clusters, ==, 22);
  g_assert_cmpuint (n_described, ==, 21);

  groups = atlas_catalog_get_zones (catalog);
  g_assert_cmpuint (groups->len, >, 100);
  for (guint i = 0; i < groups->len; i++)
    g_assert_nonnull (((const AtlasGroup *) g_ptr_array_index (groups, i))->zone_kind);
}

static void
test_target (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  const AtlasTopic *topic = atlas_catalog_get_topic (catalog, "cluster:绿色石化及精细化工产业集群");

  g_assert_cmpstr (topic->group->tier, ==, "世界级");
  g_assert_nonnull (strstr (topic->group->target, "1.2万亿元"));
  g_assert_cmpfloat (topic->group->target_number, ==, 12000.0);
  g_assert_cmpstr (topic->group->target_unit, ==, "亿元");
}

static void
check_members (AtlasCatalog *catalog, GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const AtlasGroup *group = g_ptr_array_index (groups, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasGroupMembers) members = atlas_catalog_load_members (catalog, group, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (members->sources->len, >, 0);
      for (guint j = 0; j < members->members->len; j++)
        {
          const AtlasMembership *member = g_ptr_array_index (members->members, j);

          g_assert_true (member->group == group);
          g_assert_cmpuint (member->claim.citations->len, >, 0);
          g_assert_cmpuint (g_array_index (member->claim.citations, guint, 0), <,
                            members->citations->len);
        }
    }
}

static void
test_members (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  const AtlasTopic *topic = atlas_catalog_get_topic (catalog, "cluster:绿色石化及精细化工产业集群");
  g_autoptr (AtlasGroupMembers) members = atlas_catalog_load_members (catalog, topic->group, NULL);
  const AtlasMembership *first = g_ptr_array_index (members->members, 0);

  g_assert_cmpstr (atlas_place_get_code (first->place), ==, "210200");
  g_assert_nonnull (strstr (first->claim.text, "催化剂"));
  check_members (catalog, atlas_catalog_get_clusters (catalog));
  check_members (catalog, atlas_catalog_get_zones (catalog));
}

static void
test_indicators (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasIndicatorList) province = atlas_catalog_load_indicators (
      catalog, ATLAS_PROVINCE_CODE, &error);
  g_autoptr (AtlasProfile) liaoyang = load_profile (catalog, "211000");
  g_autoptr (AtlasProfile) dalian = load_profile (catalog, "210200");
  const AtlasIndicator *first = g_ptr_array_index (province->indicators, 0);
  const AtlasIndicatorValue *value = g_ptr_array_index (first->values, 1);

  g_assert_no_error (error);
  g_assert_cmpstr (first->claim.text, ==, "地区生产总值增长");
  g_assert_cmpstr (first->claim.period, ==, "2026-2030");
  g_assert_cmpint (first->claim.field, ==, ATLAS_CLAIM_FIELD_INDICATOR);
  g_assert_true (g_str_has_prefix (first->claim.id, "indicator/"));
  g_assert_cmpstr (first->unit, ==, "%");
  g_assert_cmpstr (first->nature, ==, "预期性");
  g_assert_cmpuint (first->claim.citations->len, >, 0);

  /* A dash is printed and is no number. */
  g_assert_cmpstr (value->heading, ==, "2030年");
  g_assert_cmpstr (value->text, ==, "—");
  g_assert_true (isnan (value->number));
  value = g_ptr_array_index (first->values, 0);
  g_assert_cmpfloat (value->number, ==, 3.7);

  g_assert_cmpuint (atlas_profile_get_indicators (liaoyang)->len, >, 0);
  g_assert_cmpuint (atlas_profile_get_indicators (dalian)->len, ==, 0);
}

/* A passage that is cited again keeps its number; a new one takes the next. */
static void
follow_citations (GPtrArray *claims, guint *next)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const AtlasClaim *claim = g_ptr_array_index (claims, i);

      for (guint j = 0; j < claim->citations->len; j++)
        {
          guint number = g_array_index (claim->citations, guint, j);

          g_assert_cmpuint (number, <=, *next);
          *next += number == *next;
        }
    }
}

static void
test_shared_citations (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasProfile) profile = load_profile (catalog, "211000");
  GPtrArray *citations = atlas_profile_get_citations (profile);
  GPtrArray *projects = atlas_profile_get_projects (profile);
  g_autoptr (GHashTable) passages = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint next = 0;

  for (guint i = 0; i < citations->len; i++)
    g_assert_true (g_hash_table_add (
        passages, &((AtlasCitation *) g_ptr_array_index (citations, i))->passage));

  follow_citations (atlas_profile_get_positioning (profile), &next);
  follow_citations (atlas_profile_get_industries (profile), &next);
  for (guint i = 0; i < projects->len; i++)
    follow_citations (((AtlasProject *) g_ptr_array_index (projects, i))->statements, &next);
  follow_citations (atlas_profile_get_clusters (profile), &next);
  follow_citations (atlas_profile_get_zones (profile), &next);
  follow_citations (atlas_profile_get_indicators (profile), &next);
  g_assert_cmpuint (next, ==, citations->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/memberships/via-city", test_via_city);
  g_test_add_func ("/memberships/own-first", test_own_first);
  g_test_add_func ("/memberships/zones", test_zones);
  g_test_add_func ("/memberships/zone-role", test_zone_role);
  g_test_add_func ("/memberships/groups", test_groups);
  g_test_add_func ("/memberships/target", test_target);
  g_test_add_func ("/memberships/members", test_members);
  g_test_add_func ("/memberships/indicators", test_indicators);
  g_test_add_func ("/memberships/shared-citations", test_shared_citations);

  return g_test_run ();
}
