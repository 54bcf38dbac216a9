/* test-map-geometry.c: the geometry of the compiled data set, as the map reads it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-geometry.h"

#include <glib/gstdio.h>

#include "atlas-catalog-schema.h"

#define N_UNITS 100
#define N_CITIES 14

/* How much simplification may change the area of the province and of one unit, as a part of it. The
 * smallest districts are 20 km² and a few pixels where the coarsest detail is drawn. */
#define MAX_CHANGE_PROVINCE 0.005
#define MAX_CHANGE_UNIT_MIDDLE 0.06
#define MAX_CHANGE_UNIT_COARSE 0.15

/* A click has to be told from its unit within this time, in seconds. */
#define MAX_HIT_SECONDS 0.0002

/* 抚顺县 is governed from within the city, in 东洲区: that is so in the source and on the ground.
 */
#define SEAT_ELSEWHERE "210421"
#define SEAT_ELSEWHERE_IN "210403"

/* 长海县 is an archipelago: it has no neighbours, and its name stands at its seat. */
#define ISLANDS "210224"

typedef struct
{
  AtlasDatabase *database;
  AtlasMapGeometry *geometry;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->database = atlas_database_open_readonly (g_getenv ("ATLAS_TEST_DATABASE"),
                                                    ATLAS_CATALOG_APPLICATION_ID,
                                                    ATLAS_CATALOG_SCHEMA_VERSION, &error);
  g_assert_no_error (error);
  fixture->geometry = atlas_map_geometry_load (fixture->database, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  atlas_map_geometry_unref (fixture->geometry);
  g_assert_finalize_object (fixture->database);
}

/* Runs `select`, whose first column is the code of a place. */
static AtlasStatement *
prepare (Fixture *fixture, const char *select)
{
  g_autoptr (GError) error = NULL;
  AtlasStatement *statement = atlas_database_prepare (fixture->database, select, &error);

  g_assert_no_error (error);
  return statement;
}

static gboolean
next (AtlasStatement *statement)
{
  g_autoptr (GError) error = NULL;
  gboolean row = atlas_statement_next (statement, &error);

  g_assert_no_error (error);
  return row;
}

static void
test_areas (Fixture *fixture, gconstpointer data)
{
  guint n_units = 0;
  guint n_cities = 0;
  guint n_districts = 0;
  const AtlasArea *area;

  for (guint i = 0; i < atlas_map_geometry_get_n_areas (fixture->geometry); i++)
    {
      area = atlas_map_geometry_get_area (fixture->geometry, i);
      g_assert_true (atlas_map_geometry_find_area (fixture->geometry, area->code) == area);
      g_assert_cmpint (area->is_unit, ==, area->city != NULL);
      n_units += area->is_unit;
      n_districts += area->is_district;
      n_cities += g_str_has_prefix (area->code, "21") && !area->is_unit;
      for (guint detail = 0; detail < ATLAS_N_DETAILS; detail++)
        g_assert_cmpuint (atlas_shape_get_n_paths (area->shapes[detail]), >, 0);
    }
  g_assert_cmpuint (n_units, ==, N_UNITS);
  g_assert_cmpuint (n_cities, ==, N_CITIES);
  g_assert_cmpuint (n_districts, ==, 59);

  area = atlas_map_geometry_find_area (fixture->geometry, "210281");
  g_assert_cmpstr (area->city, ==, "210200");
  g_assert_false (area->is_district);
  g_assert_nonnull (atlas_map_geometry_find_area (fixture->geometry, "150000"));
  g_assert_null (atlas_map_geometry_find_area (fixture->geometry, "999999"));
}

/* Every seat lies in its own unit but one, which the README of data/geo names. */
static void
test_hit_seats (Fixture *fixture, gconstpointer data)
{
  guint n = 0;
  g_autoptr (AtlasStatement) places = prepare (
      fixture, "SELECT code, longitude, latitude FROM place WHERE parent IS NOT NULL");

  for (; next (places); n++)
    {
      const char *code = atlas_statement_get_text (places, 0);
      AtlasPoint seat = atlas_point_from_degrees (atlas_statement_get_double (places, 1),
                                                  atlas_statement_get_double (places, 2));
      const AtlasArea *hit = atlas_map_geometry_hit (fixture->geometry, seat);

      g_assert_nonnull (hit);
      g_assert_cmpstr (hit->code, ==,
                       g_str_equal (code, SEAT_ELSEWHERE) ? SEAT_ELSEWHERE_IN : code);
    }
  g_assert_cmpuint (n, ==, N_UNITS);
}

static void
test_hit_outside (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    double longitude;
    double latitude;
  } outside[] = {
    { 121.0, 39.8 },  /* the Liaodong bay */
    { 116.4, 39.9 },  /* Beijing */
    { 125.3, 43.9 },  /* Changchun, north-east of everything */
    { 124.4, 40.05 }, /* the other bank of the Yalu */
  };

  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    g_assert_null (atlas_map_geometry_hit (
        fixture->geometry, atlas_point_from_degrees (outside[i].longitude, outside[i].latitude)));
}

