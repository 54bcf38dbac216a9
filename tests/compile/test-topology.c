/* test-topology.c: shared borders, from two squares to the whole province
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-topology.h"

#include <glib/gstdio.h>
#include <string.h>

#include "atlas-catalog-schema.h"
#include "atlas-compile.h"
#include "atlas-label-point.h"
#include "atlas-outlines.h"
#include "atlas-stitch.h"

/* The source draws two edges of 立山区 twice, around a sliver of half a hectare. */
#define N_SOURCE_SLIVER_EDGES 2

static void
add_ring (AtlasTopology *topology, guint owner, gboolean is_hole, const char *text)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
  g_auto (GStrv) numbers = g_strsplit (text, " ", -1);

  /* Hundredths of the world, "x y x y …". */
  for (guint i = 0; numbers[i] != NULL; i += 2)
    {
      AtlasPoint point = { g_ascii_strtod (numbers[i], NULL) / 100,
                           g_ascii_strtod (numbers[i + 1], NULL) / 100 };

      g_array_append_val (points, point);
    }
  atlas_topology_add_ring (topology, owner, (AtlasPoint *) points->data, points->len, is_hole);
}

static void
build (AtlasTopology *topology)
{
  AtlasTopologyClash clash;

  g_assert_true (atlas_topology_build (topology, &clash));
}

/* The area of one owner of up to four. */
static AtlasShape *
build_owner (AtlasTopology *topology, guint owner, guint detail)
{
  const guint groups[] = { 0, 1, 2, 3 };

  return atlas_topology_build_area (topology, groups, G_N_ELEMENTS (groups), owner, detail);
}

static gboolean
select_shared_cb (const AtlasTopologyArc *arc, gpointer user_data)
{
  return arc->left != ATLAS_TOPOLOGY_NONE && arc->right != ATLAS_TOPOLOGY_NONE;
}

static gboolean
select_all_cb (const AtlasTopologyArc *arc, gpointer user_data)
{
  return TRUE;
}

/* Two squares, given in opposite directions. */
static void
test_shared_border (void)
{
  g_autoptr (AtlasTopology) topology = atlas_topology_new ();
  g_autoptr (AtlasShape) border = NULL;
  guint n_shared = 0;

  add_ring (topology, 0, FALSE, "10 10 20 10 20 20 10 20");
  add_ring (topology, 1, FALSE, "20 10 20 20 30 20 30 10");
  build (topology);

  g_assert_cmpuint (atlas_topology_get_n_arcs (topology), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const AtlasTopologyArc *arc = atlas_topology_get_arc (topology, i);

      g_assert_true (arc->left != arc->right);
      g_assert_cmpfloat (arc->length, >, 0);
      n_shared += select_shared_cb (arc, NULL);
    }
  g_assert_cmpuint (n_shared, ==, 1);
  g_assert_cmpuint (atlas_topology_get_n_dissolved (topology), ==, 0);

  border = atlas_topology_build_lines (topology, select_shared_cb, NULL, 0);
  g_assert_cmpuint (atlas_shape_get_n_paths (border), ==, 1);
  g_assert_cmpuint (atlas_shape_get_n_points (border), ==, 2);
}

/* The length is measured on the ground: a hundredth of the equator is 400.75 km. */
static void
test_length (void)
{
  g_autoptr (AtlasTopology) topology = atlas_topology_new ();

  add_ring (topology, 0, FALSE, "10 50 11 50 10 50.000001");
  build (topology);
  g_assert_cmpuint (atlas_topology_get_n_arcs (topology), ==, 1);
  g_assert_cmpfloat_with_epsilon (atlas_topology_get_arc (topology, 0)->length, 2 * 400750.17, 1);
}

