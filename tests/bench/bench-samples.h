/* bench-samples.h: times in milliseconds, and their JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <stdlib.h>

static inline GArray *
samples_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

static inline void
add_since (GArray *samples, gint64 start)
{
  double milliseconds = (double) (g_get_monotonic_time () - start) / 1000.0;

  g_array_append_val (samples, milliseconds);
}

static inline int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static inline void
add_number (JsonBuilder *builder, const char *name, double number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, number);
}

/* Sorts @samples. */
static inline void
add_samples (JsonBuilder *builder, const char *name, GArray *samples)
{
  g_array_sort (samples, compare_doubles);
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "n");
  json_builder_add_int_value (builder, samples->len);
  add_number (builder, "median", g_array_index (samples, double, samples->len / 2));
  add_number (builder, "p95", g_array_index (samples, double, samples->len * 95 / 100));
  add_number (builder, "max", g_array_index (samples, double, samples->len - 1));
  json_builder_end_object (builder);
}

static inline void
print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  puts (text);
}