/* A grid of clicks over the province: no point in two units, and each answer at once. */
static void
test_hit_everywhere (Fixture *fixture, gconstpointer data)
{
  const AtlasBox *box = atlas_map_geometry_get_province_box (fixture->geometry);
  const guint n = 60;
  guint n_hits = 0;
  double seconds = 0;

  for (guint i = 0; i < n * n; i++)
    {
      AtlasPoint point = { box->x0 + (i % n + 0.5) * (box->x1 - box->x0) / n,
                           box->y0 + (i / n + 0.5) * (box->y1 - box->y0) / n };
      gint64 start = g_get_monotonic_time ();
      const AtlasArea *hit = atlas_map_geometry_hit (fixture->geometry, point);
      guint n_owners = 0;

      seconds += (g_get_monotonic_time () - start) / 1e6;
      for (guint j = 0; j < atlas_map_geometry_get_n_areas (fixture->geometry); j++)
        {
          const AtlasArea *area = atlas_map_geometry_get_area (fixture->geometry, j);

          n_owners += area->is_unit && atlas_shape_contains (area->shapes[2], point);
        }
      g_assert_cmpuint (n_owners, ==, hit != NULL ? 1 : 0);
      n_hits += n_owners;
    }

  /* The province fills about two fifths of its box. */
  g_assert_cmpuint (n_hits, >, n * n / 4);
  g_test_minimized_result (seconds / (n * n), "a hit takes %.1f microseconds",
                           seconds / (n * n) * 1e6);
  g_assert_cmpfloat (seconds / (n * n), <, MAX_HIT_SECONDS);
}

static void
test_labels (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasStatement) places = prepare (
      fixture, "SELECT code, label_x, label_y FROM place WHERE parent IS NOT NULL");

  while (next (places))
    {
      const char *code = atlas_statement_get_text (places, 0);
      AtlasPoint label = { atlas_statement_get_double (places, 1),
                           atlas_statement_get_double (places, 2) };
      const AtlasArea *hit = atlas_map_geometry_hit (fixture->geometry, label);

      g_assert_nonnull (hit);
      g_assert_cmpstr (hit->code, ==, code);
    }
}

static void
test_city_labels (Fixture *fixture, gconstpointer data)
{
  guint n = 0;
  g_autoptr (AtlasStatement) cities = prepare (
      fixture, "SELECT code, label_x, label_y FROM place WHERE parent IS NULL");

  for (; next (cities); n++)
    {
      AtlasPoint label = { atlas_statement_get_double (cities, 1),
                           atlas_statement_get_double (cities, 2) };
      const AtlasArea *hit = atlas_map_geometry_hit (fixture->geometry, label);

      g_assert_nonnull (hit);
      g_assert_cmpstr (hit->city, ==, atlas_statement_get_text (cities, 0));
    }
  g_assert_cmpuint (n, ==, N_CITIES);
}

static gboolean
has_neighbour (Fixture *fixture, const char *code, const char *other)
{
  return g_strv_contains (atlas_map_geometry_get_neighbours (fixture->geometry, code), other);
}

static void
test_neighbours (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < atlas_map_geometry_get_n_areas (fixture->geometry); i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (fixture->geometry, i);
      const char *const *neighbours = atlas_map_geometry_get_neighbours (fixture->geometry,
                                                                         area->code);

      g_assert_cmpint (neighbours[0] != NULL, ==,
                       area->is_unit && !g_str_equal (area->code, ISLANDS));
      for (guint j = 0; neighbours[j] != NULL; j++)
        {
          g_assert_cmpstr (neighbours[j], !=, area->code);
          g_assert_true (has_neighbour (fixture, neighbours[j], area->code));
        }
    }

  /* 瓦房店市 touches 盖州市 and not 庄河市; 台安县 and 北镇市 meet at a corner. */
  g_assert_true (has_neighbour (fixture, "210281", "210881"));
  g_assert_false (has_neighbour (fixture, "210281", "210283"));
  g_assert_false (has_neighbour (fixture, "210321", "210782"));
  g_assert_null (atlas_map_geometry_get_neighbours (fixture->geometry, "999999")[0]);
}