/* Two squares beside two: borders join into two lines that cross, and the four make one area. */
static void
test_lines_and_groups (void)
{
  const guint groups[] = { 7, 7, 7, 7 };
  g_autoptr (AtlasTopology) topology = atlas_topology_new ();
  g_autoptr (AtlasShape) shared = NULL;
  g_autoptr (AtlasShape) all = NULL;
  g_autoptr (AtlasShape) whole = NULL;
  g_autoptr (AtlasShape) nobody = NULL;

  add_ring (topology, 0, FALSE, "10 10 20 10 20 20 10 20");
  add_ring (topology, 1, FALSE, "20 10 30 10 30 20 20 20");
  add_ring (topology, 2, FALSE, "10 20 20 20 20 30 10 30");
  add_ring (topology, 3, FALSE, "20 20 30 20 30 30 20 30");
  build (topology);

  shared = atlas_topology_build_lines (topology, select_shared_cb, NULL, 0);
  g_assert_cmpuint (atlas_shape_get_n_paths (shared), ==, 2);
  g_assert_cmpuint (atlas_shape_get_n_points (shared), ==, 6);

  /* Twelve edges, each once, in lines whose points are one more than their edges. */
  all = atlas_topology_build_lines (topology, select_all_cb, NULL, 0);
  g_assert_cmpuint (atlas_shape_get_n_points (all) - atlas_shape_get_n_paths (all), ==, 12);
  g_assert_cmpuint (atlas_shape_get_n_paths (all), ==, 2);

  whole = atlas_topology_build_area (topology, groups, 4, 7, 0);
  g_assert_cmpuint (atlas_shape_get_n_paths (whole), ==, 1);
  g_assert_cmpfloat_with_epsilon (atlas_shape_get_area (whole), 0.04, 1e-9);
  nobody = atlas_topology_build_area (topology, groups, 4, 1, 0);
  g_assert_cmpuint (atlas_shape_get_n_paths (nobody), ==, 0);
}

/* An area around another one, which stands alone, and an island. */
static void
test_enclave_and_island (void)
{
  g_autoptr (AtlasTopology) topology = atlas_topology_new ();
  g_autoptr (AtlasShape) around = NULL;
  g_autoptr (AtlasShape) enclave = NULL;

  add_ring (topology, 0, FALSE, "10 10 40 10 40 40 10 40");
  add_ring (topology, 0, TRUE, "20 20 30 20 30 30 20 30");
  add_ring (topology, 0, FALSE, "50 50 60 50 55 60");
  add_ring (topology, 1, FALSE, "20 20 30 20 30 30 20 30");
  build (topology);

  around = build_owner (topology, 0, 0);
  enclave = build_owner (topology, 1, 0);
  g_assert_cmpuint (atlas_shape_get_n_paths (around), ==, 3);
  g_assert_cmpfloat_with_epsilon (atlas_shape_get_area (around), 0.08 + 0.005, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_shape_get_area (enclave), 0.01, 1e-9);
  g_assert_false (atlas_shape_contains (around, (AtlasPoint){ 0.25, 0.25 }));
  g_assert_cmpuint (atlas_topology_find_largest_ring (around)->n_points, ==, 4);
}

/* Two pieces of one area that touch along an edge are one. */
static void
test_dissolved (void)
{
  g_autoptr (AtlasTopology) topology = atlas_topology_new ();
  g_autoptr (AtlasShape) area = NULL;

  add_ring (topology, 0, FALSE, "10 10 20 10 20 20 10 20");
  add_ring (topology, 0, FALSE, "20 10 30 10 30 20 20 20");
  build (topology);

  area = build_owner (topology, 0, 0);
  g_assert_cmpuint (atlas_topology_get_n_dissolved (topology), ==, 1);
  g_assert_cmpuint (atlas_shape_get_n_paths (area), ==, 1);
  g_assert_cmpuint (atlas_shape_get_n_points (area), ==, 6);
}

/* Two pieces that touch in a point stay two rings. */
static void
test_touching_point (void)
{
  g_autoptr (AtlasTopology) topology = atlas_topology_new ();
  g_autoptr (AtlasShape) area = NULL;

  add_ring (topology, 0, FALSE, "10 10 20 10 20 20 10 20");
  add_ring (topology, 0, FALSE, "20 20 30 20 30 30 20 30");
  build (topology);

  area = build_owner (topology, 0, 0);
  g_assert_cmpuint (atlas_shape_get_n_paths (area), ==, 2);
  g_assert_cmpuint (atlas_shape_get_path (area, 0)->n_points, ==, 4);
}

static void
test_clash (void)
{
  g_autoptr (AtlasTopology) topology = atlas_topology_new ();
  AtlasTopologyClash clash;

  add_ring (topology, 0, FALSE, "10 10 20 10 20 20 10 20");
  add_ring (topology, 1, FALSE, "10 10 20 10 15 30");
  g_assert_false (atlas_topology_build (topology, &clash));
  g_assert_cmpuint (clash.owner + clash.other, ==, 1);
  g_assert_cmpfloat_with_epsilon (clash.point.y, 0.1, 1e-6);
}

