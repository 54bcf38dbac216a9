/* test-similar.c: places that have something in common, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "altered-fixture.h"
#include "atlas-similar.h"
#include "catalog-fixture.h"

static GPtrArray *
find_similar (AtlasCatalog *catalog, const char *code, guint limit)
{
  g_autoptr (AtlasProfile) profile = load_profile (catalog, code);
  g_autoptr (GError) error = NULL;
  GPtrArray *found = atlas_similar_find (catalog, profile, limit, &error);

  g_assert_no_error (error);
  return found;
}

static const AtlasSimilarPlace *
find_place (GPtrArray *found, const char *code)
{
  for (guint i = 0; i < found->len; i++)
    {
      const AtlasSimilarPlace *similar = g_ptr_array_index (found, i);

      if (g_str_equal (atlas_place_get_code (similar->place), code))
        return similar;
    }
  return NULL;
}

static void
assert_reasons (AtlasCatalog *catalog, const char *code, const char *other, const char *reasons)
{
  g_autoptr (GPtrArray) found = find_similar (catalog, code, 0);
  const AtlasSimilarPlace *similar = find_place (found, other);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (similar);
  for (guint i = 0; i < similar->shared->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (similar->shared, i));
  g_assert_cmpstr (text->str, ==, reasons);
  g_string_free (text, TRUE);
}

static void
test_reasons (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();

  assert_reasons (catalog, "210281", "210283", "装备制造, same city");
  assert_reasons (catalog, "210281", "210881", "石化化工, 装备制造, neighbours");
  assert_reasons (catalog, "210281", "211081", "石化化工, 沈大经济走廊支点城市");
  assert_reasons (catalog, "210422", "210423", "医药健康, 民族地区, same city, neighbours");
  assert_reasons (catalog, "210300", "211000",
                  "新材料与非金属, 冶金金属, neighbours, 沈大经济走廊, 沈阳都市圈, "
                  "沈辽鞍、沈抚、沈本、沈阜、沈铁、沈盘综合廊道");
}

static void
test_like_with_like (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (GPtrArray) of_city = find_similar (catalog, "210800", 0);
  g_autoptr (GPtrArray) of_county = find_similar (catalog, "210881", 0);
  g_autoptr (GPtrArray) of_district = find_similar (catalog, "211005", 0);

  g_assert_cmpuint (of_city->len, >, 0);
  g_assert_cmpuint (of_county->len, >, 0);
  g_assert_cmpuint (of_district->len, ==, 0);
  for (guint i = 0; i < of_city->len; i++)
    g_assert_true (
        atlas_place_is_city (((AtlasSimilarPlace *) g_ptr_array_index (of_city, i))->place));
  for (guint i = 0; i < of_county->len; i++)
    {
      const AtlasSimilarPlace *similar = g_ptr_array_index (of_county, i);

      g_assert_false (atlas_place_is_city (similar->place));
      g_assert_false (atlas_place_is_district (similar->place));
      g_assert_cmpstr (atlas_place_get_code (similar->place), !=, "210881");
    }
}

static void
test_order (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  GListModel *places = atlas_catalog_get_places (catalog);

  for (guint i = 0; i < 55; i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);
      g_autoptr (GPtrArray) found = find_similar (catalog, atlas_place_get_code (place), 0);

      for (guint j = 0; j < found->len; j++)
        {
          const AtlasSimilarPlace *similar = g_ptr_array_index (found, j);
          const AtlasSimilarPlace *before = j > 0 ? g_ptr_array_index (found, j - 1) : NULL;

          g_assert_true (similar->score > 0.0 && similar->score <= 1.0);
          g_assert_cmpuint (similar->shared->len, >, 0);
          g_assert_true (before == NULL || before->score > similar->score
                         || (before->score == similar->score
                             && g_strcmp0 (atlas_place_get_code (before->place),
                                           atlas_place_get_code (similar->place))
                                    < 0));
        }
    }
}

/* 台安县 has the same two families as 义县 and 凌源市 and nothing else of either. */
static void
test_equal_scores (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (GPtrArray) found = find_similar (catalog, "210321", 2);
  const AtlasSimilarPlace *first = g_ptr_array_index (found, 0);
  const AtlasSimilarPlace *second = g_ptr_array_index (found, 1);

  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (first->score, 0.6, 1e-9);
  g_assert_cmpfloat (first->score, ==, second->score);
  g_assert_cmpstr (atlas_place_get_code (first->place), ==, "210727");
  g_assert_cmpstr (atlas_place_get_code (second->place), ==, "211382");
}