static double
relative_change (AtlasShape *shape, AtlasShape *exact)
{
  return ABS (atlas_shape_get_area (shape) / atlas_shape_get_area (exact) - 1.0);
}

/* Simplifying moves borders, and takes from one unit what it gives to another. */
static void
test_areas_kept (Fixture *fixture, gconstpointer data)
{
  double sums[ATLAS_N_DETAILS] = { 0 };

  for (guint i = 0; i < atlas_map_geometry_get_n_areas (fixture->geometry); i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (fixture->geometry, i);

      if (!area->is_unit)
        continue;
      for (guint detail = 0; detail < ATLAS_N_DETAILS; detail++)
        sums[detail] += atlas_shape_get_area (area->shapes[detail]);
      if (g_str_equal (area->code, ISLANDS))
        continue;
      g_assert_cmpfloat (relative_change (area->shapes[0], area->shapes[2]), <,
                         MAX_CHANGE_UNIT_COARSE);
      g_assert_cmpfloat (relative_change (area->shapes[1], area->shapes[2]), <,
                         MAX_CHANGE_UNIT_MIDDLE);
    }

  g_assert_cmpfloat_with_epsilon (sums[0] / sums[2], 1.0, MAX_CHANGE_PROVINCE);
  g_assert_cmpfloat_with_epsilon (sums[1] / sums[2], 1.0, MAX_CHANGE_PROVINCE);
}

/* A city is as large as its units at every detail: nothing is lost between them. */
static void
test_cities_are_sums (Fixture *fixture, gconstpointer data)
{
  guint n = atlas_map_geometry_get_n_areas (fixture->geometry);

  for (guint i = 0; i < n; i++)
    {
      const AtlasArea *city = atlas_map_geometry_get_area (fixture->geometry, i);

      if (city->is_unit || !g_str_has_prefix (city->code, "21"))
        continue;
      for (guint detail = 0; detail < ATLAS_N_DETAILS; detail++)
        {
          double whole = atlas_shape_get_area (city->shapes[detail]);
          double sum = 0;

          for (guint j = 0; j < n; j++)
            {
              const AtlasArea *unit = atlas_map_geometry_get_area (fixture->geometry, j);

              if (g_strcmp0 (unit->city, city->code) == 0)
                sum += atlas_shape_get_area (unit->shapes[detail]);
            }
          g_assert_cmpfloat_with_epsilon (sum / whole, 1.0, 1e-9);
        }
    }
}

/* Each detail has fewer points than the finer one, and no island is lost. */
static void
test_details (Fixture *fixture, gconstpointer data)
{
  guint n_points[ATLAS_N_DETAILS] = { 0 };

  for (guint i = 0; i < atlas_map_geometry_get_n_areas (fixture->geometry); i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (fixture->geometry, i);

      for (guint detail = 0; detail < ATLAS_N_DETAILS; detail++)
        {
          g_assert_cmpuint (atlas_shape_get_n_paths (area->shapes[detail]), ==,
                            atlas_shape_get_n_paths (area->shapes[2]));
          for (guint j = 0; j < atlas_shape_get_n_paths (area->shapes[detail]); j++)
            g_assert_cmpuint (atlas_shape_get_path (area->shapes[detail], j)->n_points, >=, 3);
          n_points[detail] += area->is_unit ? atlas_shape_get_n_points (area->shapes[detail]) : 0;
        }
    }
  g_assert_cmpuint (n_points[0], <, 6000);
  g_assert_cmpuint (n_points[1], <, 12000);
  g_assert_cmpuint (n_points[2], >, 38000);

  g_assert_cmpuint (atlas_map_geometry_detail_for_zoom (6.9), ==, 0);
  g_assert_cmpuint (atlas_map_geometry_detail_for_zoom (8.0), ==, 1);
  g_assert_cmpuint (atlas_map_geometry_detail_for_zoom (10.0), ==, 2);
}