/* Two areas with a jagged border between them, simplified to a straight one: what one loses the
 * other gets. */
static void
test_simplify_shared (void)
{
  g_autoptr (AtlasTopology) topology = atlas_topology_new ();
  g_autoptr (AtlasShape) west = NULL;
  g_autoptr (AtlasShape) east = NULL;
  g_autoptr (AtlasShape) fine = NULL;

  add_ring (topology, 0, FALSE, "10 10 30 10 30.1 12 29.9 14 30.1 16 29.9 18 30 20 10 20");
  add_ring (topology, 1, FALSE, "30 10 50 10 50 20 30 20 29.9 18 30.1 16 29.9 14 30.1 12");
  build (topology);
  atlas_topology_simplify (topology, 1, 0.0);
  atlas_topology_simplify (topology, 0, 0.01);

  west = build_owner (topology, 0, 0);
  east = build_owner (topology, 1, 0);
  fine = build_owner (topology, 1, 1);
  g_assert_cmpuint (atlas_shape_get_n_points (fine), ==, 8);
  g_assert_cmpuint (atlas_shape_get_n_points (west), <, 8);
  g_assert_cmpuint (atlas_shape_get_n_points (east), <, 8);
  g_assert_cmpfloat_with_epsilon (atlas_shape_get_area (west) + atlas_shape_get_area (east), 0.04,
                                  1e-9);
}

/* A bay with an island in it: however coarse, the island stays in the water. */
static void
test_simplify_keeps_sides (void)
{
  g_autoptr (AtlasTopology) topology = atlas_topology_new ();
  g_autoptr (AtlasShape) land = NULL;
  g_autoptr (AtlasShape) island = NULL;

  add_ring (topology, 0, FALSE,
            "10 10 90 10 90 80 55 80 54 79 53 60 51 59 49 59 47 60 46 79 45 80 10 80");
  add_ring (topology, 1, FALSE, "49 65 50 64 51 65 51 66 50 67 49 66");
  build (topology);
  atlas_topology_simplify (topology, 0, 1.0);

  land = build_owner (topology, 0, 0);
  island = build_owner (topology, 1, 0);
  g_assert_cmpuint (atlas_shape_get_n_points (land), <, 12);
  g_assert_cmpuint (atlas_shape_get_n_points (island), >=, 4);
  for (guint i = 0; i < atlas_shape_get_n_points (island); i++)
    g_assert_false (atlas_shape_contains (land, atlas_shape_get_path (island, 0)->points[i]));
}

/* Nothing but the ends of two areas' common border would be left of the small one. */
static void
test_simplify_keeps_rings (void)
{
  g_autoptr (AtlasTopology) topology = atlas_topology_new ();
  g_autoptr (AtlasShape) small = NULL;

  add_ring (topology, 0, FALSE, "10 10 20 10 20 14 20.2 14.5 20.2 15.5 20 16 20 20 10 20");
  add_ring (topology, 1, FALSE, "20 14 20.4 14.5 20.4 15.5 20 16 20.2 15.5 20.2 14.5");
  build (topology);
  atlas_topology_simplify (topology, 0, 1.0);

  small = build_owner (topology, 1, 0);
  g_assert_cmpuint (atlas_shape_get_n_paths (small), ==, 1);
  g_assert_cmpuint (atlas_shape_get_n_points (small), >=, 4);
  g_assert_cmpfloat (atlas_shape_get_area (small), >, 0.0);
}

/* A ring beside a border, a little off it: afterwards they share its points and nothing else
 * changed. */
static void
test_stitch (void)
{
  const AtlasPoint beside[] = { { 0.21, 0.1 }, { 0.3, 0.1 }, { 0.3, 0.2 }, { 0.21, 0.2 } };
  const AtlasPoint away[] = { { 0.5, 0.5 }, { 0.6, 0.5 }, { 0.6, 0.6 } };
  g_autoptr (AtlasTopology) topology = atlas_topology_new ();
  g_autoptr (AtlasShape) border = NULL;
  g_autoptr (GArray) ring = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
  g_autoptr (AtlasTopology) joined = atlas_topology_new ();

  add_ring (topology, 0, FALSE, "10 10 20 10 20.4 13 19.6 17 20 20 10 20");
  build (topology);
  border = build_owner (topology, 0, 0);

  g_array_append_vals (ring, away, G_N_ELEMENTS (away));
  g_assert_false (atlas_stitch_ring (ring, atlas_shape_get_path (border, 0), 0.02));
  g_assert_cmpuint (ring->len, ==, G_N_ELEMENTS (away));

  g_array_set_size (ring, 0);
  g_array_append_vals (ring, beside, G_N_ELEMENTS (beside));
  g_assert_true (atlas_stitch_ring (ring, atlas_shape_get_path (border, 0), 0.02));
  g_assert_cmpuint (ring->len, ==, 6);

  add_ring (joined, 0, FALSE, "10 10 20 10 20.4 13 19.6 17 20 20 10 20");
  atlas_topology_add_ring (joined, 1, (AtlasPoint *) ring->data, ring->len, FALSE);
  build (joined);
  g_assert_cmpuint (atlas_topology_get_n_arcs (joined), ==, 3);
}

