/* bench-profile.c: opening a data set, loading each profile, finding its likes, checking it all
 *
 * bench-profile DATABASE [RUNS]
 *
 * Prints JSON: times in milliseconds over all places and runs, and the place whose median is the
 * worst. `cold` is the first profile of a newly opened data set; `similar` and `changes` are of
 * cities and counties.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-changes.h"
#include "atlas-check.h"
#include "atlas-similar.h"
#include "bench-samples.h"

typedef struct
{
  const char *path;
  guint n_runs;
  GArray *open;
  GArray *cold;
  GArray *profile;
  GArray *similar;
  GArray *changes;
  GArray *check;
  double slowest_median;
  char *slowest;
} Bench;

static AtlasCatalog *
open_catalog (Bench *bench)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  AtlasCatalog *catalog = atlas_catalog_open (bench->path, &error);

  g_assert_no_error (error);
  add_since (bench->open, start);
  return catalog;
}

static AtlasProfile *
load_profile (AtlasCatalog *catalog, AtlasPlace *place, GArray *samples)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  AtlasProfile *profile = atlas_catalog_load_profile (catalog, place, &error);

  g_assert_no_error (error);
  add_since (samples, start);
  return profile;
}

static void
bench_cold (Bench *bench)
{
  for (guint i = 0; i < bench->n_runs; i++)
    {
      g_autoptr (AtlasCatalog) catalog = open_catalog (bench);
      AtlasPlace *place = atlas_catalog_get_place (catalog, "210281");
      g_autoptr (AtlasProfile) profile = load_profile (catalog, place, bench->cold);

      g_assert_false (atlas_profile_is_empty (profile));
    }
}

static void
bench_comparisons (Bench *bench, AtlasCatalog *catalog, AtlasProfile *profile)
{
  const AtlasDocument *newest = g_ptr_array_index (atlas_catalog_get_documents (catalog), 0);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) similar = atlas_similar_find (catalog, profile, 0, NULL);
  g_autoptr (GPtrArray) changes = NULL;

  g_assert_nonnull (similar);
  add_since (bench->similar, start);
  start = g_get_monotonic_time ();
  changes = atlas_changes_compute (profile, newest->period);
  add_since (bench->changes, start);
}

static void
bench_place (Bench *bench, AtlasCatalog *catalog, AtlasPlace *place)
{
  g_autoptr (GArray) samples = samples_new ();
  double median;

  for (guint i = 0; i < bench->n_runs; i++)
    {
      g_autoptr (AtlasProfile) profile = load_profile (catalog, place, samples);

      if (!atlas_place_is_district (place))
        bench_comparisons (bench, catalog, profile);
    }
  g_array_append_vals (bench->profile, samples->data, samples->len);

  g_array_sort (samples, compare_doubles);
  median = g_array_index (samples, double, samples->len / 2);
  if (median > bench->slowest_median)
    {
      bench->slowest_median = median;
      g_free (bench->slowest);
      bench->slowest = g_strdup (atlas_place_get_name (place));
    }
}

static void
bench_check (Bench *bench, AtlasCatalog *catalog)
{
  for (guint i = 0; i < bench->n_runs; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (AtlasCheck) check = atlas_check_run (catalog, NULL);

      g_assert_nonnull (check);
      add_since (bench->check, start);
    }
}

static void
print_result (Bench *bench)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_samples (builder, "open_ms", bench->open);
  add_samples (builder, "cold_profile_ms", bench->cold);
  add_samples (builder, "profile_ms", bench->profile);
  json_builder_set_member_name (builder, "slowest_profile");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "place");
  json_builder_add_string_value (builder, bench->slowest);
  add_number (builder, "median", bench->slowest_median);
  json_builder_end_object (builder);
  add_samples (builder, "similar_ms", bench->similar);
  add_samples (builder, "changes_ms", bench->changes);
  add_samples (builder, "check_ms", bench->check);
  json_builder_end_object (builder);
  print_json (builder);
}

int
main (int argc, char **argv)
{
  Bench bench = { .n_runs = argc > 2 ? (guint) atoi (argv[2]) : 20 };
  GArray **samples[] = { &bench.open,    &bench.cold,    &bench.profile,
                         &bench.similar, &bench.changes, &bench.check };
  g_autoptr (AtlasCatalog) catalog = NULL;
  GListModel *places;

  if (argc < 2 || bench.n_runs == 0)
    {
      g_printerr ("Usage: bench-profile DATABASE [RUNS]\n");
      return 2;
    }
  bench.path = argv[1];
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    *samples[i] = samples_new ();

  bench_cold (&bench);
  catalog = open_catalog (&bench);
  places = atlas_catalog_get_places (catalog);
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      bench_place (&bench, catalog, place);
    }
  bench_check (&bench, catalog);

  print_result (&bench);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    g_array_unref (*samples[i]);
  g_free (bench.slowest);
  return 0;
}