static void
test_boundaries (Fixture *fixture, gconstpointer data)
{
  AtlasBox box = *atlas_map_geometry_get_province_box (fixture->geometry);

  for (guint i = 0; i < ATLAS_N_BOUNDARY_CLASSES; i++)
    for (guint detail = 0; detail < ATLAS_N_DETAILS; detail++)
      {
        AtlasShape *lines = atlas_map_geometry_get_boundary (fixture->geometry, i, detail);

        g_assert_cmpuint (atlas_shape_get_n_paths (lines), >, 0);
        g_assert_cmpuint (
            atlas_shape_get_n_points (lines), <=,
            atlas_shape_get_n_points (atlas_map_geometry_get_boundary (fixture->geometry, i, 2)));
      }

  /* The outline of the province reaches exactly as far as its units. */
  atlas_box_add_box (&box, atlas_shape_get_box (atlas_map_geometry_get_boundary (
                               fixture->geometry, ATLAS_BOUNDARY_PROVINCE, 2)));
  g_assert_cmpfloat (box.x0, ==, atlas_map_geometry_get_province_box (fixture->geometry)->x0);
  g_assert_cmpfloat (box.y1, ==, atlas_map_geometry_get_province_box (fixture->geometry)->y1);
}

typedef struct
{
  AtlasPoint a;
  AtlasPoint b;
} Segment;

static int
compare_points (const AtlasPoint *p, const AtlasPoint *q)
{
  if (p->x != q->x)
    return p->x < q->x ? -1 : 1;
  return (p->y > q->y) - (p->y < q->y);
}

static int
compare_segments (gconstpointer a, gconstpointer b)
{
  const Segment *s = a;
  const Segment *t = b;
  int order = compare_points (&s->a, &t->a);

  return order != 0 ? order : compare_points (&s->b, &t->b);
}

/* Adds the segments of rings or lines, each from its western end to its eastern. */
static void
add_segments (GArray *segments, AtlasShape *shape, gboolean rings)
{
  for (guint i = 0; i < atlas_shape_get_n_paths (shape); i++)
    {
      const AtlasShapePath *path = atlas_shape_get_path (shape, i);

      for (guint j = rings ? 0 : 1; j < path->n_points; j++)
        {
          const AtlasPoint *p = &path->points[j > 0 ? j - 1 : path->n_points - 1];
          const AtlasPoint *q = &path->points[j];
          Segment segment = { *p, *q };

          if (compare_points (p, q) > 0)
            segment = (Segment){ *q, *p };
          g_array_append_val (segments, segment);
        }
    }
}

/* The sides of all units, sorted. */
static GArray *
collect_sides (Fixture *fixture, guint detail)
{
  GArray *sides = g_array_new (FALSE, FALSE, sizeof (Segment));

  for (guint i = 0; i < atlas_map_geometry_get_n_areas (fixture->geometry); i++)
    {
      const AtlasArea *area = atlas_map_geometry_get_area (fixture->geometry, i);

      if (area->is_unit)
        add_segments (sides, area->shapes[detail], TRUE);
    }
  g_array_sort (sides, compare_segments);
  return sides;
}

/* The lines of the classes `first` … `last`, sorted. */
static GArray *
collect_lines (Fixture *fixture, guint first, guint last, guint detail)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Segment));

  for (guint i = first; i <= last; i++)
    add_segments (lines, atlas_map_geometry_get_boundary (fixture->geometry, i, detail), FALSE);
  g_array_sort (lines, compare_segments);
  return lines;
}

static void
assert_segment (GArray *segments, guint index, const Segment *expected)
{
  g_assert_cmpuint (index, <, segments->len);
  g_assert_cmpint (compare_segments (&g_array_index (segments, Segment, index), expected), ==, 0);
}

/* At every detail each side of a unit is the side of one other unit, or the outline of the
 * province; and the boundary lines are just these sides, each once. */
static void
test_boundaries_are_sides (Fixture *fixture, gconstpointer data)
{
  for (guint detail = 0; detail < ATLAS_N_DETAILS; detail++)
    {
      g_autoptr (GArray) sides = collect_sides (fixture, detail);
      g_autoptr (GArray) lines = collect_lines (fixture, ATLAS_BOUNDARY_PROVINCE,
                                                ATLAS_BOUNDARY_DISTRICT, detail);
      g_autoptr (GArray) outline = collect_lines (fixture, ATLAS_BOUNDARY_PROVINCE,
                                                  ATLAS_BOUNDARY_PROVINCE, detail);
      guint n_lines = 0;
      guint n_alone = 0;
      guint n;

      for (guint i = 0; i < sides->len; i += n)
        {
          const Segment *side = &g_array_index (sides, Segment, i);

          for (n = 1; i + n < sides->len; n++)
            if (compare_segments (side, &g_array_index (sides, Segment, i + n)) != 0)
              break;
          g_assert_cmpuint (n, <=, 2);
          assert_segment (lines, n_lines++, side);
          if (n == 1)
            assert_segment (outline, n_alone++, side);
        }
      g_assert_cmpuint (n_lines, ==, lines->len);
      g_assert_cmpuint (n_alone, ==, outline->len);
    }
}