/* In a horseshoe the middle is outside; the name goes into its broad arm. */
static void
test_label_point (void)
{
  g_autoptr (AtlasTopology) topology = atlas_topology_new ();
  g_autoptr (AtlasShape) horseshoe = NULL;
  AtlasPoint label;

  add_ring (topology, 0, FALSE, "10 10 60 10 60 30 15 30 15 80 60 80 60 85 10 85");
  build (topology);
  horseshoe = build_owner (topology, 0, 0);
  label = atlas_label_point_find (horseshoe);
  g_assert_true (atlas_shape_contains (horseshoe, label));
  g_assert_cmpfloat_with_epsilon (label.y, 0.2, 0.01);
  g_assert_cmpfloat (label.x, >, 0.25);
  g_assert_cmpfloat (label.x, <, 0.45);
}

/* The source is clean but for the one sliver, and no unit is lost in joining. */
static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDatabase) database = atlas_database_open_readonly (
      g_getenv ("ATLAS_TEST_DATABASE"), ATLAS_CATALOG_APPLICATION_ID, ATLAS_CATALOG_SCHEMA_VERSION,
      &error);
  g_autoptr (AtlasOutlines) outlines = NULL;
  guint n_context = 0;

  g_assert_no_error (error);
  outlines = atlas_outlines_load (database, g_getenv ("ATLAS_TEST_DATA"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outlines->units->len, ==, 100);
  g_assert_cmpuint (outlines->cities->len, ==, 14);
  g_assert_cmpuint (atlas_topology_get_n_dissolved (outlines->topology), ==, N_SOURCE_SLIVER_EDGES);

  /* 内蒙古, 河北, 吉林 and the other bank of the Yalu border on the province without a gap. */
  for (guint owner = outlines->units->len; owner < atlas_outlines_get_n_owners (outlines); owner++)
    {
      double length = 0;

      for (guint i = 0; i < atlas_topology_get_n_arcs (outlines->topology); i++)
        {
          const AtlasTopologyArc *arc = atlas_topology_get_arc (outlines->topology, i);

          if ((arc->left == owner && atlas_outlines_get_unit (outlines, arc->right) != NULL)
              || (arc->right == owner && atlas_outlines_get_unit (outlines, arc->left) != NULL))
            length += arc->length;
        }
      n_context += length > 100000;
    }
  g_assert_cmpuint (n_context, ==, 4);
}

#define POLYGON(ring) "\"Polygon\",\"coordinates\":[" ring "]"
#define RING "[[121,40],[122,40],[122,41],[121,41],[121,40]]"
#define RING_BESIDE "[[122,40],[123,40],[123,41],[122,41],[122,40]]"

/* What is wrong with the outline of 210281, or with the code of the one beside it, 210283. */
static const struct
{
  const char *name;
  const char *geometry;
  const char *code_beside;
  const char *message;
} faults[] = {
  { "none", POLYGON (RING), "210283", NULL },
  { "open", POLYGON ("[[121,40],[122,40],[122,41],[121,41]]"), "210283",
    "geo/units.geojson: feature 210281: ring 0 is not closed; repeat the first point at its end" },
  { "swapped",
    "\"MultiPolygon\",\"coordinates\":[[" RING "],[[[40,122],[40,123],[41,123],[40,122]]]]",
    "210283", "feature 210281: ring 1: position 0, [40, 122], lies outside" },
  { "short", POLYGON ("[[121,40],[122,40],[121,40]]"), "210283",
    "ring 0 has 3 positions and needs 4" },
  { "text", POLYGON ("[[121,\"40\"],[122,40],[122,41],[121,40]]"), "210283", "position 0 is not" },
  { "point", "\"Point\",\"coordinates\":[121,40]", "210283",
    "only Polygon and MultiPolygon are areas" },
  { "empty", "\"MultiPolygon\",\"coordinates\":[]", "210283", "feature 210281: has no polygon" },
  { "twice", POLYGON (RING), "210281", "feature 210281: occurs twice" },
  { "missing", POLYGON (RING), "210282", "feature 210283: is missing" },
  { "overlap", POLYGON (RING_BESIDE), "210283", "feature 210283: overlaps feature 210281" },
};