static void
test_mutual (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (GPtrArray) of_first = find_similar (catalog, "210281", 0);
  g_autoptr (GPtrArray) of_second = find_similar (catalog, "210283", 0);

  g_assert_cmpfloat_with_epsilon (find_place (of_first, "210283")->score,
                                  find_place (of_second, "210281")->score, 1e-9);
}

/* What every county has is no reason. */
static void
test_common_family (void)
{
  g_autoptr (AtlasCatalog) catalog = open_altered (
      "UPDATE claim SET family = 'food' WHERE role IS NOT NULL");

  assert_reasons (catalog, "210281", "210283", "same city");
}

static void
test_newest_plan_only (void)
{
  g_autoptr (AtlasCatalog) catalog = open_altered (
      "UPDATE claim SET period = '2021-2025' WHERE place = '210283' AND role IS NOT NULL");

  assert_reasons (catalog, "210281", "210283", "same city");
}

/* Two places with a brand of their own kind are not alike for that. */
static void
test_zone_kinds (void)
{
  g_autoptr (AtlasCatalog) catalog = open_altered (
      "UPDATE zone SET kind = 'brand' WHERE name = '沈大经济走廊支点城市'");

  assert_reasons (catalog, "210281", "211081", "石化化工");
}

/* That their cities lie on the coast does not make two counties in the mountains alike, nor less
 * alike than they are. */
static void
test_zone_of_city (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasCatalog) without = open_altered (
      "UPDATE zone SET extends = 0 WHERE name = '沿海经济带'");
  g_autoptr (GPtrArray) found = find_similar (catalog, "210624", 0);
  g_autoptr (GPtrArray) found_without = find_similar (without, "210624", 0);

  assert_reasons (catalog, "210624", "211422", "矿业石材, 食品农产品");
  g_assert_cmpuint (found->len, ==, found_without->len);
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpfloat (((AtlasSimilarPlace *) g_ptr_array_index (found, i))->score, ==,
                       ((AtlasSimilarPlace *) g_ptr_array_index (found_without, i))->score);
}

#define PUT_ON_COAST(code)                                                                         \
  "INSERT INTO zone_place SELECT id, '" code "', 90, NULL, 'named', NULL FROM zone"                \
  " WHERE name = '沿海经济带';"                                                               \
  "INSERT INTO zone_place_passage SELECT zone, '" code "', passage, zone_passage.position"         \
  " FROM zone_passage JOIN zone ON id = zone WHERE name = '沿海经济带';"

/* Only if both stand in it themselves. */
static void
test_zone_of_county_and_city (void)
{
  g_autoptr (AtlasCatalog) one = open_altered (PUT_ON_COAST ("210624"));
  g_autoptr (AtlasCatalog) both = open_altered (PUT_ON_COAST ("210624") PUT_ON_COAST ("211422"));

  assert_reasons (one, "210624", "211422", "矿业石材, 食品农产品");
  assert_reasons (both, "210624", "211422", "矿业石材, 食品农产品, 沿海经济带");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/similar/reasons", test_reasons);
  g_test_add_func ("/similar/like-with-like", test_like_with_like);
  g_test_add_func ("/similar/order", test_order);
  g_test_add_func ("/similar/equal-scores", test_equal_scores);
  g_test_add_func ("/similar/mutual", test_mutual);
  g_test_add_func ("/similar/common-family", test_common_family);
  g_test_add_func ("/similar/newest-plan-only", test_newest_plan_only);
  g_test_add_func ("/similar/zone-kinds", test_zone_kinds);
  g_test_add_func ("/similar/zone-of-city", test_zone_of_city);
  g_test_add_func ("/similar/zone-of-county-and-city", test_zone_of_county_and_city);

  return g_test_run ();
}