static double
cross (AtlasPoint a, AtlasPoint b, AtlasPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/* At no detail does a boundary cross another one or itself. */
static void
test_no_crossings (Fixture *fixture, gconstpointer data)
{
  for (guint detail = 0; detail < ATLAS_N_DETAILS; detail++)
    {
      g_autoptr (GArray) lines = collect_lines (fixture, ATLAS_BOUNDARY_PROVINCE,
                                                ATLAS_BOUNDARY_DISTRICT, detail);

      for (guint i = 0; i < lines->len; i++)
        {
          const Segment *s = &g_array_index (lines, Segment, i);

          /* Sorted by their western ends: none farther on than this reaches back. */
          for (guint j = i + 1; j < lines->len; j++)
            {
              const Segment *t = &g_array_index (lines, Segment, j);

              if (t->a.x > s->b.x)
                break;
              g_assert_false (cross (s->a, s->b, t->a) * cross (s->a, s->b, t->b) < 0
                              && cross (t->a, t->b, s->a) * cross (t->a, t->b, s->b) < 0);
            }
        }
    }
}

/* A database whose one area holds `shape`, with `n_details` levels of detail. */
static AtlasDatabase *
make_damaged (const char *path, const char *shape, guint n_details)
{
  g_autoptr (GError) error = NULL;
  AtlasDatabase *database = atlas_database_create (path, ATLAS_CATALOG_APPLICATION_ID,
                                                   ATLAS_CATALOG_SCHEMA_VERSION, &error);

  g_assert_no_error (error);
  atlas_database_execute (database,
                          "CREATE TABLE place (code TEXT PRIMARY KEY, level TEXT, parent TEXT);"
                          "CREATE TABLE area (code TEXT, detail INTEGER, shape BLOB);"
                          "CREATE TABLE boundary (class TEXT, detail INTEGER, shape BLOB);"
                          "CREATE TABLE neighbour (place TEXT, other TEXT);",
                          &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_details; i++)
    {
      g_autofree char *insert = g_strdup_printf ("INSERT INTO area VALUES ('210281', %u, x'%s')", i,
                                                 shape);

      atlas_database_execute (database, insert, &error);
      g_assert_no_error (error);
    }
  return database;
}

static void
test_damaged (void)
{
  /* No path and no point, which is sound; the same cut short. */
  const char *sound = "4c6e5368010000000000000000000000";
  const char *cut = "4c6e53680100000000000000";
  const struct
  {
    const char *shape;
    guint n_details;
  } cases[] = { { cut, 3 }, { "", 3 }, { sound, 2 }, { sound, 4 }, { sound, 3 } };
  g_autofree char *directory = g_dir_make_tmp ("atlas-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "damaged.db", NULL);

  /* The last one has an area in order and lacks the boundaries. */
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasDatabase) database = make_damaged (path, cases[i].shape, cases[i].n_details);
      g_autoptr (GError) error = NULL;

      g_assert_null (atlas_map_geometry_load (database, &error));
      g_assert_error (error, ATLAS_DATABASE_ERROR, ATLAS_DATABASE_ERROR_CORRUPT);
      g_assert_nonnull (strstr (error->message, "damaged.db"));
      g_clear_object (&database);
      g_unlink (path);
    }
  g_rmdir (directory);
}

static void
add_test (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/map-geometry/areas", test_areas);
  add_test ("/map-geometry/hit/seats", test_hit_seats);
  add_test ("/map-geometry/hit/outside", test_hit_outside);
  add_test ("/map-geometry/hit/everywhere", test_hit_everywhere);
  add_test ("/map-geometry/labels", test_labels);
  add_test ("/map-geometry/city-labels", test_city_labels);
  add_test ("/map-geometry/neighbours", test_neighbours);
  add_test ("/map-geometry/areas-kept", test_areas_kept);
  add_test ("/map-geometry/cities-are-sums", test_cities_are_sums);
  add_test ("/map-geometry/details", test_details);
  add_test ("/map-geometry/boundaries", test_boundaries);
  add_test ("/map-geometry/boundaries-are-sides", test_boundaries_are_sides);
  add_test ("/map-geometry/no-crossings", test_no_crossings);
  g_test_add_func ("/map-geometry/damaged", test_damaged);

  return g_test_run ();
}