/* A database with two places, and the files of a data folder beside it. */
static AtlasDatabase *
make_data (const char *directory, const char *units)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (directory, "places.db", NULL);
  g_autofree char *units_path = g_build_filename (directory, "geo", "units.geojson", NULL);
  g_autofree char *context_path = g_build_filename (directory, "geo", "context.geojson", NULL);
  AtlasDatabase *database = atlas_database_create (path, ATLAS_CATALOG_APPLICATION_ID,
                                                   ATLAS_CATALOG_SCHEMA_VERSION, &error);

  g_assert_no_error (error);
  atlas_database_execute (
      database,
      "CREATE TABLE place (code TEXT, parent TEXT, level TEXT, longitude REAL, latitude REAL);"
      "INSERT INTO place VALUES ('210200', NULL, 'prefecture-level-city', 121.5, 40.5),"
      " ('210281', '210200', 'county-level-city', 121.5, 40.5),"
      " ('210283', '210200', 'county-level-city', 122.5, 40.5);",
      &error);
  g_assert_no_error (error);
  g_file_set_contents (units_path, units, -1, &error);
  g_assert_no_error (error);
  g_file_set_contents (context_path, "{\"features\":[]}", -1, &error);
  g_assert_no_error (error);
  return database;
}

static void
test_faults (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  const char *const names[] = { "geo/units.geojson", "geo/context.geojson", "geo", "places.db",
                                "" };
  g_autoptr (GError) error = NULL;
  g_autofree char *directory = g_dir_make_tmp ("atlas-XXXXXX", NULL);
  g_autofree char *geo = g_build_filename (directory, "geo", NULL);
  g_autofree char *units = g_strdup_printf (
      "{\"features\":["
      "{\"properties\":{\"code\":\"210281\",\"city_code\":\"210200\"},\"geometry\":{\"type\":%s}},"
      "{\"properties\":{\"code\":\"%s\",\"city_code\":\"210200\"},\"geometry\":{\"type\":%s}}]}",
      faults[index].geometry, faults[index].code_beside, POLYGON (RING_BESIDE));
  g_autoptr (AtlasDatabase) database = NULL;
  AtlasOutlines *outlines;

  g_assert_cmpint (g_mkdir (geo, 0700), ==, 0);
  database = make_data (directory, units);
  outlines = atlas_outlines_load (database, directory, &error);
  if (faults[index].message == NULL)
    {
      g_assert_no_error (error);
      g_clear_pointer (&outlines, atlas_outlines_free);
    }
  else
    {
      g_assert_null (outlines);
      g_assert_error (error, ATLAS_COMPILE_ERROR, ATLAS_COMPILE_ERROR_RECORD);
      if (strstr (error->message, faults[index].message) == NULL)
        g_error ("“%s” does not say “%s”", error->message, faults[index].message);
    }

  g_clear_object (&database);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (directory, names[i], NULL);

      g_remove (path);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/topology/shared-border", test_shared_border);
  g_test_add_func ("/topology/length", test_length);
  g_test_add_func ("/topology/lines-and-groups", test_lines_and_groups);
  g_test_add_func ("/topology/enclave-and-island", test_enclave_and_island);
  g_test_add_func ("/topology/dissolved", test_dissolved);
  g_test_add_func ("/topology/touching-point", test_touching_point);
  g_test_add_func ("/topology/clash", test_clash);
  g_test_add_func ("/topology/simplify/shared", test_simplify_shared);
  g_test_add_func ("/topology/simplify/keeps-sides", test_simplify_keeps_sides);
  g_test_add_func ("/topology/simplify/keeps-rings", test_simplify_keeps_rings);
  g_test_add_func ("/topology/stitch", test_stitch);
  g_test_add_func ("/topology/label-point", test_label_point);
  g_test_add_func ("/topology/shipped", test_shipped);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/topology/faults/", faults[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_faults);
    }

  return g_test_run ();
}
